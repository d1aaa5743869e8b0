"""The independent reading itself: hand-computed persons, and brute force over completions."""

from __future__ import annotations

import copy
import datetime as dt
import itertools
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.exam.persons import EDGE, PERSON_KEYS, Case, known_person
from tests.exam.reading import (
    CATEGORIES,
    EFFECTIVE_DAY,
    SEXES,
    STAGES,
    UNDETERMINED,
    Decision,
    Possible,
    decide_known,
    decide_possible,
    parse_provision,
    years_after,
)

EXAMPLES = Path(__file__).parents[2] / "statutes" / "kz" / "amnesty-2025" / "examples.jsonl"

# A man of thirty-five, nothing special about him, convicted of theft of medium gravity with
# damage that he did not repay, more than one year left: reduced by one half.
PERSON: Case = {
    "sex": "male",
    "date_of_birth": "1990-01-01",
    "covered_by_law_on_veterans": False,
    "pregnant_on_effective_day": False,
    "deprived_of_parental_rights": False,
    "only_parent": False,
    "children": [],
    "dependant_with_disability_at_offence_and_conviction": False,
    "disability_group": "none",
    "disability_recognised_on": "2020-01-01",
}
OFFENCE: Case = {
    "stage": "convicted",
    "provision": "188(2)",
    "category": "medium",
    "committed_on": "2023-01-01",
    "damage_caused": True,
    "damage_compensated_in_full": False,
    "civil_claim_brought": True,
    "civil_claims_satisfied": False,
    "official_position_used": False,
    "signs_of_extremism": False,
    "victim_age": 40,
    "recidivism": "none",
    "life_imprisonment": False,
    "in_criminal_group": False,
    "negative_behaviour": False,
    "term_ends_on": "2027-07-05",
}

HALF = ("reduced", "1/2", 365)
THIRD = ("reduced", "1/3", 244)
QUARTER = ("reduced", "1/4", 183)
FIFTH = ("reduced", "1/5", 146)
MAIN = ("released_from_main_punishment", None, None)
LIABILITY = ("released_from_liability", None, None)
EXCLUDED = ("excluded", None, None)
NOT_COVERED = ("not_covered", None, None)

Summary = tuple[str, str | None, int | None]


def person_with(changes: Case, *offences: Case) -> Case:
    """The usual person with changes; offences are changes of the usual offence."""
    listed = [{**OFFENCE, **offence} for offence in offences or ({},)]
    return {**PERSON, **changes, "offences": listed}


def _summary(decision: Decision | Possible) -> Summary:
    return decision.outcome, decision.reduction, decision.days_off


# Changes of the person, changes of the one offence, what follows, the deciding citations.
KNOWN: list[tuple[Case, Case, Summary, set[str]]] = [
    ({}, {}, HALF, {"3(3)"}),
    ({}, {"stage": "open"}, NOT_COVERED, set()),
    ({}, {"category": "serious"}, NOT_COVERED, set()),
    ({}, {"category": "misdemeanour"}, MAIN, {"2(1)(1)"}),
    ({}, {"category": "minor", "stage": "open"}, LIABILITY, {"2(1)(1)"}),
    ({}, {"damage_caused": False}, MAIN, {"2(1)(2)"}),
    ({}, {"damage_compensated_in_full": True, "stage": "open"}, LIABILITY, {"2(1)(2)"}),
    ({}, {"civil_claim_brought": False}, MAIN, {"2(1)(2)"}),
    # one year left, to the day
    ({}, {"term_ends_on": "2026-07-05"}, MAIN, {"2(2)"}),
    ({}, {"term_ends_on": "2026-07-06"}, ("reduced", "1/2", 183), {"3(3)"}),
    ({}, {"term_ends_on": "2026-07-05", "stage": "open"}, NOT_COVERED, set()),
    (
        {},
        {"term_ends_on": "2026-07-05", "negative_behaviour": True},
        ("reduced", "1/2", 183),
        {"3(3)"},
    ),
    (
        {},
        {"term_ends_on": "2025-07-01", "negative_behaviour": True},
        ("reduced", "1/2", 0),
        {"3(3)"},
    ),
    # Article 1(1), each point
    ({"covered_by_law_on_veterans": True}, {}, MAIN, {"2(1)(3)"}),
    ({"covered_by_law_on_veterans": True}, {"category": "serious"}, THIRD, {"3(1)"}),
    (
        {"covered_by_law_on_veterans": True},
        {"category": "especially_serious"},
        QUARTER,
        {"3(1)"},
    ),
    ({"date_of_birth": "2004-02-29"}, {"committed_on": "2022-02-28"}, MAIN, {"2(1)(3)"}),
    ({"date_of_birth": "2004-02-29"}, {"committed_on": "2022-03-01"}, HALF, {"3(3)"}),
    ({"date_of_birth": "1965-07-05"}, {}, MAIN, {"2(1)(3)"}),
    ({"date_of_birth": "1965-07-06"}, {}, HALF, {"3(3)"}),
    ({"sex": "female", "date_of_birth": "1975-07-05"}, {}, MAIN, {"2(1)(3)"}),
    ({"sex": "female", "date_of_birth": "1975-07-06"}, {}, HALF, {"3(3)"}),
    ({"sex": "female", "pregnant_on_effective_day": True}, {}, MAIN, {"2(1)(3)"}),
    ({"sex": "female", "children": [{"date_of_birth": "2007-07-06"}]}, {}, MAIN, {"2(1)(3)"}),
    ({"sex": "female", "children": [{"date_of_birth": "2007-07-05"}]}, {}, HALF, {"3(3)"}),
    ({"sex": "female", "children": [{"date_of_birth": "2025-07-06"}]}, {}, HALF, {"3(3)"}),
    ({"children": [{"date_of_birth": "2020-01-01"}]}, {}, HALF, {"3(3)"}),
    (
        {"children": [{"date_of_birth": "2020-01-01"}], "only_parent": True},
        {},
        MAIN,
        {"2(1)(3)"},
    ),
    ({"dependant_with_disability_at_offence_and_conviction": True}, {}, MAIN, {"2(1)(3)"}),
    (
        {
            "dependant_with_disability_at_offence_and_conviction": True,
            "deprived_of_parental_rights": True,
        },
        {},
        HALF,
        {"3(3)"},
    ),
    (
        {"disability_group": "second", "disability_recognised_on": "2025-07-04"},
        {},
        MAIN,
        {"2(1)(3)"},
    ),
    (
        {"disability_group": "second", "disability_recognised_on": "2025-07-05"},
        {},
        HALF,
        {"3(3)"},
    ),
    ({"disability_group": "third"}, {}, HALF, {"3(3)"}),
    # Article 3(2), 3(5) and 3(6)
    *(
        (
            {},
            {
                "provision": provision,
                "category": "serious",
                "damage_compensated_in_full": True,
                "civil_claims_satisfied": satisfied,
            },
            follows,
            grounds,
        )
        for provision, satisfied, follows, grounds in (
            ("189(3)(1)", True, FIFTH, {"3(2)"}),
            ("190(4)", True, FIFTH, {"3(2)"}),
            ("190(4)", False, NOT_COVERED, set()),
            ("188(4)", True, NOT_COVERED, set()),
        )
    ),
    (
        {"covered_by_law_on_veterans": True},
        {
            "provision": "190(4)",
            "category": "especially_serious",
            "damage_compensated_in_full": True,
            "civil_claims_satisfied": True,
        },
        QUARTER,
        {"3(1)"},
    ),
    ({}, {"term_ends_on": "2026-07-10"}, ("reduced", "1/2", 185), {"3(3)"}),
    # Article 5, point by point
    *(
        ({}, {"provision": provision, "category": "minor"}, EXCLUDED, {ground})
        for provision, ground in (
            ("361(2)", "5(1)"),
            ("362(4)(3)", "5(1)"),
            ("364-1", "5(1)"),
            ("189(3)(2)", "5(1)"),
            ("257-1", "5(2)"),
            ("174", "5(3)"),
            ("404(2)", "5(3)"),
            ("146", "5(5)"),
            ("185", "5(9)"),
            ("107", "5(10)"),
            ("108-1", "5(10)"),
            ("109-1", "5(10)"),
            ("297(1)", "5(11)"),
        )
    ),
    *(
        ({}, {"provision": provision, "category": "minor"}, MAIN, {"2(1)(1)"})
        for provision in (
            "362(4)(2)", "370-1", "189(4)", "190(3)(1)", "404(1)", "404(4)", "312(1)", "120",
            "296", "297-1", "108", "109", "188-1", "184-1", "218(4)(1)",
        )
    ),
    ({}, {"provision": "258"}, EXCLUDED, {"5(2)", "5(3)"}),
    ({}, {"provision": "190(4)", "official_position_used": True}, EXCLUDED, {"5(1)"}),
    ({}, {"provision": "188(4)", "official_position_used": True}, HALF, {"3(3)"}),
    ({}, {"signs_of_extremism": True}, EXCLUDED, {"5(3)"}),
    ({}, {"recidivism": "recidivism"}, EXCLUDED, {"5(6)"}),
    ({}, {"recidivism": "dangerous"}, EXCLUDED, {"5(6)"}),
    ({}, {"life_imprisonment": True}, EXCLUDED, {"5(7)"}),
    ({}, {"in_criminal_group": True}, EXCLUDED, {"5(8)"}),
    ({}, {"provision": "123-1", "victim_age": 17}, EXCLUDED, {"5(4)"}),
    ({}, {"provision": "123-1", "victim_age": 18}, HALF, {"3(3)"}),
    *(
        (
            {"date_of_birth": birth},
            {"provision": "122", "victim_age": age},
            follows,
            {"5(4)"} if follows == EXCLUDED else {"2(1)(3)"},
        )
        for birth, age, follows in (
            ("2005-01-02", 14, MAIN),
            ("2005-01-02", 17, MAIN),
            ("2005-01-02", 13, EXCLUDED),
            ("2005-01-01", 14, EXCLUDED),
        )
    ),
    # Article 8
    ({}, {"committed_on": "2025-07-04"}, HALF, {"3(3)"}),
    ({}, {"committed_on": "2025-07-05"}, NOT_COVERED, {"8"}),
    ({}, {"committed_on": "2025-07-05", "provision": "146"}, NOT_COVERED, {"8"}),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "offence", "follows", "grounds"), KNOWN)
def test_a_known_person_is_decided_as_computed_by_hand(
    changes: Case, offence: Case, follows: Summary, grounds: set[str]
) -> None:
    person = person_with(changes, offence)
    (known,) = decide_known(person)
    (possible,) = decide_possible(person)
    assert _summary(known) == follows
    assert known.deciding == grounds
    assert _summary(possible) == follows
    assert possible.certain == known.deciding


def test_one_excluding_offence_excludes_the_others() -> None:
    later_torture = {"committed_on": "2025-08-01", "provision": "146"}
    person = person_with({}, {}, later_torture)
    assert [_summary(one) for one in decide_known(person)] == [EXCLUDED, NOT_COVERED]
    assert [_summary(one) for one in decide_possible(person)] == [EXCLUDED, NOT_COVERED]


@pytest.mark.parametrize("outcome", [{}, {"provision": "146"}, {"committed_on": "2025-08-01"}])
def test_the_duty_to_compensate_does_not_depend_on_the_outcome(outcome: Case) -> None:
    for caused, compensated in itertools.product((False, True), repeat=2):
        damage = {"damage_caused": caused, "damage_compensated_in_full": compensated}
        (known,) = decide_known(person_with({}, {**outcome, **damage}))
        assert known.obliged_to_compensate == (caused and not compensated)


# Facts taken away (of the person, of the offence), on top of changes; the outcome that stays.
MISSING: list[tuple[Case, Case, str]] = [
    ({"sex": None, "date_of_birth": "1960-01-01"}, {}, "released_from_main_punishment"),
    ({"sex": None, "date_of_birth": "1970-01-01"}, {}, UNDETERMINED),
    ({"sex": None}, {}, UNDETERMINED),  # a woman might be pregnant or not, but is known not to
    ({"pregnant_on_effective_day": None}, {}, "reduced"),
    ({"sex": None, "pregnant_on_effective_day": True}, {}, "released_from_main_punishment"),
    ({"date_of_birth": None}, {}, UNDETERMINED),
    ({"date_of_birth": None}, {"category": "minor"}, "released_from_main_punishment"),
    ({"children": None}, {}, "reduced"),
    ({"children": None, "only_parent": True}, {}, UNDETERMINED),
    ({}, {"provision": None}, UNDETERMINED),
    ({}, {"provision": "190"}, UNDETERMINED),
    ({}, {"provision": "190(1)"}, "reduced"),
    ({}, {"provision": "190(3)"}, UNDETERMINED),
    ({}, {"provision": "190(4)", "official_position_used": None}, UNDETERMINED),
    ({}, {"provision": "188", "official_position_used": None}, "reduced"),
    ({}, {"provision": "122", "victim_age": None}, UNDETERMINED),
    ({}, {"victim_age": None}, "reduced"),
    ({}, {"provision": "146", "recidivism": None, "category": None}, "excluded"),
    ({}, {"committed_on": "2025-07-05", "provision": None}, "not_covered"),
    ({}, {"committed_on": None}, UNDETERMINED),
    ({}, {"committed_on": None, "category": "serious"}, UNDETERMINED),  # perhaps as a minor
    ({}, {"committed_on": None, "category": "serious", "stage": "open"}, "not_covered"),
    ({}, {"term_ends_on": None}, UNDETERMINED),
    ({}, {"term_ends_on": None, "negative_behaviour": True}, "reduced"),
    ({}, {"stage": None}, UNDETERMINED),
    ({}, {"stage": None, "category": "serious"}, "not_covered"),
    ({}, {"category": None}, UNDETERMINED),
    ({}, {"damage_caused": None}, UNDETERMINED),
    (
        {},
        {"damage_caused": None, "civil_claim_brought": False},
        "released_from_main_punishment",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "offence", "outcome"), MISSING)
def test_missing_facts_leave_what_was_computed_by_hand(
    changes: Case, offence: Case, outcome: str
) -> None:
    if changes == {"sex": None}:
        changes = {**changes, "pregnant_on_effective_day": None}
    (possible,) = decide_possible(person_with(changes, offence))
    assert possible.outcome == outcome


def test_absent_keys_are_as_unknown_as_null_ones() -> None:
    (absent,) = decide_possible({"offences": [{}]})
    (null,) = decide_possible({"sex": None, "children": None, "offences": [{"stage": None}]})
    assert len(absent.outcomes) == 5
    assert absent == null
    assert decide_possible({}) == []


def test_a_reduction_may_be_open_while_its_days_are_not() -> None:
    person = person_with(
        {"covered_by_law_on_veterans": None},
        {
            "provision": "190(4)",
            "category": "serious",
            "damage_compensated_in_full": True,
            "civil_claims_satisfied": True,
            "term_ends_on": "2025-07-08",
        },
    )
    (possible,) = decide_possible(person)
    assert _summary(possible) == ("reduced", None, 1)
    assert possible.deciding == {"3(1)", "3(2)"}
    assert possible.certain == frozenset()


# --- Brute force --------------------------------------------------------------------------

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
    _enumerate(seed, count=30, most_gaps=2)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 108))
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
    expected = example["expected"]["offences"]
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
    (key,) = needed
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
