"""Properties of every reasoning tree, tried on random conditions and cases.

| test | in words |
| --- | --- |
| true | the tree of a condition is as true as the condition |
| checked | every truth that does not rest on facts follows from the parts |
| once | what a term means of a thing is laid out once; nothing else is left out |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.library_law import (
    AGED,
    LOANS,
    READER,
    SENIOR,
    STATUS,
    STUDENT,
    law,
    reader,
    rule,
)

from lawc.ir import nodes as ir
from lawc.meaning.explain import explain
from lawc.meaning.interpret import holds
from lawc.meaning.world import World
from lawc.runtime.logic import all_of, any_of, at_least, not_
from lawc.runtime.reasons import FactUsed, Node, Rests
from lawc.runtime.repeated import lay_out_once

leaves = st.sampled_from((STUDENT, READER, AGED, ir.Concept("senior"), ir.Applies(("s_2",))))


def _grown(parts: st.SearchStrategy[ir.Expr]) -> st.SearchStrategy[ir.Expr]:
    several = st.lists(parts, max_size=3).map(tuple)
    return st.one_of(
        st.builds(ir.Stated, st.just("words"), parts, st.sampled_from((None, "s_1__a"))),
        st.builds(ir.Not, parts),
        st.builds(ir.All, several),
        st.builds(ir.Any, several),
        st.builds(ir.AtLeast, st.integers(1, 3), several),
        st.builds(ir.Some, st.integers(1, 2), st.just("loan"), parts),
        st.builds(ir.Every, st.just("loan"), st.one_of(parts, st.just(LOANS))),
    )


conditions = st.recursive(leaves, _grown, max_leaves=8)
facts = st.fixed_dictionaries(
    {},
    optional={
        "resident": st.booleans(),
        "status": st.sampled_from(STATUS.values),
        "age": st.sampled_from((Fraction(30), Fraction(70))),
        "senior": st.booleans(),
    },
)
loans = st.lists(st.sampled_from((True, False, None)), max_size=3)


@given(conditions, facts, loans)
def test_the_tree_is_as_true_as_the_condition(
    condition: ir.Expr, known: Mapping[str, ir.Value], overdue: list[bool | None]
) -> None:
    made = law(rule(condition), rule(STUDENT, "s_2"), definitions=(SENIOR,))
    thing, world = reader(known, *overdue), World(made, {})

    truth = holds(world, condition, thing)

    assert explain(world, thing)[0].grounds[0].condition.truth is (
        truth if isinstance(truth, bool) else None
    )


@given(conditions, facts, loans)
def test_every_truth_follows_from_the_parts(
    condition: ir.Expr, known: Mapping[str, ir.Value], overdue: list[bool | None]
) -> None:
    made = law(rule(condition), rule(STUDENT, "s_2"), definitions=(SENIOR,))

    for one in explain(World(made, {}), reader(known, *overdue))[0].grounds:
        assert all(map(_follows, _nodes(one.condition)))


@given(conditions, facts, loans)
def test_a_meaning_is_laid_out_once_and_nothing_else_goes(
    condition: ir.Expr, known: Mapping[str, ir.Value], overdue: list[bool | None]
) -> None:
    made = law(rule(condition), rule(STUDENT, "s_2"), definitions=(SENIOR,))
    (whole, *_) = explain(World(made, {}), reader(known, *overdue))[0].grounds
    once = lay_out_once(whole.condition)

    laid_out = [
        node
        for node in _nodes(once)
        if node.rests is Rests.DEFINITION and node.parts[0].rests is not Rests.ELSEWHERE
    ]
    # once for the reader, and once below each member of the list
    assert len(laid_out) <= 1 + len(overdue)
    assert _put_back(once, laid_out) == whole.condition


def _put_back(node: Node, laid_out: list[Node]) -> Node:
    if node.rests is Rests.DEFINITION and node.parts[0].rests is Rests.ELSEWHERE:
        return node._replace(parts=laid_out[0].parts)
    return node._replace(parts=tuple(_put_back(part, laid_out) for part in node.parts))


def _nodes(found: Node) -> Iterator[Node]:
    yield found
    for part in found.parts:
        yield from _nodes(part)


def _follows(found: Node) -> bool:
    truths = [part.truth for part in found.parts]
    match found.rests:
        case Rests.FACTS | Rests.APPLIES | Rests.ESTABLISHED:
            return not found.parts
        case Rests.ALL | Rests.EVERY if truths or not found.facts:
            return found.truth is all_of(*truths)
        case Rests.NOT:
            return found.truth is not_(truths[0])
        case Rests.AT_LEAST:
            return found.truth is at_least(found.number, *truths)
        case Rests.SOME if truths:
            return found.truth is at_least(found.number, *truths)
        case Rests.SOME | Rests.EVERY:
            return found.facts in ((FactUsed("loans", 0),), (FactUsed("loans", None),))
        case _:
            return found.truth is any_of(*truths)
