"""Wordings of a vocabulary that fit the same words: a sentence would have two readings."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import NOWHERE
from lawc.syntax.phrases import Entry, Slot, overlapping
from lawc.syntax.reader import Row
from lawc.syntax.sentences import Sentences
from lawc.syntax.subjects import SAID
from lawc.syntax.words import Word


def check_overlaps(sentences: Sentences) -> Iterator[Diagnostic]:
    """Yield a problem for each wording that could be the same words as another one.

    If many could be the same words, each is reported with the first, not with every other.
    """

    def read(slot: Slot, literal: tuple[str, ...]) -> list[int]:
        if not literal:
            return []
        row = Row(sentences.reader, tuple(Word(text, *NOWHERE) for text in literal))
        return [end for end, _ in row.value(slot, 0)]

    values: dict[str, set[tuple[str | Slot, ...]]] = {}
    for entry in sentences.entries:
        if entry.terminal == "CHOICE":
            values.setdefault(_choice(entry), set()).add(entry.items)

    def agree(slot: Slot, other: Slot) -> bool:
        choices = (values.get(side.choice, set()) for side in (slot, other))
        same = slot.choice == other.choice or not set.isdisjoint(*choices)
        return slot.rule == other.rule and same

    seen: set[frozenset[Label | None]] = set()
    for entry in sentences.entries:
        for node in overlapping(sentences.reader.root, entry.items, read, agree):
            other = next((end for end in node.ends if _differ(end, entry)), entry)
            pair = frozenset((entry.label, other.label))
            if other is not entry and pair not in seen:
                seen.add(pair)
                yield from _overlap(other, entry)


def _differ(entry: Entry, other: Entry) -> bool:
    """Return whether two wordings stand in one place of a sentence, and mean two things.

    Wordings about things of two kinds do not clash: the noun before them tells the kind.
    """
    return (
        entry.terminal == other.terminal
        and (entry.key, entry.form) != (other.key, other.form)
        and entry.label != other.label
        and not (entry.terminal in SAID and entry.about != other.about)
        and not (entry.terminal == "CHOICE" and _choice(entry) != _choice(other))
    )


def _choice(entry: Entry) -> str:
    """Return the fact whose value a wording names."""
    return entry.key.partition("=")[0]


def _overlap(first: Entry, second: Entry) -> Iterator[Diagnostic]:
    labels = [entry.label for entry in (first, second) if entry.label is not None]
    if len(labels) < 2 or labels[0] == labels[1]:  # noqa: PLR2004 - both are declared
        return
    labels.sort(key=lambda label: (label.source.name, label.span))
    message = (
        f"`{first.written}` and `{second.written}` fit the same words"
        if first.written != second.written
        else f"`{first.written}` is the wording of two declarations"
    )
    yield Diagnostic(
        Code.OVERLAPPING_PHRASES,
        message,
        labels[1],
        (Label(labels[0].source, labels[0].span, "the other one"),),
        "keep one of them, or make their words differ",
    )
