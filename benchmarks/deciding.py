"""How fast the generated `decide`, `trace` and `explain` are, against `by_hand`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.by_hand import decide_known, decide_partial
from benchmarks.figures import Figure, of_ratio, of_times
from benchmarks.people import count, disagreements, known_persons, partial_persons
from benchmarks.timing import Spread, interleaved, over, ratio
from kz_amnesty_2025 import (  # type: ignore[import-untyped]  # it has no py.typed
    Person,
    decide,
    explain,
    trace,
)

from lawc.runtime.reasons import Answer, Explanation, FactUsed, Gift, Ground, Node

GROUP = "one decision, against a function by hand"
ABSOLUTE = "one decision"


class DisagreementError(Exception):
    """What is compared does not do the same."""


def figures(*, quick: bool, passes: int) -> Iterator[Figure]:
    """Yield the figures of decisions, after a check that by hand and generated agree.

    Raises:
        DisagreementError: they do not.
    """
    persons, checked, explained = (300, 500, 2) if quick else (4_000, 10_000, 1_000)
    known, partial = known_persons(1, persons), partial_persons(2, persons)
    wrong = next(disagreements(known_persons(3, checked), partial_persons(4, checked)), None)
    if wrong is not None:
        raise DisagreementError(wrong)
    some = known[:explained]
    least = 0.01 if quick else 0.05
    made = interleaved(
        {
            "known by hand": over(decide_known, known),
            "known": over(decide, known),
            "trace": over(trace, known),
            "partial by hand": over(decide_partial, partial),
            "partial": over(decide, partial),
            "needed": over(_with_needed, partial),
        },
        passes,
        least,
    )
    built = [explain(one) for one in some]
    trees = interleaved(
        {
            "by hand": over(decide_known, some),
            "explained": over(_forced, some),
            "walked": over(_walk, built),
            "copied": over(_copied, built),
        },
        passes,
        least,
    )
    # the time that it takes to see that a tree is there is not the time of making it
    forced = [
        all_ - seen for all_, seen in zip(trees["explained"], trees["walked"], strict=True)
    ]
    nodes = sum(map(_count, built)) / len(some)
    hand = made["known by hand"]
    yield of_ratio(GROUP, "`decide`, every fact known", ratio(hand, made["known"]), 0.8)
    yield of_ratio(
        GROUP,
        "`decide`, facts missing",
        ratio(made["partial by hand"], made["partial"]),
        0.3,
    )
    yield of_ratio(
        GROUP,
        "`trace`, every fact known, against deciding by hand",
        ratio(hand, made["trace"]),
        0.25,
    )
    yield of_ratio(
        GROUP,
        "`explain`, all objects made, against deciding by hand",
        ratio(trees["by hand"], forced),
        0.025,
    )
    yield of_ratio(
        GROUP,
        f"`explain`, against making the same objects one by one, {nodes:.0f} nodes a person",
        ratio(trees["copied"], forced),
    )
    for what, times, people in (
        ("by hand, every fact known", hand, known),
        ("`decide`, every fact known", made["known"], known),
        ("`trace`, every fact known", made["trace"], known),
        ("by hand, facts missing", made["partial by hand"], partial),
        ("`decide`, facts missing", made["partial"], partial),
        ("`decide` and what is needed, facts missing", made["needed"], partial),
        ("`explain`, every fact known", forced, some),
    ):
        yield _of_person(what, times, people)


def _of_person(what: str, times: list[float], people: list[Person]) -> Figure:
    micro = [one * 1e6 / len(people) for one in times]
    note = f"{count(people) / len(people):.2g} offences a person"
    return of_times(ABSOLUTE, what, "µs a person", Spread.of(micro), note=note)


def _with_needed(person: Person) -> None:
    for one in decide(person).offences or ():
        _ = one.needed


def _forced(person: Person) -> None:
    _walk(explain(person))


def _copied(explanations: Any) -> None:
    """Make the same objects again: what a tree costs where there is nothing to find out."""
    for one in explanations:
        answers = tuple([Answer(*answer) for answer in one.answers])
        Explanation(one.thing, answers, tuple(map(_copy_of_ground, one.grounds)))


def _copy_of_ground(ground: Ground) -> Ground:
    gifts = tuple([Gift(*one) for one in ground.gives])
    return Ground(
        ground.citation, ground.text, ground.applies, _copy(ground.condition), gifts,
        ground.displaced_by, ground.may_be_displaced_by, ground.source, ground.remark,
        ground.in_force,
    )  # fmt: skip


def _copy(node: Node) -> Node:
    facts = tuple([FactUsed(*one) for one in node.facts])
    parts = tuple([_copy(one) for one in node.parts])
    return Node(
        node.text, node.truth, node.rests, node.citation, node.number, facts, parts,
        node.source, node.remark,
    )  # fmt: skip


def _count(explanations: Any) -> int:
    waiting = [ground.condition for one in explanations for ground in one.grounds]
    number = 0
    while waiting:
        number += 1
        waiting += waiting.pop().parts
    return number


def _walk(explanations: Any) -> None:
    """Look at every object of the trees, whenever it is made."""
    for one in explanations:
        for answer in one.answers:
            _ = answer.needed
        waiting = [ground.condition for ground in one.grounds]
        while waiting:
            node = waiting.pop()
            _ = node.facts
            waiting += node.parts
