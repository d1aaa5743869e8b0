"""Growth of the time of a decision with the law: the amnesty law, and acts made by chance."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.by_hand import decide_known
from benchmarks.by_hand_partial import decide_partial
from benchmarks.figures import Figure, of_growth, of_times
from benchmarks.grown import NUMBERS, grown_package, paragraphs
from benchmarks.grown_by_hand import (
    Further,
    decide_grown,
    decide_grown_partial,
    disagreements,
)
from benchmarks.missing import Case
from benchmarks.people import known_cases, partial_cases
from benchmarks.random_acts import DAYS, all_truths, random_act, random_persons
from benchmarks.timing import Spread, interleaved, over, ratio
from kz_amnesty_2025 import Person, decide

GROWN = "the amnesty law with further paragraphs, against the law as it is"
GROWN_TIMES = "one decision of the amnesty law with further paragraphs"
RANDOM = "time a rule of acts made by chance, against an act of fewer rules"
RANDOM_TIMES = "one decision of acts made by chance, a rule"
MOST_GROWN = {2: 1.3, 10: 2.0, 50: 5.0}
MOST_A_RULE = 1.5
RULES = (10, 50, 500, 5_000)


class GrownDisagreementError(Exception):
    """By hand and the package of a grown law decide differently."""


def figures(folder: Path, *, quick: bool, passes: int) -> Iterator[Figure]:
    """Yield how times grow with the amnesty law, and with acts made by chance."""
    yield from _grown_amnesty_law(folder, quick=quick, passes=passes)
    yield from _random_acts(folder, quick=quick, passes=passes)


# --- the amnesty law --------------------------------------------------------------------


def _grown_amnesty_law(folder: Path, *, quick: bool, passes: int) -> Iterator[Figure]:
    persons, least = (100, 0.01) if quick else (2_000, 0.05)
    known = list(itertools.islice(known_cases(1), persons))
    unsure = partial_cases(2, persons)
    own, own_unsure = _persons(Person, known), _persons(Person, unsure)
    work: dict[str, Callable[[], object]] = {
        "known 0": over(decide, own),
        "missing 0": over(decide, own_unsure),
        "known by hand 0": over(decide_known, own),
        "missing by hand 0": over(decide_partial, own_unsure),
    }
    for number in NUMBERS:
        grown, further = grown_package(number, folder), Further(paragraphs(number))
        wrong = next(disagreements(grown, further, known, unsure), None)
        if wrong is not None:
            raise GrownDisagreementError(wrong)
        by_hand = partial(decide_grown, further=further)
        by_hand_partial = partial(decide_grown_partial, further=further)
        work[f"known {number}"] = over(grown.decide, _persons(grown.Person, known))
        work[f"missing {number}"] = over(grown.decide, _persons(grown.Person, unsure))
        work[f"known by hand {number}"] = over(by_hand, own)
        work[f"missing by hand {number}"] = over(by_hand_partial, own_unsure)
    times = interleaved(work, passes, least)
    for key, what, barred in (
        ("known", "`decide`, every fact known", True),
        ("missing", "`decide`, facts missing", True),
        ("known by hand", "by hand, every fact known", False),
        ("missing by hand", "by hand, facts missing", False),
    ):
        for number in NUMBERS:
            yield of_growth(
                GROWN,
                f"{what}, {number} paragraphs more",
                ratio(times[f"{key} {number}"], times[f"{key} 0"]),
                MOST_GROWN[number] if barred else None,
            )
        for number in (0, *NUMBERS):
            micro = [1e6 * seconds / persons for seconds in times[f"{key} {number}"]]
            row = f"{what}, {number} paragraphs more" if number else f"{what}, the law as it is"
            yield of_times(GROWN_TIMES, row, "µs a person", Spread.of(micro))


def _persons(class_: Any, cases: list[Case]) -> list[Any]:
    return list(map(class_.from_dict, cases))


# --- acts made by chance ----------------------------------------------------------------


def _random_acts(folder: Path, *, quick: bool, passes: int) -> Iterator[Figure]:
    sizes = RULES[:3] if quick else RULES
    persons, least = (3, 0.01) if quick else (20, 0.1)
    work: dict[str, Callable[[], object]] = {}
    numbers: dict[int, int] = {}
    for size in sizes:
        act, law = random_act(size, folder)
        numbers[size] = len(law.rules)
        things = random_persons(act, law, persons)
        work[f"truths {size}"] = over(partial(all_truths, act), things)
        work[f"decide {size}"] = over(partial(act.decide, **DAYS), things)
    times = interleaved(work, passes, least)
    for key, what in (("truths", "`trace`, every truth read"), ("decide", "`decide`")):
        a_rule = {
            size: [seconds / persons / numbers[size] for seconds in times[f"{key} {size}"]]
            for size in sizes
        }
        for many, few in ((sizes[1], sizes[0]), (sizes[-1], sizes[1])):
            row = f"{what}, {many:,} rules against {few:,}"
            yield of_growth(RANDOM, row, ratio(a_rule[many], a_rule[few]), MOST_A_RULE)
        for size in sizes:
            micro = Spread.of([1e6 * seconds for seconds in a_rule[size]])
            row, note = f"{what}, about {size:,} rules", f"{numbers[size]:,} rules"
            yield of_times(RANDOM_TIMES, row, "µs a rule", micro, note=note)
