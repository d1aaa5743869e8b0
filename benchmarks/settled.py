"""How many open answers are open in truth: `python -m benchmarks.settled`.

The outcomes of the offences of the exam's persons, with several bounds on what is tried.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kz_amnesty_2025 import Person
from kz_amnesty_2025.decisions import ENGINE
from kz_amnesty_2025.facts import USUAL_DAYS
from tests.exam.persons import random_persons

from lawc.runtime.completions.forms import Formed
from lawc.runtime.completions.outcomes import outcome
from lawc.runtime.engine.completions import forms_of
from lawc.runtime.engine.conditions import Case

PERSONS = 2_000
BOUNDS = (10, 30, 100, 300, 1_000, 2_000, 4_000, 8_000)


def open_answers() -> Iterator[tuple[Formed, tuple[str, ...]]]:
    """Yield what three-valued reading leaves open, with the facts that it rests on."""
    (decision, *_) = ENGINE.law.decisions["offence"]
    for data in random_persons(1, PERSONS):
        person = Person.from_dict(data)
        case = Case(USUAL_DAYS)
        for place, offence in enumerate(person.offences or ()):
            line, paths = (offence, person, case), (f"offences[{place}]", "")
            if decision.made(line).value is None:
                yield forms_of(decision, line, paths), decision.needed(line, paths)


def main() -> None:
    """Print the figures."""
    answers = list(open_answers())
    facts = sum(len(asked) for _, asked in answers)
    print(f"{len(answers)} answers open in three values, resting on {facts} facts")
    print("nodes   settled  open in truth  not tried to the end  facts that matter")
    for most in BOUNDS:
        found: Counter[str] = Counter()
        for form, asked in answers:
            made = outcome(form, most)
            word = "settled" if made.settled else "untried" if made.untried else "open"
            found[word] += 1
            if not made.settled:
                matters = asked if made.matters is None else made.matters
                found["matters"] += sum(path in matters for path in asked)
        print(
            f"{most:5,}  {found['settled']:8}  {found['open']:13}  {found['untried']:20}"
            f"  {found['matters']:17,}"
        )


if __name__ == "__main__":
    main()
