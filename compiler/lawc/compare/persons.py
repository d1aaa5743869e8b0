"""Someone whom a change touches: the case under both laws, and the changes that make it so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from lawc.answers import Answer, answer
from lawc.cases import Thing
from lawc.compare.edits import Edit
from lawc.compare.outcomes import Amount, Outcome, Turn
from lawc.interpret import decision as decision_of
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.prove.examples import Example
from lawc.read_case import read_case
from lawc.records import dataclass
from lawc.truth import NOTHING, UNKNOWN, Result
from lawc.world import World, below, suppliable


@dataclass(frozen=True, slots=True)
class Person:
    """The smallest case of a turn: `path` is the thing in it that is decided otherwise."""

    case: dict[str, Any]
    days: Mapping[str, date]
    path: str
    old: Result
    new: Result


def person_of(old: ir.Law, new: ir.Law, turn: Turn, example: Example, path: str) -> Person:
    """Return the case of an example with what each law decides, no fact in it too many.

    A solver leaves a fact out where three-valued reading does without it; here also where an
    answer does without it because it is the same by cases.

    Raises:
        AssertionError: the interpreter does not decide as the solver said.
    """
    laws = (old, new)

    def found(case: dict[str, Any]) -> tuple[Result, ...]:
        return tuple(answered(law, case, example.days, turn.decision, path) for law in laws)

    outcomes = found(example.case)
    confirmed = agrees(outcomes[0], turn.old) and agrees(outcomes[1], turn.new)
    assert confirmed, f"{turn} is not confirmed of {example}: {outcomes}"
    case = example.case
    smaller = next((one for one in _smaller(case, path) if found(one) == outcomes), None)
    while smaller is not None:
        case = smaller
        smaller = next((one for one in _smaller(case, path) if found(one) == outcomes), None)
    return Person(case, example.days, path, *outcomes)


def agrees(result: Result, outcome: Outcome) -> bool:
    """Tell whether what was decided is the outcome, or an amount where that says no more."""
    if isinstance(outcome, Amount):
        return not isinstance(result, type(NOTHING))
    return result == outcome


def answered(
    law: ir.Law,
    case: dict[str, Any],
    days: Mapping[str, date],
    decision: ir.Decision,
    path: str,
) -> Result:
    """Return what `law` decides of the thing at `path`; what it does not know is left out."""
    if all(one.key != decision.key for one in law.decisions):
        return NOTHING if decision.otherwise is None else decision.otherwise
    return _answer(law, case, days, decision.key, path).value


def _answer(
    law: ir.Law, case: dict[str, Any], days: Mapping[str, date], key: str, path: str
) -> Answer:
    thing = read_case(law, readable(law, law.kinds[0].key, case))
    assert isinstance(thing, Thing), f"{case} cannot be read: {thing}"
    found = next((one for one in below(thing) if one.path == path), None)
    if found is None:
        return Answer(decision_of(law, key), UNKNOWN, (), (), ())
    return answer(World(law, days_of(law, days)), decision_of(law, key), found)


def readable(law: ir.Law, kind: str, case: dict[str, Any]) -> dict[str, Any]:
    """Return what of a case `law` knows: its facts, its lists, its values."""
    types = suppliable(law, kind)
    fields = {one.field: one.key for one in law.kinds if one.parent == kind and one.field}
    made: dict[str, Any] = {}
    for key, value in case.items():
        if key in fields:
            made[key] = [readable(law, fields[key], one) for one in value]
        elif key in types and _is_value(types[key], value):
            made[key] = value
    return made


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
    known = {one.key for one in law.parameters} | {law.law_day}
    return {key: day for key, day in days.items() if key in known}


def _smaller(case: dict[str, Any], path: str) -> Iterator[dict[str, Any]]:
    """Yield a case with one fact, list or last member less, the thing at `path` kept."""
    for key, value in case.items():
        if not isinstance(value, list):
            yield {name: one for name, one in case.items() if name != key}
            continue
        if not path.startswith(key):
            yield {name: one for name, one in case.items() if name != key}
            if value:
                yield {**case, key: value[:-1]}
        for place, member in enumerate(value):
            inner = path.removeprefix(f"{key}[{place}]").removeprefix(".")
            for one in _smaller(member, inner):
                yield {**case, key: [*value[:place], one, *value[place + 1 :]]}


def responsible(
    edits: tuple[Edit, ...], person: Person, decision: ir.Decision
) -> tuple[int, ...]:
    """Return the edits without any one of which the person would be decided otherwise.

    Or else those without which it would be open. Where there is none, several do together what
    each would do alone: then all of them.
    """
    logical = [n for n, edit in enumerate(edits) if edit.without is not None]
    without = {
        n: answered(_law(edits[n]), person.case, person.days, decision, person.path)
        for n in logical
    }
    otherwise = tuple(n for n in logical if without[n] not in {person.new, UNKNOWN})
    open_ = tuple(n for n in logical if without[n] is UNKNOWN)
    return otherwise or open_ or tuple(logical)


def _law(edit: Edit) -> ir.Law:
    assert edit.without is not None
    return edit.without
