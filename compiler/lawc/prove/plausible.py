"""Plausible cases, which a reader can believe: no child is born before its parent.

Whether a goal can hold is decided over all cases: a law must also decide those that its
vocabulary calls odd, and records are wrong now and then. Only an example is searched among the
plausible cases first.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from lawc.backends.smt.cases import every_thing
from lawc.backends.smt.encode import Meaning
from lawc.backends.smt.terms import conj


def plausible(meaning: Meaning) -> Iterator[z3.BoolRef]:
    """Yield that no thing in the case violates what is plausible of its kind.

    A line that is unknown, because a fact in it is, is not violated.
    """
    for thing in every_thing(meaning.case.root):
        for line in meaning.law.plausible:
            if line.kind == thing.kind:
                against = meaning.holds(line.condition, thing).no
                yield z3.Not(conj([thing.there, against]))
