"""Numbers, fractions, money and days, as a law writes them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from tests import written_law
from tests.lower.texts import condition, errors, law

from lawc.ir import nodes as ir
from lawc.ir.formula import formula
from lawc.ir.types import Basic, Money
from lawc.lower.values import literal, period, whole
from lawc.runtime.values import Period
from lawc.source import Source
from lawc.syntax.nodes import Tree
from lawc.syntax.sentences import Sentences
from lawc.syntax.words import words
from lawc.vocabulary.read import read_vocabulary

MONEY = 'money EUR\n  en noun "euro"\n'
ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = [
    *ONES,
    *TEENS,
    *(ten if one == "zero" else f"{ten}-{one}" for ten in TENS for one in ONES),
]
PARTS = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def value(rule: str, text: str) -> Tree:
    vocabulary, _ = read_vocabulary((Source("a.vocabulary", MONEY),))
    found = Sentences("en", vocabulary.entries["en"]).read(rule, words(text))
    assert isinstance(found, Tree), text
    return found


def test_counts_in_words_up_to_ninety_nine() -> None:
    assert [whole(value("count", text)) for text in NUMBERS] == list(range(100))


@pytest.mark.parametrize(
    ("text", "meant"), [("18", 18), ("36 900", 36_900), ("1 000 000", 1_000_000), ("007", 7)]
)
def test_counts_in_figures(text: str, meant: int) -> None:
    assert whole(value("count", text)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("0.32", ir.Literal(Fraction(8, 25), Basic.NUMBER)),
        ("36 900", ir.Literal(36_900, Basic.COUNT)),
        ("2.0", ir.Literal(2, Basic.COUNT)),
        ("zero", ir.Literal(0, Basic.COUNT)),
    ],
)
def test_numbers(text: str, meant: ir.Literal) -> None:
    assert literal(value("number", text)) == meant


@pytest.mark.parametrize("place", range(len(PARTS)))
def test_every_part_of_a_whole_in_the_singular_and_in_the_plural(place: int) -> None:
    part, size = PARTS[place], place + 2
    many = "halves" if part == "half" else f"{part}s"

    one, two = literal(value("fraction", f"one {part}")), value("fraction", f"two {many}")

    assert one == ir.Literal(Fraction(1, size), Basic.FRACTION)
    assert literal(two).value == Fraction(2, size)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("15 per cent", (3, 20)), ("2.5 per cent", (1, 40)), ("100 per cent", (1, 1))],
)
def test_per_cent(text: str, meant: tuple[int, int]) -> None:
    assert literal(value("fraction", text)) == ir.Literal(Fraction(*meant), Basic.FRACTION)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("466.44 euro", (11_661, 25)),
        ("1 200 euro", (1200, 1)),
        ("five euro", (5, 1)),
        ("twenty-five euro", (25, 1)),
    ],
)
def test_money(text: str, meant: tuple[int, int]) -> None:
    assert literal(value("money", text)) == ir.Literal(Fraction(*meant), Money("EUR"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("one year", Period(years=1)),
        ("six months", Period(months=6)),
        ("30 days", Period(days=30)),
    ],
)
def test_periods(text: str, meant: Period) -> None:
    assert period(value("period", text)) == meant


@pytest.mark.parametrize("month", range(12))
def test_every_month(month: int) -> None:
    found = value("day", f"23 {MONTHS[month]} 2025").children[0].children

    assert tuple(map(whole, found)) == (23, month + 1, 2025)


# --- where they stand in a sentence ------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "meant"),
    [
        ("the loan is more than ninety-nine days late", "loan.days_late > 99"),
        ("the loan is more than 1 000 days late", "loan.days_late > 1000"),
        ("the loan weighs 2.5 or more", "loan.days_late >= 2.5"),
        ("the reader earns 466.44 euro or more", "reader.income >= 466.44 EUR"),
        ("the loan is returned by 29 February 2024", "loan.returned <= 2024-02-29"),
        ("the loan is returned by the lending day", "loan.returned <= lending_day"),
        (
            "the reader has reached the age of twenty-one years on the day of return",
            "reader.born + 21 years <= loan.returned",
        ),
        ("the reader is among pupils or students", "reader.group in (pupil, student)"),
        (
            "the reader is among pupils, students or others",
            "reader.group in (pupil, student, other)",
        ),
    ],
)
def test_values_in_the_slots_of_a_phrase(clause: str, meant: str) -> None:
    assert condition(clause) == meant


DOLLARS = """\
money USD
  en noun "dollars"
  en noun "$"
quantity person.cost: money USD
  en noun "the cost"
"""


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("$713.34", "713.34"),
        ("713.34 dollars", "713.34"),
        ("$36 900", "36900"),
        ("$36,900", "36900"),
        ("$1,036,900.50", "1036900.5"),
    ],
)
def test_money_after_its_sign(written: str, amount: str) -> None:
    (cost,) = written_law.law(f"1. The cost is {written}.", DOLLARS).quantities

    assert cost.value == ir.Literal(Fraction(amount), Money("USD"))


@pytest.mark.parametrize("written", ["$36,90", "$3690,000", "36,900 dollars", "$36,900,00"])
def test_money_with_other_commas_is_refused(written: str) -> None:
    (problem,) = written_law.problem_lines(f"1. The cost is {written}.", DOLLARS)

    assert problem.startswith("L101")


FORCE = "1. In force from {}, a person who is old is entitled to a card."


@pytest.mark.parametrize("written", ["July 1, 1977", "1 July 1977"])
def test_a_day_begins_with_the_month_or_with_the_day(written: str) -> None:
    (rule,) = written_law.law(FORCE.format(written)).rules

    assert rule.force.start == date(1977, 7, 1)


@pytest.mark.parametrize("written", ["07/01/1977", "1977-07-01", "July 1 1977", "July 1977"])
def test_a_day_that_two_countries_read_differently_is_refused(written: str) -> None:
    (problem,) = written_law.problem_lines(FORCE.format(written))

    assert problem.startswith("L101")


def test_a_day_that_the_calendar_lacks_is_refused() -> None:
    text = "1. A reader may borrow free of charge if the loan is returned by 29 February 2025."

    assert errors(text) == ["WRONG_VALUE"]


def test_the_day_of_entry_into_force_is_the_day_that_the_act_says() -> None:
    (rule,) = law(
        "1. A reader may borrow free of charge if the loan is returned by the day on which "
        "this Act enters into force.\n2. This Act enters into force on 1 May 2024."
    ).rules

    assert formula(rule.condition) == "loan.returned <= 2024-05-01"


def test_the_day_of_entry_into_force_has_to_be_said() -> None:
    text = "the day on which this Act enters into force"

    assert errors(
        f"1. A reader may borrow free of charge if the loan is returned by {text}."
    ) == ["UNDEFINED_CONCEPT"]


def test_a_fraction_given_by_an_effect() -> None:
    (rule,) = law("1. The charge is reduced by two thirds for a pupil.").rules

    assert rule.gives == (
        ir.Gives("discount", ir.Literal(Fraction(2, 3), Basic.FRACTION), None),
    )


def test_money_given_by_an_effect() -> None:
    (rule,) = law("1. A fine of 2.50 euro is due for a pupil.").rules

    assert rule.gives == (ir.Gives("fine", ir.Literal(Fraction(5, 2), Money("EUR")), None),)
