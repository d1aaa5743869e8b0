"""Decisions of FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law
(sha256 645c73cd1f276a8e46b8d5a71942ce5cc493aa2e28816e2990be75940c7c9fdc).
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# A test may be asked again where its answer is known already.

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, cast

from lawc.runtime.combining import decided
from lawc.runtime.engine.run import Engine, Report, Trace
from lawc.runtime.facts import checked_day
from lawc.runtime.logic import NOTHING, every, known, largest, less, rounded, spoken_of, unknown
from lawc.runtime.lookups import Latest
from lawc.runtime.reasons import Explanation
from lawc.runtime.results import (
    ALL_SETTLED,
    TEXTS,
    as_text,
    day,
    keys,
    keys_text,
    number,
    told,
    told_text,
)
from lawc.runtime.values import Period, Truth

from . import facts, rules
from .facts import USUAL_DAYS, Days, Household

new = tuple.__new__


class Decision(NamedTuple):
    """What is decided of one household."""

    entitled: bool | None
    allowance: Fraction | None
    provisions: tuple[str, ...]
    open: Any

    @property
    def needed(self) -> tuple[str, ...]:
        """The paths of missing facts that could settle it, most useful first."""
        if self.open is None:
            return ()
        return ENGINE.needed("household", *self.open)

    @property
    def unsettled(self) -> Mapping[str, tuple[str, ...]]:
        """What is open though the first is settled, with what is missing."""
        if self.open is None:
            return ALL_SETTLED
        return ENGINE.unsettled("household", *self.open)

    def to_dict(self) -> dict[str, Any]:
        """Return what is decided, as JSON has it."""
        return {
            "entitled": self.entitled,
            "allowance": number(self.allowance),
            "provisions": list(self.provisions),
            "needed": keys(self.needed),
            **told(self.unsettled),
        }

    def to_json(self) -> str:
        """Return `to_dict` as a line of JSON."""
        parts = [
            '{"entitled": ',
            TEXTS[self.entitled],
            ', "allowance": ',
            "null" if self.allowance is None else as_text(number(self.allowance)),
            ', "provisions": ',
            TEXTS[self.provisions],
            ', "needed": ',
            keys_text(self.needed) + told_text(self.unsettled),
            "}",
        ]
        return "".join(parts)


ENGINE = Engine(
    __spec__,
    facts,
    {
        "household": Report(Decision),
    },
)

LATEST_1 = Latest(Period(18, 0, 0), month_end_up=True)
LATEST_2 = Latest(Period(24, 0, 0), month_end_up=True)

RESULT_1 = Decision(False, None, ("2(2)",), None)
RESULT_2 = Decision(True, None, ("2(1)",), None)
RESULT_3 = Decision(False, None, (), None)


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
                        return _unsure_household(household, days, 0)
                    return new(Decision, (False, a2, ("2(2)",), None))
            return RESULT_1 if not doubt else _unsure_household(household, days, 0)
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
                        return _unsure_household(household, days, 0)
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
                        return _unsure_household(household, days, 0)
                    return new(Decision, (True, a2, ("2(1)",), None))
            return RESULT_2 if not doubt else _unsure_household(household, days, doubt & 1)
    if (m1 := _test(household, days)) is not False:
        if not m1:
            doubt |= 16
        else:
            if doubt:
                return _unsure_household(household, days, 0)
            a2 = rounded(
                largest(
                    less(rules.full_amount(household, days), rules.deduction(household, days)),
                    Fraction(0),
                ),
                "down",
                Fraction(1, 100),
            )
            if a2 is None or a2 is NOTHING:
                return _unsure_household(household, days, 0)
            return new(Decision, (False, a2, (), None))
    return RESULT_3 if not doubt else _unsure_household(household, days, doubt & 4)


def _unsure_household(household: Household, days: Days, rivals: int) -> Decision:
    line = (household, ENGINE.case(household, days))
    paths = ("",)
    open_ = rivals & 26 != 0
    if not open_:
        return _careful_household(household, days)
    return new(Decision, (None, None, (), (line, paths)))


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
    return _quick_household(household, days)


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
    return Trace(
        ENGINE,
        household,
        days,
        decide(household, payment_day=payment_day, law_day=law_day),
    )


def explain(
    household: Household,
    *,
    payment_day: date | None = None,
    law_day: date | None = None,
) -> tuple[Explanation, ...]:
    """Return every ground of all that the law decides, as trees."""
    days = USUAL_DAYS
    if payment_day is not None or law_day is not None:
        days = Days(checked_day("payment_day", payment_day), checked_day("law_day", law_day))
    found: tuple[Explanation, ...] = ENGINE.explain(household, days)
    return found
