"""The second pass: what is open in three values and the same in all completions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.written_law import law

pytest.importorskip("polars")

import polars as pl
from tests.backends.relational.agreeing import compare
from tests.backends.relational.tables import tables_of

from lawc.backends.relational.polars_engine import run
from lawc.backends.relational.relations import relations_of
from lawc.backends.relational.settling import Settling, settled
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case

EITHER_WAY = (
    "1. A person is entitled to a card if the person is old.\n"
    "2. A person is entitled to a card if the person is not old and the person is resident.\n"
    "3. The fee is 5 euro, if the person is old.\n"
    "4. The fee is 5 euro, if the person is not old.\n"
)


def tables(
    text: str, *cases: dict[str, Any], more: str = "", **put: Any
) -> tuple[Any, Any, Any]:
    """Return a law, its relations, and the tables of cases; `put` are facts of all persons."""
    act = law(text, more)
    things = [read for case in cases if isinstance(read := read_case(act, case), Thing)]
    frames, of, _ = tables_of(act, things, {})
    facts = [pl.lit(value).alias(f"fact.{key}") for key, value in put.items()]
    frames["person"] = frames["person"].with_columns(facts)
    relations = relations_of(act, of)
    return act, relations, run(relations.layers, frames)


def test_a_decision_that_is_the_same_whatever_a_fact_is_is_decided_and_marked() -> None:
    act, relations, made = tables(
        EITHER_WAY, {"resident": True}, {"resident": False}, {"old": True}
    )

    frame = settled(act, relations, made, {})["person"]

    assert frame["card.status"].to_list() == ["decided", "open", "decided"]
    assert frame["card.by_cases"].to_list() == [True, False, False]
    assert frame["fee.value"].to_list() == [5, 5, 5]
    assert frame["fee.cites.1(3)"].to_list() == [True, True, True]
    assert frame["fee.cites.1(4)"].to_list() == [True, True, False]


def test_rows_with_the_same_pattern_are_asked_of_once() -> None:
    text = (
        "1. The fee is 5 euro, if the income is more than 900 euro.\n"
        "2. The fee is 5 euro, if the income is not more than 900 euro.\n"
    )
    act, relations, made = tables(text, *[{"points": points} for points in range(50)])
    settling = Settling(act, relations, {})

    frame = settling.frames(made)["person"]

    assert frame["fee.by_cases"].all()
    assert len(settling.outcomes) == 1


def test_of_what_columns_close_no_row_is_asked() -> None:
    act, relations, made = tables(EITHER_WAY, {"resident": True}, {"resident": False})
    settling = Settling(act, relations, {})

    frame = settling.frames(made)["person"]

    assert frame["card.status"].to_list() == ["decided", "open"]
    assert frame["card.cites.1(1)"].to_list() == [True, False]
    assert frame["card.cites.1(2)"].to_list() == [True, False]
    assert not settling.outcomes


def test_a_row_that_breaks_an_assumption_stays_open() -> None:
    act, relations, made = tables(
        EITHER_WAY, {}, more="assume person: resident or not ill\n", ill=True, resident=False
    )

    assert settled(act, relations, made, {})["person"]["fee.status"].to_list() == ["open"]


def test_amounts_of_rows_of_one_pattern_are_their_own(tmp_path: Path) -> None:
    text = (
        "1. The fee is the income, if the person is old.\n"
        "2. The fee is the income, if the person is not old.\n"
    )
    cases = [{"income": income} for income in (1, 2, "2.5", None)]

    assert compare(law(text), cases, {"law_day": date(2025, 7, 5)}, tmp_path) > 0
