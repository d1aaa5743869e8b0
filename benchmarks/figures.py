"""Figures against their bars, and the page that shows them."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version

from benchmarks.timing import Spread


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: `bar` is the least allowed, the most allowed, or there is none.

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


def page(figures: Iterable[Figure], command: str) -> str:
    """Return the figures as Markdown: ratios first, they hold on any machine."""
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
        chosen = [one for one in figures if (one.unit == "") is ratios]
        if chosen:
            lines += [f"## {title}", "", *_tables(chosen)]
    return "\n".join(lines)


def _tables(figures: list[Figure]) -> list[str]:
    lines: list[str] = []
    for group in dict.fromkeys(one.group for one in figures):
        lines += [
            f"| {group} | measured | lowest to highest | bar | met |",
            "| --- | --- | --- | --- | --- |",
        ]
        lines += [_row(one) for one in figures if one.group == group]
        lines.append("")
    return lines


def _row(one: Figure) -> str:
    spread = ""
    if one.low is not None and one.high is not None and one.low != one.high:
        spread = f"{number(one.low)} to {number(one.high)}"
    bar = ""
    if one.at_least is not None:
        bar = f"at least {number(one.at_least)}"
    if one.at_most is not None:
        bar = f"at most {number(one.at_most)}"
    met = {None: "", True: "yes", False: "**no**"}[one.met]
    measured = "not measured" if one.value is None else f"{number(one.value)} {one.unit}"
    if one.note:
        measured = f"{measured.strip()} ({one.note})"
    return f"| {one.what} | {measured.strip()} | {spread} | {bar} | {met} |"


def number(value: float) -> str:
    """Return a number with three digits that count."""
    if value == 0 or value >= 100:
        return f"{value:,.0f}"
    for least, places in ((10, 1), (1, 2), (0.1, 3), (0.01, 4)):
        if value >= least:
            return f"{value:.{places}f}"
    return f"{value:.6f}"
