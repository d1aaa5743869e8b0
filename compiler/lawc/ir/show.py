"""The checked form of a law to read: as indented text, and as values of JSON.

Text: a line for each thing declared, and conditions as trees, one condition a line, with the
law's words in quotes and the element that says them after `@`.
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
                one.name: as_values(getattr(node, one.name)) for one in fields(node) if one.repr
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
        found = tuple(lines)
        if found:
            yield from ("", title)
            yield from (f"  {line}" for line in found)


def _end(up: bool) -> str:
    return "first day" if up else "last day"


def _kinds(law: ir.Law) -> Iterator[str]:
    for one in law.kinds:
        yield one.key if one.parent is None else f"{one.key} of {one.parent} in {one.field}"


def _facts(law: ir.Law) -> Iterator[str]:
    for one in law.facts:
        can = f" {_becoming(one.becoming)}" if one.becoming else ""
        yield f"{one.kind}.{one.key}: {type_name(one.type)}{can} {_quoted(one.question)}"


def _becoming(becoming: ir.Becoming) -> str:
    if becoming.direction is not None:
        can = f"can be {becoming.direction.value}"
    else:
        can = f"can become {', '.join(map(literal, becoming.values))}"
    said = (f"{value or '-'} {_quoted(text)}" for value, text in becoming.supposed)
    return can + "".join(f" if {one}" for one in said)


def _clauses(law: ir.Law) -> Iterator[str]:
    for one in law.clauses:
        parts = (f"{p.key} in ({', '.join(map(literal, p.values))})" for p in one.literals)
        yield f"{one.kind}: {' or '.join(parts)}"


def _plausible(law: ir.Law) -> Iterator[str]:
    for one in law.plausible:
        yield f"{one.kind}: {formula(one.condition)}"


def _days(law: ir.Law) -> Iterator[str]:
    for one in law.parameters:
        value = "?" if one.value is None else one.value.isoformat()
        yield f"{one.key} = {value}{_at(one.eid)} {_quoted(one.question)}"


def _elements(law: ir.Law) -> Iterator[str]:
    depths: dict[str | None, int] = {None: -1}
    for one in law.elements:
        depths[one.eid] = depths.get(one.parent, -1) + 1
        source = f" [{_source(one.source)}]" if one.source else ""
        inert = " inert" if one.inert else ""
        texts = " ".join(_quoted(text) for text in (one.heading, one.text) if text)
        indent = "  " * depths[one.eid]
        yield f"{indent}{one.eid} ({one.citation}){source}{inert} {texts}".rstrip()


def _source(source: ir.SourceMark) -> str:
    return source.mark.value + (f": {source.remark}" if source.remark else "")


def _definitions(law: ir.Law) -> Iterator[str]:
    for one in law.definitions:
        yield f"{one.key} of {one.kind}{_at(one.eid)}{_force(one.force)}"
        yield from _tree(one.condition, 1)


def _quantities(law: ir.Law) -> Iterator[str]:
    for one in law.quantities:
        head = f"{one.key} of {one.kind}: {type_name(one.type)}"
        yield f"{head}{_at(one.eid)}{_force(one.force)} {_quoted(one.text)}"
        yield f"  = {formula(one.value)}"


def _decisions(law: ir.Law) -> Iterator[str]:
    for one in law.decisions:
        otherwise = (
            "" if one.otherwise is None else f", otherwise {typed(one.otherwise, one.type)}"
        )
        cases = ", ".join(map(formula, one.cases))
        tried = f", tried by cases of {cases}" if cases else ""
        yield (
            f"{one.key} of {one.kind}: {type_name(one.type)}, {one.combine.value}"
            f"{otherwise}{tried}{_better(one.better)}"
        )


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
    for one in law.rules:
        yield f"{one.eid} of {one.kind}{_force(one.force)} {_quoted(one.text)}"
        yield from _tree(one.condition, 1)
        for gives in one.gives:
            when = "" if gives.when is None else f" when {formula(gives.when)}"
            yield f"  gives {gives.decision} = {formula(gives.value)}{when}"
        if one.displaces:
            yield f"  displaces {', '.join(one.displaces)}"


def _bans(law: ir.Law) -> Iterator[str]:
    for one in law.bans:
        yield f"{one.eid} ({one.citation}) of {one.kind} {_quoted(one.text)}"
        yield from _tree(one.condition, 1)
        for granted in one.granted:
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
