"""Speed of decisions and explanations for another kind of law: the act about households."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from benchmarks.figures import Figure, of_ratio, of_times
from benchmarks.household.agreeing import benefits_package, disagreements
from benchmarks.household.by_hand import decide_by_hand
from benchmarks.household.cases import PAYMENT_DAY, some_cases
from benchmarks.timing import Spread, interleaved, over, ratio
from benchmarks.trees import explain_wholly

GROUP = "one decision about a household, against a function by hand"
ABSOLUTE = "one decision about a household"
DAYS = {"payment_day": PAYMENT_DAY, "law_day": PAYMENT_DAY}


class HouseholdDisagreementError(Exception):
    """By hand and the package of the act about households decide differently."""


def figures(folder: Path, *, quick: bool, passes: int) -> Iterator[Figure]:
    """Yield the figures, after a check that by hand and generated agree.

    Raises:
        HouseholdDisagreementError: they do not.
    """
    number, checked, least = (60, 100, 0.01) if quick else (1_000, 5_000, 0.05)
    act = benefits_package(folder)
    decide, explain = partial(act.decide, **DAYS), partial(act.explain, **DAYS)
    read = act.Household.from_dict
    wrong = next(
        disagreements(act, map(read, some_cases(2, checked)), PAYMENT_DAY, PAYMENT_DAY), None
    )
    if wrong is not None:
        raise HouseholdDisagreementError(wrong)
    known = list(map(read, some_cases(1, number)))
    unsure = list(map(read, some_cases(1, number, missing=0.2)))
    by_hand = partial(decide_by_hand, **DAYS)
    work = {
        "by hand, every fact known": over(by_hand, known),
        "`decide`, every fact known": over(decide, known),
        "`explain`, every fact known": over(partial(explain_wholly, explain), known),
        "`decide`, a fifth of the facts missing": over(decide, unsure),
        "`explain`, a fifth of the facts missing": over(
            partial(explain_wholly, explain), unsure
        ),
    }
    times = interleaved(work, passes, least)
    hand, decided, *_ = times
    yield of_ratio(GROUP, decided, ratio(times[hand], times[decided]), 0.5)
    for what in list(times)[2:]:
        yield of_ratio(GROUP, what, ratio(times[hand], times[what]))
    children = sum(len(household.children) for household in chain(known)) / len(known)
    for what, seconds in times.items():
        micro = Spread.of([1e6 * second / number for second in seconds])
        note = f"{children:.2g} children a household"
        yield of_times(ABSOLUTE, what, "µs a household", micro, note=note)
