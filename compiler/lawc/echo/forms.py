"""Conditions in forms that a sentence can have, where the law's own form has no sentence.

Before: `(a and b) or c`, in one item of a list. After: `(a or c) and (b or c)`, as a list of
which all apply. Both hold of the same things.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from lawc.echo.phrases import bare
from lawc.echo.writing import UnsaidError
from lawc.ir import nodes as ir

_MOST = 60  # parts of a form
IsClause = Callable[[ir.Expr], bool]


def denied(condition: ir.Expr) -> ir.Expr:
    """Return the contrary of a condition."""
    match bare(condition):
        case ir.Not(part):
            return part
        case _:
            return ir.Not(condition)


def conjunctive(condition: ir.Expr, is_clause: IsClause) -> list[list[ir.Expr]]:
    """Return clauses of which any must hold, for each of several that must all hold."""
    return _form(condition, is_clause, ir.All)


def disjunctive(condition: ir.Expr, is_clause: IsClause) -> list[list[ir.Expr]]:
    """Return clauses that must all hold, for each of several of which any must hold."""
    return _form(condition, is_clause, ir.Any)


def _form(
    condition: ir.Expr, is_clause: IsClause, outer: type[ir.All] | type[ir.Any]
) -> list[list[ir.Expr]]:
    if isinstance(condition, ir.Stated) and condition.eid is not None:
        raise UnsaidError("an item of a list stands in an element of its own")
    if is_clause(condition):
        return [[condition]]
    inner = ir.Any if outer is ir.All else ir.All
    of = bare(condition)
    match of:
        case ir.Not(part):
            match bare(part):
                case ir.All(parts):
                    return _form(ir.Any(tuple(map(denied, parts))), is_clause, outer)
                case ir.Any(parts):
                    return _form(ir.All(tuple(map(denied, parts))), is_clause, outer)
                case ir.Not(again):
                    return _form(again, is_clause, outer)
        case ir.All(parts) | ir.Any(parts):
            forms = [_form(part, is_clause, outer) for part in parts]
            if isinstance(of, outer):
                return _few([clause for form in forms for clause in form])
            number = 1
            for form in forms:
                number *= len(form)
            if number > _MOST:
                raise UnsaidError("its plainest form has too many parts")
            assert isinstance(of, inner)
            return [[each for clause in way for each in clause] for way in product(*forms)]
    raise UnsaidError(f"no clause says `{type(of).__name__}`")


def _few(form: list[list[ir.Expr]]) -> list[list[ir.Expr]]:
    if len(form) > _MOST:
        raise UnsaidError("its plainest form has too many parts")
    return form


def joined(parts: list[ir.Expr], of: type[ir.All] | type[ir.Any]) -> ir.Expr:
    """Return parts joined, a single one alone."""
    return parts[0] if len(parts) == 1 else of(tuple(parts))
