"""Marks of an unfinished merge."""

from __future__ import annotations

from tests.diagnostics.examples import SHARED, problems

from lawc.check.merge import check_merge
from lawc.source import Source

READER = "A person who lives in the town is entitled to a card.\n"


def test_an_unfinished_merge_is_the_only_problem_of_an_act() -> None:
    law = f"Article 1. Cards\n\n<<<<<<< HEAD\n{READER}=======\n1. {READER}>>>>>>> other\n"

    assert [(one.code.value, one.message) for one in problems(law)] == [
        ("L118", "`<<<<<<< HEAD` marks two texts that are not joined yet")
    ]


def test_each_place_is_marked() -> None:
    text = "<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n\n<<<<<<< a\nz\n=======\n>>>>>>> b\n"

    lines = [
        one.primary.source.position(one.primary.span.start).line
        for one in check_merge(Source("j/a/en.law", text))
    ]

    assert lines == [1, 7]


def test_an_unfinished_merge_of_a_vocabulary_is_told() -> None:
    vocabulary = f"{SHARED.text}\n<<<<<<< HEAD\n=======\n>>>>>>> other\n"

    found = problems(f"Article 1. Cards\n\n{READER}", vocabulary, alone=True)

    assert [one.code.value for one in found] == ["L118"]


def test_a_line_of_signs_is_no_merge() -> None:
    assert not list(check_merge(Source("j/a/en.law", "Title\n=======\n<<<< x\n")))
