"""The columns that tell rows with the same outcomes from others (`reaching` makes them)."""

from __future__ import annotations

from typing import NamedTuple

from lawc.records import dataclass


def ask_column(key: str) -> str:
    """Return the column that tells whether a decision is asked of again."""
    return f"{key}.ask"


def left_open_column(key: str) -> str:
    """Return the column that tells whether the first pass left a decision open."""
    return f"{key}.left open"


class Asked(NamedTuple):
    """A decision that is asked of again in the rows where `rows` holds.

    `values` are the columns of amounts that it may come to, by place of the giving, each with
    the denominator.
    """

    key: str
    rows: str
    values: tuple[tuple[str, int], ...]
    by_amount: bool  # whether the outcome always rests on amounts


class Keys(NamedTuple):
    """Columns that are equal in rows with the same outcomes.

    `lists` are kinds of members that count too, each with the column that tells in which rows.
    Of those of `some`, members of whom nothing is unknown do not count.
    """

    columns: tuple[str, ...]
    lists: tuple[tuple[str, str], ...]
    some: frozenset[str]


@dataclass(frozen=True)
class Reached:
    """The columns of a kind: keys of rows that have the same outcomes, and what is asked.

    - `keys` are those of a thing and `inner` those of a member of a list, of which less counts.
    - `amounts` are further keys of outcomes in which an amount is left that is not known.

    The column `refused` tells of which rows no case can be made.
    """

    kind: str
    keys: Keys
    inner: Keys
    amounts: tuple[str, ...]
    asked: tuple[Asked, ...]
