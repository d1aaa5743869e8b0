"""`lawc diff`: 0 nothing so far changed, 1 something did, 2 it cannot be compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands.diff.running import FORMATS, refused
from tests.commands.repository import (
    ACT,
    CONDITION,
    HEADING,
    TEXT,
    VOCABULARY,
    WIDER,
    WORDING,
    committed,
    edit,
)
from tests.commands.running import run


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_changed_ends_with_0(form: str) -> None:
    result = run("diff", "--against", "HEAD", "statutes", "--format", form)

    assert (result.exit_code, result.stderr) == (0, "")
    if form in ("text", "md", "html"):
        assert "nothing changed" in result.stdout


@pytest.mark.usefixtures("wider")
@pytest.mark.parametrize("form", FORMATS)
def test_a_change_ends_with_1(form: str) -> None:
    result = run("diff", "--against", "HEAD", "statutes", "--format", form)

    assert (result.exit_code, result.stderr) == (1, "")
    assert "wider" in result.stdout


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("form", FORMATS)
def test_what_cannot_be_compared_ends_with_2(form: str) -> None:
    assert "no commit" in refused("--against", "gone", "statutes", "--format", form)


@pytest.mark.usefixtures("wider")
@pytest.mark.parametrize(
    ("level", "code"),
    [
        ("wording", 1),
        ("structure", 1),
        ("explain", 1),
        ("facts", 1),
        ("interface", 1),
        ("new", 1),
        ("wider", 1),
        ("narrower", 0),
        ("mixed", 0),
        ("unproved", 0),
        ("never", 0),
    ],
)
def test_a_change_ends_with_1_from_the_level_on_that_is_asked_for(
    level: str, code: int
) -> None:
    result = run("diff", "--against", "HEAD", ACT, "--fail-on", level)

    assert result.exit_code == code
    assert "wider" in result.stdout


def test_a_change_of_words_is_below_what_decides(place: Path) -> None:
    edit(place / TEXT, HEADING, WORDING)

    assert run("diff", "--against", "HEAD", ACT).exit_code == 1
    assert run("diff", "--against", "HEAD", ACT, "--fail-on", "structure").exit_code == 0


def test_the_step_of_the_version_is_printed_alone(wider: Path) -> None:
    said = [run("diff", "--against", "HEAD", ACT, "--bump")]
    edit(wider / TEXT, WIDER, CONDITION)
    said.append(run("diff", "--against", "HEAD", ACT, "--bump"))

    assert [(one.exit_code, one.stdout) for one in said] == [(0, "minor\n"), (0, "none\n")]


@pytest.mark.usefixtures("wider")
def test_the_step_is_an_answer_and_stops_only_what_is_named() -> None:
    asked = ("diff", "--against", "HEAD", ACT, "--bump", "--fail-on")

    assert run(*asked, "wider").exit_code == 1
    assert run(*asked, "narrower").exit_code == 0


@pytest.mark.usefixtures("place")
def test_an_unknown_level_is_refused() -> None:
    assert run("diff", "--against", "HEAD", ACT, "--fail-on", "wide").exit_code == 2


# --- what breaks programs, and the version --------------------------------------------------


def test_what_breaks_programs_is_stopped_apart_from_levels(wider: Path) -> None:
    assert run("diff", "--against", "HEAD", ACT, "--fail-on", "major").exit_code == 0

    edit(wider / VOCABULARY, "fact person.books: count", "fact person.books: number")
    assert run("diff", "--against", "HEAD", ACT, "--fail-on", "major").exit_code == 1
    assert run("diff", "--against", "HEAD", ACT, "--fail-on", "narrower").exit_code == 0


def test_several_things_are_stopped(wider: Path) -> None:
    del wider
    given = ("diff", "--against", "HEAD", ACT, "--fail-on", "narrower", "--fail-on")

    assert run(*given, "major").exit_code == 0
    assert run(*given, "wider").exit_code == 1


def test_a_break_of_programs_that_is_approved_is_not_stopped(wider: Path) -> None:
    edit(wider / VOCABULARY, "fact person.books: count", "fact person.books: number")
    made = json.loads(run("diff", "--against", "HEAD", ACT, "--format", "json").stdout)
    (mark,) = [one["fingerprint"] for one in made["acts"][0]["interface"]]
    (wider / "approved.toml").write_text(
        f'[[approved]]\nfingerprint = "{mark}"\nreason = "agreed"\n', "utf-8"
    )
    given = ("diff", "--against", "HEAD", ACT, "--fail-on", "major")

    assert run(*given).exit_code == 1
    assert run(*given, "--approvals", "approved.toml").exit_code == 0


@pytest.mark.parametrize(
    ("before", "now", "code"),
    [("1.2.0", "1.2.0", 1), ("1.2.0", "1.2.1", 1), ("1.2.0", "1.3.0", 0), ("0.4", "0.4.1", 0)],
)
def test_a_step_that_the_version_did_not_take_is_stopped(
    place: Path, before: str, now: str, code: int
) -> None:
    project = place / "pyproject.toml"
    project.write_text(f'[project]\nname = "x"\nversion = "{before}"\n', "utf-8")
    committed(place)
    project.write_text(f'[project]\nname = "x"\nversion = "{now}"\n', "utf-8")
    edit(place / TEXT, CONDITION, WIDER)
    result = run("diff", "--against", "HEAD", "statutes", "--fail-on", "unbumped")

    assert result.exit_code == code
    assert ("the changes force the step `minor`" in result.stderr) is bool(code)


@pytest.mark.parametrize(
    ("project", "why"),
    [
        (None, "there is no `pyproject.toml` in its folder or above"),
        ('[project]\nname = "x"\ndynamic = ["version"]\n', 'by `dynamic = ["version"]`'),
        (
            '[project]\nname = "x"\n',
            "`[project]` in the nearest `pyproject.toml` has no `version`",
        ),
        ("[project\n", "the nearest `pyproject.toml` cannot be read"),
        ("project = 3\n", "in the nearest `pyproject.toml` has no `version`"),
    ],
)
def test_a_version_that_nothing_says_cannot_be_asked_for(
    place: Path, project: str | None, why: str
) -> None:
    if project is not None:
        (place / "pyproject.toml").write_text(project, "utf-8")
        committed(place)
    edit(place / TEXT, CONDITION, WIDER)
    result = run("diff", "--against", "HEAD", "statutes", "--fail-on", "unbumped")

    assert result.exit_code == 2
    assert "the version of `HEAD:statutes` is not known: " in result.stderr
    assert why in result.stderr
    assert 'write it there as `version = "1.4.2"`' in result.stderr
