"""The description of the service in OpenAPI 3.1, made of the schemas of the laws."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from lawc.service.served import Served

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["path", "detail"],
                "properties": {"path": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}
_REFUSED = {
    "description": "The request is refused.",
    "content": {
        "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
    },
}
_OBJECT: dict[str, Any] = {"type": "object"}
_CASES = {
    "explain": "Decide a case and give the reasons as trees.",
    "next": "Name the question to ask next, and the decisions that need it.",
    "what-if": "Say which facts would have to be otherwise for other answers.",
}


def openapi(laws: Iterable[Served], version: str) -> dict[str, Any]:
    """Return the description of a service of `laws`."""
    schemas: dict[str, Any] = {"Problem": _PROBLEM}
    paths: dict[str, Any] = {
        "/acts": {"get": _operation("List the laws.", {"type": "array", "items": _OBJECT})},
        "/health": {"get": _operation("Say that the service runs.", _OBJECT)},
        "/ready": {"get": _operation("Say that the service can decide.", _OBJECT)},
    }
    for law in laws:
        for kind, schema in law.schemas.items():
            schemas[f"{law.name}_{kind}"] = _moved(schema, f"{law.name}_{kind}")
        paths |= _paths(law)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Laws", "version": version},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _paths(law: Served) -> dict[str, Any]:
    """Return the paths of a law."""
    days = [
        {"name": key, "in": "query", "schema": {"type": "string", "format": "date"}}
        for key in law.summary()["days"]
    ]
    base = f"/acts/{law.name}"
    facts = {"$ref": f"#/components/schemas/{law.name}_facts"}
    decision = {"$ref": f"#/components/schemas/{law.name}_decision"}
    decide = _posting("Decide a case, or cases as JSON lines.", facts, decision, days)
    lines = {"schema": {"type": "string"}}
    decide["requestBody"]["content"]["application/jsonl"] = lines
    decide["responses"]["200"]["content"]["application/jsonl"] = lines
    names = ("element", "of")
    asked = [
        {
            "name": name,
            "in": "query",
            "required": name == "element",
            "schema": {"type": "string"},
        }
        for name in names
    ]
    ask = _posting("Ask for one element of the law by its citation.", facts, _OBJECT, days)
    ask["parameters"] = [*asked, *days]
    return {
        base: {"get": _operation(f"Say of {law.law.act} what it is.", _OBJECT)},
        f"{base}/text": {"get": _document("The text of the law.", "text/plain")},
        f"{base}/page": {"get": _document("The law as a page.", "text/html")},
        f"{base}/decide": {"post": decide},
        f"{base}/ask": {"post": ask},
        **{
            f"{base}/{name}": {"post": _posting(summary, facts, _OBJECT, days)}
            for name, summary in _CASES.items()
        },
    }


def _operation(summary: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    done = {"description": "Done.", "content": {"application/json": {"schema": schema}}}
    return {"summary": summary, "responses": {"200": done, "default": _REFUSED}}


def _document(summary: str, kind: str) -> dict[str, Any]:
    done = {"description": summary, "content": {kind: {"schema": {"type": "string"}}}}
    return {"summary": summary, "responses": {"200": done, "default": _REFUSED}}


def _posting(
    summary: str, facts: Mapping[str, Any], answer: Mapping[str, Any], days: list[Any]
) -> dict[str, Any]:
    body = {"required": True, "content": {"application/json": {"schema": facts}}}
    return {**_operation(summary, answer), "parameters": days, "requestBody": body}


def _moved(schema: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return a schema as it stands under `components`: its references lead into it."""
    text = json.dumps({key: part for key, part in schema.items() if key != "$schema"})
    moved: dict[str, Any] = json.loads(
        text.replace('"$ref": "#', f'"$ref": "#/components/schemas/{name}')
    )
    return moved
