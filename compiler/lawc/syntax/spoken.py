"""Words of a rule of the grammar, for messages that show what to write.

The words come from the grammar's table: `spoken("en", "quantifier.each")` is `each of`. So a
message can name a construct in every language, and no word of any language stands in code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from lawc.syntax.sentences import grammar
from lawc.syntax.tables import Table


def spoken(language: str, rule: str, filled: Mapping[str, str] | None = None) -> str:
    """Return the words of the first of the shortest ways to write `rule`.

    Only ways whose words are all known count; without one, the words are empty.

    Args:
        language: the language of the grammar.
        rule: the name of the rule, a point, and the name that its node bears.
        filled: what to write for the symbols that are no words: `{"UNIT": "day"}`.
    """
    texts = filled or {}
    table = grammar(language)
    for symbols in _expansions(language).get(rule, ()):
        words = [texts.get(symbol, table.texts.get(symbol, "")) for symbol in symbols]
        if all(words):
            return " ".join(words).replace(" ,", ",")
    return ""


def spoken_ways(language: str, rule: str, filled: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words of each way to write `rule` whose symbols are all known."""
    texts = grammar(language).texts
    ways = (
        [filled.get(symbol, texts.get(symbol, "")) for symbol in symbols]
        for symbols in _expansions(language).get(rule, ())
    )
    return tuple(" ".join(words).replace(" ,", ",") for words in ways if all(words))


def spoken_range(language: str, rule: str, first: str, last: str) -> str:
    """Return the words of a range of numbers, which the grammar reads by `rule`."""
    table = grammar(language)
    for symbols in _expansions(language).get(f"{rule}.{rule}", ()):
        numbers = iter((first, last))
        words = [table.texts.get(symbol) or next(numbers, "") for symbol in symbols]
        if all(words) and not next(numbers, ""):
            return " ".join(words).replace(" )", ")")
    return ""


def first_word(language: str, rule: str) -> str:
    """Return the word with which the first way to write `rule` begins."""
    texts = grammar(language).texts
    ways = _expansions(language).get(f"{rule}.{rule}", ())
    return next((texts[way[0]] for way in ways if way[0] in texts), "")


@cache
def words_of(language: str, rule: str) -> frozenset[str]:
    """Return the words that stand in `rule` itself: `and` in the rule `both`."""
    table = grammar(language)
    own = re.compile(rf"(?:{rule}|__{rule}_(?:plus|star)_\d+)\..*")
    return frozenset(
        table.texts[symbol]
        for name, ways in _expansions(language).items()
        if own.fullmatch(name)
        for way in ways
        for symbol in way
        if symbol in table.texts
    )


@cache
def numerals(language: str) -> frozenset[str]:
    """Return the terminals that are words for numbers, not for parts or months."""
    return _saying(language, "n")


@cache
def numbers(language: str) -> frozenset[str]:
    """Return the words for numbers and for parts of a whole."""
    texts = grammar(language).texts
    return frozenset(
        texts[terminal] for terminal in _saying(language, "n") | _saying(language, "d")
    )


@cache
def months(language: str) -> frozenset[str]:
    """Return the words for months."""
    texts = grammar(language).texts
    return frozenset(texts[terminal] for terminal in _saying(language, "m"))


def _saying(language: str, letter: str) -> frozenset[str]:
    """Return the terminals of the rules that are named by a letter and the number they say."""
    named = re.compile(rf"{letter}\d+")
    return frozenset(
        way[0]
        for name, ways in _expansions(language).items()
        if named.fullmatch(name.partition(".")[2])
        for way in ways
        if len(way) == 1
    )


@cache
def _expansions(language: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    productions = grammar(language).productions
    expansions: dict[str, dict[int, tuple[str, ...]]] = {}
    for number, symbols in symbols_of(language).items():
        name = f"{productions[number].origin}.{productions[number].name}"
        expansions.setdefault(name, {})[number] = symbols
    return {
        name: tuple([ways[number] for number in sorted(ways, key=lambda n: (len(ways[n]), n))])
        for name, ways in expansions.items()
    }


@cache
def symbols_of(language: str) -> Mapping[int, tuple[str, ...]]:
    """Return the symbols of each production of the grammar, by its number."""
    table = grammar(language)
    entered, before = _links(table)
    found: dict[int, tuple[str, ...]] = {}
    for state, row in enumerate(table.actions):
        for action in row.values():
            if action >= 0 or ~action in found:
                continue
            symbols: list[str] = []
            at = state
            for _ in range(table.productions[~action].length):
                symbols.append(entered[at])
                at = before[at]
            found[~action] = tuple(reversed(symbols))
    return found


def _links(table: Table) -> tuple[dict[int, str], dict[int, int]]:
    """Return the symbol by which each state is entered, and a state it is entered from.

    A state is entered by one symbol only, and whatever it is entered from holds the same
    rules one symbol earlier: so any way back reads a rule's symbols.
    """
    entered: dict[int, str] = {}
    before: dict[int, int] = {}
    for state, (row, gotos) in enumerate(zip(table.actions, table.gotos, strict=True)):
        for symbol, to in (*row.items(), *gotos.items()):
            if to >= 0:
                entered.setdefault(to, symbol)
                before.setdefault(to, state)
    return entered, before
