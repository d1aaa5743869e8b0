"""Places are printed as paths that open from where the command was run."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.commands.running import run
from tests.diagnostics.examples import SHARED

LAW = "Article 1. Cards\n\nA person who lifes in the town is entitled to a card.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    act = tmp_path / "statutes" / "town" / "cards"
    act.mkdir(parents=True)
    (act / "en.law").write_text(LAW)
    (act.parent / "town.vocabulary").write_text(SHARED.text + "phrase person.odd means odd\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("given", [(), ("statutes",), ("statutes/town/cards",)])
def test_places_open_from_where_the_command_was_run(here: Path, given: tuple[str, ...]) -> None:
    said = run("check", *given).stderr

    named = set(re.findall(r"--> (\S+?):\d", said))
    assert named == {"statutes/town/town.vocabulary"}
    assert all((here / one).is_file() for one in named)


def test_places_are_relative_to_the_folder_of_the_act(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here / "statutes" / "town" / "cards")
    (here / "statutes" / "town" / "town.vocabulary").write_text(SHARED.text)

    assert "--> en.law:3:14" in run("check", ".").stderr


def test_an_absolute_path_stays_absolute(here: Path) -> None:
    said = run("check", here / "statutes").stderr

    assert f"--> {here}/statutes/town/town.vocabulary:" in said


def test_the_place_in_an_amending_act_opens(here: Path) -> None:
    (here / "bill.en.law").write_text('LAW\n\nArticle 1.\n\nThis Law amends the Law "X". Hm.\n')
    said = run("amend", "statutes/town/cards", "bill.en.law").stderr

    assert set(re.findall(r"--> (\S+?):\d", said)) == {"bill.en.law"}


def test_the_place_in_a_version_that_is_compared_opens(here: Path) -> None:
    (here / "statutes" / "town" / "town.vocabulary").write_text(SHARED.text)
    said = run("diff", "statutes", "statutes").stderr

    assert set(re.findall(r"--> (\S+?):\d", said)) == {"statutes/town/cards/en.law"}


def test_json_names_the_same_files(here: Path) -> None:
    data = json.loads(run("check", "--format", "json", "statutes").stdout)

    assert {one["file"] for one in data["problems"]} == {"statutes/town/town.vocabulary"}
    assert data["statutes"][0]["statute"] == "statutes/town/cards/en.law"
    assert (here / data["statutes"][0]["statute"]).is_file()


def test_a_folder_without_statutes_says_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("check")

    assert result.exit_code == 2
    assert "to begin, run `lawc new PLACE/ACT`" in result.stderr
