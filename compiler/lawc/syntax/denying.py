"""Effects that a sentence denies, which the language does not say so.

Before: `A person is not entitled to a card if ...`. After: the provision that gives the card
does not apply. In a condition the whole clause is denied.
"""

from __future__ import annotations

from lawc.syntax.failed import Failed
from lawc.syntax.senses import sort_of
from lawc.syntax.spelling import is_short_denial
from lawc.syntax.spoken import spoken, words_of
from lawc.syntax.words import folded

_EFFECTS = ("EFFECT", "EFFECTS")  # of one thing, of several


def denied(one: Failed) -> str | None:
    """Return how to say what a denied effect means, None where none is denied."""
    language = one.sentences.language
    if one.piece == "sentence" and one.place == 0:  # `No person is entitled to a card.`
        first = sort_of(one.words[0].folded, language)
        return _exception(language) if first == "negation" else None
    for place in range(max(1, one.place - 1), min(one.place + 1, len(one.words))):
        if sort_of(one.words[place].folded, language) != "negation":
            continue
        if not any(is_denied(one, place) for is_denied in _DENIED):
            continue
        return _clause(one, place) if _in_condition(one, place) else _exception(language)
    return None


def _is_inside(one: Failed, place: int) -> bool:
    """Return whether an effect is begun before a place where reading stops."""
    return place == one.place and any(
        option.entry.terminal in _EFFECTS and option.begun < place
        for option in one.reach.options
    )


def _is_amount(one: Failed, place: int) -> bool:
    """Return whether something else than an amount is denied: `The fee is not paid`."""
    return (
        place == one.place
        and one.group(place - 1) == "being"
        and "NOUN" in one.reach.at.get(place, {})
        and one.sort(place + 1) is None
        and one.words[place + 1].folded.isalpha()
    )


def _is_comparison(one: Failed, place: int) -> bool:
    """Return whether a comparison is denied that has no opposite: `not equal to`."""
    language = one.sentences.language
    equal = folded(spoken(language, "comparison.equal"))
    row = tuple(word.folded for word in one.words[place : place + 1 + len(equal)])
    in_full = not is_short_denial(row[0], language)
    return row[1:] == equal and in_full and _in_condition(one, place)


def _is_second(one: Failed, place: int) -> bool:
    """Return whether an effect may begin one word before, and is understood without this."""
    if one.reach.at.get(place - 1, {}).keys().isdisjoint(_EFFECTS):
        return False
    without = (*one.words[:place], *one.words[place + 1 :])
    return one.reach_of(without).place > one.place


def _is_short(one: Failed, place: int) -> bool:
    """Return whether a short form stands where an effect may begin: `isn't entitled`."""
    may_begin = not one.reach.at.get(place, {}).keys().isdisjoint(_EFFECTS)
    return may_begin and "'" in one.words[place].folded


def _in_condition(one: Failed, place: int) -> bool:
    """Return whether a condition begins before a place."""
    language = one.sentences.language
    begin = words_of(language, "if_closed") | words_of(language, "unless_closed")
    return not begin.isdisjoint(word.folded for word in one.words[:place])


def _clause(one: Failed, place: int) -> str:
    said = next(iter(words_of(one.sentences.language, "not_the_case")), "")
    return f"begin the clause with `{said}`, and leave out `{one.said(place, place + 1)}`"


def _exception(language: str) -> str:
    filled = {"CITATION": "1", "class": "2", "_tail": "3"}
    said = spoken(language, "excludes.excludes", filled).strip(" 123")
    return f"cite the provision that gives it, and write `{said}` after the citation"


_DENIED = (_is_inside, _is_second, _is_short, _is_amount, _is_comparison)
