"""The effect of each of several changes: each is undone alone."""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

from tests.compare.test_matching import (
    BOOKS,
    OLD,
    OLDER,
    ROOM,
    SCHOOL,
    TOWN,
    articles,
    points,
    rows,
)
from tests.compare.written import compared, law, turns

from lawc.compare.levels import Level
from lawc.compare.report import compare

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


def test_each_of_two_points_that_go_has_somebody_and_so_have_both_together() -> None:
    made = compared(points(TOWN, SCHOOL, OLD, BOOKS), points(TOWN, BOOKS))

    school, old = (n for n, one in enumerate(rows(made)) if not one[2])
    assert [one.because for one in made.touched] == [(school,), (old,), (school, old)]
    assert made.proved


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

    assert {one.because for one in made.touched} == {(0, 1)}
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


# --- whom each change turns -------------------------------------------------------------


def two(first: str, second: str) -> str:
    """Return a law that gives a card by either of two paragraphs."""
    return (
        f"Article 1. Cards\n\n1. A person is entitled to a card if {first}.\n"
        f"2. A person is entitled to a card if {second}.\n"
    )


IN_THE_TOWN, AT_THE_SCHOOL = (
    "the person lives in the town",
    "the person attends a school of the town",
)
TEN_BOOKS = "the number of books is at least 10"


def test_each_of_two_changes_with_the_same_turn_has_somebody_of_its_own() -> None:
    made = compared(
        two(IN_THE_TOWN, AT_THE_SCHOOL),
        two(f"{IN_THE_TOWN} and {TEN_BOOKS}", f"{AT_THE_SCHOOL} and {TEN_BOOKS}"),
    )

    first, second, both = made.touched
    assert [one.because for one in made.touched] == [(0,), (1,), (0, 1)]
    assert first.person.case["lives_in_town"] is True
    assert first.person.case["attends_school"] is False
    assert second.person.case["attends_school"] is True
    assert second.person.case["lives_in_town"] is False
    assert both.person.case["lives_in_town"] is both.person.case["attends_school"] is True
    assert made.proved


def test_who_would_be_turned_by_either_change_is_named_for_both() -> None:
    """The second change takes the card from nobody who has it after the first."""
    made = compared(
        two(IN_THE_TOWN, f"{IN_THE_TOWN} and {TEN_BOOKS}"),
        two(AT_THE_SCHOOL, f"{AT_THE_SCHOOL} and {TEN_BOOKS}"),
    )

    shown = {n for one in made.touched for n in (*one.because, *one.likewise)}
    assert shown == {0, 1}
    assert made.proved


def test_amounts_that_two_changes_make_larger_have_a_case_each() -> None:
    fees = "Article 1. Fees\n\n1. The base is {} euro.\n2. The fee is the base plus {} euro.\n"

    made = compared(fees.format(10, 5), fees.format(11, 6))

    assert {n for one in made.touched for n in one.because} == {0, 1}


def test_changes_that_would_go_in_a_circle_if_one_were_undone_are_one() -> None:
    terms = (
        "Article 1. Terms\n\n"
        "1. In this Law, a young reader means any of the following:\n1) a person{}.\n"
        "2. In this Law, a faithful reader means any of the following:\n1) a person{}.\n\n"
        "Article 2. Cards\n\n1. A young reader is entitled to a card.\n"
        "2. A faithful reader is admitted to the reading room.\n"
    )
    faithful = """
concept person.faithful_reader
  en a "a faithful reader" the "the faithful reader"
"""
    made = compare(
        law(
            terms.format(" who lives in the town", ", if the person is a young reader"),
            faithful,
        ),
        law(
            terms.format(", if the person is a faithful reader", " who lives in the town"),
            faithful,
        ),
    )

    assert not any(row.level.decides for row in made.rows)


def test_a_term_that_is_defined_elsewhere_is_undone_at_both_places() -> None:
    old = (
        "Article 1. Terms\n\n1. In this Law, a young reader means a person who lives in the "
        "town.\n2. The base is 4 euro.\n\n" + CARD
    )
    new = (
        "Article 1. Terms\n\n1. The base is 4 euro.\n\n" + CARD + "\nArticle 3. Young\n\n"
        "In this Law, a young reader means a person who attends a school of the town.\n"
    )

    made = compared(old, new)

    assert made.level is Level.MIXED
    assert made.proved


def test_of_three_changes_each_pair_that_does_it_only_together_has_somebody() -> None:
    old = points(TOWN, SCHOOL, OLD)
    new = points(*(f"{one} and {TEN_BOOKS}" for one in (TOWN, SCHOOL, OLD)))

    made = compared(old, new)

    assert [one.because for one in made.touched] == [
        *((n,) for n in range(3)),
        *((0, 1), (0, 2), (1, 2)),
        (0, 1, 2),
    ]
    assert made.proved


def test_a_decision_that_nothing_gives_any_more_goes_with_what_gave_it() -> None:
    card = "Article 1. Cards\n\n1. A person who lives in the town is entitled to a card.\n"
    room = "2. A person who attends a school of the town is admitted to the reading room.\n"

    assert len(compared(card + room, card).rows) == 1


def test_changes_after_which_a_fact_is_asked_in_two_ways_are_undone_each_alone() -> None:
    not_in_town = TOWN.replace("lives", "does not live")
    new = points(f"{SCHOOL} and {TOWN}", f"{OLD} and {not_in_town}")
    made = compared(points(SCHOOL, OLD), new)

    assert [one.because for one in made.touched] == [(0,), (1,)]


def test_a_change_of_a_later_decision_has_a_case_where_an_earlier_one_turns_too() -> None:
    card = "A person who lives in the town is entitled to a card."
    room = ROOM.replace("attends a school of", "lives in")
    both = room.replace("lives in", "lives in the town and who attends a school of")
    old = articles(card, room)
    made = compared(old, articles(card.replace("lives", "does not live"), both))

    assert [(one.turn.decision.key, one.because) for one in made.touched] == [
        ("card", (0,)),
        ("card", (0,)),
        ("reading_room", (1,)),
    ]
    assert made.level is Level.MIXED


def test_a_change_with_a_case_has_one_for_each_decision_that_it_turns() -> None:
    young = "In this Act, a young reader means a person who attends a school of the town{}."
    card = "A person who lives in the town is entitled to a card."
    many = "A young reader is entitled to a card if the number of books is at least 10."
    room = f"A young reader is admitted to the reading room if {TOWN}."
    old = articles(young.format(""), card, many, room)
    more = " and who has reached the age of six years on the day of the request"
    new = articles(young.format(more), card.replace("lives", "does not live"), many, room)
    made = compared(old, new)

    assert ("reading_room", (0,)) in [
        (one.turn.decision.key, one.because) for one in made.touched
    ]


def test_two_pairs_of_changes_that_turn_one_case_are_both_named() -> None:
    grants = "1. A person who {} the town is entitled to a card.\n"
    grants += grants.replace("1.", "2.")
    excludes = (
        "3. Paragraphs 1 and 2 of this Article do not apply to a person, if the number of "
        "books is at least {}.\n"
        "4. Paragraph 3 of this Article does not apply to a person, if the number of books is "
        "at least {}.\n"
    )
    old = (
        "Article 1. Cards\n\n" + grants.format("lives in", "lives in") + excludes.format(20, 10)
    )
    away = "does not live in"
    new = "Article 1. Cards\n\n" + grants.format(away, away) + excludes.format(10, 20)
    made = compared(old, new)

    lost = {one.because for one in made.touched if one.turn.old is True}
    assert {(0, 1), (2, 3)} <= lost
    assert made.proved
