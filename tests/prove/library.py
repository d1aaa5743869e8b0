"""Small acts over the vocabulary of the pages, with the findings of a solver."""

from __future__ import annotations

from lawc.diagnostics.explain import example_vocabulary
from lawc.diagnostics.model import Diagnostic
from lawc.ir import nodes as ir
from lawc.pipeline import Compiled, compile_source
from lawc.prove.findings import findings
from lawc.source import Source

SHARED = Source("example/example.vocabulary", example_vocabulary())


def compiled(law: str, vocabulary: str = "") -> Compiled:
    """Compile one act over the examples' vocabulary and its own."""
    own = Source("example/own.vocabulary", vocabulary)
    source = Source("example/act/en.law", f"Article 1. Cards\n\n{law}\n")
    return compile_source(source, "example/act", (SHARED, own))


def lawful(law: str, vocabulary: str = "") -> ir.Law:
    made = compiled(law, vocabulary)
    assert made.law is not None, made.errors
    return made.law


def findings_of(law: str, vocabulary: str = "") -> tuple[Diagnostic, ...]:
    """Return the findings of a solver in an act of one article."""
    made = compiled(law, vocabulary)
    assert made.law is not None, made.errors
    return tuple(findings(made.law, made.act))


def finding_codes(law: str, vocabulary: str = "") -> list[tuple[str, str]]:
    """Return the codes of the findings, each with its place."""
    return [(one.code.value, one.where) for one in findings_of(law, vocabulary)]
