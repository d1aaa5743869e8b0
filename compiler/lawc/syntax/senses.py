"""The words that turn the sense of a sentence: numbers, units, signs, "not", "more", "or".

A help may propose another phrase or name; it never puts one of these for another, adds one or
leaves one out. Which words they are stands in `grammar/senses.<language>.lark`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from lawc.syntax.spoken import months, numbers
from lawc.syntax.tables import END, table

SIGN = "sign"
NUMBER = "number"
MONTH = "month"
AFTER_NUMBERS = ("unit", "range", MONTH)  # rules whose words turn the sense only there
_HYPHEN = "-"
_PLAIN = frozenset(",.;:)")  # signs that divide a text, and turn no sense


@cache
def senses(language: str) -> Mapping[str, str]:
    """Return the words that turn the sense, each with its sort: a rule of the grammar."""
    sorts = _rules(language, "senses")
    sorts |= dict.fromkeys(months(language), MONTH)
    return sorts | dict.fromkeys(numbers(language), NUMBER)


@cache
def negations(language: str) -> tuple[str, ...]:
    """Return the words that deny, in the order of the letters."""
    return tuple(sorted(word for word, sort in senses(language).items() if sort == "negation"))


@cache
def groups(language: str) -> Mapping[str, str]:
    """Return the words that say the same as others, each with the rule they share."""
    return _rules(language, "alike")


@cache
def ways(language: str) -> Mapping[str, str]:
    """Return the words for what the language says otherwise, each with its construct."""
    return _rules(language, "ways")


@cache
def definite_article(language: str) -> str:
    """Return the article of a thing that was named before."""
    return next(iter(_rules(language, "articles")))


def _rules(language: str, start: str) -> dict[str, str]:
    """Return the words that a start rule of the grammar chooses from, each with its rule."""
    of = table((f"senses.{language}",), ("senses", "alike", "ways", "articles"))
    rules = {}
    for terminal, state in of.actions[of.starts[start]].items():
        action = of.actions[state].get(END)
        if action is not None and action < 0:
            rules[of.texts[terminal]] = of.productions[~action].origin
    return rules


def sort_of(word: str, language: str) -> str | None:
    """Return the sort of a word that turns the sense, None for any other word."""
    if any(char.isdigit() for char in word):
        return NUMBER
    if not any(char.isalnum() for char in word):
        return None if word in _PLAIN else SIGN
    return senses(language).get(word)


def turning(row: Iterable[str], language: str) -> tuple[str, ...]:
    """Return the words of a row that turn the sense, in their order."""
    words = []
    after = False  # a number, and what was said of it
    ordered = tuple(row)
    for place, word in enumerate(ordered):
        sort = sort_of(word, language)
        if word == _HYPHEN and _is_inside_number(ordered, place, language):
            continue
        counts = sort is not None and (after or sort not in AFTER_NUMBERS)
        if counts:
            words.append(word)
        after = sort == NUMBER or (after and counts and sort in AFTER_NUMBERS)
    return tuple(words)


def _is_inside_number(row: tuple[str, ...], place: int, language: str) -> bool:
    """Tell whether a hyphen stands between the words of one number: `twenty-one`."""
    around = (*row[max(0, place - 1) : place], *row[place + 1 : place + 2])
    return len(around) > 1 and all(word in numbers(language) for word in around)
