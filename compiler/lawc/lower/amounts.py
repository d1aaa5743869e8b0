"""Amounts: arithmetic in words, rounding, and tables of brackets."""

from __future__ import annotations

from fractions import Fraction
from functools import partial, reduce

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.ir.walk import children
from lawc.lower.context import Place
from lawc.lower.ordering import Orders, Reading, Saying
from lawc.lower.values import day, literal, noun_value, which_one
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.spoken import spoken, words_of
from lawc.vocabulary.model import Vocabulary

_ROUNDING = {
    "rounded_up": ir.Rounding.UP,
    "rounded_down": ir.Rounding.DOWN,
    "rounded_nearest": ir.Rounding.NEAREST,
}
CENT = Fraction(1, 100)
_SHOWN = 2  # readings of an amount that a message shows
MOST_LIMITS = 20  # of an amount: each stands inside the next


def amount(place: Place, node: Tree) -> ir.Expr:
    """Return the value that the words after `is` describe, its limits in the order written."""
    _, expression, *limits = (child for child in node.children if child is not None)
    limits = [child for child in limits if child.name != "if_part"]
    return _with_limits(place, term(place, expression), limits)


def _with_limits(place: Place, part: ir.Expr, limits: list[Tree]) -> ir.Expr:
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
        case Tree(name, children):
            unit = children[-1]
            assert isinstance(unit, Phrase)
            size = place.ctx.vocabulary.units[unit.key]
            return ir.Rounded(part, _ROUNDING[name], size)


def term(place: Place, node: Tree) -> ir.Expr:
    """Return a value: a number, a noun, a count of things, or arithmetic of these."""
    if node.name == "whichever":
        left, right, pick = node.children
        parts = term(place, left), term(place, right)
        return ir.Largest(parts) if pick.name == "larger" else ir.Smallest(parts)
    readings = Orders(
        partial(_operand, place), partial(_words, place), partial(type_of, place.ctx.vocabulary)
    ).readings(node)
    if len(readings) != 1:
        _report(place, node, list(readings.values()))
    return next((reading.value for reading in readings.values()), ir.Literal(0, Basic.COUNT))


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
        case Tree("days_between", (start, end)):
            return ir.DaysBetween(
                day(place.ctx, start, place.kind), day(place.ctx, end, place.kind)
            )
        case Tree("number_of", (Phrase() as many, *that)):
            return ir.CountOf(
                _member(place, many),
                _relative_condition(place, many, that[-1] if that else None),
            )
        case Tree("sum_of", (Phrase() as noun, if_any, Phrase() as many)):
            kind = _member(place, many)
            summand = noun_value(place.ctx, noun, kind)
            return ir.TotalOf(kind, summand if if_any is None else ir.IfAny(summand))
        case _:
            return literal(node)


def _member(place: Place, many: Phrase) -> str:
    kind = place.ctx.vocabulary.kind(many.key)
    if kind is None or kind.parent not in place.ctx.vocabulary.chain(place.kind):
        which_one(place.ctx, many, (kind.parent if kind else None) or "")
    return many.key


def _relative_condition(
    place: Place, many: Phrase, that: Tree | Phrase | None
) -> ir.Expr | None:
    from lawc.lower import conditions  # noqa: PLC0415 - conditions compare amounts

    inner = place.of(many.key)
    match that:
        case None:
            return None
        case Phrase():
            return conditions.stated(inner, that, conditions.class_meaning(inner, that))
        case _:
            return conditions.condition(inner, that)


def type_of(vocabulary: Vocabulary, value: ir.Expr) -> Type | None:
    """Return the type of an amount, None if its parts do not say it."""
    match value:
        case ir.Literal(_, type_):
            return type_
        case ir.Fact() | ir.Quantity() | ir.Decided():
            return _declared(vocabulary, value)
        case ir.DaysBetween() | ir.CountOf():
            return Basic.COUNT
        case ir.Bracketed(subject, _, by_part):
            return type_of(vocabulary, subject) if by_part else None
        case ir.Product(parts):
            types = [type_of(vocabulary, part) for part in parts]
            monies = [type_ for type_ in types if isinstance(type_, Money)]
            if len(monies) == 1:
                return monies[0]
            return types[0] if len(set(types)) == 1 and not monies else None
        case _:
            kinds = {type_of(vocabulary, part) for part in children(value)}
            return kinds.pop() if len(kinds) == 1 else None


def _declared(vocabulary: Vocabulary, value: ir.Fact | ir.Quantity | ir.Decided) -> Type:
    match value:
        case ir.Fact(kind, key):
            return vocabulary.facts[kind, key].type
        case ir.Quantity(key):
            return vocabulary.quantities[key].type
        case ir.Decided(key):
            return vocabulary.decisions[key].decision.type


# --- units and roundings ------------------------------------------------------------------


def fits(place: Place, type_: Type, value: ir.Expr) -> bool:
    """Return whether `value` always is a value of `type_`, with no digits left over."""
    match type_:
        case Basic.COUNT:
            return _multiple(place, value, Fraction(1))
        case Money():
            return _multiple(place, value, CENT)
        case _:
            return True


def _multiple(place: Place, value: ir.Expr, unit: Fraction) -> bool:
    """Return whether `value` always is a whole multiple of `unit`."""
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
        case ir.TotalOf(_, part) | ir.IfAny(part):
            return _multiple(place, part, unit)
        case ir.Bracketed(subject, rows, by_part):
            fine = all(row.value % unit == 0 for row in rows)
            return fine and (not by_part or _multiple(place, subject, Fraction(1)))
        case ir.Fact() | ir.Quantity() | ir.Decided():
            return _declared_multiple(_declared(place.ctx.vocabulary, value), unit)
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
    """Report an amount that can have more digits than its type, and states no rounding.

    Of an amount of another kind that is told, not how it is rounded.
    """
    monies = _monies(place, value)
    another = monies is not None and monies != isinstance(type_, Money)
    if not another and not fits(place, type_, value):
        noun = place.ctx.act.text(node.children[0].span)
        place.ctx.problem(
            Code.ROUNDING_MISSING,
            f"`{noun}` can have a part smaller than its unit, and no rounding is stated",
            node.span,
            place.passage.where,
            help_=_rounded(place, type_),
        )


def _monies(place: Place, value: ir.Expr) -> int | None:
    """Return how many amounts of money are multiplied in a value, None if it is not known.

    In a sum it is the most that are in one of its terms.
    """
    type_: Type | None = None
    match value:
        case ir.Literal(_, type_):
            pass
        case ir.Fact() | ir.Quantity() | ir.Decided():
            type_ = _declared(place.ctx.vocabulary, value)
        case ir.Bracketed(subject, _, by_part):
            return _monies(place, subject) if by_part else None
        case ir.DaysBetween() | ir.CountOf():
            return 0
        case _:
            numbers = [_monies(place, part) for part in children(value)]
            known = [number for number in numbers if number is not None]
            if len(known) < len(numbers):
                return None
            return sum(known) if isinstance(value, ir.Product) else max(known, default=0)
    return int(isinstance(type_, Money))


def _rounded(place: Place, type_: Type) -> str:
    """Return the help: the words for rounding an amount, in a unit of the vocabulary."""
    language, vocabulary = place.ctx.act.language, place.ctx.vocabulary
    least = CENT if isinstance(type_, Money) else Fraction(1)
    units = (
        entry.written
        for entry in vocabulary.entries.get(language, ())
        if entry.terminal == "UNIT" and vocabulary.units[entry.key] % least == 0
    )
    unit = next(units, None)
    if unit is None:
        size = "0.01" if isinstance(type_, Money) else "1"
        return f"declare a unit in the vocabulary, `unit ... = {size}`, and round to it"
    words = spoken(language, "limit.rounded_down", {"UNIT": unit})
    return f"say in which direction, for example `{words}`"


# --- tables ------------------------------------------------------------------------------


def bracketed(place: Place, node: Tree) -> ir.Expr:
    """Return the table below a sentence, applied to the amount that the sentence names."""
    _, subject, *limits = node.children
    rows = tuple(_row(place, row) for row in place.passage.rows)
    noun = Tree("noun", (subject,), subject.span)
    table = ir.Bracketed(term(place, noun), rows, node.name == "amounts_by_part")
    return _with_limits(place, table, limits)


def _row(place: Place, row: Tree) -> ir.Row:
    bounds, cell = row.children
    ends = [_number(place, bound) for bound in bounds.children]
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
