"""A working directory as a user has it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.commands.running import ROOT


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory of a test: it holds a copy of the example act."""
    shutil.copytree(ROOT / "statutes/example", tmp_path / "statutes/example")
    monkeypatch.chdir(tmp_path)
    return tmp_path
