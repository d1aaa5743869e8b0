"""A checked law as data: `law.json`, from which a package explains and says what is needed.

`plan` has the slots of each kind (`lawc.plan.slots`): the operation, the slots that it is made
of, the details. A slot is spoken of by its number, or by how far above the thing it stands and
its number. A condition that speaks is an object, as `lawc.meaning.skeleton` has it: `rests`,
`text`, `citation`, `parts` ..., and where it rests on facts `slot` and `reads`. An amount is an
object as `lawc.meaning.reckoning` has it: `makes`, `type`, `parts` ... What is as usual is left
out. A rule, a concept, a quantity or a slot is a line. `lawc.runtime.engine.law`
and `lawc.runtime.engine.trees` read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from operator import attrgetter
from typing import Any

from lawc.backends.python.element_data import elements_data
from lawc.backends.python.plan import Plan as Names
from lawc.backends.python.text import printable
from lawc.ir import nodes as ir
from lawc.ir.questions import questions
from lawc.ir.types import Basic, Choice, Type
from lawc.meaning.asking import Asked, AskedAmount, AskedRule, Read, Source, Version
from lawc.meaning.skeleton import Bones
from lawc.plan.build import exact, type_word
from lawc.plan.slots import Op, Plan, Ref, Slot
from lawc.runtime.amounts import AmountHead
from lawc.runtime.reasons import Rests
from lawc.runtime.values import Provision

VERSION = 4


def leaves_of(law: ir.Law, bones: Bones) -> tuple[tuple[ir.Expr, str], ...]:
    """Return the conditions that reasoning trees ask, each with the kind it is asked of."""
    kinds: dict[int, str] = {}
    waiting = [(rule.condition, law.rules[rule.place].kind) for rule in bones.rules]
    of = {definition.key: definition.kind for definition in law.definitions}
    for key, versions in bones.skeleton.definitions.items():
        waiting += [(version.condition, of[key]) for version in versions]
    for saying, parts in bones.elements:
        waiting += [(part.condition, saying.kind) for part in parts if part.condition]
    while waiting:
        node, kind = waiting.pop()
        if node.rests is Rests.FACTS:
            kinds[node.place] = kind
        inner = node.kind if node.rests in (Rests.SOME, Rests.EVERY) else kind
        waiting += [(part, inner) for part in node.parts]
    return tuple((expr, kinds[place]) for place, expr in enumerate(bones.leaves))


def as_data(names: Names, plan: Plan, bones: Bones) -> str:
    """Return the law as data, as text.

    `plan` was asked for the `leaves_of` the law, and then for its `sayings_of`.
    """
    return "".join(_pieces(names, plan, bones))


def _pieces(names: Names, plan: Plan, bones: Bones) -> Iterator[str]:
    """Yield the text bit by bit: the data of all rules at once would be ten times as large."""
    writing = _Writing(names, plan, bones)
    law = names.law
    whole: dict[str, Iterable[str]] = {
        "version": [_json(VERSION)],
        "act": [_json(law.act)],
        "title": [_json(law.title)],
        "language": [_json(law.language)],
        "questions": _rows("{}", (_entry(*question) for question in questions(law).items())),
        "law_day": [_json(law.law_day)],
        "month_end_up": [_json(bool(law.month_end_up))],
        "days": [_json(names.parameters)],
        "order": [_json(names.cited)],
        "kinds": _rows("[]", (_json(writing.kind(kind)) for kind in law.kinds)),
        "decisions": _rows(
            "{}",
            (_entry(decision.key, writing.decision(decision)) for decision in law.decisions),
        ),
        "grounds": [
            _json(
                {
                    key: [ground.place for ground in by]
                    for key, by in bones.skeleton.grounds.items()
                }
            )
        ],
        "defined": _rows(
            "{}", (_entry(key, definition) for key, definition in writing.defined())
        ),
        "rules": _rows("[]", (_json(writing.rule(rule)) for rule in bones.rules)),
        "elements": _rows(
            "{}", (_entry(*element) for element in elements_data(writing, bones))
        ),
        "plan": _rows(
            "{}",
            (
                f"{_json(key)}: {''.join(_rows('[]', map(_json, map(_slot, of.slots))))}"
                for key, of in plan.kinds.items()
            ),
        ),
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

    def __init__(self, names: Names, plan: Plan, bones: Bones) -> None:
        self.names = names
        self.plan = plan
        self.skeleton = bones.skeleton
        self.giving: dict[str, list[int]] = {
            decision.key: [] for decision in names.law.decisions
        }
        for place, rule in enumerate(names.law.rules):
            for key in dict.fromkeys(gives.decision for gives in rule.gives):
                self.giving[key].append(place)

    # --- what may be known ---

    def kind(self, kind: ir.Kind) -> dict[str, Any]:
        """Return a kind with all that can be said of a thing of it."""
        names, of = self.names, kind.parent or ""
        clauses = [
            [[part.key, list(part.values)] for part in clause.literals]
            for clause in names.law.clauses
            if clause.kind == kind.key
        ]
        return {
            "key": kind.key,
            "above": of,
            "group": names.fields[of, kind.field] if kind.field else "",
            "key_of_group": kind.field or "",
            **({"clauses": clauses} if clauses else {}),
            "facts": {
                key: self.fact(kind.key, key, type_)
                for key, type_ in names.suppliable(kind.key).items()
            },
        }

    def fact(self, kind: str, key: str, type_: Type) -> dict[str, Any]:
        """Return where a fact stands, and what is known of it."""
        names = self.names
        attribute = names.fields[kind, key]
        data: dict[str, Any] = {"attribute": attribute, **self.type(type_)}
        if isinstance(type_, Choice):
            data["values"] = type_.values
        limits = names.limits.get((kind, key))
        if limits is not None:
            data["limits"] = [None if limit is None else str(limit) for limit in limits]
        if (kind, key) in names.assumable:
            data["assumed"] = f"{attribute}_of_{names.variables[kind]}"
        return data

    def type(self, type_: Type) -> dict[str, str]:
        """Return a type, of a choice also its class."""
        match type_:
            case Choice():
                return {"type": "choice", "class": self.names.enum(type_)}
            case Basic():
                return {"type": type_.value}
            case _:
                return {"type": "money"}

    # --- what the law says ---

    def decision(self, decision: ir.Decision) -> dict[str, Any]:
        """Return a decision with the rules that give it."""
        otherwise = None
        if decision.otherwise is not None:
            otherwise = _literal(type_word(decision.type), exact(decision.otherwise))
        return {
            "kind": decision.kind,
            **self.type(decision.type),
            "how": decision.combine.value,
            **self.combined_in(decision),
            "otherwise": otherwise,
            **({"dated": True} if decision.key in self.names.lapsing else {}),
            "slot": self.plan.decided[decision.key],
            "cases": [[fact.kind, fact.key] for fact in decision.cases],
            "rules": self.giving[decision.key],
        }

    def combined_in(self, decision: ir.Decision) -> dict[str, str]:
        """Return the provision that says how several values combine."""
        citation = self.names.citations.get(decision.combined_in, "")
        return {"combined_in": citation} if citation else {}

    def rule(self, node: AskedRule) -> dict[str, Any]:
        """Return a rule: its condition, what it gives, what displaces it."""
        rule, slots = self.names.law.rules[node.place], self.plan.rules[node.place]
        gives = [
            [gift.decision, _seen(gift.truth), _seen(gift.value), _maybe(gift.when), *amount]
            for gift, amount in zip(slots.gives, map(self.amounts, node.gives), strict=True)
        ]
        now = {} if slots.force is None else {"now": _seen(slots.force)}
        return {
            **({} if node.citation == "" else {"citation": node.citation}),
            "kind": rule.kind,
            "text": node.text,
            "condition": self.node(node.condition),
            "applies": _seen(slots.applies),
            "holds": _seen(slots.condition),
            **now,
            "gives": gives,
            **({"listed_in": rule.listed_in} if gives and rule.listed_in else {}),
            **({"by": [place for place, _ in node.displacers]} if node.displacers else {}),
            **_force(node.start, node.end),
            **_marks(node),
        }

    def defined(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the concepts and the quantities."""
        law = self.names.law
        kinds = {definition.key: definition.kind for definition in law.definitions}
        for key, versions in self.skeleton.definitions.items():
            means = [self.version(version) for version in versions]
            yield (
                key,
                {"what": "concept", "kind": kinds[key], "type": "truth", "versions": means},
            )
        for key in dict.fromkeys(quantity.key for quantity in law.quantities):
            amounts = self.names.quantity(key)
            yield (
                key,
                {
                    "what": "quantity",
                    "kind": amounts[0].kind,
                    **self.type(amounts[0].type),
                    "versions": [
                        {
                            **_force(quantity.force.start, quantity.force.end),
                            **self.cited(quantity),
                            "head": _head(version.head),
                            "amount": self.amount(version.amount),
                        }
                        for quantity, version in zip(
                            amounts, self.skeleton.amounts[key], strict=True
                        )
                    ],
                },
            )

    def cited(self, quantity: ir.QuantityDefinition) -> dict[str, str]:
        """Return where an amount is said that is in force for a time."""
        citation = self.names.citations.get(quantity.eid, "")
        return {"citation": citation} if citation and quantity.force != ir.ALWAYS else {}

    def version(self, version: Version) -> dict[str, Any]:
        """Return what a concept means for a time."""
        return {"means": self.node(version.condition), **_force(version.start, version.end)}

    # --- amounts ---

    def amounts(self, amount: AskedAmount | None) -> list[dict[str, Any]]:
        """Return the amount of what a rule gives, none where the provision says the value."""
        return [] if amount is None else [self.amount(amount)]

    def amount(self, amount: AskedAmount) -> dict[str, Any]:
        """Return an amount: what the law says of it, its slot and its parts."""
        data = _head(amount.head)
        if amount.written is not None:
            data["value"] = amount.written
        if amount.kind:
            data["kind"] = amount.kind
        if amount.place >= 0:
            data["slot"] = _seen(self.plan.values[amount.place])
        if amount.parts:
            data["parts"] = [self.amount(part) for part in amount.parts]
        return data

    # --- conditions and values ---

    def node(self, node: Asked) -> dict[str, Any]:
        """Return a node of the skeleton, a condition of facts with what it asks."""
        rests = node.rests
        words = zip(_SAID, _said(node), strict=True)
        data: dict[str, Any] = {"rests": rests.value}
        data |= {name: word for name, word in words if word}
        if rests is Rests.FACTS:
            data["slot"] = _seen(self.plan.conditions[node.place])
            data["reads"] = [_read(read) for read in node.reads]
        elif rests is Rests.APPLIES:
            data["place"] = node.place
        if rests is Rests.SOME or rests is Rests.AT_LEAST:
            data["number"] = node.number
        if node.parts:
            data["parts"] = [self.node(part) for part in node.parts]
        return data


_SAID = ("text", "citation", "number", "kind", "key", "source", "remark")
_said = attrgetter(*_SAID)


def _head(head: AmountHead) -> dict[str, Any]:
    """Return what the law says of an amount; days stand with the version of a quantity."""
    words = {name: getattr(head, name) for name in _OF_HEAD}
    return {"makes": head.makes.value, **{name: word for name, word in words.items() if word}}


_OF_HEAD = ("type", "currency", "text", "key", "citation", "rounding", "period", "rows")


def _seen(ref: Ref) -> int | list[int]:
    return [ref.depth, ref.number] if ref.depth else ref.number


def _maybe(ref: Ref | None) -> int | list[int] | None:
    return None if ref is None else _seen(ref)


def _slot(slot: Slot) -> list[Any]:
    """Return a slot as a row: the operation, the slots that it is made of, the details."""
    detail: tuple[Any, ...] = slot.detail
    match slot.op:
        case Op.CONSTANT:
            detail = _literal(*detail)
        case Op.UNDER:
            detail = ([[str(span.first), str(span.last)] for span in detail[0]],)
        case Op.ROUNDED:
            detail = (detail[0], str(detail[1]))
        case Op.ROW | Op.PARTS:
            detail = ([[None if n is None else str(n) for n in row] for row in detail[0]],)
        case Op.IN_FORCE:
            detail = tuple(None if day is None else day.isoformat() for day in detail)
    return [slot.op.value, slot.of, *detail]


def _literal(type_: str, value: ir.Value) -> tuple[str, bool | int | str]:
    match value:
        case bool():
            return type_, value
        case date():
            return type_, value.isoformat()
        case int() if type_ == "count":
            return type_, value
        case int() | Fraction() | Provision():
            return type_, str(value)
        case str():
            return type_, value


def _read(read: Read) -> list[Any]:
    match read.source:
        case Source.DAY:
            return ["day", read.key]
        case Source.MEMBERS:
            return ["members", read.kind, [_read(fact) for fact in read.within]]
        case source:
            return [source.value, read.kind, read.key]


def _force(start: date | None, end: date | None) -> dict[str, str]:
    days = {"start": start, "end": end}
    return {name: day.isoformat() for name, day in days.items() if day is not None}


def _marks(rule: AskedRule) -> dict[str, str]:
    texts = {"source": rule.source, "remark": rule.remark}
    return {name: text for name, text in texts.items() if text}
