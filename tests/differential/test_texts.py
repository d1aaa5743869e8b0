"""Random acts as text: a naive reader, the interpreter, the package and the solver agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.differential.texts import Figures, compare_act
from tests.sampling import some

pytest.importorskip("z3")


def compare(seeds: range, folder: Path) -> Figures:
    """Compare all readers of the acts of these seeds; one of ten with patience."""
    figures = Figures()
    for seed in seeds:
        compare_act(seed, figures, folder, patient=seed % 10 == 0)
    return figures


def test_all_readers_say_the_same_of_a_few_acts(tmp_path: Path) -> None:
    figures = compare(range(8), tmp_path)

    assert figures.laws >= 6


# A doubtful rule that adds nothing leaves a total as it is; an amount is reduced by a share of
# it if a sum of shares is taken off.
@pytest.mark.parametrize(("seed", "patient"), [(920, True), (20188, False)])
def test_all_readers_say_the_same_of_some_acts(
    seed: int, patient: bool, tmp_path: Path
) -> None:
    compare_act(seed, Figures(), tmp_path, patient=patient)


@pytest.mark.slow
@pytest.mark.parametrize("block", range(4))
def test_all_readers_say_the_same_of_many_acts(block: int, tmp_path: Path) -> None:
    """40 acts; 120 with `pytest --samples 3`."""
    acts = some(10)
    figures = compare(range(100 + block * acts, 100 + (block + 1) * acts), tmp_path)

    # Few acts are refused, few decisions are contradictions: the rest compares values.
    assert figures.laws >= 0.68 * acts
    assert figures.decided["value"] > figures.cases / 4
