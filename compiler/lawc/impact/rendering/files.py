"""A report as files: the format by the end of the name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lawc.impact.report import Impact

ENDINGS = (".txt",)


def needs_of(ending: str) -> tuple[str, ...]:
    """Return the modules without which a format cannot be written."""
    return {".xlsx": ("xlsxwriter",), ".svg": ("vl_convert",), ".png": ("vl_convert",)}.get(
        ending, ()
    )


def written(impact: Impact, out: Path) -> Iterator[tuple[Path, str | bytes]]:
    """Yield the files of a report."""
    from lawc.impact.rendering.as_text import text  # noqa: PLC0415

    yield out, text(impact)
