"""Comparisons as JSON; `comparison.schema.json` says the same of it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from lawc.backends.documents.as_json import explanation_dict, explanation_schema
from lawc.backends.documents.report import Report
from lawc.compare.acts import ActCompared, Alone, Comparisons
from lawc.compare.interface import Difference
from lawc.compare.outcomes import Amount, Outcome, Turn
from lawc.compare.persons import Person
from lawc.compare.rendering.outline import changed, explained
from lawc.compare.report import Compared, Touched
from lawc.compare.rows import Row
from lawc.ir import nodes as ir
from lawc.meaning.explain import plain
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN

VERSION = 1  # of the form; raised when a key changes its meaning or goes


def comparison_json(found: Comparisons) -> str:
    """Return a comparison as JSON text."""
    return json.dumps(comparison_dict(found), ensure_ascii=False, indent=2) + "\n"


def comparison_schema() -> dict[str, Any]:
    """Return the JSON Schema of comparisons, that of the explanations in it included."""
    schema = files("lawc.compare.rendering") / "comparison.schema.json"
    found: dict[str, Any] = json.loads(schema.read_text(encoding="utf-8"))
    found["$defs"]["explanations"] = explanation_schema()
    return found


def comparison_dict(found: Comparisons) -> dict[str, Any]:
    """Return a comparison as values of JSON, every key always present."""
    return {
        "version": VERSION,
        "old": found.labels[0],
        "new": found.labels[1],
        "level": None if found.level is None else found.level.value,
        "step": found.step.value,
        "acts": [_act(one, found) for one in found.acts],
    }


def _act(one: ActCompared, found: Comparisons) -> dict[str, Any]:
    made = one.found
    shared: dict[str, Any] = {
        "act": one.name,
        "level": None if made.level is None else made.level.value,
        "step": made.step.value,
    }
    if isinstance(made, Alone):
        return {
            **shared,
            "only_in": made.side.value,
            "fingerprint": made.fingerprint,
            "approved": found.approved.get(made.fingerprint),
            "changes": [],
            "touched": [],
            "proved": False,
            "open": [],
            "left": [],
            "asks": [],
            "interface": [],
        }
    return {
        **shared,
        "only_in": None,
        "fingerprint": None,
        "approved": None,
        "changes": [_row(row, found) for row in made.rows],
        "touched": [_touched(each, made) for each in made.touched],
        "proved": made.proved,
        "open": [_turn(turn) for turn in made.open],
        "left": [_turn(turn) for turn in made.more],
        "asks": [_asked(decision, person, made) for decision, person in made.asks],
        "interface": [_difference(each, found) for each in made.interface],
    }


def _difference(one: Difference, found: Comparisons) -> dict[str, Any]:
    return {
        "what": one.what,
        "step": one.step.value,
        "fingerprint": one.fingerprint or None,
        "approved": found.approved.get(one.fingerprint),
    }


def _row(row: Row, found: Comparisons) -> dict[str, Any]:
    return {
        "level": row.level.value,
        "how": [how.value for how in row.change.how],
        "old": _element(row.change.old, row.change.texts[0]),
        "new": _element(row.change.new, row.change.texts[1]),
        "fingerprint": row.fingerprint,
        "approved": found.approved.get(row.fingerprint),
    }


def _element(element: ir.Element | None, text: str) -> dict[str, Any] | None:
    if element is None:
        return None
    return {"eid": element.eid, "citation": element.citation, "text": text}


def _touched(one: Touched, made: Compared) -> dict[str, Any]:
    both = explained(made, one.person, one.turn.decision, changed(made, one))
    return {
        **_turn(one.turn),
        "direction": one.turn.direction.value,
        "because": [made.rows[place].fingerprint for place in one.because],
        "likewise": [made.rows[place].fingerprint for place in one.likewise],
        **_person(one.person, both),
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "decision": turn.decision.key,
        "kind": turn.decision.kind,
        "old": outcome(turn.decision, turn.old),
        "new": outcome(turn.decision, turn.new),
    }


def outcome(decision: ir.Decision, found: Outcome) -> dict[str, Any]:
    """Return an outcome: what it is, and the value if it is one."""
    match found:
        case Amount():
            return {"is": f"amount_{found.name.lower()}", "value": None}
        case _ if found is NOTHING:
            return {"is": "nothing", "value": None}
        case _ if found is CONTRADICTION:
            return {"is": "contradiction", "value": None}
        case _ if found is UNKNOWN:
            return {"is": "unknown", "value": None}
        case _:
            return {"is": "value", "value": plain(found, decision.type)}


def _asked(decision: ir.Decision, person: Person, made: Compared) -> dict[str, Any]:
    return {
        "decision": decision.key,
        "kind": decision.kind,
        "old": outcome(decision, person.old),
        "new": outcome(decision, person.new),
        **_person(person, explained(made, person, decision, set())),
    }


def _person(person: Person, both: tuple[Report, Report]) -> dict[str, Any]:
    return {
        "case": person.case,
        "days": {key: day.isoformat() for key, day in person.days.items()},
        "thing": person.path,
        "before": explanation_dict(both[0]),
        "after": explanation_dict(both[1]),
    }
