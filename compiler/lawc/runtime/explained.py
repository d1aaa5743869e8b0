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
from lawc.runtime.repeated import lay_out_once


class Context(NamedTuple):
    """The context of explanations: the law, the days, the question of each fact.

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
    """The explanations of a case: of each thing that the law decides of."""

    context: Context

    def to_dict(self, case: str = "") -> dict[str, Any]:
        """Return the explanations as JSON has them; `case` is the caller's name of the case."""
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
        "explanations": [_explanation(explanation, context) for explanation in explanations],
        "what_if": what_if,
    }


def as_text(data: dict[str, Any]) -> str:
    """Return values of JSON as lines of text."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _explanation(explanation: Explanation, context: Context) -> dict[str, Any]:
    return {
        "thing": explanation.thing,
        "answers": [_answer(answer, context) for answer in explanation.answers],
        "grounds": [ground_dict(ground) for ground in explanation.grounds],
    }


def _answer(answer: Answer, context: Context) -> dict[str, Any]:
    return {
        "decision": answer.decision,
        "value": answer.value,
        "settled": answer.settled,
        "contradiction": answer.contradiction,
        "established": answer.established,
        "provisions": list(answer.provisions),
        "needed": [
            {"path": path, "question": context.question(path)} for path in answer.needed
        ],
        "by_cases": list(answer.by_cases),
        "not_in_force": [_out_of_force(provision) for provision in answer.not_in_force],
        "combined": answer.combined and _combined(answer.combined),
    }


def _combined(combined: Combined) -> dict[str, Any]:
    values = [{"provision": cited, "value": value} for cited, value in combined.values]
    return {"how": combined.how, "provision": combined.citation, "values": values}


def _out_of_force(provision: OutOfForce) -> dict[str, Any]:
    periods = [
        {"from": start and start.isoformat(), "to": end and end.isoformat()}
        for start, end in provision.periods
    ]
    return {"provision": provision.citation, "periods": periods}


def ground_dict(ground: Ground) -> dict[str, Any]:
    """Return a ground as values of JSON."""
    amounts = amounts_once([gift.amount for gift in ground.gives])
    return {
        "citation": ground.citation,
        "text": ground.text,
        "applies": ground.applies,
        "in_force": ground.in_force,
        "gives": [_gift(*both) for both in zip(ground.gives, amounts, strict=True)],
        "displaced_by": list(ground.displaced_by),
        "may_be_displaced_by": list(ground.may_be_displaced_by),
        "source": ground.source,
        "remark": ground.remark,
        "condition": _node(lay_out_once(ground.condition)),
    }


def _gift(gift: Gift, amount: Amount | None) -> dict[str, Any]:
    return {
        "decision": gift.decision,
        "value": gift.value,
        "when": gift.when,
        "amount": amount and _amount(amount),
    }


def _amount(amount: Amount) -> dict[str, Any]:
    head = amount.head
    return {
        "makes": head.makes.value,
        "value": amount.value,
        "nothing": amount.nothing,
        "type": head.type,
        "currency": head.currency,
        "text": head.text,
        "key": head.key,
        "path": amount.path,
        "citation": head.citation,
        "from": head.start and head.start.isoformat(),
        "to": head.end and head.end.isoformat(),
        "assumed": amount.assumed,
        "provisions": list(amount.provisions),
        "rounding": head.rounding and head.rounding._asdict(),
        "period": head.period and head.period._asdict(),
        "rows": [_row(row) for row in amount.rows],
        "members": amount.number,
        "counted": list(amount.counted),
        "parts": [_amount(part) for part in amount.parts],
    }


def _row(used: RowUsed) -> dict[str, Any]:
    return {**used.row._asdict(), "part": used.part, "product": used.product}


def _node(node: Node) -> dict[str, Any]:
    return {
        "text": node.text,
        "citation": node.citation,
        "truth": node.truth,
        "rests": node.rests.value,
        "number": node.number,
        "facts": [_fact(fact) for fact in node.facts],
        "source": node.source,
        "remark": node.remark,
        "parts": [_node(part) for part in node.parts],
    }


def _fact(fact: FactUsed) -> dict[str, Any]:
    return {
        "path": fact.path,
        "value": fact.value,
        "assumed": fact.assumed,
        "nothing": fact.nothing,
    }
