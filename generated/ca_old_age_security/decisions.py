"""Decisions of OLD AGE SECURITY ACT

Written by lawc 0.1.0 from ca/old-age-security/en.law.
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# pyright: reportGeneralTypeIssues=false

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.decided import WholeDecided, part
from lawc.runtime.engine.deciding import Report
from lawc.runtime.engine.run import Engine, Trace
from lawc.runtime.engine.shown import Turn, Turns
from lawc.runtime.explained import Explanations
from lawc.runtime.facts import checked_day, checked_thing
from lawc.runtime.holdings import Holding
from lawc.runtime.logic import days_in, months_between, start_of, total
from lawc.runtime.values import Truth, round_nearest, share_down, share_nearest

from . import facts, slots
from .facts import USUAL_DAYS, Absence, Days, Pension, Person, Presence, Residence, Visa
from .slots import (
    SHIFTS_1,
    SHIFTS_11,
    SHIFTS_12,
    SHIFTS_13,
    SHIFTS_2,
    SHIFTS_3,
    SHIFTS_4,
    SHIFTS_6,
    SHIFTS_7,
    SHIFTS_9,
    VALUE_10,
    VALUE_14,
    VALUE_15,
    VALUE_16,
    VALUE_17,
    VALUE_18,
    VALUE_19,
    VALUE_20,
    VALUE_21,
    VALUE_22,
    VALUE_23,
    VALUE_24,
    VALUE_25,
    VALUE_5,
    VALUE_8,
)


class Decision(WholeDecided):
    """What is decided of one person."""

    __slots__ = ()
    full: bool | None = part(0)
    partial: bool | None = part(1)
    payable: bool | None = part(2)
    full_amount: Fraction | None = part(3)
    partial_amount: Fraction | None = part(4)
    partial_then: Fraction | None = part(5)
    amount: Fraction | None = part(6)


ENGINE = Engine(
    __spec__,
    facts,
    slots,
    "ca/old-age-security",
    {"payment_month": "payment_month"},
    {
        "person": Report(
            Decision,
            {
                "full": "truth",
                "partial": "truth",
                "payable": "truth",
                "full_amount": "number",
                "partial_amount": "number",
                "partial_then": "number",
                "amount": "number",
            },
            {},
        ),
    },
)


def _slot_77_of_person(person: Person, days: Days) -> Truth:
    """Return slot 77 of one person."""
    group = person.pensions
    if group is None:
        return None
    doubtful = False
    for pension in group:
        if (
            pension.first_day is None
            or (
                (pension.last_day is None or pension.first_day <= pension.last_day)
                and pension.first_day <= VALUE_10
            )
        ) and (pension.last_day is None or pension.last_day >= VALUE_10):
            if pension.first_day is not None and pension.last_day is not None:
                return True
            doubtful = True
    return None if doubtful else False


def _slot_82_of_person(person: Person, days: Days) -> Truth:
    """Return slot 82 of one person."""
    group = person.residences
    if group is None:
        return None
    doubtful = False
    for residence in group:
        if (
            residence.first_day is None
            or (
                (residence.last_day is None or residence.first_day <= residence.last_day)
                and residence.first_day <= VALUE_10
            )
        ) and (residence.last_day is None or residence.last_day >= VALUE_10):
            if residence.first_day is not None and residence.last_day is not None:
                return True
            doubtful = True
    return None if doubtful else False


def _slot_83_of_person(person: Person, days: Days) -> Truth:
    """Return slot 83 of one person."""
    group = person.residences
    if group is None:
        return None
    doubtful = False
    for residence in group:
        if (
            residence.first_day is None
            or (
                (residence.last_day is None or residence.first_day <= residence.last_day)
                and residence.first_day <= VALUE_10
            )
        ) and (
            residence.last_day is None
            or person.born is None
            or residence.last_day >= SHIFTS_1[person.born]
        ):
            if (
                residence.first_day is not None
                and residence.last_day is not None
                and person.born is not None
            ):
                return True
            doubtful = True
    return None if doubtful else False


def _slot_84_of_person(person: Person, days: Days) -> Truth:
    """Return slot 84 of one person."""
    group = person.visas
    if group is None:
        return None
    doubtful = False
    for visa in group:
        if (
            visa.first_day is None
            or (
                (visa.last_day is None or visa.first_day <= visa.last_day)
                and visa.first_day <= VALUE_10
            )
        ) and (visa.last_day is None or visa.last_day >= VALUE_10):
            if visa.first_day is not None and visa.last_day is not None:
                return True
            doubtful = True
    return None if doubtful else False


def _slot_88_of_person(person: Person, days: Days) -> Truth:
    """Return slot 88 of one person."""
    s3 = person.approved_on
    if s3 is None:
        s47: Any = None
    else:
        s47 = SHIFTS_12[s3]
    if s47 is None or s3 is None:
        s48: Any = None
    else:
        s48 = (s3 - s47).days
    s87 = _slot_87_of_person(person, days)
    s88 = None if s87 is None or s48 is None else s87 >= s48
    return s88


def _slot_92_of_person(person: Person, days: Days) -> Truth:
    """Return slot 92 of one person."""
    s89 = _slot_89_of_person(person, days)
    s90 = _slot_90_of_person(person, days)
    if s90 is None:
        s91: Any = None
    else:
        s91 = 3 * s90
    s92 = None if s89 is None or s91 is None else s89 >= s91
    return s92


def _slot_94_of_person(person: Person, days: Days) -> Truth:
    """Return slot 94 of one person."""
    s3 = person.approved_on
    if s3 is None:
        s51: Any = None
    else:
        s51 = SHIFTS_13[s3]
    if s51 is None or s3 is None:
        s52: Any = None
    else:
        s52 = (s3 - s51).days
    s93 = _slot_93_of_person(person, days)
    s94 = None if s93 is None or s52 is None else s93 >= s52
    return s94


def _slot_69_of_person(person: Person, days: Days) -> Any:
    """Return slot 69 of one person."""
    group = person.residences
    if group is None:
        return None
    parts = [_slot_7_of_residence(residence, person, days) for residence in group]
    return total(*parts)


def _slot_117_of_person(person: Person, days: Days) -> Truth:
    """Return slot 117 of one person."""
    group = person.residences
    if group is None:
        return None
    doubtful = False
    for residence in group:
        if (
            residence.first_day is None
            or (
                (residence.last_day is None or residence.first_day <= residence.last_day)
                and (
                    person.approved_on is None
                    or residence.first_day <= SHIFTS_3[person.approved_on]
                )
            )
        ) and (
            residence.last_day is None
            or person.approved_on is None
            or residence.last_day >= SHIFTS_3[person.approved_on]
        ):
            if (
                residence.first_day is not None
                and residence.last_day is not None
                and person.approved_on is not None
            ):
                return True
            doubtful = True
    return None if doubtful else False


def _slot_73_of_person(person: Person, days: Days) -> Any:
    """Return slot 73 of one person."""
    group = person.residences
    if group is None:
        return None
    parts = [_slot_10_of_residence(residence, person, days) for residence in group]
    return total(*parts)


def _slot_87_of_person(person: Person, days: Days) -> Any:
    """Return slot 87 of one person."""
    group = person.residences
    if group is None:
        return None
    parts = [_slot_21_of_residence(residence, person, days) for residence in group]
    return total(*parts)


def _slot_89_of_person(person: Person, days: Days) -> Any:
    """Return slot 89 of one person."""
    group = person.presences
    if group is None:
        return None
    parts = [_slot_7_of_presence(presence, person, days) for presence in group]
    return total(*parts)


def _slot_90_of_person(person: Person, days: Days) -> Any:
    """Return slot 90 of one person."""
    group = person.absences
    if group is None:
        return None
    parts = [_slot_7_of_absence(absence, person, days) for absence in group]
    return total(*parts)


def _slot_93_of_person(person: Person, days: Days) -> Any:
    """Return slot 93 of one person."""
    group = person.residences
    if group is None:
        return None
    parts = [_slot_24_of_residence(residence, person, days) for residence in group]
    return total(*parts)


def _slot_7_of_residence(residence: Residence, person: Person, days: Days) -> Any:
    """Return slot 7 of one residence."""
    s0 = residence.first_day
    s1 = _slot_2_of_person(person, days)
    if s0 is None or s1 is None:
        s2: Any = None
    else:
        s2 = max(s0, s1)
    s3 = residence.last_day
    s4 = _slot_4_of_person(person, days)
    if s3 is None or s4 is None:
        s5: Any = None
    else:
        s5 = min(s3, s4)
    s7 = days_in(s2, s5, True)
    return s7


def _slot_10_of_residence(residence: Residence, person: Person, days: Days) -> Any:
    """Return slot 10 of one residence."""
    s0 = residence.first_day
    s1 = _slot_2_of_person(person, days)
    if s0 is None or s1 is None:
        s2: Any = None
    else:
        s2 = max(s0, s1)
    s3 = residence.last_day
    s8 = _slot_20_of_person(person, days)
    if s3 is None or s8 is None:
        s9: Any = None
    else:
        s9 = min(s3, s8)
    s10 = days_in(s2, s9, True)
    return s10


def _slot_2_of_person(person: Person, days: Days) -> Any:
    """Return slot 2 of one person."""
    s0 = person.born
    if s0 is None:
        s1: Any = None
    else:
        s1 = SHIFTS_1[s0]
    if s1 is None:
        s2: Any = None
    else:
        s2 = SHIFTS_2[s1]
    return s2


def _slot_20_of_person(person: Person, days: Days) -> Any:
    """Return slot 20 of one person."""
    s7 = person.qualified_on
    if s7 is None:
        s20: Any = None
    else:
        s20 = SHIFTS_3[s7]
    return s20


def _slot_4_of_person(person: Person, days: Days) -> Any:
    """Return slot 4 of one person."""
    s3 = person.approved_on
    if s3 is None:
        s4: Any = None
    else:
        s4 = SHIFTS_3[s3]
    return s4


def _slot_24_of_residence(residence: Residence, person: Person, days: Days) -> Any:
    """Return slot 24 of one residence."""
    s0 = residence.first_day
    s3 = residence.last_day
    s4 = _slot_4_of_person(person, days)
    if s3 is None or s4 is None:
        s5: Any = None
    else:
        s5 = min(s3, s4)
    s22 = _slot_51_of_person(person, days)
    if s0 is None or s22 is None:
        s23: Any = None
    else:
        s23 = max(s0, s22)
    s24 = days_in(s23, s5, True)
    return s24


def _slot_51_of_person(person: Person, days: Days) -> Any:
    """Return slot 51 of one person."""
    s3 = person.approved_on
    if s3 is None:
        s51: Any = None
    else:
        s51 = SHIFTS_13[s3]
    return s51


def _slot_7_of_presence(presence: Presence, person: Person, days: Days) -> Any:
    """Return slot 7 of one presence."""
    s0 = presence.first_day
    s1 = _slot_2_of_person(person, days)
    if s0 is None or s1 is None:
        s2: Any = None
    else:
        s2 = max(s0, s1)
    s3 = presence.last_day
    s4 = _slot_49_of_person(person, days)
    if s3 is None or s4 is None:
        s5: Any = None
    else:
        s5 = min(s3, s4)
    s7 = days_in(s2, s5, True)
    return s7


def _slot_7_of_absence(absence: Absence, person: Person, days: Days) -> Any:
    """Return slot 7 of one absence."""
    s0 = absence.first_day
    s1 = _slot_47_of_person(person, days)
    if s0 is None or s1 is None:
        s2: Any = None
    else:
        s2 = max(s0, s1)
    s3 = absence.last_day
    s4 = _slot_4_of_person(person, days)
    if s3 is None or s4 is None:
        s5: Any = None
    else:
        s5 = min(s3, s4)
    s7 = days_in(s2, s5, True)
    return s7


def _slot_47_of_person(person: Person, days: Days) -> Any:
    """Return slot 47 of one person."""
    s3 = person.approved_on
    if s3 is None:
        s47: Any = None
    else:
        s47 = SHIFTS_12[s3]
    return s47


def _slot_49_of_person(person: Person, days: Days) -> Any:
    """Return slot 49 of one person."""
    s3 = person.approved_on
    if s3 is None:
        s47: Any = None
    else:
        s47 = SHIFTS_12[s3]
    if s47 is None:
        s49: Any = None
    else:
        s49 = SHIFTS_3[s47]
    return s49


def _slot_21_of_residence(residence: Residence, person: Person, days: Days) -> Any:
    """Return slot 21 of one residence."""
    s0 = residence.first_day
    s3 = residence.last_day
    s4 = _slot_4_of_person(person, days)
    if s3 is None or s4 is None:
        s5: Any = None
    else:
        s5 = min(s3, s4)
    s19 = _slot_47_of_person(person, days)
    if s0 is None or s19 is None:
        s20: Any = None
    else:
        s20 = max(s0, s19)
    s21 = days_in(s20, s5, True)
    return s21


def _quick_person(person: Person, days: Days) -> Decision | None:
    """Decide if all is known that matters, else return None."""
    if days.payment_month is None:
        return None
    payment_month = days.payment_month
    if person._established:
        return None
    v0: Any = None
    c0: Any = ()
    v1: Any = None
    c1: Any = ()
    h0: Any = _slot_77_of_person(person, days)
    r5 = False
    if not h0 and not person.legal_before_approval and not person.legal_before_leaving:
        if (
            h0 is None
            or person.legal_before_approval is None
            or person.legal_before_leaving is None
        ):
            return None
        r5 = True
        v0 = False
        c0 = ("4(1)",)
        v1 = False
        c1 = ("4(1)",)
    if not r5 and h0 is not False:
        if h0 is None:
            return None
        v0 = True
        c0 = ("3(1)(a)",)
    if (
        not r5
        and (
            person.born is None
            or (SHIFTS_11[person.born] <= payment_month and SHIFTS_9[person.born] <= VALUE_10)
        )
        and (
            (m4 := _slot_88_of_person(person, days)) is not False
            or (
                (m5 := _slot_92_of_person(person, days)) is not False
                and (m6 := _slot_94_of_person(person, days)) is not False
            )
        )
        and not h0
        and (
            (m1 := _slot_82_of_person(person, days)) is not False
            or (m2 := _slot_83_of_person(person, days)) is not False
            or (m3 := _slot_84_of_person(person, days)) is not False
        )
    ):
        if not (
            h0 is not None
            and person.born is not None
            and (
                ((m1 := _slot_82_of_person(person, days)) is not False and m1 is not None)
                or ((m2 := _slot_83_of_person(person, days)) is not False and m2 is not None)
                or ((m3 := _slot_84_of_person(person, days)) is not False and m3 is not None)
            )
            and (
                ((m4 := _slot_88_of_person(person, days)) is not False and m4 is not None)
                or (
                    (m5 := _slot_92_of_person(person, days)) is not False
                    and m5 is not None
                    and (m6 := _slot_94_of_person(person, days)) is not False
                    and m6 is not None
                )
            )
        ):
            return None
        v0 = True
        c0 = ("3(1)(b)",)
    h1: Any = _slot_69_of_person(person, days)
    if (
        not r5
        and not h0
        and (h1 is None or h1 >= 14610)
        and (person.born is None or SHIFTS_11[person.born] <= payment_month)
    ):
        if h0 is None or person.born is None or h1 is None:
            return None
        if v0 is None:
            v0 = True
            c0 = ("3(1)(c)",)
    x0: Any = False if v0 is None else v0
    if (
        not r5
        and not x0
        and (
            h1 is None
            or (
                h1 >= VALUE_18
                and h1 < 14610
                and (h1 >= 7305 or (m8 := _slot_117_of_person(person, days)) is not False)
            )
        )
        and (person.born is None or SHIFTS_11[person.born] <= payment_month)
    ):
        if not (
            person.born is not None
            and h1 is not None
            and (
                (h1 is not None and h1 >= 7305)
                or ((m8 := _slot_117_of_person(person, days)) is not False and m8 is not None)
            )
        ):
            return None
        v1 = True
        c1 = ("3(2)",)
    v2: Any = None
    c2: Any = ()
    r7 = False
    if person.incarcerated is not False:
        if person.incarcerated is None:
            return None
        r7 = True
        v2 = False
        c2 = ("5(3)",)
    x1: Any = False if v1 is None else v1
    if not r7 and (x0 or x1) and person.applied is not False:
        if not ((x0 or x1) and person.applied is not None):
            return None
        v2 = True
        c2 = ("5(1)",)
    v3: Any = None
    c3: Any = ()
    if (
        person.born is None
        or payment_month > SHIFTS_3[SHIFTS_4[start_of(SHIFTS_7[person.born], "month")]]
    ):
        if person.born is None:
            return None
        if person.basic_amount is None:
            return None
        v3 = share_nearest(person.basic_amount, VALUE_14, VALUE_15)
        c3 = ("7(5)",)
    if payment_month <= SHIFTS_3[SHIFTS_4[start_of(SHIFTS_7[person.born], "month")]]:
        if person.basic_amount is None:
            return None
        if v3 is None:
            v3 = person.basic_amount
            c3 = ("7(5)",)
        elif v3 != person.basic_amount:
            return None
    v4: Any = None
    c4: Any = ()
    if h1 is None:
        return None
    if v3 is not None:
        v4 = share_nearest(v3 * share_down(h1, VALUE_16, VALUE_19), VALUE_17, VALUE_15)
        c4 = ("3(3)",)
    v6: Any = None
    c6: Any = ()
    if x0:
        if person.qualified_on is None or person.approved_on is None:
            return None
        if v3 is not None:
            v6 = share_nearest(v3, 1 + (VALUE_8 * months_between(max(VALUE_5, SHIFTS_4[start_of(person.qualified_on, "month")]), min(SHIFTS_4[start_of(person.approved_on, "month")], SHIFTS_4[start_of(SHIFTS_6[person.born], "month")]), month_end_up=True)), VALUE_15)
            c6 = ("7.1(3)",)
    v5: Any = None
    c5: Any = ()
    a73 = _slot_73_of_person(person, days)
    if a73 is None:
        return None
    if v3 is not None:
        v5 = share_nearest(v3 * share_down(a73, VALUE_16, VALUE_19), VALUE_17, VALUE_15)
        c5 = ("7.1(5)",)
    if x1:
        if person.qualified_on is None or person.approved_on is None:
            return None
        if v4 is not None and v5 is not None:
            if v6 is None:
                v6 = round_nearest(max(v4, v5 * (1 + (VALUE_8 * months_between(max(VALUE_5, SHIFTS_4[start_of(person.qualified_on, "month")]), min(SHIFTS_4[start_of(person.approved_on, "month")], SHIFTS_4[start_of(SHIFTS_6[person.born], "month")]), month_end_up=True)))), VALUE_15)
                c6 = ("7.1(3)",)
            elif v6 != round_nearest(max(v4, v5 * (1 + (VALUE_8 * months_between(max(VALUE_5, SHIFTS_4[start_of(person.qualified_on, "month")]), min(SHIFTS_4[start_of(person.approved_on, "month")], SHIFTS_4[start_of(SHIFTS_6[person.born], "month")]), month_end_up=True)))), VALUE_15):
                return None
        return Decision(
            (
                False if v0 is None else v0,
                False if v1 is None else v1,
                False if v2 is None else v2,
                v3,
                v4,
                v5,
                v6,
                (c0, c1, c2, c3, c4, c5, c6),
                None,
                days,
            ),
        )
    return Decision(
        (
            False if v0 is None else v0,
            False if v1 is None else v1,
            False if v2 is None else v2,
            v3,
            v4,
            v5,
            v6,
            (c0, c1, c2, c3, c4, c5, c6),
            None,
            days,
        ),
    )


TURNS = {
    "person": Turns(
        Person,
        {
            "born": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_22, VALUE_23),
            "approved_on": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_23, VALUE_21),
            "qualified_on": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_21, VALUE_20),
            "ceased_on": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_20, VALUE_22),
            "legal_before_approval": (False, True, False, True, True, True),
            "legal_before_leaving": (False, True, False, True, False, False),
            "applied": (False, True, False, True, True, True),
            "incarcerated": (False, True, False, True, False, False),
            "basic_amount": (VALUE_24, VALUE_25, VALUE_25, VALUE_24, VALUE_25, VALUE_25),
        },
        (),
        (),
    ),
    "pension": Turns(
        Pension,
        {
            "first_day": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_22, VALUE_23),
            "last_day": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_23, VALUE_21),
        },
        (),
        (),
    ),
    "residence": Turns(
        Residence,
        {
            "first_day": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_22, VALUE_23),
            "last_day": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_23, VALUE_21),
        },
        (),
        (),
    ),
    "presence": Turns(
        Presence,
        {
            "first_day": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_22, VALUE_23),
            "last_day": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_23, VALUE_21),
        },
        (),
        (),
    ),
    "absence": Turns(
        Absence,
        {
            "first_day": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_22, VALUE_23),
            "last_day": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_23, VALUE_21),
        },
        (),
        (),
    ),
    "visa": Turns(
        Visa,
        {
            "first_day": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_22, VALUE_23),
            "last_day": (VALUE_20, VALUE_21, VALUE_22, VALUE_23, VALUE_23, VALUE_21),
        },
        (),
        (),
    ),
}


def _complete_visa(visa: Visa, turn: Turn) -> Visa:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["visa"]()
    v: Any
    (
        new.first_day,
        new.last_day,
    ) = turn.values["visa"]
    if (v := visa.first_day) is not None:
        new.first_day = v
    if (v := visa.last_day) is not None:
        new.last_day = v
    new.__class__ = Visa
    made: Visa = new
    return made


def _complete_absence(absence: Absence, turn: Turn) -> Absence:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["absence"]()
    v: Any
    (
        new.first_day,
        new.last_day,
    ) = turn.values["absence"]
    if (v := absence.first_day) is not None:
        new.first_day = v
    if (v := absence.last_day) is not None:
        new.last_day = v
    new.__class__ = Absence
    made: Absence = new
    return made


def _complete_presence(presence: Presence, turn: Turn) -> Presence:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["presence"]()
    v: Any
    (
        new.first_day,
        new.last_day,
    ) = turn.values["presence"]
    if (v := presence.first_day) is not None:
        new.first_day = v
    if (v := presence.last_day) is not None:
        new.last_day = v
    new.__class__ = Presence
    made: Presence = new
    return made


def _complete_residence(residence: Residence, turn: Turn) -> Residence:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["residence"]()
    v: Any
    (
        new.first_day,
        new.last_day,
    ) = turn.values["residence"]
    if (v := residence.first_day) is not None:
        new.first_day = v
    if (v := residence.last_day) is not None:
        new.last_day = v
    new.__class__ = Residence
    made: Residence = new
    return made


def _complete_pension(pension: Pension, turn: Turn) -> Pension:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["pension"]()
    v: Any
    (
        new.first_day,
        new.last_day,
    ) = turn.values["pension"]
    if (v := pension.first_day) is not None:
        new.first_day = v
    if (v := pension.last_day) is not None:
        new.last_day = v
    new.__class__ = Pension
    made: Pension = new
    return made


def _complete_person(person: Person, turn: Turn) -> Person:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["person"]()
    v: Any
    (
        new.born,
        new.approved_on,
        new.qualified_on,
        new.ceased_on,
        new.legal_before_approval,
        new.legal_before_leaving,
        new.applied,
        new.incarcerated,
        new.basic_amount,
    ) = turn.values["person"]
    if (v := person.born) is not None:
        new.born = v
    if (v := person.approved_on) is not None:
        new.approved_on = v
    if (v := person.qualified_on) is not None:
        new.qualified_on = v
    if (v := person.ceased_on) is not None:
        new.ceased_on = v
    if (v := person.legal_before_approval) is not None:
        new.legal_before_approval = v
    if (v := person.legal_before_leaving) is not None:
        new.legal_before_leaving = v
    if (v := person.applied) is not None:
        new.applied = v
    if (v := person.incarcerated) is not None:
        new.incarcerated = v
    if (v := person.basic_amount) is not None:
        new.basic_amount = v
    new.pensions = ()
    if (v := person.pensions) is not None:
        new.pensions = tuple([_complete_pension(one, turn) for one in v])
    new.residences = ()
    if (v := person.residences) is not None:
        new.residences = tuple([_complete_residence(one, turn) for one in v])
    new.presences = ()
    if (v := person.presences) is not None:
        new.presences = tuple([_complete_presence(one, turn) for one in v])
    new.absences = ()
    if (v := person.absences) is not None:
        new.absences = tuple([_complete_absence(one, turn) for one in v])
    new.visas = ()
    if (v := person.visas) is not None:
        new.visas = tuple([_complete_visa(one, turn) for one in v])
    new._established = person._established
    new.aggregate = None
    new.deferred = None
    new.increase = None
    new.aggregate_then = None
    new.full = None
    new.partial = None
    new.payable = None
    new.full_amount = None
    new.partial_amount = None
    new.partial_then = None
    new.amount = None
    new.__class__ = Person
    made: Person = new
    return made


ENGINE.completes(_quick_person, _complete_person, TURNS)


def decide(person: Person, *, payment_month: date | None = None) -> Decision:
    """Return all that the law decides; a day that is None is unknown."""
    days = USUAL_DAYS
    if payment_month is not None:
        days = Days(checked_day("payment_month", payment_month))
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
    payment_month: date | None = None,
) -> Holding:
    """Return what an element of the law, by its citation, comes to for a thing."""
    days = USUAL_DAYS
    if payment_month is not None:
        days = Days(checked_day("payment_month", payment_month))
    try:
        found: Holding = ENGINE.ask(person, element, of, days)
        return found
    except AttributeError:
        checked_thing(Person, person)
        raise


def trace(person: Person, *, payment_month: date | None = None) -> Trace:
    """Return the decision, with every ground to be had from it when asked for."""
    days = USUAL_DAYS
    if payment_month is not None:
        days = Days(checked_day("payment_month", payment_month))
    try:
        return Trace(ENGINE, person, days, decide(person, payment_month=payment_month))
    except AttributeError:
        checked_thing(Person, person)
        raise


def explain(person: Person, *, payment_month: date | None = None) -> Explanations:
    """Return every ground of all that the law decides, as trees."""
    days = USUAL_DAYS
    if payment_month is not None:
        days = Days(checked_day("payment_month", payment_month))
    try:
        found: Explanations = ENGINE.explain(person, days)
        return found
    except AttributeError:
        checked_thing(Person, person)
        raise
