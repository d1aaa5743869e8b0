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
from lawc.compare.rendering.outline import changed_citations, explain_both
from lawc.compare.report import Compared, Touched
from lawc.compare.rows import Row
from lawc.ir import nodes as ir
from lawc.meaning.explain import plain
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN

VERSION = 1  # of the form; raised when a key changes its meaning or goes


def comparison_json(comparisons: Comparisons) -> str:
    """Return a comparison as JSON text."""
    return json.dumps(comparison_dict(comparisons), ensure_ascii=False, indent=2) + "\n"


def comparison_schema() -> dict[str, Any]:
    """Return the JSON Schema of comparisons, that of the explanations in it included."""
    schema = files("lawc.compare.rendering") / "comparison.schema.json"
    loaded: dict[str, Any] = json.loads(schema.read_text(encoding="utf-8"))
    loaded["$defs"]["explanations"] = explanation_schema()
    return loaded


def comparison_dict(comparisons: Comparisons) -> dict[str, Any]:
    """Return a comparison as values of JSON, every key always present."""
    return {
        "version": VERSION,
        "old": comparisons.labels[0],
        "new": comparisons.labels[1],
        "level": None if comparisons.level is None else comparisons.level.value,
        "step": comparisons.step.value,
        "acts": [_act(act, comparisons) for act in comparisons.acts],
    }


def _act(act: ActCompared, comparisons: Comparisons) -> dict[str, Any]:
    result = act.result
    shared: dict[str, Any] = {
        "act": act.name,
        "level": None if result.level is None else result.level.value,
        "step": result.step.value,
    }
    if isinstance(result, Alone):
        return {
            **shared,
            "only_in": result.side.value,
            "fingerprint": result.fingerprint,
            "approved": comparisons.approved.get(result.fingerprint),
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
        "changes": [_row(row, comparisons) for row in result.rows],
        "touched": [_touched(touched, result) for touched in result.touched],
        "proved": result.proved,
        "open": [_turn(turn) for turn in result.open],
        "left": [_turn(turn) for turn in result.more],
        "asks": [_ask(decision, person, result) for decision, person in result.asks],
        "interface": [_difference(difference, comparisons) for difference in result.interface],
    }


def _difference(difference: Difference, comparisons: Comparisons) -> dict[str, Any]:
    return {
        "what": difference.what,
        "step": difference.step.value,
        "fingerprint": difference.fingerprint or None,
        "approved": comparisons.approved.get(difference.fingerprint),
    }


def _row(row: Row, comparisons: Comparisons) -> dict[str, Any]:
    return {
        "level": row.level.value,
        "how": [how.value for how in row.change.how],
        "old": _element(row.change.old, row.change.texts[0]),
        "new": _element(row.change.new, row.change.texts[1]),
        "fingerprint": row.fingerprint,
        "approved": comparisons.approved.get(row.fingerprint),
    }


def _element(element: ir.Element | None, text: str) -> dict[str, Any] | None:
    if element is None:
        return None
    return {"eid": element.eid, "citation": element.citation, "text": text}


def _touched(touched: Touched, comparison: Compared) -> dict[str, Any]:
    cited = changed_citations(comparison, touched)
    both = explain_both(comparison, touched.person, touched.turn.decision, cited)
    return {
        **_turn(touched.turn),
        "direction": touched.turn.direction.value,
        "because": [comparison.rows[place].fingerprint for place in touched.because],
        "likewise": [comparison.rows[place].fingerprint for place in touched.likewise],
        **_person(touched.person, both),
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "decision": turn.decision.key,
        "kind": turn.decision.kind,
        "old": outcome(turn.decision, turn.old),
        "new": outcome(turn.decision, turn.new),
    }


def outcome(decision: ir.Decision, outcome: Outcome) -> dict[str, Any]:
    """Return an outcome: its kind, and its value if it has one."""
    match outcome:
        case Amount():
            return {"is": f"amount_{outcome.name.lower()}", "value": None}
        case _ if outcome is NOTHING:
            return {"is": "nothing", "value": None}
        case _ if outcome is CONTRADICTION:
            return {"is": "contradiction", "value": None}
        case _ if outcome is UNKNOWN:
            return {"is": "unknown", "value": None}
        case _:
            return {"is": "value", "value": plain(outcome, decision.type)}


def _ask(decision: ir.Decision, person: Person, comparison: Compared) -> dict[str, Any]:
    return {
        "decision": decision.key,
        "kind": decision.kind,
        "old": outcome(decision, person.old),
        "new": outcome(decision, person.new),
        **_person(person, explain_both(comparison, person, decision, set())),
    }


def _person(person: Person, both: tuple[Report, Report]) -> dict[str, Any]:
    return {
        "case": person.case,
        "days": {key: day.isoformat() for key, day in person.days.items()},
        "thing": person.path,
        "before": explanation_dict(both[0]),
        "after": explanation_dict(both[1]),
    }
