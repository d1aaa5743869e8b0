"""Rows of counts: how many things or wholes are alike, and in what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from lawc.backends.relational.relations import Relations
from lawc.compare.outcomes import listed
from lawc.ir import nodes as ir

LEN, WHERE = "#len", "where"
DECIDES, ALONE, REACHES, DISPLACED, BY, CAUSE, NEEDED = (
    "decides", "alone", "reaches", "displaced", "by", "cause", "needed",
)  # fmt: skip
Class: TypeAlias = tuple[tuple[str, tuple["Outcome", ...]], ...]
Flag: TypeAlias = tuple[str, ...]  # what is true of a thing: `decides`, a decision, a citation


class Side(NamedTuple):
    """A law, its columns, and the days that it is decided for."""

    law: ir.Law
    relations: Relations
    days: Mapping[str, date] = {}


class Outcome(NamedTuple):
    """A decision of a thing: under the law that is counted and under an old one, if any.

    A decided value stands behind `=`; else it is the status.
    """

    new: str
    old: str = ""


class Row(NamedTuple):
    """How many things or wholes are alike.

    - `outcomes`: by decision, what is decided: of a whole, of at least one of its things.
    - `group`: the group of the whole row, if it is in one group only.
    - `crossed`: by decision, what is decided in which group.
    - `sums`: by decision, the sum of an amount, as a numerator.
    """

    number: int
    outcomes: Mapping[str, frozenset[Outcome]]
    crossed: Mapping[str, frozenset[tuple[Outcome, str]]]
    group: str | None
    sums: Mapping[str, int]

    @property
    def class_(self) -> Class:
        """What is decided, in a fixed order."""
        return tuple(sorted((key, tuple(sorted(of))) for key, of in self.outcomes.items()))


def is_amount(law: ir.Law, decision: ir.Decision) -> bool:
    """Return whether the values of a decision are too many to be counted one by one."""
    return not listed(decision, (law,))
