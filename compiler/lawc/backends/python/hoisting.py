"""Slots that rules ask several times are found once, before the first block that asks them.

Before: `if _slot_41_of_child(child, days) is not False` in ten blocks. After: `h3`, which is
set ahead of the first of them. What is asked of a thing above is found there and passed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING, NamedTuple

from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import Code, both, either, laid_out
from lawc.backends.python.operands import INLINE, LARGE, in_place, size_of, sum_of_decided
from lawc.backends.python.ranking import Unit
from lawc.backends.python.text import WIDTH
from lawc.plan.phases import MEMBERS, above, members
from lawc.plan.slots import TRUTHS, Op, Slot
from lawc.records import dataclass

if TYPE_CHECKING:
    from lawc.backends.python.probing import Probing

MANY = 2  # times that a slot is asked which is found once
MOST_IN_PLACE = 3  # alternatives of a concept that is found where it is asked
_NAME = re.compile(r"\bh[0-9]+\b")
_LONG = MEMBERS | {Op.ROW, Op.PARTS, Op.AT_LEAST, Op.QUANTITY}
_COMPUTED = frozenset(INLINE - {Op.FACT, Op.DAY, Op.CONSTANT})


class Found(NamedTuple):
    """How a slot is found: by an expression, or as a truth with several alternatives.

    The expression is right where none of `missing` is None and none of `nothing` is nothing.
    An alternative is a test of whether it may hold, and one of whether it then surely does.
    """

    code: Code = "False"
    missing: tuple[str, ...] = ()
    nothing: tuple[tuple[str, str], ...] = ()
    alternatives: tuple[tuple[Code, Code], ...] = ()

    def lines(self, name: str, pad: str) -> list[str]:
        """Return the lines that set the variable of the slot."""
        states = [
            (state, either(tests))
            for state, tests in (
                ("NOTHING", [f"{of} is {void}" for of, void in self.nothing]),
                ("None", [f"{of} is None" for of in self.missing]),
            )
            if tests
        ]
        tests = "".join([f"{state} if {laid_out(test, 0)} else " for state, test in states])
        line = f"{pad}{name}: Any = {tests}{self.code}"
        if isinstance(self.code, str) and "\n" not in line and len(line) <= WIDTH:
            lines = [line]
        elif not states:
            made = laid_out(self.code, len(pad), len(name) + 8, 0)
            lines = [f"{pad}{name}: Any = {made}"]
        else:
            lines = self._by_states(name, pad, states)
        for place, (test, known) in enumerate(self.alternatives):
            lines += _alternative(name, pad, test, known, first=place == 0)
        return lines

    def _by_states(self, name: str, pad: str, states: list[tuple[str, Code]]) -> list[str]:
        lines: list[str] = []
        for state, test in states:
            word, type_ = ("elif", "") if lines else ("if", ": Any")
            lines.append(f"{pad}{word} {laid_out(test, len(pad), len(word) + 1)}:")
            lines.append(f"{pad}    {name}{type_} = {state}")
        made = laid_out(self.code, len(pad) + 4, len(name) + 3, 0)
        return [*lines, f"{pad}else:", f"{pad}    {name} = {made}"]


def _alternative(name: str, pad: str, test: Code, known: Code, *, first: bool) -> list[str]:
    """Return the lines that set a truth to what an alternative shows."""
    asked = test if first else both([f"{name} is not True", test])
    line = f"{pad}if {laid_out(asked, len(pad), 3)}:"
    short = f"{pad}    {name} = True if {laid_out(known, 0)} else None"
    if known == "True":
        return [line, f"{pad}    {name} = True"]
    if "\n" not in short and len(short) <= WIDTH:
        return [line, short]
    return [
        line,
        f"{pad}    {name} = None",
        f"{pad}    if {laid_out(known, len(pad) + 4, 3)}:",
        f"{pad}        {name} = True",
    ]


@dataclass(frozen=True)
class Hoisting:
    """The slots of a kind that are found once, while a function is written.

    `there` are the variables that are set, `waiting` those that a block asks and that are not
    set yet. `unsure` tells of each whether it may be unknown, and whether it may be nothing.
    Those of a thing above are `passed` on: they are set where the function is called.
    """

    numbers: set[int] = field(default_factory=set)
    passed: bool = False
    there: set[str] = field(default_factory=set)
    waiting: dict[str, Found] = field(default_factory=dict)
    unsure: dict[str, tuple[bool, bool]] = field(default_factory=dict)

    def has(self, name: str | None) -> bool:
        """Return whether a variable is set, or will be before the block."""
        return name in self.there or name in self.waiting

    def ask(self, name: str, found: Found, unsure: tuple[bool, bool]) -> None:
        """See that a variable is set before the block."""
        self.waiting[name] = found
        self.unsure[name] = unsure

    def begin(self, text: str, pad: str) -> Iterable[str]:
        """Yield the lines that set what a text asks and is not there yet."""
        words = set(_NAME.findall(text)) if self.waiting else set()
        setting = {name: found.lines(name, pad) for name, found in self.waiting.items()}
        for name, lines in reversed(setting.items()):  # an earlier one may be read there
            if name in words:
                words.update(_NAME.findall("\n".join(lines)))
        for name, lines in setting.items():
            if name in words:
                self.there.add(name)
                yield from lines
        self.waiting.clear()


def found_of(probing: Probing, number: int) -> tuple[Found, tuple[bool, bool]]:
    """Return how a slot is found, and whether it may be unknown, or nothing."""
    slot = probing.plan.slots[number]
    if slot.op is Op.CONCEPT and len(_parts(probing, number)) <= MOST_IN_PLACE:
        return Found(alternatives=alternatives(probing, number)), (True, False)
    missing: dict[str, None] = {}
    nothing: dict[str, str] = {}
    if probing.single(slot) and probing.plain(slot.of[1], missing, nothing):
        code, unsure = probing.inline(slot.of[1]), (bool(missing), bool(nothing))
        return Found(code, (*missing,), (*nothing.items(),)), unsure
    void = number in probing.plan.nothing
    if (here := in_place(probing, number)) is not None:
        made, unknown = here
        return Found(made), (unknown, void)
    return Found(probing.asked(number)), (True, void)


def alternatives(probing: Probing, number: int) -> tuple[tuple[Code, Code], ...]:
    """Return tests of whether parts of a concept may hold, and whether they surely do.

    They are right before the rules that were passed by, of which nothing is assumed.
    """
    nothing_known = Knowledge(probing.plan, probing.knowledge.domains)
    of = replace(probing, knowledge=nothing_known, rules=frozenset())
    tests = [(of.may(part), of.known(part)) for part in _parts(probing, number)]
    return tuple((test, known) for test, known in tests if test != "False")


def _parts(probing: Probing, number: int) -> tuple[int, ...]:
    """Return the conditions of which one must hold for a concept to hold."""
    (meaning,) = probing.plan.slots[number].of
    slot = probing.plan.slots[meaning]
    return slot.of if slot.op is Op.ANY else (meaning,)


class Once(NamedTuple):
    """The slots of each kind that are found once, and those of them that the loops find.

    Such a loop decides the members of a list: `folds` are slots of their owner.
    """

    found: dict[str, set[int]]
    folds: dict[str, set[int]]


def found_once(
    kinds: Mapping[str, Probing], units: Mapping[str, tuple[Unit, ...]], loops: frozenset[str]
) -> Once:
    """Return the slots of each kind that are asked several times, and take long to find.

    A slot is asked as often as the slots that are made of it, by one that is found once merely
    once; a slot of a thing above is asked again by each thing. A value that is found once is
    one expression: parts of it that are none are found once too.

    Members of the kinds in `loops` are decided in a loop before their owner is.
    """
    times = {kind: [0] * len(one.plan.slots) for kind, one in kinds.items()}
    asking = _Asking(kinds, loops, times)
    roots = [
        (kind, number)
        for kind, several in units.items()
        for unit in several
        for number in (unit.slot, *(n for one in unit.gives for n in (one.value, one.when)))
        if number is not None
    ]
    for kind, number in _reached(kinds, roots):
        for member, part in _of_members(kinds[kind].plan.slots[number]):
            times[member][part] += 1
    for kind in [*kinds][::-1]:
        asking.of_kind(kind, units.get(kind, ()))
    return Once(asking.found, asking.folds)


def _reached(
    kinds: Mapping[str, Probing], roots: Iterable[tuple[str, int]]
) -> set[tuple[str, int]]:
    """Return slots with all on which they rest, but for decisions."""
    reached = {*roots}
    waiting = [*reached]
    while waiting:
        kind, number = waiting.pop()
        slot = kinds[kind].plan.slots[number]
        parts = _of_members(slot)
        if slot.op is Op.ABOVE:
            depth, up = above(slot)
            parts = [(kinds[kind].line[depth], up)]
        elif slot.op is not Op.DECIDED:
            parts += [(kind, part) for part in slot.of]
        waiting += [place for place in parts if place not in reached]
        reached.update(parts)
    return reached


def _of_members(slot: Slot) -> list[tuple[str, int]]:
    """Return the slot of members that a slot asks, if it asks one."""
    if slot.op not in MEMBERS:
        return []
    member, part = members(slot)
    return [] if part is None else [(member, part)]


def repeats(probing: Probing, number: int) -> bool:
    """Return whether a truth that takes long to find is asked twice below a truth."""
    slots, cone, waiting = probing.plan.slots, {number}, [number]
    while waiting:
        further = {*slots[waiting.pop()].of} - cone
        cone |= further
        waiting += further
    asked = dict.fromkeys(cone, 0)
    for place in sorted(cone, reverse=True):
        long = slots[place].op in (Op.CONCEPT, Op.RULE) and _long(probing, place)
        if long and asked[place] >= MANY:
            return True
        for part in slots[place].of:
            asked[part] = min(asked[part] + (1 if long else max(asked[place], 1)), MANY)
    return False


def _long(probing: Probing, number: int) -> bool:
    """Return whether a slot takes long to find."""
    slot = probing.plan.slots[number]
    match slot.op:
        case Op.CONCEPT | Op.RULE:
            return size_of(probing, number) > LARGE
        case Op.QUANTITY if probing.single(slot):
            return probing.plan.slots[slot.of[1]].op in _COMPUTED
        case op:
            return op in _LONG


@dataclass(frozen=True)
class _Asking:
    """How often each slot is asked, up to `MANY`, and by what.

    Slots in `below` are asked by things below, those in `parts` by values that are found once.
    """

    kinds: Mapping[str, Probing]
    loops: frozenset[str]
    times: dict[str, list[int]]
    found: dict[str, set[int]] = field(default_factory=dict)
    folds: dict[str, set[int]] = field(default_factory=dict)
    below: set[tuple[str, int]] = field(default_factory=set)
    parts: set[tuple[str, int]] = field(default_factory=set)

    def of_kind(self, kind: str, units: tuple[Unit, ...]) -> None:
        """Find the slots of a kind that are found once."""
        times, slots = self.times[kind], self.kinds[kind].plan.slots
        rules = {unit.slot for unit in units}
        self.found[kind], self.folds[kind] = set(), set()
        for unit in units:
            self.ask(kind, unit.slot, 1)
            for gives in unit.gives:
                times[gives.value] += 1
                if gives.when is not None:
                    times[gives.when] += 1
        for number in range(len(slots) - 1, -1, -1):
            if not times[number] or slots[number].op is Op.DECIDED:
                continue
            if number in rules and (kind, number) not in self.below:
                continue  # whether it applies stands in a variable
            fold = self.is_fold(kind, number)
            once = fold or self.once(kind, number)
            if fold:
                self.folds[kind].add(number)
            if once:
                self.found[kind].add(number)
            self.ask(kind, number, 1 if once else times[number])

    def once(self, kind: str, number: int) -> bool:
        """Return whether a slot is found once."""
        probing = self.kinds[kind]
        slot = probing.plan.slots[number]
        if self.times[kind][number] >= MANY and _long(probing, number):
            return not (slot.op in TRUTHS and (kind, number) in self.below)
        if (kind, number) not in self.parts:
            return False
        if probing.single(slot):
            return _long(probing, number)
        if slot.op is Op.IF_ANY:
            return not probing.speaks(slot.of[0])
        if slot.op is Op.FACT:
            return probing.assumable(slot)
        if slot.op is Op.SUM:
            return not sum_of_decided(probing, slot)
        return slot.op not in INLINE | {Op.SPOKEN, Op.ABOVE}

    def is_fold(self, kind: str, number: int) -> bool:
        """Return whether a slot is found by the loop that decides the members it asks.

        That is so if all of the following hold:
        - the loop comes before all that asks the slot;
        - members do not ask it themselves, and what it asks rests on no decision or rule;
        - it is asked several times, or asks something that is found once of each member.
        """
        slot, resting = self.kinds[kind].plan.slots[number], self.kinds[kind].module.resting
        several = slot.op is Op.SUM or (slot.op is Op.SOME and slot.detail[0] != 1)
        for member, part in _of_members(slot):
            if several or member not in self.loops or (kind, number) in self.below:
                return False
            cone = _reached(self.kinds, [(member, part)])
            ruled = any(self.kinds[of].plan.slots[n].op is Op.RULE for of, n in cone)
            if ruled or resting.rests(kind, number):
                return False
            shared = any(of == member and n in self.found[member] for of, n in cone)
            return shared or self.times[kind][number] >= MANY
        return False

    def ask(self, kind: str, number: int, times: int) -> None:
        """Count that what a slot is made of is asked a number of times."""
        slot, found = self.kinds[kind].plan.slots[number], number in self.found[kind]
        parts = (kind, number) in self.parts and not found
        parts |= found and slot.op is Op.QUANTITY
        parts |= slot.op is Op.COMPARE and times >= MANY
        several, of = [*slot.of], kind
        if slot.op is Op.ABOVE:
            depth, up = above(slot)
            several, of, times = [up], self.kinds[kind].line[depth], MANY
            self.below.add((of, up))
        for part in several:
            self.times[of][part] = min(self.times[of][part] + times, MANY)
            if parts:
                self.parts.add((of, part))
