"""What is open though the first decision is settled, one fact a test, by the amnesty law."""

from __future__ import annotations

import json
from typing import Any

from kz_amnesty_2025 import Person, decide  # type: ignore[import-untyped]  # it has no py.typed

FRAUD = {
    "stage": "convicted",
    "provision": "190(2)(1)",
    "category": "serious",
    "committed_on": "2016-10-06",
    "damage_caused": True,
    "damage_compensated_in_full": True,
    "civil_claims_satisfied": True,
    "official_position_used": False,
    "signs_of_extremism": False,
    "recidivism": "none",
    "life_imprisonment": False,
    "in_criminal_group": False,
    "negative_behaviour": False,
    "term_ends_on": "2027-07-05",
}
VETERAN = "covered_by_law_on_veterans"


def decided(person: dict[str, Any], **offence: Any) -> Any:
    return decide(Person.from_dict({**person, "offences": [{**FRAUD, **offence}]})).offences[0]


def test_a_reduction_that_could_be_greater_is_open_though_the_outcome_is_not() -> None:
    made = decided({})  # a fifth at least, a third for a socially vulnerable person

    assert (str(made.outcome), made.reduction) == ("reduced", None)
    assert list(made.unsettled) == ["reduction", "days_off"]


def test_what_is_open_says_what_it_needs() -> None:
    assert decided({}).unsettled["reduction"][0] == VETERAN


def test_json_has_the_keys_of_what_it_needs() -> None:
    assert decided({}).to_dict()["unsettled"]["days_off"][0] == VETERAN


def test_the_text_is_that_of_the_object() -> None:
    made = decided({})

    assert json.loads(made.to_json()) == made.to_dict()


def test_only_the_days_are_open_where_the_end_of_the_term_is_missing() -> None:
    assert list(decided({VETERAN: True}, term_ends_on=None).unsettled) == ["days_off"]


def test_nothing_is_unsettled_where_the_law_gives_no_reduction() -> None:
    made = decided({VETERAN: True}, recidivism="dangerous")

    assert (str(made.outcome), made.reduction) == ("excluded", None)
    assert "unsettled" not in made.to_dict()


def test_nothing_is_said_to_be_unsettled_where_the_outcome_is_open() -> None:
    made = decided({}, recidivism=None)

    assert (str(made.outcome), dict(made.unsettled)) == ("undetermined", {})
