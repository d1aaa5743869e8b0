"""A guard for work of the solver that its own units do not count.

It goes by the time of the processor: how loaded the machine is decides no proof.
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
    """Interrupt `solver`, which then gives up, when it has computed for so long."""
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
