"""Amounts and several things in words: from the checked form to the trees of the grammar.

Before: `largest(base * rate, 0 EUR)`. After: the tree of `the base multiplied by the rate, and
not less than zero euro`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from lawc.echo.phrases import bare
from lawc.echo.writing import UnsaidError, phrase, tree
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.lower.members import Level
from lawc.syntax.nodes import Phrase, Tree, Written

if TYPE_CHECKING:
    from lawc.echo.conditions import Conditions

_ALONE = ("noun", "number", "fraction", "money", "number_of", "sum_of", "days_between",
          "noun_if_any", "part_of_whole", "per_cent")  # fmt: skip
_ROUNDED = {
    ir.Rounding.UP: ("rounded_up", None),
    ir.Rounding.DOWN: ("rounded_down", None),
    ir.Rounding.NEAREST: ("rounded_nearest", None),
    ir.Rounding.HALF_UP: ("rounded_nearest", "half_up"),
    ir.Rounding.HALF_DOWN: ("rounded_nearest", "half_down"),
    ir.Rounding.HALF_EVEN: ("rounded_nearest", "half_even"),
}
_LARGEST_PART = 10  # a tenth is the smallest part of a whole that has a word
_LIMITS = ("not_less", "not_more")
_PARTS_OF = {7: "weeks", 12: "years"}


class Amounts:
    """Says amounts, with the conditions of the things that they count."""

    def __init__(self, conditions: Conditions) -> None:
        self.conditions = conditions
        self.saying = conditions.saying

    def limited(self, value: ir.Expr) -> tuple[ir.Expr, list[Tree]]:
        """Return an amount without the limits that a sentence states after it, and these."""
        match bare(value):
            case ir.Rounded(part, rounding, size) if self._whole(value) is None:
                inner, limits = self.limited(part)
                return inner, [*limits, self._rounded(rounding, size)]
            case ir.Quotient((left, right, zero)):
                whole = ir.Quotient((left, right))
                return whole, [tree("if_zero", self.term(zero), self.term(right))]
            case ir.Largest((part, limit)) as whole if self._is_plain(limit):
                return self._with_limit(whole, part, tree("not_less", self.term(limit)))
            case ir.Smallest((part, limit)) as whole if self._is_plain(limit):
                return self._with_limit(whole, part, tree("not_more", self.term(limit)))
            case other:
                return other, []

    def _with_limit(
        self, whole: ir.Expr, part: ir.Expr, limit: Tree
    ) -> tuple[ir.Expr, list[Tree]]:
        inner, limits = self.limited(part)
        if any(each.name != limit.name for each in limits if each.name in _LIMITS):
            try:
                self.term(whole)
            except UnsaidError:
                pass
            else:
                return whole, []
        return inner, [*limits, limit]

    def _is_plain(self, value: ir.Expr) -> bool:
        try:
            return self.term(value).name in (*_ALONE, "term")
        except UnsaidError:
            return False

    def _rounded(self, rounding: ir.Rounding, size: Fraction) -> Tree:
        rule, half = _ROUNDED[rounding]
        unit: Any = None
        for entry in self.saying.entries:
            if entry.terminal == "UNIT" and self.saying.vocabulary.units[entry.key] == size:
                unit = phrase(entry)
                break
        else:
            from lawc.echo.saying import figures  # noqa: PLC0415

            unit = tree("number", Written("DECIMAL", figures(size), tree("").span))
        if rule == "rounded_nearest":
            return tree(rule, unit, None if half is None else tree(half))
        return tree(rule, unit)

    def term(self, value: ir.Expr) -> Tree:  # noqa: C901 - one case a node
        """Return an amount as the rule `term` has it."""
        match bare(value):
            case ir.Literal() as literal:
                of = self.saying.literal(literal)
                share = literal.type is Basic.FRACTION
                return (
                    of if isinstance(of, Tree) else tree("fraction" if share else "number", of)
                )
            case ir.Fact() | ir.Quantity() | ir.Decided() as named:
                return tree("noun", self.noun(named))
            case ir.IfAny(part):
                return tree("noun_if_any", self.noun(bare(part)))
            case ir.Total(parts) if len(parts) > 1 and _signed(value)[1]:
                return self._difference(ir.Difference(bare(value), ir.Total(())))
            case ir.Total(parts) if len(parts) > 1:
                return self._operation(parts, "plus", "sum_of_terms")
            case ir.Product((left, ir.Literal(Fraction() as share, Basic.FRACTION))) if (
                share.numerator == 1 and share.denominator > _LARGEST_PART
            ):
                return self._quotient(left, ir.Literal(share.denominator, Basic.COUNT))
            case ir.Product(parts) if len(parts) > 1:
                return self._operation(parts, "multiplied", "product_of")
            case ir.Difference() as difference:
                return self._difference(difference)
            case ir.Quotient((left, right)):
                return self._quotient(left, right)
            case ir.Largest((ir.Difference(left, right), ir.Literal(value=0))):
                return tree("excess", self.inside(left), self.inside(right))
            case ir.Largest(parts):
                return self._begun("larger_of", parts)
            case ir.Smallest(parts):
                return self._begun("smaller_of", parts)
            case ir.DaysBetween(start, end):
                return self._between("days", start, end)
            case ir.MonthsBetween(start, end):
                return self._between("months", start, end)
            case ir.Rounded() as rounded if (whole := self._whole(rounded)) is not None:
                return whole
            case ir.CountOf(kind, condition):
                return tree("number_of", self.through((Level(kind, condition),)))
            case ir.TotalOf() as total:
                return self._sum(total)
            case other:
                raise UnsaidError(f"no amount in a sentence is `{type(other).__name__}`")

    def noun(self, named: ir.Expr) -> Phrase:
        """Return the noun of a fact, a quantity or a decision."""
        vocabulary = self.saying.vocabulary
        match named:
            case ir.Fact(kind, key):
                return self.saying.noun("NOUN", f"fact:{kind}.{key}")
            case ir.Quantity(key):
                return self.saying.noun(
                    "NOUN", f"quantity:{vocabulary.quantities[key].kind}.{key}"
                )
            case ir.Decided(key):
                return self.saying.noun("NOUN", self.saying.decided(key))
            case _:
                raise UnsaidError(f"`{type(named).__name__}` is no amount with a name")

    def _operation(self, parts: tuple[ir.Expr, ...], sign: str, of: str) -> Tree:
        terms = [self.inside(part) for part in parts]
        simple = [term for term in terms if term.name in _ALONE]
        others = [term for term in terms if term.name not in _ALONE]
        if len(others) > 1 or not simple or any(term.name == "term" for term in others):
            return self._begun(of, parts)
        first, *rest = (*simple, *others)  # what is begun by words of its own stands last
        return tree("term", first, *(each for term in rest for each in (tree(sign), term)))

    def _begun(self, of: str, parts: tuple[ir.Expr, ...]) -> Tree:
        """Return amounts after words such as `the sum of`: what has no end of its own first."""
        terms = [self.inside(part) for part in parts]
        first = [term for term in terms if term.name == "term"]
        last = [term for term in terms if term.name != "term"]
        if not last:
            raise UnsaidError("what is less than another has no words of its own")
        return tree(of, *first, *last)

    def inside(self, value: ir.Expr) -> Tree:
        """Return an amount that stands in another one: begun by words of its own, or a name."""
        match bare(value):
            case ir.Total(parts) if len(parts) > 1 and not _signed(value)[1]:
                return self._begun("sum_of_terms", parts)
            case ir.Product(parts) if len(parts) > 1:
                return self._begun("product_of", parts)
            case _:
                return self.term(value)

    def _difference(self, of: ir.Difference) -> Tree:
        """Return an amount less another: what is added first, then what is taken away."""
        plus, minus = _signed(of)
        added = [self.inside(part) for part in plus]
        taken = [self.inside(part) for part in minus]
        if not all(term.name in _ALONE for term in (*added, *taken[:-1])):
            raise UnsaidError("what is taken from has no name of its own")
        first, *rest = added
        more = [each for term in rest for each in (tree("plus"), term)]
        less = taken[0] if len(taken) == 1 else tree("sum_of_terms", *taken)
        return tree("term", first, *more, tree("less"), less)

    def _quotient(self, left: ir.Expr, right: ir.Expr) -> Tree:
        before, after = self.inside(left), self.inside(right)
        if before.name in _ALONE:
            return tree("term", before, tree("divided"), after)
        return tree("ratio_of", before, after)

    def _between(self, unit: str, start: ir.Expr, end: ir.Expr) -> Tree:
        days = self.saying.day(start), self.saying.day(end)
        return tree("days_between", tree(unit), *days, None)

    def _whole(self, rounded: ir.Expr) -> Tree | None:
        """Return the whole weeks or years between two days, None if it is no such number."""
        match bare(rounded):
            case ir.Rounded(
                ir.Product((counted, ir.Literal(Fraction() as share, Basic.NUMBER))),
                ir.Rounding.DOWN,
                Fraction(numerator=1, denominator=1),
            ) if share.numerator == 1 and share.denominator in _PARTS_OF:
                match counted:
                    case ir.MonthsBetween(start, end) if share.denominator == 12:  # noqa: PLR2004
                        return self._between("years", start, end)
                    case ir.Largest((ir.DaysBetween(start, end), _)):
                        return self._between("weeks", start, end)
        return None

    def _sum(self, total: ir.TotalOf) -> Tree:
        levels: list[Level] = []
        part: ir.Expr = total
        while isinstance(part, ir.TotalOf):
            kind, part = part.kind, bare(part.value)
            meant: ir.Expr | None = None
            if isinstance(part, ir.ByCase) and len(part.parts) == 3:  # noqa: PLR2004
                meant, part = part.parts[0], bare(part.parts[1])
            levels.append(Level(kind, meant))
        if isinstance(part, ir.CountOf):
            several = (*levels, Level(part.kind, part.condition))
            return tree("number_of", self.through(several))
        if_any = isinstance(part, ir.IfAny)
        noun = self.noun(bare(part.part) if isinstance(part, ir.IfAny) else part)
        several_ = self.through(tuple(levels))
        return tree("sum_of", noun, tree("each_if_any") if if_any else None, several_)

    def through(self, levels: tuple[Level, ...]) -> Phrase | Tree:
        """Return several things that lists of lists lead to: the children of the spouses."""
        *above, last = levels
        if not above:
            return self.many(last.kind, last.condition)
        owners = tree(
            "owners", *(self.saying.noun("MANY", each.kind) for each in reversed(above))
        )
        said = [each for each in levels if each.condition is not None]
        if len(said) > 1:
            raise UnsaidError("it is said of several sorts of things which are meant")
        noun = self.saying.noun("MANY", last.kind)
        which = [
            self.conditions.which(each.kind, each.condition) for each in said if each.condition
        ]
        return tree("chosen_members", noun, owners, *which)

    def many(self, kind: str, condition: ir.Expr | None = None) -> Phrase | Tree:
        """Return several things, all of a list or those under a condition."""
        noun = self.saying.noun("MANY", kind)
        if condition is None:
            return noun
        return tree("chosen_members", noun, self.conditions.which(kind, condition))


def _signed(value: ir.Expr) -> tuple[list[ir.Expr], list[ir.Expr]]:
    """Return what is added in a sum or difference, and what is taken away."""
    match bare(value):
        case ir.Total(parts):
            both = [_signed(part) for part in parts]
            return [x for plus, _ in both for x in plus], [
                x for _, minus in both for x in minus
            ]
        case ir.Difference(left, right):
            (plus, minus), (more, less) = _signed(left), _signed(right)
            return plus + less, minus + more
        case other:
            return [other], []
