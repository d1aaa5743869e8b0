"""Problems as text for a terminal: what, where, the line with a mark under it, what to do.

error[L201] unknown-reference: `Article 12` leads nowhere
  --> kz/act/en.law:61:50 (Article 6, 1.)
61 | 1. Article 12 applies to an offence only if ...
   |    ^^^^^^^^^^
help: the articles of this act are 1 to 7
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.records import dataclass
from lawc.source import Source

_WIDEST = 96  # columns of a line that are shown; a longer one is cut around the mark
_LONG_WORD = 40  # characters kept of a word that is longer than a line
_BEFORE = 32  # columns kept before the mark of a line that is cut
_TAB = 4
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_QUIET = "1;34"  # bars, line numbers, arrows
_LEFT_TO_RIGHT = "\u200e"  # keeps a line of right-to-left words in its columns
_PICTURES = 0x2400  # where the signs for control characters begin
_DELETE, _DELETE_PICTURE = "\x7f", "\u2421"


@dataclass(frozen=True, slots=True)
class _Cell:
    """One character as it is shown: its text, and how many columns it takes."""

    text: str
    width: int


def render(problem: Diagnostic, *, colour: bool = False) -> str:
    """Return `problem` as lines of text, the last without a line end."""
    severity = problem.severity.value
    head = f"{severity}[{problem.code.value}]"
    lines = [
        _paint(head, _COLOURS[problem.severity], colour)
        + f" {problem.code.slug}: {_readable(problem.message)}",
        *_excerpt(problem.primary, problem.where, "^", colour),
    ]
    for label in problem.related:
        lines += _excerpt(label, "", "-", colour)
    if problem.help:
        lines.append(f"{_paint('help', '1', colour)}: {_readable(problem.help)}")
    lines += _declarations(problem, colour)
    return "\n".join(lines)


def _declarations(problem: Diagnostic, colour: bool) -> Iterator[str]:
    """Yield the declarations to paste, below the vocabulary they belong to."""
    named = None
    for declaration in problem.declarations:
        source = declaration.source
        if source is None:
            continue
        place = visible(source.shown)
        if declaration.at >= 0:
            line, column = source.position(declaration.at)
            place = f"{place}:{line}:{column}"
        if place != named:
            yield f"{_paint('declare', '1', colour)}: in {place}"
        named = place
        for line_of_text in declaration.text.strip("\n").split("\n"):
            yield f"  {visible(line_of_text)}"


def render_all(problems: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Return the problems, an empty line between any two; empty for none."""
    return "\n\n".join(render(problem, colour=colour) for problem in problems)


def summary(problems: Iterable[Diagnostic]) -> str:
    """Return how many problems there are: `2 errors, 1 warning`."""
    severities = [problem.severity for problem in problems]
    counts = [(severities.count(severity), severity.value) for severity in Severity]
    parts = [f"{count} {name}{'s' * (count > 1)}" for count, name in counts if count]
    return ", ".join(parts) or "no problems"


def visible(text: str) -> str:
    """Return `text` on one line, with a sign for each character that does not show."""
    return "".join(cell.text for cell in _cells(" ".join(text.split("\n"))))


def _readable(text: str) -> str:
    """Return `text` as it is shown, each word that is longer than a line cut."""
    words = (word if len(word) <= _WIDEST else _first_letters(word) for word in text.split(" "))
    return visible(" ".join(words))


def _first_letters(word: str) -> str:
    return f"{word[:_LONG_WORD]}…{'`' if word.endswith('`') else ''}"


def _excerpt(label: Label, where: str, mark: str, colour: bool) -> Iterator[str]:
    source = label.source
    start = min(max(label.span.start, 0), len(source.text))
    line, column = source.position(start)
    place = f"{visible(source.shown)}:{line}:{column}"
    yield f"  {_paint('-->', _QUIET, colour)} {place}" + (
        f" ({visible(where)})" if where else ""
    )
    text, indent, width = _line_with_mark(source, start, label.span.end)
    number = str(line)
    bar = _paint(f"{number} |", _QUIET, colour)
    yield f"{bar} {text}".rstrip()
    under = " " * indent + mark * width + (f" {visible(label.text)}" if label.text else "")
    blank = _paint(f"{' ' * len(number)} |", _QUIET, colour)
    yield f"{blank} {under}"


def _line_with_mark(source: Source, start: int, end: int) -> tuple[str, int, int]:
    """Return the line at `start` as shown, and the columns before and under the mark."""
    line, column = source.position(start)
    raw = source.line(line).rstrip()
    first = min(column - 1, len(raw))
    last = min(max(first + end - start, first), len(raw))
    cells = list(_cells(raw))
    indent = sum(cell.width for cell in cells[:first])
    width = max(1, sum(cell.width for cell in cells[first:last]))
    if sum(cell.width for cell in cells) > _WIDEST:
        cells, indent, width = _cut(cells, first, indent, width)
    text = "".join(cell.text for cell in cells)
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        text = _LEFT_TO_RIGHT + text
    return text, indent, width


def _cut(
    cells: list[_Cell], first: int, indent: int, width: int
) -> tuple[list[_Cell], int, int]:
    """Return the part of a long line around its mark, with dots where it is cut."""
    dots = _Cell("… ", 2)
    begin, dropped = 0, 0
    while begin < first and indent - dropped > _BEFORE:
        dropped += cells[begin].width
        begin += 1
    while 0 < begin < first and cells[begin - 1].text != " ":
        dropped += cells[begin].width
        begin += 1
    kept: list[_Cell] = [dots] if begin else []
    columns = sum(cell.width for cell in kept)
    indent = indent - dropped + columns
    for cell in cells[begin:]:
        if columns + cell.width > _WIDEST:
            kept.append(_Cell(" …", 2))
            break
        kept.append(cell)
        columns += cell.width
    return kept, indent, max(1, min(width, columns - indent))


def _cells(text: str) -> Iterator[_Cell]:
    column = 0
    for char in text:
        cell = _cell(char, column)
        column += cell.width
        yield cell


def _cell(char: str, column: int) -> _Cell:
    if char == "\t":
        width = _TAB - column % _TAB
        return _Cell(" " * width, width)
    if char < " ":
        return _Cell(chr(_PICTURES + ord(char)), 1)
    if char == _DELETE:
        return _Cell(_DELETE_PICTURE, 1)
    category = unicodedata.category(char)
    if category in ("Mn", "Me"):
        return _Cell(char, 0)
    if category in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        sign = f"<U+{ord(char):04X}>"
        return _Cell(sign, len(sign))
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return _Cell(char, 2)
    return _Cell(" " if category == "Zs" else char, 1)


def _paint(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour else text
