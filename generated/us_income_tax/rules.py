"""Provisions of UNITED STATES CODE, TITLE 26 Tax on the income of individuals

Written by lawc 0.1.0 from us/income-tax/en.law.
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
    before,
    by_case,
    largest,
    less,
    none_of,
    not_,
    product,
    smallest,
    spoken_of,
    supplied_or,
    total,
)
from lawc.runtime.questions import Question
from lawc.runtime.values import Period, Truth

from .facts import Days, Person


def sec_63_a(person: Person, days: Days) -> Truth:
    """for purposes of this subtitle, the term "taxable income" means gross income
    minus the sum of the itemized deductions and the deduction for personal
    exemptions provided in section 151.
    """
    return none_of(sec_63_b(person, days))


def sec_63_b(person: Person, days: Days) -> Truth:
    """In the case of an individual who does not elect to itemize his deductions for
    the taxable year, for purposes of this subtitle, the term "taxable income" means
    adjusted gross income, minus— (1) the standard deduction, and (2) the deduction
    for personal exemptions provided in section 151.
    """
    return not_(person.itemizes)


def sec_63_c_1(person: Person, days: Days) -> Truth:
    """the term "standard deduction" means the sum of— (A) the basic standard
    deduction, and (B) the additional standard deduction.
    """
    return none_of(sec_63_c_6(person, days))


def sec_63_c_2_a(person: Person, days: Days) -> Truth:
    """200 percent of the dollar amount in effect under subparagraph (C) for the
    taxable year in the case of—
    """
    return any_of(sec_63_c_2_a_i(person, days), sec_63_c_2_a_ii(person, days))


def sec_63_c_2_a_i(person: Person, days: Days) -> Truth:
    """a joint return, or"""
    return person.joint_return


def sec_63_c_2_a_ii(person: Person, days: Days) -> Truth:
    """a surviving spouse (as defined in section 2(a)),"""
    return person.surviving_spouse


def sec_63_c_2_b(person: Person, days: Days) -> Truth:
    """$4,400 in the case of a head of household (as defined in section 2(b)), or"""
    return person.head_of_household


def sec_63_c_2_c(person: Person, days: Days) -> Truth:
    """$3,000 in any other case."""
    return not_(
        any_of(
            sec_63_c_2_a_i(person, days),
            sec_63_c_2_a_ii(person, days),
            person.head_of_household,
        ),
    )


def additional_standard_deduction(person: Person, days: Days) -> Any:
    """For purposes of paragraph (1), the additional standard deduction is the sum of
    each additional amount to which the taxpayer is entitled under subsection (f).
    """
    return supplied_or(
        person.additional_standard_deduction,
        lambda: spoken_of(additional_amount(person, days)),
    )


def sec_63_c_6(person: Person, days: Days) -> Truth:
    """In the case of— (A) a married individual who files a separate return and who has
    a spouse that itemizes deductions, (B) a nonresident alien individual, or ...
    (D) an estate or trust, the standard deduction shall be zero.
    """
    return any_of(
        sec_63_c_6_a(person, days),
        sec_63_c_6_b(person, days),
        sec_63_c_6_d(person, days),
    )


def sec_63_c_6_a(person: Person, days: Days) -> Truth:
    """a married individual who files a separate return and who has a spouse that
    itemizes deductions,
    """
    return all_of(
        person.married,
        not_(person.joint_return),
        person.spouse_itemizes,
    )


def sec_63_c_6_b(person: Person, days: Days) -> Truth:
    """a nonresident alien individual, or"""
    return person.nonresident_alien


def sec_63_c_6_d(person: Person, days: Days) -> Truth:
    """an estate or trust,"""
    return any_of(person.trust, person.trust)


def itemized_deductions(person: Person, days: Days) -> Any:
    """For purposes of this subtitle, the term "itemized deductions" means the
    deductions allowable under this chapter other than— (1) the deductions allowable
    in arriving at adjusted gross income, and (2) the deduction for personal
    exemptions provided by section 151.
    """
    return supplied_or(
        person.itemized_deductions,
        lambda: less(
            person.deductions_allowable,
            total(person.deductions_for_adjusted_gross_income, person.exemptions),
        ),
    )


def sec_63_f_1_a(person: Person, days: Days) -> Truth:
    """for himself if he has attained age 65 before the close of his taxable year, and"""
    return at_most(
        after(person.date_of_birth, Period(65, 0, 0), month_end_up=True),
        person.year_ends_on,
    )


def sec_63_f_1_b(person: Person, days: Days) -> Truth:
    """for the spouse of the taxpayer if the spouse has attained age 65 before the
    close of the taxable year and an additional exemption is allowable to the
    taxpayer for such spouse under section 151(b).
    """
    return all_of(
        at_most(
            after(person.spouse_born_on, Period(65, 0, 0), month_end_up=True),
            person.year_ends_on,
        ),
        person.spouse_exemption,
    )


def sec_63_f_2_a(person: Person, days: Days) -> Truth:
    """for himself if he is blind at the close of the taxable year, and"""
    return person.blind


def sec_63_f_2_b(person: Person, days: Days) -> Truth:
    """for the spouse of the taxpayer if the spouse is blind as of the close of the
    taxable year and an additional exemption is allowable to the taxpayer for such
    spouse under section 151(b). For purposes of subparagraph (B), if the spouse
    dies during the taxable year the determination of whether such spouse is blind
    shall be made as of the time of such death.
    """
    return all_of(person.spouse_blind, person.spouse_exemption)


def taxable_income(person: Person, days: Days) -> Any:
    """What is decided under `taxable_income`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        person.taxable_income,
        (
            sec_63_a(person, days),
            less(person.income, total(itemized_deductions(person, days), person.exemptions)),
        ),
        (
            sec_63_b(person, days),
            less(
                person.income,
                total(spoken_of(standard_deduction(person, days)), person.exemptions),
            ),
        ),
    )


def standard_deduction(person: Person, days: Days) -> Any:
    """What is decided under `standard_deduction`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        person.standard_deduction,
        (
            sec_63_c_1(person, days),
            total(
                spoken_of(basic_standard_deduction(person, days)),
                additional_standard_deduction(person, days),
            ),
        ),
        (sec_63_c_6(person, days), 0),
    )


def basic_standard_deduction(person: Person, days: Days) -> Any:
    """What is decided under `basic_standard_deduction`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        person.basic_standard_deduction,
        (
            sec_63_c_2_a(person, days),
            by_case(
                all_of(person.of_another),
                smallest(
                    product(
                        Fraction(2),
                        by_case(
                            all_of(
                                before(date(2017, 12, 31), person.year_begins_on),
                                before(person.year_begins_on, date(2026, 1, 1)),
                            ),
                            Fraction(12000),
                            Fraction(3000),
                        ),
                    ),
                    largest(Fraction(500), total(Fraction(250), person.earned_income)),
                ),
                product(
                    Fraction(2),
                    by_case(
                        all_of(
                            before(date(2017, 12, 31), person.year_begins_on),
                            before(person.year_begins_on, date(2026, 1, 1)),
                        ),
                        Fraction(12000),
                        Fraction(3000),
                    ),
                ),
            ),
        ),
        (
            sec_63_c_2_b(person, days),
            by_case(
                all_of(person.of_another),
                smallest(
                    by_case(
                        all_of(
                            before(date(2017, 12, 31), person.year_begins_on),
                            before(person.year_begins_on, date(2026, 1, 1)),
                        ),
                        Fraction(18000),
                        Fraction(4400),
                    ),
                    largest(Fraction(500), total(Fraction(250), person.earned_income)),
                ),
                by_case(
                    all_of(
                        before(date(2017, 12, 31), person.year_begins_on),
                        before(person.year_begins_on, date(2026, 1, 1)),
                    ),
                    Fraction(18000),
                    Fraction(4400),
                ),
            ),
        ),
        (
            sec_63_c_2_c(person, days),
            by_case(
                all_of(person.of_another),
                smallest(
                    by_case(
                        all_of(
                            before(date(2017, 12, 31), person.year_begins_on),
                            before(person.year_begins_on, date(2026, 1, 1)),
                        ),
                        Fraction(12000),
                        Fraction(3000),
                    ),
                    largest(Fraction(500), total(Fraction(250), person.earned_income)),
                ),
                by_case(
                    all_of(
                        before(date(2017, 12, 31), person.year_begins_on),
                        before(person.year_begins_on, date(2026, 1, 1)),
                    ),
                    Fraction(12000),
                    Fraction(3000),
                ),
            ),
        ),
    )


def additional_amount(person: Person, days: Days) -> Any:
    """What is decided under `additional_amount`, before cases are tried."""
    return decided(
        "total",
        Fraction(0),
        person.additional_amount,
        (
            sec_63_f_1_a(person, days),
            by_case(
                all_of(not_(person.married), not_(person.surviving_spouse)),
                Fraction(750),
                Fraction(600),
            ),
        ),
        (
            sec_63_f_1_b(person, days),
            by_case(
                all_of(not_(person.married), not_(person.surviving_spouse)),
                Fraction(750),
                Fraction(600),
            ),
        ),
        (
            sec_63_f_2_a(person, days),
            by_case(
                all_of(not_(person.married), not_(person.surviving_spouse)),
                Fraction(750),
                Fraction(600),
            ),
        ),
        (
            sec_63_f_2_b(person, days),
            by_case(
                all_of(not_(person.married), not_(person.surviving_spouse)),
                Fraction(750),
                Fraction(600),
            ),
        ),
    )


PROVISIONS: dict[str, Question] = {
    "63(a)": Question(("person",), (sec_63_a, 0)),
    "63(b)": Question(("person",), (sec_63_b, 0)),
    "63(c)(1)": Question(("person",), (sec_63_c_1, 0)),
    "63(c)(2)(A)": Question(("person",), (sec_63_c_2_a, 0)),
    "63(c)(2)(A)(i)": Question(("person",), (sec_63_c_2_a_i, 0)),
    "63(c)(2)(A)(ii)": Question(("person",), (sec_63_c_2_a_ii, 0)),
    "63(c)(2)(B)": Question(("person",), (sec_63_c_2_b, 0)),
    "63(c)(2)(C)": Question(("person",), (sec_63_c_2_c, 0)),
    "63(c)(6)": Question(("person",), (sec_63_c_6, 0)),
    "63(c)(6)(A)": Question(("person",), (sec_63_c_6_a, 0)),
    "63(c)(6)(B)": Question(("person",), (sec_63_c_6_b, 0)),
    "63(c)(6)(D)": Question(("person",), (sec_63_c_6_d, 0)),
    "63(f)(1)(A)": Question(("person",), (sec_63_f_1_a, 0)),
    "63(f)(1)(B)": Question(("person",), (sec_63_f_1_b, 0)),
    "63(f)(2)(A)": Question(("person",), (sec_63_f_2_a, 0)),
    "63(f)(2)(B)": Question(("person",), (sec_63_f_2_b, 0)),
}
