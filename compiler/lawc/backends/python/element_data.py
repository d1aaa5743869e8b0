"""Data in `law.json` of what elements say; `lawc.runtime.engine.asking` reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Protocol

from lawc.backends.python.plan import Plan as Names
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.asking import Asked, AskedAmount, AskedPart
from lawc.meaning.results import type_word
from lawc.meaning.skeleton import Bones, cited
from lawc.plan.slots import Plan, Ref
from lawc.runtime.reasons import Rests


class Writing(Protocol):
    """The data of a law while they are written."""

    names: Names
    plan: Plan

    def node(self, node: Asked) -> dict[str, Any]:
        """Return a node of the skeleton."""

    def amount(self, amount: AskedAmount) -> dict[str, Any]:
        """Return an amount."""


def sayings_of(bones: Bones) -> tuple[tuple[ir.Expr, str], ...]:
    """Return the truths that elements state, each with the kind it is asked of."""
    return tuple(
        (part.expr, saying.kind)
        for saying, _ in bones.elements
        for part in saying.parts
        if saying.type is Basic.TRUTH
    )


def elements_data(writing: Writing, bones: Bones) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield what each element says, by citation."""
    names = writing.names
    at = dict(_places(bones))
    texts = {element.citation: element for element in reversed(names.law.elements)}
    truths = iter(writing.plan.conditions[len(bones.leaves) :])
    by_citation: dict[str, list[dict[str, Any]]] = {}
    for saying, asked in bones.elements:
        parts = [_part(writing, part, truths, at, saying.key) for part in asked]
        data: dict[str, Any] = {
            "kind": saying.kind,
            "says": str(saying.says),
            "type": type_word(saying.type),
        }
        if saying.key:
            data["key"] = saying.key
        if any("rule" not in part for part in parts):
            element = texts[saying.citation]
            _, source, remark = cited(names.world, element.eid)
            marks = {"text": element.text, "source": source, "remark": remark}
            data |= {name: text for name, text in marks.items() if text}
        by_citation.setdefault(saying.citation, []).append({**data, "parts": parts})
    yield from by_citation.items()


def _part(
    writing: Writing,
    part: AskedPart,
    truths: Iterator[Ref],
    at: Mapping[int, list[Any]],
    key: str,
) -> dict[str, Any]:
    """Return a part of what an element says: its slot, and where its tree stands."""
    period = _period(part.start, part.end)
    if part.amount is not None:
        place = writing.plan.values[part.amount.place]
        return {"slot": _seen(place), **period, "amount": writing.amount(part.amount)}
    data = {"slot": _seen(next(truths)), **period}
    if part.rule >= 0:
        return {**data, "rule": part.rule}
    node = part.condition
    assert node is not None, "a part is of a rule, a condition or an amount"
    if id(node) in at:
        return {**data, "at": at[id(node)]}
    defines = bool(key) and node.rests is Rests.DEFINITION
    return data if defines else {**data, "node": writing.node(node)}


def _places(bones: Bones) -> Iterator[tuple[int, list[Any]]]:
    """Yield where each node of a condition stands, by its identity."""
    waiting: list[tuple[Asked, list[Any]]] = [
        (rule.condition, ["rule", rule.place]) for rule in bones.rules
    ]
    for key, versions in bones.skeleton.definitions.items():
        waiting += [
            (version.condition, ["concept", key, place])
            for place, version in enumerate(versions)
        ]
    while waiting:
        node, where = waiting.pop()
        if node.citation:
            yield id(node), where
        waiting += [(part, [*where, n]) for n, part in enumerate(node.parts)]


def _seen(ref: Ref) -> int | list[int]:
    return [ref.depth, ref.number] if ref.depth else ref.number


def _period(start: date | None, end: date | None) -> dict[str, str]:
    days = {"start": start, "end": end}
    return {name: day.isoformat() for name, day in days.items() if day is not None}
