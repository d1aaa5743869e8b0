"""A law as a package holds it: slots, rules, decisions, read from `law.json`.

`lawc.backends.python.as_data` writes the data. A slot is a row: the operation, the numbers of
the slots that it is made of, and the details; `lawc.plan.slots` says what each means.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from operator import attrgetter
from types import ModuleType
from typing import Any, NamedTuple, TypeAlias

from lawc.runtime.completions.turns import Limits
from lawc.runtime.logic import NOTHING
from lawc.runtime.values import Period, ProvisionRange, Shift, provision

Data: TypeAlias = Mapping[str, Any]


class Ref(NamedTuple):
    """A slot as it is seen from a thing: how far above the thing it stands, and its number."""

    depth: int
    number: int


class Slot(NamedTuple):
    """A value that is computed of a thing: an operation on slots, with its details."""

    op: str
    of: tuple[int, ...]
    detail: Any


class Kind(NamedTuple):
    """A kind of thing: its slots, and where its facts stand.

    `group` is the attribute of the list of them in a thing above, `field` its key in JSON;
    `attributes`, `types` and `domains` are those of the facts and the rest that a thing may be
    supplied with, by key; `limits` the least and the most of facts that are limited; `assumed`
    the functions of facts that assumptions may leave a single value; `clauses` these
    assumptions: in each, some fact has one of the values beside it.
    """

    key: str
    line: tuple[str, ...]
    group: str
    field: str
    slots: tuple[Slot, ...]
    attributes: Mapping[str, str]
    types: Mapping[str, str]
    domains: Mapping[str, tuple[Any, ...]]
    limits: Mapping[str, Limits]
    assumed: Mapping[str, Callable[[Any], Any]]
    clauses: tuple[tuple[tuple[str, tuple[Any, ...]], ...], ...]
    below: list[str]


class Rule(NamedTuple):
    """A provision that decides; its slots are seen from things of its kind.

    `by` are the places of the rules that displace it, `listed_in` the element whose list it is
    an item of.
    """

    place: int
    kind: str
    citation: str | None
    applies: Ref
    condition: Ref
    force: Ref | None
    start: date | None
    end: date | None
    by: tuple[int, ...]
    gives: tuple[Gives, ...]
    listed_in: str | None


class Gives(NamedTuple):
    """A value that a rule gives: whether it does, the value, and any further condition."""

    decision: str
    truth: Ref
    value: Ref
    when: Ref | None


class Giving(NamedTuple):
    """A value that a rule gives a decision, seen from the thing decided of.

    `number` is its place among the values of the rule, `listed` the list that the rule is an
    item of, with that place.
    """

    rule: Rule
    number: int
    truth: Ref
    value: Ref
    when: Ref | None
    listed: tuple[str, int] | None


class Refusing(NamedTuple):
    """A rule that only displaces, and the givings of another value than the default it stops.

    `stopped` is empty if these are all there are: the rule then refuses by itself.
    """

    rule: Rule
    stopped: tuple[int, ...]


class Decision(NamedTuple):
    """A decision about things of one kind.

    `slot` is its number; `read` reads a supplied value, which is called `attribute`; `dated`
    tells whether it may have no value for want of a version in force. `cases` are the facts to
    name if the decision is the same for every value of them, with how far above each stands.
    """

    key: str
    kind: str
    type: str
    slot: int
    how: str
    otherwise: Any
    attribute: str
    choice: Callable[[str], Any] | None
    dated: bool
    cases: tuple[tuple[int, str], ...]
    givings: tuple[Giving, ...]
    only: tuple[Refusing, ...]
    read: Callable[[Any], Any]


class Version(NamedTuple):
    """A version of a concept or a quantity: its days, and the provision that states it."""

    start: date | None
    end: date | None
    citation: str


class Law:
    """A law as data: its kinds, rules and decisions."""

    def __init__(self, text: str, facts: ModuleType) -> None:
        self.data: Data = json.loads(text)
        self.kept: list[Any] = []  # forms, see `forms`
        data = self.data
        self.law_day: str = data["law_day"] or ""
        self.month_end_up: bool = data["month_end_up"]
        self.order: Mapping[str, int] = {cite: n for n, cite in enumerate(data["order"])}
        self.kinds: dict[str, Kind] = {}
        for kind in data["kinds"]:
            self.kinds[kind["key"]] = self._kind(kind, facts)
        self.root = next(iter(self.kinds))
        self.rules = tuple([_rule(n, rule) for n, rule in enumerate(data["rules"])])
        self.decisions: dict[str, Decision] = {
            key: self._decision(key, decision, facts)
            for key, decision in data["decisions"].items()
        }
        self.of_kind: dict[str, tuple[Decision, ...]] = {
            kind: tuple(
                [decision for decision in self.decisions.values() if decision.kind == kind]
            )
            for kind in self.kinds
        }
        self.versions: Mapping[str, tuple[Version, ...]] = {
            key: tuple(
                [Version(*_force(v), v.get("citation", "")) for v in definition["versions"]]
            )
            for key, definition in data["defined"].items()
        }

    def _kind(self, data: Data, facts: ModuleType) -> Kind:
        above, known = data["above"], data["facts"]
        line = (data["key"], *(self.kinds[above].line if above else ()))
        if above:
            self.kinds[above].below.append(data["key"])
        return Kind(
            data["key"],
            line,
            data["group"],
            data["key_of_group"],
            tuple([_slot(row, self.month_end_up) for row in self.data["plan"][data["key"]]]),
            {key: fact["attribute"] for key, fact in known.items()},
            {key: fact["type"] for key, fact in known.items()},
            {key: _domain(fact, facts) for key, fact in known.items()},
            {k: _limits(*fact["limits"]) for k, fact in known.items() if "limits" in fact},
            {
                k: getattr(facts, fact["assumed"])
                for k, fact in known.items()
                if "assumed" in fact
            },
            tuple(
                tuple((key, tuple(values)) for key, values in clause)
                for clause in data.get("clauses", ())
            ),
            [],
        )

    def _decision(self, key: str, data: Data, facts: ModuleType) -> Decision:
        kind = self.kinds[data["kind"]]
        choice = getattr(facts, data["class"]) if "class" in data else None
        otherwise = NOTHING if data["otherwise"] is None else literal(*data["otherwise"])
        givings = []
        for place in data["rules"]:
            rule = self.rules[place]
            rise = kind.line.index(rule.kind)
            for n, gives in enumerate(rule.gives):
                if gives.decision == key:
                    truth, value = from_below(gives.truth, rise), from_below(gives.value, rise)
                    when = None if gives.when is None else from_below(gives.when, rise)
                    listed = None if rule.listed_in is None else (rule.listed_in, n)
                    givings.append(Giving(rule, n, truth, value, when, listed))
        attribute = kind.attributes[key]
        return Decision(
            key,
            kind.key,
            data["type"],
            data["slot"],
            data["how"],
            otherwise,
            attribute,
            choice,
            data.get("dated", False),
            tuple((kind.line.index(of), fact) for of, fact in data["cases"]),
            tuple(givings),
            tuple(self._only(givings, kind, otherwise)),
            attrgetter(attribute),
        )

    def _only(self, givings: list[Giving], kind: Kind, otherwise: Any) -> Iterator[Refusing]:
        """Yield the rules that only displace, with the givings of another value they stop."""
        granting = []
        for place, giving in enumerate(givings):
            slot = self.kinds[kind.line[giving.value.depth]].slots[giving.value.number]
            if not (slot.op == "constant" and slot.detail == otherwise):
                granting.append((place, giving))
        for place in sorted({by for _, giving in granting for by in giving.rule.by}):
            if not self.rules[place].gives:
                stopped = tuple([n for n, giving in granting if place in giving.rule.by])
                every = len(stopped) == len(granting)
                yield Refusing(self.rules[place], () if every else stopped)


def _rule(place: int, data: Data) -> Rule:
    gives = tuple([Gives(g[0], _ref(g[1]), _ref(g[2]), _maybe(g[3])) for g in data["gives"]])
    return Rule(
        place,
        data["kind"],
        data.get("citation"),
        _ref(data["applies"]),
        _ref(data["holds"]),
        _maybe(data.get("now")),
        *_force(data),
        tuple(data.get("by", ())),
        gives,
        data.get("listed_in"),
    )


def _ref(data: Any) -> Ref:
    return Ref(0, data) if isinstance(data, int) else Ref(*data)


def _maybe(data: Any) -> Ref | None:
    return None if data is None else _ref(data)


def from_below(ref: Ref, rise: int) -> Ref:
    """Return a slot as it is seen from a thing that stands `rise` below."""
    return Ref(ref.depth + rise, ref.number)


def _force(data: Data) -> tuple[date | None, date | None]:
    start, end = data.get("start"), data.get("end")
    return (
        None if start is None else date.fromisoformat(start),
        None if end is None else date.fromisoformat(end),
    )


def _domain(fact: Data, facts: ModuleType) -> tuple[Any, ...]:
    if fact["type"] == "truth":
        return (True, False)
    if fact["type"] == "choice":
        return tuple(map(getattr(facts, fact["class"]), fact["values"]))
    return ()


# --- slots -----------------------------------------------------------------------------------


def _slot(row: list[Any], month_end_up: bool) -> Slot:
    op, of, *detail = row
    return Slot(op, tuple(of), _detail(op, detail, month_end_up))


def _detail(op: str, detail: list[Any], month_end_up: bool) -> Any:
    match op:
        case "constant":
            return literal(*detail)
        case "one_of":
            return tuple(detail[0])
        case "under":
            return tuple([ProvisionRange(*map(provision, ends)) for ends in detail[0]])
        case "rounded":
            return detail[0], Fraction(detail[1])
        case "shifted":
            return Shift(Period(*detail[0]), month_end_up, detail[1])
        case "months":
            return month_end_up
        case "row" | "parts":
            return tuple(
                [
                    tuple([None if n is None else Fraction(n) for n in line])
                    for line in detail[0]
                ]
            )
        case "in_force":
            return tuple([None if day is None else date.fromisoformat(day) for day in detail])
        case "above" | "some" | "every" | "count" | "sum":
            return tuple(detail)
        case _:
            return detail[0] if detail else None


def _limits(least: str | None, most: str | None) -> Limits:
    """Return the least and the most that a fact can be."""
    return (
        None if least is None else Fraction(least),
        None if most is None else Fraction(most),
    )


def literal(type_: str, value: Any) -> Any:
    """Return a value of the law."""
    match type_:
        case "date":
            return date.fromisoformat(value)
        case "number" | "fraction" | "money":
            return Fraction(value)
        case "provision":
            return provision(value)
        case _:
            return value
