"""Renderings of a report: the same bytes each time, and no hidden number in them."""

from __future__ import annotations

import csv
import io
from functools import cache

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has no types

pytest.importorskip("polars")
pytest.importorskip("scipy")
pytest.importorskip("vl_convert")
pytest.importorskip("xlsxwriter")

from tests.impact.test_counts import amnesty, counting_of, numbers

from lawc.impact.hiding import is_small
from lawc.impact.naming import Names
from lawc.impact.rendering.as_html import html
from lawc.impact.rendering.as_json import impact_dict, impact_schema
from lawc.impact.rendering.files import ENDINGS, rendered
from lawc.impact.report import About, Impact
from lawc.impact.tables import tables_of


@cache
def impact(*, synthetic: bool) -> Impact:
    counting, cells = counting_of(), numbers()
    small = frozenset(cell for cell in cells if is_small(cell, cells, "person", 5))
    hidden = frozenset() if synthetic else small
    tables = tables_of(counting, counting.units, cells, hidden)
    about = About("register", {}, synthetic, 0 if synthetic else 5)
    return Impact(amnesty(), about, Names(amnesty(), {}), {}, tables, (), ())


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_report_is_the_same_bytes_each_time(ending: str) -> None:
    assert rendered(impact(synthetic=True), ending) == rendered(impact(synthetic=True), ending)


def test_json_follows_its_schema() -> None:
    Draft202012Validator(impact_schema()).validate(impact_dict(impact(synthetic=False)))


def test_a_hidden_number_has_no_count_in_csv() -> None:
    lines = csv.DictReader(io.StringIO(str(rendered(impact(synthetic=False), ".csv"))))

    hidden = [line["count"] for line in lines if line["hidden"] == "true"]
    assert hidden
    assert set(hidden) == {""}


@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".svg"])
def test_a_synthetic_register_is_named_so(ending: str) -> None:
    assert "SYNTHETIC" in str(rendered(impact(synthetic=True), ending))


def test_a_page_needs_no_network_and_no_script() -> None:
    page = html(impact(synthetic=True))

    assert "<svg" in page
    assert "<script" not in page
    assert "src=" not in page
