"""Random edits of random laws, and the persons who show whether a comparison is right.

Everything follows from one seed. An edit is what an amendment may do to a law, or to the
vocabulary that it is written in: rules moved, deleted, inserted; displacement; meanings; days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.differential import law_cases, laws
from tests.differential.law_values import NUMERIC, value_of

from lawc.answers import answer
from lawc.cases import Thing
from lawc.compare.outcomes import Amount, Turn
from lawc.compare.persons import days_of, readable
from lawc.compare.report import Compared
from lawc.interpret import applies
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.ir.walk import every_part, inside, of_rule, rebuilt
from lawc.read_case import read_case
from lawc.testing.mutants import mutants
from lawc.truth import UNKNOWN, Result
from lawc.world import World, fails, stated


def law_and_edit(seed: int) -> tuple[ir.Law, ir.Law, tuple[str, ...], Random]:
    """Return a law, what one to three edits make of it, their names, and what goes on."""
    rng = Random(seed)  # noqa: S311 - tests are to be replayed, not to be secret
    old = _told_apart(laws.law(rng))
    new, names = old, []
    for _ in range(rng.choice((1, 1, 2, 3))):
        edit = rng.choice(EDITS)
        changed = edit(rng, new)
        if changed is not None and not _turns_back(changed):
            new = changed
            names.append(edit.__name__.strip("_"))
    return old, new, tuple(names), rng


def _turns_back(law: ir.Law) -> bool:
    """Tell whether a law rests on itself, as no law does that compiles."""
    root = read_case(law, _one_of_each(law, law.kinds[0].key))
    assert isinstance(root, Thing)
    try:
        for thing in things(root):
            for rule in law.rules:
                applies(World(law, {}), rule, thing)
            for one in law.decisions:
                answer(World(law, {}), one, thing)
    except RecursionError:
        return True
    return False


def _one_of_each(law: ir.Law, kind: str) -> dict[str, Any]:
    below = (one for one in law.kinds if one.parent == kind)
    return {str(one.field): [_one_of_each(law, one.key)] for one in below}


def _told_apart(law: ir.Law) -> ir.Law:
    """Return a law whose elements say what no other says, as those of real laws do."""
    return replace(
        law, elements=tuple(replace(one, text=f"Text of {one.eid}") for one in law.elements)
    )


# --- edits of the text ------------------------------------------------------------------


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
    rule = replace(one, eid=rng.choice(free), condition=when, displaces=())
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
    """Give two articles each the number of the other, references following."""
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
    """Let a rule displace another that follows no such way back, or none any more."""
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
    """Let a concept mean something else, widened or narrowed or all new."""
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
    """Ask in a rule also, or only, something of the members of a list."""
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
    """Tell whether no concept reads what rules make of things of `kind`, or the like."""
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


# --- edits of the vocabulary ------------------------------------------------------------


def _fact_added(rng: Random, law: ir.Law) -> ir.Law:
    kind = rng.choice(law.kinds).key
    new = ir.FactDeclaration(kind, f"{kind}_added", Basic.TRUTH, "Added?")
    place = rng.randrange(len(law.rules))
    rule = law.rules[place]
    facts = tuple(dict.fromkeys((*law.facts, new)))
    rules = list(law.rules)
    if rule.kind == kind:
        part = ir.Fact(kind, new.key)
        made = rng.choice((ir.All, ir.Any))((rule.condition, part))
        rules[place] = replace(rule, condition=made)
    return replace(law, facts=facts, rules=tuple(rules))


def _fact_removed(rng: Random, law: ir.Law) -> ir.Law | None:
    read = {(one.kind, one.key) for one in every_part(law) if isinstance(one, ir.Fact)}
    read |= {(one.kind, part.key) for one in law.clauses for part in one.literals}
    read |= {(one.kind, one.key) for each in law.decisions for one in each.cases}
    free = [one for one in law.facts if (one.kind, one.key) not in read]
    if not free:
        return None
    gone = rng.choice(free)
    return replace(law, facts=tuple(one for one in law.facts if one is not gone))


def _values(rng: Random, law: ir.Law) -> ir.Law:
    """Give every choice of a name one value more, or one less that the law does not name."""
    types = [one.type for one in law.facts if isinstance(one.type, Choice)]
    if not types:
        return law
    was = rng.choice(types)
    now = Choice(was.key, (*was.values, "violet"))
    return _retyped(law, was, now)


def _values_fewer(rng: Random, law: ir.Law) -> ir.Law | None:
    named = {
        value
        for one in every_part(law)
        for value in (*getattr(one, "values", ()), getattr(one, "value", None))
        if isinstance(value, str)
    }
    named |= {v for one in law.clauses for part in one.literals for v in part.values}  # type: ignore[misc]
    named |= {one.otherwise for one in law.decisions if isinstance(one.otherwise, str)}
    types = [
        one.type
        for one in law.facts
        if isinstance(one.type, Choice) and len(set(one.type.values) - named) > 0
    ]
    if not types:
        return None
    was = rng.choice(types)
    gone = rng.choice(sorted(set(was.values) - named))
    now = Choice(was.key, tuple(one for one in was.values if one != gone))
    return _retyped(law, was, now) if now.values else None


def _retyped(law: ir.Law, was: Choice, now: Choice) -> ir.Law:
    def typed(one: Any) -> Any:
        return replace(one, type=now) if one.type == was else one

    return replace(
        law,
        facts=tuple(map(typed, law.facts)),
        quantities=tuple(map(typed, law.quantities)),
        decisions=tuple(map(typed, law.decisions)),
    )


def _assumption(rng: Random, law: ir.Law) -> ir.Law | None:
    if not law.clauses:
        return None
    gone = rng.choice(law.clauses)
    return replace(law, clauses=tuple(one for one in law.clauses if one is not gone))


def _otherwise(rng: Random, law: ir.Law) -> ir.Law:
    place = rng.randrange(len(law.decisions))
    one = law.decisions[place]
    value = rng.choice((None, value_of(rng, one.type)))
    found = list(law.decisions)
    found[place] = replace(one, otherwise=value)
    return replace(law, decisions=tuple(found))


def _combine(rng: Random, law: ir.Law) -> ir.Law | None:
    places = [n for n, one in enumerate(law.decisions) if one.type in NUMERIC]
    if not places:
        return None
    place = rng.choice(places)
    found = list(law.decisions)
    found[place] = replace(found[place], combine=rng.choice(tuple(ir.Combine)))
    return replace(law, decisions=tuple(found))


def _decisions_reordered(rng: Random, law: ir.Law) -> ir.Law:
    return replace(law, decisions=tuple(rng.sample(law.decisions, len(law.decisions))))


def _month_end(rng: Random, law: ir.Law) -> ir.Law:
    return replace(law, month_end_up=not law.month_end_up and rng.random() < 1)


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
    _fact_added,
    _fact_removed,
    _values,
    _values_fewer,
    _assumption,
    _otherwise,
    _combine,
    _decisions_reordered,
    _month_end,
)


# --- parts of laws ----------------------------------------------------------------------


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


# --- persons ----------------------------------------------------------------------------


def things(thing: Thing) -> Iterator[Thing]:
    """Yield a thing and all below it."""
    yield thing
    for group in thing.members.values():
        for one in group:
            yield from things(one)


Found = tuple[str, Result, Result]
"""A decision, what the old law decides, what the new one does."""


def differences(
    old: ir.Law, new: ir.Law, rng: Random, persons: int
) -> dict[Found, tuple[dict[str, Any], dict[str, date]]]:
    """Return on what both laws, each certain, differ for random persons, with one of them."""
    found: dict[Found, tuple[dict[str, Any], dict[str, date]]] = {}
    said = {one.key for law in (old, new) for one in law.parameters if one.value is not None}
    order = list(dict.fromkeys(one.key for law in (new, old) for one in law.decisions))
    for _ in range(persons):
        drawn = law_cases.case(old, rng, missing=rng.choice((0, 0, 0, 0.2)))
        case = _facts_only(old, old.kinds[0].key, drawn)
        case = readable(new, new.kinds[0].key, readable(old, old.kinds[0].key, case))
        days = {
            key: day
            for key, day in law_cases.days(old, rng, missing=0.1).items()
            if key not in said
        }
        sides = []
        for law in (old, new):
            thing = read_case(law, case)
            if isinstance(thing, Thing) and _lawful(law, thing):
                sides.append((World(law, days_of(law, days)), thing))
        if len(sides) == 2:
            for one in _differing(sides, order):
                found.setdefault(one, (case, days))
    return found


def _facts_only(law: ir.Law, kind: str, case: dict[str, Any]) -> dict[str, Any]:
    keys = {one.key for one in law.facts if one.kind == kind}
    fields = {str(one.field): one.key for one in law.kinds if one.parent == kind}
    return {
        key: [_facts_only(law, fields[key], one) for one in value] if key in fields else value
        for key, value in case.items()
        if (key in fields or key in keys) and value is not None
    }


def _lawful(law: ir.Law, thing: Thing) -> bool:
    world = World(law, {})
    return not any(
        all(fails(stated(world, one, part.key), part) for part in clause.literals)
        for one in things(thing)
        for clause in law.clauses
        if clause.kind == one.kind
    )


def _differing(sides: list[tuple[World, Thing]], order: list[str]) -> Iterator[Found]:
    """Yield of each thing the first decision on which the laws differ."""
    (first, root), (second, other) = sides
    for one, same in zip(things(root), things(other), strict=True):
        for key in order:
            results = [
                next(
                    (
                        answer(world, each, thing).value
                        for each in world.law.decisions
                        if each.key == key and each.kind == one.kind
                    ),
                    None,
                )
                for world, thing in ((first, one), (second, same))
            ]
            if None in results:
                continue
            if UNKNOWN in results:
                break  # later decisions are compared where the earlier ones are the same
            if results[0] != results[1]:
                yield key, results[0], results[1]  # type: ignore[misc]
                break


def is_listed(one: Found, made: Compared) -> bool:
    """Tell whether a comparison has a turn, shown or told as open, or says that it gave up."""
    turns: list[Turn] = [*(each.turn for each in made.touched), *made.open]
    key, old, new = one
    return made.gave_up or any(
        turn.decision.key == key
        and (isinstance(turn.old, Amount) or turn.old == old)
        and (isinstance(turn.new, Amount) or turn.new == new)
        for turn in turns
    )
