"""Decisions of UNITED STATES CODE, TITLE 26 Tax on the income of individuals

Written by lawc 0.1.0 from us/income-tax/en.law.
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# pyright: reportGeneralTypeIssues=false

from __future__ import annotations

from fractions import Fraction
from typing import Any

from lawc.runtime.decided import WholeDecided, part
from lawc.runtime.engine.deciding import Report
from lawc.runtime.engine.run import Engine, Trace
from lawc.runtime.engine.shown import Turn, Turns
from lawc.runtime.explained import Explanations
from lawc.runtime.facts import checked_thing
from lawc.runtime.holdings import Holding
from lawc.runtime.logic import by_case, quotient
from lawc.runtime.values import Truth, added, round_nearest, share_nearest

from . import facts, slots
from .facts import Days, Person
from .slots import (
    PROPERTY_21,
    SERVICES_22,
    SHIFTS_1,
    VALUE_10,
    VALUE_11,
    VALUE_12,
    VALUE_13,
    VALUE_14,
    VALUE_15,
    VALUE_16,
    VALUE_17,
    VALUE_18,
    VALUE_19,
    VALUE_2,
    VALUE_20,
    VALUE_23,
    VALUE_24,
    VALUE_25,
    VALUE_26,
    VALUE_27,
    VALUE_3,
    VALUE_4,
    VALUE_5,
    VALUE_6,
    VALUE_7,
    VALUE_8,
    VALUE_9,
)


class Decision(WholeDecided):
    """What is decided of one person."""

    __slots__ = ()
    taxable_income: Fraction | None = part(0)
    standard_deduction: Fraction | None = part(1)
    basic_standard_deduction: Fraction | None = part(2)
    itemized_deductions: Fraction | None = part(3)
    applicable_amount: Fraction | None = part(4)
    exemption_amount: Fraction | None = part(5)
    applicable_percentage: Fraction | None = part(6)
    additional_exemption: Fraction | None = part(7)
    exemptions: Fraction | None = part(8)
    tax: Fraction | None = part(9)
    additional_amount: Fraction | None = part(10)


ENGINE = Engine(
    __spec__,
    facts,
    slots,
    "us/income-tax",
    {},
    {
        "person": Report(
            Decision,
            {
                "taxable_income": "number",
                "standard_deduction": "number",
                "basic_standard_deduction": "number",
                "itemized_deductions": "number",
                "applicable_amount": "number",
                "exemption_amount": "number",
                "applicable_percentage": "fraction",
                "additional_exemption": "number",
                "exemptions": "number",
                "tax": "number",
                "additional_amount": "number",
            },
            {},
        ),
    },
)


def _slot_69_of_person(person: Person, days: Days) -> Any:
    """Return slot 69 of one person."""
    s41 = person.year_begins_on
    s43 = None if s41 is None else s41 > VALUE_2
    s45 = None if s41 is None else s41 < VALUE_3
    s46: Truth = s43 and s45
    if s46 is None and s45 is False:
        s46 = False
    s52 = person.of_another
    s60 = by_case(s46, 12000, 3000)
    if s60 is None:
        s62: Any = None
    else:
        s62 = 2 * s60
    s63 = person.earned_income
    if s63 is None:
        s65: Any = None
    else:
        s65 = 250 + s63
    if s65 is None:
        s67: Any = None
    else:
        s67 = max(500, s65)
    if s62 is None or s67 is None:
        s68: Any = None
    else:
        s68 = min(s62, s67)
    s69 = by_case(s52, s68, s62)
    return s69


def _slot_74_of_person(person: Person, days: Days) -> Any:
    """Return slot 74 of one person."""
    s41 = person.year_begins_on
    s43 = None if s41 is None else s41 > VALUE_2
    s45 = None if s41 is None else s41 < VALUE_3
    s46: Truth = s43 and s45
    if s46 is None and s45 is False:
        s46 = False
    s52 = person.of_another
    s63 = person.earned_income
    if s63 is None:
        s65: Any = None
    else:
        s65 = 250 + s63
    if s65 is None:
        s67: Any = None
    else:
        s67 = max(500, s65)
    s72 = by_case(s46, 18000, 4400)
    if s72 is None or s67 is None:
        s73: Any = None
    else:
        s73 = min(s72, s67)
    s74 = by_case(s52, s73, s72)
    return s74


def _slot_76_of_person(person: Person, days: Days) -> Any:
    """Return slot 76 of one person."""
    s41 = person.year_begins_on
    s43 = None if s41 is None else s41 > VALUE_2
    s45 = None if s41 is None else s41 < VALUE_3
    s46: Truth = s43 and s45
    if s46 is None and s45 is False:
        s46 = False
    s52 = person.of_another
    s60 = by_case(s46, 12000, 3000)
    s63 = person.earned_income
    if s63 is None:
        s65: Any = None
    else:
        s65 = 250 + s63
    if s65 is None:
        s67: Any = None
    else:
        s67 = max(500, s65)
    if s60 is None or s67 is None:
        s75: Any = None
    else:
        s75 = min(s60, s67)
    s76 = by_case(s52, s75, s60)
    return s76


def _slot_83_of_person(person: Person, days: Days) -> Any:
    """Return slot 83 of one person."""
    s5 = person.married
    s16 = person.surviving_spouse
    s78 = None if s5 is None else not s5
    s79 = None if s16 is None else not s16
    s80: Truth = s78 and s79
    if s80 is None and s79 is False:
        s80 = False
    s83 = by_case(s80, 750, 600)
    return s83


def _slot_119_of_person(person: Person, days: Days, x4: Any) -> Any:
    """Return slot 119 of one person."""
    s5 = person.married
    s6 = person.joint_return
    s7 = None if s6 is None else not s6
    s90: Truth = s5 and s7
    if s90 is None and s7 is False:
        s90 = False
    s106 = person.income
    s107 = x4
    if s106 is None or s107 is None:
        s108: Any = None
    else:
        s108 = s106 - s107
    if s108 is None:
        s109: Any = None
    else:
        s109 = max(s108, 0)
    if s109 is None:
        s111: Any = None
    else:
        s111 = quotient(s109, 1250)
    if s111 is None:
        s112: Any = None
    else:
        s112 = -(-s111.numerator // s111.denominator)
    if s112 is None:
        s114: Any = None
    else:
        s114 = VALUE_5 * s112
    if s109 is None:
        s116: Any = None
    else:
        s116 = quotient(s109, 2500)
    if s116 is None:
        s117: Any = None
    else:
        s117 = -(-s116.numerator // s116.denominator)
    if s117 is None:
        s118: Any = None
    else:
        s118 = VALUE_5 * s117
    s119 = by_case(s90, s114, s118)
    return s119


def _slot_130_of_person(person: Person, days: Days, x4: Any, x6: Any) -> Any:
    """Return slot 130 of one person."""
    s106 = person.income
    s107 = x4
    s123 = x6
    if s123 is None:
        s124: Any = None
    else:
        s124 = 1 - s123
    s127 = None if s106 is None or s107 is None else s106 > s107
    if s124 is None:
        s129: Any = None
    else:
        s129 = 0 * s124
    s130 = by_case(s127, s129, 0)
    return s130


def _slot_128_of_person(person: Person, days: Days, x4: Any, x6: Any) -> Any:
    """Return slot 128 of one person."""
    s106 = person.income
    s107 = x4
    s123 = x6
    if s123 is None:
        s124: Any = None
    else:
        s124 = 1 - s123
    if s124 is None:
        s126: Any = None
    else:
        s126 = 2000 * s124
    s127 = None if s106 is None or s107 is None else s106 > s107
    s128 = by_case(s127, s126, 2000)
    return s128


def _slot_154_of_person(person: Person, days: Days, x4: Any, x8: Any) -> Any:
    """Return slot 154 of one person."""
    s41 = person.year_begins_on
    s43 = None if s41 is None else s41 > VALUE_2
    s45 = None if s41 is None else s41 < VALUE_3
    s46: Truth = s43 and s45
    if s46 is None and s45 is False:
        s46 = False
    s106 = person.income
    s107 = x4
    if s106 is None or s107 is None:
        s108: Any = None
    else:
        s108 = s106 - s107
    if s108 is None:
        s109: Any = None
    else:
        s109 = max(s108, 0)
    s127 = None if s106 is None or s107 is None else s106 > s107
    s141 = person.deductions_allowable
    s142 = person.deductions_for_adjusted_gross_income
    s143 = x8
    if s142 is None or s143 is None:
        s144: Any = None
    else:
        s144 = s142 + s143
    if s141 is None or s144 is None:
        s145: Any = None
    else:
        s145 = s141 - s144
    if s109 is None:
        s147: Any = None
    else:
        s147 = VALUE_6 * s109
    if s145 is None:
        s149: Any = None
    else:
        s149 = VALUE_7 * s145
    if s147 is None or s149 is None:
        s150: Any = None
    else:
        s150 = min(s147, s149)
    if s145 is None or s150 is None:
        s151: Any = None
    else:
        s151 = s145 - s150
    s152 = None if s46 is None else not s46
    s153: Truth = s127 and s152
    if s153 is None and s152 is False:
        s153 = False
    s154 = by_case(s153, s151, s145)
    return s154


def _quick_person(person: Person, days: Days) -> Decision | None:
    """Decide if all is known that matters, else return None."""
    if person._established:
        return None
    v2: Any = None
    c2: Any = ()
    if person.joint_return is not False or person.surviving_spouse is not False:
        if person.joint_return is not True and person.surviving_spouse is not True:
            return None
        a69 = _slot_69_of_person(person, days)
        if a69 is None:
            return None
        v2 = a69
        c2 = ("63(c)(2)(A)",)
    if person.head_of_household is not False:
        if person.head_of_household is None:
            return None
        a74 = _slot_74_of_person(person, days)
        if a74 is None:
            return None
        if v2 is None:
            v2 = a74
            c2 = ("63(c)(2)(B)",)
        elif v2 != a74:
            return None
    if not person.joint_return and not person.surviving_spouse and not person.head_of_household:
        if person.joint_return is None or person.surviving_spouse is None:
            return None
        a76 = _slot_76_of_person(person, days)
        if a76 is None:
            return None
        v2 = a76
        c2 = ("63(c)(2)(C)",)
    v1: Any = None
    c1: Any = ()
    r26 = False
    if (
        (
            person.married is not False
            and not person.joint_return
            and person.spouse_itemizes is not False
        )
        or person.nonresident_alien is not False
        or person.trust is not False
    ):
        if (
            (
                person.married is not True
                or person.joint_return is not False
                or person.spouse_itemizes is not True
            )
            and person.nonresident_alien is not True
            and person.trust is not True
        ):
            return None
        r26 = True
        v1 = 0
        c1 = ("63(c)(6)",)
    v10: Any = None
    c10: Any = ()
    if (
        person.date_of_birth is None
        or person.year_ends_on is None
        or SHIFTS_1[person.date_of_birth] <= person.year_ends_on
    ):
        if person.date_of_birth is None or person.year_ends_on is None:
            return None
        a83 = _slot_83_of_person(person, days)
        if a83 is None:
            return None
        v10 = a83
        c10 = ("63(f)(1)(A)",)
    if person.spouse_exemption is not False and (
        person.spouse_born_on is None or SHIFTS_1[person.spouse_born_on] <= person.year_ends_on
    ):
        if person.spouse_born_on is None or person.spouse_exemption is None:
            return None
        a83 = _slot_83_of_person(person, days)
        if a83 is None:
            return None
        if v10 is None:
            v10 = a83
            c10 = ("63(f)(1)(B)",)
        else:
            v10 = v10 + a83
            c10 = c10 + ("63(f)(1)(B)",)
    if person.blind is not False:
        if person.blind is None:
            return None
        a83 = _slot_83_of_person(person, days)
        if a83 is None:
            return None
        if v10 is None:
            v10 = a83
            c10 = ("63(f)(2)(A)",)
        else:
            v10 = v10 + a83
            c10 = c10 + ("63(f)(2)(A)",)
    if person.spouse_blind is not False and person.spouse_exemption is not False:
        if person.spouse_blind is None or person.spouse_exemption is None:
            return None
        a83 = _slot_83_of_person(person, days)
        if a83 is None:
            return None
        if v10 is None:
            v10 = a83
            c10 = ("63(f)(2)(B)",)
        else:
            v10 = v10 + a83
            c10 = c10 + ("63(f)(2)(B)",)
    if not r26:
        v1 = (VALUE_20 if v2 is None else v2) + (VALUE_20 if v10 is None else v10)
        c1 = ("63(c)(1)",)
    r36 = False
    if person.year_begins_on is None or (
        person.year_begins_on > VALUE_2 and person.year_begins_on < VALUE_3
    ):
        if person.year_begins_on is None:
            return None
        r36 = True
    v4: Any = None
    c4: Any = ()
    if not r36 and (person.joint_return is not False or person.surviving_spouse is not False):
        if person.joint_return is not True and person.surviving_spouse is not True:
            return None
        v4 = 300000
        c4 = ("68(b)(1)(A)",)
    if not r36 and person.head_of_household is not False:
        if v4 is None:
            v4 = 275000
            c4 = ("68(b)(1)(B)",)
        elif v4 != 275000:
            return None
    if (
        not r36
        and not person.married
        and not person.surviving_spouse
        and not person.head_of_household
    ):
        if person.married is None or person.surviving_spouse is None:
            return None
        if v4 is None:
            v4 = 250000
            c4 = ("68(b)(1)(C)",)
        elif v4 != 250000:
            return None
    if not r36 and person.married is not False and not person.joint_return:
        if person.married is None or person.joint_return is None:
            return None
        if v4 is None:
            v4 = VALUE_4 * 300000
            c4 = ("68(b)(1)(D)",)
        elif v4 != VALUE_4 * 300000:
            return None
    x4: Any = VALUE_20 if v4 is None else v4
    v6: Any = None
    c6: Any = ()
    a119 = _slot_119_of_person(person, days, x4)
    if a119 is None:
        return None
    v6 = min(a119, 1)
    c6 = ("151(d)(3)(B)",)
    x6: Any = VALUE_20 if v6 is None else v6
    v5: Any = None
    c5: Any = ()
    r40 = False
    if person.of_another is not False:
        if person.of_another is None:
            return None
        r40 = True
        a130 = _slot_130_of_person(person, days, x4, x6)
        if a130 is None:
            return None
        v5 = a130
        c5 = ("151(d)(2)",)
    r42 = False
    if person.year_begins_on > VALUE_2 and person.year_begins_on < VALUE_3:
        r42 = True
        a130 = _slot_130_of_person(person, days, x4, x6)
        if a130 is None:
            return None
        if v5 is None:
            v5 = a130
            c5 = ("151(d)(5)",)
        elif v5 != a130:
            return None
    if not r40 and not r42:
        a128 = _slot_128_of_person(person, days, x4, x6)
        if a128 is None:
            return None
        v5 = a128
        c5 = ("151(d)(1)",)
    v7: Any = None
    c7: Any = ()
    if not person.joint_return and person.spouse_without_income is not False:
        if person.joint_return is None or person.spouse_without_income is None:
            return None
        v7 = VALUE_20 if v5 is None else v5
        c7 = ("151(b)",)
    x7: Any = v7
    v8: Any = None
    c8: Any = ()
    if person.dependents is None:
        return None
    v8 = added(
        (VALUE_20 if v5 is None else v5),
        x7 or 0,
        (VALUE_20 if v5 is None else v5) * person.dependents,
    )
    c8 = ("151(a)",)
    x8: Any = VALUE_20 if v8 is None else v8
    v0: Any = None
    c0: Any = ()
    r21 = False
    if not person.itemizes:
        if person.itemizes is None:
            return None
        r21 = True
        if person.income is None:
            return None
        v0 = person.income - ((VALUE_20 if v1 is None else v1) + (VALUE_20 if v8 is None else v8))
        c0 = ("63(b)",)
    v3: Any = None
    c3: Any = ()
    a154 = _slot_154_of_person(person, days, x4, x8)
    if a154 is None:
        return None
    v3 = a154
    c3 = ("63(d)",)
    if not r21:
        if person.income is None:
            return None
        v0 = person.income - ((VALUE_20 if v3 is None else v3) + (VALUE_20 if v8 is None else v8))
        c0 = ("63(a)",)
    x0: Any = VALUE_20 if v0 is None else v0
    v9: Any = None
    c9: Any = ()
    if (
        (
            (person.married is not False and person.joint_return is not False)
            or person.surviving_spouse is not False
        )
        and x0 <= 36900
    ):
        if (
            person.married is not True or person.joint_return is not True
        ) and person.surviving_spouse is not True:
            return None
        v9 = share_nearest(VALUE_8, (VALUE_20 if v0 is None else v0), VALUE_9)
        c9 = ("1(a)(i)",)
    if (
        (
            (person.married is not False and person.joint_return is not False)
            or person.surviving_spouse is not False
        )
        and x0 > 36900
        and x0 <= 89150
    ):
        if (
            person.married is not True or person.joint_return is not True
        ) and person.surviving_spouse is not True:
            return None
        if v9 is None:
            v9 = round_nearest(
                5535 + (VALUE_10 * max((VALUE_20 if v0 is None else v0) - 36900, 0)),
                VALUE_9,
            )
            c9 = ("1(a)(ii)",)
        elif v9 != round_nearest(5535 + (VALUE_10 * max((VALUE_20 if v0 is None else v0) - 36900, 0)), VALUE_9):
            return None
    if (
        (
            (person.married is not False and person.joint_return is not False)
            or person.surviving_spouse is not False
        )
        and x0 > 89150
        and x0 <= 140000
    ):
        if (
            person.married is not True or person.joint_return is not True
        ) and person.surviving_spouse is not True:
            return None
        if v9 is None:
            v9 = round_nearest(
                20165 + (VALUE_11 * max((VALUE_20 if v0 is None else v0) - 89150, 0)),
                VALUE_9,
            )
            c9 = ("1(a)(iii)",)
        elif v9 != round_nearest(20165 + (VALUE_11 * max((VALUE_20 if v0 is None else v0) - 89150, 0)), VALUE_9):
            return None
    if (
        (
            (person.married is not False and person.joint_return is not False)
            or person.surviving_spouse is not False
        )
        and x0 > 140000
        and x0 <= 250000
    ):
        if (
            person.married is not True or person.joint_return is not True
        ) and person.surviving_spouse is not True:
            return None
        if v9 is None:
            v9 = round_nearest(
                VALUE_13 + (VALUE_12 * max((VALUE_20 if v0 is None else v0) - 140000, 0)),
                VALUE_9,
            )
            c9 = ("1(a)(iv)",)
        elif v9 != round_nearest(VALUE_13 + (VALUE_12 * max((VALUE_20 if v0 is None else v0) - 140000, 0)), VALUE_9):
            return None
    if (
        (
            (person.married is not False and person.joint_return is not False)
            or person.surviving_spouse is not False
        )
        and x0 > 250000
    ):
        if (
            person.married is not True or person.joint_return is not True
        ) and person.surviving_spouse is not True:
            return None
        if v9 is None:
            v9 = round_nearest(
                VALUE_15 + (VALUE_14 * max((VALUE_20 if v0 is None else v0) - 250000, 0)),
                VALUE_9,
            )
            c9 = ("1(a)(v)",)
        elif v9 != round_nearest(VALUE_15 + (VALUE_14 * max((VALUE_20 if v0 is None else v0) - 250000, 0)), VALUE_9):
            return None
    if person.head_of_household is not False and x0 <= 29600:
        if v9 is None:
            v9 = share_nearest(VALUE_8, (VALUE_20 if v0 is None else v0), VALUE_9)
            c9 = ("1(b)(i)",)
        elif v9 != share_nearest(VALUE_8, (VALUE_20 if v0 is None else v0), VALUE_9):
            return None
    if person.head_of_household is not False and x0 > 29600 and x0 <= 76400:
        if v9 is None:
            v9 = round_nearest(
                4440 + (VALUE_10 * max((VALUE_20 if v0 is None else v0) - 29600, 0)),
                VALUE_9,
            )
            c9 = ("1(b)(ii)",)
        elif v9 != round_nearest(4440 + (VALUE_10 * max((VALUE_20 if v0 is None else v0) - 29600, 0)), VALUE_9):
            return None
    if person.head_of_household is not False and x0 > 76400 and x0 <= 127500:
        if v9 is None:
            v9 = round_nearest(
                17544 + (VALUE_11 * max((VALUE_20 if v0 is None else v0) - 76400, 0)),
                VALUE_9,
            )
            c9 = ("1(b)(iii)",)
        elif v9 != round_nearest(17544 + (VALUE_11 * max((VALUE_20 if v0 is None else v0) - 76400, 0)), VALUE_9):
            return None
    if person.head_of_household is not False and x0 > 127500 and x0 <= 250000:
        if v9 is None:
            v9 = round_nearest(
                33385 + (VALUE_12 * max((VALUE_20 if v0 is None else v0) - 127500, 0)),
                VALUE_9,
            )
            c9 = ("1(b)(iv)",)
        elif v9 != round_nearest(33385 + (VALUE_12 * max((VALUE_20 if v0 is None else v0) - 127500, 0)), VALUE_9):
            return None
    if person.head_of_household is not False and x0 > 250000:
        if v9 is None:
            v9 = round_nearest(
                77485 + (VALUE_14 * max((VALUE_20 if v0 is None else v0) - 250000, 0)),
                VALUE_9,
            )
            c9 = ("1(b)(v)",)
        elif v9 != round_nearest(77485 + (VALUE_14 * max((VALUE_20 if v0 is None else v0) - 250000, 0)), VALUE_9):
            return None
    if (
        not person.married
        and not person.surviving_spouse
        and not person.head_of_household
        and x0 <= 22100
    ):
        if person.married is None or person.surviving_spouse is None:
            return None
        v9 = share_nearest(VALUE_8, (VALUE_20 if v0 is None else v0), VALUE_9)
        c9 = ("1(c)(i)",)
    if (
        not person.married
        and not person.surviving_spouse
        and not person.head_of_household
        and x0 > 22100
        and x0 <= 53500
    ):
        if person.married is None or person.surviving_spouse is None:
            return None
        if v9 is None:
            v9 = round_nearest(
                3315 + (VALUE_10 * max((VALUE_20 if v0 is None else v0) - 22100, 0)),
                VALUE_9,
            )
            c9 = ("1(c)(ii)",)
        elif v9 != round_nearest(3315 + (VALUE_10 * max((VALUE_20 if v0 is None else v0) - 22100, 0)), VALUE_9):
            return None
    if (
        not person.married
        and not person.surviving_spouse
        and not person.head_of_household
        and x0 > 53500
        and x0 <= 115000
    ):
        if person.married is None or person.surviving_spouse is None:
            return None
        if v9 is None:
            v9 = round_nearest(
                12107 + (VALUE_11 * max((VALUE_20 if v0 is None else v0) - 53500, 0)),
                VALUE_9,
            )
            c9 = ("1(c)(iii)",)
        elif v9 != round_nearest(12107 + (VALUE_11 * max((VALUE_20 if v0 is None else v0) - 53500, 0)), VALUE_9):
            return None
    if (
        not person.married
        and not person.surviving_spouse
        and not person.head_of_household
        and x0 > 115000
        and x0 <= 250000
    ):
        if person.married is None or person.surviving_spouse is None:
            return None
        if v9 is None:
            v9 = round_nearest(
                31172 + (VALUE_12 * max((VALUE_20 if v0 is None else v0) - 115000, 0)),
                VALUE_9,
            )
            c9 = ("1(c)(iv)",)
        elif v9 != round_nearest(31172 + (VALUE_12 * max((VALUE_20 if v0 is None else v0) - 115000, 0)), VALUE_9):
            return None
    if (
        not person.married
        and not person.surviving_spouse
        and not person.head_of_household
        and x0 > 250000
    ):
        if person.married is None or person.surviving_spouse is None:
            return None
        if v9 is None:
            v9 = round_nearest(
                79772 + (VALUE_14 * max((VALUE_20 if v0 is None else v0) - 250000, 0)),
                VALUE_9,
            )
            c9 = ("1(c)(v)",)
        elif v9 != round_nearest(79772 + (VALUE_14 * max((VALUE_20 if v0 is None else v0) - 250000, 0)), VALUE_9):
            return None
    if person.married is not False and not person.joint_return and x0 <= 18450:
        if person.married is None or person.joint_return is None:
            return None
        if v9 is None:
            v9 = share_nearest(VALUE_8, (VALUE_20 if v0 is None else v0), VALUE_9)
            c9 = ("1(d)(i)",)
        elif v9 != share_nearest(VALUE_8, (VALUE_20 if v0 is None else v0), VALUE_9):
            return None
    if person.married is not False and not person.joint_return and x0 > 18450 and x0 <= 44575:
        if person.married is None or person.joint_return is None:
            return None
        if v9 is None:
            v9 = round_nearest(
                VALUE_16 + (VALUE_10 * max((VALUE_20 if v0 is None else v0) - 18450, 0)),
                VALUE_9,
            )
            c9 = ("1(d)(ii)",)
        elif v9 != round_nearest(VALUE_16 + (VALUE_10 * max((VALUE_20 if v0 is None else v0) - 18450, 0)), VALUE_9):
            return None
    if person.married is not False and not person.joint_return and x0 > 44575 and x0 <= 70000:
        if person.married is None or person.joint_return is None:
            return None
        if v9 is None:
            v9 = round_nearest(
                VALUE_17 + (VALUE_11 * max((VALUE_20 if v0 is None else v0) - 44575, 0)),
                VALUE_9,
            )
            c9 = ("1(d)(iii)",)
        elif v9 != round_nearest(VALUE_17 + (VALUE_11 * max((VALUE_20 if v0 is None else v0) - 44575, 0)), VALUE_9):
            return None
    if person.married is not False and not person.joint_return and x0 > 70000 and x0 <= 125000:
        if person.married is None or person.joint_return is None:
            return None
        if v9 is None:
            v9 = round_nearest(
                VALUE_18 + (VALUE_12 * max((VALUE_20 if v0 is None else v0) - 70000, 0)),
                VALUE_9,
            )
            c9 = ("1(d)(iv)",)
        elif v9 != round_nearest(VALUE_18 + (VALUE_12 * max((VALUE_20 if v0 is None else v0) - 70000, 0)), VALUE_9):
            return None
    if person.married is not False and not person.joint_return and x0 > 125000:
        if person.married is None or person.joint_return is None:
            return None
        if v9 is None:
            v9 = round_nearest(
                VALUE_19 + (VALUE_14 * max((VALUE_20 if v0 is None else v0) - 125000, 0)),
                VALUE_9,
            )
            c9 = ("1(d)(v)",)
        elif v9 != round_nearest(VALUE_19 + (VALUE_14 * max((VALUE_20 if v0 is None else v0) - 125000, 0)), VALUE_9):
            return None
    if v4 is None and r36:
        c4 = (*c4, "68(f)")
    return Decision(
        (
            VALUE_20 if v0 is None else v0,
            VALUE_20 if v1 is None else v1,
            VALUE_20 if v2 is None else v2,
            VALUE_20 if v3 is None else v3,
            VALUE_20 if v4 is None else v4,
            VALUE_20 if v5 is None else v5,
            VALUE_20 if v6 is None else v6,
            v7,
            VALUE_20 if v8 is None else v8,
            v9,
            VALUE_20 if v10 is None else v10,
            (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10),
            None,
            days,
        ),
    )


TURNS = {
    "person": Turns(
        Person,
        {
            "discounted": (
                PROPERTY_21,
                SERVICES_22,
                PROPERTY_21,
                SERVICES_22,
                SERVICES_22,
                SERVICES_22,
            ),
            "offered_in_ordinary_course": (False, True, False, True, False, False),
            "real_property_or_investment": (False, True, False, True, True, True),
            "employee_price": (VALUE_20, VALUE_23, VALUE_23, VALUE_20, VALUE_20, VALUE_20),
            "customer_price": (VALUE_20, VALUE_23, VALUE_23, VALUE_20, VALUE_23, VALUE_23),
            "aggregate_sales_price": (
                VALUE_20,
                VALUE_23,
                VALUE_23,
                VALUE_20,
                VALUE_20,
                VALUE_20,
            ),
            "aggregate_cost": (VALUE_20, VALUE_23, VALUE_23, VALUE_20, VALUE_23, VALUE_23),
            "year_begins_on": (VALUE_24, VALUE_25, VALUE_26, VALUE_27, VALUE_24, VALUE_26),
            "year_ends_on": (VALUE_24, VALUE_25, VALUE_26, VALUE_27, VALUE_26, VALUE_27),
            "itemizes": (False, True, False, True, False, False),
            "joint_return": (False, True, False, True, True, True),
            "married": (False, True, False, True, False, False),
            "surviving_spouse": (False, True, False, True, True, True),
            "head_of_household": (False, True, False, True, False, False),
            "spouse_itemizes": (False, True, False, True, True, True),
            "nonresident_alien": (False, True, False, True, False, False),
            "trust": (False, True, False, True, True, True),
            "of_another": (False, True, False, True, False, False),
            "date_of_birth": (VALUE_24, VALUE_25, VALUE_26, VALUE_27, VALUE_25, VALUE_24),
            "spouse_born_on": (VALUE_24, VALUE_25, VALUE_26, VALUE_27, VALUE_24, VALUE_26),
            "blind": (False, True, False, True, True, True),
            "spouse_blind": (False, True, False, True, False, False),
            "spouse_exemption": (False, True, False, True, True, True),
            "income": (VALUE_20, VALUE_23, VALUE_23, VALUE_20, VALUE_20, VALUE_20),
            "earned_income": (VALUE_20, VALUE_23, VALUE_23, VALUE_20, VALUE_23, VALUE_23),
            "deductions_allowable": (
                VALUE_20,
                VALUE_23,
                VALUE_23,
                VALUE_20,
                VALUE_20,
                VALUE_20,
            ),
            "deductions_for_adjusted_gross_income": (
                VALUE_20,
                VALUE_23,
                VALUE_23,
                VALUE_20,
                VALUE_23,
                VALUE_23,
            ),
            "dependents": (0, 1000000, 1000000, 0, 0, 0),
            "spouse_without_income": (False, True, False, True, True, True),
        },
        (),
        (),
    ),
}


def _complete_person(person: Person, turn: Turn) -> Person:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["person"]()
    v: Any
    (
        new.discounted,
        new.offered_in_ordinary_course,
        new.real_property_or_investment,
        new.employee_price,
        new.customer_price,
        new.aggregate_sales_price,
        new.aggregate_cost,
        new.year_begins_on,
        new.year_ends_on,
        new.itemizes,
        new.joint_return,
        new.married,
        new.surviving_spouse,
        new.head_of_household,
        new.spouse_itemizes,
        new.nonresident_alien,
        new.trust,
        new.of_another,
        new.date_of_birth,
        new.spouse_born_on,
        new.blind,
        new.spouse_blind,
        new.spouse_exemption,
        new.income,
        new.earned_income,
        new.deductions_allowable,
        new.deductions_for_adjusted_gross_income,
        new.dependents,
        new.spouse_without_income,
    ) = turn.values["person"]
    if (v := person.discounted) is not None:
        new.discounted = v
    if (v := person.offered_in_ordinary_course) is not None:
        new.offered_in_ordinary_course = v
    if (v := person.real_property_or_investment) is not None:
        new.real_property_or_investment = v
    if (v := person.employee_price) is not None:
        new.employee_price = v
    if (v := person.customer_price) is not None:
        new.customer_price = v
    if (v := person.aggregate_sales_price) is not None:
        new.aggregate_sales_price = v
    if (v := person.aggregate_cost) is not None:
        new.aggregate_cost = v
    if (v := person.year_begins_on) is not None:
        new.year_begins_on = v
    if (v := person.year_ends_on) is not None:
        new.year_ends_on = v
    if (v := person.itemizes) is not None:
        new.itemizes = v
    if (v := person.joint_return) is not None:
        new.joint_return = v
    if (v := person.married) is not None:
        new.married = v
    if (v := person.surviving_spouse) is not None:
        new.surviving_spouse = v
    if (v := person.head_of_household) is not None:
        new.head_of_household = v
    if (v := person.spouse_itemizes) is not None:
        new.spouse_itemizes = v
    if (v := person.nonresident_alien) is not None:
        new.nonresident_alien = v
    if (v := person.trust) is not None:
        new.trust = v
    if (v := person.of_another) is not None:
        new.of_another = v
    if (v := person.date_of_birth) is not None:
        new.date_of_birth = v
    if (v := person.spouse_born_on) is not None:
        new.spouse_born_on = v
    if (v := person.blind) is not None:
        new.blind = v
    if (v := person.spouse_blind) is not None:
        new.spouse_blind = v
    if (v := person.spouse_exemption) is not None:
        new.spouse_exemption = v
    if (v := person.income) is not None:
        new.income = v
    if (v := person.earned_income) is not None:
        new.earned_income = v
    if (v := person.deductions_allowable) is not None:
        new.deductions_allowable = v
    if (v := person.deductions_for_adjusted_gross_income) is not None:
        new.deductions_for_adjusted_gross_income = v
    if (v := person.dependents) is not None:
        new.dependents = v
    if (v := person.spouse_without_income) is not None:
        new.spouse_without_income = v
    new._established = person._established
    new.additional_standard_deduction = None
    new.exemptions_for_dependents = None
    new.taxable_income = None
    new.standard_deduction = None
    new.basic_standard_deduction = None
    new.itemized_deductions = None
    new.applicable_amount = None
    new.exemption_amount = None
    new.applicable_percentage = None
    new.additional_exemption = None
    new.exemptions = None
    new.tax = None
    new.additional_amount = None
    new.__class__ = Person
    made: Person = new
    return made


ENGINE.completes(_quick_person, _complete_person, TURNS)


def decide(person: Person) -> Decision:
    """Return all that the law decides; a day that is None is unknown."""
    days = Days()
    try:
        found: Any = _quick_person(person, days)
        if found.__class__ is not Decision:
            found = ENGINE.decide(person, days, found)
        result: Decision = found
        return result
    except AttributeError:
        checked_thing(Person, person)
        raise


def ask(person: Person, element: str, of: str = "") -> Holding:
    """Return what an element of the law, by its citation, comes to for a thing."""
    days = Days()
    try:
        found: Holding = ENGINE.ask(person, element, of, days)
        return found
    except AttributeError:
        checked_thing(Person, person)
        raise


def trace(person: Person) -> Trace:
    """Return the decision, with every ground to be had from it when asked for."""
    days = Days()
    try:
        return Trace(ENGINE, person, days, decide(person))
    except AttributeError:
        checked_thing(Person, person)
        raise


def explain(person: Person) -> Explanations:
    """Return every ground of all that the law decides, as trees."""
    days = Days()
    try:
        found: Explanations = ENGINE.explain(person, days)
        return found
    except AttributeError:
        checked_thing(Person, person)
        raise
