"""The solver asked whether the law puts anybody into a cell, and whom."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any, NamedTuple

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.runtime.values import ProvisionRange, provision
from lawc.synth.cells import Cell
from lawc.synth.reading import NOTHING
from lawc.synth.specification import Dimension, Scalar, Specification


class Proof(NamedTuple):
    """Whether somebody can be in a cell, None if that is not known, and a case if there is."""

    possible: bool | None
    example: Mapping[str, Any] | None = None


def proof_of(law: ir.Law, specification: Specification, cell: Cell) -> Proof:
    """Return whether the law puts anybody into a cell, however long the lists of a case are."""
    kind = _lowest_kind(law, specification)
    condition = _condition(specification, cell)
    if kind is None or condition is None or find_spec("z3") is None:
        return Proof(None)
    from lawc.backends.smt.terms import conj  # noqa: PLC0415 - only where the solver is there
    from lawc.prove.questions import Questions  # noqa: PLC0415
    from lawc.prove.telling import as_data  # noqa: PLC0415

    questions = Questions(law, more=True)
    thing = questions.first(kind)
    goal = conj([thing.there, questions.meaning.holds(condition, thing).yes])
    possible = questions.can_be(goal)
    return Proof(possible, as_data(questions.example(goal)) if possible else None)


def _lowest_kind(law: ir.Law, specification: Specification) -> str | None:
    """Return the kind whose things see all that the cells are about, None if there is none."""
    parents = {kind.key: kind.parent for kind in law.kinds}
    kinds = {each.kind for each in specification.dimensions}
    for kind in kinds:
        line, above = {kind}, parents[kind]
        while above is not None:
            line.add(above)
            above = parents[above]
        if kinds <= line:
            return kind
    return None


def _condition(specification: Specification, cell: Cell) -> ir.Expr | None:
    """Return the condition of a cell, None if it asks for what the law does not decide."""
    parts = []
    for name, group in cell.groups:
        dimension = specification.dimension(name)
        if NOTHING in dimension.groups[group]:
            return None
        parts.append(_is_one_of(dimension, tuple(dimension.groups[group])))
    return ir.All(tuple(parts))


def _is_one_of(dimension: Dimension, values: tuple[Scalar, ...]) -> ir.Expr:
    """Return the condition that what a dimension is about has one of some values."""
    subject: ir.Expr = ir.Fact(dimension.kind, dimension.key)
    if not dimension.drawn:
        is_concept = dimension.concept
        subject = ir.Concept(dimension.key) if is_concept else ir.Decided(dimension.key)
    if dimension.type is Basic.TRUTH:
        tests = {True: subject, False: ir.Not(subject)}
        return ir.Any(tuple(tests[value is True] for value in values))
    if dimension.type is Basic.PROVISION:
        ranges = [provision(str(value)) for value in values]
        return ir.Under(subject, tuple(ProvisionRange(each, each) for each in ranges))
    return ir.OneOf(subject, tuple(str(value) for value in values))
