"""A checked law as data: `law.json`, from which a package explains and decides what is hard.

A condition that speaks is an object, as `lawc.meaning.skeleton` has it: `rests`, `text`,
`citation`, `parts` ..., and where it rests on facts `when` and `reads`. A condition or a value
inside one is a list: a word, then what belongs to it, as `["not", ["fact", "person", "sex"]]`.
What is as usual is left out. One rule, concept or quantity a line, so that a change of the law
is a change of its lines. `lawc.runtime.engine.reading` reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from operator import attrgetter
from typing import Any

from lawc.backends.python.exclusion import may_rest_on_contradiction
from lawc.backends.python.plan import Plan
from lawc.backends.python.text import printable
from lawc.ir import nodes as ir
from lawc.ir.questions import questions
from lawc.ir.types import Basic, Choice, Type
from lawc.meaning.asking import Asked, AskedRule, Read, Source, Version
from lawc.meaning.skeleton import Bones
from lawc.runtime.reasons import Rests
from lawc.runtime.values import Provision

VERSION = 1

_COMPUTED: dict[type, str] = {
    ir.Total: "total",
    ir.Product: "product",
    ir.Largest: "largest",
    ir.Smallest: "smallest",
    ir.Difference: "less",
    ir.DaysBetween: "days",
}


def as_data(plan: Plan, bones: Bones) -> str:
    """Return the law as data, as text."""
    return "".join(_pieces(plan, bones))


def _pieces(plan: Plan, bones: Bones) -> Iterator[str]:
    """Yield the text bit by bit: the data of all rules at once would be ten times as large."""
    writing = _Writing(plan, bones)
    law = plan.law
    whole: dict[str, Iterable[str]] = {
        "version": [_json(VERSION)],
        "act": [_json(law.act)],
        "title": [_json(law.title)],
        "language": [_json(law.language)],
        "questions": _rows("{}", (_entry(*one) for one in questions(law).items())),
        "law_day": [_json(law.law_day)],
        "month_end_up": [_json(bool(law.month_end_up))],
        "days": [_json(plan.parameters)],
        "order": [_json(plan.cited)],
        "kinds": _rows("[]", (_json(writing.kind(one)) for one in law.kinds)),
        "decisions": _rows(
            "{}", (_entry(one.key, writing.decision(one)) for one in law.decisions)
        ),
        "grounds": [
            _json(
                {key: [one.place for one in by] for key, by in bones.skeleton.grounds.items()}
            )
        ],
        "defined": _rows("{}", (_entry(key, one) for key, one in writing.defined())),
        "rules": _rows("[]", (_json(writing.rule(one)) for one in bones.rules)),
    }
    before = "{\n"
    for key, pieces in whole.items():
        yield f"{before}{_json(key)}: "
        yield from pieces
        before = ",\n"
    yield "\n}\n"


def _rows(brackets: str, rows: Iterable[str]) -> Iterator[str]:
    """Yield the pieces of a list or an object that has each of its rows on a line."""
    before = f"{brackets[0]}\n"
    for row in rows:
        yield before
        yield row
        before = ",\n"
    yield f"\n{brackets[1]}" if before == ",\n" else brackets


def _entry(key: str, value: Any) -> str:
    return f"{_json(key)}: {_json(value)}"


_encoded = json.JSONEncoder(ensure_ascii=False).encode


def _json(value: Any) -> str:
    return printable(_encoded(value))


class _Writing:
    """The data of one law while they are written."""

    def __init__(self, plan: Plan, bones: Bones) -> None:
        self.plan = plan
        self.leaves = bones.leaves
        self.skeleton = bones.skeleton
        self.giving: dict[str, list[int]] = {one.key: [] for one in plan.law.decisions}
        for place, rule in enumerate(plan.law.rules):
            for key in dict.fromkeys(gives.decision for gives in rule.gives):
                self.giving[key].append(place)

    # --- what may be known ---

    def kind(self, kind: ir.Kind) -> dict[str, Any]:
        """Return a kind with all that can be said of a thing of it."""
        plan, of = self.plan, kind.parent or ""
        clauses = [
            [[part.key, list(part.values)] for part in clause.literals]
            for clause in plan.law.clauses
            if clause.kind == kind.key
        ]
        return {
            "key": kind.key,
            "above": of,
            "group": plan.fields[of, kind.field] if kind.field else "",
            "key_of_group": kind.field or "",
            "possible": f"possible_{plan.variables[kind.key]}",
            **({"clauses": clauses} if clauses else {}),
            "facts": {
                key: self.fact(kind.key, key, type_)
                for key, type_ in plan.suppliable(kind.key).items()
            },
        }

    def fact(self, kind: str, key: str, type_: Type) -> dict[str, Any]:
        """Return where a fact stands, and what is known of it."""
        plan = self.plan
        attribute = plan.fields[kind, key]
        found: dict[str, Any] = {"attribute": attribute, **self.type(type_)}
        if isinstance(type_, Choice):
            found["values"] = type_.values
        if (kind, key) in plan.assumable:
            found["assumed"] = f"{attribute}_of_{plan.variables[kind]}"
            mates = dict.fromkeys(
                part.key
                for clause in plan.law.clauses
                if clause.kind == kind and any(one.key == key for one in clause.literals)
                for part in clause.literals
                if part.key != key
            )
            found["mates"] = list(mates)
        return found

    def type(self, type_: Type) -> dict[str, str]:
        """Return a type, of a choice also its class."""
        match type_:
            case Choice():
                return {"type": "choice", "class": self.plan.enum(type_)}
            case Basic():
                return {"type": type_.value}
            case _:
                return {"type": "money"}

    # --- what the law says ---

    def decision(self, one: ir.Decision) -> dict[str, Any]:
        """Return a decision with the rules that give it."""
        otherwise = None
        if one.otherwise is not None:
            otherwise = self.value(ir.Literal(one.otherwise, one.type))
        return {
            "kind": one.kind,
            **self.type(one.type),
            "how": one.combine.value,
            "otherwise": otherwise,
            **({"dated": True} if one.key in self.plan.lapsing else {}),
            "contrary": may_rest_on_contradiction(self.plan, one),
            "cases": [[fact.kind, fact.key] for fact in one.cases],
            "rules": self.giving[one.key],
        }

    def rule(self, asked: AskedRule) -> dict[str, Any]:
        """Return a rule: its condition, what it gives, what displaces it."""
        rule = self.plan.law.rules[asked.place]
        gives = [
            [
                one.decision,
                self.value(one.value),
                None if one.when is None else self.value(one.when),
            ]
            for one in rule.gives
        ]
        return {
            **({} if asked.citation == "" else {"citation": asked.citation}),
            "text": asked.text,
            "condition": self.node(asked.condition),
            **({"gives": gives} if gives else {}),
            **({"listed_in": rule.listed_in} if gives and rule.listed_in else {}),
            **({"by": [place for place, _ in asked.displacers]} if asked.displacers else {}),
            **_force(asked.start, asked.end),
            **_marks(asked),
        }

    def defined(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the concepts and the quantities."""
        law = self.plan.law
        kinds = {one.key: one.kind for one in law.definitions}
        for key, versions in self.skeleton.definitions.items():
            means = [self.version(one) for one in versions]
            yield (
                key,
                {"what": "concept", "kind": kinds[key], "type": "truth", "versions": means},
            )
        for key in dict.fromkeys(one.key for one in law.quantities):
            amounts = self.plan.quantity(key)
            yield (
                key,
                {
                    "what": "quantity",
                    "kind": amounts[0].kind,
                    **self.type(amounts[0].type),
                    "versions": [
                        {
                            "means": self.value(one.value),
                            **_force(one.force.start, one.force.end),
                            **self.cited(one),
                        }
                        for one in amounts
                    ],
                },
            )

    def cited(self, one: ir.QuantityDefinition) -> dict[str, str]:
        """Return where an amount is said that is in force for a time."""
        citation = self.plan.citations.get(one.eid, "")
        return {"citation": citation} if citation and one.force != ir.ALWAYS else {}

    def version(self, one: Version) -> dict[str, Any]:
        """Return what a concept means for a time."""
        return {"means": self.node(one.condition), **_force(one.start, one.end)}

    def amount(self, one: ir.QuantityDefinition) -> dict[str, Any]:
        """Return what a quantity is for a time."""
        return {"means": self.value(one.value), **_force(one.force.start, one.force.end)}

    # --- conditions and values ---

    def node(self, asked: Asked) -> dict[str, Any]:
        """Return a node of the skeleton, a condition of facts with what it asks."""
        rests = asked.rests
        said = zip(_SAID, _said(asked), strict=True)
        found: dict[str, Any] = {"rests": rests.value}
        found |= {name: given for name, given in said if given}
        if rests is Rests.FACTS:
            found["when"] = self.value(self.leaves[asked.place])
            found["reads"] = [_read(one) for one in asked.reads]
        elif rests is Rests.APPLIES:
            found["place"] = asked.place
        if rests is Rests.SOME or rests is Rests.AT_LEAST:
            found["number"] = asked.number
        if asked.parts:
            found["parts"] = [self.node(one) for one in asked.parts]
        return found

    def value(self, expr: ir.Expr) -> list[Any]:  # noqa: C901
        """Return a condition or a value."""
        match expr:  # the most frequent first
            case ir.Stated(_, part):
                return self.value(part)
            case ir.Fact(kind, key):
                return ["fact", kind, key]
            case ir.Not(part):
                return ["not", self.value(part)]
            case ir.OneOf(subject, values):
                return ["one_of", list(values), self.value(subject)]
            case ir.Literal(said, type_):
                return ["literal", *_literal(said, type_)]
            case ir.Parameter(key):
                return ["day", key]
            case ir.Concept(key) | ir.Quantity(key):
                return ["use", key]
            case ir.Decided(key):
                return ["decided", key]
            case ir.Applies(eids):
                return ["applies", list(self.plan.under(eids))]
            case ir.All(parts):
                return ["all", *map(self.value, parts)]
            case ir.Any(parts):
                return ["any", *map(self.value, parts)]
            case ir.AtLeast(number, parts):
                return ["at_least", number, *map(self.value, parts)]
            case ir.Some(number, kind, part):
                return ["some", number, kind, self.value(part)]
            case ir.Every(kind, part):
                return ["every", kind, self.value(part)]
            case ir.CountOf(kind, condition):
                return ["number", kind, None if condition is None else self.value(condition)]
            case ir.TotalOf(kind, part):
                return ["sum", kind, self.value(part)]
            case ir.Under(subject, ranges):
                spans = [[str(one.first), str(one.last)] for one in ranges]
                return ["under", spans, self.value(subject)]
            case ir.Compare(op, left, right):
                return [op.value, self.value(left), self.value(right)]
            case ir.Rounded(part, rounding, unit):
                return ["rounded", rounding.value, str(unit), self.value(part)]
            case ir.Shifted(day, period, before):
                return ["ahead" if before else "after", list(period), self.value(day)]
            case ir.Bracketed(subject, rows, by_part):
                table = [
                    [_number(one.over), _number(one.up_to), str(one.value)] for one in rows
                ]
                return ["parts" if by_part else "row", table, self.value(subject)]
            case ir.IfAny(part):
                return ["if_any", self.value(part)]
            case ir.Difference(left, right):
                return ["less", self.value(left), self.value(right)]
            case ir.DaysBetween(start, end):
                return ["days", self.value(start), self.value(end)]
            case ir.Total(parts) | ir.Product(parts) | ir.Largest(parts) | ir.Smallest(parts):
                return [_COMPUTED[type(expr)], *map(self.value, parts)]


_SAID = ("text", "citation", "number", "kind", "key", "source", "remark")
_said = attrgetter(*_SAID)


def _number(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def _literal(said: ir.Value, type_: Type) -> tuple[str, bool | int | str]:
    match said:
        case bool():
            return "truth", said
        case date():
            return "date", said.isoformat()
        case Provision():
            return "provision", str(said)
        case int() if type_ is Basic.COUNT:
            return "count", said
        case int() | Fraction():
            return "number", str(said)
        case str():
            return "choice", said


def _read(read: Read) -> list[Any]:
    match read.source:
        case Source.DAY:
            return ["day", read.key]
        case Source.MEMBERS:
            return ["members", read.kind, [_read(one) for one in read.within]]
        case source:
            return [source.value, read.kind, read.key]


def _force(start: date | None, end: date | None) -> dict[str, str]:
    days = {"start": start, "end": end}
    return {name: day.isoformat() for name, day in days.items() if day is not None}


def _marks(asked: AskedRule) -> dict[str, str]:
    found = {"source": asked.source, "remark": asked.remark}
    return {name: text for name, text in found.items() if text}
