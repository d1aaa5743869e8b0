"""Measurements of `explain` in a process of its own, so that nothing else is in memory.

python -m benchmarks.alone calls 20              the first calls, one after another
python -m benchmarks.alone known 100000          different persons, every fact known
python -m benchmarks.alone missing 10000         different persons, a fifth of the facts missing
python -m benchmarks.alone copied 100000         the same objects again, of some persons in turn
python -m benchmarks.alone memory 2000 100000    the memory after so many different persons

Each prints its numbers as JSON: times in nanoseconds of the thread, memory in MiB.
"""

from __future__ import annotations

import itertools
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from benchmarks.by_hand import decide_known
from benchmarks.by_hand_partial import decide_partial
from benchmarks.people import known_cases, known_persons, persons_without_facts
from benchmarks.timing import over, seconds
from benchmarks.trees import answers_of, copy_of, explain_wholly, nodes_of
from kz_amnesty_2025 import Person, explain

CHUNK = 500  # persons that are made, decided by hand and explained at a time
MISSING = 0.2  # the part of the facts
TREES = 20  # few, for what is held is gone through by the collector

Measured: TypeAlias = dict[str, Sequence[float]]


def calls(number: int) -> list[int]:
    """Return the time of each of the first calls, for the same person made anew."""
    case = next(known_cases(1, offences=(2, 2)))
    times = []
    for _ in range(number):
        person = Person.from_dict(case)
        start = time.thread_time_ns()
        explain_wholly(explain, person)
        times.append(time.thread_time_ns() - start)
    return times


def known(number: int) -> Measured:
    """Return the measurements for persons of whom every fact is known."""
    return measured(number, known_persons, decide_known)


def missing(number: int) -> Measured:
    """Return the measurements for persons with facts missing."""
    return measured(number, persons_with_facts_missing, decide_partial)


def persons_with_facts_missing(seed: int, number: int) -> list[Person]:
    """Return persons of whom a fifth of the facts is missing."""
    return persons_without_facts(seed, number, MISSING)


def measured(
    number: int,
    persons: Callable[[int, int], list[Person]],
    by_hand: Callable[[Person], object],
) -> Measured:
    """Return the measurements of explaining so many different persons, with the collector on.

    Nodes and answers may be made when they are looked at, so the time is taken with a look:

    - `explained`: the time of each person: that of `explain` and of a look at every node;
    - `ratios`: the time by hand over that of `explain` and of a look at the answers and at
      which provisions apply, a chunk of persons at a time;
    - `whole`: the same with a look at every node.

    A second look is taken off the ratios. By hand a chunk is decided twice, and the second time
    counts: its facts are then where the processor finds them. The first chunk has no ratio:
    some things are made once.
    """
    explained, ratios, whole = list[int](), list[float](), list[float]()
    for place in range(-(-number // CHUNK)):
        chunk = persons(1_000 + place, CHUNK)
        over(by_hand, chunk)()
        hand = seconds(over(by_hand, chunk)) * 1e9
        looks = [_looked_at(person) for person in chunk]
        explained += [look.nodes for look in looks]
        if place:
            ratios.append(hand / sum(look.answers - look.answers_again for look in looks))
            whole.append(hand / sum(look.nodes - look.nodes_again for look in looks))
    return {"explained": explained, "ratios": ratios, "whole": whole}


class Looks(NamedTuple):
    """The times of a person: of `explain` and a look, and of a second look at the same."""

    answers: int
    answers_again: int
    nodes: int
    nodes_again: int


def _looked_at(person: Person) -> Looks:
    """Return the times of looks at the answers, then at every node."""
    clock = time.thread_time_ns
    times = [clock()]
    explanations = explain(person)
    for look in (answers_of, answers_of, nodes_of, nodes_of):
        look(explanations)
        times.append(clock())
    answers, again, nodes, nodes_again = itertools.starmap(
        lambda before, after: after - before, itertools.pairwise(times)
    )
    return Looks(answers, again, answers + nodes, nodes_again)


def copied(number: int) -> list[int]:
    """Return the time of making the same objects again for so many persons: a control."""
    trees = [explain(person) for person in known_persons(3, TREES)]
    times = []
    for place in range(number):
        start = time.thread_time_ns()
        copy_of(trees[place % len(trees)])
        times.append(time.thread_time_ns() - start)
    return times


def memory(*numbers: int) -> list[float]:
    """Return the memory in use after so many different persons."""
    cases = known_cases(2)
    used, before = list[float](), 0
    for number in numbers:
        for case in itertools.islice(cases, number - before):
            explain_wholly(explain, Person.from_dict(case))
        before = number
        used.append(_used())
    return used


def _used() -> float:
    """Return the resident memory, or its peak if that is all the system tells."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return pages * resource.getpagesize() / 2**20


MEASURES: dict[str, Callable[..., Any]] = {
    "calls": calls, "known": known, "missing": missing, "copied": copied, "memory": memory,
}  # fmt: skip


if __name__ == "__main__":
    what, *numbers = sys.argv[1:]
    print(json.dumps(MEASURES[what](*map(int, numbers))))
