"""Layers: the order in which the columns of tables are computed.

Within a phase of the plan the tables follow from the top: a table takes from that of its owner
what it needs, then computes its columns. What is asked of members is added up by owner before
the next phase. The columns of one `Compute` rest on none of each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, assert_never

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
    """Numbers and truths of the members of each owner, added up.

    - `columns` are sums: the name, the whole number of each member; 0 where there is none.
    - `flags` tell whether a truth, which is never null, holds of any member; false where there
      is none.
    - `rows` names the column of the number of members, if it is needed.
    """

    owner: str
    kind: str
    columns: tuple[tuple[str, Term], ...]
    flags: tuple[tuple[str, Term], ...]
    rows: str | None


@dataclass(frozen=True, slots=True)
class Before:
    """For each member, the largest `last` of those of its owner that begin before it.

    Members stand in the order of `first`, then `last`, then their keys. The first one of an
    owner has null; a null `last` is passed over.
    """

    kind: str
    name: str
    first: Term
    last: Term


Layer: TypeAlias = Compute | Take | AddUp | Before


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


def pruned(layers: Iterable[Layer], kept: Mapping[str, Collection[str]]) -> tuple[Layer, ...]:
    """Return layers without the columns that no later one reads, but for those to be kept."""
    read = {kind: set(columns) for kind, columns in kept.items()}
    left = [_read(layer, read) for layer in reversed(list(layers))]
    return tuple(layer for layer in reversed(left) if layer is not None)


def _read(layer: Layer, read: dict[str, set[str]]) -> Layer | None:
    """Return the part of a layer that is read later, if any; it reads what it rests on."""
    match layer:
        case Compute(kind, columns):
            mine = tuple(column for column in columns if column[0] in read[kind])
            read[kind] -= {name for name, _ in mine}
            read[kind] |= set().union(*(columns_of(term) for _, term in mine))
            return Compute(kind, mine) if mine else None
        case Take(kind, owner, columns):
            names = tuple(pair for pair in columns if pair[0] in read[kind])
            read[kind] -= {name for name, _ in names}
            read[owner] |= {there for _, there in names}
            return Take(kind, owner, names) if names else None
        case Before(kind, name, first, last):
            if name not in read[kind]:
                return None
            read[kind] -= {name}
            read[kind] |= columns_of(first) | columns_of(last)
            return layer
        case AddUp(owner, kind, columns, flags, rows):
            sums = tuple(column for column in columns if column[0] in read[owner])
            truths = tuple(column for column in flags if column[0] in read[owner])
            rows = rows if rows in read[owner] else None
            read[kind] |= set().union(*(columns_of(term) for _, term in (*sums, *truths)))
            return AddUp(owner, kind, sums, truths, rows) if sums or truths or rows else None
        case _:
            assert_never(layer)


def last_read(
    layers: Sequence[Layer], kept: Mapping[str, Collection[str]]
) -> list[dict[str, list[str]]]:
    """Return for each layer the columns that it is the last to read, by kind.

    Those that were there before any layer, and those of `kept`, are left out.
    """
    made: dict[str, set[str]] = {}
    for layer in layers:
        match layer:
            case Compute(kind, columns) | Take(kind, _, columns):
                made.setdefault(kind, set()).update(name for name, _ in columns)
            case Before(kind, name):
                made.setdefault(kind, set()).add(name)
            case AddUp(owner, _, columns, flags, rows):
                names = {name for name, _ in (*columns, *flags)}
                made.setdefault(owner, set()).update(names | ({rows} if rows else set()))
    left = {kind: names - set(kept.get(kind, ())) for kind, names in made.items()}
    lasts: list[dict[str, list[str]]] = []
    for layer in reversed(layers):
        kind, read = _reads(layer)
        last = sorted(read & left.get(kind, set()))
        if last:
            left[kind] -= set(last)
        lasts.append({kind: last} if last else {})
    return lasts[::-1]


def _reads(layer: Layer) -> tuple[str, set[str]]:
    """Return the columns that a layer reads, and the kind of their table."""
    match layer:
        case Compute(kind, columns):
            return kind, set().union(*(columns_of(term) for _, term in columns))
        case Before(kind, _, first, last):
            return kind, columns_of(first) | columns_of(last)
        case Take(_, owner, names):
            return owner, {there for _, there in names}
        case AddUp(_, kind, columns, flags, _):
            return kind, set().union(*(columns_of(term) for _, term in (*columns, *flags)))
        case _:
            assert_never(layer)
