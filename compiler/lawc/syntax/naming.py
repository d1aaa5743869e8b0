"""The ways that the language has where a help would have to choose the sense of a sentence.

Before: `is at most 5`, where `at least` would read, and `not more than` is meant. After: all
the comparisons of the language, none of them proposed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from itertools import islice

from lawc.syntax.failed import Failed
from lawc.syntax.fixing import joined
from lawc.syntax.listing import VALUE_HELPS, written
from lawc.syntax.mending import Mended, Trial, counted_words
from lawc.syntax.near import Edit
from lawc.syntax.senses import AFTER_NUMBERS, NUMBER, SIGN, sort_of, turning
from lawc.syntax.spoken import spoken, words_of
from lawc.syntax.words import Word, folded

_AHEAD = 8  # words that a way may stand in place of
_SHOWN = 5  # ways that a help names
_SEVERAL = 2  # ways: one alone would be a proposal
_FAMILIES = (("comparison", "quantifier", "negation"), ("connective", "condition"))
_OPERATIONS = ("product", "sum", "difference")  # rules of the grammar
_CURRENCY = "Sc"  # the category of `$`
_DASH = "Pd"
_QUOTES = ("Pi", "Pf")
_BRACKETS = ("()", "[]")
_ONE = "1"  # stands for the number of a paragraph, or of things


def named(one: Failed, found: Mended) -> str | None:
    """Return the ways to say what turns the sense, None where nothing does."""
    place, sort = _turning(one, found)
    written = one.words[place].folded
    if sort == NUMBER and any(map(str.isdigit, written)) and not written.isdigit():
        return "write thousands apart with a space, and decimals after a point"
    parts = words_of(one.sentences.language, "denominator")
    if one.reach.values and one.words[one.place].folded in parts:
        return VALUE_HELPS["fraction"]
    if sort == NUMBER or (found.lacks_number and sort is None):
        others = [
            edit for edit in found.ways if turning(edit.words, one.sentences.language) == ()
        ]
        around = dict.fromkeys(_around(Trial(one), edit) for edit in others)
        if found.lacks_number and 0 < len(around) < _SHOWN:
            return f"say which is meant: {_quoted(around)} or a number"
        other = one.sort(one.place) not in (None, NUMBER) or _may_be_amount(one)
        return VALUE_HELPS["count"] if found.lacks_number and not other else None
    match sort:
        case None:
            return _unit(one) if _counts(one) else None
        case "sign":
            return _sign(one, place)
        case "level" if _follows_amount(one, place):
            return _unit(one)
        case "level":
            return VALUE_HELPS["citation"] if place == one.place else None
        case "unit":
            return _unit(one)
        case "condition" if sort_of(written, one.sentences.language) == sort:
            if not _may_follow(one, place):
                return _again(one, place) or _condition(one)
    said = _joined_otherwise(one, sort) or _choices(one, found, place, sort)
    if said is None and sort == "condition" and written not in one.texts.values():
        return f"say the condition with {_conditions(one)}"
    return said


def _turning(one: Failed, found: Mended) -> tuple[int, str | None]:
    """Return the word that turns the sense, or that one stands in place of, and its sort."""
    language = one.sentences.language
    row = tuple(word.folded for word in one.words)
    if sort_of(row[one.place], language) == SIGN:
        return one.place, SIGN
    for edit in found.ways:
        operates = edit.words and _operations(language).issuperset(edit.words)
        sorts = [sort_of(word, language) for word in row[edit.start : edit.end]]
        sorts += ["operation"] if operates else [sort_of(word, language) for word in edit.words]
        found_sorts = [sort for sort in sorts if sort not in (None, SIGN)]
        if found_sorts:  # of `one` for `any` the number is not what is meant
            least = min(found_sorts, key=lambda sort: sort == NUMBER)
            return min(edit.start, len(row) - 1), least
    begun = min((option.begun for option in one.reach.options), default=one.place)
    for place in range(min(one.place, len(row) - 1), min(begun, one.place) - 1, -1):
        before = turning(row[:place], language)
        if len(turning(row[: place + 1], language)) > len(before):
            return place, sort_of(row[place], language)
    return one.place, None


def _may_be_amount(one: Failed) -> bool:
    """Tell whether a whole amount may be meant by the word at the place, and not its number."""
    counted = {*counted_words(one.sentences)}
    after = one.words[one.place + 1 : one.place + 2]
    return (
        "NOUN" in one.reach.at.get(one.place, {})
        and one.words[one.place].folded not in counted
        and not any(word.folded in counted for word in after)
    )


# --- signs and units -------------------------------------------------------------------------


def _sign(one: Failed, place: int) -> str | None:
    """Return how to say without a sign what it stands for."""
    sign = one.words[place].folded
    if unicodedata.category(sign[0]) == _CURRENCY:
        return f"write an amount of money as a number and {written(one, 'CURRENCY', '')}"
    number = one.words[place - 1].folded if place else ""
    if sign == '"' or unicodedata.category(sign[0]) in _QUOTES:
        return f"leave out the quotation marks, `{sign}`"
    cites = [one.sort(at) for at in range(max(0, place - 2), place)] == ["level", NUMBER]
    if cites and any(sign in pair for pair in _BRACKETS):
        return f"name it in words: `{_paragraph(one.sentences.language)}`"
    if _says_nothing(one, place):
        return f"leave out the `{sign}`"
    if sign == "%":
        share = spoken(one.sentences.language, "fraction.per_cent", {"DECIMAL": number})
        return f"say the share in words: `{share}`" if share else VALUE_HELPS["fraction"]
    if unicodedata.category(sign[0]) == _DASH or sign == "\u2212":
        following = one.words[place + 1 : place + 2]
        between = number[:1].isdigit() and following and following[0].folded[0].isdigit()
        rule, what = (
            ("span", "leads from one number to another")
            if between
            else ("difference", "takes one amount from another")
        )
        said = next(iter(words_of(one.sentences.language, rule)), "")
        return f"say without a sign what is meant: `{said}` {what}"
    return f"say in words of the sentence what `{sign}` stands for"


def _says_nothing(one: Failed, place: int) -> bool:
    """Tell whether a sign stands by no amount, and the words go on without it."""
    signs = next((pair for pair in _BRACKETS if one.words[place].folded in pair), None)
    row = tuple(
        word for word in one.words if word.folded not in (signs or one.words[place].folded)
    )
    operations = _operations(one.sentences.language)
    by_amount = any(option.entry.written in operations for option in one.reach.options)
    by_number = NUMBER in (one.sort(place - 1), one.sort(place + 1))
    return not by_amount and not by_number and one.reach_of(row).place > place + 1


def _follows_amount(one: Failed, place: int) -> bool:
    """Tell whether a word stands after a number that is no number of a provision."""
    around = one.words[max(0, place - 2) : place]
    sorts = [sort_of(word.folded, one.sentences.language) for word in around]
    return sorts[-1:] == [NUMBER] and "level" not in sorts


def _unit(one: Failed) -> str | None:
    """Return what may stand after a number, if no phrase has words of its own for that."""
    if any(
        option.begun < one.place and not option.is_word and isinstance(option.following, str)
        for option in one.reach.options
    ):
        return None
    share = spoken(one.sentences.language, "fraction.per_cent", {"DECIMAL": " "}).strip()
    return (
        f"write the number alone, or with `{share}` or {written(one, 'CURRENCY', '')}: what "
        "else it counts is said where it is declared"
    )


def _counts(one: Failed) -> bool:
    """Return whether the word at the place follows a number and may say what it counts."""
    before = one.words[one.place - 1].folded if one.place else ""
    return (
        sort_of(before, one.sentences.language) == NUMBER
        and one.words[one.place].folded.isalpha()
        and any(option.entry.terminal == "CURRENCY" for option in one.reach.options)
    )


# --- citations -------------------------------------------------------------------------------


def article_missing(one: Failed) -> str | None:
    """Return to name the article of a cited element, if reading then goes on.

    Before: `Paragraph 1 does not apply to`, which may be that of any article.
    """
    said = _paragraph(one.sentences.language).partition(_ONE)[2].strip()
    put = tuple(Word(word, 0, 0) for word in folded(said))
    comma = one.place > 1 and one.words[one.place - 1].folded == ","  # of a list, it seemed
    at = one.place - 1 if comma else one.place
    row = (*one.words[:at], *put, *one.words[at:])
    further = one.reach_of(row).place - len(put) + (one.group(one.place) == "future")
    if not put or further <= one.place:
        return None
    return f"name the article too: `{joined(one, folded(said))}`, or another one by its number"


def _paragraph(language: str) -> str:
    """Return how a paragraph of the same article is named."""
    here = spoken(language, "this_article.this_article")
    return spoken(language, "paragraphs.paragraphs", {"_spans": _ONE, "this_article": here})


# --- conditions ------------------------------------------------------------------------------


def _may_follow(one: Failed, place: int) -> bool:
    """Tell whether a condition may stand at `place`."""
    comma = place and one.words[place - 1].folded == ","
    taken = one.reach.at.get(place - 1 if comma else place, {})
    conditions = _texts_of_conditions(one)
    return any(one.texts.get(terminal) in conditions for terminal in taken)


def _texts_of_conditions(one: Failed) -> frozenset[str]:
    language = one.sentences.language
    return words_of(language, "if_closed") | words_of(language, "unless_closed")


def _condition(one: Failed) -> str:
    words = _conditions(one)
    return f"write the condition after what it is a condition of, with {words} before it"


def _again(one: Failed, place: int) -> str | None:
    """Return to say once what stands before conditions that are joined: `or if`."""
    item = place == 0 and one.piece == "condition_item"
    if not (item or one.sort(place - 1) == "connective") or not _goes_on_without(one, place):
        return None
    word = one.said(place, place + 1)
    return f"leave out `{word}` here: it stands once, before all the conditions"


def _goes_on_without(one: Failed, place: int) -> bool:
    return one.reach_of((*one.words[:place], *one.words[place + 1 :])).place > place


def _conditions(one: Failed) -> str:
    """Return the words for a condition as a help names them."""
    said = sorted(text for text in _texts_of_conditions(one) if text[0].isalpha())
    return " or ".join(f"`{text}`" for text in said)


def _joined_otherwise(one: Failed, sort: str) -> str | None:
    """Return what to do with a joining word that the language has not: `both`, `either`."""
    if sort != "connective" or one.words[one.place].folded in one.texts.values():
        return None
    if one.sort(one.place) == sort and _goes_on_without(one, one.place):
        return f"leave out `{one.said(one.place, one.place + 1)}`"
    return _of_list(one)


def _of_list(one: Failed) -> str | None:
    """Return the ways to join the items of a list: `both of the following apply`."""
    after = tuple(word.folded for word in one.words[one.place + 1 :])
    words = {option.entry.written: folded(option.entry.written) for option in one.reach.options}
    ways = [
        text
        for text, row in words.items()
        if len(row) > _SEVERAL and row[1:-1] == after[: len(row) - 2]
    ]
    return f"say which is meant: {_quoted(ways)}" if len(ways) >= _SEVERAL else None


# --- words of the language -------------------------------------------------------------------


def _choices(one: Failed, found: Mended, place: int, sort: str) -> str | None:
    """Return the words of one sort with which the text goes on, if there are several."""
    trial = Trial(one)
    start = max((at for at in one.reach.at if at <= place), default=0)
    if not found.ways and trial.row[place] in one.texts.values():
        return None  # a word of the language, where it cannot stand
    taken = [text for name in one.reach.at.get(start, {}) if (text := one.texts.get(name))]
    alike = [
        text
        for text in taken
        if _is_alike(text, sort, trial.language)
        and text.removeprefix(", ") not in {*taken} - {text}
    ]
    ways = _leading(trial, start, alike, sort, _reads)
    if len(ways) < _SEVERAL:
        ways = [_around(trial, edit) for edit in found.ways]
    if len(ways) < _SEVERAL and not found.ways:
        ways = _leading(trial, start, alike, sort, _goes_on)
    compares = not words_of(trial.language, "compares").isdisjoint(taken)
    if len(ways) < _SEVERAL and sort == "comparison" and compares and not found.ways:
        ways = sorted(words_of(trial.language, sort))
    return f"say which is meant: {_quoted(ways)}" if len(ways) >= _SEVERAL else None


def _operations(language: str) -> frozenset[str]:
    """Return the words that make one amount of two."""
    return frozenset.union(*(words_of(language, rule) for rule in _OPERATIONS))


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
        *trial.one.words[: edit.start],
        *(Word(word, 0, 0) for word in edit.words),
        *trial.one.words[edit.end :],
    )
    after = edit.start + len(edit.words)
    return edit.end > edit.start and trial.one.reach_of(words).place > after + 2


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"`{text}`" for text in islice(texts, _SHOWN))


def _around(trial: Trial, edit: Edit) -> str:
    """Return the words around an edit, with the edit made."""
    row = edit.of(trial.row)
    end = edit.start + len(edit.words)
    return joined(trial.one, row[max(0, edit.start - 2) : end + 2])
