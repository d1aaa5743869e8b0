"""Values for missing facts with which completions of a case are made: see `engine.shown`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from lawc.backends.python.apart import decisions_apart, reads_once
from lawc.backends.python.assumed import clause_parts
from lawc.backends.python.expressions import constant
from lawc.backends.python.layout import Before, Call, Code, row
from lawc.backends.python.plan import Plan as Names
from lawc.backends.python.ranking import Unit
from lawc.backends.python.slotting import Slotting
from lawc.backends.python.text import WIDTH, literal
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.runtime.values import Provision

TURNS = 6  # completions that are decided before all of them are gone through
# Who is born then is old, of age for long and not old yet, a child, or not born.
_DAYS = (date(1950, 1, 1), date(1977, 1, 1), date(2010, 1, 1), date(2100, 1, 1))


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
        parts = (
            names.classes[kind],
            Call("", tuple(facts), brackets="{}"),
            row([*_apart(module, kind, units.get(kind, ()))]),
            row([*_refined(module, kind)]),
        )
        entries.append(Before(f"{literal(kind)}: ", Call("Turns", parts)))
    return Call("", tuple(entries), brackets="{}")


def completing_functions(names: Names) -> list[str]:
    """Return the functions that complete things, those of members before those of owners."""
    return [_completing(names, kind) for kind in [*names.kinds][::-1]]


def completing_name(names: Names, kind: str) -> str:
    """Return the name of the function that completes a thing of a kind."""
    return f"_complete_{names.variables[kind]}"


def _completing(names: Names, kind: str) -> str:
    thing, class_ = names.variables[kind], names.classes[kind]
    facts = [fact for fact in names.law.facts if fact.kind == kind]
    attributes = [names.fields[kind, fact.key] for fact in facts]
    lines = [
        f"def {completing_name(names, kind)}({thing}: {class_}, turn: Turn) -> {class_}:",
        '    """Return a copy that has values of a turn for the facts that are missing."""',
        f"    new: Any = turn.blank[{literal(kind)}]()",
    ]
    if facts or names.below(kind):
        lines.append("    v: Any")
    if facts:
        lines += ["    (", *(f"        new.{name}," for name in attributes)]
        lines.append(f"    ) = turn.values[{literal(kind)}]")
    for fact, name in zip(facts, attributes, strict=True):
        value = "v"
        if fact.type is Basic.PROVISION:
            value = f"turn.points[{literal(kind)}][v]"
        lines += _unless_missing(f"{thing}.{name}", f"new.{name}", value)
    for child in names.below(kind):
        name = names.fields[kind, child.field or ""]
        complete = f"{completing_name(names, child.key)}(one, turn)"
        lines.append(f"    new.{name} = ()")
        lines += _unless_missing(
            f"{thing}.{name}", f"new.{name}", f"tuple([{complete} for one in v])"
        )
    established = names.established(kind)  # where some is, no quick function decides
    if established:
        lines.append(f"    new._established = {thing}._established")
    lines += [f"    new.{name} = None" for name in established]
    made = f"    made: {class_} = new"
    return "\n".join([*lines, f"    new.__class__ = {class_}", made, "    return made"])


def _unless_missing(value: str, target: str, then: str) -> list[str]:
    line = f"    if (v := {value}) is not None:"
    head = [line] if len(line) <= WIDTH else [f"    v = {value}", "    if v is not None:"]
    return [*head, f"        {target} = {then}"]


def _apart(module: Slotting, kind: str, units: tuple[Unit, ...]) -> Iterable[Code]:
    """Yield the decisions that stand apart as Python."""
    names, plan = module.names, module.plan.kinds[kind]
    for place, unit, gives in decisions_apart(module, kind, units):
        decision, value = names.decided(kind)[place], plan.slots[gives.value].detail[1]
        otherwise = "None"
        if decision.otherwise is not None:
            otherwise = _constant(module, decision.type, decision.otherwise)
        exact = decision.otherwise != value and reads_once(names, plan, unit.slot)
        yield Call(
            "Apart",
            (
                str(place),
                module.function_name(kind, unit.slot),
                _constant(module, decision.type, value),
                row([literal(names.citation(unit.place) or "")]),
                otherwise,
                str(exact),
            ),
        )


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
    # All as low as can be, all as high; then days between, and numbers that are high where
    # truths are false, and the other way round; then mixed.
    low, high = 0, last
    if fact.type is Basic.DATE and last > 1:
        low, high = 1, 2
    elif not isinstance(fact.type, Choice) and fact.type not in (Basic.TRUTH, Basic.PROVISION):
        low, high = last, 0
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
