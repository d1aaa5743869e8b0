"""`frame` of a package: frames in, a frame with the answers out, as `decide` gives them."""

from __future__ import annotations

import importlib
import itertools
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import kz_amnesty_2025 as amnesty
import pytest
from tests.exam.persons import random_persons

pytest.importorskip("polars")

import polars as pl
from tests.register.registers import register_of

from lawc.ir import nodes as ir
from lawc.pipeline import compile_path
from lawc.register.misfits import RegisterError

STATUTE = Path(__file__).parents[2] / "statutes/kz/amnesty-2025"


def law() -> ir.Law:
    made = compile_path(STATUTE).law
    assert made is not None
    return made


def persons(number: int) -> list[Mapping[str, Any]]:
    return list(itertools.islice(random_persons(5, number), number))


def outcomes(cases: list[Mapping[str, Any]]) -> list[Any]:
    return [
        offence["decisions"]["outcome"]["value"]
        for case in cases
        for offence in amnesty.decide(amnesty.Person.from_dict(case)).to_dict()["members"][
            "offences"
        ]
        or ()
    ]


def test_a_row_for_a_row() -> None:
    cases = persons(200)
    tables = register_of(law(), cases)

    answered = amnesty.frame(tables["person"], tables["offence"], tables["child"])

    assert answered["offence_id"].to_list() == tables["offence"]["offence_id"].to_list()
    assert answered["outcome"].to_list() == outcomes(cases)


def test_rows_in_any_order_keep_it() -> None:
    tables = register_of(law(), persons(50))
    offences = tables["offence"].sample(fraction=1, shuffle=True, seed=3)

    answered = amnesty.frame(tables["person"], offences, tables["child"])

    assert answered["offence_id"].to_list() == offences["offence_id"].to_list()


def test_members_may_stand_in_lists() -> None:
    nested = pl.DataFrame(
        {"sex": ["female", "male"], "offences": [[{"stage": "open", "category": "minor"}], []]}
    )

    answered = amnesty.frame(nested)

    assert answered.select("person_id", "stage", "outcome_status").rows() == [
        (0, "open", "open")
    ]


def test_frames_of_pandas_come_back_as_such() -> None:
    pandas = pytest.importorskip("pandas")
    tables = register_of(law(), persons(20))

    answered = amnesty.frame(*(tables[kind].to_pandas() for kind in ("person", "offence")))

    assert isinstance(answered, pandas.DataFrame)
    assert len(answered) == tables["offence"].height


def test_all_that_does_not_fit_is_told_and_nothing_decided() -> None:
    persons_ = pl.DataFrame({"person_id": [1], "sex": ["f"], "date_of_birth": ["1.1.1970"]})

    with pytest.raises(RegisterError) as error:
        amnesty.frame(persons_)

    assert [misfit.column for misfit in error.value.misfits] == ["date_of_birth", "sex"]


def test_a_frame_of_arrow_comes_back_as_such() -> None:
    arrow = pytest.importorskip("pyarrow")
    tables = register_of(law(), persons(20))

    answered = amnesty.frame(*(tables[kind].to_arrow() for kind in ("person", "offence")))

    assert isinstance(answered, arrow.Table)
    assert answered.num_rows == tables["offence"].height


def test_without_polars_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    monkeypatch.delitem(sys.modules, "lawc.register.frames", raising=False)

    with pytest.raises(ModuleNotFoundError, match=r"pip install 'lawc\[data\]'"):
        importlib.import_module("lawc.register.frames")
