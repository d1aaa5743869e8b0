"""The tables on the page of the amnesty register are those that are computed now."""

from __future__ import annotations

from tests.synth.page import PAGE, page


def test_the_tables_of_the_page_are_computed() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `python -m tests.synth.page`"
