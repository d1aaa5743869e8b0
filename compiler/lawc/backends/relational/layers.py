"""Layers: the order in which the columns of tables are computed.

Within a phase of the plan the tables follow from the top: a table takes from that of its owner
what it needs, then computes its columns. What is asked of members is added up by owner before
the next phase. The columns of one `Compute` rest on none of each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lawc.backends.relational.evaluating import columns_of, folded
from lawc.backends.relational.terms import Column, Constant, Term
from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Compute:
    """Columns of the table of a kind, each from columns that are there."""

    kind: str
    columns: tuple[tuple[str, Term], ...]


@dataclass(frozen=True, slots=True)
class Take:
    """Columns that a table takes from that of the owner: their names here and there."""

    kind: str
    owner: str
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AddUp:
    """Sums of whole numbers over the members of each owner, 0 where there are none.

    A column is its name and the term that is added up of each member. `rows` names the column
    of the number of members.
    """

    owner: str
    kind: str
    columns: tuple[tuple[str, Term], ...]
    rows: str


Layer: TypeAlias = Compute | Take | AddUp


class Sheet:
    """Columns of the table of a kind while they are put down, in levels.

    A column rests on columns of earlier levels, and on such as were there before.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._level: dict[str, int] = {}
        self._levels: list[list[tuple[str, Term]]] = []

    def put(self, name: str, term: Term) -> Term:
        """Return a term as a column of this name, or as the column or constant that it is."""
        term = folded(term)
        if isinstance(term, (Column, Constant)):
            return term
        level = max((self._level.get(read, -1) for read in columns_of(term)), default=-1) + 1
        self._level[name] = level
        if level == len(self._levels):
            self._levels.append([])
        self._levels[level].append((name, term))
        return Column(name)

    def layers(self) -> Iterator[Compute]:
        """Yield the layers of the columns put down since this was last asked."""
        levels, self._levels, self._level = self._levels, [], {}
        yield from (Compute(self.kind, tuple(columns)) for columns in levels)
