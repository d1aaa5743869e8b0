"""Rules that only displace, and so refuse what others would grant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lawc.ir import nodes as ir
from lawc.ir.walk import unstated
from lawc.meaning.world import World

Giving: TypeAlias = tuple[ir.Rule, ir.Gives]


def granting_rules(world: World, decision: ir.Decision) -> tuple[Giving, ...]:
    """Return the rules that give `decision` a value other than its default."""
    return tuple(
        (rule, gives)
        for rule, gives in world.giving.get(decision.key, ())
        if not _is(unstated(gives.value), decision.otherwise)
    )


def _is(expr: ir.Expr, value: ir.Value | None) -> bool:
    """Return whether an amount is written as `value`."""
    return isinstance(expr, ir.Literal) and expr.value == value


def refusing_rules(
    world: World, granting: tuple[Giving, ...]
) -> Iterator[tuple[ir.Rule, list[Giving]]]:
    """Yield the rules that only displace, with those of `granting` that each displaces."""
    stopped: dict[int, list[Giving]] = {}
    for rule, gives in granting:
        for by in world.displacing(rule):
            if not by.gives:
                stopped.setdefault(world.places[id(by)], []).append((rule, gives))
    for place in sorted(stopped):
        yield world.law.rules[place], stopped[place]
