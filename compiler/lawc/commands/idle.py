"""Provisions that a new text leaves without effect, as far as a solver finds them quickly."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawc.diagnostics.model import Diagnostic
    from lawc.pipeline import Compiled

WORK = 10_000_000  # steps of the solver for one text


def left_idle(before: Compiled, after: Compiled) -> tuple[Diagnostic, ...]:
    """Return what a solver finds in the new text of an act, and not in the old one.

    It finds contradictions, provisions that never apply and conditions that never matter. What
    it does not settle within `WORK` is left out, and so is everything if it is not installed.
    """
    if after.law is None or find_spec("z3") is None:
        return ()
    new = tuple(_findings(after))
    old = {_key(finding) for finding in _findings(before)} if new else set()
    return tuple(finding for finding in new if _key(finding) not in old)


def _findings(text: Compiled) -> Iterator[Diagnostic]:
    """Yield what the solver settles about a text."""
    from lawc.prove.findings import findings
    from lawc.prove.questions import Work
    from lawc.prove.telling import is_settled

    if text.law is not None:
        yield from filter(
            is_settled, findings(text.law, text.act, notes=False, work=Work(WORK))
        )


def _key(finding: Diagnostic) -> tuple[str, str]:
    """Return the code of a finding and the words that it is about, wherever they stand."""
    label = finding.primary
    words = label.source.text[label.span.start : label.span.end]
    return finding.code.value, " ".join(words.split())
