"""Households as cases: plausible ones, half of whose values stand at an edge of the act.

The same seed gives the same cases. A birthday stands at an edge if the child reaches an age of
the act on the day of payment, the day before or the day after; an amount, if it is a bound of a
table or a ceiling, or a cent beside it.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.missing import Case, with_facts_missing

PAYMENT_DAY = dt.date(2025, 7, 1)
AGES = (3, 6, 12, 14, 16, 21, 25)
INCOMES = (
    8_000, 12_000, 14_000, 18_000, 20_000, 24_000, 40_000, 45_000, 70_000, 71_281, 77_629,
    83_977, 92_966,
)  # fmt: skip
RENTS = ("0", "385.63", "441.7", "505.95", "570.2", "212.4", "640", "730.15", "1150")
SCHOOLS = ("none", "primary", "secondary", "vocational", "university")


def cases(seed: int, *, missing: float = 0.0) -> Iterator[Case]:
    """Yield households without end; each fact is missing with the chance `missing`."""
    chance = random.Random(seed)  # noqa: S311 - the same households each time
    while True:
        case = _household(chance)
        yield with_facts_missing(case, chance, missing) if missing else case


def some_cases(seed: int, number: int, *, missing: float = 0.0) -> list[Case]:
    """Return so many cases."""
    return list(itertools.islice(cases(seed, missing=missing), number))


def write_cases(path: Path, number: int, *, missing: float = 0.0) -> None:
    """Write cases, one a line; from 20,000 on the same ones come again."""
    lines = [json.dumps(case) for case in some_cases(1, min(number, 20_000), missing=missing)]
    with path.open("w", encoding="utf-8") as file:
        for line in itertools.islice(itertools.cycle(lines), number):
            file.write(line + "\n")


def _household(chance: random.Random) -> Case:
    alone = chance.random() < 0.3
    number = chance.choices(range(7), (3, 22, 38, 22, 9, 4, 2))[0]
    return {
        "territory": chance.choices(("mainland", "islands", "north"), (7, 2, 1))[0],
        "lives_in_the_country": chance.random() < 0.95,
        "arrived_on": _day_before(chance, (90, 92, 1_500, 6_000)),
        "claimed_on": _day_before(chance, (20, 364, 366, 500, 729, 731, 900)),
        "income": _income(chance),
        "rent": chance.choice(RENTS) if chance.random() < 0.5 else _amount(chance, 200, 1_400),
        "savings": _savings(chance),
        "overpaid": "0" if chance.random() < 0.8 else _amount(chance, 1, 2_000),
        "housing": chance.choices(("rented", "owned", "provided"), (6, 3, 1))[0],
        "single_parent": alone,
        "parents_in_work": chance.random() < 0.7,
        "foreign_benefit": chance.random() < 0.05,
        "false_information": chance.random() < 0.03,
        "damp_dwelling": chance.random() < 0.03,
        "children": [_child(chance) for _ in range(number)],
    }


def _child(chance: random.Random) -> Case:
    days = chance.randrange(27 * 365)
    born = PAYMENT_DAY - dt.timedelta(days)
    if chance.random() < 0.3:
        age = chance.choice(AGES)
        birthday = PAYMENT_DAY.replace(year=PAYMENT_DAY.year - age)
        born = birthday + dt.timedelta(chance.choice((-1, 0, 1)))
    age = (PAYMENT_DAY - born).days // 365
    school = "none" if age < 6 else "primary" if age < 11 else chance.choice(SCHOOLS[2:4])
    if age >= 17:
        school = chance.choice(SCHOOLS)
    disabled = chance.random() < 0.12
    return {
        "date_of_birth": born.isoformat(),
        "care": chance.choices(("full", "shared", "placed"), (8, 2, 1))[0],
        "school": school,
        "degree_of_disability": chance.choice((49, 50, 79, 80, 95)) if disabled else 0,
        "earnings": chance.choice(("1048", "1048.01", "1320"))
        if chance.random() < 0.1
        else "0",
        "care_costs": _care_costs(chance) if age < 4 else "0",
        "distance": chance.choice((0, 2, 4, 9, 15, 16, 30)) if age >= 6 else 0,
        "boards": age >= 10 and chance.random() < 0.15,
        "married": age >= 18 and chance.random() < 0.1,
        "adopted": chance.random() < 0.05,
    }


def _day_before(chance: random.Random, days: tuple[int, ...]) -> str:
    back = chance.choice(days) + chance.choice((-1, 0, 1))
    return (PAYMENT_DAY - dt.timedelta(back)).isoformat()


def _amount(chance: random.Random, least: int, most: int) -> str:
    cents = chance.randrange(least * 100, most * 100)
    return f"{cents // 100}.{cents % 100:02}"


def _income(chance: random.Random) -> str:
    if chance.random() < 0.3:
        cents = chance.choice(INCOMES) * 100 + chance.choice((-1, 0, 1))
        return f"{cents // 100}.{cents % 100:02}"
    return _amount(chance, 4_000, 110_000)


def _savings(chance: random.Random) -> str:
    if chance.random() < 0.2:
        return chance.choice(("20000", "20000.01", "30000", "60000.01", "100000", "100001"))
    return _amount(chance, 0, 40_000)


def _care_costs(chance: random.Random) -> str:
    return chance.choice(("0", "50", "50.01", "468", _amount(chance, 60, 900)))
