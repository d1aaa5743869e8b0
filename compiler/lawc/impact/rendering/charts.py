"""Charts of a report, drawn by Vega: only numbers that are shown are in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lawc.impact.layers import ALL, BEFORE, NOW, TOTAL, WITH_OTHERS, WITHOUT
from lawc.impact.report import Impact
from lawc.impact.rows import ALONE, REACHES
from lawc.impact.tables import Table

COLOURS = (
    "#2a6f97",
    "#61a5c2",
    "#e9c46a",
    "#9d4edd",
    "#adb5bd",
    "#d1495b",
    "#6c757d",
    "#84a98c",
)
_WIDTH, _STEP = 620, 20
FONT = "DejaVu Sans, Noto Sans, Arial, sans-serif"


def svg(impact: Impact) -> str:
    """Return all charts of a report below each other, as SVG."""
    import vl_convert  # noqa: PLC0415 - of an extra

    drawn: str = vl_convert.vegalite_to_svg(json.dumps(_page(impact)))
    return drawn


def png(impact: Impact) -> bytes:
    """Return all charts of a report below each other, as PNG."""
    import vl_convert  # noqa: PLC0415 - of an extra

    drawn: bytes = vl_convert.vegalite_to_png(json.dumps(_page(impact)), scale=2)
    return drawn


def _page(impact: Impact) -> dict[str, Any]:
    warning = impact.names.frame("impact_synthetic") if impact.about.synthetic else ""
    title = {"text": impact.names.frame("impact_title"), "anchor": "start", "fontSize": 17}
    subtitle = {"subtitle": warning, "subtitleColor": "#b00020"} if warning else {}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {**title, **subtitle},
        "vconcat": list(_charts(impact)),
        "spacing": 36,
        "resolve": {"scale": {"color": "independent"}},
        "config": {
            "font": FONT, "background": "white", "view": {"stroke": None},
            "axis": {"labelLimit": 320, "titleFontWeight": "normal", "gridColor": "#e6e6e6"},
            "legend": {"labelLimit": 320, "orient": "bottom", "columns": 3, "title": None},
            "title": {"anchor": "start", "fontSize": 13},
        },
    }  # fmt: skip


def _charts(impact: Impact) -> Iterator[dict[str, Any]]:
    shown = [d.key for d in impact.law.decisions if d.kind in impact.units][:1]
    for table in impact.tables:
        if table.decision.key not in shown:
            continue
        if table.what == "before":
            yield from _before(impact, table)
        elif table.unit == table.decision.kind:
            if table.what == "by":
                yield from _flows(impact, table)
            elif table.what == "provisions":
                yield from _provisions(impact, table)
            elif table.what == "moves":
                yield from _moves(impact, table)


def _flows(impact: Impact, table: Table) -> Iterator[dict[str, Any]]:
    """Yield a chart a grouping: how many of each group come out how."""
    names = impact.names
    columns = [column for column in table.columns if column not in (TOTAL, WITHOUT)]
    for grouping in impact.groupings:
        rows = [head for head in table.rows if head[0] == grouping]
        bars = [
            (names.row(table, head), names.column(table, column), count)
            for head in rows
            for column in columns
            if (count := table.count(head, column))
        ]
        title = names.frame(
            "impact_chart_flow",
            grouping=names.grouping(grouping),
            decision=names.decision(table.decision),
        )
        order = [names.row(table, head) for head in rows]
        series = [names.column(table, column) for column in columns]
        if bars:
            yield _bars(impact, table, title, bars, order, series)


def _provisions(impact: Impact, table: Table) -> Iterator[dict[str, Any]]:
    names = impact.names
    rows = [head for head in table.rows if table.count(head, REACHES) != 0]
    bars = [
        (names.row(table, head), names.column(table, column), count)
        for head in rows
        for column in (ALONE, WITH_OTHERS)
        if (count := table.count(head, column))
    ]
    kept = {name for name, _, _ in bars}
    order = [name for head in rows if (name := names.row(table, head)) in kept]
    series = [names.column(table, column) for column in (ALONE, WITH_OTHERS)]
    title = names.frame("impact_chart_provisions", decision=names.decision(table.decision))
    if bars:
        yield _bars(impact, table, title, bars, order, series)


def _before(impact: Impact, table: Table) -> Iterator[dict[str, Any]]:
    names = impact.names
    bars = [
        (names.row(table, head), names.column(table, column), count)
        for head in table.rows
        for column in (BEFORE, NOW)
        if (count := table.count(head, column))
    ]
    order = [names.row(table, head) for head in table.rows]
    series = [names.column(table, column) for column in (BEFORE, NOW)]
    title = names.frame("impact_chart_before", decision=names.decision(table.decision))
    if bars:
        yield _bars(impact, table, title, bars, order, series, beside=True)


def _moves(impact: Impact, table: Table) -> Iterator[dict[str, Any]]:
    names = impact.names
    columns = [column for column in table.columns if column != TOTAL]
    bars = [
        (names.column(table, column), names.column(table, TOTAL), count)
        for column in columns
        if (count := table.count(ALL, column))
    ]
    title = names.frame(
        "impact_moves", decision=names.decision(table.decision), unit=names.unit(table.unit)
    )
    order, series = [name for name, _, _ in bars], [names.column(table, TOTAL)]
    if bars:
        yield _bars(impact, table, title, bars, order, series)


def _bars(
    impact: Impact,
    table: Table,
    title: str,
    bars: list[tuple[str, str, int]],
    order: list[str],
    series: list[str],
    *,
    beside: bool = False,
) -> dict[str, Any]:
    """Return a chart of bars that lie: a line a row, a colour a series."""
    unit = impact.names.frame("impact_number", unit=impact.names.unit(table.unit))
    places = {name: place for place, name in enumerate(series)}
    values = [
        {"row": row, "series": name, "count": count, "place": places[name]}
        for row, name, count in bars
    ]
    encoding: dict[str, Any] = {
        "y": {"field": "row", "type": "nominal", "sort": order, "title": None},
        "x": {"field": "count", "type": "quantitative", "title": unit,
              "axis": {"tickCount": 8, "labelOverlap": True}},
        "color": {
            "field": "series", "type": "nominal", "sort": series,
            "scale": {"domain": series, "range": [COLOURS[n % len(COLOURS)]
                                                  for n in range(len(series))]},
        },
        "order": {"field": "place", "type": "quantitative"},
    }  # fmt: skip
    if beside:
        encoding["yOffset"] = {"field": "series", "type": "nominal", "sort": series}
    if len(series) == 1:
        encoding["color"]["legend"] = None
    return {
        "title": title,
        "width": _WIDTH,
        "height": {"step": _STEP if not beside else _STEP // 2},
        "data": {"values": values},
        "mark": {"type": "bar"},
        "encoding": encoding,
    }
