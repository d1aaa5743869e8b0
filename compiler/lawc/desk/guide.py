"""The pages of the guide for drafters: in the wheel, or beside the statutes of a checkout."""

from __future__ import annotations

from pathlib import Path

FIRST = "index"


def pages() -> tuple[str, ...]:
    """Return the names of the pages; the first one lists the others."""
    names = sorted(path.stem for path in _folder().glob("*.md"))
    return (FIRST, *(name for name in names if name != FIRST))


def page(name: str) -> str | None:
    """Return the text of a page in Markdown; None if there is no such page."""
    if name not in pages():
        return None
    return (_folder() / f"{name}.md").read_text(encoding="utf-8")


def _folder() -> Path:
    here = Path(__file__)
    packaged = here.parents[1] / "guide"
    return packaged if packaged.is_dir() else here.parents[3] / "statutes" / "guide"
