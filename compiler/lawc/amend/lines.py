"""The lines of a text with others in their place: of an element, a heading, the front."""

from __future__ import annotations

from lawc.amend.elements import Text, Way
from lawc.amend.operations import Quote
from lawc.source import Span
from lawc.syntax.layout import laid_out


def with_lines(text: Text, way: Way, lines: str) -> Text:
    """Return the text with other lines for an element and all in it."""
    block = text.block(way, whole=True)
    said = text.source.text
    made = text.changed(said[: block.start] + lines + said[block.end :])
    return made.with_layout((way,), whole=True)


def with_element(text: Text, way: Way, level: str, lines: str) -> Text:
    """Return the text with the lines of a new element at the end of a way."""
    *parent, place = way
    at = text.end_before(tuple(parent), place)
    holder = text.unit(tuple(parent))
    bare = holder.level == "article" and not place and not holder.text
    between = "\n\n" if level == "article" or bare else "\n"
    said = text.source.text
    return text.changed(said[:at] + between + lines + said[at:])


def without_element(text: Text, way: Way) -> Text:
    """Return the text without the lines of an element and of all in it."""
    *above, place = way
    parent = tuple(above)
    said = text.source.text
    block = text.block(way, whole=True)
    if place:
        return text.changed(said[: text.end_before(parent, place)] + said[block.end :])
    if len(text.unit(parent).units) > 1:
        following = text.block((*parent, 1), whole=True).start
        return text.changed(said[: block.start] + said[following:])
    before = said[: block.start].rstrip()
    return text.changed(before + said[block.end :])


def with_heading(text: Text, way: Way, new: Quote) -> Text:
    """Return the text with another heading for an article."""
    unit = text.unit(way)
    at = unit.heading or Span(unit.span.end, unit.span.end)
    said = text.source.text
    space = "" if said[: at.start].endswith((" ", "\t")) else " "
    made = text.changed(said[: at.start] + space + _one_line(new.text) + said[at.end :])
    return made.with_layout((way,), whole=False)


def with_front(text: Text, part: str, new: str) -> Text:
    """Return the text with another title, another title and preamble, or as a whole another.

    `part` is the rule of the grammar that names what is restated.
    """
    said = text.source.text
    lines = new.strip()
    if part == "whole":
        made = text.changed(lines + "\n")
        return text.changed(laid_out(made.source, text.language))
    if part == "title" and text.title:
        rest = said[text.root.text[len(text.title) - 1].text.end :]
    elif part == "title":
        rest = f"\n{said}"
    else:
        rest = f"\n\n{said[text.front_end :]}"
    made = text.changed(lines + rest)
    laid = made.changed(laid_out(made.source, text.language))
    return made.changed(laid.source.text[: laid.front_end] + made.source.text[made.front_end :])


def _one_line(text: str) -> str:
    return " ".join(text.split())
