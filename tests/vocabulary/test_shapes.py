"""Declarations of one shape are read once; each has its own words, and its own mistakes."""

from __future__ import annotations

from typing import Any

import pytest

from lawc.source import Source, Span
from lawc.syntax import readings
from lawc.syntax.nodes import Tree, Written
from lawc.syntax.reader import Row
from lawc.vocabulary.read import read_vocabulary
from lawc.vocabulary.shapes import Shapes, grammar, words_of


def trees(*declarations: str) -> list[Tree]:
    shapes = Shapes()
    found = [shapes.readings(words_of(one, Span(0, len(one)))) for one in declarations]
    return [only for (only,) in found]


def spans(node: object) -> list[Span]:
    if isinstance(node, Tree):
        return [node.span, *(span for child in node.children for span in spans(child))]
    return [node.span] if isinstance(node, Written) else []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("fact person.sick: truth", "fact   person.born :truth"),
        ("kind person en a \"a person\"", "kind claim # one\n  en a \"a claim of a person\""),
        ("unit cent = 0.01", "unit day = 1"),
        ("phrase person.a(n: count) means b + n years <= c",
         "phrase claim.long(of: count) means made_on + of years <= ended_on"),
        ("phrase a.one means one", "phrase a.two means other"),
        ("phrase a.b means c.d and (e or not f)", "phrase k.l means m.n and (o or not p)"),
    ],
)  # fmt: skip
def test_a_second_declaration_is_read_as_if_it_were_the_first(first: str, second: str) -> None:
    _, again = trees(first, second)
    row = words_of(second, Span(0, len(second)))
    (alone,) = Row(grammar(), row).readings("declaration")[0]

    assert again == alone
    assert spans(again) == spans(alone)


def test_a_word_of_the_grammar_is_no_other_key() -> None:
    first, second = trees("assume person: sex is female", "assume person: not pregnant")

    assert first != second


def test_a_mistake_in_a_known_shape_is_told_where_it_is() -> None:
    text = (
        "kind person\nfact person.sick: truth\nfact person.ill truth\nfact person.sick: truth\n"
    )
    _, problems = read_vocabulary((Source("x.vocabulary", text),))

    assert [one.primary.span.start for one in problems] == [
        text.index("truth\nfact person.sick: truth\n", 40),
        text.rindex("fact person.sick"),
    ]


@pytest.mark.parametrize("said", ["not ", "old and ", "old or "])
def test_a_condition_is_read_in_steps_as_many_as_its_words(
    monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    steps = 0

    def counted_step(*given: Any) -> Any:
        nonlocal steps
        steps += 1
        return _reduce(*given)

    _reduce = readings._reduce  # noqa: SLF001 - a step of reading
    monkeypatch.setattr(readings, "_reduce", counted_step)
    text = f"phrase reader.aged means {said * 500}old"
    trees(text)

    assert steps < 10 * len(text.split())
