"""Amounts that a drafter compares or computes in other words than the language.

Before: `the rent exceeding 500 euro`, `the rent minus 5 euro`, `20 euro per rod`.
After: `is more than`, `less`, `multiplied by`.
"""

from __future__ import annotations

from collections.abc import Mapping

from lawc.syntax import phrases
from lawc.syntax.failed import Failed
from lawc.syntax.parts import in_its_own_sentence, some_noun
from lawc.syntax.reader import Row
from lawc.syntax.senses import NUMBER
from lawc.syntax.spoken import spoken, words_of
from lawc.syntax.words import folded

_OPERATIONS: Mapping[str, tuple[str, str]] = {  # how an amount is computed: its operation, what
    "difference": ("less", "what is taken from it"),  # its second part is
    "sum": ("plus", "what is added to it"),
    "product": ("multiplied", "a number"),
}


def way_to_compute(failure: Failed) -> str | None:
    """Return how the amount is said at which reading stopped, None if not known."""
    place, denied = _word(failure)
    match failure.way(place):
        case "more":
            return _comparison(failure, denied=denied)
        case "difference" | "sum" | "product" as rule:
            return _operation(failure, rule)
        case "limit":
            return _limit(failure)
        case "apiece":
            return _apiece(failure)
        case "aim":
            return _aim(failure)
    return (
        _currency(failure)
        or _either(failure)
        or (_limit(failure) if _compares(failure, place) else None)
        or _compared_together(failure)
        or _half_compared(failure)
        or _said_otherwise(failure)
        or _recurring(failure)
    )


def _word(failure: Failed) -> tuple[int, bool]:
    """Return the word that counts, after `does not`, and whether it is denied."""
    place = failure.place
    denied = failure.sort(place - 1) == "negation"
    while place + 1 < len(failure.words):
        negation = failure.sort(place) == "negation" and failure.way(place) is None
        is_duty = failure.way(place) == "duty" and failure.sort(place + 1) == "negation"
        if not (negation or is_duty or failure.group(place) == "doing"):
            break
        denied = denied or negation
        place += 1
    return place, denied


def _compares(failure: Failed, place: int) -> bool:
    """Tell whether a comparison begins at a place: `at most`, `more than`."""
    before = ("negation", "connective", "own", "article", "being")
    while {failure.sort(place), failure.group(place)}.intersection(before):
        place += 1
    return failure.sort(place) == "comparison"


def _following(failure: Failed) -> set[str]:
    """Return the words of the language that may stand at the place, or may go on there."""
    return {option.entry.written for option in failure.reach.options if option.is_word}


def _currency(failure: Failed) -> str | None:
    """Return how an amount of money is written, where the sign of its currency stands."""
    word = failure.words[failure.place].folded
    money = [entry for entry in failure.sentences.entries if entry.terminal == "CURRENCY"]
    written = [entry.written for entry in money if entry.key.casefold() == word]
    return f"write an amount of money as a number and `{written[0]}`" if written else None


def _comparison(failure: Failed, *, denied: bool) -> str | None:
    language = failure.sentences.language
    text = spoken(language, "comparison.at_most" if denied else "comparison.more")
    (linking,) = words_of(language, "_compared")
    start = failure.place - (failure.sort(failure.place - 1) == "negation")
    for words in (f"{linking} {text}", text):
        if failure.goes_on(start, (words, some_noun(failure))):
            return f"write `{words}`"
    return _limit(failure)


def _operation(failure: Failed, rule: str) -> str | None:
    operation, second = _OPERATIONS[rule]
    text = spoken(failure.sentences.language, f"operation.{operation}")
    place = failure.place
    comma = place > 0 and failure.words[place - 1].folded == ","
    if failure.goes_on(place - comma, (text,)):
        return f"write `{text}` between an amount and {second}"
    begins = max(at for at in failure.reach.at if at <= place)
    if begins and failure.goes_on(begins, (some_noun(failure), text)):
        return f"write an amount, `{text}`, and {second}"
    return None


def _limit(failure: Failed) -> str | None:
    """Return how an amount is limited: `The fee is capped at 5 euro`."""
    language = failure.sentences.language
    limits = [
        spoken(language, f"limit.{name}", {"term": " "}).strip()
        for name in ("not_more", "not_less")
    ]
    if failure.goes_on(failure.place, (limits[1],)):  # only of an amount that is given
        return f"write `{limits[0]}` or `{limits[1]}`"
    (linking,) = words_of(language, "_compared")
    amount = f"{some_noun(failure)}, {limits[0]}"
    if not any(
        failure.goes_on(failure.place, (way,)) for way in (amount, f"{linking} {amount}")
    ):
        return None
    return f"say what the amount is, and limit it after `, {limits[0]}` or `, {limits[1]}`"


def _apiece(failure: Failed) -> str | None:
    """Return how an amount for each of several is said: `20 euro per rod`."""
    if failure.sort(failure.place + 1) == "unit":
        return _recurring(failure)
    text = spoken(failure.sentences.language, "operation.multiplied")
    if text not in _following(failure):
        return None
    begins = max(at for at, taken in failure.reach.at.items() if "NOUN" in taken)
    operations = words_of(failure.sentences.language, "operation")
    if begins == 0 or failure.words[begins - 1].folded not in operations:
        return f"write `{text}` and the number of what it is for"
    signs = (at for at in range(failure.place, len(failure.words)) if _is_sign(failure, at))
    return in_its_own_sentence(failure.written(begins, next(signs, len(failure.words))))


def _is_sign(failure: Failed, place: int) -> bool:
    return not any(map(str.isalnum, failure.words[place].folded))


def _recurring(failure: Failed) -> str | None:
    """Return that an amount ends before how often it is paid: `300 euro a month`."""
    text = spoken(failure.sentences.language, "operation.multiplied")
    before = failure.words[failure.place - 1].folded if failure.place else ""
    units = [entry for entry in failure.sentences.entries if entry.terminal == "CURRENCY"]
    if text not in _following(failure) or all(before not in entry.items for entry in units):
        return None
    begins = failure.group(failure.place) == "article" or failure.way(failure.place) == "apiece"
    unit = begins and failure.sort(failure.place + 1) == "unit"
    if not unit and failure.way(failure.place) != "time":
        return None
    return "end the amount here: for which time it is paid is said where it is declared"


def _aim(failure: Failed) -> str | None:
    """Return how it is said for whom, or for what, an amount is: `20 euro for a pupil`."""
    if failure.group(failure.place + 1) != "article":
        return _apiece(failure)
    closed = words_of(failure.sentences.language, "if_closed") & _following(failure)
    conditions = sorted(filter(str.isalpha, closed))
    row = Row(failure.sentences.reader, failure.words)
    matches = phrases.find(row.reader.root, row.folded, failure.place + 1, row.value)
    if not conditions or all(each.entry.terminal != "CLASS" for each in matches):
        return None
    return f"say in a condition of whom it is so, after `{conditions[0]}`"


def _either(failure: Failed) -> str | None:
    """Return the comparisons, where two are joined: `is less than or equal to 5 euro`."""
    comparisons = sorted(words_of(failure.sentences.language, "comparison"))
    before = tuple(word.folded for word in failure.words[: failure.place])
    if failure.sort(failure.place) != "connective" or all(
        before[-len(words) :] != words for words in map(folded, comparisons)
    ):
        return None
    return f"say which is meant: {', '.join(f'`{text}`' for text in comparisons)}"


def _compared_together(failure: Failed) -> str | None:
    """Return how two amounts are compared: `if the rent and the income are less than 5`."""
    linking = words_of(failure.sentences.language, "_compared")
    if failure.sort(failure.place) != "connective" or not linking <= _following(failure):
        return None
    return "compare each of them in a clause of its own"


def _half_compared(failure: Failed) -> str | None:
    """Return how a number alone is compared: `less than 500 euro or 600 euro`."""
    places = (at for at, taken in failure.reach.at.items() if "TEST" in taken)
    place = max((at for at in places if at <= failure.place), default=None)
    if place is None or failure.sort(place) != NUMBER:
        return None
    if failure.sort(place - 1) == "connective" and failure.place > place:
        joining = failure.written(place - 1, place)
        return f"say the comparison in full after `{joining}`: what is compared, and with what"
    (linking,) = words_of(failure.sentences.language, "_compared")
    after = range(failure.place, len(failure.words))
    if all(failure.words[at].folded != linking for at in after):
        return None
    return f"begin a comparison with the name of what is compared, before `{linking}`"


def _said_otherwise(failure: Failed) -> str | None:
    """Return how another amount is said for the other cases: `, otherwise 200 euro`."""
    comma = failure.words[failure.place].folded == ","
    if failure.way(failure.place + comma) != "alternative":
        return None
    return "say in a sentence of its own what it is otherwise, with the condition for that"
