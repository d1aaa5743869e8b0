"""Random edits of random laws: the claims of a comparison agree with random persons.

- If a person is decided otherwise, this turn is reported.
- If nobody is said to be decided otherwise, no such person is found.
- The interpreter confirms every person that is shown.
"""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

from tests.compare.differing import differences, is_listed
from tests.compare.edits_of_laws import law_and_edit
from tests.compare.replayed import check_interpreted
from tests.sampling import some

from lawc.compare.report import compare
from lawc.prove import lengths, questions

BLOCKS, LAWS = 10, some(6)
PERSONS = 60  # of each law; thousands find no more, one needs a millisecond and a half


def check(seed: int, persons: int) -> None:
    """Check one random edit; where the solver gives up nothing is claimed."""
    old, new, names, rng = law_and_edit(seed)
    made = compare(old, new)
    for one in made.touched:
        check_interpreted(made, one)
    if made.gave_up:
        return
    for found, case in differences(old, new, rng, persons).items():
        assert is_listed(found, made), (seed, names, found, case)


@pytest.fixture(autouse=True)
def _give_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limit the solver: some questions that no statute raises never end."""
    monkeypatch.setattr(questions, "COST", 60_000)
    monkeypatch.setattr(lengths, "MANY", 3)


@pytest.mark.parametrize("seed", range(some(10)))
def test_a_few_edits_are_told_as_persons_find_them(seed: int) -> None:
    check(seed, 60)


@pytest.mark.slow
@pytest.mark.parametrize("block", range(BLOCKS))
def test_edits_are_told_as_persons_find_them(block: int) -> None:
    """60 edits; 300 with `pytest --samples 5`."""
    for seed in range(1_000 + block * LAWS, 1_000 + (block + 1) * LAWS):
        check(seed, PERSONS)
