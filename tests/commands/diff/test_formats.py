"""Reports of `lawc diff` fit the schemas of their formats, whatever changed."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import (  # type: ignore[import-untyped]  # has no types
    Draft202012Validator,
    validators,
)
from lxml import etree
from tests.commands.repository import (
    CONDITION,
    HEADING,
    NARROWER,
    ROOM,
    TEXT,
    VOCABULARY,
    WIDER,
    WORDING,
    committed,
    edit,
    repository,
)
from tests.commands.running import ROOT, environment, finish, run, start
from tests.compare.written import compared

from lawc.compare.acts import ActCompared, Comparisons
from lawc.compare.levels import Level
from lawc.compare.rendering.as_json import comparison_schema
from lawc.compare.rendering.as_junit import junit
from lawc.compare.rendering.as_sarif import sarif
from lawc.compare.stops import Stops
from lawc.source import Source

SCHEMAS = ROOT.parent / "shared/schemas"
GIVEN = ("--against", "HEAD", "statutes")
CHANGES = {
    "nothing": (),
    "words": ((HEADING, WORDING),),
    "wider": ((CONDITION, WIDER),),
    "several": ((CONDITION, WIDER), (ROOM, NARROWER), (HEADING, WORDING)),
    "number": (("Article 2.", "Article 2. More\n\nNote. New.\n\nArticle 3."),),
    "deleted": (("2. The base is 4 euro.\n", ""),),
    "inserted": (("2. The base", '2. Note. Words <&> "]]>" {0} [a](b).\n3. The base'),),
    "amount": (("4 euro", "5 euro"),),
}


@pytest.fixture(scope="module", params=CHANGES)
def comparison_files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[int, Path]:
    """The exit code of a comparison, and the folder that it is written to in many formats."""
    folder = repository(tmp_path_factory.mktemp("changed"))
    for old, new in CHANGES[request.param]:
        edit(folder / TEXT, old, new)
    names = ("a.json", "a.sarif", "a.xml")
    outs = [part for name in names for part in ("-o", folder / name)]
    return run("diff", "--against", "HEAD", folder / "statutes", *outs).exit_code, folder


@pytest.fixture
def acts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in whose working tree an act is new and another is gone."""
    monkeypatch.chdir(repository(tmp_path))
    town = (tmp_path / TEXT).parent.parent
    shutil.copytree(town / "library", town / "gone")
    committed(tmp_path)
    (town / "gone").rename(town / "new act")
    new = "OTHER RULES\n\nArticle 1. Visits\n\nThe base is 12 euro.\n"
    (town / "new act" / "en.law").write_text(new, "utf-8")
    return tmp_path


def printed(form: str) -> str:
    """Return what is printed in a format."""
    result = run("diff", *GIVEN, "--format", form)
    assert (result.exit_code in (0, 1), result.stderr) == (True, "")
    return result.stdout


def results(text: str) -> list[dict[str, Any]]:
    """Return the results of a SARIF log."""
    (only,) = json.loads(text)["runs"]
    found: list[dict[str, Any]] = only["results"]
    return found


# --- JSON -----------------------------------------------------------------------------------


def test_the_schema_of_comparisons_is_one() -> None:
    Draft202012Validator.check_schema(comparison_schema())


def test_json_is_as_its_schema_says(comparison_files: tuple[int, Path]) -> None:
    made = json.loads((comparison_files[1] / "a.json").read_text("utf-8"))

    Draft202012Validator(comparison_schema()).validate(made)


@pytest.mark.usefixtures("acts")
def test_json_of_acts_that_are_new_or_gone_is_as_its_schema_says() -> None:
    made = json.loads(printed("json"))

    Draft202012Validator(comparison_schema()).validate(made)
    assert {one["only_in"] for one in made["acts"]} == {None, "old", "new"}


@pytest.mark.usefixtures("acts")
def test_the_schema_knows_every_key_at_every_depth() -> None:
    made = json.loads(printed("json"))
    schema = Draft202012Validator(comparison_schema())

    for place in objects(made):
        place["more"] = 1
        assert not schema.is_valid(made)
        del place["more"]


def objects(made: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects whose keys are those of the form, not of the case."""
    match made:
        case dict():
            yield made
            for key, value in made.items():
                if key not in ("case", "days"):
                    yield from objects(value)
        case list():
            for one in made:
                yield from objects(one)


def test_the_schema_knows_every_level() -> None:
    said = comparison_schema()["$defs"]["level"]["enum"]

    assert said == [level.value for level in Level]


# --- SARIF ----------------------------------------------------------------------------------


def as_sarif_says(text: str) -> None:
    """Check a log against the schema of SARIF, and what code scanning asks beyond it."""
    path = SCHEMAS / "sarif-schema-2.1.0.json"
    if path.is_file():
        schema = json.loads(path.read_text("utf-8"))
        validators.validator_for(schema)(schema).validate(json.loads(text))
    (only,) = json.loads(text)["runs"]
    rules = only["tool"]["driver"]["rules"]
    for rule in rules:
        for key in ("shortDescription", "fullDescription", "help"):
            assert 0 < len(rule[key]["text"]) <= 1024
    for one in only["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["message"]["text"]
        assert one["partialFingerprints"]["primaryLocationLineHash"]
        (place,) = one["locations"]
        region = place["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) >= (1, 1)
        assert (region["endLine"], region["endColumn"]) >= (
            region["startLine"],
            region["startColumn"],
        )


def test_sarif_is_as_its_schema_says(comparison_files: tuple[int, Path]) -> None:
    as_sarif_says((comparison_files[1] / "a.sarif").read_text("utf-8"))


@pytest.mark.usefixtures("acts")
def test_sarif_names_the_files_of_acts_that_are_new_or_gone() -> None:
    text = printed("sarif")
    places = [one["locations"][0]["physicalLocation"] for one in results(text)]

    as_sarif_says(text)
    assert [one["artifactLocation"] for one in places] == [
        {"uri": f"statutes/town/{name}/en.law", "uriBaseId": "%SRCROOT%"}
        for name in ("new%20act", "gone")
    ]


def test_a_result_is_at_the_words_that_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository(tmp_path) / "statutes")
    edit(tmp_path / TEXT, ROOM, NARROWER)
    run("diff", "--against", "HEAD", ".", "-o", tmp_path / "a.sarif")
    (only,) = results((tmp_path / "a.sarif").read_text("utf-8"))
    place = only["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"] == TEXT
    line = (tmp_path / TEXT).read_text().splitlines()[place["region"]["startLine"] - 1]
    assert line.startswith("Article 2.")
    assert only["message"]["text"] == "2 reworded: reading room: yes to no"


def test_what_is_deleted_is_told_where_it_stood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository(tmp_path))
    edit(tmp_path / TEXT, "2. The base is 4 euro.\n", "")
    first, second = results(printed("sarif"))
    region = first["locations"][0]["physicalLocation"]["region"]

    assert region["startLine"] == 3  # the article
    assert "deleted" in first["message"]["text"]
    assert second["message"]["text"] == "town/library: the quantity `person.base` is gone"


def test_a_version_of_a_commit_has_the_path_that_it_has_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository(tmp_path))
    edit(tmp_path / TEXT, ROOM, NARROWER)
    committed(tmp_path)
    text = run("diff", "HEAD~1:statutes", "HEAD:statutes", "--format", "sarif").stdout
    (only,) = results(text)

    assert only["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == TEXT


def test_a_file_outside_a_repository_has_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(repository(tmp_path / "a"))
    new = tmp_path / "the new.law"
    new.write_text((tmp_path / "a" / TEXT).read_text().replace(ROOM, NARROWER))
    text = run("diff", "statutes", new, "--format", "sarif").stdout
    (only,) = results(text)

    as_sarif_says(text)
    found = only["locations"][0]["physicalLocation"]["artifactLocation"]
    assert found == {"uri": new.as_uri()}


def test_a_phrase_that_changed_is_marked_at_its_line_in_the_vocabulary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository(tmp_path))
    edit(tmp_path / VOCABULARY, "means lives_in_town", "means lives_in_town and books >= 9")
    text = printed("sarif")
    places = [one["locations"][0]["physicalLocation"] for one in results(text)]
    lines = (tmp_path / VOCABULARY).read_text("utf-8").splitlines()

    as_sarif_says(text)
    assert places
    for one in places:
        assert one["artifactLocation"]["uri"] == VOCABULARY
        assert lines[one["region"]["startLine"] - 1].startswith("phrase person.lives_in_town")
    assert "{+and books >= 9+}" in " ".join(printed("text").split())


def test_an_assumption_that_is_gone_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository(tmp_path))
    assumed = "assume person: lives_in_town or not attends_school"
    vocabulary = tmp_path / VOCABULARY
    vocabulary.write_text(f"{vocabulary.read_text('utf-8')}\n{assumed}\n", "utf-8")
    committed(tmp_path)
    edit(vocabulary, assumed, "")

    assert f"[-{assumed}-]" in " ".join(printed("text").split())
    (only,) = results(printed("sarif"))
    place = only["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == VOCABULARY


def test_a_break_of_the_interface_is_a_result_and_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository(tmp_path))
    edit(tmp_path / VOCABULARY, "fact person.books: count", "fact person.books: number")
    (only,) = results(printed("sarif"))
    made = as_junit_says(printed("junit"))

    place = only["locations"][0]["physicalLocation"]
    line = (
        (tmp_path / VOCABULARY)
        .read_text("utf-8")
        .splitlines()[place["region"]["startLine"] - 1]
    )
    assert line.startswith("fact person.books")
    assert [one.get("failures") for one in made] == ["1"]
    assert run("diff", *GIVEN).exit_code == 1
    mark = only["fingerprints"]["lawc/v1"]
    what = "the fact `person.books` is a number, no longer a count"
    assert f"<li><bdi>{what}</bdi> <code>{mark}</code></li>" in printed("html")


# --- JUnit ----------------------------------------------------------------------------------


def as_junit_says(text: str) -> ET.Element:
    """Check a report against the schema of the xunit plugin of Jenkins."""
    path = SCHEMAS / "junit-10.xsd"
    if path.is_file():
        etree.XMLSchema(etree.parse(path)).assertValid(etree.fromstring(text.encode()))
    made = ET.fromstring(text)  # noqa: S314 - what we wrote ourselves
    for suite in made:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase")) > 0
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
    return made


def test_junit_is_as_its_schema_says_and_fails_as_the_command_does(
    comparison_files: tuple[int, Path],
) -> None:
    code, folder = comparison_files
    failed = as_junit_says((folder / "a.xml").read_text("utf-8")).findall(".//failure")

    assert code == bool(failed)


@pytest.mark.usefixtures("acts")
def test_junit_fails_for_acts_that_are_new_or_gone() -> None:
    made = as_junit_says(printed("junit"))

    assert [one.get("failures") for one in made] == ["0", "1", "1"]


def test_junit_says_of_each_change_how_far_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository(tmp_path))
    edit(tmp_path / TEXT, CONDITION, WIDER)
    edit(tmp_path / TEXT, ROOM, NARROWER)
    failed = as_junit_says(printed("junit")).findall(".//failure")

    assert [one.get("type") for one in failed] == ["wider", "narrower"]
    assert str(failed[0].text).startswith("some are decided better, no one worse\ncard: no")
    assert str(failed[1].text).startswith("some are decided worse, no one better")


def test_junit_fails_where_all_changes_together_are_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository(tmp_path))
    old = "A person who has reached the age of sixty years on the day of the request is"
    edit(tmp_path / TEXT, "\n2. The base", f"\n2. {old} entitled to a card.\n3. The base")
    committed(tmp_path)
    edit(tmp_path / TEXT, "sixty", "seventy")
    edit(tmp_path / TEXT, CONDITION, WIDER)
    result = run("diff", *GIVEN, "--format", "junit", "--fail-on", "mixed")
    made = as_junit_says(result.stdout)

    assert result.exit_code == 1
    assert [one.get("name") for one in made.iterfind(".//failure/..")] == ["town/library"]


# --- for people -----------------------------------------------------------------------------


@pytest.mark.usefixtures("acts")
@pytest.mark.parametrize("form", ["text", "md", "html", "junit", "sarif"])
def test_acts_that_are_new_or_gone_have_a_fingerprint_to_approve(form: str) -> None:
    text = printed(form)

    for act in json.loads(printed("json"))["acts"]:
        if act["only_in"]:
            assert act["fingerprint"] in text


@pytest.mark.slow
def test_the_same_versions_give_the_same_bytes(tmp_path: Path) -> None:
    folder = repository(tmp_path / "project")
    for old, new in CHANGES["several"]:
        edit(folder / TEXT, old, new)
    made = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        names = ("a.txt", "a.json", "a.md", "a.html", "a.sarif", "a.xml")
        outs = [part for name in names for part in ("-o", out / name)]
        changed = environment(PYTHONHASHSEED=seed, PYTHONPATH=":".join(sys.path))
        process = start("diff", *GIVEN, *outs, cwd=folder, env=changed)
        assert finish(process)[0] == 1
        made.append([(out / name).read_bytes() for name in names])

    assert made[0] == made[1]


def test_a_file_is_never_coloured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository(tmp_path))
    edit(tmp_path / TEXT, ROOM, NARROWER)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    run("diff", *GIVEN, "-o", "a.txt")

    assert "\x1b" not in (tmp_path / "a.txt").read_text()


def test_a_file_whose_name_says_no_format_is_refused(tmp_path: Path) -> None:
    wanted = tmp_path / "report.pdf"
    result = run("diff", *GIVEN, "-o", wanted)

    assert result.exit_code == 2
    assert "report.pdf` shows no format: let its name end in one of .json, .md" in result.stderr
    assert not wanted.exists()
    assert run("diff", *GIVEN, "-o", wanted, "--format", "text").exit_code < 2


# --- which change a turn comes by -----------------------------------------------------------


def of_two(form: str) -> str:
    """Return two exclusions of those who had a card: of all, and of who attends a school."""
    granted = "1. A person who lives in the town is entitled to a card.\n"
    without = "{}. Paragraph 1 of this Article does not apply to a person who {}.\n"
    excluded = without.format(2, "attends a school of the town")
    excluded += without.format(3, "lives in the town")
    old = f"Article 1. Cards\n\n{granted}"
    made = compared(old, old + excluded)
    found = Comparisons(("old", "new"), (ActCompared("town/library", made),), {})
    if form == "sarif":
        return sarif(found, {"town/library": ("en.law", Source("en.law", ""))})
    return junit(found, Stops((Level.WORDING,)))


def test_sarif_names_the_change_that_turns_somebody_and_those_that_do_so_likewise() -> None:
    school, town = (one["message"]["text"] for one in results(of_two("sarif")))

    both = "card: yes to no (by 1(2); others likewise, by 1(3))"
    assert school == f"1(2) inserted: {both}"
    assert town == f"1(3) inserted: card: yes to no; {both}"


def test_junit_names_them_too() -> None:
    assert "card: yes → no (by 1(2); others likewise, by 1(3))" in of_two("junit")
