"""The amnesty law of 2025 written by hand, on the classes of the generated package.

What a Python programmer would write for this one law, for speed and to be read: the measure of
the generated `decide`. `decide_known` is for persons of whom every fact is known;
`by_hand_partial` is for the others.

An answer is a tuple an offence: outcome, reduction, days off, whether the damage must still be
compensated, and the citations of each of the four, None where it is open. Left out, though the
generated module has them: values supplied as established, the truth of every provision, which
facts are needed, and what else is open where the outcome is.
"""

# mypy: disable-error-code="operator, union-attr, arg-type, return-value"
# Every fact is known.

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from kz_amnesty_2025 import (
    Category,
    DisabilityGroup,
    Outcome,
    Person,
    Recidivism,
    Sex,
    Stage,
)

from lawc.runtime.values import Provision, ProvisionRange, Truth, lies_in, provision

Cited: TypeAlias = tuple[tuple[str, ...] | None, ...]
Answer: TypeAlias = tuple[Outcome | None, Fraction | None, int | None, bool | None, Cited]

EFFECTIVE_DAY = date(2025, 7, 5)

FEMALE, MALE = Sex.FEMALE, Sex.MALE
OPEN, CONVICTED = Stage.OPEN, Stage.CONVICTED
MISDEMEANOUR, MINOR, MEDIUM = Category.MISDEMEANOUR, Category.MINOR, Category.MEDIUM
SERIOUS, NO_RECIDIVISM = Category.SERIOUS, Recidivism.NONE
FIRST, SECOND = DisabilityGroup.FIRST, DisabilityGroup.SECOND
FROM_LIABILITY = Outcome.RELEASED_FROM_LIABILITY
FROM_PUNISHMENT = Outcome.RELEASED_FROM_MAIN_PUNISHMENT
REDUCED, EXCLUDED = Outcome.REDUCED, Outcome.EXCLUDED
NOT_COVERED = Outcome.NOT_COVERED
HALF, THIRD, QUARTER, FIFTH = (Fraction(1, n) for n in (2, 3, 4, 5))

CORRUPTION, BY_OFFICE, TERRORIST, EXTREMIST, MINORS = 1, 2, 4, 8, 16
TORTURE, SECRETS, HARM, DRUGS, ENTRUSTED = 32, 64, 128, 256, 512
LISTS = {
    CORRUPTION: "361, 362(4)(3), 364 to 370, 450, 451(2)(2), 452, 189(3)(2), 190(3)(2),"
    "218(3)(1), 218-1(4)(1), 234(3)(1), 249(3)(2)",
    BY_OFFICE: "189(4), 190(4)",
    TERRORIST: "170, 171, 173, 177, 178, 184, 255 to 261, 269, 270",
    EXTREMIST: "174, 179 to 182, 184, 258 to 260, 267, 404(2), 404(3), 405",
    MINORS: "120 to 124, 134, 144, 312(2), 312(3)",
    TORTURE: "146",
    SECRETS: "185",
    HARM: "107, 108-1, 109-1",
    DRUGS: "297",
    ENTRUSTED: "189, 190",
}

OBLIGED = {True: ("4(2)",), False: (), None: None}


def citations(*cites: tuple[str, ...] | None) -> dict[Truth, Cited]:
    """Return the citations of an answer by whether the damage must be compensated."""
    return {obliged: (*cites, cite) for obliged, cite in OBLIGED.items()}


BEFORE_8 = citations(("8",), ("8",), ("8",))
NOWHERE = citations((), (), ())
IN_5 = [citations((f"5({point})",), (), ()) for point in range(12)]
IN_2 = {
    cite: citations((cite,), ("3(4)",), ())
    for cite in ("2(1)(1)", "2(1)(2)", "2(1)(3)", "2(2)")
}
IN_3 = {
    (cite, greater): citations((cite,), (greater,), ("3(6)",))
    for cite in ("3(1)", "3(2)", "3(3)")
    for greater in ("3(1)", "3(2)", "3(3)")
}


def ranges_of(text: str) -> Iterator[ProvisionRange]:
    """Yield the provisions of a list: `361, 364 to 370`."""
    for item in text.split(","):
        first, _, last = item.strip().partition(" to ")
        yield ProvisionRange(provision(first), provision(last or first))


RANGES = {sign: tuple(ranges_of(text)) for sign, text in LISTS.items()}


class Signs(dict[Provision | None, tuple[int, int]]):
    """The lists a provision is in for certain, and those it may be in."""

    def __missing__(self, record: Provision | None) -> tuple[int, int]:
        sure = may = 0
        for sign, ranges in RANGES.items():
            truth = None if record is None else lies_in(record, ranges)
            sure |= sign if truth else 0
            may |= 0 if truth is False else sign
        found = self[record] = sure, may
        return found


class SureSigns(dict[Provision | None, int]):
    """The lists a provision is in."""

    def __missing__(self, record: Provision | None) -> int:
        found = self[record] = SIGNS[record][0]
        return found


SIGNS = Signs()
SURE_SIGNS = SureSigns()


@lru_cache(maxsize=64)
def days_of(effective_day: date) -> tuple[date, date, date, date]:
    """Return the last birthdays of persons who are 18, 50 and 60, and the day a year later."""
    born18, born50, born60 = (years_on(effective_day, -years) for years in (18, 50, 60))
    return born18, born50, born60, years_on(effective_day, 1)


def years_on(day: date, years: int) -> date:
    """Return the day so many years later, 28 February or 1 March where it is lacking."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        if years < 0:
            return date(day.year + years, 2, 28)
        return date(day.year + years, 3, 1)


def age_on(birth: date, day: date) -> int:
    """Return the age; a person born on 29 February is a year older on 1 March."""
    years = day.year - birth.year
    return years - ((day.month, day.day) < (birth.month, birth.day))


# --- every fact known -------------------------------------------------------------------


def decide_known(  # noqa: C901, PLR0915 - one function is faster than several
    person: Person, effective_day: date = EFFECTIVE_DAY
) -> list[Answer]:
    """Decide for a person of whom every fact is known."""
    excluded = _excluded(person)
    vulnerable: bool | None = None  # not yet looked at
    answers: list[Answer] = []
    for offence in person.offences:
        obliged = offence.damage_caused and not offence.damage_compensated_in_full
        if offence.committed_on >= effective_day:
            answers.append((NOT_COVERED, None, None, obliged, BEFORE_8[obliged]))
            continue
        if excluded is not None:
            answers.append((EXCLUDED, None, None, obliged, IN_5[excluded][obliged]))
            continue
        category = offence.category
        convicted = offence.stage is CONVICTED
        if category is MINOR or category is MISDEMEANOUR:
            outcome = FROM_PUNISHMENT if convicted else FROM_LIABILITY
            answers.append((outcome, None, None, obliged, IN_2["2(1)(1)"][obliged]))
            continue
        if category is MEDIUM:
            release = None
            if (
                not offence.damage_caused
                or offence.damage_compensated_in_full
                or not offence.civil_claim_brought
            ):
                release = "2(1)(2)"
            else:
                if vulnerable is None:
                    vulnerable = _is_vulnerable(person, effective_day)
                if vulnerable or age_on(person.date_of_birth, offence.committed_on) < 18:
                    release = "2(1)(3)"
                elif (
                    convicted
                    and not offence.negative_behaviour
                    and offence.term_ends_on <= days_of(effective_day)[3]
                ):
                    release = "2(2)"
            if release is not None:
                outcome = FROM_PUNISHMENT if convicted else FROM_LIABILITY
                answers.append((outcome, None, None, obliged, IN_2[release][obliged]))
                continue
        reduction = None
        citation = greater = ""
        if convicted:
            if (
                offence.damage_compensated_in_full
                and offence.civil_claims_satisfied
                and SURE_SIGNS[offence.provision] & ENTRUSTED
            ):
                reduction, citation, greater = FIFTH, "3(2)", "3(2)"
            if category is MEDIUM:
                reduction, citation, greater = HALF, citation or "3(3)", "3(3)"
            else:
                if vulnerable is None:
                    vulnerable = _is_vulnerable(person, effective_day)
                if vulnerable or age_on(person.date_of_birth, offence.committed_on) < 18:
                    reduction = THIRD if category is SERIOUS else QUARTER
                    citation = greater = "3(1)"
        if reduction is None:
            answers.append((NOT_COVERED, None, None, obliged, NOWHERE[obliged]))
            continue
        left = max((offence.term_ends_on - effective_day).days, 0)
        days_off = -(-left // reduction.denominator)  # every fraction is one part
        cited = IN_3[citation, greater][obliged]
        answers.append((REDUCED, reduction, days_off, obliged, cited))
    return answers


def _excluded(person: Person) -> int | None:
    """Return the first point of Article 5 that one of the offences satisfies."""
    first = 12
    for offence in person.offences:
        signs = SURE_SIGNS[offence.provision]
        if signs & CORRUPTION or (signs & BY_OFFICE and offence.official_position_used):
            point = 1
        elif signs & TERRORIST:
            point = 2
        elif offence.signs_of_extremism or signs & EXTREMIST:
            point = 3
        elif (
            signs & MINORS
            and offence.victim_age < 18
            and (
                offence.victim_age < 14
                or age_on(person.date_of_birth, offence.committed_on) >= 18
            )
        ):
            point = 4
        elif signs & TORTURE:
            point = 5
        elif offence.recidivism is not NO_RECIDIVISM:
            point = 6
        elif offence.life_imprisonment:
            point = 7
        elif offence.in_criminal_group:
            point = 8
        elif signs & SECRETS:
            point = 9
        elif signs & HARM:
            point = 10
        elif signs & DRUGS:
            point = 11
        else:
            continue
        first = min(first, point)
    return None if first == 12 else first


def _is_vulnerable(person: Person, effective_day: date) -> bool:
    """Return whether the person is vulnerable whatever the day of the offence."""
    born18, born50, born60, _ = days_of(effective_day)
    woman = person.sex is FEMALE
    return (
        person.covered_by_law_on_veterans
        or person.date_of_birth <= (born50 if woman else born60)
        or (woman and person.pregnant_on_effective_day)
        or (
            person.disability_group in {FIRST, SECOND}
            and person.disability_recognised_on < effective_day
        )
        or (
            not person.deprived_of_parental_rights
            and (
                person.dependant_with_disability_at_offence_and_conviction
                or (
                    (woman or person.only_parent)
                    and any(
                        born18 < child.date_of_birth <= effective_day
                        for child in person.children
                    )
                )
            )
        )
    )
