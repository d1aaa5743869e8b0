"""Slots of UNITED STATES CODE, TITLE 26 Qualified employee discounts

Written by lawc 0.1.0 from us/fringe-benefits/en.law.
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# pyright: reportGeneralTypeIssues=false

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.logic import NOTHING, quotient
from lawc.runtime.values import Truth, round_nearest

from .facts import Discounted

KINDS = (("person", "", ""),)

PROPERTY_1 = Discounted.PROPERTY
SERVICES_2 = Discounted.SERVICES
VALUE_3 = Fraction(1, 100)
VALUE_4 = Fraction(1, 5)
VALUE_5 = Fraction(0)
VALUE_6 = Fraction(1000000)
VALUE_7 = date(1950, 1, 1)
VALUE_8 = date(2100, 1, 1)
VALUE_9 = date(1977, 1, 1)
VALUE_10 = date(2010, 1, 1)


def person_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 36 of one person."""
    s0 = thing.discounted
    s1: Truth = s0 is PROPERTY_1
    if s0 is None:
        s1 = None
    s2 = thing.offered_in_ordinary_course
    s3 = thing.real_property_or_investment
    s4 = None if s3 is None else not s3
    s5: Truth = s2 and s4
    if s5 is None and s4 is False:
        s5 = False
    s6: Truth = s1 and s5
    if s6 is None and s5 is False:
        s6 = False
    s7: Truth = s0 is SERVICES_2
    if s0 is None:
        s7 = None
    s8: Truth = s7 and s2
    if s8 is None and s2 is False:
        s8 = False
    s9: Truth = s6 or s8
    if s9 is False and s6 is None:
        s9 = None
    # concept qualified_property_or_services
    s10 = thing.qualified_property_or_services
    if s10 is None:
        s10 = s9
    s11 = thing.aggregate_sales_price
    s12 = thing.aggregate_cost
    if s11 is None or s12 is None:
        s13: Any = None
    else:
        s13 = s11 - s12
    if s13 is None:
        s15: Any = None
    else:
        s15 = max(s13, 0)
    if s15 is None or s11 is None:
        s16: Any = None
    else:
        s16 = quotient(s15, s11)
    # quantity gross_profit_percentage
    s18 = thing.gross_profit_percentage
    if s18 is None:
        s18 = s16
    s19 = thing.customer_price
    s20 = thing.employee_price
    if s19 is None or s20 is None:
        s21: Any = None
    else:
        s21 = s19 - s20
    if s21 is None:
        s22: Any = None
    else:
        s22 = max(s21, 0)
    # quantity employee_discount
    s23 = thing.employee_discount
    if s23 is None:
        s23 = s22
    s24: Truth = s10 and s1
    if s24 is None and s1 is False:
        s24 = False
    # 132(c)(1)(A)
    s26: Truth = s24
    s27: Truth = s10 and s7
    if s27 is None and s7 is False:
        s27 = False
    # 132(c)(1)(B)
    s28: Truth = s27
    if s18 is NOTHING:
        s29: Any = NOTHING
    elif s18 is None or s19 is None:
        s29 = None
    else:
        s29 = s18 * s19
    if s29 is NOTHING:
        s30: Any = NOTHING
    elif s23 is None or s29 is None:
        s30 = None
    else:
        s30 = min(s23, s29)
    if s30 is NOTHING:
        s31: Any = NOTHING
    elif s30 is None:
        s31 = None
    else:
        s31 = round_nearest(s30, VALUE_3)
    if s19 is None:
        s33: Any = None
    else:
        s33 = VALUE_4 * s19
    if s23 is None or s33 is None:
        s34: Any = None
    else:
        s34 = min(s23, s33)
    if s34 is None:
        s35: Any = None
    else:
        s35 = round_nearest(s34, VALUE_3)
    # decision qualified_employee_discount
    s36 = None
    own += (
        s0,
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
        0,
        s15,
        s16,
        True,
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
        VALUE_4,
        s33,
        s34,
        s35,
        s36,
    )


PHASES = (("person", person_slots_0),)
