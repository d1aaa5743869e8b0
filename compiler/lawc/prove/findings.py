"""What is wrong with a law as a whole, each finding with a person of whom it is so.

In order: provisions that decide differently of one thing, what another act forbids, provisions
that never apply, points that are never true, conditions that always are, and, as information,
things about which nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.diagnostics.model import Diagnostic
from lawc.ir import nodes as ir
from lawc.prove.always import always_true
from lawc.prove.contradictions import contradictions
from lawc.prove.forbidden import forbidden
from lawc.prove.gaps import gaps
from lawc.prove.never import never_apply, never_hold
from lawc.prove.questions import Questions
from lawc.syntax.act import Act


def findings(law: ir.Law, act: Act, *, notes: bool = True) -> Iterator[Diagnostic]:
    """Yield what a solver finds in `law`; places are those in the text of `act`.

    What is only information is left out without `notes`: to find an example takes time.
    """
    questions = Questions(law)
    yield from contradictions(questions, act)
    yield from forbidden(questions, act)
    yield from never_apply(questions, act)
    yield from never_hold(questions, act)
    yield from always_true(questions, act)
    if notes:
        yield from gaps(questions, act)
