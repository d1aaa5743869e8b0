"""Results as JSON: one form, for generated modules and for the interpreter.

Standard library only. The whole is an object with what is decided of it and, under the field
of each kind that the law decides of, a list with an object for each member. What is decided
of a thing comes in the order of the law, then `provisions` and `needed` of the first decision.
A value that is null because there is none, and one that is null because facts are missing, look
the same: where the first decision is settled, `unsettled` has those that are not, and what each
of them needs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any, TypeVar

from lawc.runtime.logic import CONTRADICTION, State
from lawc.runtime.values import Remembered

T = TypeVar("T")

UNDETERMINED = "undetermined"
ALL_SETTLED: Mapping[str, tuple[str, ...]] = MappingProxyType({})  # nothing that is unsettled


def word(found: str | State | None) -> str | None:
    """Return a choice as JSON has it: an open or a contradictory one says so."""
    if found is None:
        return UNDETERMINED
    if isinstance(found, State):
        return found.value if found is CONTRADICTION else None
    return str(found)


def chosen(found: str | None) -> str | None:
    """Return a choice of a result, which says itself whether it is open, as JSON has it."""
    return None if found is None else str(found)


def truth(found: bool | State | None) -> bool | None:
    """Return a truth as JSON has it."""
    return None if isinstance(found, State) else found


def fraction(found: Fraction | int | State | None) -> str | None:
    """Return a part of something as JSON has it: `1/3`."""
    return None if found is None or isinstance(found, State) else str(found)


def count(found: Fraction | int | State | None) -> int | str | None:
    """Return a whole number as JSON has it."""
    if found is None or isinstance(found, State):
        return None
    return int(found) if found == int(found) else str(found)


def number(found: Fraction | int | State | None) -> str | None:
    """Return a number or an amount as JSON has it: `466.44`; `1/3` where none is exact."""
    if found is None or isinstance(found, State):
        return None
    exact = Fraction(found)
    left, places = exact.denominator, 0
    while left % 2 == 0 or left % 5 == 0:
        left //= 10 if left % 10 == 0 else 2 if left % 2 == 0 else 5
        places += 1
    if left != 1:
        return str(exact)
    digits = str(abs(exact.numerator) * 10**places // exact.denominator).zfill(places + 1)
    sign = "-" if exact < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def day(found: date | State | None) -> str | None:
    """Return a day as JSON has it."""
    return None if found is None or isinstance(found, State) else found.isoformat()


def written(found: object) -> str | None:
    """Return a provision as JSON has it."""
    return None if found is None or isinstance(found, State) else str(found)


def record(
    values: Mapping[str, Any],
    lists: Mapping[str, Iterable[dict[str, Any]] | None],
    cited: tuple[tuple[str, ...], tuple[str, ...]] | None,
    unsettled: Mapping[str, tuple[str, ...]] = ALL_SETTLED,
) -> dict[str, Any]:
    """Return the object of one thing; `cited` are its provisions and what it needs.

    `unsettled` is left out where it is empty. What is needed is given as keys of facts:
    `offences[0].stage` is `stage`. Of a list that is not known nothing is decided, so its
    decisions are an empty list.
    """
    made = dict(values)
    if cited is not None:
        made["provisions"], made["needed"] = list(cited[0]), keys(cited[1])
    made |= told(unsettled)
    for field, members in lists.items():
        made[field] = [] if members is None else list(members)
    return made


def told(unsettled: Mapping[str, tuple[str, ...]]) -> dict[str, dict[str, list[str]]]:
    """Return the entry of an object for what is not settled, none if all is."""
    if not unsettled:
        return {}
    return {"unsettled": {key: keys(paths) for key, paths in unsettled.items()}}


def keys(paths: Iterable[str]) -> list[str]:
    """Return the keys of the facts at `paths`, each once, in their order."""
    return list(dict.fromkeys(path.rpartition(".")[2].partition("[")[0] for path in paths))


def by_truth(make: Callable[[bool | None], T]) -> dict[bool | None, T]:
    """Return what `make` makes of each truth: results that are made once and used often."""
    return {held: make(held) for held in (True, False, None)}


# --- as text -----------------------------------------------------------------------------

encode = json.JSONEncoder(ensure_ascii=False).encode


# Values that come again and again: choices, truths, lists of provisions.
TEXTS: Remembered[str | bool | tuple[str, ...] | None, str] = Remembered(encode)


def as_text(found: str | int | None) -> str:
    """Return a text or a whole number as text of JSON."""
    if found is None:
        return "null"
    return encode(found) if isinstance(found, str) else str(found)


def keys_text(paths: tuple[str, ...]) -> str:
    """Return `keys` of the paths as text of JSON."""
    if not paths:
        return "[]"
    return "[" + ", ".join(dict.fromkeys(map(_KEYS.__getitem__, paths))) + "]"


def told_text(unsettled: Mapping[str, tuple[str, ...]]) -> str:
    """Return `told` as text within the text of an object."""
    return f", {encode(told(unsettled))[1:-1]}" if unsettled else ""


_KEYS = Remembered[str, str](lambda path: encode(*keys([path])))
