"""Amounts: arithmetic in words, rounding, and tables of brackets."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial, reduce

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.ir.walk import children
from lawc.lower.citations import elements
from lawc.lower.context import Place
from lawc.lower.days import time_between
from lawc.lower.each import number_of_each
from lawc.lower.eids import eid_of
from lawc.lower.items import OF_ITEMS, amount_of_items
from lawc.lower.members import Members, members
from lawc.lower.ordering import Orders, Reading, Saying
from lawc.lower.polynomials import polynomial
from lawc.lower.spans import days_of_spans
from lawc.lower.values import literal, noun_value
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.spoken import spoken, words_of
from lawc.vocabulary.model import Vocabulary

_ROUNDING = {
    "rounded_up": ir.Rounding.UP,
    "rounded_down": ir.Rounding.DOWN,
    "rounded_nearest": ir.Rounding.NEAREST,
    "half_up": ir.Rounding.HALF_UP,
    "half_down": ir.Rounding.HALF_DOWN,
    "half_even": ir.Rounding.HALF_EVEN,
}
REFERENCE = ir.Literal(Fraction(0), Basic.NUMBER)  # for what another element gives
_SHOWN = 2  # readings of an amount that a message shows
LIMITS = ("not_less", "not_more", "if_zero", *_ROUNDING)
AROUND = (  # conditions of an amount, and what ends an item
    "if_part", "unless_part", "whom", "case_first", "in_the_case", "otherwise", "other_case",
    "ends", "ends_and", "ends_or", "ends_list",
)  # fmt: skip
MOST_LIMITS = 20  # of an amount: each stands inside the next


def amount(place: Place, node: Tree) -> ir.Expr:
    """Return the value that a sentence or a case describes, its limits in the order written."""
    parts = [child for child in node.children if isinstance(child, Tree)]
    limits = [child for child in parts if child.name in LIMITS]
    (expression,) = (c for c in parts if c.name not in LIMITS and c.name not in AROUND)
    return with_limits(place, term(place, expression), limits)


def with_limits(place: Place, part: ir.Expr, limits: list[Tree]) -> ir.Expr:
    """Return an amount with its limits, in the order written."""
    if len(limits) > MOST_LIMITS:
        place.ctx.problem(
            Code.NOT_UNDERSTOOD,
            f"this amount has {len(limits)} limits, and there can be {MOST_LIMITS} at most",
            limits[MOST_LIMITS].span,
            place.passage.where,
            help_="define a quantity for the amount as limited so far, and go on with that",
        )
        return part
    return reduce(lambda limited, limit: _limited(place, limited, limit), limits, part)


def _limited(place: Place, part: ir.Expr, limit: Tree) -> ir.Expr:
    match limit:
        case Tree("not_less", children):
            return ir.Largest((part, term(place, children[-1])))
        case Tree("not_more", children):
            return ir.Smallest((part, term(place, children[-1])))
        case Tree("if_zero", (size, by)):
            return _if_zero(place, part, size, term(place, by), limit)
        case Tree(name, (unit, *half)):
            how = half[0].name if half and half[0] is not None else name
            return ir.Rounded(part, _ROUNDING[how], _size(place, unit))
        case _:
            raise AssertionError(limit)


def _if_zero(place: Place, part: ir.Expr, size: Tree, by: ir.Expr, limit: Tree) -> ir.Expr:
    """Return a quotient with what holds where it is divided by zero.

    Of a product with a quotient in it, that is zero.
    """
    zero = literal(size)
    match part:
        case ir.Quotient((left, divisor)) if polynomial(divisor) == polynomial(by):
            type_ = type_of(place.ctx.vocabulary, part)
            if zero.value == 0:  # which needs no unit
                zero = ir.Literal(0, type_ if isinstance(type_, Money) else Basic.COUNT)
            return ir.Quotient((left, divisor, zero))
        case ir.Product(parts) if zero.value == 0:
            quotients = [inner for inner in parts if isinstance(inner, ir.Quotient)]
            if len(quotients) == 1:
                other = _if_zero(place, quotients[0], size, by, limit)
                kept = tuple(other if inner is quotients[0] else inner for inner in parts)
                return ir.Product(kept)
    place.ctx.problem(
        Code.NOT_UNDERSTOOD,
        f"`{_words(place, limit)}` does not say what is divided by that",
        limit.span,
        place.passage.where,
        help_="write it directly after an amount that is divided by what may be zero",
    )
    return part


def _size(place: Place, unit: Tree | Phrase) -> Fraction:
    """Return the number of which a rounded amount is a multiple."""
    if isinstance(unit, Phrase):
        return place.ctx.vocabulary.units[unit.key]
    size = literal(unit).value
    assert isinstance(size, (int, Fraction)), "an amount of money or a number"
    if size == 0:
        place.ctx.problem(
            Code.WRONG_VALUE,
            "nothing can be rounded to a multiple of zero",
            unit.span,
            place.passage.where,
        )
    return Fraction(size) or Fraction(1)


def term(place: Place, node: Tree) -> ir.Expr:
    """Return a value: a number, a noun, a count of things, or arithmetic of these."""
    if node.name == "whichever":
        left, right, pick = node.children
        parts = term(place, left), term(place, right)
        return ir.Largest(parts) if pick.name == "larger" else ir.Smallest(parts)
    if place.subject is None and (excess := _inside(node, "excess_over")) is not None:
        place.ctx.problem(
            Code.NOT_UNDERSTOOD,
            f"`{_words(place, excess)}` does not say of what, as only the row of a table may",
            excess.span,
            place.passage.where,
            help_="say of what amount it is the excess",
        )
        return ir.Literal(0, Basic.COUNT)
    readings = Orders(
        partial(_operand, place),
        partial(_words, place),
        partial(type_of, place.ctx.vocabulary),
        place.subject,
    ).readings(node)
    if len(readings) != 1:
        _report(place, node, list(readings.values()))
    return next((reading.value for reading in readings.values()), ir.Literal(0, Basic.COUNT))


def _inside(node: Tree, name: str) -> Tree | None:
    """Return the first node of a name in a tree."""
    if node.name == name:
        return node
    below = (_inside(child, name) for child in node.children if isinstance(child, Tree))
    return next((found for found in below if found is not None), None)


def _words(place: Place, node: Tree) -> str:
    return place.ctx.act.text(node.span)


def _report(place: Place, node: Tree, readings: list[Reading]) -> None:
    """Report an amount whose operations have no order, or several."""
    if not readings:
        place.ctx.problem(
            Code.NOT_UNDERSTOOD,
            f"`{_words(place, node)}` divides by what is not a number, or is zero",
            node.span,
            place.passage.where,
            help_="divide by a number",
        )
        return
    shown = [f"`{reading.words}`" for reading in readings[:_SHOWN]]
    more = ", and more" if len(readings) > _SHOWN else ""
    place.ctx.problem(
        Code.TWO_READINGS,
        f"`{_words(place, node)}` can mean {' or '.join(shown)}{more}",
        node.span,
        place.passage.where,
        help_=_wordings(place, readings),
    )


def _wordings(place: Place, readings: list[Reading]) -> str:
    """Return the help: words for each reading, or a quantity for what is computed first."""
    language = place.ctx.act.language
    begun = {"plus": "sum_of_terms", "multiplied": "product_of"}
    (joining,) = filter(str.isalpha, words_of(language, "_terms"))
    saying = Saying(
        {name: spoken(language, f"operation.{name}") for name in (*begun, "less")},
        {
            name: spoken(language, f"{rule}.{rule}", {"_terms": "1"}).removesuffix(" 1")
            for name, rule in begun.items()
        },
        joining,
    )
    wordings = [saying.wording(reading) for reading in readings]
    if None in wordings or len(wordings) > _SHOWN:
        return "define a quantity for the part that is computed first, in a sentence of its own"
    return f"write {' or '.join(f'`{words}`' for words in wordings)}"


def _operand(place: Place, node: Tree) -> ir.Expr:
    match node:
        case Tree("noun", (Phrase() as noun,)):
            return noun_value(place.ctx, noun, place.kind)
        case Tree("noun_if_any", (Phrase() as noun,)):
            return ir.IfAny(noun_value(place.ctx, noun, place.kind))
        case Tree("days_between" | "days_with_both"):
            return time_between(place, node)
        case Tree("days_of_spans", (Phrase() as many, bound)):
            return days_of_spans(place, many, bound)
        case Tree("number_of", (several,)):
            return members(place, several).number()
        case Tree("sum_of", (Phrase() as noun, if_any, several)):
            group, summand = _of_each(place, noun, if_any, several)
            return group.total(summand, _zero(place, summand))
        case Tree("for_each_member" | "for_each_unit" | "for_each_part", (amount_, *each)):
            return ir.Product((term(place, amount_), number_of_each(place, node, each, term)))
        case Tree(name) if name in OF_ITEMS:
            of_type = partial(type_of, place.ctx.vocabulary)
            return amount_of_items(place, node, term, of_type)
        case _:
            return _operand_elsewhere(place, node)


def _operand_elsewhere(place: Place, node: Tree) -> ir.Expr:
    """Return an operand that names other provisions, or a number."""
    match node:
        case Tree("other_than_items", (Phrase() as noun, *_)):
            others = amount_of_items(
                place, Tree("items_sum", node.children[1:], node.span), term, lambda _: None
            )
            return ir.Difference(noun_value(place.ctx, noun, place.kind), others)
        case Tree("noun_under", (Phrase() as noun, _)):
            return noun_value(place.ctx, noun, place.kind)
        case Tree("amount_of_element", (citation, *_)):
            cited = elements(place.ctx, citation, place.passage)
            eid = eid_of(cited[0]) if cited else None
            return ir.Stated(place.ctx.act.text(node.span), REFERENCE, eid, node.span)
        case Tree("sum_of_each", (Phrase() as noun, *_)):
            place.ctx.totals[noun.key.rpartition(".")[2]] = eid_of(place.passage)
            return noun_value(place.ctx, noun, place.kind)
        case _:
            return literal(node)


def _of_each(
    place: Place, noun: Phrase, if_any: Tree | None, several: Tree | Phrase
) -> tuple[Members, ir.Expr]:
    """Return several things, and the amount that a noun names of each of them."""
    group = members(place, several)
    if noun.terminal == "RESULTS":  # a decision in the plural
        noun = replace(noun, key=f"decision:{noun.key}")
    value = noun_value(place.ctx, noun, group.kind)
    return group, value if if_any is None else ir.IfAny(value)


def _zero(place: Place, value: ir.Expr) -> ir.Literal:
    """Return zero of the type of an amount."""
    type_ = type_of(place.ctx.vocabulary, value)
    return ir.Literal(0, type_ if isinstance(type_, Money) else Basic.COUNT)


def type_of(vocabulary: Vocabulary, value: ir.Expr) -> Type | None:
    """Return the type of an amount, None if its parts do not say it."""
    match value:
        case ir.Literal(_, type_):
            return type_
        case ir.Fact() | ir.Quantity() | ir.Decided():
            return declared_type(vocabulary, value)
        case ir.DaysBetween() | ir.MonthsBetween() | ir.DaysIn() | ir.CountOf():
            return Basic.COUNT
        case ir.Bracketed(subject, _, by_part):
            return type_of(vocabulary, subject) if by_part else None
        case ir.Quotient((left, right, *_)):
            of, by = type_of(vocabulary, left), type_of(vocabulary, right)
            if isinstance(by, Money) or None in (of, by):
                return Basic.FRACTION if by is not None else None
            return of if isinstance(of, Money) else Basic.NUMBER
        case ir.Product(parts):
            types = [type_of(vocabulary, part) for part in parts]
            monies = [type_ for type_ in types if isinstance(type_, Money)]
            if len(monies) == 1:
                return monies[0]
            return types[0] if len(set(types)) == 1 and not monies else None
        case ir.ByCase():
            kinds = {type_of(vocabulary, part) for part in value.values}
            return kinds.pop() if len(kinds) == 1 else None
        case _:
            kinds = {type_of(vocabulary, part) for part in children(value)}
            return kinds.pop() if len(kinds) == 1 else None


def declared_type(vocabulary: Vocabulary, value: ir.Fact | ir.Quantity | ir.Decided) -> Type:
    """Return the type that the vocabulary declares of a noun."""
    match value:
        case ir.Fact(kind, key):
            return vocabulary.facts[kind, key].type
        case ir.Quantity(key):
            return vocabulary.quantities[key].type
        case ir.Decided(key):
            return vocabulary.decisions[key].decision.type
