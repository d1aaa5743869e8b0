"""A provision that can be asked by its citation; the standard library only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lawc.runtime.logic import any_of
from lawc.runtime.values import Truth


class Question:
    """Whether a provision holds of a thing: call it with the thing, those above it, the days.

    `kinds` are the kinds of these things, nearest first. A provision of several sentences
    holds where at least one of them does.
    """

    __slots__ = ("_functions", "kinds")

    def __init__(
        self, kinds: tuple[str, ...], *functions: tuple[Callable[..., Truth], int]
    ) -> None:
        self.kinds = kinds
        self._functions = functions

    def __call__(self, *things_and_days: Any) -> Truth:
        """Tell whether the provision holds."""
        return any_of(*(ask(*things_and_days[above:]) for ask, above in self._functions))
