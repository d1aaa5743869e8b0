"""Edits that an amendment may make to the text of a random law."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.ir.walk import inside, of_rule, rebuilt
from lawc.testing.mutants import mutants


def _slip(rng: Random, law: ir.Law) -> ir.Law | None:
    found = list(mutants(law))
    return rng.choice(found).law if found else None


def _rule_deleted(rng: Random, law: ir.Law) -> ir.Law | None:
    if len(law.rules) < 2:
        return None
    gone = rng.choice(law.rules)
    return replace(law, rules=tuple(one for one in law.rules if one is not gone))


def _rule_inserted(rng: Random, law: ir.Law) -> ir.Law | None:
    """Insert a rule like another at an element that has none, with a condition of a third."""
    taken = {one.eid for one in law.rules}
    free = [one.eid for one in law.elements if "point" in one.eid and one.eid not in taken]
    like = [one for one in law.rules if one.gives]
    if not like or not free:
        return None
    one = rng.choice(like)
    when = _plain_condition(rng, law, one.kind)
    if when is None:
        return None
    rule = replace(one, eid=rng.choice(free), condition=when, displaces=(), listed_in=None)
    return replace(law, rules=(*law.rules, rule))


def _moved(rng: Random, law: ir.Law) -> ir.Law | None:
    """Move a paragraph with a rule to the end of another article."""
    rule = rng.choice(law.rules)
    element = next((one for one in law.elements if one.eid == rule.eid), None)
    articles = [one.eid for one in law.elements if one.parent is None]
    if element is None or element.parent is None or len(articles) < 2:
        return None
    target = rng.choice([one for one in articles if one != element.parent])
    number = sum(1 for one in law.elements if one.parent == target) + 1
    made = renamed(law, element.eid, f"{target}__para_{number}", target)
    return replace(made, elements=tuple(_in_order(made.elements, None)))


def _renumbered(rng: Random, law: ir.Law) -> ir.Law | None:
    """Exchange the numbers of two articles, also in references."""
    articles = [one.eid for one in law.elements if one.parent is None]
    if len(articles) < 2:
        return None
    one, other = rng.sample(articles, 2)
    law = renamed(law, one, "art_99", None)
    law = renamed(law, other, one, None)
    law = renamed(law, "art_99", other, None)
    return replace(law, elements=tuple(_in_order(law.elements, None)))


def _in_order(elements: tuple[ir.Element, ...], parent: str | None) -> Iterator[ir.Element]:
    """Yield what stands inside `parent`, each with all inside it."""
    for one in elements:
        if one.parent == parent:
            yield one
            yield from _in_order(elements, one.eid)


def renamed(law: ir.Law, was: str, now: str, parent: str | None) -> ir.Law:
    """Return a law in which an element with all inside it stands elsewhere."""

    def name(eid: str) -> str:
        return now + eid.removeprefix(was) if eid == was or _under(eid, was) else eid

    def expr(part: Any) -> Any:
        match part:
            case None:
                return None
            case ir.Stated(text, one, eid):
                return ir.Stated(text, expr(one), None if eid is None else name(eid))
            case ir.Applies(eids):
                return ir.Applies(tuple(map(name, eids)))
            case _:
                return rebuilt(part, expr)

    def element(one: ir.Element) -> ir.Element:
        above = parent if one.eid == was else one.parent and name(one.parent)
        return replace(one, eid=name(one.eid), citation=name(one.eid), parent=above)

    return replace(
        law,
        elements=tuple(map(element, law.elements)),
        rules=tuple(
            replace(
                one,
                eid=name(one.eid),
                condition=expr(one.condition),
                gives=tuple(
                    ir.Gives(g.decision, expr(g.value), expr(g.when)) for g in one.gives
                ),
                displaces=tuple(map(name, one.displaces)),
                listed_in=None if one.listed_in is None else name(one.listed_in),
            )
            for one in law.rules
        ),
        definitions=tuple(
            replace(one, eid=name(one.eid), condition=expr(one.condition))
            for one in law.definitions
        ),
        quantities=tuple(
            replace(one, eid=name(one.eid), value=expr(one.value)) for one in law.quantities
        ),
    )


def _under(eid: str, above: str) -> bool:
    return eid.startswith(f"{above}__")


def _displacement(rng: Random, law: ir.Law) -> ir.Law | None:
    """Let a rule displace another one without a circle, or displace nothing any more."""
    rules = list(law.rules)
    place = rng.randrange(len(rules))
    rule = rules[place]
    others = [
        one.eid
        for one in rules
        if one is not rule and not one.displaces and one.gives and one.kind == rule.kind
    ]
    reads = [p for one in law.rules for said in of_rule(one) for p in inside(said)]
    if rule.displaces:
        rules[place] = replace(rule, displaces=())
    elif others and not any(isinstance(one, ir.Applies | ir.Decided) for one in reads):
        rules[place] = replace(rule, displaces=(rng.choice(others),))
    else:
        return None
    return replace(law, rules=tuple(rules))


def _meaning(rng: Random, law: ir.Law) -> ir.Law | None:
    """Give a concept another meaning: wider, narrower or new."""
    if not law.definitions:
        return None
    place = rng.randrange(len(law.definitions))
    one = law.definitions[place]
    other = _plain_condition(rng, law, one.kind)
    if other is None:
        return None
    made = rng.choice((other, ir.All((one.condition, other)), ir.Any((one.condition, other))))
    found = list(law.definitions)
    found[place] = replace(one, condition=made)
    return replace(law, definitions=tuple(found))


def _of_members(rng: Random, law: ir.Law) -> ir.Law | None:
    """Join a condition on the members of a list to that of a rule, by "and" or by "or"."""
    places = [n for n, one in enumerate(law.rules) if one.gives]
    if not places:
        return None
    place = rng.choice(places)
    rule = law.rules[place]
    asked = _about_members(rng, law, rule.kind)
    if asked is None:
        return None
    made = rng.choice((ir.All, ir.Any))((rule.condition, asked))
    rules = list(law.rules)
    rules[place] = replace(rule, condition=made)
    return replace(law, rules=tuple(rules))


def _about_members(rng: Random, law: ir.Law, kind: str, depth: int = 0) -> ir.Expr | None:
    lists = [one.key for one in law.kinds if one.parent == kind]
    if not lists:
        return None
    member = rng.choice(lists)
    inner = _about_members(rng, law, member, depth + 1) if rng.random() < 0.4 else None
    part = inner or _plain_condition(rng, law, member)
    concepts = [one.key for one in law.definitions if one.kind == member]
    if concepts and rng.random() < 0.5 and _no_way_back(law, kind):
        part = ir.Concept(rng.choice(concepts))
    if part is None:
        return None
    match rng.randrange(4):
        case 0:
            return ir.Some(rng.choice((1, 1, 2, 3)), member, part)
        case 1:
            return ir.Every(member, part)
        case 2:
            op = rng.choice((ir.Comparison.GE, ir.Comparison.LE, ir.Comparison.EQ))
            two = ir.Literal(rng.choice((0, 1, 2)), Basic.COUNT)
            return ir.Compare(op, ir.CountOf(member, part), two)
        case _:
            return ir.Not(ir.Some(1, member, part))


def _no_way_back(law: ir.Law, kind: str) -> bool:
    """Return whether no concept reads a decision or a rule that applies."""
    reads = [part for one in law.definitions for part in inside(one.condition)]
    return not any(isinstance(one, ir.Applies | ir.Decided) for one in reads) and bool(kind)


def _day(rng: Random, law: ir.Law) -> ir.Law | None:
    place = rng.randrange(len(law.parameters))
    one = law.parameters[place]
    day: date | None
    if one.value is None:
        if one.key == "law_day":
            return None
        day = date(2024, 2, 29)
    else:
        day = rng.choice((None, one.value + timedelta(days=rng.choice((-1, 1, 365)))))
    found = list(law.parameters)
    found[place] = replace(one, value=day)
    return replace(law, parameters=tuple(found))


EDITS: tuple[Callable[[Random, ir.Law], ir.Law | None], ...] = (
    *(_slip,) * 4,
    _rule_deleted,
    _rule_inserted,
    *(_moved,) * 2,
    _renumbered,
    *(_displacement,) * 2,
    *(_meaning,) * 3,
    *(_of_members,) * 4,
    _day,
)


def _plain_condition(rng: Random, law: ir.Law, kind: str) -> ir.Expr | None:
    """Return a condition on the facts of a thing of `kind`."""
    facts = [one for one in law.facts if one.kind == kind]
    found: list[ir.Expr] = []
    for one in facts:
        match one.type:
            case Basic.TRUTH:
                found.append(ir.Fact(kind, one.key))
            case Choice(_, values):
                found.append(ir.OneOf(ir.Fact(kind, one.key), (rng.choice(values),)))
            case Basic.COUNT:
                two = ir.Literal(rng.choice((1, 2, 5)), Basic.COUNT)
                found.append(ir.Compare(ir.Comparison.GE, ir.Fact(kind, one.key), two))
            case _:
                pass
    if not found:
        return None
    part = rng.choice(found)
    if rng.random() < 0.3:
        part = rng.choice((ir.All, ir.Any))((part, rng.choice(found)))
    return ir.Not(part) if rng.random() < 0.3 else part
