"""Work in a process beside this one: its result is that of the work, whatever happens there."""

from __future__ import annotations

import os
import signal

import pytest

from lawc import beside as module
from lawc.beside import beside

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(autouse=True)
def _forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes be forked beside the threads of what runs the tests."""
    monkeypatch.setattr(module, "may_fork", lambda: True)


def test_the_result_of_another_process_comes_back() -> None:
    with beside(os.getpid, worth=True) as answer:
        mine = os.getpid()

        assert answer() != mine


def test_what_is_not_worth_a_process_is_done_here() -> None:
    with beside(os.getpid, worth=False) as answer:
        assert answer() == os.getpid()


def test_what_the_work_raises_is_raised_here() -> None:
    def refused() -> None:
        raise OSError("no room")

    with beside(refused, worth=True) as answer, pytest.raises(OSError, match="no room"):
        answer()


def test_without_another_process_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)

    with beside(os.getpid, worth=True) as answer:
        assert answer() == os.getpid()


def test_work_whose_process_was_killed_is_done_here() -> None:
    here = os.getpid()

    def killed() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return here

    with beside(killed, worth=True) as answer:
        assert answer() == here


def test_a_result_that_cannot_be_sent_is_made_here() -> None:
    with beside(lambda: lambda: 7, worth=True) as answer:
        assert answer()() == 7


def test_no_process_stays_when_the_block_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    fork = os.fork

    def noting() -> int:
        begun.append(fork())
        return begun[-1]

    monkeypatch.setattr(os, "fork", noting)

    with pytest.raises(KeyboardInterrupt), beside(signal.pause, worth=True):
        raise KeyboardInterrupt

    (process,) = begun
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
