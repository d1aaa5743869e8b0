"""The impact of a law on a register, as a value: what all renderings show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from lawc.impact.counting import Counting
from lawc.impact.layers import ALL, TOTAL, Cell, Head, layers_of
from lawc.impact.naming import Names
from lawc.impact.rows import REACHES, is_amount
from lawc.impact.tables import Table, tables_of
from lawc.ir import nodes as ir
from lawc.records import dataclass


@dataclass(frozen=True)
class About:
    """What a report is of.

    `min_cell` is the least number that is shown, 0 if none is hidden. `old` names what the law
    is compared with, empty if nothing.
    """

    register: str
    days: Mapping[str, date]
    synthetic: bool = False
    min_cell: int = 0
    where: str = ""
    old: str = ""


@dataclass(frozen=True)
class Sums:
    """An amount added up: in all, and by group."""

    decision: ir.Decision
    unit: str
    rows: Mapping[Head, Fraction]


@dataclass(frozen=True)
class Example:
    """Someone whom a change turns: the facts, from which outcome to which, by which provisions.

    The comparison of two laws makes examples up; they are in no register.
    """

    decision: ir.Decision
    old: str
    new: str
    because: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Impact:
    """Whom a law reaches in a register.

    `units` are how many things of each kind, and wholes, are counted: None if that is hidden.
    `nobody` are, by decision, the provisions that reach nothing.
    """

    law: ir.Law
    about: About
    names: Names
    units: Mapping[str, int | None]
    tables: tuple[Table, ...]
    sums: tuple[Sums, ...]
    nobody: tuple[tuple[ir.Decision, tuple[str, ...]], ...]
    examples: tuple[Example, ...] = ()
    groupings: tuple[str, ...] = ()

    @property
    def hidden(self) -> int:
        """How many numbers are hidden."""
        return sum(table.hidden for table in self.tables)


def impact_of(
    law: ir.Law,
    counting: Counting,
    about: About,
    names: Names,
    examples: tuple[Example, ...] = (),
) -> Impact:
    """Return the impact of what was counted; small numbers are hidden if `about` says so."""
    layers = layers_of(counting)
    numbers: dict[Cell, int] = {}
    for layer in layers:
        numbers |= layer.totals()
    hidden: frozenset[Cell] = frozenset()
    if about.min_cell:
        from lawc.impact.hiding import hidden_cells  # noqa: PLC0415 - only then

        hidden = hidden_cells(layers, numbers, about.min_cell)
    tables = tables_of(counting, counting.units, numbers, hidden)
    units: dict[str, int | None] = {}
    for table in tables:
        if table.what == "by":
            units[table.unit] = table.count(ALL, TOTAL)
    return Impact(
        law,
        about,
        names,
        units,
        tables,
        tuple(_sums(counting, tables)),
        tuple(_nobody(law, tables)),
        examples,
        tuple(grouping.name for grouping in counting.groupings),
    )


def _sums(counting: Counting, tables: tuple[Table, ...]) -> list[Sums]:
    """Return amounts added up.

    The sum of a group is shown only if no number of the table of the decision is hidden, and
    the sum of all only if it is of a number that is shown.
    """
    sums = []
    for table in tables:
        decision = table.decision
        if (
            table.what != "by"
            or table.unit != decision.kind
            or not is_amount(counting.law, decision)
        ):
            continue
        of = counting.new.relations.answers[decision.key].of
        rows: dict[Head, Fraction] = {}
        if table.count(ALL, "=") is not None:
            total = sum(row.sums[decision.key] or 0 for row in counting.rows(table.unit))
            rows[ALL] = Fraction(total, of)
        if not table.hidden:
            for grouping in counting.groupings:
                if grouping.kind not in counting.lines[table.unit]:
                    continue
                for row in counting.rows(table.unit, grouping):
                    head = (grouping.name, row.group or "")
                    part = Fraction(row.sums[decision.key] or 0, of)
                    rows[head] = rows.get(head, Fraction(0)) + part
        order = [head for head in table.rows if head in rows]
        sums.append(Sums(decision, table.unit, {head: rows[head] for head in order}))
    return sums


def _nobody(
    law: ir.Law, tables: tuple[Table, ...]
) -> list[tuple[ir.Decision, tuple[str, ...]]]:
    citations = law.citations
    return [
        (
            table.decision,
            tuple(citations[head[1]] for head in table.rows if table.count(head, REACHES) == 0),
        )
        for table in tables
        if table.what == "provisions" and table.unit == table.decision.kind
    ]
