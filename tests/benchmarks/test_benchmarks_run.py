"""The benchmarks run, and what they compare does the same. Nothing here asks how fast it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.figures import Figure, earlier_figures, page
from benchmarks.people import disagreements, known_persons, partial_persons
from tests.sampling import some

ROOT = Path(__file__).parents[2]


def test_what_is_generated_decides_as_the_functions_by_hand() -> None:
    wrong = next(disagreements(known_persons(5, 200), partial_persons(6, 400)), None)

    assert wrong is None


@pytest.mark.slow
def test_what_is_generated_decides_many_persons_as_the_functions_by_hand() -> None:
    """3,000 persons; 15,000 with `pytest --samples 5`."""
    known, partial = known_persons(7, some(1_000)), partial_persons(8, some(2_000))
    wrong = next(disagreements(known, partial), None)

    assert wrong is None


def test_a_figure_is_against_its_bar() -> None:
    fast = Figure("group", "what", "", 0.9, at_least=0.8)
    late = Figure("group", "what", "s", None, at_most=4, note="more than 60 s")

    assert fast.met
    assert late.met is False
    assert Figure("group", "what", "s", 1.0).met is None


def test_the_page_shows_ratios_first() -> None:
    figures = (
        Figure("one", "a time", "s", 2.5, 2.5, 3.0, at_most=4),
        Figure("two", "a ratio", "", 0.5, 0.4, 0.6, at_least=0.8),
    )
    text = page(figures, "python -m benchmarks.run")

    assert text.index("| a ratio | 0.500 | 0.400 to 0.600 | at least 0.800 | **no** |") < (
        text.index("| a time | 2.50 s | 2.50 to 3.00 | at most 4.00 | yes |")
    )


def test_what_was_measured_earlier_stands_beside() -> None:
    figures = (
        Figure("of ratios", "a ratio", "", 0.5, at_least=0.8),
        Figure("of ratios", "a new ratio", "", 2.0),
        Figure("of times", "a time", "s", 2.5, note="as well"),
    )
    before = page(
        (
            Figure("of ratios", "a ratio", "", 0.25, 0.2, 0.3, at_least=0.8),
            Figure("of times", "a time", "s", 5.0, note="then"),
        ),
        "python -m benchmarks.run",
    )
    text = page(figures, "python -m benchmarks.run", earlier_figures(before))

    assert "| of ratios | measured | earlier | lowest to highest | bar | met |" in text
    assert "| a ratio | 0.500 | 0.250 |  | at least 0.800 | **no** |" in text
    assert "| a new ratio | 2.00 |  |  |  |  |" in text
    assert "| a time | 2.50 s (as well) | 5.00 s (then) |  |  |  |" in text


@pytest.mark.slow
def test_the_benchmarks_run(tmp_path: Path) -> None:
    page_ = tmp_path / "results.md"
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "benchmarks.run", "--quick", "--out", str(page_)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )

    assert ran.returncode == 0, ran.stderr
    assert "`decide`, facts missing" in page_.read_text(encoding="utf-8")
