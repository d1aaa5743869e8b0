"""The facts of a kind as JSON has them: how each is read and written.

Standard library only. Generated classes read a well-formed case by code of their own; where
that fails, `read` finds every problem and names its path.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from lawc.runtime.facts import Reader, Reading
from lawc.runtime.reasons import shown

_LARGEST = 10**18


@dataclass(frozen=True)
class Form:
    """A kind of things: the class, and under each key the attribute and how it is read."""

    make: Callable[..., Any]
    facts: Mapping[str, tuple[str, Reader[Any]]]
    lists: Mapping[str, tuple[str, Form]]
    fractions: frozenset[str] = frozenset()  # the keys of facts that are a part of something


def read(form: Form, given: object) -> Any:
    """Return the thing that `given` describes; the key `id` is not read.

    Raises:
        FactError: a value could not be read; its notes are the further problems.
    """
    if isinstance(given, Mapping) and "id" not in form.facts:
        given = {key: value for key, value in given.items() if key != "id"}
    reading = Reading()
    made = _thing(form, reading, given, "")
    reading.close()
    return made


def _thing(form: Form, reading: Reading, given: object, path: str) -> Any:
    data = reading.thing(given, path, [*form.facts, *form.lists])
    made = {
        attribute: reading.fact(data, key, path, reader)
        for key, (attribute, reader) in form.facts.items()
    }
    for key, (attribute, inner) in form.lists.items():
        group = reading.members(data, key, path)
        if group is not None:
            made[attribute] = tuple(_thing(inner, reading, one, where) for where, one in group)
    return form.make(**made)


def write(form: Form, thing: object) -> dict[str, Any]:
    """Return what is known of `thing` as JSON has it."""
    made: dict[str, Any] = {}
    for key, (attribute, _) in form.facts.items():
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


def quick_truth(given: object) -> bool:
    """Return a fact of type truth."""
    if given is True or given is False:
        return given
    raise ValueError(given)


def quick_count(given: object) -> int:
    """Return a whole number of 0 or more."""
    if type(given) is int and 0 <= given < _LARGEST:
        return given
    raise ValueError(given)


def quick_date(given: Any) -> date:
    """Return a day written `yyyy-mm-dd`."""
    if len(given) == 10 and given[4] == "-" == given[7]:  # noqa: PLR2004 - yyyy-mm-dd
        return date.fromisoformat(given)
    raise ValueError(given)
