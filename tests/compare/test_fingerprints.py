"""Fingerprints bind everything that decides about a change, and nothing of another change."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("z3")

from tests.compare.test_matching import OLD, SCHOOL, TOWN, points
from tests.compare.written import compared, law, law_in

from lawc.compare.report import Compared, compare

AGE = (
    "Article 1. Cards\n\nA person is entitled to a card if the person has reached the age of "
    "eighteen years on the day of the request.\n"
)
BIRTHDAY = "date_of_birth + number years <= day"
PARAGRAPHS = (
    "Article 1. Cards\n\n1. A person who lives in the town is entitled to a card.\n"
    "2. A person who attends a school of the town is admitted to the reading room.\n"
)


def prints(made: Compared) -> list[str]:
    return [row.fingerprint for row in made.rows]


def phrase(now: str) -> Compared:
    """Return the comparison where a phrase of the vocabulary means something else."""
    return compare(law(AGE), law_in(AGE, BIRTHDAY, now))


def test_another_meaning_of_a_phrase_is_another_change() -> None:
    looked_at = phrase("date_of_birth + number years < day")
    instead = phrase("date_of_birth + 90 years <= day")

    assert prints(looked_at)
    assert not set(prints(looked_at)) & set(prints(instead))


def test_the_same_change_is_called_the_same_every_time() -> None:
    assert prints(phrase("date_of_birth + number years < day")) == prints(
        phrase("date_of_birth + number years < day")
    )


def test_the_end_of_a_month_counts_where_days_are_counted() -> None:
    now = "date_of_birth + number years < day"
    old, new = law(AGE), law_in(AGE, BIRTHDAY, now)
    before, after = (replace(one, month_end_up=not one.month_end_up) for one in (old, new))

    assert not set(prints(compare(old, new))) & set(prints(compare(before, after)))


ELSEWHERE = [
    ("is admitted to the reading room", "is entitled to a card"),
    ("2. A person who attends", "2. A person who does not live in the town and who attends"),
    ("1. A person", "1. The base is 4 euro.\n2. A person"),
]


@pytest.mark.parametrize(("was", "now"), ELSEWHERE, ids=["effect", "condition", "inserted"])
def test_an_unrelated_change_leaves_it_as_it_is(was: str, now: str) -> None:
    changed = PARAGRAPHS.replace("who lives in the town", "who does not live in the town")
    also = changed.replace(was, now)
    if also.count("\n2. ") > 1:
        also = also.replace("\n2. A person who attends", "\n3. A person who attends")

    assert set(prints(compared(PARAGRAPHS, changed))) <= set(prints(compared(PARAGRAPHS, also)))


def test_a_meaning_that_a_change_rests_on_is_part_of_it() -> None:
    terms = (
        "Article 1. Terms\n\nIn this Law, a young reader means any of the following:\n"
        "1) a person who {}.\n\nArticle 2. Cards\n\n{} is entitled to a card.\n"
    )
    town, school = "lives in the town", "attends a school of the town"
    person, reader = (
        "A person who has reached the age of eighteen years on the day of the request",
        "A young reader",
    )

    one = compared(terms.format(town, person), terms.format(town, reader))
    other = compared(terms.format(school, person), terms.format(school, reader))

    assert not set(prints(one)) & set(prints(other))


def test_a_change_that_an_assumption_bears_on_is_bound_with_it() -> None:
    old, new = points(TOWN, OLD), points(SCHOOL, OLD)
    assumed = "\nassume person: lives_in_town or not attends_school\n"

    assert prints(compare(law(old), law(new))) != prints(
        compare(law(old, assumed), law(new, assumed))
    )


def test_two_breaks_of_the_interface_have_two_names() -> None:
    plain = law(AGE)
    one = compare(plain, law_in(AGE, "fact person.books: count", "fact person.books: number"))
    other = compare(
        plain, law_in(AGE, "fact person.books: count", "fact person.books: fraction")
    )

    marks = [{mark for _, mark in made.marks} for made in (one, other)]
    assert marks[0]
    assert not marks[0] & marks[1]
