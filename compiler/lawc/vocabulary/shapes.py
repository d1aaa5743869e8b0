"""Declarations as trees; each shape that a declaration can have is read once.

Before: `fact person.sick: truth`, word by word. After: the tree `fact` with its key and type.
Most declarations differ in keys, numbers and quoted words only. What the grammar sees of a word
is whether it is one of its own and which of its patterns it fits: declarations alike
in this have the same tree, with other words in it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lawc.source import Span
from lawc.syntax.nodes import Tree, Written
from lawc.syntax.reader import Reader, Row, Stop, reader
from lawc.syntax.tables import table
from lawc.syntax.words import Word

_START = "declaration"
_TOKEN = re.compile(r'"[^"\n]*"|#[^\n]*|\d+(?:\.\d+)?|\w+|<=|>=|!=|\S')


@cache
def grammar() -> Reader:
    """Return the grammar of declarations."""
    return reader(table(("vocabulary",), (_START,)), (), {})


def words_of(text: str, block: Span) -> tuple[Word, ...]:
    """Return the words of a declaration, without its comments."""
    made, found = tuple.__new__, _TOKEN.finditer(text, *block)  # as `lawc.syntax.words` does
    return tuple([made(Word, (one[0], *one.span())) for one in found if one[0][0] != "#"])


def stop_of(row: tuple[Word, ...]) -> tuple[Stop, tuple[str, ...]]:
    """Return how far a declaration is understood, and the terminals that lead on there."""
    everywhere: dict[int, dict[str, None]] = {}
    _, stop = Row(grammar(), row).readings(_START, everywhere)
    return stop, tuple(everywhere[stop.place])


class Shapes:
    """Reads declarations, and remembers a tree for each shape."""

    def __init__(self) -> None:
        self.grammar = grammar()
        self.own = {word for text in self.grammar.table.texts.values() for word in text.split()}
        self.kinds: dict[str, str] = {}
        self.known: dict[tuple[str, ...], tuple[Tree, tuple[Word, ...]]] = {}

    def readings(self, row: tuple[Word, ...]) -> list[Tree]:
        """Return every reading of a declaration."""
        shape = tuple([self.kinds.get(word[0]) or self._kind(word[0]) for word in row])
        known = self.known.get(shape)
        if known is not None:
            return [_with_words(*known, row)]
        found, _ = Row(self.grammar, row).readings(_START)
        if len(found) == 1:
            self.known[shape] = found[0], row
        return found

    def _kind(self, word: str) -> str:
        """Return what the grammar sees of a word."""
        patterns = self.grammar.patterns.items()
        fitting = " ".join(name for name, pattern in patterns if pattern.fullmatch(word))
        self.kinds[word] = word if word in self.own else fitting
        return self.kinds[word]


def _with_words(tree: Tree, old: tuple[Word, ...], new: tuple[Word, ...]) -> Tree:
    """Return a tree of the words `old` with words `new` in it, of the same shape."""
    words = {one[1]: other for one, other in zip(old, new, strict=True)}
    ends = {one[2]: other[2] for one, other in zip(old, new, strict=True)}
    result: Tree = _replaced(tree, words, ends)
    return result


def _replaced(of: Any, words: dict[int, Word], ends: dict[int, int]) -> Any:
    """Return a part of a tree moved: `words` by their old start, `ends` by the old ones."""
    match of:
        case Tree(name, children):
            inner = tuple([_replaced(one, words, ends) for one in children])
            return Tree(name, inner, _span(of.span, words, ends))
        case Written(terminal):
            word, start, end = words[of.span[0]]
            return Written(terminal, word, Span(start, end))
        case _:
            return of


def _span(span: Span, words: dict[int, Word], ends: dict[int, int]) -> Span:
    start, end = span
    first = words[start][1]
    return Span(first, first if start == end else ends[end])
