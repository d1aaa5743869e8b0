"""Each part of one change shows whom it turns; nobody is passed over for somebody else."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from random import Random
from typing import Any

import pytest

pytest.importorskip("z3")

from tests.compare.written import compared, law, law_in
from tests.diagnostics.examples import SHARED
from tests.sampling import some

from lawc.compare.persons import result_of
from lawc.compare.report import Compared, compare
from lawc.ir import nodes as ir

TOWN = "the person lives in the town"
SCHOOL = "the person attends a school of the town"
AGED = "the person has reached the age of sixty years on the day of the request"


def card(condition: str) -> str:
    """Return a law that gives a card on a condition."""
    return f"Article 1. Cards\n\nA person is entitled to a card if {condition}.\n"


def fees(*rows: str) -> str:
    """Return a law that states a fee by the number of books."""
    lines = "".join(f"| {row} |\n" for row in rows)
    head = "The fee is given by the row in which the number of books falls:\n"
    return f"Article 1. Fees\n\n{head}{lines}"


def facts(made: Compared, *keys: str) -> list[tuple[object, ...]]:
    """Return what each case that is shown says of some facts."""
    return [tuple(touched.person.case.get(key) for key in keys) for touched in made.touched]


def changed_in(made: Compared) -> list[tuple[int, ...]]:
    """Return the changes that cause each case."""
    return [touched.because for touched in made.touched]


def test_each_of_two_conditions_of_a_sentence_has_somebody() -> None:
    made = compared(
        card(f"{TOWN} or {SCHOOL}"),
        card(f"{TOWN} or the number of books is more than 9"),
    )

    assert (False, True, 0) in facts(made, "lives_in_town", "attends_school", "books")
    assert made.proved


def test_two_numbers_of_a_sentence_turn_different_people_the_same_way() -> None:
    late = "at least one of the person's loans is late"
    books = "the number of books is more than {}"
    old, new = (card(f"{books.format(n)} or {late}") for n in (5, 7))
    new = new.replace("at least one", "at least two")
    made = compared(old, new)

    cases = [(case["books"], len(case["loans"])) for case in cases_of(made)]
    assert any(books == 6 and not loans for books, loans in cases)
    assert any(books < 6 and loans for books, loans in cases)
    assert set(changed_in(made)) == {(0,)}
    assert made.proved


def cases_of(made: Compared) -> list[dict[str, Any]]:
    """Return the facts of the cases that are shown, with an empty list for one not needed."""
    return [{"loans": [], **touched.person.case} for touched in made.touched]


def test_each_row_of_a_table_has_somebody() -> None:
    made = compared(
        fees("up to 10 | 5 euro", "over 10 to 20 | 6 euro", "over 20 | 7 euro"),
        fees("up to 10 | 4 euro", "over 10 to 20 | 6 euro", "over 20 | 3 euro"),
    )

    assert [one.person.old for one in made.touched] == [5, 7]
    assert made.proved


def test_the_bounds_of_rows_are_told_apart_from_their_values() -> None:
    made = compared(
        fees("up to 10 | 9 euro", "over 10 to 20 | 6 euro", "over 20 | 3 euro"),
        fees("up to 8 | 9 euro", "over 8 to 20 | 6 euro", "over 20 | 2 euro"),
    )

    assert [(one.person.old, one.person.new) for one in made.touched] == [(9, 6), (3, 2)]


def test_two_limits_of_an_amount_each_have_somebody() -> None:
    base = "Article 1. Fees\n\n1. The base is the number of books multiplied by 1 euro.\n2. "
    limits = "The fee is the base, not less than {} euro, not more than {} euro.\n"
    made = compared(base + limits.format(10, 100), base + limits.format(20, 120))

    assert [(one.person.old, one.person.new) for one in made.touched] == [(10, 20), (100, 120)]


def test_each_of_two_phrases_that_one_sentence_has_turns_somebody() -> None:
    text = card(f"{TOWN} or {SCHOOL}")
    words = SHARED.text
    for fact, books in (("lives_in_town", 3), ("attends_school", 4)):
        words = words.replace(f"means {fact}\n", f"means {fact} and books > {books}\n")
    made = compare(law(text), law_in(text, SHARED.text, words))

    assert {(True, False), (False, True)} <= set(facts(made, "lives_in_town", "attends_school"))


def test_two_sentences_of_one_paragraph_each_have_somebody() -> None:
    sentence = "A person is entitled to a card if {}."
    old = f"{sentence.format(TOWN)} {sentence.format(SCHOOL)}"
    new = f"{sentence.format(TOWN + ' and ' + AGED)} {sentence.format(SCHOOL + ' and ' + AGED)}"
    made = compared(f"Article 1. Cards\n\n{old}\n", f"Article 1. Cards\n\n{new}\n")

    assert {(True, False), (False, True)} <= set(facts(made, "lives_in_town", "attends_school"))


@pytest.mark.parametrize("removed", [True, False])
def test_each_of_two_alternatives_that_come_or_go_has_somebody(*, removed: bool) -> None:
    few, many = card(AGED), card(f"{AGED} or {TOWN} or {SCHOOL}")
    made = compared(many, few) if removed else compared(few, many)

    assert {(True, False), (False, True)} <= set(facts(made, "lives_in_town", "attends_school"))
    assert made.proved


def test_what_a_sentence_changes_for_the_same_people_is_one_case() -> None:
    made = compared(card(f"{TOWN} and {SCHOOL}"), card(f"{TOWN} or {SCHOOL}"))

    assert len(made.touched) == 1


# --- two edits at random places ---------------------------------------------------------

COUNTS = "abc"
VOCABULARY = "".join(
    f'fact person.{key}: count\n  en noun "the {key}" ask "{key}?"\n' for key in COUNTS
)
ORDERS = ("more than", "at least", "less than", "not more than", "equal to")
Test = tuple[str, str, int]
Paragraph = tuple[str, tuple[Test, ...]]


def paragraphs(rng: Random) -> list[Paragraph]:
    """Return one or two conditions, each of comparisons that one word or a list joins."""
    ways = ("and", "or", "any of the following applies", "all of the following apply")
    return [
        (rng.choice(ways), tuple(comparison(rng) for _ in range(rng.randint(2, 4))))
        for _ in range(rng.choice((1, 1, 2)))
    ]


def comparison(rng: Random) -> Test:
    return rng.choice(COUNTS), rng.choice(ORDERS), rng.randint(1, 4)


def written(made: list[Paragraph]) -> ir.Law:
    """Return the law of some conditions."""
    text = "Article 1. Cards\n\n"
    for number, (way, tests) in enumerate(made, 1):
        clauses = [f"the {key} is {order} {bound}" for key, order, bound in tests]
        if " " in way:
            items = [f"{n}) {clause}" for n, clause in enumerate(clauses, 1)]
            condition = f"{way}:\n" + ";\n".join(items)
        else:
            condition = f" {way} ".join(clauses)
        text += f"{number}. A person is entitled to a card if {condition}.\n"
    return law(text, VOCABULARY)


def edited(made: list[Paragraph], edits: Iterable[tuple[int, int, Test]]) -> list[Paragraph]:
    """Return conditions with other comparisons at some places."""
    tests = [list(several) for _, several in made]
    for paragraph, place, other in edits:
        tests[paragraph][place] = other
    return [(way, tuple(several)) for (way, _), several in zip(made, tests, strict=True)]


@pytest.mark.parametrize("seed", range(some(50)))
def test_each_of_two_edits_wherever_they_are_has_somebody(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - tests are to be replayed, not to be secret
    made = paragraphs(rng)
    places = [(n, place) for n, (_, tests) in enumerate(made) for place in range(len(tests))]
    edits = [(*place, comparison(rng)) for place in rng.sample(places, 2)]
    old, new = written(made), written(edited(made, edits))
    shown = compare(old, new)
    card = old.decisions[0]
    people = [dict(zip(COUNTS, bounds, strict=True)) for bounds in product(range(6), repeat=3)]
    for edit in edits:
        alone = written(edited(made, [edit]))

        def turned(case: dict[str, Any], alone: ir.Law = alone) -> tuple[Any, Any] | None:
            was, now, by_edit = (
                result_of(each, case, {}, card, "") for each in (old, new, alone)
            )
            return (was, now) if was != now == by_edit else None

        told = {turned(touched.person.case) for touched in shown.touched}
        assert set(map(turned, people)) - {None} <= told

    assert shown.proved


# --- lists of provisions and of values --------------------------------------------------

CRIMES = """
act "code"
  en noun "the Code"
fact person.crime: provision of "code"
  en noun "the provision" ask "Under which provision?"
phrase person.under(where: provisions) means crime in where
  en yes "the person | is convicted under [where]"
     no  "the person | is not convicted under [where]"
"""


@pytest.mark.parametrize(
    ("few", "many"),
    [("Article 5", "Articles 5, 7 and 9"), ("Articles 2 to 5", "Articles 2 to 5, 7 and 9")],
)
def test_each_provision_that_comes_or_goes_has_somebody(few: str, many: str) -> None:
    laws = [
        law(card(f"the person is convicted under {cited} of the Code"), CRIMES)
        for cited in (few, many)
    ]
    for old, new in (laws, laws[::-1]):
        made = compare(old, new)

        assert facts(made, "crime") == [("7",), ("9",)]
        assert made.proved


def test_a_range_that_is_shortened_is_one_change() -> None:
    old, new = (
        law(card(f"the person is convicted under Articles 5 to {end} of the Code"), CRIMES)
        for end in (9, 8)
    )

    assert facts(compare(old, new), "crime") == [("9",)]


@pytest.mark.parametrize("inserted", [True, False])
def test_each_point_of_a_paragraph_that_comes_or_goes_has_somebody(*, inserted: bool) -> None:
    one = f"Article 1. Cards\n\n1. A person is entitled to a card if {AGED}.\n"
    two = f"{one}2. A person is entitled to a card if any of the following applies:\n"
    two += f"   1) {TOWN}; or\n   2) {SCHOOL}.\n"
    made = compared(one, two) if inserted else compared(two, one)

    assert {(True, False), (False, True)} <= set(facts(made, "lives_in_town", "attends_school"))
    assert made.proved
