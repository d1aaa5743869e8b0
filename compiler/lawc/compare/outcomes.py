"""Turns of a decision when the law changes: from which outcome to which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any, TypeAlias

from lawc.compare.levels import Direction
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.meaning.truth import CONTRADICTION, NOTHING, Result, State
from lawc.records import dataclass
from lawc.runtime.values import Provision


class Amount(Enum):
    """An amount of a decision that may be any, and how it is to that of the other law."""

    LESS = -1
    SOME = 0
    MORE = 1


Outcome: TypeAlias = Result | Amount


@dataclass(frozen=True, slots=True)
class Turn:
    """A decision of a thing that comes out one way under the old law, another under the new."""

    decision: ir.Decision
    old: Outcome
    new: Outcome

    @property
    def direction(self) -> Direction:
        """Whether the new outcome is better for the one that it is decided of.

        The vocabulary ranks the outcomes. If it does not, any value is better than none, and
        of two values neither is better.
        """
        before, after = _rank(self.decision, self.old), _rank(self.decision, self.new)
        if before is None or after is None:
            return Direction.OTHER
        if before == after:
            return Direction.OTHER if self.decision.better is None else Direction.EVEN
        return Direction.BETTER if after > before else Direction.WORSE


def listed(decision: ir.Decision, laws: Iterable[ir.Law]) -> bool:
    """Return whether the outcomes of a decision are all written in the laws."""
    if isinstance(decision.type, Choice) or decision.type is Basic.TRUTH:
        return True
    return decision.combine is not ir.Combine.TOTAL and all(
        isinstance(gives.value, ir.Literal)
        for law in laws
        for rule in law.rules
        for gives in rule.gives
        if gives.decision == decision.key
    )


def _rank(decision: ir.Decision, outcome: Outcome) -> tuple[int, Any] | None:
    """Return a rank that is larger the better an outcome is, None if it has none."""
    if outcome is CONTRADICTION:
        return None
    match decision.better:
        case None:
            return int(outcome is not NOTHING and outcome != decision.otherwise), 0
        case ir.Better() as better:
            sign = 1 if better is ir.Better.MORE else -1
            return (-sign, 0) if outcome is NOTHING else (0, sign * _size(outcome))
        case ranks:
            return next(((-n, 0) for n, rank in enumerate(ranks) if outcome in rank), None)


def _size(outcome: Outcome) -> Any:
    match outcome:
        case Amount():
            return outcome.value
        case date():
            return outcome.toordinal()
        case _:
            return outcome


def turns_of_amounts(decision: ir.Decision) -> Iterator[Turn]:
    """Yield the turns of a decision that may be any amount."""
    some = Amount.SOME
    yield Turn(decision, some, Amount.MORE)
    yield Turn(decision, some, Amount.LESS)
    for other in (NOTHING, CONTRADICTION):
        yield Turn(decision, other, some)
        yield Turn(decision, some, other)
    yield Turn(decision, NOTHING, CONTRADICTION)
    yield Turn(decision, CONTRADICTION, NOTHING)


def in_order(decision: ir.Decision, turns: Iterable[Turn]) -> list[Turn]:
    """Return turns in the order of the values of a decision."""
    values = list(getattr(decision.type, "values", ()))

    def place(outcome: Outcome) -> tuple[Any, ...]:
        match outcome:
            case State():
                return (1 if outcome is NOTHING else 2,)
            case str():  # a value that the other law does not have comes last
                known = values.index(outcome) if outcome in values else len(values)
                return (0, known, outcome)
            case Provision(article, part, point):
                return (0, article, part or (), point or ())
            case _:
                return (0, outcome)

    return sorted(turns, key=lambda turn: (place(turn.old), place(turn.new)))
