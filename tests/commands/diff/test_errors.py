"""Errors of `lawc diff` name the thing that cannot be compared, and nothing else is printed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.commands.diff.running import SECOND, refused
from tests.commands.repository import (
    TEXT,
    VOCABULARY,
    committed,
    edit,
    git,
    statutes,
)
from tests.commands.running import run


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name two versions"),
        (("statutes",), "name two versions"),
        (("a", "b", "c"), "name two versions"),
        (("--against", "HEAD"), "name two versions"),
        (("gone", "statutes"), "there is no file or folder `gone`"),
        (
            ("nowhere:statutes", "statutes"),
            "`nowhere` is no commit of the repository `project`",
        ),
        (("HEAD:gone", "statutes"), "there is no `gone` at `HEAD`"),
        (("HEAD:../other", "statutes"), "is outside the repository"),
        (("HEAD:/etc", "statutes"), "is outside the repository"),
        (("-x:statutes", "statutes"), "o such option"),
        (("--", "--output=x:statutes", "statutes"), "is no commit"),
        (("--against", "--all", "statutes"), "is no commit"),
        (("--against", "", "statutes"), "`` is no commit"),
        (("--against", "HEAD", "gone"), "neither now nor at `HEAD`"),
        (("--against", "HEAD", "gone/further"), "there is no file or folder"),
        ((f"HEAD:{VOCABULARY}", "statutes"), "its name does not end in `.law`"),
        ((VOCABULARY, "statutes"), "its name does not end in `.law`"),
        ((r"C:\statutes", "statutes"), r"there is no file or folder `C:\statutes`"),
        (("C:/statutes", "statutes"), "there is no file or folder `C:/statutes`"),
        ((":statutes", "statutes"), "there is no file or folder `:statutes`"),
    ],
)
def test_what_is_not_there_is_named(arguments: tuple[str, ...], said: str) -> None:
    assert said in refused(*arguments)


def test_a_path_outside_any_repository_has_no_commits(place: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    shutil.copytree(place / "statutes", outside)

    assert "`HEAD`" in refused("--against", "HEAD", outside)
    assert "is in no repository of git" in refused("--against", "HEAD", outside)


def test_before_the_first_commit_every_act_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q", at=statutes(tmp_path))
    monkeypatch.chdir(tmp_path)

    assert "this act is new" in run("diff", "--against", "HEAD", "statutes").stdout
    assert "there is no `statutes` at `HEAD`" in refused("HEAD:statutes", "statutes")
    assert "`main~1` is no commit" in refused("--against", "main~1", "statutes")


def test_without_git_a_commit_cannot_be_read(
    wider: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(wider / "statutes", tmp_path / "copy")
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))

    assert "needs the program `git`" in refused("--against", "HEAD", "statutes")
    assert "needs the program `git`" in refused("HEAD:statutes", "statutes")
    assert run("diff", tmp_path / "copy", "statutes").exit_code == 0


@pytest.mark.parametrize(
    ("side", "label"),
    [("new", "statutes"), ("old", "HEAD:statutes")],
)
def test_the_side_that_does_not_compile_is_named(place: Path, side: str, label: str) -> None:
    edit(place / TEXT, "A person who lives", "A person who dwells")
    if side == "old":
        committed(place)
        git("checkout", "-q", "HEAD~1", "--", ".", at=place)
    said = refused("--against", "HEAD", "statutes")

    assert said.startswith(f"the {side} version ({label}):\nerror[L101]")
    assert said.endswith(
        f"lawc: the {side} version ({label}) has errors, so there is nothing to compare\n"
    )


def test_what_is_wrong_with_a_vocabulary_is_shown_once(place: Path) -> None:
    shutil.copytree((place / TEXT).parent, (place / SECOND).parent)
    edit(place / VOCABULARY, "means lives_in_town", "means dwells_in_town")

    assert refused("--against", "HEAD", "statutes").count("called `dwells_in_town`") == 1


def test_all_that_does_not_compile_is_shown(place: Path) -> None:
    edit(place / TEXT, "A person who lives", "A person who dwells")
    committed(place)
    edit(place / TEXT, "A person who dwells", "A person who stays")
    said = refused("--against", "HEAD", "statutes", "-o", "out.txt")

    assert "dwells" in said
    assert "stays" in said
    assert not (place / "out.txt").exists()


def test_a_text_alone_is_not_compared_with_several_acts(place: Path, tmp_path: Path) -> None:
    (place / SECOND).parent.mkdir()
    shutil.copy(place / TEXT, place / SECOND)
    shutil.copy(place / TEXT, tmp_path / "new.law")

    assert "is one act and `statutes` holds 2" in refused("statutes", tmp_path / "new.law")


def test_two_texts_alone_have_no_vocabulary(place: Path, tmp_path: Path) -> None:
    for name in ("old.law", "new.law"):
        shutil.copy(place / TEXT, tmp_path / name)

    assert "must stand in the folder of its act" in refused(
        tmp_path / "old.law", tmp_path / "new.law"
    )


@pytest.mark.usefixtures("wider")
def test_a_missing_solver_is_told_in_one_line() -> None:
    code = "import sys; sys.modules['z3'] = None; from lawc.cli import run; run()"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code, "diff", "--against", "HEAD", "statutes"],
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "lawc: comparing needs the solver: pip install 'lawc[smt]'\n"
