"""Provisions of OLD AGE SECURITY ACT

Written by lawc 0.1.0 from ca/old-age-security/en.law.
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
    ahead_of,
    all_of,
    any_of,
    at_most,
    before,
    days_between,
    days_in,
    known,
    largest,
    months_between,
    none_of,
    not_,
    product,
    rounded,
    smallest,
    some,
    spoken_of,
    start_of,
    supplied_or,
    total,
    total_of,
)
from lawc.runtime.questions import Question
from lawc.runtime.values import Period, Truth

from .facts import Days, Person


def sec_3_1_a(person: Person, days: Days) -> Truth:
    """a person who was a pensioner on July 1, 1977;"""
    return all_of(
        some(
            1,
            person.pensions,
            lambda pension: all_of(
                at_most(pension.first_day, pension.last_day),
                at_most(date(1977, 7, 1), pension.last_day),
                at_most(pension.first_day, date(1977, 7, 1)),
            ),
        ),
        none_of(sec_4_1(person, days)),
    )


def sec_3_1_b(person: Person, days: Days) -> Truth:
    """a person to whom all of the following apply:"""
    return all_of(
        sec_3_1_b_i(person, days),
        sec_3_1_b_ii(person, days),
        sec_3_1_b_iii(person, days),
        none_of(sec_4_1(person, days)),
    )


def sec_3_1_b_i(person: Person, days: Days) -> Truth:
    """all of the following apply:"""
    return all_of(
        sec_3_1_b_i_a(person, days),
        sec_3_1_b_i_b(person, days),
        sec_3_1_b_i_c(person, days),
    )


def sec_3_1_b_i_a(person: Person, days: Days) -> Truth:
    """the person was not a pensioner on July 1, 1977;"""
    return not_(
        some(
            1,
            person.pensions,
            lambda pension: all_of(
                at_most(pension.first_day, pension.last_day),
                at_most(date(1977, 7, 1), pension.last_day),
                at_most(pension.first_day, date(1977, 7, 1)),
            ),
        ),
    )


def sec_3_1_b_i_b(person: Person, days: Days) -> Truth:
    """the person had attained twenty-five years of age on July 1, 1977; and"""
    return at_most(after(person.born, Period(25, 0, 0), month_end_up=True), date(1977, 7, 1))


def sec_3_1_b_i_c(person: Person, days: Days) -> Truth:
    """any of the following applies:"""
    return any_of(
        sec_3_1_b_i_c_i(person, days),
        sec_3_1_b_i_c_ii(person, days),
        sec_3_1_b_i_c_iii(person, days),
    )


def sec_3_1_b_i_c_i(person: Person, days: Days) -> Truth:
    """the person resided in Canada on July 1, 1977;"""
    return some(
        1,
        person.residences,
        lambda residence: all_of(
            at_most(residence.first_day, residence.last_day),
            at_most(date(1977, 7, 1), residence.last_day),
            at_most(residence.first_day, date(1977, 7, 1)),
        ),
    )


def sec_3_1_b_i_c_ii(person: Person, days: Days) -> Truth:
    """the person had resided in Canada for any period between attaining eighteen years
    of age and July 1, 1977; or
    """
    return some(
        1,
        person.residences,
        lambda residence: all_of(
            at_most(residence.first_day, residence.last_day),
            at_most(
                after(person.born, Period(18, 0, 0), month_end_up=True),
                residence.last_day,
            ),
            at_most(residence.first_day, date(1977, 7, 1)),
        ),
    )


def sec_3_1_b_i_c_iii(person: Person, days: Days) -> Truth:
    """the person possessed a valid immigration visa on July 1, 1977;"""
    return some(
        1,
        person.visas,
        lambda visa: all_of(
            at_most(visa.first_day, visa.last_day),
            at_most(date(1977, 7, 1), visa.last_day),
            at_most(visa.first_day, date(1977, 7, 1)),
        ),
    )


def sec_3_1_b_ii(person: Person, days: Days) -> Truth:
    """the person has attained sixty-five years of age; and"""
    return at_most(after(person.born, Period(65, 0, 0), month_end_up=True), days.payment_month)


def sec_3_1_b_iii(person: Person, days: Days) -> Truth:
    """any of the following applies:"""
    return any_of(sec_3_1_b_iii_a(person, days), sec_3_1_b_iii_b(person, days))


def sec_3_1_b_iii_a(person: Person, days: Days) -> Truth:
    """the person has resided in Canada for the ten years immediately preceding the day
    on which that person's application is approved; or
    """
    return at_most(
        days_between(
            ahead_of(person.approved_on, Period(10, 0, 0), month_end_up=True),
            person.approved_on,
        ),
        total_of(
            person.residences,
            lambda residence: days_in(
                largest(
                    residence.first_day,
                    ahead_of(person.approved_on, Period(10, 0, 0), month_end_up=True),
                ),
                smallest(
                    residence.last_day,
                    ahead_of(person.approved_on, Period(0, 0, 1), month_end_up=True),
                ),
                all_of(),
            ),
        ),
    )


def sec_3_1_b_iii_b(person: Person, days: Days) -> Truth:
    """all of the following apply:"""
    return all_of(sec_3_1_b_iii_b_i(person, days), sec_3_1_b_iii_b_ii(person, days))


def sec_3_1_b_iii_b_i(person: Person, days: Days) -> Truth:
    """the number of days of the person's periods of presence that fall between the day
    after attaining eighteen years of age and the day preceding ten years before the
    day on which that person's application is approved is at least the product of 3
    and the number of days of the person's periods of absence that fall in the ten
    years immediately preceding the day on which that person's application is
    approved; and
    """
    return at_most(
        product(
            3,
            total_of(
                person.absences,
                lambda absence: days_in(
                    largest(
                        absence.first_day,
                        ahead_of(person.approved_on, Period(10, 0, 0), month_end_up=True),
                    ),
                    smallest(
                        absence.last_day,
                        ahead_of(person.approved_on, Period(0, 0, 1), month_end_up=True),
                    ),
                    all_of(),
                ),
            ),
        ),
        total_of(
            person.presences,
            lambda presence: days_in(
                largest(
                    presence.first_day,
                    after(
                        after(person.born, Period(18, 0, 0), month_end_up=True),
                        Period(0, 0, 1),
                        month_end_up=True,
                    ),
                ),
                smallest(
                    presence.last_day,
                    ahead_of(
                        ahead_of(person.approved_on, Period(10, 0, 0), month_end_up=True),
                        Period(0, 0, 1),
                        month_end_up=True,
                    ),
                ),
                all_of(),
            ),
        ),
    )


def sec_3_1_b_iii_b_ii(person: Person, days: Days) -> Truth:
    """the person has resided in Canada for at least one year immediately preceding the
    day on which that person's application is approved; or
    """
    return at_most(
        days_between(
            ahead_of(person.approved_on, Period(1, 0, 0), month_end_up=True),
            person.approved_on,
        ),
        total_of(
            person.residences,
            lambda residence: days_in(
                largest(
                    residence.first_day,
                    ahead_of(person.approved_on, Period(1, 0, 0), month_end_up=True),
                ),
                smallest(
                    residence.last_day,
                    ahead_of(person.approved_on, Period(0, 0, 1), month_end_up=True),
                ),
                all_of(),
            ),
        ),
    )


def sec_3_1_c(person: Person, days: Days) -> Truth:
    """a person to whom all of the following apply:"""
    return all_of(
        sec_3_1_c_i(person, days),
        sec_3_1_c_ii(person, days),
        sec_3_1_c_iii(person, days),
        none_of(sec_4_1(person, days)),
    )


def sec_3_1_c_i(person: Person, days: Days) -> Truth:
    """the person was not a pensioner on July 1, 1977;"""
    return not_(
        some(
            1,
            person.pensions,
            lambda pension: all_of(
                at_most(pension.first_day, pension.last_day),
                at_most(date(1977, 7, 1), pension.last_day),
                at_most(pension.first_day, date(1977, 7, 1)),
            ),
        ),
    )


def sec_3_1_c_ii(person: Person, days: Days) -> Truth:
    """the person has attained sixty-five years of age; and"""
    return at_most(after(person.born, Period(65, 0, 0), month_end_up=True), days.payment_month)


def sec_3_1_c_iii(person: Person, days: Days) -> Truth:
    """the person has resided in Canada after attaining eighteen years of age and prior
    to the day on which that person's application is approved for an aggregate
    period of at least forty years.
    """
    return at_most(
        14610,
        total_of(
            person.residences,
            lambda residence: days_in(
                largest(
                    residence.first_day,
                    after(
                        after(person.born, Period(18, 0, 0), month_end_up=True),
                        Period(0, 0, 1),
                        month_end_up=True,
                    ),
                ),
                smallest(
                    residence.last_day,
                    ahead_of(person.approved_on, Period(0, 0, 1), month_end_up=True),
                ),
                all_of(),
            ),
        ),
    )


def sec_3_2(person: Person, days: Days) -> Truth:
    """A person is eligible for a partial monthly pension, if all of the following
    apply:
    """
    return all_of(
        sec_3_2_a(person, days),
        sec_3_2_b(person, days),
        sec_3_2_c(person, days),
        sec_3_2_d(person, days),
        none_of(sec_4_1(person, days)),
    )


def sec_3_2_a(person: Person, days: Days) -> Truth:
    """it is not the case that the person is eligible for a full monthly pension;"""
    return not_(spoken_of(full(person, days)))


def sec_3_2_b(person: Person, days: Days) -> Truth:
    """the person has attained sixty-five years of age;"""
    return at_most(after(person.born, Period(65, 0, 0), month_end_up=True), days.payment_month)


def sec_3_2_c(person: Person, days: Days) -> Truth:
    """the person has resided in Canada after attaining eighteen years of age and prior
    to the day on which that person's application is approved for an aggregate
    period of at least ten years but less than forty years; and
    """
    return all_of(
        at_most(
            Fraction(7305, 2),
            total_of(
                person.residences,
                lambda residence: days_in(
                    largest(
                        residence.first_day,
                        after(
                            after(person.born, Period(18, 0, 0), month_end_up=True),
                            Period(0, 0, 1),
                            month_end_up=True,
                        ),
                    ),
                    smallest(
                        residence.last_day,
                        ahead_of(person.approved_on, Period(0, 0, 1), month_end_up=True),
                    ),
                    all_of(),
                ),
            ),
        ),
        before(
            total_of(
                person.residences,
                lambda residence: days_in(
                    largest(
                        residence.first_day,
                        after(
                            after(person.born, Period(18, 0, 0), month_end_up=True),
                            Period(0, 0, 1),
                            month_end_up=True,
                        ),
                    ),
                    smallest(
                        residence.last_day,
                        ahead_of(person.approved_on, Period(0, 0, 1), month_end_up=True),
                    ),
                    all_of(),
                ),
            ),
            14610,
        ),
    )


def sec_3_2_d(person: Person, days: Days) -> Truth:
    """any of the following applies:"""
    return any_of(sec_3_2_d_i(person, days), sec_3_2_d_ii(person, days))


def sec_3_2_d_i(person: Person, days: Days) -> Truth:
    """the person has resided in Canada after attaining eighteen years of age and prior
    to the day on which that person's application is approved for an aggregate
    period of at least twenty years; or
    """
    return at_most(
        7305,
        total_of(
            person.residences,
            lambda residence: days_in(
                largest(
                    residence.first_day,
                    after(
                        after(person.born, Period(18, 0, 0), month_end_up=True),
                        Period(0, 0, 1),
                        month_end_up=True,
                    ),
                ),
                smallest(
                    residence.last_day,
                    ahead_of(person.approved_on, Period(0, 0, 1), month_end_up=True),
                ),
                all_of(),
            ),
        ),
    )


def sec_3_2_d_ii(person: Person, days: Days) -> Truth:
    """the person was resident in Canada on the day preceding the day on which that
    person's application is approved.
    """
    return some(
        1,
        person.residences,
        lambda residence: all_of(
            at_most(residence.first_day, residence.last_day),
            at_most(
                ahead_of(person.approved_on, Period(0, 0, 1), month_end_up=True),
                residence.last_day,
            ),
            at_most(
                residence.first_day,
                ahead_of(person.approved_on, Period(0, 0, 1), month_end_up=True),
            ),
        ),
    )


def sec_3_3(person: Person, days: Days) -> Truth:
    """The amount of the partial monthly pension is the amount of the full monthly
    pension multiplied by the aggregate period divided by 40, rounded to the nearest
    cent.
    """
    return all_of()


def aggregate(person: Person, days: Days) -> Any:
    """The aggregate period is the number of days of the person's periods of residence
    that fall between the day after attaining eighteen years of age and the day
    preceding the day on which that person's application is approved, divided by
    365.25, rounded down to a whole year.
    """
    return supplied_or(
        person.aggregate,
        lambda: rounded(
            product(
                total_of(
                    person.residences,
                    lambda residence: days_in(
                        largest(
                            residence.first_day,
                            after(
                                after(person.born, Period(18, 0, 0), month_end_up=True),
                                Period(0, 0, 1),
                                month_end_up=True,
                            ),
                        ),
                        smallest(
                            residence.last_day,
                            ahead_of(person.approved_on, Period(0, 0, 1), month_end_up=True),
                        ),
                        all_of(),
                    ),
                ),
                Fraction(4, 1461),
            ),
            "down",
            Fraction(1),
        ),
    )


def sec_4_1(person: Person, days: Days) -> Truth:
    """Subsections (1) and (2) of section 3 do not apply to a person who was not a
    pensioner on July 1, 1977, unless any of the following applies:
    """
    return all_of(
        not_(
            some(
                1,
                person.pensions,
                lambda pension: all_of(
                    at_most(pension.first_day, pension.last_day),
                    at_most(date(1977, 7, 1), pension.last_day),
                    at_most(pension.first_day, date(1977, 7, 1)),
                ),
            ),
        ),
        not_(any_of(sec_4_1_a(person, days), sec_4_1_b(person, days))),
    )


def sec_4_1_a(person: Person, days: Days) -> Truth:
    """the person is a citizen or legally resident when the application is approved; or"""
    return person.legal_before_approval


def sec_4_1_b(person: Person, days: Days) -> Truth:
    """the person was a citizen or legally resident when the person left."""
    return person.legal_before_leaving


def sec_5_1(person: Person, days: Days) -> Truth:
    """A person may be paid a pension, if all of the following apply:"""
    return all_of(
        sec_5_1_a(person, days),
        sec_5_1_b(person, days),
        none_of(sec_5_3(person, days)),
    )


def sec_5_1_a(person: Person, days: Days) -> Truth:
    """any of the following applies:"""
    return any_of(sec_5_1_a_i(person, days), sec_5_1_a_ii(person, days))


def sec_5_1_a_i(person: Person, days: Days) -> Truth:
    """the person is eligible for a full monthly pension; or"""
    return known(spoken_of(full(person, days)))


def sec_5_1_a_ii(person: Person, days: Days) -> Truth:
    """the person is eligible for a partial monthly pension; and"""
    return known(spoken_of(partial(person, days)))


def sec_5_1_b(person: Person, days: Days) -> Truth:
    """the person has an approved application."""
    return person.applied


def sec_5_3(person: Person, days: Days) -> Truth:
    """Subsection (1) does not apply to a person if the person is incarcerated."""
    return person.incarcerated


def sec_7_5(person: Person, days: Days) -> Truth:
    """The amount of the full monthly pension is the basic amount increased by 10 per
    cent, rounded to the nearest cent, if the first day of the payment month is
    after the end of the month in which the person attains 75 years of age.
    """
    return before(
        ahead_of(
            after(
                start_of(after(person.born, Period(75, 0, 0), month_end_up=True), "month"),
                Period(0, 1, 0),
                month_end_up=True,
            ),
            Period(0, 0, 1),
            month_end_up=True,
        ),
        days.payment_month,
    )


def sec_7_5_(person: Person, days: Days) -> Truth:
    """The amount of the full monthly pension is the basic amount, if the first day of
    the payment month is not later than the last day of the month in which the
    person attains 75 years of age.
    """
    return at_most(
        days.payment_month,
        ahead_of(
            after(
                start_of(after(person.born, Period(75, 0, 0), month_end_up=True), "month"),
                Period(0, 1, 0),
                month_end_up=True,
            ),
            Period(0, 0, 1),
            month_end_up=True,
        ),
    )


def deferred(person: Person, days: Days) -> Any:
    """The number of months of deferral is the number of whole months from the later of
    July 1, 2013 and the first day of the month following the month in which the
    person becomes qualified to the earlier of the first day of the month following
    the month in which that person's application is approved and the first day of
    the month following the month in which the person attains 70 years of age.
    """
    return supplied_or(
        person.deferred,
        lambda: months_between(
            largest(
                date(2013, 7, 1),
                after(
                    start_of(person.qualified_on, "month"),
                    Period(0, 1, 0),
                    month_end_up=True,
                ),
            ),
            smallest(
                after(
                    start_of(person.approved_on, "month"),
                    Period(0, 1, 0),
                    month_end_up=True,
                ),
                after(
                    start_of(after(person.born, Period(70, 0, 0), month_end_up=True), "month"),
                    Period(0, 1, 0),
                    month_end_up=True,
                ),
            ),
            month_end_up=True,
        ),
    )


def increase(person: Person, days: Days) -> Any:
    """The increase for deferral is the product of 0.6 per cent and the number of
    months of deferral.
    """
    return supplied_or(
        person.increase,
        lambda: product(Fraction(3, 500), deferred(person, days)),
    )


def sec_7_1_3(person: Person, days: Days) -> Truth:
    """The monthly pension is the amount of the full monthly pension multiplied by the
    sum of 1 and the increase for deferral, rounded to the nearest cent, if the
    person is eligible for a full monthly pension.
    """
    return known(spoken_of(full(person, days)))


def sec_7_1_3_(person: Person, days: Days) -> Truth:
    """The monthly pension is the larger of the amount of the partial monthly pension
    and the product of the amount of the partial monthly pension at qualification
    and the sum of 1 and the increase for deferral, rounded to the nearest cent, if
    the person is eligible for a partial monthly pension.
    """
    return known(spoken_of(partial(person, days)))


def aggregate_then(person: Person, days: Days) -> Any:
    """The aggregate period at qualification is the number of days of the person's
    periods of residence that fall between the day after attaining eighteen years of
    age and the day preceding the day on which the person becomes qualified, divided
    by 365.25, rounded down to a whole year.
    """
    return supplied_or(
        person.aggregate_then,
        lambda: rounded(
            product(
                total_of(
                    person.residences,
                    lambda residence: days_in(
                        largest(
                            residence.first_day,
                            after(
                                after(person.born, Period(18, 0, 0), month_end_up=True),
                                Period(0, 0, 1),
                                month_end_up=True,
                            ),
                        ),
                        smallest(
                            residence.last_day,
                            ahead_of(person.qualified_on, Period(0, 0, 1), month_end_up=True),
                        ),
                        all_of(),
                    ),
                ),
                Fraction(4, 1461),
            ),
            "down",
            Fraction(1),
        ),
    )


def sec_7_1_5(person: Person, days: Days) -> Truth:
    """The amount of the partial monthly pension at qualification is the amount of the
    full monthly pension multiplied by the aggregate period at qualification divided
    by 40, rounded to the nearest cent.
    """
    return all_of()


def full(person: Person, days: Days) -> Any:
    """What is decided under `full`, before cases are tried."""
    return decided(
        "one",
        False,
        person.full,
        (sec_3_1_a(person, days), True),
        (sec_3_1_b(person, days), True),
        (sec_3_1_c(person, days), True),
        (sec_4_1(person, days), False),
    )


def partial(person: Person, days: Days) -> Any:
    """What is decided under `partial`, before cases are tried."""
    return decided(
        "one",
        False,
        person.partial,
        (sec_3_2(person, days), True),
        (sec_4_1(person, days), False),
    )


def payable(person: Person, days: Days) -> Any:
    """What is decided under `payable`, before cases are tried."""
    return decided(
        "one",
        False,
        person.payable,
        (sec_5_1(person, days), True),
        (sec_5_3(person, days), False),
    )


def full_amount(person: Person, days: Days) -> Any:
    """What is decided under `full_amount`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        person.full_amount,
        (
            sec_7_5(person, days),
            rounded(
                product(person.basic_amount, Fraction(11, 10)),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (sec_7_5_(person, days), person.basic_amount),
    )


def partial_amount(person: Person, days: Days) -> Any:
    """What is decided under `partial_amount`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        person.partial_amount,
        (
            sec_3_3(person, days),
            rounded(
                product(
                    product(spoken_of(full_amount(person, days)), aggregate(person, days)),
                    Fraction(1, 40),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
    )


def partial_then(person: Person, days: Days) -> Any:
    """What is decided under `partial_then`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        person.partial_then,
        (
            sec_7_1_5(person, days),
            rounded(
                product(
                    product(spoken_of(full_amount(person, days)), aggregate_then(person, days)),
                    Fraction(1, 40),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
    )


def amount(person: Person, days: Days) -> Any:
    """What is decided under `amount`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        person.amount,
        (
            sec_7_1_3(person, days),
            rounded(
                product(spoken_of(full_amount(person, days)), total(1, increase(person, days))),
                "nearest",
                Fraction(1, 100),
            ),
        ),
        (
            sec_7_1_3_(person, days),
            rounded(
                largest(
                    spoken_of(partial_amount(person, days)),
                    product(
                        spoken_of(partial_then(person, days)),
                        total(1, increase(person, days)),
                    ),
                ),
                "nearest",
                Fraction(1, 100),
            ),
        ),
    )


PROVISIONS: dict[str, Question] = {
    "3(1)(a)": Question(("person",), (sec_3_1_a, 0)),
    "3(1)(b)": Question(("person",), (sec_3_1_b, 0)),
    "3(1)(b)(i)": Question(("person",), (sec_3_1_b_i, 0)),
    "3(1)(b)(i)(A)": Question(("person",), (sec_3_1_b_i_a, 0)),
    "3(1)(b)(i)(B)": Question(("person",), (sec_3_1_b_i_b, 0)),
    "3(1)(b)(i)(C)": Question(("person",), (sec_3_1_b_i_c, 0)),
    "3(1)(b)(i)(C)(I)": Question(("person",), (sec_3_1_b_i_c_i, 0)),
    "3(1)(b)(i)(C)(II)": Question(("person",), (sec_3_1_b_i_c_ii, 0)),
    "3(1)(b)(i)(C)(III)": Question(("person",), (sec_3_1_b_i_c_iii, 0)),
    "3(1)(b)(ii)": Question(("person",), (sec_3_1_b_ii, 0)),
    "3(1)(b)(iii)": Question(("person",), (sec_3_1_b_iii, 0)),
    "3(1)(b)(iii)(A)": Question(("person",), (sec_3_1_b_iii_a, 0)),
    "3(1)(b)(iii)(B)": Question(("person",), (sec_3_1_b_iii_b, 0)),
    "3(1)(b)(iii)(B)(I)": Question(("person",), (sec_3_1_b_iii_b_i, 0)),
    "3(1)(b)(iii)(B)(II)": Question(("person",), (sec_3_1_b_iii_b_ii, 0)),
    "3(1)(c)": Question(("person",), (sec_3_1_c, 0)),
    "3(1)(c)(i)": Question(("person",), (sec_3_1_c_i, 0)),
    "3(1)(c)(ii)": Question(("person",), (sec_3_1_c_ii, 0)),
    "3(1)(c)(iii)": Question(("person",), (sec_3_1_c_iii, 0)),
    "3(2)": Question(("person",), (sec_3_2, 0)),
    "3(2)(a)": Question(("person",), (sec_3_2_a, 0)),
    "3(2)(b)": Question(("person",), (sec_3_2_b, 0)),
    "3(2)(c)": Question(("person",), (sec_3_2_c, 0)),
    "3(2)(d)": Question(("person",), (sec_3_2_d, 0)),
    "3(2)(d)(i)": Question(("person",), (sec_3_2_d_i, 0)),
    "3(2)(d)(ii)": Question(("person",), (sec_3_2_d_ii, 0)),
    "3(3)": Question(("person",), (sec_3_3, 0)),
    "4(1)": Question(("person",), (sec_4_1, 0)),
    "4(1)(a)": Question(("person",), (sec_4_1_a, 0)),
    "4(1)(b)": Question(("person",), (sec_4_1_b, 0)),
    "5(1)": Question(("person",), (sec_5_1, 0)),
    "5(1)(a)": Question(("person",), (sec_5_1_a, 0)),
    "5(1)(a)(i)": Question(("person",), (sec_5_1_a_i, 0)),
    "5(1)(a)(ii)": Question(("person",), (sec_5_1_a_ii, 0)),
    "5(1)(b)": Question(("person",), (sec_5_1_b, 0)),
    "5(3)": Question(("person",), (sec_5_3, 0)),
    "7(5)": Question(("person",), (sec_7_5, 0), (sec_7_5_, 0)),
    "7.1(3)": Question(("person",), (sec_7_1_3, 0), (sec_7_1_3_, 0)),
    "7.1(5)": Question(("person",), (sec_7_1_5, 0)),
}
