"""A report for the terminal."""

from __future__ import annotations

import io

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Shown
from rich.text import Text

from lawc.backends.documents.showing import tidy
from lawc.impact.rendering.outline import (
    Grid,
    Line,
    Number,
    count_text,
    outline_of,
    share_text,
)
from lawc.impact.report import Impact

WIDTH = 120
_NAME = 36  # letters of the name of a row that is not broken


def text(impact: Impact, *, colour: bool = False, width: int = WIDTH) -> str:
    """Return a report as text; with `colour` for a terminal that shows it."""
    outline = outline_of(impact)
    file = io.StringIO()
    console = Console(
        file=file, width=width, force_terminal=colour, no_color=not colour, highlight=False
    )
    console.print(Text(tidy(outline.title), style="bold"))
    if outline.warning:
        console.print(Text(outline.warning, style="bold red"))
    for line in (*outline.head, *outline.notes):
        console.print(Text(tidy(line)))
    for grid in outline.grids:
        console.print()
        console.print(Text(tidy(grid.title), style="bold"))
        console.print(_table(impact, grid))
        for note in grid.notes:
            console.print(Text(f"  {note}", style="dim"))
    if outline.end:
        console.print()
    for line in outline.end:
        console.print(Text(tidy(line)))
    if outline.examples:
        console.print()
        console.print(Text(impact.names.frame("impact_examples"), style="bold"))
    for turn, facts in outline.examples:
        console.print(Text(f"  {tidy(turn)}"))
        for fact in facts:
            console.print(Text(f"    {tidy(fact)}"))
    if outline.warning:
        console.print()
        console.print(Text(outline.warning, style="bold red"))
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def _table(impact: Impact, grid: Grid) -> Shown:
    shown = Shown(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    names = [len(line.name) + 2 * line.indent for line in grid.lines if line.numbers]
    shown.add_column("", min_width=min(max(names, default=0), _NAME))
    for column in grid.columns:
        text_ = any(isinstance(line.numbers[-1], str) for line in grid.lines if line.numbers)
        last = text_ and column == impact.names.frame("impact_displaced_by")
        shown.add_column(Text(tidy(column)), justify="left" if last else "right")
    for line in grid.lines:
        shown.add_row(*_cells(impact, line, len(grid.columns)))
    return shown


def _cells(impact: Impact, line: Line, width: int) -> list[Text]:
    if not line.numbers:
        return [Text(tidy(line.name), style="italic"), *[Text("")] * width]
    cells = [Text("  " * line.indent + tidy(line.name))]
    return [*cells, *[Text(cell_text(impact, number)) for number in line.numbers]]


def cell_text(impact: Impact, number: Number | str) -> str:
    """Return a number with its share as text."""
    if isinstance(number, str):
        return number
    share = share_text(number.share)
    return count_text(impact, number.value) + (
        f"  {share:>5}" if share and number.value else ""
    )
