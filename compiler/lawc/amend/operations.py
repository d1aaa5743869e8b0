"""The operations of an amending act on the text of an act."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import TypeAlias

from lawc.records import dataclass
from lawc.source import Span

Path: TypeAlias = tuple[tuple[str, str], ...]
"""Levels and numbers from the article down: `(("article", "5"), ("point", "9"))`."""


@dataclass(frozen=True, slots=True)
class Place:
    """An element, or the heading of one, with the span that names it."""

    path: Path
    span: Span = field(compare=False, repr=False)
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A text between quotation marks; the span is without the marks."""

    text: str
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Replace:
    """`In ..., the words "..." are replaced by the words "..." [wherever they occur]`."""

    place: Place
    old: Quote
    new: Quote
    everywhere: bool


@dataclass(frozen=True, slots=True)
class InsertWords:
    """`In ..., after the words "...", the words "..." are inserted`."""

    place: Place
    after: Quote
    new: Quote


@dataclass(frozen=True, slots=True)
class Delete:
    """`In ..., the words "..." are deleted [wherever they occur]`."""

    place: Place
    old: Quote
    everywhere: bool


@dataclass(frozen=True, slots=True)
class Restate:
    """`... is restated as follows: "..."`."""

    place: Place
    new: Quote


@dataclass(frozen=True, slots=True)
class Add:
    """`... is supplemented by ... as follows: "..."`, `... is inserted after ...`.

    `place` is the new element; `holder` the element that gets it, `after` the article that it
    is to follow: one of them is named.
    """

    place: Place
    holder: Place | None
    after: Place | None
    new: Quote


@dataclass(frozen=True, slots=True)
class Repeal:
    """`... is repealed`."""

    place: Place


@dataclass(frozen=True, slots=True)
class Remove:
    """`... is deleted`: nothing is left, not the number."""

    place: Place


@dataclass(frozen=True, slots=True)
class ReplaceHeading:
    """`The heading of ... is replaced by "..."`."""

    place: Place
    new: Quote


@dataclass(frozen=True, slots=True)
class RestateText:
    """`The title is restated as follows: "..."`; `part` is its rule in the grammar.

    It is `title`, `title_and_preamble` or `whole`.
    """

    part: str
    new: Quote


Operation: TypeAlias = (
    Replace
    | InsertWords
    | Delete
    | Restate
    | Add
    | Repeal
    | Remove
    | ReplaceHeading
    | RestateText
)


@dataclass(frozen=True, slots=True)
class Step:
    """An operation, and the element of the amending act that orders it.

    `note` is the justification beside it; `day` is the day from which it has effect, if it has
    one of its own.
    """

    operation: Operation
    where: str
    path: Path
    note: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Amends:
    """The act that is amended: words of its title, and the day in it, each with its place."""

    title: Quote
    day: Quote | None
    where: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amending act as read: the act it names, at each place, and its operations in order.

    `day` is that on which it enters into force, if it says so.
    """

    amends: tuple[Amends, ...]
    steps: tuple[Step, ...]
    day: date | None = None
