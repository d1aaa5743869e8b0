"""Explanations of a case: the answers of each thing in it, and the grounds.

Both are worked out when they are read. If the quick function of a package decides the case, the
answers are its own, which takes less time; else they are settled out of the slots.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

from lawc.runtime.engine.combined import combined_of
from lawc.runtime.engine.lapsed import not_in_force
from lawc.runtime.engine.law import Decision, Law
from lawc.runtime.engine.reads import plain
from lawc.runtime.engine.settling import Settlement, by_cases, settle
from lawc.runtime.engine.tables import Table
from lawc.runtime.engine.trees import Trees
from lawc.runtime.logic import CONTRADICTION
from lawc.runtime.reasons import Answer, Explanation, Ground, OutOfForce

# Of the quick function, about one thing: whole, or in part.
Result: TypeAlias = tuple[Any, ...] | dict[str, Any] | list[Any] | None


def explanations(
    trees: Trees, table: Table, result: Result, reported: Mapping[str, tuple[str, ...]]
) -> Iterator[Explanation]:
    """Yield the explanations of the thing of a table and of those below, in order.

    `reported` has for each kind the kinds of the members of its results, in their order. A
    result in part is that of members alone, by kind; one in a list leaves decisions open.
    """
    law = trees.law
    decisions = law.of_kind[table.kind]
    whole = result if isinstance(result, tuple) else None
    if decisions:
        yield Explanation(
            table.path, partial(_answers, law, table, whole), partial(_grounds, trees, table)
        )
    for key in law.kinds[table.kind].below:
        results = None
        if whole is not None and key in reported[table.kind]:
            results = whole[len(decisions) + reported[table.kind].index(key)]
        elif isinstance(result, dict):
            results = result.get(key)
        for place, member in enumerate(table.members(law.kinds[key]) or ()):
            inner = None if results is None else results[place]
            yield from explanations(trees, member, inner, reported)


def _grounds(trees: Trees, table: Table) -> tuple[Ground, ...]:
    grounds = [tree.ground(table) for tree in trees.grounds[table.kind]]
    return tuple([ground for ground in grounds if ground is not None])


def _answers(law: Law, table: Table, result: tuple[Any, ...] | None) -> tuple[Answer, ...]:
    decisions = law.of_kind[table.kind]
    if result is None:
        return tuple(
            [
                _answer(law, table, decision, settle(law, decision, table))
                for decision in decisions
            ]
        )
    cited = result[-3 if table.above is None else -2]
    quick = zip(decisions, result, cited, strict=False)
    return tuple([_quick_answer(law, table, *answer) for answer in quick])


def _quick_answer(
    law: Law, table: Table, decision: Decision, value: Any, provisions: tuple[str, ...]
) -> Answer:
    """Return the answer of a decision that the quick function made: it is settled."""
    return Answer(
        decision.key,
        plain(value, fraction=decision.type == "fraction"),
        True,
        provisions,
        (),
        (),
        not_in_force=_lapsed(law, table, decision) if not provisions else (),
        combined=None if decision.how == "one" else combined_of(law, decision, table),
    )


def _answer(law: Law, table: Table, decision: Decision, settlement: Settlement) -> Answer:
    """Return the answer of a decision that was settled out of the slots."""
    cited = settlement.provisions or settlement.needed
    return Answer(
        decision.key,
        plain(settlement.value, fraction=decision.type == "fraction"),
        settlement.value is not None and settlement.value is not CONTRADICTION,
        settlement.provisions,
        settlement.needed,
        by_cases(law, decision, table, settlement),
        settlement.value is CONTRADICTION,
        decision.read(table.thing) is not None,
        () if cited else _lapsed(law, table, decision),
        None if decision.how == "one" else combined_of(law, decision, table),
    )


def _lapsed(law: Law, table: Table, decision: Decision) -> tuple[OutOfForce, ...]:
    """Return the provisions out of force without which the decision has no value."""
    return not_in_force(law, decision, table) if decision.dated else ()
