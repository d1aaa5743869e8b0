"""The facts of a kind as JSON has them: how each is read and written.

Standard library only. Generated classes read a well-formed case by code of their own; if that
fails, `read` finds every problem and names its path. `as_read` puts a thing made by hand into
the same form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
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
from lawc.runtime.supplied import KEY, Terms, with_provisions
from lawc.runtime.values import Provision, Remembered

_LARGEST = 10**18
_set = object.__setattr__


@dataclass(frozen=True)
class Form:
    """A kind of things: the class, and under each key the attribute and its reader.

    The third part of a fact is the class whose every instance is a value of the fact, if any.
    """

    make: type[Any]
    facts: Mapping[str, tuple[str, Reader[Any], type | None]]
    lists: Mapping[str, tuple[str, Form]]
    fractions: frozenset[str] = frozenset()  # the keys of facts that are a part of something
    established: tuple[str, ...] = ()  # the attributes that may be supplied as established
    clauses: Clauses = ()  # the assumptions, by key
    terms: Terms = field(default_factory=dict)  # what may be supplied by citation

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
        """Return the values of a whole case, in the order of the attributes.

        Values under other keys come last.
        """
        if "id" in self.blank and self.is_label:
            case = case | {"id": None}
        values: Iterator[Any] = iter((self.labelled | case).values())
        if "id" not in self.blank:
            next(values)
        return values


def read(form: Form, data: object, *, established: bool = False) -> Any:
    """Return the thing that `data` describes; the key `id` is not read.

    What the law itself says may be supplied only if it is to be taken as `established`.

    Raises:
        FactError: a value could not be read; its notes are the further problems.
    """
    if isinstance(data, Mapping) and form.is_label:
        data = {key: value for key, value in data.items() if key != "id"}
    reading = Reading()
    if not established and form.terms and isinstance(data, Mapping):
        reading.refuse_established(data, "", [KEY])
    data = with_provisions(data, form.terms, reading)
    thing = _thing(form, reading, data, "", established=established or bool(reading.problems))
    reading.close()
    return thing


def _thing(form: Form, reading: Reading, data: object, path: str, *, established: bool) -> Any:
    entry = reading.thing(data, path, [*form.facts, *form.lists])
    facts = {
        key: reading.fact(entry, key, path, reader)
        for key, (_, reader, _) in form.facts.items()
    }
    values = {attribute: facts[key] for key, (attribute, _, _) in form.facts.items()}
    if not established:
        reading.refuse_established(
            entry, path, [key for key in form.facts if form.facts[key][0] in form.established]
        )
    reading.keep_to(form.clauses, facts, path)
    for key, (attribute, inner) in form.lists.items():
        group = reading.members(entry, key, path)
        if group is not None:
            values[attribute] = tuple(
                _thing(inner, reading, member, where, established=established)
                for where, member in group
            )
    return None if reading.problems else form.make(**values)


def as_read(form: Form, thing: Any) -> None:
    """Replace the values of a thing by those that reading it would give.

    A value may be one of its type, or as JSON has it: `"male"` becomes `Sex.MALE`. A member
    that stands in two places becomes two.

    Raises:
        FactError: a value is neither; it names the attribute, its notes the further problems.
    """
    reading, seen = Reading(), set[int]()
    for attribute, reader, class_ in form.facts.values():
        value = getattr(thing, attribute)
        if value is None or value.__class__ is class_ or _is_read(value, reader):
            continue
        _set(thing, attribute, reading.fact({attribute: value}, attribute, "", reader))
    for attribute, inner in form.lists.values():
        group = reading.members({attribute: getattr(thing, attribute)}, attribute, "")
        if group is not None:
            members = [
                member
                if isinstance(member, inner.make)
                else _thing(inner, reading, member, where, established=True)
                for where, member in group
            ]
            if not reading.problems:
                members = [_apart(inner, member, seen) for member in members]
            _set(thing, attribute, tuple(members))
    facts = {key: getattr(thing, attribute) for key, (attribute, _, _) in form.facts.items()}
    reading.keep_to(form.clauses, facts, "")
    reading.close()
    if form.established:
        some = any(getattr(thing, name) is not None for name in form.established)
        _set(thing, "_established", some)


def _apart(form: Form, thing: Any, seen: set[int]) -> Any:
    """Return a thing, or a copy if it, or a member of it, stands in another place as well.

    Two members with equal facts may differ in what is unknown, and answers are kept by member.
    """
    changed = {}
    for attribute, inner in form.lists.values():
        group = getattr(thing, attribute)
        members = group and tuple([_apart(inner, member, seen) for member in group])
        if members and any(map(is_not, members, group)):
            changed[attribute] = members
    if id(thing) in seen or changed:
        return replace(thing, **changed)
    seen.add(id(thing))
    return thing


def _is_read(value: object, reader: Reader[Any]) -> bool:
    """Return whether a value, of a class that does not tell, is what `reader` returns."""
    if reader is read_date:
        return is_day(value)
    if reader is read_provision and isinstance(value, Provision):
        try:
            return WRITTEN[str(value)] == value
        except (TypeError, ValueError):
            return False
    return False


def write(form: Form, thing: object) -> dict[str, Any]:
    """Return the known facts of `thing` as JSON has them."""
    data: dict[str, Any] = {}
    for key, (attribute, _, _) in form.facts.items():
        value = getattr(thing, attribute)
        if value is not None:
            data[key] = _plain(value, fraction=key in form.fractions)
    for key, (attribute, inner) in form.lists.items():
        group = getattr(thing, attribute)
        if group is not None:
            data[key] = [write(inner, member) for member in group]
    return data


def _plain(value: Any, *, fraction: bool) -> Any:
    return value.value if isinstance(value, Enum) else shown(value, fraction=fraction)


# --- the quick way: right or an exception -------------------------------------------------


DATES = Remembered(read_date)
WRITTEN = Remembered(read_provision)
_NUMBERS = Remembered(read_number)
_FRACTIONS = Remembered(read_fraction)


def quick_count(value: object) -> int:
    """Return a fact of type count."""
    if type(value) is int and 0 <= value < _LARGEST:
        return value
    raise ValueError(value)


def quick_number(value: Any) -> Fraction:
    """Return an exact number or amount."""
    return _NUMBERS[value] if type(value) is str else read_number(value)


def quick_within(value: Any, least: Any, most: Any) -> Any:
    """Return a number that is neither less than `least` nor more than `most`."""
    if (least is not None and value < least) or (most is not None and value > most):
        raise ValueError(value)
    return value


def quick_fraction(value: Any) -> Fraction:
    """Return a fraction."""
    return _FRACTIONS[value] if type(value) is str else read_fraction(value)
