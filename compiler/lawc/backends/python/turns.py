"""Values for missing facts with which completions of a case are made: see `engine.shown`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any, cast

from lawc.backends.python.assumed import clause_parts
from lawc.backends.python.expressions import constant
from lawc.backends.python.layout import Before, Call, Code, row
from lawc.backends.python.plan import Plan as Names
from lawc.backends.python.ranking import Unit
from lawc.backends.python.slotting import Slotting
from lawc.backends.python.text import literal
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.plan.slots import KindPlan, Op
from lawc.runtime.values import Provision

TURNS = 6  # completions that are decided before all of them are gone through
_COMPOSED = frozenset({Op.TRUTH, Op.NOT, Op.ALL, Op.ANY, Op.AT_LEAST, Op.CONCEPT, Op.RULE})
_DAYS = (date(1950, 1, 1), date(1990, 1, 1), date(2010, 1, 1), date(2100, 1, 1))


def turns_of(module: Slotting, units: dict[str, tuple[Unit, ...]]) -> Code | None:
    """Return the turns of the kinds as Python; None if an assumption rules them out."""
    entries: list[Code] = []
    names = module.names
    for kind in names.kinds:
        facts: list[Code] = []
        for place, fact in enumerate(
            declared for declared in names.law.facts if declared.kind == kind
        ):
            values = _values(names, module, fact, place)
            if values is None:
                return None
            attribute = names.fields[kind, fact.key]
            facts.append(Before(f"{literal(attribute)}: ", row(values)))
        lists = [
            f"{literal(names.fields[kind, child.field or ''])}: {literal(child.key)}"
            for child in names.below(kind)
        ]
        parts = (
            names.classes[kind],
            Call("", tuple(facts), brackets="{}"),
            Call("", tuple(lists), brackets="{}"),
            row([*_apart(module, kind, units.get(kind, ()))]),
            row([*_refined(module, kind)]),
        )
        entries.append(Before(f"{literal(kind)}: ", Call("Turns", parts)))
    return Call("", tuple(entries), brackets="{}")


def _apart(module: Slotting, kind: str, units: tuple[Unit, ...]) -> Iterable[Code]:
    """Yield the decisions that one rule gives which rests on no other."""
    names, plan = module.names, module.plan.kinds[kind]
    rules = {unit.slot for unit in units}
    decisions = names.decided(kind)
    for place, decision in enumerate(decisions):
        givers = [u for u in units for g in u.gives if g.decision == decision.key]
        if len(givers) != 1:
            continue
        (unit,) = givers
        gives = next(part for part in unit.gives if part.decision == decision.key)
        rests, waiting = set[int](), [*plan.slots[unit.slot].of]
        while waiting:
            number = waiting.pop()
            if number not in rests:
                rests.add(number)
                waiting += plan.slots[number].of
        value = plan.slots[gives.value]
        alone = rests.isdisjoint(rules) and plan.slots[unit.slot].op is Op.RULE
        if not alone or gives.when is not None or value.op is not Op.CONSTANT:
            continue
        if module.resting.rests(kind, unit.slot):
            continue
        otherwise = "None"
        if decision.otherwise is not None:
            otherwise = _constant(module, decision.type, decision.otherwise)
        yield Call(
            "Apart",
            (
                str(place),
                module.function_name(kind, unit.slot),
                _constant(module, decision.type, value.detail[1]),
                row([literal(names.citation(unit.place) or "")]),
                otherwise,
                str(
                    decision.otherwise != value.detail[1]
                    and _reads_once(names, plan, unit.slot)
                ),
            ),
        )


def _reads_once(names: Names, plan: KindPlan, number: int) -> bool:
    """Return whether a truth is open exactly if it is unknown in three values.

    It is if it is composed of truths and choices supplied for the thing, each read once and
    tied to others by no assumption: each that is missing can turn it.
    """
    choices = {
        fact.key: fact.type.values
        for fact in names.law.facts
        if fact.kind == plan.key and isinstance(fact.type, Choice)
    }
    tied = {part.key for clause in clause_parts(names, plan.key) for part in clause}
    read: set[str] = set(tied)
    waiting = [number]
    while waiting:
        slot = plan.slots[waiting.pop()]
        if slot.op is Op.FACT:
            key = str(slot.detail[0])
            if key in read:
                return False
            read.add(key)
        elif slot.op is Op.ONE_OF:
            of = plan.slots[slot.of[0]]
            key = str(of.detail[0]) if of.op is Op.FACT else ""
            values, domain = (
                set(cast(tuple[str, ...], slot.detail[0])),
                set(choices.get(key, ())),
            )
            if not values & domain or domain <= values:
                return False
            waiting += slot.of
        elif slot.op in _COMPOSED:
            waiting += slot.of
        elif slot.op is not Op.CONSTANT:
            return False
    return True


def _refined(module: Slotting, kind: str) -> Iterable[str]:
    """Yield provisions within which one may lie that is recorded less finely."""
    for fact in module.names.law.facts:
        if fact.kind == kind and fact.type is Basic.PROVISION:
            for provision in _listed(module, fact):
                yield module.constant(constant(provision), "VALUE")


def _constant(module: Slotting, type_: object, value: Any) -> str:
    if isinstance(type_, Choice):
        named = module.names.members(type_)[value]
        return module.constant(f"{module.names.enum(type_)}.{named}", named)
    return module.value(value)


def _values(
    names: Names, module: Slotting, fact: ir.FactDeclaration, place: int
) -> list[str] | None:
    """Return a value of a fact for each turn; None if an assumption may rule each out."""
    match fact.type:
        case Choice(_, values):
            domain: list[Any] = [*values]
        case Basic.TRUTH:
            domain = [False, True]
        case Basic.DATE:
            domain = [_DAYS[0], _DAYS[1], _DAYS[2], _DAYS[3]]
        case Basic.PROVISION:
            domain = [Provision((1,), (1,), (1,)), *_listed(module, fact)[:1]]
        case _:
            least = fact.least if fact.least is not None else 0
            most = fact.most if fact.most is not None else max(least, 10**6)
            domain = [_number(fact, least), _number(fact, most)]
    for clause in clause_parts(names, fact.kind):
        for part in clause:
            if part.key == fact.key:
                domain = [value for value in domain if value in part.values]
    if not domain:
        return None
    middle, last = len(domain) // 2, len(domain) - 1
    # All as low as can be, all as high; then days between, where they are neither; then mixed.
    low, high = (1, 2) if fact.type is Basic.DATE and last > 1 else (0, last)
    places = (0, last, low, high, (place + 1) % len(domain), (place + middle) % len(domain))
    return [_code(module, fact, domain[at]) for at in places]


def _code(module: Slotting, fact: ir.FactDeclaration, value: Any) -> str:
    if isinstance(value, Provision):
        return module.constant(constant(value), "VALUE")
    return _constant(module, fact.type, value)


def _number(fact: ir.FactDeclaration, value: int | Fraction) -> int | Fraction:
    return int(value) if fact.type is Basic.COUNT else Fraction(value)


def _listed(module: Slotting, fact: ir.FactDeclaration) -> list[Provision]:
    """Return the provisions with which the lists begin that the fact is asked to lie in."""
    lists = module.lists.get((fact.kind, fact.key), [])
    first = dict.fromkeys(span.first for ranges in lists for span in ranges)
    return [
        Provision(provision.article, provision.part or (1,), provision.point or (1,))
        for provision in first
    ]
