"""Values that the data of a law say, and what is computed of a value."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime import logic, values
from lawc.runtime.values import ProvisionRange, provision


def literal(data: list[Any]) -> Any:
    """Return a value that the law says; what JSON has no word for comes with its type."""
    _, what, said = data
    match what:
        case "date":
            return date.fromisoformat(said)
        case "provision":
            return provision(said)
        case "number":
            return Fraction(said)
        case _:
            return said


def provision_range(data: list[str]) -> ProvisionRange:
    """Return the provisions from the first to the last."""
    first, last = map(provision, data)
    return ProvisionRange(first, last)


def row(data: list[str | None]) -> tuple[Fraction | None, Fraction | None, Fraction]:
    """Return a row of a table: over, up to and including, value."""
    over, up_to, value = (None if one is None else Fraction(one) for one in data)
    assert value is not None
    return over, up_to, value


def rounded(found: Any, *, direction: str, unit: Fraction) -> Any:
    """Return a value brought to a whole multiple of `unit`."""
    return logic.rounded(found, direction, unit)


def share_up(amount: Any, share: Any) -> Any:
    """Return the product, rounded up to a whole number."""
    return logic.apply(values.share_up, amount, share)


def in_rows(found: Any, *, in_parts: bool, rows: logic.Rows) -> Any:
    """Return what a table makes of a value: by its row, or of its part in each row."""
    return logic.by_parts(found, rows) if in_parts else logic.in_row(found, rows)
