"""How what a solver finds is told: the example, the provision, what is not settled."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.lower.eids import eid_of
from lawc.prove.examples import Example
from lawc.prove.questions import Questions
from lawc.source import Span
from lawc.syntax.act import Act


def as_data(example: Example | None) -> Mapping[str, Any] | None:
    """Return an example as `lawc.diagnostics.json` describes it."""
    if example is None:
        return None
    days = {key: day.isoformat() for key, day in example.days.items()}
    return {"case": example.case, "days": days, "plausible": example.plausible}


def so_of(example: Example | None, begin: str = "; it is so of") -> str:
    """Return the example as the end of a help, empty for none."""
    if example is None:
        return ""
    days = {key: day.isoformat() for key, day in example.days.items()}
    said = json.dumps({**example.case, **days}, ensure_ascii=False)
    doubt = "" if example.plausible else "; no plausible case was found"
    return f"{begin} {said}{doubt}"


def claimed(questions: Questions, claim: str, as_far: str) -> str:
    """Return what is claimed of every case, or `as_far` of those that were searched."""
    if questions.whole:
        return claim
    return f"{as_far} with {lists(questions)}"


def bound(questions: Questions) -> str:
    """Return how far was searched, empty where it was everywhere."""
    if questions.whole:
        return ""
    return f" (searched with {lists(questions)})"


def lists(questions: Questions) -> str:
    """Return how long the lists are in which was searched: `up to 11 loans and 3 visits`."""
    lengths = {
        str(one.field): questions.lengths[one.key] for one in questions.law.kinds if one.field
    }
    if len(set(lengths.values())) < 2:  # noqa: PLR2004 - all of one length
        return f"lists of up to {questions.members}"
    *first, last = (f"{number} `{field}`" for field, number in lengths.items())
    return f"up to {', '.join(first)} and {last}"


def cited(act: Act, eid: str) -> str:
    """Return the provision as its labels name it, empty for what is not in the text."""
    wanted = eid.partition("#")[0]
    passages = act.elements
    return next((one.where for one in passages if eid_of(one) == wanted), "")


NOT_SETTLED = "not settled: "


def is_settled(one: Diagnostic) -> bool:
    """Tell whether something was found out, and not only asked in vain."""
    return not one.message.startswith(NOT_SETTLED)


def not_settled(act: Act, code: Code, eid: str, span: Span, what: str) -> Diagnostic:
    """Return that the solver gave up on a question: what is not settled is not denied."""
    return Diagnostic(
        code,
        f"{NOT_SETTLED}whether this {what}",
        Label(act.source, span),
        help="the solver gave up; a simpler condition may help it",
        where=cited(act, eid),
        severity=Severity.WARNING,
    )
