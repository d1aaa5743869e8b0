"""A bar on the error stream for what takes long: how many cases, and how many a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_EVERY = 100_000_000  # nanoseconds between two pictures
_SELDOM = 10_000_000_000  # between two lines, where no terminal is


@contextmanager
def progress(*, to_file: bool) -> Iterator[Callable[[int], None]]:
    """Give a function to say how many more cases are done; a bar is drawn on a terminal.

    The bar has no thread of its own: processes that decide are forked from this one.
    """
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not to_file):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.completed:,.0f} cases"),
        TextColumn("{task.speed:,.0f} a second"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
    )
    task = bar.add_task("cases", total=None)
    drawn = 0

    def advance(number: int) -> None:
        nonlocal drawn
        bar.advance(task, number)
        if time.monotonic_ns() - drawn > _EVERY:
            drawn = time.monotonic_ns()
            bar.refresh()

    with bar:
        yield advance
        bar.refresh()


@contextmanager
def question_counter(name: str) -> Iterator[Callable[[], None]]:
    """Give a function to say that a solver is asked once more about the act `name`.

    A line that is written over on a terminal; elsewhere one every ten seconds.
    """
    number, terminal = 0, sys.stderr.isatty()
    began = shown = time.monotonic_ns()
    written = False

    def count() -> None:
        nonlocal number, shown, written
        number += 1
        now = time.monotonic_ns()
        if now - shown < (_EVERY if terminal else _SELDOM):
            return
        shown, written = now, True
        seconds = (now - began) // 1_000_000_000
        line = f"lawc: {name}: {number:,} questions to the solver, {seconds} s"
        sys.stderr.write(f"\r{line}" if terminal else f"{line}\n")
        sys.stderr.flush()

    yield count
    if terminal and written:
        sys.stderr.write("\r\x1b[K")
