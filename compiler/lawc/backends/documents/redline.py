"""A consolidated text as a document with tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, zip_longest
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from lawc.amend.comparing import Change, Pair, front_lines, lines, pairs, pieces
from lawc.amend.elements import Text
from lawc.backends.documents.word import empty, legible, saved
from lawc.records import dataclass

_AUTHOR = "lawc"
_INDENT = {"point": 8, "subpoint": 16}  # millimetres
_TAGS = {Change.DELETED: "w:del", Change.INSERTED: "w:ins"}


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line before and after; None on the side that lacks it."""

    level: str
    old: str | None
    new: str | None


def redline(old: Text, new: Text) -> bytes:
    """Return the text `new` as a .docx file, with its differences from `old` tracked.

    Accepting all of them gives the new text, rejecting all of them the old one.
    """
    document = empty(" ".join(new.title), new.language)
    numbers = count(1)
    for paragraph in _paragraphs(old, new):
        _add(document, paragraph, numbers)
    return saved(document)


def _paragraphs(old: Text, new: Text) -> Iterator[_Paragraph]:
    yield from _side_by_side("title", front_lines(old), front_lines(new))
    for pair in pairs(old, new):
        yield from _element(old, new, pair)


def _element(old: Text, new: Text, pair: Pair) -> Iterator[_Paragraph]:
    """Yield the paragraphs of an element and of all in it."""
    if pair.old is None or pair.new is None:
        text, way = (old, pair.old) if pair.old is not None else (new, pair.new)
        assert way is not None
        for line in lines(text, way, whole=True):
            before, after = (line, None) if pair.old is not None else (None, line)
            yield _Paragraph(pair.path[-1][0], before, after)
        return
    own = (lines(old, pair.old, whole=False), lines(new, pair.new, whole=False))
    yield from _side_by_side(pair.path[-1][0], *own)
    for part in pair.below:
        yield from _element(old, new, part)


def _side_by_side(
    level: str, old: tuple[str, ...], new: tuple[str, ...]
) -> Iterator[_Paragraph]:
    for before, after in zip_longest(old, new):
        yield _Paragraph(level, before, after)


def _add(document: Document, line: _Paragraph, numbers: Iterator[int]) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Mm(_INDENT.get(line.level, 0))
    element = paragraph._p  # noqa: SLF001 - what is tracked has no public name
    if line.old is None or line.new is None:
        change = Change.INSERTED if line.old is None else Change.DELETED
        marks = element.get_or_add_pPr()
        properties: Any = OxmlElement("w:rPr")
        properties.append(_tracked(change, numbers))
        marks.append(properties)
    for piece in pieces(line.old or "", line.new or ""):
        run = _run(legible(piece.text), piece.change)
        if piece.change is Change.SAME:
            element.append(run)
        else:
            tracked = _tracked(piece.change, numbers)
            tracked.append(run)
            element.append(tracked)


def _tracked(change: Change, numbers: Iterator[int]) -> Any:
    tag: Any = OxmlElement(_TAGS[change])
    tag.set(qn("w:id"), str(next(numbers)))
    tag.set(qn("w:author"), _AUTHOR)
    return tag


def _run(text: str, change: Change) -> Any:
    run: Any = OxmlElement("w:r")
    content: Any = OxmlElement("w:delText" if change is Change.DELETED else "w:t")
    content.text = text
    content.set(qn("xml:space"), "preserve")
    run.append(content)
    return run
