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
from lawc.syntax.listing import example, of_the_kind, ranked, words_of_phrase
from lawc.syntax.near import Edit
from lawc.syntax.senses import NUMBER, sort_of
from lawc.syntax.spelling import is_short_denial
from lawc.syntax.spoken import words_of
from lawc.syntax.words import folded, goes_on

_SHOWN = 3  # phrases that say no
_POINT_FIRST = re.compile(r"\.\d+")
_STOPS_INSIDE = re.compile(r"[^\W\d]+\.(?:[^\W\d]+\.)+")  # `e.g.`


def number_beginning_with_point(one: Failed) -> str | None:
    """Return how to write a number that begins with its point: `.5`."""
    said = one.said(one.place, one.place + 1)
    if not _POINT_FIRST.fullmatch(said):
        return None
    return f"write a digit before the point: `0{said}`"


def abbreviated(one: Failed) -> str | None:
    """Return to write an abbreviation in full, in which a full stop ends the sentence."""
    text, word = one.source.text, one.words[one.place]
    found = _STOPS_INSIDE.match(text, word.start)
    return _in_full(found.group()) if found else None


def ended_by_abbreviation(one: Failed) -> str | None:
    """Return the same where the sentence goes on after the full stop, in small letters."""
    if len(one.words) < 2 or one.words[-1].folded != ".":  # noqa: PLR2004
        return None
    last = one.words[-2]
    after = one.source.text[one.words[-1].end :].lstrip(" \t")
    if last.end != one.words[-1].start or not goes_on(after):
        return None
    whole = _STOPS_INSIDE.match(one.source.text, last.start)
    said = one.said(len(one.words) - 2, len(one.words) - 1)
    if whole:
        return _in_full(whole.group())
    return _in_full(f"{said}.") if said.isalpha() else None


def _in_full(said: str) -> str:
    return f"write `{said}` in full: a full stop ends the sentence"


def hyphened(one: Failed) -> tuple[str, Fix] | None:
    """Return to leave out a hyphen inside words that the language writes apart."""
    place, words = one.place, one.words
    if not 0 < place < len(words) - 1 or words[place].folded != "-":
        return None
    before, after = words[place - 1], words[place + 1]
    if before.end != words[place].start or words[place].end != after.start:
        return None
    if sort_of(after.folded, one.sentences.language) == NUMBER:
        return None  # it may be a minus
    apart = (*words[:place], *words[place + 1 :])
    made = fix(one, Edit(place - 1, place + 2, (before.folded, after.folded)))
    if made is None or not one.reads(apart):
        return None
    return f"write `{made.text}`, without a hyphen", made


def shortened(one: Failed) -> str | None:
    """Return the phrases that deny, where a short form does: `isn't`."""
    language = one.sentences.language
    said = one.words[one.place].folded
    if not is_short_denial(said, language):
        return None
    denying = (each for each in of_the_kind(one) if _denies(each, language))
    named = dict.fromkeys(f"`{example(one, each.entry)}`" for each in ranked(one, denying))
    ways = ", ".join(islice(named, _SHOWN))
    short = one.said(one.place, one.place + 1)
    return f"write what `{short}` stands for in full, as in {ways}" if ways else None


def short_form(one: Failed) -> str | None:
    """Return to write a short form that denies in full, where no phrase that denies fits."""
    short = one.said(one.place, one.place + 1)
    denies = is_short_denial(one.words[one.place].folded, one.sentences.language)
    return f"write what `{short}` stands for in full" if denies else None


def _denies(option: Option, language: str) -> bool:
    words = words_of_phrase(option.entry.items)
    return any(sort_of(word, language) == "negation" for word in words)


def affirmed(one: Failed) -> str | None:
    """Return what to write for `it is the case that`, which the language only denies."""
    language = one.sentences.language
    for said in words_of(language, "not_the_case"):
        plain = tuple(word for word in folded(said) if sort_of(word, language) != "negation")
        for begun in {each.begun for each in one.reach.options if each.begun < one.place}:
            written = one.words[begun : begun + len(plain)]
            if tuple(word.folded for word in written) == plain:
                whole = one.said(begun, begun + len(plain))
                return (
                    f"write the condition itself, without `{whole}`; before what must not be "
                    f"so stands `{said}`"
                )
    return None
