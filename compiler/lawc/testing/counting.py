"""Conditions inside amounts, turned into conditions of rules, so that examples can show them.

Before: `50 euro multiplied by the number of the members who are vulnerable`. A reasoning tree
shows only how many members are counted. After: each member has a decision whether it is
counted. A rule gives it if the member is vulnerable and a provision applies that rests on the
amount.

The rule stands for no element of the law, and nobody sees its decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import inside, of_rule, reached
from lawc.records import dataclass

MARK = "#counted"  # no eid of a law begins so


@dataclass(frozen=True, slots=True)
class _Count:
    """Members of `kind` that are counted while `force` lasts, for `rules` that rest on it."""

    kind: str
    condition: ir.Expr
    force: ir.Force
    rules: tuple[ir.Rule, ...]


def with_counts(law: ir.Law) -> ir.Law:
    """Return a law with a decision for each condition by which its amounts count members."""
    counts = tuple(_counts(law))
    if not counts:
        return law
    keys = [f"{MARK}_{number}" for number in range(len(counts))]
    both = tuple(zip(keys, counts, strict=True))
    return replace(
        law,
        elements=(*law.elements, *map(_element, keys)),
        decisions=(*law.decisions, *(_decision(key, count) for key, count in both)),
        rules=(*law.rules, *(_rule(law, key, count) for key, count in both)),
    )


def _counts(law: ir.Law) -> Iterator[_Count]:
    """Yield the counts in rules, and in quantities and definitions that a rule rests on."""
    reaching = [(rule, frozenset(_named(law, rule))) for rule in law.rules]
    for rule in law.rules:
        for expr in of_rule(rule):
            for kind, condition in _in(expr):
                yield _Count(kind, condition, rule.force, (rule,))
    named: list[tuple[ir.Expr, ir.Expr, ir.Force]] = [
        *(
            (ir.Quantity(quantity.key), quantity.value, quantity.force)
            for quantity in law.quantities
        ),
        *(
            (ir.Concept(definition.key), definition.condition, definition.force)
            for definition in law.definitions
        ),
    ]
    for name, expr, force in named:
        rules = tuple(rule for rule, names in reaching if name in names)
        for kind, condition in _in(expr) if rules else ():
            yield _Count(kind, condition, force, rules)


def _named(law: ir.Law, rule: ir.Rule) -> Iterator[ir.Expr]:
    """Yield the terms and quantities that a rule rests on."""
    for part in reached(law, of_rule(rule)):
        if isinstance(part, ir.Concept | ir.Quantity):
            yield part


def _in(expr: ir.Expr) -> Iterator[tuple[str, ir.Expr]]:
    """Yield the conditions by which members are counted in an expression, with their kinds."""
    for part in inside(expr):
        if isinstance(part, ir.CountOf) and part.condition is not None:
            yield part.kind, part.condition


def _rule(law: ir.Law, key: str, count: _Count) -> ir.Rule:
    above = set(_kinds_above(law, count.kind))
    eids = tuple(rule.eid for rule in count.rules if rule.kind in above)
    applies = (ir.Applies(eids),) if eids else ()
    condition = ir.All((*applies, count.condition)) if applies else count.condition
    gives = (ir.Gives(key, ir.Literal(True, Basic.TRUTH), None),)
    return ir.Rule(key, count.kind, condition, gives, (), "", count.force)


def _kinds_above(law: ir.Law, kind: str) -> Iterator[str]:
    """Yield a kind and the kinds above it, the nearest first."""
    parents = {declared.key: declared.parent for declared in law.kinds}
    above: str | None = kind
    while above is not None:
        yield above
        above = parents[above]


def _element(key: str) -> ir.Element:
    return ir.Element(key, key, "", "", "", None, None, inert=False)


def _decision(key: str, count: _Count) -> ir.Decision:
    return ir.Decision(key, count.kind, Basic.TRUTH, False, ir.Combine.ONE, ())
