"""Bans among the acts of a jurisdiction, whether they share terms or not.

The law of an act holds the bans of the acts that it takes its terms from. The other acts beside
it bind it as well: their bans are added here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.folders import ActFolder, UnreadableError, find_act
from lawc.ir import nodes as ir
from lawc.lower.bans import shared_bans
from lawc.pipeline import Compiled, compile_path
from lawc.source import Span
from lawc.syntax.words import folded


def law_with_bans(path: Path, result: Compiled) -> tuple[ir.Law, tuple[Diagnostic, ...]]:
    """Return the law of an act with the bans of all acts beside it, and warnings."""
    law = result.law
    assert law is not None
    problems: list[Diagnostic] = []
    bans: list[ir.Ban] = []
    for other in _forbidding(path, result, law):
        try:
            forbidding = compile_path(other)
        except UnreadableError:
            forbidding = None
        if forbidding is None or forbidding.law is None:
            problems.append(_unknown(result, other))
        else:
            bans += shared_bans(forbidding.law, _name(result, other, forbidding.law))
    own = f"{law.act}#"
    others = (ban for ban in bans if not ban.eid.startswith(own))
    return replace(law, bans=tuple(dict.fromkeys((*law.bans, *others)))), tuple(problems)


def _forbidding(path: Path, result: Compiled, law: ir.Law) -> Iterator[Path]:
    """Yield the other acts that may forbid what an act gives, and whose bans it has not yet."""
    folder = find_act(path)
    decision_keys = {decision.key for decision in law.decisions}
    instruments = {
        key
        for key, instrument in result.vocabulary.instruments.items()
        if any(granted.decision in decision_keys for granted in instrument.granted)
    }
    wordings = [
        " ".join(folded(entry.written))
        for entry in result.vocabulary.entries.get(folder.language, ())
        if entry.terminal == "INSTRUMENT" and entry.key in instruments
    ]
    known = {ban.eid.partition("#")[0] for ban in law.bans}
    for text in _beside(folder):
        key = f"{text.parent.parent.name}/{text.parent.name}"
        if wordings and key not in known:
            words = " ".join(folded(text.read_text("utf-8", errors="replace")))
            if any(wording in words for wording in wordings):
                yield text


def _beside(folder: ActFolder) -> Iterator[Path]:
    """Yield the texts of the other acts of a jurisdiction, in its language."""
    root = folder.text.parent.parent
    for text in sorted(root.glob(f"*/{folder.language}.law")):
        if text.is_file() and text.parent != folder.text.parent:
            yield text


def _name(result: Compiled, other: Path, law: ir.Law) -> str:
    """Return how the vocabulary calls another act, or else its title."""
    language = result.act.language
    named = (
        entry.written
        for entry in result.vocabulary.entries.get(language, ())
        if entry.terminal == "ACT" and entry.key == other.parent.name
    )
    return next(named, law.title.partition("\\n")[0])


def _unknown(result: Compiled, other: Path) -> Diagnostic:
    """Return the warning that the bans of another act are not known, for it has errors."""
    return Diagnostic(
        Code.FORBIDDEN_BY_FRAMEWORK,
        f"not settled: whether this gives what `{other.parent.name}` forbids, which has errors",
        Label(result.act.source, Span(0, 0)),
        help=f"correct the errors that `lawc check` tells of `{other.parent.name}` first",
        severity=Severity.WARNING,
    )
