"""Amounts as terms of the solver: by case, quotients, roundings, tables."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import z3

from lawc.backends.smt.terms import FALSE, TRUE, Tri, Val, choose, conj, disj, equal
from lawc.ir import nodes as ir


def by_case(cases: Sequence[tuple[Tri, Val]], otherwise: Val | None) -> Val:
    """Return the value after the first condition that holds."""
    value = Val(cases[-1][1].term, FALSE, TRUE) if otherwise is None else otherwise
    for now, then in reversed(cases):
        same = conj([then.known, value.known, equal(then.term, value.term)])
        none = conj([then.nothing, value.nothing])
        value = Val(
            choose(z3.Not(now.no), then.term, value.term),
            disj([conj([now.yes, then.known]), conj([now.no, value.known]), same]),
            disj([conj([now.yes, then.nothing]), conj([now.no, value.nothing]), none]),
        )
    return value


def rounded(term: Any, rounding: ir.Rounding, unit: Fraction) -> Any:
    """Return a number brought to a multiple of a unit."""
    step = z3.RealVal(f"{unit.numerator}/{unit.denominator}")
    parts = term / step if z3.is_real(term) else z3.ToReal(term) / step
    half = z3.RealVal("1/2")
    match rounding:
        case ir.Rounding.UP:
            return z3.ToReal(-z3.ToInt(-parts)) * step
        case ir.Rounding.DOWN:
            return z3.ToReal(z3.ToInt(parts)) * step
        case ir.Rounding.NEAREST:
            size = z3.If(parts < 0, -parts, parts)
            nearest = z3.ToReal(z3.ToInt(size + half)) * step
            return z3.If(parts < 0, -nearest, nearest)
        case ir.Rounding.HALF_UP:
            return z3.ToReal(z3.ToInt(parts + half)) * step
        case ir.Rounding.HALF_DOWN:
            return z3.ToReal(-z3.ToInt(half - parts)) * step
        case ir.Rounding.HALF_EVEN:
            above = z3.ToInt(parts + half)
            between = z3.And(z3.ToReal(above) == parts + half, above % 2 == 1)
            return z3.ToReal(z3.If(between, above - 1, above)) * step


def divided(parts: list[Val], known: z3.BoolRef, nothing: z3.BoolRef) -> Val:
    """Return a number divided by another; where that is zero a third, or nothing."""
    left, by = (z3.ToReal(p.term) if z3.is_int(p.term) else p.term for p in parts[:2])
    by_zero = by == 0
    term = left / z3.If(by_zero, z3.RealVal(1), by)
    if parts[2:]:
        return Val(z3.If(by_zero, parts[2].term, term), known, nothing)
    return Val(term, conj([known, z3.Not(by_zero)]), disj([nothing, conj([known, by_zero])]))


def of_rows(
    subject: Any,
    rows: tuple[ir.Row, ...],
    known: z3.BoolRef,
    nothing: z3.BoolRef,
    *,
    by_part: bool,
) -> Val:
    """Return a table applied to a number."""

    def real(number: Fraction) -> Any:
        return z3.RealVal(f"{number.numerator}/{number.denominator}")

    if by_part:
        total: Any = z3.RealVal(0)
        for row in rows:
            top = (
                subject
                if row.up_to is None
                else z3.If(subject <= real(row.up_to), subject, real(row.up_to))
            )
            part = top - real(row.over or Fraction(0))
            total = total + real(row.value) * z3.If(part > 0, part, z3.RealVal(0))
        return Val(total, known, nothing)
    term: Any = z3.RealVal(0)
    inside = []
    for row in reversed(rows):
        tests = [subject > real(row.over)] if row.over is not None else []
        tests += [subject <= real(row.up_to)] if row.up_to is not None else []
        test = conj(tests)
        inside.append(test)
        term = choose(test, real(row.value), term)
    in_row = disj(inside)
    return Val(term, conj([known, in_row]), disj([nothing, conj([known, z3.Not(in_row)])]))
