"""The echo: a law printed back in normal form, for a drafter to confirm.

Every element in order, with what it decides under its number: conditions with their values
spelled out, the values given, the elements displaced. An element that decides nothing is
printed as such. Two texts with the same echo mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.ir import nodes as ir
from lawc.ir.formula import formula, literal, typed


def echo(law: ir.Law) -> str:
    """Return the echo of `law`, a line a statement."""
    return "".join(f"{line}\n" for line in _lines(law))


def _lines(law: ir.Law) -> Iterator[str]:
    yield law.title
    statements: dict[str, list[str]] = {}
    for definition in law.definitions:
        statements.setdefault(definition.eid, []).extend(_definition(definition))
    for quantity in law.quantities:
        line = f"{quantity.key} is {formula(quantity.value)}{_force(quantity.force)}"
        statements.setdefault(quantity.eid, []).append(line)
    for rule in law.rules:
        statements.setdefault(rule.eid, []).extend(_rule(law, rule))
    for ban in law.bans:
        statements.setdefault(ban.eid, []).extend(_ban(ban))
    for parameter in law.parameters:
        if parameter.eid is not None:
            line = f"{parameter.key} is {parameter.value}"
            statements.setdefault(parameter.eid, []).append(line)
    if law.entry is not None:
        line = f"enters into force on {law.entry.day}, which decides nothing by itself"
        statements.setdefault(law.entry.eid, []).append(line)
    above = ""  # the element that was last set apart
    for element in law.elements:
        tells = element.heading or element.inert or element.eid in statements
        if tells or not element.citation.startswith(f"{above}("):
            above = element.citation
            yield ""
        yield f"{element.citation}{_mark(element)} {element.heading}".strip()
        if element.inert and element.text:
            yield f"  decides nothing: {element.text}"
        for line in statements.get(element.eid, ()):
            yield f"  {line}"
    yield ""
    for decision in law.decisions:
        usual = decision.otherwise
        otherwise = "" if usual is None else f", otherwise {typed(usual, decision.type)}"
        yield f"{decision.key}: {decision.combine.value}{otherwise}"


def _mark(element: ir.Element) -> str:
    if element.source is None:
        return ""
    remark = f": {element.source.remark}" if element.source.remark else ""
    return f" [{element.source.mark.value}{remark}]"


def _definition(definition: ir.Definition) -> Iterator[str]:
    yield f"{definition.key} means{_force(definition.force)}"
    match definition.condition:
        case ir.Any(parts) if len(parts) > 1:
            for number, part in enumerate(parts):
                yield f"  {'or ' if number else ''}{formula(part)}"
        case other:
            yield f"  {formula(other)}"


def _rule(law: ir.Law, rule: ir.Rule) -> Iterator[str]:
    yield f"of each {rule.kind}{_force(rule.force)}, if {formula(rule.condition)}"
    for gives in rule.gives:
        when = "" if gives.when is None else f" if {formula(gives.when)}"
        yield f"  then {gives.decision} is {formula(gives.value)}{when}"
    if rule.displaces:
        citations = law.citations
        verb = "does" if len(rule.displaces) == 1 else "do"
        displaced = ", ".join(citations[eid] for eid in rule.displaces)
        yield f"  and {displaced} {verb} not apply"


def _ban(ban: ir.Ban) -> Iterator[str]:
    yield f"of each {ban.kind}, if {formula(ban.condition)}"
    for granted in ban.granted:
        values = " or ".join(map(literal, granted.values)) or "anything"
        yield f"  then no act may say that {granted.decision} is {values}"


def _force(force: ir.Force) -> str:
    if force == ir.ALWAYS:
        return ""
    start = f" from {force.start}" if force.start else ""
    end = f" to {force.end}" if force.end else ""
    return f" (in force{start}{end})"
