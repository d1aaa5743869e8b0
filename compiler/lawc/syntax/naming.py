"""The ways that the language has where a help would have to choose the sense of a sentence.

Before: `is at most 5`, where `at least` would read, and `not more than` is meant. After: all
the comparisons of the language, none of them proposed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from itertools import islice

from lawc.syntax.citing import citation_help
from lawc.syntax.failed import Failed
from lawc.syntax.fixing import as_written
from lawc.syntax.listing import VALUE_HELPS, names_of
from lawc.syntax.mending import Mended, Trial, counted_words
from lawc.syntax.near import Edit
from lawc.syntax.parts import in_its_own_sentence, numbered_part
from lawc.syntax.senses import AFTER_NUMBERS, NUMBER, SIGN, sort_of, turning
from lawc.syntax.sentences import Unread
from lawc.syntax.spoken import spoken, words_of
from lawc.syntax.words import Word, folded

_AHEAD = 8  # words that a way may stand in place of
_SHOWN = 5  # ways that a help names
_SEVERAL = 2  # ways: one alone would be a proposal
_FAMILIES = (("comparison", "quantifier", "negation"), ("connective", "condition"))
_CURRENCY = "Sc"  # the category of `$`
_DASH = "Pd"
_QUOTES = ("Pi", "Pf")
_BRACKETS = ("()", "[]")
_ONE = "1"  # stands for the number of a paragraph, or of things


def name_ways(failure: Failed, mending: Mended) -> str | None:
    """Return the ways to say what turns the sense, None where nothing does."""
    place, sort = _turning(failure, mending)
    written = failure.words[place].folded
    if sort == NUMBER and _is_figure(written):
        return "write thousands apart with a space, and decimals after a point"
    parts = words_of(failure.sentences.language, "denominator")
    if failure.reach.values and failure.words[failure.place].folded in parts:
        return f"write `{numbered_part(failure)}`"
    if sort == NUMBER or (mending.lacks_number and sort is None):
        others = [
            edit
            for edit in mending.ways
            if turning(edit.words, failure.sentences.language) == ()
        ]
        around = dict.fromkeys(_around(Trial(failure), edit) for edit in others)
        if mending.lacks_number and 0 < len(around) < _SHOWN:
            return f"say which is meant: {_quoted(around)} or a number"
        other = failure.sort(failure.place) not in (None, NUMBER) or _may_be_amount(failure)
        lacks = mending.lacks_number and not other
        return VALUE_HELPS["count"] if lacks else _counted(failure)
    match sort:
        case None:
            return _counted(failure)
        case "sign":
            return _sign(failure, place)
        case "level" if _follows_amount(failure, place):
            return _unit(failure)
        case "level":
            language = failure.sentences.language
            return citation_help(language) if place == failure.place else None
        case "unit":
            return _unit(failure)
        case "condition" if sort_of(written, failure.sentences.language) == sort:
            if not _may_follow(failure, place):
                return _begun(failure) or _again(failure, place) or _condition(failure)
    ways = _joined_otherwise(failure, sort) or _choices(failure, mending, place, sort)
    if ways is None and sort == "condition" and written not in failure.texts.values():
        return f"say the condition with {_conditions(failure)}"
    return ways


def _is_figure(word: str) -> bool:
    """Tell whether a word is a number in figures that the language does not write."""
    return any(map(str.isdigit, word)) and not word.isdigit() and "-" not in word


def _turning(failure: Failed, mending: Mended) -> tuple[int, str | None]:
    """Return the word that turns the sense, or that one stands in place of, and its sort."""
    language = failure.sentences.language
    row = tuple(word.folded for word in failure.words)
    if sort_of(row[failure.place], language) == SIGN:
        return failure.place, SIGN
    for edit in mending.ways:
        operates = edit.words and _operations(language).issuperset(edit.words)
        sorts = [sort_of(word, language) for word in row[edit.start : edit.end]]
        sorts += ["operation"] if operates else [sort_of(word, language) for word in edit.words]
        turning_sorts = [sort for sort in sorts if sort not in (None, SIGN)]
        if turning_sorts:  # of `one` for `any` the number is not what is meant
            least = min(turning_sorts, key=lambda sort: sort == NUMBER)
            return min(edit.start, len(row) - 1), least
    begun = min((option.begun for option in failure.reach.options), default=failure.place)
    for place in range(min(failure.place, len(row) - 1), min(begun, failure.place) - 1, -1):
        before = turning(row[:place], language)
        if len(turning(row[: place + 1], language)) > len(before):
            return place, sort_of(row[place], language)
    return failure.place, None


def _may_be_amount(failure: Failed) -> bool:
    """Tell whether a whole amount may be meant by the word at the place, and not its number."""
    counted = {*counted_words(failure.sentences)}
    after = failure.words[failure.place + 1 : failure.place + 2]
    return (
        "NOUN" in failure.reach.at.get(failure.place, {})
        and failure.words[failure.place].folded not in counted
        and not any(word.folded in counted for word in after)
    )


# --- signs and units -------------------------------------------------------------------------


def _sign(failure: Failed, place: int) -> str | None:
    """Return how to say without a sign what it stands for."""
    sign = failure.words[place].folded
    if unicodedata.category(sign[0]) == _CURRENCY:
        return f"write an amount of money as a number and {names_of(failure, 'CURRENCY', '')}"
    number = failure.words[place - 1].folded if place else ""
    if sign == '"' or unicodedata.category(sign[0]) in _QUOTES:
        return f"leave out the quotation marks, `{sign}`"
    if sign in _BRACKETS[0] and (inside := _in_brackets(failure, place)):
        return inside
    if _says_nothing(failure, place):
        return f"leave out the `{sign}`"
    if sign == "%":
        share = spoken(failure.sentences.language, "fraction.per_cent", {"DECIMAL": number})
        return f"say the share in words: `{share}`" if share else VALUE_HELPS["fraction"]
    if unicodedata.category(sign[0]) == _DASH or sign == "\u2212":
        following = failure.words[place + 1 : place + 2]
        between = number[:1].isdigit() and following and following[0].folded[0].isdigit()
        language = failure.sentences.language
        if between:
            text = next(iter(words_of(language, "span")), "")
            return (
                f"say without a sign what is meant: `{text}` leads from one number to another"
            )
        text = spoken(language, "operation.less")
        return f"say without a sign what is meant: `{text}` takes one amount from another"
    return f"say in words of the sentence what `{sign}` stands for"


def _in_brackets(failure: Failed, place: int) -> str | None:
    """Return how it is said what belongs together, where brackets show it."""
    row = tuple(word.folded for word in failure.words)
    closes = row.index(_BRACKETS[0][1], place) if _BRACKETS[0][1] in row[place:] else place
    inside = failure.written(place + 1, closes)
    operations = _operations(failure.sentences.language)
    if any(f" {text} " in f" {inside} " for text in operations):
        return in_its_own_sentence(inside)
    if any(failure.sort(at) == "connective" for at in range(place, closes)):
        return "write the conditions as a list that says how they are joined"
    return None


def _says_nothing(failure: Failed, place: int) -> bool:
    """Tell whether a sign stands by no amount, and the words go on without it."""
    signs = next((pair for pair in _BRACKETS if failure.words[place].folded in pair), None)
    row = tuple(
        word
        for word in failure.words
        if word.folded not in (signs or failure.words[place].folded)
    )
    operations = _operations(failure.sentences.language)
    by_amount = any(option.entry.written in operations for option in failure.reach.options)
    by_number = NUMBER in (failure.sort(place - 1), failure.sort(place + 1))
    return not by_amount and not by_number and failure.reach_of(row).place > place + 1


def _follows_amount(failure: Failed, place: int) -> bool:
    """Tell whether a word stands after a number that is no number of a provision."""
    around = failure.words[max(0, place - 2) : place]
    sorts = [sort_of(word.folded, failure.sentences.language) for word in around]
    return sorts[-1:] == [NUMBER] and "level" not in sorts


def _unit(failure: Failed) -> str | None:
    """Return what may stand after a number, if no phrase has words of its own for that."""
    if any(
        option.begun < failure.place
        and not option.is_word
        and isinstance(option.following, str)
        for option in failure.reach.options
    ):
        return None
    share = spoken(failure.sentences.language, "fraction.per_cent", {"DECIMAL": " "}).strip()
    currency = names_of(failure, "CURRENCY", "")
    return (
        f"write the number alone, or with `{share}` or {currency}: what else it counts is said "
        "where it is declared"
    )


def _counted(failure: Failed) -> str | None:
    """Return what may stand after a number, where a word says what it counts."""
    return _unit(failure) if _counts(failure) else None


def _counts(failure: Failed) -> bool:
    """Return whether the word at the place follows a number and may say what it counts."""
    before = failure.words[failure.place - 1].folded if failure.place else ""
    return (
        sort_of(before, failure.sentences.language) == NUMBER
        and failure.words[failure.place].folded.isalpha()
        and any(option.entry.terminal == "CURRENCY" for option in failure.reach.options)
    )


# --- conditions ------------------------------------------------------------------------------


def _may_follow(failure: Failed, place: int) -> bool:
    """Tell whether a condition may stand at `place`."""
    comma = place and failure.words[place - 1].folded == ","
    taken = failure.reach.at.get(place - 1 if comma else place, {})
    conditions = _texts_of_conditions(failure)
    return any(failure.texts.get(terminal) in conditions for terminal in taken)


def _texts_of_conditions(failure: Failed) -> frozenset[str]:
    language = failure.sentences.language
    return words_of(language, "if_closed") | words_of(language, "unless_closed")


def _condition(failure: Failed) -> str:
    words = _conditions(failure)
    return f"write the condition after what it is a condition of, with {words} before it"


def _begun(failure: Failed) -> str | None:
    """Return the one text of the language that goes on: `does not apply if`."""
    begun = {option.entry.written for option in failure.reach.options if option.is_word}
    whole = all(0 < option.begun < failure.place for option in failure.reach.options)
    return f"what begins so is `{begun.pop()}`" if whole and len(begun) == 1 else None


def _again(failure: Failed, place: int) -> str | None:
    """Return to say once what stands before conditions that are joined: `or if`."""
    item = place == 0 and failure.piece == "condition_item"
    if not (item or failure.sort(place - 1) == "connective") or not _goes_on_without(
        failure, place
    ):
        return None
    word = failure.written(place, place + 1)
    return f"leave out `{word}` here: it stands once, before all the conditions"


def case_alone(failure: Failed) -> str | None:
    """Return what to do about an item that says a case, and nothing that is then so."""
    language, first = failure.sentences.language, failure.words[0].folded
    if failure.piece != "condition_item" or first not in words_of(language, "in_case"):
        return None
    if isinstance(failure.sentences.read(failure.piece, failure.words[1:]), Unread):
        return None
    return f"leave out `{first}`, or say after a comma what is so in that case"


def _goes_on_without(failure: Failed, place: int) -> bool:
    return failure.reach_of((*failure.words[:place], *failure.words[place + 1 :])).place > place


def _conditions(failure: Failed) -> str:
    """Return the words for a condition as a help names them."""
    texts = sorted(text for text in _texts_of_conditions(failure) if text[0].isalpha())
    return " or ".join(f"`{text}`" for text in texts)


def _joined_otherwise(failure: Failed, sort: str) -> str | None:
    """Return what to do with a joining word that the language has not: `both`, `either`."""
    if sort != "connective" or failure.words[failure.place].folded in failure.texts.values():
        return None
    if failure.sort(failure.place) == sort and _goes_on_without(failure, failure.place):
        return f"leave out `{failure.written(failure.place, failure.place + 1)}`"
    return _of_list(failure)


def _of_list(failure: Failed) -> str | None:
    """Return the ways to join the items of a list: `both of the following apply`."""
    after = tuple(word.folded for word in failure.words[failure.place + 1 :])
    words = {
        option.entry.written: folded(option.entry.written) for option in failure.reach.options
    }
    ways = [
        text
        for text, row in words.items()
        if len(row) > _SEVERAL and row[1:-1] == after[: len(row) - 2]
    ]
    return f"say which is meant: {_quoted(ways)}" if len(ways) >= _SEVERAL else None


# --- words of the language -------------------------------------------------------------------


def _choices(failure: Failed, mending: Mended, place: int, sort: str) -> str | None:
    """Return the words of one sort with which the text goes on, if there are several."""
    trial = Trial(failure)
    start = max((at for at in failure.reach.at if at <= place), default=0)
    if not mending.ways and trial.row[place] in failure.texts.values():
        return None  # a word of the language, where it cannot stand
    taken = [
        text for name in failure.reach.at.get(start, {}) if (text := failure.texts.get(name))
    ]
    alike = [
        text
        for text in taken
        if _is_alike(text, sort, trial.language)
        and text.removeprefix(", ") not in {*taken} - {text}
    ]
    ways = _leading(trial, start, alike, sort, _reads)
    if len(ways) < _SEVERAL:
        ways = [_around(trial, edit) for edit in mending.ways]
    if len(ways) < _SEVERAL and not mending.ways:
        ways = _leading(trial, start, alike, sort, _goes_on)
    compares = not words_of(trial.language, "_compared").isdisjoint(taken)
    if len(ways) < _SEVERAL and sort == "comparison" and compares and not mending.ways:
        ways = sorted(words_of(trial.language, sort))
    return f"say which is meant: {_quoted(ways)}" if len(ways) >= _SEVERAL else None


def _operations(language: str) -> frozenset[str]:
    """Return the words that make one amount of two."""
    return words_of(language, "operation")


def _is_alike(text: str, sort: str, language: str) -> bool:
    """Tell whether a text of the language may be meant by a word of a sort."""
    operations = _operations(language)
    if sort == "operation":
        return text in operations
    family = next((each for each in _FAMILIES if sort in each), (sort,))
    sorts = {sort_of(word, language) for word in folded(text)} - {None, *AFTER_NUMBERS}
    return text not in operations and bool(sorts) and sorts.issubset(family)


def _leading(
    trial: Trial,
    start: int,
    texts: list[str],
    sort: str,
    further: Callable[[Trial, Edit], bool],
) -> list[str]:
    """Return the texts that lead further, a quantifier that lacks its number with one."""
    ways = [text for text in texts if _leads(trial, start, text, further)]
    if sort != "quantifier":
        return ways
    numbered = (f"{text} {_ONE}" for text in texts if text not in ways)
    return [*(text for text in numbered if _leads(trial, start, text, further)), *ways]


def _leads(trial: Trial, start: int, text: str, further: Callable[[Trial, Edit], bool]) -> bool:
    """Tell whether `text` leads further in place of the words from `start`, or of some."""
    last = min(len(trial.row), start + _AHEAD)
    return any(further(trial, Edit(start, end, folded(text))) for end in range(start, last + 1))


def _reads(trial: Trial, edit: Edit) -> bool:
    return trial.reads(edit)


def _goes_on(trial: Trial, edit: Edit) -> bool:
    """Tell whether two words and more after an edit are understood."""
    words = (
        *trial.failure.words[: edit.start],
        *(Word(word, 0, 0) for word in edit.words),
        *trial.failure.words[edit.end :],
    )
    after = edit.start + len(edit.words)
    return edit.end > edit.start and trial.failure.reach_of(words).place > after + 2


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"`{text}`" for text in islice(texts, _SHOWN))


def _around(trial: Trial, edit: Edit) -> str:
    """Return the words around an edit, with the edit made."""
    row = edit.of(trial.row)
    end = edit.start + len(edit.words)
    return as_written(trial.failure, row[max(0, edit.start - 2) : end + 2])
