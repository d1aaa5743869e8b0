"""Sentences that change what others give: a limit of it, another figure in it.

"Paragraph (1) shall be applied by substituting $5 for $3" and "the fee shall not exceed $500"
change the values that other rules give, in the case of which they speak.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import rebuilt
from lawc.lower.amounts import REFERENCE, term, type_of
from lawc.lower.cases import whom_condition
from lawc.lower.citations import elements
from lawc.lower.conditions import condition, joined, tail
from lawc.lower.context import Context, Place
from lawc.lower.eids import at_or_below, eid_of
from lawc.lower.values import literal
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree

Change = tuple[Passage, Tree]


def changed(
    ctx: Context,
    changes: Iterable[Change],
    rules: list[ir.Rule],
    quantities: list[ir.QuantityDefinition],
) -> tuple[list[ir.Rule], list[ir.QuantityDefinition]]:
    """Return the values that sentences change, figures before limits."""
    several = list(changes)
    times = [_Time(ctx, *change) for change in several if change[1].name == "excludes_time"]
    for passage, body in several:
        if body.name == "substitutes":
            for each in _substitutions(ctx, passage, body):
                rules, quantities = _changed_by(ctx, rules, quantities, each)
    amounts = _amounts(rules)
    rules = [_resolved(amounts, rule) for rule in rules]
    for name in ("reduces", "caps"):
        for passage, body in several:
            if body.name == name:
                rules = _limited(ctx, passage, body, rules, times)
    return [*rules, *(time.rule(rules) for time in times)], quantities


class _Time:
    """A sentence by which provisions do not apply to some years."""

    def __init__(self, ctx: Context, passage: Passage, body: Tree):
        citation, self.case = body.children
        self.place = Place(ctx, self.case.children[0].about, passage)
        self.targets = tuple(eid_of(element) for element in elements(ctx, citation, passage))
        self.text = ctx.act.text(body.span)

    def condition(self) -> ir.Expr:
        """Return the condition of the years to which nothing cited applies."""
        return condition(self.place, self.case)

    def stops(self, eid: str) -> bool:
        """Return whether a provision is cited."""
        return any(at_or_below(eid, target) for target in self.targets)

    def rule(self, rules: Iterable[ir.Rule]) -> ir.Rule:
        """Return the rule that displaces those that are cited."""
        passage = self.place.passage
        stopped = tuple(dict.fromkeys(rule.eid for rule in rules if self.stops(rule.eid)))
        return ir.Rule(
            eid_of(passage),
            self.place.kind,
            self.condition(),
            (),
            stopped,
            self.text,
            span=passage.place,
        )


class _Substitution:
    """A figure that stands in the place of another, in the case of which a sentence speaks."""

    def __init__(
        self, passage: Passage, said: Tree, targets: tuple[str, ...], case: tuple[Tree, ...]
    ):
        self.passage = passage
        self.said = said
        self.targets = targets
        self.case = case


def _substitutions(ctx: Context, passage: Passage, body: Tree) -> Iterator[_Substitution]:
    case = _case(body)
    citation = _citation(body)
    for child in body.children:
        match child:
            case Tree("substitution"):
                yield _of(ctx, passage, child, citation, case)
            case Tree("item_substitution", (label, Tree() as said)):
                yield _of(ctx, ctx.item(label.span), said, citation, case)


def _of(
    ctx: Context, passage: Passage, said: Tree, citation: Tree, case: tuple[Tree, ...]
) -> _Substitution:
    cited = elements(ctx, citation, passage)
    inner = said.children[2] if said.children[2:] else None
    if inner is not None and cited:
        cited = elements(ctx, inner, cited[0])
    return _Substitution(passage, said, tuple(map(eid_of, cited)), case)


def _citation(body: Tree) -> Tree:
    scopes = (*_CASE, "scope", "substitution", "item_substitution")
    return next(
        child for child in body.children if isinstance(child, Tree) and child.name not in scopes
    )


_CASE = ("case_first", "whom", "if_part", "unless_part")


def _case(body: Tree) -> tuple[Tree, ...]:
    """Return the words that say in which case a sentence changes something."""
    return tuple(c for c in body.children if isinstance(c, Tree) and c.name in _CASE)


def _changed_by(
    ctx: Context,
    rules: list[ir.Rule],
    quantities: list[ir.QuantityDefinition],
    by: _Substitution,
) -> tuple[list[ir.Rule], list[ir.QuantityDefinition]]:
    new, old = (literal(node) for node in by.said.children[:2])
    hit = False

    def figure(expr: ir.Expr) -> ir.Expr:
        nonlocal hit
        if isinstance(expr, ir.Literal) and (expr.type, expr.value) == (old.type, old.value):
            hit = True
            return new
        return rebuilt(expr, figure)

    def aimed(one: ir.Rule | ir.QuantityDefinition) -> bool:
        return any(at_or_below(one.eid, target) for target in by.targets)

    def of_rule(rule: ir.Rule) -> ir.Rule:
        if not aimed(rule):
            return rule
        return _with_values(ctx, rule, by.passage, by.case, lambda each: figure(each.value))

    def of_quantity(one: ir.QuantityDefinition) -> ir.QuantityDefinition:
        if not aimed(one):
            return one
        place = Place(ctx, one.kind, by.passage)
        return replace(one, value=_in_case(place, by.case, one.value, figure(one.value)))

    changed_rules = [of_rule(rule) for rule in rules]
    changed_quantities = [of_quantity(one) for one in quantities]
    if not hit:
        ctx.problem(
            Code.UNKNOWN_REFERENCE,
            f"`{ctx.act.text(by.said.children[1].span)}` does not stand in what is cited",
            by.said.span,
            by.passage.where,
            help_="cite the provision that has this figure, and write it as it stands there",
        )
    return changed_rules, changed_quantities


def _in_case(
    place: Place,
    case: tuple[Tree, ...],
    before: ir.Expr,
    after: ir.Expr,
    stopped: Iterable[_Time] = (),
) -> ir.Expr:
    """Return a value that is another in a case; without a case, always."""
    if after == before:
        return before
    passage = place.passage
    words = ir.Stated(passage.text, after, eid_of(passage), passage.span)
    whom = [node for node in case if node.name in ("case_first", "whom")]
    parts = [*(whom_condition(place, node) for node in whom), *tail(place, case)]
    parts += [ir.Not(time.condition()) for time in stopped]
    return ir.ByCase((joined(parts), words, before)) if parts else words


def _with_values(
    ctx: Context,
    rule: ir.Rule,
    passage: Passage,
    case: tuple[Tree, ...],
    change: Callable[[ir.Gives], ir.Expr],
    times: Iterable[_Time] = (),
) -> ir.Rule:
    """Return a rule with its values changed in a case; without a case, always."""
    stopped = [time for time in times if time.stops(eid_of(passage))]
    gives = []
    for each in rule.gives:
        place = Place(ctx, rule.kind, passage)
        value = _in_case(place, case, each.value, change(each), stopped)
        gives.append(replace(each, value=value))
    return replace(rule, gives=tuple(gives))


def _amounts(rules: Iterable[ir.Rule]) -> dict[str, list[tuple[ir.Rule, ir.Expr]]]:
    """Return the amounts that rules give by their element, each with its rule."""
    amounts: dict[str, list[tuple[ir.Rule, ir.Expr]]] = {}
    for rule in rules:
        if rule.gives:
            amounts.setdefault(rule.eid, []).append((rule, rule.gives[-1].value))
    return amounts


def _resolved(amounts: Mapping[str, list[tuple[ir.Rule, ir.Expr]]], rule: ir.Rule) -> ir.Rule:
    """Return a rule in which amounts of other elements stand for those that these give."""

    def filled(expr: ir.Expr) -> ir.Expr:
        if isinstance(expr, ir.Stated) and expr.part is REFERENCE:
            for other, value in amounts.get(expr.eid or "", ()):
                if other is not rule:
                    return ir.Stated(expr.text, value, None, expr.span)
        return rebuilt(expr, filled)

    gives = tuple(replace(each, value=filled(each.value)) for each in rule.gives)
    return rule if gives == rule.gives else replace(rule, gives=gives)


def _limited(
    ctx: Context, passage: Passage, body: Tree, rules: list[ir.Rule], times: list[_Time]
) -> list[ir.Rule]:
    """Return the rules with the values of a decision limited or reduced in a case."""
    noun = next(child for child in body.children if isinstance(child, Phrase))
    key = noun.key.rpartition(".")[2]
    if not any(gives.decision == key for rule in rules for gives in rule.gives):
        ctx.problem(
            Code.DECIDES_NOTHING,
            f"no provision gives `{ctx.act.text(noun.span)}`, which is changed here",
            noun.span,
            passage.where,
        )
        return rules
    by_node, case = body.children[-1], _case(body)

    def of_rule(rule: ir.Rule) -> ir.Rule:
        if all(gives.decision != key for gives in rule.gives):
            return rule
        by = term(Place(ctx, rule.kind, passage), by_node)

        def change(each: ir.Gives) -> ir.Expr:
            if each.decision != key:
                return each.value
            own = _in_place_of(ir.Decided(key), each.value, by)
            if body.name == "caps":
                return ir.Smallest((each.value, own))
            share = type_of(ctx.vocabulary, own) is Basic.FRACTION
            whole = ir.Literal(Fraction(1), Basic.FRACTION)
            if share:
                return ir.Product((each.value, ir.Difference(whole, own)))
            return ir.Difference(each.value, own)

        return _with_values(ctx, rule, passage, case, change, times)

    return [of_rule(rule) for rule in rules]


def _in_place_of(old: ir.Expr, new: ir.Expr, expr: ir.Expr) -> ir.Expr:
    """Return an amount in which the decision that is changed stands for its value before."""
    if expr == old:
        return new
    return rebuilt(expr, lambda part: _in_place_of(old, new, part))
