"""The independent reading itself: persons computed by hand."""

from __future__ import annotations

import itertools

import pytest
from tests.exam.persons import Case
from tests.exam.reading import (
    UNDETERMINED,
    Decision,
    Possible,
    decide_known,
    decide_possible,
)

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
