"""Amounts as polynomials: two that always are the same number are one polynomial.

Before: `a * (b + 2)`, and `2 * a + b * a`. After: `{a b: 1, a: 2}` of both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from fractions import Fraction
from functools import reduce
from typing import TypeAlias

from lawc.ir import nodes as ir

Monomial: TypeAlias = frozenset[tuple[Hashable, int]]  # what is multiplied, and how often
Polynomial: TypeAlias = frozenset[tuple[Monomial, Fraction]]

_NUMBER: Monomial = frozenset()


def polynomial(expr: ir.Expr) -> Polynomial:
    """Return an amount as a polynomial of what it is computed from."""
    match expr:
        case ir.Literal(int() | Fraction() as number):
            return _polynomial({_NUMBER: Fraction(number)})
        case ir.Total(parts):
            return _sum(map(polynomial, parts))
        case ir.Difference(left, right):
            negative = _product(polynomial(right), constant(Fraction(-1)))
            return _sum((polynomial(left), negative))
        case ir.Product(parts):
            return reduce(_product, map(polynomial, parts))
        case ir.Quotient((left, right)):
            inverse = _polynomial({frozenset({(("1 /", polynomial(right)), 1)}): Fraction(1)})
            return _product(polynomial(left), inverse)
        case ir.Quotient(parts):
            atom: Hashable = ("/", tuple(map(polynomial, parts)))
        case ir.Largest(parts) | ir.Smallest(parts):
            atom = (type(expr).__name__, frozenset(map(polynomial, parts)))
        case _:
            atom = ("", expr)  # any value that is hashable
    return _polynomial({frozenset({(atom, 1)}): Fraction(1)})


def constant(number: Fraction) -> Polynomial:
    """Return a number as a polynomial."""
    return _polynomial({_NUMBER: number})


def number_of(of: Polynomial) -> Fraction | None:
    """Return the number that a polynomial always is, None if it is not always the same."""
    terms = dict(of)
    if not terms.keys() <= {_NUMBER}:
        return None
    return terms.get(_NUMBER, Fraction(0))


def _polynomial(terms: dict[Monomial, Fraction]) -> Polynomial:
    return frozenset((term, number) for term, number in terms.items() if number)


def _sum(parts: Iterable[Polynomial]) -> Polynomial:
    terms: dict[Monomial, Fraction] = {}
    for part in parts:
        for term, number in part:
            terms[term] = terms.get(term, Fraction(0)) + number
    return _polynomial(terms)


def _product(left: Polynomial, right: Polynomial) -> Polynomial:
    terms: dict[Monomial, Fraction] = {}
    for a, by in left:
        for b, times in right:
            powers = Counter(dict(a))
            powers.update(dict(b))
            term = frozenset(powers.items())
            terms[term] = terms.get(term, Fraction(0)) + by * times
    return _polynomial(terms)
