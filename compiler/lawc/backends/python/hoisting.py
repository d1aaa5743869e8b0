"""Slots that rules ask several times are found once, before the first block that asks them.

Before: `if _slot_41_of_child(child, days) is not False` in ten blocks. After: `h3`, which is
set ahead of the first of them. What is asked of a thing above is found there and passed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field, replace
from typing import TYPE_CHECKING, NamedTuple

from lawc.backends.python.conditions import both, either
from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import Code, laid_out
from lawc.backends.python.operands import in_place
from lawc.backends.python.text import WIDTH
from lawc.plan.slots import Op
from lawc.records import dataclass

if TYPE_CHECKING:
    from lawc.backends.python.probing import Probing

MOST_IN_PLACE = 3  # alternatives of a concept that is found where it is asked
_NAME = re.compile(r"\bh[0-9]+\b")


class Finding(NamedTuple):
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
            code = laid_out(self.code, len(pad), len(name) + 8, 0)
            lines = [f"{pad}{name}: Any = {code}"]
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
        code = laid_out(self.code, len(pad) + 4, len(name) + 3, 0)
        return [*lines, f"{pad}else:", f"{pad}    {name} = {code}"]


def _alternative(name: str, pad: str, test: Code, known: Code, *, first: bool) -> list[str]:
    """Return the lines that set a truth to what an alternative shows."""
    condition = test if first else both([f"{name} is not True", test])
    line = f"{pad}if {laid_out(condition, len(pad), 3)}:"
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
    waiting: dict[str, Finding] = field(default_factory=dict)
    unsure: dict[str, tuple[bool, bool]] = field(default_factory=dict)

    def has(self, name: str | None) -> bool:
        """Return whether a variable is set, or will be before the block."""
        return name in self.there or name in self.waiting

    def ask(self, name: str, finding: Finding, unsure: tuple[bool, bool]) -> None:
        """See that a variable is set before the block."""
        self.waiting[name] = finding
        self.unsure[name] = unsure

    def begin(self, text: str, pad: str) -> Iterable[str]:
        """Yield the lines that set what a text asks and is not there yet."""
        words = set(_NAME.findall(text)) if self.waiting else set()
        setting = {name: finding.lines(name, pad) for name, finding in self.waiting.items()}
        for name, lines in reversed(setting.items()):  # an earlier one may be read there
            if name in words:
                words.update(_NAME.findall("\n".join(lines)))
        for name, lines in setting.items():
            if name in words:
                self.there.add(name)
                yield from lines
        self.waiting.clear()


def finding_of(probing: Probing, number: int) -> tuple[Finding, tuple[bool, bool]]:
    """Return how a slot is found, and whether it may be unknown, or nothing."""
    slot = probing.plan.slots[number]
    if slot.op is Op.CONCEPT and len(_parts(probing, number)) <= MOST_IN_PLACE:
        return Finding(alternatives=alternatives(probing, number)), (True, False)
    missing: dict[str, None] = {}
    nothing: dict[str, str] = {}
    if probing.single(slot) and probing.plain(slot.of[1], missing, nothing):
        code, unsure = probing.inline(slot.of[1]), (bool(missing), bool(nothing))
        return Finding(code, (*missing,), (*nothing.items(),)), unsure
    void = number in probing.plan.nothing
    if (here := in_place(probing, number)) is not None:
        value, unknown = here
        return Finding(value), (unknown, void)
    return Finding(probing.call_of(number)), (True, void)


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
