"""The operations that lead from one text of an act to another, small ones first.

A change inside an article is applied to that article at once, and stays only if it brings the
text nearer. Elements are matched by their numbers, which never change: if a number is gone, the
element is deleted; if it is new, one is inserted. An element that cannot be led to its new text
by changes inside it is restated; in the end, so is the whole act.
"""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import takewhile
from typing import TypeAlias

from lawc.amend.elements import Text, Way
from lawc.amend.executing import Executing
from lawc.amend.laying import read
from lawc.amend.operations import (
    Add,
    Delete,
    InsertWords,
    Operation,
    Path,
    Place,
    Quote,
    Remove,
    Repeal,
    Replace,
    ReplaceHeading,
    Restate,
    RestateText,
)
from lawc.amend.reading import grammar
from lawc.amend.refusing import Refused
from lawc.amend.rewording import next_change
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.layout import laid_out

NOWHERE = Span(0, 0)
_EACH = 40  # characters that an operation takes besides what it quotes
_OF_WORDS = 25  # the same, of one that changes words: it says best what is new
_WORDINGS = 20  # of one element; with more changes it is restated
_INSIDE = {  # the levels in which an element can be named, by its own
    "article": (None,),
    "paragraph": ("article",),
    "point": ("article", "paragraph"),
    "subpoint": ("point",),
}

Key: TypeAlias = tuple[str, str]


@dataclass(frozen=True)
class _Draft:
    """A text after some operations."""

    text: Text
    operations: tuple[Operation, ...] = ()

    def then(self, operation: Operation) -> _Draft | None:
        """Return the draft with one operation more, if it can be applied."""
        edition = read(self.text.source, self.text.language)
        result = Executing(Source("", "")).apply(edition, operation)
        if isinstance(result, Refused):
            return None
        return _Draft(self.text.changed(result.text), (*self.operations, operation))

    def with_(self, *operations: Operation) -> _Draft:
        """Return the draft with more operations, which were applied to a part of it apart."""
        return _Draft(self.text, (*self.operations, *operations))

    @property
    def cost(self) -> int:
        """The length of the operations for a reader."""
        return sum(map(_cost, self.operations))


def _cost(operation: Operation) -> int:
    values = (getattr(operation, field.name) for field in fields(operation))
    quoted = sum(len(value.text) for value in values if isinstance(value, Quote))
    words = isinstance(operation, Replace | InsertWords | Delete)
    return quoted + (_OF_WORDS if words else _EACH)


def leading(old: Text, new: Text) -> tuple[Operation, ...]:
    """Return operations that lead from `old` to `new`, both in the one layout."""
    start = old.changed(laid_out(old.source, old.language))
    target = new.changed(laid_out(new.source, new.language))
    led = _Leading(target).front(_Draft(start))
    led = led and _Leading(target).inside(led, ())
    return led.operations if led else whole(new)


def whole(new: Text) -> tuple[Operation, ...]:
    """Return the operation that restates the whole act."""
    return (RestateText("whole", quoted(laid_out(new.source, new.language))),)


def quoted(text: str) -> Quote:
    """Return a text as a quotation that stands nowhere yet."""
    return Quote(text.strip(), NOWHERE)


class _Leading:
    """Leads drafts to one text; each step returns None if it does not get there."""

    def __init__(self, target: Text) -> None:
        self.target = target
        patterns = grammar(target.language).patterns
        self.numbers = {
            level: re.compile(patterns["LETTER" if level == "subpoint" else "NUMBERING"])
            for level in _INSIDE
        }

    def front(self, draft: _Draft) -> _Draft | None:
        """Lead the title and the preamble."""
        alone, new = draft.text.changed(_front(draft.text)), _front(self.target)
        if alone.source.text == new:
            return draft
        title = quoted("\n".join(self.target.title))
        for restate in (
            RestateText("title", title),
            RestateText("title_and_preamble", quoted(new)),
        ):
            led = _Draft(alone).then(restate) if restate.new.text else None
            if led and led.text.source.text.strip() == new.strip():
                return draft.with_(restate)
        return None

    def inside(self, draft: _Draft, path: Path) -> _Draft | None:
        """Lead the elements inside one."""
        if _blocks(draft.text, path) == _blocks(self.target, path):
            return draft
        settled = _settled(draft.text, self.target, path)
        old, new = (_keys(text, path, settled) for text in (draft.text, self.target))
        if not all(self._nameable(path, keys) for keys in (old, new)):
            return None
        waiting = list(old)
        led: _Draft | None = draft
        before: Key | None = None
        for key in new:
            if key in waiting:
                place = waiting.index(key)
                led = self._remove(led, path, waiting[:place], new)
                del waiting[: place + 1]
                led = led and (self.element if path else self.article)(led, (*path, key))
            elif key in old:
                return None  # it stands in another order
            else:
                gone = list(takewhile(lambda other: other not in new, waiting))
                led = self._remove(led, path, gone, new)
                del waiting[: len(gone)]
                led = led and self._add(led, path, key, before)
            before = key
        return self._remove(led, path, waiting, new)

    def _nameable(self, path: Path, keys: tuple[Key, ...]) -> bool:
        """Return whether an amending act can name each of the elements inside one."""
        above = path[-1][0] if path else None
        return len(set(keys)) == len(keys) and all(
            level in _INSIDE
            and above in _INSIDE[level]
            and self.numbers[level].fullmatch(number) is not None
            for level, number in keys
        )

    def _remove(
        self, draft: _Draft | None, path: Path, keys: list[Key], new: tuple[Key, ...]
    ) -> _Draft | None:
        for key in keys:
            if draft is None or key in new:
                return None
            remove = Remove(_place((*path, key)))
            draft = draft.then(remove) if path else draft.with_(remove)
        return draft

    def _add(self, draft: _Draft, path: Path, key: Key, before: Key | None) -> _Draft | None:
        new = quoted(_block(self.target, (*path, key)))
        place = _place((*path, key))
        if path:
            return draft.then(Add(place, _place(path), None, new))
        return before and draft.with_(Add(place, None, _place((before,)), new))

    def article(self, draft: _Draft, path: Path) -> _Draft | None:
        """Lead one article, apart from the others: it takes as long in an act of any length."""
        old, new = _block(draft.text, path), _block(self.target, path)
        if old == new:
            return draft
        apart = _Leading(self.target.changed(new))
        led = apart.element(_Draft(draft.text.changed(old)), path)
        return led and draft.with_(*led.operations)

    def element(self, draft: _Draft, path: Path) -> _Draft | None:
        """Lead one element with all in it, by the operations that are shorter to read."""
        new = _block(self.target, path)
        if _block(draft.text, path) == new:
            return draft
        place = _place(path)
        whole = draft.then(Restate(place, quoted(new)))
        drafts = [draft.then(Repeal(place)), self._smaller(draft, path), whole]
        there = [led for led in drafts if led and _block(led.text, path) == new]
        return min(there, key=lambda led: led.cost, default=None)

    def _smaller(self, draft: _Draft, path: Path) -> _Draft | None:
        """Lead the heading of an element, its own text, and the elements in it."""
        led: _Draft | None = draft
        old, new = _heading(draft.text, path), _heading(self.target, path)
        if old != new:
            if not old or not new:
                return None
            led = draft.then(ReplaceHeading(_place(path), quoted(new)))
        for _ in range(_WORDINGS):
            if led is None:
                return None
            change = next_change(led.text, self.target, path)
            if change is None:
                break
            led = led.then(change)
        return led and self.inside(led, path)


def _place(path: Path) -> Place:
    return Place(path, NOWHERE)


def _way(text: Text, path: Path) -> Way:
    return text.find(path)[0]


def _block(text: Text, path: Path) -> str:
    return text.written(_way(text, path))


def _heading(text: Text, path: Path) -> str:
    heading = text.unit(_way(text, path)).heading
    return text.slice(heading) if heading else ""


def _keys(text: Text, path: Path, settled: frozenset[Key]) -> tuple[Key, ...]:
    keys = [(unit.level, unit.number) for unit in text.unit(_way(text, path)).units]
    return tuple(key for key in keys if key not in settled)


def _settled(old: Text, new: Text, path: Path) -> frozenset[Key]:
    """Return the keys that cannot be named apart and are the same in both: versions, dots."""
    lines: list[dict[Key, list[str]]] = []
    for text in (old, new):
        blocks: dict[Key, list[str]] = {}
        for block, key in zip(_blocks(text, path), _keys(text, path, frozenset()), strict=True):
            blocks.setdefault(key, []).append(block)
        lines.append(blocks)
    return frozenset(
        key
        for key, written in lines[0].items()
        if (len(written) > 1 or key[0] not in _INSIDE) and lines[1].get(key) == written
    )


def _blocks(text: Text, path: Path) -> list[str]:
    """Return the lines of the elements inside one."""
    way = _way(text, path)
    return [text.written((*way, place)) for place in range(len(text.unit(way).units))]


def _front(text: Text) -> str:
    return text.source.text[: text.front_end]
