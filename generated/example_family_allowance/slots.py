"""Slots of FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law.
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# pyright: reportGeneralTypeIssues=false

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.combining import decided
from lawc.runtime.logic import (
    NOTHING,
    by_parts,
    in_force,
    in_row,
    number_true,
    spoken_of,
    version_of,
)
from lawc.runtime.lookups import Parts, Rows, Shifts, Versions
from lawc.runtime.values import Period, Truth, round_down, round_nearest

KINDS = (("household", "", ""), ("child", "household", "children"))

VALUE_1 = date(2024, 1, 1)
VALUE_2 = date(2024, 12, 31)
VALUE_3 = date(2025, 1, 1)
VALUE_4 = Fraction(11661, 25)
VALUE_5 = Fraction(47437, 100)
PARTS_6 = Parts(
    ((None, 2000, Fraction(0)), (2000, 5000, Fraction(1, 40)), (5000, None, Fraction(1, 20))),
)
VALUE_7 = Fraction(1, 100)
SHIFTS_8 = Shifts(Period(18, 0, 0), month_end_up=True)
SHIFTS_9 = Shifts(Period(24, 0, 0), month_end_up=True)
ROWS_10 = Rows(
    (
        (None, 1, Fraction(1, 10)),
        (1, 2, Fraction(8, 25)),
        (2, 4, Fraction(73, 100)),
        (4, None, Fraction(19, 20)),
    ),
)
VERSIONS_11 = Versions(NOTHING, (VALUE_1, VALUE_2, VALUE_4), (VALUE_3, None, VALUE_5))
VALUE_12 = Fraction(0)
VALUE_13 = Fraction(1000000)
VALUE_14 = date(1950, 1, 1)
VALUE_15 = date(2100, 1, 1)
VALUE_16 = date(1977, 1, 1)
VALUE_17 = date(2010, 1, 1)


def household_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 14 of one household."""
    s0 = days.law_day
    s1 = in_force(s0, VALUE_1, VALUE_2)
    s3 = in_force(s0, VALUE_3, None)
    # quantity base
    s5 = thing.base
    if s5 is None:
        s5 = version_of((s1, VALUE_4), (s3, VALUE_5))
    s6 = thing.income
    s7 = by_parts(s6, PARTS_6)
    if s7 is None:
        s8: Any = None
    else:
        s8 = round_nearest(s7, VALUE_7)
    # quantity deduction
    s10 = thing.deduction
    if s10 is None:
        s10 = s8
    s11 = thing.receives_foreign_allowance
    s13 = thing.lives_in_the_country
    own += (s0, s1, VALUE_4, s3, VALUE_5, s5, s6, s7, s8, True, s10, s11, False, s13, 0)


def child_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 12 of one child."""
    s0 = thing.date_of_birth
    if s0 is None:
        s1: Any = None
    else:
        s1 = SHIFTS_8[s0]
    s2 = days.payment_day
    s3 = None if s1 is None or s2 is None else s1 <= s2
    s4 = None if s3 is None else not s3
    s5 = thing.in_education
    if s0 is None:
        s6: Any = None
    else:
        s6 = SHIFTS_9[s0]
    s7 = None if s6 is None or s2 is None else s6 <= s2
    s8 = None if s7 is None else not s7
    s9: Truth = s5 and s8
    if s9 is None and s8 is False:
        s9 = False
    s10 = thing.disabled
    s11: Truth = s4 or s9 or s10
    if s11 is False and (s4 is None or s9 is None):
        s11 = None
    # concept dependent_child
    s12 = thing.dependent_child
    if s12 is None:
        s12 = s11
    own += (s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12)


def household_slots_15(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 15 to 35 of one household."""
    group = members["child"]
    if group is None:
        s15: Any = None
    else:
        parts = [one[10] for one in group]
        s15 = False if False in parts else None if None in parts else True
    s16 = None if s15 is None else not s15
    s17: Truth = own[11] and s16
    if s17 is None and s16 is False:
        s17 = False
    # 2(2)
    s18: Truth = s17
    group = members["child"]
    if group is None:
        s19: Any = None
    else:
        parts = [one[12] for one in group]
        s19 = number_true(parts)
    # quantity dependent_children
    s20 = thing.dependent_children
    if s20 is None:
        s20 = s19
    group = members["child"]
    if group is None:
        s21: Any = None
    else:
        parts = [one[12] for one in group]
        s21 = True if True in parts else None if None in parts else False
    s22: Truth = own[13] and s21
    if s22 is None and s21 is False:
        s22 = False
    # 2(1)
    s23: Truth = s22
    if s23 is not False and s18 is not False:
        s23 = False if s18 else None
    s24 = in_row(s20, ROWS_10)
    # quantity rate
    s25 = thing.rate
    if s25 is None:
        s25 = s24
    # decision entitled
    s26 = decided("one", False, thing.entitled, (s23, True), (s18, False))
    if own[5] is NOTHING:
        s27: Any = NOTHING
    elif own[5] is None or s25 is None:
        s27 = None
    else:
        s27 = own[5] * s25
    if s27 is NOTHING:
        s28: Any = NOTHING
    elif s27 is None:
        s28 = None
    else:
        s28 = round_nearest(s27, VALUE_7)
    # quantity full_amount
    s29 = thing.full_amount
    if s29 is None:
        s29 = s28
    s30 = spoken_of(s26)
    # 3(5)
    s31: Truth = s30
    if s29 is NOTHING:
        s32: Any = NOTHING
    elif s29 is None or own[10] is None:
        s32 = None
    else:
        s32 = s29 - own[10]
    if s32 is NOTHING:
        s33: Any = NOTHING
    elif s32 is None:
        s33 = None
    else:
        s33 = max(s32, 0)
    if s33 is NOTHING:
        s34: Any = NOTHING
    elif s33 is None:
        s34 = None
    else:
        s34 = round_down(s33, VALUE_7)
    # decision allowance
    s35 = None
    own += (
        s15,
        s16,
        s17,
        s18,
        s19,
        s20,
        s21,
        s22,
        s23,
        s24,
        s25,
        s26,
        s27,
        s28,
        s29,
        s30,
        s31,
        s32,
        s33,
        s34,
        s35,
    )


PHASES = (
    ("household", household_slots_0),
    ("child", child_slots_0),
    ("household", household_slots_15),
)
