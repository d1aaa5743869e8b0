"""Declarations as trees; each shape that a declaration can have is read once.

Before: `fact person.sick: truth`, word by word. After: the tree `fact` with its key and type.
Most declarations differ only in keys, numbers and quoted words. The grammar sees of a word only
whether it is one of its own, and which of its patterns it fits. Declarations that are alike in
this have the same tree, with other words in it.
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
    new, matches = tuple.__new__, _TOKEN.finditer(text, *block)  # as `lawc.syntax.words` does
    return tuple(
        [new(Word, (match[0], *match.span())) for match in matches if match[0][0] != "#"]
    )


def stop_of(row: tuple[Word, ...]) -> tuple[Stop, tuple[str, ...]]:
    """Return where a declaration is not understood, and the terminals allowed there."""
    everywhere: dict[int, dict[str, None]] = {}
    _, stop = Row(grammar(), row).readings(_START, everywhere)
    return stop, tuple(everywhere[stop.place])


class Shapes:
    """A reader of declarations that remembers a tree for each shape."""

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
        readings, _ = Row(self.grammar, row).readings(_START)
        if len(readings) == 1:
            self.known[shape] = readings[0], row
        return readings

    def _kind(self, word: str) -> str:
        """Return a word of the grammar itself, of another word the patterns that it fits."""
        patterns = self.grammar.patterns.items()
        fitting = " ".join(name for name, pattern in patterns if pattern.fullmatch(word))
        self.kinds[word] = word if word in self.own else fitting
        return self.kinds[word]


def _with_words(tree: Tree, old: tuple[Word, ...], new: tuple[Word, ...]) -> Tree:
    """Return a tree of the words `old` with words `new` in it, of the same shape."""
    words = {word[1]: new_word for word, new_word in zip(old, new, strict=True)}
    ends = {word[2]: new_word[2] for word, new_word in zip(old, new, strict=True)}
    result: Tree = _replaced(tree, words, ends)
    return result


def _replaced(node: Any, words: dict[int, Word], ends: dict[int, int]) -> Any:
    """Return a part of a tree with new words, by their old start, and new ends by the old."""
    match node:
        case Tree(name, children):
            inner = tuple([_replaced(child, words, ends) for child in children])
            return Tree(name, inner, _span(node.span, words, ends))
        case Written(terminal):
            word, start, end = words[node.span[0]]
            return Written(terminal, word, Span(start, end))
        case _:
            return node


def _span(span: Span, words: dict[int, Word], ends: dict[int, int]) -> Span:
    start, end = span
    first = words[start][1]
    return Span(first, first if start == end else ends[end])
