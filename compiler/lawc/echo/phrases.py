"""Phrases by their meaning: which wording of the vocabulary says a condition.

Before: `offence.category in (misdemeanour, minor)`. After: the phrase `committed [category]`,
with both values in its slot. The meaning of each phrase is lowered once with marks in its
slots; a condition is said by a phrase if it is that meaning with values where the marks are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.ir.walk import rebuilt
from lawc.lower.meanings import Filling, Scope, meaning
from lawc.lower.provisions import effect_value
from lawc.records import dataclass
from lawc.runtime.values import Period, Provision, ProvisionRange
from lawc.syntax.nodes import Tree
from lawc.syntax.phrases import Slot
from lawc.vocabulary.model import Effect, Origin, Sense, Vocabulary

_MARK = 999_000_000_000  # no number of a law
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """Something declared that says a condition: its key, the values of its slots."""

    key: str
    kind: str
    slots: Values


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The meaning of something declared, with marks in its slots."""

    key: str
    kind: str
    meaning: ir.Expr
    marks: Mapping[Any, Slot]


class Phrases:
    """The phrases, classes and effects of a vocabulary, found by what they mean."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def saying(self, condition: ir.Expr) -> Iterator[Said]:
        """Yield the phrases that say a condition, those with fewer slots first."""
        yield from _matching(self._phrases, condition)

    def classes(self, condition: ir.Expr) -> Iterator[Said]:
        """Yield the classes whose things are those of a condition."""
        yield from _matching(self._classes, condition)

    def effects(self, gives: tuple[ir.Gives, ...]) -> Iterator[Said]:
        """Yield the effects that give so."""
        for key, effect in self.vocabulary.effects.items():
            marks, fillings = _marks(effect.slots)
            own = self._gives(effect, fillings)
            values: dict[str, Any] = {}
            if len(own) == len(gives) and _fits(own, gives, marks, values):
                yield Said(key, effect.kind, values)

    def _gives(self, effect: Effect, fillings: Mapping[str, Filling]) -> tuple[ir.Gives, ...]:
        decisions = self.vocabulary.decisions
        return tuple(
            ir.Gives(
                giving.decision,
                effect_value(giving.value, decisions[giving.decision].decision.type, fillings),
                None
                if giving.when is None
                else self._meaning(effect.kind, giving.when, fillings, effect.origin),
            )
            for giving in effect.gives
        )

    @cached_property
    def _phrases(self) -> tuple[_Pattern, ...]:
        return tuple(self._patterns(self.vocabulary.phrases))

    @cached_property
    def _classes(self) -> tuple[_Pattern, ...]:
        return tuple(self._patterns(self.vocabulary.classes))

    def _patterns(self, senses: Mapping[str, Sense]) -> Iterator[_Pattern]:
        in_order = sorted(senses.items(), key=lambda item: len(item[1].slots))
        for key, sense in in_order:
            if sense.meaning is not None:
                marks, fillings = _marks(sense.slots)
                of = self._meaning(sense.kind, sense.meaning, fillings, sense.origin)
                yield _Pattern(key, sense.kind, of, marks)

    def _meaning(
        self, kind: str, of: Tree, fillings: Mapping[str, Filling], origin: Origin
    ) -> ir.Expr:
        return meaning(Scope(self.vocabulary, kind, fillings, origin, []), of)


def _marks(slots: tuple[Slot, ...]) -> tuple[Mapping[Any, Slot], Mapping[str, Filling]]:
    """Return a mark for each slot, and what fills them so."""
    marks: dict[Any, Slot] = {}
    fillings: dict[str, Filling] = {}
    for number, slot in enumerate(slots, _MARK):
        name = f"[{slot.name}]"
        filling: Filling
        match slot.rule:
            case "choice":
                mark: Any = (name,)
                filling = (name,)
            case "citation":
                none = Provision((number,))
                mark = filling = (ProvisionRange(none, none),)
            case "day":
                mark = filling = ir.Parameter(name)
            case "money":
                mark = filling = ir.Literal(Fraction(number), Money(name))
            case "fraction":
                mark = filling = ir.Literal(Fraction(number), Basic.FRACTION)
            case _:
                mark = filling = ir.Literal(number, Basic.COUNT)
                marks[number] = slot
        marks[mark] = slot
        fillings[slot.name] = filling
    return marks, fillings


def _matching(patterns: tuple[_Pattern, ...], condition: ir.Expr) -> Iterator[Said]:
    of = bare(condition)
    for pattern in patterns:
        values: dict[str, Any] = {}
        if _fits(pattern.meaning, of, pattern.marks, values):
            yield Said(pattern.key, pattern.kind, values)


def bare(expr: ir.Expr) -> ir.Expr:
    """Return an expression without the words of the law around it."""
    while isinstance(expr, ir.Stated):
        expr = expr.part
    return expr


def plain(expr: ir.Expr) -> ir.Expr:
    """Return an expression without the words of the law in it, what is joined in one row."""
    match expr:
        case ir.Stated(_, part):
            return plain(part)
        case ir.All(parts) | ir.Any(parts):
            of = type(expr)
            flat = [
                inner
                for part in map(plain, parts)
                for inner in (part.parts if isinstance(part, of) else (part,))
            ]
            return flat[0] if len(flat) == 1 else of(tuple(flat))
        case _:
            return rebuilt(expr, plain)


def _fits(pattern: Any, value: Any, marks: Mapping[Any, Slot], values: dict[str, Any]) -> bool:
    """Tell whether a value is the pattern, and take the values of the slots."""
    slot = marks.get(pattern) if _may_be_mark(pattern) else None
    if slot is not None:
        known = values.setdefault(slot.name, value)
        return _is_of(slot, value) and _same(known, value)
    if isinstance(pattern, Period):
        return _fits_period(pattern, value, marks, values)
    if isinstance(pattern, tuple):
        return (
            isinstance(value, tuple)
            and len(pattern) == len(value)
            and all(_fits(a, b, marks, values) for a, b in zip(pattern, value, strict=True))
        )
    if is_dataclass(pattern) and not isinstance(pattern, type):
        return type(pattern) is type(value) and all(
            _fits(getattr(pattern, each.name), getattr(value, each.name), marks, values)
            for each in fields(pattern)
            if each.compare
        )
    return type(pattern) is type(value) and bool(pattern == value)


def _may_be_mark(pattern: Any) -> bool:
    return isinstance(pattern, tuple | ir.Literal | ir.Parameter)


def _fits_period(
    pattern: Period, value: Any, marks: Mapping[Any, Slot], values: dict[str, Any]
) -> bool:
    if not isinstance(value, Period):
        return False
    for own, other in zip(pattern, value, strict=True):
        slot = marks.get(own)
        if slot is None:
            if own != other:
                return False
            continue
        known = values.setdefault(slot.name, ir.Literal(other, Basic.COUNT))
        if not _same(known, ir.Literal(other, Basic.COUNT)):
            return False
    return True


def _is_of(slot: Slot, value: Any) -> bool:
    """Tell whether a value can stand in a slot."""
    if slot.rule in ("choice", "citation"):
        return isinstance(value, tuple)
    if slot.rule == "day":
        return not isinstance(value, ir.Literal) or value.type is Basic.DATE
    if not isinstance(value, ir.Literal):
        return False
    type_: Type = value.type
    return {
        "money": isinstance(type_, Money),
        "fraction": type_ is Basic.FRACTION,
        "count": type_ is Basic.COUNT,
    }.get(slot.rule, type_ in (Basic.COUNT, Basic.NUMBER))


def _same(left: Any, right: Any) -> bool:
    return bool(left == right)
