"""Findings about a law as a whole, each with a person as example.

In order: provisions that decide differently of the same thing, decisions that another act
forbids, provisions that never apply, points that are never true, conditions that always are,
and, as information, things about which nothing is decided.

A claim about every case is proved for lists of every length, or else only for the lengths that
were searched: then it is a note, for a longer list may make a provision apply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.prove.always import always_true
from lawc.prove.contradictions import contradictions
from lawc.prove.forbidden import forbidden
from lawc.prove.gaps import gaps
from lawc.prove.lengths import LONGER
from lawc.prove.never import never_apply, never_hold
from lawc.prove.questions import Questions, Work
from lawc.prove.telling import NOT_SETTLED, is_settled
from lawc.source import Span
from lawc.syntax.act import Act

_SHOWN = 10  # provisions named in a warning of what is not settled
_QUESTIONS = {
    Code.CONTRADICTION: "whether provisions decide differently",
    Code.FORBIDDEN_BY_FRAMEWORK: "whether what another act forbids is given",
    Code.NEVER_APPLIES: "whether provisions can apply",
    Code.NEVER_HOLDS: "whether points can be true",
    Code.ALWAYS_TRUE: "whether conditions are always true",
    Code.GAP: "of whom nothing is decided",
}


def findings(
    law: ir.Law, act: Act, *, notes: bool = True, work: Work | None = None
) -> Iterator[Diagnostic]:
    """Yield the findings of a solver in `law`; places are those in the text of `act`.

    Without `notes` information is left out: to find an example takes time. Questions that are
    not settled when the `work` of the solver is used up are reported together.
    """
    work = work or Work()
    late: dict[Code, list[Diagnostic]] = {}
    for finding in _findings(law, act, work, notes=notes):
        if work.exhausted and not is_settled(finding):
            late.setdefault(finding.code, []).append(finding)
        else:
            yield finding
    for code, open_findings in late.items():
        yield _late(code, open_findings)


def _findings(law: ir.Law, act: Act, work: Work, *, notes: bool) -> Iterator[Diagnostic]:
    questions = Questions(law, work=work)
    yield from contradictions(questions, act)
    yield from forbidden(questions, act)
    yield from _of_every_length(law, act, questions)
    if notes:
        yield from gaps(questions, act)


def _of_every_case(questions: Questions, act: Act) -> Iterator[Diagnostic]:
    yield from never_apply(questions, act)
    yield from never_hold(questions, act)
    yield from always_true(questions, act)


def _of_every_length(law: ir.Law, act: Act, questions: Questions) -> Iterator[Diagnostic]:
    """Yield the claims about every case: for lists of every length, or as notes."""
    searched = list(_of_every_case(questions, act))
    if questions.whole or not any(map(is_settled, searched)):
        yield from searched
        return
    longer = Questions(law, members=LONGER, more=True, work=questions.work)
    certain = _by_place(_of_every_case(longer, act))
    for finding in searched:
        key = finding.code, finding.primary.span
        if not is_settled(finding):
            yield finding
        elif key in certain:
            yield replace(certain[key], example=finding.example or certain[key].example)
        else:
            message = f"{finding.message}; with longer ones it is not settled"
            yield replace(finding, message=message, severity=Severity.NOTE)


def _by_place(findings: Iterable[Diagnostic]) -> dict[tuple[Code, Span], Diagnostic]:
    return {(f.code, f.primary.span): f for f in findings if is_settled(f)}


def _late(code: Code, warnings: list[Diagnostic]) -> Diagnostic:
    """Return a warning that questions of a code were open when the work was used up."""
    named = list(dict.fromkeys(f"`{finding.where}`" for finding in warnings))
    shown = ", ".join(named[:_SHOWN])
    rest = len(named) - _SHOWN
    more = f" and {rest} more" if rest > 0 else ""
    first = warnings[0]
    return Diagnostic(
        code,
        f"{NOT_SETTLED}{_QUESTIONS[code]}, in {shown}{more}",
        Label(first.primary.source, first.primary.span),
        help="the limit of what the solver may do was reached: give it more with `--limit`",
        where=first.where,
        severity=Severity.WARNING,
    )
