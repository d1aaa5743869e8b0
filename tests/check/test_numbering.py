"""Numbers that skip, repeat or are not sure, in the labels of each jurisdiction."""

from __future__ import annotations

import pytest
from tests.numbered import ACTS, ARTICLES, REGULATIONS, SECTIONS, numbered_problems

LISTS = {
    ARTICLES: ("Article 1. Cards\n1. {lead}", "1) {}", "2) {}", "3) {}"),
    SECTIONS: ("Section 1. Cards\n(a) {lead}", "(1) {}", "(2) {}", "(3) {}"),
    ACTS: ("s 1 Cards\n(1) {lead}", "(a) {}", "(b) {}", "(c) {}"),
    REGULATIONS: ("Article 1. Cards\n1. {lead}", "(a) {}", "(b) {}", "(c) {}"),
}
LEAD = "A person is entitled to a card if any of the following applies:"
ITEMS = ("the person is old;", "the person is ill;", "the person is resident.")
NAMES = ["articles", "sections", "acts", "regulations"]


def listed(numbering: str, *places: int) -> str:
    """Return an act with a list whose items have the labels at these places."""
    lead, *labels = LISTS[numbering]
    items = (labels[place].format(item) for place, item in zip(places, ITEMS, strict=True))
    return "\n".join([lead.format(lead=LEAD), *items])


@pytest.mark.parametrize("numbering", LISTS, ids=NAMES)
def test_numbers_that_rise_by_one_are_right(numbering: str) -> None:
    assert numbered_problems(listed(numbering, 0, 1, 2), numbering) == []


@pytest.mark.parametrize("numbering", LISTS, ids=NAMES)
def test_a_repeated_number_is_found_in_each_numbering(numbering: str) -> None:
    label, following = (each.format("").strip() for each in LISTS[numbering][2:4])

    assert numbered_problems(listed(numbering, 0, 1, 1), numbering) == [
        f"L104 `{label}` stands a second time, where `{following}` was expected"
    ]


@pytest.mark.parametrize("numbering", LISTS, ids=NAMES)
def test_a_list_that_begins_with_its_second_number_is_found(numbering: str) -> None:
    first, second = (each.format("").strip() for each in LISTS[numbering][1:3])

    assert numbered_problems(listed(numbering, 1, 2, 2), numbering)[0] == (
        f"L104 the numbering begins with `{second}`, not with `{first}`"
    )


@pytest.mark.parametrize(
    ("numbering", "before", "after", "message"),
    [
        (SECTIONS, "Section 1.", "Section 3.", "`Section 3` stands where `Section 2`"),
        (SECTIONS, "(a)", "(c)", "`(c)` stands where `(b)`"),
        (REGULATIONS, "Article 1.", "Article 3.", "`Article 3` stands where `Article 2`"),
        (ACTS, "s 1", "s 3", "`s 3` stands where `s 2`"),
    ],
)
def test_a_skipped_number_is_told_by_the_label_that_is_missing(
    numbering: str, before: str, after: str, message: str
) -> None:
    head = f"{LISTS[numbering][0].split()[0]} 1{'.' * (numbering != ACTS)} Cards\n"
    sentence = "A person who is old is entitled to a card."
    inner = before.startswith("(")
    text = (
        f"{head * inner}{before} Cards\n{after} Others"
        if not inner
        else (f"{head}{before} {sentence}\n{after} {sentence.replace('old', 'ill')}")
    )

    problems = numbered_problems(text, numbering)
    assert any(f"L104 {message} was expected" in problem for problem in problems)


def test_a_letter_or_number_that_nothing_tells_is_an_error_with_both_ways_out() -> None:
    card = "A person who is old is entitled to a card"
    letters = "".join(f"({letter}) {card}.\n" for letter in "abcdefg")
    text = f"Section 1. Cards\n{letters}(h) {card}\n(i) {card}."

    assert (
        "L104 `(i)` may go on with the elements before it, or begin a list in the last one"
        in numbered_problems(text, SECTIONS)
    )


@pytest.mark.parametrize("numbering", LISTS, ids=NAMES)
def test_no_wrong_label_of_an_item_goes_unnoticed(numbering: str) -> None:
    """Each label of a list is put in the place of each other one."""
    for places in [(a, b, c) for a in range(3) for b in range(3) for c in range(3)]:
        if places != (0, 1, 2):
            assert numbered_problems(listed(numbering, *places), numbering), places
