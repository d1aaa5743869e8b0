"""The facts of a law as JSON Schema (2020-12): what `from_dict` accepts, and nothing else."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from lawc.backends.python.decimals import END, decimal
from lawc.backends.python.plan import Plan
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.meaning.supplying import terms_of
from lawc.meaning.world import domain
from lawc.runtime.supplied import KEY

_NUMBER = [
    {"type": "string", "pattern": decimal()},
    {"type": "integer", "exclusiveMinimum": -(10**18), "exclusiveMaximum": 10**18},
]
_SIGN = "^-?"
_NOT_NEGATIVE = "^(-(?=0+/))?"  # instead of a sign: nothing but zero has one
_NOT_POSITIVE = "^(-|(?=0+/))"
_PLACE = "[0-9]{1,9}(-[0-9]{1,9}){0,3}"
_LEAP = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
_DAY = (  # the days that there are
    "^(?!0000)([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
    f"|{_LEAP}-02-29){END}"
)
_BASIC: dict[Basic, dict[str, Any]] = {
    Basic.TRUTH: {"type": "boolean"},
    Basic.COUNT: {"type": "integer", "minimum": 0, "exclusiveMaximum": 10**18},
    Basic.NUMBER: {"anyOf": _NUMBER},
    Basic.FRACTION: {
        "anyOf": [
            {"type": "string", "pattern": f"^-?[0-9]{{1,18}}/(?!0+$)[0-9]{{1,18}}{END}"},
            *_NUMBER,
        ]
    },
    Basic.DATE: {"type": "string", "format": "date", "pattern": _DAY},
    Basic.PROVISION: {
        "type": "string",
        "pattern": f"^{_PLACE}(\\({_PLACE}\\)(\\({_PLACE}\\))?)?{END}",
    },
}


_OF_THE_LAW = "The law itself says this; only `established=True` lets a case supply it."


def schema(plan: Plan) -> dict[str, Any]:
    """Return the schema of a case; a missing key and null are unknown."""
    root = _kind(plan, plan.root)
    if not any((fact.kind, fact.key) == (plan.root, "id") for fact in plan.law.facts):
        label = {"description": "A label of the case, kept by the caller."}
        root["properties"] = {"id": label} | root["properties"] | {"id": label}
    if terms_of(plan.world):
        root["properties"][KEY] = {"description": _OF_THE_LAW, "type": "null"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": plan.law.title,
        **root,
        "$defs": {kind: _kind(plan, kind) for kind in plan.kinds if kind != plan.root},
    }


def _kind(plan: Plan, kind: str) -> dict[str, Any]:
    questions = {fact.key: fact.question for fact in plan.law.facts if fact.kind == kind}
    limited = plan.limited(kind)
    properties: dict[str, Any] = {}
    for key, type_ in plan.suppliable(kind).items():
        if key in questions:
            own = limited.get(key)
            value = _type(type_) if own is None else _limited(_type(type_), own)
            properties[key] = {"description": questions[key], **_or_null(value)}
        else:
            properties[key] = {"description": _OF_THE_LAW, "type": "null"}
    for member in plan.below(kind):
        properties[member.field or ""] = _list(member)
    clauses = [
        _not_all(clause.literals, plan, kind)
        for clause in plan.law.clauses
        if clause.kind == kind
    ]
    object_ = {"type": "object", "properties": properties, "additionalProperties": False}
    return object_ | ({"allOf": clauses} if clauses else {})


def _not_all(literals: tuple[ir.FactLiteral, ...], plan: Plan, kind: str) -> dict[str, Any]:
    """Return that one of the literals holds, or that it is not known of one."""
    broken = {
        part.key: {
            "enum": [v for v in domain(plan.law, kind, part.key) if v not in part.values]
        }
        for part in literals
    }
    return {"not": {"properties": broken, "required": list(broken)}}


def _limited(value: dict[str, Any], fact: ir.FactDeclaration) -> dict[str, Any]:
    """Return a schema of numbers that are no less and no more than a fact can be.

    Of a fraction as text a pattern says only whether it can be negative, or positive.
    """
    limits: dict[str, Any] = {}
    if fact.least is not None:
        limits["minimum"] = ceil(fact.least)
    if fact.most is not None:
        limits["maximum"] = floor(fact.most)
    if "anyOf" not in value:
        return {**value, **limits}
    ways = []
    for way in value["anyOf"]:
        if way["type"] == "integer":
            ways.append({**way, **limits})
        elif way["pattern"] == decimal():
            ways.append({**way, "pattern": decimal(fact.least, fact.most)})
        else:
            ways.append({**way, "pattern": way["pattern"].replace(_SIGN, _sign(fact), 1)})
    return {**value, "anyOf": ways}


def _sign(fact: ir.FactDeclaration) -> str:
    """Return the pattern of the sign of a fraction that keeps to the limits of a fact."""
    if fact.least is not None and fact.least >= 0:
        return _NOT_NEGATIVE
    return _NOT_POSITIVE if fact.most is not None and fact.most <= 0 else _SIGN


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


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    if "enum" in value:
        return {"enum": [*value["enum"], None]}
    if "anyOf" in value:
        return {**value, "anyOf": [*value["anyOf"], {"type": "null"}]}
    return {**value, "type": [value["type"], "null"]}
