"""Which cases a reader can believe: no child is born before its parent.

A plausible case decides nothing. Whether something can be so is asked of all cases, for a law
must decide of those too that its vocabulary calls odd, and records are wrong now and then; only
the example is looked for among the plausible cases first.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from lawc.backends.smt.cases import Thing, every_thing
from lawc.backends.smt.encode import Meaning
from lawc.backends.smt.terms import conj, disj, equal
from lawc.ir import nodes as ir


def plausible(meaning: Meaning) -> Iterator[z3.BoolRef]:
    """Yield that no thing that is there goes against what is plausible or assumed of it.

    A line that is unknown, because a fact is that it speaks of, is not gone against.
    """
    for thing in every_thing(meaning.case.root):
        for clause in meaning.law.clauses:
            if clause.kind == thing.kind:
                kept = [_is_one(meaning, thing, part) for part in clause.literals]
                yield disj([z3.Not(thing.there), *kept])
        for line in meaning.law.plausible:
            if line.kind == thing.kind:
                against = meaning.holds(line.condition, thing).no
                yield z3.Not(conj([thing.there, against]))


def _is_one(meaning: Meaning, thing: Thing, part: ir.FactLiteral) -> z3.BoolRef:
    """Return whether a fact is unknown, or one of the values of a literal."""
    one = thing.facts[part.key]
    values = [equal(one.term, meaning.constant(value)) for value in part.values]
    return disj([z3.Not(one.known), *values])
