"""Patterns of rows in which open decisions have the same outcome, as columns.

The completions of a case are found from a formula that goes down from the decision through what
is unknown, and ends at what is known (`lawc.runtime.engine.forms`). A slot is *reached* in a
row if it stands in that formula. Rows in which the same slots are reached, in the same states,
have the same outcome:

- under `all` and `any` it only counts whether a part is unknown;
- under other truths, also whether it is true;
- under comparisons and amounts, also the value.

Example: 1(1) applies if A and (B or C). With A true, B false and C unknown, it is reached at
1(1), at `B or C`, and at C, whatever other slots there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from lawc.backends.relational.evaluating import folded
from lawc.backends.relational.facts import Tables, known_column
from lawc.backends.relational.layers import Layer, pruned
from lawc.backends.relational.reached import Asked, Keys, Reached, ask_column
from lawc.backends.relational.relations import Making
from lawc.backends.relational.slots import Columns, otherwise_of
from lawc.backends.relational.terms import (
    FALSE,
    TRUE,
    Column,
    Constant,
    Plus,
    Term,
    Test,
    all_of,
    any_of,
    choice,
    negation,
    surely,
    unknown,
)
from lawc.backends.relational.values import Value, aligned
from lawc.ir import nodes as ir
from lawc.meaning.refusing import granting_rules, refusing_rules
from lawc.meaning.world import World
from lawc.plan.phases import MEMBERS, above, members
from lawc.plan.slots import KindPlan, Op, Plan
from lawc.records import dataclass

_BITS = 60  # truths that are packed into one whole number
_FEW = 4  # amounts whose order is told by pairs
_JOINING = {Op.ALL, Op.ANY, Op.NOT, Op.RULE, Op.CONCEPT, Op.TRUTH, Op.SPOKEN}
_TRUTHS = _JOINING | {Op.AT_LEAST, Op.ONE_OF, Op.UNDER, Op.COMPARE, Op.QUANTITY}


@dataclass(frozen=True)
class Reaching:
    """A law, the columns of whose slots are made.

    `dated` are decisions that may be nothing for want of a version in force: those are asked of
    again where they are nothing, and then the states of all slots count.
    """

    law: ir.Law
    world: World
    plan: Plan
    columns: Columns
    dated: frozenset[str]

    def asked_of_members(self, kind: str) -> Iterator[tuple[int, bool]]:
        """Yield the slots that are asked of members of a kind, and whether by value."""
        for other in self.plan.kinds.values():
            for slot in other.slots:
                if slot.op in MEMBERS and members(slot)[0] == kind:
                    number = members(slot)[1]
                    if number is not None:
                        some = slot.op is Op.SOME and slot.detail[0] == 1
                        yield number, not (some or slot.op is Op.EVERY)

    def of_some(self, kind: str) -> bool:
        """Return whether members are only asked whether any, or each, fulfils a condition.

        Where that is unknown, each of whom it is known leaves it as it is.
        """
        asked = [
            slot
            for other in self.plan.kinds.values()
            for slot in other.slots
            if slot.op in MEMBERS and members(slot)[0] == kind
        ]
        plain = [s.op is Op.EVERY or (s.op is Op.SOME and s.detail[0] == 1) for s in asked]
        return all(plain) and not self.dated

    def roots(self, kind: str) -> Iterator[tuple[int, bool]]:
        """Yield the slots of a kind that things below see, and whether by value."""
        for other in self.plan.kinds.values():
            for slot in other.slots:
                if slot.op is Op.ABOVE:
                    depth, number = above(slot)
                    if self.columns.lines[other.key][depth] == kind:
                        yield number, False
        for decision in self.law.decisions:
            for depth, number in self.refusing(decision):
                if depth and self.columns.lines[decision.kind][depth] == kind:
                    yield number, True

    def refusing(self, decision: ir.Decision) -> Iterator[tuple[int, int]]:
        """Yield the slots that rules which only displace rest on, seen from the thing."""
        line = self.columns.lines[decision.kind]
        for by, stopped in refusing_rules(self.world, granting_rules(self.world, decision)):
            applies = self.plan.rules[self.world.places[id(by)]].applies
            yield line.index(by.kind) + applies.depth, applies.number
            for rule, gives in stopped:
                plan = self.plan.rules[self.world.places[id(rule)]]
                of = plan.gives[next(n for n, g in enumerate(rule.gives) if g is gives)]
                for ref in (plan.condition, plan.force, of.when, of.value):
                    if ref is not None:
                        yield line.index(rule.kind) + ref.depth, ref.number


class OfKind:
    """The columns of one kind while they are made.

    Those of a member (`inner`) rest on what is asked of members alone.
    """

    def __init__(self, reaching: Reaching, kind: str, *, inner: bool) -> None:
        self.of = reaching
        self.inner = inner
        self.plan: KindPlan = reaching.plan.kinds[kind]
        self.decisions = {d.key: d for d in reaching.law.decisions if d.kind == kind}
        self.missing: dict[int, list[Term]] = {}  # where it counts whether a slot is unknown
        self.state: dict[int, list[Term]] = {}  # ... also whether it is true, or nothing
        self.value: dict[int, list[Term]] = {}  # ... also the value
        self.amount: dict[int, list[Term]] = {}  # ... also the value, if an amount is left
        self.lists: dict[str, list[Term]] = {}
        self.tied: list[Term] = []  # where facts that assumptions tie are reached
        self.orders: list[Term] = []
        self.lapsing: Term = FALSE
        self.asked: dict[str, Term] = dict.fromkeys(self.decisions, FALSE)
        self.answers: dict[str, tuple[tuple[str, int], ...]] = {}
        self.by_amount: set[str] = set()
        self.finals: list[tuple[str, Term]] = []

    def put(self, name: str, term: Term) -> Term:
        """Return a term as a column of the table."""
        return self.of.columns.sheets[self.plan.key].put(self.name(name), term)

    def name(self, name: str) -> str:
        """Return the name of a column."""
        return f"inner {name}" if self.inner else name

    def slot(self, number: int) -> Value:
        """Return a slot as columns."""
        return self.of.columns.values[self.plan.key, number]

    def asking(self) -> None:
        """Reach what things below see, and the decisions that are asked of."""
        for number, by_value in self.of.roots(self.plan.key):
            (self.value if by_value else self.missing).setdefault(number, []).append(TRUE)
        lapsing = []
        for key in self.decisions:
            self.asked[key] = self.put(f"{key}.asked", self.open(key))
            rows = self.asked[key]
            if key in self.of.dated:
                lapsing.append(self.put(f"{key}.lapsing", self.nothing(key)))
                rows = any_of([rows, lapsing[-1]])
            self.finals.append((f"{key}.asked again", rows))
        self.lapsing = TRUE if self.of.dated - self.decisions.keys() else any_of(lapsing)

    def counting(self) -> None:
        """Reach what is asked of the members of a list."""
        self.lapsing = TRUE if self.of.dated else FALSE
        for number, by_value in self.of.asked_of_members(self.plan.key):
            (self.value if by_value else self.missing).setdefault(number, []).append(TRUE)

    def keys(self) -> tuple[Keys, tuple[str, ...]]:
        """Return the keys, and those of amounts that are left."""
        numbers = range(len(self.plan.slots))
        for number in reversed(numbers):
            self.descend(number)
        bits = [term for _, term in self.finals]
        bits += [bit for number in numbers for bit in self.states(number)]
        lists = {member: any_of(terms) for member, terms in self.lists.items()}
        lists = {member: term for member, term in lists.items() if term != FALSE}
        for member, counts in lists.items():
            known = all_of([counts, surely(Column(known_column(member)))])
            bits.append(known)
            self.finals.append((self.name(f"counts.{member}"), known))
        raws = [term for number in numbers for term in self.raw(number, self.value)]
        terms = [*packed([*bits, *self.orders]), *raws, *self.supplied()]
        keys = self.named("key", terms)
        amounts = [term for number in numbers for term in self.raw(number, self.amount)]
        counted = tuple((member, self.name(f"counts.{member}")) for member in lists)
        some = frozenset(member for member in lists if self.of.of_some(member))
        return Keys(keys, counted, some), self.named("amount", amounts)

    def named(self, name: str, terms: list[Term]) -> tuple[str, ...]:
        """Return the names of terms that are put down last."""
        names = [self.name(f"{name}{place}") for place in range(len(terms))]
        self.finals += zip(names, terms, strict=True)
        return tuple(names)

    # --- decisions ---

    def open(self, key: str) -> Term:
        """Return whether a decision is asked of again because it is open."""
        supplied = self.of.columns.facts.supplied(self.plan.key, key)
        open_ = self.of.columns.combined[key].open
        return all_of([Column(ask_column(key)), unknown(supplied.term), open_])

    def nothing(self, key: str) -> Term:
        """Return whether a decision is asked of again because the law gives it no value."""
        combined = self.of.columns.combined[key]
        supplied = self.of.columns.facts.supplied(self.plan.key, key)
        known = negation(any_of([combined.open, combined.contradiction]))
        asked = Column(ask_column(key))
        return all_of([asked, unknown(supplied.term), known, combined.value.nothing])

    def gifts(self, key: str, of: tuple[int, ...], asked: Term, inner: Term) -> None:
        """Reach what rules give a decision, where it is asked of or another rests on it."""
        reached = any_of([asked, inner])
        pairs = list(zip(of[::2], of[1::2], strict=True))
        values = [self.slot(value) for _, value in pairs]
        may = [negation(surely(negation(self.slot(truth).term))) for truth, _ in pairs]
        absent = [all_of([m, value.unknown()]) for m, value in zip(may, values, strict=True)]
        decision = self.decisions[key]
        computed = [value for value in values if isinstance(value.term, Column)]
        plain = decision.combine is not ir.Combine.TOTAL and len(computed) <= _FEW
        if not plain and computed:
            self.by_amount.add(key)
        left = self.put(f"{key}.left", all_of([asked, any_of(absent)]) if plain else asked)
        for truth, value in pairs:
            self.state.setdefault(truth, []).append(reached)
            self.state.setdefault(value, []).append(reached)
            self.value.setdefault(value, []).append(inner)
            self.amount.setdefault(value, []).append(left)
        for depth, number in self.of.refusing(decision):
            if depth == 0:
                self.state.setdefault(number, []).append(reached)
        if plain:
            self.orders += self.order(decision, values, reached)
        self.answers[key] = tuple(
            (value.term.name, value.of) if isinstance(value.term, Column) else ("", 1)
            for value in values
        )

    def order(
        self, decision: ir.Decision, values: list[Value], reached: Term
    ) -> Iterator[Term]:
        """Yield how the amounts that rules give stand to each other and to the default."""
        default = otherwise_of(decision)
        distinct = aligned(dict.fromkeys([*values, *([default] if default else [])]))
        for left, right in combinations(distinct, 2):
            if isinstance(left.term, Constant) and isinstance(right.term, Constant):
                continue
            for op in "=" if decision.combine is ir.Combine.ONE else "=<":
                yield all_of([reached, surely(Test(op, left.term, right.term))])

    # --- slots ---

    def descend(self, number: int) -> None:
        """Reach the slots that a slot is made of, where it is reached and unknown."""
        slot, missing = self.plan.slots[number], self.slot(number).unknown()
        left = any_of(self.amount.get(number, []))
        reach = [*self.missing.get(number, ()), *self.state.get(number, ())]
        reach += self.value.get(number, ())
        inner = self.put(f"u{number}", all_of([any_of(reach), missing]))
        left = self.put(f"a{number}", all_of([left, missing]))
        open_ = any_of([inner, left])
        if slot.op is Op.DECIDED:
            key = str(slot.detail[0])
            self.gifts(key, slot.of, self.asked[key], open_)
        elif slot.op in MEMBERS:
            self.lists.setdefault(members(slot)[0], []).append(any_of([open_, self.lapsing]))
        elif slot.op is Op.FACT:
            self.tied += [open_] if self.clauses(str(slot.detail[0])) else []
        elif slot.op in _TRUTHS:
            reached = self.missing if slot.op in _JOINING else self.value
            for part in slot.of:
                (self.state if slot.op is Op.AT_LEAST else reached).setdefault(part, []).append(
                    open_
                )
        else:
            by_value = any_of(self.value.get(number, []))
            by_value = self.put(f"v{number}", all_of([by_value, missing]))
            for part in slot.of:
                self.state.setdefault(part, []).append(open_)
                self.value.setdefault(part, []).append(by_value)
                self.amount.setdefault(part, []).append(left)

    def states(self, number: int) -> Iterator[Term]:
        """Yield what counts of the state of a slot: if it is unknown, true, nothing."""
        value = self.slot(number)
        if isinstance(value.term, Constant):
            return
        reach = [*self.state.get(number, ()), *self.value.get(number, ()), self.lapsing]
        reached = any_of([*reach, *self.amount.get(number, ())])
        missing = any_of([*self.missing.get(number, ()), reached])
        yield all_of([missing, value.unknown()])
        if reached != FALSE:
            yield all_of([reached, value.nothing])
            if value.sort == "truth":
                yield all_of([reached, surely(value.term)])

    def raw(self, number: int, where: Mapping[int, list[Term]]) -> Iterator[Term]:
        """Yield the value of a slot where it counts."""
        value = self.slot(number)
        reached = any_of(where.get(number, []))
        if value.sort != "truth" and isinstance(value.term, Column) and reached != FALSE:
            yield choice(reached, value.term, value.null())

    # --- assumptions ---

    def clauses(self, key: str) -> bool:
        """Return whether assumptions tie a fact to others."""
        return any(
            part.key == key
            for clause in self.of.law.clauses
            for part in clause.literals
            if clause.kind == self.plan.key
        )

    def supplied(self) -> Iterator[Term]:
        """Yield the facts that assumptions tie to others, where any of them is reached."""
        if not self.tied:
            return
        reached = any_of(self.tied)
        for fact in self.of.law.facts:
            if fact.kind == self.plan.key and self.clauses(fact.key):
                value = self.of.columns.facts.supplied(fact.kind, fact.key)
                if isinstance(value.term, Column):
                    yield choice(reached, value.term, value.null())


def packed(bits: Iterable[Term]) -> Iterator[Term]:
    """Yield whole numbers that have all truths, which are never unknown."""
    left = [bit for bit in dict.fromkeys(map(folded, bits)) if not isinstance(bit, Constant)]
    for start in range(0, len(left), _BITS):
        some = left[start : start + _BITS]
        terms = [choice(bit, Constant(1 << n), Constant(0)) for n, bit in enumerate(some)]
        yield terms[0] if len(terms) == 1 else Plus(tuple(terms))


def reached_of(
    law: ir.Law, tables: Tables, dated: frozenset[str]
) -> tuple[tuple[Layer, ...], Mapping[str, Reached]]:
    """Return layers of what is reached in tables, and the columns by kind."""
    making = Making.of(law, tables, None)
    layers = list(making.of_slots())
    reaching = Reaching(law, making.world, making.plan, making.columns, dated)
    reached = {}
    for kind in law.kinds:
        of, inner = (OfKind(reaching, kind.key, inner=inner) for inner in (False, True))
        of.asking()
        inner.counting()
        keys, amounts = of.keys()
        asked = [
            Asked(key, f"{key}.asked again", of.answers[key], key in of.by_amount)
            for key in of.decisions
        ]
        reached[kind.key] = Reached(kind.key, keys, inner.keys()[0], amounts, tuple(asked))
        making.finals[kind.key] += [*of.finals, *inner.finals]
        refused = any_of([*making.columns.facts.refused(kind.key)])
        making.finals[kind.key].append(("refused", refused))
    kept = making.asked()
    for mine in reached.values():
        kept[mine.kind] |= {name for asked in mine.asked for name, _ in asked.values if name}
    return pruned((*layers, *making.last()), kept), reached
