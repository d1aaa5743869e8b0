"""`lawc test`: the example cases beside a statute, against what it decides.

A line of `examples.jsonl` is `{"name": ..., "case": {...}, "expected": {...}}`, with
`"parameters": {"effective_day": "2025-07-10"}` where a day other than the law's is meant. Only
the keys that `expected` names are compared.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawc.commands.given import from_json
from lawc.commands.problems import acts_under, days_known, days_of, law_of
from lawc.commands.usage import UsageError
from lawc.records import dataclass

if TYPE_CHECKING:
    from lawc.ir import nodes as ir
    from lawc.runtime.reasons import Ground, Node

_KEYS = frozenset({"name", "case", "expected", "parameters"})


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
        folder = path.parent if path.is_file() else path
        file = folder / "examples.jsonl"
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
        data = {"version": 1, "statutes": reports}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    sys.exit(1 if failed else 0)


def _examples(file: Path) -> Iterator[Example]:
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise UsageError(f"`{file}` cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"`{file}` is not UTF-8 text") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _example(f"{file.name}:{number}", from_json(line))
        except ValueError as error:
            raise UsageError(f"`{file}`, line {number}: {error}") from error


def _example(place: str, data: object) -> Example:
    """Return the example that a line says.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(data, dict) or not {"name", "case", "expected"} <= data.keys():
        raise ValueError("an example is an object with `name`, `case` and `expected`")
    if others := sorted(data.keys() - _KEYS):
        raise ValueError(f"an example has no `{others[0]}`; it has {', '.join(sorted(_KEYS))}")
    days = data.get("parameters", {})
    if not isinstance(days, dict) or not isinstance(data["expected"], dict):
        raise ValueError("`expected` and `parameters` are objects")  # noqa: TRY004 - see above
    if not data["expected"]:
        raise ValueError("`expected` names nothing, so that nothing would be compared")
    set_ = tuple(f"{key}={day}" for key, day in days.items())
    return Example(str(data["name"]), place, data["case"], data["expected"], set_)


def _run(law: ir.Law, examples: tuple[Example, ...]) -> dict[str, Any]:
    from lawc.backends.python.load import load
    from lawc.backends.python.package import loaded
    from lawc.explain import explain
    from lawc.read_case import read_case
    from lawc.skeleton import bones
    from lawc.world import World

    package, skeleton = loaded(load(law)), bones(law)
    failed: list[str] = []
    reached: set[str] = set()
    for example in examples:
        try:
            days = days_of(days_known(law), example.days)
            case = package.root.from_dict(example.case)
        except (UsageError, package.error) as error:
            failed.append(f"{example.place} {example.name}: {error}")
            continue
        answer = package.decide(case, **days).to_dict()
        failed += [
            f"{example.place} {example.name}: {difference}"
            for difference in _differences("", example.expected, answer)
        ]
        thing = read_case(law, example.case)
        assert not isinstance(thing, tuple), "from_dict has read this case"
        for explanation in explain(World(law, days), thing, skeleton):
            for ground in explanation.grounds:
                reached |= _reached(ground)
    asked = [one.citation for one in law.elements if _askable(law, one)]
    return {
        "statute": law.act,
        "examples": len(examples),
        "failed": failed,
        "provisions": len(asked),
        "unreached": [citation for citation in asked if citation not in reached],
    }


def _differences(path: str, expected: Any, found: Any) -> Iterator[str]:
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            place = f"{path}.{key}" if path else key
            if key in found:
                yield from _differences(place, value, found[key])
            else:
                yield f"{place} is no part of the decision, which has {', '.join(found)}"
    elif isinstance(expected, list) and isinstance(found, list) and _records(expected):
        if len(expected) != len(found):
            yield f"{path} has {len(found)} entries, expected {len(expected)}"
        for number, (one, other) in enumerate(zip(expected, found, strict=False)):
            yield from _differences(f"{path}[{number}]", one, other)
    elif type(expected) is not type(found) or expected != found:
        yield f"{path} is {_shown(found)}, expected {_shown(expected)}"


def _records(values: list[Any]) -> bool:
    return any(isinstance(one, dict) for one in values)


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _askable(law: ir.Law, element: ir.Element) -> bool:
    """Tell whether an element says a condition of its own: a rule, or a point of any level."""
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
