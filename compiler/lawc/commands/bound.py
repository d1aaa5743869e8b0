"""What the acts of a jurisdiction forbid each other to give, whether they share terms or not.

An act that takes its terms from another one has its bans in its law. One that does not is bound
all the same: what such an act may not give is looked up in the acts that stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.lower.bans import shared_bans
from lawc.pipeline import ActFolder, Compiled, UnreadableError, compile_path, find_act
from lawc.source import Span
from lawc.syntax.words import folded


def bound(path: Path, made: Compiled) -> tuple[ir.Law, tuple[Diagnostic, ...]]:
    """Return the law of an act with the bans of all acts beside it, and what is not known."""
    law = made.law
    assert law is not None
    problems: list[Diagnostic] = []
    bans: list[ir.Ban] = []
    for other in _forbidding(path, made, law):
        try:
            found = compile_path(other)
        except UnreadableError:
            found = None
        if found is None or found.law is None:
            problems.append(_unknown(made, other))
        else:
            bans += shared_bans(found.law, _name(made, other, found.law))
    own = f"{law.act}#"
    others = (one for one in bans if not one.eid.startswith(own))
    return replace(law, bans=tuple(dict.fromkeys((*law.bans, *others)))), tuple(problems)


def _forbidding(path: Path, made: Compiled, law: ir.Law) -> Iterator[Path]:
    """Yield the other acts that may forbid what an act gives, and whose bans it has not yet."""
    found = find_act(path)
    decided = {one.key for one in law.decisions}
    instruments = {
        key
        for key, one in made.vocabulary.instruments.items()
        if any(granted.decision in decided for granted in one.granted)
    }
    wordings = [
        " ".join(folded(one.written))
        for one in made.vocabulary.entries.get(found.language, ())
        if one.terminal == "INSTRUMENT" and one.key in instruments
    ]
    known = {one.eid.partition("#")[0] for one in law.bans}
    for text in _beside(found):
        key = f"{text.parent.parent.name}/{text.parent.name}"
        if wordings and key not in known:
            said = " ".join(folded(text.read_text("utf-8", errors="replace")))
            if any(wording in said for wording in wordings):
                yield text


def _beside(found: ActFolder) -> Iterator[Path]:
    """Yield the texts of the other acts of a jurisdiction, in its language."""
    root = found.text.parent.parent
    for text in sorted(root.glob(f"*/{found.language}.law")):
        if text.is_file() and text.parent != found.text.parent:
            yield text


def _name(made: Compiled, other: Path, law: ir.Law) -> str:
    """Return how the vocabulary calls another act, or else its title."""
    language = made.act.language
    named = (
        one.written
        for one in made.vocabulary.entries.get(language, ())
        if one.terminal == "ACT" and one.key == other.parent.name
    )
    return next(named, law.title.partition("\\n")[0])


def _unknown(made: Compiled, other: Path) -> Diagnostic:
    """Return that what another act forbids cannot be known, because it has errors."""
    return Diagnostic(
        Code.FORBIDDEN_BY_FRAMEWORK,
        f"not settled: whether this gives what `{other.parent.name}` forbids, which has errors",
        Label(made.act.source, Span(0, 0)),
        help=f"correct the errors that `lawc check` tells of `{other.parent.name}` first",
        severity=Severity.WARNING,
    )
