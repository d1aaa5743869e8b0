"""Facts and concepts that counts are crossed by, as columns of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from itertools import count, pairwise

import polars as pl

from lawc.backends.relational.facts import Bound, fact_column
from lawc.backends.relational.providing import Provided
from lawc.backends.relational.relations import Relations
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.meaning.world import suppliable
from lawc.records import dataclass

UNKNOWN = "?"  # the group of the things of which the fact is not known
FEW_VALUES = 6
FEW_FACTS = 6
MANY_YEARS = 15
BANDS = 8
_EPOCH = 719_163  # the number of 1 January 1970, from which an engine counts days
_EDGES = re.compile(r"(-?\d+(?:,-?\d+)*)\Z")


class GroupingError(Exception):
    """Counts cannot be crossed by what is named; the message says why."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """A fact or concept of a kind that counts are crossed by.

    `edges` are the lower ends of the bands of a number, the first band excluded; `years` is how
    many years a band of days has.
    """

    kind: str
    key: str
    type: Type
    edges: tuple[int, ...] = ()
    years: int = 0

    @property
    def name(self) -> str:
        """The name of the fact with its kind."""
        return f"{self.kind}.{self.key}"

    @property
    def column(self) -> str:
        """The column of the groups."""
        return f"by.{self.name}"

    def groups(self, relations: Relations) -> pl.Expr:
        """Return the group of each row, as text."""
        return self._known(relations).fill_null(UNKNOWN).alias(self.column)

    def _known(self, relations: Relations) -> pl.Expr:
        holds = holds_column(relations.provisions, self.kind, self.key)
        if holds is not None:
            return _truth(pl.col(holds))
        bound = relations.tables.columns[self.kind][self.key]
        fact = pl.col(fact_column(self.key))
        match self.type:
            case Choice():
                return fact
            case Basic.TRUTH:
                return _truth(fact)
            case Basic.PROVISION:
                return fact.str.extract(r"^([^(]+)", 1)
            case Basic.DATE:
                year = (fact - _EPOCH).cast(pl.Int32).cast(pl.Date).dt.year().cast(pl.Int64)
                first = year // self.years * self.years
                last = first + (self.years - 1)
                text = first.cast(pl.String)
                return text if self.years == 1 else text + "–" + last.cast(pl.String)
            case _:
                return self._band(fact // bound.of)

    def _band(self, number: pl.Expr) -> pl.Expr:
        names = self.bands()
        band: pl.Expr = pl.lit(names[0])
        for edge, name in zip(self.edges, names[1:], strict=True):
            band = pl.when(number >= edge).then(pl.lit(name)).otherwise(band)
        return pl.when(number.is_not_null()).then(band)

    def bands(self) -> tuple[str, ...]:
        """Return the names of the bands of a number, from the lowest."""
        edges = self.edges
        inner = [
            f"{low}" if high == low + 1 else f"{low}–{high - 1}"
            for low, high in pairwise(edges)
        ]
        return (f"< {edges[0]}", *inner, f"≥ {edges[-1]}")

    def in_order(self, groups: Iterable[str]) -> tuple[str, ...]:
        """Return groups in the order of the values, what is not known last."""
        order: tuple[str, ...] = ()
        match self.type:
            case Choice(_, values):
                order = values
            case Basic.TRUTH:
                order = ("true", "false")
            case _ if self.edges:
                order = self.bands()
        places = {value: place for place, value in enumerate(order)}

        def place(group: str) -> tuple[bool, int, tuple[int, ...], str]:
            digits = tuple(map(int, re.findall(r"\d+", group)))
            return group == UNKNOWN, places.get(group, len(order)), digits, group

        return tuple(sorted(groups, key=place))


def _truth(column: pl.Expr) -> pl.Expr:
    return pl.when(column).then(pl.lit("true")).when(~column).then(pl.lit("false"))


def holds_column(provisions: Iterable[Provided], kind: str, key: str) -> str | None:
    """Return the column that tells whether a concept holds, None if it is no such concept."""
    eid = f"{_CONCEPT}{kind}.{key}"
    return next((each.holds for each in provisions if each.eid == eid), None)


_CONCEPT = "#concept."  # begins the name of an element that stands for a concept


def with_concepts(law: ir.Law, groupings: Iterable[Grouping]) -> ir.Law:
    """Return a law in which each concept that is counted by has an element with its name."""
    concepts = {(each.kind, each.key) for each in law.definitions}
    for each in groupings:
        if (each.kind, each.key) in concepts:
            eid = f"{_CONCEPT}{each.kind}.{each.key}"
            law = with_condition(law, eid, each.kind, ir.Concept(each.key))
    return law


def with_condition(law: ir.Law, eid: str, kind: str, condition: ir.Expr) -> ir.Law:
    """Return a law with one more element, which defines a condition and decides nothing."""
    element = ir.Element(eid, eid, eid, "", "", None, None, inert=False)
    definition = ir.Definition(eid, kind, condition, eid)
    return replace(
        law,
        elements=(*law.elements, element),
        definitions=(*law.definitions, definition),
    )


def find_groupings(
    law: ir.Law,
    columns: Mapping[str, Mapping[str, Bound]],
    names: Iterable[str],
    kinds: set[str],
) -> tuple[Grouping, ...]:
    """Return what counts are crossed by: a fact or concept for each name.

    Args:
        law: the law.
        columns: the facts that the register has, by kind.
        names: `sex`, `offence.category`, `victim_age=14,18`.
        kinds: the kinds that are counted and those above.

    Raises:
        GroupingError: a name means no fact or concept of these kinds, or several.
    """
    choices = dict(_choices(law, columns, kinds))
    found = []
    for written in names:
        name, _, edges = written.partition("=")
        same = [each for each in choices if name in (each, each.partition(".")[2])]
        if len(same) > 1:
            raise GroupingError(f"`{name}` is a fact of several kinds: write {_either(same)}")
        if not same:
            near = get_close_matches(
                name, [*choices, *(c.partition(".")[2] for c in choices)], 1
            )
            hint = f"do you mean `{near[0]}`?" if near else f"there are {', '.join(choices)}"
            raise GroupingError(f"`{name}` is no fact or concept to count by: {hint}")
        kind, type_ = choices[same[0]]
        bound = columns.get(kind, {}).get(same[0].partition(".")[2])
        found.append(_grouping(kind, same[0].partition(".")[2], type_, bound, edges))
    return tuple({each.name: each for each in found}.values())


def _either(names: list[str]) -> str:
    return " or ".join(f"`{name}`" for name in names)


def _choices(
    law: ir.Law, columns: Mapping[str, Mapping[str, Bound]], kinds: set[str]
) -> Iterator[tuple[str, tuple[str, Type]]]:
    concepts = {(each.kind, each.key) for each in law.definitions}
    for kind in law.kinds:
        if kind.key in kinds:
            for key, type_ in suppliable(law, kind.key).items():
                if (kind.key, key) in concepts:
                    yield f"{kind.key}.{key}", (kind.key, Basic.TRUTH)
                elif key in columns.get(kind.key, {}):
                    yield f"{kind.key}.{key}", (kind.key, type_)


def _grouping(kind: str, key: str, type_: Type, bound: Bound | None, edges: str) -> Grouping:
    numeric = not isinstance(type_, Choice) and type_ not in (
        Basic.TRUTH, Basic.PROVISION, Basic.DATE,
    )  # fmt: skip
    if edges and not numeric:
        raise GroupingError(f"`{key}` is no number: leave `={edges}` out")
    if edges and not _EDGES.match(edges):
        raise GroupingError(
            f"`{edges}` are no bands: write where each begins, as in `{key}=14,18`"
        )
    bound = bound or Bound()
    if type_ is Basic.DATE:
        years = (bound.high - bound.low) // 365
        return Grouping(kind, key, type_, years=1 if years <= MANY_YEARS else 10)
    if numeric:
        ends = (
            tuple(sorted({int(edge) for edge in edges.split(",")})) if edges else _ends(bound)
        )
        return Grouping(kind, key, type_, edges=ends)
    return Grouping(kind, key, type_)


def _ends(bound: Bound) -> tuple[int, ...]:
    """Return the ends of bands that are round numbers."""
    low, high = bound.low // bound.of, bound.high // bound.of
    steps = (digit * 10**zeros for zeros in count() for digit in (1, 2, 5))
    step = next(step for step in steps if (high - low) // step <= BANDS)
    first = (low // step + 1) * step
    return tuple(range(first, max(first, high) + 1, step)) or (first,)


def default_groupings(
    law: ir.Law, columns: Mapping[str, Mapping[str, Bound]], kinds: set[str]
) -> tuple[Grouping, ...]:
    """Return the choices of few values that the register has; if there are none, the truths."""
    facts = [
        Grouping(fact.kind, fact.key, fact.type)
        for fact in law.facts
        if fact.kind in kinds and fact.key in columns.get(fact.kind, {})
    ]
    choices = [
        each
        for each in facts
        if isinstance(each.type, Choice) and len(each.type.values) <= FEW_VALUES
    ]
    truths = [each for each in facts if each.type is Basic.TRUTH]
    return tuple((choices or truths)[:FEW_FACTS])
