"""Amounts that count to some extent: what they limit is given, or it is an error."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lawc.pipeline import compile_path

STATUTES = Path(__file__).parents[2] / "statutes"
PRICE = "the price at which the property is being offered by the employer to customers"
TERM = "“qualified employee discount” means any"


@pytest.mark.parametrize(
    ("noun", "problem"),
    [
        ("employee discount", "`the employee discount` in 132(c)(1)(A) rests on itself"),
        (PRICE, f"`{PRICE}` is a fact, which no provision defines"),
    ],
)
def test_what_counts_to_an_extent_can_be_given(noun: str, problem: str, tmp_path: Path) -> None:
    shutil.copytree(STATUTES / "us", tmp_path / "us")
    act = tmp_path / "us/fringe-benefits/en.law"
    act.write_text(act.read_text().replace(TERM, f"“{noun}” means any"))

    messages = [each.message for each in compile_path(act.parent).problems]

    assert problem in messages
