"""Open decisions that are closed where each truth says only what is left to say (`absorbing`).

What such a decision comes to is certain. It cites each provision that decides in some
completion: no more than those that may, no less than those that do in the completions that were
tried. Where these are the same, nothing is left to ask.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

import polars as pl

from lawc.backends.relational.absorbing import absorbed
from lawc.backends.relational.facts import Tables
from lawc.backends.relational.layers import pruned
from lawc.backends.relational.polars_engine import Printed
from lawc.backends.relational.reached import ask_column, left_open_column
from lawc.backends.relational.relations import Making
from lawc.backends.relational.terms import (
    TRUE,
    Column,
    Term,
    all_of,
    any_of,
    negation,
    surely,
    unknown,
)
from lawc.backends.relational.values import Value, compared
from lawc.backends.relational.wholes import ROOT, Frames
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.ir.walk import unstated
from lawc.plan.slots import Op

_REFUSED = "refused"


def closed_column(key: str) -> str:
    """Return the column that tells whether a decision is closed."""
    return f"{key}.closed"


def may_column(key: str, citation: str) -> str:
    """Return the column that tells whether a provision may decide, if a decision is closed."""
    return f"{key}.may.{citation}"


def is_composed(law: ir.Law, decision: ir.Decision) -> bool:
    """Return whether a decision is a truth that rules only give as it is written: yes or no.

    Of these alone others tell what the conditions of its rules leave to say.
    """
    return decision.type is Basic.TRUTH and not _computed(law, decision)


def _is_word(type_: Type) -> bool:
    """Return whether values of a type are no amounts."""
    return isinstance(type_, Choice) or type_ in (Basic.TRUTH, Basic.PROVISION)


def _computed(law: ir.Law, decision: ir.Decision) -> bool:
    """Return whether a rule gives a decision a value that rests on facts."""
    return any(
        gives.decision == decision.key and not isinstance(unstated(gives.value), ir.Literal)
        for rule in law.rules
        for gives in rule.gives
    )


class Closing:
    """A law whose truths say only what is left to say; `keys` are decisions that may close.

    What other conditions read of a decision that the first pass left open stays unknown: the
    completions of a case do not tell it either (`lawc.runtime.engine.forms`).
    """

    def __init__(self, law: ir.Law, tables: Tables, keys: Collection[str]) -> None:
        self.law = law
        self.making = Making.of(law, tables, None)
        self.making.columns.unread.update(
            (decision.key, Column(left_open_column(decision.key)))
            for decision in law.decisions
            if not is_composed(law, decision)
        )
        self.keys: Mapping[str, list[str]] = {
            kind.key: [
                decision.key
                for decision in law.decisions
                if decision.kind == kind.key
                and decision.key in keys
                # The completions of a case do not tell what such a value comes to.
                and not (_is_word(decision.type) and _computed(law, decision))
            ]
            for kind in law.kinds
        }
        layers = [*self.making.of_slots()]
        for decision in law.decisions:
            self.making.answer(decision)
        kept: dict[str, set[str]] = {}
        for kind, mine in self.keys.items():
            columns = [(_REFUSED, any_of([*self.refused(kind)]))]
            for key in mine:
                columns += self.bounds(next(d for d in law.decisions if d.key == key))
            self.making.finals[kind] += columns
            kept[kind] = {name for name, _ in columns}
            kept[kind] |= {f"{key}.{part}" for key in mine for part in ("value", "status")}
        self.may = {
            key: [may_column(key, citation) for citation, _ in self.making.answers[key].cites]
            for key in keys
        }
        self.kept = kept
        layers += self.making.last()
        self.layers = Printed(pruned(absorbed(layers), kept), kept)

    @property
    def possible(self) -> bool:
        """Whether assumptions can only fail one by one."""
        facts = [
            {(clause.kind, part.key) for part in clause.literals} for clause in self.law.clauses
        ]
        return not any(one & other for one, other in combinations(facts, 2))

    def refused(self, kind: str) -> Iterator[Term]:
        """Yield what forbids to close decisions about a whole.

        What is read of a decision whose rules contradict each other is unknown for that reason.
        """
        yield from self.making.columns.facts.refused(kind)
        slots = [slot for plan in self.making.plan.kinds.values() for slot in plan.slots]
        if any(slot.op is Op.SPOKEN for slot in slots):
            for decision in self.law.decisions:
                if decision.kind == kind:
                    yield self.making.columns.combined[decision.key].contradiction

    def bounds(self, decision: ir.Decision) -> Iterator[tuple[str, Term]]:
        """Yield whether a decision is closed, and which provisions may decide it then."""
        kind, key = decision.kind, decision.key
        combined = self.making.columns.combined[key]
        supplied = self.making.columns.facts.supplied(kind, key)
        yield closed_column(key), all_of([
            Column(ask_column(key)), unknown(supplied.term),
            negation(combined.open), negation(combined.contradiction),
        ])  # fmt: skip
        citations = self.law.citations
        may: dict[str, list[Term]] = {}
        rules = self.making.world.giving.get(key, ())
        for (rule, _), (truth, value) in zip(rules, self.gifts(decision), strict=True):
            same: Term = TRUE
            if decision.combine is not ir.Combine.TOTAL:
                same = _perhaps(compared(value, "=", combined.value))
            may.setdefault(citations[rule.eid], []).append(all_of([_perhaps(truth), same]))
        for eid, applies, stops in self.making.refusing(decision):
            may.setdefault(citations[eid], []).append(all_of([_perhaps(applies), stops]))
        for citation, _ in self.making.answers[key].cites:
            yield may_column(key, citation), any_of(may.get(citation, []))

    def gifts(self, decision: ir.Decision) -> Iterator[tuple[Term, Value]]:
        """Yield whether each rule gives a decision a value, and the value."""
        kind = decision.kind
        for slot in self.making.plan.kinds[kind].slots:
            if slot.op is Op.DECIDED and slot.detail[0] == decision.key:
                values = [self.making.columns.values[kind, number] for number in slot.of]
                pairs = zip(values[::2], values[1::2], strict=True)
                yield from ((truth.term, value) for truth, value in pairs)

    def columns(self, frames: Frames) -> dict[str, pl.DataFrame]:
        """Return the tables with the columns of `kept` alone; a refused whole is left open."""
        made = self.layers.run(frames)
        roots = [frame.filter(_REFUSED).select(ROOT) for frame in made.values()]
        refused = pl.concat(roots)[ROOT].unique()
        columns = dict(made)
        for kind, frame in made.items():
            if len(refused):
                refuses = pl.col(ROOT).is_in(refused.implode())
                closed = [pl.col(closed_column(key)) & ~refuses for key in self.keys[kind]]
                columns[kind] = frame.with_columns(closed)
        return {k: frame.select(sorted(self.kept[k])) for k, frame in columns.items()}


def _perhaps(truth: Term) -> Term:
    """Return whether a truth holds or is not known."""
    return negation(surely(negation(truth)))
