"""`lawc diff --git`: the program that git calls to show how a statute changed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
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
    git,
    repository,
)
from tests.commands.running import run


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository set up as the README says."""
    folder = repository(tmp_path)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", ":".join(sys.path))
    (folder / ".gitattributes").write_text("*.law diff=lawc\n")
    git("config", "diff.lawc.command", f"'{sys.executable}' -m lawc diff --git", at=folder)
    return committed(folder)


def test_a_change_is_shown_with_its_level_and_a_person(place: Path) -> None:
    edit(place / TEXT, CONDITION, WIDER)
    said = git("--no-pager", "diff", at=place)

    assert said.startswith("town/library: wider - some are decided better, no one worse\n")
    assert "lives in town = yes, attends school = no" in said
    assert "card: no → yes" in said


@pytest.mark.slow
def test_what_is_committed_is_shown_where_it_is_asked_for(place: Path) -> None:
    edit(place / TEXT, CONDITION, WIDER)
    committed(place)

    assert "town/library: wider" in git("--no-pager", "show", "--ext-diff", at=place)
    assert "-1. A person who lives" in git("--no-pager", "show", at=place)


@pytest.mark.slow
def test_it_works_from_a_folder_within(place: Path) -> None:
    edit(place / TEXT, CONDITION, WIDER)

    assert "town/library: wider" in git("--no-pager", "diff", at=place / "statutes")


@pytest.mark.slow
def test_an_act_that_is_new_or_deleted_is_told(place: Path) -> None:
    new = place / "statutes/town/nové pravidla/en.law"
    new.parent.mkdir()
    new.write_text((place / TEXT).read_text())
    (place / TEXT).unlink()
    git("add", "-A", at=place)
    said = git("--no-pager", "diff", "--no-renames", "HEAD", at=place)

    assert "town/nové pravidla: new - this act is new" in said
    assert "town/library: mixed - this act is gone" in said


@pytest.mark.slow
def test_an_act_that_moved_is_compared_with_what_it_was(place: Path) -> None:
    edit(place / TEXT, CONDITION, WIDER)
    (place / ACT).rename(place / "statutes/town/cards")
    git("add", "-A", at=place)
    said = git("--no-pager", "diff", "-M", "HEAD", at=place)

    assert "town/cards: wider" in said


def test_each_side_is_read_with_the_vocabulary_that_it_stood_beside(place: Path) -> None:
    edit(place / VOCABULARY, "means lives_in_town", "means lives_in_town and books >= 9")
    edit(place / TEXT, HEADING, WORDING)
    said = git("--no-pager", "diff", "--", "*.law", at=place)

    read = "(read with the vocabulary of the index, and now that of the working tree)"
    assert said.startswith("town/library: narrower - ")
    assert read in said.splitlines()[0]
    assert f"proved, whatever the number of loans. {read}" in " ".join(said.split())


def test_of_vocabularies_that_are_the_same_nothing_is_said(place: Path) -> None:
    edit(place / TEXT, HEADING, WORDING)

    assert "vocabulary" not in git("--no-pager", "diff", at=place)


def test_between_two_commits_each_is_read_with_its_own_vocabulary(place: Path) -> None:
    edit(place / VOCABULARY, "means lives_in_town", "means lives_in_town and books >= 9")
    edit(place / TEXT, HEADING, WORDING)
    committed(place)
    said = git("--no-pager", "diff", "HEAD^", "HEAD", "--", "*.law", at=place)

    assert said.startswith("town/library: narrower - ")


def test_a_text_that_no_commit_has_is_told_with_the_vocabulary_of_the_working_tree(
    place: Path,
) -> None:
    """Git gives the objects of any two files; nothing says beside what they stood."""
    (place / "old.law").write_text((place / TEXT).read_text("utf-8"), "utf-8")
    edit(place / "old.law", HEADING, WORDING)
    old, new = (place / "old.law", "1" * 40, "100644"), (place / TEXT, "0" * 40, "100644")
    result = run("diff", "--git", TEXT, *old, *new)

    assert "(read with the vocabulary of the working tree)" in result.stdout


def test_a_text_with_errors_is_shown_by_lines(place: Path) -> None:
    edit(place / TEXT, "A person who lives", "A person who dwells")
    (place / TEXT).write_bytes((place / TEXT).read_bytes().rstrip(b"\n"))
    said = git("--no-pager", "diff", at=place)

    assert "the new version (b/statutes/town/library/en.law) has errors" in said
    assert "--- a/statutes/town/library/en.law\n+++ b/statutes/town/library/en.law\n" in said
    assert "\\ No newline at end of file" in said


def test_what_is_no_text_is_told_and_git_goes_on(place: Path) -> None:
    (place / TEXT).write_bytes(b"\xff\xfe\n")
    second = place / "statutes/town/second/en.law"
    second.parent.mkdir()
    second.write_text("LAW\n")
    git("add", "-AN", at=place)
    said = git("--no-pager", "diff", at=place)

    assert "is not UTF-8 text" in said
    assert "+LAW" in said


def test_an_amendment_is_shown_by_lines(place: Path) -> None:
    path = place / ACT / "amendments/one.en.law"
    path.parent.mkdir()
    path.write_text("LAW\n")
    git("add", "-AN", at=place)

    assert git("--no-pager", "diff", at=place) == (
        f"--- /dev/null\n+++ b/{ACT}/amendments/one.en.law\n@@ -0,0 +1 @@\n+LAW\n"
    )


def test_a_file_that_is_not_merged_is_named() -> None:
    result = run("diff", "--git", TEXT)  # git gives the path alone

    assert (result.exit_code, result.stdout) == (0, f"{TEXT}: not merged yet\n")


@pytest.mark.usefixtures("place")
def test_it_is_for_git_to_call() -> None:
    result = run("diff", "--git", "a", "b")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "for git to call" in result.stderr
