"""A bar on the error stream for what takes long: how many cases, and how many a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_EVERY = 100_000_000  # nanoseconds between two pictures


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
