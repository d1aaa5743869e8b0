"""The layout of a statute: numbers, indentation and line width, and nothing of its words."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.source import Source
from lawc.syntax.structure import Line, Unit, begins_element, structure

WIDTH = 96
_INDENT = {"act": 0, "article": 0, "paragraph": 0, "point": 3, "subpoint": 6}


def laid_out(source: Source, language: str) -> str:
    """Return the text of `source` in the one layout; laid out again it stays the same.

    A text whose elements would not all be read again as they are is returned unchanged: one
    with a heading such as "Article 1.Article 2.", which is a mistake to be mended first.
    """
    unit = structure(source, language)
    lines = list(_front(source, unit))
    for one in unit.units:
        if one.level == "article" and lines:
            lines.append("")
        lines += _unit(source, one, 0 if one.level != "point" else -3)
    text = "\n".join(lines).strip("\n") + "\n" if lines else ""
    again = Source(source.name, text)
    same = _elements(again, structure(again, language)) == _elements(source, unit)
    return text if same else source.text


def _elements(source: Source, unit: Unit) -> tuple[object, ...]:
    """Return what a unit and all inside it say, without their layout."""
    words: dict[str, str] = {}
    for line in unit.text:
        kind = "TEXT" if line.terminal == "NOTE" else line.terminal
        said = _note(source, line) + _said(source, line)
        words[kind] = f"{words.get(kind, '')} {said}".strip()
    heading = source.text[unit.heading.start : unit.heading.end] if unit.heading else ""
    inside = tuple(_elements(source, one) for one in unit.units)
    return (
        unit.level,
        unit.number,
        " ".join(heading.split()),
        tuple(sorted(words.items())),
        inside,
    )


def _front(source: Source, unit: Unit) -> Iterator[str]:
    noted = False
    notes: list[Line] = []
    for line in unit.text:
        text = _said(source, line)
        if line.terminal == "NOTE":
            noted = True
            yield ""
            notes.append(line)
        elif noted:
            notes.append(line)
        elif line.terminal == "MARK":
            yield text
        else:
            yield text
    yield from _body(source, "", tuple(notes), 0, 0)
    yield from (_said(source, line) for line in notes if line.terminal == "ROW")


def _unit(source: Source, unit: Unit, shift: int) -> Iterator[str]:
    label = " ".join(source.text[unit.span.start : unit.span.end].split())
    if unit.level == "omitted":
        yield label
        return
    indent = max(0, _INDENT[unit.level] + shift)
    rows = [_said(source, line) for line in unit.text if line.terminal == "ROW"]
    if unit.level == "article":
        heading = source.text[unit.heading.start : unit.heading.end] if unit.heading else ""
        marks = [line for line in unit.text[:1] if line.terminal == "MARK"]
        head = f"{label} {' '.join(heading.split())}".rstrip()
        said = [_said(source, line) for line in marks]
        if said and len(head) + len(said[0]) < WIDTH:
            yield f"{head} {said[0]}"
        else:
            yield from (head, *said)
        yield ""
        yield from _body(source, "", unit.text[len(marks) :], 0, 0)
    else:
        yield from _body(source, label, unit.text, indent, indent + len(label) + 1)
    yield from (" " * (indent + 3) + row for row in rows)
    inner = -3 if unit.level == "article" else shift
    for one in unit.units:
        yield from _unit(source, one, inner if one.level in ("point", "subpoint") else 0)


def _body(
    source: Source, label: str, text: tuple[Line, ...], first: int, rest: int
) -> Iterator[str]:
    """Yield the lines of an element.

    A note after other text begins a line; a mark stands on the last line, or alone below it.
    """
    said = [label]
    for line in text:
        if line.terminal == "NOTE" and said != [label]:
            said.append("")
        if line.terminal in ("TEXT", "NOTE"):
            said[-1] = f"{said[-1]} {_note(source, line)}{_said(source, line)}".strip()
    marks = [_said(source, line) for line in text if line.terminal == "MARK"]
    lines = list(_wrapped(said[0], first, rest))
    for note in said[1:]:
        lines += _wrapped(note, rest, rest)
    for mark in marks:
        if lines and len(lines[-1]) + len(mark) < WIDTH:
            lines[-1] += f" {mark}"
        else:
            lines.append(" " * rest + mark)
    yield from lines


def _note(source: Source, line: Line) -> str:
    if line.terminal != "NOTE":
        return ""
    return " ".join(source.text[line.span.start : line.text.start].split()) + " "


def _said(source: Source, line: Line) -> str:
    return " ".join(source.text[line.text.start : line.text.end].split())


def _wrapped(text: str, first: int, rest: int) -> Iterator[str]:
    """Yield lines of at most `WIDTH`; none but the first begins like an element."""
    words = text.split()
    start, indent = 0, first
    while start < len(words):
        end, width = start + 1, indent + len(words[start])
        while end < len(words) and width + 1 + len(words[end]) <= WIDTH:
            width += 1 + len(words[end])
            end += 1
        while start + 1 < end < len(words) and begins_element(" ".join(words[end : end + 3])):
            end -= 1
        yield " " * indent + " ".join(words[start:end])
        start, indent = end, rest
