"""Tests of truths in the functions that decide quickly.

A test asks whether a truth *may* hold: true where it holds, and where facts are missing. Only
if it may, a second test asks whether all is *known* that it rests on. So who is not concerned
is passed by with one test, and whoever lacks a fact that matters is left to the slots.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from lawc.backends.python.conditions import both, either
from lawc.backends.python.hoisting import Hoisting, finding_of
from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import After, Before, Bits, Code, Kept, Versus
from lawc.backends.python.operands import (
    INLINE,
    LARGE,
    Sides,
    cost,
    nested,
    size_of,
    sum_of_decided,
)
from lawc.backends.python.scope import Scope
from lawc.backends.python.slotting import SIGNS
from lawc.ir.types import Choice
from lawc.plan.phases import above
from lawc.plan.slots import Op, Slot
from lawc.records import dataclass

Ask: TypeAlias = Callable[..., Code]
Join: TypeAlias = Callable[[Sequence[Code]], Code]
_SIMPLE = (Op.FACT, Op.CONSTANT)
_NEGATED = {"<": ">=", "<=": ">", "=": "!=", "!=": "=", ">=": "<", ">": "<="}


@dataclass(frozen=True)
class Probing(Scope):
    """Tests of the slots of one kind, where some things are in scope."""

    def may(self, number: int, *, holds: bool = True) -> Code:
        """Return a test of whether a slot may hold, or fail."""
        truth = self.knowledge.truth(number)
        if truth is not None:
            return str(truth is holds)
        if number in self.flags:
            return self.flags[number] if holds else Before("not ", self.flags[number])
        slot = self.plan.slots[number]
        match slot.op:
            case Op.NOT:
                return self.may(slot.of[0], holds=not holds)
            case Op.ALL | Op.ANY:
                join = both if (slot.op is Op.ALL) is holds else either
                return join(sorted([self.may(p, holds=holds) for p in slot.of], key=cost))
            case Op.RULE if self.expands(number):
                return self.of_rule(slot, self.may, both if holds else either, holds=holds)
            case Op.CONCEPT if self.expands(number):
                return self.may(slot.of[0], holds=holds)
            case Op.ABOVE:
                return self.above(slot, holds=holds)
            case Op.TRUTH if self.speaks(slot.of[0]):  # nothing is false
                return self.may(slot.of[0], holds=holds)
        return self.leaf(number, slot, holds=holds)

    def known(self, number: int, *, holds: bool = True) -> Code:
        """Return a test of whether a slot surely holds, or fails, where it may."""
        if self.knowledge.truth(number) is not None or number in self.flags:
            return "True"
        slot = self.plan.slots[number]
        match slot.op:
            case Op.NOT:
                return self.known(slot.of[0], holds=not holds)
            case Op.ALL | Op.ANY if (slot.op is Op.ALL) is holds:
                return both([self.known(part, holds=holds) for part in slot.of])
            case Op.ALL | Op.ANY:
                return either([self.sure(part, holds=holds) for part in slot.of])
            case Op.RULE if self.expands(number):
                join, ask = (both, self.known) if holds else (either, self.sure)
                return self.of_rule(slot, ask, join, holds=holds)
            case Op.CONCEPT if self.expands(number):
                return self.known(slot.of[0], holds=holds)
            case Op.ABOVE:
                return self.known_above(slot, holds=holds)
            case Op.TRUTH if self.speaks(slot.of[0]):
                return "True"
        return self.known_leaf(number, slot, holds=holds)

    def of_rule(self, slot: Slot, ask: Ask, join: Join, *, holds: bool) -> Code:
        """Return a test of a rule; its condition is asked where it is not displaced."""
        now, condition, displaced = slot.of
        parts = [ask(now, holds=holds), ask(displaced, holds=not holds)]
        mark = self.knowledge.mark()
        if holds and self.decided_before(displaced):
            self.knowledge.assume(displaced, False)
        parts.append(ask(condition, holds=holds))
        self.knowledge.forget(mark)
        return join(parts)

    def decided_before(self, number: int) -> bool:
        """Return whether it stands in variables if any of several rules applies."""
        slot = self.plan.slots[number]
        several = slot.of if slot.op is Op.ANY else (number,)
        return all(n in self.flags or self.knowledge.truth(n) is not None for n in several)

    def expands(self, number: int) -> bool:
        """Return whether a rule or a concept is asked by tests of what it is made of."""
        if number in self.rules:
            return True
        return number not in self.hoisting.numbers and size_of(self, number) <= LARGE

    def sure(self, number: int, *, holds: bool) -> Code:
        """Return a test of whether a slot surely holds, or fails."""
        if self.knowledge.truth(number) is None and number not in self.flags:
            slot = self.plan.slots[number]
            match slot.op:
                case Op.NOT:
                    return self.sure(slot.of[0], holds=not holds)
                case Op.ALL | Op.ANY:
                    join = both if (slot.op is Op.ALL) is holds else either
                    parts = [self.sure(part, holds=holds) for part in slot.of]
                    return join(sorted(parts, key=cost))
                case Op.CONCEPT if self.expands(number):
                    return self.sure(slot.of[0], holds=holds)
                case Op.FACT:
                    return f"{self.fact(slot)} is {holds}"
                case Op.UNDER:
                    return self.known_leaf(number, slot, holds=holds)
                case Op.ABOVE if above(slot)[0] == 1 and above(slot)[1] in self.bits:
                    return self.known_above(slot, holds=holds)
                case Op.COMPARE if (sides := self.sides(slot)) and not sides.nothing:
                    known = [f"{name} is not None" for name in sides.missing]
                    return both([*known, self.compared(slot, sides.codes, holds=holds)])
        return both([self.may(number, holds=holds), self.known(number, holds=holds)])

    # --- what stands above ---

    def above(self, slot: Slot, *, holds: bool) -> Code:
        """Return a test of a slot of a thing above."""
        depth, number = above(slot)
        if depth == 1 and number in self.bits:
            bit = 1 << self.bits[number]
            return Bits("perhaps", bit) if holds else Before("not ", Bits("bits", bit))
        return self.of_thing(depth).may(number, holds=holds)

    def known_above(self, slot: Slot, *, holds: bool) -> Code:
        """Return a test of whether a slot of a thing above is known, where it may hold."""
        depth, number = above(slot)
        if depth == 1 and number in self.bits:
            bit = 1 << self.bits[number]
            return Bits("bits", bit) if holds else Before("not ", Bits("perhaps", bit))
        return self.of_thing(depth).known(number, holds=holds)

    def of_thing(self, depth: int) -> Probing:
        """Return the tests of the thing that stands `depth` above."""
        plan = self.module.plan.kinds[self.line[depth]]
        return Probing(
            self.module,
            plan,
            self.things[depth:],
            self.line[depth:],
            Knowledge(plan),
            hoisting=self.outer[depth - 1] if self.outer else Hoisting(),
            outer=self.outer[depth:],
            local=self.local,
        )

    def leaf(self, number: int, slot: Slot, *, holds: bool) -> Code:
        """Return a test of a truth that is not made of others."""
        test = self.facts.get((number, holds, False))
        if test is None:
            test = self.leaf_test(number, slot, holds=holds)
            if self.of_facts(slot):
                self.facts[number, holds, False] = test
        return test

    def known_leaf(self, number: int, slot: Slot, *, holds: bool) -> Code:
        """Return a test of whether a truth is known that may hold, or fail."""
        test = self.facts.get((number, holds, True))
        if test is None:
            test = self.known_leaf_test(number, slot, holds=holds)
            if self.of_facts(slot):
                self.facts[number, holds, True] = test
        return test

    def of_facts(self, slot: Slot) -> bool:
        """Return whether a truth rests on facts and constants of the law alone."""
        slots, once = self.plan.slots, self.hoisting.numbers
        return slot.op is Op.FACT or (
            slot.op in (Op.COMPARE, Op.ONE_OF)
            and all(slots[part].op in _SIMPLE and part not in once for part in slot.of)
        )

    def leaf_test(self, number: int, slot: Slot, *, holds: bool) -> Code:
        """Return a test of a truth that is not made of others, as it is found first."""
        match slot.op:
            case Op.FACT:
                fact = self.fact(slot)
                return f"{fact} is not False" if holds else f"not {fact}"
            case Op.ONE_OF if self.plan.slots[slot.of[0]].op is Op.FACT:
                fact, others = self.fact(self.plan.slots[slot.of[0]]), self.other_values(slot)
                values = self.values(slot)
                if holds and len(values) < len(others):
                    tests = [f"{fact} is {name}" for name in self.choices(slot, values)]
                    return either([*tests, f"{fact} is None"])
                names = self.choices(slot, others if holds else values)
                return both([f"{fact} is not {name}" for name in names])
            case Op.UNDER:
                bit = Bits(self.listed(slot), self.bit(slot) << (0 if holds else 1))
                return bit if holds else Before("not ", bit)
            case Op.COMPARE if (sides := self.sides(slot)) is not None:
                missing = [f"{name} is None" for name in sides.missing]
                nothing = sides.nothing.items()
                test: Code = self.compared(slot, sides.codes, holds=holds)
                if holds is (slot.detail[0] != "!="):  # nothing is not equal to anything
                    test = both([*(f"{name} is not {void}" for name, void in nothing), test])
                    return either([*missing, test])
                return either(
                    [*missing, *(f"{name} is {void}" for name, void in nothing), test]
                )
            case Op.IN_FORCE:
                return self.in_force(slot, holds=holds)
            case Op.SPOKEN | Op.ONE_OF if self.speaks(number):
                spoken = self.spoken(slot)
                return spoken if holds else Before("not ", spoken)
        if number in self.hoisting.numbers:
            name = self.hoisted(number)
            return f"{name} is not False" if holds else Before("not ", name)
        kept = Kept(self.kept(number), self.call_of(number))
        return After(kept, " is not False") if holds else Before("not ", kept)

    def known_leaf_test(self, number: int, slot: Slot, *, holds: bool) -> Code:
        """Return a test of whether a truth is known, as it is found first."""
        match slot.op:
            case Op.FACT:
                return f"{self.fact(slot)} is not None"
            case Op.ONE_OF if self.plan.slots[slot.of[0]].op is Op.FACT:
                return f"{self.fact(self.plan.slots[slot.of[0]])} is not None"
            case Op.UNDER:
                bit = Bits(self.listed(slot), self.bit(slot) << (1 if holds else 0))
                return bit if holds else Before("not ", bit)
            case Op.COMPARE if (sides := self.sides(slot)) is not None:
                return both([f"{name} is not None" for name in sides.missing])
            case Op.IN_FORCE:
                return "True"
            case Op.SPOKEN | Op.ONE_OF if self.speaks(number):
                return "True"
        if number in self.hoisting.numbers:
            return f"{self.hoisted(number)} is not None"
        return f"{self.kept(number)} is not None"

    def in_force(self, slot: Slot, *, holds: bool) -> Code:
        """Return a test of whether a version is in force; the day is known."""
        day = self.inline(slot.of[0])
        start, end = (
            None if bound is None else self.module.value(bound) for bound in slot.detail
        )
        tests = [f"{start} <= {day}"] if start else []
        tests += [f"{day} <= {end}"] if end else []
        test = both(tests)
        return test if holds else Before("not ", test)

    # --- values ---

    def sides(self, slot: Slot) -> Sides | None:
        """Return the sides of a comparison and what may be missing of them.

        None if a side needs more than an expression.
        """
        missing: dict[str, None] = {}
        nothing: dict[str, str] = {}
        if not all(self.plain(number, missing, nothing) for number in slot.of):
            return None
        left, right = map(self.inline, slot.of)
        return Sides((left, right), (*missing,), nothing)

    def plain(self, number: int, missing: dict[str, None], nothing: dict[str, str]) -> bool:
        """Return whether a value is one expression of facts and decisions, and not a large one.

        Add the facts to `missing`, the decisions that may be nothing to `nothing`.
        """
        return not nested(self, number) and self.one_expression(number, missing, nothing)

    def one_expression(
        self, number: int, missing: dict[str, None], nothing: dict[str, str]
    ) -> bool:
        """Return whether a value is one expression, however large."""
        slot = self.plan.slots[number]
        if slot.op is Op.ABOVE:
            depth, above_ = above(slot)
            return self.of_thing(depth).one_expression(above_, missing, nothing)
        if number in self.hoisting.numbers:
            name = self.hoisted(number)
            unknown, void = self.hoisting.unsure.get(name) or finding_of(self, number)[1]
            self.hoisting.unsure[name] = unknown, void
            missing.update({name: None} if unknown else {})
            nothing.update({name: "NOTHING"} if void else {})
            return True
        if self.single(slot):
            return self.one_expression(slot.of[1], missing, nothing)
        if slot.op is Op.SPOKEN:
            if number in self.plan.nothing:
                nothing[self.inline(number)] = "None"
            return True
        if slot.op is Op.IF_ANY:
            return self.speaks(slot.of[0])
        if slot.op is Op.SUM:
            return bool(sum_of_decided(self, slot))
        if slot.op is Op.FACT:
            if self.assumable(slot):
                return False
            missing[self.fact(slot)] = None
        return slot.op in INLINE and all(
            self.one_expression(part, missing, nothing) for part in slot.of
        )

    def inline(self, number: int) -> str:
        """Return Python for a value whose facts are known."""
        slot = self.plan.slots[number]
        if number in self.hoisting.numbers:
            return self.hoisted(number)
        if self.single(slot):
            return self.inline(slot.of[1])
        match slot.op:
            case Op.ABOVE:
                depth, above_ = above(slot)
                return self.of_thing(depth).inline(above_)
            case Op.FACT:
                return self.fact(slot)
            case Op.DAY:
                return self.module.names.parameters[str(slot.detail[0])]
            case Op.CONSTANT:
                return self.module.value(slot.detail[1])
            case Op.SPOKEN:
                return self.variable(self.module.resting.spoken(self.plan, slot))
            case Op.IF_ANY:
                return f"({self.inline(slot.of[0])} or 0)"
            case Op.SUM if total := sum_of_decided(self, slot):
                return total
            case Op.ROUNDED if factors := self.factors(slot):
                codes = [self.inline(part) for part in factors]
                return self.module.share(slot, codes)
        return self.module.expression(slot, [self.inline(part) for part in slot.of])

    def compared(self, slot: Slot, sides: tuple[str, str], *, holds: bool) -> Code:
        """Return a test of how two known values stand to each other."""
        op = str(slot.detail[0])
        return Versus(sides[0], SIGNS[op if holds else _NEGATED[op]], sides[1])

    # --- decisions ---

    def speaks(self, number: int) -> bool:
        """Return whether a slot is a decision as others see it, or a test of its choice."""
        slot = self.plan.slots[number]
        if slot.op is Op.ABOVE:
            depth, up = above(slot)
            return self.of_thing(depth).speaks(up)
        if slot.op is Op.ONE_OF:
            return self.plan.slots[slot.of[0]].op is Op.SPOKEN
        return slot.op is Op.SPOKEN

    def spoken(self, slot: Slot) -> Code:
        """Return a test of a decision that is a truth or a choice; nothing is false."""
        if slot.op is Op.SPOKEN:
            return self.variable(self.module.resting.spoken(self.plan, slot))
        of = self.plan.slots[slot.of[0]]
        name = self.variable(self.module.resting.spoken(self.plan, of))
        decided = self.plan.slots[of.of[0]]
        type_ = self.module.names.decision(str(decided.detail[0])).type
        assert isinstance(type_, Choice), "only a choice is one of some values"
        return either(
            [f"{name} is {value}" for value in self.constants(type_, self.values(slot))]
        )

    # --- functions ---

    def hoisted(self, number: int) -> str:
        """Return the variable of a slot that is found once."""
        kind, hoisting = self.plan.key, self.hoisting
        if not (hoisting.passed or hoisting.has(self.module.variables.get((kind, number)))):
            finding, unsure = finding_of(self, number)
            hoisting.ask(self.module.variable_of(kind, number), finding, unsure)
        return self.module.variable_of(kind, number)
