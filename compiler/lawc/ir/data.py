"""The checked form as data: JSON from which the same law is made again.

Before: `OneOf(Fact("offence", "stage"), ("open",))`.
After: `["OneOf", ["Fact", "offence", "stage"], ["", "open"]]`.

An object is its class and its fields in their order; a tuple has no class. Places in a text are
left out: two laws are equal when they say the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from lawc.ir import asides, nodes, orders, terms, types
from lawc.runtime import values
from lawc.source import Span

_NOT_KEPT = "span"  # the place of a node in the text
_OTHERS: Mapping[str, Any] = {"date": date.fromisoformat, "Fraction": Fraction}


def law_as_json(law: nodes.Law) -> str:
    """Return a law as JSON, a line for each of its rules, elements and other parts."""
    parts = []
    for field in fields(law):
        value = getattr(law, field.name)
        if isinstance(value, tuple):
            lines = ",".join(f"\n  {_line(part)}" for part in value)
            parts.append(f" {json.dumps(field.name)}: [{lines}]")
        else:
            parts.append(f" {json.dumps(field.name)}: {_line(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def law_from_json(text: str) -> nodes.Law:
    """Return the law that `law_as_json` wrote."""
    data = json.loads(text)
    classes = _classes()
    entry = _made(data.pop("entry"), classes)
    made: dict[str, Any] = {
        name: tuple([_made(part, classes) for part in value])
        if isinstance(value, list)
        else value
        for name, value in data.items()
    }
    return nodes.Law(**made, entry=entry)


def _line(value: Any) -> str:
    """Return a value as JSON; what cannot be seen in a text is escaped."""
    text = _text(value)
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else json.dumps(sign)[1:-1] for sign in text)


def _text(value: Any) -> str:
    """Return a value as JSON."""
    of = value.__class__
    if of is str:
        return encode_basestring(value)
    if value is None or of is bool:
        return "null" if value is None else "true" if value else "false"
    if of is int:
        return str(value)
    if of is tuple:
        return ", ".join(['[""', *map(_text, value)]) + "]"
    parts = _parts(of)
    if parts is not None:
        begin, read = parts
        return f"{begin}, {', '.join(map(_text, read(value)))}]" if read else f"{begin}]"
    match value:
        case Enum():
            return f'["{of.__name__}", {_text(value.value)}]'
        case Fraction():
            return f'["Fraction", "{value}"]'
        case date():
            return f'["date", "{value.isoformat()}"]'
        case _:
            raise AssertionError(value)


@cache
def _parts(of: type[Any]) -> tuple[str, Callable[[Any], tuple[Any, ...]] | None] | None:
    """Return the beginning of an object of a class, and how its parts are read.

    None if it is no class of parts.
    """
    if is_dataclass(of):
        names = [field.name for field in fields(of) if field.name != _NOT_KEPT]
    elif issubclass(of, tuple) and hasattr(of, "_fields"):
        names = [*of._fields]
    else:
        return None
    begin = f'["{of.__name__}"'
    if len(names) < 2:  # noqa: PLR2004 - of one name `attrgetter` makes no tuple
        return begin, (lambda value: (getattr(value, names[0]),)) if names else None
    return begin, attrgetter(*names)


def _made(data: Any, classes: Mapping[str, Any]) -> Any:
    if not isinstance(data, list):
        return data
    name, *parts = data
    made = [_made(part, classes) for part in parts]
    if not name:
        return tuple(made)
    if name in _OTHERS:
        return _OTHERS[name](*made)
    of: Any = classes[name]
    if not is_dataclass(of):
        return of(*made)
    kept = [field.name for field in fields(of) if field.name != _NOT_KEPT]
    make: Any = of
    return make(**dict(zip(kept, made, strict=True)))


def _classes() -> dict[str, Any]:
    """Return the classes of the checked form by name."""
    return {
        name: of
        for module in (values, types, orders, terms, asides, nodes)
        for name, of in vars(module).items()
        if isinstance(of, type) and of is not Span
    }
