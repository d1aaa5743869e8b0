"""Provisions: the rules, definitions and quantities of a sentence.

Before: a `Passage` with its sentence trees. After: rules, definitions and quantities of the
checked form. A list under "any of the following" becomes a rule for each item, so that an
answer can cite the item; other lists stay one rule with a combined condition.
"""

from __future__ import annotations

from dataclasses import replace

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Type
from lawc.lower.cases import AMOUNTS, is_decided, measuring_rules, noun_of
from lawc.lower.citations import elements
from lawc.lower.conditions import (
    class_condition,
    condition,
    item,
    items_of_class,
    joined,
    tail,
)
from lawc.lower.context import Context, Place
from lawc.lower.deeming import DEEMING, deem
from lawc.lower.eids import eid_of
from lawc.lower.exceptions import check_excepted
from lawc.lower.extents import rules_of_extent
from lawc.lower.first_words import force_of, notwithstanding
from lawc.lower.lowered import Lowered
from lawc.lower.meanings import Scope, meaning
from lawc.lower.members import members
from lawc.lower.named_days import define_day, said_again
from lawc.lower.senses import check_subject, slot_value
from lawc.lower.values import whole
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree, Written
from lawc.vocabulary.model import Effect, Giving, number_of_type


def lower_effects(ctx: Context, into: Lowered, passage: Passage, sentence: Tree) -> None:
    """Lower a sentence that decides, defines or measures; displacing sentences come later."""
    force_node, yields, body = sentence.children
    force = force_of(ctx, force_node)
    _without_effect(ctx, passage, sentence)
    check_excepted(ctx, passage, body)
    rules: list[ir.Rule] = []
    match body:
        case Tree("grants", (cls, Phrase() as effect, *rest)):
            rules = _granting_rules(ctx, passage, body, effect, cls, rest)
        case Tree("grants_following" | "grants_in_items" | "grants_each"):
            rules = _listed_rules(ctx, passage, body)
        case Tree("imposes", (Phrase() as effect, cls, *rest)):
            rules = _granting_rules(ctx, passage, body, effect, cls, rest)
        case Tree("means" | "means_following" | "deems" | "excepts" as name):
            lower = deem if name in DEEMING else define
            lower(ctx, into, passage, body, force)
        case Tree("terms_following"):
            for element in passage.list_items:
                for sentence_ in element.sentences:
                    define(ctx, into, element, sentence_, force)
        case Tree("means_day", (*_, Phrase() as name, meant)):
            define_day(ctx, into, passage, name, meant)
        case Tree(name) if name in (*AMOUNTS, "sets_day", "extent_by_case"):
            rules = _measuring(ctx, into, passage, body, force)
        case Tree("combines", (Phrase() as results, _, pick)):
            key = results.key.partition(".")[2]
            if key in into.combines:
                said_again(ctx, passage, body, "how several of them combine")
            into.combines[key] = ir.Combine(pick.name), eid_of(passage)
        case Tree("shares_terms", (citation,)):
            into.shared.append((passage.where, citation))
        case _:
            into.changes += [(passage, body)] * (body.name in CHANGING)
            assert body.name in (*_ELSEWHERE, *CHANGING), (
                body
            )  # no sentence is dropped in silence
            return
    _except(ctx, into, passage, yields, rules)
    displaces = notwithstanding(ctx, passage, yields)
    usual = force == ir.ALWAYS and not displaces
    into.add(
        rules if usual else [replace(rule, force=force, displaces=displaces) for rule in rules]
    )


def _measuring(
    ctx: Context, into: Lowered, passage: Passage, body: Tree, force: ir.Force
) -> list[ir.Rule]:
    """Return the rules of a sentence that gives an amount."""
    if body.name == "extent_by_case":
        return rules_of_extent(ctx, into, passage, body)
    return measuring_rules(ctx, into, passage, body, force)


def _except(
    ctx: Context, into: Lowered, passage: Passage, yields: Tree | None, rules: list[ir.Rule]
) -> None:
    """Note what rules stand only except as other provisions provide."""
    if yields is not None and yields.name == "excepted":
        aims = elements(ctx, yields.children[0], passage)
        into.excepted.append((tuple(rules), tuple(map(eid_of, aims))))


# Sentences that are lowered after those that decide, or read before them.
_ELSEWHERE = (
    "excludes",
    "act_excludes",
    "applies_only",
    "denies",
    "limits",
    "forbids",
    "applies_separately",
    "enters_into_force",
    "scope_lead",
)
CHANGING = ("caps", "reduces", "substitutes", "excludes_time")  # see `lawc.lower.changing`
_DECIDING = (
    "grants",
    "grants_following",
    "imposes",
    "excludes",
    "act_excludes",
    "applies_only",
    "denies",
    "limits",
)
_TIMED = (*_DECIDING, *DEEMING, "means", "means_following", "terms_following")


def _without_effect(ctx: Context, passage: Passage, sentence: Tree) -> None:
    """Report first words that have no effect on a sentence of its kind."""
    force, yields, body = sentence.children
    amount = body.name.startswith("amounts") or body.name == "sets_day"
    idle = [force] if force is not None and not amount and body.name not in _TIMED else []
    if yields is not None and yields.name == "notwithstanding":
        decides = amount and is_decided(ctx, noun_of(body))
        idle += [] if decides or body.name in _DECIDING else [yields]
    for node in idle:
        ctx.problem(
            Code.DECIDES_NOTHING,
            f"`{ctx.act.text(node.span)}` has no effect before a sentence of this kind",
            node.span,
            passage.where,
            help_="delete it, or put it before the provision that it is meant for",
        )


# --- effects ----------------------------------------------------------------------------


def _granting_rules(
    ctx: Context,
    passage: Passage,
    body: Tree,
    effect: Phrase,
    cls: Tree | None,
    rest: list[Tree | None],
) -> list[ir.Rule]:
    declared = ctx.vocabulary.effects[effect.key]
    place = Place(ctx, declared.kind, passage)
    required = [] if cls is None else [class_condition(place, cls)]
    if cls is not None and body.name == "grants":
        check_subject(place, effect, cls.children[0])
    gives = given(place, declared, effect)
    rule = ir.Rule("", declared.kind, ir.All(()), gives, (), "", span=passage.place)
    return by_grounds(place, rule, required, rest, ctx.act.text(body.span))


def _rules_for_each(ctx: Context, passage: Passage, body: Tree) -> list[ir.Rule]:
    """Return a rule for each item, which gives once for itself."""
    _, effect, *items = body.children
    declared = ctx.vocabulary.effects[effect.key]
    gives = given(Place(ctx, declared.kind, passage), declared, effect)
    rules = []
    for node in items:
        element = ctx.item(node.children[0].span)
        part = joined(tail(Place(ctx, declared.kind, element), node.children[2:]))
        whole = ir.Stated(element.text, part, eid_of(element), element.span)
        rule = ir.Rule(eid_of(element), declared.kind, whole, gives, (), element.text)
        rules.append(replace(rule, span=element.span))
    return rules


def _rules_of_items(ctx: Context, passage: Passage, body: Tree) -> list[ir.Rule]:
    """Return a rule for each of several items of whom something is granted, or one for all."""
    named, items, *rest = body.children
    effect = next(child for child in rest if isinstance(child, Phrase))
    declared = ctx.vocabulary.effects[effect.key]
    place = Place(ctx, declared.kind, passage)
    check_subject(place, effect, named)
    required = [class_condition(place, Tree("class", (named,), named.span))]
    further = tail(place, [child for child in rest if isinstance(child, Tree)])
    gives = given(place, declared, effect)
    rule = ir.Rule("", declared.kind, ir.All(()), gives, (), "", span=passage.place)
    each = items_of_class(place, named, items)
    if items.name == "all_of_items":
        whole = joined([*required, ir.All(tuple(each)), *further])
        text = ctx.act.text(body.span)
        return [replace(rule, eid=eid_of(passage), condition=whole, text=text)]
    return [
        replace(
            rule,
            eid=item.eid or "",
            condition=joined([*required, item, *further]),
            text=item.text,
            span=item.span,
            listed_in=eid_of(passage),
        )
        for item in each
    ]


def _listed_rules(ctx: Context, passage: Passage, body: Tree) -> list[ir.Rule]:
    if body.name == "grants_in_items":
        return _rules_of_items(ctx, passage, body)
    if body.name == "grants_each":
        return _rules_for_each(ctx, passage, body)
    effect = next(child for child in body.children[1:] if isinstance(child, Phrase))
    declared = ctx.vocabulary.effects[effect.key]
    rules: list[ir.Rule] = []
    for element in passage.list_items:
        place = Place(ctx, declared.kind, element)
        gives = given(place, declared, effect)
        rule = ir.Rule("", declared.kind, ir.All(()), gives, (), "", span=element.span)
        said = [_following(place, body)] if body.find("following_who") else []
        whole = joined([*said, class_item(place)])
        rules.append(_ground(rule, whole, passage, element))
    return rules


def _following(place: Place, body: Tree) -> ir.Expr:
    """Return what is said of all of `the following persons who are old`."""
    noun, who = body.children[0], body.children[1]
    kind = replace(noun, terminal="CLASS", key=f"kind:{noun.key}")
    return class_condition(place, Tree("class", (kind, *who.children), who.span))


def class_item(place: Place) -> ir.Expr:
    """Return the condition that an item describing a class states."""
    parts: list[ir.Expr] = []
    for sentence in place.passage.sentences:
        assert sentence.name == "item", sentence  # as the lead-in requires
        for child in sentence.children:
            match child:
                case Tree("class" | "one_of_classes"):
                    parts.append(class_condition(place, child))
                case Tree("list_of"):
                    parts.append(condition(place, child))
        parts += tail(place, sentence.children)
    return joined(parts)


def by_grounds(
    place: Place, rule: ir.Rule, required: list[ir.Expr], rest: list[Tree | None], text: str
) -> list[ir.Rule]:
    """Return a rule for each item of an "any of the following" list, else a single rule."""
    passage = place.passage
    opening = next((part.children[0] for part in rest if part and part.name == "if_part"), None)
    if len([part for part in rest if part]) == 1 and isinstance(opening, Tree):
        match opening:
            case Tree("list_of", (Tree("any"),)):
                return [
                    _ground(rule, joined([*required, item(place.at(point))]), passage, point)
                    for point in passage.list_items
                ]
            case Tree(
                "members_list",
                (Tree("at_least" | "one_or_more") as some, several, Tree("any")),
            ) if some.name == "one_or_more" or whole(some.children[0]) == 1:
                group = members(place, several)
                grounds = [
                    (group.some(1, item(group.inner.at(point))), point)
                    for point in passage.list_items
                ]
                return [
                    _ground(rule, joined([*required, ground]), passage, point)
                    for ground, point in grounds
                ]
    condition = joined([*required, *tail(place, rest)])
    return [replace(rule, eid=eid_of(passage), condition=condition, text=text)]


def _ground(rule: ir.Rule, whole: ir.Expr, list_: Passage, point: Passage) -> ir.Rule:
    return replace(
        rule,
        eid=eid_of(point),
        condition=whole,
        text=point.text,
        span=point.span,
        listed_in=eid_of(list_),
    )


def given(place: Place, declared: Effect, effect: Phrase) -> tuple[ir.Gives, ...]:
    """Return what an effect gives, as a sentence says it."""
    return tuple(_giving(place, declared, effect, giving) for giving in declared.gives)


def _giving(place: Place, declared: Effect, effect: Phrase, giving: Giving) -> ir.Gives:
    slots = {
        slot.name: slot_value(place, slot, effect.slots[slot.name]) for slot in declared.slots
    }
    decision = place.ctx.vocabulary.decisions[giving.decision].decision
    value = effect_value(giving.value, decision.type, slots)
    scope = Scope(
        place.ctx.vocabulary, declared.kind, slots, declared.origin, place.ctx.problems
    )
    when = None if giving.when is None else meaning(scope, giving.when)
    return ir.Gives(giving.decision, value, when)


def effect_value(node: object, type_: Type, slots: object) -> ir.Expr:
    """Return the value an effect gives: that of a slot, or a value of the vocabulary."""
    if isinstance(node, Tree):
        return ir.Literal(node.name == "yes", Basic.TRUTH)
    text = getattr(node, "text", "")
    assert isinstance(slots, dict)
    if text in slots:
        filling: ir.Expr = slots[text]
        return filling
    if isinstance(node, Written) and node.terminal == "NUMBER":
        return ir.Literal(number_of_type(text, type_), type_)
    return ir.Literal(text, type_)


# --- definitions and amounts ---------------------------------------------------------------


def define(ctx: Context, into: Lowered, passage: Passage, body: Tree, force: ir.Force) -> None:
    """Lower a definition: the meaning of a class of the vocabulary."""
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
    if body.name == "means":
        meant = next(
            child
            for child in body.children
            if isinstance(child, Tree) and child.name in ("class", "one_of_classes")
        )
        whole: ir.Expr = class_condition(place, meant)
    else:
        whole = ir.Any(
            tuple(
                ir.Stated(point.text, class_item(place.at(point)), eid_of(point), point.span)
                for point in passage.list_items
            )
        )
    into.definitions.append(
        ir.Definition(concept, kind, whole, eid_of(passage), force, passage.place)
    )
