"""What is wrong with a law as a whole, each finding with a person of whom it is so.

In order: provisions that decide differently of one thing, what another act forbids, provisions
that never apply, points that are never true, conditions that always are, and, as information,
things about which nothing is decided.

What is so of every case is claimed of lists of every length, or of those that were searched:
then it is a note, for a longer list may be what makes a provision apply.
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

_SHOWN = 10  # of the provisions of which something is not settled
_ASKED = {
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
    """Yield what a solver finds in `law`; places are those in the text of `act`.

    What is only information is left out without `notes`: to find an example takes time. What is
    not settled when the `work` of the solver is done is told together.
    """
    work = work or Work()
    late: dict[Code, list[Diagnostic]] = {}
    for one in _findings(law, act, work, notes=notes):
        if work.exhausted and not is_settled(one):
            late.setdefault(one.code, []).append(one)
        else:
            yield one
    for code, several in late.items():
        yield _late(code, several)


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
    """Yield what is so of every case: whatever the length of lists, or as a note."""
    found = list(_of_every_case(questions, act))
    if questions.whole or not any(map(is_settled, found)):
        yield from found
        return
    longer = Questions(law, members=LONGER, more=True, work=questions.work)
    certain = _by_place(_of_every_case(longer, act))
    for one in found:
        key = one.code, one.primary.span
        if not is_settled(one):
            yield one
        elif key in certain:
            yield replace(certain[key], example=one.example or certain[key].example)
        else:
            message = f"{one.message}; with longer ones it is not settled"
            yield replace(one, message=message, severity=Severity.NOTE)


def _by_place(found: Iterable[Diagnostic]) -> dict[tuple[Code, Span], Diagnostic]:
    return {(one.code, one.primary.span): one for one in found if is_settled(one)}


def _late(code: Code, several: list[Diagnostic]) -> Diagnostic:
    """Return what was not settled when the solver had done what it may, by provisions."""
    named = list(dict.fromkeys(f"`{one.where}`" for one in several))
    shown = ", ".join(named[:_SHOWN])
    rest = len(named) - _SHOWN
    more = f" and {rest} more" if rest > 0 else ""
    first = several[0]
    return Diagnostic(
        code,
        f"{NOT_SETTLED}{_ASKED[code]}, in {shown}{more}",
        Label(first.primary.source, first.primary.span),
        help="the limit of what the solver may do was reached: give it more with `--limit`",
        where=first.where,
        severity=Severity.WARNING,
    )
