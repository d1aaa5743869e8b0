"""Repeated text has the same reading as before, and each tree stands at its own place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.corpus import statute, vocabulary

from lawc.source import Source, Span
from lawc.syntax.act import Act, read_act
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.sentences import Remembered, Sentences
from lawc.vocabulary.read import read_vocabulary

PHRASES = 4  # so few that most sentences are repeated


class Forgetful(dict[tuple[str, str], Remembered]):
    """Keeps nothing."""

    def __setitem__(self, key: tuple[str, str], value: Remembered) -> None:
        del key, value


def entries() -> tuple[Any, ...]:
    read, problems = read_vocabulary((Source("words.vocabulary", vocabulary(PHRASES)),))
    assert not problems
    return read.entries["en"]


def trees(act: Act) -> list[Tree]:
    return [one for passage in act.elements for one in passage.sentences]


def spans(node: Any) -> Iterator[Span]:
    inside: tuple[Any, ...] = ()
    if isinstance(node, Tree):
        inside = node.children
    elif isinstance(node, Phrase):
        inside = tuple(node.slots.values())
    if hasattr(node, "span"):
        yield node.span
    for one in inside:
        yield from spans(one)


def test_an_act_that_repeats_itself_is_read_as_if_nothing_were_remembered() -> None:
    source = Source("en.law", statute(200, PHRASES))
    remembering = Sentences("en", entries())

    act, problems = read_act(source, "en", remembering)
    fresh, others = read_act(source, "en", Sentences("en", entries(), Forgetful()))

    assert len(remembering.remembered) < len(trees(act)) * 2 / 3
    assert trees(act) == trees(fresh)
    assert [[*spans(one)] for one in trees(act)] == [[*spans(one)] for one in trees(fresh)]
    assert (act, problems) == (fresh, others)


def test_the_next_version_of_an_act_is_read_from_what_is_remembered() -> None:
    text = statute(50, PHRASES)
    remembering = Sentences("en", entries())
    read_act(Source("en.law", text), "en", remembering)
    known = len(remembering.remembered)

    act, _ = read_act(Source("en.law", f"\n\n  \n{text}"), "en", remembering)
    fresh, _ = read_act(Source("en.law", f"\n\n  \n{text}"), "en", Sentences("en", entries()))

    assert len(remembering.remembered) == known
    assert [[*spans(one)] for one in trees(act)] == [[*spans(one)] for one in trees(fresh)]
