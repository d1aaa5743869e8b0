"""The page of a code: its meaning, why it matters, a bad example and a good example."""

from __future__ import annotations

from importlib.resources import files

from lawc.diagnostics.codes import KINDS, Code

_MORE = "`lawc explain L101` has a page; so have `levels` and `steps`, of changes."
_ABOUT = {  # pages about several codes, or about none
    "levels.md": ("level", "levels"),
    "steps.md": ("step", "steps", "none", "patch", "minor", "major", "unbumped", "bump"),
}


def explain_page(code_or_slug: str) -> str | None:
    """Return the page of a code, a slug, a level such as `wider` or a step, if there is one."""
    name = code_or_slug.strip().casefold()
    for page, names in _ABOUT.items():
        if name in names:
            return _text("about", page)
    for code in Code:
        if name in (code.value.casefold(), code.slug, code.short):
            return _file(f"{code.value}.md")
    return None


def listing() -> str:
    """Return the codes by kind, each with its name; the last are the levels of changes."""
    lines: list[str] = []
    for digit, kind in KINDS.items():
        lines += ["", kind] if lines else [kind]
        lines += [f"  {code.value}  {code.short}" for code in Code if code.value[1] == digit]
    return "".join(f"{line}\n" for line in (*lines, "", _MORE))


def example_vocabulary() -> str:
    """Return the vocabulary that the examples of the pages share."""
    return _file("example.vocabulary")


def _file(name: str) -> str:
    return _text("pages", name)


def _text(folder: str, name: str) -> str:
    return (files("lawc.diagnostics") / folder / name).read_text(encoding="utf-8")
