"""Lists that an amending act leaves open, or with a hole in their numbers.

If a last item is added or deleted, the connective and the full stop must move too. They are
moved only if that is ordered: the amendments that order it are proposed, ready to be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from typing import TypeAlias

from lawc.amend.edition import Edition, Element, Way, one_line
from lawc.amend.operations import (
    Add,
    Operation,
    Path,
    Remove,
    Repeal,
    Restate,
    RestateText,
    Step,
)
from lawc.amend.periods import starts_reader
from lawc.amend.quotes import marked
from lawc.amend.wording import wording
from lawc.amend.words import pattern, whole_words
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.reader import Row
from lawc.syntax.words import words

_JOINING = ("ends_and", "ends_or")
_LONGEST = 8  # words that are quoted from the end of an item


@dataclass(frozen=True, slots=True)
class _End:
    """The end of an item: the way to its element, its kind, its words, and the whole text.

    `kind` is the rule of the grammar: `ends`, `ends_and`, `ends_or`, `ends_list`; empty if the
    item ends in none of these.
    """

    way: Way
    kind: str
    ending: str
    text: str


def list_faults(
    old: Edition, new: Edition, steps: tuple[Step, ...], amending: Source
) -> Iterator[Diagnostic]:
    """Yield the faults of the lists and the numbers that an amending act leaves."""
    seen: set[Path] = set()  # each list is looked at once, however many of its items change
    numbered: set[Span] = set()  # what several elements are named by is marked once
    closing = cache(lambda holder, level: tuple(_hidden_closing(old, holder, level)))
    gaps = cache(lambda holder, level: tuple(_gaps(new, holder, level)))
    for step in steps:
        operation = step.operation
        if not isinstance(operation, Add | Remove | Repeal | Restate):
            continue
        *above, (level, _) = operation.place.path
        holder = tuple(above)
        listing = old.levels.listing
        if level in listing:
            for last, text in closing(holder, level):
                if _touches(old, operation, last) and not _keeps(new, last, text, operation):
                    yield _may_close(text, step, amending)
        if isinstance(operation, Remove) and operation.place.span not in numbered:
            for fault in _number_left_out(gaps(holder, level), step, amending):
                numbered.add(operation.place.span)
                yield fault
        if level not in listing or isinstance(operation, Restate) or holder in seen:
            continue
        seen.add(holder)
        open_ = (_left_open(old, new, way, step, amending) for way in _ways(new, holder))
        yield from islice((fault for fault in open_ if fault is not None), 1)


def _ways(edition: Edition, path: Path) -> tuple[Way, ...]:
    return edition.find(path) if path else ((),)


# --- connectives and full stops -----------------------------------------------------------


def _left_open(
    old: Edition, new: Edition, way: Way, step: Step, amending: Source
) -> Diagnostic | None:
    """Return that the items of a list do not end as those of a list do, if they did before."""
    assert isinstance(step.operation, Add | Remove | Repeal)
    level = step.operation.place.path[-1][0]
    ends = _ends(new, way, level)
    before = next((_ends(old, other, level) for other in _same(old, new, way)), ())
    fault = _fault(new, ends)
    if isinstance(step.operation, Remove):  # else a note stands behind the last item
        fault = fault or _not_ended(new, ends, before)
    if fault is None or not before or _fault(old, before) is not None:
        return None
    proposed = _proposal(new, ends, before)
    help_ = "move the connective and the full stop too"
    if proposed:
        help_ = f"say this too: `{proposed}`"
    message, severity = fault, Severity.ERROR
    if isinstance(step.operation, Repeal):  # the number is still there, with a note
        severity = Severity.WARNING
    label = Label(amending, step.operation.place.span)
    return Diagnostic(Code.LIST_LEFT_OPEN, message, label, (), help_, step.where, severity)


def _same(old: Edition, new: Edition, way: Way) -> tuple[Way, ...]:
    return old.find(new.path(way)) if way else ((),)


def _fault(edition: Edition, ends: tuple[_End, ...]) -> str | None:
    """Return the fault in the ends of items."""
    if not ends:
        return None
    say = wording(edition.language)
    place = [say.place(edition.path(end.way)) for end in ends]
    if ends[-1].kind in _JOINING:
        return f"`{place[-1]}` is the last of its list now, and ends in `{ends[-1].ending}`"
    for number, end in enumerate(ends[:-1]):
        if end.kind == "ends_list":
            return f"`{place[number]}` ends in a full stop, and the list goes on"
    joining = [number for number, end in enumerate(ends[:-2]) if end.kind in _JOINING]
    if joining and not all(end.kind in _JOINING for end in ends[:-1]):
        number = joining[0]
        return (
            f"`{ends[number].ending}` stands after `{place[number]}`, which is not last but one"
        )
    return None


def _not_ended(
    edition: Edition, ends: tuple[_End, ...], before: tuple[_End, ...]
) -> str | None:
    """Return that the last item does not end in a full stop, if that of before did."""
    if not (ends and before) or (before[-1].kind, ends[-1].kind) != ("ends_list", "ends"):
        return None
    place = wording(edition.language).place(edition.path(ends[-1].way))
    return f"`{place}` is the last of its list now, and ends in `{ends[-1].ending}`"


def _proposal(edition: Edition, ends: tuple[_End, ...], before: tuple[_End, ...]) -> str:
    """Return the amendments that give the items of a list the ends that they should have."""
    joined = [end.ending for end in before[:-1] if end.kind in _JOINING]
    last = before[-1].ending
    wanted = [";"] * len(ends)
    wanted[-1] = last
    if joined and len(ends) > 1:
        wanted[-2] = joined[-1]
    say = wording(edition.language)
    sentences = []
    for end, ending in zip(ends, wanted, strict=True):
        if end.ending == ending or not end.kind or not ending:
            continue
        quotes = _quotes(end, ending)
        if quotes is None:
            return ""
        place = say.place(edition.path(end.way))
        old, new = (say("words", quoted=quote) for quote in quotes)
        sentences.append(say("replaces", place=place, old=old, new=new, are=say("many")))
    return "; ".join(sentences)


def _quotes(end: _End, ending: str) -> tuple[str, str] | None:
    """Return words of an item with its end, which occur once, and the same with another end."""
    row = words(end.text)
    body = end.text[: len(end.text) - len(end.ending)].rstrip()
    count = len(words(body))
    for first in range(count - 1, max(-1, count - _LONGEST), -1):
        start = row[first].start
        old, new = end.text[start:], f"{body[start:]}{ending}"
        wanted = pattern(old)
        if len(list(whole_words(end.text, Span(0, len(end.text)), wanted))) == 1:
            quotes = marked(old), marked(new)
            return (quotes[0], quotes[1]) if quotes[0] and quotes[1] else None
    return None


def _ends(edition: Edition, way: Way, level: str) -> tuple[_End, ...]:
    """Return the ends of the items of a list; a repealed element is no item."""
    return tuple(
        _end(edition, (*way, place))
        for place, unit in enumerate(edition.inside(way))
        if unit.level == level and not _is_hole(unit)
    )


def _is_hole(element: Element) -> bool:
    lines = element.unit.text
    return bool(lines) and lines[0].terminal == "NOTE" and not element.units


def _end(edition: Edition, way: Way) -> _End:
    """Return the end of an item: of one that opens a list, that of the list."""
    element = edition.element(way)
    listed = [place for place, unit in enumerate(element.units) if not _is_hole(unit)]
    closing = one_line(element.units[-1].closing) if listed else ""
    if listed and not closing:
        return _end(edition, (*way, listed[-1]))
    lines = [line for line in element.unit.text if line.terminal == "TEXT"]
    own = " ".join(element.lines[line.text.start : line.text.end] for line in lines)
    text = closing or one_line(own)
    row = words(text)
    for count in (2, 1):
        if len(row) > count:
            readings, _ = Row(starts_reader(edition.language), row[-count:]).readings(
                "item_end"
            )
            if readings:
                return _End(way, readings[0].name, text[row[-count].start :], text)
    return _End(way, "", text[-1:] if text[-1:] == "," else "", text)


# --- numbers --------------------------------------------------------------------------------


_Gap: TypeAlias = tuple[Element | None, Element]
"""Two elements beside each other whose numbers do not follow; none before the first."""


def _gaps(new: Edition, holder: Path, level: str) -> Iterator[_Gap]:
    """Yield the places at which numbers are left out."""
    for way in _ways(new, holder):
        same = [unit for unit in new.inside(way) if unit.level in (level, "omitted")]
        for before, after in pairwise((None, *same)):
            if after is None or "omitted" in (after.level, before and before.level):
                continue
            counted = new.levels.by_key[level]
            if before is None and after.number != counted.first:
                yield None, after
            elif before is not None and not counted.follows(before.number, after.number):
                yield before, after


def _number_left_out(
    gaps: tuple[_Gap, ...], step: Step, amending: Source
) -> Iterator[Diagnostic]:
    """Yield that a deleted element leaves a hole in the numbers of those around it."""
    assert isinstance(step.operation, Remove)
    place = step.operation.place
    for before, after in gaps:
        order = after.levels.by_key[after.level].order
        number = order(place.path[-1][1])
        if number < order(after.number) and (before is None or order(before.number) < number):
            name = one_line(amending.text[place.span.start : place.span.end])
            where = f"after `{before.label}`" if before else "first"
            message = f"without `{name}`, `{after.label}` stands {where}: a number is left out"
            help_ = "let it be repealed: its number then stays, with a note that says so"
            label = Label(amending, place.span)
            yield Diagnostic(Code.NUMBER_LEFT_OUT, message, label, (), help_, step.where)
            return


# --- closing words on the line of the last item -----------------------------------------------


def _hidden_closing(old: Edition, holder: Path, level: str) -> Iterator[tuple[Path, str]]:
    """Yield the last item of a list, with words in it that may belong to the whole list."""
    for way in _ways(old, holder):
        items = [unit for unit in old.inside(way) if unit.level == level]
        text = _closing_words(items[-1].but(closing="")) if len(items) > 1 else ""
        if text and not any(map(_closing_words, items[:-1])):
            yield (*holder, items[-1].key), text


def _may_close(text: str, step: Step, amending: Source) -> Diagnostic:
    """Return that words of the last item of a list may belong to the whole list."""
    assert not isinstance(step.operation, RestateText)
    message = f"`{text}` may be said of the whole list, and stands in its last item"
    help_ = (
        "if it is, write it in the act on a line of its own that begins below the number "
        "of the last item"
    )
    label = Label(amending, step.operation.place.span)
    return Diagnostic(Code.CLOSING_WORDS, message, label, (), help_, step.where)


def _touches(edition: Edition, operation: Operation, last: Path) -> bool:
    """Return whether an operation takes away the last item of a list, or goes on behind it."""
    if isinstance(operation, Add):
        order = edition.levels.by_key[last[-1][0]].order
        return order(operation.place.path[-1][1]) > order(last[-1][1])
    return isinstance(operation, Remove | Repeal | Restate) and operation.place.path == last


def _keeps(new: Edition, last: Path, text: str, operation: Operation) -> bool:
    """Return whether words that may close a list still end it."""
    if isinstance(operation, Add):
        last = operation.place.path
    return any(
        text in one_line(new.element(way).text) or _closing_words(new.element(way))
        for way in new.find(last)
    )


def _closing_words(item: Element) -> str:
    """Return the words after a comma in an item that may belong to the whole list."""
    match = _closes(item.language).search(one_line(item.text))
    return "" if match is None else match[1]


@cache
def _closes(language: str) -> re.Pattern[str]:
    return re.compile(rf"[,;]\s((?:{wording(language)('closes_lists')})\b.*)", re.DOTALL)
