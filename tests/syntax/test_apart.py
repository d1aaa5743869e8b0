"""A large act is read by two processes, and what they read is what one would have."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawc import beside
from lawc.diagnostics.model import Diagnostic
from lawc.pipeline import read_source
from lawc.source import Source
from lawc.syntax import act as reading
from lawc.syntax.act import Act, read_act
from lawc.syntax.sentences import Sentences
from lawc.vocabulary.read import read_vocabulary

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

STATUTES = Path(__file__).parents[2] / "statutes"
ACTS = sorted(STATUTES.glob("*/*/en.law"))


def read(
    path: Path, text: str, monkeypatch: pytest.MonkeyPatch, *, apart: bool
) -> tuple[Act, tuple[Diagnostic, ...]]:
    monkeypatch.setattr(reading, "_LARGE", 0 if apart else len(text) + 1)
    monkeypatch.setattr(beside, "may_fork", lambda: True)
    declared = tuple(map(read_source, sorted(path.parents[1].glob("*.vocabulary"))))
    entries = read_vocabulary(declared)[0].entries["en"]
    return read_act(Source("x/en.law", text), "en", Sentences("en", entries))


@pytest.mark.parametrize("path", ACTS, ids=lambda path: path.parent.name)
def test_two_processes_read_what_one_reads(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text("utf-8")

    two = read(path, text, monkeypatch, apart=True)
    one = read(path, text, monkeypatch, apart=False)

    assert two == one
    assert [each.span for each in two[0].elements] == [each.span for each in one[0].elements]


@pytest.mark.parametrize("path", ACTS, ids=lambda path: path.parent.name)
def test_a_problem_in_what_is_read_apart_is_told_as_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = path.read_text("utf-8") + "\n   9. Nobody may gyre and gimble in the wabe.\n"

    act, problems = read(path, text, monkeypatch, apart=True)

    assert problems
    assert (act, problems) == read(path, text, monkeypatch, apart=False)


def test_versions_on_both_sides_of_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    path = ACTS[0]
    text = (
        "TITLE\n\nArticle 1. Of a matter\n\n...\n\nArticle 2. Of it\n\nArticle 2. Of it again\n"
    )

    act, _ = read(path, text, monkeypatch, apart=True)

    assert act == read(path, text, monkeypatch, apart=False)[0]
    assert [one.version for one in act.passages] == [1, 1, 2]
    assert act.passages[1].gap_before
