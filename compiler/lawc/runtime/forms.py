"""The facts of a kind as JSON has them: how each is read and written.

Standard library only. Generated classes read a well-formed case by code of their own; where
that fails, `read` finds every problem and names its path. A thing that is made by hand is put
into the same form by `as_read`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import cached_property
from operator import is_not
from typing import Any

from lawc.runtime.facts import (
    Clauses,
    Reader,
    Reading,
    is_day,
    read_date,
    read_fraction,
    read_number,
    read_provision,
)
from lawc.runtime.reasons import shown
from lawc.runtime.values import Provision, Remembered

_LARGEST = 10**18
_set = object.__setattr__


@dataclass(frozen=True)
class Form:
    """A kind of things: the class, and under each key the attribute and how it is read.

    The third part of a fact is the class whose every instance is a value of the fact, if any.
    """

    make: type[Any]
    facts: Mapping[str, tuple[str, Reader[Any], type | None]]
    lists: Mapping[str, tuple[str, Form]]
    fractions: frozenset[str] = frozenset()  # the keys of facts that are a part of something
    established: tuple[str, ...] = ()  # the attributes that may be supplied as established
    clauses: Clauses = ()  # the assumptions, by key

    @cached_property
    def blank(self) -> dict[str, None]:
        """Return a thing of which nothing is known."""
        return dict.fromkeys([*self.facts, *self.lists])

    @cached_property
    def new(self) -> Any:
        """Return a class whose attributes can be set before an object of it becomes a thing."""
        return type(self.make.__name__, (), {"__slots__": self.make.__slots__})

    @cached_property
    def is_label(self) -> bool:
        """Return whether the key `id` of a whole case is its label: no fact is called so."""
        return "id" not in self.facts or self.facts["id"][0] in self.established

    @cached_property
    def labelled(self) -> dict[str, None]:
        """Return a whole case of which nothing is known, its label first if it is no fact."""
        return self.blank if "id" in self.blank else {"id": None, **self.blank}

    def values(self, case: Any) -> Iterator[Any]:
        """Return what is said of a whole case, in the order of the attributes.

        What is said under other keys comes last.
        """
        if "id" in self.blank and self.is_label:
            case = case | {"id": None}
        values: Iterator[Any] = iter((self.labelled | case).values())
        if "id" not in self.blank:
            next(values)
        return values


def read(form: Form, given: object, *, established: bool = False) -> Any:
    """Return the thing that `given` describes; the key `id` is not read.

    What the law itself says may be supplied only where it is to be taken as `established`.

    Raises:
        FactError: a value could not be read; its notes are the further problems.
    """
    if isinstance(given, Mapping) and form.is_label:
        given = {key: value for key, value in given.items() if key != "id"}
    reading = Reading()
    made = _thing(form, reading, given, "", established=established)
    reading.close()
    return made


def _thing(form: Form, reading: Reading, given: object, path: str, *, established: bool) -> Any:
    data = reading.thing(given, path, [*form.facts, *form.lists])
    facts = {
        key: reading.fact(data, key, path, reader) for key, (_, reader, _) in form.facts.items()
    }
    made = {attribute: facts[key] for key, (attribute, _, _) in form.facts.items()}
    if not established:
        reading.refuse_established(
            data, path, [key for key in form.facts if form.facts[key][0] in form.established]
        )
    reading.keep_to(form.clauses, facts, path)
    for key, (attribute, inner) in form.lists.items():
        group = reading.members(data, key, path)
        if group is not None:
            made[attribute] = tuple(
                _thing(inner, reading, one, where, established=established)
                for where, one in group
            )
    return None if reading.problems else form.make(**made)


def as_read(form: Form, thing: Any) -> None:
    """Make the values that a thing was made with those that reading it would give.

    A value may be one of its type, or as JSON has it: `"male"` becomes `Sex.MALE`. A member
    that stands in two places becomes two.

    Raises:
        FactError: a value is neither; it names the attribute, its notes the further problems.
    """
    reading, seen = Reading(), set[int]()
    for attribute, reader, kept in form.facts.values():
        found = getattr(thing, attribute)
        if found is None or found.__class__ is kept or _is_read(found, reader):
            continue
        _set(thing, attribute, reading.fact({attribute: found}, attribute, "", reader))
    for attribute, inner in form.lists.values():
        group = reading.members({attribute: getattr(thing, attribute)}, attribute, "")
        if group is not None:
            members = [
                one
                if isinstance(one, inner.make)
                else _thing(inner, reading, one, where, established=True)
                for where, one in group
            ]
            if not reading.problems:
                members = [_apart(inner, one, seen) for one in members]
            _set(thing, attribute, tuple(members))
    facts = {key: getattr(thing, attribute) for key, (attribute, _, _) in form.facts.items()}
    reading.keep_to(form.clauses, facts, "")
    reading.close()
    if form.established:
        some = any(getattr(thing, name) is not None for name in form.established)
        _set(thing, "_established", some)


def _apart(form: Form, thing: Any, seen: set[int]) -> Any:
    """Return a thing, or a copy where it, or one that it has, stands in another place as well.

    Two things are two, if they are alike: what is unknown of one may be otherwise of the other,
    and what is found out of a member counts for the thing that has it.
    """
    changed = {}
    for attribute, inner in form.lists.values():
        group = getattr(thing, attribute)
        members = None if group is None else tuple([_apart(inner, one, seen) for one in group])
        if members and any(map(is_not, members, group)):
            changed[attribute] = members
    if id(thing) in seen or changed:
        return replace(thing, **changed)
    seen.add(id(thing))
    return thing


def _is_read(found: object, reader: Reader[Any]) -> bool:
    """Tell whether `found` is what `reader` returns, where its class does not tell."""
    if reader is read_date:
        return is_day(found)
    if reader is read_provision and isinstance(found, Provision):
        try:
            return WRITTEN[str(found)] == found
        except (TypeError, ValueError):
            return False
    return False


def write(form: Form, thing: object) -> dict[str, Any]:
    """Return what is known of `thing` as JSON has it."""
    made: dict[str, Any] = {}
    for key, (attribute, _, _) in form.facts.items():
        found = getattr(thing, attribute)
        if found is not None:
            made[key] = _plain(found, fraction=key in form.fractions)
    for key, (attribute, inner) in form.lists.items():
        group = getattr(thing, attribute)
        if group is not None:
            made[key] = [write(inner, one) for one in group]
    return made


def _plain(found: Any, *, fraction: bool) -> Any:
    return found.value if isinstance(found, Enum) else shown(found, fraction=fraction)


# --- the quick way: right or an exception -------------------------------------------------


DATES = Remembered(read_date)
WRITTEN = Remembered(read_provision)
_NUMBERS = Remembered(read_number)
_FRACTIONS = Remembered(read_fraction)


def quick_count(given: object) -> int:
    """Return a fact of type count."""
    if type(given) is int and 0 <= given < _LARGEST:
        return given
    raise ValueError(given)


def quick_number(given: Any) -> Fraction:
    """Return an exact number or amount."""
    return _NUMBERS[given] if type(given) is str else read_number(given)


def quick_within(found: Any, least: Any, most: Any) -> Any:
    """Return a number that is neither less than `least` nor more than `most`."""
    if (least is not None and found < least) or (most is not None and found > most):
        raise ValueError(found)
    return found


def quick_fraction(given: Any) -> Fraction:
    """Return a fraction."""
    return _FRACTIONS[given] if type(given) is str else read_fraction(given)
