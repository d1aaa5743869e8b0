"""Values and truths: whether they are known is itself a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import z3

from lawc.backends.smt.dates import Day, day_of
from lawc.ir.types import Basic, Type
from lawc.runtime.values import Provision

TRUE, FALSE = z3.BoolVal(True), z3.BoolVal(False)
Term = Any  # a Bool, Int or Real of Z3, or a `Day`


class Tri(NamedTuple):
    """A truth: whether it is true, and whether it is false; unknown where it is neither."""

    yes: z3.BoolRef
    no: z3.BoolRef


class Val(NamedTuple):
    """A value: the term, whether it is known, and whether the law gives none (NOTHING)."""

    term: Term
    known: z3.BoolRef
    nothing: z3.BoolRef = FALSE


def missing(type_: Type) -> Val:
    """Return a value of a type that is unknown."""
    return Val(zero(type_), FALSE)


def zero(type_: Type) -> Term:
    """Return some term of a type, for where there is no value."""
    match type_:
        case Basic.TRUTH:
            return FALSE
        case Basic.DATE:
            return day_of(date.min)
        case _:
            return z3.IntVal(0)


def truth(holds: bool) -> Tri:
    """Return a truth that is known."""
    return Tri(z3.BoolVal(holds), z3.BoolVal(not holds))


def both(truths: Iterable[Tri]) -> Tri:
    """Return whether all truths hold."""
    parts = list(truths)
    return Tri(conj([part.yes for part in parts]), disj([part.no for part in parts]))


def either(truths: Iterable[Tri]) -> Tri:
    """Return whether at least one truth holds."""
    parts = list(truths)
    return Tri(disj([part.yes for part in parts]), conj([part.no for part in parts]))


def contrary(holds: Tri) -> Tri:
    """Return whether a truth does not hold."""
    return Tri(holds.no, holds.yes)


def at_least(number: int, truths: Sequence[Tri]) -> Tri:
    """Return whether at least `number` hold: if so many do, or too many do not."""
    fewer = len(truths) - number + 1
    return Tri(so_many(number, [t.yes for t in truths]), so_many(fewer, [t.no for t in truths]))


def so_many(number: int, tests: Iterable[z3.BoolRef]) -> z3.BoolRef:
    """Return whether at least `number` of the tests hold.

    No sum is formed: test by test, a formula says whether at least none, one, two ... of the
    tests before it hold. Counts of nine and of ten tests share terms, so that no search has to
    tell the two apart.
    """
    tests = list(tests)
    if number <= 0:
        return TRUE
    if number > len(tests):
        return FALSE
    so_far = [TRUE, *[FALSE] * number]  # at least none, one, two ... of the tests before
    for test in tests:
        more = zip(so_far[1:], so_far, strict=False)
        so_far = [TRUE, *(disj([enough, conj([test, one_less])]) for enough, one_less in more)]
    return so_far[number]


def count(tests: Iterable[z3.BoolRef]) -> Any:
    """Return how many of the tests hold."""
    return total([z3.IntVal(0), *(z3.If(test, 1, 0) for test in tests)])


def total(terms: Sequence[Any]) -> Any:
    """Return the sum of at least one term; a sum of one is no formula to other solvers."""
    return z3.Sum(terms) if len(terms) > 1 else terms[0]


def of_truth(value: Val) -> Tri:
    """Return a value as a truth: nothing does not hold."""
    return Tri(
        conj([value.known, value.term]),
        disj([value.nothing, conj([value.known, z3.Not(value.term)])]),
    )


def as_value(holds: Tri) -> Val:
    """Return a truth as a value."""
    return Val(holds.yes, disj([holds.yes, holds.no]))


def conj(tests: Sequence[z3.BoolRef]) -> z3.BoolRef:
    """Return the conjunction, folded where parts are constant."""
    kept = [test for test in tests if not is_true(test)]
    if any(is_false(test) for test in kept):
        return FALSE
    return TRUE if not kept else kept[0] if len(kept) == 1 else _joined(z3.Z3_mk_and, kept)


def disj(tests: Sequence[z3.BoolRef]) -> z3.BoolRef:
    """Return the disjunction, folded where parts are constant."""
    kept = [test for test in tests if not is_false(test)]
    if any(is_true(test) for test in kept):
        return TRUE
    return FALSE if not kept else kept[0] if len(kept) == 1 else _joined(z3.Z3_mk_or, kept)


def _joined(make: Callable[..., Any], tests: Sequence[z3.BoolRef]) -> z3.BoolRef:
    """Return formulas joined by `make` of Z3.

    `z3.And` and `z3.Or` look up the type of each part, which takes a sixth of a proof.
    """
    context = z3.main_ctx()
    parts = (z3.Ast * len(tests))(*(test.ast for test in tests))
    return z3.BoolRef(make(context.ref(), len(tests), parts), context)


def is_true(test: z3.BoolRef) -> bool:
    """Return whether a formula is the constant that holds.

    Z3 keeps equal formulas once, at one address: comparing addresses spares three calls of the
    solver, of which a comparison of two laws would make some ten thousands.
    """
    return bool(test.ast.value == TRUE.ast.value)


def is_false(test: z3.BoolRef) -> bool:
    """Return whether a formula is the constant that does not hold."""
    return bool(test.ast.value == FALSE.ast.value)


def choose(test: z3.BoolRef, yes: Term, no: Term) -> Term:
    """Return one term or the other."""
    if is_true(test):
        return yes
    if is_false(test):
        return no
    if isinstance(yes, Day):
        return Day(*(z3.If(test, a, b) for a, b in zip(yes, no, strict=True)))
    return z3.If(test, yes, no)


def chosen(test: z3.BoolRef, yes: Val, no: Val) -> Val:
    """Return one value or the other."""
    return Val(
        choose(test, yes.term, no.term) if not is_false(test) else no.term,
        choose(test, yes.known, no.known),
        choose(test, yes.nothing, no.nothing),
    )


def or_else(supplied: Val, derived: Val) -> Val:
    """Return the value supplied as established, else the one that the law derives."""
    return chosen(supplied.known, Val(supplied.term, TRUE), derived)


def equal(left: Term, right: Term) -> z3.BoolRef:
    """Return whether two terms are equal."""
    if isinstance(left, Day):
        return conj([a == b for a, b in zip(left, right, strict=True)])
    same: z3.BoolRef = left == right
    return same


def rank(term: Term) -> Any:
    """Return a number that is larger the larger, or later, the term is."""
    return term.order if isinstance(term, Day) else term


class Names:
    """Texts and provisions as whole numbers, each with its own."""

    def __init__(self) -> None:
        self.numbers: dict[str | Provision, int] = {}

    def number(self, name: str | Provision) -> int:
        """Return the number of a name."""
        return self.numbers.setdefault(name, len(self.numbers))
