"""The types of the checked form: the values of a fact, a quantity or a decision."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from lawc.records import dataclass


class Basic(Enum):
    """The types that need no parameter; each says which Python value carries it."""

    TRUTH = "truth"  # bool
    COUNT = "count"  # int, 0 or more in facts
    NUMBER = "number"  # fractions.Fraction
    FRACTION = "fraction"  # fractions.Fraction, a part of something
    DATE = "date"  # datetime.date
    PROVISION = "provision"  # lawc.runtime.values.Provision


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in one currency; carried by `fractions.Fraction`."""

    currency: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list of values; carried by `str`, the key of the value."""

    key: str
    values: tuple[str, ...]


Type: TypeAlias = Basic | Money | Choice


def values_of(type_: Type | None) -> tuple[str | bool, ...]:
    """Return the values of a truth or a choice, none of other types."""
    match type_:
        case Choice():
            return type_.values
        case Basic.TRUTH:
            return (True, False)
        case _:
            return ()
