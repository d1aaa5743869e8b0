"""The answers of the interpreter in the form that results have as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lawc.answers import Answer, answer
from lawc.cases import Thing
from lawc.interpret import CONTRADICTION, NOTHING, UNKNOWN, State, World
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.runtime import logic
from lawc.runtime.results import count, day, fraction, number, record, truth, word, written

_STATES = {UNKNOWN: None, NOTHING: logic.NOTHING, CONTRADICTION: logic.CONTRADICTION}
_OPEN = (UNKNOWN, CONTRADICTION)
_BASIC: dict[Basic, Any] = {
    Basic.TRUTH: truth,
    Basic.COUNT: count,
    Basic.NUMBER: number,
    Basic.FRACTION: fraction,
    Basic.DATE: day,
    Basic.PROVISION: written,
}


def results(world: World, thing: Thing) -> dict[str, Any]:
    """Return all that the law decides of `thing` and of what is below it."""
    answers = [
        answer(world, one, thing) for one in world.law.decisions if one.kind == thing.kind
    ]
    lists = {
        kind.field: None if group is None else [results(world, one) for one in group]
        for kind in world.law.kinds
        if kind.parent == thing.kind and kind.field and reports(world.law, kind.key)
        for group in [thing.members.get(kind.key)]
    }
    cited = (answers[0].provisions, answers[0].needed) if answers else None
    plain = {one.decision.key: _plain(one) for one in answers}
    return record(plain, lists, cited, dict(_unsettled(answers)))


def _unsettled(answers: list[Answer]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what is silently open though the first is settled, with what it needs."""
    if answers and answers[0].value not in _OPEN:
        for one in answers[1:]:
            if not says_itself(one.decision.type) and one.value in _OPEN:
                yield one.decision.key, one.needed


def says_itself(type_: Type) -> bool:
    """Tell whether a value of the type says itself that it is not known: a truth, a choice."""
    return type_ is Basic.TRUTH or isinstance(type_, Choice)


def reports(law: ir.Law, kind: str) -> bool:
    """Tell whether the law decides of things of `kind` or of things below them."""
    return any(one.kind == kind for one in law.decisions) or any(
        reports(law, one.key) for one in law.kinds if one.parent == kind
    )


def _plain(made: Answer) -> Any:
    found = made.value
    return shown_as(made.decision.type)(_STATES[found] if isinstance(found, State) else found)


def shown_as(type_: Type) -> Any:
    """Return the function that shows values of `type_` as JSON."""
    match type_:
        case Choice():
            return word
        case Money():
            return number
        case Basic():
            return _BASIC[type_]
