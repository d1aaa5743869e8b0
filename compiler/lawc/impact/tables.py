"""Tables of a report: rows and columns in the order of the law, numbers that may be hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from fractions import Fraction

from lawc.impact.counting import Counting
from lawc.impact.layers import (
    ALL,
    BEFORE,
    NOW,
    TOTAL,
    WITH_OTHERS,
    WITHOUT,
    Cell,
    Head,
    text_of,
)
from lawc.impact.needing import most_needed
from lawc.impact.rows import ALONE, CAUSE, DECIDES, DISPLACED, NEEDED, REACHES
from lawc.ir import nodes as ir
from lawc.records import dataclass


@dataclass(frozen=True)
class Table:
    """A table of a decision. A cell that is not in `cells` is zero; None is hidden."""

    key: str
    what: str
    unit: str
    decision: ir.Decision
    rows: tuple[Head, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[Head, str], int | None] = field(default_factory=dict)

    def count(self, row: Head, column: str) -> int | None:
        """Return the number in a cell, None if it is hidden."""
        return self.cells.get((row, column), 0)

    @property
    def hidden(self) -> int:
        """How many cells are hidden."""
        return sum(count is None for count in self.cells.values())


WHAT = ("by", "best", "before", "moves", "provisions", "displaced", "gives", "needed")


def tables_of(
    counting: Counting,
    units: Iterable[str],
    counts: Mapping[Cell, int],
    hidden: frozenset[Cell],
) -> tuple[Table, ...]:
    """Return the tables of all decisions, for each unit, in the order of the law."""
    found: dict[str, list[Cell]] = {}
    for cell in counts:
        found.setdefault(cell.table, []).append(cell)
    tables = []
    for decision in counting.law.decisions:
        for unit in units:
            for what in WHAT:
                key = f"{unit}.{decision.key}.{what}"
                mine = found.get(key, [])
                if not mine and (what != "provisions" or unit != decision.kind):
                    continue
                cells = {(c.row, c.column): None if c in hidden else counts[c] for c in mine}
                rows = _rows(counting, decision, what, {c.row for c in mine})
                if what == "needed":
                    needed = {key: cells[head, TOTAL] for head, _ in cells for _, key in [head]}
                    facts = [fact for fact in counting.needing.facts if fact in needed]
                    rows = tuple((NEEDED, fact) for fact in most_needed(facts, needed))
                columns = _columns(counting, decision, what, {c.column for c in mine})
                tables.append(Table(key, what, unit, decision, rows, columns, cells))
    return tuple(tables)


def _rows(
    counting: Counting, decision: ir.Decision, what: str, rows: set[Head]
) -> tuple[Head, ...]:
    if what in ("provisions", "gives", "displaced"):
        heads = [(DECIDES, g.eid) for g in counting.deciding[decision.key].grounds]
        return tuple(h for h in heads if what == "provisions" or h in rows)
    if what == "before":
        order = outcomes_in_order(decision, {key for _, key in rows})
        return tuple((BEFORE, key) for key in order)
    heads = [ALL] if ALL in rows else []
    for grouping in counting.groupings:
        groups = {key for section, key in rows if section == grouping.name}
        heads += [(grouping.name, key) for key in grouping.in_order(groups)]
    causes = [citation for kind in counting.kinds for citation, _, _ in counting.causes[kind]]
    heads += [(CAUSE, cause) for cause in dict.fromkeys(causes) if (CAUSE, cause) in rows]
    return tuple(heads)


def _columns(
    counting: Counting, decision: ir.Decision, what: str, columns: set[str]
) -> tuple[str, ...]:
    match what:
        case "provisions":
            return (REACHES, DECIDES, ALONE, WITH_OTHERS, DISPLACED)
        case "before":
            return (BEFORE, NOW)
        case "displaced":
            grounds = counting.deciding[decision.key].grounds
            order = dict.fromkeys(citation for ground in grounds for citation, _ in ground.by)
            return tuple(citation for citation in order if citation in columns)
        case "moves":
            moves = columns - {TOTAL}
            sides = {side for move in moves for side in move.split("\t")}
            places = {v: n for n, v in enumerate(outcomes_in_order(decision, sides))}
            order_ = sorted(moves, key=lambda m: tuple(places[s] for s in m.split("\t")))
            return (TOTAL, *order_)
        case _:
            plain = outcomes_in_order(decision, columns - {TOTAL, WITHOUT})
            last = [WITHOUT] if WITHOUT in columns else []
            return (*([TOTAL] if TOTAL in columns else []), *plain, *last)


STATUSES = ("=", "nothing", "open", "contradiction", "not_in_force")


def outcomes_in_order(decision: ir.Decision, outcomes: Iterable[str]) -> tuple[str, ...]:
    """Return outcomes in the order of the values, then those that are none."""
    values = [f"={text_of(value)}" for value in getattr(decision.type, "values", (True, False))]

    def place(outcome: str) -> tuple[int, int, Fraction, str]:
        if outcome in STATUSES:
            return 1, STATUSES.index(outcome), Fraction(0), outcome
        if outcome in values:
            return 0, values.index(outcome), Fraction(0), outcome
        try:
            return 0, len(values), -Fraction(outcome[1:]), outcome
        except ValueError:
            return 0, len(values), Fraction(0), outcome

    return tuple(sorted(outcomes, key=place))
