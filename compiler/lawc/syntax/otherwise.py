"""How the language says what a drafter says otherwise; it is named, and never proposed.

Before: `the rent does not exceed 500 euro`, `one half of the rent`, `A tenant shall apply.`
After: `is not more than`, `the rent multiplied by one half`, and that a note decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from lawc.syntax import phrases
from lawc.syntax.failed import Failed
from lawc.syntax.phrases import Slot
from lawc.syntax.reader import Row
from lawc.syntax.senses import groups, sort_of, ways
from lawc.syntax.spoken import spoken, words_of
from lawc.syntax.tables import table

_LONGEST = 5  # words of a fraction, or of an amount
_AMOUNTS: Mapping[str, str] = {  # how an amount is computed: what its second part is
    "difference": "what is taken from it",
    "sum": "what is added to it",
}
_VERBS = ("being", "having", "doing")


def otherwise(one: Failed) -> str | None:
    """Return how the language says what stands where reading stopped, None if not known."""
    if several := _of_several(one):
        return several
    place, denied = _word(one)
    way = ways(one.sentences.language).get(one.words[place].folded)
    match way:
        case "more":
            return _comparison(one, denied=denied)
        case "difference" | "sum":
            return _amount(one, way)
        case "limit" if _takes(one, "NOUN"):
            said = spoken(one.sentences.language, "comparison.at_most")
            return f"write an amount, and what it is limited to after `, {said}`"
        case "product":
            return _part(one, one.place)
        case "duty":
            return _duty(one)
    if place + 1 < len(one.words) and _is_part(one, place):
        return _part(one, place + 1)
    return None


def duty_after(one: Failed, place: int) -> bool:
    """Tell whether a word that lays a duty on somebody stands at a place."""
    row = one.words[place : place + 1]
    return any(ways(one.sentences.language).get(word.folded) == "duty" for word in row)


def noted(language: str) -> str:
    """Return how a sentence that decides nothing is marked."""
    note = table((f"words.{language}",), ("words",)).texts["NOTE"]
    return f"if it decides nothing, begin it with `{note}`, as the last line"


def _word(one: Failed) -> tuple[int, bool]:
    """Return the word that counts, after `does not`, and whether it is denied."""
    language = one.sentences.language
    place = one.place
    denied = bool(place) and sort_of(one.words[place - 1].folded, language) == "negation"
    while place + 1 < len(one.words):
        word = one.words[place].folded
        negation = sort_of(word, language) == "negation" and word not in ways(language)
        if not negation and groups(language).get(word) != "doing":
            break
        denied = denied or negation
        place += 1
    return place, denied


def _of_several(one: Failed) -> str | None:
    """Return how one of several things is spoken of in a condition: `a child is sick`."""
    if not _takes(one, "TEST"):
        return None
    row = Row(one.sentences.reader, one.words)
    found = phrases.find(row.reader.root, row.folded, one.place, row.value)
    kinds = {each.entry.about for each in found if each.entry.terminal == "CLASS"}
    language = one.sentences.language
    if one.place + 2 < len(one.words) and _is_part(one, one.place):  # `half of the children`
        found = phrases.find(row.reader.root, row.folded, one.place + 2, row.value)
        kinds = {each.entry.key for each in found if each.entry.terminal == "MANY"}
    many = next(
        (
            each.written
            for each in one.sentences.entries
            if each.terminal == "MANY" and each.key in kinds
        ),
        None,
    )
    if many is None:
        return None
    number = {"count": spoken(language, "unit.n1")}
    quantifiers = [
        spoken(language, f"quantifier.{name}", number) for name in ("at_least", "each", "none")
    ]
    said = ", ".join(f"`{text} {many}`" for text in quantifiers)
    return f"say of how many it is to be so: {said}"


def _takes(one: Failed, terminal: str) -> bool:
    return terminal in one.reach.at.get(one.place, {})


def _following(one: Failed) -> set[str]:
    """Return the words of the language that may stand at the place, or may go on there."""
    return {option.entry.written for option in one.reach.options if option.is_word}


def _comparison(one: Failed, *, denied: bool) -> str | None:
    language = one.sentences.language
    said = spoken(language, "comparison.at_most" if denied else "comparison.more")
    linking = _following(one) & words_of(language, "compares")
    if linking:
        return f"write `{' '.join((*linking, said))}`"
    return f"write `{said}`" if any(said in text for text in _following(one)) else None


def _amount(one: Failed, way: str) -> str | None:
    (said,) = words_of(one.sentences.language, way)
    comma = bool(one.place) and one.words[one.place - 1].folded == ","
    if comma or said in _following(one):
        return f"write `{said}` between an amount and {_AMOUNTS[way]}"
    if _takes(one, "NOUN") and one.place:
        return f"write an amount, `{said}`, and {_AMOUNTS[way]}"
    return None


def _is_part(one: Failed, place: int) -> bool:
    """Tell whether a part without its number stands at a place: `half`."""
    return one.words[place].folded in words_of(one.sentences.language, "denominator")


def _part(one: Failed, place: int) -> str | None:
    """Return how a part of an amount is said; the word between them stands at `place`."""
    language = one.sentences.language
    if ways(language).get(one.words[place].folded) != "product":
        return None
    row = Row(one.sentences.reader, one.words)
    part = next(
        (
            one.said(start, place)
            for start in range(max(0, place - _LONGEST), place)
            if any(end == place for end, _ in row.value(Slot("", "fraction"), start))
        ),
        "",
    )
    if not part and place != one.place:
        part = f"{spoken(language, 'unit.n1')} {one.said(place - 1, place)}"
    nouns = phrases.find(row.reader.root, row.folded, place + 1, row.value)
    end = max((each.end for each in nouns if each.entry.terminal == "NOUN"), default=0)
    if not end:  # an amount that is not declared, or in figures
        end = place + 1
        while end <= place + _LONGEST and row.folded[end][:1].isalnum():
            if groups(language).get(row.folded[end]) in _VERBS:
                return None
            end += 1
    (by,) = words_of(language, "product")
    amount = one.said(place + 1, end)
    return f"write `{amount} {by} {part}`" if part and amount else None


def _duty(one: Failed) -> str | None:
    begins_list = one.words[-1].folded == ":"
    if one.piece != "sentence" or begins_list or not _takes(one, "EFFECT"):
        return None
    note = noted(one.sentences.language)
    return f"{note}; if it decides, declare in the vocabulary what it says"
