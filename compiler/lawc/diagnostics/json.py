"""Problems as data for other programs, under a version of their form.

Where a solver made up a case of which the problem is so, `example` holds it, else null::

    {"case": {"sex": "female"}, "days": {"effective_day": "2025-07-05"}, "plausible": true}

`fixes` are texts for places of the same file, each tried: with one of them the whole sentence
or item has exactly one reading, and another sense only where a phrase or a name is another; a
vocabulary reads with it, and has no other problem::

    {"start": {"offset": 30, "line": 3, "column": 14}, "end": ..., "text": "lives"}

`case` is as `lawc decide` takes it, `days` are those it is decided for as ISO 8601, and
`plausible` is false where no case was found that the vocabulary calls plausible.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lawc.diagnostics.model import Diagnostic, Label, Severity

VERSION = 1  # of the form below; raised when a key changes its meaning or goes


def as_json(problems: Iterable[Diagnostic]) -> dict[str, Any]:
    """Return the problems in a form that `json.dumps` takes, with how many there are."""
    found = tuple(problems)
    return {
        "version": VERSION,
        "problems": [as_dict(one) for one in found],
        "counts": {
            severity.value: sum(one.severity is severity for one in found)
            for severity in Severity
        },
    }


def as_dict(problem: Diagnostic) -> dict[str, Any]:
    """Return one problem: its code, its words, its places, and what to do."""
    return {
        "code": problem.code.value,
        "slug": problem.code.slug,
        "severity": problem.severity.value,
        "message": problem.message,
        "help": problem.help,
        "where": problem.where,
        **_place(problem.primary),
        "example": problem.example,
        "fixes": [
            {**_range(Label(problem.primary.source, one.span)), "text": one.text}
            for one in problem.fixes
        ],
        "related": [{**_place(one), "text": one.text} for one in problem.related],
    }


def _place(label: Label) -> dict[str, Any]:
    """Return a place: lines and columns from one, offsets in characters from zero."""
    return {"file": label.source.shown, **_range(label)}


def _range(label: Label) -> dict[str, Any]:
    return {
        "start": _point(label, label.span.start),
        "end": _point(label, label.span.end),
    }


def _point(label: Label, offset: int) -> dict[str, int]:
    inside = min(max(offset, 0), len(label.source.text))
    line, column = label.source.position(inside)
    return {"offset": inside, "line": line, "column": column}
