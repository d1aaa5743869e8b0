"""Two wordings of a vocabulary never fit the same words: a sentence would have two readings."""

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

    Of many that are the same words, each is told of with the first: not each with each.
    """

    def read(slot: Slot, literal: tuple[str, ...]) -> list[int]:
        if not literal:
            return []
        row = Row(sentences.reader, tuple(Word(text, *NOWHERE) for text in literal))
        return [end for end, _ in row.value(slot, 0)]

    values: dict[str, set[tuple[str | Slot, ...]]] = {}
    for one in sentences.entries:
        if one.terminal == "CHOICE":
            values.setdefault(_choice(one), set()).add(one.items)

    def agree(slot: Slot, other: Slot) -> bool:
        said = (values.get(each.choice, set()) for each in (slot, other))
        same = slot.choice == other.choice or not set.isdisjoint(*said)
        return slot.rule == other.rule and same

    seen: set[frozenset[Label | None]] = set()
    for entry in sentences.entries:
        for node in overlapping(sentences.reader.root, entry.items, read, agree):
            other = next((one for one in node.ends if _differ(one, entry)), entry)
            pair = frozenset((entry.label, other.label))
            if other is not entry and pair not in seen:
                seen.add(pair)
                yield from _overlap(other, entry)


def _differ(one: Entry, other: Entry) -> bool:
    """Tell whether two wordings stand in one place of a sentence, and mean two things.

    What is said of things of two kinds is told apart by the noun before it.
    """
    return (
        one.terminal == other.terminal
        and (one.key, one.form) != (other.key, other.form)
        and one.label != other.label
        and not (one.terminal in SAID and one.about != other.about)
        and not (one.terminal == "CHOICE" and _choice(one) != _choice(other))
    )


def _choice(entry: Entry) -> str:
    """Return the fact of which a wording is a value: each is asked for by its fact."""
    return entry.key.partition("=")[0]


def _overlap(one: Entry, other: Entry) -> Iterator[Diagnostic]:
    labels = [entry.label for entry in (one, other) if entry.label is not None]
    if len(labels) < 2 or labels[0] == labels[1]:  # noqa: PLR2004 - both are declared
        return
    labels.sort(key=lambda label: (label.source.name, label.span))
    message = (
        f"`{one.written}` and `{other.written}` fit the same words"
        if one.written != other.written
        else f"`{one.written}` is the wording of two declarations"
    )
    yield Diagnostic(
        Code.OVERLAPPING_PHRASES,
        message,
        labels[1],
        (Label(labels[0].source, labels[0].span, "the other one"),),
        "keep one of them, or make their words differ",
    )
