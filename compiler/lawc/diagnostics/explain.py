"""The page of a code: what it means, why it matters, a bad example and a good one."""

from __future__ import annotations

from importlib.resources import files

from lawc.diagnostics.codes import Code


def explain_page(code_or_slug: str) -> str | None:
    """Return the page of `L201`, `unknown-reference` or a level such as `wider`, if any."""
    asked = code_or_slug.strip().casefold()
    for code in Code:
        if asked in (code.value.casefold(), code.slug, code.slug.removeprefix("change-")):
            return _file(f"{code.value}.md")
    return None


def example_vocabulary() -> str:
    """Return the vocabulary that the examples of the pages share."""
    return _file("example.vocabulary")


def _file(name: str) -> str:
    return (files("lawc.diagnostics") / "pages" / name).read_text(encoding="utf-8")
