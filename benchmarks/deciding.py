"""How fast the generated `decide`, `trace` and `explain` are, against `by_hand`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.by_hand import decide_known, decide_partial
from benchmarks.figures import Figure, of_ratio, of_times
from benchmarks.people import count, disagreements, known_persons, partial_persons
from benchmarks.timing import Spread, interleaved, over, ratio, seconds, uncollected
from kz_amnesty_2025 import (
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
    persons, checked, explained = (300, 500, 2) if quick else (4_000, 10_000, 2_000)
    known, partial = known_persons(1, persons), partial_persons(2, persons)
    wrong = next(disagreements(known_persons(3, checked), partial_persons(4, checked)), None)
    if wrong is not None:
        raise DisagreementError(wrong)
    some = known[:explained]
    least = 0.01 if quick else 0.05
    built = [explain(one) for one in some]
    made = interleaved(
        {
            "known by hand": over(decide_known, known),
            "known": over(decide, known),
            "trace": over(trace, known),
            "explained": over(explain, known),
            "partial by hand": over(decide_partial, partial),
            "partial": over(decide, partial),
            "needed": over(_with_needed, partial),
        },
        passes,
        least,
    )
    again = interleaved(
        {"explained": over(explain, some), "copied": over(_copied, built)}, passes, least
    )
    new = _new_persons(known_persons(5, explained * (passes + 1)), passes + 1)
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
        ratio(hand, made["explained"]),
        0.025,
    )
    yield of_ratio(
        GROUP,
        f"`explain`, against making the same objects one by one, {nodes:.0f} nodes a person",
        ratio(again["copied"], again["explained"]),
    )
    yield of_ratio(
        GROUP, "`explain` of persons that were not met before, against deciding by hand", new
    )
    for what, times, people in (
        ("by hand, every fact known", hand, known),
        ("`decide`, every fact known", made["known"], known),
        ("`trace`, every fact known", made["trace"], known),
        ("by hand, facts missing", made["partial by hand"], partial),
        ("`decide`, facts missing", made["partial"], partial),
        ("`decide` and what is needed, facts missing", made["needed"], partial),
        ("`explain`, every fact known", made["explained"], known),
    ):
        yield _of_person(what, times, people)


def _of_person(what: str, times: list[float], people: list[Person]) -> Figure:
    micro = [one * 1e6 / len(people) for one in times]
    note = f"{count(people) / len(people):.2g} offences a person"
    return of_times(ABSOLUTE, what, "µs a person", Spread.of(micro), note=note)


def _with_needed(person: Person) -> None:
    for one in decide(person).offences or ():
        _ = one.needed  # what all of its decisions need


def _new_persons(persons: list[Person], chunks: int) -> Spread:
    """Return the speed of explaining persons for the first time, chunk by chunk.

    The first chunk fills what is remembered. By hand each is decided twice, and the second
    time counts: its facts are then where the processor finds them.
    """
    size, found = len(persons) // chunks, list[float]()
    with uncollected():
        for place in range(chunks):
            some = persons[place * size : (place + 1) * size]
            over(decide_known, some)()
            hand = seconds(over(decide_known, some))
            found.append(hand / seconds(over(explain, some)))
    return Spread.of(found[1:])


def _copied(explanations: Any) -> None:
    """Make the same objects again: what a tree costs where there is nothing to find out."""
    for one in explanations:
        answers = tuple([Answer(*answer) for answer in one.answers])
        Explanation(one.thing, answers, tuple(map(_copy_of_ground, one.grounds)))


def _copy_of_ground(ground: Ground) -> Ground:
    gifts = tuple([Gift(*one) for one in ground.gives])
    return Ground(
        ground.cited, ground.applies, _copy(ground.condition), gifts, ground.displaced_by,
        ground.may_be_displaced_by, ground.in_force,
    )  # fmt: skip


def _copy(node: Node) -> Node:
    facts = tuple([FactUsed(*one) for one in node.facts])
    return Node(node.head, node.truth, facts, tuple([_copy(one) for one in node.parts]))


def _count(explanations: Any) -> int:
    waiting = [ground.condition for one in explanations for ground in one.grounds]
    number = 0
    while waiting:
        number += 1
        waiting += waiting.pop().parts
    return number
