"""Comparisons as SARIF 2.1.0, for services that show findings beside the text.

OASIS, Static Analysis Results Interchange Format, 2.1.0. The code scanning of GitHub also wants
a place and a `primaryLocationLineHash` for every result, and a help for every rule.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from lawc.backends.documents.words import words
from lawc.compare.acts import ActCompared, Alone, Comparisons
from lawc.compare.declarations import Redeclared
from lawc.compare.levels import Level
from lawc.compare.rendering.outline import PersonLine, causes_of, outlines, persons_of
from lawc.compare.report import Compared
from lawc.compare.rows import Row
from lawc.diagnostics.codes import Code
from lawc.diagnostics.sarif import log, place_of, rule, text_of
from lawc.source import NOWHERE, Source, Span
from lawc.version import __version__

Texts: TypeAlias = Mapping[str, tuple[str, Source]]
"""The path and the text of each act, by its name: as it is, or was if it is gone."""

_LEVELS = {  # what a service makes of it
    Level.WORDING: "note",
    Level.STRUCTURE: "note",
    Level.EXPLAIN: "note",
    Level.FACTS: "note",
    Level.INTERFACE: "warning",
    Level.NEW: "note",
    Level.WIDER: "warning",
    Level.NARROWER: "warning",
    Level.MIXED: "warning",
    Level.UNPROVED: "error",
}


def code_of(level: Level) -> Code:
    """Return the code of the page that explains a level."""
    return Code[f"CHANGE_{level.name}"]


def sarif(comparisons: Comparisons, texts: Texts) -> str:
    """Return a comparison as SARIF."""
    results = (
        result for act in comparisons.acts for result in _results(act, comparisons, texts)
    )
    return log("diff", __version__, map(_rule, Level), results)


def _rule(level: Level) -> dict[str, Any]:
    short = words("en")(f"diff_{level.value}")
    return {
        **rule(code_of(level), level.value, short, level.value),
        "defaultConfiguration": {"level": _LEVELS[level]},
    }


def _results(
    act: ActCompared, comparisons: Comparisons, texts: Texts
) -> Iterator[dict[str, Any]]:
    outline = outlines(Comparisons(comparisons.labels, (act,), comparisons.approved))[0]
    if isinstance(act.result, Alone):
        place = place_of(*texts[act.name], NOWHERE)
        text = f"{act.name}: {outline.verdict}"
        yield _result(act.result.level, text, place, act.result.fingerprint, outline.approved)
        return
    for row, line in zip(act.result.rows, outline.rows, strict=True):
        turns = [_turn(person, line.place) for person in persons_of(outline, act.result, row)]
        what = "; ".join(dict.fromkeys(turns)) or words("en")(f"diff_{row.level.value}")
        place = _place_of(*texts[act.name], act.result, row)
        text = f"{line.place} {line.how}: {what}"
        yield _result(row.level, text, place, row.fingerprint, line.approved)
    for difference, shown in zip(act.result.interface, outline.interface, strict=True):
        if not difference.of_text:
            path, source = texts[act.name]
            declared = difference.declared
            place = place_of(path, source, NOWHERE) if declared is None else _at(path, declared)
            text = f"{act.name}: {difference.what}"
            mark = difference.fingerprint
            yield _result(Level.INTERFACE, text, place, mark, shown.approved)


def _turn(person: PersonLine, place: str) -> str:
    """Return a turn, with the changes that cause it unless the one at `place` does alone."""
    turn = f"{person.decision}: {person.old} to {person.new}"
    alone = person.because == place and not person.likewise
    return turn if alone else f"{turn} ({causes_of(person, words('en'))})"


def _result(
    level: Level, text: str, place: dict[str, Any], fingerprint: str, approved: str
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": code_of(level).value,
        "ruleIndex": list(Level).index(level),
        "level": _LEVELS[level],
        "message": {"text": text_of(text)},
        "locations": [{"physicalLocation": place}],
        "fingerprints": {"lawc/v1": fingerprint},
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:1"},
    }
    if approved:
        external = {"kind": "external", "status": "accepted", "justification": approved}
        result["suppressions"] = [external]
    return result


def _place_of(path: str, source: Source, comparison: Compared, row: Row) -> dict[str, Any]:
    """Return the place of a change: in the text, or in the vocabulary if no word changed."""
    if row.declared:
        return _at(path, row.declared[0])
    return place_of(path, source, _span(comparison, row))


def _at(path: str, declared: Redeclared) -> dict[str, Any]:
    """Return the first line of a declaration, in a vocabulary beside the folder of an act."""
    source, span = declared.place.source, declared.place.span
    folder = posixpath.dirname(posixpath.dirname(path))
    end = source.text.find("\n", span.start)
    line = Span(span.start, min(span.end, end) if end >= 0 else span.end)
    return place_of(posixpath.join(folder, posixpath.basename(source.name)), source, line)


def _span(comparison: Compared, row: Row) -> Span:
    """Return the span of a change in the new text; of a deleted element, that around it."""
    if row.change.new is not None:
        return row.change.new.span
    named = {element.eid: element.span for element in comparison.new.elements}
    eid = row.change.eid
    while eid and eid not in named:
        eid = eid.rpartition("__")[0]
    return named.get(eid, NOWHERE)
