"""Explanations as JSON; `explanation.schema.json` says the same of it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from lawc.backends.documents.report import Report
from lawc.runtime.reasons import (
    VERSION,
    Answer,
    Explanation,
    FactUsed,
    Gift,
    Ground,
    Node,
    said_once,
)
from lawc.whatif.told import Matter, Supposed, WhatIf


def explanation_dict(report: Report) -> dict[str, Any]:
    """Return `report` as values of JSON, every key always present."""
    return {
        "version": VERSION,
        "title": report.title,
        "language": report.language,
        "case": report.case,
        "days": {key: day.isoformat() for key, day in report.days},
        "explanations": [_explanation(one, report) for one in report.explanations],
        "what_if": None if report.what_if is None else list(map(_what_if, report.what_if)),
    }


def explanation_json(report: Report) -> str:
    """Return `report` as JSON text."""
    return json.dumps(explanation_dict(report), ensure_ascii=False, indent=2) + "\n"


def explanation_schema() -> dict[str, Any]:
    """Return the JSON Schema of explanations."""
    schema = files("lawc.backends.documents") / "explanation.schema.json"
    found: dict[str, Any] = json.loads(schema.read_text(encoding="utf-8"))
    return found


def _explanation(one: Explanation, report: Report) -> dict[str, Any]:
    return {
        "thing": one.thing,
        "answers": [_answer(answer, report) for answer in one.answers],
        "grounds": [_ground(ground) for ground in one.grounds],
    }


def _what_if(one: WhatIf) -> dict[str, Any]:
    return {
        "thing": one.thing,
        "changes": [
            {
                "facts": [_supposed(fact) for fact in change.facts],
                "provisions": list(change.turned),
                "answers": [_becomes(old, new) for old, new in change.answers],
            }
            for change in one.changes
        ],
        "changeable": list(one.changeable),
        "tried_at_once": one.size,
        "same": [{"decision": key, "certain": sure} for key, sure in one.same],
        "partly_tried": list(one.partly),
        "open": [
            {
                "decision": opened.decision,
                "possible": list(opened.outcomes),
                "complete": opened.complete,
                "missing": [_missing(fact) for fact in opened.missing],
            }
            for opened in one.opened
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
    alone = [{"value": value, "answer": made} for value, made in fact.alone]
    return {"path": fact.path, "matters": fact.matters, "alone": alone}


def _answer(one: Answer, report: Report) -> dict[str, Any]:
    return {
        "decision": one.decision,
        "value": one.value,
        "settled": one.settled,
        "contradiction": one.contradiction,
        "established": one.established,
        "provisions": list(one.provisions),
        "needed": [{"path": path, "question": report.question(path)} for path in one.needed],
        "by_cases": list(one.by_cases),
    }


def _ground(one: Ground) -> dict[str, Any]:
    return {
        "citation": one.citation,
        "text": one.text,
        "applies": one.applies,
        "in_force": one.in_force,
        "gives": [_gift(gift) for gift in one.gives],
        "displaced_by": list(one.displaced_by),
        "may_be_displaced_by": list(one.may_be_displaced_by),
        "source": one.source,
        "remark": one.remark,
        "condition": _node(said_once(one.condition)),
    }


def _gift(one: Gift) -> dict[str, Any]:
    return {"decision": one.decision, "value": one.value, "when": one.when}


def _node(one: Node) -> dict[str, Any]:
    return {
        "text": one.text,
        "citation": one.citation,
        "truth": one.truth,
        "rests": one.rests.value,
        "number": one.number,
        "facts": [_fact(fact) for fact in one.facts],
        "source": one.source,
        "remark": one.remark,
        "parts": [_node(part) for part in one.parts],
    }


def _fact(one: FactUsed) -> dict[str, Any]:
    return {"path": one.path, "value": one.value, "assumed": one.assumed}
