"""Decisions of FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law
(sha256 fc01e258f6fc58c258fe3bc10da94e0b13c26bbc9764450d08245d52471b5896).
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from lawc.runtime.combining import decided
from lawc.runtime.logic import State, unknown
from lawc.runtime.results import day, number, record, truth

from . import facts
from .facts import USUAL_DAYS, Days, Household
from .inlined import _household, _needed_3

new = tuple.__new__


class Decision(NamedTuple):
    """What is decided of one household."""

    entitled: bool | None
    allowance: Fraction | None
    provisions: tuple[str, ...]
    truths: Any
    open: Any

    @property
    def needed(self) -> tuple[str, ...]:
        """The paths of missing facts that could settle it, most useful first."""
        return () if self.open is None else _needed_3(*self.open)

    def to_dict(self) -> dict[str, Any]:
        """Return what is decided, as JSON has it."""
        return record(
            {
                "entitled": truth(self.entitled),
                "allowance": number(self.allowance),
            },
            {},
            (self.provisions, self.needed),
        )


def _decided_household(household: Household, days: Days) -> Decision:
    v1, by_1, open_1, v2, by_2, open_2, truths = _household(household, days)
    open_: Any = None
    if v1 is None or v2 is None:
        if v1 is None:
            open_ = (household, days, truths, open_1)
    if v1.__class__ is State:
        v1 = None
    if v2.__class__ is State:
        v2 = None
    return new(Decision, (v1, v2, by_1, truths, open_))


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
