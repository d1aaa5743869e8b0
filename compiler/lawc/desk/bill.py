"""A bill as it is: its structure read, and each element marked that is not understood yet.

Before: a text with articles, of which no vocabulary says most words. After: the same words as
an act; an element that is not understood begins `Note. Not read yet:`, and the declarations
that are missing stand in a list, that which most elements lack first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lawc.check.proposals import pasted
from lawc.diagnostics.model import Declaration, Diagnostic
from lawc.pipeline import compile_source
from lawc.records import dataclass
from lawc.source import Source
from lawc.syntax.layout import laid_out
from lawc.syntax.structure import Unit, structure

UNREAD = "Note. Not read yet: "
_ROUNDS = 6  # of declarations that rest on others
_Path = tuple[int, ...]  # of a unit: its place among those of the unit above, from the act down
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!-])")


@dataclass(frozen=True, slots=True)
class Bill:
    """The text of a bill as an act, its elements read and not read, what to declare.

    `problems` are those of its structure, which no mark mends; then the text is not to be used.
    """

    text: str
    read: int
    unread: int
    declarations: tuple[str, ...]
    problems: tuple[Diagnostic, ...] = ()


def from_markdown(text: str) -> str:
    """Return the plain text of Markdown: no signs of headings, emphasis, or escapes."""
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", _HEADING.sub("", text)))


def read_bill(source: Source, key: str, vocabularies: tuple[Source, ...]) -> Bill:
    """Return the bill in `source` as an act; `key` is its place: `kz/dog-licence`."""
    first = compile_source(source, key, vocabularies)
    declarations = _declarations(source, key, vocabularies)
    root = structure(source, "en")
    units = dict(_units(root, ()))
    marked: set[_Path] = set()
    problems = first.errors
    while True:
        text = _with_marks(source, units, marked)
        new = {
            path
            for problem in problems
            for path in _mending(problem, replace(source, text=text), units, marked)
        }
        if not new:
            break
        marked |= new
        text = _with_marks(source, units, marked)
        problems = compile_source(replace(source, text=text), key, vocabularies).errors
    sure = tuple(problem for problem in problems if problem.code.value != "L112")
    written = laid_out(replace(source, text=text), "en")
    spoken = sum(1 for unit in units.values() if _begin(unit) is not None)
    return Bill(written, spoken - len(marked), len(marked), declarations, sure)


def _declarations(
    source: Source, key: str, vocabularies: tuple[Source, ...]
) -> tuple[str, ...]:
    """Return the declarations that are missing, that which most sentences lack first.

    Those that are found with the first ones pasted come behind them, since they rest on them.
    """
    found: list[str] = []
    for _ in range(_ROUNDS):
        problems = compile_source(source, key, vocabularies).problems
        lacking: dict[str, list[Declaration]] = {}
        for problem in problems:
            for each in problem.declarations:
                lacking.setdefault(each.texts[0], []).append(each)
        new = [text for text in lacking if text not in found]
        if not new:
            break
        found += sorted(
            new, key=lambda text: (not text.startswith("kind "), -len(lacking[text]))
        )
        vocabularies = pasted(vocabularies, [lacking[text][0] for text in new])
    return tuple(found)


def _units(unit: Unit, path: _Path) -> Iterator[tuple[_Path, Unit]]:
    for place, below in enumerate(unit.units):
        yield (*path, place), below
        yield from _units(below, (*path, place))


def _begin(unit: Unit) -> int | None:
    """Return where the own text of a unit begins, None if it has none."""
    return next((line.text.start for line in unit.text if line.terminal == "TEXT"), None)


def _with_marks(source: Source, units: dict[_Path, Unit], marked: set[_Path]) -> str:
    """Return the text with a mark before the own text of each of the marked units."""
    text = source.text
    begins = [begin for path in marked if (begin := _begin(units[path])) is not None]
    for begin in sorted(begins, reverse=True):
        text = f"{text[:begin]}{UNREAD}{text[begin:]}"
    return text


def _mending(
    problem: Diagnostic, source: Source, units: dict[_Path, Unit], marked: set[_Path]
) -> Iterator[_Path]:
    """Yield the units to mark for a problem: its own, or if it is marked, those around it."""
    if not problem.primary.source.name.endswith(".law"):
        return
    at = problem.primary.span.start
    before = [
        path
        for path, unit in _units(structure(source, "en"), ())
        if unit.span.start <= at and path in units
    ]
    own = before[-1] if before else ()  # units come in the order of the text
    for deep in range(len(own), 0, -1):
        above = own[:deep]
        below = (path for path in units if path[:deep] == above and path != above)
        for ways in ([above], below):
            new = [path for path in ways if path not in marked and _begin(units[path])]
            yield from new
            if new:
                return
