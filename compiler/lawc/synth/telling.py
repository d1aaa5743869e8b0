"""The figures of a specification beside a register, as text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from lawc.synth.cells import Cell
from lawc.synth.counting import counted_in
from lawc.synth.specification import Aim, Figure, Specification

_WORDS = {Aim.ABOUT: "about ", Aim.MORE_THAN: "more than "}
_SYNTHETIC = "Synthetic: nobody in this register is real."


class Line(NamedTuple):
    """A figure, what it says and what the register has, as texts."""

    name: str
    published: str
    register: str
    source: str
    note: str


def lines_of(specification: Specification, cells: Mapping[Cell, int]) -> tuple[Line, ...]:
    """Return a line a figure."""
    return tuple(
        Line(
            figure.name,
            _number(figure, figure.number, _WORDS.get(figure.aim, "")),
            _number(figure, counted_in(figure, cells), ""),
            _source(figure),
            figure.note,
        )
        for figure in specification.figures
    )


def as_text(title: str, persons: int, size: Fraction, lines: Iterable[Line]) -> str:
    """Return the lines as a table for a terminal."""
    rows = [
        ("published", "register", "figure"),
        *((x.published, x.register, x.name) for x in lines),
    ]
    widths = [max(len(row[n]) for row in rows) for n in range(2)]
    table = (f"{row[0]:>{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]}\n" for row in rows)
    return "".join(
        [f"{title}: {persons:,} persons{_instead(persons, size)}\n{_SYNTHETIC}\n\n", *table]
    )


def as_markdown(title: str, persons: int, size: Fraction, lines: Iterable[Line]) -> str:
    """Return the lines as a table of Markdown, with sources and notes."""
    head = f"{title}: {persons:,} persons{_instead(persons, size)}. {_SYNTHETIC}\n\n"
    return head + "".join(_markdown_rows(lines))


def _markdown_rows(lines: Iterable[Line]) -> Iterator[str]:
    yield "| figure | published | register | source | note |\n|---|--:|--:|---|---|\n"
    for line in lines:
        yield "| " + " | ".join(text.replace("|", "\\|") for text in line) + " |\n"


def _number(figure: Figure, number: Fraction, word: str) -> str:
    if figure.of:
        return f"{word}{_decimal(number)} %"
    return f"{word}{int(number):,}"


def _decimal(number: Fraction) -> str:
    """Return a number with a decimal place, if it is not whole."""
    tenths = round(number * 10)
    return f"{tenths // 10}" + (f".{tenths % 10}" if tenths % 10 else "")


def _source(figure: Figure) -> str:
    if figure.assumed:
        return f"assumed{': ' * bool(figure.source)}{figure.source}"
    return f"{figure.source}, {figure.day}" if figure.day else figure.source


def _instead(persons: int, size: Fraction) -> str:
    return "" if size == 1 else f" instead of the {round(persons / size):,} of the figures"
