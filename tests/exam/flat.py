"""Envelopes of the amnesty law in the words of the reading: one flat object an offence."""

from __future__ import annotations

from typing import Any

from tests.exam.reading import UNDETERMINED

Case = dict[str, Any]


def flat_offences(envelope: Case) -> list[Case]:
    """Return what is decided of each offence, with the grounds and needs of the outcome."""
    return [_flat(one["decisions"]) for one in envelope["members"]["offences"] or []]


def _flat(decisions: Case) -> Case:
    outcome = decisions["outcome"]
    values = {key: one["value"] for key, one in decisions.items()}
    if outcome["status"] == "open":
        values["outcome"] = UNDETERMINED
    return values | {"provisions": outcome["provisions"], "needed": outcome["needed"]}


def flat_expected(expected: Case) -> Case:
    """Return what an example expects of an offence."""
    made = {key: _value(one) for key, one in expected.items()}
    outcome = expected["outcome"]
    if isinstance(outcome, dict):
        made |= {key: outcome[key] for key in ("provisions", "needed") if key in outcome}
        if outcome.get("status") == "open":
            made["outcome"] = UNDETERMINED
    return made


def _value(expected: Any) -> Any:
    return expected.get("value") if isinstance(expected, dict) else expected
