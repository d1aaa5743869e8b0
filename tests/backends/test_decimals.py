"""Patterns of decimals as text: exactly what lies between its limits fits one."""

from __future__ import annotations

import re
from fractions import Fraction
from random import Random

import pytest

from lawc.backends.python.decimals import decimal

LIMITS = (
    "0",
    "0.5",
    "1",
    "7",
    "9.99",
    "10",
    "12",
    "100.05",
    "1/3",
    "-1/3",
    "-0.01",
    "-7",
    "-20",
)
TEXTS = (
    "0",
    "-0",
    "00.0",
    "-0.00",
    "007",
    "9.990",
    "9.9900001",
    "0.49",
    "10.",
    ".5",
    "1e3",
    "+1",
)


def fits(pattern: str, text: str) -> bool:
    return re.search(pattern, text) is not None


def texts(rng: Random) -> list[str]:
    """Return decimals near the limits, with zeros around them, and what is none."""
    made = list(TEXTS)
    for _ in range(400):
        whole, part = divmod(round(Fraction(rng.choice(LIMITS)) * 1000), 1000)
        whole += rng.choice((-1, 0, 0, 0, 1, 10))
        part += rng.choice((-1, 0, 0, 1)) * rng.choice((1, 10, 100))
        number = abs(whole * 1000 + part)
        sign = rng.choice(("", "-"))
        zeros = "0" * rng.randrange(3)
        point = rng.choice(("", f".{number % 1000:03}", f".{number % 1000:03}00"))
        made.append(f"{sign}{zeros}{number // 1000}{point}")
    return made


@pytest.mark.parametrize("least", [None, *LIMITS])
@pytest.mark.parametrize("most", [None, *LIMITS])
def test_what_fits_lies_between_the_limits(least: str | None, most: str | None) -> None:
    low = None if least is None else Fraction(least)
    high = None if most is None else Fraction(most)
    if low is not None and high is not None and high < low:
        return
    pattern, written = decimal(low, high), decimal()

    for text in texts(Random(7)):  # noqa: S311 - to be replayed, not to be secret
        lies = (
            fits(written, text)
            and (low is None or Fraction(text) >= low)
            and (high is None or Fraction(text) <= high)
        )
        assert fits(pattern, text) is lies, (pattern, text)


def test_a_limit_between_two_decimals_is_kept_to() -> None:
    pattern = decimal(Fraction(1, 3))

    assert fits(pattern, "0.333333333333333334")
    assert not fits(pattern, "0.333333333333333333")


@pytest.mark.parametrize("text", ["1\n", "1234567890123456789", "0." + "1" * 19, "", "-"])
def test_what_is_no_decimal_does_not_fit(text: str) -> None:
    assert not fits(decimal(Fraction(0)), text)
