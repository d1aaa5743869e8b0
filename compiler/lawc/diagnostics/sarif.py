"""Problems as SARIF 2.1.0, for editors and services that show them beside the text.

OASIS, Static Analysis Results Interchange Format, 2.1.0. A text that is proposed is a `fix`;
the code scanning of GitHub also wants a `primaryLocationLineHash` for every result.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lawc.diagnostics.codes import Code
from lawc.diagnostics.explain import explain_page
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.source import Source, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"  # as services call the top of a repository
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_LINK = re.compile(r"([\\\[\]])")  # the signs of a link in a message


def sarif(problems: Iterable[Diagnostic], version: str) -> str:
    """Return problems as SARIF, of this version of the compiler."""
    all_problems = tuple(problems)
    codes = sorted({problem.code for problem in all_problems}, key=lambda code: code.value)
    rules = (rule(code, code.slug, code.slug.replace("-", " "), code.value) for code in codes)
    results = (_result(problem, codes.index(problem.code)) for problem in all_problems)
    return log("check", version, rules, results)


def log(
    command: str,
    version: str,
    rules: Iterable[dict[str, Any]],
    results: Iterable[dict[str, Any]],
) -> str:
    """Return the results of a command of this version of the compiler as SARIF."""
    run = {
        "tool": {
            "driver": {"name": f"lawc {command}", "version": version, "rules": list(rules)}
        },
        "automationDetails": {"id": f"lawc/{command}/"},
        "originalUriBaseIds": {ROOT: {"description": {"text": "the top of the repository"}}},
        "columnKind": "unicodeCodePoints",
        "results": list(results),
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def rule(code: Code, name: str, short: str, explained_by: str) -> dict[str, Any]:
    """Return the meaning of a code as SARIF; `lawc explain` has it under `explained_by`."""
    meaning, page = _meaning_and_page(code)
    return {
        "id": code.value,
        "name": name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": meaning},
        "help": {
            "text": f"{meaning} `lawc explain {explained_by}` has examples.",
            "markdown": page,
        },
    }


def _meaning_and_page(code: Code) -> tuple[str, str]:
    """Return the meaning of a code on one line, and its page."""
    page = explain_page(code.value)
    assert page is not None, "every code has a page"
    _, _, body = page.partition("\n")
    return " ".join(body.partition("\n## ")[0].split()), page


def text_of(text: str) -> str:
    """Return a text as a message of SARIF, in which brackets and braces mean nothing."""
    return _LINK.sub(r"\\\1", text).replace("{", "{{").replace("}", "}}")


def place_of(path: str, source: Source, span: Span) -> dict[str, Any]:
    """Return a place of a text that stands at `path`."""
    return {"artifactLocation": artifact(path), "region": _region(source, span)}


def artifact(path: str) -> dict[str, str]:
    """Return a file as SARIF names it: below the top of the repository, if it can be."""
    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(Path(path).as_posix())), "uriBaseId": ROOT}


def _region(source: Source, span: Span) -> dict[str, int]:
    first, last = source.position(span.start), source.position(span.end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }


def _result(problem: Diagnostic, number: int) -> dict[str, Any]:
    message = problem.message + (f"; {problem.help}" if problem.help else "")
    label = problem.primary
    line = label.source.line(label.source.position(label.span.start).line)
    digest = sha256(f"{problem.code.value} {line.strip()}".encode()).hexdigest()[:12]
    result: dict[str, Any] = {
        "ruleId": problem.code.value,
        "ruleIndex": number,
        "level": _LEVELS[problem.severity],
        "message": {"text": text_of(message)},
        "locations": [_location(label)],
        "partialFingerprints": {"primaryLocationLineHash": f"{digest}:1"},
    }
    if problem.related:
        result["relatedLocations"] = [
            {**_location(related), "message": {"text": text_of(related.text)}}
            for related in problem.related
        ]
    if problem.fixes:
        result["fixes"] = list(_fixes(problem))
    return result


def _location(label: Label) -> dict[str, Any]:
    return {"physicalLocation": place_of(label.source.shown, label.source, label.span)}


def _fixes(problem: Diagnostic) -> Iterable[dict[str, Any]]:
    source = problem.primary.source
    for fix in problem.fixes:
        replacement = {
            "deletedRegion": _region(source, fix.span),
            "insertedContent": {"text": fix.text},
        }
        change = {
            "artifactLocation": artifact(source.shown),
            "replacements": [replacement],
        }
        description = f"write `{fix.text.strip()}`" if fix.text.strip() else "leave it out"
        yield {"description": {"text": text_of(description)}, "artifactChanges": [change]}
