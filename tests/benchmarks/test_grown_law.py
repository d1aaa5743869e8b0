"""The amnesty law with further paragraphs: as text and by hand it is the same law."""

from __future__ import annotations

import itertools
from pathlib import Path

from benchmarks.by_hand import decide_known
from benchmarks.grown import (
    Listed,
    decide_grown,
    grown_law,
    grown_package,
    grown_text,
    paragraphs,
)
from benchmarks.people import as_by_hand, known_cases, partial_cases
from kz_amnesty_2025 import Person
from tests.benchmarks.interpreted import differing_cases

PARAGRAPHS = 10


def test_the_grown_law_is_decided_as_by_hand(tmp_path: Path) -> None:
    grown, listed = grown_package(PARAGRAPHS, tmp_path), Listed(paragraphs(PARAGRAPHS))
    cases = list(itertools.islice(known_cases(3, offences=(1, 9)), 400))
    by_package = [
        [as_by_hand(offence) for offence in grown.decide(grown.Person.from_dict(case)).offences]
        for case in cases
    ]
    persons = [Person.from_dict(case) for case in cases]

    assert by_package == [decide_grown(person, listed) for person in persons]
    # The further paragraphs matter, or the line above would show little.
    assert by_package != [decide_known(person) for person in persons]


def test_the_package_says_of_the_grown_law_what_the_interpreter_says(tmp_path: Path) -> None:
    grown, law = grown_package(PARAGRAPHS, tmp_path), grown_law(PARAGRAPHS, tmp_path / "law")
    cases = [case for case in partial_cases(4, 60) if case.get("offences")]

    assert list(differing_cases(law, grown, grown.Person, cases, {})) == []


def test_a_larger_grown_law_begins_with_the_paragraphs_of_a_smaller_one() -> None:
    fewer, more = paragraphs(2), paragraphs(PARAGRAPHS)

    assert [paragraph.text for paragraph in more[:2]] == [each.text for each in fewer]


def test_the_further_paragraphs_stand_before_the_third_of_article_3() -> None:
    further = paragraphs(2)
    _, _, article = grown_text(further).partition("\nArticle 3. ")
    lines = article.splitlines()
    places = [lines.index(paragraph.text) for paragraph in further]

    assert places == [places[0], places[0] + 1]
    assert lines[places[1] + 1].startswith("3. ")
