"""Walking the checked form: its parts, changed parts, parts that are reached by name."""

from __future__ import annotations

from random import Random

import pytest
from tests.differential import laws
from tests.small_law import FALSE, PREGNANT, TRUE, VETERAN
from tests.small_law import law as small_law

from lawc.ir import nodes as ir
from lawc.ir.walk import children, every_part, of_rule, reached, rebuilt


def definition(key: str, condition: ir.Expr) -> ir.Definition:
    return ir.Definition(key, "person", condition, "art_1")


@pytest.mark.parametrize("seed", range(10))
def test_nothing_changed_is_the_same(seed: int) -> None:
    for part in every_part(laws.law(Random(seed))):  # noqa: S311 - to be replayed
        assert rebuilt(part, lambda one: one) == part


@pytest.mark.parametrize("seed", range(10))
def test_each_part_is_changed_once(seed: int) -> None:
    for part in every_part(laws.law(Random(seed))):  # noqa: S311
        seen: list[object] = []
        rebuilt(part, lambda one, seen=seen: (seen.append(one), one)[1])  # type: ignore[misc]
        assert tuple(seen) == children(part)


def test_what_a_rule_says_is_its_condition_and_what_it_gives_when() -> None:
    rule = ir.Rule(
        "art_1",
        "person",
        VETERAN,
        (ir.Gives("aid", TRUE, PREGNANT), ir.Gives("aid", FALSE, None)),
        (),
        "",
    )

    assert tuple(of_rule(rule)) == (VETERAN, TRUE, PREGNANT, FALSE)


def test_what_is_named_is_reached_once_through_all_its_versions() -> None:
    versions = (definition("soldier", VETERAN), definition("soldier", PREGNANT))
    law = small_law(definitions=versions)

    named = ir.All((ir.Concept("soldier"), ir.Not(ir.Concept("soldier"))))

    assert [one for one in reached(law, (named,)) if isinstance(one, ir.Fact)] == [
        VETERAN,
        PREGNANT,
    ]


def test_terms_that_name_each_other_are_reached_once() -> None:
    law = small_law(
        definitions=(definition("a", ir.Concept("b")), definition("b", ir.Not(ir.Concept("a"))))
    )

    read = [one.key for one in reached(law, (ir.Concept("a"),)) if isinstance(one, ir.Concept)]

    assert read == ["a", "b", "a"]
