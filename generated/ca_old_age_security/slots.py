"""Slots of OLD AGE SECURITY ACT

Written by lawc 0.1.0 from ca/old-age-security/en.law.
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
    before,
    days_in,
    months_between,
    spoken_of,
    start_of,
    total,
)
from lawc.runtime.lookups import Shifts
from lawc.runtime.values import Period, Truth, round_nearest

KINDS = (
    ("person", "", ""),
    ("pension", "person", "pensions"),
    ("residence", "person", "residences"),
    ("presence", "person", "presences"),
    ("absence", "person", "absences"),
    ("visa", "person", "visas"),
)

SHIFTS_1 = Shifts(Period(18, 0, 0), month_end_up=True)
SHIFTS_2 = Shifts(Period(0, 0, 1), month_end_up=True)
SHIFTS_3 = Shifts(Period(0, 0, 1), month_end_up=True, before=True)
SHIFTS_4 = Shifts(Period(0, 1, 0), month_end_up=True)
VALUE_5 = date(2013, 7, 1)
SHIFTS_6 = Shifts(Period(70, 0, 0), month_end_up=True)
SHIFTS_7 = Shifts(Period(75, 0, 0), month_end_up=True)
VALUE_8 = Fraction(3, 500)
SHIFTS_9 = Shifts(Period(25, 0, 0), month_end_up=True)
VALUE_10 = date(1977, 7, 1)
SHIFTS_11 = Shifts(Period(65, 0, 0), month_end_up=True)
SHIFTS_12 = Shifts(Period(10, 0, 0), month_end_up=True, before=True)
SHIFTS_13 = Shifts(Period(1, 0, 0), month_end_up=True, before=True)
VALUE_14 = Fraction(11, 10)
VALUE_15 = Fraction(1, 100)
VALUE_16 = Fraction(4, 1461)
VALUE_17 = Fraction(1, 40)
VALUE_18 = Fraction(7305, 2)
VALUE_19 = Fraction(1)
VALUE_20 = date(1950, 1, 1)
VALUE_21 = date(2100, 1, 1)
VALUE_22 = date(1977, 1, 1)
VALUE_23 = date(2010, 1, 1)
VALUE_24 = Fraction(0)
VALUE_25 = Fraction(1000000)


def person_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 68 of one person."""
    s0 = thing.born
    if s0 is None:
        s1: Any = None
    else:
        s1 = SHIFTS_1[s0]
    if s1 is None:
        s2: Any = None
    else:
        s2 = SHIFTS_2[s1]
    s3 = thing.approved_on
    if s3 is None:
        s4: Any = None
    else:
        s4 = SHIFTS_3[s3]
    s7 = thing.qualified_on
    if s7 is None:
        s8: Any = None
    else:
        s8 = start_of(s7, "month")
    if s8 is None:
        s9: Any = None
    else:
        s9 = SHIFTS_4[s8]
    if s9 is None:
        s11: Any = None
    else:
        s11 = max(VALUE_5, s9)
    if s3 is None:
        s12: Any = None
    else:
        s12 = start_of(s3, "month")
    if s12 is None:
        s13: Any = None
    else:
        s13 = SHIFTS_4[s12]
    if s0 is None:
        s14: Any = None
    else:
        s14 = SHIFTS_6[s0]
    if s14 is None:
        s15: Any = None
    else:
        s15 = start_of(s14, "month")
    if s15 is None:
        s16: Any = None
    else:
        s16 = SHIFTS_4[s15]
    if s13 is None or s16 is None:
        s17: Any = None
    else:
        s17 = min(s13, s16)
    if s11 is None or s17 is None:
        s18: Any = None
    else:
        s18 = months_between(s11, s17, month_end_up=True)
    # quantity deferred
    s19 = thing.deferred
    if s19 is None:
        s19 = s18
    if s7 is None:
        s20: Any = None
    else:
        s20 = SHIFTS_3[s7]
    s21 = thing.legal_before_approval
    s22 = thing.legal_before_leaving
    s23: Truth = s21 or s22
    if s23 is False and s21 is None:
        s23 = None
    s24 = None if s23 is None else not s23
    # 3(3)
    s26: Truth = True
    s27 = thing.incarcerated
    # 5(3)
    s28: Truth = s27
    if s0 is None:
        s29: Any = None
    else:
        s29 = SHIFTS_7[s0]
    if s29 is None:
        s30: Any = None
    else:
        s30 = start_of(s29, "month")
    if s30 is None:
        s31: Any = None
    else:
        s31 = SHIFTS_4[s30]
    if s31 is None:
        s32: Any = None
    else:
        s32 = SHIFTS_3[s31]
    s33 = days.payment_month
    s34 = None if s33 is None or s32 is None else s33 > s32
    # 7(5)
    s35: Truth = s34
    s36 = None if s33 is None or s32 is None else s33 <= s32
    # 7(5)
    s37: Truth = s36
    # 7.1(5)
    s38: Truth = True
    if s19 is None:
        s40: Any = None
    else:
        s40 = VALUE_8 * s19
    # quantity increase
    s41 = thing.increase
    if s41 is None:
        s41 = s40
    if s0 is None:
        s42: Any = None
    else:
        s42 = SHIFTS_9[s0]
    s44 = None if s42 is None else s42 <= VALUE_10
    if s0 is None:
        s45: Any = None
    else:
        s45 = SHIFTS_11[s0]
    s46 = None if s45 is None or s33 is None else s45 <= s33
    if s3 is None:
        s47: Any = None
    else:
        s47 = SHIFTS_12[s3]
    if s47 is None or s3 is None:
        s48: Any = None
    else:
        s48 = (s3 - s47).days
    if s47 is None:
        s49: Any = None
    else:
        s49 = SHIFTS_3[s47]
    if s3 is None:
        s51: Any = None
    else:
        s51 = SHIFTS_13[s3]
    if s51 is None or s3 is None:
        s52: Any = None
    else:
        s52 = (s3 - s51).days
    s54 = thing.basic_amount
    if s54 is None:
        s56: Any = None
    else:
        s56 = s54 * VALUE_14
    if s56 is None:
        s57: Any = None
    else:
        s57 = round_nearest(s56, VALUE_15)
    # decision full_amount
    s58 = decided("one", NOTHING, thing.full_amount, (s35, s57), (s37, s54))
    s59 = spoken_of(s58)
    s63 = thing.applied
    if s41 is None:
        s65: Any = None
    else:
        s65 = 1 + s41
    if s59 is NOTHING:
        s66: Any = NOTHING
    elif s59 is None or s65 is None:
        s66 = None
    else:
        s66 = s59 * s65
    if s66 is NOTHING:
        s67: Any = NOTHING
    elif s66 is None:
        s67 = None
    else:
        s67 = round_nearest(s66, VALUE_15)
    s68: Truth = s35 or s37
    if s68 is False and s35 is None:
        s68 = None
    own += (
        s0,
        s1,
        s2,
        s3,
        s4,
        VALUE_16,
        True,
        s7,
        s8,
        s9,
        VALUE_5,
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
        s24,
        False,
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
        s36,
        s37,
        s38,
        VALUE_8,
        s40,
        s41,
        s42,
        VALUE_10,
        s44,
        s45,
        s46,
        s47,
        s48,
        s49,
        3,
        s51,
        s52,
        14610,
        s54,
        VALUE_14,
        s56,
        s57,
        s58,
        s59,
        VALUE_17,
        VALUE_18,
        7305,
        s63,
        1,
        s65,
        s66,
        s67,
        s68,
    )


def pension_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 6 of one pension."""
    s0 = thing.first_day
    s1 = thing.last_day
    s2 = None if s0 is None or s1 is None else s0 <= s1
    s4 = None if s1 is None else s1 >= VALUE_10
    s5 = None if s0 is None else s0 <= VALUE_10
    s6: Truth = s2 and s4 and s5
    if s6 is None and (s4 is False or s5 is False):
        s6 = False
    own += (s0, s1, s2, VALUE_10, s4, s5, s6)


def residence_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 27 of one residence."""
    s0 = thing.first_day
    s1 = line[0][2]
    if s0 is None or s1 is None:
        s2: Any = None
    else:
        s2 = max(s0, s1)
    s3 = thing.last_day
    s4 = line[0][4]
    if s3 is None or s4 is None:
        s5: Any = None
    else:
        s5 = min(s3, s4)
    s7 = days_in(s2, s5, True)
    s8 = line[0][20]
    if s3 is None or s8 is None:
        s9: Any = None
    else:
        s9 = min(s3, s8)
    s10 = days_in(s2, s9, True)
    s11 = None if s0 is None or s3 is None else s0 <= s3
    s13 = None if s3 is None else s3 >= VALUE_10
    s14 = None if s0 is None else s0 <= VALUE_10
    s15: Truth = s11 and s13 and s14
    if s15 is None and (s13 is False or s14 is False):
        s15 = False
    s16 = line[0][1]
    s17 = None if s3 is None or s16 is None else s3 >= s16
    s18: Truth = s11 and s17 and s14
    if s18 is None and (s17 is False or s14 is False):
        s18 = False
    s19 = line[0][47]
    if s0 is None or s19 is None:
        s20: Any = None
    else:
        s20 = max(s0, s19)
    s21 = days_in(s20, s5, True)
    s22 = line[0][51]
    if s0 is None or s22 is None:
        s23: Any = None
    else:
        s23 = max(s0, s22)
    s24 = days_in(s23, s5, True)
    s25 = None if s3 is None or s4 is None else s3 >= s4
    s26 = None if s0 is None or s4 is None else s0 <= s4
    s27: Truth = s11 and s25 and s26
    if s27 is None and (s25 is False or s26 is False):
        s27 = False
    own += (
        s0,
        s1,
        s2,
        s3,
        s4,
        s5,
        True,
        s7,
        s8,
        s9,
        s10,
        s11,
        VALUE_10,
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
        s24,
        s25,
        s26,
        s27,
    )


def presence_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 7 of one presence."""
    s0 = thing.first_day
    s1 = line[0][2]
    if s0 is None or s1 is None:
        s2: Any = None
    else:
        s2 = max(s0, s1)
    s3 = thing.last_day
    s4 = line[0][49]
    if s3 is None or s4 is None:
        s5: Any = None
    else:
        s5 = min(s3, s4)
    s7 = days_in(s2, s5, True)
    own += (s0, s1, s2, s3, s4, s5, True, s7)


def absence_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 7 of one absence."""
    s0 = thing.first_day
    s1 = line[0][47]
    if s0 is None or s1 is None:
        s2: Any = None
    else:
        s2 = max(s0, s1)
    s3 = thing.last_day
    s4 = line[0][4]
    if s3 is None or s4 is None:
        s5: Any = None
    else:
        s5 = min(s3, s4)
    s7 = days_in(s2, s5, True)
    own += (s0, s1, s2, s3, s4, s5, True, s7)


def visa_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 6 of one visa."""
    s0 = thing.first_day
    s1 = thing.last_day
    s2 = None if s0 is None or s1 is None else s0 <= s1
    s4 = None if s1 is None else s1 >= VALUE_10
    s5 = None if s0 is None else s0 <= VALUE_10
    s6: Truth = s2 and s4 and s5
    if s6 is None and (s4 is False or s5 is False):
        s6 = False
    own += (s0, s1, s2, VALUE_10, s4, s5, s6)


def person_slots_69(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 69 to 135 of one person."""
    group = members["residence"]
    if group is None:
        s69: Any = None
    else:
        parts = [one[7] for one in group]
        s69 = total(*parts)
    if s69 is None:
        s70: Any = None
    else:
        s70 = s69 * VALUE_16
    if s70 is None:
        s71: Any = None
    else:
        s71 = s70.numerator // s70.denominator
    # quantity aggregate
    s72 = thing.aggregate
    if s72 is None:
        s72 = s71
    group = members["residence"]
    if group is None:
        s73: Any = None
    else:
        parts = [one[10] for one in group]
        s73 = total(*parts)
    if s73 is None:
        s74: Any = None
    else:
        s74 = s73 * VALUE_16
    if s74 is None:
        s75: Any = None
    else:
        s75 = s74.numerator // s74.denominator
    # quantity aggregate_then
    s76 = thing.aggregate_then
    if s76 is None:
        s76 = s75
    group = members["pension"]
    if group is None:
        s77: Any = None
    else:
        parts = [one[6] for one in group]
        s77 = True if True in parts else None if None in parts else False
    s78 = None if s77 is None else not s77
    s79: Truth = s78 and own[24]
    if s79 is None and own[24] is False:
        s79 = False
    # 4(1)
    s80: Truth = s79
    # 3(1)(a)
    s81: Truth = s77
    if s81 is not False and s80 is not False:
        s81 = False if s80 else None
    group = members["residence"]
    if group is None:
        s82: Any = None
    else:
        parts = [one[15] for one in group]
        s82 = True if True in parts else None if None in parts else False
    group = members["residence"]
    if group is None:
        s83: Any = None
    else:
        parts = [one[18] for one in group]
        s83 = True if True in parts else None if None in parts else False
    group = members["visa"]
    if group is None:
        s84: Any = None
    else:
        parts = [one[6] for one in group]
        s84 = True if True in parts else None if None in parts else False
    s85: Truth = s82 or s83 or s84
    if s85 is False and (s82 is None or s83 is None):
        s85 = None
    s86: Truth = s78 and own[44] and s85
    if s86 is None and (own[44] is False or s85 is False):
        s86 = False
    group = members["residence"]
    if group is None:
        s87: Any = None
    else:
        parts = [one[21] for one in group]
        s87 = total(*parts)
    s88 = None if s87 is None or own[48] is None else s87 >= own[48]
    group = members["presence"]
    if group is None:
        s89: Any = None
    else:
        parts = [one[7] for one in group]
        s89 = total(*parts)
    group = members["absence"]
    if group is None:
        s90: Any = None
    else:
        parts = [one[7] for one in group]
        s90 = total(*parts)
    if s90 is None:
        s91: Any = None
    else:
        s91 = 3 * s90
    s92 = None if s89 is None or s91 is None else s89 >= s91
    group = members["residence"]
    if group is None:
        s93: Any = None
    else:
        parts = [one[24] for one in group]
        s93 = total(*parts)
    s94 = None if s93 is None or own[52] is None else s93 >= own[52]
    s95: Truth = s92 and s94
    if s95 is None and s94 is False:
        s95 = False
    s96: Truth = s88 or s95
    if s96 is False and s88 is None:
        s96 = None
    s97: Truth = s86 and own[46] and s96
    if s97 is None and (own[46] is False or s96 is False):
        s97 = False
    # 3(1)(b)
    s98: Truth = s97
    if s98 is not False and s80 is not False:
        s98 = False if s80 else None
    s99 = None if s69 is None else s69 >= 14610
    s100: Truth = s78 and own[46] and s99
    if s100 is None and (own[46] is False or s99 is False):
        s100 = False
    # 3(1)(c)
    s101: Truth = s100
    if s101 is not False and s80 is not False:
        s101 = False if s80 else None
    # decision full
    s102 = decided(
        "one",
        False,
        thing.full,
        (s81, True),
        (s98, True),
        (s101, True),
        (s80, False),
    )
    if own[59] is NOTHING:
        s103: Any = NOTHING
    elif own[59] is None or s72 is None:
        s103 = None
    else:
        s103 = own[59] * s72
    if s103 is NOTHING:
        s104: Any = NOTHING
    elif s103 is None:
        s104 = None
    else:
        s104 = s103 * VALUE_17
    if s104 is NOTHING:
        s105: Any = NOTHING
    elif s104 is None:
        s105 = None
    else:
        s105 = round_nearest(s104, VALUE_15)
    # decision partial_amount
    s106 = decided("one", NOTHING, thing.partial_amount, (own[26], s105))
    if own[59] is NOTHING:
        s107: Any = NOTHING
    elif own[59] is None or s76 is None:
        s107 = None
    else:
        s107 = own[59] * s76
    if s107 is NOTHING:
        s108: Any = NOTHING
    elif s107 is None:
        s108 = None
    else:
        s108 = s107 * VALUE_17
    if s108 is NOTHING:
        s109: Any = NOTHING
    elif s108 is None:
        s109 = None
    else:
        s109 = round_nearest(s108, VALUE_15)
    # decision partial_then
    s110 = decided("one", NOTHING, thing.partial_then, (own[38], s109))
    s111 = spoken_of(s102)
    s112 = None if s111 is None else not s111
    s113 = None if s69 is None else s69 >= VALUE_18
    s114 = None if s69 is None else s69 < 14610
    s115: Truth = s113 and s114
    if s115 is None and s114 is False:
        s115 = False
    s116 = None if s69 is None else s69 >= 7305
    group = members["residence"]
    if group is None:
        s117: Any = None
    else:
        parts = [one[27] for one in group]
        s117 = True if True in parts else None if None in parts else False
    s118: Truth = s116 or s117
    if s118 is False and s116 is None:
        s118 = None
    s119: Truth = s112 and own[46] and s115 and s118
    if s119 is None and (own[46] is False or s115 is False or s118 is False):
        s119 = False
    # 3(2)
    s120: Truth = s119
    if s120 is not False and s80 is not False:
        s120 = False if s80 else None
    # 7.1(3)
    s121: Truth = s111
    # decision partial
    s122 = decided("one", False, thing.partial, (s120, True), (s80, False))
    s123 = spoken_of(s122)
    s124: Truth = s111 or s123
    if s124 is False and s111 is None:
        s124 = None
    s125: Truth = s124 and own[63]
    if s125 is None and own[63] is False:
        s125 = False
    # 5(1)
    s126: Truth = s125
    if s126 is not False and own[28] is not False:
        s126 = False if own[28] else None
    # 7.1(3)
    s127: Truth = s123
    # decision payable
    s128 = None
    s129 = spoken_of(s106)
    s130 = spoken_of(s110)
    if s130 is NOTHING:
        s131: Any = NOTHING
    elif s130 is None or own[65] is None:
        s131 = None
    else:
        s131 = s130 * own[65]
    if s129 is NOTHING or s131 is NOTHING:
        s132: Any = NOTHING
    elif s129 is None or s131 is None:
        s132 = None
    else:
        s132 = max(s129, s131)
    if s132 is NOTHING:
        s133: Any = NOTHING
    elif s132 is None:
        s133 = None
    else:
        s133 = round_nearest(s132, VALUE_15)
    # decision amount
    s134 = None
    s135: Truth = s121 or s127
    if s135 is False and s121 is None:
        s135 = None
    own += (
        s69,
        s70,
        s71,
        s72,
        s73,
        s74,
        s75,
        s76,
        s77,
        s78,
        s79,
        s80,
        s81,
        s82,
        s83,
        s84,
        s85,
        s86,
        s87,
        s88,
        s89,
        s90,
        s91,
        s92,
        s93,
        s94,
        s95,
        s96,
        s97,
        s98,
        s99,
        s100,
        s101,
        s102,
        s103,
        s104,
        s105,
        s106,
        s107,
        s108,
        s109,
        s110,
        s111,
        s112,
        s113,
        s114,
        s115,
        s116,
        s117,
        s118,
        s119,
        s120,
        s121,
        s122,
        s123,
        s124,
        s125,
        s126,
        s127,
        s128,
        s129,
        s130,
        s131,
        s132,
        s133,
        s134,
        s135,
    )


PHASES = (
    ("person", person_slots_0),
    ("pension", pension_slots_0),
    ("residence", residence_slots_0),
    ("presence", presence_slots_0),
    ("absence", absence_slots_0),
    ("visa", visa_slots_0),
    ("person", person_slots_69),
)
