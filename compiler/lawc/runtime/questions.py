"""Questions whether a provision holds, by its citation; the standard library only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lawc.runtime.logic import any_of
from lawc.runtime.values import Truth


class Question:
    """A provision as a question: call it with a thing, those above it, and the days.

    `kinds` are the kinds of these things, nearest first. A provision of several sentences
    holds if at least one of them does.
    """

    __slots__ = ("_functions", "kinds")

    def __init__(
        self, kinds: tuple[str, ...], *functions: tuple[Callable[..., Truth], int]
    ) -> None:
        self.kinds = kinds
        self._functions = functions

    def __call__(self, *things_and_days: Any) -> Truth:
        """Return whether the provision holds."""
        return any_of(*(ask(*things_and_days[above:]) for ask, above in self._functions))
