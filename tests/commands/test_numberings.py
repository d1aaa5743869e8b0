"""Acts whose jurisdiction numbers in its own way, through the commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commands.repository import ACT, TEXT, committed, edit, git, statutes
from tests.commands.running import run
from tests.numbered import SECTIONS

NUMBERING = "statutes/town/en.numbering"
LAW = """\
LIBRARY RULES

Section 1. Cards

(a) In general

A person who lives in the town is entitled to a card if any of the following applies:

   (1) the person attends a school of the town; or
   (2) the person has reached the age of sixty years on the day of the request.
(b) The base is 4 euro.

Section 2. Exclusions

Section 1(a) does not apply to a person if the person has reached the age of ninety years on the
day of the request.
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The rules of a library in sections, in the folder where commands run."""
    statutes(tmp_path)
    (tmp_path / NUMBERING).write_text(SECTIONS, encoding="utf-8")
    (tmp_path / TEXT).write_text(LAW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("library")
def test_the_act_is_read_with_the_numbering_beside_its_vocabulary() -> None:
    result = run("show", ACT, "--as", "tree")

    assert result.exit_code == 0, result.output
    assert "Section 1 Cards\n  (a) In general" in result.output


def test_the_layout_is_that_of_its_levels(library: Path) -> None:
    result = run("fmt", ACT)

    assert result.exit_code == 0, result.output
    assert run("fmt", ACT, "--check").exit_code == 0
    assert "\n   (1) the person attends" in (library / TEXT).read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("section Section", "line 1: `section Section` is no level"),
        ("\N{LATIN SMALL LETTER E WITH ACUTE}", "is no level"),
    ],
)
def test_a_file_that_is_not_understood_is_told_with_its_line(
    library: Path, text: str, message: str
) -> None:
    (library / NUMBERING).write_text(text, encoding="utf-8")

    for command in ("check", "show", "fmt"):
        result = run(command, ACT)
        assert result.exit_code == 2, result.output
        assert f"`town/en.numbering`, line 1: `{text}` is no level" in result.output
        assert message in result.output


def test_a_file_that_is_no_text_is_told(library: Path) -> None:
    (library / NUMBERING).write_bytes(b"\xff\xfe")

    result = run("check", ACT)

    assert result.exit_code == 2
    assert "`town/en.numbering` is not UTF-8 text" in result.output


def test_versions_in_git_are_compared_with_the_numbering_of_each(library: Path) -> None:
    git("init", "-q", "-b", "main", "--template=", at=library)
    committed(library)
    edit(library / TEXT, "ninety", "eighty")

    result = run("diff", "--against", "HEAD", ACT)

    assert result.exit_code in (0, 1), result.output
    assert "1(a)(2) does not apply: displaced by 2" in result.output
