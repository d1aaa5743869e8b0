"""Explanations as JSON: one form, for generated packages and for `lawc why`.

Standard library only. `explanation.schema.json` of `lawc.backends.documents` says the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from lawc.runtime.amounts import Amount, RowUsed, amounts_once
from lawc.runtime.reasons import (
    VERSION,
    Answer,
    Combined,
    Explanation,
    FactUsed,
    Gift,
    Ground,
    Node,
    OutOfForce,
)
from lawc.runtime.repeated import said_once


class Context(NamedTuple):
    """What explanations are told with: the law, the days, the question of each fact.

    `questions` stand under the path of a fact without the numbers in it: `offences.category`.
    """

    title: str
    language: str
    days: tuple[tuple[str, date], ...]
    questions: Mapping[str, str]

    def question(self, path: str) -> str:
        """Return the question that asks for the fact at `path`, empty if there is none."""
        return self.questions.get(without_numbers(path), "")


def without_numbers(path: str) -> str:
    """Return a path without the numbers of members: `offences.category`."""
    return re.sub(r"\[[0-9]+\]", "", path)


class Explanations(tuple[Explanation, ...]):
    """The explanations of a case, one for each thing that is decided of."""

    context: Context

    def to_dict(self, case: str = "") -> dict[str, Any]:
        """Return them as JSON has them; `case` is what the caller calls the case."""
        return explanations_dict(self.context, case, self, None)

    def to_json(self, case: str = "") -> str:
        """Return `to_dict` as text of JSON."""
        return as_text(self.to_dict(case))


def explanations_dict(
    context: Context,
    case: str,
    explanations: Iterable[Explanation],
    what_if: list[dict[str, Any]] | None,
) -> dict[str, Any]:
    """Return the explanations of a case as values of JSON, every key always present."""
    return {
        "version": VERSION,
        "title": context.title,
        "language": context.language,
        "case": case,
        "days": {key: day.isoformat() for key, day in context.days},
        "explanations": [_explanation(one, context) for one in explanations],
        "what_if": what_if,
    }


def as_text(data: dict[str, Any]) -> str:
    """Return values of JSON as lines of text."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _explanation(one: Explanation, context: Context) -> dict[str, Any]:
    return {
        "thing": one.thing,
        "answers": [_answer(answer, context) for answer in one.answers],
        "grounds": [_ground(ground) for ground in one.grounds],
    }


def _answer(one: Answer, context: Context) -> dict[str, Any]:
    return {
        "decision": one.decision,
        "value": one.value,
        "settled": one.settled,
        "contradiction": one.contradiction,
        "established": one.established,
        "provisions": list(one.provisions),
        "needed": [{"path": path, "question": context.question(path)} for path in one.needed],
        "by_cases": list(one.by_cases),
        "not_in_force": [_out_of_force(out) for out in one.not_in_force],
        "combined": one.combined and _combined(one.combined),
    }


def _combined(one: Combined) -> dict[str, Any]:
    values = [{"provision": cited, "value": value} for cited, value in one.values]
    return {"how": one.how, "provision": one.citation, "values": values}


def _out_of_force(one: OutOfForce) -> dict[str, Any]:
    periods = [
        {"from": start and start.isoformat(), "to": end and end.isoformat()}
        for start, end in one.periods
    ]
    return {"provision": one.citation, "periods": periods}


def _ground(one: Ground) -> dict[str, Any]:
    amounts = amounts_once([gift.amount for gift in one.gives])
    return {
        "citation": one.citation,
        "text": one.text,
        "applies": one.applies,
        "in_force": one.in_force,
        "gives": [_gift(*both) for both in zip(one.gives, amounts, strict=True)],
        "displaced_by": list(one.displaced_by),
        "may_be_displaced_by": list(one.may_be_displaced_by),
        "source": one.source,
        "remark": one.remark,
        "condition": _node(said_once(one.condition)),
    }


def _gift(one: Gift, amount: Amount | None) -> dict[str, Any]:
    return {
        "decision": one.decision,
        "value": one.value,
        "when": one.when,
        "amount": amount and _amount(amount),
    }


def _amount(one: Amount) -> dict[str, Any]:
    head = one.head
    return {
        "makes": head.makes.value,
        "value": one.value,
        "nothing": one.nothing,
        "type": head.type,
        "currency": head.currency,
        "text": head.text,
        "key": head.key,
        "path": one.path,
        "citation": head.citation,
        "from": head.start and head.start.isoformat(),
        "to": head.end and head.end.isoformat(),
        "assumed": one.assumed,
        "provisions": list(one.provisions),
        "rounding": head.rounding and head.rounding._asdict(),
        "period": head.period and head.period._asdict(),
        "rows": [_row(row) for row in one.rows],
        "members": one.number,
        "counted": list(one.counted),
        "parts": [_amount(part) for part in one.parts],
    }


def _row(one: RowUsed) -> dict[str, Any]:
    return {**one.row._asdict(), "part": one.part, "product": one.product}


def _node(one: Node) -> dict[str, Any]:
    return {
        "text": one.text,
        "citation": one.citation,
        "truth": one.truth,
        "rests": one.rests.value,
        "number": one.number,
        "facts": [_fact(fact) for fact in one.facts],
        "source": one.source,
        "remark": one.remark,
        "parts": [_node(part) for part in one.parts],
    }


def _fact(one: FactUsed) -> dict[str, Any]:
    return {"path": one.path, "value": one.value, "assumed": one.assumed}
