"""`lawc test`: the example cases beside a statute, against what it decides.

A line of `examples.jsonl` is `{"name": ..., "case": {...}, "expected": {...}}`, with
`"parameters": {"effective_day": "2025-07-10"}` where a day other than the law's is meant. Only
the keys that `expected` names are compared.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from lawc.backends.python.load import load, loaded
from lawc.commands.problems import UsageError, acts_under, days_of, law_of
from lawc.ir import nodes as ir
from lawc.runtime.reasons import Ground, Node


@dataclass(frozen=True, slots=True)
class Example:
    """A case with what is expected of it; `place` is its file and line."""

    name: str
    place: str
    case: dict[str, Any]
    expected: dict[str, Any]
    days: tuple[str, ...]


@click.command("test")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(paths: tuple[Path, ...], form: str) -> None:
    """Decide the examples beside the statutes at PATHS (default: statutes)."""
    failed = 0
    reports = []
    for path in acts_under(paths or (Path("statutes"),)):
        file = path.parent / "examples.jsonl"
        law = law_of(path)
        if not law.rules:
            continue
        if not file.is_file():
            click.echo(f"{law.act}: no examples: write some into {file}", err=True)
            continue
        report = _run(law, tuple(_examples(file)))
        reports.append(report)
        failed += len(report["failed"])
        if form == "text":
            _print(report)
    if form == "json":
        click.echo(
            json.dumps({"version": 1, "statutes": reports}, ensure_ascii=False, indent=2)
        )
    sys.exit(1 if failed else 0)


def _examples(file: Path) -> Iterator[Example]:
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"`{file}` cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{file.name}:{number}"
        try:
            data = json.loads(line)
            days = tuple(f"{key}={day}" for key, day in data.get("parameters", {}).items())
            yield Example(str(data["name"]), place, data["case"], data["expected"], days)
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            message = "no example: it needs `name`, `case` and `expected`"
            raise UsageError(f"{file}, line {number}: {message} ({error})") from error


def _run(law: ir.Law, examples: tuple[Example, ...]) -> dict[str, Any]:
    package = loaded(load(law))
    failed: list[str] = []
    reached: set[str] = set()
    for example in examples:
        days: dict[str, date] = days_of(law, example.days)
        try:
            case = package.root.from_dict(example.case)
        except package.error as error:
            failed.append(f"{example.place} {example.name}: {error}")
            continue
        answer = package.decide(case, **days).to_dict()
        failed += [
            f"{example.place} {example.name}: {difference}"
            for difference in _differences("", example.expected, answer)
        ]
        for explanation in package.explain(case, **days):
            for ground in explanation.grounds:
                reached |= _reached(ground)
    unreached = [
        one.citation
        for one in law.elements
        if _askable(law, one) and one.citation not in reached
    ]
    return {
        "statute": law.act,
        "examples": len(examples),
        "failed": failed,
        "provisions": sum(_askable(law, one) for one in law.elements),
        "unreached": unreached,
    }


def _differences(path: str, expected: Any, found: Any) -> Iterator[str]:
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            yield from _differences(f"{path}.{key}" if path else key, value, found.get(key))
    elif isinstance(expected, list) and isinstance(found, list) and _records(expected):
        if len(expected) != len(found):
            yield f"{path} has {len(found)} entries, expected {len(expected)}"
        for number, (one, other) in enumerate(zip(expected, found, strict=False)):
            yield from _differences(f"{path}[{number}]", one, other)
    elif expected != found:
        yield f"{path} is {json.dumps(found)}, expected {json.dumps(expected)}"


def _records(values: list[Any]) -> bool:
    return any(isinstance(one, dict) for one in values)


def _askable(law: ir.Law, element: ir.Element) -> bool:
    """Tell whether an element says a condition of its own: a rule, a point, a lettered point."""
    own = {rule.eid for rule in law.rules} | {one.eid for one in law.definitions}
    return element.eid in own or (not element.inert and element.eid.count("__") > 1)


def _reached(ground: Ground) -> set[str]:
    found = {ground.citation} if ground.applies is True else set()
    waiting: list[Node] = [ground.condition]
    while waiting:
        node = waiting.pop()
        if node.citation and node.truth is True:
            found.add(node.citation)
        waiting += node.parts
    return found


def _print(report: dict[str, Any]) -> None:
    for line in report["failed"]:
        click.echo(line)
    good = report["examples"] - len({one.partition(" ")[0] for one in report["failed"]})
    click.echo(f"{report['statute']}: {good} of {report['examples']} examples as expected")
    asked, missed = report["provisions"], report["unreached"]
    if missed:
        click.echo(
            f"  {asked - len(missed)} of {asked} provisions are reached; no example reaches:"
        )
        for citation in missed:
            click.echo(f"    {citation}")
    else:
        click.echo(f"  all {asked} provisions are reached by an example")
