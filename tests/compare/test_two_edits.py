"""Random laws with two edits each: every edit that turns somebody has a case."""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

from tests.compare.two_edits import check
from tests.sampling import some

from lawc.prove import lengths, questions

BLOCKS, PAIRS = 6, some(5)
PERSONS = 60


@pytest.fixture(autouse=True)
def _give_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limit the solver: some questions that no statute raises never end."""
    monkeypatch.setattr(questions, "COST", 60_000)
    monkeypatch.setattr(lengths, "MANY", 3)


@pytest.mark.parametrize("seed", range(some(20)))
def test_each_of_two_edits_that_turns_somebody_has_a_case(seed: int) -> None:
    check(seed, PERSONS)


@pytest.mark.slow
@pytest.mark.parametrize("block", range(BLOCKS))
def test_each_of_many_edits_that_turns_somebody_has_a_case(block: int) -> None:
    """30 laws; 120 with `pytest --samples 4`."""
    for seed in range(1_000 + block * PAIRS, 1_000 + (block + 1) * PAIRS):
        check(seed, PERSONS)
