"""Parts of an amount, by which the language multiplies the amount.

Before: `half of the rent`, `one-third of the rent`, `40 per cent of 500 euro`.
After: `the rent multiplied by one half`, and so on.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.syntax import phrases
from lawc.syntax.failed import Failed
from lawc.syntax.phrases import Slot
from lawc.syntax.reader import Row
from lawc.syntax.senses import NUMBER
from lawc.syntax.spoken import spoken, words_of
from lawc.syntax.words import folded

_LONGEST = 5  # words of a fraction, or of an amount
_VERBS = ("being", "having", "doing")
_ENDING = ("connective", "condition", "negation", "comparison", "operation")


def way_to_say_part(failure: Failed) -> str | None:
    """Return how the part of an amount is said that stands where reading stopped."""
    if not any("NOUN" in taken for taken in failure.reach.at.values()):
        return None
    language = failure.sentences.language
    by = spoken(language, "operation.multiplied")
    for part, start, end in _parts(failure):
        if end >= len(failure.words) or "NOUN" not in failure.reach.at.get(start, {}):
            continue
        of_it = failure.way(end) == "part"
        if not of_it and (failure.place == end or failure.group(end) != "article"):
            continue
        amount = _amount(failure, end + of_it)
        if amount and failure.goes_on(start, (some_noun(failure), by, part)):
            return f"write `{amount} {by} {part}`"
        if amount:
            return in_its_own_sentence(
                failure.written(start, end + of_it + len(folded(amount)))
            )
    return None


def some_noun(failure: Failed) -> str:
    """Return the name of an amount; it has no slots."""
    nouns = (entry for entry in failure.sentences.entries if entry.terminal == "NOUN")
    return next((noun.written for noun in nouns if noun.items == folded(noun.written)), "")


def in_its_own_sentence(amount: str) -> str:
    """Return how an amount is said that cannot be computed where its name may stand."""
    return (
        f"say in a sentence of its own what `{amount}` is, as a quantity that the vocabulary "
        "declares, and write its name here"
    )


def numbered_part(failure: Failed) -> str | None:
    """Return a part with its number, where it stands without: `half`, `a half`."""
    place = failure.place + (failure.group(failure.place) == "article")
    if place >= len(failure.words) or not _is_part(failure, place):
        return None
    number = spoken(failure.sentences.language, "unit.n1")
    return f"{number} {failure.written(place, place + 1)}"


def _is_part(failure: Failed, place: int) -> bool:
    """Tell whether a part without its number stands at a place: `half`."""
    denominators = words_of(failure.sentences.language, "denominator")
    return failure.words[place].folded in denominators


def _parts(failure: Failed) -> Iterator[tuple[str, int, int]]:
    """Yield the parts at or just before the place, as written, and where they begin and end."""
    row = Row(failure.sentences.reader, failure.words)
    place = failure.place
    for start in range(max(0, place - _LONGEST), place + 1):
        for end, _ in row.value(Slot("", "fraction"), start):
            if end >= place:
                yield failure.written(start, end), start, end
    for at in (place, place + 1):
        if at >= len(failure.words) or not _is_part(failure, at):
            continue
        part = failure.written(at, at + 1)
        hyphen = at > 1 and not any(map(str.isalnum, row.folded[at - 1]))
        if hyphen:  # `one-third`
            yield f"{failure.written(at - 2, at - 1)} {part}", at - 2, at + 1
        elif at == place:
            number = spoken(failure.sentences.language, "unit.n1")
            yield f"{number} {part}", at, at + 1


def _amount(failure: Failed, start: int) -> str | None:
    """Return the amount that begins at a place, in the words of the drafter."""
    row = Row(failure.sentences.reader, failure.words)
    matches = phrases.find(row.reader.root, row.folded, start, row.value)
    if any(each.entry.terminal == "MANY" for each in matches):
        return None  # a part of several things
    end = max((each.end for each in matches if each.entry.terminal == "NOUN"), default=0)
    if not end:  # an amount that is not declared, or in figures
        if failure.group(start) != "article" and failure.sort(start) != NUMBER:
            return None
        end = start + 1
        last = min(start + _LONGEST, len(failure.words))
        while end < last and row.folded[end][:1].isalnum():
            if failure.group(end) in _VERBS or failure.sort(end) in _ENDING:
                return None
            end += 1
    return failure.written(start, end) or None
