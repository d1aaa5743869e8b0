"""Hooks by which other libraries take the things of a package as they are.

Standard library only: pydantic calls its hooks itself, and is imported by who uses it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.resources import files
from typing import Any

from lawc.runtime.facts import FactError

_DEFINED = "#/$defs/"


def core_schema(class_: type[Any], _source: object, _handler: object) -> Any:
    """Return how pydantic reads a thing of `class_`: as `from_dict` does, every key known.

    What cannot be read is a problem of pydantic, which names the path: FastAPI answers 422.
    """
    schemas = import_module("pydantic_core.core_schema")

    def read(value: object) -> Any:
        if isinstance(value, class_):
            return value
        try:
            return class_.from_dict(value)
        except FactError as error:
            raise ValueError(str(error)) from None

    written = schemas.plain_serializer_function_ser_schema(class_.to_dict)
    return schemas.no_info_plain_validator_function(read, serialization=written)


def json_schema(kind: str) -> Callable[[type[Any], object, object], dict[str, Any]]:
    """Return the hook that describes the things of a kind to pydantic, as JSON has them."""

    def described(class_: type[Any], _core: object, _handler: object) -> dict[str, Any]:
        package = class_.__module__.rpartition(".")[0]
        text = files(package).joinpath("facts.schema.json").read_text(encoding="utf-8")
        whole = json.loads(text)
        kinds = whole.pop("$defs", {})
        del whole["$schema"]
        schema: dict[str, Any] = _inlined(kinds.get(kind, whole), kinds)
        return schema

    return described


def _inlined(schema: Any, kinds: Mapping[str, Any]) -> Any:
    """Return a schema in which those of members stand where they are referred to."""
    match schema:
        case {"$ref": str(ref)} if ref.startswith(_DEFINED):
            return _inlined(kinds[ref.removeprefix(_DEFINED)], kinds)
        case dict():
            return {key: _inlined(value, kinds) for key, value in schema.items()}
        case list():
            return [_inlined(value, kinds) for value in schema]
        case _:
            return schema
