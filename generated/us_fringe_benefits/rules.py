"""Provisions of UNITED STATES CODE, TITLE 26 Qualified employee discounts

Written by lawc 0.1.0 from us/fringe-benefits/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from lawc.runtime.combining import decided
from lawc.runtime.logic import (
    NOTHING,
    all_of,
    any_of,
    established,
    largest,
    less,
    not_,
    one_of,
    product,
    quotient,
    rounded,
    smallest,
    supplied_or,
)
from lawc.runtime.questions import Question
from lawc.runtime.values import Truth

from .facts import Days, Person


def sec_132_c_1_a(person: Person, days: Days) -> Truth:
    """in the case of property, the gross profit percentage of the price at which the
    property is being offered by the employer to customers, or
    """
    return all_of(
        qualified_property_or_services(person, days),
        # 132(c)(1)(A) in the case of property, the gross profit percentage of t ...
        one_of(person.discounted, ("property",)),
    )


def sec_132_c_1_b(person: Person, days: Days) -> Truth:
    """in the case of services, 20 percent of the price at which the services are being
    offered by the employer to customers.
    """
    return all_of(
        qualified_property_or_services(person, days),
        # 132(c)(1)(B) in the case of services, 20 percent of the price at which ...
        one_of(person.discounted, ("services",)),
    )


def gross_profit_percentage(person: Person, days: Days) -> Any:
    """The term “gross profit percentage” means the percent which— (i) the excess of
    the aggregate sales price of property sold by the employer to customers over the
    aggregate cost of such property to the employer, is of (ii) the aggregate sale
    price of such property.
    """
    return supplied_or(
        person.gross_profit_percentage,
        lambda: quotient(
            largest(less(person.aggregate_sales_price, person.aggregate_cost), 0),
            person.aggregate_sales_price,
        ),
    )


def employee_discount(person: Person, days: Days) -> Any:
    """The term “employee discount” means the amount by which— (A) the price at which
    the property or services are provided by the employer to an employee for use by
    such employee, is less than (B) the price at which such property or services are
    being offered by the employer to customers.
    """
    return supplied_or(
        person.employee_discount,
        lambda: largest(less(person.customer_price, person.employee_price), 0),
    )


def qualified_property_or_services(person: Person, days: Days) -> Truth:
    """Qualified property or services means property that is offered for sale to
    customers in the ordinary course of the line of business and that is of no kind
    left out, or services that are offered for sale to customers in the ordinary
    course of the line of business.
    """
    return established(
        person.qualified_property_or_services,
        lambda: any_of(
            all_of(
                one_of(person.discounted, ("property",)),
                person.offered_in_ordinary_course,
                not_(person.real_property_or_investment),
            ),
            all_of(one_of(person.discounted, ("services",)), person.offered_in_ordinary_course),
        ),
    )


def qualified_employee_discount(person: Person, days: Days) -> Any:
    """What is decided under `qualified_employee_discount`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        person.qualified_employee_discount,
        (
            sec_132_c_1_a(person, days),
            rounded(
                smallest(
                    employee_discount(person, days),
                    product(gross_profit_percentage(person, days), person.customer_price),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_132_c_1_b(person, days),
            rounded(
                smallest(
                    employee_discount(person, days),
                    product(Fraction(1, 5), person.customer_price),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
    )


PROVISIONS: dict[str, Question] = {
    "132(c)(1)(A)": Question(("person",), (sec_132_c_1_a, 0)),
    "132(c)(1)(B)": Question(("person",), (sec_132_c_1_b, 0)),
}
