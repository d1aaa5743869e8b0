"""Persons of a comparison, decided again by the interpreter and by the written packages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lawc.compare.outcomes import Amount, Outcome
from lawc.compare.persons import days_of, readable
from lawc.compare.report import Compared, Touched
from lawc.ir import nodes as ir
from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.meaning.results import envelope
from lawc.meaning.truth import NOTHING, State
from lawc.meaning.world import World


def check_interpreted(made: Compared, one: Touched) -> None:
    """Check that the interpreter decides a person as the comparison says, under both laws."""
    found = both_answers(made, one, one.person.case)
    assert found == (one.person.old, one.person.new)
    assert found[0] != found[1]
    assert _is(one.person.old, one.turn.old)
    assert _is(one.person.new, one.turn.new)


def check_emitted(made: Compared, one: Touched, modules: tuple[Any, Any]) -> None:
    """Check that the packages of both laws decide a person as the interpreter does."""
    for law, module in zip((made.old, made.new), modules, strict=True):
        case, days = _for(law, one, one.person.case)
        thing = read_case(law, case)
        assert isinstance(thing, Thing)
        decided = module.decide(module.Person.from_dict(case, established=True), **days)
        assert decided.to_dict() == envelope(World(law, days), thing, decided.law.digest)


def check_smallest(made: Compared, one: Touched) -> None:
    """Check that a case with one fact, list or member less shows something else."""
    claim = (one.person.old, one.person.new)
    for less in _without_one(one.person.case, one.person.path):
        assert both_answers(made, one, less) != claim, less


def both_answers(made: Compared, one: Touched, case: dict[str, Any]) -> tuple[object, object]:
    """Return the answers of both laws in a case about the thing that a person is shown for."""
    found = []
    for law in (made.old, made.new):
        told, days = _for(law, one, case)
        root = read_case(law, told)
        assert isinstance(root, Thing)
        own = {each.key: each for each in law.decisions}.get(one.turn.decision.key)
        thing = _at(root, one.person.path)
        otherwise = one.turn.decision.otherwise
        if own is None:
            found.append(NOTHING if otherwise is None else otherwise)
        else:
            found.append(answer(World(law, days), own, thing).value)
    return found[0], found[1]


def _for(law: ir.Law, one: Touched, case: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    return readable(law, law.kinds[0].key, case), days_of(law, one.person.days)


def _at(root: Thing, path: str) -> Thing:
    if root.path == path:
        return root
    inner = (one for group in root.members.values() for one in group)
    return next(_at(one, path) for one in inner if f"{path}.".startswith(f"{one.path}."))


def _without_one(case: dict[str, Any], path: str) -> Iterator[dict[str, Any]]:
    for key, value in case.items():
        mine = isinstance(value, list) and path.startswith(f"{key}[")
        if not mine:
            yield {name: one for name, one in case.items() if name != key}
        if not isinstance(value, list):
            continue
        if value and not mine:
            yield {**case, key: value[:-1]}
        for place, member in enumerate(value):
            start = f"{key}[{place}]"
            inner = path.removeprefix(start).removeprefix(".") if mine else ""
            for less in _without_one(member, inner):
                yield {**case, key: [*value[:place], less, *value[place + 1 :]]}


def _is(result: object, outcome: Outcome) -> bool:
    return not isinstance(result, State) if isinstance(outcome, Amount) else result == outcome
