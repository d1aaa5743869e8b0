"""Explanations as JSON; `explanation.schema.json` says the same of it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from lawc.backends.documents.report import Report
from lawc.runtime.explained import Context, as_text, explanations_dict
from lawc.runtime.reasons import Answer
from lawc.whatif.told import Matter, Supposed, WhatIf


def explanation_dict(report: Report) -> dict[str, Any]:
    """Return `report` as values of JSON, every key always present."""
    context = Context(report.title, report.language, report.days, report.questions)
    what_if = None if report.what_if is None else list(map(_what_if, report.what_if))
    return explanations_dict(context, report.case, report.explanations, what_if)


def explanation_json(report: Report) -> str:
    """Return `report` as JSON text."""
    return as_text(explanation_dict(report))


def explanation_schema() -> dict[str, Any]:
    """Return the JSON Schema of explanations."""
    schema = files("lawc.backends.documents") / "explanation.schema.json"
    loaded: dict[str, Any] = json.loads(schema.read_text(encoding="utf-8"))
    return loaded


def _what_if(what_if: WhatIf) -> dict[str, Any]:
    return {
        "thing": what_if.thing,
        "changes": [
            {
                "facts": [_supposed(fact) for fact in change.facts],
                "provisions": list(change.turned),
                "answers": [_becomes(old, new) for old, new in change.answers],
            }
            for change in what_if.changes
        ],
        "changeable": list(what_if.changeable),
        "tried_at_once": what_if.size,
        "same": [{"decision": key, "certain": sure} for key, sure in what_if.same],
        "partly_tried": list(what_if.partly),
        "open": [
            {
                "decision": opened.decision,
                "possible": list(opened.outcomes),
                "complete": opened.complete,
                "missing": [_missing(fact) for fact in opened.missing],
            }
            for opened in what_if.opened
        ],
    }


def _supposed(fact: Supposed) -> dict[str, Any]:
    return {"path": fact.path, "was": fact.before, "value": fact.after, "words": fact.words}


def _becomes(old: Answer, new: Answer) -> dict[str, Any]:
    return {
        "decision": new.decision,
        "was": old.value,
        "value": new.value,
        "settled": new.settled,
        "provisions": list(new.provisions),
    }


def _missing(fact: Matter) -> dict[str, Any]:
    alone = [{"value": value, "answer": answer} for value, answer in fact.alone]
    return {"path": fact.path, "matters": fact.matters, "alone": alone}
