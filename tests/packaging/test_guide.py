"""The guide for drafters is executed: its laws are read, its cases are decided as it says."""

from __future__ import annotations

import json
import re
import shlex
from functools import cache
from pathlib import Path

import click
import pytest
from tests.commands.running import run

from lawc.amend.applying import consolidated
from lawc.backends.python.load import load
from lawc.backends.python.package import loaded
from lawc.cli import main
from lawc.compare.report import compare
from lawc.diagnostics.model import Severity
from lawc.ir import nodes as ir
from lawc.pipeline import Compiled, compile_source
from lawc.runtime.facts import read_date
from lawc.source import Source
from lawc.testing.expected import differences

GUIDE = Path(__file__).parents[2] / "statutes" / "guide"
PAGES = sorted(path.stem for path in GUIDE.glob("*.md") if path.stem != "vocabulary")
LINES = 60  # of a page: about one screen
_BLOCK = re.compile(r"^```(?P<sort>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_SORTS = (
    *("law", "vocabulary", "jsonl", "sh", "wrong", "check"),
    *("amending", "amended", "changed", "level"),
)


@cache
def blocks(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {sort: [] for sort in _SORTS}
    for block in _BLOCK.finditer((GUIDE / f"{page}.md").read_text("utf-8")):
        found[block["sort"]].append(block["text"])
    return found


def source_of(texts: list[str]) -> Source:
    text = "\n".join(texts)
    titled = text if not text.startswith("Article") else f"TOWN CARD ACT\n\n{text}"
    return Source("town/cards/en.law", titled)


def compiled(page: str, texts: list[str]) -> Compiled:
    declared = (GUIDE / "guide.vocabulary").read_text("utf-8")
    more = "".join(blocks(page)["vocabulary"])
    vocabulary = Source("town/town.vocabulary", f"{declared}\n{more}")
    return compile_source(source_of(texts), "town/cards", (vocabulary,))


def law_of(page: str, texts: list[str]) -> ir.Law:
    result = compiled(page, texts)
    shown = [each for each in result.problems if each.severity is not Severity.NOTE]
    assert [each.message for each in shown] == []
    assert result.law is not None
    return result.law


WITH_LAW = [page for page in PAGES if blocks(page)["law"]]
WITH_CASES = [page for page in PAGES if blocks(page)["jsonl"]]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_one_screen(page: str) -> None:
    assert len((GUIDE / f"{page}.md").read_text("utf-8").splitlines()) <= LINES


@pytest.mark.parametrize("page", WITH_LAW)
def test_the_law_of_a_page_is_read_without_a_problem(page: str) -> None:
    assert law_of(page, blocks(page)["law"]).elements


@pytest.mark.parametrize("page", WITH_CASES)
def test_the_cases_of_a_page_are_decided_as_it_says(page: str) -> None:
    package = loaded(load(law_of(page, blocks(page)["law"])))
    for line in "".join(blocks(page)["jsonl"]).splitlines():
        example = json.loads(line)
        days = {key: read_date(day) for key, day in example.get("parameters", {}).items()}
        case = package.root.from_dict(example["case"])
        answer = package.decide(case, **days).to_dict()
        assert list(differences("", example["expected"], answer)) == [], example["name"]


def test_what_a_page_calls_wrong_has_the_code_that_stands_below() -> None:
    for wrong, code in zip(
        blocks("structure")["wrong"], blocks("structure")["check"], strict=True
    ):
        errors = compiled("structure", [wrong]).errors
        assert {error.code.value for error in errors} == {code.strip()}


def test_the_amending_act_makes_the_text_that_stands_below() -> None:
    (amending,) = blocks("amending")["amending"]
    act = source_of(blocks("amending")["law"])
    result, problems = consolidated(act, Source("a/amendments/a.en.law", amending), "en")
    assert problems == ()
    assert blocks("amending")["amended"]
    assert all(line in result.text for line in blocks("amending")["amended"])


def test_the_change_has_the_level_that_stands_below() -> None:
    page = blocks("comparing")
    old, new = law_of("comparing", page["law"]), law_of("comparing", page["changed"])
    level = compare(old, new).level
    assert level is not None
    assert [level.value] == [text.strip() for text in page["level"]]


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_are_those_of_lawc(page: str) -> None:
    for line in "".join(blocks(page)["sh"]).splitlines():
        name, *arguments = shlex.split(line)[1:]
        command = main.get_command(click.Context(main), name)
        assert command is not None, line
        options = {option for each in command.params for option in each.opts}
        assert {each for each in arguments if each.startswith("-")} <= options, line


def test_the_index_names_every_page() -> None:
    index = (GUIDE / "index.md").read_text("utf-8")
    named = re.findall(r"^\| `(\w+)` \|", index, re.MULTILINE)
    assert sorted([*named, "index"]) == sorted([*PAGES, "vocabulary"])


def test_without_a_page_the_guide_lists_them() -> None:
    result = run("guide")
    assert result.exit_code == 0
    assert all(page in result.stdout for page in PAGES if page != "index")


@pytest.mark.parametrize("page", [*PAGES, "vocabulary"])
def test_a_page_is_shown_with_its_laws_as_they_stand(page: str) -> None:
    result = run("guide", page)
    assert result.exit_code == 0
    shown = " ".join(result.stdout.split())
    for law in re.findall(
        r"^```law\n(.*?)^```$",
        (GUIDE / f"{page}.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    ):
        assert " ".join(law.split()) in shown


@pytest.mark.parametrize("page", ["nothing", "", "../README", "index.md", "\0"])
def test_a_page_that_is_none_is_refused_and_the_pages_are_told(page: str) -> None:
    result = run("guide", page)
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(each in result.stderr for each in PAGES)
