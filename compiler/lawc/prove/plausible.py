"""Which cases a reader can believe: no child is born before its parent.

A plausible case decides nothing. Whether something can be so is asked of all cases, for a law
must decide of those too that its vocabulary calls odd, and records are wrong now and then; only
the example is looked for among the plausible cases first.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from lawc.backends.smt.cases import every_thing
from lawc.backends.smt.encode import Meaning
from lawc.backends.smt.terms import conj


def plausible(meaning: Meaning) -> Iterator[z3.BoolRef]:
    """Yield that no thing that is there goes against what is plausible of it.

    A line that is unknown, because a fact is that it speaks of, is not gone against.
    """
    for thing in every_thing(meaning.case.root):
        for line in meaning.law.plausible:
            if line.kind == thing.kind:
                against = meaning.holds(line.condition, thing).no
                yield z3.Not(conj([thing.there, against]))
