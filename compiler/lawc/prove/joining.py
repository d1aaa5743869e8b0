"""Several laws as one: what may be known under any of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.types import Choice


def joined(laws: tuple[ir.Law, ...]) -> ir.Law:
    """Return the first law with all that may be known, and established, under any of them."""
    first = laws[0]
    return replace(
        first,
        kinds=_all(laws, "kinds"),
        facts=tuple(_facts(laws)),
        parameters=_all(laws, "parameters"),
        definitions=_all(laws, "definitions"),
        quantities=_all(laws, "quantities"),
        decisions=_all(laws, "decisions"),
    )


def _facts(laws: tuple[ir.Law, ...]) -> Iterator[ir.FactDeclaration]:
    """Yield each fact once; a choice of which laws have other values may be any of them."""
    found: dict[tuple[str, str], list[ir.FactDeclaration]] = {}
    for one in _all(laws, "facts"):
        found.setdefault((one.kind, one.key), []).append(one)
    for several in found.values():
        types = [one.type for one in several if isinstance(one.type, Choice)]
        if len(types) < len(several):
            yield several[0]
        else:
            values = dict.fromkeys(value for type_ in types for value in type_.values)
            yield replace(several[0], type=Choice(types[0].key, tuple(values)))


def _all(laws: tuple[ir.Law, ...], field: str) -> Any:
    return tuple(dict.fromkeys(one for law in laws for one in getattr(law, field)))
