"""An echo read back: the same law in another form, or cases that tell the two apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from tests.differential import law_cases

from lawc.echo.text import Echo, echo
from lawc.ir import nodes as ir
from lawc.ir.walk import rebuilt
from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.pipeline import Compiled, Library, compile_source, no_library
from lawc.source import Source


def read_back(
    compiled: Compiled,
    vocabularies: tuple[Source, ...],
    key: str,
    library: Library = no_library,
) -> tuple[Echo, Compiled]:
    """Return the echo of an act, and the act that it is with the same vocabulary."""
    assert compiled.law is not None
    said = echo(compiled.law, compiled.vocabulary, compiled.act.numbering)
    text = replace(compiled.act.source, text=said.text)
    return said, compile_source(text, key, vocabularies, library)


def same_form(first: ir.Law, second: ir.Law) -> bool:
    """Tell whether two laws have the same provisions, words and order of conditions apart."""
    return bool(_form(first) == _form(second))


def _form(law: ir.Law) -> Any:
    own = [each for each in law.definitions if "#" not in each.eid]
    return (
        sorted((d.eid, d.key, repr(_plain(d.condition)), repr(d.force)) for d in own),
        sorted((q.eid, q.key, repr(_plain(q.value)), repr(q.force)) for q in law.quantities),
        sorted(map(_rule, law.rules)),
        sorted((ban.eid, repr(_plain(ban.condition))) for ban in law.bans),
        [(each.key, each.combine) for each in law.decisions],
        [(each.key, each.value) for each in law.parameters],
        law.entry and law.entry.day,
    )


def _rule(rule: ir.Rule) -> tuple[str, ...]:
    gives = [(each.decision, _plain(each.value), each.when) for each in rule.gives]
    return (
        rule.eid,
        rule.kind,
        repr(_plain(rule.condition)),
        repr(gives),
        repr(sorted(rule.displaces)),
        repr((rule.force, rule.listed_in)),
    )


def _plain(expr: ir.Expr) -> ir.Expr:
    """Return an expression without the words of the law, what is joined in one order."""
    match expr:
        case ir.Stated(_, part):
            return _plain(part)
        case ir.All(parts) | ir.Any(parts):
            of = type(expr)
            plain = map(_plain, parts)
            flat = [
                inner
                for part in plain
                for inner in (part.parts if isinstance(part, of) else (part,))
            ]
            return flat[0] if len(flat) == 1 else of(tuple(sorted(set(flat), key=repr)))
        case _:
            return rebuilt(expr, _plain)


def differing_case(first: ir.Law, second: ir.Law, rng: Random, tries: int) -> str | None:
    """Return a case that two laws decide differently, None if none of several is one."""
    for _ in range(tries):
        case = law_cases.case(first, rng, missing=rng.choice((0.0, 0.0, 0.3)))
        days = law_cases.days(first, rng, missing=0)
        if dict(_decided(first, case, days)) != dict(_decided(second, case, days)):
            return json.dumps({"case": case, "days": days}, default=str)
    return None


def _decided(law: ir.Law, case: Any, days: Any) -> Iterator[tuple[tuple[str, str], object]]:
    root = read_case(law, case)
    assert isinstance(root, Thing), root
    world = World(law, days)
    waiting = [root]
    while waiting:
        thing = waiting.pop()
        for members in thing.members.values():
            waiting += members or ()
        for decision in law.decisions:
            if decision.kind == thing.kind:
                yield (thing.path, decision.key), answer(world, decision, thing).value
