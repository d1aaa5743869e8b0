"""The meaning of a law, one fact a test, each worked out by hand: what is decided, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from tests.small_law import (
    A_MAN_IS_NOT_PREGNANT,
    FALSE,
    KZT,
    MINOR,
    RELEASE,
    TRUE,
    decision,
    law,
    literal,
    outcome,
    rule,
    thing,
)

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.interpret import decide
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN
from lawc.meaning.world import World, fact

THIRD, QUARTER, FIFTH = Fraction(1, 3), Fraction(1, 4), Fraction(1, 5)


def exclusion(*rules: ir.Rule) -> ir.Law:
    return law(rules, decisions=(decision(),))


# --- decisions --------------------------------------------------------------------------


def combining(
    combine: ir.Combine, *amounts: tuple[ir.Expr, Any], otherwise: Any = None
) -> ir.Law:
    rules = [
        rule(f"art_{n}", condition, amount) for n, (condition, amount) in enumerate(amounts)
    ]
    return law(
        rules, decisions=(decision(Basic.FRACTION, combine=combine, otherwise=otherwise),)
    )


UNSURE = ir.Fact("person", "veteran")
SHARE = ir.Fact("person", "share")


@pytest.mark.parametrize(
    ("combine", "amounts", "expected"),
    [
        ("ONE", [(TRUE, THIRD), (TRUE, THIRD)], THIRD),
        ("ONE", [(TRUE, THIRD), (TRUE, FIFTH)], CONTRADICTION),
        ("ONE", [(TRUE, THIRD), (UNSURE, THIRD)], THIRD),
        ("ONE", [(TRUE, THIRD), (UNSURE, FIFTH)], UNKNOWN),
        ("ONE", [(TRUE, THIRD), (FALSE, FIFTH)], THIRD),
        ("ONE", [(TRUE, THIRD), (TRUE, FIFTH), (UNSURE, QUARTER)], CONTRADICTION),
        ("ONE", [(TRUE, SHARE)], UNKNOWN),
        ("LARGEST", [(TRUE, FIFTH), (TRUE, THIRD)], THIRD),
        ("LARGEST", [(TRUE, THIRD), (UNSURE, FIFTH)], THIRD),
        ("LARGEST", [(TRUE, FIFTH), (UNSURE, THIRD)], UNKNOWN),
        ("LARGEST", [(UNSURE, FIFTH)], UNKNOWN),
        ("LARGEST", [(TRUE, THIRD), (UNSURE, SHARE)], UNKNOWN),
        ("SMALLEST", [(TRUE, THIRD), (UNSURE, FIFTH)], UNKNOWN),
        ("SMALLEST", [(TRUE, FIFTH), (UNSURE, THIRD)], FIFTH),
        ("TOTAL", [(TRUE, THIRD), (TRUE, THIRD)], Fraction(2, 3)),
        ("TOTAL", [(TRUE, THIRD), (UNSURE, THIRD)], UNKNOWN),
        ("TOTAL", [(TRUE, THIRD), (UNSURE, Fraction(0))], THIRD),
        ("TOTAL", [(FALSE, THIRD)], NOTHING),
        ("LARGEST", [], NOTHING),
    ],
)
def test_several_values_for_one_thing(combine: str, amounts: Any, expected: Any) -> None:
    assert outcome(combining(ir.Combine[combine], *amounts)) == expected


@pytest.mark.parametrize("combine", list(ir.Combine))
def test_where_no_rule_gives_a_value_the_law_may_say_what_holds(combine: ir.Combine) -> None:
    given = combining(combine, (FALSE, THIRD), otherwise=FIFTH)

    assert outcome(given) == FIFTH


@pytest.mark.parametrize("combine", list(ir.Combine))
def test_what_holds_otherwise_is_sure_where_nothing_else_can_be_given(
    combine: ir.Combine,
) -> None:
    assert outcome(combining(combine, (UNSURE, FIFTH), otherwise=FIFTH)) == FIFTH


def test_two_open_shares_add_up_to_more_than_what_holds_otherwise() -> None:
    open_ = [(UNSURE, FIFTH), (UNSURE, FIFTH)]

    assert outcome(combining(ir.Combine.TOTAL, *open_, otherwise=FIFTH)) is UNKNOWN


def test_open_shares_of_nothing_leave_what_holds_otherwise_if_that_is_zero() -> None:
    zero = Fraction(0)
    open_ = [(UNSURE, zero), (UNSURE, zero)]

    assert outcome(combining(ir.Combine.TOTAL, *open_, otherwise=zero)) == zero


def test_a_rule_gives_where_its_further_condition_holds() -> None:
    given = exclusion(rule("art_2", TRUE, "released", when=MINOR))

    assert outcome(given, category="minor") == "released"
    assert outcome(given, category="serious") is NOTHING
    assert outcome(given) is UNKNOWN


# --- nothing ----------------------------------------------------------------------------


def about_nothing(condition: ir.Expr) -> ir.Law:
    """Return a law that decides no fraction, and an outcome where `condition` holds."""
    fraction = decision(Basic.FRACTION, key="fraction")
    return law([rule("art_2", condition, "released")], decisions=(decision(), fraction))


@pytest.mark.parametrize(
    ("op", "expected"),
    [("LT", NOTHING), ("EQ", NOTHING), ("GE", NOTHING), ("NE", "released")],
)
def test_nothing_is_not_equal_to_anything_and_has_no_order(op: str, expected: Any) -> None:
    condition = ir.Compare(ir.Comparison[op], ir.Decided("fraction"), literal(THIRD))

    assert outcome(about_nothing(condition)) == expected


def test_nothing_compared_with_what_is_unknown_needs_no_fact() -> None:
    condition = ir.Compare(ir.Comparison.GE, ir.Decided("fraction"), SHARE)

    assert outcome(about_nothing(condition)) is NOTHING


def test_a_sum_with_nothing_is_nothing() -> None:
    total = ir.Total((ir.Decided("fraction"), literal(THIRD)))
    given = law(
        [rule("art_2", TRUE, total)],
        decisions=(decision(Basic.FRACTION), decision(Basic.FRACTION, key="fraction")),
    )

    assert outcome(given) is NOTHING


def test_what_the_law_does_not_decide_does_not_hold() -> None:
    obliged = decision(Basic.TRUTH, key="obliged")
    given = law(
        [rule("art_2", ir.Not(ir.Decided("obliged")), "released")],
        decisions=(decision(), obliged),
    )

    assert outcome(given) == "released"


@pytest.mark.parametrize(("each", "sum_"), [(ir.IfAny, 7), (lambda part: part, NOTHING)])
def test_a_member_without_the_value_leaves_none_of_a_sum_unless_it_counts_as_zero(
    each: Callable[[ir.Expr], ir.Expr], sum_: object
) -> None:
    award = ir.Decision("award", "offence", KZT, None, ir.Combine.ONE, ())
    amount = ir.Literal(Fraction(7), KZT)
    total = decision(KZT, kind="person")
    given = law(
        [
            rule("art_1", MINOR, amount, decision="award"),
            rule(
                "art_2", TRUE, ir.TotalOf("offence", each(ir.Decided("award"))), kind="person"
            ),
        ],
        decisions=(total, award),
    )
    person = thing(given, offences=[{"category": "minor"}, {"category": "serious"}])

    assert decide(World(given, {}), total, person) == sum_


# --- definitions and time ---------------------------------------------------------------

BEFORE, AFTER = ir.Force(None, date(2025, 6, 30)), ir.Force(date(2025, 7, 1), None)


def vulnerable(*versions: tuple[ir.Expr, ir.Force]) -> ir.Law:
    return law(
        [rule("art_2", ir.Concept("vulnerable"), "released")],
        definitions=tuple(
            ir.Definition("vulnerable", "person", condition, f"art_1__para_{n}", force)
            for n, (condition, force) in enumerate(versions)
        ),
        decisions=(decision(),),
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-06-30", "released"), ("2025-07-01", NOTHING), (None, UNKNOWN)],
)
def test_a_concept_means_what_is_in_force(day: str | None, expected: Any) -> None:
    days = {"law_day": date.fromisoformat(day)} if day else {}

    assert outcome(vulnerable((TRUE, BEFORE), (FALSE, AFTER)), days) == expected


def test_a_concept_whose_versions_all_fail_fails_on_any_day() -> None:
    assert outcome(vulnerable((FALSE, BEFORE), (FALSE, AFTER))) is NOTHING


def test_a_concept_that_is_established_is_not_derived() -> None:
    given = vulnerable((FALSE, ir.ALWAYS))
    person = thing(given, vulnerable=True, offences=[{}])

    found = decide(World(given, {}), given.decisions[0], person.members["offence"][0])

    assert found == "released"


def test_a_concept_that_is_established_as_false_is_false() -> None:
    given = vulnerable((TRUE, ir.ALWAYS))
    person = thing(given, vulnerable=False, offences=[{}])

    found = decide(World(given, {}), given.decisions[0], person.members["offence"][0])

    assert found is NOTHING


def test_a_decision_that_is_established_is_not_derived() -> None:
    assert outcome(exclusion(RELEASE), outcome="reduced", category="minor") == "reduced"


def index(*versions: tuple[int, ir.Force]) -> ir.Law:
    return law(
        [rule("art_2", TRUE, ir.Quantity("index"))],
        quantities=tuple(
            ir.QuantityDefinition(
                "index", "person", Basic.COUNT, literal(amount), f"art_1__para_{n}", "", force
            )
            for n, (amount, force) in enumerate(versions)
        ),
        decisions=(decision(Basic.COUNT),),
    )


@pytest.mark.parametrize(
    ("day", "expected"), [("2025-06-30", 1), ("2025-07-01", 2), (None, UNKNOWN)]
)
def test_a_quantity_is_that_of_the_day(day: str | None, expected: Any) -> None:
    days = {"law_day": date.fromisoformat(day)} if day else {}

    assert outcome(index((1, BEFORE), (2, AFTER)), days) == expected


def test_a_quantity_that_is_no_longer_in_force_is_nothing() -> None:
    assert outcome(index((1, BEFORE)), {"law_day": date(2025, 7, 1)}) is NOTHING


def test_a_rule_before_its_time_gives_nothing() -> None:
    given = exclusion(rule("art_2", TRUE, "released", force=AFTER))

    assert outcome(given, {"law_day": date(2025, 6, 30)}) is NOTHING
    assert outcome(given, {"law_day": date(2025, 7, 1)}) == "released"
    assert outcome(given) is UNKNOWN


# --- assumptions ------------------------------------------------------------------------


def assumed(key: str, **facts: Any) -> Any:
    given = law(clauses=(A_MAN_IS_NOT_PREGNANT,))
    return fact(World(given, {}), thing(given, **facts), key)


def test_a_man_is_not_pregnant() -> None:
    assert assumed("pregnant", sex="male") is False


def test_who_is_pregnant_is_a_woman() -> None:
    assert assumed("sex", pregnant=True) == "female"


def test_a_woman_may_be_pregnant() -> None:
    assert assumed("pregnant", sex="female") is UNKNOWN


def test_who_is_not_pregnant_may_be_a_man_or_a_woman() -> None:
    assert assumed("sex", pregnant=False) is UNKNOWN


def test_an_assumption_never_overrides_what_is_supplied() -> None:
    assert assumed("pregnant", sex="male", pregnant=True) is True


def test_two_assumptions_may_together_leave_one_value() -> None:
    clauses = tuple(
        ir.Clause(
            "offence", (ir.FactLiteral("category", left), ir.FactLiteral("torture", (False,)))
        )
        for left in (("medium", "serious"), ("minor", "serious"))
    )
    given = law(clauses=clauses)
    (offence,) = thing(given, offences=[{"torture": True}]).members["offence"]

    assert fact(World(given, {}), offence, "category") == "serious"


def test_an_assumption_about_one_kind_says_nothing_of_another() -> None:
    given = law(clauses=(ir.Clause("offence", (ir.FactLiteral("torture", (False,)),)),))
    person = thing(given, offences=[{}])

    assert fact(World(given, {}), person.members["offence"][0], "torture") is False
    assert fact(World(given, {}), person, "veteran") is UNKNOWN
