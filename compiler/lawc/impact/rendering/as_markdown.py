"""A report as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.backends.documents.showing import escaped, tidy
from lawc.impact.rendering.as_text import cell_text
from lawc.impact.rendering.outline import Grid, outline_of
from lawc.impact.report import Impact


def markdown(impact: Impact) -> str:
    """Return a report as Markdown."""
    outline = outline_of(impact)
    lines = [f"# {_said(outline.title)}", ""]
    if outline.warning:
        lines += [f"**{_said(outline.warning)}**", ""]
    lines += [f"- {_said(line)}" for line in outline.head]
    for note in outline.notes:
        lines += ["", _said(note)]
    for grid in outline.grids:
        lines += ["", *_grid(impact, grid)]
    for line in outline.end:
        lines += ["", _said(line)]
    if outline.examples:
        lines += ["", f"## {impact.names.frame('impact_examples')}", ""]
    for turn, facts in outline.examples:
        lines += [f"- {_said(turn)}", *[f"  - {_said(fact)}" for fact in facts]]
    return "\n".join(lines) + "\n"


def _said(text: str) -> str:
    return escaped(tidy(text))


def _grid(impact: Impact, grid: Grid) -> Iterator[str]:
    yield f"## {_said(grid.title)}"
    yield ""
    yield "| | " + " | ".join(map(_said, grid.columns)) + " |"
    yield "|---|" + "--:|" * len(grid.columns)
    for line in grid.lines:
        if not line.numbers:
            yield f"| **{_said(line.name)}** |" + " |" * len(grid.columns)
            continue
        cells = " | ".join(_said(cell_text(impact, number)) for number in line.numbers)
        yield f"| {_said(line.name)} | {cells} |"
    for note in grid.notes:
        yield ""
        yield _said(note)
