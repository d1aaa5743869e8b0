"""Terms: expressions over the columns of a table, for any engine.

A term is null where its value is not known. `AllOf`, `AnyOf` and `Not` are those of three truth
values; every other operation is null where a part is null. Numbers are whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from lawc.records import dataclass
from lawc.runtime.values import Period, ProvisionRange


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table."""

    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A truth, a whole number or a text; None is null."""

    value: bool | int | str | None
    type: str = ""  # of a null: "truth", "number" or "text"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Whether all parts hold."""

    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Whether at least one part holds."""

    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary of a truth."""

    part: Term


@dataclass(frozen=True, slots=True)
class Test:
    """How two values stand to each other: `<`, `<=`, `=`, `!=`, `>=` or `>`."""

    op: str
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Unknown:
    """Whether a term is null: true or false."""

    part: Term


@dataclass(frozen=True, slots=True)
class If:
    """A term where a test holds, another where it fails or is null."""

    test: Term
    then: Term
    otherwise: Term


@dataclass(frozen=True, slots=True)
class OneOf:
    """Whether a text is one of some."""

    part: Term
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plus:
    """A sum."""

    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Minus:
    """A difference."""

    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Times:
    """A product."""

    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Floor:
    """The largest whole number not more than a number divided by a constant above 0."""

    part: Term
    by: int


@dataclass(frozen=True, slots=True)
class FloorBy:
    """The largest whole number not more than a number divided by another, which is above 0."""

    part: Term
    by: Term


@dataclass(frozen=True, slots=True)
class Most:
    """The largest of some numbers."""

    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Least:
    """The smallest of some numbers."""

    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Shifted:
    """The number of a day that lies a period after the day of a number, or before it."""

    part: Term
    period: Period
    before: bool
    month_end_up: bool


@dataclass(frozen=True, slots=True)
class LiesIn:
    """Whether a provision, as it is written, lies in one of some ranges."""

    part: Term
    ranges: tuple[ProvisionRange, ...]


@dataclass(frozen=True, slots=True)
class ProvisionKey:
    """The number of an article (level 1), part (2) or point (3) of a provision, as a text.

    The texts sort as the numbers do: `000000188-000000001` for 188-1. It is null where the
    provision goes no deeper.
    """

    part: Term
    level: int


Term: TypeAlias = (
    Column | Constant | AllOf | AnyOf | Not | Test | Unknown | If | OneOf | Plus | Minus | Times
    | Floor | FloorBy | Most | Least | Shifted | LiesIn | ProvisionKey
)  # fmt: skip

TRUE, FALSE = Constant(True), Constant(False)
UNKNOWN = Constant(None, "truth")


# --- the same, without parts that change nothing ---------------------------------------------


def all_of(parts: Sequence[Term]) -> Term:
    """Return whether all parts hold; of none, true."""
    left = tuple(dict.fromkeys(part for part in parts if part != TRUE))
    if FALSE in left:
        return FALSE
    return left[0] if len(left) == 1 else AllOf(left) if left else TRUE


def any_of(parts: Sequence[Term]) -> Term:
    """Return whether at least one part holds; of none, false."""
    left = tuple(dict.fromkeys(part for part in parts if part != FALSE))
    if TRUE in left:
        return TRUE
    return left[0] if len(left) == 1 else AnyOf(left) if left else FALSE


def negation(part: Term) -> Term:
    """Return the contrary of a truth."""
    match part:
        case Constant(bool() as truth):
            return Constant(not truth)
        case Not(inner):
            return inner
        case _:
            return Not(part)


def choice(test: Term, then: Term, otherwise: Term) -> Term:
    """Return `then` where a test holds, else `otherwise`."""
    if test == TRUE or then == otherwise:
        return then
    return otherwise if test == FALSE else If(test, then, otherwise)


def unknown(part: Term) -> Term:
    """Return whether a term is null."""
    match part:
        case Constant(value):
            return Constant(value is None)
        case Unknown():
            return FALSE
        case _:
            return Unknown(part)


def surely(part: Term) -> Term:
    """Return whether a truth holds, false where that is not known."""
    match part:
        case Constant(value):
            return Constant(value is True)
        case Unknown():
            return part
        case _:
            return If(part, TRUE, FALSE)


def times(part: Term, factor: int) -> Term:
    """Return a whole number times a constant."""
    match part:
        case Constant(int() as number):
            return Constant(number * factor)
        case _:
            return part if factor == 1 else Times((part, Constant(factor)))
