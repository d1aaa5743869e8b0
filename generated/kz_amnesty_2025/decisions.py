"""Decisions of LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law.
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# A test may be asked again where its answer is known already.

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, cast

from lawc.runtime.combining import decided
from lawc.runtime.decided import LATER, Decided, WholeDecided, part
from lawc.runtime.engine.run import Engine, Report, Trace
from lawc.runtime.explained import Explanations
from lawc.runtime.facts import checked_day, checked_thing
from lawc.runtime.logic import NOTHING, every, product, rounded, spoken_of, unknown
from lawc.runtime.lookups import Latest, ProvisionLists, Steady
from lawc.runtime.results import by_truth
from lawc.runtime.values import Period, Provision, ProvisionRange, Truth, part_up

from . import facts, rules
from .facts import (
    EFFECTIVE_DAY_OF_THE_LAW,
    USUAL_DAYS,
    Category,
    Days,
    DisabilityGroup,
    Offence,
    Outcome,
    Person,
    Recidivism,
    Sex,
    Stage,
    pregnant_on_effective_day_of_person,
    sex_of_person,
)

new = tuple.__new__


class OffenceDecision(Decided):
    """What is decided of one offence."""

    __slots__ = ()
    outcome: Outcome | None = part(0)
    reduction: Fraction | None = part(1)
    days_off: int | None = part(2)
    obliged_to_compensate: bool | None = part(3)


class Decision(WholeDecided):
    """What is decided of one person."""

    __slots__ = ()
    offences: tuple[OffenceDecision, ...] | None = part(0)


ENGINE = Engine(
    __spec__,
    facts,
    "kz/amnesty-2025",
    {"effective_day": "effective_day", "law_day": "law_day"},
    {
        "person": Report(Decision, {}, {"offences": "offence"}),
        "offence": Report(
            OffenceDecision,
            {
                "outcome": "choice",
                "reduction": "fraction",
                "days_off": "count",
                "obliged_to_compensate": "truth",
            },
            {},
        ),
    },
    ("law_day",),
)

OUTCOME_NOT_COVERED = Outcome.NOT_COVERED
OUTCOME_EXCLUDED = Outcome.EXCLUDED
CATEGORY_MISDEMEANOUR = Category.MISDEMEANOUR
CATEGORY_MINOR = Category.MINOR
CATEGORY_MEDIUM = Category.MEDIUM
CATEGORY_SERIOUS = Category.SERIOUS
CATEGORY_ESPECIALLY_SERIOUS = Category.ESPECIALLY_SERIOUS
STAGE_OPEN = Stage.OPEN
STAGE_CONVICTED = Stage.CONVICTED
OUTCOME_RELEASED_FROM_LIABILITY = Outcome.RELEASED_FROM_LIABILITY
OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT = Outcome.RELEASED_FROM_MAIN_PUNISHMENT
SEX_FEMALE = Sex.FEMALE
SEX_MALE = Sex.MALE
VALUE_14 = {SEX_FEMALE, None}
VALUE_15 = {SEX_FEMALE}
DISABILITYGROUP_NONE = DisabilityGroup.NONE
DISABILITYGROUP_FIRST = DisabilityGroup.FIRST
DISABILITYGROUP_SECOND = DisabilityGroup.SECOND
DISABILITYGROUP_THIRD = DisabilityGroup.THIRD
VALUE_20 = {SEX_MALE, None}
VALUE_21 = {SEX_MALE}
OUTCOME_REDUCED = Outcome.REDUCED
VALUE_23 = Fraction(1, 3)
VALUE_24 = Fraction(1, 4)
VALUE_25 = Fraction(1, 2)
VALUE_26 = Fraction(1, 5)
RECIDIVISM_NONE = Recidivism.NONE
RECIDIVISM_RECIDIVISM = Recidivism.RECIDIVISM
RECIDIVISM_DANGEROUS = Recidivism.DANGEROUS
LATEST_1 = Latest(Period(18, 0, 0), month_end_up=True)
LATEST_2 = Latest(Period(50, 0, 0), month_end_up=True)
LATEST_3 = Latest(Period(60, 0, 0), month_end_up=True)
LATEST_4 = Latest(Period(1, 0, 0), month_end_up=True, strict=True)
LISTS_1 = ProvisionLists(
    (
        ProvisionRange(Provision((189,)), Provision((189,))),
        ProvisionRange(Provision((190,)), Provision((190,))),
    ),
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
)

RESULT_1 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_NOT_COVERED,
            None,
            None,
            held,
            (("8",), ("8",), ("8",), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_2 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_EXCLUDED,
            None,
            None,
            held,
            (("5(1)",), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_3 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_EXCLUDED,
            None,
            None,
            held,
            (("5(2)",), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_4 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_EXCLUDED,
            None,
            None,
            held,
            (("5(3)",), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_5 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_EXCLUDED,
            None,
            None,
            held,
            (("5(4)",), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_6 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_EXCLUDED,
            None,
            None,
            held,
            (("5(5)",), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_7 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_EXCLUDED,
            None,
            None,
            held,
            (("5(6)",), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_8 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_EXCLUDED,
            None,
            None,
            held,
            (("5(7)",), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_9 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_EXCLUDED,
            None,
            None,
            held,
            (("5(8)",), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_10 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_EXCLUDED,
            None,
            None,
            held,
            (("5(9)",), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_11 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_EXCLUDED,
            None,
            None,
            held,
            (("5(10)",), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_12 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_EXCLUDED,
            None,
            None,
            held,
            (("5(11)",), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULTS_13 = {
    1: RESULT_2,
    2: RESULT_3,
    4: RESULT_4,
    8: RESULT_5,
    16: RESULT_6,
    32: RESULT_7,
    64: RESULT_8,
    128: RESULT_9,
    256: RESULT_10,
    512: RESULT_11,
    1024: RESULT_12,
}
RESULT_14 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_RELEASED_FROM_LIABILITY,
            None,
            None,
            held,
            (("2(1)(1)",), ("3(4)",), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_15 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
            None,
            None,
            held,
            (("2(1)(1)",), ("3(4)",), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_16 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_RELEASED_FROM_LIABILITY,
            None,
            None,
            held,
            (("2(1)(2)",), ("3(4)",), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_17 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
            None,
            None,
            held,
            (("2(1)(2)",), ("3(4)",), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_18 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_RELEASED_FROM_LIABILITY,
            None,
            None,
            held,
            (("2(1)(3)",), ("3(4)",), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_19 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
            None,
            None,
            held,
            (("2(1)(3)",), ("3(4)",), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_20 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
            None,
            None,
            held,
            (("2(2)",), ("3(4)",), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
RESULT_21 = by_truth(
    lambda held: (
        (("3(1)",), ("3(1)",), ("3(6)",), (("4(2)",) if held is True else ())),
        LATER if held is None else None,
    ),
)
RESULT_22 = by_truth(
    lambda held: (
        (("3(2)",), ("3(3)",), ("3(6)",), (("4(2)",) if held is True else ())),
        LATER if held is None else None,
    ),
)
RESULT_23 = by_truth(
    lambda held: (
        (("3(2)",), ("3(2)",), ("3(6)",), (("4(2)",) if held is True else ())),
        LATER if held is None else None,
    ),
)
RESULT_24 = by_truth(
    lambda held: (
        (("3(3)",), ("3(3)",), ("3(6)",), (("4(2)",) if held is True else ())),
        LATER if held is None else None,
    ),
)
RESULT_25 = by_truth(
    lambda held: new(
        OffenceDecision,
        (
            OUTCOME_NOT_COVERED,
            None,
            None,
            held,
            ((), (), (), (("4(2)",) if held is True else ())),
            LATER if held is None else None,
        ),
    ),
)
STEADY_OFFENCE = Steady(
    (
        (65536, 1),
        (65536, 2),
        (524288, 1),
        (524288, 2),
        (1048576, 1),
        (1048576, 2),
        (67584, 4),
        (526336, 4),
        (1050624, 4),
        (65544, 4),
        (524296, 4),
        (1048584, 4),
        (65544, 2),
        (524296, 2),
        (1048584, 2),
        (589824, 2),
        (1114112, 2),
        (1572864, 2),
        (270336, 8),
        (532480, 8),
        (1056768, 8),
        (4202496, 8),
        (2105344, 8),
        (8396800, 8),
        (294912, 8),
        (557056, 8),
        (1081344, 8),
        (4227072, 8),
        (2129920, 8),
        (8421376, 8),
        (393216, 8),
        (655360, 8),
        (1179648, 8),
        (4325376, 8),
        (2228224, 8),
        (8519680, 8),
        (20480, 16),
        (69632, 16),
        (266240, 16),
        (528384, 16),
        (1052672, 16),
        (4198400, 16),
        (8392704, 16),
        (540672, 16),
        (1064960, 16),
        (589824, 16),
        (1114112, 16),
        (786432, 16),
        (1310720, 16),
        (1572864, 16),
        (4718592, 16),
        (8912896, 16),
        (5242880, 16),
        (9437184, 16),
        (589824, 1),
        (1114112, 1),
        (1572864, 1),
    ),
    {
        2048: 0,
        1: 0,
        2: 0,
        4: 0,
        8: 2048,
        16: 0,
        32: 0,
        64: 0,
        128: 0,
        256: 0,
        512: 0,
        1024: 0,
        4096: 0,
        16384: 0,
        65536: 8,
        262144: 0,
        524288: 327688,
        1048576: 327688,
        4194304: 344064,
        2097152: 280351,
        8388608: 344064,
    },
)


def _socially_vulnerable(offence: Offence, person: Person, days: Days) -> Truth:
    doubtful = False
    # 1(1)(1)
    if person.covered_by_law_on_veterans is not False:
        if person.covered_by_law_on_veterans is not None:
            return True
        doubtful = True
    # 1(1)(4)
    if (
        person.pregnant_on_effective_day
        or (
            person.pregnant_on_effective_day is None
            and facts.pregnant_on_effective_day_of_person(person) is not False
        )
    ) and (
        person.sex is SEX_FEMALE
        or (person.sex is None and facts.sex_of_person(person) in VALUE_14)
    ):
        if (
            person.pregnant_on_effective_day
            or (
                person.pregnant_on_effective_day is None
                and facts.pregnant_on_effective_day_of_person(person)
            )
        ) and (
            person.sex is SEX_FEMALE
            or (person.sex is None and facts.sex_of_person(person) in VALUE_15)
        ):
            return True
        doubtful = True
    # 1(1)(7)
    if (
        person.disability_group is not DISABILITYGROUP_NONE
        and person.disability_group is not DISABILITYGROUP_THIRD
        and (
            person.disability_recognised_on is None
            or person.disability_recognised_on < days.effective_day
        )
    ):
        if person.disability_group is not None and person.disability_recognised_on is not None:
            return True
        doubtful = True
    # 1(1)(2)
    if not (
        person.date_of_birth is not None
        and offence.committed_on is not None
        and person.date_of_birth <= LATEST_1[offence.committed_on]
    ):
        if person.date_of_birth is not None and offence.committed_on is not None:
            return True
        doubtful = True
    # 1(1)(3)
    if (
        person.sex is SEX_FEMALE
        or (person.sex is None and facts.sex_of_person(person) in VALUE_14)
    ) and (
        person.date_of_birth is None or person.date_of_birth <= LATEST_2[days.effective_day]
    ):
        if (
            person.sex is SEX_FEMALE
            or (person.sex is None and facts.sex_of_person(person) in VALUE_15)
        ) and person.date_of_birth is not None:
            return True
        doubtful = True
    # 1(1)(3)
    if (
        person.sex is SEX_MALE
        or (person.sex is None and facts.sex_of_person(person) in VALUE_20)
    ) and (
        person.date_of_birth is None or person.date_of_birth <= LATEST_3[days.effective_day]
    ):
        if (
            person.sex is SEX_MALE
            or (person.sex is None and facts.sex_of_person(person) in VALUE_21)
        ) and person.date_of_birth is not None:
            return True
        doubtful = True
    # 1(1)(5)
    if (
        (
            person.sex is SEX_FEMALE
            or (person.sex is None and facts.sex_of_person(person) in VALUE_14)
        )
        and not person.deprived_of_parental_rights
        and (
            person.dependant_with_disability_at_offence_and_conviction is not False
            or _some_child(person, days) is not False
        )
    ):
        if (
            (
                person.sex is SEX_FEMALE
                or (person.sex is None and facts.sex_of_person(person) in VALUE_15)
            )
            and person.deprived_of_parental_rights is not None
            and (
                person.dependant_with_disability_at_offence_and_conviction
                or _some_child(person, days)
            )
        ):
            return True
        doubtful = True
    # 1(1)(6)
    if (
        (
            person.sex is SEX_MALE
            or (person.sex is None and facts.sex_of_person(person) in VALUE_20)
        )
        and not person.deprived_of_parental_rights
        and (
            person.dependant_with_disability_at_offence_and_conviction is not False
            or (person.only_parent is not False and _some_child(person, days) is not False)
        )
    ):
        if (
            (
                person.sex is SEX_MALE
                or (person.sex is None and facts.sex_of_person(person) in VALUE_21)
            )
            and person.deprived_of_parental_rights is not None
            and (
                person.dependant_with_disability_at_offence_and_conviction
                or (person.only_parent and _some_child(person, days))
            )
        ):
            return True
        doubtful = True
    return None if doubtful else False


def _some_child(person: Person, days: Days) -> Truth:
    if person.children is None:
        return None
    sure = possible = 0
    for child in person.children:
        if (child.date_of_birth is None or child.date_of_birth <= days.effective_day) and (
            child.date_of_birth is None or child.date_of_birth > LATEST_1[days.effective_day]
        ):
            possible += 1
            if child.date_of_birth is not None:
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _quick_offence(
    person: Person,
    days: Days,
    those: tuple[Offence, ...] | None = None,
    bits: int = 0,
    maybe: int = 0,
) -> tuple[OffenceDecision, ...] | None:
    effective_day = days.effective_day
    members = person.offences if those is None else those
    if not members:
        return None if members is None else ()
    if effective_day is None:
        return tuple(
            [
                _careful_offence(offence, person, days, place)
                for place, offence in enumerate(members)
            ]
        )
    if those is None:
        for offence in members:
            if offence._established:
                return tuple(
                    [
                        _careful_offence(offence, person, days, place)
                        for place, offence in enumerate(members)
                    ]
                )
            in_lists_of_all_1 = LISTS_1[offence.provision]
            if (
                in_lists_of_all_1 & 348484
                or (in_lists_of_all_1 & 16 and offence.official_position_used is not False)
                or offence.signs_of_extremism is not False
                or (
                    in_lists_of_all_1 & 1024
                    and (offence.victim_age is None or offence.victim_age < 18)
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
                or offence.recidivism is not RECIDIVISM_NONE
                or offence.life_imprisonment is not False
                or offence.in_criminal_group is not False
            ):
                if in_lists_of_all_1 & 4 or (
                    in_lists_of_all_1 & 16 and offence.official_position_used is not False
                ):
                    if in_lists_of_all_1 & 8 or (
                        in_lists_of_all_1 & 32 and offence.official_position_used
                    ):
                        bits |= 1
                        continue
                    maybe |= 1
                if in_lists_of_all_1 & 64:
                    if in_lists_of_all_1 & 128:
                        bits |= 2
                        continue
                    maybe |= 2
                if offence.signs_of_extremism is not False or in_lists_of_all_1 & 256:
                    if offence.signs_of_extremism or in_lists_of_all_1 & 512:
                        bits |= 4
                        continue
                    maybe |= 4
                if (
                    in_lists_of_all_1 & 1024
                    and (offence.victim_age is None or offence.victim_age < 18)
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
                    if (
                        in_lists_of_all_1 & 2048
                        and offence.victim_age is not None
                        and offence.victim_age < 18
                        and not (
                            (offence.victim_age is None or offence.victim_age >= 14)
                            and (offence.victim_age is None or offence.victim_age < 18)
                            and not (
                                person.date_of_birth is not None
                                and offence.committed_on is not None
                                and person.date_of_birth <= LATEST_1[offence.committed_on]
                            )
                        )
                    ):
                        bits |= 8
                        continue
                    maybe |= 8
                if in_lists_of_all_1 & 4096:
                    if in_lists_of_all_1 & 8192:
                        bits |= 16
                        continue
                    maybe |= 16
                if offence.recidivism is not RECIDIVISM_NONE:
                    if (
                        offence.recidivism is RECIDIVISM_RECIDIVISM
                        or offence.recidivism is RECIDIVISM_DANGEROUS
                    ):
                        bits |= 32
                        continue
                    maybe |= 32
                if offence.life_imprisonment is not False:
                    if offence.life_imprisonment:
                        bits |= 64
                        continue
                    maybe |= 64
                if offence.in_criminal_group is not False:
                    if offence.in_criminal_group:
                        bits |= 128
                        continue
                    maybe |= 128
                if in_lists_of_all_1 & 16384:
                    if in_lists_of_all_1 & 32768:
                        bits |= 256
                        continue
                    maybe |= 256
                if in_lists_of_all_1 & 65536:
                    if in_lists_of_all_1 & 131072:
                        bits |= 512
                        continue
                    maybe |= 512
                if in_lists_of_all_1 & 262144:
                    if in_lists_of_all_1 & 524288:
                        bits |= 1024
                        continue
                    maybe |= 1024
    made: list[Any] = []
    unsure = maybe != 0
    for offence in members:
        v4 = False
        offence_damage_caused = offence.damage_caused
        offence_damage_compensated_in_full = offence.damage_compensated_in_full
        if offence_damage_caused is not False and not offence_damage_compensated_in_full:
            v4 = True
            if offence_damage_caused is None or offence_damage_compensated_in_full is None:
                v4 = None
                unsure = True
        doubt = maybe
        offence_committed_on = offence.committed_on
        if not (offence_committed_on is not None and offence_committed_on < effective_day):
            if offence_committed_on is None:
                doubt |= 2048
                unsure = True
            else:
                made.append(RESULT_1[v4])
                continue
        if bits:
            if doubt & 2048:
                made.append((doubt, doubt & 2048, v4))
                continue
            made.append(RESULTS_13[bits & -bits][v4])
            continue
        if maybe:
            made.append((doubt, maybe, v4))
            continue
        offence_stage = offence.stage
        offence_category = offence.category
        if (
            offence_category is CATEGORY_MISDEMEANOUR
            or offence_category is CATEGORY_MINOR
            or offence_category is None
        ):
            if offence_category is None:
                doubt |= 4096
                unsure = True
            else:
                if offence_stage is not STAGE_CONVICTED:
                    if offence_stage is None:
                        doubt |= 8192
                        unsure = True
                    else:
                        made.append(RESULT_14[v4] if not doubt else (doubt, doubt, v4))
                        continue
                made.append(RESULT_15[v4] if not doubt else (doubt, doubt, v4))
                continue
        if (offence_category is CATEGORY_MEDIUM or offence_category is None) and (
            offence_damage_compensated_in_full is not False
            or not offence_damage_caused
            or not offence.civil_claim_brought
        ):
            if offence_category is None or not (
                offence_damage_compensated_in_full
                or offence_damage_caused is False
                or offence.civil_claim_brought is False
            ):
                doubt |= 16384
                unsure = True
            else:
                if offence_stage is not STAGE_CONVICTED:
                    if offence_stage is None:
                        doubt |= 32768
                        unsure = True
                    else:
                        made.append(RESULT_16[v4] if not doubt else (doubt, doubt & 4095, v4))
                        continue
                made.append(RESULT_17[v4] if not doubt else (doubt, doubt & 36863, v4))
                continue
        if (
            (offence_category is CATEGORY_MEDIUM or offence_category is None)
            and (m1 := _socially_vulnerable(offence, person, days)) is not False
            and True
        ):
            if offence_category is None or not m1:
                doubt |= 65536
                unsure = True
            else:
                if offence_stage is not STAGE_CONVICTED:
                    if offence_stage is None:
                        doubt |= 131072
                        unsure = True
                    else:
                        made.append(RESULT_18[v4] if not doubt else (doubt, doubt & 4095, v4))
                        continue
                made.append(RESULT_19[v4] if not doubt else (doubt, doubt & 135167, v4))
                continue
        offence_term_ends_on = offence.term_ends_on
        if (
            offence_stage is not STAGE_OPEN
            and (offence_category is CATEGORY_MEDIUM or offence_category is None)
            and not offence.negative_behaviour
            and (offence_term_ends_on is None or effective_day > LATEST_4[offence_term_ends_on])
        ):
            if (
                offence_stage is None
                or offence_category is None
                or offence.negative_behaviour is None
                or offence_term_ends_on is None
            ):
                doubt |= 262144
                unsure = True
            else:
                made.append(RESULT_20[v4] if not doubt else (doubt, doubt & 4095, v4))
                continue
        if (
            offence_stage is not STAGE_OPEN
            and (offence_category is CATEGORY_SERIOUS or offence_category is None)
            and (m1 := _socially_vulnerable(offence, person, days)) is not False
        ):
            if offence_stage is None or offence_category is None or not m1:
                doubt |= 524288
                unsure = True
            else:
                if doubt:
                    made.append((doubt, doubt, v4))
                    continue
                if offence_term_ends_on is not None:
                    a3 = part_up(max((offence_term_ends_on - effective_day).days, 0), 1, 3)
                else:
                    a3 = rounded(
                        product(
                            rules.unserved_part(offence, person, days),
                            spoken_of(VALUE_23),
                        ),
                        "up",
                        Fraction(1),
                    )
                    if a3 is None or a3 is NOTHING:
                        unsure = True
                        made.append((0, 0, None))
                        continue
                made.append(
                    new(OffenceDecision, (OUTCOME_REDUCED, VALUE_23, a3, v4, *RESULT_21[v4])),
                )
                continue
        if (
            offence_stage is not STAGE_OPEN
            and (offence_category is CATEGORY_ESPECIALLY_SERIOUS or offence_category is None)
            and (m1 := _socially_vulnerable(offence, person, days)) is not False
        ):
            if offence_stage is None or offence_category is None or not m1:
                doubt |= 1048576
                unsure = True
            else:
                if doubt:
                    made.append((doubt, doubt & 352255, v4))
                    continue
                if offence_term_ends_on is not None:
                    a3 = part_up(max((offence_term_ends_on - effective_day).days, 0), 1, 4)
                else:
                    a3 = rounded(
                        product(
                            rules.unserved_part(offence, person, days),
                            spoken_of(VALUE_24),
                        ),
                        "up",
                        Fraction(1),
                    )
                    if a3 is None or a3 is NOTHING:
                        unsure = True
                        made.append((0, 0, None))
                        continue
                made.append(
                    new(OffenceDecision, (OUTCOME_REDUCED, VALUE_24, a3, v4, *RESULT_21[v4])),
                )
                continue
        if (
            offence_damage_compensated_in_full is not False
            and offence.civil_claims_satisfied is not False
            and offence_stage is not STAGE_OPEN
            and LISTS_1[offence.provision] & 1
        ):
            if (
                offence_damage_compensated_in_full is None
                or offence.civil_claims_satisfied is None
                or offence_stage is None
                or not LISTS_1[offence.provision] & 2
            ):
                doubt |= 2097152
                unsure = True
            else:
                if offence_category is CATEGORY_MEDIUM or offence_category is None:
                    if offence_category is None:
                        doubt |= 4194304
                        unsure = True
                    else:
                        if doubt:
                            made.append((doubt, doubt & 352255, v4))
                            continue
                        if offence_term_ends_on is not None:
                            a3 = part_up(
                                max((offence_term_ends_on - effective_day).days, 0),
                                1,
                                2,
                            )
                        else:
                            a3 = rounded(
                                product(
                                    rules.unserved_part(offence, person, days),
                                    spoken_of(VALUE_25),
                                ),
                                "up",
                                Fraction(1),
                            )
                            if a3 is None or a3 is NOTHING:
                                unsure = True
                                made.append((0, 0, None))
                                continue
                        made.append(
                            new(
                                OffenceDecision,
                                (OUTCOME_REDUCED, VALUE_25, a3, v4, *RESULT_22[v4]),
                            ),
                        )
                        continue
                if doubt:
                    made.append((doubt, doubt & 352255, v4))
                    continue
                if offence_term_ends_on is not None:
                    a3 = part_up(max((offence_term_ends_on - effective_day).days, 0), 1, 5)
                else:
                    a3 = rounded(
                        product(
                            rules.unserved_part(offence, person, days),
                            spoken_of(VALUE_26),
                        ),
                        "up",
                        Fraction(1),
                    )
                    if a3 is None or a3 is NOTHING:
                        unsure = True
                        made.append((0, 0, None))
                        continue
                made.append(
                    new(OffenceDecision, (OUTCOME_REDUCED, VALUE_26, a3, v4, *RESULT_23[v4])),
                )
                continue
        if offence_stage is not STAGE_OPEN and (
            offence_category is CATEGORY_MEDIUM or offence_category is None
        ):
            if offence_stage is None or offence_category is None:
                doubt |= 8388608
                unsure = True
            else:
                if doubt:
                    made.append((doubt, doubt & 352255, v4))
                    continue
                if offence_term_ends_on is not None:
                    a3 = part_up(max((offence_term_ends_on - effective_day).days, 0), 1, 2)
                else:
                    a3 = rounded(
                        product(
                            rules.unserved_part(offence, person, days),
                            spoken_of(VALUE_25),
                        ),
                        "up",
                        Fraction(1),
                    )
                    if a3 is None or a3 is NOTHING:
                        unsure = True
                        made.append((0, 0, None))
                        continue
                made.append(
                    new(OffenceDecision, (OUTCOME_REDUCED, VALUE_25, a3, v4, *RESULT_24[v4])),
                )
                continue
        made.append(RESULT_25[v4] if not doubt else (doubt, doubt & 12408831, v4))
        continue
    if those is not None or not unsure:
        return tuple(made)
    for place, offence in enumerate(members):
        if made[place].__class__ is tuple:
            made[place] = _unsure_offence(
                offence,
                person,
                days,
                place,
                *made[place],
                shared=(bits, maybe),
            )
        elif made[place][5] is LATER:
            open_ = (
                (offence, person, ENGINE.case(person, days)),
                ("offences[" + str(place) + "]", ""),
            )
            parts = (*made[place][:5], open_)
            made[place] = new(OffenceDecision, parts)
    return tuple(made)


def _steady_offence(doubts: int, rivals: int, offence: Offence, person: Person) -> bool:
    if STEADY_OFFENCE[doubts, rivals, 31]:
        return True
    unknown = (person.sex is None) << 0
    unknown |= (person.date_of_birth is None) << 1
    unknown |= (offence.committed_on is None) << 2
    unknown |= (offence.stage is None) << 3
    unknown |= (offence.category is None) << 4
    return STEADY_OFFENCE[doubts, rivals, unknown]


def _unsure_offence(
    offence: Offence,
    person: Person,
    days: Days,
    place: int,
    doubts: int,
    rivals: int,
    v4: Any,
    *,
    shared: tuple[int, int] = (0, 0),
) -> OffenceDecision:
    line = (offence, person, ENGINE.case(person, days))
    paths = ("offences[" + str(place) + "]", "")
    open_ = rivals != 0 and _steady_offence(doubts, rivals, offence, person)
    if rivals and not open_:
        open_ = ENGINE.varies(
            "offence",
            line,
            (0, 1, 2),
            lambda one, person: _quick_offence(person, days, (one,), *shared),
            _steady_offence,
            days=not shared[1] & 8,
        )
    if not open_:
        return _careful_offence(offence, person, days, place)
    return new(
        OffenceDecision,
        (None, None, None, v4, (None, (), (), ("4(2)",) if v4 is True else ()), (line, paths)),
    )


def _careful_offence(
    offence: Offence,
    person: Person,
    days: Days,
    place: int,
) -> OffenceDecision:
    line = (offence, person, ENGINE.case(person, days))
    paths = ("offences[" + str(place) + "]", "")
    return cast(OffenceDecision, ENGINE.result("offence", line, paths))


def decide(
    person: Person,
    *,
    effective_day: date | None = EFFECTIVE_DAY_OF_THE_LAW,
    law_day: date | None = None,
) -> Decision:
    """Return all that the law decides; a day that is None is unknown."""
    days = USUAL_DAYS
    if not (effective_day is EFFECTIVE_DAY_OF_THE_LAW and law_day is None):
        days = Days(
            checked_day("effective_day", effective_day),
            checked_day("law_day", law_day),
        )
    try:
        return new(Decision, (_quick_offence(person, days), (), None, days))
    except AttributeError:
        checked_thing(Person, person)
        raise


def trace(
    person: Person,
    *,
    effective_day: date | None = EFFECTIVE_DAY_OF_THE_LAW,
    law_day: date | None = None,
) -> Trace:
    """Return the decision, with every ground to be had from it when asked for."""
    days = USUAL_DAYS
    if not (effective_day is EFFECTIVE_DAY_OF_THE_LAW and law_day is None):
        days = Days(
            checked_day("effective_day", effective_day),
            checked_day("law_day", law_day),
        )
    try:
        return Trace(
            ENGINE,
            person,
            days,
            decide(person, effective_day=effective_day, law_day=law_day),
        )
    except AttributeError:
        checked_thing(Person, person)
        raise


def explain(
    person: Person,
    *,
    effective_day: date | None = EFFECTIVE_DAY_OF_THE_LAW,
    law_day: date | None = None,
) -> Explanations:
    """Return every ground of all that the law decides, as trees."""
    days = USUAL_DAYS
    if not (effective_day is EFFECTIVE_DAY_OF_THE_LAW and law_day is None):
        days = Days(
            checked_day("effective_day", effective_day),
            checked_day("law_day", law_day),
        )
    try:
        found: Explanations = ENGINE.explain(person, days)
        return found
    except AttributeError:
        checked_thing(Person, person)
        raise
