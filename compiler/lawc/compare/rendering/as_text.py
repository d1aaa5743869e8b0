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


def text(comparisons: Comparisons, *, colour: bool = False) -> str:
    """Return a comparison as text; with `colour` for a terminal that shows it."""
    making = _Making(words("en"), colour)
    acts = outlines(comparisons)
    return "\n".join(line.rstrip() for act in acts for line in making.act(act)) + "\n"


class _Making:
    def __init__(self, frame: Words, colour: bool) -> None:
        self.frame = frame
        self.colour = colour

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text

    def act(self, act: ActOutline) -> Iterator[str]:
        level = act.level.value if act.level else ""
        code = _COLOURS.get(act.level, "1") if act.level else "1"
        head = f"{act.name}: {level} - " if level else f"{act.name}: "
        marks = f"  ({self.marks(act)})" if act.fingerprint else ""
        yield self.paint(head, f"1;{code}" if level else "1") + act.verdict + marks
        if act.rows:
            yield from ("", self.head("diff_texts"))
        for row in act.rows:
            yield from self.row(row)
        if act.persons:
            yield from ("", self.head("diff_whom"))
        for person in act.persons:
            yield from self.person(person)
        if act.asks:
            yield from ("", self.head("diff_asks"))
        for person in act.asks:
            yield from self.person(person)
        if act.nobody_else:
            yield ""
            yield from act.nobody_else
        if act.interface:
            yield from ("", self.head("diff_programs"))
            for line in act.interface:
                yield f"  {line.what}" + (f"  ({self.marks(line)})" if line.fingerprint else "")
            yield f"  {self.frame('diff_step', step=act.step)}"
        yield ""

    def head(self, key: str) -> str:
        return self.paint(self.frame(key), "1")

    def marks(self, line: RowLine | ActOutline | InterfaceLine) -> str:
        fingerprint = self.frame("diff_fingerprint", fingerprint=line.fingerprint)
        approved = self.frame("diff_approved", reason=line.approved) if line.approved else ""
        return "; ".join(filter(None, (fingerprint, approved)))

    def row(self, row: RowLine) -> Iterator[str]:
        level = self.paint(row.level.value, _COLOURS.get(row.level, "0"))
        yield f"  {level}  {self.paint(row.place, '1')} {row.how}  ({self.marks(row)})"
        marked = "".join(map(_with_marks, row.pieces))
        if row.changes_words:
            for line in fill(marked, WIDTH - 6, break_on_hyphens=False).split("\n"):
                yield f"      {line}"

    def person(self, person: PersonLine) -> Iterator[str]:
        marks = marks_of(person, self.frame)
        turn = f"{person.decision}: {person.old} → {person.new}"
        if person.number > 1:
            yield ""
        yield f"  {person.number}. {self.paint(turn, '1')}" + (f"  ({marks})" if marks else "")
        for path, facts in person.facts:
            known = ", ".join(f"{key} = {value}" for key, value in facts)
            head = path or self.frame("diff_case")
            known = f"{head}: {known or self.frame('fact_unknown')}"
            for line in fill(known, WIDTH - 5, subsequent_indent="  ").split("\n"):
                yield f"     {line}"
        for key, thing in (("diff_before", person.before), ("diff_now", person.after)):
            answers, *lines = thing_lines(thing, "en", width=WIDTH - 7, colour=self.colour)
            yield f"     {self.paint(self.frame(key), '1')} {answers.strip()}"
            yield from (f"       {line}" for line in lines if line)


def _with_marks(piece: Piece) -> str:
    before, words, after = piece.apart
    match piece.change:
        case Change.DELETED if words:
            shown = f"[-{words}-]"
        case Change.INSERTED if words:
            shown = f"{{+{words}+}}"
        case _:
            shown = words
    return f"{before}{shown}{after}"
