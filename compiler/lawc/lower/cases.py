"""Amounts by case, each stated by an item: a rule for each."""

from __future__ import annotations

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.lower.amounts import term
from lawc.lower.conditions import condition, joined
from lawc.lower.context import Context, Place
from lawc.lower.eids import eid_of
from lawc.lower.lowered import Lowered
from lawc.lower.rounding import Measured
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree


def rules_by_case(ctx: Context, into: Lowered, passage: Passage, body: Tree) -> list[ir.Rule]:
    """Return a rule for each item of an amount by case; the last may be for all other cases."""
    noun = next(child for child in body.children if isinstance(child, Phrase))
    declared, _, key = noun.key.partition(":")
    kind, _, name = key.partition(".")
    if declared != "decision":
        ctx.problem(
            Code.WRONG_TYPE,
            f"`{ctx.act.text(noun.span)}` has one value in every case: it is no decision",
            noun.span,
            passage.where,
            help_="declare it as a decision in the vocabulary",
        )
        return []
    place, type_ = Place(ctx, kind, passage), ctx.vocabulary.decisions[name].decision.type
    lead = [condition(place, case.children[0]) for case in body.all("case_first")]
    conditions: list[ir.Expr] = []
    rules = []
    for item in body.all("amount_case"):
        label, value, when = item.children
        element = ctx.item(label.span)
        at = place.at(element)
        if when.name == "other_case":
            others = ir.Not(ir.Any(tuple(conditions)))
            own: ir.Expr = ir.Stated(ctx.act.text(when.span), others, None, when.span)
        else:
            own = condition(at, when.children[0])
            conditions.append(own)
        words = ir.Stated(element.text, own, eid_of(element), element.span)
        amount = term(at, value)
        said = Tree("amounts", (noun, value), item.span)
        into.measured.append(Measured(at, type_, amount, said, decided=True))
        gives = (ir.Gives(name, amount, None),)
        rules.append(
            ir.Rule(
                eid_of(element),
                kind,
                joined([*lead, words]),
                gives,
                (),
                element.text,
                span=element.span,
            )
        )
    return rules
