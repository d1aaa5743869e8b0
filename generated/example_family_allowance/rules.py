"""Provisions of FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.combining import decided
from lawc.runtime.logic import (
    NOTHING,
    after,
    all_of,
    any_of,
    at_most,
    by_parts,
    established,
    every,
    in_force,
    in_row,
    known,
    largest,
    less,
    none_of,
    not_,
    number_where,
    product,
    rounded,
    some,
    spoken_of,
    supplied_or,
    version,
)
from lawc.runtime.questions import Question
from lawc.runtime.values import Period, Truth

from .facts import Child, Days, Household


def dependent_child(child: Child, household: Household, days: Days) -> Truth:
    """In this Act, a dependent child means any of the following:"""
    return established(
        child.dependent_child,
        lambda: any_of(
            art_1_1_1(child, household, days),
            art_1_1_2(child, household, days),
            art_1_1_3(child, household, days),
        ),
    )


def art_1_1_1(child: Child, household: Household, days: Days) -> Truth:
    """a child who has not reached the age of eighteen years on the day of payment;"""
    return not_(
        at_most(
            after(child.date_of_birth, Period(18, 0, 0), month_end_up=True),
            days.payment_day,
        ),
    )


def art_1_1_2(child: Child, household: Household, days: Days) -> Truth:
    """a child who is in education, unless the child has reached the age of twenty-four
    years on the day of payment; or
    """
    return all_of(
        child.in_education,
        not_(
            at_most(
                after(child.date_of_birth, Period(24, 0, 0), month_end_up=True),
                days.payment_day,
            ),
        ),
    )


def art_1_1_3(child: Child, household: Household, days: Days) -> Truth:
    """a child with a disability."""
    return child.disabled


def dependent_children(household: Household, days: Days) -> Any:
    """The number of dependent children is the number of the household's children who
    are dependent children.
    """
    return supplied_or(
        household.dependent_children,
        lambda: number_where(
            household.children,
            lambda child: dependent_child(child, household, days),
        ),
    )


def art_2_1(household: Household, days: Days) -> Truth:
    """A household is entitled to the allowance if the household lives in the country
    and at least one of the household's children is a dependent child.
    """
    return all_of(
        household.lives_in_the_country,
        some(1, household.children, lambda child: dependent_child(child, household, days)),
        none_of(art_2_2(household, days)),
    )


def art_2_2(household: Household, days: Days) -> Truth:
    """Paragraph 1 of this Article does not apply to a household if the household
    receives a family allowance of another country, unless each of the household's
    children has a disability.
    """
    return all_of(
        household.receives_foreign_allowance,
        not_(every(household.children, lambda child: child.disabled)),
    )


def base(household: Household, days: Days) -> Any:
    """the monthly base is 466.44 euro."""
    return supplied_or(
        household.base,
        lambda: version(
            (
                in_force(days.law_day, date(2024, 1, 1), date(2024, 12, 31)),
                lambda: Fraction(11661, 25),
            ),
            (in_force(days.law_day, date(2025, 1, 1), None), lambda: Fraction(47437, 100)),
        ),
    )


def rate(household: Household, days: Days) -> Any:
    """The rate is given by the row in which the number of dependent children falls:"""
    return supplied_or(
        household.rate,
        lambda: in_row(
            dependent_children(household, days),
            (
                (None, Fraction(1), Fraction(1, 10)),
                (Fraction(1), Fraction(2), Fraction(8, 25)),
                (Fraction(2), Fraction(4), Fraction(73, 100)),
                (Fraction(4), None, Fraction(19, 20)),
            ),
        ),
    )


def full_amount(household: Household, days: Days) -> Any:
    """The full amount is the monthly base multiplied by the rate, rounded to the
    nearest cent.
    """
    return supplied_or(
        household.full_amount,
        lambda: rounded(
            product(base(household, days), rate(household, days)),
            "nearest",
            Fraction(1, 100),
        ),
    )


def deduction(household: Household, days: Days) -> Any:
    """The deduction is the sum of the rates, each applied to the part of the
    household's income that falls in its row, rounded to the nearest cent:
    """
    return supplied_or(
        household.deduction,
        lambda: rounded(
            by_parts(
                household.income,
                (
                    (None, Fraction(2000), Fraction(0)),
                    (Fraction(2000), Fraction(5000), Fraction(1, 40)),
                    (Fraction(5000), None, Fraction(1, 20)),
                ),
            ),
            "nearest",
            Fraction(1, 100),
        ),
    )


def art_3_5(household: Household, days: Days) -> Truth:
    """The allowance is the full amount less the deduction, and not less than zero
    euro, rounded down to a whole cent, if the household is entitled to the
    allowance.
    """
    return known(spoken_of(entitled(household, days)))


def entitled(household: Household, days: Days) -> Any:
    """What is decided under `entitled`, before cases are tried."""
    return decided(
        "one",
        False,
        household.entitled,
        (art_2_1(household, days), True),
        (art_2_2(household, days), False),
    )


def allowance(household: Household, days: Days) -> Any:
    """What is decided under `allowance`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        household.allowance,
        (
            art_3_5(household, days),
            rounded(
                largest(
                    less(full_amount(household, days), deduction(household, days)),
                    Fraction(0),
                ),
                "down",
                Fraction(1, 100),
            ),
        ),
    )


PROVISIONS: dict[str, Question] = {
    "1(1)(1)": Question(("child", "household"), (art_1_1_1, 0)),
    "1(1)(2)": Question(("child", "household"), (art_1_1_2, 0)),
    "1(1)(3)": Question(("child", "household"), (art_1_1_3, 0)),
    "2(1)": Question(("household",), (art_2_1, 0)),
    "2(2)": Question(("household",), (art_2_2, 0)),
    "3(5)": Question(("household",), (art_3_5, 0)),
}
