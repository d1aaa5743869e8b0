"""A check of the compiler on itself: whether a law in checked form can be applied at all.

A problem here is a bug of lowering, or of the checks before it, never of a drafter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from lawc.ir import nodes as ir
from lawc.ir.cycles import RULE, cycles, uses
from lawc.ir.declared import Declared
from lawc.ir.expressions import Typing, carries, is_number, is_ordered
from lawc.ir.types import Basic, Type, values_of


def verify(law: ir.Law) -> tuple[str, ...]:
    """Return the problems of `law`, in its order; none if it can be applied."""
    return problems_of(Declared(law))


def problems_of(declared: Declared) -> tuple[str, ...]:
    """Return the problems of the law that has these declarations, in its order."""
    law = declared.law
    problems = [
        *_names(law),
        *_elements(law),
        *_days(law),
        *_clauses(declared),
        *_plausible(declared),
        *_decisions(declared),
        *_definitions(declared),
        *_rules(declared),
        *_lists(law),
        *_bans(declared),
    ]
    if not problems:
        problems += (_circle(law, circle) for circle in cycles(uses(declared)))
    return tuple(problems)


def _circle(law: ir.Law, circle: tuple[str, ...]) -> str:
    def name(thing: str) -> str:
        what, _, key = thing.partition(" ")
        return f"{RULE} {law.rules[int(key)].eid}" if what == RULE else thing

    return " rests on ".join(map(name, (*circle, circle[0])))


def _names(law: ir.Law) -> Iterator[str]:
    yield from _kinds(law)
    yield from _twice("parameter", (parameter.key for parameter in law.parameters))
    yield from _twice("element", (element.eid for element in law.elements))
    named = _defined(law)
    yield from _twice("key", (key for key, _, _ in named))
    for kind in law.kinds:
        facts = [fact.key for fact in law.facts if fact.kind == kind.key]
        members = (member for member in law.kinds if member.parent == kind.key)
        fields = [member.field for member in members if member.field]
        others = [key for key, _, owner in named if owner == kind.key]
        yield from _twice(f"{kind.key} key", [*facts, *fields, *others])
    kinds = {kind.key for kind in law.kinds}
    for key, what, owner in [*named, *((fact.key, "fact", fact.kind) for fact in law.facts)]:
        if owner not in kinds:
            yield f"{what} {key} of no kind {owner}"


def _kinds(law: ir.Law) -> Iterator[str]:
    before: list[str] = []
    for kind in law.kinds:
        if not before and (kind.parent is not None or kind.field is not None):
            yield f"kind {kind.key} is the first, and has a parent or a field"
        if before and (kind.parent not in before or kind.field is None):
            yield f"kind {kind.key} has no field of a kind declared before it"
        before.append(kind.key)
    yield from _twice("kind", before)


def _defined(law: ir.Law) -> tuple[tuple[str, str, str], ...]:
    """Return what provisions define or decide: its key, what it is, and its kind.

    The versions of a concept or a quantity that agree in all three stand once.
    """
    names = [
        *((definition.key, "concept", definition.kind) for definition in law.definitions),
        *((quantity.key, "quantity", quantity.kind) for quantity in law.quantities),
    ]
    return (*dict.fromkeys(names), *((d.key, "decision", d.kind) for d in law.decisions))


def _twice(what: str, keys: Iterable[str]) -> Iterator[str]:
    for key, number in Counter(keys).items():
        if number > 1:
            yield f"{what} {key} is declared {number} times"


def _elements(law: ir.Law) -> Iterator[str]:
    before: set[str] = set()
    for element in law.elements:
        if element.parent is not None and element.parent not in before:
            yield f"element {element.eid} stands before its parent {element.parent}"
        before.add(element.eid)
    named = [
        *((f"parameter {parameter.key}", parameter.eid) for parameter in law.parameters),
        *((f"concept {definition.key}", definition.eid) for definition in law.definitions),
        *((f"quantity {quantity.key}", quantity.eid) for quantity in law.quantities),
        *((f"rule {rule.eid}", rule.eid) for rule in law.rules),
        *((f"rule {rule.eid}", target) for rule in law.rules for target in rule.displaces),
    ]
    for what, eid in named:
        if eid is not None and eid not in before:
            yield f"{what} names no element {eid}"


def _days(law: ir.Law) -> Iterator[str]:
    keys = {parameter.key for parameter in law.parameters}
    if law.law_day is not None and law.law_day not in keys:
        yield f"the law day {law.law_day} is no parameter"
    versions = [
        *((f"concept {definition.key}", definition.force) for definition in law.definitions),
        *((f"quantity {quantity.key}", quantity.force) for quantity in law.quantities),
        *((f"rule {rule.eid}", rule.force) for rule in law.rules),
    ]
    for what, force in versions:
        if force != ir.ALWAYS and law.law_day is None:
            yield f"{what} is in force for a time, and the law has no law day"
        if _first(force) > _last(force):
            yield f"{what} is never in force"
    quantities: dict[str, list[ir.QuantityDefinition]] = {}
    for quantity in law.quantities:
        quantities.setdefault(quantity.key, []).append(quantity)
    for quantity_versions in quantities.values():
        yield from _quantity(quantity_versions)


def _quantity(versions: list[ir.QuantityDefinition]) -> Iterator[str]:
    if len({version.type for version in versions}) > 1:
        yield f"quantity {versions[0].key} has two types"
    in_order = sorted(versions, key=lambda version: _first(version.force))
    for version, after in pairwise(in_order):
        if _first(after.force) <= _last(version.force):
            yield f"quantity {version.key} has two versions in force on one day"


def _first(force: ir.Force) -> date:
    return force.start or date.min


def _last(force: ir.Force) -> date:
    return force.end or date.max


def _clauses(declared: Declared) -> Iterator[str]:
    for clause in declared.law.clauses:
        if not clause.literals:
            yield f"an assumption about {clause.kind} says nothing"
        for part in clause.literals:
            domain = values_of(declared.facts.get((clause.kind, part.key)))
            if not part.values or any(value not in domain for value in part.values):
                yield f"an assumption about {clause.kind}.{part.key} is not of its values"


def _plausible(declared: Declared) -> Iterator[str]:
    for likelihood in declared.law.plausible:
        name = f"what is plausible of {likelihood.kind}"
        if likelihood.kind not in declared.parents:
            yield f"{name} is of no kind"
            continue
        yield from _check(declared, name, likelihood.condition, Basic.TRUTH, likelihood.kind)


def _decisions(declared: Declared) -> Iterator[str]:
    for decision in declared.law.decisions:
        name = f"decision {decision.key}"
        if decision.otherwise is not None and not carries(decision.otherwise, decision.type):
            yield f"{name} is otherwise {decision.otherwise!r}, which is not of its type"
        if decision.combine is ir.Combine.TOTAL and not is_number(decision.type):
            yield f"{name} adds up what is no number"
        largest = decision.combine in {ir.Combine.LARGEST, ir.Combine.SMALLEST}
        if largest and not is_ordered(decision.type):
            yield f"{name} looks for the largest of what has no order"
        line = tuple(declared.line(decision.kind))
        for fact in decision.cases:
            type_ = declared.facts.get((fact.kind, fact.key))
            if fact.kind not in line or not values_of(type_):
                yield f"{name} cannot try the cases of {fact.kind}.{fact.key}"


def _definitions(declared: Declared) -> Iterator[str]:
    for term in declared.law.definitions:
        name = f"concept {term.key}"
        yield from _check(declared, name, term.condition, Basic.TRUTH, term.kind)
    for quantity in declared.law.quantities:
        name = f"quantity {quantity.key}"
        yield from _check(declared, name, quantity.value, quantity.type, quantity.kind)


def _rules(declared: Declared) -> Iterator[str]:
    for rule in declared.law.rules:
        name = f"rule {rule.eid}"
        if rule.kind not in declared.parents:
            yield f"{name} of no kind {rule.kind}"
            continue
        yield from _check(declared, name, rule.condition, Basic.TRUTH, rule.kind)
        for gives in rule.gives:
            decision = declared.decisions.get(gives.decision)
            if decision is None:
                yield f"{name} gives no decision {gives.decision}"
                continue
            if rule.kind not in declared.line(decision.kind):
                yield f"{name} of a {rule.kind} decides of a {decision.kind}"
            yield from _check(declared, name, gives.value, decision.type, rule.kind)
            if gives.when is not None:
                yield from _check(declared, name, gives.when, Basic.TRUTH, rule.kind)
        for target in rule.displaces:
            for other in declared.below(target):
                if rule.kind not in declared.line(other.kind):
                    yield f"{name} of a {rule.kind} displaces {other.eid} of a {other.kind}"


def _lists(law: ir.Law) -> Iterator[str]:
    """Yield a problem for each list whose items do not give the same: it cannot give once."""
    gives: dict[str, tuple[ir.Gives, ...]] = {}
    for rule in law.rules:
        if rule.listed_in is None:
            continue
        if gives.setdefault(rule.listed_in, rule.gives) != rule.gives:
            yield f"rule {rule.eid} does not give what the others of {rule.listed_in} give"


def _bans(declared: Declared) -> Iterator[str]:
    for ban in declared.law.bans:
        name = f"ban {ban.eid}"
        if ban.kind not in declared.parents:
            yield f"{name} of no kind {ban.kind}"
            continue
        yield from _check(declared, name, ban.condition, Basic.TRUTH, ban.kind)
        for granted in ban.granted:
            decision = declared.decisions.get(granted.decision)
            if decision is None:
                continue  # an act that does not decide it is not bound in this
            if not all(carries(value, decision.type) for value in granted.values):
                yield f"{name} forbids what {decision.key} cannot be"
            if decision.kind != ban.kind:
                yield f"{name} of a {ban.kind} forbids what is decided of a {decision.kind}"


def _check(
    declared: Declared, name: str, expr: ir.Expr, wanted: Type, kind: str
) -> Iterator[str]:
    typing = Typing(declared)
    typing.check(expr, wanted, kind)
    yield from (f"{name}: {problem}" for problem in typing.problems)
