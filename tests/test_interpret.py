"""The meaning of a law, one fact a test, each worked out by hand: truth and displacement."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from tests.small_law import (
    FALSE,
    MINOR,
    RELEASE,
    TORTURE,
    TRUE,
    VETERAN,
    decision,
    law,
    outcome,
    rule,
    thing,
    truth_of,
    value_of,
)

from lawc.ir import nodes as ir
from lawc.meaning.interpret import decide
from lawc.meaning.truth import NOTHING, UNKNOWN, at_least, every, negation
from lawc.meaning.world import World

# --- truth ------------------------------------------------------------------------------

AND = {
    (True, True): True,
    (True, False): False,
    (True, UNKNOWN): UNKNOWN,
    (False, False): False,
    (False, UNKNOWN): False,
    (UNKNOWN, UNKNOWN): UNKNOWN,
}
OR = {
    (True, True): True,
    (True, False): True,
    (True, UNKNOWN): True,
    (False, False): False,
    (False, UNKNOWN): UNKNOWN,
    (UNKNOWN, UNKNOWN): UNKNOWN,
}


@pytest.mark.parametrize(("parts", "expected"), AND.items())
def test_both_hold(parts: tuple[Any, Any], expected: Any) -> None:
    assert every(parts) is every(parts[::-1]) is expected


@pytest.mark.parametrize(("parts", "expected"), OR.items())
def test_at_least_one_holds(parts: tuple[Any, Any], expected: Any) -> None:
    assert at_least(1, parts) is at_least(1, parts[::-1]) is expected


def test_the_falsity_of_what_is_unknown_is_unknown() -> None:
    assert negation(UNKNOWN) is UNKNOWN


def test_two_of_three_hold_whatever_the_third_is() -> None:
    assert at_least(2, (True, UNKNOWN, True)) is True


def test_two_of_three_fail_when_two_are_false() -> None:
    assert at_least(2, (False, UNKNOWN, False)) is False


def test_two_of_three_are_open_while_one_may_still_hold() -> None:
    assert at_least(2, (True, UNKNOWN, False)) is UNKNOWN


def test_all_of_no_conditions_holds() -> None:
    assert truth_of(TRUE) is True


def test_none_of_no_conditions_holds() -> None:
    assert truth_of(FALSE) is False


def test_a_fact_that_is_not_supplied_is_unknown_and_not_false() -> None:
    assert truth_of(VETERAN) is UNKNOWN


def test_a_fact_given_as_null_is_unknown() -> None:
    assert truth_of(VETERAN, veteran=None) is UNKNOWN


def test_words_do_not_change_what_they_state() -> None:
    assert truth_of(ir.Stated("a veteran", VETERAN), veteran=True) is True


# --- several things ---------------------------------------------------------------------

SOME_TORTURE = ir.Some(1, "offence", TORTURE)
EVERY_TORTURE = ir.Every("offence", TORTURE)
YES, NO, OPEN = {"torture": True}, {"torture": False}, dict[str, Any]()


@pytest.mark.parametrize(
    ("condition", "offences", "expected"),
    [
        (SOME_TORTURE, None, UNKNOWN),
        (SOME_TORTURE, [], False),
        (SOME_TORTURE, [NO, OPEN], UNKNOWN),
        (SOME_TORTURE, [YES, OPEN], True),
        (SOME_TORTURE, [NO, NO], False),
        (ir.Some(2, "offence", TORTURE), [YES, OPEN], UNKNOWN),
        (ir.Some(2, "offence", TORTURE), [YES, NO], False),
        (ir.Some(2, "offence", TORTURE), [YES, OPEN, YES], True),
        (EVERY_TORTURE, None, UNKNOWN),
        (EVERY_TORTURE, [], True),
        (EVERY_TORTURE, [YES, OPEN], UNKNOWN),
        (EVERY_TORTURE, [NO, OPEN], False),
        (EVERY_TORTURE, [YES, YES], True),
        (ir.Not(SOME_TORTURE), [], True),
    ],
)
def test_conditions_on_lists(
    condition: ir.Expr, offences: list[Any] | None, expected: Any
) -> None:
    assert truth_of(condition, offences=offences) is expected


@pytest.mark.parametrize(
    ("expr", "offences", "expected"),
    [
        (ir.CountOf("offence", None), None, UNKNOWN),
        (ir.CountOf("offence", None), [OPEN, OPEN], 2),
        (ir.CountOf("offence", TORTURE), [], 0),
        (ir.CountOf("offence", TORTURE), [YES, NO, YES], 2),
        (ir.CountOf("offence", TORTURE), [YES, OPEN], UNKNOWN),
        (ir.TotalOf("offence", ir.Fact("offence", "damage")), None, UNKNOWN),
        (ir.TotalOf("offence", ir.Fact("offence", "damage")), [], 0),
        (ir.TotalOf("offence", ir.Fact("offence", "damage")), [{"damage": 5}, OPEN], UNKNOWN),
        (
            ir.TotalOf("offence", ir.Fact("offence", "damage")),
            [{"damage": "0.10"}, {"damage": "0.20"}],
            Fraction(3, 10),
        ),
    ],
)
def test_counts_and_sums(expr: ir.Expr, offences: list[Any] | None, expected: Any) -> None:
    assert value_of(expr, offences=offences) == expected


def test_an_offence_is_asked_about_the_other_offences_of_its_person() -> None:
    given = law([rule("art_5", SOME_TORTURE, "excluded")], decisions=(decision(),))
    person = thing(given, offences=[NO, YES])

    found = [decide(World(given, {}), given.decisions[0], o) for o in person.members["offence"]]

    assert found == ["excluded", "excluded"]


# --- displacement -----------------------------------------------------------------------

EXCLUDE = rule("art_5__point_1", SOME_TORTURE, displaces=("art_2",))
UNLESS_VETERAN = rule("art_6", VETERAN, displaces=("art_5",))


def exclusion(*rules: ir.Rule) -> ir.Law:
    return law(rules, decisions=(decision(),))


def test_a_rule_that_is_not_displaced_gives() -> None:
    given = exclusion(RELEASE, EXCLUDE)

    assert outcome(given, category="minor", torture=False) == "released"


def test_a_displaced_rule_gives_nothing() -> None:
    given = exclusion(RELEASE, EXCLUDE)

    assert outcome(given, category="minor", torture=True) is NOTHING


def test_a_rule_that_may_be_displaced_leaves_it_open() -> None:
    assert outcome(exclusion(RELEASE, EXCLUDE), category="minor") is UNKNOWN


def test_what_displaces_a_rule_does_not_matter_where_the_rule_fails() -> None:
    assert outcome(exclusion(RELEASE, EXCLUDE), category="serious") is NOTHING


@pytest.mark.parametrize(
    ("veteran", "expected"), [(True, "released"), (False, NOTHING), (None, UNKNOWN)]
)
def test_an_exception_to_an_exception_restores_the_rule(veteran: Any, expected: Any) -> None:
    given = exclusion(RELEASE, EXCLUDE, UNLESS_VETERAN)
    person = thing(given, veteran=veteran, offences=[{"category": "minor", "torture": True}])
    (offence,) = person.members["offence"]

    assert decide(World(given, {}), given.decisions[0], offence) == expected


def test_a_rule_that_displaces_an_article_displaces_every_point_of_it() -> None:
    release = rule("art_2__para_1__point_3", MINOR, "released")

    assert outcome(exclusion(release, EXCLUDE), category="minor", torture=True) is NOTHING


def test_a_rule_that_displaces_a_point_leaves_its_neighbours() -> None:
    first, second = (
        rule("art_2__para_1", MINOR, "released"),
        rule("art_2__para_2", MINOR, "reduced"),
    )
    barred = rule("art_5", TORTURE, displaces=("art_2__para_1",))

    assert (
        outcome(exclusion(first, second, barred), category="minor", torture=True) == "reduced"
    )


def test_a_rule_does_not_displace_itself_with_its_own_article() -> None:
    both = rule("art_2__para_2", MINOR, "reduced", displaces=("art_2",))

    assert outcome(exclusion(RELEASE, both), category="minor") == "reduced"


def test_a_rule_that_is_not_in_force_displaces_nothing() -> None:
    later = rule("art_5", TRUE, displaces=("art_2",), force=ir.Force(date(2026, 1, 1), None))
    given = exclusion(RELEASE, later)

    assert outcome(given, {"law_day": date(2025, 12, 31)}, category="minor") == "released"
    assert outcome(given, {"law_day": date(2026, 1, 1)}, category="minor") is NOTHING


def test_a_paragraph_applies_where_an_article_does_not() -> None:
    only = ir.Not(ir.Applies(("art_2",)))
    given = exclusion(RELEASE, rule("art_3", only, "reduced"))

    assert outcome(given, category="minor") == "released"
    assert outcome(given, category="serious") == "reduced"
    assert outcome(given) is UNKNOWN


def test_long_chains_of_exceptions_are_read_in_one_go() -> None:
    number = 60
    rules = [
        rule(
            f"art_{n:02}",
            TORTURE if n == number - 1 else TRUE,
            "released" if n == 0 else None,
            displaces=tuple(f"art_{m:02}" for m in range(max(0, n - 2), n)),
        )
        for n in range(number)
    ]

    assert outcome(exclusion(*rules)) is UNKNOWN
