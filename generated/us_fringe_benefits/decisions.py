"""Decisions of UNITED STATES CODE, TITLE 26 Qualified employee discounts

Written by lawc 0.1.0 from us/fringe-benefits/en.law.
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
from lawc.runtime.logic import NOTHING, quotient
from lawc.runtime.values import round_nearest

from . import facts, slots
from .facts import Days, Person
from .slots import (
    PROPERTY_1,
    SERVICES_2,
    VALUE_10,
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
    qualified_employee_discount: Fraction | None = part(0)


ENGINE = Engine(
    __spec__,
    facts,
    slots,
    "us/fringe-benefits",
    {},
    {"person": Report(Decision, {"qualified_employee_discount": "number"}, {})},
)


def _slot_16_of_person(person: Person, days: Days) -> Any:
    """Return slot 16 of one person."""
    s11 = person.aggregate_sales_price
    s12 = person.aggregate_cost
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
    return s16


def _quick_person(person: Person, days: Days) -> Decision | None:
    """Decide if all is known that matters, else return None."""
    if person._established:
        return None
    v0: Any = None
    c0: Any = ()
    h0: Any = False
    if (
        person.discounted is not SERVICES_2
        and person.offered_in_ordinary_course is not False
        and not person.real_property_or_investment
    ):
        h0 = None
        if (
            person.discounted is not None
            and person.offered_in_ordinary_course is not None
            and person.real_property_or_investment is not None
        ):
            h0 = True
    if (
        h0 is not True
        and person.discounted is not PROPERTY_1
        and person.offered_in_ordinary_course is not False
    ):
        h0 = None
        if person.discounted is not None and person.offered_in_ordinary_course is not None:
            h0 = True
    if h0 is not False and person.discounted is not SERVICES_2:
        if h0 is None or person.discounted is None:
            return None
        a16 = _slot_16_of_person(person, days)
        if person.customer_price is None or person.employee_price is None or a16 is None:
            return None
        if a16 is not NOTHING:
            v0 = round_nearest(
                min(
                    max(person.customer_price - person.employee_price, 0),
                    a16 * person.customer_price,
                ),
                VALUE_3,
            )
            c0 = ("132(c)(1)(A)",)
        return Decision((v0, (c0,), None, days))
    if h0 is not False and person.discounted is not PROPERTY_1:
        if h0 is None or person.discounted is None:
            return None
        if person.customer_price is None or person.employee_price is None:
            return None
        return Decision(
            (
                round_nearest(
                    min(
                        max(person.customer_price - person.employee_price, 0),
                        VALUE_4 * person.customer_price,
                    ),
                    VALUE_3,
                ),
                (("132(c)(1)(B)",),),
                None,
                days,
            ),
        )
    return Decision((None, ((),), None, days))


TURNS = {
    "person": Turns(
        Person,
        {
            "discounted": (
                PROPERTY_1,
                SERVICES_2,
                PROPERTY_1,
                SERVICES_2,
                SERVICES_2,
                SERVICES_2,
            ),
            "offered_in_ordinary_course": (False, True, False, True, False, False),
            "real_property_or_investment": (False, True, False, True, True, True),
            "employee_price": (VALUE_5, VALUE_6, VALUE_6, VALUE_5, VALUE_5, VALUE_5),
            "customer_price": (VALUE_5, VALUE_6, VALUE_6, VALUE_5, VALUE_6, VALUE_6),
            "aggregate_sales_price": (VALUE_5, VALUE_6, VALUE_6, VALUE_5, VALUE_5, VALUE_5),
            "aggregate_cost": (VALUE_5, VALUE_6, VALUE_6, VALUE_5, VALUE_6, VALUE_6),
            "year_begins_on": (VALUE_7, VALUE_8, VALUE_9, VALUE_10, VALUE_7, VALUE_9),
            "year_ends_on": (VALUE_7, VALUE_8, VALUE_9, VALUE_10, VALUE_9, VALUE_10),
            "itemizes": (False, True, False, True, False, False),
            "joint_return": (False, True, False, True, True, True),
            "married": (False, True, False, True, False, False),
            "surviving_spouse": (False, True, False, True, True, True),
            "head_of_household": (False, True, False, True, False, False),
            "spouse_itemizes": (False, True, False, True, True, True),
            "nonresident_alien": (False, True, False, True, False, False),
            "trust": (False, True, False, True, True, True),
            "of_another": (False, True, False, True, False, False),
            "date_of_birth": (VALUE_7, VALUE_8, VALUE_9, VALUE_10, VALUE_8, VALUE_7),
            "spouse_born_on": (VALUE_7, VALUE_8, VALUE_9, VALUE_10, VALUE_7, VALUE_9),
            "blind": (False, True, False, True, True, True),
            "spouse_blind": (False, True, False, True, False, False),
            "spouse_exemption": (False, True, False, True, True, True),
            "income": (VALUE_5, VALUE_6, VALUE_6, VALUE_5, VALUE_5, VALUE_5),
            "earned_income": (VALUE_5, VALUE_6, VALUE_6, VALUE_5, VALUE_6, VALUE_6),
            "deductions_allowable": (VALUE_5, VALUE_6, VALUE_6, VALUE_5, VALUE_5, VALUE_5),
            "deductions_for_adjusted_gross_income": (
                VALUE_5,
                VALUE_6,
                VALUE_6,
                VALUE_5,
                VALUE_6,
                VALUE_6,
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
    new.qualified_property_or_services = None
    new.gross_profit_percentage = None
    new.employee_discount = None
    new.qualified_employee_discount = None
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
