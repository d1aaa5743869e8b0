"""What is declared of a fact: its type, its limits, how it may come to be otherwise."""

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
    """Return a fact as its clauses declare it, and what is wrong with them."""
    said = [one for one in clauses if one is not None]
    limiting = [one for one in said if one.name in {LEAST, MOST}]
    changing = next((one for one in said if one not in limiting), None)
    change = becoming(changing, type_, source) if changing else None
    between = limits(limiting, type_, source)
    wrong = [one for one in (change, between) if isinstance(one, Diagnostic)]
    least, most = (None, None) if isinstance(between, Diagnostic) else between
    becomes = None if isinstance(change, Diagnostic) else change
    return ir.FactDeclaration(*names, type_, "", becomes, least, most), wrong
