"""The amnesty law with further paragraphs: as text and by hand it is the same law."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from benchmarks.grown import grown_law, grown_text, paragraphs
from benchmarks.grown_by_hand import Further, disagreements
from benchmarks.people import cases_without_facts, known_cases, partial_cases
from tests.benchmarks.interpreted import differing_cases
from tests.emitted import package

from lawc.ir import nodes as ir

PARAGRAPHS = 50
KNOWN = list(itertools.islice(known_cases(3, offences=(1, 9)), 300))
PARTIAL = list(cases_without_facts(4, 200, 0.05, offences=(1, 9)))


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> ir.Law:
    return grown_law(PARAGRAPHS, tmp_path_factory.mktemp("law"))


@pytest.fixture(scope="module")
def grown(law: ir.Law, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return package(law, tmp_path_factory.mktemp("package"))


def test_the_grown_law_is_decided_as_by_hand(grown: Any) -> None:
    further = Further(paragraphs(PARAGRAPHS))

    assert next(disagreements(grown, further, KNOWN, PARTIAL), None) is None


@pytest.mark.parametrize(("known", "partial"), [(KNOWN, []), ([], PARTIAL)])
def test_the_law_without_further_paragraphs_decides_some_of_the_cases_otherwise(
    grown: Any, known: list[Any], partial: list[Any]
) -> None:
    assert next(disagreements(grown, Further(()), known, partial), None) is not None


def test_the_package_says_of_the_grown_law_what_the_interpreter_says(
    law: ir.Law, grown: Any
) -> None:
    assert list(differing_cases(law, grown, grown.Person, partial_cases(4, 15), {})) == []


def test_a_larger_grown_law_begins_with_the_paragraphs_of_a_smaller_one() -> None:
    fewer, more = paragraphs(2), paragraphs(10)

    assert [paragraph.text for paragraph in more[:2]] == [each.text for each in fewer]


def test_the_further_paragraphs_stand_before_the_third_of_article_3() -> None:
    further = paragraphs(2)
    _, _, article = grown_text(further).partition("\nArticle 3. ")
    lines = article.splitlines()
    places = [lines.index(paragraph.text) for paragraph in further]

    assert places == [places[0], places[0] + 1]
    assert lines[places[1] + 1].startswith("3. ")
