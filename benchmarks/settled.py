"""The share of open answers that are open in truth, and the cost of finding out.

`python -m benchmarks.settled` prints three tables. How persons are decided of whom facts are
missing, and how long that takes. The outcomes of the offences of the exam's
persons, with several bounds on what is tried. And the times of the outcomes that are found out
while persons are decided whom nobody decided before.
"""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Iterator
from unittest.mock import patch

from benchmarks.people import partial_persons
from benchmarks.timing import over, seconds, uncollected
from kz_amnesty_2025 import Person, decide, slots
from kz_amnesty_2025.decisions import ENGINE, _quick_person
from kz_amnesty_2025.facts import USUAL_DAYS
from tests.exam.persons import random_persons

from lawc.runtime.completions import search
from lawc.runtime.completions.forms import DecisionForm
from lawc.runtime.completions.outcomes import MOST, Outcome, outcome
from lawc.runtime.engine import forms
from lawc.runtime.engine.makings import making_of
from lawc.runtime.engine.missing import rests_on
from lawc.runtime.engine.tables import table_of

PERSONS = 2_000
BOUNDS = (
    (0, 30),
    (0, 300),
    (0, MOST),
    *((1 << power, MOST) for power in (8, 12, 16, 18, 20)),
)


def open_answers() -> Iterator[tuple[DecisionForm, tuple[str, ...]]]:
    """Yield decisions that three-valued reading leaves open, with the facts they rest on."""
    law = ENGINE.law
    (decision, *_) = law.of_kind["offence"]
    for data in random_persons(1, PERSONS):
        whole = table_of(slots, Person.from_dict(data), USUAL_DAYS)
        for offence in whole.members(law.kinds["offence"]) or ():
            if making_of(law, decision, offence).value is None:
                yield (
                    forms.form_of(law, decision, offence),
                    rests_on(law, decision, offence),
                )


def print_bounds() -> None:
    """Print the outcomes of open answers with several bounds."""
    answers = list(open_answers())
    facts = sum(len(asked) for _, asked in answers)
    print(f"{len(answers)} answers open in three values, resting on {facts:,} facts")
    print(
        "choices    nodes  settled  open in truth  not tried to the end  facts that matter"
        "  microseconds, mean"
    )
    for choices, most in BOUNDS:
        found: Counter[str] = Counter()
        start = time.thread_time_ns()
        with patch.object(search, "TABLE", choices):
            for form, asked in answers:
                made = outcome(form._replace(parts=dict(form.parts)), most)
                word = "settled" if made.settled else "untried" if made.untried else "open"
                found[word] += 1
                if not made.settled:
                    matters = asked if made.matters is None else made.matters
                    found["matters"] += sum(path in matters for path in asked)
        mean = (time.thread_time_ns() - start) / 1_000 / len(answers)
        print(
            f"{choices:9,}  {most:5,}  {found['settled']:7}  {found['open']:13}"
            f"  {found['untried']:20}  {found['matters']:17,}  {mean:18,.0f}"
        )


def times(seed: int, persons: int) -> list[float]:
    """Return the microseconds of this thread that each outcome took, of persons decided."""
    taken: list[float] = []

    def timed(formed: DecisionForm) -> Outcome:
        start = time.thread_time_ns()
        found = outcome(formed)
        taken.append((time.thread_time_ns() - start) / 1_000)
        return found

    with patch.object(forms, "outcome", timed), uncollected():
        for person in partial_persons(seed, persons):
            decide(person).to_json()
    return taken


def ways(seed: int) -> dict[str, list[Person]]:
    """Return persons of whom facts may be missing by the way in which they are decided."""
    persons: dict[str, list[Person]] = {"quick function": [], "completions": [], "slots": []}
    table = ENGINE.table
    with patch.object(ENGINE, "table", side_effect=table) as filled:
        for person in partial_persons(seed, PERSONS):
            filled.reset_mock()
            decide(person)
            whole = isinstance(_quick_person(person, USUAL_DAYS), tuple)
            way = "quick function" if whole else "slots" if filled.called else "completions"
            persons[way].append(person)
    return persons


def print_ways() -> None:
    """Print how many persons are decided in each way, and the microseconds of a person."""
    print("decided by       persons  microseconds, mean")
    for way, persons in ways(2).items():
        with uncollected():
            least = min(seconds(over(decide, persons)) for _ in range(5))
        print(f"{way:15}  {len(persons):7,}  {least * 1e6 / len(persons):18.1f}")


def print_times() -> None:
    """Print the times of outcomes, in microseconds."""
    print("microseconds  outcomes  median  mean  99 of 100  longest")
    for seed in (2, 3, 4):
        taken = sorted(times(seed, PERSONS))
        print(
            f"persons {seed:4}  {len(taken):8,}  {statistics.median(taken):6,.0f}"
            f"  {statistics.mean(taken):4,.0f}  {taken[len(taken) * 99 // 100]:9,.0f}"
            f"  {taken[-1]:7,.0f}"
        )


if __name__ == "__main__":
    print_ways()
    print_times()
    print_bounds()
