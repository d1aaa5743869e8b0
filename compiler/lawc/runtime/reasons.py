"""Reasoning trees: one record, rendered elsewhere as text, Markdown, HTML and JSON.

Standard library only: generated modules build these.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lawc.runtime.values import Truth

VERSION = 1  # of the JSON form


class Rests(Enum):
    """How the truth of a node follows from its parts."""

    FACTS = "facts"  # on the facts it names
    ALL = "all"
    ANY = "any"
    AT_LEAST = "at_least"  # `number` of the parts
    NOT = "not"  # the one part fails
    SOME = "some"  # of the members that are the parts, `number`
    EVERY = "every"  # of the members that are the parts
    DEFINITION = "definition"  # the one part is what the law means by the words
    ESTABLISHED = "established"  # supplied by the caller, not derived
    PROVISIONS = "provisions"  # whether the provisions that are the parts apply


@dataclass(frozen=True, slots=True)
class FactUsed:
    """A fact a node rests on: its path in the case, and its value as in JSON, None if unknown.

    `assumed` tells that the case does not say it and the vocabulary's assumptions do.
    """

    path: str
    value: str | bool | int | None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A provision or a condition of one, and what its truth rests on.

    `citation` is empty inside a sentence. `source` is the mark of the provision
    ("official", "reported", "assumed" or empty) and `remark` says where from. For a member
    of a list (below SOME and EVERY) `text` is its path: `offences[1]`.
    """

    text: str
    truth: Truth
    rests: Rests
    citation: str = ""
    number: int = 0
    facts: tuple[FactUsed, ...] = ()
    parts: tuple[Node, ...] = ()
    source: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """A rule asked of one thing: its condition, what it gives, what displaces it.

    `applies` is the condition less displacement. `displaced_by` cites the rules that apply
    and displace this one, `may_be_displaced_by` those of which that is unknown.
    """

    citation: str
    text: str
    applies: Truth
    condition: Node
    gives: tuple[tuple[str, str], ...]  # decision and value, as JSON would show the value
    displaced_by: tuple[str, ...]
    may_be_displaced_by: tuple[str, ...]
    source: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was decided under one key of one thing.

    `value` is as in JSON (None: nothing, or unknown if not `settled`). `provisions` decide
    it. `needed` are paths of facts that could settle it, most useful first. `by_cases` are
    the unknown facts whose every value was tried to settle it.
    """

    decision: str
    value: str | bool | int | None
    settled: bool
    provisions: tuple[str, ...]
    needed: tuple[str, ...]
    by_cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that the law says about one thing: the answers, and every ground in its order."""

    thing: str  # path in the case, empty for the whole
    answers: tuple[Answer, ...]
    grounds: tuple[Ground, ...]
