"""Comparisons as SARIF 2.1.0, for services that show findings beside the text.

OASIS, Static Analysis Results Interchange Format, 2.1.0.
"""

from __future__ import annotations

import json
from typing import Any

from lawc.backends.documents.words import words
from lawc.compare.acts import ActCompared, Alone, Comparisons
from lawc.compare.levels import Level
from lawc.compare.rendering.outline import outlines
from lawc.compare.report import Row
from lawc.diagnostics.codes import Code
from lawc.source import Source
from lawc.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {  # what a service makes of it
    Level.WORDING: "note",
    Level.STRUCTURE: "note",
    Level.EXPLAIN: "note",
    Level.FACTS: "note",
    Level.WIDER: "warning",
    Level.NARROWER: "warning",
    Level.MIXED: "warning",
    Level.UNPROVED: "error",
}


def code_of(level: Level) -> Code:
    """Return the code of the page that explains a level."""
    return Code[f"CHANGE_{level.name}"]


def sarif(found: Comparisons, sources: dict[str, tuple[str, Source]]) -> str:
    """Return a comparison as SARIF; `sources` are the paths and texts of the acts."""
    results = [result for one in found.acts for result in _results(one, found, sources)]
    frame = words("en")
    rules = [
        {
            "id": code_of(level).value,
            "name": level.value,
            "shortDescription": {"text": frame(f"diff_{level.value}")},
        }
        for level in Level
    ]
    driver = {
        "name": "lawc diff",
        "version": __version__,
        "rules": rules,
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _results(
    one: ActCompared, found: Comparisons, sources: dict[str, tuple[str, Source]]
) -> list[dict[str, Any]]:
    lines = outlines(Comparisons(found.labels, (one,), found.approved))[0]
    if isinstance(one.found, Alone):
        return [_result(one.found.level, f"{one.name}: {lines.verdict}", one.name, sources)]
    made = []
    for row, line in zip(one.found.rows, lines.rows, strict=True):
        turned = [
            f"{person.decision}: {person.old} to {person.new}"
            for person, touched in zip(lines.persons, one.found.touched, strict=True)
            if row in {one.found.rows[place] for place in touched.because}
        ]
        what = "; ".join(turned) or words("en")(f"diff_{row.level.value}")
        said = f"{line.place} {line.how}: {what}"
        result = _result(row.level, said, one.name, sources, row)
        result["fingerprints"] = {"lawc/v1": row.fingerprint}
        if line.approved:
            result["suppressions"] = [{"kind": "external", "justification": line.approved}]
        made.append(result)
    return made


def _result(
    level: Level,
    said: str,
    name: str,
    sources: dict[str, tuple[str, Source]],
    row: Row | None = None,
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": code_of(level).value,
        "ruleIndex": list(Level).index(level),
        "level": _LEVELS[level],
        "message": {"text": said},
    }
    if name in sources:
        path, source = sources[name]
        start, end = (0, 0) if row is None or row.change.new is None else row.change.new.span
        if end <= len(source.text):
            first, last = source.position(start), source.position(end)
            result["locations"] = [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": path},
                        "region": {
                            "startLine": first.line,
                            "startColumn": first.column,
                            "endLine": last.line,
                            "endColumn": last.column,
                        },
                    }
                }
            ]
    return result
