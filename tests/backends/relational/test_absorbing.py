"""Truths without the parts that those beside them leave nothing to say."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given

pytest.importorskip("polars")

from tests.backends.relational.test_settling import tables
from tests.differential import laws

from lawc.backends.relational.absorbing import absorbed, without_echoes
from lawc.backends.relational.evaluating import columns_of, evaluated
from lawc.backends.relational.layers import Compute
from lawc.backends.relational.settling import Settling
from lawc.backends.relational.terms import (
    AllOf,
    AnyOf,
    Column,
    Term,
    all_of,
    any_of,
    negation,
)

A, B, X, E = map(Column, "abxe")
NAMES = "abcd"


def test_an_alternative_says_only_what_the_others_leave() -> None:
    truths: dict[str, Term] = {"e": AnyOf((A, B)), "w": AllOf((X, negation(E)))}

    assert without_echoes(AnyOf((Column("w"), A, B)), truths) == AnyOf((X, A, B))
    assert without_echoes(AnyOf((A, AllOf((negation(A), B)))), {}) == AnyOf((A, B))
    assert without_echoes(AllOf((A, AnyOf((negation(A), B)))), {}) == AllOf((A, B))


def test_of_two_parts_that_say_the_same_one_stays() -> None:
    same: dict[str, Term] = {"p": AllOf((A, B)), "q": AllOf((A, B))}

    assert without_echoes(AnyOf((Column("p"), Column("q"))), same) in (
        AnyOf((Column("p"), Column("q"))),
        AllOf((A, B)),
    )


def random_term(rng: Random, names: list[str], depth: int) -> Term:
    if depth == 0 or rng.random() < 0.2:
        term: Term = Column(rng.choice(names))
    else:
        parts = [random_term(rng, names, depth - 1) for _ in range(rng.randint(2, 3))]
        term = rng.choice([all_of, any_of])(parts)
    return negation(term) if rng.random() < 0.3 else term


@given(laws.seeds)
def test_both_are_equal_in_two_truth_values_and_no_less_known_in_three(seed: int) -> None:
    rng = Random(seed)  # noqa: S311
    names, columns = list(NAMES), list[tuple[str, Term]]()
    for number in range(4):
        columns.append((f"s{number}", random_term(rng, names, 3)))
        names.append(f"s{number}")
    layers = [Compute("person", (column,)) for column in columns]

    after = absorbed(layers)

    for truths in product((True, False), repeat=len(NAMES)):
        first = dict(zip(NAMES, truths, strict=True))
        second = dict(first)
        for (name, term), layer in zip(columns, after, strict=True):
            assert isinstance(layer, Compute)
            first[name] = bool(evaluated(term, first))
            second[name] = bool(evaluated(layer.columns[0][1], second))
            assert first[name] == second[name], (term, layer)
            assert columns_of(layer.columns[0][1]) <= set(second)


def test_what_three_truth_values_leave_open_is_closed_in_columns() -> None:
    text = (
        "1. A person is entitled to a card if any of the following applies:\n"
        "1) the person is old; or\n"
        "2) the person is not old and the person is resident.\n"
    )
    act, relations, made = tables(text, {"resident": True}, {"resident": False}, {"old": True})
    settling = Settling(act, relations, {})

    frame = settling.frames(made)["person"]

    assert frame["card.status"].to_list() == ["decided", "open", "decided"]
    assert frame["card.by_cases"].to_list() == [True, False, False]
    assert frame["card.cites.1(1)(1)"].to_list() == [True, False, True]
    assert not settling.outcomes
