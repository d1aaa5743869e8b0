"""Envelopes that are read back: from JSON to what is decided, with every problem by its path.

Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

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
_ANSWER = ("value", "status", "provisions", "needed")


def _number(given: object) -> Fraction:
    if isinstance(given, int) and not isinstance(given, bool):
        return Fraction(given)
    if isinstance(given, str) and _NUMBER.fullmatch(given):
        try:
            return Fraction(given)
        except (ValueError, ZeroDivisionError):  # too many digits, or a part of nothing
            pass
    raise ValueError(f"not a number: {shown(given)}")


def _count(given: object) -> Fraction | int:
    found = _number(given)
    return found.numerator if found.denominator == 1 else found


def _text(given: object) -> str:
    if isinstance(given, str):
        return given
    raise ValueError(f"not a text: {shown(given)}")


def _digest(given: object) -> str:
    if isinstance(given, str) and _DIGEST.fullmatch(given):
        return given
    raise ValueError(f"not a digest: {shown(given)}")


def _status(given: object) -> Status:
    if isinstance(given, str) and given in {str(one) for one in Status}:
        return Status(given)
    raise ValueError(f"not one of {', '.join(Status)}: {shown(given)}")


def _texts(given: object) -> tuple[str, ...]:
    if isinstance(given, (list, tuple)):
        return tuple(map(_text, given))
    raise ValueError(f"not a list: {shown(given)}")


VALUES: Mapping[str, Reader[Any]] = {  # by type; a choice is read by its class
    "truth": read_truth,
    "count": _count,
    "number": _number,
    "fraction": _number,
    "date": read_date,
    "provision": read_provision,
}


def choice_reader(class_: Callable[[str], Any]) -> Reader[Any]:
    """Return a reader of the values of a class of choices."""

    def read(given: object) -> Any:
        try:
            return class_(_text(given))
        except ValueError:
            raise ValueError(f"no value of {class_.__name__}: {shown(given)}") from None

    return read


class Envelope:
    """A thing of an envelope that is being read; what is missing in it is a problem as well."""

    def __init__(
        self, reading: Reading, given: object, path: str, keys: tuple[str, ...]
    ) -> None:
        self.reading = reading
        self.path = path
        self.data = reading.thing(given, path, keys, "entry")

    def part(self, key: str, reader: Reader[Any]) -> Any:
        """Return what stands under `key`, None after a problem."""
        if self.data.get(key) is None:
            self.reading.problems.append(FactError(at(self.path, key), "is missing"))
            return None
        return self.reading.fact(self.data, key, self.path, reader)

    def inner(self, key: str, keys: tuple[str, ...]) -> Envelope:
        """Return the object that stands under `key`."""
        return Envelope(self.reading, self.data.get(key), at(self.path, key), keys)

    def answer(self, key: str, reader: Reader[Any]) -> Answer:
        """Return the answer that stands under `key`."""
        one = self.inner(key, (*_ANSWER, "established", "untried"))
        status = one.part("status", _status)
        value = one.reading.fact(one.data, "value", one.path, reader)
        if status is not None and (value is None) is (status is Status.DECIDED):
            problem = FactError(
                at(one.path, "value"), f"does not agree with the status {status}"
            )
            one.reading.problems.append(problem)
        cited, needed = one.part("provisions", _texts), one.part("needed", _texts)
        established = one.reading.fact(one.data, "established", one.path, read_truth)
        untried = one.reading.fact(one.data, "untried", one.path, read_truth)
        return Answer(
            value, status, cited or (), needed or (), bool(established), bool(untried)
        )

    def law(self, act: str, days: tuple[str, ...]) -> DecidedUnder:
        """Return the law, which is to be `act`, with its days."""
        one = self.inner("law", ("act", "digest", "days"))
        if (named := one.part("act", _text)) not in {act, None}:
            problem = FactError(at(one.path, "act"), f"not {act}: {shown(named)}")
            one.reading.problems.append(problem)
        digest = one.part("digest", _digest)
        said = one.inner("days", days)
        read: dict[str, date | None] = {
            key: said.reading.fact(said.data, key, said.path, read_date) for key in said.data
        }
        return DecidedUnder(act, digest or "", read)

    def needed(self) -> tuple[str, ...]:
        """Return what the thing needs."""
        found: tuple[str, ...] = self.part("needed", _texts) or ()
        return found

    def form(self) -> None:
        """Refuse another form than this."""
        if self.data.get("form") != FORM:
            found = shown(self.data.get("form"))
            self.reading.problems.append(FactError("form", f"not {FORM}: {found}"))
