"""The checked form of a law to read: as indented text, and as values of JSON.

Text: a line for each declaration, and conditions as trees, a condition a line, with the words
of the law in quotes and the element that has them after `@`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.formula import formula, literal, typed
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.runtime.values import Period, Provision, ProvisionRange

_TREES = (ir.Stated, ir.All, ir.Any, ir.AtLeast, ir.Some, ir.Every)


def show(law: ir.Law) -> str:
    """Return the checked form of `law` as text."""
    return "\n".join(_law(law)) + "\n"


def as_values(node: object) -> Any:
    """Return any node as values of JSON: each with the name of its class under `node`."""
    match node:
        case None | bool() | int() | str():
            return node
        case Fraction() | Provision():
            return str(node)
        case date():
            return node.isoformat()
        case Enum():
            return node.value
        case Period():
            return node._asdict()
        case ProvisionRange():
            return {"first": str(node.first), "last": str(node.last)}
        case tuple():
            return [as_values(part) for part in node]
        case _:
            assert is_dataclass(node)
            named = {
                own.name: as_values(getattr(node, own.name)) for own in fields(node) if own.repr
            }
            return {"node": type(node).__name__} | named


def type_name(type_: Type) -> str:
    """Return a type as the text form names it."""
    match type_:
        case Basic():
            return type_.value
        case Money(currency):
            return f"money {currency}"
        case Choice(key, values):
            return f"{key} ({' | '.join(values)})"


def _law(law: ir.Law) -> Iterator[str]:
    yield f"law {law.act} {_quoted(law.title)}"
    yield f"  language {law.language}, package {law.package or '-'}"
    if law.law_day is not None:
        yield f"  versions by {law.law_day}"
    if law.month_end_up is not None:
        where = "the next month" if law.month_end_up else "the month"
        yield f"  a day that a month lacks is the {_end(law.month_end_up)} of {where}"
    for title, lines in (
        ("kinds", _kinds(law)),
        ("facts", _facts(law)),
        ("assumptions", _clauses(law)),
        ("plausible cases", _plausible(law)),
        ("days", _days(law)),
        ("elements", _elements(law)),
        ("definitions", _definitions(law)),
        ("quantities", _quantities(law)),
        ("decisions", _decisions(law)),
        ("rules", _rules(law)),
        ("bans", _bans(law)),
    ):
        shown = tuple(lines)
        if shown:
            yield from ("", title)
            yield from (f"  {line}" for line in shown)


def _end(up: bool) -> str:
    return "first day" if up else "last day"


def _kinds(law: ir.Law) -> Iterator[str]:
    for kind in law.kinds:
        of = "" if kind.parent is None else f" of {kind.parent} in {kind.field}"
        yield f"{kind.key}{of}"


def _facts(law: ir.Law) -> Iterator[str]:
    for fact in law.facts:
        can = f" {_becoming(fact.becoming)}" if fact.becoming else ""
        yield f"{fact.kind}.{fact.key}: {type_name(fact.type)}{can} {_quoted(fact.question)}"


def _becoming(becoming: ir.Becoming) -> str:
    if becoming.direction is not None:
        can = f"can be {becoming.direction.value}"
    else:
        can = f"can become {', '.join(map(literal, becoming.values))}"
    causes = (f"{value or '-'} {_quoted(text)}" for value, text in becoming.supposed)
    return can + "".join(f" if {cause}" for cause in causes)


def _clauses(law: ir.Law) -> Iterator[str]:
    for clause in law.clauses:
        parts = (f"{p.key} in ({', '.join(map(literal, p.values))})" for p in clause.literals)
        yield f"{clause.kind}: {' or '.join(parts)}"


def _plausible(law: ir.Law) -> Iterator[str]:
    for likelihood in law.plausible:
        yield f"{likelihood.kind}: {formula(likelihood.condition)}"


def _days(law: ir.Law) -> Iterator[str]:
    for parameter in law.parameters:
        value = "?" if parameter.value is None else parameter.value.isoformat()
        yield f"{parameter.key} = {value}{_at(parameter.eid)} {_quoted(parameter.question)}"


def _elements(law: ir.Law) -> Iterator[str]:
    depths: dict[str | None, int] = {None: -1}
    for element in law.elements:
        depths[element.eid] = depths.get(element.parent, -1) + 1
        source = f" [{_source(element.source)}]" if element.source else ""
        inert = " inert" if element.inert else ""
        texts = " ".join(_quoted(text) for text in (element.heading, element.text) if text)
        indent = "  " * depths[element.eid]
        yield f"{indent}{element.eid} ({element.citation}){source}{inert} {texts}".rstrip()


def _source(source: ir.SourceMark) -> str:
    return source.mark.value + (f": {source.remark}" if source.remark else "")


def _definitions(law: ir.Law) -> Iterator[str]:
    for definition in law.definitions:
        name = f"{definition.key} of {definition.kind}"
        yield f"{name}{_at(definition.eid)}{_force(definition.force)}"
        yield from _tree(definition.condition, 1)


def _quantities(law: ir.Law) -> Iterator[str]:
    for quantity in law.quantities:
        head = f"{quantity.key} of {quantity.kind}: {type_name(quantity.type)}"
        yield f"{head}{_at(quantity.eid)}{_force(quantity.force)} {_quoted(quantity.text)}"
        yield f"  = {formula(quantity.value)}"


def _decisions(law: ir.Law) -> Iterator[str]:
    for decision in law.decisions:
        usual = decision.otherwise
        otherwise = "" if usual is None else f", otherwise {typed(usual, decision.type)}"
        cases = ", ".join(map(formula, decision.cases))
        tried = f", tried by cases of {cases}" if cases else ""
        head = f"{decision.key} of {decision.kind}: {type_name(decision.type)}"
        better = _better(decision.better)
        yield f"{head}, {decision.combine.value}{otherwise}{tried}{better}"


def _better(better: tuple[tuple[ir.Value, ...], ...] | ir.Better | None) -> str:
    match better:
        case None:
            return ""
        case ir.Better():
            return f", {better.value} is better"
        case ranks:
            shown = (", ".join(map(literal, rank)) for rank in ranks)
            return f", better {' over '.join(shown)}"


def _rules(law: ir.Law) -> Iterator[str]:
    for rule in law.rules:
        yield f"{rule.eid} of {rule.kind}{_force(rule.force)} {_quoted(rule.text)}"
        yield from _tree(rule.condition, 1)
        for gives in rule.gives:
            when = "" if gives.when is None else f" when {formula(gives.when)}"
            yield f"  gives {gives.decision} = {formula(gives.value)}{when}"
        if rule.displaces:
            yield f"  displaces {', '.join(rule.displaces)}"


def _bans(law: ir.Law) -> Iterator[str]:
    for ban in law.bans:
        yield f"{ban.eid} ({ban.citation}) of {ban.kind} {_quoted(ban.text)}"
        yield from _tree(ban.condition, 1)
        for granted in ban.granted:
            values = " or ".join(map(literal, granted.values)) or "anything"
            yield f"  forbids {granted.decision} = {values}"


def _tree(expr: ir.Expr, depth: int) -> Iterator[str]:
    indent = "  " * depth
    match expr:
        case ir.Stated(text, part, eid):
            yield f"{indent}{_quoted(text)}{_at(eid)}"
            yield from _tree(part, depth + 1)
        case ir.All(parts) | ir.Any(parts) | ir.AtLeast(_, parts) if len(parts) > 1:
            word = f"at least {expr.number} of" if isinstance(expr, ir.AtLeast) else ""
            yield indent + (word or ("all" if isinstance(expr, ir.All) else "any"))
            for part in parts:
                yield from _tree(part, depth + 1)
        case ir.Some(number, kind, part):
            yield f"{indent}at least {number} {kind} with"
            yield from _tree(part, depth + 1)
        case ir.Every(kind, part):
            yield f"{indent}every {kind} with"
            yield from _tree(part, depth + 1)
        case ir.Not(part) if isinstance(part, _TREES):
            yield f"{indent}not"
            yield from _tree(part, depth + 1)
        case _:
            yield f"{indent}{formula(expr)}"


def _at(eid: str | None) -> str:
    return "" if eid is None else f" @{eid}"


def _force(force: ir.Force) -> str:
    if force == ir.ALWAYS:
        return ""
    start = "" if force.start is None else force.start.isoformat()
    end = "" if force.end is None else force.end.isoformat()
    return f" in force {start}..{end}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
