"""Facts as JSON has them: each is read exactly or refused with the path of the bad value.

Standard library only: generated modules import this. A missing key and `null` are unknown. A
value of Python for the type (a `date`, a `Decimal`, a `Fraction`, a choice) is read too, and
what numpy, pandas and polars have for it (`natives`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from math import isfinite
from typing import Any, TypeGuard, TypeVar

from lawc.runtime.natives import native
from lawc.runtime.values import Provision, provision

T = TypeVar("T")
Reader = Callable[[object], T]  # raises ValueError with what is wrong, without the path

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
_FRACTION = re.compile(r"-?[0-9]{1,18}/[0-9]{1,18}")
_NUMERAL = re.compile(r"-?[0-9]+([./][0-9]+)?")  # a number or a fraction, however long
_DIGITS = 18  # that a number has at most
_LONGEST = 60  # characters of a bad value that a message shows
_NAME = 100  # characters of a key that is compared with those that there are

Clauses = tuple[tuple[tuple[str, tuple[object, ...]], ...], ...]
"""Assumptions: each a tuple of alternatives, a key with the values that it may have."""


class FactError(ValueError):
    """A value that cannot be a fact; `path` says where it stands: `offences[1].category`."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}" if path else problem)
        self.path = path
        self.problem = problem

    def __reduce__(self) -> tuple[object, ...]:
        """Return the parts from which a copy is made, as in another process."""
        return type(self), (self.path, self.problem), self.__dict__


@dataclass(slots=True)
class Reading:
    """A case being read, and every problem met so far, in order."""

    problems: list[FactError] = field(default_factory=list)

    def thing(
        self, data: object, path: str, keys: Iterable[str], word: str = "fact"
    ) -> Mapping[str, object]:
        """Return the parts of the object at `path`; other keys than `keys` are problems."""
        if not isinstance(data, Mapping):
            self.problems.append(FactError(path, f"not an object: {shown(data)}"))
            return {}
        allowed = tuple(keys)
        for key in data:
            if key not in allowed:
                near = get_close_matches(str(key)[:_NAME], allowed, n=1)
                hint = f"; did you mean {near[0]}?" if near else ""
                self.problems.append(FactError(at(path, str(key)), f"no such {word}{hint}"))
        return data

    def fact(
        self, data: Mapping[str, object], key: str, path: str, reader: Reader[T]
    ) -> T | None:
        """Return the fact under `key` of the thing at `path`, None if it is unknown."""
        value = native(data.get(key))
        if value is None:
            return None
        try:
            return reader(value)
        except ValueError as error:
            self.problems.append(FactError(at(path, key), str(error)))
            return None

    def refuse_established(
        self, data: Mapping[str, object], path: str, keys: Iterable[str]
    ) -> None:
        """Refuse values under `keys`: they are for the law itself to say."""
        self.problems += [
            FactError(
                at(path, key), "the law itself says this; `established` lets a case say it"
            )
            for key in keys
            if native(data.get(key)) is not None
        ]

    def keep_to(self, clauses: Clauses, facts: Mapping[str, object], path: str) -> None:
        """Refuse facts of the thing at `path` that cannot be together by an assumption."""
        for clause in clauses:
            if not any(facts.get(key) is None or facts[key] in left for key, left in clause):
                *others, (last, _) = clause
                where = " and ".join(f"{key} is {plain(facts[key])}" for key, _ in others)
                assumed = " or ".join(
                    f"{key} is {' or '.join(map(plain, left))}" for key, left in clause
                )
                problem = f"cannot be {plain(facts[last])}{' where ' if where else ''}{where}"
                message = f"{problem}: the vocabulary assumes that {assumed}"
                self.problems.append(FactError(at(path, last), message))

    def members(
        self, data: Mapping[str, object], key: str, path: str
    ) -> list[tuple[str, object]] | None:
        """Return the members under `key`, each with its path, None if the list is unknown."""
        group = native(data.get(key))
        if group is None:
            return None
        if not isinstance(group, (list, tuple)):
            self.problems.append(FactError(at(path, key), f"not a list: {shown(group)}"))
            return None
        return [(f"{at(path, key)}[{place}]", member) for place, member in enumerate(group)]

    def close(self) -> None:
        """Raise the first problem, if any; the others are its notes.

        Raises:
            FactError: a value could not be read.
        """
        if self.problems:
            first, *others = self.problems
            for error in others:
                first.add_note(str(error))
            raise first from None


def at(path: str, key: str) -> str:
    """Return the path of `key` of the thing at `path`."""
    name = key if key.isidentifier() and len(key) <= _NAME else shown(key)
    return f"{path}.{name}" if path else name


def plain(value: object) -> str:
    """Return the value of a fact as a message shows it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def shown(value: object) -> str:
    """Return a value as JSON, shortened, for a message; with its type if it is not JSON."""
    kind = type(value).__name__
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):  # not JSON at all
        known = isinstance(value, (date, Decimal, Fraction, Enum, Provision))
        text = f"{value} (of type {kind})" if known else f"a value of type {kind}"
    if isinstance(value, float) and not isfinite(value):
        text = f"{text} (of type {kind}); leave out what is not known"
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")  # half a sign is no text
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


# --- one reader a type ------------------------------------------------------------------


def read_truth(value: object) -> bool:
    """Return a fact of type truth."""
    if not isinstance(value, bool):
        raise ValueError(f"not true or false: {shown(value)}")  # noqa: TRY004 - see Reader
    return value


def read_count(value: object) -> int:
    """Return a whole number, 0 or more."""
    exact = _exact(value)
    if exact is None or exact < 0 or exact.denominator != 1:
        raise ValueError(f"not a whole number of 0 or more: {shown(value)}")
    _refuse_long(exact.numerator)
    return exact.numerator


def read_number(value: object) -> Fraction:
    """Return an exact number or amount: a whole number, or a decimal written as text."""
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Fraction(value)
    _refuse_long(value)
    exact = _exact(value)
    if exact is not None:
        _refuse_long(int(exact))
        return exact
    if isinstance(value, float):
        plain = f'"{value}"' if _DECIMAL.fullmatch(repr(value)) else "all its figures in quotes"
        raise ValueError(f"not exact: {value}; write {plain}")  # noqa: TRY004 - see Reader
    raise ValueError(f"not a number: {shown(value)}; write figures, in quotes if not whole")


def read_fraction(value: object) -> Fraction:
    """Return a fraction: `"1/3"`, or a number."""
    if isinstance(value, str) and _FRACTION.fullmatch(value) and int(value.partition("/")[2]):
        return Fraction(value)
    _refuse_long(value)
    try:
        return read_number(value)
    except ValueError:
        raise ValueError(f'not a fraction: {shown(value)}; write "1/3"') from None


def _exact(value: object) -> Fraction | None:
    """Return the exact value of a number; one with a binary point only if it is whole."""
    match value:
        case bool():
            return None
        case int() | Fraction():
            return Fraction(value)
        case Decimal() if value.is_finite() and abs(value.adjusted()) < 2 * _DIGITS:
            return Fraction(value)
        case float() if value.is_integer():
            return Fraction(value)
        case _:
            return None


def _refuse_long(value: object) -> None:
    """Refuse a number with more digits than numbers are kept with.

    Raises:
        ValueError: it has more.
    """
    if isinstance(value, int):
        long = abs(value) >= 10**_DIGITS
    elif isinstance(value, str) and _NUMERAL.fullmatch(value):
        long = max(map(len, re.findall("[0-9]+", value))) > _DIGITS
    else:
        long = False
    if long:
        raise ValueError(f"too large: {shown(value)}; a number has at most {_DIGITS} digits")


def read_date(value: object) -> date:
    """Return a day, written `yyyy-mm-dd`."""
    if is_day(value):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:  # the form of a day that no calendar has
            raise ValueError(f"not a date: {shown(value)}") from None
    raise ValueError(f'not a date: {shown(value)}; write "2025-07-05"')


def is_day(value: object) -> TypeGuard[date]:
    """Return whether a value is a day; a moment of a day is none."""
    return isinstance(value, date) and not isinstance(value, datetime)


def checked_day(name: str, value: object) -> date | None:
    """Return the day that is the argument `name`, None if it is unknown.

    Raises:
        TypeError: it is no day.
    """
    if value is None or is_day(value):
        return value
    raise TypeError(f"{name}: not a date: {shown(value)}")


def checked_thing(class_: type[Any], value: object) -> None:
    """Refuse a value that is no thing of `class_`, such as the facts a thing is read from.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(value, class_):
        name = class_.__name__
        raise TypeError(
            f"not a {name}: {shown(value)}; make one by `{name}.from_dict(...)`"
        ) from None


def read_provision(value: object) -> Provision:
    """Return a reference to a provision, written `188`, `188(3)` or `190(3)(2)`."""
    if isinstance(value, Provision):
        return _written_as(value)
    if isinstance(value, str):
        try:
            return provision(value)
        except ValueError:
            pass
    raise ValueError(f'not a provision: {shown(value)}; write "188" or "190(3)(2)"')


def _written_as(record: Provision) -> Provision:
    """Return a provision made by hand, if its text reads as the same provision."""
    try:
        written = provision(str(record))
    except (TypeError, ValueError):
        written = None
    if written != record:
        raise ValueError(f"not a provision: {shown(record)}")
    return record


def within(reader: Reader[T], least: object = None, most: object = None) -> Reader[T]:
    """Return a reader of numbers that are neither less than `least` nor more than `most`."""

    def read(value: object) -> T:
        number = reader(value)
        if least is not None and number < least:  # type: ignore[operator]  # of numbers
            raise ValueError(
                f"less than {least}, the least that this fact can be: {shown(value)}"
            )
        if most is not None and number > most:  # type: ignore[operator]
            raise ValueError(
                f"more than {most}, the most that this fact can be: {shown(value)}"
            )
        return number

    return read


def choice_of(values: Mapping[str, T]) -> Reader[T]:
    """Return a reader of a closed list of values, by the text that stands for each."""

    def read(value: object) -> T:
        if isinstance(value, str) and value in values:
            return values[value]
        raise ValueError(f"not one of {', '.join(values)}: {shown(value)}")

    return read
