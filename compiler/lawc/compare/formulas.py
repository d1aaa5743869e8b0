"""Decisions of a law as formulas: their outcomes, and whether two are the same, or larger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import z3

from lawc.backends.smt.cases import day_keys, every_thing
from lawc.backends.smt.encode import Encoding, Meaning
from lawc.backends.smt.provisions import decidable_records
from lawc.backends.smt.terms import FALSE, TRUE, Val, conj, disj, equal, rank, zero
from lawc.compare.outcomes import Amount, Outcome
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.truth import CONTRADICTION, NOTHING


def certain(encoding: Encoding, all_known: z3.BoolRef) -> Encoding:
    """Return a decision in which one that is open with all known is a contradiction."""
    value, sure = encoding.value, z3.Not(encoding.contradiction)
    known, nothing = conj([value.known, sure]), conj([value.nothing, sure])
    open_ = conj([all_known, z3.Not(known), z3.Not(nothing)])
    return Encoding(Val(value.term, known, nothing), disj([encoding.contradiction, open_]))


def expressions_of(law: ir.Law, decision: ir.Decision) -> Iterator[ir.Expr]:
    """Yield the expressions that a decision rests on: of its rules and of all displacers."""
    for rule in law.rules:
        yield rule.condition
        for gives in rule.gives:
            if gives.decision == decision.key:
                yield gives.value
                if gives.when is not None:
                    yield gives.when


def knows_all(meaning: Meaning) -> z3.BoolRef:
    """Return whether a law knows everything, the further members of lists left aside."""
    law = meaning.law
    kinds = {kind.key for kind in law.kinds}
    fine = [meaning.constant(record) for record in decidable_records(meaning.records, law)]
    tests = [meaning.day(key).known for key in day_keys(law)]
    for thing in every_thing(meaning.case.root):
        if thing.kind not in kinds:
            continue
        known = [group.known for kind, group in thing.lists.items() if kind in kinds]
        for fact in law.facts:
            if fact.kind == thing.kind:
                stated = meaning.stated(thing, fact.key)
                known.append(stated.known)
                if fact.type is Basic.PROVISION:
                    known.append(disj([stated.term == record for record in fine]))
        tests.append(disj([z3.Not(thing.there), conj(known)]))
    return conj(tests)


def not_decided(meaning: Meaning, decision: ir.Decision) -> Encoding:
    """Return the outcome of a decision that a law does not have."""
    if decision.otherwise is None:
        return Encoding(Val(zero(decision.type), FALSE, TRUE), FALSE)
    return Encoding(Val(meaning.constant(decision.otherwise), TRUE), FALSE)


def settled(encoding: Encoding) -> z3.BoolRef:
    """Return whether a decision is not open."""
    return disj([encoding.contradiction, encoding.value.nothing, encoding.value.known])


def same(old: Encoding, new: Encoding) -> z3.BoolRef:
    """Return whether two laws come to the same."""
    return disj(
        [
            conj([old.contradiction, new.contradiction]),
            conj([old.value.nothing, new.value.nothing]),
            conj([old.value.known, new.value.known, equal(old.value.term, new.value.term)]),
        ]
    )


def comes_to(meaning: Meaning, encoding: Encoding, outcome: Outcome) -> z3.BoolRef:
    """Return whether a law comes to an outcome, or to any amount if the outcome is one."""
    match outcome:
        case Amount():
            return encoding.value.known
        case _ if outcome is NOTHING:
            return encoding.value.nothing
        case _ if outcome is CONTRADICTION:
            return encoding.contradiction
        case _:
            wanted: Any = meaning.constant(outcome)  # type: ignore[arg-type]  # a value
            return conj([encoding.value.known, equal(encoding.value.term, wanted)])


def larger(old: Encoding, new: Encoding, outcome: Outcome) -> Iterator[z3.BoolRef]:
    """Yield that the new amount compares to the old as in an outcome."""
    if outcome is Amount.MORE:
        yield rank(new.value.term) > rank(old.value.term)
    if outcome is Amount.LESS:
        yield rank(new.value.term) < rank(old.value.term)
