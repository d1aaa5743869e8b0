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
        if not is_always(gives.value, decision.otherwise)
    )


def is_always(expr: ir.Expr, value: ir.Value | None) -> bool:
    """Return whether an amount is written as `value`, or a truth is so whatever is the case."""
    match unstated(expr):
        case ir.Literal(written):
            return written == value
        case ir.Not(part) if isinstance(value, bool):
            return is_always(part, not value)
        case ir.Any(parts) if isinstance(value, bool):
            return (
                any(is_always(part, True) for part in parts) if value else _each(parts, value)
            )
        case ir.All(parts) if isinstance(value, bool):
            return (
                _each(parts, value) if value else any(is_always(part, False) for part in parts)
            )
    return False


def _each(parts: tuple[ir.Expr, ...], value: bool) -> bool:
    return all(is_always(part, value) for part in parts)


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
