"""Facts still needed, one fact a test: which are asked for, which are not, in what order."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tests.small_law import (
    MINOR,
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
    under,
)

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.truth import UNKNOWN

SEX = ir.Fact("person", "sex")


def test_an_open_answer_names_the_fact_that_settles_it() -> None:
    found = answer(deciding(RELEASE), offences=[{}])

    assert found.value is UNKNOWN
    assert found.needed == ("offences[0].category",)


def test_a_settled_answer_needs_nothing() -> None:
    assert answer(deciding(RELEASE), offences=[{"category": "minor"}]).needed == ()


def test_the_fact_on_which_most_rules_rest_is_asked_for_first() -> None:
    given = deciding(
        rule("art_2", ir.All((VETERAN, MINOR)), "released"),
        rule("art_3", ir.All((TORTURE, MINOR)), "reduced"),
    )

    found = answer(given, offences=[{}])

    assert found.needed == ("offences[0].category", "veteran", "offences[0].torture")


def test_facts_of_equal_use_are_asked_for_in_the_order_of_the_law() -> None:
    given = deciding(rule("art_2", TORTURE, "released"), rule("art_1", VETERAN, "reduced"))

    assert answer(given, offences=[{}]).needed == ("offences[0].torture", "veteran")


def test_facts_of_a_rule_that_cannot_apply_are_not_asked_for() -> None:
    given = deciding(rule("art_2", ir.All((MINOR, TORTURE)), "released"))

    assert answer(given, offences=[{"category": "serious"}]).needed == ()


def test_facts_that_could_only_confirm_the_answer_are_not_asked_for() -> None:
    given = deciding(
        rule("art_2__para_1", TRUE, "released"),
        rule("art_2__para_2", VETERAN, "released"),
        rule("art_3", TORTURE, "reduced"),
    )

    assert answer(given, offences=[{}]).needed == ("offences[0].torture",)


def test_facts_of_a_smaller_reduction_are_not_asked_for() -> None:
    rules = [
        rule("art_1", TRUE, Fraction(1, 4)),
        rule("art_2", VETERAN, Fraction(1, 5)),
        rule("art_3", TORTURE, Fraction(1, 3)),
    ]
    largest = decision(Basic.FRACTION, combine=ir.Combine.LARGEST)

    found = answer(law(rules, decisions=(largest,)), offences=[{}])

    assert found.needed == ("offences[0].torture",)


def test_facts_of_a_value_whose_further_condition_fails_are_not_asked_for() -> None:
    share = ir.Fact("person", "share")
    given = law(
        [rule("art_2", TRUE, share, when=MINOR), rule("art_3", TORTURE, share)],
        decisions=(decision(Basic.FRACTION),),
    )

    found = answer(given, offences=[{"category": "serious"}])

    assert found.needed == ("offences[0].torture", "share")


def test_what_could_displace_a_rule_is_asked_for() -> None:
    given = deciding(RELEASE, rule("art_5", TORTURE, displaces=("art_2",)))

    assert answer(given, offences=[{"category": "minor"}]).needed == ("offences[0].torture",)


def test_what_could_displace_what_displaces_a_rule_is_asked_for() -> None:
    given = deciding(
        RELEASE,
        rule("art_5", TORTURE, displaces=("art_2",)),
        rule("art_6", VETERAN, displaces=("art_5",)),
    )

    found = answer(given, offences=[{"category": "minor", "torture": True}])

    assert found.needed == ("veteran",)


def test_a_list_that_is_not_known_is_asked_for() -> None:
    some = ir.Some(1, "child", TRUE)

    assert answer(deciding(rule("art_2", some, "released")), offences=[{}]).needed == (
        "children",
    )


def test_facts_of_members_are_asked_for_where_they_are_missing() -> None:
    some = ir.Some(1, "offence", TORTURE)
    found = answer(
        deciding(rule("art_5", some, "excluded")), offences=[{"torture": False}, {}, {}]
    )

    assert found.needed == ("offences[1].torture", "offences[2].torture")


def test_a_provision_recorded_too_coarsely_is_asked_for() -> None:
    given = deciding(rule("art_2", under("188(3)"), "released"))

    assert answer(given, offences=[{"provision": "188"}]).needed == ("offences[0].provision",)


def test_a_provision_recorded_too_coarsely_in_a_stated_condition_is_asked_for() -> None:
    condition = under("188(3)")
    assert isinstance(condition, ir.Under)
    stated = ir.Under(ir.Stated("the offence", condition.subject), condition.ranges)

    found = answer(deciding(rule("art_2", stated, "released")), offences=[{"provision": "188"}])

    assert found.needed == ("offences[0].provision",)


def test_a_day_that_is_not_named_is_asked_for() -> None:
    later = rule("art_2", TRUE, "released", force=ir.Force(date(2025, 7, 5), None))

    assert answer(deciding(later), offences=[{}]).needed == ("law_day",)


def test_the_day_is_not_asked_for_where_the_rule_fails_on_any_day() -> None:
    later = rule("art_2", MINOR, "released", force=ir.Force(date(2025, 7, 5), None))
    given = deciding(later, rule("art_3", TORTURE, "reduced"))

    assert answer(given, offences=[{"category": "serious"}]).needed == ("offences[0].torture",)


def test_facts_behind_a_concept_are_asked_for() -> None:
    vulnerable = ir.Definition("vulnerable", "person", ir.Any((VETERAN, PREGNANT)), "art_1")
    given = deciding(
        rule("art_2", ir.Concept("vulnerable"), "released"), definitions=(vulnerable,)
    )

    assert answer(given, pregnant=False, offences=[{}]).needed == ("veteran",)


def test_facts_behind_another_decision_are_asked_for() -> None:
    obliged = decision(Basic.TRUTH, key="obliged")
    given = law(
        [
            rule("art_4", TORTURE, literal(True), decision="obliged"),
            rule("art_2", ir.Decided("obliged"), "released"),
        ],
        decisions=(decision(), obliged),
    )

    assert answer(given, offences=[{}]).needed == ("offences[0].torture",)


def test_facts_behind_the_application_of_an_article_are_asked_for() -> None:
    given = deciding(
        rule("art_2", MINOR),
        rule("art_6", VETERAN, displaces=("art_2",)),
        rule("art_3", ir.Not(ir.Applies(("art_2",))), "reduced"),
    )

    assert answer(given, offences=[{}]).needed == ("offences[0].category", "veteran")


def test_many_paths_to_one_fact_do_not_take_longer() -> None:
    concepts = tuple(
        ir.Definition(
            f"concept_{n}",
            "person",
            ir.Any((ir.Concept(f"concept_{n + 1}"),) * 3) if n < 60 else VETERAN,
            "art_1",
        )
        for n in range(61)
    )
    given = deciding(rule("art_2", ir.Concept("concept_0"), "released"), definitions=concepts)

    assert answer(given, offences=[{}]).needed == ("veteran",)
