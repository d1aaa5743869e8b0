"""Slots of UNITED STATES CODE, TITLE 26 Tax on the income of individuals

Written by lawc 0.1.0 from us/income-tax/en.law.
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# pyright: reportGeneralTypeIssues=false

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.combining import decided
from lawc.runtime.logic import NOTHING, by_case, spoken_of, total
from lawc.runtime.lookups import Shifts
from lawc.runtime.values import Period, Truth

from .facts import Discounted

KINDS = (("person", "", ""),)

SHIFTS_1 = Shifts(Period(65, 0, 0), month_end_up=True)
VALUE_2 = date(2017, 12, 31)
VALUE_3 = date(2026, 1, 1)
VALUE_4 = Fraction(0)
PROPERTY_5 = Discounted.PROPERTY
SERVICES_6 = Discounted.SERVICES
VALUE_7 = Fraction(1000000)
VALUE_8 = date(1950, 1, 1)
VALUE_9 = date(2100, 1, 1)
VALUE_10 = date(1977, 1, 1)
VALUE_11 = date(2010, 1, 1)


def person_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 94 of one person."""
    s0 = thing.deductions_allowable
    s1 = thing.deductions_for_adjusted_gross_income
    s2 = thing.exemptions
    if s1 is None or s2 is None:
        s3: Any = None
    else:
        s3 = s1 + s2
    if s0 is None or s3 is None:
        s4: Any = None
    else:
        s4 = s0 - s3
    # quantity itemized_deductions
    s6 = thing.itemized_deductions
    if s6 is None:
        s6 = s4
    s7 = thing.itemizes
    s8 = None if s7 is None else not s7
    # 63(b)
    s10: Truth = s8
    s11 = thing.married
    s12 = thing.joint_return
    s13 = None if s12 is None else not s12
    s14 = thing.spouse_itemizes
    s15: Truth = s13 and s14
    if s15 is None and s14 is False:
        s15 = False
    s16: Truth = s11 and s15
    if s16 is None and s15 is False:
        s16 = False
    s17 = thing.nonresident_alien
    s18 = thing.trust
    s19: Truth = s18 or s18
    if s19 is False and s18 is None:
        s19 = None
    s20: Truth = s16 or s17 or s19
    if s20 is False and (s16 is None or s17 is None):
        s20 = None
    # 63(c)(6)
    s21: Truth = s20
    s22 = thing.surviving_spouse
    s23: Truth = s12 or s22
    if s23 is False and s12 is None:
        s23 = None
    # 63(c)(2)(A)
    s24: Truth = s23
    s25 = thing.head_of_household
    # 63(c)(2)(B)
    s26: Truth = s25
    s27: Truth = s23 or s25
    if s27 is False and s23 is None:
        s27 = None
    s28 = None if s27 is None else not s27
    # 63(c)(2)(C)
    s29: Truth = s28
    s30 = thing.date_of_birth
    if s30 is None:
        s31: Any = None
    else:
        s31 = SHIFTS_1[s30]
    s32 = thing.year_ends_on
    s33 = None if s31 is None or s32 is None else s31 <= s32
    # 63(f)(1)(A)
    s34: Truth = s33
    s35 = thing.spouse_born_on
    if s35 is None:
        s36: Any = None
    else:
        s36 = SHIFTS_1[s35]
    s37 = None if s36 is None or s32 is None else s36 <= s32
    s38 = thing.spouse_exemption
    s39: Truth = s37 and s38
    if s39 is None and s38 is False:
        s39 = False
    # 63(f)(1)(B)
    s40: Truth = s39
    s41 = thing.blind
    # 63(f)(2)(A)
    s42: Truth = s41
    s43 = thing.spouse_blind
    s44: Truth = s43 and s38
    if s44 is None and s38 is False:
        s44 = False
    # 63(f)(2)(B)
    s45: Truth = s44
    # 63(a)
    s46: Truth = True
    if s46 is not False and s10 is not False:
        s46 = False if s10 else None
    # 63(c)(1)
    s47: Truth = True
    if s47 is not False and s21 is not False:
        s47 = False if s21 else None
    s48 = thing.year_begins_on
    s50 = None if s48 is None else s48 > VALUE_2
    s52 = None if s48 is None else s48 < VALUE_3
    s53: Truth = s50 and s52
    if s53 is None and s52 is False:
        s53 = False
    s56 = by_case(s53, 12000, 3000)
    if s56 is None:
        s58: Any = None
    else:
        s58 = 2 * s56
    s59 = thing.earned_income
    if s59 is None:
        s61: Any = None
    else:
        s61 = 250 + s59
    if s61 is None:
        s63: Any = None
    else:
        s63 = max(500, s61)
    if s58 is None or s63 is None:
        s64: Any = None
    else:
        s64 = min(s58, s63)
    s65 = thing.of_another
    s66 = by_case(s65, s64, s58)
    s69 = by_case(s53, 18000, 4400)
    if s69 is None or s63 is None:
        s70: Any = None
    else:
        s70 = min(s69, s63)
    s71 = by_case(s65, s70, s69)
    if s56 is None or s63 is None:
        s72: Any = None
    else:
        s72 = min(s56, s63)
    s73 = by_case(s65, s72, s56)
    # decision basic_standard_deduction
    s74 = decided(
        "one",
        NOTHING,
        thing.basic_standard_deduction,
        (s24, s66),
        (s26, s71),
        (s29, s73),
    )
    s75 = None if s11 is None else not s11
    s76 = None if s22 is None else not s22
    s77: Truth = s75 and s76
    if s77 is None and s76 is False:
        s77 = False
    s80 = by_case(s77, 750, 600)
    # decision additional_amount
    s81 = decided(
        "total",
        0,
        thing.additional_amount,
        (s34, s80),
        (s40, s80),
        (s42, s80),
        (s45, s80),
    )
    s82 = spoken_of(s81)
    # quantity additional_standard_deduction
    s83 = thing.additional_standard_deduction
    if s83 is None:
        s83 = s82
    s84 = spoken_of(s74)
    if s84 is NOTHING:
        s85: Any = NOTHING
    elif s84 is None or s83 is None:
        s85 = None
    else:
        s85 = s84 + s83
    # decision standard_deduction
    s87 = decided("one", NOTHING, thing.standard_deduction, (s47, s85), (s21, 0))
    s88 = thing.income
    if s6 is None or s2 is None:
        s89: Any = None
    else:
        s89 = s6 + s2
    if s88 is None or s89 is None:
        s90: Any = None
    else:
        s90 = s88 - s89
    s91 = spoken_of(s87)
    if s91 is NOTHING:
        s92: Any = NOTHING
    elif s91 is None or s2 is None:
        s92 = None
    else:
        s92 = s91 + s2
    if s92 is NOTHING:
        s93: Any = NOTHING
    elif s88 is None or s92 is None:
        s93 = None
    else:
        s93 = s88 - s92
    # decision taxable_income
    s94 = None
    own += (
        s0,
        s1,
        s2,
        s3,
        s4,
        True,
        s6,
        s7,
        s8,
        False,
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
        s36,
        s37,
        s38,
        s39,
        s40,
        s41,
        s42,
        s43,
        s44,
        s45,
        s46,
        s47,
        s48,
        VALUE_2,
        s50,
        VALUE_3,
        s52,
        s53,
        12000,
        3000,
        s56,
        2,
        s58,
        s59,
        250,
        s61,
        500,
        s63,
        s64,
        s65,
        s66,
        18000,
        4400,
        s69,
        s70,
        s71,
        s72,
        s73,
        s74,
        s75,
        s76,
        s77,
        750,
        600,
        s80,
        s81,
        s82,
        s83,
        s84,
        s85,
        0,
        s87,
        s88,
        s89,
        s90,
        s91,
        s92,
        s93,
        s94,
    )


PHASES = (("person", person_slots_0),)
