"""Amounts stand in a comparison as the law writes them, with their currency."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("z3")

from tests.compare.written import as_comparisons, law

from lawc.compare.acts import Comparisons
from lawc.compare.rendering.as_html import html
from lawc.compare.rendering.as_json import comparison_json
from lawc.compare.rendering.as_markdown import markdown
from lawc.compare.rendering.as_text import text
from lawc.compare.report import compare

WORDS = """
fact person.wage: money EUR
  en noun "the wage" ask "What is the wage, in euro?"
decision person.grant: money EUR
  en noun "the grant"
decision person.part: fraction
  en noun "the part"
"""
GRANT = "1. The grant is {} euro, if the wage is less than {} euro.\n"
PART = "1. The part is {} per cent, if the wage is less than 10 euro.\n"


def comparisons(old: str, new: str) -> Comparisons:
    before, after = (law(f"Article 1. Grants\n\n{text}", WORDS) for text in (old, new))
    return as_comparisons(compare(before, after))


@pytest.fixture(scope="module")
def less() -> Comparisons:
    return comparisons(GRANT.format("100", "10.50"), GRANT.format("90.50", "10.50"))


def test_a_turn_names_the_currency(less: Comparisons) -> None:
    assert "grant: 100 euro → 90.50 euro" in text(less)


def test_a_fact_of_the_case_names_the_currency(less: Comparisons) -> None:
    assert "the case: wage = 0 euro" in text(less)


def test_markdown_names_the_currency(less: Comparisons) -> None:
    assert "grant: 100 euro → **90\\.50 euro**" in markdown(less)


def test_html_names_the_currency(less: Comparisons) -> None:
    page = html(less)

    assert "<bdi>100 euro</bdi> → <b><bdi>90.50 euro</bdi></b>" in page


def test_json_has_the_bare_amounts(less: Comparisons) -> None:
    (act,) = json.loads(comparison_json(less))["acts"]
    (touched,) = act["touched"]

    assert (touched["old"]["value"], touched["new"]["value"]) == (100, "90.5")
    assert touched["case"]["wage"] == 0


def test_a_share_is_so_many_per_cent_where_the_law_says_so() -> None:
    assert "part: 50 per cent → 40 per cent" in text(
        comparisons(PART.format(50), PART.format(40))
    )
