"""Expressions of the checked form as Python that a reader of the law can follow.

Before: `All((OneOf(Fact("offence", "category"), ("minor",)), Concept("vulnerable")))`.
After: `all_of(one_of(offence.category, ("minor",)), vulnerable(offence, person, days))`.

Each computes what the interpreter does: None where facts are missing, NOTHING where the law
gives no value.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import assert_never

from lawc.backends.python.layout import Before, Call, Code, Remarked, row
from lawc.backends.python.plan import Plan, Scope
from lawc.backends.python.points import called
from lawc.backends.python.text import WIDTH, comment, literal
from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.runtime.values import Period, Provision, ProvisionRange

_PAIR = 2
_TRUTHS = ("all_of", "any_of", "at_least", "every", "none_of", "not_", "some")
_COMPARE = {
    ir.Comparison.LT: ("before", False),
    ir.Comparison.LE: ("at_most", False),
    ir.Comparison.EQ: ("same", False),
    ir.Comparison.NE: ("differ", False),
    ir.Comparison.GE: ("at_most", True),
    ir.Comparison.GT: ("before", True),
}


def expression(plan: Plan, expr: ir.Expr, scope: Scope) -> Code:  # noqa: C901
    """Return Python that computes the value of `expr`."""
    match expr:
        case ir.Stated():
            return _stated(plan, expr, scope)
        case ir.Literal(value):
            return constant(value)
        case ir.Fact(kind, key):
            return fact(plan, kind, key, scope)
        case ir.Parameter(key):
            return f"days.{plan.parameters[key]}"
        case ir.Not(part):
            return _negated(bare(plan, part, scope))
        case ir.All():
            return _joined(plan, "all_of", expr, scope)
        case ir.Any():
            return _joined(plan, "any_of", expr, scope)
        case ir.AtLeast(number, parts):
            inner = tuple(expression(plan, part, scope) for part in parts)
            return Call("at_least", (str(number), *inner), spread=len(parts) > 1)
        case ir.OneOf(subject, values):
            chosen = row([literal(value) for value in values])
            return Call("one_of", (bare(plan, subject, scope), chosen))
        case ir.Under(subject, ranges):
            return Call("under", (bare(plan, subject, scope), row([*map(span, ranges)])))
        case ir.Compare(op, left, right):
            word, turned = _COMPARE[op]
            sides = (bare(plan, left, scope), bare(plan, right, scope))
            return Call(word, sides[::-1] if turned else sides)
        case ir.Concept() | ir.Quantity() | ir.Decided() | ir.Applies():
            return _named(plan, expr, scope)
        case ir.Some() | ir.Every() | ir.CountOf() | ir.TotalOf():
            return _of_members(plan, expr, scope)
        case _:
            return _arithmetic(plan, expr, scope)


def bare(plan: Plan, expr: ir.Expr, scope: Scope) -> Code:
    """Return Python for `expr` where no comment can stand above it."""
    code = expression(plan, expr, scope)
    return code.part if isinstance(code, Remarked) else code


def fact(plan: Plan, kind: str, key: str, scope: Scope) -> Code:
    """Return Python for a fact, with what the assumptions say where it is not supplied."""
    thing = scope.of(kind)
    if thing is None:
        return "None"
    name = plan.fields[kind, key]
    if (kind, key) in plan.assumable:
        return f"facts.{name}_of_{plan.variables[kind]}({thing})"
    return f"{thing}.{name}"


def call(plan: Plan, function: tuple[str, object], kind: str, scope: Scope) -> Code:
    """Return the call of a function about a thing of `kind` and those above it."""
    things = [scope.of(above) for above in plan.line(kind)]
    if None in things:
        return "None"
    return Call(plan.functions[function], (*map(str, things), "days"))


def group(plan: Plan, kind: str, scope: Scope) -> str:
    """Return Python for the members of `kind` of the thing in scope."""
    parent, field = plan.kinds[kind].parent, plan.kinds[kind].field
    owner = scope.of(parent) if parent is not None else None
    return "None" if owner is None else f"{owner}.{plan.fields[parent or '', field or '']}"


def force(plan: Plan, version: ir.Force) -> Code:
    """Return Python that tells whether a version is in force."""
    assert plan.law.law_day is not None
    day = f"days.{plan.parameters[plan.law.law_day]}"
    return Call("in_force", (day, constant(version.start), constant(version.end)))


def _stated(plan: Plan, stated: ir.Stated, scope: Scope) -> Code:
    """Return the call of a lettered point's function; else its condition, with its text."""
    point = point_called(plan, stated, scope)
    if point is not None:
        return point
    code = expression(plan, stated.part, scope)
    return Remarked(_remark(plan, stated.text, stated.eid), code) if stated.eid else code


def point_called(plan: Plan, stated: ir.Stated, scope: Scope) -> Call | None:
    """Return the call of the function of a lettered point, None where it is written out."""
    kind = scope.things[0][0]
    point = called(plan.points, stated, kind)
    things = [scope.of(above) for above in plan.line(kind)]
    if point is None or None in things:
        return None
    return Call(plan.parts[point.eid], (*map(str, things), "days"))


def _negated(code: Code) -> Code:
    """Return the negation of `code`; of a negation, what it denies."""
    if not isinstance(code, Call) or code.head != "not_":
        return Call("not_", (code,))
    (denied,) = code.args
    sure = isinstance(denied, Call) and denied.head in _TRUTHS
    return denied if sure else Call("known", (denied,))


def _joined(plan: Plan, word: str, expr: ir.All | ir.Any, scope: Scope) -> Code:
    return joined(word, [expression(plan, part, scope) for part in expr.parts])


def joined(word: str, parts: Iterable[Code]) -> Code:
    """Return `word` of the parts, and of the parts of those that join by the same word.

    More than a pair are a list, one a line.
    """
    inner: list[Code] = []
    for part in parts:
        if isinstance(part, Call) and part.head == word:
            inner += part.args
        else:
            inner.append(part)
    if len(inner) == 1 and isinstance(inner[0], Call) and inner[0].head in _TRUTHS:
        return inner[0]
    return Call(word, tuple(inner), spread=len(inner) > _PAIR)


def _remark(plan: Plan, text: str, eid: str | None) -> str:
    citation = plan.citations.get(eid or "", "")
    line = comment(f"{citation} {text}")
    limit = WIDTH * 3 // 4
    return line if len(line) <= limit else f"{line[:limit].rstrip()} ..."


def _named(plan: Plan, expr: ir.Expr, scope: Scope) -> Code:
    match expr:
        case ir.Concept(key):
            return call(plan, ("concept", key), plan.concept(key)[0].kind, scope)
        case ir.Quantity(key):
            return call(plan, ("quantity", key), plan.quantity(key)[0].kind, scope)
        case ir.Decided(key):
            decided = call(plan, ("decision", key), plan.decision(key).kind, scope)
            return Call("spoken_of", (decided,))
        case ir.Applies(eids):
            return Call("any_of", tuple(applying(plan, i, scope) for i in plan.under(eids)))
        case _:
            raise AssertionError(expr)


def applying(plan: Plan, place: int, scope: Scope) -> Code:
    """Return Python that tells whether the rule at `place` applies."""
    return call(plan, ("rule", place), plan.law.rules[place].kind, scope)


def _of_members(
    plan: Plan, expr: ir.Some | ir.Every | ir.CountOf | ir.TotalOf, scope: Scope
) -> Code:
    members, inner = group(plan, expr.kind, scope), scope.within(plan, expr.kind)
    word = f"lambda {inner.of(expr.kind)}: "

    def each(part: ir.Expr) -> Code:
        return Before(word, bare(plan, part, inner))

    match expr:
        case ir.Some(number, _, condition):
            return Call("some", (str(number), members, each(condition)))
        case ir.Every(_, condition):
            return Call("every", (members, each(condition)))
        case ir.CountOf(_, None):
            return Call("number_of", (members,))
        case ir.CountOf(_, part) | ir.TotalOf(_, part):
            assert part is not None
            word_ = "number_where" if isinstance(expr, ir.CountOf) else "total_of"
            return Call(word_, (members, each(part)))
        case _:
            assert_never(expr)


def _arithmetic(plan: Plan, expr: ir.Expr, scope: Scope) -> Code:
    def of(*parts: ir.Expr) -> tuple[Code, ...]:
        return tuple(bare(plan, part, scope) for part in parts)

    match expr:
        case ir.Total(parts):
            return Call("total", of(*parts))
        case ir.Product(parts):
            return Call("product", of(*parts))
        case ir.Quotient(parts):
            return Call("quotient", of(*parts))
        case ir.Largest(parts):
            return Call("largest", of(*parts))
        case ir.Smallest(parts):
            return Call("smallest", of(*parts))
        case ir.ByCase(parts):
            return Call("by_case", of(*parts))
        case ir.IfAny(part):
            return Call("if_any", of(part))
        case ir.Difference(left, right):
            return Call("less", of(left, right))
        case ir.Rounded(part, rounding, unit):
            return Call("rounded", (*of(part), literal(rounding.value), constant(unit)))
        case ir.Bracketed(subject, rows, by_part):
            table = row([row([*map(constant, (r.over, r.up_to, r.value))]) for r in rows])
            return Call("by_parts" if by_part else "in_row", (*of(subject), table))
        case _:
            return _of_days(plan, expr, scope)


def _of_days(plan: Plan, expr: ir.Expr, scope: Scope) -> Code:
    parts = tuple(bare(plan, part, scope) for part in children(expr))
    up = f"month_end_up={bool(plan.law.month_end_up)}"
    match expr:
        case ir.Shifted(_, period, before):
            return Call("ahead_of" if before else "after", (*parts, constant(period), up))
        case ir.DaysBetween():
            return Call("days_between", parts)
        case ir.DaysIn():
            return Call("days_in", parts)
        case ir.MonthsBetween():
            return Call("months_between", (*parts, up))
        case ir.StartOf(_, unit):
            return Call("start_of", (*parts, literal(unit.value)))
        case _:
            raise AssertionError(expr)


# --- constants --------------------------------------------------------------------------


def constant(value: ir.Value | Period | None) -> Code:
    """Return Python for a value written in the law."""
    match value:
        case None | bool() | int():
            return repr(value)
        case str():
            return literal(value)
        case Fraction():
            whole = value.denominator == 1
            numbers = (value.numerator,) if whole else (value.numerator, value.denominator)
            return Call("Fraction", tuple(map(str, numbers)))
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case Provision():
            kept = value if value.point else value[:2] if value.part else value[:1]
            return Call("Provision", tuple(map(str, kept)))
        case Period():
            return Call("Period", tuple(map(str, value)))
        case _:
            assert_never(value)


def span(lies: ProvisionRange) -> Code:
    """Return Python for a range of provisions."""
    return Call("ProvisionRange", (constant(lies.first), constant(lies.last)))
