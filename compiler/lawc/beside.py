"""Work done beside other work: in a process forked for it, where there is a processor for it.

What is done there needs to be sent nothing, for it has what this process has; only the result
comes back. If anything goes wrong there, the work is done here: what it raises is then raised
as if there were one process, and no error is told twice.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

Result = TypeVar("Result")


@contextmanager
def beside(work: Callable[[], Result], *, worth: bool) -> Iterator[Callable[[], Result]]:
    """Begin `work` in a process of its own; what is given waits for it and returns its result.

    The process ends with the block, whether or not its result was asked for. Work that is not
    worth a process is done when its result is asked for.
    """
    if not (worth and _spare_processor()):
        yield work
        return
    reading, writing = os.pipe()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # what waits to be written would be written by both
    process = os.fork()
    if process == 0:
        os.close(reading)  # so that nothing waits to be read where nobody reads any more
        _work(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:

        def result() -> Result:
            import pickle  # noqa: PLC0415 - what is seldom needed costs no start any time

            try:
                made: Result = pickle.load(answer)  # noqa: S301 - made by ourselves
            except (EOFError, pickle.UnpicklingError):
                return work()
            return made

        try:
            yield result
        finally:
            os.kill(process, signal.SIGKILL)  # it has ended, or nobody waits for it
            os.waitpid(process, 0)


def _spare_processor() -> bool:
    affinity = getattr(os, "sched_getaffinity", None)
    return hasattr(os, "fork") and affinity is not None and len(affinity(0)) > 1


def _work(work: Callable[[], object], writing: int) -> None:
    """Write the result, all of it or nothing, and end without a word: the other one tells."""
    import pickle  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other one is interrupted, and ends this
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(BaseException):
        data = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as answer:
            answer.write(data)
    os._exit(0)
