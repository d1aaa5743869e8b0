"""A person whom a change touches: the smallest case, and what both laws decide of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from lawc.compare.outcomes import Amount, Outcome, Turn
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.meaning.answers import Answer, answer
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import decision as decision_of
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import NOTHING, UNKNOWN, Result
from lawc.meaning.world import World, below, suppliable
from lawc.prove.examples import Example
from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """The smallest case of a turn: `path` is that of the thing whose decision turns."""

    case: dict[str, Any]
    days: Mapping[str, date]
    path: str
    old: Result
    new: Result


def person_of(
    old: ir.Law,
    new: ir.Law,
    turn: Turn,
    example: Example,
    path: str,
    keeps: Callable[[Person], bool] = lambda _: True,
) -> Person:
    """Return the case of an example without a needless fact, with the decision of each law.

    The solver has left out facts that three-valued reading does not need; here facts go that an
    answer does not need, being the same in all cases. `keeps` is a further condition on the
    person shown.

    Raises:
        AssertionError: the interpreter does not decide as the solver said.
    """

    def person_in(case: dict[str, Any]) -> Person:
        results = (
            result_of(law, case, example.days, turn.decision, path) for law in (old, new)
        )
        return Person(case, example.days, path, *results)

    person = person_in(example.case)
    confirmed = agrees(person.old, turn.old) and agrees(person.new, turn.new)
    assert confirmed, f"{turn} is not confirmed of {example}: {person}"

    def smaller(person: Person) -> Person | None:
        less = map(person_in, _smaller(person.case, path))
        same = (p for p in less if (p.old, p.new) == (person.old, person.new))
        return next(filter(keeps, same), None)

    less = smaller(person)
    while less is not None:
        person, less = less, smaller(less)
    return person


def agrees(result: Result, outcome: Outcome) -> bool:
    """Return whether a result is the outcome, or any amount if the outcome is one."""
    if isinstance(outcome, Amount):
        return not isinstance(result, type(NOTHING))
    return result == outcome


def result_of(
    law: ir.Law,
    case: dict[str, Any],
    days: Mapping[str, date],
    decision: ir.Decision,
    path: str,
) -> Result:
    """Return the decision of `law` about the thing at `path`, from the facts that it knows."""
    if all(declared.key != decision.key for declared in law.decisions):
        return NOTHING if decision.otherwise is None else decision.otherwise
    return _answer(law, case, days, decision.key, path).value


def _answer(
    law: ir.Law, case: dict[str, Any], days: Mapping[str, date], key: str, path: str
) -> Answer:
    thing = read_case(law, readable(law, law.kinds[0].key, case))
    assert isinstance(thing, Thing), f"{case} cannot be read: {thing}"
    inner = next((other for other in below(thing) if other.path == path), None)
    if inner is None:
        return Answer(decision_of(law, key), UNKNOWN, (), (), ())
    return answer(World(law, days_of(law, days)), decision_of(law, key), inner)


def readable(law: ir.Law, kind: str, case: dict[str, Any]) -> dict[str, Any]:
    """Return the part of a case that `law` knows: its facts, its lists, its values."""
    types = suppliable(law, kind)
    fields = {
        child.field: child.key for child in law.kinds if child.parent == kind and child.field
    }
    known: dict[str, Any] = {}
    for key, value in case.items():
        if key in fields:
            known[key] = [readable(law, fields[key], member) for member in value]
        elif key in types and _is_value(types[key], value):
            known[key] = value
    return known


def _is_value(type_: Any, value: Any) -> bool:
    match type_:
        case Choice(_, values):
            return value in values
        case Basic.TRUTH:
            return isinstance(value, bool)
        case _:
            return not isinstance(value, bool)


def days_of(law: ir.Law, days: Mapping[str, date]) -> dict[str, date]:
    """Return the days that `law` asks for."""
    known = {parameter.key for parameter in law.parameters} | {law.law_day}
    return {key: day for key, day in days.items() if key in known}


def _smaller(case: dict[str, Any], path: str) -> Iterator[dict[str, Any]]:
    """Yield a case with one fact, list or last member less, the thing at `path` kept."""
    for key, value in case.items():
        if not isinstance(value, list):
            yield {name: kept for name, kept in case.items() if name != key}
            continue
        if not path.startswith(key):
            yield {name: kept for name, kept in case.items() if name != key}
            if value:
                yield {**case, key: value[:-1]}
        for place, member in enumerate(value):
            inner = path.removeprefix(f"{key}[{place}]").removeprefix(".")
            for fewer in _smaller(member, inner):
                yield {**case, key: [*value[:place], fewer, *value[place + 1 :]]}
