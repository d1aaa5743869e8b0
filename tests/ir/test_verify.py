"""Faults of a law in checked form, with which it cannot decide cases."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from tests.small_law import (
    A_MAN_IS_NOT_PREGNANT,
    FALSE,
    FEMALE,
    KINDS,
    KZT,
    MINOR,
    OUTCOME,
    TORTURE,
    TRUE,
    VETERAN,
    decision,
    law,
    literal,
    rule,
    under,
)

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money
from lawc.ir.verify import verify
from lawc.runtime.values import Period, ProvisionRange, provision

LATER = ir.Force(date(2025, 7, 5), None)


def concept(condition: ir.Expr, key: str = "vulnerable", **parts: Any) -> ir.Definition:
    return ir.Definition(key, parts.pop("kind", "person"), condition, "art_1", **parts)


def quantity(
    value: ir.Expr, key: str = "index", type_: Any = Basic.NUMBER, **parts: Any
) -> Any:
    return ir.QuantityDefinition(key, "person", type_, value, "art_1", "", **parts)


def compare(left: ir.Expr, right: ir.Expr, op: str = "LT") -> ir.Expr:
    return ir.Compare(ir.Comparison[op], left, right)


def law_with(condition: ir.Expr) -> ir.Law:
    return law([rule("art_2", condition, "released")], decisions=(decision(),))


SHARE, INCOME = ir.Fact("person", "share"), ir.Fact("person", "income")
BIRTH, SEX = ir.Fact("person", "date_of_birth"), ir.Fact("person", "sex")
PROVISION = ir.Fact("offence", "provision")
EURO = ir.Literal(Fraction(1), Money("EUR"))


@pytest.mark.parametrize(
    "given",
    [
        law(),
        law_with(ir.All((MINOR, ir.Some(1, "offence", TORTURE), ir.Every("child", VETERAN)))),
        law_with(under("188", "255:261", "188(2):188(4)")),
        law_with(
            compare(
                ir.Product((INCOME, SHARE)), ir.Rounded(INCOME, ir.Rounding.UP, Fraction(1))
            )
        ),
        law_with(
            compare(ir.Largest((BIRTH, ir.Parameter("law_day"))), ir.Shifted(BIRTH, Period(1)))
        ),
        law([rule("art_2", TRUE, "released", force=LATER)], decisions=(decision(),)),
        law(clauses=(A_MAN_IS_NOT_PREGNANT,)),
        law(
            [rule("art_2", TRUE, ir.Rounded(SHARE, ir.Rounding.UP, Fraction(1)))],
            decisions=(decision(Basic.COUNT, combine=ir.Combine.TOTAL, otherwise=0),),
        ),
        law(
            [rule("art_2", MINOR, "released"), rule("art_5", TORTURE, displaces=("art_2",))],
            decisions=(decision(),),
        ),
    ],
)
def test_a_sound_law_has_no_problems(given: ir.Law) -> None:
    assert verify(given) == ()


@pytest.mark.parametrize(
    ("condition", "problem"),
    [
        (ir.Fact("person", "height"), "no fact person.height"),
        (SEX, "Fact is choice sex, not truth"),
        (
            ir.Fact("child", "date_of_birth"),
            "fact child.date_of_birth is read where only a offence",
        ),
        (ir.Concept("vulnerable"), "no concept vulnerable"),
        (ir.Decided("fate"), "no decision fate"),
        (compare(ir.Quantity("index"), SHARE), "no quantity index"),
        (compare(ir.Parameter("today"), BIRTH), "no parameter today"),
        (ir.Applies(("art_9",)), "no element art_9"),
        (ir.Stated("so", TRUE, "art_9"), "no element art_9"),
        (ir.Not(INCOME), "Fact is money in KZT, not truth"),
        (ir.AtLeast(0, (TRUE,)), "at least 0 of the parts"),
        (ir.Some(0, "child", TRUE), "at least 0 members"),
        (ir.Some(1, "person", TRUE), "no the list of person"),
        (compare(INCOME, SHARE), "money in KZT is compared with fraction"),
        (compare(INCOME, EURO), "money in KZT is compared with money in EUR"),
        (compare(SEX, SEX), "choice sex has no order"),
        (compare(VETERAN, VETERAN), "truth has no order"),
        (compare(PROVISION, PROVISION, "EQ"), "may be coarse, and is read as a value"),
        (ir.OneOf(SEX, ("other",)), "other is no value of Fact"),
        (ir.OneOf(INCOME, ("female",)), "female is no value of Fact"),
        (ir.Under(SEX, ()), "only a fact, a provision, can lie under provisions"),
        (
            ir.Under(PROVISION, (ProvisionRange(provision("190"), provision("188")),)),
            "190 to 188 is no range",
        ),
        (
            ir.Under(PROVISION, (ProvisionRange(provision("188"), provision("189(1)")),)),
            "188 to 189(1) is no range",
        ),
        (
            ir.Under(PROVISION, (ProvisionRange(provision("188(1)"), provision("189(2)")),)),
            "188(1) to 189(2) is no range",
        ),
        (compare(ir.Total((INCOME, SHARE)), INCOME), "fraction and money in KZT are added up"),
        (compare(ir.Total((BIRTH,)), SHARE), "Fact is date, not a number"),
        (compare(ir.Total(()), SHARE), "Total of nothing"),
        (compare(ir.Largest(()), SHARE), "Largest of nothing"),
        (compare(ir.Product((INCOME, INCOME)), INCOME), "money is multiplied by money"),
        (
            compare(ir.Rounded(SHARE, ir.Rounding.UP, Fraction(0)), SHARE),
            "rounding to multiples of 0",
        ),
        (compare(ir.Shifted(SHARE, Period(1)), BIRTH), "Fact is fraction, not date"),
        (compare(ir.Shifted(BIRTH, Period(-1)), BIRTH), "a period of (-1, 0, 0)"),
        (compare(ir.DaysBetween(BIRTH, SEX), SHARE), "Fact is choice sex, not date"),
        (
            compare(
                ir.Bracketed(
                    INCOME,
                    (ir.Row(None, None, Fraction(1)), ir.Row(None, None, Fraction(2))),
                    True,
                ),
                INCOME,
            ),
            "table rows that overlap or are out of order",
        ),
        (compare(ir.Literal("blue", Basic.NUMBER), SHARE), "'blue' is not number"),
        (compare(ir.Literal(True, Basic.COUNT), SHARE), "True is not count"),
        (compare(ir.TotalOf("child", INCOME), SHARE), "money in KZT is compared with fraction"),
    ],
)
def test_a_condition_that_means_nothing(condition: ir.Expr, problem: str) -> None:
    found = verify(law_with(condition))

    assert found
    assert problem in found[0]


CIRCLE = (concept(ir.Concept("b"), "a"), concept(ir.Concept("a"), "b"))
PERSONAL = decision(kind="person")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (law(kinds=KINDS[1:]), "kind offence is the first, and has a parent or a field"),
        (
            law(kinds=(*KINDS, ir.Kind("victim", "crime", "victims"))),
            "kind victim has no field",
        ),
        (law(kinds=(*KINDS, KINDS[2])), "kind child is declared 2 times"),
        (
            law(definitions=(concept(TRUE, "veteran"),)),
            "person key veteran is declared 2 times",
        ),
        (
            law(definitions=(concept(TRUE, "children"),)),
            "person key children is declared 2 times",
        ),
        (
            law(definitions=(concept(TRUE),), quantities=(quantity(SHARE, "vulnerable"),)),
            "key vulnerable is declared 2 times",
        ),
        (
            law(definitions=(concept(TRUE), concept(TRUE, kind="child"))),
            "key vulnerable is declared 2",
        ),
        (law(decisions=(decision(), decision())), "key outcome is declared 2 times"),
        (law(decisions=(decision(kind="crime"),)), "decision outcome of no kind crime"),
        (
            law(definitions=(concept(TRUE),), elements=()),
            "concept vulnerable names no element art_1",
        ),
        (law([rule("art_2", TRUE, displaces=("art_9",))]), "rule art_2 names no element art_9"),
        (law(law_day="today"), "the law day today is no parameter"),
        (law([rule("art_2", TRUE, force=LATER)], law_day=None), "and the law has no law day"),
        (
            law([rule("art_2", TRUE, force=ir.Force(date(2025, 1, 2), date(2025, 1, 1)))]),
            "rule art_2 is never in force",
        ),
        (
            law(quantities=(quantity(SHARE), quantity(SHARE, force=LATER))),
            "quantity index has two versions in force on one day",
        ),
        (
            law(
                quantities=(
                    quantity(INCOME, type_=KZT, force=ir.Force(None, date(2025, 7, 4))),
                    quantity(SHARE, force=LATER),
                )
            ),
            "quantity index has two types",
        ),
        (law(clauses=(ir.Clause("person", ()),)), "an assumption about person says nothing"),
        (
            law(clauses=(ir.Clause("person", (ir.FactLiteral("sex", ("other",)),)),)),
            "an assumption about person.sex is not of its values",
        ),
        (
            law(clauses=(ir.Clause("person", (ir.FactLiteral("visits", (True,)),)),)),
            "an assumption about person.visits is not of its values",
        ),
        (law(decisions=(decision(otherwise="free"),)), "which is not of its type"),
        (law(decisions=(decision(combine=ir.Combine.TOTAL),)), "adds up what is no number"),
        (law(decisions=(decision(combine=ir.Combine.LARGEST),)), "what has no order"),
        (
            law(decisions=(decision(cases=(BIRTH,)),)),
            "decision outcome cannot try the cases of person.date_of_birth",
        ),
        (
            law(decisions=(decision(kind="person", cases=(TORTURE,)),)),
            "decision outcome cannot try the cases of offence.torture",
        ),
        (law([rule("art_2", TRUE, kind="crime")]), "rule art_2 of no kind crime"),
        (law([rule("art_2", TRUE, "released")]), "rule art_2 gives no decision outcome"),
        (
            law([rule("art_2", TRUE, "released")], decisions=(PERSONAL,)),
            "rule art_2 of a offence decides of a person",
        ),
        (
            law([rule("art_2", TRUE, literal(1))], decisions=(decision(),)),
            "Literal is count, not choice outcome",
        ),
        (
            law([rule("art_2", TRUE, "released", when=SEX)], decisions=(decision(),)),
            "Fact is choice sex, not truth",
        ),
        (
            law(
                [
                    rule("art_2", VETERAN, "released", kind="person"),
                    rule("art_5", TORTURE, displaces=("art_2",)),
                ],
                decisions=(PERSONAL,),
            ),
            "rule art_5 of a offence displaces art_2 of a person",
        ),
        (law(definitions=(concept(SEX),)), "concept vulnerable: Fact is choice sex, not truth"),
        (
            law(quantities=(quantity(INCOME),)),
            "quantity index: Fact is money in KZT, not number",
        ),
        (law(definitions=CIRCLE), "concept a rests on concept b rests on concept a"),
        (
            law(
                [
                    rule("art_2", TRUE, displaces=("art_5",)),
                    rule("art_5", FALSE, displaces=("art_2",)),
                ]
            ),
            " rests on rule art_2 rests on ",
        ),
        (
            law([rule("art_2", ir.Applies(("art_2",)))]),
            "rule art_2 rests on rule art_2",
        ),
        (
            law(
                [rule("art_2", ir.Not(ir.Decided("outcome")), literal(True))],
                decisions=(decision(Basic.TRUTH),),
            ),
            "decision outcome",
        ),
        (
            law(
                [
                    rule("art_2__point_1", MINOR, "released", listed_in="art_2"),
                    rule("art_2__point_2", TORTURE, "free", listed_in="art_2"),
                ],
                decisions=(decision(),),
            ),
            "rule art_2__point_2 does not give what the others of art_2 give",
        ),
    ],
)
def test_a_law_that_cannot_be_asked(given: ir.Law, problem: str) -> None:
    found = verify(given)

    assert any(problem in one for one in found), found


def test_every_problem_is_named() -> None:
    given = law(
        [rule("art_2", SEX, "released"), rule("art_3", INCOME, "free")], decisions=(decision(),)
    )

    assert len(verify(given)) == 3


def test_an_outcome_is_a_choice() -> None:
    released = ir.OneOf(ir.Literal("released", OUTCOME), ("reduced",))

    assert verify(law_with(ir.All((FEMALE, released)))) == ()


@pytest.mark.parametrize("condition", [FEMALE, ir.Literal("released", OUTCOME)])
def test_what_has_no_order_is_not_compared(condition: ir.Expr) -> None:
    found = verify(law_with(compare(condition, condition, "EQ")))

    assert any("has no order" in problem for problem in found), found


def test_what_is_plausible_is_a_condition_of_a_kind() -> None:
    assert verify(law(plausible=(ir.Plausible("child", compare(BIRTH, SEX)),))) != ()
    assert verify(law(plausible=(ir.Plausible("ship", TRUE),))) == (
        "what is plausible of ship is of no kind",
    )


def test_a_ban_forbids_what_is_decided_of_its_kind() -> None:
    def ban(kind: str, *values: Any) -> ir.Ban:
        return ir.Ban("art_7", "7", kind, TRUE, (ir.Granted("outcome", values),), "")

    made = decision()
    sound = law(decisions=(made,), bans=(ban(made.kind, "released"),))
    assert verify(sound) == ()
    assert verify(law(decisions=(made,), bans=(ban(made.kind, 3),))) == (
        "ban art_7 forbids what outcome cannot be",
    )
    other = "child" if made.kind != "child" else "person"
    assert verify(law(decisions=(made,), bans=(ban(other, "released"),))) == (
        f"ban art_7 of a {other} forbids what is decided of a {made.kind}",
    )
    assert verify(law(bans=(ban("ship", "released"),))) == ("ban art_7 of no kind ship",)
