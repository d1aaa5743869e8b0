"""The official words of an act beside its text: which of its sentences stand as worded there.

The official text has the same elements with the same labels, in a file `en.official` in the
folder of the act. What stands there as a note is not operative: the note says why.
Numbers of elements, punctuation and capitals are not compared; all else is, word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lawc.source import Source
from lawc.syntax.numbering import citation
from lawc.syntax.structure import Unit, structure
from lawc.syntax.words import folded

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_a-z]|[\"“(])")

Path = tuple[tuple[str, str], ...]


class Element(NamedTuple):
    """An element of a text: its citation and its own operative sentences."""

    citation: str
    sentences: tuple[str, ...]


class Sentence(NamedTuple):
    """An official sentence, and what the act says in the same element.

    `act` is what stands there as it is worded, else all that the element says, and None if the
    act has no such element.
    """

    citation: str
    official: str
    act: str | None
    as_worded: bool


class Worded(NamedTuple):
    """An act beside its official text.

    `added` are the elements of the act of which the official text has no operative words,
    `notes` how many elements of the official text are notes.
    """

    sentences: tuple[Sentence, ...]
    added: tuple[Element, ...]
    notes: int

    @property
    def same(self) -> int:
        """The number of operative sentences that stand in the act as they are worded."""
        return sum(sentence.as_worded for sentence in self.sentences)


def worded(official: Source, act: Source, language: str) -> Worded:
    """Return the official text of an act beside its text; both are numbered alike."""
    there, noted = _elements(official, language)
    here, _ = _elements(act, language)
    sentences = tuple(
        _beside(element.citation, sentence, here.get(path))
        for path, element in there.items()
        for sentence in element.sentences
    )
    added = tuple(
        element for path, element in here.items() if element.sentences and path not in there
    )
    return Worded(sentences, added, noted)


def _beside(citation: str, official: str, element: Element | None) -> Sentence:
    if element is None:
        return Sentence(citation, official, None, as_worded=False)
    wanted = _compared(official)
    same = next((text for text in element.sentences if _compared(text) == wanted), None)
    return Sentence(citation, official, same or " ".join(element.sentences), same is not None)


def _compared(text: str) -> tuple[str, ...]:
    """Return the words that are compared: no signs, but those of money and of shares."""
    return tuple(word for word in folded(text) if word in "$€£%§" or word[-1].isalnum())


def _elements(source: Source, language: str) -> tuple[Mapping[Path, Element], int]:
    """Return the elements of a text by their path, and the number of those that are notes."""
    elements: dict[Path, Element] = {}
    noted = 0
    for path, unit, note in _units(structure(source, language), (), noted=False):
        noted += note
        sentences = () if note else tuple(_sentences(source, unit))
        if note or not sentences:
            continue
        before = elements.get(path)  # several versions of an element are one here
        said = (*before.sentences, *sentences) if before else sentences
        elements[path] = Element(citation(path), said)
    return elements, noted


def _units(unit: Unit, path: Path, *, noted: bool) -> Iterator[tuple[Path, Unit, bool]]:
    """Yield the numbered elements with their paths, and whether a note says all of them."""
    for below in unit.units:
        if below.level == "omitted":
            continue
        inside = (*path, (below.level, below.number))
        note = noted or any(line.terminal == "NOTE" for line in below.text[:1])
        yield inside, below, note
        yield from _units(below, inside, noted=note)


def _sentences(source: Source, unit: Unit) -> Iterator[str]:
    lines = []
    for line in unit.text:
        if line.terminal == "NOTE":  # and what stands below it
            break
        if line.terminal in ("TEXT", "ROW"):
            lines.append(source.text[line.text.start : line.text.end])
    for sentence in _SENTENCE.split(" ".join(" ".join(lines).split())):
        if _compared(sentence):
            yield sentence
