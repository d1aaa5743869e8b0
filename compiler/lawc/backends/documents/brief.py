"""The parts of an outline that the shorter renderings leave out, and the words for them."""

from __future__ import annotations

from textwrap import shorten

from lawc.backends.documents.outline import FactLine, GroundLine, Group, Line, unpunctuated
from lawc.backends.documents.words import Words
from lawc.runtime.reasons import Rests

_WHOLE = (Rests.DEFINITION, Rests.SOME, Rests.EVERY)  # reasons go no deeper
_KEYS = {True: "rest_true", False: "rest_false", None: "rest_unknown"}
_LONGEST = 90  # characters of a text that is named in passing
_MEMBERS = 10  # of a list, as many as a reader looks at; the others are named or counted


def summary(ground: GroundLine, frame: Words) -> str:
    """Return the ground in one line, without mark and citation."""
    if ground.group is Group.DISPLACED:
        return f"{ground.state}: {'; '.join(ground.effects)}"
    why = because(ground, frame)
    if ground.applies is False and not ground.gives:
        return " — ".join(filter(None, (frame("idle"), why)))
    return (
        why
        if ground.applies is False and why
        else " — ".join(filter(None, (ground.state, why)))
    )


def because(ground: GroundLine, frame: Words) -> str:
    """Return in a few words why the ground does or does not hold."""
    line = ground.condition
    while line.rests not in _WHOLE and not (line.rests is Rests.NOT and line.text):
        carrying = [part for part in line.parts if part.carries]
        if len(carrying) != 1:
            break
        line = carrying[0]
    text = line.text
    if line is ground.condition and (not line.parts or line.rests in _WHOLE):
        text = text or unpunctuated(ground.text)
    if line.parts and not text:
        return _part_names([part for part in line.parts if part.carries], frame)
    own = line.citation in ("", ground.citation)
    words = shortened(text if own else f"{line.citation} {text}")
    known = facts(line)
    both = f"{words} ({known})" if words and known else words or known
    return frame(_KEYS[line.truth], provisions=both) if both else ""


def shortened(text: str) -> str:
    """Return `text`, or as many of its first words as fit on a line."""
    return shorten(text, _LONGEST, placeholder=" …")


def shown_parts(line: Line, group: Group, *, full: bool) -> tuple[Line, ...]:
    """Return the parts of `line` that are shown in their place: all, or those that carry it.

    Definitions that are not settled stay closed: the questions to ask stand elsewhere.
    """
    if full:
        return line.parts
    if group is Group.OPEN and line.rests is Rests.DEFINITION and line.truth is None:
        return ()
    return _carrying(line)[0]


def _carrying(line: Line) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the parts that carry `line`: those to be shown, and further members alike."""
    carrying = tuple(part for part in line.parts if part.carries)
    most = _MEMBERS if line.rests in (Rests.SOME, Rests.EVERY) else len(carrying)
    return carrying[:most], carrying[most:]


def rest(line: Line, frame: Words) -> str:
    """Return in a few words the parts of `line` that `shown_parts` leaves out."""
    others = [part for part in line.parts if not part.carries]
    return _part_names([*_carrying(line)[1], *others], frame)


def _part_names(parts: list[Line], frame: Words) -> str:
    groups = []
    for truth, key in _KEYS.items():
        named = [
            part.citation or shortened(part.text or facts(part) or part.phrase)
            for part in parts
            if part.truth is truth
        ]
        if named:
            groups.append(frame(key, provisions=", ".join(_few(named, frame))))
    return "; ".join(groups)


def _few(names: list[str], frame: Words) -> list[str]:
    """Return the names, or if there are many the first and how many more there are."""
    if len(names) <= 2 * _MEMBERS:
        return names
    return [*names[:_MEMBERS], frame("and_more", number=len(names) - _MEMBERS)]


def empty(line: Line) -> bool:
    """Return whether `line` has nothing to show, as of a rule without condition."""
    return not (line.text or line.citation or line.facts or line.parts)


def facts(line: Line) -> str:
    """Return the facts of `line` on one line."""
    return ", ".join(map(_fact, line.facts))


def _fact(fact: FactLine) -> str:
    named = f"{fact.name} [{fact.path}]" if fact.name else fact.path
    return f"{named} = {fact.value}" + (f" ({fact.remark})" if fact.remark else "")
