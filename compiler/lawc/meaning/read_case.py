"""Cases as JSON gives them, read for the interpreter.

The facts of every kind stand under their keys, the members of a kind in a list under its
field. Concepts, quantities and decisions may be supplied like facts: they are established. The
provisions that say them may be supplied by their citations, under `provisions`.
Missing or `null` is unknown. The key `id` of the whole is a label, unless a fact is called so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.meaning.cases import Thing
from lawc.meaning.supplying import terms_of
from lawc.meaning.world import World, suppliable
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
from lawc.runtime.supplied import KEY, with_provisions

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
    if isinstance(data, Mapping) and KEY in data:
        data = with_provisions(data, terms_of(World(law, {})), reading)
    root = law.kinds[0]
    labelled = any((fact.kind, fact.key) == (root.key, "id") for fact in law.facts)
    if isinstance(data, Mapping) and not labelled:
        data = {key: value for key, value in data.items() if key != "id"}
    thing = _thing(law, reading, root.key, data, "", None)
    return tuple(reading.problems) or thing


def read_days(law: ir.Law, data: object) -> dict[str, date] | tuple[FactError, ...]:
    """Return the parameters, those of the law itself unless `data` has others."""
    reading = Reading()
    days = {
        parameter.key: parameter.value
        for parameter in law.parameters
        if parameter.value is not None
    }
    supplied = reading.thing(data, "", [parameter.key for parameter in law.parameters])
    for parameter in law.parameters:
        day = reading.fact(supplied, parameter.key, "", read_date)
        if day is not None:
            days[parameter.key] = day
    return tuple(reading.problems) or days


def _thing(
    law: ir.Law, reading: Reading, kind: str, data: object, path: str, parent: Thing | None
) -> Thing:
    types = suppliable(law, kind)
    limited = _limited_readers(law, kind)
    lists = tuple(_lists(law, kind))
    supplied = reading.thing(data, path, [*types, *(field for _, field in lists)])
    facts: dict[str, ir.Value] = {}
    for key, type_ in types.items():
        reader = limited.get(key) or _reader(type_)
        value = reading.fact(supplied, key, path, reader)
        if value is not None:
            facts[key] = value
    reading.keep_to(clauses_of(law, kind), facts, path)
    thing = Thing(kind, path, facts, parent)
    for member, field in lists:
        group = reading.members(supplied, field, path)
        if group is not None:
            thing.members[member] = tuple(
                _thing(law, reading, member, data, where, thing) for where, data in group
            )
    return thing


def reader_of(law: ir.Law, kind: str, key: str) -> Reader[ir.Value]:
    """Return the reader of what a case supplies of a thing of a kind under a key."""
    return _limited_readers(law, kind).get(key) or _reader(suppliable(law, kind)[key])


def _limited_readers(law: ir.Law, kind: str) -> dict[str, Reader[ir.Value]]:
    """Return the readers of the facts that have limits, by key."""
    return {
        fact.key: within(_reader(fact.type), fact.least, fact.most)
        for fact in law.facts
        if fact.kind == kind and fact.limited
    }


def clauses_of(law: ir.Law, kind: str) -> Clauses:
    """Return the assumptions about things of a kind, by the keys of their facts."""
    return tuple(
        tuple((literal.key, literal.values) for literal in clause.literals)
        for clause in law.clauses
        if clause.kind == kind
    )


def _lists(law: ir.Law, kind: str) -> Iterator[tuple[str, str]]:
    for declared in law.kinds:
        if declared.parent == kind and declared.field is not None:
            yield declared.key, declared.field


def _reader(type_: Type) -> Reader[ir.Value]:
    match type_:
        case Choice():
            return choice_of({value: value for value in type_.values})
        case Money():
            return read_number
        case Basic():
            return _READERS[type_]
