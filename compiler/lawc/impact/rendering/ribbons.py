"""Who moves, as ribbons from what was decided before to what is decided now: plain SVG.

A ribbon is as thick as the number of those who move. Of a number that is hidden there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from lawc.impact.layers import ALL, TOTAL
from lawc.impact.rendering.charts import COLOURS, FONT
from lawc.impact.report import Impact
from lawc.impact.tables import Table

_LABEL, _RIBBON, _BAR = 260, 330, 14  # widths
_LEFT, _RIGHT = _LABEL, _LABEL + _BAR + _RIBBON  # where the bars of each side begin
_WIDTH = _RIGHT + _BAR + _LABEL
_TALL, _GAP, _LEAST = 240, 24, 2  # heights: of all who move, between bars, of a ribbon
_TOP = 56
_INK, _GREY = "#222", "#8d99ae"


class Flow(NamedTuple):
    """How many move from one outcome to another; these as they are read."""

    old: str
    new: str
    number: int


def ribbons(impact: Impact) -> str:
    """Return a drawing for each decision in which somebody moves, one below the other."""
    return "".join(
        _svg(impact, table, flows)
        for table in impact.tables
        if table.what == "moves" and table.unit == table.decision.kind
        if (flows := list(_flows(impact, table)))
    )


def _flows(impact: Impact, table: Table) -> Iterator[Flow]:
    for column in table.columns:
        count = None if column == TOTAL else table.count(ALL, column)
        if count:
            old, new = column.split("\t")
            names = [impact.names.outcome(table.decision, value) for value in (old, new)]
            yield Flow(names[0], names[1], count)


def _svg(impact: Impact, table: Table, flows: list[Flow]) -> str:
    """Return the ribbons of a decision."""
    names = impact.names
    unit, decision = names.unit(table.unit), names.decision(table.decision)
    title = names.frame("impact_moves", decision=decision, unit=unit)
    before = {old: _sum(flows, old=old) for old in dict.fromkeys(f.old for f in flows)}
    now = {new: _sum(flows, new=new) for new in dict.fromkeys(f.new for f in flows)}
    scale = _TALL / sum(before.values())
    starts, tall = zip(*(_places(flows, side, scale) for side in ("old", "new")), strict=True)
    colours = {name: COLOURS[n % len(COLOURS)] for n, name in enumerate(now)}
    parts = [f'<text x="0" y="16" font-size="14" font-weight="bold">{escape(title)}</text>']
    for x, anchor, word in (
        (_LEFT + _BAR, "end", "impact_before_column"), (_RIGHT, "start", "impact_now"),
    ):  # fmt: skip
        parts.append(
            f'<text x="{x}" y="40" text-anchor="{anchor}" fill="#666">'
            f"{escape(names.frame(word))}</text>"
        )
    for flow in flows:
        tops = [starts[side][side_name].pop(0) for side, side_name in enumerate(flow[:2])]
        parts.append(_ribbon(flow, tops[0], tops[1], _height(flow, scale), colours[flow.new]))
    for side, numbers in enumerate((before, now)):
        top: float = _TOP
        for name, number in numbers.items():
            height = sum(_height(f, scale) for f in flows if f[side] == name)
            parts += _bar(
                side, f"{name}: {number:,}", top, height, colours.get(name, "#8d99ae")
            )
            top += height + _GAP
    height = _TOP + max(tall)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{_WIDTH}" '
        f'height="{height:.0f}" viewBox="0 0 {_WIDTH} {height:.0f}" font-family="{FONT}" '
        f'font-size="12" fill="{_INK}">{"".join(parts)}</svg>'
    )


def _sum(flows: list[Flow], *, old: str = "", new: str = "") -> int:
    return sum(flow.number for flow in flows if old in ("", flow.old) and new in ("", flow.new))


def _height(flow: Flow, scale: float) -> float:
    return max(flow.number * scale, _LEAST)


def _places(flows: list[Flow], side: str, scale: float) -> tuple[dict[str, list[float]], float]:
    """Return where ribbons begin at each bar of a side, in order, and how tall the side is."""
    places: dict[str, list[float]] = {}
    top: float = _TOP
    for name in dict.fromkeys(getattr(flow, side) for flow in flows):
        for flow in flows:
            if getattr(flow, side) == name:
                places.setdefault(name, []).append(top)
                top += _height(flow, scale)
        top += _GAP
    return places, top - _TOP


def _ribbon(flow: Flow, left: float, right: float, height: float, colour: str) -> str:
    """Return a ribbon between two bars, which says who moves when it is pointed at."""
    start, end = _LEFT + _BAR, _RIGHT
    middle = (start + end) / 2
    there = f"M{start},{left:.1f} C{middle},{left:.1f} {middle},{right:.1f} {end},{right:.1f}"
    low, lower = right + height, left + height
    back = f"L{end},{low:.1f} C{middle},{low:.1f} {middle},{lower:.1f} {start},{lower:.1f} Z"
    words = escape(f"{flow.old} → {flow.new}: {flow.number:,}")
    return (
        f'<path d="{there} {back}" fill="{colour}" opacity="0.45"><title>{words}</title></path>'
    )


def _bar(side: int, words: str, top: float, height: float, colour: str) -> Iterator[str]:
    """Yield a bar of a side, and what it is, beside it."""
    x, at, anchor = ((_LEFT, _LEFT - 8, "end"), (_RIGHT, _RIGHT + _BAR + 8, "start"))[side]
    middle = top + height / 2 + 4
    yield f'<rect x="{x}" y="{top:.1f}" width="{_BAR}" height="{height:.1f}" fill="{colour}"/>'
    yield f'<text x="{at}" y="{middle:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
