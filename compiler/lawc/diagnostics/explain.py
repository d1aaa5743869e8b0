"""The page of a code: what it means, why it matters, a bad example and a good one."""

from __future__ import annotations

from importlib.resources import files

from lawc.diagnostics.codes import Code


def explain_page(code_or_slug: str) -> str | None:
    """Return the page of a code such as `L201` or `unknown-reference`, None for no code."""
    asked = code_or_slug.strip().casefold()
    for code in Code:
        if asked in (code.value.casefold(), code.slug):
            return _file(f"{code.value}.md")
    return None


def example_vocabulary() -> str:
    """Return the vocabulary that the examples of the pages share."""
    return _file("example.vocabulary")


def _file(name: str) -> str:
    return (files("lawc.diagnostics") / "pages" / name).read_text(encoding="utf-8")
