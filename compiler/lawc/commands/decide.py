"""`lawc decide`: a stream of cases in, a stream of decisions out, in the same order."""

from __future__ import annotations

import gc
import os
import signal
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import date
from itertools import chain, count, islice
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING, NamedTuple

import click

from lawc.backends.python.package import Module, loaded
from lawc.commands.examples import is_example
from lawc.commands.given import from_json
from lawc.commands.options import days_option
from lawc.commands.problems import days_of
from lawc.commands.progress import progress
from lawc.commands.ready import ready
from lawc.commands.registers import Asked, decide_register, is_register
from lawc.commands.usage import UsageError
from lawc.files import writing

if TYPE_CHECKING:
    from concurrent.futures import Future


CHUNK = 500  # lines that a worker takes at once
WAITING = 8  # chunks read ahead: this bounds the memory
SELDOM = (100_000, 50, 50)  # cases make no cycles; looking for some costs a tenth of the time

_BUG = "this is a bug in lawc, please report it"
_TOO_DEEP = "this is nested or chained too deep for lawc"

LONGEST = 16_000_000  # bytes of one case; a file without line ends may have no end

Lines = tuple[int, list[bytes]]  # the number of the first one, and the lines


class Problem(NamedTuple):
    """A line that has no decision: what is wrong with it, or with lawc if lawc `failed`."""

    line: int
    text: str
    failed: bool = False


Decisions = tuple[str, list[Problem]]  # the decisions as text, and the lines that have none


class Terms(NamedTuple):
    """The days that all cases are decided for, and whether cases may supply decisions."""

    days: dict[str, date]
    established: bool


@click.command("decide")
@click.argument("statute", type=click.Path(path_type=Path))
@click.argument("cases")
@days_option
@click.option(
    "--established",
    is_flag=True,
    help="Let cases supply decisions of the law; they are taken as established.",
)
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="Write the decisions to this file."
)
@click.option(
    "--mapping",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Of tables: which columns are which facts (default: `register.toml` of the folder).",
)
@click.option(
    "--rejected",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Of tables: write the rows that cannot be read to this CSV file.",
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    default=2,
    help="Number of worker processes (default: 2).",
)
def command(  # noqa: PLR0913 - an argument an option
    statute: Path,
    cases: str,
    days: tuple[str, ...],
    out: Path | None,
    mapping: Path | None,
    rejected: Path | None,
    workers: int,
    *,
    established: bool,
) -> None:
    """Decide the CASES under STATUTE, and print the decisions in the same order.

    CASES is a file of JSON lines, or - for the standard input; each line is a case. Or it is a
    register: a folder with a table (`.parquet`, `.csv`, `.jsonl`) a kind of thing, such a table
    of the first kind, a DuckDB file, or `postgresql://...`; `-o` then ends with `.csv`,
    `.parquet` or `.jsonl`. With `-o` a `.csv` or `.parquet`, cases in JSON lines are one, too.
    """
    if is_register(cases, out):
        asked = Asked(mapping, out, rejected, days, established)
        decide_register(statute, cases, asked)
    package = ready(statute)
    terms = Terms(days_of(package.days, days), established)
    undecided = 0
    failed = False
    with (
        _rare_collection(),
        _open(Path(cases)) as lines,
        _target(out) as target,
        progress(to_file=out is not None) as advance,
    ):
        for written, problems in _decide_all(package.module, _lines(lines), terms, workers):
            target.write(written)
            for problem in problems:
                click.echo(f"line {problem.line}: {problem.text}", err=True)
                failed = failed or problem.failed
            undecided += len(problems)
            advance(written.count("\n") + len(problems))
    if undecided:
        count = "1 line" if undecided == 1 else f"{undecided} lines"
        click.echo(f"lawc: {count} could not be decided", err=True)
    sys.exit(2 if failed else 1 if undecided else 0)


@contextmanager
def _rare_collection() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _open(cases: Path) -> AbstractContextManager[IO[bytes]]:
    if str(cases) == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return cases.open("rb")
    except OSError as error:
        raise UsageError(f"`{cases}` cannot be read: {error.strerror}") from error


def _lines(cases: IO[bytes]) -> Iterator[bytes]:
    for number in count(1):
        line = cases.readline(LONGEST + 1)
        if not line:
            return
        if len(line) > LONGEST:
            raise UsageError(f"line {number} is longer than {LONGEST:,} bytes")
        yield line


def _target(out: Path | None) -> AbstractContextManager[IO[str]]:
    if out is None or str(out) == "-":
        return nullcontext(sys.stdout)
    if out.is_dir() or not out.parent.is_dir():
        why = "it is a folder" if out.is_dir() else f"there is no folder `{out.parent}`"
        raise UsageError(f"`{out}` cannot be written: {why}")
    return writing(out)


def _decide_all(
    module: Module, lines: Iterable[bytes], terms: Terms, workers: int
) -> Iterator[Decisions]:
    """Yield the decisions, chunk by chunk; several chunks are decided at once."""
    chunks = _chunks(lines)
    begun = list(islice(chunks, 2))
    if begun:
        _refuse_others(module, begun[0])
    if len(begun) < 2 or workers == 1:  # noqa: PLR2004 - a second process would only cost
        for chunk in chain(begun, chunks):
            yield decide_chunk(module, chunk, terms)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    loaded(module)  # once: processes that are forked have it
    pool = ProcessPoolExecutor(workers, initializer=_start_worker)
    waiting: list[Future[Decisions]] = []
    try:
        for chunk in chain(begun, chunks):
            waiting.append(pool.submit(decide_chunk, module, chunk, terms))
            if len(waiting) >= WAITING:
                yield waiting.pop(0).result()
        while waiting:
            yield waiting.pop(0).result()
    except BrokenProcessPool as error:
        raise UsageError(
            "a worker process has ended without an answer: try `--workers 1`"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _refuse_others(module: Module, chunk: Lines) -> None:
    """Refuse a file that begins with no case: examples, a list, a case over several lines.

    Raises:
        UsageError: the file begins so.
    """
    lines = (line.removeprefix(BOM_UTF8) for line in chunk[1])
    text = next(filter(bytes.strip, lines), b"")
    try:
        value = from_json(text.decode("utf-8-sig").rstrip())
    except (ValueError, RecursionError):
        value = _whole(chunk)
        if isinstance(value, dict):
            raise UsageError(
                "this is one case over several lines: write it on one line, or ask `lawc why`"
            ) from None
    if isinstance(value, list) and all(isinstance(case, dict) for case in value):
        raise UsageError(
            "this is a list of cases: write one on each line, without brackets and commas"
        )
    if not is_example(value):
        return
    try:
        loaded(module).root.from_dict(value)
    except ValueError:
        raise UsageError(
            "these are examples, not cases: `lawc test` decides those in `examples.jsonl` "
            "beside a statute"
        ) from None


def _whole(chunk: Lines) -> object:
    """Return the JSON value of all lines together, None if they are none."""
    with suppress(ValueError, RecursionError):
        return from_json(b"".join(chunk[1]).decode("utf-8-sig"))
    return None


def _start_worker() -> None:
    """Make this process a worker: its parent interrupts it, and it ends with its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.set_threshold(*SELDOM)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _chunks(lines: Iterable[bytes]) -> Iterator[Lines]:
    number = 1
    lines = iter(lines)
    while chunk := list(islice(lines, CHUNK)):
        yield number, chunk
        number += len(chunk)


def decide_chunk(module: Module, chunk: Lines, terms: Terms) -> Decisions:
    """Return the decisions of a chunk of lines, and the problems of the undecided lines.

    A line on which anything fails does not take the others with it.
    """
    package = loaded(module)
    read, decide = package.root.from_dict, package.decide
    days = {package.names[key]: day for key, day in terms.days.items()}
    written: list[str] = []
    problems: list[Problem] = []
    first, lines = chunk
    for number, line in enumerate(lines, start=first):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip()
            if not text:
                continue
            case = from_json(text)
            thing = read(case, established=terms.established)
        except (ValueError, RecursionError) as problem:
            problems.append(Problem(number, _reason(problem)))
            continue
        except Exception as failure:
            problems.append(_failure(number, failure))
            continue
        try:
            written.append(decide(thing, **days).to_json(case.get("id")))
        except package.error as problem:  # facts that cannot be true together
            problems.append(Problem(number, _reason(problem)))
        except Exception as failure:
            problems.append(_failure(number, failure))
    written.append("")
    whole = "\n".join(written).encode("utf-8", "backslashreplace")  # an id may be half a sign
    return whole.decode("utf-8"), problems


def _failure(number: int, failure: Exception) -> Problem:
    """Return the problem of a line on which lawc fails: the other lines are decided."""
    deep = isinstance(failure, RecursionError)
    return Problem(number, _TOO_DEEP if deep else f"{_BUG}: {failure!r}", failed=True)


def _reason(problem: Exception) -> str:
    if isinstance(problem, UnicodeDecodeError):
        return f"not UTF-8 text at byte {problem.start + 1}"
    if isinstance(problem, RecursionError):
        return "nested too deep"
    more = len(getattr(problem, "__notes__", ()))
    return f"{problem}" + (f" (and {more} more)" if more else "")
