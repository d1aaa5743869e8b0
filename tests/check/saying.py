"""Problems that `check` finds in a text over the small library of `tests.lower.texts`."""

from __future__ import annotations

from tests.lower.texts import VOCABULARY, compiled

from lawc.diagnostics.model import Diagnostic, Severity
from lawc.pipeline import compile_source
from lawc.source import Source


def problem_lines(text: str, *, notes: bool = False, whole: bool = False) -> list[str]:
    """Return the errors and warnings of a text, or its notes too: `L114 5`, code and line."""
    return [
        _code_and_line(one)
        for one in compiled(text, whole=whole).problems
        if _worth(one, notes)
    ]


def problem_lines_over(vocabulary: str, text: str = "") -> list[str]:
    """Return the errors and warnings over a vocabulary with more declarations."""
    said = "AN ACT\n\nArticle 1. Lending\n\n" + (text or "1. A reader may take more books.\n")
    declared = Source("test/lending.vocabulary", f"{VOCABULARY}\n{vocabulary}")
    made = compile_source(Source("en.law", said), "test/lending", (declared,))
    return [_code_and_line(one) for one in made.problems if _worth(one, notes=False)]


def _worth(one: Diagnostic, notes: bool) -> bool:
    return notes or one.severity is not Severity.NOTE


def _code_and_line(one: Diagnostic) -> str:
    source, start = one.primary.source, one.primary.span.start
    return f"{one.code.value} {source.text[:start].count(chr(10)) + 1}"
