"""The reasoning trees of a law as Python: the skeleton, and the functions that fill it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

from lawc.backends.python.bounds import of_sides, qualified, test
from lawc.backends.python.days import parameters
from lawc.backends.python.deciding import made_function_name
from lawc.backends.python.expressions import bare, constant
from lawc.backends.python.layout import Before, Call, Code, laid_out, row
from lawc.backends.python.missing import needed_function
from lawc.backends.python.plan import Plan, Scope, scope_of
from lawc.backends.python.reach import rules_of
from lawc.backends.python.text import literal
from lawc.backends.python.workshop import POSSIBLE, SURE, Body, Workshop
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.runtime.asking import Asked, AskedRule, Read, Skeleton, Source, Version
from lawc.skeleton import Bones


def helper_blocks(shop: Workshop, made: Bones) -> list[str]:
    """Return the functions that leaves and gifts are asked with."""
    plan = shop.plan
    blocks = []
    for number, leaf in enumerate(made.leaves):
        kinds = _kinds(plan, plan.free(leaf))
        scope = Scope(tuple((kind, plan.variables[kind]) for kind in kinds))
        body = Body(shop, scope)
        sides = (test(body, leaf, POSSIBLE), test(body, leaf, SURE))
        head = _head(plan, f"_leaf_{number + 1}", scope, "Truth")
        blocks.append("\n".join([head, *body.prelude(4), *of_sides(*sides)]))
    for place, rule in enumerate(plan.law.rules):
        scope = scope_of(plan, rule.kind)
        code = row([_gift(shop, scope, rule.kind, one) for one in rule.gives])
        head = _head(plan, f"_gifts_{place + 1}", scope, "Any", "made: Any")
        blocks.append(f"{head}\n    return {laid_out(code, 4, 7, 0)}")
    return blocks


def _kinds(plan: Plan, free: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds in `free`, the deepest first."""
    return tuple(sorted(free, key=lambda kind: (-len(plan.line(kind)), kind)))


def _head(plan: Plan, name: str, scope: Scope, returns: str, *extra: str) -> str:
    things = [f"{variable}: {plan.classes[kind]}" for kind, variable in scope.things]
    made = laid_out(Call(name, (*things, "days: Days", *extra)), 0, 4, 5 + len(returns))
    return f"def {made} -> {returns}:"


def _gift(shop: Workshop, scope: Scope, kind: str, gives: ir.Gives) -> Code:
    plan = shop.plan
    body = Body(shop, scope)
    for number, one in enumerate(plan.decided(kind)):
        body.local["decision", one.key] = f"made[{3 * number}]"
    when: Code = "True"
    if gives.when is not None:
        when = qualified(body, bare(plan, gives.when, scope))
    value = qualified(body, bare(plan, gives.value, scope))
    fraction = repr(plan.decision(gives.decision).type is Basic.FRACTION)
    return row([literal(gives.decision), when, value, fraction])


# --- the tables ----------------------------------------------------------------------------


def table_blocks(shop: Workshop, made: Bones) -> list[str]:
    """Return the tables of the module of reasons, and `explain`."""
    plan = shop.plan
    skeleton = laid_out(_skeleton(made.skeleton), 0, 11, 0)
    leaves = [
        _about(f"_leaf_{n + 1}", _kinds(plan, plan.free(leaf)))
        for n, leaf in enumerate(made.leaves)
    ]
    rules = range(len(plan.law.rules))
    lines = [plan.line(plan.law.rules[place].kind) for place in rules]
    asked = [_about(f"rules.{plan.functions['rule', n]}", lines[n]) for n in rules]
    gifts = [_about(f"_gifts_{n + 1}", lines[n]) for n in rules]
    parts = (
        f"root={literal(plan.root)}",
        "skeleton=SKELETON",
        Before("leaves=", row(leaves)),
        Before("rules=", row(asked)),
        Before("gifts=", row(gifts)),
        Before("facts=", _mapping(_facts(plan))),
        Before("values=", _mapping(_values(plan))),
        Before("lists=", _mapping(_lists(plan))),
        Before("deciding=", _mapping(_deciding(shop))),
    )
    tables = laid_out(Call("Tables", parts, spread=True), 0, 9, 0)
    return [f"SKELETON = {skeleton}", f"TABLES = {tables}", *_functions(plan)]


def _about(function: str, kinds: Iterable[str]) -> Code:
    return Call("About", (function, row([literal(kind) for kind in kinds])))


def _mapping(pairs: list[tuple[Code, Code]]) -> Code:
    """Return a dictionary, written as a call that takes pairs."""
    if not pairs:
        return "{}"
    return Call("dict", (row([row(pair) for pair in pairs]),))


def _facts(plan: Plan) -> list[tuple[Code, Code]]:
    pairs: list[tuple[Code, Code]] = []
    for kind in plan.kinds:
        for key, type_ in plan.suppliable(kind).items():
            name = plan.fields[kind, key]
            assumed = "None"
            if (kind, key) in plan.assumable:
                assumed = f"facts.{name}_of_{plan.variables[kind]}"
            reader = Call("Reader", (literal(name), assumed, repr(type_ is Basic.FRACTION)))
            pairs.append((row([literal(kind), literal(key)]), reader))
    return pairs


def _values(plan: Plan) -> list[tuple[Code, Code]]:
    found: dict[tuple[str, str], tuple[str, bool]] = {}
    for one in plan.law.definitions:
        found.setdefault(("concept", one.key), (one.kind, False))
    for each in plan.law.quantities:
        found.setdefault(("quantity", each.key), (each.kind, each.type is Basic.FRACTION))
    for decision in plan.law.decisions:
        fraction = decision.type is Basic.FRACTION
        found.setdefault(("decision", decision.key), (decision.kind, fraction))
    pairs: list[tuple[Code, Code]] = []
    for (word, key), (kind, fraction) in found.items():
        about = _about(f"rules.{plan.functions[word, key]}", plan.line(kind))
        place = row([f"Source.{word.upper()}", literal(key)])
        pairs.append((place, row([about, repr(fraction)])))
    return pairs


def _lists(plan: Plan) -> list[tuple[Code, Code]]:
    pairs: list[tuple[Code, Code]] = []
    for kind in plan.law.kinds:
        if kind.parent is not None and kind.field is not None:
            attribute = literal(plan.fields[kind.parent, kind.field])
            listed = Call("Listed", (literal(kind.parent), attribute, literal(kind.field)))
            pairs.append((literal(kind.key), listed))
    return pairs


def _deciding(shop: Workshop) -> list[tuple[Code, Code]]:
    plan = shop.plan
    pairs: list[tuple[Code, Code]] = []
    for kind in plan.kinds:
        decided = plan.decided(kind)
        if not decided:
            continue
        asking = [
            Call(
                "Asking",
                (
                    literal(one.key),
                    repr(one.type is Basic.FRACTION),
                    needed_function(shop, one),
                ),
            )
            for one in decided
        ]
        tried = f"tried_{plan.variables[kind]}" if any(one.cases for one in decided) else "None"
        parts = (
            row(asking),
            made_function_name(plan, kind),
            tried,
            row([str(place) for place in rules_of(plan, kind)]),
        )
        pairs.append((literal(kind), Call("Deciding", parts)))
    return pairs


def _functions(plan: Plan) -> list[str]:
    root = plan.variables[plan.root]
    names = list(plan.parameters.values())
    arguments = (
        f"{root}: {plan.classes[plan.root]}",
        *(["*"] if names else []),
        *parameters(plan),
    )
    given = (root, *(f"{name}={name}" for name in names))
    days = Call("Days", tuple(names))
    blocks = []
    for name, returns, doc, last in (
        (
            "trace",
            "Trace",
            "Return the decision, with every ground to be had from it when asked for.",
            Call("Trace", ("TABLES", root, "days", Call("decide", given))),
        ),
        (
            "explain",
            "tuple[Explanation, ...]",
            "Return every ground of all that the law decides, as trees.",
            Call("explained", ("TABLES", root, "days")),
        ),
    ):
        head = laid_out(Call(name, arguments), 0, 4, 5 + len(returns))
        blocks.append(
            f'def {head} -> {returns}:\n    """{doc}"""\n'
            f"    days = {laid_out(days, 4, 7, 0)}\n    return {laid_out(last, 4, 7, 0)}"
        )
    return blocks


# --- the skeleton as a literal -------------------------------------------------------------


def _skeleton(skeleton: Skeleton) -> Code:
    kinds = row([row([literal(one), literal(parent)]) for one, parent in skeleton.kinds])
    grounds = [
        (literal(kind), row([_record(one) for one in rules]))
        for kind, rules in skeleton.grounds.items()
    ]
    definitions = [
        (literal(key), row([_record(one) for one in versions]))
        for key, versions in skeleton.definitions.items()
    ]
    parts = (kinds, _mapping([*grounds]), _mapping([*definitions]), literal(skeleton.law_day))
    return Call("Skeleton", parts)


def _record(one: Asked | AskedRule | Version | Read) -> Code:
    """Return the call that makes `one`, without what is as usual."""
    parts: list[Code] = []
    for field in fields(one):
        value = getattr(one, field.name)
        if value != field.default:
            parts.append(Before(f"{field.name}=", _value(value)))
    return Call(type(one).__name__, tuple(parts))


def _value(value: Any) -> Code:
    match value:
        case tuple():
            return row([_value(one) for one in value])
        case Asked() | AskedRule() | Version() | Read():
            return _record(value)
        case Source() | Enum():
            return f"{type(value).__name__}.{value.name}"
        case date() | str() | int() | None:
            return constant(value)
        case _:
            raise AssertionError(value)
