"""Sizes of random samples: fewer if only quick tests are asked for, more for `--samples`."""

from __future__ import annotations

SPARED = 5  # a quick run takes one sample of so many

quick = False  # whether slow tests are left out; `tests/conftest.py` finds it out
times = 1  # `pytest --samples`: how many times as many samples are taken


def some(samples: int) -> int:
    """Return how many samples to take, out of so many."""
    return max(1, samples // SPARED if quick else samples) * times
