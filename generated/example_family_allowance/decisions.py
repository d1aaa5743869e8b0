"""Decisions of FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law.
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# pyright: reportGeneralTypeIssues=false

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.decided import WholeDecided, part
from lawc.runtime.engine.deciding import Report
from lawc.runtime.engine.run import Engine, Trace
from lawc.runtime.engine.shown import Turn, Turns
from lawc.runtime.explained import Explanations
from lawc.runtime.facts import checked_day, checked_thing
from lawc.runtime.holdings import Holding
from lawc.runtime.logic import NOTHING, all_of, by_parts, in_row, number_true
from lawc.runtime.values import Truth, round_down, round_nearest, share_nearest

from . import facts, slots
from .facts import USUAL_DAYS, Child, Days, Household
from .slots import (
    PARTS_6,
    ROWS_10,
    SHIFTS_8,
    SHIFTS_9,
    VALUE_1,
    VALUE_12,
    VALUE_13,
    VALUE_14,
    VALUE_15,
    VALUE_16,
    VALUE_17,
    VALUE_7,
    VERSIONS_11,
)


class Decision(WholeDecided):
    """What is decided of one household."""

    __slots__ = ()
    entitled: bool | None = part(0)
    allowance: Fraction | None = part(1)


ENGINE = Engine(
    __spec__,
    facts,
    slots,
    "example/family-allowance",
    {"payment_day": "payment_day", "law_day": "law_day"},
    {"household": Report(Decision, {"entitled": "truth", "allowance": "number"}, {})},
)


def _slot_15_of_household(household: Household, days: Days) -> Truth:
    """Return slot 15 of one household."""
    group = household.children
    if group is None:
        return None
    for child in group:
        if child._established:
            return None
    parts = [_slot_10_of_child(child, household, days) for child in group]
    return all_of(*parts)


def _slot_24_of_household(household: Household, days: Days) -> Any:
    """Return slot 24 of one household."""
    s19 = _slot_19_of_household(household, days)
    s20 = s19
    s24 = in_row(s20, ROWS_10)
    return s24


def _slot_21_of_household(household: Household, days: Days) -> Truth:
    """Return slot 21 of one household."""
    payment_day: Any = days.payment_day
    group = household.children
    if group is None:
        return None
    doubtful = False
    for child in group:
        if child._established:
            return None
        if (
            child.disabled is not False
            or child.date_of_birth is None
            or SHIFTS_8[child.date_of_birth] > payment_day
            or (
                child.in_education is not False
                and (child.date_of_birth is None or SHIFTS_9[child.date_of_birth] > payment_day)
            )
        ):
            if (
                (
                    child.date_of_birth is not None
                    and SHIFTS_8[child.date_of_birth] > payment_day
                )
                or (
                    child.in_education is True
                    and child.date_of_birth is not None
                    and SHIFTS_9[child.date_of_birth] > payment_day
                )
                or child.disabled is True
            ):
                return True
            doubtful = True
    return None if doubtful else False


def _slot_10_of_child(child: Child, household: Household, days: Days) -> Truth:
    """Return slot 10 of one child."""
    s10 = child.disabled
    return s10


def _slot_19_of_household(household: Household, days: Days) -> Any:
    """Return slot 19 of one household."""
    group = household.children
    if group is None:
        return None
    for child in group:
        if child._established:
            return None
    parts = [_slot_12_of_child(child, household, days) for child in group]
    return number_true(parts)


def _slot_12_of_child(child: Child, household: Household, days: Days) -> Truth:
    """Return slot 12 of one child."""
    payment_day: Any = days.payment_day
    doubtful = False
    if child.date_of_birth is None or SHIFTS_8[child.date_of_birth] > payment_day:
        if child.date_of_birth is not None:
            return True
        doubtful = True
    if child.in_education is not False and (
        child.date_of_birth is None or SHIFTS_9[child.date_of_birth] > payment_day
    ):
        if child.in_education is not None and child.date_of_birth is not None:
            return True
        doubtful = True
    if child.disabled is not False:
        if child.disabled is not None:
            return True
        doubtful = True
    return None if doubtful else False


def _quick_household(household: Household, days: Days) -> Decision | None:
    """Decide if all is known that matters, else return None."""
    if days.payment_day is None:
        return None
    if days.law_day is None:
        return None
    law_day = days.law_day
    if household._established:
        return None
    v0: Any = None
    c0: Any = ()
    r1 = False
    if household.receives_foreign_allowance is not False and not (
        m0 := _slot_15_of_household(household, days)
    ):
        if household.receives_foreign_allowance is None or m0 is None:
            return None
        r1 = True
        v0 = False
        c0 = ("2(2)",)
    if (
        not r1
        and household.lives_in_the_country is not False
        and (m2 := _slot_21_of_household(household, days)) is not False
    ):
        if household.lives_in_the_country is None or m2 is None:
            return None
        v0 = True
        c0 = ("2(1)",)
    x0: Any = False if v0 is None else v0
    v1: Any = None
    c1: Any = ()
    if x0:
        a5 = VERSIONS_11[law_day]
        a24 = _slot_24_of_household(household, days)
        a7 = by_parts(household.income, PARTS_6)
        if a24 is None or a7 is None:
            return None
        if a5 is not NOTHING:
            v1 = round_down(
                max(share_nearest(a5, a24, VALUE_7) - round_nearest(a7, VALUE_7), 0),
                VALUE_7,
            )
            c1 = ("3(5)",)
        if v1 is None and not VALUE_1 <= law_day:
            return None
        return Decision((False if v0 is None else v0, v1, (c0, c1), None, days))
    if not VALUE_1 <= law_day:
        return None
    return Decision((False if v0 is None else v0, None, (c0, ()), None, days))


TURNS = {
    "household": Turns(
        Household,
        {
            "income": (VALUE_12, VALUE_13, VALUE_13, VALUE_12, VALUE_13, VALUE_13),
            "lives_in_the_country": (False, True, False, True, False, False),
            "receives_foreign_allowance": (False, True, False, True, True, True),
        },
        (),
        (),
    ),
    "child": Turns(
        Child,
        {
            "date_of_birth": (VALUE_14, VALUE_15, VALUE_16, VALUE_17, VALUE_16, VALUE_17),
            "in_education": (False, True, False, True, False, False),
            "disabled": (False, True, False, True, True, True),
        },
        (),
        (),
    ),
}


def _complete_child(child: Child, turn: Turn) -> Child:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["child"]()
    v: Any
    (
        new.date_of_birth,
        new.in_education,
        new.disabled,
    ) = turn.values["child"]
    if (v := child.date_of_birth) is not None:
        new.date_of_birth = v
    if (v := child.in_education) is not None:
        new.in_education = v
    if (v := child.disabled) is not None:
        new.disabled = v
    new._established = child._established
    new.dependent_child = None
    new.__class__ = Child
    made: Child = new
    return made


def _complete_household(household: Household, turn: Turn) -> Household:
    """Return a copy that has values of a turn for the facts that are missing."""
    new: Any = turn.blank["household"]()
    v: Any
    (
        new.income,
        new.lives_in_the_country,
        new.receives_foreign_allowance,
    ) = turn.values["household"]
    if (v := household.income) is not None:
        new.income = v
    if (v := household.lives_in_the_country) is not None:
        new.lives_in_the_country = v
    if (v := household.receives_foreign_allowance) is not None:
        new.receives_foreign_allowance = v
    new.children = ()
    if (v := household.children) is not None:
        new.children = tuple([_complete_child(one, turn) for one in v])
    new._established = household._established
    new.dependent_children = None
    new.base = None
    new.rate = None
    new.full_amount = None
    new.deduction = None
    new.entitled = None
    new.allowance = None
    new.__class__ = Household
    made: Household = new
    return made


ENGINE.completes(_quick_household, _complete_household, TURNS)


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
        found: Any = _quick_household(household, days)
        if found.__class__ is not Decision:
            found = ENGINE.decide(household, days, found)
        result: Decision = found
        return result
    except AttributeError:
        checked_thing(Household, household)
        raise


def ask(
    household: Household,
    element: str,
    of: str = "",
    *,
    payment_day: date | None = None,
    law_day: date | None = None,
) -> Holding:
    """Return what an element of the law, by its citation, comes to for a thing."""
    days = USUAL_DAYS
    if payment_day is not None or law_day is not None:
        days = Days(checked_day("payment_day", payment_day), checked_day("law_day", law_day))
    try:
        found: Holding = ENGINE.ask(household, element, of, days)
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
