"""The tables on the page of the amnesty register are those that are computed now.

Numbers that the figures leave to the solver are not compared one by one.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.synth.amending import register_in
from tests.synth.page import PAGE, page, settled, totals

WRITE = "run `python -m tests.synth.page`"


def test_the_tables_of_the_page_are_computed() -> None:
    made = page()

    assert settled(PAGE.read_text("utf-8")) == settled(made), WRITE
    assert totals(PAGE.read_text("utf-8")) == totals(made), WRITE


def test_what_the_figures_say_is_compared_to_the_last_digit() -> None:
    text = PAGE.read_text("utf-8")

    assert settled(text.replace("| 33,000 | 33,000 |", "| 33,000 | 33,001 |")) != settled(text)
    assert settled(text.replace("| 2,083 |", "| 2,084 |")) != settled(text)
    assert sum(totals(text).values()) == 67_001


@pytest.mark.slow
def test_the_table_of_amendments_is_computed(tmp_path: Path) -> None:
    text = page(register_in(tmp_path))

    assert settled(PAGE.read_text("utf-8")) == settled(text), WRITE
