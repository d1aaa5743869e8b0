"""What each of several changes does: each is undone alone."""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

from tests.compare.test_matching import BOOKS, OLD, OLDER, SCHOOL, TOWN, points, rows
from tests.compare.written import compared, turns

from lawc.compare.levels import Level

MEANS = "In this Law, a young reader means any of the following:"
CARD = "Article 2. Cards\n\nA young reader is entitled to a card.\n"


def definition(*said: str) -> str:
    """Return a law that gives a card to whoever falls under a term with these points."""
    ends = [*(";" for _ in said[2:]), "; or", "."]
    lines = [f"{n}) {one}{end}" for n, (one, end) in enumerate(zip(said, ends, strict=True), 1)]
    return "\n".join(["Article 1. Terms", "", MEANS, *lines, "", CARD])


IN_TOWN = "a person who lives in the town"
NOT_IN_TOWN = "a person who does not live in the town"
AT_SCHOOL = "a person who attends a school of the town"
AGED = "a person who has reached the age of sixty years on the day of the request"


def test_of_two_bounds_each_has_its_own_level() -> None:
    made = compared(points(TOWN, OLD, BOOKS), points(TOWN, OLDER, BOOKS.replace("100", "50")))

    assert rows(made) == [("narrower", "1(2)", "1(2)"), ("wider", "1(3)", "1(3)")]
    assert made.level is Level.MIXED


def test_a_person_is_because_of_what_would_decide_otherwise_if_undone() -> None:
    made = compared(points(TOWN, OLD, BOOKS), points(TOWN, OLDER, BOOKS.replace("100", "50")))

    assert turns(made) == [("card", False, True), ("card", True, False)]
    assert [one.because for one in made.touched] == [(1,), (0,)]


def test_a_change_that_would_only_leave_a_person_open_is_not_the_cause() -> None:
    made = compared(points(TOWN, SCHOOL, OLD, BOOKS), points(TOWN, BOOKS))

    gone = [n for n, one in enumerate(rows(made)) if not one[2]]
    ((cause,),) = [one.because for one in made.touched]
    assert len(gone) == 2
    assert cause in gone


def test_points_of_one_definition_are_undone_each_alone() -> None:
    made = compared(definition(IN_TOWN, AT_SCHOOL), definition(NOT_IN_TOWN, AT_SCHOOL, AGED))

    assert rows(made) == [
        ("mixed", "1(1)", "1(1)"),
        ("wording", "1(2)", "1(2)"),
        ("wider", "", "1(3)"),
    ]


def test_a_point_taken_out_of_a_definition_is_put_back_alone() -> None:
    made = compared(
        definition(IN_TOWN, AT_SCHOOL, AGED),
        definition(IN_TOWN, AGED.replace("sixty", "fifty")),
    )

    assert [one for one in rows(made) if one[0] in {"wider", "narrower"}] == [
        ("narrower", "1(2)", ""),
        ("wider", "1(3)", "1(2)"),
    ]


def test_changes_that_only_together_do_anything_are_all_the_cause() -> None:
    lead = "A person is entitled to a card if all of the following apply:"
    both = "\n".join(["Article 1. Cards", "", lead, f"1) {TOWN}; and", f"2) {SCHOOL}.", ""])

    made = compared(both, points(TOWN, SCHOOL))

    assert [one.because for one in made.touched] == [(0, 1)]
    assert {one[0] for one in rows(made)} == {"wider"}


def test_no_change_goes_further_than_all_together_where_nobody_is_touched() -> None:
    """To undo only the second half of a split would take a ground away; nobody lost one."""
    made = compared(points(f"{TOWN} or {SCHOOL}", OLD), points(TOWN, SCHOOL, OLD))

    assert not any(row.level.decides for row in made.rows)


def test_a_heading_goes_with_no_change_below_it() -> None:
    old = definition(IN_TOWN, AT_SCHOOL)
    new = definition(NOT_IN_TOWN, AT_SCHOOL).replace("Article 1. Terms", "Article 1. Words")

    assert rows(compared(old, new)) == [("wording", "1", "1"), ("mixed", "1(1)", "1(1)")]


FEES = """\
Article 1. Fees

1. The base is 10 euro.
2. The fee is given by the row in which the base falls:
   | The base, in euro | The fee |
   |-------------------|---------|
   | up to 5           | 1 euro  |
   | over 5            | 2 euro  |
"""


def test_a_row_of_a_table_is_words_of_the_provision() -> None:
    made = compared(FEES, FEES.replace("| 2 euro", "| 3 euro"))

    ((level, _, cited),) = rows(made)
    assert (level, cited) == ("mixed", "1(2)")
    assert "3 euro" in made.rows[0].change.texts[1]
