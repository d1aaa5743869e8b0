"""Functions that fill the slots of things, for each phase and kind, as Python.

Before: the slot `ALL` of the slots 3 and 7. After::

    s9 = s3 and s7
    if s9 is None and s7 is False:
        s9 = False

Truths are True, False or None: unknown. `and` of truths is the first that is not True; it is
unknown where a later one is False, which the next line mends. `or` is likewise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any

from lawc.backends.python.layout import Before, Call, Chain, Code, laid_out, row
from lawc.backends.python.slotting import COMPUTED, EXPRESSED, SIGNS, Slotting
from lawc.backends.python.text import literal
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.plan.build import exact
from lawc.plan.phases import above, members
from lawc.plan.slots import KindPlan, Op, Plan, Slot
from lawc.records import dataclass

MOST = 200  # slots of a function: type checkers and CPython slow down in longer ones
_HELPERS = {
    Op.IF_ANY: "if_any",
    Op.BY_CASE: "by_case",
    Op.SPOKEN: "spoken_of",
    Op.TRUTH: "known",
}
_TESTS = {  # where a side may be nothing: the function, and whether the sides change places
    "<": ("before", False),
    "<=": ("at_most", False),
    "=": ("same", False),
    "!=": ("differ", False),
    ">=": ("at_most", True),
    ">": ("before", True),
}


def filling_functions(module: Slotting) -> Iterator[tuple[str, str, str]]:
    """Yield the functions in the order in which they run: kind, name, text."""
    last = max((max(kind.phases, default=0) for kind in module.plan.kinds.values()), default=0)
    for phase in range(last + 1):
        for kind in module.names.law.kinds:
            plan = module.plan.kinds[kind.key]
            mine = [n for n, of in enumerate(plan.phases) if of == phase]
            for start in range(0, len(mine), MOST):
                part = mine[start : start + MOST]
                name = f"{module.names.variables[kind.key]}_slots_{part[0]}"
                yield kind.key, name, _function(module, plan, name, part)


def _function(module: Slotting, plan: KindPlan, name: str, numbers: list[int]) -> str:
    """Return the function that fills some slots of a kind."""
    writing = FunctionOfSlots(module, plan, frozenset(numbers))
    lines = [line for number in numbers for line in writing.commented(number)]
    arguments = Call(
        name,
        ("thing: Any", "own: list[Any]", "line: tuple[list[Any], ...]", "days: Any",
         "members: dict[str, Any]"),
    )  # fmt: skip
    text = [f"def {laid_out(arguments, 0, 4, 9)} -> None:"]
    thing = plan.key.replace("_", " ")
    text.append(f'    """Fill slots {numbers[0]} to {numbers[-1]} of one {thing}."""')
    filled = row([writing.read(number) for number in numbers])
    return "\n".join([*text, *lines, f"    own += {laid_out(filled, 4, 7, 0)}"])


@dataclass(frozen=True)
class FunctionOfSlots:
    """A function while it is written; `mine` are the slots that it fills."""

    module: Slotting
    plan: KindPlan
    mine: frozenset[int]
    looked: set[str] = field(default_factory=set)  # provisions whose lists were looked up
    thing: str = "thing"

    def read(self, number: int) -> str:
        """Return Python for a slot, filled here or before."""
        slot = self.plan.slots[number]
        if slot.op is Op.CONSTANT:
            return self.module.value(slot.detail[1])
        return f"s{number}" if number in self.mine else f"own[{number}]"

    def commented(self, number: int) -> list[str]:
        """Return the lines that fill a slot; that of a rule, concept or decision is named."""
        slot = self.plan.slots[number]
        match slot.op:
            case Op.RULE:
                place = slot.detail[0]
                assert isinstance(place, int)
                name = self.module.names.citation(place)
            case Op.CONCEPT | Op.QUANTITY:
                name = f"{slot.op.value} {slot.detail[0]}"
            case Op.DECIDED:
                name = f"decision {slot.detail[0]}"
            case _:
                name = None
        return [*([f"    # {name}"] if name else []), *self.lines(number)]

    def lines(self, number: int) -> list[str]:
        """Return the lines that fill a slot."""
        slot = self.plan.slots[number]
        target = f"s{number}"
        match slot.op:
            case Op.ALL:
                return self.joined(target, [*map(self.read, slot.of)], "and")
            case Op.ANY:
                return self.joined(target, [*map(self.read, slot.of)], "or")
            case Op.RULE:
                return self.rule(target, slot)
            case Op.CONCEPT | Op.QUANTITY:
                return self.supplied(target, slot)
            case Op.UNDER:
                return self.under(target, slot)
            case Op.SOME | Op.EVERY | Op.COUNT | Op.SUM:
                return self.of_members(target, slot)
            case Op.ONE_OF if slot.of[0] not in self.plan.nothing:
                return self.one_of(target, slot)
            case Op.CONSTANT:
                return []
            case op if op in COMPUTED or op in EXPRESSED:
                code = self.module.expression(slot, [*map(self.read, slot.of)])
                return self.computed(target, slot, code)
        value = self.code(number, slot)
        return [f"    {target} = {laid_out(value, 4, len(target) + 3, 0)}"]

    def joined(self, target: str, parts: list[str], word: str) -> list[str]:
        """Return the lines of an `and` or `or` of truths."""
        chain = Chain(word, tuple(parts))
        lines = [f"    {target}: Truth = {laid_out(chain, 4, len(target) + 10, 0)}"]
        if word == "and":
            test = _with(f"{target} is None", [f"{part} is False" for part in parts[1:]])
            result = "False"
        else:
            test = _with(f"{target} is False", [f"{part} is None" for part in parts[:-1]])
            result = "None"
        lines += [f"    if {laid_out(test, 4, 3)}:", f"        {target} = {result}"]
        return lines

    def rule(self, target: str, slot: Slot) -> list[str]:
        """Return the lines of whether a rule applies: in force, it holds, not displaced."""
        now, condition, displaced = map(self.read, slot.of)
        lines = [f"    {target}: Truth = {condition}"]
        if now != "True":
            lines = self.joined(target, [now, condition], "and")
        if displaced != "False":
            lines += [
                f"    if {target} is not False and {displaced} is not False:",
                f"        {target} = False if {displaced} else None",
            ]
        return lines

    def supplied(self, target: str, slot: Slot) -> list[str]:
        """Return the lines of what may be supplied, and is derived elsewhere."""
        names = self.module.names
        attribute = names.fields[self.plan.key, str(slot.detail[0])]
        if slot.op is Op.CONCEPT:
            derived: Code = self.read(slot.of[0])
        else:
            derived = self.version(slot)
        return [
            f"    {target} = {self.thing}.{attribute}",
            f"    if {target} is None:",
            f"        {target} = {laid_out(derived, 8, len(target) + 3, 0)}",
        ]

    def version(self, slot: Slot) -> Code:
        """Return Python for the value of the version in force."""
        pairs = [
            (self.read(now), self.read(value))
            for now, value in zip(slot.of[::2], slot.of[1::2], strict=True)
        ]
        if pairs[0][0] == "True":
            return pairs[0][1]
        return Call("version_of", tuple(row(pair) for pair in pairs))

    def code(self, number: int, slot: Slot) -> Code:
        """Return Python for the value of a slot."""
        of = [*map(self.read, slot.of)]
        match slot.op:
            case Op.FACT:
                return self.fact(str(slot.detail[0]))
            case Op.DAY:
                return f"days.{self.module.names.parameters[str(slot.detail[0])]}"
            case Op.ABOVE:
                depth, above_ = above(slot)
                return f"line[{depth - 1}][{above_}]"
            case Op.SPAN:
                return Call("days_in", tuple(of))
            case Op.NOT:
                return f"None if {of[0]} is None else not {of[0]}"
            case Op.AT_LEAST:
                return Call("at_least", (str(slot.detail[0]), *of))
            case Op.ONE_OF:
                values: Any = slot.detail[0]
                return Call("one_of", (of[0], row([*map(literal, values)])))
            case Op.COMPARE:
                return self.compared(of, slot)
            case Op.ROW | Op.PARTS:
                return self.module.row_of(slot, of[0])
            case Op.IN_FORCE:
                return Call("in_force", (of[0], *map(self.module.value, slot.detail)))
            case Op.DECIDED:
                return self.decided(number, slot)
            case _:
                return Call(_HELPERS[slot.op], tuple(of))

    def fact(self, key: str) -> Code:
        """Return Python for a fact, or what the assumptions leave if it is not supplied."""
        names, kind = self.module.names, self.plan.key
        attribute = names.fields[kind, key]
        if (kind, key) in names.assumable:
            return f"{attribute}_of_{names.variables[kind]}({self.thing})"
        return f"{self.thing}.{attribute}"

    def one_of(self, target: str, slot: Slot) -> list[str]:
        """Return the lines of whether a choice is one of some values."""
        subject, values = self.read(slot.of[0]), slot.detail[0]
        assert isinstance(values, tuple)
        test: Code = Chain("in", (subject, row([*map(literal, values)])))
        of = self.plan.slots[slot.of[0]]
        type_ = None
        if of.op is Op.FACT:
            type_ = self.module.names.type_of(ir.Fact(self.plan.key, str(of.detail[0])))
        if isinstance(type_, Choice):
            enum, named = self.module.names.enum(type_), self.module.names.members(type_)
            constants = [
                self.module.constant(f"{enum}.{named[value]}", named[value]) for value in values
            ]
            tests = [f"{subject} is {name}" for name in constants]
            test = tests[0] if len(tests) == 1 else Chain("or", tuple(tests))
        return [
            f"    {target}: Truth = {laid_out(test, 4, len(target) + 10, 0)}",
            f"    if {subject} is None:",
            f"        {target} = None",
        ]

    def under(self, target: str, slot: Slot) -> list[str]:
        """Return the lines of whether a provision lies in ranges; it is looked up once."""
        name, lines = f"l{slot.of[0]}", []
        if name not in self.looked:
            self.looked.add(name)
            table = self.module.table_of(self.plan, slot)
            lines.append(f"    {name} = {table}[{self.read(slot.of[0])}]")
        bit = 1 << 2 * self.module.place_of(self.plan, slot)
        code = f"True if {name} & {2 * bit} else None if {name} & {bit} else False"
        return [*lines, f"    {target} = {code}"]

    def compared(self, of: list[str], slot: Slot) -> Code:
        """Return Python for how two values stand to each other."""
        op = str(slot.detail[0])
        if not self.plan.nothing.isdisjoint(slot.of):
            word, turned = _TESTS[op]
            return Call(word, tuple(of[::-1] if turned else of))
        missing = [
            f"{name} is None"
            for name, number in zip(of, slot.of, strict=True)
            if self.plan.slots[number].op is not Op.CONSTANT
        ]
        test = f"{of[0]} {SIGNS[op]} {of[1]}"
        if not missing:
            return Call(_TESTS[op][0], tuple(of[::-1] if _TESTS[op][1] else of))
        return Before(f"None if {' or '.join(missing)} else ", test)

    def of_members(self, target: str, slot: Slot) -> list[str]:
        """Return the lines of what is asked of a list."""
        kind, number = members(slot)
        lines = [
            f"    group = members[{literal(kind)}]",
            "    if group is None:",
            f"        {target}: Any = None",
            "    else:",
        ]
        if number is None:
            return [*lines, f"        {target} = len(group)"]
        lines.append(f"        parts = [one[{number}] for one in group]")
        match slot.op:
            case Op.SOME if slot.detail[0] == 1:
                code = "True if True in parts else None if None in parts else False"
            case Op.SOME:
                code = f"enough({slot.detail[0]}, parts)"
            case Op.EVERY:
                code = "False if False in parts else None if None in parts else True"
            case Op.SUM:
                code = "total(*parts)"
            case _:
                code = "number_true(parts)"
        return [*lines, f"        {target} = {code}"]

    def computed(self, target: str, slot: Slot, code: str) -> list[str]:
        """Return the lines of a value that is nothing or unknown where an operand is."""
        of = [number for number in slot.of if self.plan.slots[number].op is not Op.CONSTANT]
        lines: list[str] = []
        for state, numbers in (
            ("NOTHING", [number for number in of if number in self.plan.nothing]),
            ("None", of),
        ):
            if numbers:
                tests = [f"{self.read(number)} is {state}" for number in dict.fromkeys(numbers)]
                test = tests[0] if len(tests) == 1 else Chain("or", tuple(tests))
                word = "elif" if lines else "if"
                kept = target if lines else f"{target}: Any"
                lines += [
                    f"    {word} {laid_out(test, 4, len(word) + 1)}:",
                    f"        {kept} = {state}",
                ]
        if not lines:
            return [f"    {target} = {code}"]
        return [*lines, "    else:", f"        {target} = {code}"]

    def decided(self, number: int, slot: Slot) -> Code:
        """Return Python for a decision before completions are gone through."""
        names = self.module.names
        decision = names.decision(str(slot.detail[0]))
        if not _spoken(self.module.plan, self.plan, number):
            return "None"  # only answers are made of it, which are cited as well
        attribute = names.fields[self.plan.key, decision.key]
        otherwise: Code = "NOTHING"
        if decision.otherwise is not None:
            otherwise = self.module.value(exact(decision.otherwise))
        givings = []
        pairs = zip(slot.of[::2], slot.of[1::2], self.listed(decision), strict=True)
        for truth, value, listed in pairs:
            parts = [self.read(truth), self.read(value)]
            givings.append(row([*parts, literal(listed)] if listed else parts))
        how = literal(decision.combine.value)
        return Call("decided", (how, otherwise, f"{self.thing}.{attribute}", *givings))

    def listed(self, decision: ir.Decision) -> Iterable[str]:
        """Return for each giving the list that gives once, empty where it is in none."""
        once = decision.combine is ir.Combine.TOTAL
        for rule in self.module.names.law.rules:
            for number, gives in enumerate(rule.gives):
                if gives.decision == decision.key:
                    yield f"{rule.listed_in} {number}" if once and rule.listed_in else ""


def _with(first: str, others: list[str]) -> Code:
    """Return a test of whether `first` holds and one of `others`."""
    return Chain("and", (first, others[0] if len(others) == 1 else Chain("or", tuple(others))))


def _spoken(plan: Plan, kind: KindPlan, number: int) -> bool:
    """Return whether a condition or a value speaks of a decision."""
    return any(slot.op is Op.SPOKEN and number in slot.of for slot in kind.slots) or any(
        slot.op is Op.ABOVE and above(slot)[1] == number
        for other in plan.kinds.values()
        if other.key != kind.key
        for slot in other.slots
    )
