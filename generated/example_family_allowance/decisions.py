"""Decisions of FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law.
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# A test may be asked again where its answer is known already.

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import cast

from lawc.runtime.combining import decided
from lawc.runtime.decided import WholeDecided, part
from lawc.runtime.engine.run import Engine, Report, Trace
from lawc.runtime.explained import Explanations
from lawc.runtime.facts import checked_day, checked_thing
from lawc.runtime.logic import NOTHING, every, known, largest, less, rounded, spoken_of, unknown
from lawc.runtime.lookups import Latest, Steady
from lawc.runtime.values import Period, Truth

from . import facts, rules
from .facts import USUAL_DAYS, Days, Household

new = tuple.__new__


class Decision(WholeDecided):
    """What is decided of one household."""

    __slots__ = ()
    entitled: bool | None = part(0)
    allowance: Fraction | None = part(1)


ENGINE = Engine(
    __spec__,
    facts,
    "example/family-allowance",
    {"payment_day": "payment_day", "law_day": "law_day"},
    {"household": Report(Decision, {"entitled": "truth", "allowance": "number"}, {})},
)

LATEST_1 = Latest(Period(18, 0, 0), month_end_up=True)
LATEST_2 = Latest(Period(24, 0, 0), month_end_up=True)

STEADY_HOUSEHOLD = Steady(((2, 0), (8, 0), (16, 0), (5, 0)), {1: 0, 4: 0})


def _some_child(household: Household, days: Days) -> Truth:
    if household.children is None:
        return None
    sure = possible = 0
    for child in household.children:
        if not child.disabled:
            possible += 1
            if child.disabled is not None:
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _test(household: Household, days: Days) -> Truth:
    return known(spoken_of(rules.entitled(household, days)))


def _some_child_3(household: Household, days: Days) -> Truth:
    if household.children is None:
        return None
    sure = possible = 0
    for child in household.children:
        if (
            child.disabled is not False
            or not (
                child.date_of_birth is not None
                and child.date_of_birth <= LATEST_1[days.payment_day]
            )
            or (
                child.in_education is not False
                and not (
                    child.date_of_birth is not None
                    and child.date_of_birth <= LATEST_2[days.payment_day]
                )
            )
            or child.dependent_child
        ) and child.dependent_child is not False:
            possible += 1
            if child.dependent_child or (
                child.dependent_child is None
                and (
                    child.disabled
                    or not (
                        child.date_of_birth is None
                        or child.date_of_birth <= LATEST_1[days.payment_day]
                    )
                    or (
                        child.in_education
                        and not (
                            child.date_of_birth is None
                            or child.date_of_birth <= LATEST_2[days.payment_day]
                        )
                    )
                )
            ):
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _quick_household(household: Household, days: Days) -> Decision:
    payment_day = days.payment_day
    law_day = days.law_day
    if payment_day is None or law_day is None or household._established:
        return _careful_household(household, days)
    doubt = 0
    if (
        household.receives_foreign_allowance is not False
        and _some_child(household, days) is not False
        and True
    ):
        if household.receives_foreign_allowance is None or not _some_child(household, days):
            doubt |= 1
        else:
            if (m1 := _test(household, days)) is not False:
                if not m1:
                    doubt |= 2
                else:
                    a2 = rounded(
                        largest(
                            less(
                                rules.full_amount(household, days),
                                rules.deduction(household, days),
                            ),
                            Fraction(0),
                        ),
                        "down",
                        Fraction(1, 100),
                    )
                    if a2 is None or a2 is NOTHING:
                        return _unsure_household(household, days, 0, 0)
                    return new(Decision, (False, a2, (("2(2)",), ("3(5)",)), None, None))
            return _unsure_household(household, days, 0, 0)
    if (
        household.lives_in_the_country is not False
        and (m2 := _some_child_3(household, days)) is not False
        and True
    ):
        if household.lives_in_the_country is None or not m2:
            doubt |= 4
        else:
            if (m1 := _test(household, days)) is not False:
                if not m1:
                    doubt |= 8
                else:
                    if doubt:
                        return _unsure_household(household, days, doubt, 0)
                    a2 = rounded(
                        largest(
                            less(
                                rules.full_amount(household, days),
                                rules.deduction(household, days),
                            ),
                            Fraction(0),
                        ),
                        "down",
                        Fraction(1, 100),
                    )
                    if a2 is None or a2 is NOTHING:
                        return _unsure_household(household, days, 0, 0)
                    return new(Decision, (True, a2, (("2(1)",), ("3(5)",)), None, None))
            return _unsure_household(household, days, 0, 0)
    if (m1 := _test(household, days)) is not False:
        if not m1:
            doubt |= 16
        else:
            if doubt:
                return _unsure_household(household, days, doubt, 0)
            a2 = rounded(
                largest(
                    less(rules.full_amount(household, days), rules.deduction(household, days)),
                    Fraction(0),
                ),
                "down",
                Fraction(1, 100),
            )
            if a2 is None or a2 is NOTHING:
                return _unsure_household(household, days, 0, 0)
            return new(Decision, (False, a2, ((), ("3(5)",)), None, None))
    return _unsure_household(household, days, 0, 0)


def _steady_household(doubts: int, rivals: int, household: Household) -> bool:
    unknown = 0
    return STEADY_HOUSEHOLD[doubts, rivals, unknown]


def _unsure_household(household: Household, days: Days, doubts: int, rivals: int) -> Decision:
    line = (household, ENGINE.case(household, days))
    paths = ("",)
    open_ = rivals != 0 and _steady_household(doubts, rivals, household)
    if not open_:
        return _careful_household(household, days)
    return new(Decision, (None, None, (None, ()), (line, paths), None))


def _careful_household(household: Household, days: Days) -> Decision:
    line = (household, ENGINE.case(household, days))
    paths = ("",)
    return cast(Decision, ENGINE.result("household", line, paths))


def decide(
    household: Household,
    *,
    payment_day: date | None = None,
    law_day: date | None = None,
) -> Decision:
    """Return all that the law decides; a day that is None is unknown."""
    days = USUAL_DAYS
    if payment_day is not None or law_day is not None:
        days = Days(checked_day("payment_day", payment_day), checked_day("law_day", law_day))
    try:
        found: Decision = ENGINE.whole(household, days, _quick_household(household, days))
        return found
    except AttributeError:
        checked_thing(Household, household)
        raise


def trace(
    household: Household,
    *,
    payment_day: date | None = None,
    law_day: date | None = None,
) -> Trace:
    """Return the decision, with every ground to be had from it when asked for."""
    days = USUAL_DAYS
    if payment_day is not None or law_day is not None:
        days = Days(checked_day("payment_day", payment_day), checked_day("law_day", law_day))
    try:
        return Trace(
            ENGINE,
            household,
            days,
            decide(household, payment_day=payment_day, law_day=law_day),
        )
    except AttributeError:
        checked_thing(Household, household)
        raise


def explain(
    household: Household,
    *,
    payment_day: date | None = None,
    law_day: date | None = None,
) -> Explanations:
    """Return every ground of all that the law decides, as trees."""
    days = USUAL_DAYS
    if payment_day is not None or law_day is not None:
        days = Days(checked_day("payment_day", payment_day), checked_day("law_day", law_day))
    try:
        found: Explanations = ENGINE.explain(household, days)
        return found
    except AttributeError:
        checked_thing(Household, household)
        raise
