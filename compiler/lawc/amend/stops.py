"""Full stops: which of them end a sentence, and which belong to a number, a name, a short form.

The compiler takes each full stop for the end of a sentence. If it can read every piece of a
text, all its stops are ends. In other texts a stop is judged by the signs and words around it;
if these do not settle it, it is a doubt and no guess.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from lawc.amend.wording import wording
from lawc.records import dataclass
from lawc.syntax.nodes import Tree
from lawc.syntax.numbering import numbering_of
from lawc.syntax.sentences import Sentences
from lawc.syntax.words import Word

_STOP = "."
_AROUND = re.compile(r"\S*\s*\S*")
_OPENS = "\"'“«([‘"
_CLOSES = "\"'”»)]’"
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_BEGINNING = re.compile(r"\S*\Z")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words around a full stop that may or may not end a sentence."""

    words: str


def sentence_ends(
    text: str, row: tuple[Word, ...], language: str, sentences: Sentences | None
) -> tuple[int, ...] | Doubt:
    """Return how many words of a row stand up to the end of each sentence in it."""
    stops = [place for place, word in enumerate(row, 1) if word.folded == _STOP]
    if not stops or stops[-1] < len(row):
        stops.append(len(row))
    pieces = [row[start:end] for start, end in pairwise((0, *stops))]
    if (
        len(pieces) > 1
        and sentences is not None
        and all(isinstance(sentences.read("sentence", piece), Tree) for piece in pieces)
    ):
        return tuple(stops)
    ends = []
    text = text[: row[-1].end]
    for place in stops[:-1]:
        is_end = _ends(text, row[place - 1].start, language)
        if is_end is None:
            return Doubt(_around(text, row[place - 1].start))
        if is_end:
            ends.append(place)
    return (*ends, len(row))


def _ends(text: str, stop: int, language: str) -> bool | None:
    """Return whether the full stop at an offset ends a sentence; None if that is uncertain."""
    before = _BEGINNING.search(text, 0, stop)
    word = f"{before[0] if before else ''}{_STOP}".casefold().lstrip(_OPENS)
    after = text[stop + 1 :]
    if _between_marks(text, stop):
        return False
    if after[:1].isalnum() or after[:1] in (",", ";", ":", "-"):
        return False
    inner = after.lstrip(_CLOSES)
    if inner != after and (not inner or inner.lstrip()[:1].islower()):
        return False  # what ends there stands between marks
    following = after.lstrip().lstrip(_OPENS)[:1]
    apart = after[:1].isspace()
    if word in _word_list(language, "titles") and apart:
        return False
    short = word in _word_list(language, "abbreviations") or _STOP in word[:-1]
    if short and apart and (following.islower() or following.isdigit()):
        return False
    plain = not short and len(word) > 2 and apart  # noqa: PLR2004 - a letter is an initial
    return True if plain and following.isupper() else None


def _between_marks(text: str, stop: int) -> bool:
    """Return whether more follows a stop before the quotation or bracket it is in ends."""
    if text[stop + 1 : stop + 2] in tuple(_CLOSES):
        return False
    before, after = text[:stop], text[stop + 1 :]
    if before.count('"') % 2 and '"' in after:
        return True
    return any(before.count(a) > before.count(b) and b in after for a, b in _PAIRS)


def _around(text: str, stop: int) -> str:
    """Return the words before and after a full stop."""
    begin = _BEGINNING.search(text, 0, stop)
    match = _AROUND.match(text, begin.start() if begin else stop)
    return " ".join(match[0].split()) if match else _STOP


@cache
def _word_list(language: str, key: str) -> frozenset[str]:
    return frozenset(wording(language)(key).split())


def continued(sentence: str, language: str) -> str:
    """Return a sentence as it goes on after a comma.

    Its first letter is small if the language writes the word so: a name keeps its capital, and
    so does a citation.
    """
    cited = numbering_of("", language).levels[0].word
    first = re.match(r"\w+", sentence)
    small = first is not None and first[0].casefold() in _word_list(language, "written_small")
    if not small or sentence.startswith(cited) or sentence[1:2].isupper():
        return sentence
    return sentence[:1].lower() + sentence[1:]
