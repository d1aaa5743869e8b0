"""The persons that are decided: those of the exam, some with every fact known."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kz_amnesty_2025
from benchmarks.by_hand import SIGNS, Answer, decide_known
from benchmarks.by_hand_partial import decide_partial
from benchmarks.missing import Case, with_facts_missing
from kz_amnesty_2025 import Offence, Person
from tests.exam.persons import known_person, random_persons

from lawc.runtime.results import Status
from lawc.runtime.values import provision


def known_cases(seed: int, *, offences: tuple[int, int] = (0, 9)) -> Iterator[Case]:
    """Yield cases with every fact known, provisions down to the point the law speaks of."""
    chance = random.Random(seed)  # noqa: S311 - the same persons each time
    fewest, most = offences
    while True:
        case = known_person(chance)
        found = case["offences"]
        if fewest <= len(found) <= most and all(map(_exact, found)):
            yield case


def _exact(offence: Case) -> bool:
    sure, may = SIGNS[provision(offence["provision"])]
    return sure == may


def known_persons(seed: int, number: int) -> list[Person]:
    """Return persons of whom every fact is known."""
    cases = itertools.islice(known_cases(seed), number)
    return [Person.from_dict(case) for case in cases]


def partial_persons(seed: int, number: int) -> list[Person]:
    """Return persons with facts missing at a rate of their own, from none to nine in ten."""
    return [Person.from_dict(case) for case in partial_cases(seed, number)]


def partial_cases(seed: int, number: int) -> list[Case]:
    """Return cases with facts missing at a rate of their own, from none to nine in ten."""
    return list(random_persons(seed, number))


def persons_without_facts(seed: int, number: int, rate: float) -> list[Person]:
    """Return persons of whom each fact is missing with the chance `rate`, but no list is."""
    return list(map(Person.from_dict, cases_without_facts(seed, number, rate)))


def cases_without_facts(
    seed: int, number: int, rate: float, *, offences: tuple[int, int] = (0, 9)
) -> Iterator[Case]:
    """Yield cases of which each fact is missing with the chance `rate`, but no list is."""
    chance = random.Random(seed)  # noqa: S311 - the same facts each time
    for case in itertools.islice(known_cases(seed, offences=offences), number):
        yield with_facts_missing(case, chance, rate)


def write_known(path: Path, number: int) -> None:
    """Write cases with one to three offences and every fact known, one a line."""
    distinct = min(number, 20_000)
    _write(path, list(itertools.islice(known_cases(1, offences=(1, 3)), distinct)), number)


def write_half_known(path: Path, number: int) -> None:
    """Write cases with one to three offences and half of the facts missing, one a line."""
    distinct = min(number, 20_000)
    _write(path, list(cases_without_facts(2, distinct, 0.5, offences=(1, 3))), number)


def _write(path: Path, cases: list[Case], number: int) -> None:
    """Write so many cases, again from the first one where there are fewer."""
    lines = [json.dumps({**case, "id": "-"}) for case in cases]
    with path.open("w", encoding="utf-8") as file:
        for place, line in enumerate(itertools.islice(itertools.cycle(lines), number)):
            file.write(line.replace('"id": "-"', f'"id": {place}') + "\n")


# --- by hand and generated must agree ---------------------------------------------------


def disagreements(known: list[Person], partial: list[Person]) -> Iterator[str]:
    """Yield the differences between the generated `decide` and the one by hand."""
    for person in known:
        ours, by_hand = generated(kz_amnesty_2025, person), decide_known(person)
        if ours != by_hand:
            yield f"{ours} and by hand {by_hand}: {person}"
    for person in (*known, *partial):
        ours, by_partial = generated(kz_amnesty_2025, person), decide_partial(person)
        if ours != by_partial and not other_ground(person, ours, by_partial):
            yield f"{ours} and by hand {by_partial}: {person}"


def generated(package: Any, person: Any) -> list[Answer] | None:
    """Return the decisions of a package of the law, in the form of the functions by hand."""
    offences = package.decide(person).offences
    if offences is None:
        return None
    return [as_by_hand(one) for one in offences]


def as_by_hand(decided: Any) -> Answer:
    """Return the decision about an offence in the form of the functions by hand."""
    answers = decided.answers
    open_ = answers["outcome"].status == Status.OPEN
    cited = tuple(
        None if one.status == Status.OPEN or (open_ and one.value is None) else one.provisions
        for one in answers.values()
    )
    days = decided.days_off
    if answers["reduction"].status == Status.OPEN and days is not None:
        # By hand no days are counted where several reductions come to the same number.
        days, cited = None, (*cited[:2], None, *cited[3:])
    return (decided.outcome, decided.reduction, days, decided.obliged_to_compensate, cited)


def other_ground(
    person: Person, ours: list[Answer] | None, by_hand: list[Answer] | None
) -> bool:
    """Return whether only a citation differs, and may: of a person whose sex is not known.

    By hand a person of 65 is vulnerable first, and then a ground is looked for; the module
    tries the cases only where no ground is sure without. Both grounds hold.
    """
    if person.sex is not None or ours is None or by_hand is None:
        return False
    return [one[:4] for one in ours] == [one[:4] for one in by_hand]


def count(persons: list[Person]) -> int:
    """Return how many offences the persons have."""
    members: list[tuple[Offence, ...]] = [one.offences or () for one in persons]
    return sum(map(len, members))
