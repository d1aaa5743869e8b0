"""Effects that a sentence denies, which the language does not say so.

Before: `A person is not entitled to a card if ...`. After: the provision that gives the card
does not apply. In a condition the whole clause is denied.
"""

from __future__ import annotations

from lawc.syntax.failed import Failed
from lawc.syntax.senses import sort_of
from lawc.syntax.spoken import spoken, words_of

_EFFECTS = ("EFFECT", "EFFECTS")  # of one thing, of several


def denial(failure: Failed) -> str | None:
    """Return how to say what a denied effect means, None where none is denied."""
    language = failure.sentences.language
    if failure.piece == "sentence" and failure.place == 0:  # `No person is entitled to a card.`
        first = sort_of(failure.words[0].folded, language)
        return _exception(language) if first == "negation" else None
    for place in range(max(1, failure.place - 1), min(failure.place + 1, len(failure.words))):
        if sort_of(failure.words[place].folded, language) != "negation":
            continue
        if not any(is_denied(failure, place) for is_denied in _DENIED):
            continue
        return (
            _clause(failure, place) if _in_condition(failure, place) else _exception(language)
        )
    return None


def _is_inside(failure: Failed, place: int) -> bool:
    """Return whether an effect is begun before a place where reading stops."""
    return place == failure.place and any(
        option.entry.terminal in _EFFECTS and option.begun < place
        for option in failure.reach.options
    )


def _is_amount(failure: Failed, place: int) -> bool:
    """Return whether something else than an amount is denied: `The fee is not paid`."""
    if place + 1 == len(failure.words):
        return False
    return (
        place == failure.place
        and failure.group(place - 1) == "being"
        and "NOUN" in failure.reach.at.get(place, {})
        and failure.sort(place + 1) is None
        and failure.words[place + 1].folded.isalpha()
    )


def _is_second(failure: Failed, place: int) -> bool:
    """Return whether an effect may begin one word before, and is understood without this."""
    if failure.reach.at.get(place - 1, {}).keys().isdisjoint(_EFFECTS):
        return False
    without = (*failure.words[:place], *failure.words[place + 1 :])
    return failure.reach_of(without).place > failure.place


def _is_short(failure: Failed, place: int) -> bool:
    """Return whether a short form stands where an effect may begin: `isn't entitled`."""
    may_begin = not failure.reach.at.get(place, {}).keys().isdisjoint(_EFFECTS)
    return may_begin and "'" in failure.words[place].folded


def _in_condition(failure: Failed, place: int) -> bool:
    """Return whether a condition begins before a place."""
    language = failure.sentences.language
    begin = words_of(language, "if_closed") | words_of(language, "unless_closed")
    return not begin.isdisjoint(word.folded for word in failure.words[:place])


def _clause(failure: Failed, place: int) -> str:
    not_the_case = next(iter(words_of(failure.sentences.language, "not_the_case")), "")
    word = failure.written(place, place + 1)
    return f"begin the clause with `{not_the_case}`, and leave out `{word}`"


def _exception(language: str) -> str:
    filled = {"CITATION": "1", "those": "2", "_tail": "3"}
    excludes = spoken(language, "excludes.excludes", filled).strip(" 123")
    return f"cite the provision that gives it, and write `{excludes}` after the citation"


_DENIED = (_is_inside, _is_second, _is_short, _is_amount)
