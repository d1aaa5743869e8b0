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


def markdown(found: Comparisons) -> str:
    """Return a comparison as Markdown."""
    frame = words("en")
    lines = [f"# {frame('diff_title')}: {code(found.labels[0])} → {code(found.labels[1])}"]
    for one in outlines(found):
        lines += ["", *_act(one, frame)]
    return "\n".join(lines) + "\n"


def _act(one: ActOutline, frame: Words) -> Iterator[str]:
    level = f"**{one.level.value}** — " if one.level else ""
    marks = _marks(one, frame) if one.fingerprint else ""
    yield f"## {escaped(one.name)}"
    yield ""
    yield f"{level}{one.verdict}{marks}."
    if one.rows:
        yield from ("", f"### {frame('diff_texts')}", "")
    for row in one.rows:
        yield from _row(row, frame)
    if one.persons:
        yield from ("", f"### {frame('diff_whom')}", "")
    for person in one.persons:
        yield from _person(person, frame)
    if one.asks:
        yield from ("", f"### {frame('diff_asks')}", "")
    for person in one.asks:
        yield from _person(person, frame)
    for line in one.nobody_else:
        yield from ("", escaped(line))
    if one.interface:
        yield from ("", f"### {frame('diff_programs')}", "")
        for each in one.interface:
            yield f"- {_programs(each.what)}{_marks(each, frame) if each.fingerprint else ''}"
        yield f"- {frame('diff_step', step=one.step)}"


def _programs(line: str) -> str:
    """Return a line that names keys in backquotes, which Markdown reads as they are meant."""
    parts = line.split("`")
    return "".join(
        code(part) if place % 2 else escaped(part) for place, part in enumerate(parts)
    )


def _marks(one: RowLine | ActOutline | InterfaceLine, frame: Words) -> str:
    reason = one.approved
    approved = f" — {escaped(frame('diff_approved', reason=reason))}" if reason else ""
    return f" ({code(one.fingerprint)}){approved}"


def _row(row: RowLine, frame: Words) -> Iterator[str]:
    yield f"- **{row.level.value}** {escaped(row.place)} {row.how}{_marks(row, frame)}"
    if row.changes_words:
        said = "".join(map(_marked, row.pieces))
        yield f"  > {said}"


def _marked(piece: Piece) -> str:
    before, words, after = piece.apart
    match piece.change:
        case Change.DELETED if words:
            said = f"~~{escaped(words)}~~"
        case Change.INSERTED if words:
            said = f"**{escaped(words)}**"
        case _:
            said = escaped(words)
    return f"{before}{said}{after}"


def _person(one: PersonLine, frame: Words) -> Iterator[str]:
    marks = marks_of(one, frame)
    turn = f"{escaped(one.decision)}: {escaped(one.old)} → **{escaped(one.new)}**"
    yield f"{one.number}. {turn}" + (f" ({escaped(marks)})" if marks else "")
    yield ""
    for path, facts in one.facts:
        said = ", ".join(f"{escaped(key)} = **{escaped(value)}**" for key, value in facts)
        head = code(path) if path else frame("diff_case")
        yield f"   - {head}: {said or frame('fact_unknown')}"
    for key, thing in (("diff_before", one.before), ("diff_now", one.after)):
        yield ""
        yield f"   <details><summary>{frame(key)}</summary>"
        yield ""
        lines = (part for line in thing_lines(thing, "en") for part in line.split("\n"))
        yield from (f"   {line}" if line else "" for line in lines)
        yield ""
        yield "   </details>"
    yield ""
