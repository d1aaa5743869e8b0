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
from lawc.runtime.logic import by_case
from lawc.runtime.values import Truth

from . import facts, slots
from .facts import Days, Person
from .slots import (
    PROPERTY_5,
    SERVICES_6,
    SHIFTS_1,
    VALUE_10,
    VALUE_11,
    VALUE_2,
    VALUE_3,
    VALUE_4,
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
    additional_amount: Fraction | None = part(3)


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
                "additional_amount": "number",
            },
            {},
        ),
    },
)


def _slot_66_of_person(person: Person, days: Days) -> Any:
    """Return slot 66 of one person."""
    s48 = person.year_begins_on
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
    s59 = person.earned_income
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
    s65 = person.of_another
    s66 = by_case(s65, s64, s58)
    return s66


def _slot_71_of_person(person: Person, days: Days) -> Any:
    """Return slot 71 of one person."""
    s48 = person.year_begins_on
    s50 = None if s48 is None else s48 > VALUE_2
    s52 = None if s48 is None else s48 < VALUE_3
    s53: Truth = s50 and s52
    if s53 is None and s52 is False:
        s53 = False
    s59 = person.earned_income
    if s59 is None:
        s61: Any = None
    else:
        s61 = 250 + s59
    if s61 is None:
        s63: Any = None
    else:
        s63 = max(500, s61)
    s65 = person.of_another
    s69 = by_case(s53, 18000, 4400)
    if s69 is None or s63 is None:
        s70: Any = None
    else:
        s70 = min(s69, s63)
    s71 = by_case(s65, s70, s69)
    return s71


def _slot_73_of_person(person: Person, days: Days) -> Any:
    """Return slot 73 of one person."""
    s48 = person.year_begins_on
    s50 = None if s48 is None else s48 > VALUE_2
    s52 = None if s48 is None else s48 < VALUE_3
    s53: Truth = s50 and s52
    if s53 is None and s52 is False:
        s53 = False
    s56 = by_case(s53, 12000, 3000)
    s59 = person.earned_income
    if s59 is None:
        s61: Any = None
    else:
        s61 = 250 + s59
    if s61 is None:
        s63: Any = None
    else:
        s63 = max(500, s61)
    s65 = person.of_another
    if s56 is None or s63 is None:
        s72: Any = None
    else:
        s72 = min(s56, s63)
    s73 = by_case(s65, s72, s56)
    return s73


def _slot_80_of_person(person: Person, days: Days) -> Any:
    """Return slot 80 of one person."""
    s11 = person.married
    s22 = person.surviving_spouse
    s75 = None if s11 is None else not s11
    s76 = None if s22 is None else not s22
    s77: Truth = s75 and s76
    if s77 is None and s76 is False:
        s77 = False
    s80 = by_case(s77, 750, 600)
    return s80


def _quick_person(person: Person, days: Days) -> Decision | None:
    """Decide if all is known that matters, else return None."""
    if person._established:
        return None
    v2: Any = None
    c2: Any = ()
    if person.joint_return is not False or person.surviving_spouse is not False:
        if person.joint_return is not True and person.surviving_spouse is not True:
            return None
        a66 = _slot_66_of_person(person, days)
        if a66 is None:
            return None
        v2 = a66
        c2 = ("63(c)(2)(A)",)
    if person.head_of_household is not False:
        if person.head_of_household is None:
            return None
        a71 = _slot_71_of_person(person, days)
        if a71 is None:
            return None
        if v2 is None:
            v2 = a71
            c2 = ("63(c)(2)(B)",)
        elif v2 != a71:
            return None
    if not person.joint_return and not person.surviving_spouse and not person.head_of_household:
        if person.joint_return is None or person.surviving_spouse is None:
            return None
        a73 = _slot_73_of_person(person, days)
        if a73 is None:
            return None
        v2 = a73
        c2 = ("63(c)(2)(C)",)
    v1: Any = None
    c1: Any = ()
    r6 = False
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
        r6 = True
        v1 = 0
        c1 = ("63(c)(6)",)
    v3: Any = None
    c3: Any = ()
    if (
        person.date_of_birth is None
        or person.year_ends_on is None
        or SHIFTS_1[person.date_of_birth] <= person.year_ends_on
    ):
        if person.date_of_birth is None or person.year_ends_on is None:
            return None
        a80 = _slot_80_of_person(person, days)
        if a80 is None:
            return None
        v3 = a80
        c3 = ("63(f)(1)(A)",)
    if person.spouse_exemption is not False and (
        person.spouse_born_on is None or SHIFTS_1[person.spouse_born_on] <= person.year_ends_on
    ):
        if person.spouse_born_on is None or person.spouse_exemption is None:
            return None
        a80 = _slot_80_of_person(person, days)
        if a80 is None:
            return None
        if v3 is None:
            v3 = a80
            c3 = ("63(f)(1)(B)",)
        else:
            v3 = v3 + a80
            c3 = c3 + ("63(f)(1)(B)",)
    if person.blind is not False:
        if person.blind is None:
            return None
        a80 = _slot_80_of_person(person, days)
        if a80 is None:
            return None
        if v3 is None:
            v3 = a80
            c3 = ("63(f)(2)(A)",)
        else:
            v3 = v3 + a80
            c3 = c3 + ("63(f)(2)(A)",)
    if person.spouse_blind is not False and person.spouse_exemption is not False:
        if person.spouse_blind is None or person.spouse_exemption is None:
            return None
        a80 = _slot_80_of_person(person, days)
        if a80 is None:
            return None
        if v3 is None:
            v3 = a80
            c3 = ("63(f)(2)(B)",)
        else:
            v3 = v3 + a80
            c3 = c3 + ("63(f)(2)(B)",)
    if not r6:
        if v2 is not None:
            v1 = v2 + (VALUE_4 if v3 is None else v3)
            c1 = ("63(c)(1)",)
    v0: Any = None
    c0: Any = ()
    if not person.itemizes:
        if person.itemizes is None:
            return None
        if person.income is None or person.exemptions is None:
            return None
        if v1 is not None:
            v0 = person.income - (v1 + person.exemptions)
            c0 = ("63(b)",)
        return Decision(
            (v0, v1, v2, VALUE_4 if v3 is None else v3, (c0, c1, c2, c3), None, days),
        )
    if (
        person.income is None
        or person.deductions_allowable is None
        or person.deductions_for_adjusted_gross_income is None
        or person.exemptions is None
    ):
        return None
    return Decision(
        (
            person.income - ((person.deductions_allowable - (person.deductions_for_adjusted_gross_income + person.exemptions)) + person.exemptions),
            v1,
            v2,
            VALUE_4 if v3 is None else v3,
            (("63(a)",), c1, c2, c3),
            None,
            days,
        ),
    )


TURNS = {
    "person": Turns(
        Person,
        {
            "discounted": (
                PROPERTY_5,
                SERVICES_6,
                PROPERTY_5,
                SERVICES_6,
                SERVICES_6,
                SERVICES_6,
            ),
            "offered_in_ordinary_course": (False, True, False, True, False, False),
            "real_property_or_investment": (False, True, False, True, True, True),
            "employee_price": (VALUE_4, VALUE_7, VALUE_7, VALUE_4, VALUE_4, VALUE_4),
            "customer_price": (VALUE_4, VALUE_7, VALUE_7, VALUE_4, VALUE_7, VALUE_7),
            "aggregate_sales_price": (VALUE_4, VALUE_7, VALUE_7, VALUE_4, VALUE_4, VALUE_4),
            "aggregate_cost": (VALUE_4, VALUE_7, VALUE_7, VALUE_4, VALUE_7, VALUE_7),
            "year_begins_on": (VALUE_8, VALUE_9, VALUE_10, VALUE_11, VALUE_8, VALUE_10),
            "year_ends_on": (VALUE_8, VALUE_9, VALUE_10, VALUE_11, VALUE_10, VALUE_11),
            "itemizes": (False, True, False, True, False, False),
            "joint_return": (False, True, False, True, True, True),
            "married": (False, True, False, True, False, False),
            "surviving_spouse": (False, True, False, True, True, True),
            "head_of_household": (False, True, False, True, False, False),
            "spouse_itemizes": (False, True, False, True, True, True),
            "nonresident_alien": (False, True, False, True, False, False),
            "trust": (False, True, False, True, True, True),
            "of_another": (False, True, False, True, False, False),
            "date_of_birth": (VALUE_8, VALUE_9, VALUE_10, VALUE_11, VALUE_9, VALUE_8),
            "spouse_born_on": (VALUE_8, VALUE_9, VALUE_10, VALUE_11, VALUE_8, VALUE_10),
            "blind": (False, True, False, True, True, True),
            "spouse_blind": (False, True, False, True, False, False),
            "spouse_exemption": (False, True, False, True, True, True),
            "income": (VALUE_4, VALUE_7, VALUE_7, VALUE_4, VALUE_4, VALUE_4),
            "earned_income": (VALUE_4, VALUE_7, VALUE_7, VALUE_4, VALUE_7, VALUE_7),
            "deductions_allowable": (VALUE_4, VALUE_7, VALUE_7, VALUE_4, VALUE_4, VALUE_4),
            "deductions_for_adjusted_gross_income": (
                VALUE_4,
                VALUE_7,
                VALUE_7,
                VALUE_4,
                VALUE_7,
                VALUE_7,
            ),
            "exemptions": (VALUE_4, VALUE_7, VALUE_7, VALUE_4, VALUE_4, VALUE_4),
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
        new.exemptions,
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
    if (v := person.exemptions) is not None:
        new.exemptions = v
    new._established = person._established
    new.additional_standard_deduction = None
    new.itemized_deductions = None
    new.taxable_income = None
    new.standard_deduction = None
    new.basic_standard_deduction = None
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
