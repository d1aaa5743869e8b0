"""Decisions of FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law
(sha256 ea263e9284ee51937666cb1045151fa16e5a2b9f75525bf9cf1f72766371bec5).
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# A test may be asked again where its answer is known already.

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from lawc.runtime.combining import decided
from lawc.runtime.logic import NOTHING, State, largest, less, rounded, unknown
from lawc.runtime.results import TEXTS, as_text, day, keys, keys_text, number

from . import facts, rules
from .facts import USUAL_DAYS, Days, Household
from .inlined import _household, _needed_3, _some_1, _some_2, _test_8

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
        return () if self.open is None else _needed_3(*self.open)

    def to_dict(self) -> dict[str, Any]:
        """Return what is decided, as JSON has it."""
        return {
            "entitled": self.entitled,
            "allowance": number(self.allowance),
            "provisions": list(self.provisions),
            "needed": keys(self.needed),
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
            keys_text(self.needed),
            "}",
        ]
        return "".join(parts)


RESULT_1 = Decision(False, None, ("2(2)",), None)
RESULT_2 = Decision(True, None, ("2(1)",), None)
RESULT_3 = Decision(False, None, (), None)


def _quick_household(household: Household, days: Days) -> Decision | None:
    if household.entitled is not None:
        return None
    if household.allowance is not None:
        return None
    if (
        household.receives_foreign_allowance is not False
        and _some_1(household, days) is not False
        and True
    ):
        if not (household.receives_foreign_allowance and _some_1(household, days)):
            return None
        if (m1 := _test_8(household, days)) is not False:
            if not m1:
                return None
            a2 = rounded(
                largest(
                    less(rules.full_amount(household, days), rules.deduction(household, days)),
                    Fraction(0),
                ),
                "down",
                Fraction(1, 100),
            )
            if a2 is None or a2 is NOTHING:
                return None
            return new(Decision, (False, a2, ("2(2)",), None))
        return RESULT_1
    if (
        household.lives_in_the_country is not False
        and (m2 := _some_2(household, days)) is not False
        and True
    ):
        if not (household.lives_in_the_country and m2):
            return None
        if (m1 := _test_8(household, days)) is not False:
            if not m1:
                return None
            a2 = rounded(
                largest(
                    less(rules.full_amount(household, days), rules.deduction(household, days)),
                    Fraction(0),
                ),
                "down",
                Fraction(1, 100),
            )
            if a2 is None or a2 is NOTHING:
                return None
            return new(Decision, (True, a2, ("2(1)",), None))
        return RESULT_2
    if (m1 := _test_8(household, days)) is not False:
        if not m1:
            return None
        a2 = rounded(
            largest(
                less(rules.full_amount(household, days), rules.deduction(household, days)),
                Fraction(0),
            ),
            "down",
            Fraction(1, 100),
        )
        if a2 is None or a2 is NOTHING:
            return None
        return new(Decision, (False, a2, (), None))
    return RESULT_3


def _decided_household(household: Household, days: Days) -> Decision:
    quick = _quick_household(household, days)
    if quick is not None:
        return quick
    v1, by_1, open_1, v2, by_2, open_2, truths = _household(household, days)
    open_: Any = None
    if v1 is None or v2 is None:
        if v1 is None:
            open_ = (household, days, truths, open_1)
    if v1.__class__ is State:
        v1 = None
    if v2.__class__ is State:
        v2 = None
    return new(Decision, (v1, v2, by_1, open_))


def decide(
    household: Household,
    *,
    payment_day: date | None = None,
    law_day: date | None = None,
) -> Decision:
    """Return all that the law decides; a day that is None is unknown."""
    days = USUAL_DAYS
    if not (payment_day is None and law_day is None):
        days = Days(payment_day, law_day)
    return _decided_household(household, days)
