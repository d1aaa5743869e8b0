"""Each code has a page: its bad example gives the output shown, its good one nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

import pytest
from tests.diagnostics.examples import (
    compared,
    problems,
    problems_of_amending,
    problems_of_leading,
    problems_of_specification,
)

from lawc.compare.levels import Level
from lawc.compare.rendering.as_sarif import code_of
from lawc.compare.rendering.as_text import text
from lawc.diagnostics.codes import Code
from lawc.diagnostics.explain import explain_page
from lawc.diagnostics.model import Diagnostic, Severity
from lawc.diagnostics.text import render_all

_BLOCK = re.compile(r"^```(?P<kind>[\w ]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """An act, its new text or its amendment, its declarations, and the output about it."""

    law: str | None
    amendment: str | None
    new: str | None
    new_vocabulary: str | None
    vocabulary: str | None
    alone: bool
    specification: str | None
    output: str | None

    def problems(self) -> tuple[Diagnostic, ...]:
        """Return every problem of the act, of amending it, or of leading to another."""
        assert self.law is not None
        if self.specification is not None:
            return problems_of_specification(self.law, self.specification)
        if self.new is not None:
            return problems_of_leading(self.law, self.new)
        if self.amendment is not None:
            return problems_of_amending(self.law, self.amendment)
        return problems(self.law, self.vocabulary, alone=self.alone)


def example(page: str, heading: str) -> Example:
    section = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    blocks = {match["kind"]: match["text"] for match in _BLOCK.finditer(section)}
    alone = blocks.get("vocabulary alone")
    return Example(
        blocks.get("law"),
        blocks.get("amendment"),
        blocks.get("new text"),
        blocks.get("new vocabulary"),
        blocks.get("vocabulary", alone),
        alone is not None,
        blocks.get("specification"),
        blocks.get("output"),
    )


LEVELS = {code_of(level): level for level in Level}
PROBLEMS = [code for code in Code if code not in LEVELS]


@pytest.mark.parametrize("level", Level, ids=lambda level: level.value)
def test_bad_example_of_a_level_reaches_it(level: Level) -> None:
    page = explain_page(level.value)
    assert page is not None
    bad = example(page, "Bad")
    assert bad.new is not None

    found = compared(bad.law, bad.new, bad.new_vocabulary)

    assert found.level is level
    assert text(found) == bad.output


@pytest.mark.parametrize("level", Level, ids=lambda level: level.value)
def test_good_example_of_a_level_is_below_it(level: Level) -> None:
    page = explain_page(level.value)
    assert page is not None
    good = example(page, "Good")
    assert good.new is not None

    found = compared(good.law, good.new).level

    assert found is None or list(Level).index(found) < list(Level).index(level)


@pytest.mark.parametrize("code", PROBLEMS, ids=lambda code: code.value)
def test_bad_example_gives_the_output_shown(code: Code) -> None:
    page = explain_page(code.value)
    assert page is not None
    bad = example(page, "Bad")

    found = [
        one for one in bad.problems() if one.severity is not Severity.NOTE or one.code is code
    ]

    assert code in [one.code for one in found]
    assert render_all(found) + "\n" == bad.output


@pytest.mark.parametrize("code", PROBLEMS, ids=lambda code: code.value)
def test_good_example_has_nothing_to_report(code: Code) -> None:
    page = explain_page(code.value)
    assert page is not None
    good = example(page, "Good")

    found = good.problems()

    assert code not in [one.code for one in found]
    assert all(one.severity is Severity.NOTE for one in found)


@pytest.mark.parametrize("code", Code, ids=lambda code: code.value)
def test_page_has_its_title_and_its_parts_in_order(code: Code) -> None:
    page = explain_page(code.slug)
    assert page is not None

    assert page.startswith(f"# {code.value} {code.slug}\n")
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == ["Why it matters", "Bad", "Good"]


def test_no_page_is_without_a_code() -> None:
    folder = files("lawc.diagnostics") / "pages"
    pages = {one.name for one in folder.iterdir() if one.name.endswith(".md")}

    assert pages == {f"{code.value}.md" for code in Code}


def test_explain_takes_codes_and_slugs_in_any_case() -> None:
    assert explain_page("l201") == explain_page(" Unknown-Reference ") == explain_page("L201")


def test_explain_knows_no_other_names() -> None:
    assert explain_page("L999") is None
    assert explain_page("../codes") is None
