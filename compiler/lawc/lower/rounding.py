"""Roundings: amounts are exact, and what is decided is rounded as the law or its country says.

A quantity keeps every digit. A decided amount of money with digits that may be lost takes the
rounding that its sentence states, else the one that the vocabulary declares for the currency;
if there is neither, it is an error. A count is whole, as a decision and as a quantity.

What digits an amount can have is told by its *grain*: the largest number of which it always is
a whole multiple. That of a price in cents is 0.01; that of half of it 0.005.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import reduce

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.ir.walk import children
from lawc.lower.amounts import declared_type
from lawc.lower.context import Place
from lawc.source import Span
from lawc.syntax.nodes import Phrase
from lawc.syntax.spoken import spoken
from lawc.vocabulary.model import Vocabulary

CENT = Fraction(1, 100)
WHOLE = Fraction(1)


@dataclass(frozen=True)
class Measured:
    """An amount that a sentence gives, by its noun; `decided` or defined."""

    place: Place
    type: Type
    value: ir.Expr
    noun: Phrase
    span: Span
    decided: bool


@dataclass
class Grains:
    """The grains of amounts; `quantities` are the values of each quantity of the act."""

    vocabulary: Vocabulary
    quantities: Mapping[str, Iterable[ir.Expr]]
    known: dict[str, Fraction | None] = field(default_factory=dict)

    def grain(self, value: ir.Expr) -> Fraction | None:
        """Return the largest number of which `value` always is a multiple, None if none is.

        That of zero is zero.
        """
        match value:
            case ir.Literal(int() | Fraction() as number):
                return abs(Fraction(number))
            case ir.Rounded(_, _, size):
                return size
            case ir.DaysBetween() | ir.MonthsBetween() | ir.DaysIn() | ir.CountOf():
                return WHOLE
            case ir.Product(parts):
                grains = [self.grain(part) for part in parts]
                known = [grain for grain in grains if grain is not None]
                return math.prod(known, start=WHOLE) if len(known) == len(grains) else None
            case ir.Bracketed(subject, rows, True):
                ends = [row.up_to or row.over or Fraction(0) for row in rows]
                part = self._common([self.grain(subject), *ends])
                return None if part is None else part * reduce(common, _values(rows))
            case ir.Bracketed(_, rows):
                return reduce(common, _values(rows), Fraction(0))
            case ir.Quantity(key) | ir.Decided(key) if key in self.quantities:
                return self._quantity(value, key)
            case ir.Fact() | ir.Decided() | ir.Quantity():
                return _declared_grain(declared_type(self.vocabulary, value))
            case ir.Total() | ir.Largest() | ir.Smallest() | ir.Difference():
                return self._common([self.grain(part) for part in children(value)])
            case ir.ByCase():
                return self._common([self.grain(part) for part in value.values])
            case ir.TotalOf(_, part) | ir.IfAny(part) | ir.Stated(_, part):
                return self.grain(part)
            case _:
                return None

    def _common(self, grains: Iterable[Fraction | None]) -> Fraction | None:
        known = list(grains)
        sizes = [grain for grain in known if grain is not None]
        return reduce(common, sizes, Fraction(0)) if len(sizes) == len(known) else None

    def _quantity(self, quantity: ir.Quantity | ir.Decided, key: str) -> Fraction | None:
        if declared_type(self.vocabulary, quantity) is Basic.COUNT:
            return WHOLE  # else it is an error
        if key not in self.known:
            self.known[key] = Fraction(0)  # of a circle, which is told elsewhere
            values = self.quantities.get(key, ())
            self.known[key] = self._common([self.grain(value) for value in values])
        return self.known[key]

    def fits(self, type_: Type, value: ir.Expr) -> bool:
        """Return whether `value` always is a value of `type_`, with no digits left over."""
        unit = _declared_grain(type_)
        if unit is None:
            return True
        grain = self.grain(value)
        return grain is not None and grain % unit == 0


def common(a: Fraction, b: Fraction) -> Fraction:
    """Return the largest number of which both are whole multiples."""
    of = a.denominator * b.denominator
    return Fraction(math.gcd(a.numerator * b.denominator, b.numerator * a.denominator), of)


def _values(rows: Iterable[ir.Row]) -> list[Fraction]:
    return [abs(row.value) for row in rows]


def _declared_grain(type_: Type) -> Fraction | None:
    match type_:
        case Basic.COUNT:
            return WHOLE
        case Money():
            return CENT
        case _:
            return None


# --- what is rounded ---------------------------------------------------------------------


def rounded_rules(
    vocabulary: Vocabulary,
    measured: Sequence[Measured],
    rules: Iterable[ir.Rule],
) -> list[ir.Rule]:
    """Return the rules with the roundings that the vocabulary declares; report the others."""
    values: dict[str, list[ir.Expr]] = {}
    for amount in measured:
        if not amount.decided:
            key = amount.noun.key.rpartition(".")[2]
            values.setdefault(key, []).append(amount.value)
    grains = Grains(vocabulary, values)
    rounded: dict[int, ir.Expr] = {}
    for amount in measured:
        if not amount.decided and isinstance(amount.type, Money):
            continue  # it keeps every digit
        if _is_another(amount) or grains.fits(amount.type, amount.value):
            continue
        currency = amount.type.currency if isinstance(amount.type, Money) else ""
        declared = vocabulary.roundings.get(currency)
        if declared is None:
            _report(amount)
        else:
            whole = ir.Rounded(amount.value, declared.rounding, declared.unit)
            rounded[id(amount.value)] = whole
    return [_with_values(rule, rounded) for rule in rules]


def _with_values(rule: ir.Rule, rounded: Mapping[int, ir.Expr]) -> ir.Rule:
    """Return a rule with other values in the place of some, by their identity."""
    if not any(id(gives.value) in rounded for gives in rule.gives):
        return rule
    gives = tuple(
        replace(gives, value=rounded.get(id(gives.value), gives.value)) for gives in rule.gives
    )
    return replace(rule, gives=gives)


def _report(amount: Measured) -> None:
    place = amount.place
    noun = place.ctx.act.text(amount.noun.span)
    place.ctx.problem(
        Code.ROUNDING_MISSING,
        f"`{noun}` can have a part smaller than its unit, and no rounding is stated",
        amount.span,
        place.passage.where,
        help_=_rounded(place, amount.type),
    )


def _is_another(amount: Measured) -> bool:
    """Return whether an amount is of another kind, money or a number, which is told apart."""
    monies = _monies(amount.place, amount.value)
    return monies is not None and monies != isinstance(amount.type, Money)


def _monies(place: Place, value: ir.Expr) -> int | None:
    """Return how many amounts of money are multiplied in a value, None if it is not known.

    In a sum it is the most that are in one of its terms.
    """
    type_: Type | None = None
    match value:
        case ir.Literal(_, type_):
            pass
        case ir.Fact() | ir.Quantity() | ir.Decided():
            type_ = declared_type(place.ctx.vocabulary, value)
        case ir.Bracketed(subject, _, by_part):
            return _monies(place, subject) if by_part else None
        case ir.DaysBetween() | ir.MonthsBetween() | ir.DaysIn() | ir.CountOf():
            return 0
        case _:
            parts = value.values if isinstance(value, ir.ByCase) else children(value)
            numbers = [_monies(place, part) for part in parts]
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
