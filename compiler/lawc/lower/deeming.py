"""What is, by law, of a class as well, and what is not, though its definition says so.

Before: `A person who is ill is deemed to be a weak person.` `A person who is old is not a weak
person.` After: the definitions of the class with these beside them. What is deemed for the
purposes of some provisions is so in these alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import rebuilt
from lawc.lower.citations import elements
from lawc.lower.conditions import class_condition, joined, tail
from lawc.lower.context import Context, Place
from lawc.lower.eids import at_or_below, eid_of
from lawc.lower.lowered import Deemed, Lowered
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree

DEEMING = ("deems", "excepts")


def deem(ctx: Context, into: Lowered, passage: Passage, body: Tree, force: ir.Force) -> None:
    """Lower a sentence that says what is, or is not, of a class beside its definition."""
    named = next(child for child in body.children if isinstance(child, Phrase))
    declared, _, key = named.key.partition(":")
    if declared != "concept":
        ctx.problem(
            Code.DEFINED_TWICE,
            f"`{ctx.act.text(named.span)}` has its meaning from the vocabulary already",
            named.span,
            passage.where,
            help_="declare it as a concept if acts are to define it",
        )
        return
    kind, _, concept = key.partition(".")
    place = Place(ctx, kind, passage)
    scope = body.find("scope")
    cls, *rest = [
        child for child in body.children if isinstance(child, Tree) and child.name != "scope"
    ]
    whole = joined([class_condition(place, cls), *tail(place, rest), *_in_force(ctx, force)])
    stated = ir.Stated(passage.text, whole, eid_of(passage), body.span)
    cited = scope.children if scope is not None else ()
    within = tuple(eid_of(e) for node in cited for e in elements(ctx, node, passage))
    definition = ir.Definition(concept, kind, stated, eid_of(passage), force, passage.place)
    into.deemed.append(Deemed(definition, body.name == "excepts", within))


def _in_force(ctx: Context, force: ir.Force) -> Iterator[ir.Expr]:
    """Yield the conditions that the law day lies in a period.

    A version of a definition replaces the one before it; what is deemed stands beside all.
    """
    days = ctx.vocabulary.parameters
    law_day = next((key for key, day in days.items() if day.chooses_versions), None)
    if law_day is None:
        return  # an error of its own
    if force.start is not None:
        start = ir.Literal(force.start, Basic.DATE)
        yield ir.Compare(ir.Comparison.LE, start, ir.Parameter(law_day))
    if force.end is not None:
        end = ir.Literal(force.end, Basic.DATE)
        yield ir.Compare(ir.Comparison.LE, ir.Parameter(law_day), end)


def with_deemed(
    ctx: Context, into: Lowered, shared: Iterable[ir.Law]
) -> tuple[ir.Definition, ...]:
    """Return the definitions of a law with what is, or is not, of a class beside them."""
    definitions = (*into.definitions, *(term for law in shared for term in law.definitions))
    known = {definition.key for definition in definitions}
    for deemed in into.deemed:
        if deemed.definition.key not in known:
            ctx.problem(
                Code.UNDEFINED_CONCEPT,
                "this adds to a definition, and no provision says what the term means",
                deemed.definition.span,
                help_="define it in this act, or share the terms of the act that defines it",
            )
    return tuple(_with_deemed(definition, into.deemed) for definition in definitions)


def _with_deemed(definition: ir.Definition, all_deemed: Iterable[Deemed]) -> ir.Definition:
    own = [
        deemed
        for deemed in all_deemed
        if deemed.definition.key == definition.key and not deemed.within
    ]
    added = [deemed.definition.condition for deemed in own if not deemed.excepted]
    without = [ir.Not(deemed.definition.condition) for deemed in own if deemed.excepted]
    condition = definition.condition
    condition = ir.Any((condition, *added)) if added else condition
    condition = ir.All((condition, *without)) if without else condition
    return replace(definition, condition=condition) if own else definition


def deemed_rules(into: Lowered, rules: Iterable[ir.Rule]) -> list[ir.Rule]:
    """Return rules in which a class means also what is deemed to be of it for them."""
    changed: list[ir.Rule] = []
    for rule in rules:
        condition = rule.condition
        for deemed in into.deemed:
            if any(at_or_below(rule.eid, eid) for eid in deemed.within):
                condition = _deemed_in(condition, deemed.definition)
        changed.append(
            rule if condition is rule.condition else replace(rule, condition=condition)
        )
    return changed


def _deemed_in(expr: ir.Expr, deemed: ir.Definition) -> ir.Expr:
    if isinstance(expr, ir.Concept) and expr.key == deemed.key:
        return ir.Any((expr, deemed.condition))
    return rebuilt(expr, lambda part: _deemed_in(part, deemed))
