"""Cases tried by chance where the solver gives up."""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

from tests.compare.replayed import check_interpreted
from tests.compare.test_matching import OLD, OLDER, TOWN, points
from tests.compare.written import as_comparisons, compared, law

from lawc.compare.levels import Level
from lawc.compare.rendering.as_text import text as as_text
from lawc.compare.trying import Trying
from lawc.prove import questions

LOANS = (
    "Article 1. Cards\n\nA person is entitled to a card if at least one of the person's loans "
    "is {}.\n"
)


@pytest.fixture
def _gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "COST", 1)


@pytest.mark.usefixtures("_gives_up")
def test_somebody_is_shown_though_the_solver_gives_up() -> None:
    made = compared(points(TOWN, OLD), points(TOWN, OLDER))

    (one,) = made.touched
    check_interpreted(made, one)
    assert made.level is Level.MIXED
    assert not made.proved
    said = as_text(as_comparisons(made))
    assert "some are decided otherwise; who else is not settled" in said
    assert "Not proved that nobody else is decided otherwise" in said


@pytest.mark.usefixtures("_gives_up")
def test_who_else_is_decided_otherwise_is_stopped_as_not_settled() -> None:
    found = as_comparisons(compared(points(TOWN, OLD), points(TOWN, OLDER)))

    assert found.reaching(Level.UNPROVED)


def test_the_cases_are_the_same_every_time() -> None:
    old, new = law(LOANS.format("late")), law(LOANS.format("of a book"))
    (card,) = new.decisions

    first, second = (Trying(old, new, new.decisions).find(card) for _ in range(2))

    assert first == second
    assert {(turn.old, turn.new) for turn in first} == {(True, False), (False, True)}
