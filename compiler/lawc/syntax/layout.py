"""The layout of a statute: numbers, indentation and line width, and nothing of its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, pairwise

from lawc.records import dataclass
from lawc.source import Source
from lawc.syntax.closing import Closing, closings
from lawc.syntax.lines import Line
from lawc.syntax.numbering import Numbering, numbering_of
from lawc.syntax.structure import Unit, begins_element, ends_in_mark, structure

WIDTH = 96
_STEP = 3


def laid_out(source: Source, language: str) -> str:
    """Return the text of `source` in the one layout; laid out again it stays the same.

    A text whose elements would not all be read again as they are is returned unchanged: one
    with a heading such as "Article 1.Article 2.", which is a mistake to be mended first.
    """
    unit = structure(source, language)
    numbering = numbering_of(source.numbering, language)
    layout = _Layout(source, numbering, closings(source.text, unit, numbering.listing))
    lines = list(layout.front(unit))
    for below in unit.units:
        if below.level == numbering.top and lines and lines[-1]:
            lines.append("")
        lines += layout.unit(below, 0, {})
    text = "\n".join(lines).strip("\n") + "\n" if lines else ""
    again = replace(source, text=text)
    same = _elements(again, structure(again, language)) == _elements(source, unit)
    return text if same else source.text


def _elements(source: Source, unit: Unit) -> tuple[object, ...]:
    """Return what a unit and all inside it say, without their layout."""
    words: dict[str, str] = {}
    for line in unit.text:
        kind = "TEXT" if line.terminal == "NOTE" else line.terminal
        text = _note(source, line) + _line_text(source, line)
        words[kind] = f"{words.get(kind, '')} {text}".strip()
    heading = source.text[unit.heading.start : unit.heading.end] if unit.heading else ""
    inside = tuple(_elements(source, below) for below in unit.units)
    return (
        unit.level,
        unit.number,
        " ".join(heading.split()),
        tuple(sorted(words.items())),
        inside,
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """The layout of one text: its levels, and the closing words of its lists."""

    source: Source
    numbering: Numbering
    closed: Mapping[int, tuple[Closing, ...]]

    def front(self, unit: Unit) -> Iterator[str]:
        """Yield what stands before the elements."""
        noted = False
        notes: list[Line] = []
        for line in unit.text:
            text = _line_text(self.source, line)
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
        yield from self.body("", tuple(notes), 0, 0)
        yield from (_line_text(self.source, line) for line in notes if line.terminal == "ROW")

    def unit(self, unit: Unit, indent: int, around: Mapping[str, int]) -> Iterator[str]:
        """Yield the lines of an element; `around` are the indentations of those around it."""
        label = " ".join(self.source.text[unit.span.start : unit.span.end].split())
        if unit.level == "omitted":
            yield label
            return
        columns = {**around, unit.level: indent}
        closed = self.closed.get(unit.span.start, ())
        sure = [closing for closing in closed if closing.sure]
        ends = [*(closing.line for closing in sure), len(unit.text)]
        text = unit.text[: ends[0]]
        top = unit.level == self.numbering.top
        if top or unit.heading:
            yield from self._headed(unit, label, text, indent)
        else:
            yield from self.body(label, text, indent, indent + len(label) + 1)
        yield from _rows(self.source, text, indent)
        for closing, (begin, end) in zip(sure, pairwise(ends), strict=True):
            column = columns[closing.level]
            yield from self.body("", unit.text[begin:end], column, column)
            yield from _rows(self.source, unit.text[begin:end], indent)
        for place, below in enumerate(unit.units):
            if below.heading and (place or text):
                yield ""
            yield from self.unit(below, self._indent(below, indent, top=top), columns)

    def _indent(self, below: Unit, indent: int, *, top: bool) -> int:
        """Return the indentation of an element in one with this indentation."""
        if top or below.level not in self.numbering.listing:
            return 0
        return indent + _STEP

    def _headed(
        self, unit: Unit, label: str, text: tuple[Line, ...], indent: int
    ) -> Iterator[str]:
        """Yield the heading of an element, and below it the text."""
        at = unit.heading
        heading = self.source.text[at.start : at.end] if at else ""
        marks = [line for line in text[:1] if line.terminal == "MARK"]
        head = f"{' ' * indent}{label} {' '.join(heading.split())}".rstrip()
        mark_texts = [_line_text(self.source, line) for line in marks]
        if mark_texts and len(head) + len(mark_texts[0]) < WIDTH:
            yield f"{head} {mark_texts[0]}"
        else:
            yield from (head, *mark_texts)
        yield ""
        yield from self.body("", text[len(marks) :], indent, indent)

    def body(self, label: str, text: tuple[Line, ...], first: int, rest: int) -> Iterator[str]:
        """Yield the lines of an element: sentences, notes from a line of their own, marks.

        A mark stands on the last line, or alone below it.
        """
        texts = [label] if label else []
        lines: list[str] = []
        for line in text:
            if line.terminal == "NOTE" and texts not in ([], [label]):
                lines += wrapped(
                    " ".join(texts), rest if lines else first, rest, self.numbering
                )
                texts = []
            if line.terminal in ("TEXT", "NOTE"):
                texts.append(_note(self.source, line) + _line_text(self.source, line))
        lines += wrapped(" ".join(texts), rest if lines else first, rest, self.numbering)
        marks = [_line_text(self.source, line) for line in text if line.terminal == "MARK"]
        for mark in marks:
            room = lines and len(lines[-1]) + len(mark) < WIDTH
            if room and not ends_in_mark(lines[-1]):
                lines[-1] += f" {mark}"
            else:
                lines.append(" " * rest + mark)
        yield from lines


def _rows(source: Source, text: tuple[Line, ...], indent: int) -> Iterator[str]:
    rows = _aligned([_line_text(source, line) for line in text if line.terminal == "ROW"])
    yield from (" " * (indent + 3) + row for row in rows)


def _aligned(rows: list[str]) -> list[str]:
    """Return the rows of a table with its columns below each other."""
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows]
    whole = all(len(row) > 1 and row.endswith("|") for row in rows)
    if not whole or len({len(row) for row in cells}) != 1:
        return rows
    ruled = [all(cell and not cell.strip("-") for cell in row) for row in cells]
    written = [row for row, rule in zip(cells, ruled, strict=True) if not rule] or cells
    widths = [max(map(len, column)) for column in zip(*written, strict=True)]
    return [
        f"|{'|'.join('-' * (width + 2) for width in widths)}|"
        if rule
        else f"| {' | '.join(map(str.ljust, row, widths))} |"
        for row, rule in zip(cells, ruled, strict=True)
    ]


def _note(source: Source, line: Line) -> str:
    if line.terminal != "NOTE":
        return ""
    return " ".join(source.text[line.span.start : line.text.start].split()) + " "


def _line_text(source: Source, line: Line) -> str:
    return " ".join(source.text[line.text.start : line.text.end].split())


def wrapped(
    text: str, first: int, rest: int, numbering: Numbering | None = None
) -> Iterator[str]:
    """Yield lines of at most `WIDTH`, where they can break so that each stays what it is."""
    words = text.split()
    start, indent = 0, first
    while start < len(words):
        end, width = start + 1, indent + len(words[start])
        while end < len(words) and width + 1 + len(words[end]) <= WIDTH:
            width += 1 + len(words[end])
            end += 1
        places = chain(range(end, start, -1), range(end + 1, len(words) + 1))
        end = next(place for place in places if _may_break(words, start, place, numbering))
        yield " " * indent + " ".join(words[start:end])
        start, indent = end, rest


def _may_break(words: list[str], start: int, end: int, numbering: Numbering | None) -> bool:
    """Tell whether neither line is taken for an element or a mark if one ends before `end`."""
    return end == len(words) or not (
        begins_element(" ".join(words[end : end + 3]), numbering)
        or ends_in_mark(" ".join(words[start:end]))
    )
