"""Random persons for the amnesty law of 2025, as the JSON of a case.

The values are drawn to hurt: birthdays on, before and after every threshold, terms that end
on the days the law counts from, provisions at the edges of the lists, records that stop above
the part or point the law speaks of, and facts that are missing.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from tests.exam.reading import CATEGORIES, EFFECTIVE_DAY, SEXES, STAGES, years_after

Case = dict[str, Any]
T = TypeVar("T")

EDGE = (-1, 0, 1)

ORDINARY = (
    "99(1)", "106(2)", "115-1", "125(1)", "187(1)", "188", "188(2)", "188(3)(1)", "188-1",
    "188-1(2)", "191(2)(3)", "192", "197-1(2)", "214-1", "293(1)", "296", "296(4)", "297-1",
    "297-1(3)", "339", "339(1-1)", "339(2)", "339-1", "345(3)", "345-1(3)",
)  # fmt: skip
PROPERTY = (
    "189", "189(1)", "189(2)", "189(2)(2)", "189(3)", "189(3)(1)", "189(3)(2)", "189(3)(3)",
    "189(4)", "189(4)(2)", "190", "190(1)", "190(2)", "190(2)(1)", "190(3)", "190(3)(1)",
    "190(3)(2)", "190(4)", "190(4)(1)", "189-1", "190-1",
)  # fmt: skip
LISTED = (
    # corruption, and beside it
    "361", "361(2)", "361-1", "362", "362(4)", "362(4)(3)", "362(4)(1)", "362(3)(3)", "363",
    "364", "364-1", "366(2)", "367(3)(1)", "369", "370", "370(2)", "370-1", "371", "450",
    "450-1", "451", "451(2)", "451(2)(2)", "451(2)(1)", "451(1)", "452", "453", "218", "218(3)",
    "218(3)(1)", "218(3)(2)", "218(2)", "218-1", "218-1(4)", "218-1(4)(1)", "218-1(3)(1)",
    "234", "234(3)", "234(3)(1)", "234(3)(2)", "249", "249(3)(2)", "249(3)(1)", "249(2)",
    # terrorist and extremist, and beside them
    "170", "171(2)", "172", "173", "174", "174(2)", "175", "177", "178", "179", "180-1",
    "181", "182", "182-1", "183", "184", "184-1", "254", "255", "255-1", "257", "257-1",
    "258", "259(2)", "259-1", "260", "260-1", "260-2", "261", "261-1", "262", "267", "268",
    "269", "270", "270-1", "404", "404(1)", "404(2)", "404(3)", "404(2)(1)", "405", "405-1",
    # against minors, and beside them
    "119", "120", "120(3)(1)", "121", "122", "122(1)", "123", "123-1", "124", "124-1",
    "134", "134(2)", "135", "144", "144-1", "312", "312(1)", "312(2)", "312(3)", "312(3)(1)",
    # the articles named in the law itself, and beside them
    "146", "146(2)", "147", "185", "185(2)", "186", "107", "107(2)", "108", "108-1",
    "108-1(2)", "109", "109-1", "109-1(1)", "297", "297(3)(1)",
)  # fmt: skip
PERSON_KEYS = (
    "sex",
    "date_of_birth",
    "covered_by_law_on_veterans",
    "pregnant_on_effective_day",
    "deprived_of_parental_rights",
    "only_parent",
    "children",
    "dependant_with_disability_at_offence_and_conviction",
    "disability_group",
    "disability_recognised_on",
)
OFFENCE_KEYS = (
    "stage",
    "provision",
    "category",
    "committed_on",
    "damage_caused",
    "damage_compensated_in_full",
    "civil_claim_brought",
    "civil_claims_satisfied",
    "official_position_used",
    "signs_of_extremism",
    "victim_age",
    "recidivism",
    "life_imprisonment",
    "in_criminal_group",
    "negative_behaviour",
    "term_ends_on",
)
SEXUAL = ("120", "120(1)", "121(2)", "122", "123-1", "124", "134", "144(1)", "312(2)")


def _sometimes(rng: random.Random, probability: float) -> bool:
    return rng.random() < probability


def _usually(rng: random.Random, usual: T, others: Sequence[T], probability: float) -> T:
    return rng.choice(others) if _sometimes(rng, probability) else usual


def _near(rng: random.Random, day: dt.date) -> dt.date:
    return day + dt.timedelta(days=rng.choice(EDGE))


def _between(rng: random.Random, first: dt.date, last: dt.date) -> dt.date:
    return first + dt.timedelta(days=rng.randint(0, (last - first).days))


def _years_before(day: dt.date, years: int) -> dt.date:
    """The day of the year on which somebody of that age was born."""
    return dt.date(day.year - years, day.month, min(day.day, 28))


def _birth(rng: random.Random, effective_day: dt.date) -> dt.date:
    draw = rng.random()
    if draw < 0.3:
        return _near(rng, _years_before(effective_day, rng.choice((18, 50, 60))))
    if draw < 0.4:
        year = rng.choice((1960, 1964, 1968, 1972, 1976, 1980, 2000, 2004, 2008))
        return dt.date(year, 2, 29)
    if draw < 0.75:
        return _between(rng, dt.date(1977, 1, 1), dt.date(2005, 1, 1))
    return _between(rng, dt.date(1940, 1, 1), dt.date(2009, 1, 1))


def _committed(rng: random.Random, birth: dt.date, effective_day: dt.date) -> dt.date:
    draw = rng.random()
    if draw < 0.08:
        return _near(rng, effective_day)
    if draw < 0.1:
        return _between(rng, effective_day, effective_day + dt.timedelta(days=300))
    adult = years_after(birth, 18)
    if draw < 0.35 and adult < effective_day:
        return _near(rng, adult)
    first = years_after(birth, 14)
    last = effective_day - dt.timedelta(days=1)
    return _between(rng, max(first, dt.date(2005, 1, 1)), last) if first < last else last


def _term_end(rng: random.Random, effective_day: dt.date) -> dt.date:
    draw = rng.random()
    if draw < 0.3:
        return _near(rng, years_after(effective_day, 1))
    if draw < 0.5:
        return effective_day + dt.timedelta(days=rng.randint(-2, 6))
    return effective_day + dt.timedelta(days=rng.randint(-400, 5000))


def _child(rng: random.Random, effective_day: dt.date) -> Case:
    draw = rng.random()
    if draw < 0.4:
        birth = _near(rng, _years_before(effective_day, 18))
    elif draw < 0.43:
        birth = _near(rng, effective_day)
    else:
        birth = _between(rng, dt.date(1975, 1, 1), effective_day)
    return {"date_of_birth": birth.isoformat()}


def _provision(rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.45:
        return rng.choice(ORDINARY)
    if draw < 0.75:
        return rng.choice(PROPERTY)
    return rng.choice(SEXUAL if draw < 0.8 else LISTED)


def _offence(rng: random.Random, birth: dt.date, effective_day: dt.date) -> Case:
    rare = 0.02
    return {
        "stage": _usually(rng, "convicted", STAGES, 0.5),
        "provision": _provision(rng),
        "category": _usually(rng, "medium", CATEGORIES, 0.7),
        "committed_on": _committed(rng, birth, effective_day).isoformat(),
        "damage_caused": _sometimes(rng, 0.7),
        "damage_compensated_in_full": _sometimes(rng, 0.5),
        "civil_claim_brought": _sometimes(rng, 0.7),
        "civil_claims_satisfied": _sometimes(rng, 0.6),
        "official_position_used": _sometimes(rng, 0.2),
        "signs_of_extremism": _sometimes(rng, rare),
        "victim_age": rng.choice((0, 7, 13, 14, 15, 17, 18, 30)),
        "recidivism": _usually(rng, "none", ("recidivism", "dangerous"), rare),
        "life_imprisonment": _sometimes(rng, rare),
        "in_criminal_group": _sometimes(rng, rare),
        "negative_behaviour": _sometimes(rng, 0.4),
        "term_ends_on": _term_end(rng, effective_day).isoformat(),
    }


def known_person(rng: random.Random, effective_day: dt.date = EFFECTIVE_DAY) -> Case:
    """A person none of whose keys is missing; a provision may still be coarse."""
    birth = _birth(rng, effective_day)
    sex = rng.choice(SEXES)
    return {
        "sex": sex,
        "date_of_birth": birth.isoformat(),
        "covered_by_law_on_veterans": _sometimes(rng, 0.04),
        "pregnant_on_effective_day": sex == "female" and _sometimes(rng, 0.1),
        "deprived_of_parental_rights": _sometimes(rng, 0.2),
        "only_parent": _sometimes(rng, 0.4),
        "children": [_child(rng, effective_day) for _ in range(rng.choice((0, 0, 0, 1, 2, 3)))],
        "dependant_with_disability_at_offence_and_conviction": _sometimes(rng, 0.08),
        "disability_group": _usually(rng, "none", ("first", "second", "third"), 0.2),
        "disability_recognised_on": (
            _near(rng, effective_day)
            if _sometimes(rng, 0.5)
            else _between(rng, dt.date(2000, 1, 1), dt.date(2026, 1, 1))
        ).isoformat(),
        "offences": [
            _offence(rng, birth, effective_day)
            for _ in range(rng.choice((0, 1, 1, 1, 1, 1, 2, 2, 3, 4)))
        ],
    }


def _forget(rng: random.Random, record: Case, probability: float) -> Case:
    """The record with keys missing or null."""
    kept: Case = {}
    for key, value in record.items():
        if not _sometimes(rng, probability):
            kept[key] = value
        elif _sometimes(rng, 0.3):
            kept[key] = None
    return kept


def random_person(rng: random.Random, effective_day: dt.date = EFFECTIVE_DAY) -> Case:
    """A person with facts missing at a rate of their own, from none to nine in ten."""
    known = known_person(rng, effective_day)
    rate = 0.9 * rng.random() ** 2 if _sometimes(rng, 0.8) else 0.0
    of_person = _usually(rng, rate, (0.0, 0.9), 0.2)
    of_offence = _usually(rng, rate, (0.0,), 0.3)
    offences = [_forget(rng, offence, of_offence) for offence in known.pop("offences")]
    known["children"] = [_forget(rng, child, of_person) for child in known["children"]]
    person = _forget(rng, known, of_person)
    if offences or _sometimes(rng, 0.5):
        person["offences"] = offences
    return person


def random_persons(
    seed: int, count: int, effective_day: dt.date = EFFECTIVE_DAY
) -> Iterator[Case]:
    """A number of persons, the same ones for the same seed."""
    rng = random.Random(seed)  # noqa: S311
    for _ in range(count):
        yield random_person(rng, effective_day)
