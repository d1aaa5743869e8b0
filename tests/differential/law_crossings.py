"""Random laws made more tangled: what is given, and when, speaks of other decisions.

`laws` builds a law in an order of evaluation, decisions whole before what speaks of them. Here
anything may speak of anything, as long as nothing rests on itself: a rule may give a multiple
of what it displaces, or of what it gives as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.differential.law_values import NUMERIC, value_of

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.ir.verify import verify


def crossed(law: ir.Law, rng: Random) -> ir.Law:
    """Return `law` with some rules and concepts changed that a sound law may have so."""
    for _ in range(rng.choice((6, 14, 30))):
        made = _changed(law, rng)
        if made is not None and not verify(made):
            law = made
    return law


def _changed(law: ir.Law, rng: Random) -> ir.Law | None:
    rule = rng.choice(law.rules)
    spoken = _spoken(law, rng, rule.kind)
    match rng.choice(("give", "give", "when", "ask", "ask", "displace", "displace", "define")):
        case "give":
            gives = _giving(law, rng, spoken)
            changed = replace(rule, gives=(*rule.gives, gives))
        case "when" if rule.gives:
            *others, last = rule.gives
            changed = replace(rule, gives=(*others, replace(last, when=spoken)))
        case "ask" if spoken is not None:
            join = rng.choice((ir.All, ir.Any))
            changed = replace(rule, condition=join((rule.condition, spoken)))
        case "define" if law.definitions:
            return _defined(law, rng)
        case _:
            displaces = (*rule.displaces, rng.choice(law.rules).eid)
            changed = replace(rule, displaces=tuple(dict.fromkeys(displaces)))
    return replace(law, rules=tuple(changed if one is rule else one for one in law.rules))


def _defined(law: ir.Law, rng: Random) -> ir.Law | None:
    concept = rng.choice(law.definitions)
    spoken = _spoken(law, rng, concept.kind)
    if spoken is None:
        return None
    changed = replace(concept, condition=ir.Any((concept.condition, spoken)))
    made = tuple(changed if one is concept else one for one in law.definitions)
    return replace(law, definitions=made)


def _giving(law: ir.Law, rng: Random, when: ir.Expr | None) -> ir.Gives:
    """Return a value for some decision; often that of another, or one more."""
    decision = rng.choice(law.decisions)
    said = ir.Literal(value_of(rng, decision.type), decision.type)
    others = [one for one in law.decisions if one.type == decision.type and one != decision]
    value: ir.Expr = said
    if others and rng.random() < 0.7:
        value = ir.Decided(rng.choice(others).key)
        if decision.type in NUMERIC and rng.random() < 0.5:
            value = ir.Total((value, said))
    return ir.Gives(decision.key, value, when if rng.random() < 0.4 else None)


def _spoken(law: ir.Law, rng: Random, kind: str) -> ir.Expr | None:
    """Return a condition on what is decided or applies, where a thing of `kind` is in scope."""
    options = list(_options(law, rng, _line(law, kind)))
    if not options:
        return None
    found = rng.choice(options)
    return ir.Not(found) if rng.random() < 0.3 else found


def _options(law: ir.Law, rng: Random, line: tuple[str, ...]) -> Iterator[ir.Expr]:
    for one in law.decisions:
        if one.kind not in line:
            continue
        decided = ir.Decided(one.key)
        if isinstance(one.type, Choice):
            yield ir.OneOf(decided, (rng.choice(one.type.values),))
        elif one.type == Basic.TRUTH:
            yield decided
        elif one.type in NUMERIC:
            said = ir.Literal(value_of(rng, one.type), one.type)
            yield ir.Compare(rng.choice(tuple(ir.Comparison)), decided, said)
    rule = rng.choice(law.rules)
    if rule.kind in line:
        yield ir.Applies((rule.eid,))


def _line(law: ir.Law, kind: str) -> tuple[str, ...]:
    parent = next(one.parent for one in law.kinds if one.key == kind)
    return (kind,) if parent is None else (kind, *_line(law, parent))
