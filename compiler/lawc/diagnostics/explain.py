"""The page of a code: what it means, why it matters, a bad example and a good one."""

from __future__ import annotations

from importlib.resources import files

from lawc.diagnostics.codes import KINDS, Code


def explain_page(code_or_slug: str) -> str | None:
    """Return the page of `L201`, `unknown-reference` or a level such as `wider`, if any."""
    asked = code_or_slug.strip().casefold()
    for code in Code:
        if asked in (code.value.casefold(), code.slug, code.short):
            return _file(f"{code.value}.md")
    return None


def listing() -> str:
    """Return the codes by kind, each with its name; the last are the levels of changes."""
    lines: list[str] = []
    for digit, kind in KINDS.items():
        lines += ["", kind] if lines else [kind]
        lines += [f"  {one.value}  {one.short}" for one in Code if one.value[1] == digit]
    return "".join(f"{line}\n" for line in (*lines, "", "`lawc explain L101` has a page."))


def example_vocabulary() -> str:
    """Return the vocabulary that the examples of the pages share."""
    return _file("example.vocabulary")


def _file(name: str) -> str:
    return (files("lawc.diagnostics") / "pages" / name).read_text(encoding="utf-8")
