"""What the shorter renderings leave out of an outline, and what they say instead."""

from __future__ import annotations

from textwrap import shorten

from lawc.backends.documents.outline import GroundLine, Group, Line
from lawc.backends.documents.words import Words
from lawc.runtime.reasons import Rests

_WHOLE = (Rests.DEFINITION, Rests.SOME, Rests.EVERY, Rests.NOT)  # reasons go no deeper
_LONGEST = 90  # characters of a text that is named in passing


def because(ground: GroundLine, frame: Words) -> str:
    """Return in a few words why the ground does or does not hold."""
    line = ground.condition
    while line.rests not in _WHOLE:
        carrying = [part for part in line.parts if part.carries]
        if len(carrying) != 1:
            break
        line = carrying[0]
    if line.text:
        said = f"{line.citation} {line.text}".strip()
        found = facts(line)
        return f"{shortened(said)}: {frame.truth(line.truth)}" + (
            f" ({found})" if found else ""
        )
    if not line.parts:
        return facts(line)
    return _named([part for part in line.parts if part.carries], frame)


def shortened(text: str) -> str:
    """Return `text`, or as many of its first words as fit on a line."""
    return shorten(text, _LONGEST, placeholder=" …")


def opened(line: Line, group: Group, *, full: bool) -> tuple[Line, ...]:
    """Return the parts of `line` that are shown in their place: all, or those that carry it.

    Of what is not settled, definitions stay closed: what to ask is said apart.
    """
    if full:
        return line.parts
    if group is Group.OPEN and line.rests is Rests.DEFINITION and line.truth is None:
        return ()
    return tuple(part for part in line.parts if part.carries)


def rest(line: Line, frame: Words) -> str:
    """Return in a few words the parts of `line` on which its truth does not rest."""
    return _named([part for part in line.parts if not part.carries], frame)


def _named(parts: list[Line], frame: Words) -> str:
    found = []
    for truth, key in ((True, "rest_true"), (False, "rest_false"), (None, "rest_unknown")):
        named = [
            part.citation or shortened(part.text or facts(part) or part.phrase)
            for part in parts
            if part.truth is truth
        ]
        if named:
            found.append(frame(key, provisions=", ".join(named)))
    return "; ".join(found)


def facts(line: Line) -> str:
    """Return the facts of `line` on one line."""
    return ", ".join(
        f"{fact.path} = {fact.value}" + (f" ({fact.remark})" if fact.remark else "")
        for fact in line.facts
    )
