"""Two laws under one set of names, and the units of logic in which they differ.

The elements of the old law take the names of the new elements that they are; one that is gone
keeps its own with a sign (`name_of_gone`). Texts go: logic is left. A *unit* is one of these:

- what one place of a law says: the rules of an element, the meaning of a concept, a day;
- the place of an element, if provisions name an element around it, and displace that, say;
- the order of the grounds for a decision, the first of which is cited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from operator import ne
from typing import Any, TypeAlias

from lawc.compare.matching import Same
from lawc.ir import nodes as ir
from lawc.ir.walk import every_part, rebuilt
from lawc.meaning.world import World
from lawc.records import dataclass

Key: TypeAlias = tuple[str, ...]
"""The name of a unit: what it is, its element or empty, its key or empty."""
Unit: TypeAlias = tuple[Any, ...]
"""The nodes of a unit, in the order of the law."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of an element."""

    eid: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Order:
    """The elements whose rules give a decision, in the order of the text."""

    eids: tuple[str, ...]


RULES, MEANING, QUANTITY, DAY, DECISION, TRIED, DECLARED, PLACE, ORDER = (
    "rules",
    "meaning",
    "quantity",
    "day",
    "decision",
    "tried",
    "declared",
    "place",
    "order",
)


_GONE = "~"  # which no name of an element has


def name_of_gone(eid: str) -> str:
    """Return the name, in the logic of both laws, of an element that the new one lacks."""
    return f"{eid}{_GONE}"


def own_name(name: str) -> str:
    """Return the name of an element in its own law."""
    return name.removesuffix(_GONE)


def under_one_set_of_names(old: ir.Law, new: ir.Law, same: Same) -> Both:
    """Return both laws without texts, the old elements under the names of the new."""
    back = {before: after for after, before in same.items()}
    names = {
        element.eid: back.get(element.eid, name_of_gone(element.eid))
        for element in old.elements
    }
    total = any(
        decision.combine is ir.Combine.TOTAL for decision in (*old.decisions, *new.decisions)
    )
    return Both(bare(old, names, total=total), bare(new, {}, total=total))


def bare(law: ir.Law, names: Mapping[str, str], *, total: bool) -> ir.Law:
    """Return a law without texts, its elements under other names."""

    def name(eid: str) -> str:
        return names.get(eid, eid)

    def renamed(eid: str | None) -> str | None:
        return None if eid is None else name(eid)

    def stripped(expr: Any) -> Any:
        match expr:
            case ir.Stated(_, part, eid):
                return ir.Stated("", stripped(part), renamed(eid))
            case ir.Applies(eids):
                return ir.Applies(tuple(sorted(map(name, eids))))
            case ir.Under(subject, ranges):
                return ir.Under(stripped(subject), tuple(sorted(ranges, key=repr)))
            case ir.OneOf(subject, values):
                return ir.OneOf(stripped(subject), tuple(sorted(values)))
            case None:
                return None
            case _:
                return rebuilt(expr, stripped)

    def rule(rule: ir.Rule) -> ir.Rule:
        return replace(
            rule,
            eid=name(rule.eid),
            condition=stripped(rule.condition),
            gives=tuple(
                ir.Gives(gives.decision, stripped(gives.value), stripped(gives.when))
                for gives in rule.gives
            ),
            displaces=tuple(sorted(map(name, rule.displaces))),
            text="",
            listed_in=renamed(rule.listed_in) if total else None,  # else it counts for nothing
        )

    def element(element: ir.Element) -> ir.Element:
        parent = renamed(element.parent)
        return ir.Element(name(element.eid), "", "", "", "", parent, None, element.inert)

    return replace(
        law,
        title="",
        facts=tuple(replace(fact, question="") for fact in law.facts),
        parameters=tuple(
            replace(day, eid=renamed(day.eid), question="") for day in law.parameters
        ),
        elements=tuple(map(element, law.elements)),
        definitions=tuple(
            replace(meaning, eid=name(meaning.eid), condition=stripped(meaning.condition))
            for meaning in law.definitions
        ),
        quantities=tuple(
            replace(amount, eid=name(amount.eid), value=stripped(amount.value), text="")
            for amount in law.quantities
        ),
        rules=tuple(map(rule, law.rules)),
    )


# --- units ------------------------------------------------------------------------------


def units(law: ir.Law) -> Mapping[Key, Unit]:
    """Return the units of a law without texts."""
    nodes: dict[Key, list[Any]] = {}
    for rule in law.rules:
        nodes.setdefault((RULES, rule.eid, ""), []).append(rule)
    for meaning in law.definitions:
        nodes.setdefault((MEANING, meaning.eid, meaning.key), []).append(meaning)
    for amount in law.quantities:
        nodes.setdefault((QUANTITY, amount.eid, amount.key), []).append(amount)
    for day in law.parameters:
        if day.value is not None:
            nodes[DAY, "", day.key] = [day]
    for decision in law.decisions:
        nodes[DECISION, "", decision.key] = [replace(decision, better=None, cases=())]
        nodes[TRIED, "", decision.key] = list(decision.cases)
    nodes[DECLARED, "", ""] = [law.clauses, law.month_end_up]
    for element in law.elements:
        nodes[PLACE, element.eid, ""] = [Place(element.eid, element.parent)]
    for decision in law.decisions:
        giving = (r.eid for r in law.rules if any(g.decision == decision.key for g in r.gives))
        nodes[ORDER, "", decision.key] = [Order(tuple(dict.fromkeys(giving)))]
    return {key: tuple(unit) for key, unit in nodes.items()}


def changed_units(both: Both) -> tuple[Key, ...]:
    """Return the units that are not the same in both laws, in the order of the new law.

    The facts that are tried follow from the provisions: they are a change only if there is no
    other.
    """
    differing = [key for key in {**both.after, **both.before} if ne(*both.of(key))]
    moved = moved_to_effect(both.old, both.new)
    effective = tuple(
        key
        for key in differing
        if key[0] not in {PLACE, ORDER}
        or (key[0] == PLACE and key[1] in moved)
        or (key[0] == ORDER and reordered(*both.of(key)))
    )
    return tuple(key for key in effective if key[0] != TRIED) or effective


def reordered(old: Unit, new: Unit) -> frozenset[str]:
    """Return the elements in both whose order among these has changed."""
    if not (old and new):
        return frozenset()
    (was,), (now,) = old, new
    first = [eid for eid in was.eids if eid in now.eids]
    second = [eid for eid in now.eids if eid in was.eids]
    return frozenset(a for a, b in zip(first, second, strict=True) if a != b)


def moved_to_effect(old: ir.Law, new: ir.Law) -> frozenset[str]:
    """Return the elements that moved out of or into an element that provisions name."""
    named = {eid for law in (old, new) for eid in _named_elements(law)}
    worlds = [World(law, {}) for law in (old, new)]
    shared = worlds[0].elements.keys() & worlds[1].elements.keys()
    return frozenset(
        eid
        for eid in shared
        if worlds[0].elements[eid].parent != worlds[1].elements[eid].parent
        and len({frozenset(named.intersection(world.above(eid)[1:])) for world in worlds}) > 1
    )


def _named_elements(law: ir.Law) -> Iterator[str]:
    """Yield the elements that a law names with all inside them."""
    for rule in law.rules:
        yield from rule.displaces
    for part in every_part(law):
        if isinstance(part, ir.Applies):
            yield from part.eids


@dataclass(frozen=True)
class Both:
    """Two laws under one set of names."""

    old: ir.Law
    new: ir.Law

    @cached_property
    def before(self) -> Mapping[Key, Unit]:
        """The units of the old law."""
        return units(self.old)

    @cached_property
    def after(self) -> Mapping[Key, Unit]:
        """The units of the new law."""
        return units(self.new)

    def of(self, key: Key) -> tuple[Unit, Unit]:
        """Return a unit as it was and as it is, empty on the side that lacks it."""
        return self.before.get(key, ()), self.after.get(key, ())

    def with_units(self, taken: Mapping[Key, Unit]) -> ir.Law:
        """Return the new law with other units, and the elements of both."""
        return _assemble(self.new, self.old, {**self.after, **taken})

    def without(self, keys: Iterable[Key]) -> ir.Law:
        """Return the new law with the units `keys` as the old one has them."""
        wanted = set(keys)
        gone = dict.fromkeys((key for key in self.after if key in wanted), ())
        kept = {key: unit for key, unit in self.before.items() if key in wanted}
        return self.with_units({**gone, **kept})


def _assemble(law: ir.Law, other: ir.Law, taken: Mapping[Key, Unit]) -> ir.Law:
    """Return `law` whose units are `taken`; the elements are those of both laws."""

    def of(what: str) -> tuple[Any, ...]:
        return tuple(node for key, unit in taken.items() if key[0] == what for node in unit)

    days = {key[2] for key in taken if key[0] == DAY}
    open_days = (
        replace(day, value=None, eid=None) for day in law.parameters if day.key not in days
    )
    clauses, month_end_up = taken[DECLARED, "", ""]
    eids = {element.eid for element in law.elements}
    more = tuple(element for element in other.elements if element.eid not in eids)
    decisions = {decision.key: decision for decision in (*other.decisions, *law.decisions)}
    places = {place.eid: place.parent for place in of(PLACE)}
    return replace(
        law,
        kinds=tuple(dict.fromkeys((*law.kinds, *other.kinds))),
        facts=tuple(dict.fromkeys((*law.facts, *other.facts))),
        elements=tuple(
            replace(element, parent=places.get(element.eid, element.parent))
            for element in (*law.elements, *more)
        ),
        rules=of(RULES),
        definitions=of(MEANING),
        quantities=of(QUANTITY),
        parameters=(*open_days, *of(DAY)),
        decisions=tuple(
            replace(
                decision,
                better=decisions[decision.key].better,
                cases=decisions[decision.key].cases,
            )
            for decision in of(DECISION)
        ),
        clauses=clauses,
        law_day=law.law_day or other.law_day,  # what is taken may be of its days
        month_end_up=month_end_up,
    )
