"""How values stand to each other, and in which direction an amount is rounded."""

from __future__ import annotations

from enum import Enum


class Comparison(Enum):
    """The comparisons of two values."""

    LT = "<"
    LE = "<="
    EQ = "="
    NE = "!="
    GE = ">="
    GT = ">"


class Rounding(Enum):
    """The direction in which an amount is brought to a multiple of a unit."""

    UP = "up"  # to the next multiple of the unit, never less
    DOWN = "down"  # to the last multiple of the unit, never more
    NEAREST = "nearest"  # to the nearest multiple, a half away from zero
    HALF_UP = "half_up"  # to the nearest multiple, a half to the next one
    HALF_DOWN = "half_down"  # to the nearest multiple, a half to the last one
    HALF_EVEN = "half_even"  # to the nearest multiple, a half to the one that is even
