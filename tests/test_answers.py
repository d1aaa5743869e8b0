"""Answers, one fact a test: what decides, and what trying cases can settle."""

from __future__ import annotations

from fractions import Fraction

from tests.small_law import (
    A_MAN_IS_NOT_PREGNANT,
    EFFECTIVE,
    FEMALE,
    KZT,
    OUTCOME,
    PREGNANT,
    RELEASE,
    TORTURE,
    TRUE,
    VETERAN,
    answer,
    deciding,
    decision,
    law,
    literal,
    rule,
)

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN
from lawc.runtime.values import Period

SEX = ir.Fact("person", "sex")

# --- what decides -----------------------------------------------------------------------


def test_the_rule_that_gives_the_value_is_cited() -> None:
    given = deciding(RELEASE, rule("art_3", TORTURE, "reduced"))

    found = answer(given, offences=[{"category": "minor", "torture": False}])

    assert found.provisions == ("art_2",)


def test_of_two_rules_that_give_one_value_the_first_is_cited() -> None:
    given = deciding(
        rule("art_2__para_1", TRUE, "released"), rule("art_2__para_2", TRUE, "released")
    )

    assert answer(given, offences=[{}]).provisions == ("art_2__para_1",)


def test_a_contradiction_cites_both_sides_in_the_order_of_the_law() -> None:
    given = deciding(rule("art_3", TRUE, "reduced"), rule("art_2", TRUE, "released"))

    found = answer(given, offences=[{}])

    assert found.value is CONTRADICTION
    assert found.provisions == ("art_2", "art_3")


def test_a_sum_cites_every_part() -> None:
    rules = [rule(f"art_{n}", TRUE, Fraction(1, n)) for n in (2, 3)]
    total = decision(Basic.FRACTION, combine=ir.Combine.TOTAL)

    assert answer(law(rules, decisions=(total,)), offences=[{}]).provisions == (
        "art_2",
        "art_3",
    )


def test_the_largest_cites_the_rule_that_gives_it() -> None:
    rules = [rule(f"art_{n}", TRUE, Fraction(1, n)) for n in (4, 3, 5)]
    largest = decision(Basic.FRACTION, combine=ir.Combine.LARGEST)

    assert answer(law(rules, decisions=(largest,)), offences=[{}]).provisions == ("art_3",)


def test_where_nothing_is_given_the_exclusion_is_cited() -> None:
    given = deciding(RELEASE, rule("art_5", TORTURE, displaces=("art_2",)))

    found = answer(given, offences=[{"category": "minor", "torture": True}])

    assert found.value is NOTHING
    assert found.provisions == ("art_5",)


def test_where_no_rule_speaks_nothing_is_cited() -> None:
    assert answer(deciding(RELEASE), offences=[{"category": "serious"}]).provisions == ()


def test_an_established_decision_cites_nothing() -> None:
    found = answer(deciding(RELEASE), offences=[{"category": "minor", "outcome": "released"}])

    assert found.value == "released"
    assert found.provisions == ()


# --- contradictions elsewhere -----------------------------------------------------------


def resting_on_a_contradiction(*more: ir.Rule) -> ir.Law:
    return law(
        [
            rule("art_1__para_1", TRUE, Fraction(1, 3), decision="fraction"),
            rule("art_1__para_2", TRUE, Fraction(1, 5), decision="fraction"),
            rule(
                "art_2",
                ir.Compare(ir.Comparison.GE, ir.Decided("fraction"), literal(Fraction(1, 4))),
                "released",
            ),
            *more,
        ],
        decisions=(decision(), decision(Basic.FRACTION, key="fraction")),
    )


def test_what_rests_on_a_contradiction_is_one() -> None:
    found = answer(resting_on_a_contradiction(), offences=[{}])

    assert found.value is CONTRADICTION
    assert found.provisions == ("art_2",)
    assert found.needed == ()


def test_a_contradiction_that_does_not_matter_leaves_the_answer() -> None:
    given = resting_on_a_contradiction(rule("art_3", TRUE, "released"))

    assert answer(given, offences=[{}]).value == "released"


def test_what_also_misses_a_fact_is_open() -> None:
    given = resting_on_a_contradiction(rule("art_3", TORTURE, "reduced"))

    found = answer(given, offences=[{}])

    assert found.value is UNKNOWN
    assert found.needed == ("offences[0].torture",)


# --- trying cases -----------------------------------------------------------------------


def of_age(years: int) -> ir.Expr:
    birthday = ir.Shifted(ir.Fact("person", "date_of_birth"), Period(years))
    return ir.Compare(ir.Comparison.LE, birthday, ir.Parameter("effective_day"))


ELDERLY = ir.Any((ir.All((FEMALE, of_age(50))), ir.All((ir.Not(FEMALE), of_age(60)))))
BY_SEX = decision(kind="person", cases=(SEX,))


def released_if_elderly() -> ir.Law:
    released = rule("art_1__para_1__point_3", ELDERLY, "released", kind="person")
    return law([released], decisions=(BY_SEX,))


def test_a_person_of_sixty_five_is_released_whatever_the_sex() -> None:
    found = answer(released_if_elderly(), EFFECTIVE, date_of_birth="1960-01-01")

    assert found.value == "released"
    assert found.by_cases == ("sex",)
    assert found.provisions == ("art_1__para_1__point_3",)
    assert found.needed == ()


def test_a_person_of_fifty_five_is_asked_for_the_sex() -> None:
    found = answer(released_if_elderly(), EFFECTIVE, date_of_birth="1970-01-01")

    assert found.value is UNKNOWN
    assert found.needed == ("sex",)


def test_a_person_of_forty_is_not_released_whatever_the_sex() -> None:
    found = answer(released_if_elderly(), EFFECTIVE, date_of_birth="1985-01-01")

    assert found.value is NOTHING


def test_a_known_sex_is_not_tried() -> None:
    found = answer(released_if_elderly(), EFFECTIVE, date_of_birth="1960-01-01", sex="male")

    assert found.by_cases == ()


def test_cases_that_the_assumptions_rule_out_are_not_tried() -> None:
    not_a_pregnant_man = ir.Not(ir.All((ir.Not(FEMALE), PREGNANT)))
    given = law(
        [rule("art_2", not_a_pregnant_man, "released", kind="person")],
        decisions=(decision(kind="person", cases=(SEX, PREGNANT)),),
        clauses=(A_MAN_IS_NOT_PREGNANT,),
    )

    found = answer(given)

    assert found.value == "released"
    assert found.by_cases == ("sex", "pregnant")


def test_cases_that_differ_leave_it_open() -> None:
    given = law(
        [
            rule("art_2", FEMALE, "released", kind="person"),
            rule("art_3", ir.Not(FEMALE), "reduced", kind="person"),
        ],
        decisions=(BY_SEX,),
    )

    assert answer(given).value is UNKNOWN


def test_versions_of_an_element_are_cited_once() -> None:
    versions = ("art_2", "art_2-v2")
    given = law(
        [
            rule(versions[0], FEMALE, "released", kind="person"),
            rule(versions[1], ir.Not(FEMALE), "released", kind="person"),
        ],
        decisions=(BY_SEX,),
        elements=tuple(
            ir.Element(eid, "2", "", "", "", None, None, inert=False) for eid in versions
        ),
    )

    assert answer(given).provisions == ("2",)


def test_each_case_cites_the_rule_that_decides_it() -> None:
    given = law(
        [
            rule("art_2", FEMALE, "released", kind="person"),
            rule("art_3", ir.Not(FEMALE), "released", kind="person"),
        ],
        decisions=(BY_SEX,),
    )

    assert answer(given).provisions == ("art_2", "art_3")


def test_facts_that_break_an_assumption_do_not_stop_the_trial() -> None:
    given = law(
        [rule("art_2", ir.Any((VETERAN, ir.Not(VETERAN))), "released", kind="person")],
        decisions=(decision(kind="person", cases=(VETERAN,)),),
        clauses=(A_MAN_IS_NOT_PREGNANT,),
    )

    assert answer(given, sex="male", pregnant=True).value == "released"


def test_facts_that_leave_no_case_at_all_leave_it_open() -> None:
    either = ir.Clause(
        "person", (ir.FactLiteral("veteran", (True,)), ir.FactLiteral("sex", ("female",)))
    )
    neither = ir.Clause(
        "person", (ir.FactLiteral("veteran", (False,)), ir.FactLiteral("sex", ("female",)))
    )
    given = law(
        [rule("art_2", ir.Any((VETERAN, ir.Not(VETERAN))), "released", kind="person")],
        decisions=(decision(kind="person", cases=(VETERAN,)),),
        clauses=(either, neither),
    )

    found = answer(given, sex="male")

    assert found.value is UNKNOWN
    assert found.needed == ("veteran",)


def test_an_amount_may_be_the_same_in_every_case() -> None:
    amount = ir.Literal(Fraction(100), KZT)
    given = law(
        [
            rule("art_2", FEMALE, amount, kind="person"),
            rule("art_3", ir.Not(FEMALE), amount, kind="person"),
        ],
        decisions=(decision(KZT, kind="person", cases=(SEX,)),),
    )

    assert answer(given).value == 100


def test_the_outcomes_are_those_declared() -> None:
    assert answer(deciding(RELEASE), offences=[{"category": "minor"}]).value in OUTCOME.values
