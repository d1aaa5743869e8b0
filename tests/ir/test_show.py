"""The checked form as text and as values of JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from tests.differential.laws import Sample, samples

from lawc.ir import nodes as ir
from lawc.ir.formula import formula, period
from lawc.ir.show import as_values, show
from lawc.ir.types import Basic, Money
from lawc.runtime.values import Period, ProvisionRange, provision

AGE = ir.Fact("reader", "age")
RESIDENT = ir.Fact("reader", "resident")
OLD = ir.Fact("reader", "i")
HALF = ir.Row(None, Fraction(9), Fraction(1, 2))
SIXTY = ir.Compare(ir.Comparison.GE, AGE, ir.Literal(60, Basic.COUNT))
BORN = ir.Fact("reader", "born")
RANGES = (
    ProvisionRange(provision("120"), provision("124")),
    ProvisionRange(provision("146"), provision("146")),
)


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        (ir.Not(SIXTY), "not (reader.age >= 60)"),
        (ir.All((SIXTY, RESIDENT)), "reader.age >= 60 and reader.resident"),
        (ir.Any((ir.All((OLD, SIXTY)), OLD)), "(reader.i and reader.age >= 60) or reader.i"),
        (ir.All(()), "always"),
        (ir.Any(()), "never"),
        (ir.AtLeast(2, (SIXTY, RESIDENT)), "at least 2 of (reader.age >= 60, reader.resident)"),
        (ir.Some(1, "loan", ir.Fact("loan", "late")), "at least 1 loan with (loan.late)"),
        (ir.Every("loan", ir.Fact("loan", "late")), "every loan with (loan.late)"),
        (ir.OneOf(AGE, ("young", "old")), "reader.age in (young, old)"),
        (ir.Under(AGE, RANGES), "reader.age under (120 to 124, 146)"),
        (ir.Shifted(BORN, Period(1, 6)), "reader.born + 1 year 6 months"),
        (ir.Shifted(BORN, Period(days=2), before=True), "reader.born - 2 days"),
        (ir.DaysBetween(BORN, ir.Parameter("day")), "days(reader.born, day)"),
        (ir.Rounded(AGE, ir.Rounding.UP, Fraction(1)), "rounded up to 1(reader.age)"),
        (ir.CountOf("loan", None), "number of loan"),
        (ir.TotalOf("loan", ir.Fact("loan", "fee")), "sum over loan of (loan.fee)"),
        (ir.Largest((AGE, ir.Quantity("fee"))), "largest(reader.age, quantity(fee))"),
        (ir.Bracketed(AGE, (HALF,), by_part=False), "table by row(reader.age: ..9 = 0.5)"),
        (ir.Stated("words", RESIDENT), "reader.resident"),
        (ir.Literal(Fraction("151.8"), Money("EUR")), "151.80 EUR"),
        (ir.Literal(Fraction(3), Money("EUR")), "3 EUR"),
    ],
)  # fmt: skip
def test_formula(expr: ir.Expr, text: str) -> None:
    assert formula(expr) == text


def test_no_period_is_no_days() -> None:
    assert period(Period()) == "0 days"


def law(condition: ir.Expr) -> ir.Law:
    gives = ir.Gives("admitted", ir.Literal(True, Basic.TRUTH), RESIDENT)
    return ir.Law(
        act="library",
        package="library",
        title='On "the" library',
        language="en",
        kinds=(ir.Kind("reader", None, None),),
        facts=(ir.FactDeclaration("reader", "age", Basic.COUNT, "How old?"),),
        clauses=(),
        parameters=(ir.ParameterDeclaration("day", date(2025, 1, 1), None, "Which day?"),),
        elements=(
            ir.Element(
                "s_1",
                "1",
                "1.",
                "",
                "Text.",
                None,
                ir.SourceMark(ir.Mark.ASSUMED, "ours"),
                False,
            ),
        ),
        definitions=(),
        quantities=(),
        decisions=(
            ir.Decision("admitted", "reader", Basic.TRUTH, False, ir.Combine.ONE, (RESIDENT,)),
        ),
        rules=(ir.Rule("s_1", "reader", condition, (gives,), ("s_2",), "Text."),),
        law_day=None,
        month_end_up=False,
    )


def test_a_law_as_text() -> None:
    words = ir.Stated("aged or resident", ir.Any((SIXTY, ir.Not(RESIDENT))), "s_1")

    assert show(law(words)) == (
        'law library "On \\"the\\" library"\n'
        "  language en, package library\n"
        "  a day that a month lacks is the last day of the month\n"
        "\n"
        "kinds\n"
        "  reader\n"
        "\n"
        "facts\n"
        '  reader.age: count "How old?"\n'
        "\n"
        "days\n"
        '  day = 2025-01-01 "Which day?"\n'
        "\n"
        "elements\n"
        '  s_1 (1) [assumed: ours] "Text."\n'
        "\n"
        "decisions\n"
        "  admitted of reader: truth, one, otherwise no, tried by cases of reader.resident\n"
        "\n"
        "rules\n"
        '  s_1 of reader "Text."\n'
        '    "aged or resident" @s_1\n'
        "      any\n"
        "        reader.age >= 60\n"
        "        not reader.resident\n"
        "    gives admitted = yes when reader.resident\n"
        "    displaces s_2\n"
    )


def test_what_is_plausible_stands_in_the_text() -> None:
    made = replace(law(RESIDENT), plausible=(ir.Plausible("reader", SIXTY),))

    assert "\nplausible cases\n  reader: reader.age >= 60\n\ndays\n" in show(made)


def test_a_node_as_values_bears_its_name() -> None:
    assert as_values(ir.Shifted(BORN, Period(1))) == {
        "node": "Shifted",
        "day": {"node": "Fact", "kind": "reader", "key": "born"},
        "period": {"years": 1, "months": 0, "days": 0},
        "before": False,
    }


@settings(max_examples=25)
@given(samples)
def test_every_law_can_be_shown(sample: Sample) -> None:
    assert show(sample.law)
    assert json.dumps(as_values(sample.law))
