"""The kinds of things, as a package has them: their classes, and where their facts stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

_SEVERAL = 300  # provisions of a code that a register has, as a rule


class Kind:
    """A kind of thing. `above` has a list of them under `group`, in JSON under `key_of_group`.

    `attributes` are those of the facts and of what may be supplied, by key; `domains` the
    values of each fact of type truth or choice; `types` what they are, `fractions` and
    `dates` the facts of these types; `possible` tells whether no assumption that speaks of some
    keys is broken; `assumed` are the functions that add what assumptions leave. `clauses` are
    the assumptions: one of the facts of each is one of the values beside it. `small` has the
    facts of few values, with those that assumptions tie to them.
    """

    __slots__ = (
        "above", "assumed", "attributes", "below", "clauses", "dates", "domains", "fractions",
        "group", "key", "key_of_group", "possible", "small", "types",
    )  # fmt: skip

    def __init__(self, key: str, above: Kind | None, group: str, key_of_group: str) -> None:
        self.key = key
        self.above = above
        self.group = group
        self.key_of_group = key_of_group
        self.below: list[Kind] = []
        self.attributes: Mapping[str, str] = {}
        self.domains: Mapping[str, tuple[Any, ...]] = {}
        self.fractions: frozenset[str] = frozenset()
        self.dates: frozenset[str] = frozenset()
        self.assumed: Mapping[str, Callable[[Any], Any]] = {}
        self.small: Mapping[str, tuple[str, ...]] = {}
        self.types: Mapping[str, str] = {}
        self.clauses: tuple[tuple[tuple[str, tuple[Any, ...]], ...], ...] = ()
        self.possible: Callable[[Any, frozenset[str]], bool] = lambda _thing, _keys: True

    def line(self) -> tuple[Kind, ...]:
        """Return this kind and those above it, nearest first."""
        return (self,) if self.above is None else (self, *self.above.line())

    def number(self, key: str) -> int:
        """Return how many values of a fact are to be expected, the unknown one among them."""
        return len(self.domains[key]) + 1 if self.domains[key] else _SEVERAL

    def depth(self, key: str) -> int | None:
        """Return how far above things of this kind the thing of another kind stands."""
        keys = [one.key for one in self.line()]
        return keys.index(key) if key in keys else None
