"""The tables on the page of the amnesty register are those that are computed now."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.synth.amending import register_in
from tests.synth.page import PAGE, page


def test_the_tables_of_the_page_are_computed() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `python -m tests.synth.page`"


@pytest.mark.slow
def test_the_table_of_amendments_is_computed(tmp_path: Path) -> None:
    text = page(register_in(tmp_path))

    assert PAGE.read_text("utf-8") == text, "run `python -m tests.synth.page`"
