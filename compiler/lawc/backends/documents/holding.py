"""Answers about an element of a law, for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from lawc.backends.documents.as_terminal import terminal
from lawc.backends.documents.report import report
from lawc.backends.documents.words import words
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.runtime.holdings import Holding
from lawc.runtime.reasons import Answer, Explanation, shown
from lawc.runtime.results import Status


def holding_text(
    law: ir.Law, days: Mapping[str, date], holding: Holding, *, colour: bool = False
) -> str:
    """Return what an element comes to in a case, with its tree."""
    parts = holding.parts or (holding,)
    explanations = tuple(_explanation(part) for part in parts)
    explained = report(law, "", days, explanations)
    types = {part.element: _type(law, part) for part in parts}
    frame = words(law.language)
    labels = {
        decision.key: decision.key
        for decision in law.decisions
        if decision.key in explained.labels
    }
    rules = {part.element: frame(f"says_{part.says}", element=part.element) for part in parts}
    explained = replace(
        explained,
        decided={**explained.decided, **{k: t for k, t in types.items() if t is not None}},
        labels={**labels, **rules},
    )
    return terminal(explained, full=True, colour=colour)


def _explanation(holding: Holding) -> Explanation:
    settled = holding.status not in (Status.OPEN, Status.CONTRADICTION)
    value = holding.value
    plain = None if value is None else shown(value, fraction=holding.type == "fraction")
    answer = Answer(
        holding.element,
        plain,
        settled,
        () if value is False else _cited(holding),
        holding.needed,
        (),
        contradiction=holding.status is Status.CONTRADICTION,
        established=holding.established,
    )
    return Explanation(holding.thing, (answer,), holding.grounds)


def _cited(holding: Holding) -> tuple[str, ...]:
    """Return the citations of the grounds of an answer, each once."""
    return tuple(dict.fromkeys(ground.citation for ground in holding.grounds))


def _type(law: ir.Law, holding: Holding) -> Type | None:
    """Return the type of what an element comes to; money has its currency."""
    quantities = {quantity.eid: quantity.type for quantity in law.quantities}
    for element in law.elements:
        type_ = quantities.get(element.eid)
        if element.citation == holding.element and isinstance(type_, Money):
            return type_
    return Basic.TRUTH if holding.type == "truth" else None
