"""Comparisons as Markdown, for a pull request: the summary open, persons and reasons folded."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.amend.comparing import Change, Piece
from lawc.backends.documents.as_markdown import thing_lines
from lawc.backends.documents.showing import code, escaped
from lawc.backends.documents.words import Words, words
from lawc.compare.acts import Comparisons
from lawc.compare.rendering.outline import (
    ActOutline,
    InterfaceLine,
    PersonLine,
    RowLine,
    marks_of,
    outlines,
)


def markdown(comparisons: Comparisons) -> str:
    """Return a comparison as Markdown."""
    frame = words("en")
    old, new = map(code, comparisons.labels)
    lines = [f"# {frame('diff_title')}: {old} → {new}"]
    for act in outlines(comparisons):
        lines += ["", *_act(act, frame)]
    return "\n".join(lines) + "\n"


def _act(act: ActOutline, frame: Words) -> Iterator[str]:
    level = f"**{act.level.value}** — " if act.level else ""
    marks = _marks(act, frame) if act.fingerprint else ""
    yield f"## {escaped(act.name)}"
    yield ""
    yield f"{level}{act.verdict}{marks}."
    if act.rows:
        yield from ("", f"### {frame('diff_texts')}", "")
    for row in act.rows:
        yield from _row(row, frame)
    if act.persons:
        yield from ("", f"### {frame('diff_whom')}", "")
    for person in act.persons:
        yield from _person(person, frame)
    if act.asks:
        yield from ("", f"### {frame('diff_asks')}", "")
    for person in act.asks:
        yield from _person(person, frame)
    for line in act.nobody_else:
        yield from ("", escaped(line))
    if act.interface:
        yield from ("", f"### {frame('diff_programs')}", "")
        for difference in act.interface:
            marks = _marks(difference, frame) if difference.fingerprint else ""
            yield f"- {_programs(difference.what)}{marks}"
        yield f"- {frame('diff_step', step=act.step)}"


def _programs(line: str) -> str:
    """Return a line that names keys in backquotes, which Markdown reads as they are meant."""
    parts = line.split("`")
    return "".join(
        code(part) if place % 2 else escaped(part) for place, part in enumerate(parts)
    )


def _marks(line: RowLine | ActOutline | InterfaceLine, frame: Words) -> str:
    reason = line.approved
    approved = f" — {escaped(frame('diff_approved', reason=reason))}" if reason else ""
    return f" ({code(line.fingerprint)}){approved}"


def _row(row: RowLine, frame: Words) -> Iterator[str]:
    yield f"- **{row.level.value}** {escaped(row.place)} {row.how}{_marks(row, frame)}"
    if row.changes_words:
        marked = "".join(map(_with_marks, row.pieces))
        yield f"  > {marked}"


def _with_marks(piece: Piece) -> str:
    before, words, after = piece.apart
    match piece.change:
        case Change.DELETED if words:
            shown = f"~~{escaped(words)}~~"
        case Change.INSERTED if words:
            shown = f"**{escaped(words)}**"
        case _:
            shown = escaped(words)
    return f"{before}{shown}{after}"


def _person(person: PersonLine, frame: Words) -> Iterator[str]:
    marks = marks_of(person, frame)
    turn = f"{escaped(person.decision)}: {escaped(person.old)} → **{escaped(person.new)}**"
    yield f"{person.number}. {turn}" + (f" ({escaped(marks)})" if marks else "")
    yield ""
    for path, facts in person.facts:
        known = ", ".join(f"{escaped(key)} = **{escaped(value)}**" for key, value in facts)
        head = code(path) if path else frame("diff_case")
        yield f"   - {head}: {known or frame('fact_unknown')}"
    for key, thing in (("diff_before", person.before), ("diff_now", person.after)):
        yield ""
        yield f"   <details><summary>{frame(key)}</summary>"
        yield ""
        lines = (part for line in thing_lines(thing, "en") for part in line.split("\n"))
        yield from (f"   {line}" if line else "" for line in lines)
        yield ""
        yield "   </details>"
    yield ""
