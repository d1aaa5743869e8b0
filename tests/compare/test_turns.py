"""Turns that were once reported wrong, or could be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

pytest.importorskip("z3")

from tests.compare.written import as_comparisons, compared, law, law_in, levels, turns

from lawc.compare.levels import Level
from lawc.compare.rendering.as_text import text as as_text
from lawc.compare.report import compare
from lawc.ir import nodes as ir
from lawc.meaning.truth import State

CARD = "A person who lives in the town is entitled to a card."
ROOM = "A person who attends a school of the town is admitted to the reading room."
MANY = (
    "A person is admitted to the reading room if at least three of the person's loans is late."
)
SUSPENDED = "Article 3. Young readers\n\nArticle 1 does not apply to a person who "
SUSPENDED += "does not live in the town.\n"
MOVED_FROM = (
    f"Article 1. Cards\n\n1. {CARD}\n2. {ROOM}\n\nArticle 2. Rooms\n\n1. {MANY}\n\n{SUSPENDED}"
)
MOVED_TO = (
    f"Article 1. Cards\n\n1. {CARD}\n\nArticle 2. Rooms\n\n1. {MANY}\n2. {ROOM}\n\n{SUSPENDED}"
)


def test_a_paragraph_that_leaves_a_displaced_article_is_told_of_those_it_now_covers() -> None:
    made = compared(MOVED_FROM, MOVED_TO)

    assert made.level is Level.WIDER
    assert turns(made) == [("reading_room", False, True)]
    assert made.touched[0].person.case == {
        "lives_in_town": False,
        "attends_school": True,
        "loans": [],
    }


def test_the_move_is_the_change_that_makes_it_so() -> None:
    made = compared(MOVED_FROM, MOVED_TO)

    assert levels(made) == [("2(2)", "wider")]
    assert made.touched[0].because == (0,)


def test_a_move_that_no_provision_notices_is_one_of_structure() -> None:
    before_others = f"1. {ROOM}\n2. {MANY}"  # the order of the grounds stays as it was
    moved_to = MOVED_TO.replace(f"1. {MANY}\n2. {ROOM}", before_others)
    made = compared(MOVED_FROM.replace(SUSPENDED, ""), moved_to.replace(SUSPENDED, ""))

    assert made.level is Level.STRUCTURE


# --- contradictions that others rest on -------------------------------------------------

GRADES = """
decision person.grade: one of gold, silver
effect person.gold
  gives grade = gold
  en yes "the person | is a reader of gold"
     many "are readers of gold"
effect person.silver
  gives grade = silver
  en yes "the person | is a reader of silver"
     many "are readers of silver"
"""
GOLD = "A person who lives in the town is a reader of gold."
ALL_SILVER = "A person who attends a school of the town is a reader of silver."
NEW_SILVER = (
    "A person who attends a school of the town and who does not live in the town is a reader "
    "of silver."
)
CARD_FOR_GOLD = "A person is entitled to a card if the person is a reader of gold."


def graded(silver: str) -> ir.Law:
    """Return a law whose decision of a card rests on that of a grade."""
    text = f"Article 1. Cards\n\n1. {GOLD}\n2. {silver}\n3. {CARD_FOR_GOLD}\n"
    return law(text, GRADES)


def test_what_rests_on_a_contradiction_is_one_and_its_end_is_told() -> None:
    made = compare(graded(ALL_SILVER), graded(NEW_SILVER))

    assert turns(made)[0] == ("card", State.CONTRADICTION, True)


def test_a_contradiction_on_which_others_rest_is_told_where_it_arises() -> None:
    made = compare(graded(NEW_SILVER), graded(ALL_SILVER))

    assert turns(made)[0] == ("card", True, State.CONTRADICTION)


# --- answers where facts are missing ----------------------------------------------------


LATE_TWICE = "A person is entitled to a card if at least two of the person's loans is late"


def test_a_fact_that_is_read_and_cannot_matter_is_asked_of_nobody() -> None:
    """The number of books is new to the law, and whatever it is the card is given."""
    made = compared(
        f"Article 1. Cards\n\n{LATE_TWICE}.\n",
        f"Article 1. Cards\n\n1. {LATE_TWICE} and the number of books is at least 10.\n"
        f"2. {LATE_TWICE} and the number of books is less than 10.\n",
    )

    assert made.level is Level.FACTS
    assert made.asks == ()


def test_other_facts_that_are_tried_are_told() -> None:
    new = law(
        f"Article 1. Cards\n\n1. {CARD}\n2. A person who does not live in the town is "
        "entitled to a card.\n"
    )
    old = replace(new, decisions=tuple(replace(one, cases=()) for one in new.decisions))

    assert compare(old, new).level is Level.FACTS


# --- vocabularies that are not the same -------------------------------------------------

LENT = "A person is entitled to a card if at least one of the person's loans is not of a book."
FILMS = "A person is entitled to a card if at least one of the person's loans is of a film."


def test_a_value_that_one_version_does_not_have_is_not_known_to_it() -> None:
    old = law(f"Article 1. Cards\n\n{LENT}\n")
    new = law_in(
        f"Article 1. Cards\n\n{FILMS}\n",
        'one of book, film, map\n  en value book "a book"',
        'one of book, film, map, game\n  en value game "a game" value book "a book"',
    )

    assert turns(compare(old, new)) == [("card", True, False)]
    assert turns(compare(new, old)) == [("card", False, True)]


def test_a_value_that_is_gone_is_not_given_to_the_version_without_it() -> None:
    old = law_in(
        "Article 1. Cards\n\nA person is entitled to a card if at least one of the person's "
        "loans is not of a game.\n",
        'one of book, film, map\n  en value book "a book"',
        'one of book, film, map, game\n  en value game "a game" value book "a book"',
    )
    new = law(f"Article 1. Cards\n\n{LENT}\n")

    made = compare(old, new)

    assert turns(made) == [("card", True, False)]
    assert made.touched[0].person.case == {"loans": [{"medium": "book"}]}


def test_outcomes_that_one_version_does_not_have_are_told() -> None:
    words = (
        GRADES.replace("gold, silver", "gold, silver, bronze")
        + """
effect person.bronze
  gives grade = bronze
  en yes "the person | is a reader of bronze"
     many "are readers of bronze"
"""
    )
    bronze = "A person who attends a school of the town is a reader of bronze."
    old = law(f"Article 1. Cards\n\n1. {GOLD}\n2. {bronze}\n", words)
    new = law(f"Article 1. Cards\n\n1. {GOLD}\n2. {ALL_SILVER}\n", GRADES)

    assert ("grade", "bronze", "silver") in turns(compare(old, new))
    assert ("grade", "silver", "bronze") in turns(compare(new, old))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("fact person.books: count", "fact person.books: number"),
        ("kind loan of person in loans", "kind loan of person in borrowings"),
    ],
)
def test_versions_that_cannot_be_put_the_same_case_are_not_settled(was: str, now: str) -> None:
    books = "Article 1. Cards\n\nA person is entitled to a card if the number of books is {}.\n"
    old, new = law(books.format("at least 10")), law_in(books.format("at least 9"), was, now)

    made = compare(old, new)

    assert (made.level, made.touched) == (Level.UNPROVED, ())
    assert "Not compared: " in as_text(as_comparisons(made))


def test_a_fact_that_no_provision_reads_may_be_of_another_type() -> None:
    old = law(f"Article 1. Cards\n\n{CARD}\n")
    new = law_in(
        f"Article 1. Cards\n\n{CARD.replace('lives', 'does not live')}\n",
        "fact person.books: count",
        "fact person.books: money EUR",
    )

    made = compare(old, new)

    assert made.level is Level.MIXED
    assert made.proved


def test_a_law_whose_versions_had_days_is_undone_with_its_days() -> None:
    plain = law(f"Article 1. Cards\n\n{CARD}\n")
    day = date(2020, 1, 1)
    old = replace(
        plain,
        law_day="law_day",
        parameters=(ir.ParameterDeclaration("law_day", None, None, ""),),
        rules=tuple(replace(one, force=ir.Force(day, None)) for one in plain.rules),
    )

    assert turns(compare(old, replace(plain, law_day=None, parameters=()))) == [
        ("card", False, True)
    ]


def test_where_there_are_no_lists_none_is_spoken_of() -> None:
    plain = law(f"Article 1. Cards\n\n{CARD}\n")
    old, new = (
        replace(
            one,
            kinds=one.kinds[:1],
            facts=tuple(f for f in one.facts if f.kind == "person"),
            decisions=tuple(d for d in one.decisions if d.kind == "person"),
        )
        for one in (plain, law(f"Article 1. Library cards\n\n{CARD}\n"))
    )

    assert "Nobody is decided otherwise: proved.\n" in as_text(
        as_comparisons(compare(old, new))
    )


LATE_BOOKS = """\
Article 1. Cards

A person is entitled to a card if at least two of the person's loans satisfy all of the
following:
1) {}; and
2) {}.
"""


def test_as_many_members_satisfy_conditions_that_say_the_same() -> None:
    late, book = "the loan is late", "the loan is of a book"

    made = compared(LATE_BOOKS.format(late, book), LATE_BOOKS.format(book, late))

    assert made.level is Level.EXPLAIN


def test_fewer_members_satisfy_what_says_more() -> None:
    late, book = "the loan is late", "the loan is of a book"

    made = compared(LATE_BOOKS.format(late, book), LATE_BOOKS.format(late, late))

    assert (made.level, made.proved) == (Level.WIDER, True)


# --- numbers of members -----------------------------------------------------------------

ONE_LATE = "A person is entitled to a card if at least one of the person's loans is late"


@pytest.mark.parametrize(
    ("few", "many"),
    [
        (f"{ONE_LATE}.", f"{LATE_TWICE}."),
        (f"{ONE_LATE} or the number of books is more than 5.",
         f"{LATE_TWICE} or the number of books is more than 5."),
        (f"{ONE_LATE}.", f"{LATE_TWICE.replace('two', 'three')}."),
    ],
)  # fmt: skip
def test_who_has_several_of_a_sort_has_one(few: str, many: str) -> None:
    fewer = compared(f"Article 1. Cards\n\n{few}\n", f"Article 1. Cards\n\n{many}\n")
    more = compared(f"Article 1. Cards\n\n{many}\n", f"Article 1. Cards\n\n{few}\n")

    assert [turns(made) for made in (fewer, more)] == [
        [("card", True, False)],
        [("card", False, True)],
    ]
    assert fewer.proved
    assert more.proved


def test_several_ways_to_say_some_are_one() -> None:
    """The second paragraph says less than the first: it can go."""
    both = f"Article 1. Cards\n\n1. {ONE_LATE}.\n2. {LATE_TWICE}.\n"
    made = compared(both, f"Article 1. Cards\n\n1. {ONE_LATE}.\n")

    assert turns(made) == []
