"""Several laws joined: the facts that may be known under any of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.types import Choice


def joined(laws: tuple[ir.Law, ...]) -> ir.Law:
    """Return the first law with all that a case may supply under any of the laws."""
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
    """Yield each fact once; a choice has the values of all the laws."""
    declared: dict[tuple[str, str], list[ir.FactDeclaration]] = {}
    for fact in _all(laws, "facts"):
        declared.setdefault((fact.kind, fact.key), []).append(fact)
    for facts in declared.values():
        types = [fact.type for fact in facts if isinstance(fact.type, Choice)]
        if len(types) < len(facts):
            yield facts[0]
        else:
            values = dict.fromkeys(value for type_ in types for value in type_.values)
            yield replace(facts[0], type=Choice(types[0].key, tuple(values)))


def _all(laws: tuple[ir.Law, ...], field: str) -> Any:
    return tuple(dict.fromkeys(node for law in laws for node in getattr(law, field)))
