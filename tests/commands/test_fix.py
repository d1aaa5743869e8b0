"""`lawc check --fix`: each text is asked for, and written where it belongs."""

from __future__ import annotations

import json
import os
import pty
import select
from pathlib import Path

import pytest
from tests.commands.diff.test_formats import as_sarif_says
from tests.commands.running import run, start
from tests.diagnostics.examples import SHARED

from lawc.commands.fixes import offer
from lawc.commands.usage import UsageError
from lawc.pipeline import compile_path

TEXT = (
    "Article 1. Cards\n\n1. A person who lifes in the town is entitled\n   to a card.\n"
    "2. A person who is admited to the reading room is entitled to a card.\n"
    "3. A loan is late.\n"
)
LAW = "Article 1. Cards\n\n1. A person who lifes in the town is entitled to a card.\n"


@pytest.fixture
def act(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "town" / "cards"
    folder.mkdir(parents=True)
    (tmp_path / "town" / "town.vocabulary").write_text(SHARED.text)
    monkeypatch.chdir(tmp_path)
    (folder / "en.law").write_text(LAW)
    return folder / "en.law"


def fix_all(act: Path) -> int:
    return offer(compile_path(act.parent).problems, lambda _, texts: len(texts) - 1)


def test_a_fix_is_written_and_nothing_else_changes(act: Path) -> None:
    act.write_bytes(b"\xef\xbb\xbf" + LAW.replace("\n", "\r\n").encode())

    assert fix_all(act) == 1
    assert (
        act.read_bytes()
        == b"\xef\xbb\xbf" + LAW.replace("lifes", "lives").replace("\n", "\r\n").encode()
    )
    assert compile_path(act.parent).errors == ()


def test_several_fixes_of_one_file_stand_where_they_belong(act: Path) -> None:
    act.write_text(LAW + "2. A person who attends a shool of the town is entitled to a card.\n")

    assert fix_all(act) == 2
    assert "who lives in" in act.read_text()
    assert "a school of" in act.read_text()


def test_nothing_is_written_where_nothing_is_chosen(act: Path) -> None:
    before = act.stat()

    assert offer(compile_path(act.parent).problems, lambda *_: None) == 0
    assert (act.read_text(), act.stat().st_mtime_ns) == (LAW, before.st_mtime_ns)


def test_a_file_that_has_changed_since_is_not_written(act: Path) -> None:
    problems = compile_path(act.parent).problems
    act.write_text(LAW + "\n")

    with pytest.raises(UsageError, match="has changed since it was read"):
        offer(problems, lambda *_: 0)
    assert act.read_text() == LAW + "\n"


def test_where_nobody_answers_nothing_is_asked(act: Path) -> None:
    result = run("check", "--fix", "town/cards", given="y\n")

    assert result.exit_code == 2
    assert "this is no terminal" in result.stderr
    assert act.read_text() == LAW


def test_only_a_text_is_asked_about(act: Path) -> None:
    assert run("check", "--fix", "--format", "json", act).exit_code == 2


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_on_a_terminal_each_text_is_asked_for(act: Path, answer: str, code: int) -> None:
    here, there = pty.openpty()
    process = start(
        "check",
        "--fix",
        "town/cards",
        stdin=there,
        stdout=there,
        stderr=there,
        cwd=act.parents[2],
    )
    os.close(there)
    os.write(here, f"{answer}\n".encode())
    said = b""
    while select.select([here], [], [], 60)[0]:
        try:
            part = os.read(here, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
    process.wait(60)
    os.close(here)

    assert b"write this?" in said
    assert act.read_text() == (LAW.replace("lifes", "lives") if answer == "y" else LAW)
    assert process.returncode == code


def test_json_has_the_texts(act: Path) -> None:
    data = json.loads(run("check", "--format", "json", act).stdout)
    (fix,) = data["problems"][0]["fixes"]

    assert fix["text"] == "lives"
    assert LAW[fix["start"]["offset"] : fix["end"]["offset"]] == "lifes"
    assert (fix["start"]["line"], fix["start"]["column"]) == (3, 17)


def test_sarif_has_the_texts_too(act: Path) -> None:
    result = run("check", "--format", "sarif", act)
    (found,) = json.loads(result.stdout)["runs"][0]["results"]
    (change,) = found["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]

    assert result.exit_code == 1
    assert found["ruleId"] == "L101"
    assert found["level"] == "error"
    assert replacement["insertedContent"] == {"text": "lives"}
    assert replacement["deletedRegion"] == {
        "startLine": 3,
        "startColumn": 17,
        "endLine": 3,
        "endColumn": 22,
    }


def test_sarif_is_as_its_schema_says(act: Path) -> None:
    act.write_text(
        LAW + "1. Article 7 applies to a person only if {x} [y].\n2. The fee is 5 euro.\n"
    )
    text = run("check", "--format", "sarif", act).stdout

    as_sarif_says(text)
    assert len(json.loads(text)["runs"][0]["results"]) > 1


def test_sarif_of_nothing_has_no_results(act: Path) -> None:
    act.write_text(LAW.replace("lifes", "lives"))
    result = run("check", "--format", "sarif", act)

    assert (result.exit_code, json.loads(result.stdout)["runs"][0]["results"]) == (0, [])
