"""Laws as documents: the text, the definitions, the tree of each decision."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from tests.differential.laws import Sample, samples
from tests.sampling import some

from lawc.backends.documents.law_html import law_html
from lawc.backends.documents.law_markdown import law_markdown
from lawc.backends.documents.law_outline import DecisionView, law_view
from lawc.ir import nodes as ir
from lawc.ir.types import Basic

Golden = Callable[[str, str], None]
Attributes = list[tuple[str, str | None]]
HOSTILE = "<script>alert('\"')</script> \u202eevil"


class Anchors(HTMLParser):
    """Gathers what a page links to within itself, and what can be linked to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Gather the anchors of an element."""
        del tag
        for key, value in attrs:
            if key == "id":
                self.ids.append(value or "")
            elif key == "href":
                self.targets.add((value or "").removeprefix("#"))


def decision(law: ir.Law, key: str) -> DecisionView:
    return next(one for one in law_view(law).decisions if one.name == key)


def test_every_element_stands_in_the_text_in_order(law: ir.Law) -> None:
    text = law_markdown(law).partition("## What the words mean")[0]

    anchors = re.findall(r'<a id="([^"]+)">', text)

    assert anchors == [one.eid for one in law.elements]


def test_inert_elements_are_marked(law: ir.Law) -> None:
    assert "Article 7. Procedure *(decides nothing)*" in law_markdown(law)
    assert law_html(law).count("decides nothing") == 2


def test_source_marks_are_told_with_where_from(law: ir.Law) -> None:
    assert "*(assumed wording: to be replaced by the official text)*" in law_markdown(law)


def test_a_decision_names_its_values_and_what_gives_them(law: ir.Law) -> None:
    found = decision(law, "outcome")

    assert [(value, [rule.link.text for rule in rules]) for value, rules in found.values] == [
        ("released from liability", ["2(1)"]),
        ("released from main punishment", ["2(1)"]),
        ("reduced", ["3(1)", "3(3)"]),
        ("excluded", ["5(1)"]),
    ]


def test_a_rule_is_set_out_once(law: ir.Law) -> None:
    released = [rules[0].reading is None for _, rules in decision(law, "outcome").values[:2]]

    assert released == [False, True]


def test_displacement_is_told_on_both_sides(law: ir.Law) -> None:
    text = law_markdown(law)

    assert "does not apply where this applies: [5(1)](#rule-3)" in text
    assert "displaces 2, 3" in text


def test_a_definition_is_set_out_once_and_linked(law: ir.Law) -> None:
    text = law_markdown(law)

    assert text.count('<a id="concept-socially_vulnerable">') == 1
    assert text.count("→ [socially vulnerable](#concept-socially_vulnerable)") == 2


def test_the_words_stand_beside_how_they_were_read(law: ir.Law) -> None:
    assert (
        "no civil claim was brought against the person; `not offence.civil_claim_brought`"
        in (law_markdown(law))
    )


def test_a_rule_that_only_displaces_is_set_out(law: ir.Law) -> None:
    *others, exclusion = law.rules
    made = replace(law, rules=(*others, replace(exclusion, gives=())))

    last = law_view(made).decisions[-1]

    assert [rule.link.text for rule in last.values[0][1]] == ["5(1)"]


def test_versions_say_when_they_are_in_force(law: ir.Law) -> None:
    first, *others = law.rules
    dated = replace(first, force=ir.Force(date(2025, 7, 5), date(2026, 1, 1)))
    made = replace(law, rules=(dated, *others), law_day="effective_day")

    assert "in force from 2025-07-05 to 2026-01-01" in law_markdown(made)


def test_a_quantity_is_set_out_with_its_formula(law: ir.Law) -> None:
    days = ir.DaysBetween(ir.Parameter("effective_day"), ir.Fact("offence", "committed_on"))
    half = ir.Product((days, ir.Literal(Fraction(1, 2), Basic.FRACTION)))
    quantity = ir.QuantityDefinition(
        "days_off", "offence", Basic.NUMBER, half, "art_3", "the days taken off"
    )

    text = law_markdown(replace(law, quantities=(quantity,)))

    assert "the days taken off `(days(effective_day, offence.committed_on)) * 1/2`" in text


@pytest.mark.parametrize("render", [law_markdown, law_html])
def test_every_link_leads_somewhere(law: ir.Law, render: Callable[[ir.Law], str]) -> None:
    text = render(law)
    page = Anchors(text)
    targets = page.targets | set(re.findall(r"\]\(#([^)]+)\)", text))

    assert targets <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize("render", [law_markdown, law_html])
def test_hostile_text_makes_no_elements(law: ir.Law, render: Callable[[ir.Law], str]) -> None:
    first, *others = law.elements
    bad = replace(first, label=HOSTILE, heading=HOSTILE, text=HOSTILE)
    text = render(replace(law, title=HOSTILE, elements=(bad, *others)))

    assert not re.search(r"(?<!\\)<script", text)
    assert "\u202e" not in text


def test_markdown_document(law: ir.Law, golden: Golden) -> None:
    golden("documents/law.md", law_markdown(law))


def test_html_document(law: ir.Law, golden: Golden) -> None:
    golden("documents/law.html", law_html(law))


@settings(max_examples=some(60))
@given(samples)
def test_every_law_can_be_rendered(sample: Sample) -> None:
    page = Anchors(law_html(sample.law))

    assert page.targets <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert law_markdown(sample.law)
