"""Text as elements: that of a whole act, and that of one element, laid out in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from lawc.amend.edition import Edition, Element, has_dots
from lawc.source import Source
from lawc.syntax.closing import Closing, closings
from lawc.syntax.layout import laid_out
from lawc.syntax.lines import Line
from lawc.syntax.numbering import numbering_of
from lawc.syntax.structure import Unit, structure


def read(source: Source, language: str) -> Edition:
    """Return the first edition of an act."""
    text = source.text
    root = structure(source, language)
    if not root.units:
        return Edition(source.name, language, text, (), "", has_dots(text), source.numbering)
    start = text.rfind("\n", 0, root.units[0].span.start) + 1
    closed = closings(text, root, numbering_of(source.numbering, language).listing)
    units, end = _elements(source, root.units, start, closed, language)
    front, tail, dotted = text[:start], text[end:], has_dots(text)
    return Edition(source.name, language, front, units, tail, dotted, source.numbering)


def _elements(
    source: Source,
    units: tuple[Unit, ...],
    at: int,
    closed: Mapping[int, tuple[Closing, ...]],
    language: str,
) -> tuple[tuple[Element, ...], int]:
    """Return the elements that begin at an offset, and the end of the last."""
    elements = []
    text = source.text
    for unit in units:
        start = text.rfind("\n", 0, unit.span.start) + 1
        begun = [closing.line for closing in _sure(closed, unit)]
        end = _line_end(text, unit, unit.text[: begun[0]] if begun else unit.text)
        below, after = _elements(source, unit.units, end, closed, language)
        last = _last(unit)
        ending = [*_sure(closed, last), None]
        words = ""
        for closing, following in pairwise(ending):
            if closing is not None and closing.level == unit.level:
                lines = last.text if following is None else last.text[: following.line]
                whole = _line_end(text, last, lines)
                words, after = text[after:whole], whole
        elements.append(
            Element(
                unit.level,
                unit.number,
                text[at:start],
                text[start:end],
                below,
                words,
                language,
                source.numbering,
            )
        )
        at = after
    return tuple(elements), at


def _sure(closed: Mapping[int, tuple[Closing, ...]], unit: Unit) -> tuple[Closing, ...]:
    """Return the closing words that begin in the text of an element for sure."""
    return tuple(closing for closing in closed.get(unit.span.start, ()) if closing.sure)


def _last(unit: Unit) -> Unit:
    while unit.units:
        unit = unit.units[-1]
    return unit


def _line_end(text: str, unit: Unit, own: tuple[Line, ...]) -> int:
    ends = (line.text.end for line in own)
    end = max((unit.span.end, unit.heading.end if unit.heading else 0, *ends))
    newline = text.find("\n", end)
    return len(text) if newline < 0 else newline


def laid(
    edition: Edition, above: Iterable[Element], lines: str, *, closes: bool
) -> Element | None:
    """Return the element that some lines are, laid out inside those above it.

    None if they are not exactly one. `closes` says whether a line in the last item that begins
    as closing words do is one.
    """
    around = tuple(above)
    # A lead-in of one sign, as only below a lead-in can closing words stand.
    heads = "".join(f"{element.printed}\n:\n" for element in around)
    language = edition.language
    text = laid_out(edition.part(f"{heads}{lines.strip()}\n"), language)
    units = read(edition.part(text), language).units
    for element in around:
        if [unit.key for unit in units] != [element.key]:
            return None
        units = units[0].units
    if len(units) != 1:
        return None
    (unit,) = units
    if unit.closing and not closes:
        joined = f"{unit.but(closing='').text.rstrip()} {unit.closing.strip()}"
        return laid(edition, around, joined, closes=False)
    return unit.but(gap="")
