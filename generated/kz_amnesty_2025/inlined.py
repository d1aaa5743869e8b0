"""The provisions laid out for speed of LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law
(sha256 93020dd69a3ee2af9321d7e3c36951cb3050b91e409b32b759e16a930c8c44b4).
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# A test may be asked again where its answer is known already.

from __future__ import annotations

from fractions import Fraction
from typing import Any

from lawc.runtime.combining import by_use, cited, combine, open_rules
from lawc.runtime.logic import (
    NOTHING,
    any_of,
    days_between,
    every,
    largest,
    product,
    rounded,
    spoken_of,
    unknown,
)
from lawc.runtime.lookups import Latest, ProvisionLists
from lawc.runtime.values import Period, Provision, ProvisionRange, Truth, days_from, share_up

from . import facts, rules
from .facts import (
    Days,
    Offence,
    Outcome,
    Person,
    pregnant_on_effective_day_of_person,
    sex_of_person,
)

OUTCOME_RELEASED_FROM_LIABILITY = Outcome.RELEASED_FROM_LIABILITY
OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT = Outcome.RELEASED_FROM_MAIN_PUNISHMENT
OUTCOME_REDUCED = Outcome.REDUCED
OUTCOME_EXCLUDED = Outcome.EXCLUDED
OUTCOME_NOT_COVERED = Outcome.NOT_COVERED
VALUE_6 = Fraction(1, 3)
VALUE_7 = Fraction(1, 4)
VALUE_8 = Fraction(1, 5)
VALUE_9 = Fraction(1, 2)
ORDER: dict[str, int] = {
    "2(1)(1)": 0,
    "2(1)(2)": 1,
    "2(1)(3)": 2,
    "2(2)": 3,
    "3(1)": 4,
    "3(2)": 5,
    "3(3)": 6,
    "3(4)": 7,
    "3(6)": 8,
    "4(2)": 9,
    "5(1)": 10,
    "5(2)": 11,
    "5(3)": 12,
    "5(4)": 13,
    "5(5)": 14,
    "5(6)": 15,
    "5(7)": 16,
    "5(8)": 17,
    "5(9)": 18,
    "5(10)": 19,
    "5(11)": 20,
    "8": 21,
}
LATEST_1 = Latest(Period(18, 0, 0), month_end_up=True)
LATEST_2 = Latest(Period(50, 0, 0), month_end_up=True)
LATEST_3 = Latest(Period(60, 0, 0), month_end_up=True)
LATEST_4 = Latest(Period(1, 0, 0), month_end_up=True, strict=True)
LISTS_1 = ProvisionLists(
    (
        ProvisionRange(Provision((189,), (3,), (2,)), Provision((189,), (3,), (2,))),
        ProvisionRange(Provision((190,), (3,), (2,)), Provision((190,), (3,), (2,))),
        ProvisionRange(Provision((218,), (3,), (1,)), Provision((218,), (3,), (1,))),
        ProvisionRange(Provision((218, 1), (4,), (1,)), Provision((218, 1), (4,), (1,))),
        ProvisionRange(Provision((234,), (3,), (1,)), Provision((234,), (3,), (1,))),
        ProvisionRange(Provision((249,), (3,), (2,)), Provision((249,), (3,), (2,))),
        ProvisionRange(Provision((361,)), Provision((361,))),
        ProvisionRange(Provision((362,), (4,), (3,)), Provision((362,), (4,), (3,))),
        ProvisionRange(Provision((364,)), Provision((370,))),
        ProvisionRange(Provision((450,)), Provision((450,))),
        ProvisionRange(Provision((451,), (2,), (2,)), Provision((451,), (2,), (2,))),
        ProvisionRange(Provision((452,)), Provision((452,))),
    ),
    (
        ProvisionRange(Provision((189,), (4,)), Provision((189,), (4,))),
        ProvisionRange(Provision((190,), (4,)), Provision((190,), (4,))),
    ),
    (
        ProvisionRange(Provision((170,)), Provision((170,))),
        ProvisionRange(Provision((171,)), Provision((171,))),
        ProvisionRange(Provision((173,)), Provision((173,))),
        ProvisionRange(Provision((177,)), Provision((177,))),
        ProvisionRange(Provision((178,)), Provision((178,))),
        ProvisionRange(Provision((184,)), Provision((184,))),
        ProvisionRange(Provision((255,)), Provision((261,))),
        ProvisionRange(Provision((269,)), Provision((269,))),
        ProvisionRange(Provision((270,)), Provision((270,))),
    ),
    (
        ProvisionRange(Provision((174,)), Provision((174,))),
        ProvisionRange(Provision((179,)), Provision((182,))),
        ProvisionRange(Provision((184,)), Provision((184,))),
        ProvisionRange(Provision((258,)), Provision((260,))),
        ProvisionRange(Provision((267,)), Provision((267,))),
        ProvisionRange(Provision((404,), (2,)), Provision((404,), (2,))),
        ProvisionRange(Provision((404,), (3,)), Provision((404,), (3,))),
        ProvisionRange(Provision((405,)), Provision((405,))),
    ),
    (
        ProvisionRange(Provision((120,)), Provision((124,))),
        ProvisionRange(Provision((134,)), Provision((134,))),
        ProvisionRange(Provision((144,)), Provision((144,))),
        ProvisionRange(Provision((312,), (2,)), Provision((312,), (2,))),
        ProvisionRange(Provision((312,), (3,)), Provision((312,), (3,))),
    ),
    (ProvisionRange(Provision((146,)), Provision((146,))),),
    (ProvisionRange(Provision((185,)), Provision((185,))),),
    (
        ProvisionRange(Provision((107,)), Provision((107,))),
        ProvisionRange(Provision((108, 1)), Provision((108, 1))),
        ProvisionRange(Provision((109, 1)), Provision((109, 1))),
    ),
    (ProvisionRange(Provision((297,)), Provision((297,))),),
    (
        ProvisionRange(Provision((189,)), Provision((189,))),
        ProvisionRange(Provision((190,)), Provision((190,))),
    ),
)


def _nothing(*_: object) -> None:
    return


def _some_1(person: Person, days: Days) -> Truth:
    if person.offences is None:
        return None
    sure = possible = 0
    for offence in person.offences:
        in_lists_1 = LISTS_1[offence.provision]
        if (
            in_lists_1 & 1
            or (offence.official_position_used is not False and in_lists_1 & 4)
            or offence.corruption_crime
        ) and offence.corruption_crime is not False:
            possible += 1
            if offence.corruption_crime or (
                offence.corruption_crime is None
                and (in_lists_1 & 2 or (offence.official_position_used and in_lists_1 & 8))
            ):
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _some_2(person: Person, days: Days) -> Truth:
    if person.offences is None:
        return None
    sure = possible = 0
    for offence in person.offences:
        in_lists_1 = LISTS_1[offence.provision]
        if (
            in_lists_1 & 16 or offence.terrorist_crime
        ) and offence.terrorist_crime is not False:
            possible += 1
            if offence.terrorist_crime or (offence.terrorist_crime is None and in_lists_1 & 32):
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _some_3(person: Person, days: Days) -> Truth:
    if person.offences is None:
        return None
    sure = possible = 0
    for offence in person.offences:
        in_lists_1 = LISTS_1[offence.provision]
        if offence.signs_of_extremism is not False or (
            (in_lists_1 & 64 or offence.extremist_crime)
            and offence.extremist_crime is not False
        ):
            possible += 1
            if (
                offence.signs_of_extremism
                or offence.extremist_crime
                or (offence.extremist_crime is None and in_lists_1 & 128)
            ):
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _some_4(person: Person, days: Days) -> Truth:
    if person.offences is None:
        return None
    sure = possible = 0
    for offence in person.offences:
        in_lists_1 = LISTS_1[offence.provision]
        if (
            (
                (in_lists_1 & 256 and (offence.victim_age is None or offence.victim_age < 18))
                or offence.crime_against_minor
            )
            and offence.crime_against_minor is not False
            and not (
                offence.victim_age is not None
                and offence.victim_age >= 14
                and offence.victim_age < 18
                and not (
                    person.date_of_birth is None
                    or offence.committed_on is None
                    or person.date_of_birth <= LATEST_1[offence.committed_on]
                )
            )
        ):
            possible += 1
            if (
                offence.crime_against_minor
                or (
                    offence.crime_against_minor is None
                    and in_lists_1 & 512
                    and offence.victim_age is not None
                    and offence.victim_age < 18
                )
            ) and not (
                (offence.victim_age is None or offence.victim_age >= 14)
                and (offence.victim_age is None or offence.victim_age < 18)
                and not (
                    person.date_of_birth is not None
                    and offence.committed_on is not None
                    and person.date_of_birth <= LATEST_1[offence.committed_on]
                )
            ):
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _some_5(person: Person, days: Days) -> Truth:
    if person.offences is None:
        return None
    sure = possible = 0
    for offence in person.offences:
        in_lists_1 = LISTS_1[offence.provision]
        if in_lists_1 & 1024:
            possible += 1
            if in_lists_1 & 2048:
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _some_6(person: Person, days: Days) -> Truth:
    if person.offences is None:
        return None
    sure = possible = 0
    for offence in person.offences:
        if offence.recidivism in {"recidivism", "dangerous", None}:
            possible += 1
            if offence.recidivism in {"recidivism", "dangerous"}:
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _some_7(person: Person, days: Days) -> Truth:
    if person.offences is None:
        return None
    sure = possible = 0
    for offence in person.offences:
        if offence.life_imprisonment is not False:
            possible += 1
            if offence.life_imprisonment:
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _some_8(person: Person, days: Days) -> Truth:
    if person.offences is None:
        return None
    sure = possible = 0
    for offence in person.offences:
        if offence.in_criminal_group is not False:
            possible += 1
            if offence.in_criminal_group:
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _some_9(person: Person, days: Days) -> Truth:
    if person.offences is None:
        return None
    sure = possible = 0
    for offence in person.offences:
        in_lists_1 = LISTS_1[offence.provision]
        if in_lists_1 & 4096:
            possible += 1
            if in_lists_1 & 8192:
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _some_10(person: Person, days: Days) -> Truth:
    if person.offences is None:
        return None
    sure = possible = 0
    for offence in person.offences:
        in_lists_1 = LISTS_1[offence.provision]
        if in_lists_1 & 16384:
            possible += 1
            if in_lists_1 & 32768:
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _some_11(person: Person, days: Days) -> Truth:
    if person.offences is None:
        return None
    sure = possible = 0
    for offence in person.offences:
        in_lists_1 = LISTS_1[offence.provision]
        if in_lists_1 & 65536:
            possible += 1
            if in_lists_1 & 131072:
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _concept_12(offence: Offence, person: Person, days: Days) -> Truth:
    if offence.socially_vulnerable is not None:
        return offence.socially_vulnerable
    if not (
        person.covered_by_law_on_veterans is not False
        or (
            person.disability_group in {"first", "second", None}
            and (
                person.disability_recognised_on is None
                or days.effective_day is None
                or person.disability_recognised_on < days.effective_day
            )
        )
        or not (
            person.date_of_birth is not None
            and offence.committed_on is not None
            and person.date_of_birth <= LATEST_1[offence.committed_on]
        )
        or (
            (
                person.pregnant_on_effective_day
                or (
                    person.pregnant_on_effective_day is None
                    and facts.pregnant_on_effective_day_of_person(person) is not False
                )
            )
            and (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female", None})
            )
        )
        or (
            (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female", None})
            )
            and (
                person.date_of_birth is None
                or days.effective_day is None
                or person.date_of_birth <= LATEST_2[days.effective_day]
            )
        )
        or (
            (
                person.sex == "male"
                or (person.sex is None and facts.sex_of_person(person) in {"male", None})
            )
            and (
                person.date_of_birth is None
                or days.effective_day is None
                or person.date_of_birth <= LATEST_3[days.effective_day]
            )
        )
        or (
            (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female", None})
            )
            and not person.deprived_of_parental_rights
            and (
                person.dependant_with_disability_at_offence_and_conviction is not False
                or _some_13(person, days) is not False
            )
        )
        or (
            (
                person.sex == "male"
                or (person.sex is None and facts.sex_of_person(person) in {"male", None})
            )
            and not person.deprived_of_parental_rights
            and (
                person.dependant_with_disability_at_offence_and_conviction is not False
                or (person.only_parent is not False and _some_13(person, days) is not False)
            )
        )
    ):
        return False
    if (
        person.covered_by_law_on_veterans
        or (
            person.disability_group in {"first", "second"}
            and person.disability_recognised_on is not None
            and days.effective_day is not None
            and person.disability_recognised_on < days.effective_day
        )
        or not (
            person.date_of_birth is None
            or offence.committed_on is None
            or person.date_of_birth <= LATEST_1[offence.committed_on]
        )
        or (
            (
                person.pregnant_on_effective_day
                or (
                    person.pregnant_on_effective_day is None
                    and facts.pregnant_on_effective_day_of_person(person)
                )
            )
            and (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female"})
            )
        )
        or (
            (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female"})
            )
            and person.date_of_birth is not None
            and days.effective_day is not None
            and person.date_of_birth <= LATEST_2[days.effective_day]
        )
        or (
            (
                person.sex == "male"
                or (person.sex is None and facts.sex_of_person(person) in {"male"})
            )
            and person.date_of_birth is not None
            and days.effective_day is not None
            and person.date_of_birth <= LATEST_3[days.effective_day]
        )
        or (
            (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female"})
            )
            and not person.deprived_of_parental_rights is not False
            and (
                person.dependant_with_disability_at_offence_and_conviction
                or _some_13(person, days)
            )
        )
        or (
            (
                person.sex == "male"
                or (person.sex is None and facts.sex_of_person(person) in {"male"})
            )
            and not person.deprived_of_parental_rights is not False
            and (
                person.dependant_with_disability_at_offence_and_conviction
                or (person.only_parent and _some_13(person, days))
            )
        )
    ):
        return True
    return None


def _some_13(person: Person, days: Days) -> Truth:
    if person.children is None:
        return None
    sure = possible = 0
    for child in person.children:
        if (
            child.date_of_birth is None
            or days.effective_day is None
            or child.date_of_birth <= days.effective_day
        ) and (
            child.date_of_birth is None
            or days.effective_day is None
            or child.date_of_birth > LATEST_1[days.effective_day]
        ):
            possible += 1
            if (
                child.date_of_birth is not None
                and days.effective_day is not None
                and child.date_of_birth <= days.effective_day
                and child.date_of_birth > LATEST_1[days.effective_day]
            ):
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _needed_14(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    open_: tuple[int, ...],
) -> tuple[str, ...]:
    giving = (0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21)
    every: list[dict[str, None]] = []
    for rule in open_rules(truths, giving, open_, DISPLACERS_2):
        found: dict[str, None] = {}
        MISSING_1[rule](offence, person, days, at_offence, truths, found)
        for place in open_:
            if giving[place] == rule:
                GIVING_3[place](offence, person, days, at_offence, truths, found)
        every.append(found)
    return by_use(every)


def _missing_15(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if offence.category is None:
        found[at_offence + ".category"] = None


def _missing_16(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if (
        offence.category in {"medium", None}
        and (
            offence.damage_compensated_in_full is not False
            or not offence.damage_caused
            or not offence.civil_claim_brought
        )
        and not (
            offence.category == "medium"
            and (
                offence.damage_compensated_in_full
                or not offence.damage_caused is not False
                or not offence.civil_claim_brought is not False
            )
        )
    ):
        if offence.category is None:
            found[at_offence + ".category"] = None
        if (
            offence.damage_compensated_in_full is not False
            or not offence.damage_caused
            or not offence.civil_claim_brought
        ) and not (
            offence.damage_compensated_in_full
            or not offence.damage_caused is not False
            or not offence.civil_claim_brought is not False
        ):
            if offence.damage_caused is None:
                found[at_offence + ".damage_caused"] = None
            if offence.damage_compensated_in_full is None:
                found[at_offence + ".damage_compensated_in_full"] = None
            if offence.civil_claim_brought is None:
                found[at_offence + ".civil_claim_brought"] = None


def _missing_17(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if (
        offence.category in {"medium", None}
        and _concept_12(offence, person, days) is not False
        and not (offence.category == "medium" and _concept_12(offence, person, days))
    ):
        if _concept_12(offence, person, days) is None:
            _missing_18(offence, person, days, at_offence, truths, found)
        if offence.category is None:
            found[at_offence + ".category"] = None


def _missing_18(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if (
        person.covered_by_law_on_veterans is not False
        or (
            person.disability_group in {"first", "second", None}
            and (
                person.disability_recognised_on is None
                or days.effective_day is None
                or person.disability_recognised_on < days.effective_day
            )
        )
        or not (
            person.date_of_birth is not None
            and offence.committed_on is not None
            and person.date_of_birth <= LATEST_1[offence.committed_on]
        )
        or (
            (
                person.pregnant_on_effective_day
                or (
                    person.pregnant_on_effective_day is None
                    and facts.pregnant_on_effective_day_of_person(person) is not False
                )
            )
            and (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female", None})
            )
        )
        or (
            (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female", None})
            )
            and (
                person.date_of_birth is None
                or days.effective_day is None
                or person.date_of_birth <= LATEST_2[days.effective_day]
            )
        )
        or (
            (
                person.sex == "male"
                or (person.sex is None and facts.sex_of_person(person) in {"male", None})
            )
            and (
                person.date_of_birth is None
                or days.effective_day is None
                or person.date_of_birth <= LATEST_3[days.effective_day]
            )
        )
        or (
            (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female", None})
            )
            and not person.deprived_of_parental_rights
            and (
                person.dependant_with_disability_at_offence_and_conviction is not False
                or _some_13(person, days) is not False
            )
        )
        or (
            (
                person.sex == "male"
                or (person.sex is None and facts.sex_of_person(person) in {"male", None})
            )
            and not person.deprived_of_parental_rights
            and (
                person.dependant_with_disability_at_offence_and_conviction is not False
                or (person.only_parent is not False and _some_13(person, days) is not False)
            )
        )
    ) and not (
        person.covered_by_law_on_veterans
        or (
            person.disability_group in {"first", "second"}
            and person.disability_recognised_on is not None
            and days.effective_day is not None
            and person.disability_recognised_on < days.effective_day
        )
        or not (
            person.date_of_birth is None
            or offence.committed_on is None
            or person.date_of_birth <= LATEST_1[offence.committed_on]
        )
        or (
            (
                person.pregnant_on_effective_day
                or (
                    person.pregnant_on_effective_day is None
                    and facts.pregnant_on_effective_day_of_person(person)
                )
            )
            and (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female"})
            )
        )
        or (
            (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female"})
            )
            and person.date_of_birth is not None
            and days.effective_day is not None
            and person.date_of_birth <= LATEST_2[days.effective_day]
        )
        or (
            (
                person.sex == "male"
                or (person.sex is None and facts.sex_of_person(person) in {"male"})
            )
            and person.date_of_birth is not None
            and days.effective_day is not None
            and person.date_of_birth <= LATEST_3[days.effective_day]
        )
        or (
            (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female"})
            )
            and not person.deprived_of_parental_rights is not False
            and (
                person.dependant_with_disability_at_offence_and_conviction
                or _some_13(person, days)
            )
        )
        or (
            (
                person.sex == "male"
                or (person.sex is None and facts.sex_of_person(person) in {"male"})
            )
            and not person.deprived_of_parental_rights is not False
            and (
                person.dependant_with_disability_at_offence_and_conviction
                or (person.only_parent and _some_13(person, days))
            )
        )
    ):
        if person.covered_by_law_on_veterans is None:
            found["covered_by_law_on_veterans"] = None
        if person.date_of_birth is None:
            found["date_of_birth"] = None
        if offence.committed_on is None:
            found[at_offence + ".committed_on"] = None
        if (
            (
                (
                    person.sex == "female"
                    or (person.sex is None and facts.sex_of_person(person) in {"female", None})
                )
                and (
                    person.date_of_birth is None
                    or days.effective_day is None
                    or person.date_of_birth <= LATEST_2[days.effective_day]
                )
            )
            or (
                (
                    person.sex == "male"
                    or (person.sex is None and facts.sex_of_person(person) in {"male", None})
                )
                and (
                    person.date_of_birth is None
                    or days.effective_day is None
                    or person.date_of_birth <= LATEST_3[days.effective_day]
                )
            )
        ) and not (
            (
                (
                    person.sex == "female"
                    or (person.sex is None and facts.sex_of_person(person) in {"female"})
                )
                and person.date_of_birth is not None
                and days.effective_day is not None
                and person.date_of_birth <= LATEST_2[days.effective_day]
            )
            or (
                (
                    person.sex == "male"
                    or (person.sex is None and facts.sex_of_person(person) in {"male"})
                )
                and person.date_of_birth is not None
                and days.effective_day is not None
                and person.date_of_birth <= LATEST_3[days.effective_day]
            )
        ):
            if (
                (
                    person.sex == "female"
                    or (person.sex is None and facts.sex_of_person(person) in {"female", None})
                )
                and (
                    person.date_of_birth is None
                    or days.effective_day is None
                    or person.date_of_birth <= LATEST_2[days.effective_day]
                )
                and not (
                    (
                        person.sex == "female"
                        or (person.sex is None and facts.sex_of_person(person) in {"female"})
                    )
                    and person.date_of_birth is not None
                    and days.effective_day is not None
                    and person.date_of_birth <= LATEST_2[days.effective_day]
                )
            ):
                if facts.sex_of_person(person) is None:
                    found["sex"] = None
                if person.date_of_birth is None:
                    found["date_of_birth"] = None
                if days.effective_day is None:
                    found["effective_day"] = None
            if (
                (
                    person.sex == "male"
                    or (person.sex is None and facts.sex_of_person(person) in {"male", None})
                )
                and (
                    person.date_of_birth is None
                    or days.effective_day is None
                    or person.date_of_birth <= LATEST_3[days.effective_day]
                )
                and not (
                    (
                        person.sex == "male"
                        or (person.sex is None and facts.sex_of_person(person) in {"male"})
                    )
                    and person.date_of_birth is not None
                    and days.effective_day is not None
                    and person.date_of_birth <= LATEST_3[days.effective_day]
                )
            ):
                if facts.sex_of_person(person) is None:
                    found["sex"] = None
                if person.date_of_birth is None:
                    found["date_of_birth"] = None
                if days.effective_day is None:
                    found["effective_day"] = None
        if (
            (
                person.pregnant_on_effective_day
                or (
                    person.pregnant_on_effective_day is None
                    and facts.pregnant_on_effective_day_of_person(person) is not False
                )
            )
            and (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female", None})
            )
            and not (
                (
                    person.pregnant_on_effective_day
                    or (
                        person.pregnant_on_effective_day is None
                        and facts.pregnant_on_effective_day_of_person(person)
                    )
                )
                and (
                    person.sex == "female"
                    or (person.sex is None and facts.sex_of_person(person) in {"female"})
                )
            )
        ):
            if facts.sex_of_person(person) is None:
                found["sex"] = None
            if facts.pregnant_on_effective_day_of_person(person) is None:
                found["pregnant_on_effective_day"] = None
        if (
            (
                person.sex == "female"
                or (person.sex is None and facts.sex_of_person(person) in {"female", None})
            )
            and not person.deprived_of_parental_rights
            and (
                person.dependant_with_disability_at_offence_and_conviction is not False
                or _some_13(person, days) is not False
            )
            and not (
                (
                    person.sex == "female"
                    or (person.sex is None and facts.sex_of_person(person) in {"female"})
                )
                and not person.deprived_of_parental_rights is not False
                and (
                    person.dependant_with_disability_at_offence_and_conviction
                    or _some_13(person, days)
                )
            )
        ):
            if facts.sex_of_person(person) is None:
                found["sex"] = None
            if (
                not person.deprived_of_parental_rights
                and (
                    person.dependant_with_disability_at_offence_and_conviction is not False
                    or _some_13(person, days) is not False
                )
                and not (
                    not person.deprived_of_parental_rights is not False
                    and (
                        person.dependant_with_disability_at_offence_and_conviction
                        or _some_13(person, days)
                    )
                )
            ):
                if person.deprived_of_parental_rights is None:
                    found["deprived_of_parental_rights"] = None
                if (
                    person.dependant_with_disability_at_offence_and_conviction is not False
                    or _some_13(person, days) is not False
                ) and not (
                    person.dependant_with_disability_at_offence_and_conviction
                    or _some_13(person, days)
                ):
                    if _some_13(person, days) is None:
                        if person.children is None:
                            found["children"] = None
                        for place, child in enumerate(person.children or ()):
                            at_child = "children" + f"[{place}]"
                            if (
                                (
                                    child.date_of_birth is None
                                    or days.effective_day is None
                                    or child.date_of_birth <= days.effective_day
                                )
                                and (
                                    child.date_of_birth is None
                                    or days.effective_day is None
                                    or child.date_of_birth > LATEST_1[days.effective_day]
                                )
                                and not (
                                    child.date_of_birth is not None
                                    and days.effective_day is not None
                                    and child.date_of_birth <= days.effective_day
                                    and child.date_of_birth > LATEST_1[days.effective_day]
                                )
                            ):
                                if child.date_of_birth is None:
                                    found[at_child + ".date_of_birth"] = None
                                if days.effective_day is None:
                                    found["effective_day"] = None
                                if child.date_of_birth is None:
                                    found[at_child + ".date_of_birth"] = None
                                if days.effective_day is None:
                                    found["effective_day"] = None
                    if person.dependant_with_disability_at_offence_and_conviction is None:
                        found["dependant_with_disability_at_offence_and_conviction"] = None
        if (
            (
                person.sex == "male"
                or (person.sex is None and facts.sex_of_person(person) in {"male", None})
            )
            and not person.deprived_of_parental_rights
            and (
                person.dependant_with_disability_at_offence_and_conviction is not False
                or (person.only_parent is not False and _some_13(person, days) is not False)
            )
            and not (
                (
                    person.sex == "male"
                    or (person.sex is None and facts.sex_of_person(person) in {"male"})
                )
                and not person.deprived_of_parental_rights is not False
                and (
                    person.dependant_with_disability_at_offence_and_conviction
                    or (person.only_parent and _some_13(person, days))
                )
            )
        ):
            if facts.sex_of_person(person) is None:
                found["sex"] = None
            if (
                not person.deprived_of_parental_rights
                and (
                    person.dependant_with_disability_at_offence_and_conviction is not False
                    or (person.only_parent is not False and _some_13(person, days) is not False)
                )
                and not (
                    not person.deprived_of_parental_rights is not False
                    and (
                        person.dependant_with_disability_at_offence_and_conviction
                        or (person.only_parent and _some_13(person, days))
                    )
                )
            ):
                if person.deprived_of_parental_rights is None:
                    found["deprived_of_parental_rights"] = None
                if (
                    person.dependant_with_disability_at_offence_and_conviction is not False
                    or (person.only_parent is not False and _some_13(person, days) is not False)
                ) and not (
                    person.dependant_with_disability_at_offence_and_conviction
                    or (person.only_parent and _some_13(person, days))
                ):
                    if (
                        person.only_parent is not False
                        and _some_13(person, days) is not False
                        and not (person.only_parent and _some_13(person, days))
                    ):
                        if person.only_parent is None:
                            found["only_parent"] = None
                        if _some_13(person, days) is None:
                            if person.children is None:
                                found["children"] = None
                            for place, child in enumerate(person.children or ()):
                                at_child = "children" + f"[{place}]"
                                if (
                                    (
                                        child.date_of_birth is None
                                        or days.effective_day is None
                                        or child.date_of_birth <= days.effective_day
                                    )
                                    and (
                                        child.date_of_birth is None
                                        or days.effective_day is None
                                        or child.date_of_birth > LATEST_1[days.effective_day]
                                    )
                                    and not (
                                        child.date_of_birth is not None
                                        and days.effective_day is not None
                                        and child.date_of_birth <= days.effective_day
                                        and child.date_of_birth > LATEST_1[days.effective_day]
                                    )
                                ):
                                    if child.date_of_birth is None:
                                        found[at_child + ".date_of_birth"] = None
                                    if days.effective_day is None:
                                        found["effective_day"] = None
                                    if child.date_of_birth is None:
                                        found[at_child + ".date_of_birth"] = None
                                    if days.effective_day is None:
                                        found["effective_day"] = None
                    if person.dependant_with_disability_at_offence_and_conviction is None:
                        found["dependant_with_disability_at_offence_and_conviction"] = None
        if (
            person.disability_group in {"first", "second", None}
            and (
                person.disability_recognised_on is None
                or days.effective_day is None
                or person.disability_recognised_on < days.effective_day
            )
            and not (
                person.disability_group in {"first", "second"}
                and person.disability_recognised_on is not None
                and days.effective_day is not None
                and person.disability_recognised_on < days.effective_day
            )
        ):
            if person.disability_group is None:
                found["disability_group"] = None
            if person.disability_recognised_on is None:
                found["disability_recognised_on"] = None
            if days.effective_day is None:
                found["effective_day"] = None


def _missing_19(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if (
        not offence.negative_behaviour
        and offence.stage in {"convicted", None}
        and offence.category in {"medium", None}
        and (
            days.effective_day is None
            or offence.term_ends_on is None
            or days.effective_day > LATEST_4[offence.term_ends_on]
        )
        and not (
            not offence.negative_behaviour is not False
            and offence.stage == "convicted"
            and offence.category == "medium"
            and days.effective_day is not None
            and offence.term_ends_on is not None
            and days.effective_day > LATEST_4[offence.term_ends_on]
        )
    ):
        if (
            offence.stage in {"convicted", None}
            and offence.category in {"medium", None}
            and not (offence.stage == "convicted" and offence.category == "medium")
        ):
            if offence.stage is None:
                found[at_offence + ".stage"] = None
            if offence.category is None:
                found[at_offence + ".category"] = None
        if offence.negative_behaviour is None:
            found[at_offence + ".negative_behaviour"] = None
        if offence.term_ends_on is None:
            found[at_offence + ".term_ends_on"] = None
        if days.effective_day is None:
            found["effective_day"] = None


def _missing_20(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if (
        offence.stage in {"convicted", None}
        and offence.category in {"serious", None}
        and _concept_12(offence, person, days) is not False
        and not (
            offence.stage == "convicted"
            and offence.category == "serious"
            and _concept_12(offence, person, days)
        )
    ):
        if _concept_12(offence, person, days) is None:
            _missing_18(offence, person, days, at_offence, truths, found)
        if (
            offence.stage in {"convicted", None}
            and offence.category in {"serious", None}
            and not (offence.stage == "convicted" and offence.category == "serious")
        ):
            if offence.stage is None:
                found[at_offence + ".stage"] = None
            if offence.category is None:
                found[at_offence + ".category"] = None


def _missing_21(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if (
        offence.stage in {"convicted", None}
        and offence.category in {"especially_serious", None}
        and _concept_12(offence, person, days) is not False
        and not (
            offence.stage == "convicted"
            and offence.category == "especially_serious"
            and _concept_12(offence, person, days)
        )
    ):
        if _concept_12(offence, person, days) is None:
            _missing_18(offence, person, days, at_offence, truths, found)
        if (
            offence.stage in {"convicted", None}
            and offence.category in {"especially_serious", None}
            and not (offence.stage == "convicted" and offence.category == "especially_serious")
        ):
            if offence.stage is None:
                found[at_offence + ".stage"] = None
            if offence.category is None:
                found[at_offence + ".category"] = None


def _missing_22(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    in_lists_1 = LISTS_1[offence.provision]
    if (
        offence.stage in {"convicted", None}
        and in_lists_1 & 262144
        and offence.damage_compensated_in_full is not False
        and offence.civil_claims_satisfied is not False
        and not (
            offence.stage == "convicted"
            and in_lists_1 & 524288
            and offence.damage_compensated_in_full
            and offence.civil_claims_satisfied
        )
    ):
        if (
            offence.stage in {"convicted", None}
            and in_lists_1 & 262144
            and not (offence.stage == "convicted" and in_lists_1 & 524288)
        ):
            if offence.stage is None:
                found[at_offence + ".stage"] = None
            if in_lists_1 & 262144 and not in_lists_1 & 524288:
                found[at_offence + ".provision"] = None
        if (
            offence.damage_compensated_in_full is not False
            and offence.civil_claims_satisfied is not False
            and not (offence.damage_compensated_in_full and offence.civil_claims_satisfied)
        ):
            if offence.damage_compensated_in_full is None:
                found[at_offence + ".damage_compensated_in_full"] = None
            if offence.civil_claims_satisfied is None:
                found[at_offence + ".civil_claims_satisfied"] = None


def _missing_23(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if (
        offence.stage in {"convicted", None}
        and offence.category in {"medium", None}
        and not (offence.stage == "convicted" and offence.category == "medium")
    ):
        if offence.stage is None:
            found[at_offence + ".stage"] = None
        if offence.category is None:
            found[at_offence + ".category"] = None


def _missing_24(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if (
        truths[0] is not False
        or truths[1] is not False
        or truths[2] is not False
        or truths[3] is not False
    ) and not (truths[0] or truths[1] or truths[2] or truths[3]):
        _missing_25(offence, person, days, at_offence, truths, found)
        _missing_42(offence, person, days, at_offence, truths, found)
        _missing_43(offence, person, days, at_offence, truths, found)
        _missing_44(offence, person, days, at_offence, truths, found)


def _missing_25(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[0] is None:
        if offence.category is None:
            found[at_offence + ".category"] = None
        _missing_26(offence, person, days, at_offence, truths, found)
        _missing_29(offence, person, days, at_offence, truths, found)
        _missing_31(offence, person, days, at_offence, truths, found)
        _missing_33(offence, person, days, at_offence, truths, found)
        _missing_35(offence, person, days, at_offence, truths, found)
        _missing_36(offence, person, days, at_offence, truths, found)
        _missing_37(offence, person, days, at_offence, truths, found)
        _missing_38(offence, person, days, at_offence, truths, found)
        _missing_39(offence, person, days, at_offence, truths, found)
        _missing_40(offence, person, days, at_offence, truths, found)
        _missing_41(offence, person, days, at_offence, truths, found)
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_26(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[11] is None:
        if _some_1(person, days) is None:
            if person.offences is None:
                found["offences"] = None
            for place, offence_2 in enumerate(person.offences or ()):
                in_lists_offence_2_1 = LISTS_1[offence_2.provision]
                at_offence_2 = "offences" + f"[{place}]"
                if (
                    (
                        in_lists_offence_2_1 & 1
                        or (
                            offence_2.official_position_used is not False
                            and in_lists_offence_2_1 & 4
                        )
                        or offence_2.corruption_crime
                    )
                    and offence_2.corruption_crime is not False
                    and not (
                        offence_2.corruption_crime
                        or (
                            offence_2.corruption_crime is None
                            and (
                                in_lists_offence_2_1 & 2
                                or (
                                    offence_2.official_position_used
                                    and in_lists_offence_2_1 & 8
                                )
                            )
                        )
                    )
                ):
                    _missing_27(offence_2, person, days, at_offence_2, found)
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_27(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    found: dict[str, None],
) -> None:
    in_lists_1 = LISTS_1[offence.provision]
    if (
        in_lists_1 & 1 or (offence.official_position_used is not False and in_lists_1 & 4)
    ) and not (in_lists_1 & 2 or (offence.official_position_used and in_lists_1 & 8)):
        if in_lists_1 & 1 and not in_lists_1 & 2:
            found[at_offence + ".provision"] = None
        if (
            offence.official_position_used is not False
            and in_lists_1 & 4
            and not (offence.official_position_used and in_lists_1 & 8)
        ):
            if in_lists_1 & 4 and not in_lists_1 & 8:
                found[at_offence + ".provision"] = None
            if offence.official_position_used is None:
                found[at_offence + ".official_position_used"] = None


def _missing_28(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[22] is None:
        if offence.committed_on is None:
            found[at_offence + ".committed_on"] = None
        if days.effective_day is None:
            found["effective_day"] = None


def _missing_29(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[12] is None:
        if _some_2(person, days) is None:
            if person.offences is None:
                found["offences"] = None
            for place, offence_2 in enumerate(person.offences or ()):
                in_lists_offence_2_1 = LISTS_1[offence_2.provision]
                at_offence_2 = "offences" + f"[{place}]"
                if (
                    (in_lists_offence_2_1 & 16 or offence_2.terrorist_crime)
                    and offence_2.terrorist_crime is not False
                    and not (
                        offence_2.terrorist_crime
                        or (offence_2.terrorist_crime is None and in_lists_offence_2_1 & 32)
                    )
                ):
                    _missing_30(offence_2, person, days, at_offence_2, found)
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_30(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    found: dict[str, None],
) -> None:
    in_lists_1 = LISTS_1[offence.provision]
    if in_lists_1 & 16 and not in_lists_1 & 32:
        found[at_offence + ".provision"] = None


def _missing_31(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[13] is None:
        if _some_3(person, days) is None:
            if person.offences is None:
                found["offences"] = None
            for place, offence_2 in enumerate(person.offences or ()):
                in_lists_offence_2_1 = LISTS_1[offence_2.provision]
                at_offence_2 = "offences" + f"[{place}]"
                if (
                    offence_2.signs_of_extremism is not False
                    or (
                        (in_lists_offence_2_1 & 64 or offence_2.extremist_crime)
                        and offence_2.extremist_crime is not False
                    )
                ) and not (
                    offence_2.signs_of_extremism
                    or offence_2.extremist_crime
                    or (offence_2.extremist_crime is None and in_lists_offence_2_1 & 128)
                ):
                    if (
                        (in_lists_offence_2_1 & 64 or offence_2.extremist_crime)
                        and offence_2.extremist_crime is not False
                        and not (
                            offence_2.extremist_crime
                            or (
                                offence_2.extremist_crime is None and in_lists_offence_2_1 & 128
                            )
                        )
                    ):
                        _missing_32(offence_2, person, days, at_offence_2, found)
                    if offence_2.signs_of_extremism is None:
                        found[at_offence_2 + ".signs_of_extremism"] = None
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_32(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    found: dict[str, None],
) -> None:
    in_lists_1 = LISTS_1[offence.provision]
    if in_lists_1 & 64 and not in_lists_1 & 128:
        found[at_offence + ".provision"] = None


def _missing_33(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[14] is None:
        if _some_4(person, days) is None:
            if person.offences is None:
                found["offences"] = None
            for place, offence_2 in enumerate(person.offences or ()):
                in_lists_offence_2_1 = LISTS_1[offence_2.provision]
                at_offence_2 = "offences" + f"[{place}]"
                if (
                    (
                        (
                            in_lists_offence_2_1 & 256
                            and (offence_2.victim_age is None or offence_2.victim_age < 18)
                        )
                        or offence_2.crime_against_minor
                    )
                    and offence_2.crime_against_minor is not False
                    and not (
                        offence_2.victim_age is not None
                        and offence_2.victim_age >= 14
                        and offence_2.victim_age < 18
                        and not (
                            person.date_of_birth is None
                            or offence_2.committed_on is None
                            or person.date_of_birth <= LATEST_1[offence_2.committed_on]
                        )
                    )
                    and not (
                        (
                            offence_2.crime_against_minor
                            or (
                                offence_2.crime_against_minor is None
                                and in_lists_offence_2_1 & 512
                                and offence_2.victim_age is not None
                                and offence_2.victim_age < 18
                            )
                        )
                        and not (
                            (offence_2.victim_age is None or offence_2.victim_age >= 14)
                            and (offence_2.victim_age is None or offence_2.victim_age < 18)
                            and not (
                                person.date_of_birth is not None
                                and offence_2.committed_on is not None
                                and person.date_of_birth <= LATEST_1[offence_2.committed_on]
                            )
                        )
                    )
                ):
                    if (
                        (
                            (
                                in_lists_offence_2_1 & 256
                                and (offence_2.victim_age is None or offence_2.victim_age < 18)
                            )
                            or offence_2.crime_against_minor
                        )
                        and offence_2.crime_against_minor is not False
                        and not (
                            offence_2.crime_against_minor
                            or (
                                offence_2.crime_against_minor is None
                                and in_lists_offence_2_1 & 512
                                and offence_2.victim_age is not None
                                and offence_2.victim_age < 18
                            )
                        )
                    ):
                        _missing_34(offence_2, person, days, at_offence_2, found)
                    if (
                        (offence_2.victim_age is None or offence_2.victim_age >= 14)
                        and (offence_2.victim_age is None or offence_2.victim_age < 18)
                        and not (
                            person.date_of_birth is not None
                            and offence_2.committed_on is not None
                            and person.date_of_birth <= LATEST_1[offence_2.committed_on]
                        )
                        and not (
                            offence_2.victim_age is not None
                            and offence_2.victim_age >= 14
                            and offence_2.victim_age < 18
                            and not (
                                person.date_of_birth is None
                                or offence_2.committed_on is None
                                or person.date_of_birth <= LATEST_1[offence_2.committed_on]
                            )
                        )
                    ):
                        if person.date_of_birth is None:
                            found["date_of_birth"] = None
                        if offence_2.committed_on is None:
                            found[at_offence_2 + ".committed_on"] = None
                        if (
                            (offence_2.victim_age is None or offence_2.victim_age >= 14)
                            and (offence_2.victim_age is None or offence_2.victim_age < 18)
                            and not (
                                offence_2.victim_age is not None
                                and offence_2.victim_age >= 14
                                and offence_2.victim_age < 18
                            )
                        ):
                            if offence_2.victim_age is None:
                                found[at_offence_2 + ".victim_age"] = None
                            if offence_2.victim_age is None:
                                found[at_offence_2 + ".victim_age"] = None
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_34(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    found: dict[str, None],
) -> None:
    in_lists_1 = LISTS_1[offence.provision]
    if (
        in_lists_1 & 256
        and (offence.victim_age is None or offence.victim_age < 18)
        and not (
            in_lists_1 & 512 and offence.victim_age is not None and offence.victim_age < 18
        )
    ):
        if in_lists_1 & 256 and not in_lists_1 & 512:
            found[at_offence + ".provision"] = None
        if offence.victim_age is None:
            found[at_offence + ".victim_age"] = None


def _missing_35(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[15] is None:
        if _some_5(person, days) is None:
            if person.offences is None:
                found["offences"] = None
            for place, offence_2 in enumerate(person.offences or ()):
                in_lists_offence_2_1 = LISTS_1[offence_2.provision]
                at_offence_2 = "offences" + f"[{place}]"
                if in_lists_offence_2_1 & 1024 and not in_lists_offence_2_1 & 2048:
                    found[at_offence_2 + ".provision"] = None
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_36(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[16] is None:
        if _some_6(person, days) is None:
            if person.offences is None:
                found["offences"] = None
            for place, offence_2 in enumerate(person.offences or ()):
                at_offence_2 = "offences" + f"[{place}]"
                if offence_2.recidivism is None:
                    found[at_offence_2 + ".recidivism"] = None
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_37(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[17] is None:
        if _some_7(person, days) is None:
            if person.offences is None:
                found["offences"] = None
            for place, offence_2 in enumerate(person.offences or ()):
                at_offence_2 = "offences" + f"[{place}]"
                if offence_2.life_imprisonment is None:
                    found[at_offence_2 + ".life_imprisonment"] = None
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_38(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[18] is None:
        if _some_8(person, days) is None:
            if person.offences is None:
                found["offences"] = None
            for place, offence_2 in enumerate(person.offences or ()):
                at_offence_2 = "offences" + f"[{place}]"
                if offence_2.in_criminal_group is None:
                    found[at_offence_2 + ".in_criminal_group"] = None
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_39(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[19] is None:
        if _some_9(person, days) is None:
            if person.offences is None:
                found["offences"] = None
            for place, offence_2 in enumerate(person.offences or ()):
                in_lists_offence_2_1 = LISTS_1[offence_2.provision]
                at_offence_2 = "offences" + f"[{place}]"
                if in_lists_offence_2_1 & 4096 and not in_lists_offence_2_1 & 8192:
                    found[at_offence_2 + ".provision"] = None
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_40(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[20] is None:
        if _some_10(person, days) is None:
            if person.offences is None:
                found["offences"] = None
            for place, offence_2 in enumerate(person.offences or ()):
                in_lists_offence_2_1 = LISTS_1[offence_2.provision]
                at_offence_2 = "offences" + f"[{place}]"
                if in_lists_offence_2_1 & 16384 and not in_lists_offence_2_1 & 32768:
                    found[at_offence_2 + ".provision"] = None
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_41(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[21] is None:
        if _some_11(person, days) is None:
            if person.offences is None:
                found["offences"] = None
            for place, offence_2 in enumerate(person.offences or ()):
                in_lists_offence_2_1 = LISTS_1[offence_2.provision]
                at_offence_2 = "offences" + f"[{place}]"
                if in_lists_offence_2_1 & 65536 and not in_lists_offence_2_1 & 131072:
                    found[at_offence_2 + ".provision"] = None
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_42(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[1] is None:
        if (
            offence.category in {"medium", None}
            and (
                offence.damage_compensated_in_full is not False
                or not offence.damage_caused
                or not offence.civil_claim_brought
            )
            and not (
                offence.category == "medium"
                and (
                    offence.damage_compensated_in_full
                    or not offence.damage_caused is not False
                    or not offence.civil_claim_brought is not False
                )
            )
        ):
            if offence.category is None:
                found[at_offence + ".category"] = None
            if (
                offence.damage_compensated_in_full is not False
                or not offence.damage_caused
                or not offence.civil_claim_brought
            ) and not (
                offence.damage_compensated_in_full
                or not offence.damage_caused is not False
                or not offence.civil_claim_brought is not False
            ):
                if offence.damage_caused is None:
                    found[at_offence + ".damage_caused"] = None
                if offence.damage_compensated_in_full is None:
                    found[at_offence + ".damage_compensated_in_full"] = None
                if offence.civil_claim_brought is None:
                    found[at_offence + ".civil_claim_brought"] = None
        _missing_26(offence, person, days, at_offence, truths, found)
        _missing_29(offence, person, days, at_offence, truths, found)
        _missing_31(offence, person, days, at_offence, truths, found)
        _missing_33(offence, person, days, at_offence, truths, found)
        _missing_35(offence, person, days, at_offence, truths, found)
        _missing_36(offence, person, days, at_offence, truths, found)
        _missing_37(offence, person, days, at_offence, truths, found)
        _missing_38(offence, person, days, at_offence, truths, found)
        _missing_39(offence, person, days, at_offence, truths, found)
        _missing_40(offence, person, days, at_offence, truths, found)
        _missing_41(offence, person, days, at_offence, truths, found)
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_43(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[2] is None:
        if (
            offence.category in {"medium", None}
            and _concept_12(offence, person, days) is not False
            and not (offence.category == "medium" and _concept_12(offence, person, days))
        ):
            if _concept_12(offence, person, days) is None:
                _missing_18(offence, person, days, at_offence, truths, found)
            if offence.category is None:
                found[at_offence + ".category"] = None
        _missing_26(offence, person, days, at_offence, truths, found)
        _missing_29(offence, person, days, at_offence, truths, found)
        _missing_31(offence, person, days, at_offence, truths, found)
        _missing_33(offence, person, days, at_offence, truths, found)
        _missing_35(offence, person, days, at_offence, truths, found)
        _missing_36(offence, person, days, at_offence, truths, found)
        _missing_37(offence, person, days, at_offence, truths, found)
        _missing_38(offence, person, days, at_offence, truths, found)
        _missing_39(offence, person, days, at_offence, truths, found)
        _missing_40(offence, person, days, at_offence, truths, found)
        _missing_41(offence, person, days, at_offence, truths, found)
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_44(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if truths[3] is None:
        if (
            not offence.negative_behaviour
            and offence.stage in {"convicted", None}
            and offence.category in {"medium", None}
            and (
                days.effective_day is None
                or offence.term_ends_on is None
                or days.effective_day > LATEST_4[offence.term_ends_on]
            )
            and not (
                not offence.negative_behaviour is not False
                and offence.stage == "convicted"
                and offence.category == "medium"
                and days.effective_day is not None
                and offence.term_ends_on is not None
                and days.effective_day > LATEST_4[offence.term_ends_on]
            )
        ):
            if (
                offence.stage in {"convicted", None}
                and offence.category in {"medium", None}
                and not (offence.stage == "convicted" and offence.category == "medium")
            ):
                if offence.stage is None:
                    found[at_offence + ".stage"] = None
                if offence.category is None:
                    found[at_offence + ".category"] = None
            if offence.negative_behaviour is None:
                found[at_offence + ".negative_behaviour"] = None
            if offence.term_ends_on is None:
                found[at_offence + ".term_ends_on"] = None
            if days.effective_day is None:
                found["effective_day"] = None
        _missing_26(offence, person, days, at_offence, truths, found)
        _missing_29(offence, person, days, at_offence, truths, found)
        _missing_31(offence, person, days, at_offence, truths, found)
        _missing_33(offence, person, days, at_offence, truths, found)
        _missing_35(offence, person, days, at_offence, truths, found)
        _missing_36(offence, person, days, at_offence, truths, found)
        _missing_37(offence, person, days, at_offence, truths, found)
        _missing_38(offence, person, days, at_offence, truths, found)
        _missing_39(offence, person, days, at_offence, truths, found)
        _missing_40(offence, person, days, at_offence, truths, found)
        _missing_41(offence, person, days, at_offence, truths, found)
        _missing_28(offence, person, days, at_offence, truths, found)


def _missing_45(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    return


def _missing_46(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if (
        offence.damage_caused is not False
        and not offence.damage_compensated_in_full
        and not (offence.damage_caused and not offence.damage_compensated_in_full is not False)
    ):
        if offence.damage_caused is None:
            found[at_offence + ".damage_caused"] = None
        if offence.damage_compensated_in_full is None:
            found[at_offence + ".damage_compensated_in_full"] = None


def _missing_47(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if _some_1(person, days) is None:
        if person.offences is None:
            found["offences"] = None
        for place, offence_2 in enumerate(person.offences or ()):
            in_lists_offence_2_1 = LISTS_1[offence_2.provision]
            at_offence_2 = "offences" + f"[{place}]"
            if (
                (
                    in_lists_offence_2_1 & 1
                    or (
                        offence_2.official_position_used is not False
                        and in_lists_offence_2_1 & 4
                    )
                    or offence_2.corruption_crime
                )
                and offence_2.corruption_crime is not False
                and not (
                    offence_2.corruption_crime
                    or (
                        offence_2.corruption_crime is None
                        and (
                            in_lists_offence_2_1 & 2
                            or (offence_2.official_position_used and in_lists_offence_2_1 & 8)
                        )
                    )
                )
            ):
                _missing_27(offence_2, person, days, at_offence_2, found)


def _missing_48(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if _some_2(person, days) is None:
        if person.offences is None:
            found["offences"] = None
        for place, offence_2 in enumerate(person.offences or ()):
            in_lists_offence_2_1 = LISTS_1[offence_2.provision]
            at_offence_2 = "offences" + f"[{place}]"
            if (
                (in_lists_offence_2_1 & 16 or offence_2.terrorist_crime)
                and offence_2.terrorist_crime is not False
                and not (
                    offence_2.terrorist_crime
                    or (offence_2.terrorist_crime is None and in_lists_offence_2_1 & 32)
                )
            ):
                _missing_30(offence_2, person, days, at_offence_2, found)


def _missing_49(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if _some_3(person, days) is None:
        if person.offences is None:
            found["offences"] = None
        for place, offence_2 in enumerate(person.offences or ()):
            in_lists_offence_2_1 = LISTS_1[offence_2.provision]
            at_offence_2 = "offences" + f"[{place}]"
            if (
                offence_2.signs_of_extremism is not False
                or (
                    (in_lists_offence_2_1 & 64 or offence_2.extremist_crime)
                    and offence_2.extremist_crime is not False
                )
            ) and not (
                offence_2.signs_of_extremism
                or offence_2.extremist_crime
                or (offence_2.extremist_crime is None and in_lists_offence_2_1 & 128)
            ):
                if (
                    (in_lists_offence_2_1 & 64 or offence_2.extremist_crime)
                    and offence_2.extremist_crime is not False
                    and not (
                        offence_2.extremist_crime
                        or (offence_2.extremist_crime is None and in_lists_offence_2_1 & 128)
                    )
                ):
                    _missing_32(offence_2, person, days, at_offence_2, found)
                if offence_2.signs_of_extremism is None:
                    found[at_offence_2 + ".signs_of_extremism"] = None


def _missing_50(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if _some_4(person, days) is None:
        if person.offences is None:
            found["offences"] = None
        for place, offence_2 in enumerate(person.offences or ()):
            in_lists_offence_2_1 = LISTS_1[offence_2.provision]
            at_offence_2 = "offences" + f"[{place}]"
            if (
                (
                    (
                        in_lists_offence_2_1 & 256
                        and (offence_2.victim_age is None or offence_2.victim_age < 18)
                    )
                    or offence_2.crime_against_minor
                )
                and offence_2.crime_against_minor is not False
                and not (
                    offence_2.victim_age is not None
                    and offence_2.victim_age >= 14
                    and offence_2.victim_age < 18
                    and not (
                        person.date_of_birth is None
                        or offence_2.committed_on is None
                        or person.date_of_birth <= LATEST_1[offence_2.committed_on]
                    )
                )
                and not (
                    (
                        offence_2.crime_against_minor
                        or (
                            offence_2.crime_against_minor is None
                            and in_lists_offence_2_1 & 512
                            and offence_2.victim_age is not None
                            and offence_2.victim_age < 18
                        )
                    )
                    and not (
                        (offence_2.victim_age is None or offence_2.victim_age >= 14)
                        and (offence_2.victim_age is None or offence_2.victim_age < 18)
                        and not (
                            person.date_of_birth is not None
                            and offence_2.committed_on is not None
                            and person.date_of_birth <= LATEST_1[offence_2.committed_on]
                        )
                    )
                )
            ):
                if (
                    (
                        (
                            in_lists_offence_2_1 & 256
                            and (offence_2.victim_age is None or offence_2.victim_age < 18)
                        )
                        or offence_2.crime_against_minor
                    )
                    and offence_2.crime_against_minor is not False
                    and not (
                        offence_2.crime_against_minor
                        or (
                            offence_2.crime_against_minor is None
                            and in_lists_offence_2_1 & 512
                            and offence_2.victim_age is not None
                            and offence_2.victim_age < 18
                        )
                    )
                ):
                    _missing_34(offence_2, person, days, at_offence_2, found)
                if (
                    (offence_2.victim_age is None or offence_2.victim_age >= 14)
                    and (offence_2.victim_age is None or offence_2.victim_age < 18)
                    and not (
                        person.date_of_birth is not None
                        and offence_2.committed_on is not None
                        and person.date_of_birth <= LATEST_1[offence_2.committed_on]
                    )
                    and not (
                        offence_2.victim_age is not None
                        and offence_2.victim_age >= 14
                        and offence_2.victim_age < 18
                        and not (
                            person.date_of_birth is None
                            or offence_2.committed_on is None
                            or person.date_of_birth <= LATEST_1[offence_2.committed_on]
                        )
                    )
                ):
                    if person.date_of_birth is None:
                        found["date_of_birth"] = None
                    if offence_2.committed_on is None:
                        found[at_offence_2 + ".committed_on"] = None
                    if (
                        (offence_2.victim_age is None or offence_2.victim_age >= 14)
                        and (offence_2.victim_age is None or offence_2.victim_age < 18)
                        and not (
                            offence_2.victim_age is not None
                            and offence_2.victim_age >= 14
                            and offence_2.victim_age < 18
                        )
                    ):
                        if offence_2.victim_age is None:
                            found[at_offence_2 + ".victim_age"] = None
                        if offence_2.victim_age is None:
                            found[at_offence_2 + ".victim_age"] = None


def _missing_51(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if _some_5(person, days) is None:
        if person.offences is None:
            found["offences"] = None
        for place, offence_2 in enumerate(person.offences or ()):
            in_lists_offence_2_1 = LISTS_1[offence_2.provision]
            at_offence_2 = "offences" + f"[{place}]"
            if in_lists_offence_2_1 & 1024 and not in_lists_offence_2_1 & 2048:
                found[at_offence_2 + ".provision"] = None


def _missing_52(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if _some_6(person, days) is None:
        if person.offences is None:
            found["offences"] = None
        for place, offence_2 in enumerate(person.offences or ()):
            at_offence_2 = "offences" + f"[{place}]"
            if offence_2.recidivism is None:
                found[at_offence_2 + ".recidivism"] = None


def _missing_53(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if _some_7(person, days) is None:
        if person.offences is None:
            found["offences"] = None
        for place, offence_2 in enumerate(person.offences or ()):
            at_offence_2 = "offences" + f"[{place}]"
            if offence_2.life_imprisonment is None:
                found[at_offence_2 + ".life_imprisonment"] = None


def _missing_54(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if _some_8(person, days) is None:
        if person.offences is None:
            found["offences"] = None
        for place, offence_2 in enumerate(person.offences or ()):
            at_offence_2 = "offences" + f"[{place}]"
            if offence_2.in_criminal_group is None:
                found[at_offence_2 + ".in_criminal_group"] = None


def _missing_55(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if _some_9(person, days) is None:
        if person.offences is None:
            found["offences"] = None
        for place, offence_2 in enumerate(person.offences or ()):
            in_lists_offence_2_1 = LISTS_1[offence_2.provision]
            at_offence_2 = "offences" + f"[{place}]"
            if in_lists_offence_2_1 & 4096 and not in_lists_offence_2_1 & 8192:
                found[at_offence_2 + ".provision"] = None


def _missing_56(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if _some_10(person, days) is None:
        if person.offences is None:
            found["offences"] = None
        for place, offence_2 in enumerate(person.offences or ()):
            in_lists_offence_2_1 = LISTS_1[offence_2.provision]
            at_offence_2 = "offences" + f"[{place}]"
            if in_lists_offence_2_1 & 16384 and not in_lists_offence_2_1 & 32768:
                found[at_offence_2 + ".provision"] = None


def _missing_57(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if _some_11(person, days) is None:
        if person.offences is None:
            found["offences"] = None
        for place, offence_2 in enumerate(person.offences or ()):
            in_lists_offence_2_1 = LISTS_1[offence_2.provision]
            at_offence_2 = "offences" + f"[{place}]"
            if in_lists_offence_2_1 & 65536 and not in_lists_offence_2_1 & 131072:
                found[at_offence_2 + ".provision"] = None


def _missing_58(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if offence.committed_on is None:
        found[at_offence + ".committed_on"] = None
    if days.effective_day is None:
        found["effective_day"] = None


def _missing_59(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if offence.stage is None:
        found[at_offence + ".stage"] = None


def _missing_60(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if offence.stage is None:
        found[at_offence + ".stage"] = None


def _missing_61(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if offence.stage is None:
        found[at_offence + ".stage"] = None


def _missing_62(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if offence.stage is None:
        found[at_offence + ".stage"] = None


def _missing_63(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if offence.stage is None:
        found[at_offence + ".stage"] = None


def _missing_64(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if offence.stage is None:
        found[at_offence + ".stage"] = None


def _needed_65(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    open_: tuple[int, ...],
) -> tuple[str, ...]:
    giving = (4, 5, 6, 7)
    every: list[dict[str, None]] = []
    for rule in open_rules(truths, giving, open_, DISPLACERS_2):
        found: dict[str, None] = {}
        MISSING_1[rule](offence, person, days, at_offence, truths, found)
        every.append(found)
    return by_use(every)


def _needed_66(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    open_: tuple[int, ...],
) -> tuple[str, ...]:
    giving = (9,)
    every: list[dict[str, None]] = []
    for rule in open_rules(truths, giving, open_, DISPLACERS_2):
        found: dict[str, None] = {}
        MISSING_1[rule](offence, person, days, at_offence, truths, found)
        for place in open_:
            if giving[place] == rule:
                GIVING_7[place](offence, person, days, at_offence, truths, found)
        every.append(found)
    return by_use(every)


def _missing_67(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if unknown(
        rounded(
            product(
                rules.unserved_part(offence, person, days),
                spoken_of(rules.reduction(offence, person, days)),
            ),
            "up",
            Fraction(1),
        ),
    ):
        if unknown(
            product(
                rules.unserved_part(offence, person, days),
                spoken_of(rules.reduction(offence, person, days)),
            ),
        ):
            if rules.unserved_part(offence, person, days) is None:
                _missing_68(offence, person, days, at_offence, truths, found)
            if spoken_of(rules.reduction(offence, person, days)) is None:
                made = _offence_made(offence, person, days)
                for path in _needed_65(offence, person, days, at_offence, made[-1], made[5]):
                    found[path] = None


def _missing_68(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    found: dict[str, None],
) -> None:
    if unknown(largest(days_between(days.effective_day, offence.term_ends_on), 0)):
        if days.effective_day is None:
            found["effective_day"] = None
        if offence.term_ends_on is None:
            found[at_offence + ".term_ends_on"] = None


def _needed_69(
    offence: Offence,
    person: Person,
    days: Days,
    at_offence: str,
    truths: Any,
    open_: tuple[int, ...],
) -> tuple[str, ...]:
    giving = (10,)
    every: list[dict[str, None]] = []
    for rule in open_rules(truths, giving, open_, DISPLACERS_2):
        found: dict[str, None] = {}
        MISSING_1[rule](offence, person, days, at_offence, truths, found)
        every.append(found)
    return by_use(every)


NONE_OFFENCE = (False, False, False, False, False, False, False, False, False, False, False)


def _offence_may(person: Person, days: Days) -> bool:
    if person.offences is None:
        return True
    for offence in person.offences:
        in_lists_1 = LISTS_1[offence.provision]
        if (
            in_lists_1 & 87121
            or (offence.official_position_used is not False and in_lists_1 & 4)
            or offence.corruption_crime
            or offence.terrorist_crime
            or offence.signs_of_extremism is not False
            or offence.extremist_crime
            or (
                (
                    (
                        in_lists_1 & 256
                        and (offence.victim_age is None or offence.victim_age < 18)
                    )
                    or offence.crime_against_minor
                )
                and not (
                    offence.victim_age is not None
                    and offence.victim_age >= 14
                    and offence.victim_age < 18
                    and not (
                        person.date_of_birth is None
                        or offence.committed_on is None
                        or person.date_of_birth <= LATEST_1[offence.committed_on]
                    )
                )
            )
            or offence.recidivism in {"recidivism", "dangerous", None}
            or offence.life_imprisonment is not False
            or offence.in_criminal_group is not False
        ):
            return True
    return False


def _offence_shared(person: Person, days: Days) -> Any:
    if not _offence_may(person, days):
        return NONE_OFFENCE
    uncertain = False
    c12: Truth = False
    if (m1 := _some_1(person, days)) is not False:
        if m1:
            c12 = True
        else:
            c12 = None
            uncertain = True
    c13: Truth = False
    if (m2 := _some_2(person, days)) is not False:
        if m2:
            c13 = True
        else:
            c13 = None
            uncertain = True
    c14: Truth = False
    if (m3 := _some_3(person, days)) is not False:
        if m3:
            c14 = True
        else:
            c14 = None
            uncertain = True
    c15: Truth = False
    if (m4 := _some_4(person, days)) is not False:
        if m4:
            c15 = True
        else:
            c15 = None
            uncertain = True
    c16: Truth = False
    if (m5 := _some_5(person, days)) is not False:
        if m5:
            c16 = True
        else:
            c16 = None
            uncertain = True
    c17: Truth = False
    if (m6 := _some_6(person, days)) is not False:
        if m6:
            c17 = True
        else:
            c17 = None
            uncertain = True
    c18: Truth = False
    if (m7 := _some_7(person, days)) is not False:
        if m7:
            c18 = True
        else:
            c18 = None
            uncertain = True
    c19: Truth = False
    if (m8 := _some_8(person, days)) is not False:
        if m8:
            c19 = True
        else:
            c19 = None
            uncertain = True
    c20: Truth = False
    if (m9 := _some_9(person, days)) is not False:
        if m9:
            c20 = True
        else:
            c20 = None
            uncertain = True
    c21: Truth = False
    if (m10 := _some_10(person, days)) is not False:
        if m10:
            c21 = True
        else:
            c21 = None
            uncertain = True
    c22: Truth = False
    if (m11 := _some_11(person, days)) is not False:
        if m11:
            c22 = True
        else:
            c22 = None
            uncertain = True
    return (c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22)


def _offence(offence: Offence, person: Person, days: Days, shared: Any) -> Any:
    c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22 = shared
    uncertain = False
    # 8
    s23: Truth = False
    if not (
        offence.committed_on is not None
        and days.effective_day is not None
        and offence.committed_on < days.effective_day
    ):
        if not (
            offence.committed_on is None
            or days.effective_day is None
            or offence.committed_on < days.effective_day
        ):
            s23 = True
        else:
            s23 = None
            uncertain = True
    s12: Truth = False
    s13: Truth = False
    s14: Truth = False
    s15: Truth = False
    s16: Truth = False
    s17: Truth = False
    s18: Truth = False
    s19: Truth = False
    s20: Truth = False
    s21: Truth = False
    s22: Truth = False
    if shared is not NONE_OFFENCE:
        # 5(1)
        if s23 is not True and c12 is not False:
            if s23 is False and c12:
                s12 = True
            else:
                s12 = None
                uncertain = True
        # 5(2)
        if s23 is not True and c13 is not False:
            if s23 is False and c13:
                s13 = True
            else:
                s13 = None
                uncertain = True
        # 5(3)
        if s23 is not True and c14 is not False:
            if s23 is False and c14:
                s14 = True
            else:
                s14 = None
                uncertain = True
        # 5(4)
        if s23 is not True and c15 is not False:
            if s23 is False and c15:
                s15 = True
            else:
                s15 = None
                uncertain = True
        # 5(5)
        if s23 is not True and c16 is not False:
            if s23 is False and c16:
                s16 = True
            else:
                s16 = None
                uncertain = True
        # 5(6)
        if s23 is not True and c17 is not False:
            if s23 is False and c17:
                s17 = True
            else:
                s17 = None
                uncertain = True
        # 5(7)
        if s23 is not True and c18 is not False:
            if s23 is False and c18:
                s18 = True
            else:
                s18 = None
                uncertain = True
        # 5(8)
        if s23 is not True and c19 is not False:
            if s23 is False and c19:
                s19 = True
            else:
                s19 = None
                uncertain = True
        # 5(9)
        if s23 is not True and c20 is not False:
            if s23 is False and c20:
                s20 = True
            else:
                s20 = None
                uncertain = True
        # 5(10)
        if s23 is not True and c21 is not False:
            if s23 is False and c21:
                s21 = True
            else:
                s21 = None
                uncertain = True
        # 5(11)
        if s23 is not True and c22 is not False:
            if s23 is False and c22:
                s22 = True
            else:
                s22 = None
                uncertain = True
    d1 = s12 or s13 or s14 or s15 or s16 or s17 or s18 or s19 or s20 or s21 or s22 or s23
    if uncertain:
        d1 = any_of(s12, s13, s14, s15, s16, s17, s18, s19, s20, s21, s22, s23)
    # 2(1)(1)
    s1: Truth = False
    if d1 is not True and offence.category in {"misdemeanour", "minor", None}:
        if d1 is False and offence.category in {"misdemeanour", "minor"}:
            s1 = True
        else:
            s1 = None
            uncertain = True
    # 2(1)(2)
    s2: Truth = False
    if (
        d1 is not True
        and offence.category in {"medium", None}
        and (
            offence.damage_compensated_in_full is not False
            or not offence.damage_caused
            or not offence.civil_claim_brought
        )
    ):
        if (
            d1 is False
            and offence.category == "medium"
            and (
                offence.damage_compensated_in_full
                or not offence.damage_caused is not False
                or not offence.civil_claim_brought is not False
            )
        ):
            s2 = True
        else:
            s2 = None
            uncertain = True
    # 2(1)(3)
    s3: Truth = False
    if (
        d1 is not True
        and offence.category in {"medium", None}
        and (m1 := _concept_12(offence, person, days)) is not False
    ):
        if d1 is False and offence.category == "medium" and m1:
            s3 = True
        else:
            s3 = None
            uncertain = True
    # 2(2)
    s4: Truth = False
    if (
        d1 is not True
        and not offence.negative_behaviour
        and offence.stage in {"convicted", None}
        and offence.category in {"medium", None}
        and (
            days.effective_day is None
            or offence.term_ends_on is None
            or days.effective_day > LATEST_4[offence.term_ends_on]
        )
    ):
        if (
            d1 is False
            and not offence.negative_behaviour is not False
            and offence.stage == "convicted"
            and offence.category == "medium"
            and days.effective_day is not None
            and offence.term_ends_on is not None
            and days.effective_day > LATEST_4[offence.term_ends_on]
        ):
            s4 = True
        else:
            s4 = None
            uncertain = True
    # 3(4)
    s9: Truth = False
    if d1 is not True and (
        s1 is not False or s2 is not False or s3 is not False or s4 is not False
    ):
        if d1 is False and (s1 or s2 or s3 or s4):
            s9 = True
        else:
            s9 = None
            uncertain = True
    d2 = s9 or s12 or s13 or s14 or s15 or s16 or s17 or s18 or s19 or s20 or s21 or s22 or s23
    if uncertain:
        d2 = any_of(s9, s12, s13, s14, s15, s16, s17, s18, s19, s20, s21, s22, s23)
    # 3(1)
    s5: Truth = False
    if (
        d2 is not True
        and offence.stage in {"convicted", None}
        and offence.category in {"serious", None}
        and (m1 := _concept_12(offence, person, days)) is not False
    ):
        if (
            d2 is False
            and offence.stage == "convicted"
            and offence.category == "serious"
            and m1
        ):
            s5 = True
        else:
            s5 = None
            uncertain = True
    # 3(1)
    s6: Truth = False
    if (
        d2 is not True
        and offence.stage in {"convicted", None}
        and offence.category in {"especially_serious", None}
        and (m1 := _concept_12(offence, person, days)) is not False
    ):
        if (
            d2 is False
            and offence.stage == "convicted"
            and offence.category == "especially_serious"
            and m1
        ):
            s6 = True
        else:
            s6 = None
            uncertain = True
    # 3(2)
    s7: Truth = False
    if (
        d2 is not True
        and offence.stage in {"convicted", None}
        and LISTS_1[offence.provision] & 262144
        and offence.damage_compensated_in_full is not False
        and offence.civil_claims_satisfied is not False
    ):
        if (
            d2 is False
            and offence.stage == "convicted"
            and LISTS_1[offence.provision] & 524288
            and offence.damage_compensated_in_full
            and offence.civil_claims_satisfied
        ):
            s7 = True
        else:
            s7 = None
            uncertain = True
    # 3(3)
    s8: Truth = False
    if (
        d2 is not True
        and offence.stage in {"convicted", None}
        and offence.category in {"medium", None}
    ):
        if d2 is False and offence.stage == "convicted" and offence.category == "medium":
            s8 = True
        else:
            s8 = None
            uncertain = True
    # 3(6)
    s10: Truth = False
    if d1 is not True:
        if d1 is False:
            s10 = True
        else:
            s10 = None
            uncertain = True
    # 4(2)
    s11: Truth = False
    if offence.damage_caused is not False and not offence.damage_compensated_in_full:
        if offence.damage_caused and not offence.damage_compensated_in_full is not False:
            s11 = True
        else:
            s11 = None
            uncertain = True
    g1_1_1: Truth = False
    if s1 is not False and offence.stage in {"open", None}:
        if s1 is True and offence.stage == "open":
            g1_1_1 = True
        else:
            g1_1_1 = None
            uncertain = True
    g1_1_2: Truth = False
    if s1 is not False and offence.stage in {"convicted", None}:
        if s1 is True and offence.stage == "convicted":
            g1_1_2 = True
        else:
            g1_1_2 = None
            uncertain = True
    g1_2_1: Truth = False
    if s2 is not False and offence.stage in {"open", None}:
        if s2 is True and offence.stage == "open":
            g1_2_1 = True
        else:
            g1_2_1 = None
            uncertain = True
    g1_2_2: Truth = False
    if s2 is not False and offence.stage in {"convicted", None}:
        if s2 is True and offence.stage == "convicted":
            g1_2_2 = True
        else:
            g1_2_2 = None
            uncertain = True
    g1_3_1: Truth = False
    if s3 is not False and offence.stage in {"open", None}:
        if s3 is True and offence.stage == "open":
            g1_3_1 = True
        else:
            g1_3_1 = None
            uncertain = True
    g1_3_2: Truth = False
    if s3 is not False and offence.stage in {"convicted", None}:
        if s3 is True and offence.stage == "convicted":
            g1_3_2 = True
        else:
            g1_3_2 = None
            uncertain = True
    v1: Any = offence.outcome
    by_1: tuple[str, ...] = ()
    open_1: tuple[int, ...] = ()
    if v1 is None:
        if uncertain and (
            g1_1_1 is None
            or g1_1_2 is None
            or g1_2_1 is None
            or g1_2_2 is None
            or g1_3_1 is None
            or g1_3_2 is None
            or s4 is None
            or s5 is None
            or s6 is None
            or s7 is None
            or s8 is None
            or s12 is None
            or s13 is None
            or s14 is None
            or s15 is None
            or s16 is None
            or s17 is None
            or s18 is None
            or s19 is None
            or s20 is None
            or s21 is None
            or s22 is None
        ):
            v1, by_1, open_1 = combine(
                "one",
                OUTCOME_NOT_COVERED,
                (
                    (g1_1_1, OUTCOME_RELEASED_FROM_LIABILITY, "2(1)(1)"),
                    (g1_1_2, OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT, "2(1)(1)"),
                    (g1_2_1, OUTCOME_RELEASED_FROM_LIABILITY, "2(1)(2)"),
                    (g1_2_2, OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT, "2(1)(2)"),
                    (g1_3_1, OUTCOME_RELEASED_FROM_LIABILITY, "2(1)(3)"),
                    (g1_3_2, OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT, "2(1)(3)"),
                    (s4, OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT, "2(2)"),
                    (s5, OUTCOME_REDUCED, "3(1)"),
                    (s6, OUTCOME_REDUCED, "3(1)"),
                    (s7, OUTCOME_REDUCED, "3(2)"),
                    (s8, OUTCOME_REDUCED, "3(3)"),
                    (s12, OUTCOME_EXCLUDED, "5(1)"),
                    (s13, OUTCOME_EXCLUDED, "5(2)"),
                    (s14, OUTCOME_EXCLUDED, "5(3)"),
                    (s15, OUTCOME_EXCLUDED, "5(4)"),
                    (s16, OUTCOME_EXCLUDED, "5(5)"),
                    (s17, OUTCOME_EXCLUDED, "5(6)"),
                    (s18, OUTCOME_EXCLUDED, "5(7)"),
                    (s19, OUTCOME_EXCLUDED, "5(8)"),
                    (s20, OUTCOME_EXCLUDED, "5(9)"),
                    (s21, OUTCOME_EXCLUDED, "5(10)"),
                    (s22, OUTCOME_EXCLUDED, "5(11)"),
                ),
                ((s23, "8"), (s9, "3(4)")),
                ORDER,
            )
        elif g1_1_1:
            v1 = OUTCOME_RELEASED_FROM_LIABILITY
            by_1 = ("2(1)(1)",)
        elif g1_1_2:
            v1 = OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT
            by_1 = ("2(1)(1)",)
        elif g1_2_1:
            v1 = OUTCOME_RELEASED_FROM_LIABILITY
            by_1 = ("2(1)(2)",)
        elif g1_2_2:
            v1 = OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT
            by_1 = ("2(1)(2)",)
        elif g1_3_1:
            v1 = OUTCOME_RELEASED_FROM_LIABILITY
            by_1 = ("2(1)(3)",)
        elif g1_3_2:
            v1 = OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT
            by_1 = ("2(1)(3)",)
        elif s4:
            v1 = OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT
            by_1 = ("2(2)",)
        elif s5:
            v1 = OUTCOME_REDUCED
            by_1 = ("3(1)",)
        elif s6:
            v1 = OUTCOME_REDUCED
            by_1 = ("3(1)",)
        elif s7:
            v1 = OUTCOME_REDUCED
            by_1 = ("3(2)",)
        elif s8:
            v1 = OUTCOME_REDUCED
            by_1 = ("3(3)",)
        elif s12:
            v1 = OUTCOME_EXCLUDED
            by_1 = ("5(1)",)
        elif s13:
            v1 = OUTCOME_EXCLUDED
            by_1 = ("5(2)",)
        elif s14:
            v1 = OUTCOME_EXCLUDED
            by_1 = ("5(3)",)
        elif s15:
            v1 = OUTCOME_EXCLUDED
            by_1 = ("5(4)",)
        elif s16:
            v1 = OUTCOME_EXCLUDED
            by_1 = ("5(5)",)
        elif s17:
            v1 = OUTCOME_EXCLUDED
            by_1 = ("5(6)",)
        elif s18:
            v1 = OUTCOME_EXCLUDED
            by_1 = ("5(7)",)
        elif s19:
            v1 = OUTCOME_EXCLUDED
            by_1 = ("5(8)",)
        elif s20:
            v1 = OUTCOME_EXCLUDED
            by_1 = ("5(9)",)
        elif s21:
            v1 = OUTCOME_EXCLUDED
            by_1 = ("5(10)",)
        elif s22:
            v1 = OUTCOME_EXCLUDED
            by_1 = ("5(11)",)
        else:
            v1 = OUTCOME_NOT_COVERED
            if s23 or s9:
                by_1 = cited(ORDER, (s23, "8"), (s9, "3(4)"))
    v2: Any = offence.reduction
    by_2: tuple[str, ...] = ()
    open_2: tuple[int, ...] = ()
    if v2 is None:
        if uncertain and (s5 is None or s6 is None or s7 is None or s8 is None):
            v2, by_2, open_2 = combine(
                "largest",
                NOTHING,
                (
                    (s5, VALUE_6, "3(1)"),
                    (s6, VALUE_7, "3(1)"),
                    (s7, VALUE_8, "3(2)"),
                    (s8, VALUE_9, "3(3)"),
                ),
                ((s9, "3(4)"), (s23, "8")),
                ORDER,
            )
        elif s8:
            v2 = VALUE_9
            by_2 = ("3(3)",)
        elif s5:
            v2 = VALUE_6
            by_2 = ("3(1)",)
        elif s6:
            v2 = VALUE_7
            by_2 = ("3(1)",)
        elif s7:
            v2 = VALUE_8
            by_2 = ("3(2)",)
        else:
            v2 = NOTHING
            if s9 or s23:
                by_2 = cited(ORDER, (s9, "3(4)"), (s23, "8"))
    a3_10_1: Any = NOTHING
    if s10 is not False and v2 is not NOTHING:
        if (
            days.effective_day is not None
            and offence.term_ends_on is not None
            and v2 is not None
            and offence.unserved_part is None
        ):
            a3_10_1 = share_up(max(days_from(days.effective_day, offence.term_ends_on), 0), v2)
        else:
            a3_10_1 = rounded(
                product(rules.unserved_part(offence, person, days), spoken_of(v2)),
                "up",
                Fraction(1),
            )
    v3: Any = offence.days_off
    by_3: tuple[str, ...] = ()
    open_3: tuple[int, ...] = ()
    if v3 is None:
        if s10 is False or a3_10_1 is NOTHING:
            v3 = NOTHING
            if s23:
                by_3 = cited(ORDER, (s23, "8"))
        else:
            v3, by_3, open_3 = combine(
                "one",
                NOTHING,
                ((s10, a3_10_1, "3(6)"),),
                ((s23, "8"),),
                ORDER,
            )
    v4: Any = offence.obliged_to_compensate
    by_4: tuple[str, ...] = ()
    open_4: tuple[int, ...] = ()
    if v4 is None:
        if uncertain and s11 is None:
            v4, by_4, open_4 = combine("one", False, ((s11, True, "4(2)"),), (), ORDER)
        elif s11:
            v4 = True
            by_4 = ("4(2)",)
        else:
            v4 = False
    truths = (
        s1,
        s2,
        s3,
        s4,
        s5,
        s6,
        s7,
        s8,
        s9,
        s10,
        s11,
        s12,
        s13,
        s14,
        s15,
        s16,
        s17,
        s18,
        s19,
        s20,
        s21,
        s22,
        s23,
    )
    return (v1, by_1, open_1, v2, by_2, open_2, v3, by_3, open_3, v4, by_4, open_4, truths)


def _offence_made(offence: Offence, person: Person, days: Days) -> Any:
    shared = _offence_shared(person, days)
    return _offence(offence, person, days, shared)


MISSING_1 = (
    _missing_15,
    _missing_16,
    _missing_17,
    _missing_19,
    _missing_20,
    _missing_21,
    _missing_22,
    _missing_23,
    _missing_24,
    _missing_45,
    _missing_46,
    _missing_47,
    _missing_48,
    _missing_49,
    _missing_50,
    _missing_51,
    _missing_52,
    _missing_53,
    _missing_54,
    _missing_55,
    _missing_56,
    _missing_57,
    _missing_58,
)

DISPLACERS_2 = {
    0: (11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    1: (11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    2: (11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    3: (11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    4: (8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    5: (8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    6: (8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    7: (8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    8: (11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    9: (11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    11: (22,),
    12: (22,),
    13: (22,),
    14: (22,),
    15: (22,),
    16: (22,),
    17: (22,),
    18: (22,),
    19: (22,),
    20: (22,),
    21: (22,),
}

GIVING_3 = (
    _missing_59,
    _missing_60,
    _missing_61,
    _missing_62,
    _missing_63,
    _missing_64,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
    _nothing,
)

GIVING_7 = (_missing_67,)
