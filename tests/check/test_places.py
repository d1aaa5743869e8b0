"""A problem stands at its sentence, and says one thing once."""

from __future__ import annotations

import pytest
from tests.check.saying import problem_lines, problem_lines_over


def test_a_problem_of_an_article_without_paragraphs_stands_at_its_sentence() -> None:
    text = (
        "Article 1. Cards\n\n"
        "In force from 1 January 2025 to 1 January 2024, a reader is entitled to a card.\n"
    )

    assert problem_lines(text, whole=True) == ["L103 5"]


def test_a_day_by_name_begins_no_period_and_that_is_all() -> None:
    assert problem_lines(
        "1. In force from the day of return, a reader is entitled to a card."
    ) == ["L103 5"]


@pytest.mark.parametrize(
    "meaning",
    [
        "incomme > 5",
        "incomme > sum",
        "sum < incomme",
        "incomme",
        "not incomme",
        "borm + 3 years <= born",
        "some loans has (losst)",
        "incomme > 5 and member",
    ],
)
def test_an_unknown_name_of_a_meaning_is_one_error(meaning: str) -> None:
    phrase = f"phrase reader.rich(sum: money) means {meaning}\n"
    wording = '  en yes "the reader | has [sum]"\n'

    assert [one[:4] for one in problem_lines_over(phrase + wording)] == ["L202"]


@pytest.mark.parametrize("meaning", ["income > 5", "income + 3 years <= born", "born > income"])
def test_values_of_two_kinds_are_told_where_they_are_compared(meaning: str) -> None:
    phrase = f'phrase reader.rich means {meaning}\n  en yes "the reader | is rich"\n'

    assert [one[:4] for one in problem_lines_over(phrase)] == ["L301"]


def test_what_is_asked_and_never_decided_is_told() -> None:
    text = "1. A reader may take more books if the reader is entitled to a card."

    assert problem_lines(text) == ["L206 5"]


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        (
            "phrase reader.has(n: cuont) means income > n\n"
            '  en yes "the reader | has [n] books"\n',
            ["L202"],
        ),
        ("assume reader: membre\n", ["L202"]),
        ("assume reader: group is teacher\n", ["L301"]),
        ("assume reader: group is pupil or not member\n", []),
    ],
)
def test_a_mistake_of_a_declaration_is_told_once_at_its_place(
    declared: str, told: list[str]
) -> None:
    found_ = problem_lines_over(declared)

    assert [one[:4] for one in found_] == told
    assert all(int(one[5:]) > 1 for one in found_)


def test_a_number_of_a_wrong_kind_is_not_doubted_as_well() -> None:
    words = 'quantity loan.days: count\n  en noun "the number of days"\n'
    text = (
        "1. The number of days is given by the row in which the delay falls:\n"
        "| up to 1 | 2.5 |\n| over 1 | 3 |\n"
    )

    assert problem_lines_over(words, text) == ["L301 6"]
