"""Expressions before, and the slots that they become."""

from __future__ import annotations

from tests import small_law as small

from lawc.ir import nodes as ir
from lawc.plan.build import plan_of
from lawc.plan.show import show


def slots(*rules: ir.Rule, kind: str = "offence", **parts: object) -> list[str]:
    """Return the slots of a kind as text, without constants."""
    text = show(plan_of(small.deciding(*rules, **parts)))
    block = next(one for one in text.split("\n\n") if one.startswith(f"{kind}:"))
    lines = [line.strip() for line in block.split("\n")[1:] if line.strip()]
    return [line for line in lines if " = constant " not in f" {line} "]


def test_equal_expressions_are_one_slot() -> None:
    both = ir.All((small.TORTURE, ir.Not(small.TORTURE)))

    assert slots(small.rule("art_1", both, "released"))[:3] == [
        "0 = fact torture",
        "1 = not 0",
        "2 = all 0 1",
    ]


def test_what_rests_on_the_owner_alone_stands_with_the_owner() -> None:
    rule = small.rule("art_1", ir.All((small.TORTURE, ir.Not(small.VETERAN))), "released")

    assert slots(rule, kind="person") == ["0 = fact veteran", "1 = not 0"]
    assert slots(rule)[:3] == ["0 = fact torture", "1 = 1 of 1 above", "2 = all 0 1"]


def test_what_is_asked_of_members_comes_in_a_later_phase() -> None:
    tortured = small.rule("art_1", ir.Some(1, "offence", small.TORTURE), "released")

    assert "some 1 offence 0" in " ".join(slots(tortured, kind="person"))
    assert "phase 1" in slots(tortured, kind="person")


def test_what_is_asked_of_the_same_list_is_found_once_for_all_members() -> None:
    several = ir.Some(2, "offence", small.TORTURE)
    rules = [small.rule(f"art_{n}", several, "released", kind="offence") for n in (1, 2)]

    text = show(plan_of(small.deciding(*rules)))
    assert text.count("some 2 offence") == 1


def test_a_rule_rests_on_what_displaces_it() -> None:
    law = (
        small.rule("art_1", small.TORTURE, "released"),
        small.rule("art_2", small.MINOR, displaces=("art_1",)),
    )

    assert [line for line in slots(*law) if " = rule " in line] == [
        next(line for line in slots(*law) if " = rule 1 " in line),
        next(line for line in slots(*law) if " = rule 0 " in line),
    ]


def test_a_condition_of_one_part_is_that_part() -> None:
    alone = ir.All((ir.Any((small.TORTURE,)),))

    assert not any(
        word in slots(small.rule("art_1", alone, "released")) for word in ("all", "any")
    )
