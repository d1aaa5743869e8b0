"""Tests of single facts: what they say where the fact is known, and where it is not."""

from __future__ import annotations

from lawc.backends.python.expressions import constant, fact
from lawc.backends.python.layout import After, Code, both, either, flat
from lawc.backends.python.workshop import Asked, Body
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.ir.walk import unstated

_FLIPPED = {
    ir.Comparison.LT: ir.Comparison.GT,
    ir.Comparison.LE: ir.Comparison.GE,
    ir.Comparison.GE: ir.Comparison.LE,
    ir.Comparison.GT: ir.Comparison.LT,
}
_SIGN = {
    ir.Comparison.LT: "<",
    ir.Comparison.LE: "<=",
    ir.Comparison.EQ: "==",
    ir.Comparison.NE: "!=",
    ir.Comparison.GE: ">=",
    ir.Comparison.GT: ">",
}


def of_truth(name: Code, asked: Asked) -> Code:
    """Return a test of an expression whose value is a truth."""
    if name == "None":
        return repr(not asked.sure)
    return name if asked.sure else After(name, " is not False")


def _key(subject: ir.Fact) -> tuple[str, str]:
    return subject.kind, subject.key


def truth_fact(body: Body, expr: ir.Fact, asked: Asked) -> Code:
    """Return a test of a fact that is true or false."""
    thing = body.scope.of(expr.kind)
    if thing is None:
        return repr(not asked.sure)
    supplied = f"{thing}.{body.plan.fields[_key(expr)]}"
    if (asked.sure and _key(expr) not in body.plan.assumable) or supplied in body.known:
        return supplied
    if _key(expr) not in body.plan.assumable:
        return f"{supplied} is not False"
    assumed = flat(fact(body.plan, expr.kind, expr.key, body.scope))
    late = f"{assumed}" if asked.sure else f"{assumed} is not False"
    return either([supplied, both([f"{supplied} is None", late])])


def choice(body: Body, subject: ir.Fact, values: tuple[str, ...], asked: Asked) -> Code:
    """Return a test of whether a choice is one of `values`."""
    thing = body.scope.of(subject.kind)
    if thing is None:
        return repr(not asked.sure)
    supplied = f"{thing}.{body.plan.fields[_key(subject)]}"
    members = _members(body, subject)
    wanted = [name for value, name in members.items() if value in values]
    if not wanted:
        return "False" if asked.sure or supplied in body.known else f"{supplied} is None"
    if supplied in body.known:
        return _is_one(supplied, wanted)
    if _key(subject) in body.plan.assumable:
        found = flat(fact(body.plan, subject.kind, subject.key, body.scope))
        words = ", ".join([*wanted, *([] if asked.sure else ["None"])])
        late = f"{found} in {body.shop.constant(f'{{{words}}}', '')}"
        return either([_is_one(supplied, wanted), both([f"{supplied} is None", late])])
    others = [name for value, name in members.items() if value not in values]
    if asked.sure:
        return _is_one(supplied, wanted)
    if len(others) <= len(wanted):
        return both([f"{supplied} is not {name}" for name in others])
    return _is_one(supplied, [*wanted, "None"])


def _members(body: Body, subject: ir.Fact) -> dict[str, str]:
    """Return the names of constants that hold the values of a choice."""
    plan, type_ = body.plan, body.plan.type_of(subject)
    assert isinstance(type_, Choice)
    enum = plan.enum(type_)
    return {
        value: body.shop.constant(f"{enum}.{member}", f"{enum}_{member}".upper())
        for value, member in plan.members(type_).items()
    }


def _is_one(supplied: str, names: list[str]) -> Code:
    return either([f"{supplied} is {name}" for name in names])


def known_by(body: Body, expr: ir.Expr, *, holds: bool) -> frozenset[str]:
    """Return what is read and surely not missing where a condition surely holds or fails."""
    match expr:
        case ir.Stated(_, part):
            return known_by(body, part, holds=holds)
        case ir.Not(part):
            return known_by(body, part, holds=not holds)
        case ir.All(parts) | ir.Any(parts):
            every = holds == isinstance(expr, ir.All) or len(parts) == 1
            found = [known_by(body, part, holds=holds) for part in parts if every]
            return frozenset().union(*found)
        case ir.Fact() | ir.OneOf(ir.Fact()):
            text = plain(body, expr if isinstance(expr, ir.Fact) else expr.subject)
            return frozenset({text} if text else ())
        case ir.Compare(_, left, right):
            sides = [unstated(side) for side in (left, right)]
            sides = [unstated(one.day) if isinstance(one, ir.Shifted) else one for one in sides]
            texts = [plain(body, side) for side in sides]
            return frozenset(t for t in texts if t) if None not in texts else frozenset()
        case _:
            return frozenset()


def missing(body: Body, expr: ir.Expr) -> Code | None:
    """Return a test of whether a fact is missing that is all a condition lacks to be sure.

    None where the condition is not about facts alone that are supplied or missing.
    """
    match expr:
        case ir.Fact() | ir.OneOf(ir.Fact()):
            texts = [plain(body, expr if isinstance(expr, ir.Fact) else expr.subject)]
        case ir.Compare(op, left, right):
            sides = [unstated(side) for side in (left, right)]
            shifted = [one for one in sides if isinstance(one, ir.Shifted)]
            if len(shifted) > 1 or (shifted and op not in _FLIPPED):
                return None
            sides = [unstated(one.day) if one in shifted else one for one in sides]
            texts = [plain(body, one) for one in sides if not isinstance(one, ir.Literal)]
        case _:
            return None
    if None in texts:
        return None
    return either([f"{text} is None" for text in texts if text not in body.known])


def compare(body: Body, expr: ir.Compare, asked: Asked) -> Code | None:
    """Return a test of a comparison of values that are written or supplied, else None."""
    op, left, right = expr.op, unstated(expr.left), unstated(expr.right)
    if isinstance(right, ir.Shifted) and not isinstance(left, ir.Shifted):
        op, left, right = _FLIPPED.get(op, op), right, left
    first, second = left, right
    if isinstance(left, ir.Shifted) and op in _FLIPPED:
        first = unstated(left.day)
    texts = [plain(body, side) for side in (first, second)]
    if None in texts:
        return None
    start, end = map(str, texts)
    if isinstance(left, ir.Shifted) and op in _FLIPPED:
        strict = op in {ir.Comparison.LT, ir.Comparison.GE}
        latest = body.shop.latest(left.period, before=left.before, strict=strict)
        sign = "<=" if op in {ir.Comparison.LT, ir.Comparison.LE} else ">"
        holds = f"{start} {sign} {latest}[{end}]"
    else:
        holds = f"{start} {_SIGN[op]} {end}"
    missing = [
        text
        for text, side in ((start, first), (end, second))
        if not isinstance(side, ir.Literal) and text not in body.known
    ]
    if asked.sure:
        return both([*(f"{text} is not None" for text in dict.fromkeys(missing)), holds])
    return either([*(f"{text} is None" for text in dict.fromkeys(missing)), holds])


def plain(body: Body, side: ir.Expr) -> str | None:
    """Return Python for a value that is written in the law or supplied, else None."""
    match side:
        case ir.Literal(value) if not isinstance(value, bool):
            return flat(constant(value))
        case ir.Parameter(key):
            return body.day(key)
        case ir.Fact(kind, key) if (kind, key) not in body.plan.assumable:
            thing = body.scope.of(kind)
            return None if thing is None else f"{thing}.{body.plan.fields[kind, key]}"
        case _:
            return None
