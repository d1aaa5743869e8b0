"""Decisions of LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law.
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# pyright: reportGeneralTypeIssues=false

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.decided import Decided, WholeDecided, part
from lawc.runtime.engine.deciding import Report
from lawc.runtime.engine.run import Engine, Trace
from lawc.runtime.engine.shown import Apart, Turn, Turns
from lawc.runtime.explained import Explanations
from lawc.runtime.facts import checked_day, checked_thing
from lawc.runtime.holdings import Holding
from lawc.runtime.values import Truth, share_up

from . import facts, slots
from .facts import EFFECTIVE_DAY_OF_THE_LAW, USUAL_DAYS, Child, Days, Offence, Outcome, Person
from .slots import (
    CONVICTED_14,
    DANGEROUS_10,
    ESPECIALLY_SERIOUS_16,
    EXCLUDED_23,
    FEMALE_2,
    FIRST_6,
    IN_CUSTODY_34,
    LISTS_1,
    MALE_4,
    MEDIUM_13,
    MINOR_12,
    MISDEMEANOUR_11,
    NONE_27,
    NONE_32,
    NOT_COVERED_22,
    ON_PROBATION_35,
    OPEN_17,
    REDUCED_26,
    RELEASED_FROM_LIABILITY_24,
    RELEASED_FROM_MAIN_PUNISHMENT_25,
    SERIOUS_15,
    SHIFTS_1,
    SHIFTS_3,
    SHIFTS_5,
    SHIFTS_8,
    THIRD_33,
    UNDER_INVESTIGATION_36,
    VALUE_18,
    VALUE_19,
    VALUE_20,
    VALUE_21,
    VALUE_28,
    VALUE_29,
    VALUE_30,
    VALUE_31,
    VALUE_37,
    VALUE_38,
    VALUE_39,
    VALUE_40,
    VALUE_41,
    VALUE_42,
    VALUE_43,
    VALUE_44,
    VALUE_45,
    VALUE_46,
    VALUE_47,
    VALUE_48,
    VALUE_49,
    VALUE_50,
    VALUE_51,
    VALUE_52,
    VALUE_53,
    VALUE_54,
    VALUE_55,
    VALUE_56,
    VALUE_57,
    VALUE_58,
    VALUE_59,
    VALUE_60,
    VALUE_61,
    VALUE_62,
    VALUE_63,
    VALUE_64,
    VALUE_65,
    VALUE_66,
    VALUE_67,
    VALUE_68,
    VALUE_69,
    VALUE_70,
    VALUE_71,
    VALUE_72,
    VALUE_73,
    VALUE_74,
    VALUE_75,
    VALUE_76,
    VALUE_77,
    VALUE_78,
    VALUE_79,
    VALUE_80,
)


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
    slots,
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

RESULT_1 = OffenceDecision(
    (NOT_COVERED_22, None, None, False, (("8",), ("8",), ("8",), ()), None),
)
RESULT_2 = OffenceDecision(
    (NOT_COVERED_22, None, None, True, (("8",), ("8",), ("8",), ("4(2)",)), None),
)
RESULT_3 = OffenceDecision((EXCLUDED_23, None, None, False, (("5(1)",), (), (), ()), None))
RESULT_4 = OffenceDecision(
    (EXCLUDED_23, None, None, True, (("5(1)",), (), (), ("4(2)",)), None),
)
RESULT_5 = OffenceDecision((EXCLUDED_23, None, None, False, (("5(2)",), (), (), ()), None))
RESULT_6 = OffenceDecision(
    (EXCLUDED_23, None, None, True, (("5(2)",), (), (), ("4(2)",)), None),
)
RESULT_7 = OffenceDecision((EXCLUDED_23, None, None, False, (("5(3)",), (), (), ()), None))
RESULT_8 = OffenceDecision(
    (EXCLUDED_23, None, None, True, (("5(3)",), (), (), ("4(2)",)), None),
)
RESULT_9 = OffenceDecision((EXCLUDED_23, None, None, False, (("5(4)",), (), (), ()), None))
RESULT_10 = OffenceDecision(
    (EXCLUDED_23, None, None, True, (("5(4)",), (), (), ("4(2)",)), None),
)
RESULT_11 = OffenceDecision((EXCLUDED_23, None, None, False, (("5(5)",), (), (), ()), None))
RESULT_12 = OffenceDecision(
    (EXCLUDED_23, None, None, True, (("5(5)",), (), (), ("4(2)",)), None),
)
RESULT_13 = OffenceDecision((EXCLUDED_23, None, None, False, (("5(6)",), (), (), ()), None))
RESULT_14 = OffenceDecision(
    (EXCLUDED_23, None, None, True, (("5(6)",), (), (), ("4(2)",)), None),
)
RESULT_15 = OffenceDecision((EXCLUDED_23, None, None, False, (("5(7)",), (), (), ()), None))
RESULT_16 = OffenceDecision(
    (EXCLUDED_23, None, None, True, (("5(7)",), (), (), ("4(2)",)), None),
)
RESULT_17 = OffenceDecision((EXCLUDED_23, None, None, False, (("5(8)",), (), (), ()), None))
RESULT_18 = OffenceDecision(
    (EXCLUDED_23, None, None, True, (("5(8)",), (), (), ("4(2)",)), None),
)
RESULT_19 = OffenceDecision((EXCLUDED_23, None, None, False, (("5(9)",), (), (), ()), None))
RESULT_20 = OffenceDecision(
    (EXCLUDED_23, None, None, True, (("5(9)",), (), (), ("4(2)",)), None),
)
RESULT_21 = OffenceDecision((EXCLUDED_23, None, None, False, (("5(10)",), (), (), ()), None))
RESULT_22 = OffenceDecision(
    (EXCLUDED_23, None, None, True, (("5(10)",), (), (), ("4(2)",)), None),
)
RESULT_23 = OffenceDecision((EXCLUDED_23, None, None, False, (("5(11)",), (), (), ()), None))
RESULT_24 = OffenceDecision(
    (EXCLUDED_23, None, None, True, (("5(11)",), (), (), ("4(2)",)), None),
)
RESULT_25 = OffenceDecision(
    (RELEASED_FROM_LIABILITY_24, None, None, False, (("2(1)(1)",), ("3(4)",), (), ()), None),
)
RESULT_26 = OffenceDecision(
    (
        RELEASED_FROM_LIABILITY_24,
        None,
        None,
        True,
        (("2(1)(1)",), ("3(4)",), (), ("4(2)",)),
        None,
    ),
)
RESULT_27 = OffenceDecision(
    (
        RELEASED_FROM_MAIN_PUNISHMENT_25,
        None,
        None,
        False,
        (("2(1)(1)",), ("3(4)",), (), ()),
        None,
    ),
)
RESULT_28 = OffenceDecision(
    (
        RELEASED_FROM_MAIN_PUNISHMENT_25,
        None,
        None,
        True,
        (("2(1)(1)",), ("3(4)",), (), ("4(2)",)),
        None,
    ),
)
RESULT_29 = OffenceDecision(
    (RELEASED_FROM_LIABILITY_24, None, None, False, (("2(1)(2)",), ("3(4)",), (), ()), None),
)
RESULT_30 = OffenceDecision(
    (
        RELEASED_FROM_LIABILITY_24,
        None,
        None,
        True,
        (("2(1)(2)",), ("3(4)",), (), ("4(2)",)),
        None,
    ),
)
RESULT_31 = OffenceDecision(
    (
        RELEASED_FROM_MAIN_PUNISHMENT_25,
        None,
        None,
        False,
        (("2(1)(2)",), ("3(4)",), (), ()),
        None,
    ),
)
RESULT_32 = OffenceDecision(
    (
        RELEASED_FROM_MAIN_PUNISHMENT_25,
        None,
        None,
        True,
        (("2(1)(2)",), ("3(4)",), (), ("4(2)",)),
        None,
    ),
)
RESULT_33 = OffenceDecision(
    (RELEASED_FROM_LIABILITY_24, None, None, False, (("2(1)(3)",), ("3(4)",), (), ()), None),
)
RESULT_34 = OffenceDecision(
    (
        RELEASED_FROM_LIABILITY_24,
        None,
        None,
        True,
        (("2(1)(3)",), ("3(4)",), (), ("4(2)",)),
        None,
    ),
)
RESULT_35 = OffenceDecision(
    (
        RELEASED_FROM_MAIN_PUNISHMENT_25,
        None,
        None,
        False,
        (("2(1)(3)",), ("3(4)",), (), ()),
        None,
    ),
)
RESULT_36 = OffenceDecision(
    (
        RELEASED_FROM_MAIN_PUNISHMENT_25,
        None,
        None,
        True,
        (("2(1)(3)",), ("3(4)",), (), ("4(2)",)),
        None,
    ),
)
RESULT_37 = OffenceDecision(
    (RELEASED_FROM_MAIN_PUNISHMENT_25, None, None, False, (("2(2)",), ("3(4)",), (), ()), None),
)
RESULT_38 = OffenceDecision(
    (
        RELEASED_FROM_MAIN_PUNISHMENT_25,
        None,
        None,
        True,
        (("2(2)",), ("3(4)",), (), ("4(2)",)),
        None,
    ),
)


def _slot_95_of_offence(offence: Offence, person: Person, days: Days) -> Truth:
    """Return slot 95 of one offence."""
    effective_day: Any = days.effective_day
    doubtful = False
    if person.covered_by_law_on_veterans is not False:
        if person.covered_by_law_on_veterans is not None:
            return True
        doubtful = True
    if (
        person.date_of_birth is None
        or offence.committed_on is None
        or SHIFTS_1[person.date_of_birth] > offence.committed_on
    ):
        if person.date_of_birth is not None and offence.committed_on is not None:
            return True
        doubtful = True
    if (
        person.sex is not MALE_4
        and (person.date_of_birth is None or SHIFTS_3[person.date_of_birth] <= effective_day)
    ) or (
        person.sex is not FEMALE_2
        and (person.date_of_birth is None or SHIFTS_5[person.date_of_birth] <= effective_day)
    ):
        if (
            person.sex is not MALE_4
            and person.sex is not None
            and person.date_of_birth is not None
            and SHIFTS_3[person.date_of_birth] <= effective_day
        ) or (
            person.sex is not FEMALE_2
            and person.sex is not None
            and person.date_of_birth is not None
            and SHIFTS_5[person.date_of_birth] <= effective_day
        ):
            return True
        doubtful = True
    if person.sex is not MALE_4 and person.pregnant_on_effective_day is not False:
        if person.sex is not None and person.pregnant_on_effective_day is not None:
            return True
        doubtful = True
    if (
        person.sex is not MALE_4
        and not person.deprived_of_parental_rights
        and (
            person.dependant_with_disability_at_offence_and_conviction is not False
            or (m2 := _slot_26_of_person(person, days)) is not False
        )
    ):
        if (
            person.sex is not None
            and person.deprived_of_parental_rights is not None
            and (
                ((m2 := _slot_26_of_person(person, days)) is not False and m2 is not None)
                or person.dependant_with_disability_at_offence_and_conviction is True
            )
        ):
            return True
        doubtful = True
    if (
        person.sex is not FEMALE_2
        and not person.deprived_of_parental_rights
        and (
            person.dependant_with_disability_at_offence_and_conviction is not False
            or (
                person.only_parent is not False
                and (m2 := _slot_26_of_person(person, days)) is not False
            )
        )
    ):
        if (
            person.sex is not None
            and person.deprived_of_parental_rights is not None
            and (
                (
                    person.only_parent is True
                    and (m2 := _slot_26_of_person(person, days)) is not False
                    and m2 is not None
                )
                or person.dependant_with_disability_at_offence_and_conviction is True
            )
        ):
            return True
        doubtful = True
    if (
        person.disability_group is not NONE_32
        and person.disability_group is not THIRD_33
        and (
            person.disability_recognised_on is None
            or person.disability_recognised_on < effective_day
        )
    ):
        if person.disability_group is not None and person.disability_recognised_on is not None:
            return True
        doubtful = True
    return None if doubtful else False


def _slot_40_of_offence(offence: Offence, person: Person, days: Days) -> Truth:
    """Return slot 40 of one offence."""
    s36 = offence.damage_caused
    s37 = offence.damage_compensated_in_full
    s38 = None if s37 is None else not s37
    s39: Truth = s36 and s38
    if s39 is None and s38 is False:
        s39 = False
    s40: Truth = s39
    return s40


def _slot_26_of_person(person: Person, days: Days) -> Truth:
    """Return slot 26 of one person."""
    effective_day: Any = days.effective_day
    group = person.children
    if group is None:
        return None
    doubtful = False
    for child in group:
        if child.date_of_birth is None or (
            child.date_of_birth <= effective_day
            and SHIFTS_1[child.date_of_birth] > effective_day
        ):
            if child.date_of_birth is not None:
                return True
            doubtful = True
    return None if doubtful else False


def _quick_offence(
    person: Person,
    days: Days,
) -> tuple[OffenceDecision, ...] | list[Any] | None:
    """Decide if all is known that matters, else return None."""
    effective_day: Any = days.effective_day
    group = person.offences
    if group is None:
        return None
    bits = perhaps = 0
    for offence in group:
        if offence._established:
            return None
        l8 = LISTS_1[offence.provision]
        if (
            l8 & 87121
            or (l8 & 4 and offence.official_position_used is not False)
            or offence.signs_of_extremism is not False
            or (
                l8 & 256
                and (
                    offence.victim_age is None
                    or (
                        offence.victim_age < 18
                        and (
                            offence.victim_age < 14
                            or offence.victim_age >= 18
                            or person.date_of_birth is None
                            or offence.committed_on is None
                            or SHIFTS_1[person.date_of_birth] <= offence.committed_on
                        )
                    )
                )
            )
            or offence.recidivism is not NONE_27
            or offence.life_imprisonment is not False
            or offence.in_criminal_group is not False
        ):
            if l8 & 1 or (l8 & 4 and offence.official_position_used is not False):
                perhaps |= 1
                if l8 & 2 or (l8 & 8 and offence.official_position_used is True):
                    bits |= 1
                    continue
            if l8 & 16:
                perhaps |= 2
                if l8 & 32:
                    bits |= 2
                    continue
            if l8 & 64 or offence.signs_of_extremism is not False:
                perhaps |= 4
                if l8 & 128 or offence.signs_of_extremism is True:
                    bits |= 4
                    continue
            if l8 & 256 and (
                offence.victim_age is None
                or (
                    offence.victim_age < 18
                    and (
                        offence.victim_age < 14
                        or offence.victim_age >= 18
                        or person.date_of_birth is None
                        or offence.committed_on is None
                        or SHIFTS_1[person.date_of_birth] <= offence.committed_on
                    )
                )
            ):
                perhaps |= 8
                if (
                    l8 & 512
                    and offence.victim_age is not None
                    and (
                        (
                            person.date_of_birth is not None
                            and offence.committed_on is not None
                            and SHIFTS_1[person.date_of_birth] <= offence.committed_on
                        )
                        or (offence.victim_age is not None and offence.victim_age < 14)
                        or (offence.victim_age is not None and offence.victim_age >= 18)
                    )
                ):
                    bits |= 8
                    continue
            if l8 & 1024:
                perhaps |= 16
                if l8 & 2048:
                    bits |= 16
                    continue
            if offence.recidivism is not NONE_27:
                perhaps |= 32
                if offence.recidivism is not None:
                    bits |= 32
                    continue
            if offence.life_imprisonment is not False:
                perhaps |= 64
                if offence.life_imprisonment is not None:
                    bits |= 64
                    continue
            if offence.in_criminal_group is not False:
                perhaps |= 128
                if offence.in_criminal_group is not None:
                    bits |= 128
                    continue
            if l8 & 4096:
                perhaps |= 256
                if l8 & 8192:
                    bits |= 256
                    continue
            if l8 & 16384:
                perhaps |= 512
                if l8 & 32768:
                    bits |= 512
                    continue
            if l8 & 65536:
                perhaps |= 1024
                if l8 & 131072:
                    bits |= 1024
    made: list[Any] = []
    whole = True
    apart: tuple[int, ...] = ()
    for offence in group:
        v3: Any = None
        c3: Any = ()
        if offence.damage_caused is not False and not offence.damage_compensated_in_full:
            if offence.damage_caused is None or offence.damage_compensated_in_full is None:
                whole = False
                apart = (*apart, len(made))
            v3 = True
            c3 = ("4(2)",)
        if offence.committed_on is None or offence.committed_on >= effective_day:
            if offence.committed_on is None:
                whole = False
                made.append(None)
                continue
            made.append(RESULT_1 if v3 is None else RESULT_2)
            continue
        if perhaps & 2047:
            if bits & 1:
                made.append(RESULT_3 if v3 is None else RESULT_4)
                continue
            if bits & 2:
                made.append(RESULT_5 if v3 is None else RESULT_6)
                continue
            if bits & 4:
                made.append(RESULT_7 if v3 is None else RESULT_8)
                continue
            if bits & 8:
                made.append(RESULT_9 if v3 is None else RESULT_10)
                continue
            if bits & 16:
                made.append(RESULT_11 if v3 is None else RESULT_12)
                continue
            if bits & 32:
                made.append(RESULT_13 if v3 is None else RESULT_14)
                continue
            if bits & 64:
                made.append(RESULT_15 if v3 is None else RESULT_16)
                continue
            if bits & 128:
                made.append(RESULT_17 if v3 is None else RESULT_18)
                continue
            if bits & 256:
                made.append(RESULT_19 if v3 is None else RESULT_20)
                continue
            if bits & 512:
                made.append(RESULT_21 if v3 is None else RESULT_22)
                continue
            if bits & 1024:
                made.append(RESULT_23 if v3 is None else RESULT_24)
                continue
            whole = False
            made.append(None)
            continue
        if (
            offence.category is MISDEMEANOUR_11
            or offence.category is MINOR_12
            or offence.category is None
        ):
            if offence.category is None:
                whole = False
                made.append(None)
                continue
            if offence.stage is not CONVICTED_14:
                if offence.stage is None:
                    whole = False
                    made.append(None)
                    continue
                made.append(RESULT_25 if v3 is None else RESULT_26)
                continue
            made.append(RESULT_27 if v3 is None else RESULT_28)
            continue
        if offence.category is MEDIUM_13 and (
            not offence.damage_caused
            or offence.damage_compensated_in_full is not False
            or not offence.civil_claim_brought
        ):
            if (
                offence.damage_caused is not False
                and offence.damage_compensated_in_full is not True
                and offence.civil_claim_brought is not False
            ):
                whole = False
                made.append(None)
                continue
            if offence.stage is not CONVICTED_14:
                if offence.stage is None:
                    whole = False
                    made.append(None)
                    continue
                made.append(RESULT_29 if v3 is None else RESULT_30)
                continue
            made.append(RESULT_31 if v3 is None else RESULT_32)
            continue
        h0: Any = _slot_95_of_offence(offence, person, days)
        if h0 is not False and offence.category is MEDIUM_13:
            if h0 is None:
                whole = False
                made.append(None)
                continue
            if offence.stage is not CONVICTED_14:
                if offence.stage is None:
                    whole = False
                    made.append(None)
                    continue
                made.append(RESULT_33 if v3 is None else RESULT_34)
                continue
            made.append(RESULT_35 if v3 is None else RESULT_36)
            continue
        if (
            offence.stage is not OPEN_17
            and offence.category is MEDIUM_13
            and not offence.negative_behaviour
            and (
                offence.term_ends_on is None or offence.term_ends_on <= SHIFTS_8[effective_day]
            )
        ):
            if (
                offence.stage is None
                or offence.negative_behaviour is None
                or offence.term_ends_on is None
            ):
                whole = False
                made.append(None)
                continue
            made.append(RESULT_37 if v3 is None else RESULT_38)
            continue
        v0: Any = None
        c0: Any = ()
        v1: Any = None
        c1: Any = ()
        if h0 is not False and offence.stage is not OPEN_17 and offence.category is SERIOUS_15:
            if h0 is None or offence.stage is None:
                whole = False
                made.append(None)
                continue
            v0 = REDUCED_26
            c0 = ("3(1)",)
            v1 = VALUE_18
            c1 = ("3(1)",)
        if (
            h0 is not False
            and offence.stage is not OPEN_17
            and offence.category is ESPECIALLY_SERIOUS_16
        ):
            if h0 is None or offence.stage is None:
                whole = False
                made.append(None)
                continue
            v0 = REDUCED_26
            c0 = ("3(1)",)
            v1 = VALUE_19
            c1 = ("3(1)",)
        if (
            offence.damage_compensated_in_full is not False
            and offence.civil_claims_satisfied is not False
            and offence.stage is not OPEN_17
            and LISTS_1[offence.provision] & 262144
        ):
            if not (
                offence.stage is not None
                and LISTS_1[offence.provision] & 524288
                and offence.damage_compensated_in_full is not None
                and offence.civil_claims_satisfied is not None
            ):
                whole = False
                made.append(None)
                continue
            if v0 is None:
                v0 = REDUCED_26
                c0 = ("3(2)",)
            if v1 is None or VALUE_20 > v1:
                v1 = VALUE_20
                c1 = ("3(2)",)
        if offence.stage is not OPEN_17 and offence.category is MEDIUM_13:
            if offence.stage is None:
                whole = False
                made.append(None)
                continue
            if v0 is None:
                v0 = REDUCED_26
                c0 = ("3(3)",)
            v1 = VALUE_21
            c1 = ("3(3)",)
        v2: Any = None
        c2: Any = ()
        if offence.term_ends_on is None:
            whole = False
            made.append(None)
            continue
        if v1 is not None:
            v2 = share_up(max((offence.term_ends_on - effective_day).days, 0), v1)
            c2 = ("3(6)",)
        made.append(
            OffenceDecision(
                (
                    NOT_COVERED_22 if v0 is None else v0,
                    v1,
                    v2,
                    False if v3 is None else v3,
                    (c0, c1, c2, c3),
                    None,
                ),
            ),
        )
    if whole:
        return tuple(made)
    for place in apart:
        made[place] = made[place] and [made[place]]
    return made


def _quick_person(person: Person, days: Days) -> Decision | dict[str, Any] | None:
    """Decide if all is known that matters, else return None."""
    if days.effective_day is None:
        return None
    d1 = _quick_offence(person, days)
    if d1.__class__ is not tuple:
        return None if d1 is None else {"offence": d1}
    return Decision((d1, (), None, days))


TURNS = {
    "person": Turns(
        Person,
        {
            "sex": (FEMALE_2, FEMALE_2, FEMALE_2, FEMALE_2, FEMALE_2, FEMALE_2),
            "date_of_birth": (VALUE_28, VALUE_29, VALUE_30, VALUE_31, VALUE_31, VALUE_29),
            "covered_by_law_on_veterans": (False, True, False, True, True, True),
            "pregnant_on_effective_day": (False, False, False, False, False, False),
            "deprived_of_parental_rights": (False, True, False, True, True, True),
            "only_parent": (False, True, False, True, False, False),
            "dependant_with_disability_at_offence_and_conviction": (
                False,
                True,
                False,
                True,
                True,
                True,
            ),
            "disability_group": (NONE_32, THIRD_33, NONE_32, THIRD_33, NONE_32, FIRST_6),
            "disability_recognised_on": (
                VALUE_28,
                VALUE_29,
                VALUE_30,
                VALUE_31,
                VALUE_30,
                VALUE_31,
            ),
            "held": (
                IN_CUSTODY_34,
                ON_PROBATION_35,
                IN_CUSTODY_34,
                ON_PROBATION_35,
                UNDER_INVESTIGATION_36,
                UNDER_INVESTIGATION_36,
            ),
        },
        (),
        (),
    ),
    "offence": Turns(
        Offence,
        {
            "stage": (OPEN_17, CONVICTED_14, OPEN_17, CONVICTED_14, CONVICTED_14, CONVICTED_14),
            "provision": (VALUE_37, VALUE_38, VALUE_37, VALUE_38, VALUE_37, VALUE_37),
            "category": (
                MISDEMEANOUR_11,
                ESPECIALLY_SERIOUS_16,
                MISDEMEANOUR_11,
                ESPECIALLY_SERIOUS_16,
                SERIOUS_15,
                ESPECIALLY_SERIOUS_16,
            ),
            "committed_on": (VALUE_28, VALUE_29, VALUE_30, VALUE_31, VALUE_28, VALUE_30),
            "damage_caused": (False, True, False, True, True, True),
            "damage_compensated_in_full": (False, True, False, True, False, False),
            "civil_claim_brought": (False, True, False, True, True, True),
            "civil_claims_satisfied": (False, True, False, True, False, False),
            "official_position_used": (False, True, False, True, True, True),
            "signs_of_extremism": (False, True, False, True, False, False),
            "victim_age": (0, 1000000, 1000000, 0, 1000000, 1000000),
            "recidivism": (NONE_27, DANGEROUS_10, NONE_27, DANGEROUS_10, NONE_27, NONE_27),
            "life_imprisonment": (False, True, False, True, True, True),
            "in_criminal_group": (False, True, False, True, False, False),
            "negative_behaviour": (False, True, False, True, True, True),
            "term_ends_on": (VALUE_28, VALUE_29, VALUE_30, VALUE_31, VALUE_28, VALUE_30),
        },
        (Apart(3, _slot_40_of_offence, True, ("4(2)",), False, True),),
        (
            VALUE_38,
            VALUE_39,
            VALUE_40,
            VALUE_41,
            VALUE_42,
            VALUE_43,
            VALUE_44,
            VALUE_45,
            VALUE_46,
            VALUE_47,
            VALUE_48,
            VALUE_49,
            VALUE_50,
            VALUE_51,
            VALUE_52,
            VALUE_53,
            VALUE_54,
            VALUE_55,
            VALUE_56,
            VALUE_57,
            VALUE_58,
            VALUE_59,
            VALUE_60,
            VALUE_61,
            VALUE_62,
            VALUE_63,
            VALUE_64,
            VALUE_65,
            VALUE_66,
            VALUE_67,
            VALUE_68,
            VALUE_69,
            VALUE_70,
            VALUE_71,
            VALUE_72,
            VALUE_73,
            VALUE_74,
            VALUE_75,
            VALUE_76,
            VALUE_77,
            VALUE_78,
            VALUE_79,
            VALUE_80,
        ),
    ),
    "child": Turns(
        Child,
        {"date_of_birth": (VALUE_28, VALUE_29, VALUE_30, VALUE_31, VALUE_30, VALUE_31)},
        (),
        (),
    ),
}


def _complete_child(child: Child, turn: Turn) -> Child:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["child"]()
    v: Any
    (
        new.date_of_birth,
    ) = turn.values["child"]
    if (v := child.date_of_birth) is not None:
        new.date_of_birth = v
    new.__class__ = Child
    made: Child = new
    return made


def _complete_offence(offence: Offence, turn: Turn) -> Offence:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["offence"]()
    v: Any
    (
        new.stage,
        new.provision,
        new.category,
        new.committed_on,
        new.damage_caused,
        new.damage_compensated_in_full,
        new.civil_claim_brought,
        new.civil_claims_satisfied,
        new.official_position_used,
        new.signs_of_extremism,
        new.victim_age,
        new.recidivism,
        new.life_imprisonment,
        new.in_criminal_group,
        new.negative_behaviour,
        new.term_ends_on,
    ) = turn.values["offence"]
    if (v := offence.stage) is not None:
        new.stage = v
    if (v := offence.provision) is not None:
        new.provision = turn.points["offence"][v]
    if (v := offence.category) is not None:
        new.category = v
    if (v := offence.committed_on) is not None:
        new.committed_on = v
    if (v := offence.damage_caused) is not None:
        new.damage_caused = v
    if (v := offence.damage_compensated_in_full) is not None:
        new.damage_compensated_in_full = v
    if (v := offence.civil_claim_brought) is not None:
        new.civil_claim_brought = v
    if (v := offence.civil_claims_satisfied) is not None:
        new.civil_claims_satisfied = v
    if (v := offence.official_position_used) is not None:
        new.official_position_used = v
    if (v := offence.signs_of_extremism) is not None:
        new.signs_of_extremism = v
    if (v := offence.victim_age) is not None:
        new.victim_age = v
    if (v := offence.recidivism) is not None:
        new.recidivism = v
    if (v := offence.life_imprisonment) is not None:
        new.life_imprisonment = v
    if (v := offence.in_criminal_group) is not None:
        new.in_criminal_group = v
    if (v := offence.negative_behaviour) is not None:
        new.negative_behaviour = v
    if (v := offence.term_ends_on) is not None:
        new.term_ends_on = v
    new._established = offence._established
    new.socially_vulnerable = None
    new.corruption_crime = None
    new.terrorist_crime = None
    new.extremist_crime = None
    new.crime_against_minor = None
    new.unserved_part = None
    new.outcome = None
    new.reduction = None
    new.days_off = None
    new.obliged_to_compensate = None
    new.__class__ = Offence
    made: Offence = new
    return made


def _complete_person(person: Person, turn: Turn) -> Person:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["person"]()
    v: Any
    (
        new.sex,
        new.date_of_birth,
        new.covered_by_law_on_veterans,
        new.pregnant_on_effective_day,
        new.deprived_of_parental_rights,
        new.only_parent,
        new.dependant_with_disability_at_offence_and_conviction,
        new.disability_group,
        new.disability_recognised_on,
        new.held,
    ) = turn.values["person"]
    if (v := person.sex) is not None:
        new.sex = v
    if (v := person.date_of_birth) is not None:
        new.date_of_birth = v
    if (v := person.covered_by_law_on_veterans) is not None:
        new.covered_by_law_on_veterans = v
    if (v := person.pregnant_on_effective_day) is not None:
        new.pregnant_on_effective_day = v
    if (v := person.deprived_of_parental_rights) is not None:
        new.deprived_of_parental_rights = v
    if (v := person.only_parent) is not None:
        new.only_parent = v
    if (v := person.dependant_with_disability_at_offence_and_conviction) is not None:
        new.dependant_with_disability_at_offence_and_conviction = v
    if (v := person.disability_group) is not None:
        new.disability_group = v
    if (v := person.disability_recognised_on) is not None:
        new.disability_recognised_on = v
    if (v := person.held) is not None:
        new.held = v
    new.offences = ()
    if (v := person.offences) is not None:
        new.offences = tuple([_complete_offence(one, turn) for one in v])
    new.children = ()
    if (v := person.children) is not None:
        new.children = tuple([_complete_child(one, turn) for one in v])
    new.__class__ = Person
    made: Person = new
    return made


ENGINE.completes(_quick_person, _complete_person, TURNS)


def decide(
    person: Person,
    *,
    effective_day: date | None = EFFECTIVE_DAY_OF_THE_LAW,
    law_day: date | None = None,
) -> Decision:
    """Return all that the law decides; a day that is None is unknown."""
    days = USUAL_DAYS
    if effective_day is not EFFECTIVE_DAY_OF_THE_LAW or law_day is not None:
        days = Days(
            checked_day("effective_day", effective_day),
            checked_day("law_day", law_day),
        )
    try:
        found: Any = _quick_person(person, days)
        if found.__class__ is not Decision:
            found = ENGINE.decide(person, days, found)
        result: Decision = found
        return result
    except AttributeError:
        checked_thing(Person, person)
        raise


def ask(
    person: Person,
    element: str,
    of: str = "",
    *,
    effective_day: date | None = EFFECTIVE_DAY_OF_THE_LAW,
    law_day: date | None = None,
) -> Holding:
    """Return what an element of the law, by its citation, comes to for a thing."""
    days = USUAL_DAYS
    if effective_day is not EFFECTIVE_DAY_OF_THE_LAW or law_day is not None:
        days = Days(
            checked_day("effective_day", effective_day),
            checked_day("law_day", law_day),
        )
    try:
        found: Holding = ENGINE.ask(person, element, of, days)
        return found
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
    if effective_day is not EFFECTIVE_DAY_OF_THE_LAW or law_day is not None:
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
    if effective_day is not EFFECTIVE_DAY_OF_THE_LAW or law_day is not None:
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
