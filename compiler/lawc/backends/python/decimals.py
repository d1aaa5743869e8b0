"""Patterns of decimals as text that lie between two limits, for a schema.

Before: at least 0.5, at most 12. After: a pattern that `0.50` and `12.0` fit, and `0.49` and
`12.01` do not. Leading and trailing zeros count for nothing; zero may have a minus.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

END = "$(?!\\n)"  # the end of the text: that of some readers is before a last line end
PLACES = 18  # digits before the point, and after it
_WRITTEN = f"[0-9]{{1,{PLACES}}}(\\.[0-9]{{1,{PLACES}}})?{END}"
_UNIT = 10**PLACES
_MORE = "(\\.[0-9]+)?"  # whatever follows the point


def decimal(least: int | Fraction | None = None, most: int | Fraction | None = None) -> str:
    """Return the pattern of the decimals that are no less and no more than a limit."""
    if least is None and most is None:
        return f"^-?{_WRITTEN}"
    signs = []
    if most is None or most >= 0:
        signs.append(f"(?=[0-9]){_between(least, most)}")
    if least is None or least <= 0:
        signs.append(f"-{_between(_less(most), _less(least))}")
    return f"^(?=-?{_WRITTEN})({'|'.join(signs)})"


def _less(limit: int | Fraction | None) -> int | Fraction | None:
    return None if limit is None else -limit


def _between(least: int | Fraction | None, most: int | Fraction | None) -> str:
    """Return the pattern of the decimals without a sign between two limits."""
    low = None if least is None or least <= 0 else ceil(least * _UNIT)
    high = None if most is None else floor(most * _UNIT)
    above = "" if low is None else f"(?={_any(_at_least(*_digits(low)))})"
    below = f"[0-9.]+{END}" if high is None else _any(_at_most(*_digits(high)))
    return above + below


def _any(ways: Iterator[str]) -> str:
    return f"0*({'|'.join(ways)}){END}"


def _digits(number: int) -> tuple[str, str]:
    """Return the digits of a number of units before and after the point, no outer zeros."""
    whole, part = divmod(number, _UNIT)
    return str(whole or ""), f"{part:0{PLACES}}".rstrip("0")


def _at_least(whole: str, part: str) -> Iterator[str]:
    """Yield the ways in which a number without leading zeros is no less than another."""
    yield f"[1-9][0-9]{{{len(whole)},}}{_MORE}"
    for place, digit in enumerate(whole):
        if digit != "9":
            rest = len(whole) - place - 1
            yield f"{whole[:place]}[{int(digit) + 1}-9][0-9]{{{rest}}}{_MORE}"
    if not part:
        yield f"{whole}{_MORE}"
        return
    for place, digit in enumerate(part):
        if digit != "9":
            yield f"{whole}\\.{part[:place]}[{int(digit) + 1}-9][0-9]*"
    yield f"{whole}\\.{part}[0-9]*"


def _at_most(whole: str, part: str) -> Iterator[str]:
    """Yield the ways in which a number without leading zeros is no more than another."""
    if whole:
        yield f"[0-9]{{0,{len(whole) - 1}}}{_MORE}"
    for place, digit in enumerate(whole):
        if digit != "0":
            rest = len(whole) - place - 1
            yield f"{whole[:place]}[0-{int(digit) - 1}][0-9]{{{rest}}}{_MORE}"
    for place, digit in enumerate(part):
        if digit != "0":
            yield f"{whole}\\.{part[:place]}[0-{int(digit) - 1}][0-9]*"
        if place:
            yield f"{whole}\\.{part[:place]}"
    yield f"{whole}(\\.{part}0*)?"
