"""Numberings of jurisdictions, and acts written in them."""

from __future__ import annotations

from tests.written_law import VOCABULARY

from lawc.diagnostics.model import Severity
from lawc.ir import nodes as ir
from lawc.pipeline import Compiled, compile_source
from lawc.source import Source

ARTICLES = ""  # what the language has: Article 5 / 1. / 1) / a)
SECTIONS = """\
section       "Section 1."   with headings
subsection    "(a)"          with headings
paragraph     "(1)"          with headings
subparagraph  "(A)"
clause        "(i)"
subclause     "(I)"
"""
ACTS = """\
section       "s 1"
subsection    "(1)"
paragraph     "(a)"
subparagraph  "(i)"
"""
REGULATIONS = """\
article    "Article 1."
paragraph  "1."
point      "(a)"    in lists
subpoint   "(i)"    in lists
"""
ALL = {"articles": ARTICLES, "sections": SECTIONS, "acts": ACTS, "regulations": REGULATIONS}


def numbered(text: str, numbering: str) -> Compiled:
    """Compile an act whose jurisdiction numbers its elements so."""
    source = Source("test/act/en.law", f"AN ACT\n\n{text}\n", numbering=numbering)
    return compile_source(source, "test/act", (Source("test/base.vocabulary", VOCABULARY),))


def numbered_law(text: str, numbering: str) -> ir.Law:
    """Return the law of a text without errors."""
    act = numbered(text, numbering)
    assert act.law is not None, [(each.message, each.help) for each in act.errors]
    return act.law


def numbered_problems(text: str, numbering: str) -> list[str]:
    """Return the errors and warnings of a text: `L104 message`."""
    problems = numbered(text, numbering).problems
    grave = [problem for problem in problems if problem.severity is not Severity.NOTE]
    return [f"{problem.code.value} {problem.message}" for problem in grave]


def cited(law: ir.Law) -> list[str]:
    """Return the citations of the elements of a law."""
    return [element.citation for element in law.elements]
