"""A case: the things a decision is about, with the known facts of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from lawc.ir import nodes as ir
from lawc.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """One person, offence, child: known facts by key, and lists of members by kind.

    A key that is absent is unknown. `members[kind]` absent means that the list is unknown;
    an empty tuple, that there are none. `facts` may also carry the key of a concept, a
    quantity or a decision: it is then established, and no rule is read for it.
    """

    kind: str
    path: str
    facts: Mapping[str, ir.Value]
    parent: Thing | None
    members: dict[str, tuple[Thing, ...]] = field(default_factory=dict)

    def of(self, kind: str) -> Thing | None:
        """Return this thing or the ancestor of it that is of `kind`."""
        thing: Thing | None = self
        while thing is not None and thing.kind != kind:
            thing = thing.parent
        return thing

    @property
    def root(self) -> Thing:
        """The whole that the case is about."""
        thing = self
        while thing.parent is not None:
            thing = thing.parent
        return thing

    def where(self, name: str) -> str:
        """Return the path of a fact or list of this thing: `offences[0].category`."""
        return f"{self.path}.{name}" if self.path else name
