"""Small changes of a law: each kind is noticed by a fitting case and survives without one."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from tests import written_law
from tests.small_law import (
    FEMALE,
    MINOR,
    PREGNANT,
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
from lawc.ir.types import Basic
from lawc.runtime.values import Period
from lawc.testing.mutants import Mutant, mutants
from lawc.testing.notice import DecidedCase, WrittenCase, decided_case, notices
from lawc.testing.survivors import survivor, trial

DAY = date(2025, 7, 5)
BORN, VISITS = ir.Fact("person", "date_of_birth"), ir.Fact("person", "visits")
ADULT = ir.Compare(
    ir.Comparison.LE, ir.Shifted(BORN, Period(years=18)), ir.Literal(DAY, Basic.DATE)
)
OFTEN = ir.Compare(ir.Comparison.GE, VISITS, literal(3))
TORTURED = rule("art_2", TORTURE, "excluded", displaces=("art_1",))
WHEN = rule("art_1", TRUE, "released", when=VETERAN)


def releasing(condition: ir.Expr, *others: ir.Rule) -> ir.Law:
    return law([rule("art_1", condition, "released"), *others], decisions=(decision(),))


def written_case(**facts: Any) -> WrittenCase:
    offence = {
        key: facts.pop(key) for key in ("category", "torture", "provision") if key in facts
    }
    return WrittenCase({**facts, "offences": [{"torture": False, **offence}]}, {})


def case(given: ir.Law, one: WrittenCase) -> DecidedCase:
    found = decided_case(given, one)
    assert found is not None
    return found


def mutant(given: ir.Law, was: str, now: str) -> tuple[int, Mutant]:
    """Return the one mutant of `given` from `was` to `now`, after its place."""
    (found,) = (
        (place, one)
        for place, one in enumerate(mutants(given))
        if (one.was, one.now) == (was, now)
    )
    return found


EACH = [
    (
        releasing(ir.All((VETERAN, PREGNANT))),
        "person.pregnant",
        "",
        {"veteran": True, "pregnant": False},
    ),
    (
        releasing(ir.Any((VETERAN, PREGNANT))),
        "person.veteran or person.pregnant",
        "person.veteran and person.pregnant",
        {"veteran": True, "pregnant": False},
    ),
    (releasing(OFTEN), "3", "4", {"visits": 3}),
    (releasing(OFTEN), "person.visits >= 3", "person.visits > 3", {"visits": 3}),
    (
        releasing(ADULT),
        "person.date_of_birth + 18 years",
        "person.date_of_birth + 19 years",
        {"date_of_birth": "2007-01-01"},
    ),
    (releasing(ADULT), "2025-07-05", "2025-07-04", {"date_of_birth": "2007-07-05"}),
    (releasing(FEMALE), "person.sex in (female)", "person.sex in ()", {"sex": "female"}),
    (
        releasing(under("188", "190")),
        "offence.provision under (188, 190)",
        "offence.provision under (188)",
        {"provision": "190"},
    ),
    (
        releasing(TRUE, TORTURED),
        "displaces art_1",
        "does not displace art_1",
        {"torture": True},
    ),
    (
        law([WHEN], decisions=(decision(),)),
        "outcome = released if person.veteran",
        "outcome = released",
        {"veteran": False},
    ),
    (
        law(
            [rule("art_1", TRUE, Fraction(1, 3))],
            decisions=(decision(Basic.FRACTION),),
        ),
        "1/3",
        "1/4",
        {},
    ),
    (
        releasing(ir.Some(1, "offence", MINOR)),
        "at least 1 offence with (offence.category in (minor))",
        "at least 2 offence with (offence.category in (minor))",
        {"category": "minor"},
    ),
]


@pytest.mark.parametrize(("given", "was", "now", "facts"), EACH, ids=[one[2] for one in EACH])
def test_a_change_is_noticed_by_a_fitting_case_and_survives_without_it(
    given: ir.Law, was: str, now: str, facts: dict[str, Any]
) -> None:
    place, changed = mutant(given, was, now)
    fitting = written_case(**facts)

    assert notices(case(given, fitting), changed)
    assert survivor(trial(given, [fitting]), place) is None
    assert survivor(trial(given, []), place) is not None


@pytest.mark.parametrize(
    ("given", "start"),
    [
        (releasing(ir.All((VETERAN, PREGNANT))), {"veteran": False, "pregnant": False}),
        (releasing(ADULT), {"date_of_birth": "1990-01-01"}),
        (releasing(OFTEN), {"visits": 0}),
        (releasing(under("188", "190")), {"provision": "1"}),
        (releasing(VETERAN, TORTURED), {"veteran": False}),
    ],
)
def test_every_proposed_example_notices_its_change(
    given: ir.Law, start: dict[str, Any]
) -> None:
    made = trial(given, [written_case(**start)])
    found = {place: survivor(made, place) for place in range(len(made.mutants))}
    left = {place: one for place, one in found.items() if one is not None}

    assert left
    for place, one in left.items():
        assert one.example is not None, (one.was, one.now)
        proposed = WrittenCase(one.example["case"], one.example.get("parameters", {}))
        assert notices(case(given, proposed), made.mutants[place])
        assert case(given, proposed).decided == one.example["expected"]


def test_the_changes_and_the_proposals_are_the_same_every_time() -> None:
    given = releasing(ir.All((ADULT, OFTEN)))
    start = [written_case(date_of_birth="1990-01-01", visits=0)]
    first, second = trial(given, start), trial(given, start)

    assert first.mutants == second.mutants
    assert [survivor(first, n) for n in range(len(first.mutants))] == [
        survivor(second, n) for n in range(len(second.mutants))
    ]


def test_a_change_that_says_the_same_survives_without_a_case() -> None:
    given = releasing(ir.All((VETERAN, VETERAN)))
    made = trial(given, [written_case(veteran=True), written_case(veteran=False)])
    found = [survivor(made, place) for place in range(len(made.mutants))]

    assert [(one.was, one.now, one.example) for one in found if one is not None] == [
        ("person.veteran", "", None),
        ("person.veteran", "", None),
        ("person.veteran and person.veteran", "person.veteran or person.veteran", None),
    ]


def test_no_proposal_breaks_an_assumption() -> None:
    literals = (ir.FactLiteral("sex", ("female",)), ir.FactLiteral("pregnant", (False,)))
    given = law(
        [rule("art_1", ir.All((FEMALE, PREGNANT)), "released")],
        decisions=(decision(),),
        clauses=(ir.Clause("person", literals),),
    )
    place, _ = mutant(given, "person.sex in (female)", "")
    found = survivor(trial(given, [written_case(sex="male", pregnant=False)]), place)

    assert found is not None
    assert found.example is None


def test_the_points_of_a_list_go_on_giving_the_same() -> None:
    first = rule("art_1__point_1", MINOR, Fraction(1, 3), listed_in="art_1")
    second = rule("art_1__point_2", TORTURE, Fraction(1, 3), listed_in="art_1")
    given = law([first, second], decisions=(decision(Basic.FRACTION),))
    _, changed = mutant(given, "1/3", "1/4")
    amounts = [one.gives[0].value for one in changed.law.rules]

    assert changed.eid == "art_1"
    assert amounts == [literal(Fraction(1, 4))] * 2


def _survived(text: str, was: str, now: str, **facts: Any) -> dict[str, Any] | None:
    """Return the example that would notice a change, None if none was found."""
    given = trial(written_law.law(text), [WrittenCase(facts, {})])
    (place,) = (
        number for number, one in enumerate(given.mutants) if (one.was, one.now) == (was, now)
    )
    found = survivor(given, place)
    assert found is not None, "the example notices it"
    return found.example


def test_a_case_is_found_in_which_a_limit_on_an_amount_bites() -> None:
    text = (
        "1. The tax is 10 per cent multiplied by the income, rounded to the nearest cent.\n"
        "2. The amount due is the tax, not more than 300 euro, rounded to the nearest cent."
    )

    less = _survived(text, "300 EUR", "299 EUR", income="80")
    more = _survived(text, "300 EUR", "301 EUR", income="80")

    assert less is not None
    assert more is not None
    assert 299 < Fraction(less["expected"]["due"]["value"]) <= 300
    assert more["expected"] == {"due": {"value": "300", "provisions": ["1(2)"]}}


def test_a_case_is_found_below_a_limit_that_bites_in_every_example() -> None:
    text = (
        "1. The tax is 10 per cent multiplied by the income, rounded to the nearest cent.\n"
        "2. The amount due is the tax, not more than 300 euro."
    )

    found = _survived(text, "1/10", "1/9", income="800000")

    assert found is not None
    assert Fraction(found["expected"]["due"]["value"]) <= 300


def test_a_case_is_found_on_a_computed_bound_of_a_condition() -> None:
    text = (
        "1. The tax is the sum of the child's value of each of the children.\n"
        "2. A person is entitled to a card if the tax is not more than 250 euro."
    )

    found = _survived(text, "250 EUR", "251 EUR", children=[{"value": "80"}, {"value": "20"}])

    assert found is not None
    assert found["expected"]["card"] is False
