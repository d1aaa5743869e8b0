"""`lawc diff`: 0 nothing so far changed, 1 something did, 2 it cannot be compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commands.diff.running import FORMATS, refused
from tests.commands.repository import ACT, CONDITION, HEADING, TEXT, WIDER, WORDING, edit
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
    said = [run("diff", "--against", "HEAD", ACT, "--bump", "--fail-on", "never")]
    edit(wider / TEXT, WIDER, CONDITION)
    said.append(run("diff", "--against", "HEAD", ACT, "--bump"))

    assert [(one.exit_code, one.stdout) for one in said] == [(0, "minor\n"), (0, "none\n")]


@pytest.mark.usefixtures("place")
def test_an_unknown_level_is_refused() -> None:
    assert run("diff", "--against", "HEAD", ACT, "--fail-on", "wide").exit_code == 2
