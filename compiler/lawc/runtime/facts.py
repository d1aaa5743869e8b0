"""Facts as JSON gives them: each is read exactly or refused with the path of the bad value.

Standard library only: generated modules import this. A missing key and `null` are unknown. What
Python has for a value of the type (a `date`, a `Decimal`, a `Fraction`, a choice) is read too.
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
from typing import Any, TypeGuard, TypeVar

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
"""Assumptions: of each, its alternatives, a key with the values that it may have."""


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
        self, given: object, path: str, keys: Iterable[str], word: str = "fact"
    ) -> Mapping[str, object]:
        """Return the parts of the object at `path`; other keys than `keys` are problems."""
        if not isinstance(given, Mapping):
            self.problems.append(FactError(path, f"not an object: {shown(given)}"))
            return {}
        allowed = tuple(keys)
        for key in given:
            if key not in allowed:
                near = get_close_matches(str(key)[:_NAME], allowed, n=1)
                hint = f"; did you mean {near[0]}?" if near else ""
                self.problems.append(FactError(at(path, str(key)), f"no such {word}{hint}"))
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

    def refuse_established(
        self, given: Mapping[str, object], path: str, keys: Iterable[str]
    ) -> None:
        """Refuse what is supplied under `keys`, which the law itself says."""
        self.problems += [
            FactError(
                at(path, key), "the law itself says this; `established` lets a case say it"
            )
            for key in keys
            if given.get(key) is not None
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
                said = f"{problem}: the vocabulary assumes that {assumed}"
                self.problems.append(FactError(at(path, last), said))

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


def shown(given: object) -> str:
    """Return `given` as JSON, shortened, for a message; what is no JSON with its type."""
    kind = type(given).__name__
    try:
        text = json.dumps(given, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):  # not JSON at all
        known = isinstance(given, (date, Decimal, Fraction, Enum, Provision))
        text = f"{given} (of type {kind})" if known else f"a value of type {kind}"
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")  # half a sign is no text
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


# --- one reader a type ------------------------------------------------------------------


def read_truth(given: object) -> bool:
    """Return a fact of type truth."""
    if not isinstance(given, bool):
        raise ValueError(f"not true or false: {shown(given)}")  # noqa: TRY004 - see Reader
    return given


def read_count(given: object) -> int:
    """Return a whole number, 0 or more."""
    exact = _exact(given)
    if exact is None or exact < 0 or exact.denominator != 1:
        raise ValueError(f"not a whole number of 0 or more: {shown(given)}")
    _refuse_long(exact.numerator)
    return exact.numerator


def read_number(given: object) -> Fraction:
    """Return an exact number or amount: a whole number, or a decimal written as text."""
    if isinstance(given, str) and _DECIMAL.fullmatch(given):
        return Fraction(given)
    _refuse_long(given)
    exact = _exact(given)
    if exact is not None:
        _refuse_long(int(exact))
        return exact
    if isinstance(given, float):
        plain = f'"{given}"' if _DECIMAL.fullmatch(repr(given)) else "all its figures in quotes"
        raise ValueError(f"not exact: {given}; write {plain}")  # noqa: TRY004 - see Reader
    raise ValueError(f"not a number: {shown(given)}; write figures, in quotes if not whole")


def read_fraction(given: object) -> Fraction:
    """Return a fraction: `"1/3"`, or a number."""
    if isinstance(given, str) and _FRACTION.fullmatch(given) and int(given.partition("/")[2]):
        return Fraction(given)
    _refuse_long(given)
    try:
        return read_number(given)
    except ValueError:
        raise ValueError(f'not a fraction: {shown(given)}; write "1/3"') from None


def _exact(given: object) -> Fraction | None:
    """Return the exact value of a number; one with a binary point only if it is whole."""
    match given:
        case bool():
            return None
        case int() | Fraction():
            return Fraction(given)
        case Decimal() if given.is_finite() and abs(given.adjusted()) < 2 * _DIGITS:
            return Fraction(given)
        case float() if given.is_integer():
            return Fraction(given)
        case _:
            return None


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
    if is_day(given):
        return given
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


def checked_thing(class_: type[Any], given: object) -> None:
    """Refuse what is no thing of `class_`, such as the facts that one is read from.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(given, class_):
        name = class_.__name__
        raise TypeError(
            f"not a {name}: {shown(given)}; make one by `{name}.from_dict(...)`"
        ) from None


def read_provision(given: object) -> Provision:
    """Return a reference to a provision, written `188`, `188(3)` or `190(3)(2)`."""
    if isinstance(given, Provision):
        return _written_as(given)
    if isinstance(given, str):
        try:
            return provision(given)
        except ValueError:
            pass
    raise ValueError(f'not a provision: {shown(given)}; write "188" or "190(3)(2)"')


def _written_as(given: Provision) -> Provision:
    """Return a provision that is made by hand as it is read from its text."""
    try:
        found = provision(str(given))
    except (TypeError, ValueError):
        found = None
    if found != given:
        raise ValueError(f"not a provision: {shown(given)}")
    return given


def within(reader: Reader[T], least: object = None, most: object = None) -> Reader[T]:
    """Return a reader of numbers that are neither less than `least` nor more than `most`."""

    def read(given: object) -> T:
        found = reader(given)
        if least is not None and found < least:  # type: ignore[operator]  # of numbers
            raise ValueError(
                f"less than {least}, the least that this fact can be: {shown(given)}"
            )
        if most is not None and found > most:  # type: ignore[operator]
            raise ValueError(
                f"more than {most}, the most that this fact can be: {shown(given)}"
            )
        return found

    return read


def choice_of(values: Mapping[str, T]) -> Reader[T]:
    """Return a reader of a closed list of values, by the text that stands for each."""

    def read(given: object) -> T:
        if isinstance(given, str) and given in values:
            return values[given]
        raise ValueError(f"not one of {', '.join(values)}: {shown(given)}")

    return read
