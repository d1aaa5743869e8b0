"""`lawc decide`: a stream of cases in, a stream of decisions out, in the same order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import nullcontext
from datetime import date
from itertools import islice
from pathlib import Path
from typing import IO, Any

import click

from lawc.backends.python.load import Module, load, loaded
from lawc.commands.problems import UsageError, days_of, law_of

CHUNK = 2_000  # lines that a worker takes at once
WAITING = 8  # chunks read ahead: what bounds the memory


@click.command("decide")
@click.argument("statute", type=click.Path(path_type=Path))
@click.argument("cases", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--set", "days", multiple=True, metavar="DAY=DATE", help="A day by name.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="A file to write to.")
@click.option("--workers", type=click.IntRange(1), default=2, help="Processes that decide.")
def command(
    statute: Path, cases: Path, days: tuple[str, ...], output: Path | None, workers: int
) -> None:
    """Decide the CASES (a file of JSON lines, - for the standard input) under STATUTE."""
    law = law_of(statute)
    given = days_of(law, days)
    module = load(law)
    failed = 0
    try:
        source: Any = nullcontext(sys.stdin.buffer) if str(cases) == "-" else cases.open("rb")
        target: Any = nullcontext(sys.stdout) if output is None else _beside(output)
    except OSError as error:
        raise UsageError(f"`{error.filename}` cannot be opened: {error.strerror}") from error
    with source as lines, target as out, _progress(output is not None, cases) as advance:
        for written, problems in _decided(module, lines, given, workers):
            out.write(written)
            for problem in problems:
                click.echo(problem, err=True)
            failed += len(problems)
            advance(written.count("\n") + len(problems))
    if output is not None:
        Path(target.name).replace(output)
    if failed:
        click.echo(f"lawc: {failed} of the lines could not be decided", err=True)
    sys.exit(1 if failed else 0)


def _beside(output: Path) -> IO[str]:
    return output.with_name(f".{output.name}.part").open("w", encoding="utf-8", newline="\n")


def _decided(
    module: Module, lines: Iterable[bytes], days: dict[str, date], workers: int
) -> Iterator[tuple[str, list[str]]]:
    chunks = _chunks(lines)
    first = next(chunks, None)
    second = next(chunks, None)
    if first is None:
        return
    if second is None or workers == 1:
        for chunk in (first, *([second] if second else []), *chunks):
            yield decide_chunk(module, chunk, days)
        return
    with ProcessPoolExecutor(workers) as pool:
        waiting: list[Future[tuple[str, list[str]]]] = []
        for chunk in _after(first, second, chunks):
            waiting.append(pool.submit(decide_chunk, module, chunk, days))
            if len(waiting) >= WAITING:
                yield waiting.pop(0).result()
        while waiting:
            yield waiting.pop(0).result()


def _after(first: Any, second: Any, rest: Iterator[Any]) -> Iterator[Any]:
    yield first
    yield second
    yield from rest


def _chunks(lines: Iterable[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    number = 1
    lines = iter(lines)
    while chunk := list(islice(lines, CHUNK)):
        yield number, chunk
        number += len(chunk)


def decide_chunk(
    module: Module, chunk: tuple[int, list[bytes]], days: dict[str, date]
) -> tuple[str, list[str]]:
    """Return the decisions of a chunk of lines, and what is wrong with those that have none."""
    package = loaded(module)
    from_dict, decide, error = package.root.from_dict, package.decide, package.error
    written: list[str] = []
    problems: list[str] = []
    first, lines = chunk
    for number, line in enumerate(lines, start=first):
        if not line.strip():
            continue
        try:
            case = json.loads(line, parse_constant=_refused)
            decided = decide(from_dict(case), **days).to_dict()
        except error as problem:
            problems.append(f"line {number}: {problem}")
            continue
        except (ValueError, RecursionError) as problem:
            problems.append(f"line {number}: not JSON: {_said(problem)}")
            continue
        name = case.get("id")
        answer = decided if name is None else {"id": name, **decided}
        written.append(json.dumps(answer, ensure_ascii=False, separators=(", ", ": ")))
    return "".join(f"{one}\n" for one in written), problems


def _said(problem: Exception) -> str:
    if isinstance(problem, json.JSONDecodeError):
        return f"{problem.msg.lower()} at column {problem.colno}"
    return "nested too deep" if isinstance(problem, RecursionError) else str(problem)


def _refused(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")


class _Silent:
    """No progress bar."""

    def __enter__(self) -> Any:
        return lambda _: None

    def __exit__(self, *_: object) -> None:
        pass


class _Bar:
    """A progress bar on the error stream: how many cases, and how many a second."""

    def __enter__(self) -> Any:
        from rich.console import Console  # noqa: PLC0415 - only where a bar is drawn
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.completed:,.0f} cases"),
            TextColumn("{task.speed:,.0f} a second"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
        )
        self._bar.start()
        task = self._bar.add_task("cases", total=None)
        return lambda number: self._bar.advance(task, number)

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def _progress(to_file: bool, cases: Path) -> Any:
    del cases
    shown = sys.stderr.isatty() and (to_file or not sys.stdout.isatty())
    return _Bar() if shown else _Silent()
