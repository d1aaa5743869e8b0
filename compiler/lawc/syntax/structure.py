"""Structure: the lines of an act, and the tree of its elements.

Every text has a structure: a line without a mark goes on with the element above it, and a
number out of order is still a number. So this stage reports nothing; what is wrong with the
numbers is said by `lawc.check.numbering`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from functools import cache
from typing import TypeVar

from lawc.records import dataclass
from lawc.source import NOWHERE, Source, Span
from lawc.syntax.nodes import Tree
from lawc.syntax.readings import Furthest, readings
from lawc.syntax.tables import table

T = TypeVar("T")

_NUMBERED = re.compile(
    r"[^\S\n]*(?P<number>[0-9]{1,9}(?:-[0-9]{1,9})*)(?P<sign>[.)])(?=\s|$)[^\S\n]*"
)
_LETTERED = re.compile(r"[^\S\n]*(?P<number>[^\W\d_])\)(?=\s|$)[^\S\n]*")
_MARK = re.compile(r"\[(?P<word>\w+)(?::[^\S\n]*(?P<remark>[^\[\]\n]*))?\]$")
_DIGITS = frozenset("0123456789")
_ROW = re.compile(r"[^\S\n]*\|")
_HEADED = re.compile(r"\w+\.?[^\S\n]+\d[\d-]*\.|\w+\.(?:\s|$)|\.\.\.|…")
_OMITTED = re.compile(r"[^\S\n]*(?:\.\.\.|…)[^\S\n]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a part of one: its terminal, its number or word, where its text stands."""

    terminal: str
    number: str
    text: Span
    span: Span
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """An element as written: `level` is its rule in the grammar, `number` as written."""

    level: str
    number: str
    heading: Span | None
    text: tuple[Line, ...]
    units: tuple[Unit, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class StructureWords:
    """The words that mark structure in one language."""

    article: re.Pattern[str]
    note: re.Pattern[str]
    marks: dict[str, str]  # as written, to the terminal
    firsts: tuple[str, str]  # what an article and a note begin with

    def heads(self, first: str) -> Iterator[tuple[str, re.Pattern[str]]]:
        """Yield the patterns of elements that can begin with the letter or digit `first`."""
        if first == self.firsts[0]:
            yield "ARTICLE", self.article
        if first in _DIGITS:
            yield "NUMBERED", _NUMBERED
        else:
            yield "SUBPOINT", _LETTERED
        if first == self.firsts[1]:
            yield "NOTE", self.note


@cache
def structure_words(language: str) -> StructureWords:
    """Return the words of `grammar/words.<language>.lark`."""
    texts = table((f"words.{language}",), ("words",)).texts
    article, note = re.escape(texts["ARTICLE"]), re.escape(texts["NOTE"])
    return StructureWords(
        re.compile(
            rf"[^\S\n]*{article}[^\S\n]+(?P<number>[0-9]{{1,9}}(?:-[0-9]{{1,9}})*)\.(?=\s|$)[^\S\n]*"
        ),
        re.compile(rf"[^\S\n]*{note}(?=\s|$)[^\S\n]*"),
        {text: name for name, text in texts.items() if name not in ("ARTICLE", "NOTE")},
        (texts["ARTICLE"][0], texts["NOTE"][0]),
    )


def structure(source: Source, language: str) -> Unit:
    """Return the act in `source` as a tree of elements."""
    lines = tuple(_lines(source.text, structure_words(language)))
    readings = _read(lines) or _read(tuple(map(_as_text, lines)))
    return _unit(readings[0], Span(0, len(source.text)))


def _as_text(line: Line) -> Line:
    """Return a line of dots where none can stand as the text that it then is."""
    return Line("TEXT", "", line.span, line.span) if line.terminal == "OMITTED" else line


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


def begins_element(line: str) -> bool:
    """Tell whether a line of this text could be taken for an element in some language."""
    return bool(
        _NUMBERED.match(line)
        or _LETTERED.match(line)
        or _HEADED.match(line)
        or _ROW.match(line)
    )


def ends_in_mark(line: str) -> bool:
    """Tell whether the end of this text could be taken for a mark in some language."""
    return bool(_MARK.search(line))


def _unit(tree: Tree, span: Span) -> Unit:
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
    if head is not None and tree.name == "article":
        heading = head.text
    elif head is not None and head.text.start < head.text.end:
        first = "NOTE" if head.remark else "TEXT"
        text = (Line(first, "", head.text, Span(head.span.end, head.text.end)), *text)
    return Unit(
        tree.name,
        head.number if head else "",
        heading,
        text,
        tuple([_unit(child, span) for child in below]),
        head.span if head else span,
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
    for terminal, pattern in known.heads(first):
        match = pattern.match(text, start, last)
        if match and (terminal != "SUBPOINT" or match["number"].isalpha()):
            yield _headed(text, terminal, match, last, known)
            break
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


def _headed(
    text: str, terminal: str, match: re.Match[str], last: int, known: StructureWords
) -> Line:
    span = Span(match.start() + len(match.group()) - len(match.group().lstrip()), match.end())
    body = match.end()
    if terminal == "NOTE":
        return Line("NOTE", "", _trimmed(text, body, last), span)
    number = match.group("number")
    if terminal == "NUMBERED":
        terminal = "PARAGRAPH" if match.group("sign") == "." else "POINT"
    note = known.note.match(text, body, last) if terminal != "ARTICLE" else None
    if note:
        return Line(terminal, number, _trimmed(text, note.end(), last), span, "NOTE")
    return Line(terminal, number, _trimmed(text, body, last), span)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return Span(first, max(first, start + len(piece.rstrip())))
