"""The examples of the pages, and small acts over their vocabulary."""

from __future__ import annotations

from lawc.amend.applying import amended
from lawc.amend.writing import amending_act
from lawc.compare.acts import ActCompared, Comparisons, Side, alone
from lawc.compare.report import compare
from lawc.diagnostics.explain import example_vocabulary
from lawc.diagnostics.model import Diagnostic, Severity
from lawc.pipeline import compile_source
from lawc.prove.findings import findings
from lawc.source import Source
from lawc.synth.contradicting import contradictions, unreached
from lawc.synth.persons import persons_of
from lawc.synth.reading import read_specification
from lawc.synth.register import Synthesis

SHARED = Source("example/example.vocabulary", example_vocabulary())


def problems(
    law: str, vocabulary: str | None = None, *, alone: bool = False
) -> tuple[Diagnostic, ...]:
    """Return every problem of an act over the examples' vocabulary, or over its own."""
    own = () if vocabulary is None else (Source("example/page.vocabulary", vocabulary),)
    vocabularies = own if alone else (SHARED, *own)
    source = Source("example/act/en.law", law)
    made = compile_source(source, "example/act", vocabularies)
    proved = tuple(findings(made.law, made.act)) if made.law is not None else ()
    return (*made.problems, *proved)


def problems_of_amending(law: str, amendment: str) -> tuple[Diagnostic, ...]:
    """Return every problem of amending an act and remark on it, or else of the new text."""
    act = Source("example/act/en.law", law)
    amending = Source("act/amendments/one.en.law", amendment)
    made = amended(act, amending, "en")
    return (*made.problems, *made.faults, *made.remarks) or problems(made.text.text)


def problems_of_leading(old: str, new: str) -> tuple[Diagnostic, ...]:
    """Return the problem of writing the amending act between two texts, or of the new text."""
    before, after = (Source("example/act/en.law", one) for one in (old, new))
    found = amending_act(before, after, "en")
    return (found,) if isinstance(found, Diagnostic) else problems(new)


def problems_of_specification(law: str, specification: str) -> tuple[Diagnostic, ...]:
    """Return every problem of a specification, of its figures, or else of its register."""
    act = compile_source(Source("example/act/en.law", law), "example/act", (SHARED,)).law
    assert act is not None
    read, problems = read_specification(Source("example/register.toml", specification), act)
    if read is None:
        return problems
    synthesis = Synthesis(act, read)
    missing = persons_of(synthesis, synthesis.counts.cells).missing
    return (*contradictions(synthesis), *unreached(synthesis, missing))


def reported(law: str, vocabulary: str | None = None) -> list[str]:
    """Return the errors and warnings of an act as `L101 message` and `help: ...`, in order."""
    return [
        line
        for one in problems(law, vocabulary)
        if one.severity is not Severity.NOTE
        for line in (
            f"{one.code.value} {one.message}",
            *([f"help: {one.help}"] if one.help else []),
        )
    ]


def compared(old: str | None, new: str, vocabulary: str | None = None) -> Comparisons:
    """Return the comparison of two versions of an act over the examples' vocabulary.

    The new one may have a vocabulary of its own beside it, and the old one may not be there.
    """
    text = Source("example/act/en.law", new)
    own = () if vocabulary is None else (Source("example/page.vocabulary", vocabulary),)
    after = compile_source(text, "example/act", (SHARED, *own)).law
    assert after is not None
    if old is None:
        made = ActCompared("example/act", alone(Side.NEW, after, text))
    else:
        before = compile_source(Source(text.name, old), "example/act", (SHARED,)).law
        assert before is not None
        made = ActCompared("example/act", compare(before, after))
    return Comparisons(("old", "new"), (made,), {})
