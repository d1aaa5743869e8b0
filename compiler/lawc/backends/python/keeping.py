"""How what a rule gives a decision joins what rules before it may have given.

A decision that is not settled by one block stands in two variables of a quick function: the
value, None where nothing is given, and the citations. Where rules are asked in another order
than that of the law, a third has the place of the rule that is cited.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from lawc.backends.python.conditions import both, either
from lawc.backends.python.layout import Code, laid_out
from lawc.backends.python.operands import bare
from lawc.ir import nodes as ir
from lawc.records import dataclass


@dataclass(frozen=True)
class Gift:
    """What a rule gives a decision, and where it stands.

    `value` is the constant of the law (None: computed), `code` the Python for it, `cite` that
    for its citation; `slot` is that of the rule. `kept` tells that it stands in the variables.
    """

    value: Any
    code: str
    cite: str
    place: int
    slot: int
    kept: bool = False


class Before:
    """What blocks before may have given a decision; whatever they are, in a few words.

    `place` is that of the last rule in the law, `first` what was given first. Of the constants
    `values` are all, `best` is the one that combining prefers; `known` tells that there are no
    others.
    """

    def __init__(self, combine: ir.Combine, several: Iterable[Gift] = ()) -> None:
        self.combine = combine
        self.number = 0
        self.place = -1
        self.first: Gift | None = None
        self.known = True
        self.values: set[Any] = set()
        self.best: Any = None
        self.cites: set[str] = set()
        for gift in several:
            self.add(gift)

    def __bool__(self) -> bool:
        """Return whether something may have been given."""
        return self.number > 0

    def add(self, gift: Gift) -> None:
        """Add what a block gives."""
        self.first = self.first or gift
        self.number += 1
        self.place = max(self.place, gift.place)
        self.cites.add(gift.cite)
        self.known = self.known and gift.value is not None
        if gift.value is None:
            return
        self.values.add(gift.value)
        if self.best is None or self.beats(gift.value):
            self.best = gift.value

    def beats(self, value: Any) -> bool:
        """Return whether a constant is larger, or smaller, than all that may stand there."""
        if self.combine is ir.Combine.LARGEST:
            return bool(value > self.best)
        return self.combine is ir.Combine.SMALLEST and bool(value < self.best)


class Variables(NamedTuple):
    """The variables of a decision; `place` is empty where rules are asked in order."""

    value: str
    cites: str
    place: str


def joined(
    combine: ir.Combine, gift: Gift, before: Before, names: Variables, indent: int
) -> list[str]:
    """Return the lines that put what is given into the variables of a decision.

    `before` is what may stand there; the lines stand `indent` columns in.
    """
    value = names.value
    setting, inner = (_setting(gift, names, at) for at in (indent, indent + 4))
    if not before:
        return setting
    if combine is ir.Combine.TOTAL:
        return _added(gift, before, names, inner)
    # Cited is the first in the law.
    later = names.place and before.place > gift.place
    known = gift.value is not None and before.known
    first = f"{names.place} > {gift.place}"
    tests: list[Code] = [f"{value} is None"]
    if combine is ir.Combine.ONE:
        same = known and before.values == {gift.value}
        if same:
            test = either([*tests, *([first] if later else [])])
            return [f"if {laid_out(test, indent, 3)}:", *_indented(inner)]
        lines = [f"if {value} is None:", *_indented(inner)]
        lines += [f"elif {value} != {gift.code}:", "    return None"]
        return [*lines, f"elif {first}:", *_indented(inner[1:])] if later else lines
    larger = combine is ir.Combine.LARGEST
    if known and before.beats(gift.value):
        return setting
    tests.append(f"{gift.code} {'>' if larger else '<'} {value}")
    if later:
        tests.append(both([f"{gift.code} == {value}", first]))
    return [f"if {laid_out(either(tests), indent, 3)}:", *_indented(inner)]


def _setting(gift: Gift, names: Variables, indent: int) -> list[str]:
    """Return the lines that put what is given alone into the variables."""
    code = laid_out(bare(gift.code), indent, len(names.value) + 3, 0)
    lines = [f"{names.value} = {code}", f"{names.cites} = {gift.cite}"]
    return [*lines, f"{names.place} = {gift.place}"] if names.place else lines


def _added(gift: Gift, before: Before, names: Variables, setting: list[str]) -> list[str]:
    """Return the lines that add an amount; of versions of one provision one is cited."""
    more = f"{names.cites} + {gift.cite}"
    if gift.cite in before.cites:
        more = f"tuple(dict.fromkeys({more}))"
    return [
        f"if {names.value} is None:",
        *_indented(setting),
        "else:",
        f"    {names.value} = {names.value} + {gift.code}",
        f"    {names.cites} = {more}",
    ]


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]
