"""A report as files: the format by the end of the name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lawc.impact.report import Impact

ENDINGS = (".txt", ".md", ".html", ".json", ".csv", ".xlsx", ".svg", ".png")


def needs_of(ending: str) -> tuple[str, ...]:
    """Return the modules without which a format cannot be written."""
    needed = {".xlsx": ("xlsxwriter",), ".svg": ("vl_convert",), ".png": ("vl_convert",)}
    return needed.get(ending, ())


def written(impact: Impact, out: Path) -> Iterator[tuple[Path, str | bytes]]:
    """Yield the files of a report."""
    yield out, rendered(impact, out.suffix)


def rendered(impact: Impact, ending: str) -> str | bytes:
    """Return a report in the format that an ending names."""
    from lawc.impact.rendering import as_cells, as_html, as_json, as_markdown, as_text  # noqa: PLC0415, I001
    from lawc.impact.rendering import charts  # noqa: PLC0415

    match ending:
        case ".md":
            return as_markdown.markdown(impact)
        case ".html":
            return as_html.html(impact)
        case ".json":
            return as_json.impact_json(impact)
        case ".csv":
            return as_cells.as_csv(impact)
        case ".xlsx":
            return as_cells.as_xlsx(impact)
        case ".svg":
            return charts.svg(impact)
        case ".png":
            return charts.png(impact)
        case _:
            return as_text.text(impact)
