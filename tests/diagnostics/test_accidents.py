"""Whatever happens to a statute: no crash, no word of a parser, every place inside the text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.diagnostics.accidents import accident
from tests.diagnostics.examples import problems
from tests.sampling import some

from lawc.diagnostics.json import as_json
from lawc.diagnostics.model import Diagnostic, Severity
from lawc.diagnostics.text import render_all
from lawc.folders import read_source
from lawc.pipeline import compile_source
from lawc.source import Source

STATUTES = Path(__file__).parents[2] / "statutes"
ACTS = ("kz/amnesty-2025", "kz/criminal-code", "example/family-allowance")
VOCABULARIES = ("kz", "example")
# What a drafter must never be told about.
PARSER_WORDS = re.compile(
    r"\b(tokens?|terminals?|rules?|nodes?|pars(?:e|ed|er|ing)|grammar|syntax|lalr|unexpected|"
    r"expected one of|eof|regex|lark|trie|slots?|stack|none|null|exception|traceback|anon_?\w*|"
    r"class_item|condition_item|term_item|step_item|and_or)\b|\$END|__|(?-i:\b[A-Z]{2,}\b)",
    re.IGNORECASE,
)
# What may not stand between backticks either: no drafter writes it.
NAMES = re.compile(r"\$END|__ANON|\b[A-Z]+_[A-Z_]+\b|\b(?:AND|OR|COMMA|DOT|SEMICOLON|COLON)\b")
QUOTED = re.compile(r"`[^`]*`")


@cache
def source_of(path: str) -> Source:
    return read_source(STATUTES / path)


def compiled(act: str, text: str, changed: str | None = None) -> tuple[Diagnostic, ...]:
    """Compile an act whose text is `text`, and whose vocabulary is `changed` if it is given."""
    place, _, _ = act.partition("/")
    found = sorted((STATUTES / place).glob("*.vocabulary"))
    vocabularies = tuple(source_of(f"{place}/{one.name}") for one in found)
    if changed is not None:
        vocabularies = (Source(vocabularies[0].name, changed), *vocabularies[1:])

    def library(name: str) -> Source | None:
        other = STATUTES / place / name / "en.law"
        return source_of(f"{place}/{name}/en.law") if other.is_file() else None

    return compile_source(Source(f"{act}/en.law", text), act, vocabularies, library).problems


def check(found: tuple[Diagnostic, ...]) -> None:
    for problem in found:
        for label in (problem.primary, *problem.related):
            assert 0 <= label.span.start <= label.span.end <= len(label.source.text), problem
        for said in (
            problem.message,
            problem.help or "",
            *(one.text for one in problem.related),
        ):
            assert not PARSER_WORDS.search(QUOTED.sub("", said)), problem
            own = problem.primary.source.text
            assert not [name for name in NAMES.findall(said) if name not in own], problem
            assert "\n" not in said
            assert said.count("`") % 2 == 0 or "`" in problem.primary.source.text
            assert not said.endswith(".")
        assert problem.message[0] == problem.message[0].lower()
    assert render_all(found).count("[L") >= len(found)
    as_json(found)


@pytest.mark.parametrize("act", ACTS)
def test_statutes_as_they_are_have_no_problems(act: str) -> None:
    found = compiled(act, source_of(f"{act}/en.law").text)

    assert [one for one in found if one.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("seed", range(some(60)))
@pytest.mark.parametrize("act", ACTS)
def test_accidents_of_a_statute_are_reported_in_the_drafters_words(act: str, seed: int) -> None:
    random = Random(f"{act} {seed}")  # noqa: S311 - seeded, so that a failure comes again
    text = source_of(f"{act}/en.law").text
    for _ in range(random.choice((1, 1, 1, 2, 6))):
        text = accident(text, random)

    check(compiled(act, text))


@pytest.mark.parametrize("seed", range(some(25)))
@pytest.mark.parametrize("place", VOCABULARIES)
def test_accidents_of_a_vocabulary_are_reported(place: str, seed: int) -> None:
    random = Random(f"{place} {seed}")  # noqa: S311 - seeded as well
    act = next(one for one in ACTS if one.startswith(place))
    vocabulary = next((STATUTES / place).glob("*.vocabulary"))
    text = accident(source_of(f"{place}/{vocabulary.name}").text, random)

    check(compiled(act, source_of(f"{act}/en.law").text, text))


PIECES = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            (
                "Article 1.",
                "1.",
                "1)",
                "a)",
                "\n",
                " ",
                "A person",
                "who",
                "is",
                "the person",
                ":",
                ";",
                "; or",
                "|",
                "...",
                "[official]",
                "Note.",
                "if",
                "any of the following applies",
                "lives in the town",
                "is entitled to a card",
                "means",
                "In force from",
                "\u202e",
                "\x00",
            )
        ),
    ),
    max_size=30,
)


@given(PIECES)
@settings(max_examples=some(150), derandomize=True)
def test_any_text_at_all_is_answered(pieces: list[str]) -> None:
    check(problems("".join(pieces)))
    check(problems("Article 1. A\n\n" + " ".join(pieces)))
