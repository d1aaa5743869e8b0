"""Structure: the lines of an act, and the tree of its elements.

Every text has a structure: a line without a mark goes on with the element above it, and a
number out of order is still a number. So this stage reports nothing; what is wrong with the
numbers is said by `lawc.check.numbering`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from functools import lru_cache
from typing import TypeVar

from lawc.records import dataclass
from lawc.source import NOWHERE, Source, Span
from lawc.syntax.lines import Line, settled
from lawc.syntax.nodes import Tree
from lawc.syntax.numbering import Level, Numbering, numbering_of
from lawc.syntax.readings import Furthest, readings
from lawc.syntax.tables import table

T = TypeVar("T")

_NUMBERED = re.compile(r"[^\S\n]*[0-9]{1,9}(?:-[0-9]{1,9})*[.)](?=\s|$)")
_LETTERED = re.compile(r"[^\S\n]*(?:[^\W\d_]\)|\(\w[\w.-]*\))(?=\s|$)")
_MARK = re.compile(r"\[(?P<word>\w+)(?::[^\S\n]*(?P<remark>[^\[\]\n]*))?\]$")
_ROW = re.compile(r"[^\S\n]*\|")
_HEADED = re.compile(r"\w+\.?[^\S\n]+\d[\d-]*\.|\w+\.(?:\s|$)|\.\.\.|…")
_OMITTED = re.compile(r"[^\S\n]*(?:\.\.\.|…)[^\S\n]*$")
_SIGNED = frozenset(".,;:\u2014\u2013-")  # what no heading ends in


@dataclass(frozen=True, slots=True)
class Unit:
    """An element as written: `level` is its name in the numbering, `number` as written.

    It is not `sure` if its label may be that of an element of another level. `closing` are the
    words below its list that belong to the whole of it, once they are told from the items.
    """

    level: str
    number: str
    heading: Span | None
    text: tuple[Line, ...]
    units: tuple[Unit, ...]
    span: Span = field(compare=False)
    sure: bool = True
    closing: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class StructureWords:
    """The words and labels that mark structure in one language, with one numbering."""

    numbering: Numbering
    note: re.Pattern[str]
    marks: dict[str, str]  # as written, to the terminal
    noted: str  # what a note begins with


@lru_cache(maxsize=64)
def structure_words(language: str, numbering: str = "") -> StructureWords:
    """Return the words of `grammar/words.<language>.lark`, with the levels of a numbering."""
    texts = table((f"words.{language}",), ("words",)).texts
    note = re.escape(texts["NOTE"])
    return StructureWords(
        numbering_of(numbering, language),
        re.compile(rf"[^\S\n]*{note}(?=\s|$)[^\S\n]*"),
        {text: name for name, text in texts.items() if name != "NOTE"},
        texts["NOTE"][0],
    )


def structure(source: Source, language: str) -> Unit:
    """Return the act in `source` as a tree of elements."""
    known = structure_words(language, source.numbering)
    levels = known.numbering.levels
    lines = settled(source.text, tuple(_lines(source.text, known)), levels)
    readings = _read(lines) or _read(tuple(map(_as_text, lines)))
    return _unit(readings[0], Span(0, len(source.text)), levels)


def _as_text(line: Line) -> Line:
    """Return a line of dots where none can stand as the text that it then is."""
    dots = line.terminal.startswith("OMITTED")
    return Line("TEXT", "", line.span, line.span) if dots else line


def _read(lines: tuple[Line, ...]) -> list[Tree]:
    return readings(
        table(("statute",), ("act",)),
        "act",
        len(lines),
        lambda place, _: ((lines[place].terminal, place + 1, lines[place]),),
        lambda rule, children, _start, _end: Tree(rule.name, tuple(children), NOWHERE),
        Furthest(),
    )


def within(element: T, inside: Callable[[T], Iterable[T]]) -> Iterator[T]:
    """Yield an element and all inside it, in the order of the text."""
    yield element
    for item in inside(element):
        yield from within(item, inside)


def begins_element(line: str, numbering: Numbering | None) -> bool:
    """Tell whether a line of this text could be taken for an element in some language."""
    return bool(
        _NUMBERED.match(line)
        or _LETTERED.match(line)
        or _HEADED.match(line)
        or _ROW.match(line)
        or (numbering and any(level.pattern.match(line) for level in numbering.levels))
    )


def ends_in_mark(line: str) -> bool:
    """Tell whether the end of this text could be taken for a mark in some language."""
    return bool(_MARK.search(line))


def _unit(tree: Tree, span: Span, levels: tuple[Level, ...]) -> Unit:
    if tree.name == "omitted":
        line = tree.children[0]
        return Unit("omitted", "", None, (), (), line.span)
    head: Line | None = None
    text: tuple[Line, ...] = ()
    below: list[Tree] = []
    for child in tree.children:
        if isinstance(child, Line):
            head = child
        elif child.name == "text":
            text = tuple([line for line in child.children if line.text != NOWHERE])
        else:
            below.append(child)
    heading = None
    if head is not None and head.remark == "HEADING":
        heading = head.text
    elif head is not None and head.text.start < head.text.end:
        first = "NOTE" if head.remark else "TEXT"
        text = (Line(first, "", head.text, Span(head.span.end, head.text.end)), *text)
    return Unit(
        "act" if head is None else levels[int(head.terminal[-1]) - 1].key,
        head.number if head else "",
        heading,
        text,
        tuple([_unit(child, span, levels) for child in below]),
        head.span if head else span,
        head is None or head.sure,
    )


def _lines(text: str, known: StructureWords) -> Iterator[Line]:
    start = 0
    for raw in text.split("\n"):
        end = start + len(raw.rstrip())
        yield from _line(text, start, end, known)
        start += len(raw) + 1


def _line(text: str, start: int, end: int, known: StructureWords) -> Iterator[Line]:
    first = text[start:end].lstrip()[:1]
    if not first:
        return
    if first == "|":
        yield Line("ROW", "", _trimmed(text, start, end), Span(start, end))
        return
    if first in ".…" and _OMITTED.match(text, start, end):
        yield Line("OMITTED", "", Span(end, end), Span(start, end))
        return
    mark = _MARK.search(text, start, end) if text[end - 1] == "]" else None
    if mark is not None and mark.group("word") not in known.marks:
        mark = None
    last = mark.start() if mark else end
    headed = _labelled(text, start, last, first, known)
    if headed is not None:
        yield headed
    elif first == known.noted and (note := known.note.match(text, start, last)):
        span = Span(note.start() + len(note[0]) - len(note[0].lstrip()), note.end())
        yield Line("NOTE", "", _trimmed(text, note.end(), last), span)
    else:
        body = _trimmed(text, start, last)
        if body.start < body.end:
            yield Line("TEXT", "", body, Span(start, last))
    if mark:
        yield Line(
            "MARK",
            known.marks[mark.group("word")],
            Span(mark.start(), mark.end()),
            Span(mark.start(), mark.end()),
            (mark.group("remark") or "").strip(),
        )


def _labelled(
    text: str, start: int, last: int, first: str, known: StructureWords
) -> Line | None:
    """Return a line that begins with the label of an element, None if it does not."""
    levels, match = [], None
    by_sign = known.numbering.by_sign
    for level in by_sign.get(first) or (by_sign.get("", ()) if first.isalpha() else ()):
        of_level = level.pattern.match(text, start, last)
        if of_level and level.is_number(of_level["number"]):
            levels.append(level)
            match = of_level
    if match is None:
        return None
    span = Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
    level, body, remark = levels[0], match.end(), ""
    note = known.note.match(text, body, last) if level.rank else None
    if note:
        body, remark = note.end(), "NOTE"
    text_ = _trimmed(text, body, last)
    if level.headed and not note and (not level.rank or _is_heading(text, text_)):
        remark = "HEADING"
    several = tuple(levels) if levels[1:] else ()
    return Line(f"LEVEL_{level.rank + 1}", match["number"], text_, span, remark, several)


def _is_heading(text: str, line: Span) -> bool:
    """Return whether a line is a heading.

    It begins with a capital, no sign ends it, and a blank line follows.
    """
    if (
        line.start == line.end
        or text[line.end - 1] in _SIGNED
        or not _begins_large(text[line.start])
    ):
        return False
    below = text[line.end :].partition("\n")[2].partition("\n")[0]
    return not below.strip()


def _begins_large(sign: str) -> bool:
    """Return whether a letter is no small one, also of a script without capitals."""
    return sign.isalpha() and not sign.islower()


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return Span(first, max(first, start + len(piece.rstrip())))
