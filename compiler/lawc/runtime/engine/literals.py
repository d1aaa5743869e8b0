"""Values that the data of a law say, and what is computed of a value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import wraps
from typing import Any, TypeVar

from lawc.runtime import logic, values
from lawc.runtime.values import ProvisionRange, provision

Reading = TypeVar("Reading", bound=Callable[..., Any])


def with_data(read: Reading) -> Reading:
    """Return what reads a condition of a law; the condition keeps the data it is made of."""

    @wraps(read)
    def reading(law: Any, data: Any, kind: str) -> Any:
        found = read(law, data, kind)
        found.data = data
        return found

    return reading  # type: ignore[return-value]


def unstated(data: Any) -> list[Any]:
    """Return the data of a condition as where it is no node: what says the same is equal."""
    if not isinstance(data, dict):
        plain: list[Any] = data
        return plain
    parts = data.get("parts", ())
    match data["rests"]:
        case "facts":
            return unstated(data["when"])
        case "definition":
            return ["use", data["key"]]
        case "provisions":
            return ["applies", [one["place"] for one in parts]]
        case "some" | "every" as word:
            number = [data["number"]] if word == "some" else []
            return [word, *number, data["kind"], *map(unstated, parts)]
        case "at_least":
            return ["at_least", data["number"], *map(unstated, parts)]
        case word:
            return [word, *map(unstated, parts)]


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
