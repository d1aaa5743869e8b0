"""Cases as JSON gives them, read for the interpreter.

The facts of every kind stand under their keys, the members of a kind in a list under its
field. Concepts, quantities and decisions may be supplied like facts: they are established.
Missing or `null` is unknown. The key `id` of the whole is a label, unless a fact is called so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.meaning.cases import Thing
from lawc.meaning.world import suppliable
from lawc.runtime.facts import (
    Clauses,
    FactError,
    Reader,
    Reading,
    choice_of,
    read_count,
    read_date,
    read_fraction,
    read_number,
    read_provision,
    read_truth,
    within,
)

_READERS: Mapping[Basic, Reader[ir.Value]] = {
    Basic.TRUTH: read_truth,
    Basic.COUNT: read_count,
    Basic.NUMBER: read_number,
    Basic.FRACTION: read_fraction,
    Basic.DATE: read_date,
    Basic.PROVISION: read_provision,
}


def read_case(law: ir.Law, data: object) -> Thing | tuple[FactError, ...]:
    """Return the thing that `data` describes, or every problem in the order met."""
    reading = Reading()
    root = law.kinds[0]
    fact = any((one.kind, one.key) == (root.key, "id") for one in law.facts)
    if isinstance(data, Mapping) and not fact:
        data = {key: given for key, given in data.items() if key != "id"}
    thing = _thing(law, reading, root.key, data, "", None)
    return tuple(reading.problems) or thing


def read_days(law: ir.Law, data: object) -> dict[str, date] | tuple[FactError, ...]:
    """Return the parameters, those of the law itself unless `data` says otherwise."""
    reading = Reading()
    days = {one.key: one.value for one in law.parameters if one.value is not None}
    given = reading.thing(data, "", [one.key for one in law.parameters])
    for one in law.parameters:
        day = reading.fact(given, one.key, "", read_date)
        if day is not None:
            days[one.key] = day
    return tuple(reading.problems) or days


def _thing(
    law: ir.Law, reading: Reading, kind: str, data: object, path: str, parent: Thing | None
) -> Thing:
    types = suppliable(law, kind)
    limited = {one.key: one for one in law.facts if one.kind == kind and one.limited}
    lists = tuple(_lists(law, kind))
    given = reading.thing(data, path, [*types, *(field for _, field in lists)])
    facts: dict[str, ir.Value] = {}
    for key, type_ in types.items():
        reader = _reader(type_)
        one = limited.get(key)
        if one is not None:
            reader = within(reader, one.least, one.most)
        found = reading.fact(given, key, path, reader)
        if found is not None:
            facts[key] = found
    reading.keep_to(clauses_of(law, kind), facts, path)
    thing = Thing(kind, path, facts, parent)
    for member, field in lists:
        group = reading.members(given, field, path)
        if group is not None:
            thing.members[member] = tuple(
                _thing(law, reading, member, one, where, thing) for where, one in group
            )
    return thing


def clauses_of(law: ir.Law, kind: str) -> Clauses:
    """Return the assumptions about things of a kind, by the keys of their facts."""
    return tuple(
        tuple((one.key, one.values) for one in clause.literals)
        for clause in law.clauses
        if clause.kind == kind
    )


def _lists(law: ir.Law, kind: str) -> Iterator[tuple[str, str]]:
    for one in law.kinds:
        if one.parent == kind and one.field is not None:
            yield one.key, one.field


def _reader(type_: Type) -> Reader[ir.Value]:
    match type_:
        case Choice():
            return choice_of({one: one for one in type_.values})
        case Money():
            return read_number
        case Basic():
            return _READERS[type_]
