"""Open answers and the completions of a case: settled where all agree, else what matters."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import pytest
from tests import written_law as written
from tests.sampling import some
from tests.small_law import (
    A_MAN_IS_NOT_PREGNANT,
    EFFECTIVE,
    FEMALE,
    MINOR,
    PREGNANT,
    TORTURE,
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
from lawc.meaning.answers import Answer
from lawc.meaning.completions import form_of
from lawc.meaning.interpret import decide
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import NOTHING, UNKNOWN
from lawc.meaning.world import World
from lawc.runtime.completions import search
from lawc.runtime.completions.outcomes import outcome
from lawc.runtime.values import Period

DAY = ir.Parameter("effective_day")
BORN = ir.Fact("person", "date_of_birth")
VISITS = ir.Fact("person", "visits")
INCOME = ir.Fact("person", "income")
COMMITTED = ir.Fact("offence", "committed_on")
OTHER: dict[ir.Comparison, ir.Comparison] = {
    ir.Comparison.LT: ir.Comparison.GE,
    ir.Comparison.LE: ir.Comparison.GT,
    ir.Comparison.EQ: ir.Comparison.NE,
}


VALUE = "the child's value"


def compared(op: ir.Comparison, left: ir.Expr, right: Any) -> ir.Expr:
    """Return a comparison, as the law states it."""
    said = right if isinstance(right, ir.Parameter | ir.Fact | ir.Shifted) else literal(right)
    return ir.Stated("so", ir.Compare(op, left, said))


def aged(years: int) -> ir.Expr:
    """Return that the person has reached an age on the effective day."""
    return ir.Compare(ir.Comparison.LE, ir.Shifted(BORN, Period(years)), DAY)


def either(one: ir.Expr, other: ir.Expr) -> ir.Law:
    """Return a law that releases by one paragraph or by another."""
    return deciding(rule("art_1", one, "released"), rule("art_2", other, "released"))


@pytest.mark.parametrize("op", OTHER)
@pytest.mark.parametrize(
    ("fact", "bound"),
    [(VISITS, 3), (INCOME, Fraction(100)), (BORN, date(1990, 2, 28)), (BORN, DAY)],
)
def test_a_fact_on_both_sides_of_a_limit_is_not_asked_for(
    op: ir.Comparison, fact: ir.Expr, bound: Any
) -> None:
    given = either(compared(op, fact, bound), compared(OTHER[op], fact, bound))

    found = answer(given, EFFECTIVE, offences=[{}])

    assert (found.value, found.needed, found.untried) == ("released", (), False)
    assert found.provisions == ("art_1", "art_2")


def test_two_limits_that_leave_a_gap_leave_it_open() -> None:
    given = either(compared(ir.Comparison.LT, VISITS, 3), compared(ir.Comparison.GT, VISITS, 3))

    found = answer(given, offences=[{}])

    assert (found.value, found.needed, found.untried) == (UNKNOWN, ("visits",), False)


def test_two_limits_that_overlap_settle_it() -> None:
    given = either(compared(ir.Comparison.LT, VISITS, 5), compared(ir.Comparison.GT, VISITS, 3))

    assert answer(given, offences=[{}]).value == "released"


def test_two_missing_days_are_compared_either_way() -> None:
    after = ir.Compare(ir.Comparison.LT, BORN, COMMITTED)
    given = either(after, ir.Compare(ir.Comparison.LE, COMMITTED, BORN))

    assert answer(given, offences=[{}]).value == "released"


@pytest.mark.parametrize(
    ("condition", "contrary"),
    [
        (f"{VALUE} is not more than the income", f"the income is less than {VALUE}"),
        (f"{VALUE} is not more than the income", f"{VALUE} is more than the income"),
        (
            f"{VALUE} is equal to the income",
            f"it is not the case that the income is equal to {VALUE}",
        ),
    ],
)
def test_a_comparison_with_its_sides_exchanged_is_the_same(
    condition: str, contrary: str
) -> None:
    text = f"""\
1. A grant of 3 euro is paid for a child, if {condition}.
2. A grant of 3 euro is paid for a child, if {contrary}."""

    assert written.decided(text, [{"children": [{}]}]) == [{"children[0].grant": 3}]


def test_a_day_that_is_not_named_is_either_way() -> None:
    given = either(aged(18), ir.Not(aged(18)))

    assert answer(given, offences=[{}]).value == "released"


def test_a_provision_is_in_a_list_or_not() -> None:
    given = either(under("188:190"), ir.Not(under("188:190")))

    assert answer(given, offences=[{"provision": None}]).value == "released"


def test_a_provision_recorded_too_coarsely_is_tried_in_its_parts() -> None:
    given = either(under("188(3)"), ir.Not(under("188(3)")))

    assert answer(given, offences=[{"provision": "188"}]).value == "released"


def test_of_an_unknown_list_nothing_is_tried() -> None:
    grown = compared(ir.Comparison.LE, ir.Fact("child", "date_of_birth"), DAY)
    given = either(ir.Some(1, "child", grown), ir.Every("child", ir.Not(grown)))

    found = answer(given, EFFECTIVE, offences=[{}])

    assert (found.value, found.needed, found.untried) == (UNKNOWN, ("children",), True)


def test_the_same_of_an_unknown_list_is_either_way() -> None:
    grown = compared(ir.Comparison.LE, ir.Fact("child", "date_of_birth"), DAY)
    given = either(ir.Some(1, "child", grown), ir.Not(ir.Some(1, "child", grown)))

    assert answer(given, EFFECTIVE, offences=[{}]).value == "released"


def test_what_offences_share_of_an_unknown_list_is_the_same_for_each() -> None:
    parent = ir.Some(1, "child", PREGNANT)
    spared = ir.Every("offence", ir.Not(parent))
    given = either(parent, spared)

    found = answer(given, offences=[{}, {}])

    assert (found.value, found.untried) == ("released", False)


def test_facts_of_members_are_tried() -> None:
    grown = compared(ir.Comparison.LE, ir.Fact("child", "date_of_birth"), DAY)
    given = either(ir.Some(1, "child", grown), ir.Not(ir.Some(1, "child", grown)))

    assert answer(given, EFFECTIVE, offences=[{}], children=[{}, {}]).value == "released"


def test_members_that_are_counted_are_tried() -> None:
    number = ir.CountOf("offence", TORTURE)
    given = either(compared(ir.Comparison.LT, number, 2), compared(ir.Comparison.GE, number, 2))

    assert answer(given, offences=[{}, {}, {"torture": True}]).value == "released"


def test_a_concept_and_a_quantity_are_looked_through() -> None:
    length = ir.QuantityDefinition("length", "person", Basic.COUNT, VISITS, "art_9", "")
    grown = ir.Definition("grown", "person", aged(18), "art_8")
    given = deciding(
        rule("art_1", ir.Concept("grown"), "released"),
        rule("art_2", ir.Not(aged(18)), "released"),
        rule("art_3", compared(ir.Comparison.GT, ir.Quantity("length"), 5), "released"),
        rule("art_4", compared(ir.Comparison.LE, VISITS, 5), "released"),
        definitions=(grown,),
        quantities=(length,),
    )

    assert answer(given, EFFECTIVE, offences=[{}], visits=3).value == "released"
    assert answer(given, offences=[{}], date_of_birth="1990-01-01").value == "released"


def test_what_is_displaced_either_way_is_settled() -> None:
    given = deciding(
        rule("art_1", ir.All(()), "released"),
        rule("art_2", VETERAN, displaces=("art_1",)),
        rule("art_3", ir.Not(VETERAN), displaces=("art_1",)),
        decisions=(decision(otherwise="excluded"),),
    )

    found = answer(given, offences=[{}])

    assert (found.value, found.provisions) == ("excluded", ("art_2", "art_3"))


def test_versions_that_say_the_same_need_no_day() -> None:
    old, new = ir.Force(None, date(2024, 12, 31)), ir.Force(date(2025, 1, 1), None)
    given = deciding(
        rule("art_1", VETERAN, "released", force=old),
        rule("art_2", VETERAN, "released", force=new),
    )

    assert answer(given, offences=[{}], veteran=True).value == "released"


def test_an_exclusion_is_asked_for_and_what_it_makes_idle_is_not() -> None:
    given = deciding(
        rule("art_1", VETERAN, "released"),
        rule("art_2", compared(ir.Comparison.GT, VISITS, 3), "released"),
        rule(
            "art_3",
            compared(ir.Comparison.GT, INCOME, Fraction(100)),
            displaces=("art_1", "art_2"),
        ),
    )

    found = answer(given, offences=[{}], veteran=True)

    assert (found.value, found.needed) == (UNKNOWN, ("income",))


def test_an_amount_that_is_missing_leaves_it_open() -> None:
    given = law([rule("art_1", VETERAN, VISITS)], decisions=(decision(Basic.COUNT),))

    found = answer(given, offences=[{}], veteran=True)

    assert (found.value, found.needed, found.untried) == (UNKNOWN, ("visits",), False)


def test_beyond_the_bound_nothing_is_said_not_to_matter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = either(
        ir.AtLeast(2, (VETERAN, MINOR, PREGNANT)), ir.All((VETERAN, ir.Not(PREGNANT)))
    )
    person = read_case(given, {"offences": [{}]})
    assert not isinstance(person, tuple)
    form = form_of(World(given, {}), given.decisions[0], person.members["offence"][0])

    assert outcome(form).matters == frozenset({"veteran", "pregnant", "offences[0].category"})
    monkeypatch.setattr(search, "TABLE", 1)
    beyond = outcome(form, most=1)
    assert (beyond.settled, beyond.matters, beyond.untried) == (False, None, True)


# --- against all completions ----------------------------------------------------------------

VALUES: dict[str, tuple[Any, ...]] = {
    "veteran": (True, False),
    "pregnant": (True, False),
    "sex": ("female", "male"),
    "visits": (0, 2, 3, 4, 9),
    "date_of_birth": ("1900-01-01", "1965-07-05", "1965-07-06", "2007-07-05", "2007-07-06"),
    "torture": (True, False),
    "category": ("minor", "medium", "serious"),
}
OF_OFFENCE = {"torture", "category"}
ATOMS = (
    VETERAN, PREGNANT, FEMALE, TORTURE, MINOR, aged(18), aged(60),
    ir.OneOf(ir.Fact("offence", "category"), ("medium", "minor")),
    compared(ir.Comparison.GE, VISITS, 3), compared(ir.Comparison.LT, VISITS, 3),
    compared(ir.Comparison.EQ, VISITS, 3), compared(ir.Comparison.GT, VISITS, 3),
)  # fmt: skip


def condition(rng: Random, depth: int = 2) -> ir.Expr:
    """Return a condition made by chance."""
    if depth == 0 or rng.random() < 0.2:
        atom = rng.choice(ATOMS)
        return ir.Not(atom) if rng.random() < 0.3 else atom
    parts = tuple(condition(rng, depth - 1) for _ in range(rng.choice((2, 2, 3))))
    return rng.choice((ir.All, ir.Any, lambda p: ir.AtLeast(2, p)))(parts)


def sample(rng: Random) -> ir.Law:
    """Return a law made by chance."""
    rules = [
        rule(f"art_{n}", condition(rng), rng.choice(("released", "released", "reduced", None)))
        for n in range(1, rng.choice((2, 3, 4)))
    ]
    exclusion = rule("art_9", condition(rng, 1), displaces=(rng.choice(rules).eid,))
    clauses = (A_MAN_IS_NOT_PREGNANT,) if rng.random() < 0.5 else ()
    otherwise = rng.choice(("excluded", None))
    combined = rng.choice((ir.Combine.ONE, ir.Combine.ONE))
    return deciding(
        *rules,
        exclusion,
        clauses=clauses,
        decisions=(decision(otherwise=otherwise, combine=combined),),
    )


def split(facts: dict[str, Any]) -> dict[str, Any]:
    """Return facts as a case of a person with one offence."""
    offence = {key: value for key, value in facts.items() if key in OF_OFFENCE}
    return {key: v for key, v in facts.items() if key not in OF_OFFENCE} | {
        "offences": [offence]
    }


@pytest.mark.parametrize("seed", range(some(120)))
def test_what_is_said_is_so_of_all_completions(seed: int) -> None:
    rng = Random(seed)  # noqa: S311
    given = sample(rng)
    known = {key: rng.choice(values) for key, values in VALUES.items() if rng.random() < 0.5}
    if given.clauses and known.get("sex") == "male":
        known["pregnant"] = False
    missing = [key for key in VALUES if key not in known]
    results: dict[tuple[Any, ...], Any] = {}
    for chosen in product(*(VALUES[key] for key in missing)):
        full = known | dict(zip(missing, chosen, strict=True))
        if given.clauses and full["sex"] == "male" and full["pregnant"]:
            continue
        person = read_case(given, split(full))
        assert not isinstance(person, tuple)
        world = World(given, EFFECTIVE)
        results[chosen] = decide(world, given.decisions[0], person.members["offence"][0])
    found = answer(given, EFFECTIVE, **split(known))

    assert not found.untried
    assert (found.value is UNKNOWN) == (len(set(results.values())) > 1)
    assert found.value is UNKNOWN or set(results.values()) == {found.value}
    mattering = {
        key
        for place, key in enumerate(missing)
        if any(
            results.get((*chosen[:place], other, *chosen[place + 1 :]), result) != result
            for chosen, result in results.items()
            for other in VALUES[key]
        )
    }
    assert {path.removeprefix("offences[0].") for path in found.needed} == mattering


# --- what rests on a decision that an exclusion makes false ---------------------------------

EXCLUDED = (
    "1. A person is entitled to a card if the person is old.\n"
    "2. Paragraph 1 of this Article does not apply to a person if the person is ill.\n"
)
FEE = "The fee is 5 euro, if the person is entitled to a card.\n"


def of_fee(text: str, **facts: bool) -> Answer:
    """Return what is decided of the fee of one person, as every engine says."""
    (found,) = written.answers(text, [facts])
    return found["fee"]


def test_what_rests_on_an_exclusion_is_tried() -> None:
    found = of_fee(f"{EXCLUDED}3. {FEE}", old=True)

    assert (found.value, found.needed, found.untried) == (UNKNOWN, ("ill",), False)


def test_what_an_exclusion_cannot_change_is_settled() -> None:
    other = "4. The fee is 5 euro, if the person is ill.\n"
    found = of_fee(f"{EXCLUDED}3. {FEE}{other}", old=True)

    assert (found.value, found.needed) == (5, ())


LIMITED = (
    'fact person.wage: money EUR at least 0\n  en noun "the wage"\n'
    'fact person.rooms: count at most 3\n  en noun "the number of rooms"\n'
    'fact person.beds: count at least 4\n  en noun "the number of beds"\n'
)


@pytest.mark.parametrize(
    "condition",
    [
        "the wage is at least 0 euro",
        "the number of rooms is less than 4",
        "the number of rooms is less than the number of beds",
        "the tax is at least 5 euro",
    ],
)
def test_what_holds_of_every_value_within_the_limits_of_a_fact_is_settled_or_not_tried(
    condition: str,
) -> None:
    text = (
        f"1. A person is entitled to a card if {condition}.\n"
        "2. The tax is the wage plus 5 euro.\n"
    )

    (found,) = written.answers(text, [{}], more=LIMITED)

    card = found["card"]
    assert card.value is True or card.untried


def test_a_comparison_of_a_limited_fact_is_settled_by_its_limits() -> None:
    text = "1. A person is entitled to a card if the wage is at least 0 euro."

    (found,) = written.answers(text, [{}], more=LIMITED)

    assert (found["card"].value, found["card"].by_cases) == (True, ("wage",))


@pytest.mark.parametrize(
    ("amount", "value"),
    [
        ("the income, not less than 10 euro, not more than 10 euro", 10),
        ("the wage, not more than 0 euro", 0),
        ("the smaller of the wage and 0 euro", 0),
        ("5 euro plus the income, not more than 3 euro, not less than 3 euro", 3),
    ],
)
def test_an_amount_that_is_the_same_in_every_completion_is_settled(
    amount: str, value: int
) -> None:
    (found,) = written.answers(f"1. The fee is {amount}.", [{}], more=LIMITED)

    assert found["fee"].value == value


@pytest.mark.parametrize(
    "amount", ["the income", "the wage, not more than 9 euro", "the wage plus 1 euro"]
)
def test_an_amount_that_two_completions_make_different_is_open(amount: str) -> None:
    (found,) = written.answers(f"1. The fee is {amount}.", [{}], more=LIMITED)

    assert (found["fee"].value, found["fee"].untried) == (UNKNOWN, False)


@pytest.mark.parametrize(
    "text",
    [
        "1. The fee is given by the row in which the income falls:\n"
        "   | up to 10 | 5 euro |\n   | over 10 | 5 euro |\n",
        "1. The tax is given by the row in which the income falls:\n"
        "   | up to 10 | 5 euro |\n   | over 10 | 6 euro |\n"
        "2. The fee is the tax, not less than 6 euro.\n",
    ],
)
def test_an_amount_of_which_no_two_values_are_shown_is_said_to_be_not_tried(text: str) -> None:
    (found,) = written.answers(text, [{}])

    assert (found["fee"].value, found["fee"].untried) == (UNKNOWN, True)


def test_an_amount_if_any_of_a_decision_is_zero_where_that_is_nothing() -> None:
    text = (
        "1. The fee is 5 euro, if the person is old.\n"
        "2. The amount due is the income plus the fee, if any.\n"
    )

    (found,) = written.answers(text, [{"income": 10}])

    assert (found["due"].value, found["due"].needed) == (UNKNOWN, ("old",))


def test_a_member_beside_one_of_whom_much_is_missing_is_open_without_completions() -> None:
    """Of two assumptions about the same facts, no value of one of these breaks none."""
    tied = "assume person: resident or not ill\nassume person: not resident or ill\n"
    text = (
        "1. A grant of 5 euro is paid for a child who is good, if the income is more than "
        "3 euro.\n"
    )

    (values,) = written.decided(text, [{"children": [{"good": True}, {"good": False}]}], tied)

    assert values["children[0].grant"] is UNKNOWN
    assert values["children[1].grant"] is NOTHING
