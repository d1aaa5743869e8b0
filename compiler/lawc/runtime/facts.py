"""Facts as JSON gives them: each is read exactly or refused with the path of the bad value.

Standard library only: generated modules import this. A missing key and `null` are unknown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from fractions import Fraction
from typing import TypeGuard, TypeVar

from lawc.runtime.values import Provision, provision

T = TypeVar("T")
Reader = Callable[[object], T]  # raises ValueError with what is wrong, without the path

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
_FRACTION = re.compile(r"-?[0-9]{1,18}/[0-9]{1,18}")
_NUMERAL = re.compile(r"-?[0-9]+([./][0-9]+)?")  # a number or a fraction, however long
_DIGITS = 18  # that a number has at most
_LONGEST = 60  # characters of a bad value that a message shows


class FactError(ValueError):
    """A value that cannot be a fact; `path` says where it stands: `offences[1].category`."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}" if path else problem)
        self.path = path
        self.problem = problem


@dataclass(slots=True)
class Reading:
    """A case being read, and every problem met so far, in order."""

    problems: list[FactError] = field(default_factory=list)

    def thing(self, given: object, path: str, keys: Iterable[str]) -> Mapping[str, object]:
        """Return the facts of the thing at `path`; other keys than `keys` are problems."""
        if not isinstance(given, Mapping):
            self.problems.append(FactError(path, f"not an object: {shown(given)}"))
            return {}
        allowed = tuple(keys)
        for key in given:
            if key not in allowed:
                near = get_close_matches(str(key), allowed, n=1)
                hint = f"; did you mean {near[0]}?" if near else ""
                self.problems.append(FactError(at(path, str(key)), f"no such fact{hint}"))
        return given

    def fact(
        self, given: Mapping[str, object], key: str, path: str, reader: Reader[T]
    ) -> T | None:
        """Return the fact under `key` of the thing at `path`, None if it is unknown."""
        found = given.get(key)
        if found is None:
            return None
        try:
            return reader(found)
        except ValueError as error:
            self.problems.append(FactError(at(path, key), str(error)))
            return None

    def members(
        self, given: Mapping[str, object], key: str, path: str
    ) -> list[tuple[str, object]] | None:
        """Return the members under `key`, each with its path, None if the list is unknown."""
        found = given.get(key)
        if found is None:
            return None
        if not isinstance(found, (list, tuple)):
            self.problems.append(FactError(at(path, key), f"not a list: {shown(found)}"))
            return None
        return [(f"{at(path, key)}[{place}]", one) for place, one in enumerate(found)]

    def close(self) -> None:
        """Raise the first problem, if any; the others are its notes.

        Raises:
            FactError: a value could not be read.
        """
        if self.problems:
            first, *others = self.problems
            for one in others:
                first.add_note(str(one))
            raise first


def at(path: str, key: str) -> str:
    """Return the path of `key` of the thing at `path`."""
    name = key if key.isidentifier() else shown(key)
    return f"{path}.{name}" if path else name


def shown(given: object) -> str:
    """Return `given` as JSON, shortened, for a message."""
    try:
        text = json.dumps(given, ensure_ascii=False, default=str)
    except (TypeError, ValueError):  # not JSON at all
        text = f"a value of type {type(given).__name__}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


# --- one reader a type ------------------------------------------------------------------


def read_truth(given: object) -> bool:
    """Return a fact of type truth."""
    if not isinstance(given, bool):
        raise ValueError(f"not true or false: {shown(given)}")  # noqa: TRY004 - see Reader
    return given


def read_count(given: object) -> int:
    """Return a whole number, 0 or more."""
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise ValueError(f"not a whole number of 0 or more: {shown(given)}")
    _refuse_long(given)
    return given


def read_number(given: object) -> Fraction:
    """Return an exact number or amount: a whole number, or a decimal written as text."""
    if isinstance(given, float):
        raise ValueError(f'not exact: {given}; write "1250.50"')  # noqa: TRY004 - see Reader
    if isinstance(given, str) and _DECIMAL.fullmatch(given):
        return Fraction(given)
    _refuse_long(given)
    if isinstance(given, int) and not isinstance(given, bool):
        return Fraction(given)
    raise ValueError(f'not a number: {shown(given)}; write "1250.50" or 1250')


def read_fraction(given: object) -> Fraction:
    """Return a fraction: `"1/3"`, or a number."""
    if isinstance(given, str) and _FRACTION.fullmatch(given) and int(given.partition("/")[2]):
        return Fraction(given)
    _refuse_long(given)
    try:
        return read_number(given)
    except ValueError:
        raise ValueError(f'not a fraction: {shown(given)}; write "1/3"') from None


def _refuse_long(given: object) -> None:
    """Refuse a number with more digits than numbers are kept with.

    Raises:
        ValueError: it has more.
    """
    if isinstance(given, int):
        long = abs(given) >= 10**_DIGITS
    elif isinstance(given, str) and _NUMERAL.fullmatch(given):
        long = max(map(len, re.findall("[0-9]+", given))) > _DIGITS
    else:
        long = False
    if long:
        raise ValueError(f"too large: {shown(given)}; a number has at most {_DIGITS} digits")


def read_date(given: object) -> date:
    """Return a day, written `yyyy-mm-dd`."""
    if isinstance(given, str) and _DATE.fullmatch(given):
        try:
            return date.fromisoformat(given)
        except ValueError:  # the form is that of a day: of none there is
            raise ValueError(f"not a date: {shown(given)}") from None
    raise ValueError(f'not a date: {shown(given)}; write "2025-07-05"')


def is_day(given: object) -> TypeGuard[date]:
    """Tell whether `given` is a day; a moment of a day is none."""
    return isinstance(given, date) and not isinstance(given, datetime)


def checked_day(name: str, given: object) -> date | None:
    """Return a day that is given as the argument `name`, None for one that is unknown.

    Raises:
        TypeError: it is no day.
    """
    if given is None or is_day(given):
        return given
    raise TypeError(f"{name}: not a date: {shown(given)}")


def read_provision(given: object) -> Provision:
    """Return a reference to a provision, written `188`, `188(3)` or `190(3)(2)`."""
    if isinstance(given, str):
        try:
            return provision(given)
        except ValueError:
            pass
    raise ValueError(f'not a provision: {shown(given)}; write "188" or "190(3)(2)"')


def choice_of(values: Mapping[str, T]) -> Reader[T]:
    """Return a reader of a closed list of values, by the text that stands for each."""

    def read(given: object) -> T:
        if isinstance(given, str) and given in values:
            return values[given]
        raise ValueError(f"not one of {', '.join(values)}: {shown(given)}")

    return read
