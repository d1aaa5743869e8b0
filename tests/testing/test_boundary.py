"""Cases at the limits of a law: just before, at and just after."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from tests import written_law
from tests.small_law import (
    A_MAN_IS_NOT_PREGNANT,
    MINOR,
    PREGNANT,
    TORTURE,
    VETERAN,
    decision,
    law,
    literal,
    rule,
    under,
)

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.runtime.values import Period
from lawc.testing.boundary import AtLimit, boundary, lines
from lawc.testing.limits import limits
from lawc.testing.notice import DecidedCase, WrittenCase, decided_case

BORN = ir.Fact("person", "date_of_birth")
OF_AGE = ir.Compare(ir.Comparison.LE, ir.Shifted(BORN, Period(18)), literal(date(2025, 7, 5)))
OFTEN = ir.Compare(ir.Comparison.GE, ir.Fact("person", "visits"), literal(3))
POOR = ir.Compare(ir.Comparison.LE, ir.Fact("person", "income"), literal(Fraction(100)))
CHILDREN = ir.Compare(ir.Comparison.GE, ir.CountOf("child", None), literal(2))


def law_and_examples(
    condition: ir.Expr, *cases: dict[str, Any], **parts: Any
) -> tuple[ir.Law, Any]:
    """Return a law that releases under `condition`, and examples."""
    made = law(
        (rule("a1", condition, "released"),),
        decisions=(decision(otherwise="excluded"),),
        **parts,
    )
    examples = tuple(
        decided_case(made, WrittenCase({"offences": [{}], **one}, {})) for one in cases
    )
    return made, examples


def only_limit(condition: ir.Expr, *cases: dict[str, Any], **parts: Any) -> AtLimit:
    made, examples = law_and_examples(condition, *cases, **parts)
    (only,) = boundary(made, examples)
    return only


def moved_values(limit: AtLimit) -> list[Any]:
    return [limit.values[side] for side in limit.sides if side in limit.cases]


def test_a_birthday_is_tried_on_the_day_and_on_both_sides() -> None:
    limit = only_limit(OF_AGE, {"date_of_birth": "1990-01-01"})

    assert moved_values(limit) == ["2007-07-04", "2007-07-05", "2007-07-06"]
    assert (limit.varied, limit.reached, limit.differs) == ("date_of_birth", True, True)


def test_a_count_is_tried_at_its_bound_and_on_both_sides() -> None:
    assert moved_values(only_limit(OFTEN, {"visits": 9})) == [2, 3, 4]


def test_a_sum_of_money_is_tried_a_hundredth_away() -> None:
    assert moved_values(only_limit(POOR, {"income": "500"})) == ["99.99", 100, "100.01"]


def test_a_condition_is_tried_both_ways() -> None:
    assert moved_values(only_limit(VETERAN, {"veteran": False})) == [True, False]


def test_a_provision_is_tried_inside_and_outside() -> None:
    limit = only_limit(under("188(3)"), {"offences": [{"provision": "190"}]})

    assert moved_values(limit) == ["188(3)", "190"]


def test_where_no_fact_decides_lists_are_lengthened() -> None:
    limit = only_limit(CHILDREN, {"children": [{"date_of_birth": "2015-01-01"}]})

    assert limit.reached
    assert [len(limit.cases[side].written.case["children"]) for side in limit.sides] == [
        1,
        2,
        3,
    ]


def test_an_example_in_which_it_makes_a_difference_is_preferred() -> None:
    both = ir.All((VETERAN, MINOR))
    made, examples = law_and_examples(
        both,
        {"veteran": True, "offences": [{"category": "serious"}]},
        {"veteran": True, "offences": [{"category": "minor"}]},
    )
    veteran, _ = boundary(made, examples)

    assert veteran.differs
    assert veteran.cases["where it holds"].written.case["offences"] == [{"category": "minor"}]


def test_a_case_that_breaks_an_assumption_is_not_made() -> None:
    limit = only_limit(
        PREGNANT, {"sex": "male", "pregnant": False}, clauses=(A_MAN_IS_NOT_PREGNANT,)
    )

    assert not limit.reached
    assert list(limit.cases) == ["where it does not hold"]


def test_no_example_no_case() -> None:
    made, _ = law_and_examples(VETERAN)
    (limit,) = boundary(made, ())

    assert (limit.reached, dict(limit.cases)) == (False, {})


def test_lines_leave_out_what_is_an_example_already() -> None:
    made, examples = law_and_examples(ir.All((VETERAN, ir.Not(TORTURE))), {"veteran": True})
    told = lines(boundary(made, examples), examples)

    assert [one["name"] for one in told] == [
        "a1: veteran false",
        "a1: offences[0].torture true",
        "a1: offences[0].torture false",
    ]
    assert [one["expected"]["offences"][0]["outcome"] for one in told] == [
        "excluded",
        "excluded",
        {"value": "released", "provisions": ["a1"]},
    ]


def test_the_steps_of_a_table_are_limits() -> None:
    rows = (
        ir.Row(None, Fraction(2), Fraction(1, 10)),
        ir.Row(Fraction(2), None, Fraction(1, 5)),
    )
    visits = ir.Fact("person", "visits")
    quantity = ir.QuantityDefinition(
        "rate", "person", Basic.FRACTION, ir.Bracketed(visits, rows, False), "a9", "The rate."
    )
    (limit,) = limits(law(quantities=(quantity,)))

    assert limit.step == "2"
    assert limit.expr == ir.Compare(
        ir.Comparison.LE, visits, ir.Literal(Fraction(2), Basic.NUMBER)
    )


def test_a_condition_of_members_is_a_limit_of_the_members() -> None:
    grown = ir.Compare(
        ir.Comparison.LE,
        ir.Shifted(ir.Fact("child", "date_of_birth"), Period(18)),
        literal(date(2025, 7, 5)),
    )
    limit = only_limit(
        ir.Some(1, "child", grown), {"children": [{"date_of_birth": "2000-01-01"}]}
    )

    assert limit.varied == "children[0].date_of_birth"


def test_the_same_examples_give_the_same_cases() -> None:
    made, examples = law_and_examples(
        ir.All((OF_AGE, OFTEN)), {"date_of_birth": "1990-01-01", "visits": 3}
    )

    assert lines(boundary(made, examples), examples) == lines(
        boundary(made, examples), examples
    )


def test_every_case_made_is_a_case() -> None:
    made, examples = law_and_examples(
        ir.Any((OF_AGE, POOR)), {"date_of_birth": "1990-01-01", "income": 1}
    )

    assert all(
        isinstance(decided_case(made, WrittenCase(one["case"], {})), DecidedCase)
        for one in lines(boundary(made, examples), examples)
    )


def test_a_limit_on_an_amount_is_tried_where_it_begins_to_bite() -> None:
    given = written_law.law(
        "1. The amount due is the income plus 5 euro, not less than 10 euro, "
        "not more than 300 euro."
    )
    example = decided_case(given, WrittenCase({"income": "80"}, {}))
    assert example is not None
    most, least = boundary(given, (example,))

    assert moved_values(least) == ["4.99", 5, "5.01"]
    assert moved_values(most) == ["294.99", 295, "295.01"]
    assert least.differs
    assert "300 EUR" in most.text


def test_a_limit_of_members_incomes_is_tried_too() -> None:
    given = written_law.law(
        "1. The tax is the sum of the child's value of each of the children.\n"
        "2. The amount due is the tax, not more than 300 euro."
    )
    example = decided_case(
        given, WrittenCase({"children": [{"value": "80"}, {"value": "20"}]}, {})
    )
    assert example is not None
    (most,) = boundary(given, (example,))

    assert (most.varied, moved_values(most)) == ("children[0].value", ["279.99", 280, "280.01"])


def test_a_limit_moves_no_fact_beyond_its_own_limits() -> None:
    given = written_law.law(
        "1. The amount due is the wage plus 5 euro, not less than 3 euro.",
        'fact person.wage: money EUR at least 0\n  en noun "the wage"\n',
    )
    example = decided_case(given, WrittenCase({"wage": "80"}, {}))
    assert example is not None
    (least,) = boundary(given, (example,))

    assert not least.reached
