"""The independent reading: brute force over completions, and the examples of the statute."""

from __future__ import annotations

import copy
import datetime as dt
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.exam.flat import flat_expected
from tests.exam.persons import EDGE, PERSON_KEYS, Case, known_person
from tests.exam.reading import (
    CATEGORIES,
    EFFECTIVE_DAY,
    SEXES,
    STAGES,
    UNDETERMINED,
    decide_known,
    decide_possible,
    parse_provision,
    years_after,
)
from tests.sampling import some

EXAMPLES = Path(__file__).parents[2] / "statutes" / "kz" / "amnesty-2025" / "examples.jsonl"
PROVISIONS = (
    "1(1)(1)", "188(3)(1)", "189(3)(2)", "189(4)(1)", "190(3)(1)", "190(3)(2)", "190(4)(9)",
    "361(1)(1)", "146(1)(1)", "185(2)(1)", "107(1)(1)", "297(1)(1)", "170(1)(1)", "257-1(1)(1)",
    "258(1)(1)", "174(1)(1)", "120(1)(1)", "312(2)(1)", "404(1)(1)", "404(3)(1)", "260-2(1)(1)",
)  # fmt: skip
BOOLEAN = (False, True)
VALUES: dict[str, tuple[Any, ...]] = {
    "sex": SEXES,
    "disability_group": ("none", "first", "second", "third"),
    "children": (
        [],
        [{"date_of_birth": "2020-01-01"}],
        [{"date_of_birth": "1999-01-01"}],
    ),
    "stage": STAGES,
    "category": CATEGORIES,
    "victim_age": (0, 13, 14, 17, 18, 50),
    "recidivism": ("none", "recidivism", "dangerous"),
}


def _around(*days: dt.date) -> list[str]:
    near = {day + dt.timedelta(days=step) for day in days for step in EDGE}
    return [day.isoformat() for day in sorted(near)]


def _candidates_of_birth(person: Case) -> list[str]:
    days = [years_after(EFFECTIVE_DAY, -age) for age in (18, 50, 60)]
    days += [
        years_after(dt.date.fromisoformat(offence["committed_on"]), -18)
        for offence in person["offences"]
        if offence.get("committed_on")
    ]
    return _around(*days)


def _candidates(person: Case, record: Case, key: str) -> list[Any]:
    """Values for a missing fact; the date of birth is filled before the days of offences."""
    next_year = years_after(EFFECTIVE_DAY, 1)
    stated = record.get(key)
    if key == "provision":
        return _fine_provisions(stated)
    if key == "date_of_birth":
        is_person = record is person
        return _candidates_of_birth(person) if is_person else ["1999-01-01", "2020-01-01"]
    if key == "committed_on":
        birth = dt.date.fromisoformat(person["date_of_birth"])
        return _around(EFFECTIVE_DAY, years_after(birth, 18))
    if key == "term_ends_on":
        more = next_year + dt.timedelta(days=300)
        return _around(EFFECTIVE_DAY, next_year, more)
    if key == "disability_recognised_on":
        return _around(EFFECTIVE_DAY)
    return list(VALUES.get(key, BOOLEAN))


def _fine_provisions(stated: str | None) -> list[str]:
    if stated is None:
        return list(PROVISIONS)
    provision = parse_provision(stated)
    article = stated.partition("(")[0]
    parts = [provision.part] if provision.part else ["1", "2", "3", "4", "9"]
    points = [provision.point] if provision.point else ["1", "2", "3", "9"]
    return [f"{article}({part})({point})" for part in parts for point in points]


@dataclass(frozen=True)
class _Gap:
    place: tuple[Any, ...]  # how to reach the record from the person
    key: str

    def record(self, person: Case) -> Case:
        record: Any = person
        for step in self.place:
            record = record[step]
        assert isinstance(record, dict)
        return record


def _keys(person: Case) -> list[_Gap]:
    gaps = [_Gap((), key) for key in person if key != "offences"]
    for index, offence in enumerate(person["offences"]):
        gaps += [_Gap(("offences", index), key) for key in offence]
    for index, _ in enumerate(person["children"]):
        gaps.append(_Gap(("children", index), "date_of_birth"))
    return gaps


def _completions(person: Case, gaps: list[_Gap]) -> Iterator[Case]:
    """The completed person, one after the other, always in the same dict."""
    if not gaps:
        if not (person["sex"] == "male" and person["pregnant_on_effective_day"]):
            yield person
        return
    first, *rest = gaps
    record = first.record(person)
    stated = record.get(first.key)
    for value in _candidates(person, record, first.key):
        record[first.key] = value
        yield from _completions(person, rest)
    record[first.key] = stated


def _with_gaps(rng: random.Random, most: int) -> tuple[Case, list[_Gap]]:
    """A person with a few facts missing, and every fact that needs completing."""
    person = known_person(rng)
    del person["offences"][2:]
    gaps = rng.sample(_keys(person), min(len(_keys(person)), rng.randint(0, most)))
    if _Gap((), "children") in gaps:
        gaps = [gap for gap in gaps if "children" not in gap.place]
    for gap in gaps:
        del gap.record(person)[gap.key]
    for index in range(len(person["offences"])):
        gap = _Gap(("offences", index), "provision")
        if gap not in gaps:
            gaps.append(gap)
    # What others refer to comes first.
    order = {"date_of_birth": 0, "committed_on": 1}
    return person, sorted(gaps, key=lambda gap: (order.get(gap.key, 2), len(gap.place)))


def _check_against_enumeration(person: Case, gaps: list[_Gap]) -> None:
    found = decide_possible(person)
    enumerated = [decide_known(one) for one in _completions(person, gaps)]
    assert all(len(decisions) == len(found) for decisions in enumerated)
    for index, possible in enumerate(found):
        decisions = [decided[index] for decided in enumerated]
        certain = frozenset.intersection(*(one.deciding for one in decisions))
        assert possible.outcomes == {one.outcome for one in decisions}
        assert possible.reductions == {one.reduction for one in decisions}
        assert possible.days_off == _only({one.days_off for one in decisions})
        assert possible.obliged == {one.obliged_to_compensate for one in decisions}
        assert possible.deciding == set().union(*(one.deciding for one in decisions))
        assert possible.supporting == set().union(*(one.supporting for one in decisions))
        assert possible.unfounded == any(not one.deciding for one in decisions)
        if possible.outcome != UNDETERMINED:
            assert possible.certain == certain


def _only(days: set[int | None]) -> int | None:
    return next(iter(days)) if len(days) == 1 else None


def _enumerate(seed: int, count: int, most_gaps: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    for _ in range(count):
        person, gaps = _with_gaps(rng, most_gaps)
        try:
            _check_against_enumeration(person, gaps)
        except AssertionError as error:
            raise AssertionError(json.dumps(person)) from error


@pytest.mark.parametrize("seed", range(1))
def test_the_possible_is_what_enumerating_all_completions_gives(seed: int) -> None:
    _enumerate(seed, count=some(30), most_gaps=2)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 100 + some(2)))
def test_the_possible_is_what_enumerating_many_completions_gives(seed: int) -> None:
    _enumerate(seed, count=100, most_gaps=3)


# --- The examples beside the statute --------------------------------------------------------


def _examples() -> list[Any]:
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines()
    return [pytest.param(example, id=example["name"]) for example in map(json.loads, lines)]


@pytest.mark.parametrize("example", _examples())
def test_the_examples_of_the_statute_are_what_the_reading_gives(example: Case) -> None:
    day = example.get("parameters", {}).get("effective_day", EFFECTIVE_DAY.isoformat())
    found = decide_possible(example["case"], dt.date.fromisoformat(day))
    expected = [flat_expected(one) for one in example["expected"]["offences"]]
    assert len(found) == len(expected)
    for possible, stated in zip(found, expected, strict=True):
        assert possible.outcome == stated["outcome"]
        for key in ("reduction", "days_off", "obliged_to_compensate"):
            if key in stated:
                assert getattr(possible, key) == stated[key]
        if "provisions" in stated:
            assert possible.certain == frozenset(stated["provisions"])
        if "needed" in stated:
            assert bool(stated["needed"]) == (possible.outcome == UNDETERMINED)
    for stated in expected:
        _check_needed(example["case"], stated.get("needed", []))


def _check_needed(case: Case, needed: list[str]) -> None:
    """A single needed key decides by itself: every value settles the outcome, not all alike."""
    if not needed:
        return
    (path,) = needed
    key = path.rpartition(".")[2]
    place: tuple[Any, ...] = () if key in PERSON_KEYS else ("offences", 0)
    person = copy.deepcopy(case)
    record = _Gap(place, key).record(person)
    outcomes = set()
    for value in _candidates(person, record, key):
        record[key] = value
        (possible,) = decide_possible(person)
        outcomes.add(possible.outcome)
    assert UNDETERMINED not in outcomes
    assert len(outcomes) > 1
