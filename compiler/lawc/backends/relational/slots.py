"""The slots of a plan as columns of tables, in layers.

Before: slot 9 of an offence, `all` of the slots 3 and 7 of it and slot 13 of the person.
After: the column `s9`, whether `s3`, `s7` and `person.s13` hold; the table of offences takes
`person.s13` from that of persons first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from functools import cached_property, partial
from itertools import pairwise
from typing import Any

from lawc.backends.relational import calendar, spans
from lawc.backends.relational import values as v
from lawc.backends.relational.cases import by_case
from lawc.backends.relational.deciding import Combined, Giving, combine, seen_value
from lawc.backends.relational.facts import Facts, day_column, known_column
from lawc.backends.relational.layers import Before, Sheet
from lawc.backends.relational.terms import (
    FALSE,
    TRUE,
    UNKNOWN,
    Column,
    Constant,
    LiesIn,
    OneOf,
    Plus,
    Shifted,
    Term,
    Test,
    all_of,
    any_of,
    choice,
    negation,
    surely,
    unknown,
)
from lawc.backends.relational.truths import enough, first_shifted, in_force, shifted_test
from lawc.backends.relational.values import Value
from lawc.ir import nodes as ir
from lawc.plan.phases import above, members
from lawc.plan.slots import KindPlan, Op, Plan, Ref, Slot
from lawc.records import dataclass
from lawc.runtime.completions.turns import MIRRORED
from lawc.runtime.values import Stretch

MOST_MEMBERS = 10_000_000  # of one owner, for the bounds of numbers that are added up


@dataclass(frozen=True)
class Columns:
    """The columns of the slots of a law, and what tables take of each other."""

    law: ir.Law
    plan: Plan
    facts: Facts
    lines: Mapping[str, tuple[str, ...]]
    values: dict[tuple[str, int], Value] = field(default_factory=dict)
    taken: dict[str, dict[str, str]] = field(default_factory=dict)
    combined: dict[str, Combined] = field(default_factory=dict)
    unread: dict[str, Term] = field(default_factory=dict)  # where a decision is not read

    @cached_property
    def sheets(self) -> Mapping[str, Sheet]:
        """The sheets on which the columns of each kind are put down."""
        return {kind.key: Sheet(kind.key) for kind in self.law.kinds}

    def seen(self, kind: str, depth: int, number: int) -> Value:
        """Return a slot of a thing that stands `depth` above things of a kind."""
        at = self.lines[kind][depth]
        value = self.values[at, number]
        if depth == 0:
            return value
        return Value(
            self.from_above(kind, depth, value.term),
            self.from_above(kind, depth, value.nothing),
            value.sort, value.of, value.low, value.high,
            self.from_above(kind, depth, value.by), value.most_by,
        )  # fmt: skip

    def spoken(self, kind: str, slot: Slot, value: Value) -> Value:
        """Return a decision as others see it: unknown in the rows in which it is not read."""
        unread = self.unread.get(str(self.plan.kinds[kind].slots[slot.of[0]].detail[0]))
        if unread is None:
            return value
        nothing = all_of([value.nothing, negation(unread)])
        return replace(value, term=choice(unread, value.null(), value.term), nothing=nothing)

    def read(self, kind: str, of: str, ref: Ref) -> Value:
        """Return a slot that a thing of the kind `of` sees, as things of `kind` see it."""
        return self.seen(kind, self.lines[kind].index(of) + ref.depth, ref.number)

    def from_above(self, kind: str, depth: int, term: Term) -> Term:
        """Return a column or constant of a thing above as the table of a kind has it."""
        if isinstance(term, Constant):
            return term
        assert isinstance(term, Column), "a slot is a column or a constant"
        line = self.lines[kind]
        name = term.name if "/" in term.name else f"{line[depth]}/{term.name}"
        for at, owner in pairwise(line[: depth + 1]):
            there = name.partition("/")[2] if name.startswith(f"{owner}/") else name
            self.taken.setdefault(at, {})[name] = there
        return Column(name)

    # --- slots ---

    def slot(self, plan: KindPlan, number: int) -> Value:
        """Return a slot of a kind as terms over the columns of its table."""
        kind, slot = plan.key, plan.slots[number]
        match slot.op:
            case Op.FACT:
                return self.facts.fact(kind, str(slot.detail[0]))
            case Op.ABOVE:
                return self.seen(kind, *above(slot))
            case Op.CONSTANT:
                return v.constant_value(slot.detail[1])  # type: ignore[arg-type]
            case Op.DAY:
                return self.day(str(slot.detail[0]))
            case Op.SOME | Op.EVERY | Op.COUNT | Op.SUM:
                return self.of_members(plan, number)
            case Op.DECIDED:
                return self.decided(plan, slot)
            case Op.BY_CASE:
                of = [self.values[kind, part] for part in slot.of]
                return by_case(of, partial(self.put, kind, f"s{number}"))
        return self.computed(kind, slot, [self.values[kind, part] for part in slot.of])

    def put(self, kind: str, name: str, part: str, term: Term) -> Term:
        """Return a term as a column of the table of a kind."""
        return self.sheets[kind].put(f"{name}.{part}", term)

    def day(self, key: str) -> Value:
        """Return a day that the tables are decided for."""
        day = self.facts.tables.days.get(key)
        if key in self.facts.tables.day_columns:
            return v.number(Column(day_column(key)), 1, date.max.toordinal())
        if day is None:
            return v.number(Constant(None, "number"), 0, 0)
        return v.number(Constant(day), day, day)

    def computed(self, kind: str, slot: Slot, of: list[Value]) -> Value:  # noqa: C901
        """Return what a slot computes of others."""
        terms = [value.term for value in of]
        detail: Any = slot.detail
        match slot.op:
            case Op.ALL:
                return Value(all_of(terms))
            case Op.ANY:
                return Value(any_of(terms))
            case Op.NOT:
                return Value(negation(terms[0]))
            case Op.AT_LEAST:
                return Value(enough(detail[0], terms))
            case Op.TRUTH:
                return Value(choice(of[0].nothing, FALSE, terms[0]))
            case Op.SPOKEN:
                return self.spoken(kind, slot, of[0])
            case Op.ONE_OF:
                return Value(OneOf(terms[0], detail[0]), of[0].nothing)
            case Op.UNDER:
                return Value(LiesIn(terms[0], detail[0]), of[0].nothing)
            case Op.COMPARE:
                return Value(self.comparison(kind, slot, of))
            case Op.IN_FORCE:
                return Value(in_force(of[0], *detail))
            case Op.CONCEPT:
                supplied = self.facts.supplied(kind, detail[0]).term
                return Value(choice(unknown(supplied), terms[0], supplied))
            case Op.QUANTITY:
                return self.quantity(kind, detail[0], of)
            case Op.RULE:
                now, condition, displaced = terms
                return Value(all_of([now, condition, negation(displaced)]))
            case _:
                return self.reckoned(kind, slot, of)

    def comparison(self, kind: str, slot: Slot, of: list[Value]) -> Term:
        """Return how two values stand to each other.

        Whether a day some time after another is before a day that is known is asked of the
        first day: which is the last such day follows from the calendar.
        """
        op, slots = str(slot.detail[0]), self.plan.kinds[kind].slots
        for place, way in (0, op), (1, MIRRORED[op]):
            part, known = slots[slot.of[place]], of[1 - place].term
            bound = known.value if isinstance(known, Constant) else None
            if part.op is Op.SHIFTED and isinstance(bound, int) and of[0].of == of[1].of == 1:
                period: Any = part.detail[0]
                up, is_before = bool(self.law.month_end_up), bool(part.detail[1])
                first = partial(first_shifted, period, before=is_before, up=up)
                return shifted_test(self.values[kind, part.of[0]], way, bound, first)
        return v.compared(of[0], op, of[1])

    def reckoned(self, kind: str, slot: Slot, of: list[Value]) -> Value:
        """Return a number or a day that a slot computes of others."""
        detail: Any = slot.detail
        match slot.op:
            case Op.TOTAL:
                return v.total(of)
            case Op.IF_ANY:
                return v.zero_if_nothing(of[0])
            case Op.LESS:
                return v.difference(*of)
            case Op.PRODUCT:
                return v.multiplied(of)
            case Op.QUOTIENT:
                return v.divided(of)
            case Op.LARGEST:
                return v.largest(of)
            case Op.SMALLEST:
                return v.smallest(of)
            case Op.ROUNDED:
                return v.rounded(of[0], *detail)
            case Op.ROW:
                return v.in_row(of[0], detail[0])
            case Op.PARTS:
                return v.by_parts(of[0], detail[0])
            case _:
                return self.of_days(kind, slot, of)

    def of_days(self, kind: str, slot: Slot, of: list[Value]) -> Value:
        """Return a day that is found from another, or the time between two."""
        detail: Any = slot.detail
        up = bool(self.law.month_end_up)

        def put(name: str, term: Term) -> Term:
            of_slot = ".".join(map(str, (slot.op.value, *slot.of, *slot.detail)))
            return self.sheets[kind].put(f"{of_slot}.{name}", term)

        match slot.op:
            case Op.SPAN:
                return spans.days_in(*of)
            case Op.DAYS:
                return v.difference(of[1], of[0])
            case Op.MONTHS:
                return calendar.months_between(of[0], of[1], put, month_end_up=up)
            case Op.START:
                return calendar.start_of(of[0], Stretch(detail[0]), put)
            case Op.SHIFTED:
                moved = Shifted(of[0].term, detail[0], detail[1], up)
                return v.days_after(of[0], moved, detail[0])
            case _:
                raise AssertionError(slot.op)

    def quantity(self, kind: str, key: str, of: list[Value]) -> Value:
        """Return a quantity: what is supplied, else the version in force."""
        supplied = self.facts.supplied(kind, key)
        values = [supplied, *of[1::2]]
        if supplied.low is not None:
            values = v.aligned(values)
        first, *versions = values
        in_force_ = [value.term for value in of[::2]]
        term: Term = versions[0].term if in_force_[-1] == TRUE else first.null()
        nothing: Term = FALSE if in_force_[-1] == TRUE else TRUE
        for now, version in zip(reversed(in_force_), reversed(versions), strict=True):
            term = choice(now, version.term, term)
            nothing = choice(now, version.nothing, nothing)
        doubt = any_of([unknown(now) for now in in_force_])
        is_supplied = negation(unknown(first.term))
        term = choice(is_supplied, first.term, choice(doubt, first.null(), term))
        nothing = choice(any_of([is_supplied, doubt]), FALSE, nothing)
        if first.low is None:
            return Value(term, nothing, first.sort)
        low = min(value.low for value in values if value.low is not None)
        return v.number(
            term, low, max(value.high for value in values), of=first.of, nothing=nothing,
            by=first.by, most_by=first.most_by,
        )  # fmt: skip

    def of_members(self, plan: KindPlan, number: int) -> Value:
        """Return what is asked of the members of a list, from what is added up of them."""
        slot = plan.slots[number]
        kind, at = members(slot)
        known = surely(Column(known_column(kind)))
        sums = {
            part: Column(f"s{number}.{part}")
            for part in ("holds", "fails", "open", "sum", "nothing")
        }
        null = Constant(None, "number")
        match slot.op:
            case Op.SOME:
                least = Constant(slot.detail[0])  # type: ignore[arg-type]  # a number
                holds: Term = sums["holds"]
                possible: Term = sums["open"]
                if slot.detail[0] != 1:
                    possible = Test(">=", Plus((sums["holds"], sums["open"])), least)
                    holds = Test(">=", sums["holds"], least)
                term = choice(holds, TRUE, choice(possible, UNKNOWN, FALSE))
                return Value(choice(known, term, UNKNOWN))
            case Op.EVERY:
                term = choice(sums["fails"], FALSE, choice(sums["open"], UNKNOWN, TRUE))
                return Value(choice(known, term, UNKNOWN))
            case Op.COUNT:
                rows = Column(rows_column(kind, plan.phases[number]))
                count = rows if at is None else choice(sums["open"], null, sums["holds"])
                return v.number(choice(known, count, null), 0, MOST_MEMBERS)
            case _:
                summand = v.undivided(self.values[kind, at or 0])
                nothing: Term = FALSE
                if summand.nothing != FALSE:
                    nothing = all_of([known, sums["nothing"]])
                absent = any_of([sums["open"], nothing])
                term = choice(known, choice(absent, null, sums["sum"]), null)
                low, high = min(summand.low or 0, 0), max(summand.high, 0)
                ends = low * MOST_MEMBERS, high * MOST_MEMBERS
                return v.number(term, *ends, of=summand.of, nothing=nothing)

    def added_up(self, plan: KindPlan, number: int) -> Iterator[tuple[str, Term]]:
        """Yield the numbers that are added up of members for a slot."""
        slot, name, single, zero = plan.slots[number], f"s{number}", Constant(1), Constant(0)
        kind, at = members(slot)
        if at is None:
            return
        value = self.values[kind, at]
        if slot.op is Op.SUM and self.is_span(kind, at):
            before = Column(f"before.{plan.key}.{number}")
            yield f"{name}.sum", spans.days_once(*self.ends(kind, at or 0), before)
        elif slot.op is Op.SUM:
            yield f"{name}.sum", choice(unknown(value.term), zero, value.term)
        elif slot.op is Op.COUNT or (slot.op is Op.SOME and slot.detail[0] != 1):
            yield f"{name}.holds", choice(value.term, single, zero)
            if slot.op is Op.SOME:
                yield f"{name}.open", choice(value.unknown(), single, zero)

    def before(self, plan: KindPlan, numbers: list[int]) -> Iterator[Before]:
        """Yield the days that earlier spans reach, for sums in which a day counts once."""
        for number in (n for n in numbers if plan.slots[n].op is Op.SUM):
            kind, at = members(plan.slots[number])
            if self.is_span(kind, at):
                yield Before(kind, f"before.{plan.key}.{number}", *self.ends(kind, at or 0))

    def is_span(self, kind: str, at: int | None) -> bool:
        """Return whether what is added up of members are days from one to another."""
        return at is not None and self.plan.kinds[kind].slots[at].op is Op.SPAN

    def ends(self, kind: str, at: int) -> tuple[Term, Term]:
        """Return the first and the last day of the span of a slot."""
        slots = self.plan.kinds[kind].slots
        return spans.ends(*[self.values[kind, n].term for n in slots[at].of])

    def flags(self, plan: KindPlan, number: int) -> Iterator[tuple[str, Term]]:
        """Yield the truths that are asked of any member for a slot."""
        slot, name = plan.slots[number], f"s{number}"
        kind, at = members(slot)
        if at is None or (slot.op is Op.SOME and slot.detail[0] != 1):
            return
        value = self.values[kind, at]
        yield f"{name}.open", value.unknown()
        match slot.op:
            case Op.SOME:
                yield f"{name}.holds", surely(value.term)
            case Op.EVERY:
                yield f"{name}.fails", surely(negation(value.term))
            case Op.SUM if value.nothing != FALSE:
                yield f"{name}.nothing", value.nothing

    def decided(self, plan: KindPlan, slot: Slot) -> Value:
        """Return a decision as other provisions see it: two contrary values are unknown."""
        decision = next(d for d in self.law.decisions if d.key == slot.detail[0])
        listed = self.lists(decision)
        pairs = zip(slot.of[::2], slot.of[1::2], listed, strict=True)
        givings = [
            Giving(self.values[plan.key, truth].term, self.values[plan.key, value], list_)
            for truth, value, list_ in pairs
        ]
        supplied, sheet = self.facts.supplied(plan.key, decision.key), self.sheets[plan.key]

        def put(name: str, term: Term) -> Term:
            return sheet.put(f"{decision.key}.{name}", term)

        combined = combine(decision.combine, otherwise_of(decision), givings, supplied, put)
        self.combined[decision.key] = combined
        return seen_value(combined, supplied)

    def lists(self, decision: ir.Decision) -> Iterator[str | None]:
        """Yield the list that each rule which gives a decision is an item of, if any."""
        once = decision.combine is ir.Combine.TOTAL
        for rule in self.law.rules:
            for number, gives in enumerate(rule.gives):
                if gives.decision == decision.key:
                    yield f"{rule.listed_in} {number}" if once and rule.listed_in else None


def rows_column(kind: str, phase: int) -> str:
    """Return the column of the number of members of a kind, counted before a phase."""
    return f"rows.{kind}.{phase}"


def otherwise_of(decision: ir.Decision) -> Value | None:
    """Return the value of a decision that no rule gives, None if there is none."""
    return None if decision.otherwise is None else v.constant_value(decision.otherwise)
