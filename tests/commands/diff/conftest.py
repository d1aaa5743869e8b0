"""A working directory with a law that is compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commands.repository import CONDITION, HEADING, TEXT, WIDER, WORDING, edit, repository


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory of a test: a repository that holds the rules of a library."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(repository(folder))
    return folder


@pytest.fixture
def wider(place: Path) -> Path:
    edit(place / TEXT, CONDITION, WIDER)
    return place


@pytest.fixture
def reworded(place: Path) -> Path:
    """Where a heading has other words: a change for which no solver is asked."""
    edit(place / TEXT, HEADING, WORDING)
    return place
