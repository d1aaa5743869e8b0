"""Changes of the vocabulary: declarations, as they were and as they are.

The words of a law may stay and mean something else, or an assumption may go: then the change is
in a declaration, and is shown at its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from lawc.records import dataclass
from lawc.source import NOWHERE, Source, Span

_FIRST = re.compile(r"^[^\s#]", re.MULTILINE)  # of a declaration: what is indented goes on
_TOKEN = re.compile(r"[\w.]+")
_NAMING = 2  # the words that name a declaration: what it is, and its key
_COMMENT = re.compile(r"(?m)^\s*#.*$")


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declaration as it is laid out in a vocabulary."""

    source: Source
    span: Span

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines without layout and comments."""
        text = _COMMENT.sub("", self.source.text[slice(*self.span)])
        return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())

    @property
    def name(self) -> tuple[str, ...]:
        """Its name: the kind of declaration, and the key."""
        return tuple(_TOKEN.findall(self.lines[0])[:_NAMING])


@dataclass(frozen=True, slots=True)
class Redeclared:
    """A declaration that changed: its lines that went and that came.

    `place` is its place in the new vocabulary, in the old one if it is gone.
    """

    key: str
    place: Declaration
    old: tuple[str, ...]
    new: tuple[str, ...]


def declarations(source: Source) -> Iterator[Declaration]:
    """Yield the declarations of a vocabulary, in order."""
    starts = [match.start() for match in _FIRST.finditer(source.text)]
    for start, end in zip(starts, [*starts[1:], len(source.text)], strict=True):
        yield Declaration(source, Span(start, start + len(source.text[start:end].rstrip())))


def redeclarations(old: Iterable[Source], new: Iterable[Source]) -> tuple[Redeclared, ...]:
    """Return the declarations that are not the same in two vocabularies, in order."""
    before = [declaration for source in old for declaration in declarations(source)]
    after = [declaration for source in new for declaration in declarations(source)]
    was, now = ({declaration.lines for declaration in side} for side in (before, after))
    gone = [declaration for declaration in before if declaration.lines not in now]
    changes: list[Redeclared] = []
    for declaration in after:
        if declaration.lines in was:
            continue
        other = next((each for each in gone if each.name == declaration.name), None)
        if other is not None:
            gone.remove(other)
        lines = () if other is None else other.lines
        changes.append(_change(lines, declaration.lines, declaration))
    places = {declaration.lines: declaration for declaration in after}
    left = (_change(lost.lines, (), _before(lost, before, places, after)) for lost in gone)
    return (*changes, *left)


def _change(old: tuple[str, ...], new: tuple[str, ...], place: Declaration) -> Redeclared:
    went: list[str] = []
    came: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            went += old[a:b]
            came += new[c:d]
    first = (new or old)[0]
    named = _TOKEN.findall(first)[:_NAMING]
    head = first if first not in (*went, *came) else None
    shown = [tuple(filter(None, (head, *lines))) for lines in (went, came)]
    return Redeclared(named[-1] if named else "", place, shown[0], shown[1])


def _before(
    gone: Declaration,
    before: list[Declaration],
    places: Mapping[tuple[str, ...], Declaration],
    after: list[Declaration],
) -> Declaration:
    """Return the declaration that a gone one stood behind, as it is now."""
    for earlier in reversed(before[: before.index(gone)]):
        if earlier.lines in places and earlier.source.name == gone.source.name:
            return places[earlier.lines]
    return after[0] if after else Declaration(gone.source, NOWHERE)


@dataclass(frozen=True, slots=True)
class Words:
    """The changes of the vocabulary, and the keys of it that each element of the act uses."""

    redeclared: tuple[Redeclared, ...] = ()
    used: Mapping[str, frozenset[str]] | None = None

    def at(self, eid: str) -> tuple[Redeclared, ...]:
        """Return the changes that may alter what an element means: of what it uses, else all.

        The default of a decision stands under the key of the decision.

        No element uses an assumption; its declaration names no key of a kind.
        """
        if not eid:
            assumed = tuple(change for change in self.redeclared if "." not in change.key)
            return assumed or self.redeclared
        inside = {
            key
            for name, keys in (self.used or {}).items()
            if name == eid or name.startswith(f"{eid}__")
            for key in keys
        }
        mine = tuple(
            change
            for change in self.redeclared
            if change.key in inside or change.key.rpartition(".")[2] == eid
        )
        return mine or self.redeclared

    def of(self, key: str) -> Redeclared | None:
        """Return the declaration of a key, if it changed."""
        return next((change for change in self.redeclared if change.key == key), None)
