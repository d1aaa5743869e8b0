"""The envelope of a decision: one form, for generated modules and for the interpreter.

Standard library only. A thing is an object with its `decisions`, each with value, status,
provisions and needed facts; with the facts that the whole thing needs; and with the `members`
of its lists, null if a list is not known. A whole case has the version of the form too, and the
law with its digest and the days.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from operator import methodcaller
from typing import Any, NamedTuple, TypeVar

from lawc.runtime.values import Provision, Remembered

T = TypeVar("T")

FORM = 1  # of the envelope


class Status(StrEnum):
    """The state of a decision."""

    DECIDED = "decided"
    OPEN = "open"  # facts are missing
    CONTRADICTION = "contradiction"  # its provisions give different values
    NOTHING = "nothing"  # the law gives no value
    NOT_IN_FORCE = "not_in_force"  # the law gives one on another day


class Answer(NamedTuple):
    """A decision about a thing: the value (None unless decided), and what it rests on.

    `needed` are the paths of missing facts that could settle it, most useful first.
    `established` tells that the case supplied the value; `untried` that the answer is open, and
    that trying more might settle it or show that a fact does not matter.
    """

    value: Any
    status: Status
    provisions: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    established: bool = False
    untried: bool = False


class DecidedUnder(NamedTuple):
    """The law of a decision: the act, the digest of its `law.json`, the days, None unknown."""

    act: str
    digest: str
    days: Mapping[str, date | None]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        days = {key: None if day is None else day.isoformat() for key, day in self.days.items()}
        return {"act": self.act, "digest": self.digest, "days": days}


# --- values as JSON has them ---------------------------------------------------------------


def count(value: Fraction | int) -> int | str:
    """Return a whole number as JSON has it."""
    return int(value) if value == int(value) else str(value)


def number(value: Fraction | int) -> str:
    """Return a number or an amount as JSON has it: `466.44`; `1/3` where none is exact."""
    exact = Fraction(value)
    left, places = exact.denominator, 0
    while left % 2 == 0 or left % 5 == 0:
        left //= 10 if left % 10 == 0 else 2 if left % 2 == 0 else 5
        places += 1
    if left != 1:
        return str(exact)
    digits = str(abs(exact.numerator) * 10**places // exact.denominator).zfill(places + 1)
    sign = "-" if exact < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


SHOWN: Mapping[str, Callable[[Any], Any]] = {  # by type
    "truth": bool,
    "choice": str,
    "count": count,
    "number": number,
    "fraction": str,
    "date": methodcaller("isoformat"),  # of a day beyond the calendar, its own
    "provision": Provision.__str__,
}


# --- objects -------------------------------------------------------------------------------


def answer_dict(type_: str, answer: Answer) -> dict[str, Any]:
    """Return the object of a decision whose values are of `type_`."""
    value, status, provisions, needed, established, untried = answer
    entry: dict[str, Any] = {
        "value": None if value is None else SHOWN[type_](value),
        "status": str(status),
        "provisions": list(provisions),
        "needed": list(needed),
    }
    if established:
        entry["established"] = True
    if untried:
        entry["untried"] = True
    return entry


def thing_dict(
    decisions: Mapping[str, dict[str, Any]],
    unknown_lists: Iterable[str],
    members: Mapping[str, list[dict[str, Any]] | None],
) -> dict[str, Any]:
    """Return the object of a thing; `unknown_lists` are the paths of lists that are missing."""
    paths = [path for entry in decisions.values() for path in entry["needed"]]
    needed = list(dict.fromkeys([*paths, *unknown_lists]))
    return {"decisions": dict(decisions), "needed": needed, "members": dict(members)}


def envelope(law: DecidedUnder, label: object, thing: dict[str, Any]) -> dict[str, Any]:
    """Return the object of a whole case; `label` is its `id`, if there is one."""
    named = {} if label is None else {"id": label}
    return {"form": FORM, "law": law.to_dict(), **named, **thing}


# --- as text -------------------------------------------------------------------------------

encode = json.JSONEncoder(ensure_ascii=False).encode
PATHS = Remembered[str, str](encode)


def answer_text(type_: str, answer: Answer) -> str:
    """Return `answer_dict` as text of JSON."""
    value, status, provisions, needed, established, untried = answer
    text = "null" if value is None else encode(SHOWN[type_](value))
    cites, paths = CITES[provisions], paths_text(needed)
    end = ', "established": true' if established else ""
    end += ', "untried": true}' if untried else "}"
    return (
        f'{{"value": {text}, "status": "{status}", "provisions": {cites}, '
        f'"needed": {paths}{end}'
    )


def paths_text(paths: Iterable[str]) -> str:
    """Return paths as text of JSON."""
    return "[" + ", ".join(map(PATHS.__getitem__, paths)) + "]"


def _tail(provisions: tuple[str, ...]) -> str:
    """Return the text that follows a value that is decided under `provisions`."""
    return f', "status": "decided", "provisions": {CITES[provisions]}, "needed": []}}'


def _nothing(provisions: tuple[str, ...]) -> str:
    cites = CITES[provisions]
    return f'{{"value": null, "status": "nothing", "provisions": {cites}, "needed": []}}'


CITES: Remembered[tuple[str, ...], str] = Remembered(encode)
_TAILS: Remembered[tuple[str, ...], str] = Remembered(_tail)
_NOTHINGS: Remembered[tuple[str, ...], str] = Remembered(_nothing)


def settled_text(type_: str) -> Callable[[Any, tuple[str, ...]], str]:
    """Return the writer of values that are decided, or nothing, with their provisions."""
    shown = SHOWN[type_]
    if type_ in {"truth", "choice"}:
        few: Remembered[tuple[Any, tuple[str, ...]], str] = Remembered(
            lambda pair: (
                _NOTHINGS[pair[1]]
                if pair[0] is None
                else f'{{"value": {encode(shown(pair[0]))}{_TAILS[pair[1]]}'
            )
        )
        return lambda value, provisions: few[value, provisions]

    def write(value: Any, provisions: tuple[str, ...]) -> str:
        if value is None:
            return _NOTHINGS[provisions]
        text = shown(value)
        text = str(text) if text.__class__ is int else f'"{text}"'
        return f'{{"value": {text}{_TAILS[provisions]}'

    return write
