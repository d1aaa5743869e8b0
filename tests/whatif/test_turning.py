"""The values of a fact at which the conditions of a law turn."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from tests.small_law import law, literal, thing, under

from lawc.ir import nodes as ir
from lawc.meaning.world import World
from lawc.runtime.values import Period
from lawc.whatif.places import rests_of_condition
from lawc.whatif.turning import Turning, turning

BORN = ir.Fact("person", "date_of_birth")
COMMITTED = ir.Fact("offence", "committed_on")
OF_AGE = ir.Compare(ir.Comparison.LE, ir.Shifted(BORN, Period(18)), literal(date(2025, 7, 5)))


def turning_of(condition: ir.Expr, key: str, **facts: Any) -> Turning:
    """Return the values worth trying of a fact of a person or of the first offence."""
    given = law()
    person = thing(given, **facts)
    offence = person.members.get("offence", (person,))[0]
    found = rests_of_condition(World(given, {}), condition, offence)
    place = next(one for one in found.places if one.declared.key == key)
    return turning(World(given, {}), place, found)


def test_a_truth_is_true_or_false() -> None:
    assert turning_of(ir.Fact("person", "veteran"), "veteran") == Turning((True, False), True)


def test_a_birthday_turns_on_the_day_itself() -> None:
    # Who is born on 5 July 2007 is eighteen on 5 July 2025, who is born a day later is not.
    found = turning_of(OF_AGE, "date_of_birth")

    assert found == Turning((date(2007, 7, 5), date(2007, 7, 6)), True)


def test_the_value_nearest_to_what_is_known_is_taken() -> None:
    assert turning_of(OF_AGE, "date_of_birth", date_of_birth="1990-01-01").values == (
        date(2007, 7, 6),
    )
    assert turning_of(OF_AGE, "date_of_birth", date_of_birth="2010-01-01").values == (
        date(2007, 7, 5),
    )


def test_29_february_turns_as_the_law_counts() -> None:
    eve = ir.Compare(ir.Comparison.LE, ir.Shifted(BORN, Period(1)), literal(date(2025, 2, 28)))

    # In this law the anniversary of 29 February is 28 February.
    assert turning_of(eve, "date_of_birth").values == (date(2024, 2, 29), date(2024, 3, 1))


def test_equal_is_turned_on_both_sides() -> None:
    twice = ir.Compare(ir.Comparison.EQ, ir.Fact("person", "visits"), literal(2))

    assert turning_of(twice, "visits") == Turning((1, 2, 3), True)


def test_a_sum_of_money_is_tried_at_the_bound_and_around_it() -> None:
    poor = ir.Compare(ir.Comparison.LE, ir.Fact("person", "income"), literal(Fraction(100)))

    assert turning_of(poor, "income") == Turning(
        (Fraction(1), Fraction(100), Fraction(101)), True
    )


def test_a_sum_that_no_case_can_write_is_not_tried() -> None:
    third = ir.Compare(ir.Comparison.LE, ir.Fact("person", "income"), literal(Fraction(1, 3)))

    assert turning_of(third, "income").values == (Fraction(1, 10), Fraction(1))


def test_what_is_compared_with_something_missing_is_not_complete() -> None:
    young = ir.Compare(ir.Comparison.LT, COMMITTED, ir.Shifted(BORN, Period(18)))

    assert not turning_of(young, "date_of_birth", offences=[{}]).complete
    known = turning_of(young, "date_of_birth", offences=[{"committed_on": "2020-01-01"}])
    assert known == Turning((date(2002, 1, 1), date(2002, 1, 2)), True)


def test_provisions_are_tried_one_of_each_sort() -> None:
    found = turning_of(ir.Any((under("188"), under("188(3)"))), "provision", offences=[{}])

    assert found.complete
    assert len(found.values) == 3  # neither, 188 but not its part 3, and part 3


def test_a_provision_recorded_too_coarsely_is_tried_in_its_parts() -> None:
    found = turning_of(under("188(3)"), "provision", offences=[{"provision": "188"}])

    assert [str(one).startswith("188(") for one in found.values] == [True, True]
