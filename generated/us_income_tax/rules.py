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
    if_any,
    largest,
    less,
    none_of,
    not_,
    product,
    quotient,
    rounded,
    smallest,
    spoken_of,
    supplied_or,
    total,
)
from lawc.runtime.questions import Question
from lawc.runtime.values import Period, Truth

from .facts import Days, Person


def sec_1_a_i(person: Person, days: Days) -> Truth:
    """15% of taxable income if the taxable income is not over $36,900;"""
    return all_of(
        any_of(all_of(person.married, person.joint_return), person.surviving_spouse),
        at_most(spoken_of(taxable_income(person, days)), Fraction(36900)),
    )


def sec_1_a_ii(person: Person, days: Days) -> Truth:
    """$5,535, plus 28% of the excess over $36,900 if the taxable income is over
    $36,900 but not over $89,150;
    """
    return all_of(
        any_of(all_of(person.married, person.joint_return), person.surviving_spouse),
        before(Fraction(36900), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(89150)),
    )


def sec_1_a_iii(person: Person, days: Days) -> Truth:
    """$20,165, plus 31% of the excess over $89,150 if the taxable income is over
    $89,150 but not over $140,000;
    """
    return all_of(
        any_of(all_of(person.married, person.joint_return), person.surviving_spouse),
        before(Fraction(89150), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(140000)),
    )


def sec_1_a_iv(person: Person, days: Days) -> Truth:
    """$35,928.50, plus 36% of the excess over $140,000 if the taxable income is over
    $140,000 but not over $250,000;
    """
    return all_of(
        any_of(all_of(person.married, person.joint_return), person.surviving_spouse),
        before(Fraction(140000), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(250000)),
    )


def sec_1_a_v(person: Person, days: Days) -> Truth:
    """$75,528.50, plus 39.6% of the excess over $250,000 if the taxable income is over
    $250,000.
    """
    return all_of(
        any_of(all_of(person.married, person.joint_return), person.surviving_spouse),
        before(Fraction(250000), spoken_of(taxable_income(person, days))),
    )


def sec_1_b_i(person: Person, days: Days) -> Truth:
    """15% of taxable income if the taxable income is not over $29,600;"""
    return all_of(
        person.head_of_household,
        at_most(spoken_of(taxable_income(person, days)), Fraction(29600)),
    )


def sec_1_b_ii(person: Person, days: Days) -> Truth:
    """$4,440, plus 28% of the excess over $29,600 if the taxable income is over
    $29,600 but not over $76,400;
    """
    return all_of(
        person.head_of_household,
        before(Fraction(29600), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(76400)),
    )


def sec_1_b_iii(person: Person, days: Days) -> Truth:
    """$17,544, plus 31% of the excess over $76,400 if the taxable income is over
    $76,400 but not over $127,500;
    """
    return all_of(
        person.head_of_household,
        before(Fraction(76400), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(127500)),
    )


def sec_1_b_iv(person: Person, days: Days) -> Truth:
    """$33,385, plus 36% of the excess over $127,500 if the taxable income is over
    $127,500 but not over $250,000;
    """
    return all_of(
        person.head_of_household,
        before(Fraction(127500), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(250000)),
    )


def sec_1_b_v(person: Person, days: Days) -> Truth:
    """$77,485, plus 39.6% of the excess over $250,000 if the taxable income is over
    $250,000.
    """
    return all_of(
        person.head_of_household,
        before(Fraction(250000), spoken_of(taxable_income(person, days))),
    )


def sec_1_c_i(person: Person, days: Days) -> Truth:
    """15% of taxable income if the taxable income is not over $22,100;"""
    return all_of(
        not_(person.married),
        not_(person.surviving_spouse),
        not_(person.head_of_household),
        at_most(spoken_of(taxable_income(person, days)), Fraction(22100)),
    )


def sec_1_c_ii(person: Person, days: Days) -> Truth:
    """$3,315, plus 28% of the excess over $22,100 if the taxable income is over
    $22,100 but not over $53,500;
    """
    return all_of(
        not_(person.married),
        not_(person.surviving_spouse),
        not_(person.head_of_household),
        before(Fraction(22100), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(53500)),
    )


def sec_1_c_iii(person: Person, days: Days) -> Truth:
    """$12,107, plus 31% of the excess over $53,500 if the taxable income is over
    $53,500 but not over $115,000;
    """
    return all_of(
        not_(person.married),
        not_(person.surviving_spouse),
        not_(person.head_of_household),
        before(Fraction(53500), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(115000)),
    )


def sec_1_c_iv(person: Person, days: Days) -> Truth:
    """$31,172, plus 36% of the excess over $115,000 if the taxable income is over
    $115,000 but not over $250,000;
    """
    return all_of(
        not_(person.married),
        not_(person.surviving_spouse),
        not_(person.head_of_household),
        before(Fraction(115000), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(250000)),
    )


def sec_1_c_v(person: Person, days: Days) -> Truth:
    """$79,772, plus 39.6% of the excess over $250,000 if the taxable income is over
    $250,000.
    """
    return all_of(
        not_(person.married),
        not_(person.surviving_spouse),
        not_(person.head_of_household),
        before(Fraction(250000), spoken_of(taxable_income(person, days))),
    )


def sec_1_d_i(person: Person, days: Days) -> Truth:
    """15% of taxable income if the taxable income is not over $18,450;"""
    return all_of(
        person.married,
        not_(person.joint_return),
        at_most(spoken_of(taxable_income(person, days)), Fraction(18450)),
    )


def sec_1_d_ii(person: Person, days: Days) -> Truth:
    """$2,767.50, plus 28% of the excess over $18,450 if the taxable income is over
    $18,450 but not over $44,575;
    """
    return all_of(
        person.married,
        not_(person.joint_return),
        before(Fraction(18450), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(44575)),
    )


def sec_1_d_iii(person: Person, days: Days) -> Truth:
    """$10,082.50, plus 31% of the excess over $44,575 if the taxable income is over
    $44,575 but not over $70,000;
    """
    return all_of(
        person.married,
        not_(person.joint_return),
        before(Fraction(44575), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(70000)),
    )


def sec_1_d_iv(person: Person, days: Days) -> Truth:
    """$17,964.25, plus 36% of the excess over $70,000 if the taxable income is over
    $70,000 but not over $125,000;
    """
    return all_of(
        person.married,
        not_(person.joint_return),
        before(Fraction(70000), spoken_of(taxable_income(person, days))),
        at_most(spoken_of(taxable_income(person, days)), Fraction(125000)),
    )


def sec_1_d_v(person: Person, days: Days) -> Truth:
    """$37,764.25, plus 39.6% of the excess over $125,000 if the taxable income is over
    $125,000.
    """
    return all_of(
        person.married,
        not_(person.joint_return),
        before(Fraction(125000), spoken_of(taxable_income(person, days))),
    )


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


def sec_63_d(person: Person, days: Days) -> Truth:
    """For purposes of this subtitle, the term "itemized deductions" means the
    deductions allowable under this chapter other than— (1) the deductions allowable
    in arriving at adjusted gross income, and (2) the deduction for personal
    exemptions provided by section 151.
    """
    return all_of()


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


def sec_68_b_1_a(person: Person, days: Days) -> Truth:
    """$300,000 in the case of a joint return or a surviving spouse (as defined in
    section 2(a)),
    """
    return all_of(
        any_of(person.joint_return, person.surviving_spouse),
        none_of(sec_68_f(person, days)),
    )


def sec_68_b_1_b(person: Person, days: Days) -> Truth:
    """$275,000 in the case of a head of household (as defined in section 2(b)),"""
    return all_of(person.head_of_household, none_of(sec_68_f(person, days)))


def sec_68_b_1_c(person: Person, days: Days) -> Truth:
    """$250,000 in the case of an individual who is not married and who is not a
    surviving spouse and who is not a head of a household, and
    """
    return all_of(
        not_(person.married),
        not_(person.surviving_spouse),
        not_(person.head_of_household),
        none_of(sec_68_f(person, days)),
    )


def sec_68_b_1_d(person: Person, days: Days) -> Truth:
    """one half of the amount applicable under subparagraph (A) in the case of a
    married individual filing a separate return. For purposes of this paragraph,
    marital status shall be determined under section 7703.
    """
    return all_of(
        person.married,
        not_(person.joint_return),
        none_of(sec_68_f(person, days)),
    )


def sec_68_f(person: Person, days: Days) -> Truth:
    """This section shall not apply to any taxable year beginning after December 31,
    2017, and before January 1, 2026.
    """
    return all_of(
        before(date(2017, 12, 31), person.year_begins_on),
        before(person.year_begins_on, date(2026, 1, 1)),
    )


def sec_151_a(person: Person, days: Days) -> Truth:
    """The deduction for personal exemptions is the sum of the exemption amount, the
    additional exemption, if any, and the exemptions for dependents.
    """
    return all_of()


def sec_151_b(person: Person, days: Days) -> Truth:
    """The additional exemption is the exemption amount, if the taxpayer does not make
    a single return jointly with his spouse and the spouse is without income of the
    kind that bars an exemption.
    """
    return all_of(not_(person.joint_return), person.spouse_without_income)


def exemptions_for_dependents(person: Person, days: Days) -> Any:
    """The exemptions for dependents is the exemption amount multiplied by the number
    of dependents.
    """
    return supplied_or(
        person.exemptions_for_dependents,
        lambda: product(spoken_of(exemption_amount(person, days)), person.dependents),
    )


def sec_151_d_1(person: Person, days: Days) -> Truth:
    """the term "exemption amount" means $2,000."""
    return none_of(
        sec_151_d_2(person, days),
        sec_151_d_5(person, days),
    )


def sec_151_d_2(person: Person, days: Days) -> Truth:
    """In the case of an individual with respect to whom a deduction under this section
    is allowable to another taxpayer for a taxable year beginning in the calendar
    year in which the individual's taxable year begins, the exemption amount
    applicable to such individual for such individual's taxable year shall be zero.
    """
    return all_of(person.of_another)


def sec_151_d_3_b(person: Person, days: Days) -> Truth:
    """For purposes of subparagraph (A), the term "applicable percentage" means 2
    percentage points for each $2,500 (or fraction thereof) by which the taxpayer's
    adjusted gross income for the taxable year exceeds the applicable amount in
    effect under section 68(b).
    """
    return all_of()


def sec_151_d_5(person: Person, days: Days) -> Truth:
    """In the case of a taxable year beginning after December 31, 2017, and before
    January 1, 2026, the term "exemption amount" means zero.
    """
    return all_of(
        before(date(2017, 12, 31), person.year_begins_on),
        before(person.year_begins_on, date(2026, 1, 1)),
    )


def taxable_income(person: Person, days: Days) -> Any:
    """What is decided under `taxable_income`, before cases are tried."""
    return decided(
        "one",
        Fraction(0),
        person.taxable_income,
        (
            sec_63_a(person, days),
            less(
                person.income,
                total(
                    spoken_of(itemized_deductions(person, days)),
                    spoken_of(exemptions(person, days)),
                ),
            ),
        ),
        (
            sec_63_b(person, days),
            less(
                person.income,
                total(
                    spoken_of(standard_deduction(person, days)),
                    spoken_of(exemptions(person, days)),
                ),
            ),
        ),
    )


def standard_deduction(person: Person, days: Days) -> Any:
    """What is decided under `standard_deduction`, before cases are tried."""
    return decided(
        "one",
        Fraction(0),
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
        Fraction(0),
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


def itemized_deductions(person: Person, days: Days) -> Any:
    """What is decided under `itemized_deductions`, before cases are tried."""
    return decided(
        "one",
        Fraction(0),
        person.itemized_deductions,
        (
            sec_63_d(person, days),
            by_case(
                all_of(
                    before(spoken_of(applicable_amount(person, days)), person.income),
                    not_(
                        all_of(
                            before(date(2017, 12, 31), person.year_begins_on),
                            before(person.year_begins_on, date(2026, 1, 1)),
                        ),
                    ),
                ),
                less(
                    less(
                        person.deductions_allowable,
                        total(
                            person.deductions_for_adjusted_gross_income,
                            spoken_of(exemptions(person, days)),
                        ),
                    ),
                    smallest(
                        product(
                            Fraction(3, 100),
                            largest(
                                less(person.income, spoken_of(applicable_amount(person, days))),
                                0,
                            ),
                        ),
                        product(
                            Fraction(4, 5),
                            less(
                                person.deductions_allowable,
                                total(
                                    person.deductions_for_adjusted_gross_income,
                                    spoken_of(exemptions(person, days)),
                                ),
                            ),
                        ),
                    ),
                ),
                less(
                    person.deductions_allowable,
                    total(
                        person.deductions_for_adjusted_gross_income,
                        spoken_of(exemptions(person, days)),
                    ),
                ),
            ),
        ),
    )


def applicable_amount(person: Person, days: Days) -> Any:
    """What is decided under `applicable_amount`, before cases are tried."""
    return decided(
        "one",
        Fraction(0),
        person.applicable_amount,
        (sec_68_b_1_a(person, days), Fraction(300000)),
        (sec_68_b_1_b(person, days), Fraction(275000)),
        (sec_68_b_1_c(person, days), Fraction(250000)),
        (sec_68_b_1_d(person, days), product(Fraction(1, 2), Fraction(300000))),
    )


def exemption_amount(person: Person, days: Days) -> Any:
    """What is decided under `exemption_amount`, before cases are tried."""
    return decided(
        "one",
        Fraction(0),
        person.exemption_amount,
        (
            sec_151_d_1(person, days),
            by_case(
                all_of(before(spoken_of(applicable_amount(person, days)), person.income)),
                product(
                    Fraction(2000),
                    less(Fraction(1), spoken_of(applicable_percentage(person, days))),
                ),
                Fraction(2000),
            ),
        ),
        (
            sec_151_d_2(person, days),
            by_case(
                all_of(before(spoken_of(applicable_amount(person, days)), person.income)),
                product(0, less(Fraction(1), spoken_of(applicable_percentage(person, days)))),
                0,
            ),
        ),
        (
            sec_151_d_5(person, days),
            by_case(
                all_of(before(spoken_of(applicable_amount(person, days)), person.income)),
                product(0, less(Fraction(1), spoken_of(applicable_percentage(person, days)))),
                0,
            ),
        ),
    )


def applicable_percentage(person: Person, days: Days) -> Any:
    """What is decided under `applicable_percentage`, before cases are tried."""
    return decided(
        "one",
        Fraction(0),
        person.applicable_percentage,
        (
            sec_151_d_3_b(person, days),
            smallest(
                by_case(
                    all_of(person.married, not_(person.joint_return)),
                    product(
                        Fraction(1, 50),
                        rounded(
                            quotient(
                                largest(
                                    less(
                                        person.income,
                                        spoken_of(applicable_amount(person, days)),
                                    ),
                                    0,
                                ),
                                Fraction(1250),
                            ),
                            "up",
                            Fraction(1),
                        ),
                    ),
                    product(
                        Fraction(1, 50),
                        rounded(
                            quotient(
                                largest(
                                    less(
                                        person.income,
                                        spoken_of(applicable_amount(person, days)),
                                    ),
                                    0,
                                ),
                                Fraction(2500),
                            ),
                            "up",
                            Fraction(1),
                        ),
                    ),
                ),
                Fraction(1),
            ),
        ),
    )


def additional_exemption(person: Person, days: Days) -> Any:
    """What is decided under `additional_exemption`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        person.additional_exemption,
        (sec_151_b(person, days), spoken_of(exemption_amount(person, days))),
    )


def exemptions(person: Person, days: Days) -> Any:
    """What is decided under `exemptions`, before cases are tried."""
    return decided(
        "one",
        Fraction(0),
        person.exemptions,
        (
            sec_151_a(person, days),
            total(
                spoken_of(exemption_amount(person, days)),
                if_any(spoken_of(additional_exemption(person, days))),
                exemptions_for_dependents(person, days),
            ),
        ),
    )


def tax(person: Person, days: Days) -> Any:
    """What is decided under `tax`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        person.tax,
        (
            sec_1_a_i(person, days),
            rounded(
                product(Fraction(3, 20), spoken_of(taxable_income(person, days))),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_a_ii(person, days),
            rounded(
                total(
                    Fraction(5535),
                    product(
                        Fraction(7, 25),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(36900)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_a_iii(person, days),
            rounded(
                total(
                    Fraction(20165),
                    product(
                        Fraction(31, 100),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(89150)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_a_iv(person, days),
            rounded(
                total(
                    Fraction(71857, 2),
                    product(
                        Fraction(9, 25),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(140000)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_a_v(person, days),
            rounded(
                total(
                    Fraction(151057, 2),
                    product(
                        Fraction(99, 250),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(250000)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_b_i(person, days),
            rounded(
                product(Fraction(3, 20), spoken_of(taxable_income(person, days))),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_b_ii(person, days),
            rounded(
                total(
                    Fraction(4440),
                    product(
                        Fraction(7, 25),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(29600)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_b_iii(person, days),
            rounded(
                total(
                    Fraction(17544),
                    product(
                        Fraction(31, 100),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(76400)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_b_iv(person, days),
            rounded(
                total(
                    Fraction(33385),
                    product(
                        Fraction(9, 25),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(127500)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_b_v(person, days),
            rounded(
                total(
                    Fraction(77485),
                    product(
                        Fraction(99, 250),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(250000)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_c_i(person, days),
            rounded(
                product(Fraction(3, 20), spoken_of(taxable_income(person, days))),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_c_ii(person, days),
            rounded(
                total(
                    Fraction(3315),
                    product(
                        Fraction(7, 25),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(22100)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_c_iii(person, days),
            rounded(
                total(
                    Fraction(12107),
                    product(
                        Fraction(31, 100),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(53500)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_c_iv(person, days),
            rounded(
                total(
                    Fraction(31172),
                    product(
                        Fraction(9, 25),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(115000)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_c_v(person, days),
            rounded(
                total(
                    Fraction(79772),
                    product(
                        Fraction(99, 250),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(250000)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_d_i(person, days),
            rounded(
                product(Fraction(3, 20), spoken_of(taxable_income(person, days))),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_d_ii(person, days),
            rounded(
                total(
                    Fraction(5535, 2),
                    product(
                        Fraction(7, 25),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(18450)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_d_iii(person, days),
            rounded(
                total(
                    Fraction(20165, 2),
                    product(
                        Fraction(31, 100),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(44575)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_d_iv(person, days),
            rounded(
                total(
                    Fraction(71857, 4),
                    product(
                        Fraction(9, 25),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(70000)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_1_d_v(person, days),
            rounded(
                total(
                    Fraction(151057, 4),
                    product(
                        Fraction(99, 250),
                        largest(
                            less(spoken_of(taxable_income(person, days)), Fraction(125000)),
                            0,
                        ),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
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
    "1(a)(i)": Question(("person",), (sec_1_a_i, 0)),
    "1(a)(ii)": Question(("person",), (sec_1_a_ii, 0)),
    "1(a)(iii)": Question(("person",), (sec_1_a_iii, 0)),
    "1(a)(iv)": Question(("person",), (sec_1_a_iv, 0)),
    "1(a)(v)": Question(("person",), (sec_1_a_v, 0)),
    "1(b)(i)": Question(("person",), (sec_1_b_i, 0)),
    "1(b)(ii)": Question(("person",), (sec_1_b_ii, 0)),
    "1(b)(iii)": Question(("person",), (sec_1_b_iii, 0)),
    "1(b)(iv)": Question(("person",), (sec_1_b_iv, 0)),
    "1(b)(v)": Question(("person",), (sec_1_b_v, 0)),
    "1(c)(i)": Question(("person",), (sec_1_c_i, 0)),
    "1(c)(ii)": Question(("person",), (sec_1_c_ii, 0)),
    "1(c)(iii)": Question(("person",), (sec_1_c_iii, 0)),
    "1(c)(iv)": Question(("person",), (sec_1_c_iv, 0)),
    "1(c)(v)": Question(("person",), (sec_1_c_v, 0)),
    "1(d)(i)": Question(("person",), (sec_1_d_i, 0)),
    "1(d)(ii)": Question(("person",), (sec_1_d_ii, 0)),
    "1(d)(iii)": Question(("person",), (sec_1_d_iii, 0)),
    "1(d)(iv)": Question(("person",), (sec_1_d_iv, 0)),
    "1(d)(v)": Question(("person",), (sec_1_d_v, 0)),
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
    "63(d)": Question(("person",), (sec_63_d, 0)),
    "63(f)(1)(A)": Question(("person",), (sec_63_f_1_a, 0)),
    "63(f)(1)(B)": Question(("person",), (sec_63_f_1_b, 0)),
    "63(f)(2)(A)": Question(("person",), (sec_63_f_2_a, 0)),
    "63(f)(2)(B)": Question(("person",), (sec_63_f_2_b, 0)),
    "68(b)(1)(A)": Question(("person",), (sec_68_b_1_a, 0)),
    "68(b)(1)(B)": Question(("person",), (sec_68_b_1_b, 0)),
    "68(b)(1)(C)": Question(("person",), (sec_68_b_1_c, 0)),
    "68(b)(1)(D)": Question(("person",), (sec_68_b_1_d, 0)),
    "68(f)": Question(("person",), (sec_68_f, 0)),
    "151(a)": Question(("person",), (sec_151_a, 0)),
    "151(b)": Question(("person",), (sec_151_b, 0)),
    "151(d)(1)": Question(("person",), (sec_151_d_1, 0)),
    "151(d)(2)": Question(("person",), (sec_151_d_2, 0)),
    "151(d)(3)(B)": Question(("person",), (sec_151_d_3_b, 0)),
    "151(d)(5)": Question(("person",), (sec_151_d_5, 0)),
}
