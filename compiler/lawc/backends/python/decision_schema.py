"""The decisions of a law as JSON Schema (2020-12): what `decide` returns, as JSON."""

from __future__ import annotations

from typing import Any

from lawc.backends.python.plan import Plan
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.runtime.results import FORM, Status

_NUMBER = "^-?[0-9]+(\\.[0-9]+|/[0-9]+)?$"
DAY = "^([0-9]{4}|[+-][0-9]{4,})-[0-9]{2}-[0-9]{2}$"  # a sign: beyond the years 1 to 9999
_BASIC: dict[Basic, dict[str, Any]] = {
    Basic.TRUTH: {"type": "boolean"},
    Basic.COUNT: {
        "anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9]+/[0-9]+$"}]
    },
    Basic.NUMBER: {"type": "string", "pattern": _NUMBER},
    Basic.FRACTION: {"type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$"},
    Basic.DATE: {"type": "string", "pattern": DAY},
    Basic.PROVISION: {"type": "string"},
}
_PATHS = {
    "type": "array",
    "items": {"type": "string"},
    "description": "Paths of facts, days and lists that are missing, most useful first.",
}
_CITED = {
    "type": "array",
    "items": {"type": "string"},
    "description": "The provisions that decide, that contradict each other, or that exclude.",
}


def decision_schema(plan: Plan) -> dict[str, Any]:
    """Return the schema of what is decided of a case."""
    thing = _thing(plan, plan.root)
    head = {
        "form": {"const": FORM, "description": "The version of this form."},
        "law": _law(plan),
        "id": {"description": "The label of the case, as the caller gave it."},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": plan.law.title,
        **thing,
        "properties": head | thing["properties"],
        "required": ["form", "law", *thing["required"]],
        "$defs": {
            kind: _thing(plan, kind)
            for kind in plan.kinds
            if kind != plan.root and plan.reports(kind)
        },
    }


def _law(plan: Plan) -> dict[str, Any]:
    day = {"type": ["string", "null"], "format": "date"}
    digest = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
    required = [key for key in plan.parameters if key not in plan.unread_days]
    return _object(
        {
            "act": {"const": plan.law.act},
            "digest": {**digest, "description": "The digest of `law.json`."},
            "days": {
                "description": "The days it rests on; null is unknown.",
                **_object(dict.fromkeys(plan.parameters, day), required),
            },
        }
    )


def _thing(plan: Plan, kind: str) -> dict[str, Any]:
    below = [child for child in plan.below(kind) if plan.reports(child.key)]
    members = {
        child.field or "": {
            "type": ["array", "null"],
            "items": {"$ref": f"#/$defs/{child.key}"},
            "description": "null: it is not known who belongs to it.",
        }
        for child in below
    }
    return _object(
        {
            "decisions": _object(
                {decision.name: _answer(decision) for decision in plan.decided(kind)}
            ),
            "needed": _PATHS,
            "members": _object(members),
        }
    )


def _answer(decision: ir.Decision) -> dict[str, Any]:
    others = [str(status) for status in Status if status is not Status.DECIDED]
    answer = _object(
        {
            "value": {},
            "status": {"enum": [str(status) for status in Status]},
            "provisions": _CITED,
            "needed": _PATHS,
            "established": {"const": True, "description": "The case supplied the value."},
            "untried": {
                "const": True,
                "description": "Not all was tried that might settle it.",
            },
        },
        ["value", "status", "provisions", "needed"],
    )
    decided = {"status": {"const": str(Status.DECIDED)}, "value": _value(decision.type)}
    without = {"status": {"enum": others}, "value": {"type": "null"}}
    return answer | {"anyOf": [{"properties": decided}, {"properties": without}]}


def _value(type_: Type) -> dict[str, Any]:
    match type_:
        case Choice():
            return {"enum": list(type_.values)}
        case Money():
            return {"description": f"An amount in {type_.currency}.", **_BASIC[Basic.NUMBER]}
        case Basic():
            return _BASIC[type_]


def _object(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
        "additionalProperties": False,
    }
