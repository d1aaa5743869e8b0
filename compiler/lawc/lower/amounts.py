"""Amounts: arithmetic in words, rounding, and tables of brackets."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import reduce

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.lower.context import Place
from lawc.lower.values import day, literal, named, which_one
from lawc.syntax.nodes import Phrase, Tree

_ROUNDING = {
    "rounded_up": ir.Rounding.UP,
    "rounded_down": ir.Rounding.DOWN,
    "rounded_nearest": ir.Rounding.NEAREST,
}
CENT = Fraction(1, 100)


def amount(place: Place, node: Tree) -> ir.Expr:
    """Return the value that the words after `is` describe, its limits in the order written."""
    _, expression, *limits = (one for one in node.children if one is not None)
    limits = [one for one in limits if one.name != "if_part"]
    return _with_limits(place, term(place, expression), limits)


def _with_limits(place: Place, part: ir.Expr, limits: list[Tree]) -> ir.Expr:
    return reduce(lambda found, limit: _limited(place, found, limit), limits, part)


def _limited(place: Place, part: ir.Expr, limit: Tree) -> ir.Expr:
    match limit:
        case Tree("not_less", children):
            return ir.Largest((part, term(place, children[-1])))
        case Tree("not_more", children):
            return ir.Smallest((part, term(place, children[-1])))
        case Tree(name, children):
            unit = children[-1]
            assert isinstance(unit, Phrase)
            size = place.ctx.vocabulary.units[unit.key]
            return ir.Rounded(part, _ROUNDING[name], size)


def term(place: Place, node: Tree) -> ir.Expr:
    """Return a value: a number, a noun, a count of things, or arithmetic of those."""
    match node:
        case Tree("product", parts):
            return ir.Product(tuple(term(place, part) for part in parts))
        case Tree("sum", parts):
            return ir.Total(tuple(term(place, part) for part in parts))
        case Tree("difference", (left, right)):
            return ir.Difference(term(place, left), term(place, right))
        case Tree("noun", (Phrase() as noun,)):
            return named(place.ctx, noun, place.kind)
        case Tree("days_between", (start, end)):
            return ir.DaysBetween(
                day(place.ctx, start, place.kind), day(place.ctx, end, place.kind)
            )
        case Tree("number_of", (Phrase() as many, *that)):
            return ir.CountOf(_member(place, many), _that(place, many, that[-1] if that else None))
        case Tree("sum_of", (Phrase() as noun, Phrase() as many)):
            kind = _member(place, many)
            return ir.TotalOf(kind, named(place.ctx, noun, kind))
        case _:
            return literal(node)


def _member(place: Place, many: Phrase) -> str:
    kind = place.ctx.vocabulary.kind(many.key)
    if kind is None or kind.parent not in place.ctx.vocabulary.chain(place.kind):
        which_one(place.ctx, many, (kind.parent if kind else None) or "")
    return many.key


def _that(place: Place, many: Phrase, that: Tree | Phrase | None) -> ir.Expr | None:
    from lawc.lower import conditions  # noqa: PLC0415 - conditions compare amounts

    inner = place.of(many.key)
    match that:
        case None:
            return None
        case Phrase():
            return conditions.stated(inner, that, conditions.class_meaning(inner, that))
        case _:
            return conditions.condition(inner, that)


# --- what an amount can be ---------------------------------------------------------------


def fits(place: Place, type_: Type, value: ir.Expr) -> bool:
    """Tell whether `value` always is a value of `type_`, with no digits left over."""
    match type_:
        case Basic.COUNT:
            return _multiple(place, value, Fraction(1))
        case Money():
            return _multiple(place, value, CENT)
        case _:
            return True


def _multiple(place: Place, value: ir.Expr, unit: Fraction) -> bool:
    """Tell whether `value` always is a whole multiple of `unit`."""
    vocabulary = place.ctx.vocabulary
    match value:
        case ir.Literal(int() | Fraction() as number):
            return Fraction(number) % unit == 0
        case ir.Rounded(_, _, size):
            return size % unit == 0
        case ir.Total(parts) | ir.Largest(parts) | ir.Smallest(parts):
            return all(_multiple(place, part, unit) for part in parts)
        case ir.Difference(left, right):
            return _multiple(place, left, unit) and _multiple(place, right, unit)
        case ir.Product(parts):
            whole = [part for part in parts if _multiple(place, part, Fraction(1))]
            rest = [part for part in parts if part not in whole]
            return not rest or (len(rest) == 1 and _multiple(place, rest[0], unit))
        case ir.DaysBetween() | ir.CountOf():
            return Fraction(1) % unit == 0
        case ir.TotalOf(_, part):
            return _multiple(place, part, unit)
        case ir.Bracketed(subject, rows, by_part):
            fine = all(row.value % unit == 0 for row in rows)
            return fine and (not by_part or _multiple(place, subject, Fraction(1)))
        case ir.Fact(kind, key):
            return _declared_multiple(vocabulary.facts[kind, key].type, unit)
        case ir.Quantity(key):
            return _declared_multiple(vocabulary.quantities[key].type, unit)
        case ir.Decided(key):
            return _declared_multiple(vocabulary.decisions[key].decision.type, unit)
        case _:
            return False


def _declared_multiple(type_: Type, unit: Fraction) -> bool:
    match type_:
        case Basic.COUNT:
            return Fraction(1) % unit == 0
        case Money():
            return CENT % unit == 0
        case _:
            return False


def check_rounding(place: Place, type_: Type, value: ir.Expr, node: Tree) -> None:
    """Report an amount that can have more digits than its type, and states no rounding."""
    if not fits(place, type_, value):
        place.ctx.problem(
            Code.ROUNDING_MISSING,
            f"`{place.ctx.act.text(node.span)}` can leave a part smaller than the unit, and "
            "states no rounding",
            node.span,
            place.passage.where,
            help_="say at the end to which unit it is rounded: up, down or to the nearest",
        )


# --- tables ------------------------------------------------------------------------------


def bracketed(place: Place, node: Tree) -> ir.Expr:
    """Return the table below a sentence, applied to the amount that the sentence names."""
    _, subject, *limits = node.children
    rows = tuple(_row(place, row) for row in place.passage.rows)
    _check_rows(place, rows)
    noun = Tree("noun", (subject,), subject.span)
    table = ir.Bracketed(term(place, noun), rows, node.name == "amounts_by_part")
    return _with_limits(place, table, limits)


def _row(place: Place, row: Tree) -> ir.Row:
    bounds, cell = row.children
    ends = [_number(place, one) for one in bounds.children]
    value = _number(place, cell)
    match bounds.name:
        case "up_to":
            return ir.Row(None, ends[0], value)
        case "over":
            return ir.Row(ends[0], None, value)
        case _:
            return ir.Row(ends[0], ends[1], value)


def _number(place: Place, node: Tree) -> Fraction:
    value = term(place, node)
    assert isinstance(value, ir.Literal)
    assert isinstance(value.value, (int, Fraction))
    return Fraction(value.value)


def _check_rows(place: Place, rows: tuple[ir.Row, ...]) -> None:
    nodes = place.passage.rows
    if rows and rows[0].over is not None:
        _gap(place, nodes[0], f"up to {_said(rows[0].over)}")
    if rows and rows[-1].up_to is not None:
        _gap(place, nodes[-1], f"over {_said(rows[-1].up_to)}")
    for number, (row, after) in enumerate(zip(rows, rows[1:], strict=False), start=1):
        if row.up_to is None or after.over is None or after.over < row.up_to:
            place.ctx.problem(
                Code.TABLE_OVERLAP,
                f"this row begins at {_said(after.over)}, inside the row before it",
                nodes[number].span,
                place.passage.where,
                help_=f"begin it where the row before ends: {_said(row.up_to)}",
            )
        elif after.over > row.up_to:
            gap = f"over {_said(row.up_to)} to {_said(after.over)}"
            _gap(place, nodes[number], gap)


def _gap(place: Place, node: Tree, gap: str) -> None:
    place.ctx.problem(
        Code.TABLE_GAP,
        f"the table gives no value for {gap}",
        node.span,
        place.passage.where,
        help_="let each row begin where the row before it ends, and leave the last one open",
    )


def _said(bound: Fraction | None) -> str:
    if bound is None:
        return "the lowest"
    return (
        str(bound)
        if bound.denominator == 1
        else str(Decimal(bound.numerator) / bound.denominator)
    )
