"""Work done beside other work: in a process forked for it, if there is a processor for it.

The process needs to be sent nothing, for it has all that this process has; only its result
comes back. If anything goes wrong there, the work is done here: an error is then raised as if
there were a single process, and no error is reported twice.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

Result = TypeVar("Result")


@contextmanager
def beside(work: Callable[[], Result], *, worth: bool) -> Iterator[Callable[[], Result]]:
    """Begin `work` in a process of its own; give a function that waits for its result.

    The process ends with the block, whether or not its result was used. Work that is not
    `worth` a process is done when the function is called.
    """
    begun = _begin(work) if worth and may_fork() else None
    if begun is None:
        yield work
        return
    process, reading = begun
    with os.fdopen(reading, "rb") as answer:

        def result() -> Result:
            import pickle  # noqa: PLC0415 - what is seldom needed costs no start any time

            try:
                value: Result = pickle.load(answer)  # noqa: S301 - our own data
            except (EOFError, pickle.UnpicklingError):
                return work()
            return value

        try:
            yield result
        finally:
            os.kill(process, signal.SIGKILL)  # it has ended, or nobody waits for it
            os.waitpid(process, 0)


def may_fork() -> bool:
    """Return whether there is a processor to spare, and no thread that a fork would cut off."""
    affinity = getattr(os, "sched_getaffinity", None)
    if affinity is None or threading.active_count() > 1:
        return False
    return len(affinity(0)) > 1


def _begin(work: Callable[[], object]) -> tuple[int, int] | None:
    """Return a process that does `work`, and the pipe of its result; None if it cannot be."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # buffered text would be written by both
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:  # there are too many processes already
        os.close(reading)
        os.close(writing)
        return None
    if process == 0:
        try:
            os.close(reading)  # so that a write fails when nobody reads any more
            _work(work, writing)
        finally:
            os._exit(0)
    os.close(writing)
    return process, reading


def _work(work: Callable[[], object], writing: int) -> None:
    """Write the result, all of it or nothing, in silence: the other process reports errors."""
    import pickle  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, and ends this
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(BaseException):
        data = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as answer:
            answer.write(data)
