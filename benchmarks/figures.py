"""Figures against their bars, and the page that shows them."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import TypeAlias

from benchmarks.timing import Spread


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement: `bar` is the least allowed, the most allowed, or there is none.

    `value` decides: the median of ratios, the best of times. `low` and `high` show the noise.
    A value of None was not measured; `note` says why.
    """

    group: str
    what: str
    unit: str
    value: float | None
    low: float | None = None
    high: float | None = None
    at_least: float | None = None
    at_most: float | None = None
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None where there is no bar."""
        if self.at_least is None and self.at_most is None:
            return None
        if self.value is None:
            return False
        if self.at_least is not None:
            return self.value >= self.at_least
        return self.at_most is not None and self.value <= self.at_most


def of_ratio(group: str, what: str, spread: Spread, at_least: float | None = None) -> Figure:
    """Return the figure of a ratio: the median of the passes."""
    return Figure(group, what, "", spread.middle, spread.low, spread.high, at_least=at_least)


def of_growth(group: str, what: str, spread: Spread, at_most: float | None) -> Figure:
    """Return the figure of a growth: the median of the passes, less is better."""
    return Figure(group, what, "", spread.middle, spread.low, spread.high, at_most=at_most)


def of_times(
    group: str,
    what: str,
    unit: str,
    spread: Spread,
    *,
    at_most: float | None = None,
    note: str = "",
) -> Figure:
    """Return the figure of a time: the best of the passes, which noise only makes worse."""
    return Figure(
        group, what, unit, spread.low, spread.low, spread.high, at_most=at_most, note=note
    )


Earlier: TypeAlias = Mapping[tuple[str, str], str]
"""What an earlier page says was measured, by group and row."""


def page(figures: Iterable[Figure], command: str, earlier: Earlier | None = None) -> str:
    """Return the figures as Markdown: ratios first, they hold on any machine.

    Where there are earlier figures, they stand in a column beside.
    """
    figures = tuple(figures)
    lines = [
        "# What was measured",
        "",
        f"Made by `{command}`. What the rows mean: [README](README.md).",
        f"Python {platform.python_version()}, lawc {version('lawc')}, {platform.system()} "
        f"{platform.machine()}.",
        "",
    ]
    for title, ratios in (("Ratios: any machine", True), ("Times: this machine", False)):
        chosen = [figure for figure in figures if (figure.unit == "") is ratios]
        if chosen:
            lines += [f"## {title}", "", *_tables(chosen, earlier or {})]
    return "\n".join(lines)


def earlier_figures(text: str) -> Earlier:
    """Return the figures of an earlier page."""
    measured: dict[tuple[str, str], str] = {}
    group = ""
    for line in text.splitlines():
        if line.startswith("| ") and not line.startswith("| ---"):
            first, second, *_ = line[2:].split(" | ")
            if second == "measured":
                group = first
            else:
                measured[group, first] = second
    return measured


def _tables(figures: list[Figure], earlier: Earlier) -> list[str]:
    lines: list[str] = []
    for group in dict.fromkeys(figure.group for figure in figures):
        rows = [figure for figure in figures if figure.group == group]
        columns = ["measured", "lowest to highest", "bar", "met"]
        if earlier:
            columns.insert(1, "earlier")
        lines += [f"| {' | '.join([group, *columns])} |", f"|{' --- |' * (len(columns) + 1)}"]
        lines += [_row(figure, earlier) for figure in rows]
        lines.append("")
    return lines


def _row(figure: Figure, earlier: Earlier) -> str:
    spread = ""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        spread = f"{number(figure.low)} to {number(figure.high)}"
    bar = ""
    if figure.at_least is not None:
        bar = f"at least {number(figure.at_least)}"
    if figure.at_most is not None:
        bar = f"at most {number(figure.at_most)}"
    met = {None: "", True: "yes", False: "**no**"}[figure.met]
    measured = (
        "not measured" if figure.value is None else f"{number(figure.value)} {figure.unit}"
    )
    if figure.note:
        measured = f"{measured.strip()} ({figure.note})"
    cells = [figure.what, measured.strip(), spread, bar, met]
    if earlier:
        cells.insert(2, earlier.get((figure.group, figure.what), ""))
    return f"| {' | '.join(cells)} |"


def number(value: float) -> str:
    """Return a number with three digits that count."""
    if value == 0 or value >= 100:
        return f"{value:,.0f}"
    for least, places in ((10, 1), (1, 2), (0.1, 3), (0.01, 4)):
        if value >= least:
            return f"{value:.{places}f}"
    return f"{value:.6f}"
