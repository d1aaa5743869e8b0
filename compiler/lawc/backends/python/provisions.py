"""The readable module: one function a provision, concept and quantity, in the law's order."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.backends.python.expressions import (
    applying,
    bare,
    constant,
    expression,
    force,
    joined,
    point_called,
)
from lawc.backends.python.layout import Before, Call, Code, Remarked, laid_out, row
from lawc.backends.python.plan import Plan, Scope, scope_of
from lawc.backends.python.points import Exceptions
from lawc.backends.python.text import docstring, literal
from lawc.ir import nodes as ir
from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """A function to be written, with the place in the text where it belongs."""

    order: int
    text: str


def provision_blocks(plan: Plan) -> list[str]:
    """Return the functions of the module of rules, and the table `PROVISIONS`."""
    functions = [
        *_rules(plan),
        *_exceptions(plan),
        *_concepts(plan),
        *_quantities(plan),
        *_decisions(plan),
        *_points(plan),
    ]
    ordered = sorted(functions, key=lambda function: function.order)
    return [*(function.text for function in ordered), _table(plan)]


def _head(plan: Plan, name: str, scope: Scope, returns: str) -> str:
    things = [f"{variable}: {plan.classes[kind]}" for kind, variable in scope.things]
    call = laid_out(Call(name, (*things, "days: Days")), 0, 4, 5 + len(returns))
    return f"def {call} -> {returns}:"


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
        parts += _unless(plan, place, scope)
        code = joined("all_of", parts)
        if len(parts) == 1:
            code = _as_truth(plan, rule.condition, scope, parts[0])
        name = plan.functions["rule", place]
        text = _function(_head(plan, name, scope, "Truth"), rule.text, code)
        yield Function(_order(plan, rule.eid), text)


def _unless(plan: Plan, place: int, scope: Scope) -> list[Code]:
    """Return the condition that nothing displaces the rule at `place`, if anything may."""
    exceptions = plan.displacing(place)
    if not exceptions.places:
        return []
    if exceptions in plan.parts:
        return [Call("not_", (_call(plan.parts[exceptions], scope),))]
    by = tuple(applying(plan, other, scope) for other in exceptions.places)
    return [Call("none_of", by, spread=len(by) > 1)]


def _call(name: str, scope: Scope) -> Call:
    return Call(name, (*(variable for _, variable in scope.things), "days"))


def _exceptions(plan: Plan) -> Iterator[Function]:
    """Yield the functions of exceptions, each after the first rule that they displace."""
    first: dict[Exceptions, int] = {}
    for place in range(len(plan.law.rules)):
        first.setdefault(plan.displacing(place), place)
    for exceptions in plan.exceptions:
        scope = scope_of(plan, exceptions.kind)
        parts = tuple(applying(plan, place, scope) for place in exceptions.places)
        cited = (plan.citation(place) or "" for place in exceptions.places)
        text = f"Any of these applies: {', '.join(dict.fromkeys(filter(None, cited)))}."
        head = _head(plan, plan.parts[exceptions], scope, "Truth")
        code = Call("any_of", parts, spread=True)
        order = _order(plan, plan.law.rules[first[exceptions]].eid)
        yield Function(order, _function(head, text, code))


def _as_truth(plan: Plan, expr: ir.Expr, scope: Scope, code: Code) -> Code:
    """Return `code` so that it is a truth: what is neither true nor false is unknown."""
    while isinstance(expr, ir.Stated):
        if point_called(plan, expr, scope) is not None:
            return code
        expr = expr.part
    code = code.part if isinstance(code, Remarked) else code
    return code if isinstance(expr, _SURE) else Call("known", (code,))


_SURE = (
    ir.Not, ir.All, ir.Any, ir.AtLeast, ir.Some, ir.Every, ir.Concept, ir.Applies, ir.Compare,
    ir.Fact, ir.Literal,
)  # fmt: skip


def _concepts(plan: Plan) -> Iterator[Function]:
    for key in dict.fromkeys(definition.key for definition in plan.law.definitions):
        versions = plan.concept(key)
        scope = scope_of(plan, versions[0].kind)
        alternatives = []
        for version in versions:
            code = expression(plan, version.condition, scope)
            if version.force != ir.ALWAYS:
                code = joined("all_of", (force(plan, version.force), code))
            alternatives.append(code)
        derived = _as_truth(plan, versions[0].condition, scope, alternatives[0])
        if len(versions) > 1 or versions[0].force != ir.ALWAYS:
            derived = joined("any_of", alternatives)
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
    for key in dict.fromkeys(quantity.key for quantity in plan.law.quantities):
        versions = plan.quantity(key)
        kind = versions[0].kind
        scope = scope_of(plan, kind)
        if len(versions) == 1 and versions[0].force == ir.ALWAYS:
            derived = bare(plan, versions[0].value, scope)
        else:
            pairs = [
                row(
                    [
                        _in_force(plan, version.force),
                        Before("lambda: ", bare(plan, version.value, scope)),
                    ]
                )
                for version in versions
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


def _points(plan: Plan) -> Iterator[Function]:
    for point in plan.points.values():
        scope = scope_of(plan, point.kind)
        code = _as_truth(plan, point.part, scope, bare(plan, point.part, scope))
        if point.force != ir.ALWAYS:
            code = joined("all_of", (force(plan, point.force), code))
        head = _head(plan, plan.parts[point.eid], scope, "Truth")
        yield Function(_order(plan, point.eid), _function(head, point.text, code))


# --- the table -----------------------------------------------------------------------------


def _table(plan: Plan) -> str:
    """Return the table of all that can be asked for by its citation.

    The versions of a provision are one question: that in force on the day answers it.
    """
    functions: dict[str, list[tuple[str, str]]] = {}
    provisions = [
        (rule.eid, plan.functions["rule", place], rule.kind)
        for place, rule in enumerate(plan.law.rules)
    ]
    provisions += [(eid, plan.parts[eid], point.kind) for eid, point in plan.points.items()]
    for eid, name, kind in sorted(provisions, key=lambda item: _order(plan, item[0])):
        if eid in plan.citations:
            functions.setdefault(plan.citations[eid], []).append((name, kind))
    lines = ["PROVISIONS: dict[str, Question] = {"]
    kinds = {kind: row([literal(above) for above in plan.line(kind)]) for kind in plan.kinds}
    for citation, mine in functions.items():
        kind = max((kind for _, kind in mine), key=lambda kind: len(plan.line(kind)))
        pairs = [
            row([name, str(plan.line(kind).index(of))])
            for name, of in mine
            if of in plan.line(kind)
        ]
        lead = f"{literal(citation)}: "
        question = laid_out(Call("Question", (kinds[kind], *pairs)), 4, len(lead))
        lines.append(f"    {lead}{question},")
    return "\n".join([*lines, "}"])
