"""Envelopes that are read back: from JSON to results, with every problem by its path.

Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.calendar import day_of, length_of, ordinal_of
from lawc.runtime.facts import (
    FactError,
    Reader,
    Reading,
    at,
    read_date,
    read_provision,
    read_truth,
    shown,
)
from lawc.runtime.results import FORM, Answer, DecidedUnder, Status

_NUMBER = re.compile(r"-?[0-9]+([./][0-9]+)?")
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_FAR_DAY = re.compile(r"([+-][0-9]{4,9})-([0-9]{2})-([0-9]{2})")
_MONTHS = 12
_ANSWER = ("value", "status", "provisions", "needed")


def _number(value: object) -> Fraction:
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        try:
            return Fraction(value)
        except (ValueError, ZeroDivisionError):  # too many digits, or a part of nothing
            pass
    raise ValueError(f"not a number: {shown(value)}")


def _count(value: object) -> Fraction | int:
    number = _number(value)
    return number.numerator if number.denominator == 1 else number


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError(f"not a text: {shown(value)}")


def _digest(value: object) -> str:
    if isinstance(value, str) and _DIGEST.fullmatch(value):
        return value
    raise ValueError(f"not a digest: {shown(value)}")


def _status(value: object) -> Status:
    if isinstance(value, str) and value in {str(status) for status in Status}:
        return Status(value)
    raise ValueError(f"not one of {', '.join(Status)}: {shown(value)}")


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, (list, tuple)):
        return tuple(map(_text, value))
    raise ValueError(f"not a list: {shown(value)}")


def _day(value: object) -> date:
    """Return a day that is decided, which may lie beyond the years of a `date`."""
    far = _FAR_DAY.fullmatch(value) if isinstance(value, str) else None
    if far is None:
        return read_date(value)
    year, month, day = map(int, far.groups())
    if not 1 <= month <= _MONTHS or not 1 <= day <= length_of(year, month):
        raise ValueError(f"not a date: {shown(value)}")
    return day_of(ordinal_of(year, month, day))


VALUES: Mapping[str, Reader[Any]] = {  # by type; a choice is read by its class
    "truth": read_truth,
    "count": _count,
    "number": _number,
    "fraction": _number,
    "date": _day,
    "provision": read_provision,
}


def choice_reader(class_: Callable[[str], Any]) -> Reader[Any]:
    """Return a reader of the values of a class of choices."""

    def read(value: object) -> Any:
        try:
            return class_(_text(value))
        except ValueError:
            raise ValueError(f"no value of {class_.__name__}: {shown(value)}") from None

    return read


class Envelope:
    """A thing of an envelope that is being read; what is missing in it is a problem as well."""

    def __init__(
        self, reading: Reading, data: object, path: str, keys: tuple[str, ...]
    ) -> None:
        self.reading = reading
        self.path = path
        self.data = reading.thing(data, path, keys, "entry")

    def part(self, key: str, reader: Reader[Any]) -> Any:
        """Return the value under `key`, None after a problem."""
        if self.data.get(key) is None:
            self.reading.problems.append(FactError(at(self.path, key), "is missing"))
            return None
        return self.reading.fact(self.data, key, self.path, reader)

    def inner(self, key: str, keys: tuple[str, ...]) -> Envelope:
        """Return the object under `key`."""
        return Envelope(self.reading, self.data.get(key), at(self.path, key), keys)

    def answer(self, key: str, reader: Reader[Any]) -> Answer:
        """Return the answer under `key`."""
        entry = self.inner(key, (*_ANSWER, "established", "untried"))
        status = entry.part("status", _status)
        value = self.reading.fact(entry.data, "value", entry.path, reader)
        if status is not None and (value is None) is (status is Status.DECIDED):
            problem = FactError(
                at(entry.path, "value"), f"does not agree with the status {status}"
            )
            self.reading.problems.append(problem)
        cited, needed = entry.part("provisions", _texts), entry.part("needed", _texts)
        established = self.reading.fact(entry.data, "established", entry.path, read_truth)
        untried = self.reading.fact(entry.data, "untried", entry.path, read_truth)
        return Answer(
            value, status, cited or (), needed or (), bool(established), bool(untried)
        )

    def law(self, act: str, days: tuple[str, ...]) -> DecidedUnder:
        """Return the law, which is to be `act`, with its days."""
        law = self.inner("law", ("act", "digest", "days"))
        if (named := law.part("act", _text)) not in {act, None}:
            problem = FactError(at(law.path, "act"), f"not {act}: {shown(named)}")
            self.reading.problems.append(problem)
        digest, entry = law.part("digest", _digest), law.inner("days", days)
        return DecidedUnder(
            act,
            digest or "",
            {
                key: self.reading.fact(entry.data, key, entry.path, read_date)
                for key in entry.data
            },
        )

    def needed(self) -> tuple[str, ...]:
        """Return the facts that the thing needs."""
        paths: tuple[str, ...] = self.part("needed", _texts) or ()
        return paths

    def form(self) -> None:
        """Refuse another form than this."""
        if self.data.get("form") != FORM:
            form = shown(self.data.get("form"))
            self.reading.problems.append(FactError("form", f"not {FORM}: {form}"))
