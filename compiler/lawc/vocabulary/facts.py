"""Declarations of facts: their types, their limits, the changes that they may undergo."""

from __future__ import annotations

from collections.abc import Iterable

from lawc.diagnostics.model import Diagnostic
from lawc.ir import nodes as ir
from lawc.ir.types import Type
from lawc.source import Source
from lawc.syntax.nodes import Tree
from lawc.vocabulary.becoming import becoming
from lawc.vocabulary.limits import LEAST, MOST, limits


def fact(
    names: tuple[str, str], type_: Type, clauses: Iterable[Tree | None], source: Source
) -> tuple[ir.FactDeclaration, list[Diagnostic]]:
    """Return a fact as its clauses declare it, and the problems of the clauses."""
    declared = [clause for clause in clauses if clause is not None]
    limiting = [clause for clause in declared if clause.name in {LEAST, MOST}]
    changing = next((clause for clause in declared if clause not in limiting), None)
    change = becoming(changing, type_, source) if changing else None
    between = limits(limiting, type_, source)
    wrong = [result for result in (change, between) if isinstance(result, Diagnostic)]
    least, most = (None, None) if isinstance(between, Diagnostic) else between
    becomes = None if isinstance(change, Diagnostic) else change
    return ir.FactDeclaration(*names, type_, "", becomes, least, most), wrong
