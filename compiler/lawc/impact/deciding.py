"""The provisions that a decision rests on, as columns: decides, decides alone, is displaced.

A rule decides if the decision cites it, or if it applies and gives what is decided as well as
the rule that is cited: of several that give the same, a decision cites one. A point of a rule
decides if the point holds and its rule decides; so does a point of a definition that the rule
reads. Points of one list are alternatives: one that holds beside another does not decide alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

import polars as pl

from lawc.backends.relational.providing import Provided
from lawc.backends.relational.relations import Relations
from lawc.ir import nodes as ir
from lawc.ir.walk import of_rule, reached
from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Ground:
    """A provision that a decision can rest on.

    `rules` are the citations of the rules through which it decides, `whole` is the element
    whose list it is a point of, the same as `eid` if it is no point. `by` are the citations of
    the provisions that can displace it, with their columns.
    """

    eid: str
    citation: str
    holds: str
    applies: str
    rules: tuple[str, ...]
    whole: str
    whole_holds: str
    by: tuple[tuple[str, str], ...]


def grounds_of(law: ir.Law, relations: Relations, decision: ir.Decision) -> tuple[Ground, ...]:
    """Return the provisions that a decision can rest on, in the order of the law."""
    provided = {each.eid: each for each in relations.provisions if each.kind == decision.kind}
    cited = {citation for citation, _ in relations.answers[decision.key].cites}
    rules = [each for each in provided.values() if each.citation in cited]
    reading = _readers(law, {each.eid: each.citation for each in rules})
    grounds = []
    for each in provided.values():
        rule = next((r for r in rules if each.eid == r.eid or _below(each.eid, r.eid)), None)
        if rule is not None:
            grounds.append(_ground(each, (rule.citation,), rule))
            continue
        whole = next((eid for eid in reading if each.eid == eid or _below(each.eid, eid)), None)
        if whole is not None and reading[whole]:
            grounds.append(_ground(each, reading[whole], provided.get(whole, each)))
    return tuple(grounds)


def _ground(each: Provided, rules: tuple[str, ...], whole: Provided) -> Ground:
    # A point is displaced where its rule is.
    applies = whole.applies if whole.displaced else each.applies
    return Ground(
        each.eid,
        each.citation,
        each.holds,
        applies,
        rules,
        whole.eid,
        whole.holds,
        whole.displaced,
    )


def _below(eid: str, above: str) -> bool:
    return eid.startswith(f"{above}__")


def _readers(law: ir.Law, rules: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the citations of the rules that read each definition, by its element."""
    readers: dict[str, dict[str, None]] = {}
    for rule in law.rules:
        if rule.eid in rules:
            keys = {
                part.key for part in reached(law, of_rule(rule)) if isinstance(part, ir.Concept)
            }
            for definition in law.definitions:
                if definition.key in keys and not definition.eid.startswith("#"):
                    readers.setdefault(definition.eid, {})[rules[rule.eid]] = None
    return {eid: tuple(of) for eid, of in readers.items()}


class Deciding:
    """The provisions of a decision as expressions over the columns of its kind."""

    def __init__(self, law: ir.Law, relations: Relations, decision: ir.Decision) -> None:
        self.law, self.decision = law, decision
        self.grounds = grounds_of(law, relations, decision)
        self.answered = relations.answers[decision.key]
        self.cites = dict(self.answered.cites)
        self.columns = {c: f"decides.{decision.key}.{c}" for c in self.cites}

    def rules(self) -> list[pl.Expr]:
        """Return, for each rule, whether it decides, as a column."""
        grounds = {ground.citation: ground for ground in self.grounds}
        terms = []
        for citation, column in self.cites.items():
            term = _true(column)
            ground = grounds.get(citation)
            same = None if ground is None else self.gives_value(ground.eid)
            if ground is not None and same is not None:
                # An established decision cites nothing.
                decided = pl.any_horizontal([_true(other) for other in self.cites.values()])
                term = term | (decided & _true(ground.applies) & same)
            terms.append(term.alias(self.columns[citation]))
        return terms

    def gives_value(self, eid: str) -> pl.Expr | None:
        """Return whether the decided value is one that an element states, if it states all."""
        gives = [
            given.value
            for rule in self.law.rules
            if rule.eid == eid
            for given in rule.gives
            if given.decision == self.decision.key
        ]
        stated = [value.value for value in gives if isinstance(value, ir.Literal)]
        if not stated or len(stated) < len(gives) or self.decision.combine is ir.Combine.TOTAL:
            return None
        value, of = pl.col(self.answered.value), self.answered.of
        same = [value == _cell(each, of) for each in stated]
        return pl.any_horizontal(same).fill_null(value=False)

    def cited(self, rules: Iterable[str]) -> pl.Expr:
        """Return whether one of some rules decides."""
        columns = [pl.col(self.columns[rule]) for rule in rules]
        return pl.any_horizontal(columns) if columns else pl.lit(value=False)

    def decides(self, ground: Ground) -> pl.Expr:
        """Return whether a provision decides."""
        cited = self.cited(ground.rules)
        return cited if ground.citation in self.cites else cited & _true(ground.holds)

    def alone(self, ground: Ground) -> pl.Expr:
        """Return whether a provision decides and no other beside it."""
        others = [rule for rule in self.cites if rule not in ground.rules]
        beside = [
            _true(other.holds)
            for other in self.grounds
            if other.whole == ground.whole != other.eid
            and other.eid != ground.eid != ground.whole
            and not _below(other.eid, ground.eid)
            and not _below(ground.eid, other.eid)
        ]
        return self.decides(ground) & ~pl.any_horizontal(
            [self.cited(others), *beside, pl.lit(value=False)]
        )

    def displaced(self, ground: Ground) -> pl.Expr:
        """Return whether a provision holds and is displaced."""
        if not ground.by:
            return pl.lit(value=False)
        stopped = (~pl.col(ground.applies)).fill_null(value=False)
        return _true(ground.holds) & _true(ground.whole_holds) & stopped


def _true(column: str) -> pl.Expr:
    return pl.col(column).fill_null(value=False)


def _cell(value: ir.Value, of: int) -> pl.Expr:
    """Return a value as it stands in a column of numerators over `of`."""
    match value:
        case bool() | str():
            return pl.lit(value)
        case date():
            return pl.lit(value.toordinal() * of)
        case int() | Fraction():
            return pl.lit(int(Fraction(value) * of))
        case _:
            return pl.lit(str(value))
