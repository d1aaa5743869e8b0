"""Amounts: arithmetic in words, limits in the order written, rounding, tables, sums."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.lower.texts import amount, errors, given, law, quantity_value

from lawc.ir import nodes as ir
from lawc.ir.formula import formula

F = Fraction


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The fee is the price.", "loan.price"),
        ("The fee is 2.50 euro.", "2.50 EUR"),
        ("The fee is the price multiplied by the delay.", "loan.price * loan.days_late"),
        (
            "The score is the price multiplied by the delay multiplied by 0.5.",
            "loan.price * loan.days_late * 0.5",
        ),
        ("The fee is the price plus 1 euro plus 2 euro.", "loan.price + 1 EUR + 2 EUR"),
        ("The fee is the price less 1 euro.", "loan.price - 1 EUR"),
        ("The fee is the larger of the price and 1 euro.", "largest(loan.price, 1 EUR)"),
        ("The fee is the smaller of 1 euro and the price.", "smallest(1 EUR, loan.price)"),
        (
            "The fee is the larger of the price and 1 euro, not more than 9 euro.",
            "smallest(largest(loan.price, 1 EUR), 9 EUR)",
        ),
        ("The rate is 15 per cent.", "15 %"),
        ("The rate is two thirds.", "2/3"),
        (
            "The score is the number of days from the lending day to the day of return.",
            "days(lending_day, loan.returned)",
        ),
        (
            "The score is the number of days from 1 May 2024 to the day of return multiplied "
            "by 0.5.",
            "(days(2024-05-01, loan.returned)) * 0.5",
        ),
    ],
)
def test_expression(text: str, meant: str) -> None:
    if text.startswith("The score is the price"):
        assert errors(f"1. {text}") == ["WRONG_TYPE"]  # money is no plain number
        return
    assert amount(text) == meant


# --- limits and rounding -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("limits", "meant"),
    [
        (", not less than 1 euro", "largest(loan.price, 1 EUR)"),
        (", and not less than 1 euro", "largest(loan.price, 1 EUR)"),
        (" and not more than 9 euro", "smallest(loan.price, 9 EUR)"),
        (
            ", not less than 1 euro and not more than 9 euro",
            "smallest(largest(loan.price, 1 EUR), 9 EUR)",
        ),
        (
            ", not more than 9 euro and not less than 1 euro",
            "largest(smallest(loan.price, 9 EUR), 1 EUR)",
        ),
        (", rounded up to a whole cent", "rounded up to 0.01(loan.price)"),
        (", rounded down to a whole euro", "rounded down to 1(loan.price)"),
        (", rounded to the nearest euro", "rounded nearest to 1(loan.price)"),
        (
            ", not less than 1.50 euro, rounded down to a whole euro",
            "rounded down to 1(largest(loan.price, 1.50 EUR))",
        ),
        (
            ", rounded down to a whole euro, not less than 1.50 euro",
            "largest(rounded down to 1(loan.price), 1.50 EUR)",
        ),
    ],
)
def test_limits_in_the_order_written(limits: str, meant: str) -> None:
    assert amount(f"The fee is the price{limits}.") == meant


def computed(expr: ir.Expr, price: Fraction) -> Fraction:
    """Compute an amount of the price by hand, apart from the compiler's own arithmetic."""
    match expr:
        case ir.Literal(int() | Fraction() as value):
            return Fraction(value)
        case ir.Fact(_, "price"):
            return price
        case ir.Largest(parts):
            return max(computed(part, price) for part in parts)
        case ir.Smallest(parts):
            return min(computed(part, price) for part in parts)
        case ir.Rounded(part, ir.Rounding.DOWN, unit):
            return computed(part, price) // unit * unit
        case _:
            raise AssertionError(expr)


@pytest.mark.parametrize(
    ("limits", "result"),
    [
        (", not less than 1.50 euro, rounded down to a whole euro", F(1)),
        (", rounded down to a whole euro, not less than 1.50 euro", F(3, 2)),
        (", not less than 1.50 euro and not more than 1.50 euro", F(3, 2)),
    ],
)
def test_the_order_of_limits_decides_the_result(limits: str, result: Fraction) -> None:
    assert computed(quantity_value(f"The fee is the price{limits}."), F(6, 5)) == result


def test_a_digit_that_could_be_lost_wants_a_rounding() -> None:
    assert errors("1. The fine is the price multiplied by one third.") == ["ROUNDING_MISSING"]


def test_a_limit_after_the_rounding_may_not_bring_the_digits_back() -> None:
    text = "1. The fine is the price, rounded down to a whole cent, not less than 0.005 euro."

    assert errors(text) == ["ROUNDING_MISSING"]


def test_an_amount_that_is_whole_cents_needs_no_rounding() -> None:
    assert errors("1. The fine is the price multiplied by the delay less 0.01 euro.") == []
    assert errors("1. The fine is the price multiplied by three.") == []
    assert errors("1. The fine is 5 per cent of the fee.\n2. The fee is 3 euro.") == []


def test_an_amount_that_is_not_decided_keeps_every_digit() -> None:
    assert errors("1. The fee is the price multiplied by one third.") == []
    text = "1. The fee is the price divided by 3.\n2. The fine is the fee multiplied by 3."
    assert errors(text) == []


def test_what_is_decided_of_an_amount_with_more_digits_wants_a_rounding() -> None:
    text = "1. The fee is the price divided by 3.\n2. The fine is the fee."
    assert errors(text) == ["ROUNDING_MISSING"]


DECLARED = 'rounding EUR: nearest 1 half up source "Money Act, section 3"\n'


def test_what_is_decided_takes_the_rounding_that_its_jurisdiction_declares() -> None:
    text = "1. The fine is the price divided by 3."
    assert given(text, DECLARED) == "rounded half_up to 1(loan.price * 1/3)"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the price", "loan.price"),
        ("the price, not less than 7.50 euro", "largest(loan.price, 7.50 EUR)"),
        (
            "the price divided by 3, rounded down to a whole cent",
            "rounded down to 0.01(loan.price * 1/3)",
        ),
    ],
)
def test_an_amount_that_loses_no_digit_or_states_its_rounding_takes_no_other(
    said: str, meant: str
) -> None:
    assert given(f"1. The fine is {said}.", DECLARED) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("rounded up to the next multiple of 5 euro", "up to 5"),
        ("rounded to the next higher multiple of 5 euro", "up to 5"),
        ("rounded down to a multiple of 0.05 euro", "down to 0.05"),
        ("rounded to the next lower multiple of 50 euro", "down to 50"),
        ("rounded to the nearest multiple of 50 euro", "nearest to 50"),
        ("rounded down to the nearest euro", "down to 1"),
        ("rounded to the nearest whole euro", "nearest to 1"),
        ("rounded to the nearest euro, a half being rounded up", "half_up to 1"),
        ("rounded to the nearest cent, half down", "half_down to 0.01"),
        ("rounded to the nearest multiple of 5 euro, half even", "half_even to 5"),
    ],
)
def test_rounding_to_a_multiple_and_of_halves(said: str, meant: str) -> None:
    assert amount(f"The fee is the price, {said}.") == f"rounded {meant}(loan.price)"


def test_nothing_is_rounded_to_a_multiple_of_zero() -> None:
    text = "1. The fee is the price, rounded down to a multiple of 0 euro."
    assert errors(text) == ["WRONG_VALUE"]


# --- quotients ---------------------------------------------------------------------------

DIVIDED = "loan.price / reader.income"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the ratio of the price to the income", DIVIDED),
        ("the price divided by the income", DIVIDED),
        ("the percentage that the price is of the income", DIVIDED),
        ("the proportion which the price bears to the income", DIVIDED),
        (
            "the percent which the excess of the price over 1 euro, is of the income",
            "(largest(loan.price - 1 EUR, 0 EUR)) / reader.income",
        ),
        (
            "a fraction, the numerator of which is the price and the denominator of which is "
            "the income",
            DIVIDED,
        ),
        ("a fraction of which the numerator is the price and the denominator is the income",
         DIVIDED),
        ("the ratio of the delay to 480", "loan.days_late * 1/480"),
        (
            "the price divided by the income, or zero if the income is zero",
            f"{DIVIDED}, or 0 by zero",
        ),
        (
            "the price divided by the income, or one half if the income is zero",
            f"{DIVIDED}, or 1/2 by zero",
        ),
        ("one twelfth", "1/12"),
        ("one-half", "1/2"),
        ("11/12", "11/12"),
    ],
)  # fmt: skip
def test_ratio(said: str, meant: str) -> None:
    assert amount(f"The rate is {said}.") == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("The fee is the price divided by the delay.", "loan.price / loan.days_late"),
        (
            "The fee bears the same ratio to the price as the delay bears to 480.",
            "loan.price * (loan.days_late * 1/480)",
        ),
        (
            "The fee is an amount which bears the same relation to the price as the price "
            "bears to the income.",
            "loan.price * (loan.price / reader.income)",
        ),
        (
            "The fee is the price multiplied by the ratio of the price to the income, or zero "
            "if the income is zero.",
            f"loan.price * ({DIVIDED}, or 0 by zero)",
        ),
        (
            "The fee is the price reduced by the ratio of the price to the income.",
            f"loan.price * (1 - ({DIVIDED}))",
        ),
        ("The fee is 2/37 of the price.", "2/37 * loan.price"),
    ],
)
def test_amount_in_proportion(said: str, meant: str) -> None:
    assert amount(said) == meant


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("The fee is the price plus the income divided by the delay.", "TWO_READINGS"),
        ("The fee is the price divided by 0.", "NOT_UNDERSTOOD"),
        ("The fee is the delay divided by the price.", "WRONG_TYPE"),
        ("The fee is the price, or zero if the delay is zero.", "NOT_UNDERSTOOD"),
        (
            "The fee is the price divided by the delay, or zero if the income is zero.",
            "NOT_UNDERSTOOD",
        ),
    ],
)
def test_quotient_that_is_not_clear(said: str, error: str) -> None:
    assert errors(f"1. {said}") == [error]


# --- tables ------------------------------------------------------------------------------

ROWS = """
| The delay | Part |
|-----------|------|
| up to 3 | zero |
| over 3 to 36 900 | 2.5 per cent |
| over 36 900 | one half |"""
MEANT = (
    ir.Row(None, F(3), F(0)),
    ir.Row(F(3), F(36_900), F(1, 40)),
    ir.Row(F(36_900), None, F(1, 2)),
)


def test_table_by_row() -> None:
    found = quantity_value(f"The rate is given by the row in which the delay falls:{ROWS}")

    assert found == ir.Bracketed(ir.Fact("loan", "days_late"), MEANT, by_part=False)


PARTS = "is the sum of the rates, each applied to the part of the price that falls in its row"


def test_table_by_part() -> None:
    found = quantity_value(f"The score {PARTS}:{ROWS}".replace("price", "delay"))

    assert found == ir.Bracketed(ir.Fact("loan", "days_late"), MEANT, by_part=True)


def test_table_with_limits() -> None:
    found = quantity_value(
        f"The fee {PARTS}, rounded to the nearest cent, not less than 1 euro:{ROWS}"
    )

    assert isinstance(found, ir.Largest)
    assert found.parts[0] == ir.Rounded(
        ir.Bracketed(ir.Fact("loan", "price"), MEANT, by_part=True),
        ir.Rounding.NEAREST,
        F(1, 100),
    )


def test_table_of_money() -> None:
    found = quantity_value(
        "The fee is given by the row in which the delay falls:\n| up to 3 | 1.50 euro |\n"
        "| over 3 | 2 euro |"
    )

    assert isinstance(found, ir.Bracketed)
    assert [row.value for row in found.rows] == [F(3, 2), F(2)]


# --- several things ----------------------------------------------------------------------

LATE = "\n2. In this Act, a late loan means a loan that is more than two days late."


@pytest.mark.parametrize(
    ("counted", "meant"),
    [
        ("", "number of loan"),
        (" that are late loans", "number of loan with (concept(late))"),
        (" who are loans of lost books", "number of loan with (loan.lost)"),
        (" that is of a lost book", "number of loan with (loan.lost)"),
        (" that is not of a lost book", "number of loan with (not loan.lost)"),
    ],
)
def test_number_of(counted: str, meant: str) -> None:
    text = f"The number of late loans is the number of the reader's loans{counted}.{LATE}"

    assert amount(text) == meant


def test_sum_of() -> None:
    found = quantity_value("The debt is the sum of the price of each of the reader's loans.")

    assert found == ir.TotalOf("loan", ir.Fact("loan", "price"))


def test_sum_of_a_quantity() -> None:
    found = law(
        "1. The debt is the sum of the fee of each of the reader's loans.\n"
        "2. The fee is 2 euro."
    )

    assert formula(found.quantities[0].value) == "sum over loan of (quantity(fee))"


# --- amounts that are decided ------------------------------------------------------------


def test_an_amount_that_is_a_decision_is_a_rule() -> None:
    (rule,) = law(
        "1. The fine is the price multiplied by two, if the reader is a member."
    ).rules

    assert formula(rule.condition) == "reader.member"
    assert [(one.decision, formula(one.value)) for one in rule.gives] == [
        ("fine", "loan.price * 2")
    ]


def test_an_amount_that_is_a_decision_without_a_condition() -> None:
    (rule,) = law("1. The fine is 2 euro.").rules

    assert formula(rule.condition) == "always"


def test_a_decision_given_by_a_table() -> None:
    (rule,) = law(
        "1. The discount is given by the row in which the delay falls:\n"
        "| up to 3 | one half |\n"
        "| over 3 | 0 |"
    ).rules

    assert isinstance(rule.gives[0].value, ir.Bracketed)


# --- for each ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (
            "2 euro for each 100 euro or part thereof of the price",
            "2 EUR * (rounded up to 1(loan.price / 100 EUR))",
        ),
        (
            "2 euro for each complete 100 euro of the price",
            "2 EUR * (rounded down to 1(loan.price / 100 EUR))",
        ),
        (
            "2 euro for each 100 euro (or fraction thereof) by which the price exceeds the "
            "income",
            "2 EUR * (rounded up to 1((largest(loan.price - reader.income, 0 EUR)) / 100 EUR))",
        ),
        (
            "1 euro plus 2 euro for each 7 or part thereof of the delay",
            "1 EUR + (2 EUR * (rounded up to 1(loan.days_late * 1/7)))",
        ),
        (
            "2 euro for each complete month between 1 May 2024 and the day of return",
            "2 EUR * (months(2024-05-01, loan.returned))",
        ),
        (
            "2 euro for each day from 1 May 2024 to the day of return",
            "2 EUR * (days(2024-05-01, loan.returned))",
        ),
    ],
)
def test_for_each_part(said: str, meant: str) -> None:
    assert amount(f"The fee is {said}.") == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2 euro for each loan", "2 EUR * (number of loan)"),
        (
            "2 euro for each loan that is of a lost book",
            "2 EUR * (number of loan with (loan.lost))",
        ),
        (
            "2 euro for each of the reader's loans that are late loans",
            "2 EUR * (number of loan with (concept(late)))",
        ),
    ],
)
def test_for_each_member(said: str, meant: str) -> None:
    late = "1. A late loan means a loan that is more than 3 days late.\n"
    (debt,) = law(f"{late}2. The debt is {said}.").quantities
    assert formula(debt.value) == meant


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("2 euro for each 100 euro of the price", "TWO_READINGS"),
        ("2 euro for each complete 100 euro or part thereof of the price", "TWO_READINGS"),
        ("2 euro for each complete 0 euro of the price", "WRONG_VALUE"),
        ("2 euro for each complete 100 of the price", "WRONG_TYPE"),
    ],
)
def test_for_each_that_is_not_clear(said: str, error: str) -> None:
    assert errors(f"1. The fee is {said}.") == [error]


# --- amounts by case -----------------------------------------------------------------------


def cases(text: str) -> list[tuple[str, str, str]]:
    """Return the rules of a text: the element, the condition, the value."""
    return [
        (one.eid.removeprefix("art_1__"), formula(one.condition), formula(one.gives[0].value))
        for one in law(text).rules
    ]


def test_a_quantity_with_a_condition_is_decided() -> None:
    text = "1. The fee is 2 euro, if the loan is of a lost book."
    assert cases(text) == [("para_1", "loan.lost", "2 EUR")]
    assert not law(text).quantities


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("The fee is 2 euro, unless the loan is of a lost book.", "not loan.lost"),
        ("The fee is 2 euro for a loan of a lost book.", "loan.lost"),
        ("The fee is 2 euro in the case of a loan of a lost book.", "loan.lost"),
        ("In the case of a loan of a lost book, the fee is 2 euro.", "loan.lost"),
        ("For a loan of a lost book, the fee means 2 euro.", "loan.lost"),
        (
            "The fee is 2 euro, if none of the following applies:\n1) the loan is of a lost "
            "book;\n2) the price is less than 5 euro.",
            "not (loan.lost or loan.price < 5 EUR)",
        ),
    ],
)
def test_conditions_of_an_amount(said: str, condition: str) -> None:
    assert cases(f"1. {said}") == [("para_1", condition, "2 EUR")]


def test_cases_as_points() -> None:
    text = (
        "1. The fee is:\n1) 2 euro, if all of the following apply:\na) the loan is of a lost "
        "book;\nb) the price is less than 5 euro;\n2) in the case of a loan of a lost book, "
        "the price, not less than 6 euro; or\n3) in any other case, zero."
    )
    both, lost = "loan.lost and loan.price < 5 EUR", "loan.lost"
    assert cases(text) == [
        ("para_1__point_1", both, "2 EUR"),
        ("para_1__point_2", lost, "largest(loan.price, 6 EUR)"),
        ("para_1__point_3", f"not (({both}) or {lost})", "0 EUR"),
    ]


def test_cases_in_a_sentence() -> None:
    text = (
        "1. The fee is 2 euro if the loan is of a lost book, 3 euro if the price is less than "
        "5 euro, and 4 euro otherwise."
    )
    cheap = "loan.price < 5 EUR"
    assert cases(text) == [
        ("para_1", "loan.lost", "2 EUR"),
        ("para_1", cheap, "3 EUR"),
        ("para_1", f"not (loan.lost or {cheap})", "4 EUR"),
    ]


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("1) 2 euro;\n2) 3 euro, if the loan is of a lost book.", "TWO_READINGS"),
        ("1) in any other case, 2 euro;\n2) 3 euro, if the loan is of a lost book.",
         "DECIDES_NOTHING"),
    ],
)  # fmt: skip
def test_cases_that_do_not_say_when_they_hold(said: str, error: str) -> None:
    assert errors(f"1. The fee is:\n{said}") == [error]


def test_an_amount_notwithstanding_another_displaces_it() -> None:
    text = (
        "1. The fee is 2 euro.\n2. Notwithstanding paragraph 1 of this Article, the fee is 3 "
        "euro, if the loan is of a lost book."
    )
    assert [one.displaces for one in law(text).rules] == [(), ("art_1__para_1",)]


def test_a_fact_is_not_defined() -> None:
    assert errors("1. The price is 2 euro.") == ["DEFINED_TWICE"]


def test_there_may_not_be_any_number_of_limits() -> None:
    many = ", not less than 1 euro" * 21

    assert errors(f"1. The fee is the price{many}.") == ["NOT_UNDERSTOOD"]


# --- other figures in their place ---------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (", if the loan is of a lost book", "case(3 EUR if loan.lost, else 2 EUR)"),
        (", unless the loan is of a lost book", "case(3 EUR if not loan.lost, else 2 EUR)"),
        (" for a loan of a lost book", "case(3 EUR if loan.lost, else 2 EUR)"),
        (
            ", if any of the following applies:\n1) the loan is of a lost book;\n2) the price "
            "is less than 5 euro",
            "case(3 EUR if (loan.lost or loan.price < 5 EUR), else 2 EUR)",
        ),
    ],
)
def test_a_figure_in_place_of_another(said: str, meant: str) -> None:
    replaced = "Paragraph 1 of this Article is applied with 3 euro in place of 2 euro"
    (fee,) = law(f"1. The fee is 2 euro.\n2. {replaced}{said}.").quantities
    assert formula(fee.value) == meant


def test_a_figure_that_does_not_stand_there_is_reported() -> None:
    replaced = "2. Paragraph 1 of this Article is applied with 3 euro in place of 4 euro."
    assert errors(f"1. The fee is 2 euro.\n{replaced}") == ["UNKNOWN_REFERENCE"]
