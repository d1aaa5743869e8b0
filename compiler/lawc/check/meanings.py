"""Meanings of phrases, checked where they are declared, not where they are used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from lawc.diagnostics.model import Diagnostic
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money
from lawc.lower.meanings import Filling, Scope, meaning, value_meaning
from lawc.runtime.values import Provision, ProvisionRange
from lawc.syntax.nodes import Tree
from lawc.syntax.phrases import Slot
from lawc.vocabulary.model import Origin, Vocabulary


def check_meanings(vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield the problems of meanings, whatever a law may put in their slots."""
    for sense in (*vocabulary.classes.values(), *vocabulary.phrases.values()):
        yield from _problems(vocabulary, sense.kind, sense.slots, sense.meaning, sense.origin)
    problems: list[Diagnostic]
    for sense in vocabulary.days.values():
        problems = []
        fillings = {slot.name: _some_value(vocabulary, slot) for slot in sense.slots}
        assert sense.meaning is not None, "a day has a meaning"
        value_meaning(
            Scope(vocabulary, sense.kind, fillings, sense.origin, problems), sense.meaning
        )
        yield from problems
    for line in vocabulary.plausible:
        problems = []
        meaning(Scope(vocabulary, line.kind, {}, line.origin, problems), line.meaning)
        yield from problems
    for effect in vocabulary.effects.values():
        for gives in effect.gives:
            yield from _problems(
                vocabulary, effect.kind, effect.slots, gives.when, effect.origin
            )


def _problems(
    vocabulary: Vocabulary,
    kind: str,
    slots: tuple[Slot, ...],
    tree: Tree | None,
    origin: Origin,
) -> list[Diagnostic]:
    problems: list[Diagnostic] = []
    if tree is not None:
        fillings = {slot.name: _some_value(vocabulary, slot) for slot in slots}
        meaning(Scope(vocabulary, kind, fillings, origin, problems), tree)
    return problems


def _some_value(vocabulary: Vocabulary, slot: Slot) -> Filling:
    """Return a value that a law could put in a slot."""
    match slot.rule:
        case "count":
            return ir.Literal(2, Basic.COUNT)
        case "number":
            return ir.Literal(Fraction(3, 2), Basic.NUMBER)
        case "fraction":
            return ir.Literal(Fraction(1, 2), Basic.FRACTION)
        case "money":
            return ir.Literal(Fraction(1), Money(next(iter(vocabulary.currencies), "")))
        case "day":
            return ir.Literal(date(2000, 1, 1), Basic.DATE)
        case "choice":
            kind, _, key = slot.choice.partition(".")
            fact = vocabulary.facts[kind, key]
            return fact.type.values[:1] if isinstance(fact.type, Choice) else ()
        case _:
            first = Provision((1,), None, None)
            return (ProvisionRange(first, first),)
