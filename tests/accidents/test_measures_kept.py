"""A proposal never changes what a number counts, of how many something is so, or who is meant.

Before: `eighteen months` in place of `eighteen years`, `all` in place of `each`, `the childs`
in place of `the child`. After: what is proposed, if anything, has the unit and the quantifier
that are written; and of a word in the other number it makes the sentence that was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.accidents.mending import Piece, applied, as_meant, pieces
from tests.sampling import some

from lawc.diagnostics.model import Fix
from lawc.source import Source
from lawc.syntax.nodes import Tree
from lawc.syntax.senses import senses, turning
from lawc.syntax.unread import unread
from lawc.syntax.words import folded, words

IRREGULAR = {"child": "children", "woman": "women", "man": "men", "person": "people"}
OTHER = IRREGULAR | {plural: single for single, plural in IRREGULAR.items()}
MEASURES = ("unit", "quantifier")
PIECES = tuple({(piece.piece, piece.text): piece for piece in pieces()}.values())


def other_numbers(piece: Piece) -> Iterator[str]:
    """Yield the text with one noun or verb in the other number."""
    for word in words(piece.text):
        written = piece.text[word.start : word.end]
        if not written.isalpha() or word.folded in senses(piece.language):
            continue
        other = OTHER.get(word.folded) or (
            written[:-1] if written.endswith("s") else f"{written}s"
        )
        yield piece.text[: word.start] + other + piece.text[word.end :]


def other_measures(piece: Piece) -> Iterator[str]:
    """Yield the text with another unit, or another quantifier, in place of one."""
    sorts = senses(piece.language)
    for word in words(piece.text):
        sort = sorts.get(word.folded)
        if sort in MEASURES:
            for other in sorted(other for other in sorts if sorts[other] == sort):
                if other != word.folded:
                    yield piece.text[: word.start] + other + piece.text[word.end :]


def fixes(piece: Piece, text: str) -> tuple[Fix, ...]:
    """Return the texts proposed for a text that does not read."""
    reading = piece.read(text)
    if isinstance(reading, Tree) or reading.readings:
        return ()
    source = Source("test/act/en.law", text)
    return unread(reading, piece.sentences, piece.piece, source, "").fixes


def test_the_other_number_of_a_word_is_mended_to_what_was_meant() -> None:
    taken = PIECES[::3]
    taken = taken[:: len(taken) // min(some(len(taken)), len(taken))]
    proposals = [
        (piece, text, applied(text, fix))
        for piece in taken
        for text in other_numbers(piece)
        for fix in fixes(piece, text)
    ]

    assert len(proposals) > len(taken)
    assert [
        (piece.text, text, proposal)
        for piece, text, proposal in proposals
        if not as_meant(piece, proposal)
    ] == []


def test_a_unit_and_a_quantifier_stay_as_they_are_written() -> None:
    accidents = [(piece, text) for piece in PIECES for text in other_measures(piece)]

    assert len(accidents) > 500
    assert [
        (text, proposal)
        for piece, text in accidents
        for proposal in (applied(text, fix) for fix in fixes(piece, text))
        if turning(folded(proposal), piece.language) != turning(folded(text), piece.language)
    ] == []
