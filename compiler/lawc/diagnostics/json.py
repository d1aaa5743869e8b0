"""Problems as data for other programs, under a version of their form.

`example` is a case that shows the problem if a solver has made one up, else null::

    {"case": {"sex": "female"}, "days": {"effective_day": "2025-07-05"}, "plausible": true}

`fixes` are texts for places of the same file. Each was tried: with it the whole sentence or
item has exactly one reading, and its meaning differs only by the phrases and names that are
replaced; a vocabulary can be read with it, and has no other problem::

    {"start": {"offset": 30, "line": 3, "column": 14}, "end": ..., "text": "lives"}

`declare` are texts for the vocabulary, each for its file. With all of them together the
sentence is read; what the words cannot tell, such as a comparison, the drafter looks at::

    {"file": "xx/a.vocabulary", "start": ..., "end": ..., "text": "money EUR"}

`case` is as `lawc decide` takes it, `days` are those it is decided for as ISO 8601, and
`plausible` is false where no case was found that the vocabulary calls plausible.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lawc.diagnostics.model import Declaration, Diagnostic, Label, Severity
from lawc.source import Span

VERSION = 1  # of the form below; raised when a key changes its meaning or goes


def as_json(problems: Iterable[Diagnostic]) -> dict[str, Any]:
    """Return the problems in a form that `json.dumps` takes, with how many there are."""
    all_problems = tuple(problems)
    return {
        "version": VERSION,
        "problems": [as_dict(problem) for problem in all_problems],
        "counts": {
            severity.value: sum(problem.severity is severity for problem in all_problems)
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
            {**_range(Label(problem.primary.source, fix.span)), "text": fix.text}
            for fix in problem.fixes
        ],
        "declare": [_declaration(each) for each in problem.declarations if each.source],
        "related": [{**_place(label), "text": label.text} for label in problem.related],
    }


def _declaration(declaration: Declaration) -> dict[str, Any]:
    source = declaration.source
    assert source is not None
    at = declaration.place
    return {**_place(Label(source, Span(at, at))), "text": declaration.text}


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
