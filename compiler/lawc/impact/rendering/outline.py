"""A report in the order a reader asks: what is decided, of whom, by what, and who moves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawc.impact.layers import ALL, BEFORE, NOW, TOTAL, Head
from lawc.impact.report import Impact, Sums
from lawc.impact.tables import Table
from lawc.records import dataclass


class Number(NamedTuple):
    """A number in a grid: hidden if `value` is None; the share of its row in tenths of 1 %."""

    value: int | None
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a grid: a head of several rows if it has no numbers."""

    name: str
    numbers: tuple[Number | str, ...] = ()
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to be shown; `key` names it in data."""

    key: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """All that a report shows: lines before the tables, the tables, lines behind them."""

    title: str
    head: tuple[str, ...]
    warning: str
    notes: tuple[str, ...]
    grids: tuple[Grid, ...]
    end: tuple[str, ...]
    examples: tuple[tuple[str, tuple[str, ...]], ...]


def share_of(count: int | None, total: int | None) -> int | None:
    """Return a share in tenths of a per cent, halves up, None if it cannot be told."""
    if count is None or not total:
        return None
    return (count * 2000 + total) // (2 * total)


def share_text(share: int | None) -> str:
    """Return a share as it is read."""
    return "" if share is None else f"{share // 10}.{share % 10}%"


def count_text(impact: Impact, count: int | None) -> str:
    """Return a count as it is read."""
    return impact.names.frame("impact_hidden") if count is None else f"{count:,}"


def outline_of(impact: Impact) -> Outline:
    """Return the outline of a report."""
    names, about, frame = impact.names, impact.about, impact.names.frame
    head = [frame("impact_register", register=about.register)]
    if about.old:
        head.append(frame("impact_against", old=about.old))
    if about.where:
        head.append(frame("impact_where", where=about.where))
    days = [f"{names.named('', key)} {frame.day(day)}" for key, day in about.days.items()]
    if days:
        head.append(frame("impact_days", days=", ".join(days)))
    counted = ", ".join(
        frame("impact_of_unit", number=count_text(impact, count), unit=names.unit(unit))
        for unit, count in impact.units.items()
    )
    head.append(frame("impact_counted", counted=counted))
    return Outline(
        f"{frame('impact_title')}: {impact.law.title.replace(chr(10), ' ')}",
        tuple(head),
        frame("impact_synthetic") if about.synthetic else "",
        tuple(_notes(impact)),
        (*map_tables(impact), *[_sums(impact, sums) for sums in impact.sums if sums.rows]),
        tuple(_end(impact)),
        tuple(_examples(impact)),
    )


def _notes(impact: Impact) -> Iterator[str]:
    about, frame = impact.about, impact.names.frame
    if about.min_cell:
        root = impact.names.unit(impact.law.kinds[0].key)
        yield frame("impact_min_cell", min_cell=about.min_cell, hidden=impact.hidden, unit=root)
    else:
        yield frame("impact_min_cell_off")


def _end(impact: Impact) -> Iterator[str]:
    frame = impact.names.frame
    for decision, provisions in impact.nobody:
        name = impact.names.decision(decision)
        if provisions:
            yield frame("impact_nobody", decision=name, provisions=", ".join(provisions))
        else:
            yield frame("impact_nobody_none", decision=name)
    if impact.about.old:
        moved = {table.decision.key for table in impact.tables if table.what == "moves"}
        for decision in impact.law.decisions:
            if decision.key not in moved:
                yield frame("impact_no_moves", decision=impact.names.decision(decision))


def _examples(impact: Impact) -> Iterator[tuple[str, tuple[str, ...]]]:
    names = impact.names
    for example in impact.examples:
        turn = " → ".join(
            names.outcome(example.decision, o) for o in (example.old, example.new)
        )
        by = names.frame("diff_because", places=", ".join(example.because))
        yield f"{names.decision(example.decision)}: {turn} ({by})", example.facts


def map_tables(impact: Impact) -> Iterator[Grid]:
    """Yield the grid of each table."""
    displaced = {t.decision.key: t for t in impact.tables if t.what == "displaced"}
    for table in impact.tables:
        if table.what != "displaced":
            yield _grid(impact, table, displaced.get(table.decision.key))


def _grid(impact: Impact, table: Table, displaced: Table | None) -> Grid:
    names, frame = impact.names, impact.names.frame
    title = frame(
        f"impact_{table.what}",
        decision=names.decision(table.decision),
        unit=names.unit(table.unit),
        **({"thing": names.unit(table.decision.kind)} if table.what == "best" else {}),
    )
    columns = [names.column(table, column) for column in table.columns]
    notes = []
    if table.what == "by":
        whole = table.unit != table.decision.kind
        key = "impact_at_least" if whole else "impact_add_up"
        thing = names.unit(table.decision.kind)
        slots = {"unit": names.unit(table.unit), "thing": thing} if whole else {}
        notes.append(frame(key, **slots))
    if table.what == "before":
        columns.append(frame("impact_change"))
    by = displaced if table.what == "provisions" and table.unit == table.decision.kind else None
    if table.what == "provisions" and by is None:
        columns = columns[:2]
    if by is not None:
        columns.append(frame("impact_displaced_by"))
    lines = tuple(_lines(impact, table, by, len(columns)))
    return Grid(table.key, title, tuple(columns), lines, tuple(notes))


def _lines(impact: Impact, table: Table, displaced: Table | None, width: int) -> Iterator[Line]:
    names = impact.names
    section = ""
    for head in table.rows:
        mine = names.section(head)
        if mine and mine != section:
            yield Line(mine)
        section = mine
        numbers: list[Number | str] = []
        numbers += [_number(table, head, column) for column in table.columns]
        numbers = numbers if displaced is not None else numbers[:width]
        if table.what == "before":
            before, now = (table.count(head, column) for column in (BEFORE, NOW))
            known = before is not None and now is not None
            numbers.append(f"{now - before:+,}" if known else names.frame("impact_hidden"))  # type: ignore[operator]  # both are known
        if displaced is not None:
            numbers.append(_displaced(impact, displaced, head))
        yield Line(names.row(table, head), tuple(numbers), indent=1 if mine else 0)


def _number(table: Table, head: Head, column: str) -> Number:
    count = table.count(head, column)
    if table.what in ("by", "best") and column != TOTAL:
        return Number(count, share_of(count, table.count(head, TOTAL)))
    return Number(count)


def _displaced(impact: Impact, table: Table, head: Head) -> str:
    """Return by which provisions one is displaced, and how often."""
    counts = [(column, table.count(head, column)) for column in table.columns]
    shown = [(column, count) for column, count in counts if count != 0]
    return ", ".join(f"{column} ({count_text(impact, count)})" for column, count in shown)


def _sums(impact: Impact, sums: Sums) -> Grid:
    names, frame = impact.names, impact.names.frame
    lines, section = [], ""
    for head, number in sums.rows.items():
        mine = names.section(head)
        if mine and mine != section:
            lines.append(Line(mine))
        section = mine
        name = frame("impact_all") if head == ALL else names.group(*head)
        text = names.number(sums.decision, number)
        lines.append(Line(name, (text,), indent=1 if mine else 0))
    title = frame("impact_sums", decision=names.decision(sums.decision))
    key = f"{sums.unit}.{sums.decision.key}.sums"
    return Grid(key, title, (frame("impact_sum"),), tuple(lines))
