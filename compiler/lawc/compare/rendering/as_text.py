"""Comparisons for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from lawc.amend.comparing import Change, Piece
from lawc.backends.documents.as_terminal import thing_lines
from lawc.backends.documents.words import Words, words
from lawc.compare.acts import Comparisons
from lawc.compare.levels import Level
from lawc.compare.rendering.outline import (
    ActOutline,
    InterfaceLine,
    PersonLine,
    RowLine,
    marks_of,
    outlines,
)

WIDTH = 96
_COLOURS = {
    Level.WIDER: "32",
    Level.NARROWER: "31",
    Level.MIXED: "33",
    Level.UNPROVED: "35",
}


def text(found: Comparisons, *, colour: bool = False) -> str:
    """Return a comparison as text; with `colour` for a terminal that shows it."""
    making = _Making(words("en"), colour)
    acts = outlines(found)
    return "\n".join(line.rstrip() for one in acts for line in making.act(one)) + "\n"


class _Making:
    def __init__(self, frame: Words, colour: bool) -> None:
        self.frame = frame
        self.colour = colour

    def painted(self, said: str, code: str) -> str:
        return f"\x1b[{code}m{said}\x1b[0m" if self.colour else said

    def act(self, one: ActOutline) -> Iterator[str]:
        level = one.level.value if one.level else ""
        code = _COLOURS.get(one.level, "1") if one.level else "1"
        head = f"{one.name}: {level} - " if level else f"{one.name}: "
        marks = f"  ({self.marks(one)})" if one.fingerprint else ""
        yield self.painted(head, f"1;{code}" if level else "1") + one.verdict + marks
        if one.rows:
            yield from ("", self.head("diff_texts"))
        for row in one.rows:
            yield from self.row(row)
        if one.persons:
            yield from ("", self.head("diff_whom"))
        for person in one.persons:
            yield from self.person(person)
        if one.asks:
            yield from ("", self.head("diff_asks"))
        for person in one.asks:
            yield from self.person(person)
        if one.nobody_else:
            yield ""
            yield from one.nobody_else
        if one.interface:
            yield from ("", self.head("diff_programs"))
            for line in one.interface:
                yield f"  {line.what}" + (f"  ({self.marks(line)})" if line.fingerprint else "")
            yield f"  {self.frame('diff_step', step=one.step)}"
        yield ""

    def head(self, key: str) -> str:
        return self.painted(self.frame(key), "1")

    def marks(self, one: RowLine | ActOutline | InterfaceLine) -> str:
        fingerprint = self.frame("diff_fingerprint", fingerprint=one.fingerprint)
        approved = self.frame("diff_approved", reason=one.approved) if one.approved else ""
        return "; ".join(filter(None, (fingerprint, approved)))

    def row(self, row: RowLine) -> Iterator[str]:
        level = self.painted(row.level.value, _COLOURS.get(row.level, "0"))
        yield f"  {level}  {self.painted(row.place, '1')} {row.how}  ({self.marks(row)})"
        said = "".join(map(_marked, row.pieces))
        if row.changes_words:
            for line in fill(said, WIDTH - 6, break_on_hyphens=False).split("\n"):
                yield f"      {line}"

    def person(self, one: PersonLine) -> Iterator[str]:
        marks = marks_of(one, self.frame)
        turn = f"{one.decision}: {one.old} → {one.new}"
        if one.number > 1:
            yield ""
        yield f"  {one.number}. {self.painted(turn, '1')}" + (f"  ({marks})" if marks else "")
        for path, facts in one.facts:
            said = ", ".join(f"{key} = {value}" for key, value in facts)
            head = path or self.frame("diff_case")
            said = f"{head}: {said or self.frame('fact_unknown')}"
            for line in fill(said, WIDTH - 5, subsequent_indent="  ").split("\n"):
                yield f"     {line}"
        for key, thing in (("diff_before", one.before), ("diff_now", one.after)):
            answers, *lines = thing_lines(thing, "en", width=WIDTH - 7, colour=self.colour)
            yield f"     {self.painted(self.frame(key), '1')} {answers.strip()}"
            yield from (f"       {line}" for line in lines if line)


def _marked(piece: Piece) -> str:
    before, words, after = piece.apart
    match piece.change:
        case Change.DELETED if words:
            said = f"[-{words}-]"
        case Change.INSERTED if words:
            said = f"{{+{words}+}}"
        case _:
            said = words
    return f"{before}{said}{after}"
