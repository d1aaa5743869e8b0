"""Mutants that no example notices: found by several processes, shown on the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawc.commands.usage import UsageError

_WIDTH = 88  # of a line of an example

if TYPE_CHECKING:
    from lawc.commands.examples import Example
    from lawc.ir import nodes as ir
    from lawc.testing.survivors import Survivor, Trial


def survivors_of(law: ir.Law, examples: Iterable[Example], workers: int) -> dict[str, Any]:
    """Return the report on the changes of `law` that no example notices."""
    from lawc.testing.notice import WrittenCase
    from lawc.testing.report import mutants_dict
    from lawc.testing.survivors import trial

    samples = (
        WrittenCase(example.case, dict(day.split("=", 1) for day in example.days))
        for example in examples
    )
    experiment = trial(law, samples)
    survivors = tuple(filter(None, _survivors(experiment, workers)))
    return mutants_dict(len(experiment.mutants), survivors)


def show_mutants(report: dict[str, Any]) -> None:
    """Print the changes that no example notices, as `mutants_dict` says them."""
    number, noticed = report["number"], report["noticed"]
    click.echo(
        f"  {noticed} of {number} small changes of the statute are noticed by an example"
    )
    if report["survivors"]:
        click.echo("  no example notices:")
    for survivor in report["survivors"]:
        click.echo(f"    {survivor['citation']}")
        click.echo(f"      as it is:   {survivor['was']}")
        click.echo(f"      changed to: {survivor['now'] or '(left out)'}")
        if survivor["example"] is not None:
            click.echo("      this example would notice it:")
            for line in _readable(survivor["example"]):
                click.echo(f"        {line}")
        else:
            click.echo(
                "      no example was found that would notice it; not every case was tried"
            )
    if any(survivor["example"] is not None for survivor in report["survivors"]):
        click.echo("  `--write FILE` writes these examples, each a line of `examples.jsonl`")


def _readable(example: dict[str, Any]) -> Iterator[str]:
    """Yield an example in lines for a reader: its facts, then what is decided."""
    facts = [*_flat("", example["case"]), *example.get("parameters", {}).items()]
    decided = _flat("", example["expected"])
    yield from _lines("", [f"{path} = {value}" for path, value in facts])
    yield from _lines("decided: ", [f"{path} = {value}" for path, value in decided])


def _lines(beginning: str, items: list[str]) -> Iterator[str]:
    """Yield lines of items, none of which is broken."""
    line, separator = beginning, ""
    for item in items:
        if separator and len(line) + len(item) > _WIDTH:
            yield f"{line},"
            line, separator = "", ""
        line, separator = f"{line}{separator}{item}", ", "
    yield line


def _flat(path: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the values in a part of an example, with their paths."""
    match value:
        case {"value": part, "provisions": cited}:
            yield path, f"{_flat_value(part)} under {', '.join(cited)}"
        case dict():
            for key, part in value.items():
                yield from _flat(f"{path}.{key}" if path else str(key), part)
        case [*parts] if parts and all(isinstance(part, dict) for part in parts):
            for number, part in enumerate(parts):
                yield from _flat(f"{path}[{number}]", part)
        case _:
            yield path, _flat_value(value)


def _flat_value(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def line_of(example: dict[str, Any]) -> str:
    """Return an example as a line of `examples.jsonl`."""
    return json.dumps(example, ensure_ascii=False)


def write_lines(path: Path, reports: Iterable[dict[str, Any]]) -> None:
    """Write the examples that the reports have found to `path`, each once.

    Raises:
        UsageError: the file cannot be written.
    """
    from lawc.files import write_file

    examples = [example for report in reports for example in _examples(report)]
    try:
        write_file(path, "".join(f"{line}\n" for line in dict.fromkeys(map(line_of, examples))))
    except OSError as error:
        raise UsageError(f"`{path}` cannot be written: {error.strerror}") from error


def _examples(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "mutants" in report:
        examples = (survivor["example"] for survivor in report["mutants"]["survivors"])
        yield from (example for example in examples if example is not None)
    if "boundary" in report:
        yield from report["boundary"]["examples"]


# --- several processes ----------------------------------------------------------------------

_trial: Trial | None = None  # of a forked process: its work


def _survivors(trial: Trial, workers: int) -> Iterable[Survivor | None]:
    from multiprocessing import get_all_start_methods, get_context

    from lawc.testing.survivors import survivor

    places = range(len(trial.mutants))
    if workers == 1 or "fork" not in get_all_start_methods():
        return [survivor(trial, place) for place in places]
    with get_context("fork").Pool(workers, _start_worker, (trial,)) as pool:
        return pool.map(_survivor, places, chunksize=1)


def _start_worker(trial: Trial) -> None:
    global _trial  # noqa: PLW0603 - a process of its own
    _trial = trial


def _survivor(place: int) -> Survivor | None:
    from lawc.testing.survivors import survivor

    assert _trial is not None, "`_start_worker` has set it"
    return survivor(_trial, place)
