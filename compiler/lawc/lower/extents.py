"""Amounts that count to some extent, which depends on the case: a rule for each item."""

from __future__ import annotations

from dataclasses import replace

from lawc.ir import nodes as ir
from lawc.lower.amounts import term
from lawc.lower.cases import is_decided
from lawc.lower.conditions import class_condition, condition, joined
from lawc.lower.context import Context, Place
from lawc.lower.eids import eid_of
from lawc.lower.lowered import Lowered
from lawc.lower.rounding import Measured
from lawc.lower.values import noun_value
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree


def rules_of_extent(ctx: Context, into: Lowered, passage: Passage, body: Tree) -> list[ir.Rule]:
    """Return a rule for each item that limits the extent to which an amount counts."""
    noun, *named = [child for child in body.children if isinstance(child, Phrase)]
    if not is_decided(ctx, noun):
        ctx.undefinable(noun, passage.where)
        return []
    place = Place(ctx, noun.key.partition(":")[2].partition(".")[0], passage)
    whole, _ = (of for of in named if of.terminal == "NOUN")
    classes = [of for of in named if of.terminal == "CLASS"]
    lead = [class_condition(place, Tree("class", (of,), of.span)) for of in classes]
    name = noun.key.rpartition(".")[2]
    type_ = ctx.vocabulary.decisions[name].decision.type
    rules = []
    for item in body.all("extent_case"):
        label, case, limit = item.children
        element = ctx.item(label.span)
        at = place.at(element)
        own = condition(at, case.children[0])
        words = ir.Stated(element.text, own, eid_of(element), element.span)
        value = ir.Smallest((noun_value(ctx, whole, place.kind), term(at, limit)))
        into.measured.append(Measured(at, type_, value, noun, item.span, decided=True))
        gives = (ir.Gives(name, value, None),)
        rule = ir.Rule(eid_of(element), place.kind, joined([*lead, words]), gives, (), "")
        rules.append(replace(rule, text=element.text, span=element.span))
    return rules
