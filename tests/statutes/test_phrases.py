"""Phrases of vocabularies hold no law: what decides is worded in the act.

Where the official text stands beside an act, no phrase of its jurisdiction has a connective,
exception, quantifier, citation, number, day, amount or defined term but in a slot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests.statutes.official import OFFICIAL

from lawc.folders import find_act
from lawc.pipeline import vocabulary_of
from lawc.syntax.phrases import Entry

CONNECTIVES = "and or nor if unless except where provided notwithstanding despite otherwise not"
QUANTIFIERS = "each every all any both either neither none least most more less fewer than"
CITATIONS = "section subsection paragraph subparagraph clause article chapter"
NUMBERS = (
    "one two three four five six seven eight nine ten hundred thousand half third quarter per"
)
DAYS = "january february april june july august september october november december"
DECIDING = frozenset(" ".join((CONNECTIVES, QUANTIFIERS, CITATIONS, NUMBERS, DAYS)).split())
PHRASES = frozenset({"TEST", "PREDICATE", "CLASS", "EFFECT", "EFFECTS", "EFFECT_CLAUSE"})
ARTICLES = frozenset({"a", "an", "the"})
TERMS = ("quantity:", "concept:")


def words(entry: Entry) -> tuple[str, ...]:
    """Return the words of a wording, its slots and articles apart."""
    return tuple(item for item in entry.items if isinstance(item, str) and item not in ARTICLES)


def deciding(phrase: Entry, terms: Iterable[tuple[str, ...]]) -> list[str]:
    """Return what only a law may say of the words of a phrase."""
    row = words(phrase)
    said = [word for word in row if word in DECIDING or any(map(str.isdigit, word))]
    places = range(len(row))
    return said + [
        " ".join(term) for term in terms if term in {row[at : at + len(term)] for at in places}
    ]


def entries(jurisdiction: Path) -> Iterator[Entry]:
    """Yield the wordings of a jurisdiction."""
    act = min(jurisdiction.glob("*/en.law"))
    vocabulary, _ = vocabulary_of(find_act(act.parent))
    for of_language in vocabulary.entries.values():
        yield from of_language


@pytest.mark.parametrize(
    "jurisdiction",
    sorted({path.parents[1] for path in OFFICIAL}),
    ids=lambda path: path.name,
)
def test_no_phrase_says_what_the_act_decides(jurisdiction: Path) -> None:
    wordings = list(entries(jurisdiction))
    terms = [words(entry) for entry in wordings if entry.key.startswith(TERMS)]
    phrases = [
        entry
        for entry in wordings
        if entry.terminal in PHRASES
        and entry.form != "negative"
        and not entry.key.startswith(TERMS)
    ]

    assert phrases
    assert {entry.written: said for entry in phrases if (said := deciding(entry, terms))} == {}
