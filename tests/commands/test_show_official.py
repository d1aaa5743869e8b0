"""`lawc show --as official`: an act beside its official words."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commands.repository import ACT, LAW, statutes
from tests.commands.running import run


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an act in the folder where commands run."""
    statutes(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path / ACT


def test_the_share_of_sentences_that_stand_as_worded_is_said(library: Path) -> None:
    (library / "en.official").write_text(LAW.replace("4 euro", "5 euro"), encoding="utf-8")

    result = run("show", ACT, "--as", "official")

    assert result.exit_code == 0, result.output
    assert "2 of 3 sentences (66 %) stand as they are worded officially" in result.output
    assert (
        "1(2)\n    official: The base is 5 euro.\n    the act:  The base is 4 euro."
        in result.output
    )


@pytest.mark.usefixtures("library")
def test_an_act_without_official_text_says_where_it_would_stand() -> None:
    result = run("show", ACT, "--as", "official")

    assert result.exit_code == 2
    assert (
        "there is no official text of `town/library`: it would stand in `en.official`"
        in result.output
    )
