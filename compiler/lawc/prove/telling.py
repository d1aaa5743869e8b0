"""Words for the findings of a solver: the example, the provision, what is not settled."""

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
    text = json.dumps({**example.case, **days}, ensure_ascii=False)
    doubt = "" if example.plausible else "; no plausible case was found"
    return f"{begin} {text}{doubt}"


def claimed(questions: Questions, claim: str, as_far: str) -> str:
    """Return the claim about every case, or `as_far` about those that were searched."""
    if questions.whole:
        return claim
    return f"{as_far} with {lists(questions)}"


def bound(questions: Questions) -> str:
    """Return the bound of the search, empty if there is none."""
    if questions.whole:
        return ""
    return f" (searched with {lists(questions)})"


def lists(questions: Questions) -> str:
    """Return the lengths of the lists searched: `up to 11 loans and 3 visits`."""
    members = (kind for kind in questions.law.kinds if kind.field)
    lengths = {str(kind.field): questions.lengths[kind.key] for kind in members}
    if len(set(lengths.values())) < 2:  # noqa: PLR2004 - all of one length
        return f"lists of up to {questions.members}"
    *first, last = (f"{number} `{field}`" for field, number in lengths.items())
    return f"up to {', '.join(first)} and {last}"


def cited(act: Act, eid: str) -> str:
    """Return the provision as its labels name it, empty if it is not in the text."""
    wanted = eid.partition("#")[0]
    passages = act.elements
    return next((passage.where for passage in passages if eid_of(passage) == wanted), "")


NOT_SETTLED = "not settled: "


def is_settled(diagnostic: Diagnostic) -> bool:
    """Return whether a diagnostic settles its question."""
    return not diagnostic.message.startswith(NOT_SETTLED)


def not_settled(act: Act, code: Code, eid: str, span: Span, what: str) -> Diagnostic:
    """Return a warning that the solver gave up: an open question is not denied."""
    return Diagnostic(
        code,
        f"{NOT_SETTLED}whether this {what}",
        Label(act.source, span),
        help="the solver gave up; a simpler condition may help it",
        where=cited(act, eid),
        severity=Severity.WARNING,
    )
