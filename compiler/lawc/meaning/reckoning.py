"""The amounts of a law before there is a case: see `lawc.meaning.asking`.

Before: `Difference(Quantity("full"), Rounded(...))`. After: `AskedAmount(LESS, parts=(
AskedAmount(QUANTITY, "the full amount"), AskedAmount(ROUNDED, parts=...)))`.

Each expression is an amount, whose parts are the amounts of the expressions in it:

- words of the law around an expression add nothing to its amount;
- a sum over members has one part, laid over each of them; conditions have no parts;
- the versions of a quantity stand apart, in `Skeleton.amounts`;
- a rule's gift has an amount unless the provision itself says the value, or it is a truth.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.expressions import PLAIN, Typing
from lawc.ir.types import Basic, Money, Type
from lawc.ir.walk import children
from lawc.meaning.asking import AskedAmount, AskedVersion
from lawc.meaning.world import World
from lawc.records import dataclass
from lawc.runtime.amounts import AmountHead, Makes, Moved, Plain, Rounding, Row, number
from lawc.runtime.reasons import shown

_MAKES: dict[type, Makes] = {
    ir.Total: Makes.TOTAL,
    ir.IfAny: Makes.IF_ANY,
    ir.Difference: Makes.LESS,
    ir.Quotient: Makes.QUOTIENT,
    ir.Product: Makes.PRODUCT,
    ir.Largest: Makes.LARGEST,
    ir.Smallest: Makes.SMALLEST,
    ir.ByCase: Makes.BY_CASE,
    ir.DaysBetween: Makes.DAYS,
    ir.MonthsBetween: Makes.MONTHS,
    ir.DaysIn: Makes.SPAN,
}
_OF_PARTS = (ir.Total, ir.IfAny, ir.Difference, ir.Largest, ir.Smallest, ir.Rounded, ir.ByCase)
_TYPED = (
    ir.Literal,
    ir.Fact,
    ir.Quantity,
    ir.Decided,
    ir.CountOf,
    ir.DaysBetween,
    ir.MonthsBetween,
    ir.DaysIn,
)


@dataclass(frozen=True)
class Reckoning:
    """The amounts of a law being built; `valued`, expressions with kinds, grows."""

    world: World
    valued: list[tuple[ir.Expr, str]]

    @cached_property
    def typing(self) -> Typing:
        """The types of expressions."""
        return Typing(Declared(self.world.law))

    @cached_property
    def names(self) -> Mapping[tuple[str, str], str]:
        """The words of the law for facts, quantities and decisions, by kind and key."""
        return {(name.kind, name.key): name.text for name in self.world.law.names}

    def gives(self, rule: ir.Rule) -> tuple[AskedAmount | None, ...]:
        """Return the amounts of the gifts of a rule."""
        return tuple(self.gift(rule, gives) for gives in rule.gives)

    def gift(self, rule: ir.Rule, gives: ir.Gives) -> AskedAmount | None:
        """Return the amount of a value that a rule gives."""
        type_ = self.world.decisions[gives.decision].type
        if type_ is Basic.TRUTH or isinstance(_bare(gives.value), ir.Literal):
            return None
        return self.amount(gives.value, rule.kind, type_)

    def versions(self, key: str) -> tuple[AskedVersion, ...]:
        """Return the versions of a quantity."""
        return tuple(
            self.version(quantity)
            for quantity in self.world.law.quantities
            if quantity.key == key
        )

    def version(self, quantity: ir.QuantityDefinition) -> AskedVersion:
        """Return a version of a quantity."""
        element = self.world.elements.get(quantity.eid)
        head = self.head(Makes.QUANTITY, quantity.type)._replace(
            text=self.names.get((quantity.kind, quantity.key), ""),
            key=quantity.key,
            citation="" if element is None else element.citation,
            start=quantity.force.start,
            end=quantity.force.end,
        )
        return AskedVersion(head, self.amount(quantity.value, quantity.kind, quantity.type))

    def amount(self, expr: ir.Expr, kind: str, wanted: Type | None) -> AskedAmount:
        """Return the amount of an expression about a thing of `kind`.

        `wanted` is the type that is asked for. A computed number is of that type; a value that
        is named or written is of its own.
        """
        words = expr.text if isinstance(expr, ir.Stated) else ""
        expr = _bare(expr)
        type_ = self.typing.type_of(expr, kind) or wanted
        if type_ in PLAIN and wanted in PLAIN and not isinstance(expr, _TYPED):
            type_ = wanted
        match expr:
            case ir.Literal(value, type_):
                return AskedAmount(
                    self.head(Makes.WRITTEN, type_), written=_plain(value, type_)
                )
            case ir.Parameter(key):
                return AskedAmount(self.named(Makes.DAY, Basic.DATE, "", key))
            case ir.Fact(owner, key):
                return AskedAmount(self.named(Makes.FACT, type_, owner, key), kind=owner)
            case ir.Quantity(key):
                owner = next(q.kind for q in self.world.law.quantities if q.key == key)
                head = self.named(Makes.QUANTITY, type_, owner, key)
                return AskedAmount(head, self.place(expr, kind), kind=owner)
            case ir.Decided(key):
                owner = self.world.decisions[key].kind
                head = self.named(Makes.DECISION, type_, owner, key)
                return AskedAmount(head, self.place(expr, kind), kind=owner)
            case ir.CountOf(member, _):
                head = self.head(Makes.COUNT, Basic.COUNT)
                return AskedAmount(head, self.place(expr, kind), kind=member)
            case ir.TotalOf(member, summand):
                place = self.place(expr, kind)
                part = self.amount(summand, member, type_)
                return AskedAmount(self.head(Makes.SUM, type_), place, None, member, (part,))
            case _ if type_ is Basic.TRUTH:
                head = self.head(Makes.CONDITION, type_)._replace(text=words)
                return AskedAmount(head, self.place(expr, kind))
            case _:
                inner = type_ if isinstance(expr, _OF_PARTS) else None
                place = self.place(expr, kind)
                parts = tuple(self.amount(part, kind, inner) for part in children(expr))
                return AskedAmount(self.computed(expr, type_, parts), place, parts=parts)

    def place(self, expr: ir.Expr, kind: str) -> int:
        """Return the number under which the value of an expression is asked for."""
        self.valued.append((expr, kind))
        return len(self.valued) - 1

    def computed(
        self, expr: ir.Expr, type_: Type | None, parts: tuple[AskedAmount, ...]
    ) -> AmountHead:
        """Return the head of an amount that is computed from `parts`."""
        match expr:
            case ir.Rounded(_, rounding, unit):
                written = Rounding(rounding.value, number(unit, fraction=False))
                return self.head(Makes.ROUNDED, type_)._replace(rounding=written)
            case ir.Shifted(_, period, before):
                moved = Moved(period.years, period.months, period.days, before)
                return self.head(Makes.SHIFTED, Basic.DATE)._replace(period=moved)
            case ir.StartOf(_, unit):
                return self.head(Makes.START, Basic.DATE)._replace(key=unit.value)
            case ir.Bracketed(_, rows, by_part):
                fraction = parts[0].head.type == "fraction"
                rate = not by_part and type_ is Basic.FRACTION
                written_rows = tuple(_row(row, fraction, rate) for row in rows)
                makes = Makes.PARTS if by_part else Makes.ROW
                return self.head(makes, type_)._replace(rows=written_rows)
            case _:
                return self.head(_MAKES[type(expr)], type_)

    def head(self, makes: Makes, type_: Type | None) -> AmountHead:
        """Return the head of an amount of a type, that of a number if it is not known."""
        match type_:
            case Money(currency):
                return AmountHead(makes, "money", currency)
            case Basic():
                return AmountHead(makes, type_.value)
            case None:
                return AmountHead(makes, "number")
            case _:
                return AmountHead(makes, "choice")

    def named(self, makes: Makes, type_: Type | None, kind: str, key: str) -> AmountHead:
        """Return the head of an amount that has a key."""
        text = self.names.get((kind, key), "")
        return self.head(makes, type_)._replace(text=text, key=key)


def _bare(expr: ir.Expr) -> ir.Expr:
    while isinstance(expr, ir.Stated):
        expr = expr.part
    return expr


def _plain(value: ir.Value, type_: Type) -> Plain:
    return shown(value, fraction=type_ is Basic.FRACTION)


def _row(row: ir.Row, fraction: bool, rate: bool) -> Row:
    def bound(limit: Fraction | None) -> Plain | None:
        return None if limit is None else number(Fraction(limit), fraction=fraction)

    return Row(bound(row.over), bound(row.up_to), number(Fraction(row.value), fraction=rate))
