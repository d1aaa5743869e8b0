"""Matching of elements that moved, were split, or were restated."""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

from tests.compare.written import compared, law, turns

from lawc.compare.levels import Level
from lawc.compare.matching import match_elements
from lawc.compare.report import Compared

CARD = "A person who lives in the town is entitled to a card."
ROOM = "A person who attends a school of the town is admitted to the reading room."
TOWN = "the person lives in the town"
SCHOOL = "the person attends a school of the town"
OLD = "the person has reached the age of sixty years on the day of the request"
OLDER = OLD.replace("sixty", "seventy")
MAPS = "at least one of the person's loans is of a map"
BOOKS = "the number of books is at least 100"


def points(*said: str) -> str:
    """Return an article whose points are said to be grounds for a card."""
    ends = [*(";" for _ in said[2:]), "; or", "."]
    lines = [f"{n}) {one}{end}" for n, (one, end) in enumerate(zip(said, ends, strict=True), 1)]
    lead = "A person is entitled to a card if any of the following applies:"
    return "\n".join(["Article 1. Cards", "", lead, *lines, ""])


def articles(*said: str) -> str:
    return "\n\n".join(f"Article {n}. Heading\n\n{one}" for n, one in enumerate(said, 1)) + "\n"


def rows(made: Compared) -> list[tuple[str, str, str]]:
    """Return level, old and new citation of each change."""
    return [
        (
            row.level.value,
            row.change.old.citation if row.change.old else "",
            row.change.new.citation if row.change.new else "",
        )
        for row in made.rows
    ]


def test_articles_that_change_places_are_renumbered() -> None:
    made = compared(articles(CARD, ROOM), articles(ROOM, CARD))

    assert rows(made) == [("structure", "2", "1"), ("structure", "1", "2")]
    assert made.level is Level.STRUCTURE


def test_a_point_that_moves_is_the_same_point_and_another_ground_comes_first() -> None:
    made = compared(points(TOWN, SCHOOL, OLD), points(OLD, TOWN, SCHOOL))

    assert rows(made) == [
        ("explain", "1(3)", "1(1)"),
        ("explain", "1(1)", "1(2)"),
        ("explain", "1(2)", "1(3)"),
    ]
    assert made.level is Level.EXPLAIN


def test_points_that_are_swapped_are_the_same_points() -> None:
    made = compared(points(TOWN, SCHOOL, OLD), points(TOWN, OLD, SCHOOL))

    assert rows(made) == [("explain", "1(3)", "1(2)"), ("explain", "1(2)", "1(3)")]


def test_a_restated_point_is_the_point_of_its_number() -> None:
    made = compared(points(TOWN, SCHOOL, OLD), points(TOWN, MAPS, OLD))

    assert rows(made) == [("mixed", "1(2)", "1(2)")]
    assert turns(made) == [("card", False, True), ("card", True, False)]


def test_a_point_split_in_two_is_one_changed_and_one_new() -> None:
    made = compared(points(f"{TOWN} or {SCHOOL}", OLD), points(TOWN, SCHOOL, OLD))

    assert rows(made) == [
        ("explain", "1(1)", "1(1)"),
        ("explain", "", "1(2)"),
        ("structure", "1(2)", "1(3)"),
    ]
    assert made.level is Level.EXPLAIN


def test_points_made_one_are_one_changed_and_one_gone() -> None:
    made = compared(points(TOWN, SCHOOL, OLD), points(f"{TOWN} or {SCHOOL}", OLD))

    assert rows(made) == [
        ("explain", "1(1)", "1(1)"),
        ("explain", "1(2)", ""),
        ("structure", "1(3)", "1(2)"),
    ]


def test_a_point_that_is_renumbered_and_changed_is_the_same_point() -> None:
    made = compared(points(TOWN, OLD), points(TOWN, SCHOOL, OLDER))

    assert rows(made) == [
        ("wording", "1(1)", "1(1)"),
        ("wider", "", "1(2)"),
        ("narrower", "1(2)", "1(3)"),
    ]


def test_an_article_with_no_words_of_its_own_is_the_one_of_its_number() -> None:
    paragraphs = f"Article 1.\n\n1. {CARD}\n2. {ROOM}\n"
    split = f"Article 1.\n\n1. {CARD}\n\nArticle 2.\n\n1. {ROOM}\n"

    assert rows(compared(paragraphs, split)) == [
        ("structure", "", "2"),
        ("structure", "1(2)", "2(1)"),
    ]


def test_an_element_is_the_one_that_contains_most_of_the_same() -> None:
    loans = "A person is entitled to a card if at least one of the person's loans is late."
    old = f"Article 1.\n\n1. {CARD}\n2. {ROOM}\n3. {loans}\n"
    new = f"Article 1.\n\n1. {CARD}\n\nArticle 2.\n\n1. {ROOM}\n2. {loans}\n"

    same = match_elements(law(old).elements, law(new).elements)

    assert same["art_2"] == "art_1"
    assert same["art_1__para_1"] == "art_1__para_1"


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_point_that_goes_is_the_one_whose_words_are_missing(gone: int) -> None:
    said = (TOWN, SCHOOL, OLD)
    left = (*said[:gone], *said[gone + 1 :])

    made = compared(points(*said), points(*left))

    assert [one for one in rows(made) if not one[2]] == [("narrower", f"1({gone + 1})", "")]
    assert turns(made) == [("card", True, False)]
