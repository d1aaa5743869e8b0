"""A working directory with a law that is compared."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.commands.repository import CONDITION, HEADING, TEXT, WIDER, WORDING, edit, repository

from lawc.compare import report
from lawc.compare.declarations import Words
from lawc.ir import nodes as ir

_COMPARED: dict[bytes, report.Compared] = {}


@pytest.fixture(autouse=True, scope="module")
def _compared_once() -> Iterator[None]:
    """Compare the same two laws once: what is tried here is what is said of a comparison.

    They are the same if all that is in them is, also the places, which `==` leaves out.
    """
    compare = report.compare

    def remembered(old: ir.Law, new: ir.Law, words: Words) -> report.Compared:
        key = pickle.dumps((old, new, words))
        if key not in _COMPARED:
            _COMPARED[key] = compare(old, new, words)
        return _COMPARED[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(report, "compare", remembered)
        yield


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
    """A repository whose heading is reworded: such a change needs no solver."""
    edit(place / TEXT, HEADING, WORDING)
    return place
