"""A vocabulary with the sentences of an act that use each of its declarations.

Below a declaration stand comments: the number of each sentence that uses it, with its words,
and each declaration whose meaning rests on it. So the whole is a vocabulary again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lawc.source import Source
from lawc.syntax.act import Act
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.numbering import citation
from lawc.vocabulary.model import Effect, Sense, Vocabulary

_DECLARATION = re.compile(r"^(?=[^\s#])", re.MULTILINE)
_FIRST = re.compile(r'(?P<declared>[a-z]+)\s+"?(?P<key>[\w.-]+)')
_NAMED = {  # terminals whose key is that of a declaration of this sort
    "TEST": "phrase", "PREDICATE": "phrase", "EFFECT": "effect", "EFFECTS": "effect",
    "EFFECT_CLAUSE": "effect", "CHOICE": "fact", "RESULTS": "decision", "UNIT": "unit",
    "CURRENCY": "money", "ACT": "act", "INSTRUMENT": "instrument",
}  # fmt: skip
_LONGEST = 100  # characters of a sentence that are shown

Use = tuple[str, str]  # the sort of a declaration, and its key


def with_usage(act: Act, vocabulary: Vocabulary, sources: Iterable[Source]) -> Iterator[str]:
    """Yield the lines of the vocabularies, below each declaration what uses it."""
    uses = _uses(act)
    for use, by in _resting(vocabulary):
        uses.setdefault(use, {}).setdefault(f"{by[0]} {by[1]}")
    for source in sources:
        comment, *blocks = _DECLARATION.split(source.text.rstrip("\n") + "\n")
        yield from comment.splitlines()
        for block in blocks:
            yield from _declaration(block, uses)


def _declaration(block: str, uses: Mapping[Use, dict[str, None]]) -> Iterator[str]:
    lines = block.splitlines()
    own = [n for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    yield from lines[: own[-1]]
    first = _FIRST.match(block)
    if first is not None:
        for line in uses.get((first["declared"], first["key"]), ()):
            yield f"  # {line}"
    yield from lines[own[-1] :]


def _uses(act: Act) -> dict[Use, dict[str, None]]:
    """Return the sentences that use each declaration."""
    uses: dict[Use, dict[str, None]] = {}
    for passage in act.elements:
        number = citation(passage.path)
        for sentence in (*passage.sentences, *passage.rows):
            text = act.text(sentence.span)
            shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            for phrase in _phrases(sentence):
                uses.setdefault(_named(phrase), {}).setdefault(f"{number} {shown}")
    return uses


def _phrases(node: Any) -> Iterator[Phrase]:
    if isinstance(node, Phrase):
        yield node
        for value in node.slots.values():
            yield from _phrases(value)
    elif isinstance(node, Tree):
        for child in node.children:
            yield from _phrases(child)


def _named(phrase: Phrase) -> Use:
    """Return the declaration that a phrase is a wording of."""
    declared, sign, key = phrase.key.rpartition(":")
    if sign:
        return declared, key
    return _NAMED.get(phrase.terminal, "kind"), key.partition("=")[0]


def _resting(vocabulary: Vocabulary) -> Iterator[tuple[Use, Use]]:
    """Yield each fact or decision with a declaration whose meaning rests on it."""
    senses: tuple[tuple[str, Mapping[str, Sense]], ...] = (
        ("phrase", vocabulary.phrases),
        ("class", vocabulary.classes),
    )
    for declared, of_sort in senses:
        for key, sense in of_sort.items():
            for fact in _facts(vocabulary, sense.kind, sense.meaning):
                yield ("fact", fact), (declared, key)
    for key, effect in vocabulary.effects.items():
        yield from _given(vocabulary, key, effect)


def _given(vocabulary: Vocabulary, key: str, effect: Effect) -> Iterator[tuple[Use, Use]]:
    for giving in effect.gives:
        decided = vocabulary.decisions.get(giving.decision)
        if decided is not None:
            of = decided.decision
            yield ("decision", f"{of.kind}.{of.name}"), ("effect", key)
        for fact in _facts(vocabulary, effect.kind, giving.when):
            yield ("fact", fact), ("effect", key)


def _facts(vocabulary: Vocabulary, kind: str, meaning: Tree | None) -> Iterator[str]:
    """Yield the keys of the facts that a meaning names."""
    waiting: list[tuple[str, Any]] = [(kind, meaning)]
    while waiting:
        of, node = waiting.pop()
        if not isinstance(node, Tree):
            continue
        inside = of
        if node.name == "name":
            *owner, name = (part.text for part in node.children)
            fact = vocabulary.fact(owner[0] if owner else of, name)
            if fact is not None:
                yield f"{fact.kind}.{fact.key}"
        elif node.name == "members":
            lists = {each.field: each.key for each in vocabulary.kinds}
            inside = lists.get(node.children[1].text, of)
        waiting += [(inside, child) for child in node.children]
