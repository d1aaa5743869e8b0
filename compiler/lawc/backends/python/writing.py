"""The quick chain while it is written: see `lawc.backends.python.quick`."""

from __future__ import annotations

from dataclasses import field
from typing import NamedTuple

from lawc.backends.python.expressions import constant
from lawc.backends.python.layout import Call, Code, flat, laid_out
from lawc.backends.python.plan import Plan, Scope
from lawc.backends.python.text import literal
from lawc.backends.python.workshop import Body, Workshop
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.records import dataclass

ROOM = 400  # a chain of more lines is not worth it
LEAST = 3  # lines that a rule takes in a chain
ROW = 3  # shared conditions in a row: of fewer, no table is made
Key = tuple[str, object]  # ("rule", place) or ("when", the condition)


class Made(NamedTuple):
    """What is decided: Python for the value, or what it is computed from, and the citations."""

    value: str
    by: str
    amount: ir.Expr | None = None
    first: int | None = None  # the rule that gives a value that is not computed
    either: tuple[str, str] | None = None  # what a variable holds: one of two constants


class ElsewhereError(Exception):
    """In this branch the careful function decides."""


class TooMuchError(Exception):
    """The chain would be too long, or asks what only the careful function can answer."""


@dataclass(frozen=True)
class State:
    """What is known in a branch: which rules apply, which conditions hold, which values."""

    known: dict[Key, bool] = field(default_factory=dict)
    facts: dict[ir.Fact, frozenset[object]] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    there: frozenset[str] = frozenset()  # what is read and surely not missing
    doubts: frozenset[int] = frozenset()  # the bits of what may have been in doubt
    follows: dict[Key, bool | None] = field(init=False, default_factory=dict)  # found so far


class Doubtful(NamedTuple):
    """What a condition in doubt asks of each fact; `members` are facts of things in lists.

    `ways` is None if it is not known what it asks. `contrary` are facts of which it asks what
    cannot all hold or fail, and so may be unknown though it can turn out one way only.
    """

    ways: dict[ir.Fact, list[frozenset[object]]] | None
    members: frozenset[ir.Fact]
    contrary: tuple[ir.Fact, ...]


class Doubt(NamedTuple):
    """Something that may hold and is not sure to.

    `rule` is the one it is about, if just one. `values` are those of the first decision where
    it holds, None among them for one that is computed or decided elsewhere. `rival`: if none
    of them is what is decided without it, the decision is open, and every other of the chain
    is open or nothing. `steady`: it may show that the decision is open for sure. `learned` are
    the facts of which values are ruled out where it is taken not to hold; `asked` is what it
    asks of facts.
    """

    rule: int | None
    values: frozenset[str | None]
    rival: bool
    steady: bool
    learned: frozenset[ir.Fact]
    key: Key
    asked: Doubtful


class Answer(NamedTuple):
    """An answer that is one of a few constants, written at `line`.

    `held` says of which truth it is one; `doubtful` is said where there are `doubts`.
    """

    line: int
    name: str
    held: str
    doubts: str
    doubtful: Code


@dataclass
class Writing:
    """The function while it is written."""

    shop: Workshop
    kind: str
    body: Body
    early: dict[int, int]  # for a rule with a shared condition, its bit
    listed: bool  # the function decides of all members of a list
    alone: dict[str, tuple[int, int]] = field(default_factory=dict)  # decided before the chain
    asking: dict[int, frozenset[int]] = field(default_factory=dict)  # rules, by whom they ask
    doubts: dict[int, Doubt] = field(default_factory=dict)  # by bit
    blocks: list[list[int]] = field(default_factory=list)  # bits of `early` asked in a row
    leaves: list[set[str | None]] = field(default_factory=list)  # of the branches around
    answer: Answer | None = None  # the last, if it is a constant
    answers: int = 0  # how many ways end with an answer
    bits: int = 0  # how many bits doubts have, those of `early` apart
    lines: list[str] = field(default_factory=list)

    def next_bit(self) -> int:
        """Return a bit for a doubt."""
        self.bits += 1
        return 1 << len(self.early) + self.bits - 1

    @property
    def in_turn(self) -> tuple[int, ...]:
        """Return the bits of `early` in the order asked, if none is asked once one holds.

        So it is where all are asked in one row; else there are none.
        """
        return tuple(self.blocks[0]) if len(self.blocks) == 1 else ()

    @property
    def first(self) -> ir.Decision:
        """Return the first decision, whose answer a doubt leaves open."""
        return self.plan.decided(self.kind)[0]

    @property
    def chained(self) -> list[ir.Decision]:
        """Return the decisions made in the chain."""
        return [one for one in self.plan.decided(self.kind) if one.key not in self.alone]

    @property
    def plan(self) -> Plan:
        """Return the plan of the law."""
        return self.shop.plan

    def say(self, indent: int, *lines: str) -> None:
        """Add lines that stand `indent` spaces in."""
        self.lines += [f"{' ' * indent}{line}" for line in lines]
        if len(self.lines) > ROOM:
            raise TooMuchError


# --- what is written ------------------------------------------------------------------------


def stored(shop: Workshop, value: ir.Value, decision: ir.Decision) -> str:
    """Return the name of a constant that holds `value` of a decision."""
    if isinstance(decision.type, Choice):
        member = shop.plan.members(decision.type)[str(value)]
        enum = shop.plan.enum(decision.type)
        return shop.constant(f"{enum}.{member}", f"{enum}_{member}".upper())
    text = flat(constant(value))
    assert text is not None
    if isinstance(value, bool | int | str):
        return text
    return shop.constant(text, "")


def cite(plan: Plan, place: int) -> str:
    """Return Python for the citation of a rule."""
    found = plan.citation(place)
    return "None" if found is None else literal(found)


def amount_of(gives: ir.Gives) -> ir.Value:
    """Return the constant that is given."""
    assert isinstance(gives.value, ir.Literal)
    return gives.value.value


def quick_name(plan: Plan, kind: str) -> str:
    """Return the name of the quick function for things of `kind`."""
    return f"_quick_{plan.variables[kind]}"


def unsure_name(plan: Plan, kind: str) -> str:
    """Return the name of the function that decides where something is in doubt."""
    return f"_unsure_{plan.variables[kind]}"


def careful_name(plan: Plan, kind: str) -> str:
    """Return the name of the function that leaves a thing to the engine."""
    return f"_careful_{plan.variables[kind]}"


def typed_things(plan: Plan, scope: Scope) -> list[str]:
    """Return the parameters of a function about the things of `scope`."""
    things = [f"{variable}: {plan.classes[one]}" for one, variable in scope.things]
    return [*things, "days: Days"]


def head_of(name: str, typed: list[str], returns: str) -> str:
    """Return the first line of a function, laid out."""
    head = laid_out(Call(name, tuple(typed)), 0, 4, 5 + len(returns))
    return f"def {head} -> {returns}:"


def numbers(chain: Writing, *, alone: bool) -> list[int]:
    """Return the numbers of the decisions made in the chain, or before it."""
    decided = chain.plan.decided(chain.kind)
    return [n for n, one in enumerate(decided, 1) if (one.key in chain.alone) == alone]
