"""Amounts computed at once where all that they read is known, else the careful way.

Before: `Rounded(Product((Quantity("unserved_part"), Decided("reduction"))), UP, 1)`.
After: `share_up(max(0, (offence.term_ends_on - days.effective_day).days), v2)`, if neither the
end of the term nor the day is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from fractions import Fraction

from lawc.backends.python.bounds import qualified
from lawc.backends.python.expressions import bare, constant
from lawc.backends.python.layout import Call, Code, both, flat, laid_out
from lawc.backends.python.plan import scope_of
from lawc.backends.python.workshop import Body
from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.records import dataclass


class _NotPlainError(Exception):
    """The amount reads what only the careful way can read."""


@dataclass
class _Reads:
    """The values that must be there, and those that must not be established."""

    known: dict[str, None] = field(default_factory=dict)
    derived: dict[str, None] = field(default_factory=dict)


def absorbed(expr: ir.Expr) -> Iterator[str]:
    """Yield the decisions without which `expr` has no value: nothing absorbs."""
    match expr:
        case ir.Decided(key):
            yield key
        case ir.Stated() | ir.Total() | ir.Product() | ir.Largest() | ir.Smallest():
            for part in children(expr):
                yield from absorbed(part)
        case ir.Difference() | ir.Rounded() | ir.DaysBetween() | ir.Shifted():
            for part in children(expr):
                yield from absorbed(part)
        case _:
            return


def value_lines(
    body: Body, name: str, expr: ir.Expr, indent: int, missing: Callable[[int], list[str]]
) -> list[str]:
    """Return the lines that set `name` to the value of `expr`, to stand `indent` in.

    `missing` returns the lines for where a value is missing or absent.
    """
    careful = qualified(body, bare(body.plan, expr, body.scope))
    reads = _Reads()

    def checked(indent: int) -> list[str]:
        return [
            f"{name} = {laid_out(careful, indent, len(name) + 3, 0)}",
            f"if {name} is None or {name} is NOTHING:",
            *(f"    {one}" for one in missing(indent + 4)),
        ]

    try:
        quick = _plain(body, expr, reads)
    except _NotPlainError:
        return checked(indent)
    if not (reads.known or reads.derived) or isinstance(expr, ir.Fact | ir.Parameter):
        return checked(indent)
    tests = [f"{one} is not None" for one in reads.known if one not in body.known]
    tests += [f"{one} is None" for one in reads.derived]
    if not tests:
        return [f"{name} = {laid_out(quick, indent, len(name) + 3, 0)}"]
    return [
        f"if {laid_out(both(tests), indent, 3)}:",
        f"    {name} = {laid_out(quick, indent + 4, len(name) + 3, 0)}",
        "else:",
        *(f"    {one}" for one in checked(indent + 4)),
    ]


def _plain(body: Body, expr: ir.Expr, reads: _Reads) -> Code:
    def of(*parts: ir.Expr) -> tuple[Code, ...]:
        return tuple(_plain(body, part, reads) for part in parts)

    match expr:
        case ir.Stated(_, part):
            return _plain(body, part, reads)
        case ir.Literal(value):
            return constant(value)
        case ir.Fact() | ir.Parameter() | ir.Decided():
            return _read(body, expr, reads)
        case ir.Quantity(key):
            return _quantity(body, key, reads)
        case ir.Largest((_, _, *_) as parts) | ir.Smallest((_, _, *_) as parts):
            return Call("max" if isinstance(expr, ir.Largest) else "min", of(*parts))
        case ir.Rounded(ir.Product((left, right)), ir.Rounding.UP, unit) if unit == 1:
            return _share_up(body, *of(left, right))
        case ir.Rounded(part, rounding, unit):
            return Call(f"round_{rounding.value}", (*of(part), constant(Fraction(unit))))
        case ir.DaysBetween(start, end):
            first, last = map(flat, of(start, end))
            return f"({last} - {first}).days"
        case _:
            raise _NotPlainError


def _share_up(body: Body, amount: Code, share: Code) -> Code:
    """Return a share of an amount rounded up; of a constant share, by whole numbers alone."""
    said = {name: text for text, name in body.shop.constants.items()}.get(str(share), "")
    if not said.startswith("Fraction("):
        return Call("share_up", (amount, share))
    numerator, _, denominator = said[len("Fraction(") : -1].partition(", ")
    return Call("part_up", (amount, numerator, denominator or "1"))


def _read(body: Body, expr: ir.Fact | ir.Parameter | ir.Decided, reads: _Reads) -> str:
    match expr:
        case ir.Decided(key) if ("decision", key) in body.local:
            if body.plan.decision(key).combine is ir.Combine.ONE:  # may be a contradiction
                raise _NotPlainError
            name = body.local["decision", key]
            said = name.isupper() or not name.isidentifier()  # a constant, or a number
            if not said:
                reads.known[name] = None
            return name
        case ir.Parameter(key):
            name = body.day(key)
        case ir.Fact(kind, key) if (kind, key) not in body.plan.assumable:
            thing = body.scope.of(kind)
            if thing is None:
                raise _NotPlainError
            name = f"{thing}.{body.plan.fields[kind, key]}"
        case _:
            raise _NotPlainError
    reads.known[name] = None
    return name


def _quantity(body: Body, key: str, reads: _Reads) -> Code:
    versions = body.plan.quantity(key)
    kind = versions[0].kind
    if len(versions) > 1 or versions[0].force != ir.ALWAYS or body.scope.of(kind) is None:
        raise _NotPlainError
    if dict(body.scope.things).items() < dict(scope_of(body.plan, kind).things).items():
        raise _NotPlainError
    supplied = f"{body.scope.of(kind)}.{body.plan.fields[kind, key]}"
    if kind not in body.shop.bare:
        reads.derived[supplied] = None
    return _plain(body, versions[0].value, reads)
