"""A help says which wording a declaration lacks, and how it is declared."""

from __future__ import annotations

import re

import pytest
from tests.diagnostics.test_words_kept import HEADING, VOCABULARY

from lawc.diagnostics.model import Severity
from lawc.pipeline import compile_source
from lawc.source import Source


def messages(sentence: str, vocabulary: str = VOCABULARY) -> list[str | None]:
    source = Source("test/act/en.law", f"{HEADING}{sentence}\n")
    made = compile_source(source, "test/act", (Source("test/test.vocabulary", vocabulary),))
    return [one.help for one in made.problems if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("sentence", "help_"),
    [
        (
            "The benefit is 5 euro multiplied by the number of the members who are vulnerable "
            "members.",
            'add `many "vulnerable members"` to `concept member.vulnerable` in the vocabulary',
        ),
        (
            "The benefit is 5 euro multiplied by the number of the tenants.",
            'add `many "the tenants"` to `kind tenant` in the vocabulary',
        ),
        (
            "Where several benefits apply to one tenant, the largest is applied.",
            'add `many "benefits"` to `decision tenant.benefit` in the vocabulary',
        ),
    ],
)
def test_the_missing_form_is_named_with_its_declaration(sentence: str, help_: str) -> None:
    assert messages(sentence) == [help_]


@pytest.mark.parametrize(
    ("unit", "help_"),
    [
        (
            "cent",
            "declare in the vocabulary how large it is: "
            '`unit cent = 0.01 en noun "cent"`, if it is a hundredth',
        ),
        ("euro", 'declare it as a unit in the vocabulary: `unit euro = 1 en noun "euro"`'),
    ],
)
def test_a_unit_that_is_not_declared_is_declared_as_the_help_says(
    unit: str, help_: str
) -> None:
    sentence = f"The benefit is the rent multiplied by 0.5, rounded down to a whole {unit}."
    declared = re.findall("`(unit [^`]+)`", help_)[0]

    assert messages(sentence) == [help_]
    assert messages(sentence, f"{VOCABULARY}{declared}\n") == []
