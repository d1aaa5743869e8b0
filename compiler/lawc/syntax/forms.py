"""Words in a form that the language does not write.

A short form, a hyphen inside a word, an abbreviation, a number that begins with its point. What
turns the sense is named as the language says it; a hyphen alone is proposed to be left out.
"""

from __future__ import annotations

import re
from itertools import islice

from lawc.diagnostics.model import Fix
from lawc.syntax.failed import Failed
from lawc.syntax.fixing import fix
from lawc.syntax.follow import Option
from lawc.syntax.listing import example, of_the_kind, rank, words_of_phrase
from lawc.syntax.near import Edit
from lawc.syntax.senses import NUMBER, sort_of
from lawc.syntax.spelling import is_short_denial
from lawc.syntax.spoken import words_of
from lawc.syntax.words import folded, goes_on

_SHOWN = 3  # phrases that say no
_POINT_FIRST = re.compile(r"\.\d+")
_STOPS_INSIDE = re.compile(r"[^\W\d]+\.(?:[^\W\d]+\.)+")  # `e.g.`


def number_beginning_with_point(failure: Failed) -> str | None:
    """Return how to write a number that begins with its point: `.5`."""
    number = failure.written(failure.place, failure.place + 1)
    if not _POINT_FIRST.fullmatch(number):
        return None
    return f"write a digit before the point: `0{number}`"


def abbreviation(failure: Failed) -> str | None:
    """Return to write an abbreviation in full, in which a full stop ends the sentence."""
    text, word = failure.source.text, failure.words[failure.place]
    abbreviation = _STOPS_INSIDE.match(text, word.start)
    return _in_full(abbreviation.group()) if abbreviation else None


def abbreviation_at_end(failure: Failed) -> str | None:
    """Return the same where the sentence goes on after the full stop, in small letters."""
    if len(failure.words) < 2 or failure.words[-1].folded != ".":  # noqa: PLR2004
        return None
    last = failure.words[-2]
    after = failure.source.text[failure.words[-1].end :].lstrip(" \t")
    if last.end != failure.words[-1].start or not goes_on(after):
        return None
    whole = _STOPS_INSIDE.match(failure.source.text, last.start)
    word = failure.written(len(failure.words) - 2, len(failure.words) - 1)
    if whole:
        return _in_full(whole.group())
    return _in_full(f"{word}.") if word.isalpha() else None


def _in_full(abbreviation: str) -> str:
    return f"write `{abbreviation}` in full: a full stop ends the sentence"


def without_hyphen(failure: Failed) -> tuple[str, Fix] | None:
    """Return to leave out a hyphen inside words that the language writes apart."""
    place, words = failure.place, failure.words
    if not 0 < place < len(words) - 1 or words[place].folded != "-":
        return None
    before, after = words[place - 1], words[place + 1]
    if before.end != words[place].start or words[place].end != after.start:
        return None
    words_of_number = failure.sort(place - 1) == NUMBER and before.folded.isalpha()
    if failure.sort(place + 1) == NUMBER and not words_of_number:
        return None  # it may be a minus
    apart = (*words[:place], *words[place + 1 :])
    without = fix(failure, Edit(place - 1, place + 2, (before.folded, after.folded)))
    if without is None or not failure.reads(apart):
        return None
    return f"write `{without.text}`, without a hyphen", without


def short_denial(failure: Failed) -> str | None:
    """Return the phrases that deny, where a short form does: `isn't`."""
    language = failure.sentences.language
    word = failure.words[failure.place].folded
    if not is_short_denial(word, language):
        return None
    denying = (
        each for each in of_the_kind(failure) if not each.is_word and _denies(each, language)
    )
    named = dict.fromkeys(
        f"`{example(failure, each.entry)}`" for each in rank(failure, denying)
    )
    ways = ", ".join(islice(named, _SHOWN))
    short = failure.written(failure.place, failure.place + 1)
    return f"write what `{short}` stands for in full, as in {ways}" if ways else None


def short_form(failure: Failed) -> str | None:
    """Return to write a short form that denies in full, where no phrase that denies fits."""
    short = failure.written(failure.place, failure.place + 1)
    denies = is_short_denial(failure.words[failure.place].folded, failure.sentences.language)
    return f"write what `{short}` stands for in full" if denies else None


def _denies(option: Option, language: str) -> bool:
    words = words_of_phrase(option.entry.items)
    return any(sort_of(word, language) == "negation" for word in words)


def affirmation(failure: Failed) -> str | None:
    """Return what to write for `it is the case that`, which the language only denies."""
    language = failure.sentences.language
    for denial in words_of(language, "not_the_case"):
        plain = tuple(word for word in folded(denial) if sort_of(word, language) != "negation")
        for begun in {
            each.begun for each in failure.reach.options if each.begun < failure.place
        }:
            written = failure.words[begun : begun + len(plain)]
            if tuple(word.folded for word in written) == plain:
                whole = failure.written(begun, begun + len(plain))
                return (
                    f"write the condition itself, without `{whole}`; before what must not be "
                    f"so stands `{denial}`"
                )
    return None
