"""Changes that are approved are shown, and stop nothing."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from tests.commands.diff.running import FORMATS, SECOND, refused
from tests.commands.repository import CONDITION, TEXT, WIDER, committed, edit
from tests.commands.running import run


def approve(folder: Path, *fingerprints: str) -> str:
    """Write a file of approvals, and return its path."""
    one = '[[approved]]\nfingerprint = "{}"\nreason = "as the drafters meant"\n'
    (folder / "approved.toml").write_text("".join(map(one.format, fingerprints)))
    return "approved.toml"


def fingerprints(*arguments: str) -> list[str]:
    """Return the fingerprints of the changes of the act."""
    said = json.loads(run("diff", *arguments, "--format", "json").stdout)["acts"]
    rows = [change["fingerprint"] for one in said for change in one["changes"]]
    return rows + [one["fingerprint"] for one in said if one["fingerprint"]]


@pytest.mark.parametrize("form", FORMATS)
def test_an_approved_change_is_shown_with_its_reason_and_not_stopped(
    wider: Path, form: str
) -> None:
    given = ("--against", "HEAD", "statutes")
    approved = approve(wider, *fingerprints(*given))
    result = run("diff", *given, "--approvals", approved, "--format", form)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "as the drafters meant" in result.stdout


def test_what_is_not_approved_stops(wider: Path) -> None:
    approved = approve(wider, "0123456789ab")
    result = run("diff", "--against", "HEAD", "statutes", "--approvals", approved)

    assert result.exit_code == 1
    assert (
        result.stderr
        == "lawc: `0123456789ab` is approved, but no change has this fingerprint\n"
    )


def test_a_new_act_can_be_approved(place: Path) -> None:
    (place / SECOND).parent.mkdir()
    shutil.copy(place / TEXT, place / SECOND)
    given = ("--against", "HEAD", "statutes")
    approved = approve(place, *fingerprints(*given))

    assert run("diff", *given, "--approvals", approved).exit_code == 0
    edit(place / SECOND, CONDITION, WIDER)
    assert run("diff", *given, "--approvals", approved).exit_code == 1


@pytest.mark.slow
def test_changes_that_are_mixed_together_are_approved_one_by_one(place: Path) -> None:
    old = "A person who has reached the age of sixty years on the day of the request is"
    edit(place / TEXT, "\n2. The base", f"\n2. {old} entitled to a card.\n3. The base")
    committed(place)
    edit(place / TEXT, "sixty", "seventy")
    edit(place / TEXT, CONDITION, WIDER)
    given = ("--against", "HEAD", "statutes")
    found = fingerprints(*given)
    assert len(found) == 2

    for level, some, code in (
        ("mixed", found[:0], 1),
        ("mixed", found[:1], 0),
        ("narrower", found[:1], 1),
        ("narrower", found[1:], 0),
        ("wording", found, 0),
    ):
        approved = approve(place, *some)
        result = run("diff", *given, "--approvals", approved, "--fail-on", level)
        assert result.exit_code == code


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("approved = [", "not TOML"),
        ("[[approved]]\nfingerprint = '0123456789ab'\n", "must have"),
        ("[[approved]]\nfingerprint = 'x'\nreason = 'y'\n", "is not twelve digits"),
        ("[[approved]]\nfingerprint = '0123456789ab'\nreason = ' '\n", "says no reason"),
        ("[other]\n", "and nothing else"),
    ],
)
def test_a_file_that_approves_nothing_is_refused(place: Path, text: str, said: str) -> None:
    (place / "approved.toml").write_text(text)

    assert said in refused("--against", "HEAD", "statutes", "--approvals", "approved.toml")


@pytest.mark.usefixtures("place")
def test_a_file_of_approvals_that_is_not_there_is_refused() -> None:
    assert "cannot be read" in refused("--against", "HEAD", "statutes", "--approvals", "gone")


def test_a_pipe_as_a_file_of_approvals_is_not_waited_for(place: Path) -> None:
    os.mkfifo(place / "approved.toml")
    problem = refused("--against", "HEAD", "statutes", "--approvals", "approved.toml")

    assert "it is no file of text" in problem
