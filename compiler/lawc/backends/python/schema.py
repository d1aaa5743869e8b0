"""The facts of a law as JSON Schema (2020-12): what `from_dict` accepts, and nothing else."""

from __future__ import annotations

from typing import Any

from lawc.backends.python.plan import Plan
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type

_NUMBER = [
    {"type": "string", "pattern": "^-?[0-9]{1,18}(\\.[0-9]{1,18})?$"},
    {"type": "integer", "exclusiveMinimum": -(10**18), "exclusiveMaximum": 10**18},
]
_PLACE = "[0-9]{1,9}(-[0-9]{1,9}){0,3}"
_BASIC: dict[Basic, dict[str, Any]] = {
    Basic.TRUTH: {"type": "boolean"},
    Basic.COUNT: {"type": "integer", "minimum": 0, "exclusiveMaximum": 10**18},
    Basic.NUMBER: {"anyOf": _NUMBER},
    Basic.FRACTION: {
        "anyOf": [
            {"type": "string", "pattern": "^-?[0-9]{1,18}/0*[1-9][0-9]{0,17}$"},
            *_NUMBER,
        ]
    },
    Basic.DATE: {
        "type": "string",
        "format": "date",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    },
    Basic.PROVISION: {
        "type": "string",
        "pattern": f"^{_PLACE}(\\({_PLACE}\\)(\\({_PLACE}\\))?)?$",
    },
}


def schema(plan: Plan) -> dict[str, Any]:
    """Return the schema of a case; a missing key and null are unknown."""
    root = _kind(plan, plan.root)
    if "id" not in root["properties"]:
        label = {"description": "A label of the case, kept by the caller."}
        root["properties"] = {"id": label, **root["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": plan.law.title,
        **root,
        "$defs": {kind: _kind(plan, kind) for kind in plan.kinds if kind != plan.root},
    }


def _kind(plan: Plan, kind: str) -> dict[str, Any]:
    questions = {one.key: one.question for one in plan.law.facts if one.kind == kind}
    properties: dict[str, Any] = {}
    for key, type_ in plan.suppliable(kind).items():
        said = questions.get(key, "May be supplied as established.")
        properties[key] = {"description": said, **_or_null(_type(type_))}
    for one in plan.below(kind):
        properties[one.field or ""] = _list(one)
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _list(kind: ir.Kind) -> dict[str, Any]:
    return {"type": ["array", "null"], "items": {"$ref": f"#/$defs/{kind.key}"}}


def _type(type_: Type) -> dict[str, Any]:
    match type_:
        case Choice():
            return {"enum": list(type_.values)}
        case Money():
            return {"description": f"An amount in {type_.currency}.", **_BASIC[Basic.NUMBER]}
        case Basic():
            return dict(_BASIC[type_])


def _or_null(found: dict[str, Any]) -> dict[str, Any]:
    if "enum" in found:
        return {"enum": [*found["enum"], None]}
    if "anyOf" in found:
        return {**found, "anyOf": [*found["anyOf"], {"type": "null"}]}
    return {**found, "type": [found["type"], "null"]}
