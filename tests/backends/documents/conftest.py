"""A law to render, and persons to render its decisions about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.backends.documents.act import LAW

from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.world import World
from lawc.runtime.values import provision


def case(
    facts: Mapping[str, ir.Value],
    *offences: Mapping[str, ir.Value],
    children: tuple[date, ...] | None = None,
) -> Thing:
    """Return a person with offences, and with children born on the days given."""
    root = Thing("person", "", facts, None)
    root.members["offence"] = tuple(
        Thing("offence", f"offences[{place}]", one, root) for place, one in enumerate(offences)
    )
    if children is not None:
        root.members["child"] = tuple(
            Thing("child", f"children[{place}]", {"date_of_birth": born}, root)
            for place, born in enumerate(children)
        )
    return root


@pytest.fixture
def law() -> ir.Law:
    return LAW


@pytest.fixture
def world() -> World:
    return World(LAW, {"effective_day": date(2025, 7, 5)})


@pytest.fixture
def released() -> Thing:
    """A woman of fifty-five, convicted of a medium crime whose damage is not compensated."""
    return case(
        {"sex": "female", "date_of_birth": date(1970, 3, 8), "pregnant": False},
        {
            "stage": "convicted",
            "provision": provision("188(2)"),
            "category": "medium",
            "committed_on": date(2023, 5, 1),
            "damage_caused": True,
            "damage_compensated_in_full": False,
            "civil_claim_brought": True,
            "recidivism": "none",
        },
        children=(),
    )


@pytest.fixture
def mixed() -> Thing:
    """A man of sixty-two of whom little is known, with two offences, one of them a sale."""
    return case(
        {"date_of_birth": date(1963, 1, 2)},
        {"stage": "convicted", "provision": provision("188(2)"), "category": "serious"},
        {"stage": "convicted", "provision": provision("297"), "category": "serious"},
    )


@pytest.fixture
def open_case() -> Thing:
    """A person of sixty-five, of unknown sex, about whose second offence much is missing."""
    return case(
        {"date_of_birth": date(1960, 1, 2)},
        {
            "stage": "convicted",
            "provision": provision("188(2)"),
            "category": "serious",
            "recidivism": "none",
        },
        {"provision": provision("190"), "recidivism": "none"},
    )
