"""The readable module: one function a provision, concept and quantity, in the law's order."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.backends.python.expressions import (
    applying,
    bare,
    constant,
    expression,
    force,
)
from lawc.backends.python.layout import Before, Call, Code, Remarked, laid_out, row
from lawc.backends.python.names import further, provision_name, reserved
from lawc.backends.python.plan import CLASSES, RUNTIME, Plan, Scope, scope_of
from lawc.backends.python.text import docstring, literal
from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """A function to be written, with the place in the text where it belongs."""

    order: int
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """A lettered point that a provision states: what it says, and of what kind of thing."""

    eid: str
    kind: str
    part: ir.Expr
    text: str
    force: ir.Force


def provision_blocks(plan: Plan) -> list[str]:
    """Return the functions of the module of rules, and the table `PROVISIONS`."""
    functions = [*_rules(plan), *_concepts(plan), *_quantities(plan), *_decisions(plan)]
    points = _points(plan)
    names = _names(plan, points)
    functions += [_point(plan, one, names[one.eid]) for one in points]
    ordered = sorted(functions, key=lambda one: one.order)
    return [*(one.text for one in ordered), _table(plan, points, names)]


def _head(plan: Plan, name: str, scope: Scope, returns: str) -> str:
    things = [f"{variable}: {plan.classes[kind]}" for kind, variable in scope.things]
    made = laid_out(Call(name, (*things, "days: Days")), 0, 4, 5 + len(returns))
    return f"def {made} -> {returns}:"


def _function(head: str, text: str, code: Code) -> str:
    lines = [head]
    if text.strip():
        lines.append(docstring(text, 4))
    return "\n".join([*lines, f"    return {laid_out(code, 4, 7, 0)}"])


def _order(plan: Plan, eid: str) -> int:
    return plan.order.get(eid, len(plan.order))


def _rules(plan: Plan) -> Iterator[Function]:
    for place, rule in enumerate(plan.law.rules):
        scope = scope_of(plan, rule.kind)
        parts = [] if rule.force == ir.ALWAYS else [force(plan, rule.force)]
        parts.append(expression(plan, rule.condition, scope))
        by = [applying(plan, one, scope) for one in plan.displacers(place)]
        if by:
            parts.append(Call("none_of", tuple(by), spread=len(by) > 1))
        whole = Call("all_of", tuple(parts), spread=len(parts) > 1)
        code = whole if len(parts) > 1 else _as_truth(rule.condition, parts[0])
        name = plan.functions["rule", place]
        text = _function(_head(plan, name, scope, "Truth"), rule.text, code)
        yield Function(_order(plan, rule.eid), text)


def _as_truth(expr: ir.Expr, code: Code) -> Code:
    """Return `code` so that it is a truth: what is neither true nor false is unknown."""
    while isinstance(expr, ir.Stated):
        expr = expr.part
    code = code.part if isinstance(code, Remarked) else code
    return code if isinstance(expr, _SURE) else Call("known", (code,))


_SURE = (
    ir.Not, ir.All, ir.Any, ir.AtLeast, ir.Some, ir.Every, ir.Concept, ir.Applies, ir.Compare,
    ir.Fact, ir.Literal,
)  # fmt: skip


def _concepts(plan: Plan) -> Iterator[Function]:
    for key in dict.fromkeys(one.key for one in plan.law.definitions):
        versions = plan.concept(key)
        scope = scope_of(plan, versions[0].kind)
        alternatives = []
        for one in versions:
            code = expression(plan, one.condition, scope)
            if one.force != ir.ALWAYS:
                code = Call("all_of", (force(plan, one.force), code), spread=True)
            alternatives.append(code)
        derived = _as_truth(versions[0].condition, alternatives[0])
        if len(versions) > 1 or versions[0].force != ir.ALWAYS:
            derived = Call("any_of", tuple(alternatives), spread=len(versions) > 1)
        code = _supplied(plan, "established", key, scope, derived)
        element = plan.world.elements.get(versions[0].eid)
        doc = (element.text if element else "") or key
        head = _head(plan, plan.functions["concept", key], scope, "Truth")
        yield Function(_order(plan, versions[0].eid), _function(head, doc, code))


def _supplied(plan: Plan, word: str, key: str, scope: Scope, derived: Code) -> Call:
    kind = scope.things[0][0]
    field = f"{scope.of(kind)}.{plan.fields[kind, key]}"
    return Call(word, (field, Before("lambda: ", derived)))


def _quantities(plan: Plan) -> Iterator[Function]:
    for key in dict.fromkeys(one.key for one in plan.law.quantities):
        versions = plan.quantity(key)
        kind = versions[0].kind
        scope = scope_of(plan, kind)
        if len(versions) == 1 and versions[0].force == ir.ALWAYS:
            derived = bare(plan, versions[0].value, scope)
        else:
            pairs = [
                row(
                    [
                        _in_force(plan, one.force),
                        Before("lambda: ", bare(plan, one.value, scope)),
                    ]
                )
                for one in versions
            ]
            derived = Call("version", tuple(pairs))
        code = _supplied(plan, "supplied_or", key, scope, derived)
        head = _head(plan, plan.functions["quantity", key], scope, "Any")
        doc = versions[0].text or key
        yield Function(_order(plan, versions[0].eid), _function(head, doc, code))


def _in_force(plan: Plan, version: ir.Force) -> Code:
    return "True" if version == ir.ALWAYS else force(plan, version)


def _decisions(plan: Plan) -> Iterator[Function]:
    for decision in plan.law.decisions:
        kind = decision.kind
        scope = scope_of(plan, kind)
        otherwise = "NOTHING" if decision.otherwise is None else constant(decision.otherwise)
        field = f"{scope.of(kind)}.{plan.fields[kind, decision.key]}"
        givings = []
        for place, rule in enumerate(plan.law.rules):
            for number, gives in enumerate(rule.gives):
                if gives.decision == decision.key:
                    truth = applying(plan, place, scope)
                    if gives.when is not None:
                        truth = Call("all_of", (truth, bare(plan, gives.when, scope)))
                    giving = [truth, bare(plan, gives.value, scope)]
                    if rule.listed_in and decision.combine is ir.Combine.TOTAL:
                        giving.append(literal(f"{rule.listed_in} {number}"))
                    givings.append(row(giving))
        how = literal(decision.combine.value)
        code = Call("decided", (how, otherwise, field, *givings), spread=bool(givings))
        head = _head(plan, plan.functions["decision", decision.key], scope, "Any")
        doc = f"What is decided under `{decision.key}`, before cases are tried."
        yield Function(len(plan.order) + 1, _function(head, doc, code))


# --- lettered points -----------------------------------------------------------------------


_OF_MEMBERS = (ir.Some, ir.Every, ir.CountOf, ir.TotalOf)


def _points(plan: Plan) -> list[Point]:
    """Return the lettered points that are no rules of their own, each once."""
    taken = {rule.eid for rule in plan.law.rules}
    found: dict[str, Point] = {}

    def visit(expr: ir.Expr, kind: str, force: ir.Force) -> None:
        while isinstance(expr, ir.Stated):
            if expr.eid and expr.eid not in taken:
                point = Point(expr.eid, kind, expr.part, expr.text, force)
                found.setdefault(expr.eid, point)
            expr = expr.part
        if isinstance(expr, _OF_MEMBERS):
            kind = expr.kind
        for part in children(expr):
            visit(part, kind, force)

    for rule in plan.law.rules:
        visit(rule.condition, rule.kind, rule.force)
    for one in plan.law.definitions:
        visit(one.condition, one.kind, one.force)
    return [one for one in found.values() if one.eid in plan.citations]


def _names(plan: Plan, points: list[Point]) -> dict[str, str]:
    """Return the function of each lettered point."""
    mine = [*plan.classes.values(), *plan.variables.values(), *plan.functions.values()]
    used = reserved([*RUNTIME, *CLASSES, *mine])
    return {one.eid: further(provision_name(one.eid), used) for one in points}


def _point(plan: Plan, point: Point, name: str) -> Function:
    scope = scope_of(plan, point.kind)
    code = _as_truth(point.part, bare(plan, point.part, scope))
    if point.force != ir.ALWAYS:
        code = Call("all_of", (force(plan, point.force), code), spread=True)
    text = _function(_head(plan, name, scope, "Truth"), point.text, code)
    return Function(_order(plan, point.eid), text)


def _table(plan: Plan, points: list[Point], names: dict[str, str]) -> str:
    """Return the table of all that can be asked for by its citation.

    The versions of a provision are one question: that in force on the day answers it.
    """
    functions: dict[str, list[tuple[str, str]]] = {}
    asked = [
        (rule.eid, plan.functions["rule", place], rule.kind)
        for place, rule in enumerate(plan.law.rules)
    ]
    asked += [(one.eid, names[one.eid], one.kind) for one in points]
    for eid, name, kind in sorted(asked, key=lambda one: _order(plan, one[0])):
        if eid in plan.citations:
            functions.setdefault(plan.citations[eid], []).append((name, kind))
    lines = ["PROVISIONS: dict[str, Question] = {"]
    kinds = {kind: row([literal(one) for one in plan.line(kind)]) for kind in plan.kinds}
    for citation, mine in functions.items():
        kind = max((kind for _, kind in mine), key=lambda kind: len(plan.line(kind)))
        pairs = [
            row([name, str(plan.line(kind).index(of))])
            for name, of in mine
            if of in plan.line(kind)
        ]
        lead = f"{literal(citation)}: "
        made = laid_out(Call("Question", (kinds[kind], *pairs)), 4, len(lead))
        lines.append(f"    {lead}{made},")
    return "\n".join([*lines, "}"])
