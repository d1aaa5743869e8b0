"""A guard for work of the solver that its own units do not count.

It measures the time of the processor, so that the load of the machine decides no proof.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import z3

LOOK = 1  # seconds between two looks


@contextmanager
def guarded(solver: z3.Solver, seconds: float) -> Iterator[None]:
    """Interrupt `solver`, which then gives up, after so many seconds of computing."""
    ended = Event()

    def watch() -> None:
        began = time.process_time()
        while not ended.wait(LOOK):
            if time.process_time() - began > seconds:
                solver.interrupt()

    watching = Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield
    finally:
        ended.set()
        watching.join()
