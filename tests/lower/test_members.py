"""Several things: of whom something holds, through levels, as conditions and as numbers."""

from __future__ import annotations

import pytest
from tests.written_law import law, problem_lines

from lawc.ir.formula import formula

LEVELS = """
kind spouse of person in spouses
  en a "a spouse" the "the spouse" many "the person's spouses" many "the spouses of the person"
fact spouse.ill: truth
phrase spouse.ill means ill
  en yes "the spouse | is ill" no "the spouse | is not ill"
  en yes "the spouses | are ill" no "the spouses | are not ill"
kind stepchild of spouse in stepchildren
  en a "a stepchild" the "the stepchild" many "the stepchildren"
fact stepchild.minor: truth
phrase stepchild.minor means minor
  en yes "the stepchild | is a minor" no "the stepchild | is not a minor"
  en yes "the stepchildren | are minors" no "the stepchildren | are not minors"
fact stepchild.support: money EUR
  en noun "the support"
concept child.dependent
  en a "a dependent child" the "the child" many "dependent children"
quantity person.number: count
  en noun "the number of children taken into account"
"""
CARD = "A person is entitled to a card if"


def condition(text: str) -> str:
    (rule,) = law(f"1. {CARD} {text}.", LEVELS).rules
    return formula(rule.condition)


def counted(text: str) -> str:
    (quantity,) = law(
        f"1. The number of children taken into account is {text}.", LEVELS
    ).quantities
    return formula(quantity.value)


# --- of whom something holds ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "at least one of the children who are good is a dependent child",
            "at least 1 child with (child.good and concept(dependent))",
        ),
        (
            "one or more of the children who are not good are good",
            "at least 1 child with (not child.good and child.good)",
        ),
        (
            "each of the children who are good is a dependent child",
            "every child with (not child.good or concept(dependent))",
        ),
        (
            "none of the children who are dependent children is good",
            "not (at least 1 child with (concept(dependent) and child.good))",
        ),
        (
            "all of the children that are not dependent children are good",
            "every child with (not (not concept(dependent)) or child.good)",
        ),
    ],
)
def test_quantifier_over_those_who(text: str, meant: str) -> None:
    more = "\n2. In this Act, a dependent child means a child who is good."
    (rule,) = law(f"1. {CARD} {text}.{more}", LEVELS).rules

    assert formula(rule.condition) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "the number of the children who are good and who are not good",
            "number of child with (child.good and not child.good)",
        ),
        (
            "the number of the children who are good, who are not good or who are good",
            "number of child with (child.good or not child.good or child.good)",
        ),
    ],
)
def test_number_of_those_who(text: str, meant: str) -> None:
    assert counted(text) == meant


def test_list_of_what_those_who_satisfy() -> None:
    (rule,) = law(
        f"1. {CARD} at least one of the children who are good satisfies all of the following:\n"
        "1) the child is good; and\n2) the child is not good."
    ).rules

    assert formula(rule.condition) == (
        "at least 1 child with (child.good and (child.good and not child.good))"
    )


# --- through levels --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "at least one of the stepchildren of the person's spouses is a minor",
            "at least 1 spouse with (at least 1 stepchild with (stepchild.minor))",
        ),
        (
            "at least two of the stepchildren of the person's spouses are minors",
            "at least 1 spouse with (at least 2 stepchild with (stepchild.minor)) or "
            "at least 2 spouse with (at least 1 stepchild with (stepchild.minor))",
        ),
        (
            "each of the stepchildren of the spouses of the person is a minor",
            "every spouse with (every stepchild with (stepchild.minor))",
        ),
        (
            "none of the stepchildren of the person's spouses who are ill is a minor",
            "not (at least 1 spouse with (spouse.ill and at least 1 stepchild with "
            "(stepchild.minor)))",
        ),
    ],
)
def test_quantifier_through_levels(text: str, meant: str) -> None:
    assert condition(text) == meant


def test_number_through_levels() -> None:
    assert counted("the number of the stepchildren of the person's spouses who are minors") == (
        "sum over spouse of (number of stepchild with (stepchild.minor))"
    )


def test_members_of_what_has_none_are_refused() -> None:
    (line,) = problem_lines(f"1. {CARD} one or more of the children of the children are good.")

    assert "`the children` are not declared as members of things of the kind `child`" in line


def test_what_is_said_of_nobody_named_is_refused() -> None:
    found = problem_lines(
        f"1. {CARD} one or more of the children who are ill are good.", LEVELS
    )

    assert found != []


def test_what_may_be_said_of_the_things_or_of_their_owners_has_two_readings() -> None:
    more = (
        LEVELS + "fact stepchild.ill: truth\nphrase stepchild.ill means ill\n"
        '  en yes "the stepchildren | are ill"\n'
    )
    text = "at least one of the stepchildren of the person's spouses who are ill is a minor"

    assert problem_lines(f"1. {CARD} {text}.", more) == [
        "L102 `are ill` can be said of `the person's spouses` or of `the stepchildren`"
    ]
