"""The readable module: what stands in a function, and what it calls."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from tests import small_law as small
from tests.emitted import HEADER, package
from tests.written_law import law

from lawc.backends.python.emit import emit
from lawc.ir import nodes as ir

POINTS = (
    "1. A person is entitled to a card if all of the following apply:\n"
    "   1) the person is old; and\n"
    "   2) any of the following applies:\n"
    "      a) the person is ill; or\n"
    "      b) the person is resident."
)
VERSION = (
    "1. In force from 1 January 2025, a person is entitled to a card, unless all of the "
    "following apply:\n   1) the person is old; and\n   2) the person is ill."
)


def function(rules: str, name: str) -> str:
    """Return the text of one function."""
    return rules.partition(f"def {name}(")[2].partition("\n\n\n")[0]


def rules_of(act: ir.Law) -> str:
    return emit(act, HEADER)["rules.py"]


def test_a_provision_calls_its_points() -> None:
    rules = rules_of(law(POINTS))

    assert "all_of(art_1_1_1(person, days), art_1_1_2(person, days))" in function(
        rules, "art_1_1"
    )
    assert "any_of(art_1_1_2_a(person, days), art_1_1_2_b(person, days))" in function(
        rules, "art_1_1_2"
    )
    assert rules.count("person.ill") == 1


def test_the_points_hold_as_the_provision_does(tmp_path: Path) -> None:
    module = package(law(POINTS), tmp_path)

    for old, ill, resident in product((True, False, None), repeat=3):
        person = module.Person(old=old, ill=ill, resident=resident)
        first, second, whole = (
            module.PROVISIONS[citation](person, module.Days())
            for citation in ("1(1)(1)", "1(1)(2)", "1(1)")
        )
        assert whole is (
            False if False in (first, second) else None if None in (first, second) else True
        )
        assert whole is module.decide(person).card or whole is False


# Whether a version is in force is not denied with its points.
@pytest.mark.parametrize("ill", [True, False])
def test_a_point_that_is_denied_is_written_out_in_a_version(ill: bool, tmp_path: Path) -> None:
    module = package(law(VERSION), tmp_path)
    person = module.Person(old=True, ill=ill)

    assert [
        module.PROVISIONS["1(1)"](person, module.Days(law_day=day))
        for day in (date(2024, 6, 1), date(2025, 6, 1), None)
    ] == [False, not ill, False if ill else None]


def exceptional(number: int) -> ir.Law:
    """Return a law in which so many rules displace two."""
    displaced = ("art_1", "art_2")
    return small.deciding(
        small.rule("art_1", small.MINOR, "released"),
        small.rule("art_2", small.TORTURE, "reduced"),
        *(
            small.rule(f"art_{place}", small.VETERAN, displaces=displaced)
            for place in range(3, 3 + number)
        ),
    )


def test_many_exceptions_to_several_rules_are_written_once() -> None:
    rules = rules_of(exceptional(4))

    for name in ("art_1", "art_2"):
        assert "not_(exceptions_art_3_art_6(offence, person, days))" in function(rules, name)
    assert rules.count("art_4(offence, person, days)") == 1


def test_few_exceptions_stand_where_they_displace() -> None:
    rules = rules_of(exceptional(3))

    assert "exceptions" not in rules
    assert "art_4(offence, person, days)" in function(rules, "art_1")


def test_exceptions_displace(tmp_path: Path) -> None:
    module = package(exceptional(4), tmp_path)
    offence = module.Offence(category="minor")

    assert [
        module.PROVISIONS["art_1"](offence, module.Person(veteran=veteran), module.Days())
        for veteran in (True, False, None)
    ] == [False, True, None]
