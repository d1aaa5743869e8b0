"""The order in which the operations of an amount are done.

Words have no parentheses: `the price plus the fee multiplied by 2` may mean the sum multiplied,
or the price plus the product. All orders that the words allow are computed. Two of them are one
if they always give the same amount; one that adds money to a number is none. If more than one
is left, the amount has several readings.

`the sum of A and B` ends somewhere to the right of `and`: if `plus C` follows, C belongs to the
sum or is added to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.ir.walk import children
from lawc.lower.polynomials import Polynomial, number_of, polynomial
from lawc.records import dataclass
from lawc.syntax.nodes import Tree

MOST_READINGS = 16  # of a part of an amount: with more, it has several in any case


class Reading(NamedTuple):
    """An order of operations: the amount that it gives, and its words with parentheses.

    `operation` is the one that is done last, empty for an operand; `mixed` tells whether money
    and numbers are added somewhere, or money is multiplied by money. `parts` are what the
    operation combines.
    """

    value: ir.Expr
    words: str
    operation: str = ""
    mixed: bool = False
    parts: tuple[Reading, ...] = ()

    @property
    def inside(self) -> str:
        """The words as a part of another amount."""
        return f"({self.words})" if self.operation else self.words

    def joined(self, operation: str) -> tuple[ir.Expr, ...]:
        """Return the parts of what is added up or multiplied, to be joined by others."""
        same = operation == self.operation and isinstance(self.value, (ir.Total, ir.Product))
        return self.value.parts if same else (self.value,)  # type: ignore[union-attr]


Readings = Mapping[Polynomial, Reading]


class Operand(NamedTuple):
    """An operand, and what begins before it and ends with it or later: `the sum of 5 and`.

    The parts of it that stand before the operand end with a word, as 5 does here.
    """

    begun: tuple[tuple[Tree, tuple[Readings, ...]], ...]
    plain: Tree


@dataclass(frozen=True)
class Orders:
    """The orders of the operations of amounts.

    `value` is that of an operand, `text` are the words of a node, `type_of` tells the type of
    an amount, None if it is not known. `subject` is that of which a row says the excess only.
    """

    value: Callable[[Tree], ir.Expr]
    text: Callable[[Tree], str]
    type_of: Callable[[ir.Expr], Type | None]
    subject: ir.Expr | None = None

    def readings(self, node: Tree) -> Readings:
        """Return the readings of an amount, the one from left to right first."""
        row = tuple(self._row(node))
        operands = tuple(part for part in row if isinstance(part, Operand))
        operations = tuple(part for part in row if isinstance(part, Tree))
        known: dict[tuple[int, int, int], Readings] = {}

        def between(start: int, begun: int, end: int) -> Readings:
            """Return the readings from an operand to another, without the first that begin."""
            key = start, begun, end
            if key not in known:
                known[key] = self._distinct(ordered(start, begun, end))
            return known[key]

        def ordered(start: int, begun: int, end: int) -> Iterator[Reading]:
            operand = operands[start]
            if begun == len(operand.begun) and start == end:
                yield Reading(self.value(operand.plain), self.text(operand.plain))
            for last in reversed(range(start, end)):
                for left, right in product(
                    between(start, begun, last).values(), between(last + 1, 0, end).values()
                ):
                    yield from self._operated(operations[last], left, right)
            if begun < len(operand.begun):
                head, bounded = operand.begun[begun]
                parts = (*bounded, between(start, begun + 1, end))
                for chosen in product(*[part.values() for part in parts]):
                    yield self._headed(head, chosen)

        return between(0, 0, len(operands) - 1)

    def _row(self, node: Tree) -> Iterator[Operand | Tree]:
        """Yield the operands of an amount, and the operations between them."""
        if node.name == "term":
            *before, last = node.children
            for place, child in enumerate(before):
                yield child if place % 2 else Operand((), child)
            yield from self._row(last)
        elif node.name in _BEGINNING:
            *bounded, last = node.children
            first, *rest = self._row(last)
            assert isinstance(first, Operand), "an amount begins with an operand"
            head = node, tuple([self.readings(part) for part in bounded])
            yield Operand((head, *first.begun), first.plain)
            yield from rest
        else:
            yield Operand((), node)

    def _distinct(self, readings: Iterator[Reading]) -> Readings:
        """Return the readings that differ, without those that are mixed if others are not."""
        right: dict[Polynomial, Reading] = {}
        mixed: dict[Polynomial, Reading] = {}
        for reading in readings:
            kept = mixed if reading.mixed else right
            kept.setdefault(polynomial(reading.value), reading)
            if max(len(right), len(mixed)) > MOST_READINGS:
                break
        return right or mixed

    def _reading(
        self, value: ir.Expr, words: str, operation: str, parts: tuple[Reading, ...]
    ) -> Reading:
        return Reading(value, words, operation, self._mixes(value, parts), parts)

    def _mixes(self, value: ir.Expr, parts: Iterable[Reading]) -> bool:
        if any(part.mixed for part in parts):
            return True
        match value:
            case ir.Product(factors):
                return sum(isinstance(self.type_of(part), Money) for part in factors) > 1
            case ir.Quotient((left, right, *_)):
                of, by = self.type_of(left), self.type_of(right)
                return isinstance(by, Money) and of not in (None, by)
            case ir.Total() | ir.Difference() | ir.Largest() | ir.Smallest():
                types = {self.type_of(part) for part in children(value)} - {None}
                monies = {type_ for type_ in types if isinstance(type_, Money)}
                return len(monies) > 1 or bool(monies and monies != types)
            case _:
                return False

    def _operated(self, operation: Tree, left: Reading, right: Reading) -> Iterator[Reading]:
        """Yield what an operation makes of two amounts, for each sense that it can have."""
        name = operation.name
        words = f"{left.inside} {self.text(operation).lstrip(', ')} {right.inside}"
        for value in self._values(name, left, right):
            yield self._reading(value, words, name, (left, right))

    def _values(self, name: str, left: Reading, right: Reading) -> Iterator[ir.Expr]:
        match name:
            case "plus":
                yield ir.Total((*left.joined(name), *right.joined(name)))
            case "less":
                yield ir.Difference(left.value, right.value)
            case "multiplied":
                yield ir.Product((*left.joined(name), *right.joined(name)))
            case "divided":
                yield from self._divided(left.value, right.value)
            case _:
                yield from self._changed(name, left.value, right.value)

    def _divided(self, left: ir.Expr, right: ir.Expr) -> Iterator[ir.Expr]:
        """Yield a quotient, unless it is by zero."""
        if number_of(polynomial(right)) != 0:
            yield self._quotient(left, right)

    def _quotient(self, left: ir.Expr, right: ir.Expr) -> ir.Expr:
        """Return a quotient; by a number that the law writes it is a share."""
        by = number_of(polynomial(right))
        if not by or isinstance(self.type_of(right), Money):
            return ir.Quotient((left, right))
        return ir.Product((left, ir.Literal(1 / by, Basic.FRACTION)))

    def _changed(self, name: str, left: ir.Expr, right: ir.Expr) -> Iterator[ir.Expr]:
        """Yield what an amount is when it is increased or reduced by another.

        By a share it changes by this share of itself: `the fee increased by 10 per cent`. A
        share that changes by a share has both senses.
        """
        increased = name == "increased"
        whole = ir.Literal(Fraction(1), Basic.FRACTION)
        by_share = self.type_of(right) is Basic.FRACTION
        if by_share:
            left_over: ir.Expr
            match right:
                case ir.Literal(int() | Fraction() as share):
                    factor = 1 + share if increased else 1 - share
                    left_over = ir.Literal(Fraction(factor), Basic.FRACTION)
                case _:
                    left_over = (
                        ir.Total((whole, right)) if increased else ir.Difference(whole, right)
                    )
            yield ir.Product((left, left_over))
        if not by_share or self.type_of(left) is Basic.FRACTION:
            yield ir.Total((left, right)) if increased else ir.Difference(left, right)

    def _headed(self, head: Tree, parts: tuple[Reading, ...]) -> Reading:
        """Return what begins with words such as `the sum of`, of these parts."""
        text = self.text(head)
        words, at = "", 0
        for part, node in zip(parts, head.children, strict=True):
            words += text[at : node.span.start - head.span.start] + part.inside
            at = node.span.end - head.span.start
        value = self._begun(head.name, tuple([part.value for part in parts]))
        return self._reading(value, words, head.name, parts)

    def _begun(self, name: str, parts: tuple[ir.Expr, ...]) -> ir.Expr:
        match name:
            case "sum_of_terms":
                return ir.Total(parts)
            case "ratio_of":
                return self._quotient(*parts)
            case "in_proportion":
                return ir.Product((parts[0], self._quotient(*parts[1:])))
            case "larger_of":
                return ir.Largest(parts)
            case "smaller_of":
                return ir.Smallest(parts)
            case "product_of" | "share_of":
                return ir.Product(parts)
            case "twice":
                return ir.Product((ir.Literal(2, Basic.COUNT), *parts))
            case "excess_over":
                assert self.subject is not None, "else it is reported"
                return self._begun("excess", (self.subject, *parts))
            case _:  # by how much one is more than the other, zero if it is not
                type_ = self.type_of(parts[0])
                zero = ir.Literal(0, type_ if isinstance(type_, Money) else Basic.COUNT)
                return ir.Largest((ir.Difference(*parts), zero))


class Saying(NamedTuple):
    """The words of a language for amounts, by operation: between two, and before several."""

    between: Mapping[str, str]
    before: Mapping[str, str]
    joining: str

    def wording(self, reading: Reading) -> str | None:
        """Return words that can mean this reading only, None if there are none so short.

        What is computed first stands last, begun by words of its own: `2 multiplied by the sum
        of the price and the fee`.
        """
        if reading.operation in _BEGINNING:
            words = reading.words
            for part in reading.parts:
                begun = self.begun(part)
                if begun is None:
                    return None
                words = words.replace(part.inside, begun)
            return words
        if reading.operation not in self.between:
            return None
        left, right = reading.parts  # such an operation stands between two amounts
        if left.parts and not right.parts and reading.operation != "less":
            left, right = right, left  # the same sum, the same product
        begun = self.begun(right)
        if left.parts or begun is None:
            return None
        return f"{left.words} {self.between[reading.operation]} {begun}"

    def begun(self, reading: Reading) -> str | None:
        """Return an amount that is begun by words of its own, or is an operand."""
        if not reading.parts:
            return reading.words
        if any(part.parts for part in reading.parts):
            return None
        if reading.operation in _BEGINNING:
            return reading.words
        before = self.before.get(reading.operation)
        if before is None:
            return None
        first, last = reading.parts
        return f"{before} {first.words} {self.joining} {last.words}"


_BEGINNING = frozenset(
    {"sum_of_terms", "product_of", "share_of", "larger_of", "smaller_of", "twice", "excess"}
    | {"so_much", "excess_over", "ratio_of", "in_proportion"}
)
