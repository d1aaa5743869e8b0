"""The answers of a result, one fact a test, by the amnesty law."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import kz_amnesty_2025
from kz_amnesty_2025 import Person, decide

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
    case = {**person, "offences": [{**FRAUD, **offence}]}
    offences = decide(Person.from_dict(case, established=True)).offences
    assert offences is not None
    return offences[0]


def test_a_reduction_that_could_be_greater_is_open_though_the_outcome_is_not() -> None:
    made = decided({})  # a fifth at least, a third for a socially vulnerable person

    assert (str(made.outcome), made.reduction) == ("reduced", None)
    assert [key for key, one in made.answers.items() if one.status == "open"] == [
        "reduction",
        "days_off",
    ]


def test_each_decision_has_provisions_of_its_own() -> None:
    made = decided({VETERAN: True})

    assert {key: one.provisions for key, one in made.answers.items()} == {
        "outcome": ("3(1)",),
        "reduction": ("3(1)",),
        "days_off": ("3(6)",),
        "obliged_to_compensate": (),
    }


def test_what_is_open_says_what_it_needs() -> None:
    assert decided({}).answers["reduction"].needed[0] == VETERAN


def test_json_has_the_paths_of_what_it_needs() -> None:
    made = decided({VETERAN: True}, recidivism=None).to_dict()

    assert made["decisions"]["outcome"]["needed"] == ["offences[0].recidivism"]


def test_the_text_is_that_of_the_object() -> None:
    made = decided({})

    assert json.loads(made.to_json()) == made.to_dict()


def test_only_the_days_are_open_where_the_end_of_the_term_is_missing() -> None:
    made = decided({VETERAN: True}, term_ends_on=None)

    assert made.needed == ("offences[0].term_ends_on",)


def test_nothing_is_needed_where_the_law_gives_no_reduction() -> None:
    made = decided({VETERAN: True}, recidivism="dangerous")

    assert (str(made.outcome), made.reduction) == ("excluded", None)
    assert (made.answers["reduction"].status, made.needed) == ("nothing", ())


def test_of_decisions_that_are_open_each_says_so() -> None:
    made = decided({}, recidivism=None)

    assert made.outcome is None
    assert {key: str(one.status) for key, one in made.answers.items()} == {
        "outcome": "open",
        "reduction": "open",
        "days_off": "open",
        "obliged_to_compensate": "decided",
    }


def test_a_truth_that_alone_is_open_needs_its_facts() -> None:
    made = decided({VETERAN: True}, damage_caused=None, damage_compensated_in_full=False)

    assert made.answers["obliged_to_compensate"].needed == ("offences[0].damage_caused",)


def test_a_list_that_is_not_known_is_no_empty_list() -> None:
    unknown, empty = decide(Person()).to_dict(), decide(Person(offences=())).to_dict()

    assert (unknown["members"], unknown["needed"]) == ({"offences": None}, ["offences"])
    assert (empty["members"], empty["needed"]) == ({"offences": []}, [])


def test_what_the_case_supplies_is_shown_as_established() -> None:
    made = decided({VETERAN: True}, outcome="excluded").to_dict()["decisions"]

    assert made["outcome"] == {
        "value": "excluded",
        "status": "decided",
        "provisions": [],
        "needed": [],
        "established": True,
    }
    assert "established" not in made["reduction"]


def test_the_law_is_named_by_the_digest_of_its_data() -> None:
    data = Path(kz_amnesty_2025.__file__).with_name("law.json").read_bytes()
    law = decide(Person()).law

    assert law.digest == f"sha256:{sha256(data).hexdigest()}"
    assert law.to_dict()["days"] == {"effective_day": "2025-07-05"}


def test_a_result_is_shown_in_one_line() -> None:
    assert repr(decided({VETERAN: True}, term_ends_on=None)) == (
        "<OffenceDecision outcome=reduced under 3(1), reduction=1/3 under 3(1), "
        "days_off=open, needs offences[0].term_ends_on, obliged_to_compensate=False>"
    )
