"""Speed of the generated `decide`, `trace` and `explain`, compared with `by_hand`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from benchmarks.by_hand import decide_known
from benchmarks.by_hand_partial import decide_partial
from benchmarks.figures import Figure, of_ratio, of_times
from benchmarks.people import count, disagreements, known_persons, partial_persons
from benchmarks.timing import Spread, interleaved, over, ratio
from benchmarks.trees import copy_of, explain_wholly, nodes_of
from kz_amnesty_2025 import (
    Person,
    decide,
    explain,
    trace,
)

GROUP = "one decision, against a function by hand"
ABSOLUTE = "one decision"


class DisagreementError(Exception):
    """The programs that are compared do not give the same answers."""


def figures(*, quick: bool, passes: int) -> Iterator[Figure]:
    """Yield the figures of decisions, after a check that by hand and generated agree.

    Raises:
        DisagreementError: they do not.
    """
    persons, checked, explained = (300, 500, 2) if quick else (4_000, 10_000, 2_000)
    known, unsure = known_persons(1, persons), partial_persons(2, persons)
    wrong = next(disagreements(known_persons(3, checked), partial_persons(4, checked)), None)
    if wrong is not None:
        raise DisagreementError(wrong)
    some = known[:explained]
    least = 0.01 if quick else 0.05
    built = [explain(one) for one in some]
    explain_them = partial(explain_wholly, explain)
    made = interleaved(
        {
            "known by hand": over(decide_known, known),
            "known": over(decide, known),
            "trace": over(trace, known),
            "explained": over(explain_them, known),
            "partial by hand": over(decide_partial, unsure),
            "partial": over(decide, unsure),
            "needed": over(_with_needed, unsure),
        },
        passes,
        least,
    )
    again = interleaved(
        {
            "explained": over(explain_them, some),
            "copied": over(copy_of, built),
        },
        passes,
        least,
    )
    nodes = sum(len(nodes_of(explanations)) for explanations in built) / len(some)
    hand = made["known by hand"]
    yield of_ratio(GROUP, "`decide`, every fact known", ratio(hand, made["known"]), 0.8)
    yield of_ratio(
        GROUP,
        "`decide`, facts missing",
        ratio(made["partial by hand"], made["partial"]),
        0.12,
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
    )
    yield of_ratio(
        GROUP,
        f"`explain`, against making the same objects one by one, {nodes:.0f} nodes a person",
        ratio(again["copied"], again["explained"]),
    )
    for what, times, people in (
        ("by hand, every fact known", hand, known),
        ("`decide`, every fact known", made["known"], known),
        ("`trace`, every fact known", made["trace"], known),
        ("by hand, facts missing", made["partial by hand"], unsure),
        ("`decide`, facts missing", made["partial"], unsure),
        ("`decide` and what is needed, facts missing", made["needed"], unsure),
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
