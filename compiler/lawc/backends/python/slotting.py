"""What the functions of a law share in Python: its constants, and how values are computed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import field
from functools import cached_property
from typing import Any

from lawc.backends.python.expressions import constant, span
from lawc.backends.python.layout import Call, Code, laid_out, row
from lawc.backends.python.operands import operand
from lawc.backends.python.plan import Plan as Names
from lawc.backends.python.resting import Resting
from lawc.backends.python.text import literal
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.plan.build import exact
from lawc.plan.slots import KindPlan, Op, Plan, Slot
from lawc.records import dataclass
from lawc.runtime.values import Period, ProvisionRange

_MANY = 3  # terms that are added in one step
_IF_ANY = re.compile(r"\((\w+ or 0)\)")
_SHORT = 40  # columns of a value that stands where it is used

COMPUTED: dict[Op, Callable[[list[str]], str]] = {  # from operands that are there
    Op.TOTAL: lambda of: _added(of) if len(of) >= _MANY else " + ".join(map(operand, of)),
    Op.LESS: lambda of: " - ".join(map(operand, of)),
    Op.PRODUCT: lambda of: " * ".join(map(operand, of)),
    Op.QUOTIENT: lambda of: f"quotient({', '.join(of)})",
    Op.LARGEST: lambda of: f"max({', '.join(of)})" if len(of) > 1 else of[0],
    Op.SMALLEST: lambda of: f"min({', '.join(of)})" if len(of) > 1 else of[0],
    Op.DAYS: lambda of: f"({operand(of[1])} - {operand(of[0])}).days",
}
EXPRESSED = (Op.ROUNDED, Op.SHIFTED, Op.START, Op.MONTHS)  # by `Slotting.expression`
_WHOLE = {  # rounded to a whole number
    "up": "-(-{0}.numerator // {0}.denominator)",
    "down": "{0}.numerator // {0}.denominator",
}
_SHARES = ("up", "down", "nearest")  # of a product, rounded in fewer steps
SIGNS = {"<": "<", "<=": "<=", "=": "==", "!=": "!=", ">=": ">=", ">": ">"}


def _added(terms: list[str]) -> str:
    """Return Python for a sum; sums over members among the terms become part of it."""
    spliced = [term[6:-1] if term.startswith("added(*[") else term for term in terms]
    return f"added({', '.join(map(_bare, spliced))})"


def _bare(term: str) -> str:
    """Return a term without the parentheses that stand around it alone."""
    alone = _IF_ANY.fullmatch(term)
    return term if alone is None else alone.group(1)


@dataclass(frozen=True)
class Slotting:
    """The module of slots of a law while it is written: its constants grow."""

    names: Names
    plan: Plan
    constants: dict[Code, str] = field(default_factory=dict)
    wanted: dict[tuple[str, int], int] = field(default_factory=dict)  # asked of a function
    variables: dict[tuple[str, int], str] = field(default_factory=dict)  # variables of slots
    lists: dict[tuple[str, str], list[tuple[ProvisionRange, ...]]] = field(default_factory=dict)

    @cached_property
    def resting(self) -> Resting:
        """Return what the slots of the law rest on."""
        return Resting(self.names, self.plan)

    def constant(self, code: Code, word: str) -> str:
        """Return the name of a constant that `code` makes."""
        if code not in self.constants:
            self.constants[code] = f"{word}_{len(self.constants) + 1}"
        return self.constants[code]

    def wanted_place(self, kind: str, number: int) -> int:
        """Return the place of a slot among those that functions are asked for."""
        return self.wanted.setdefault((kind, number), len(self.wanted))

    def variable_of(self, kind: str, number: int) -> str:
        """Return the variable of a slot that is found once."""
        return self.variables.setdefault((kind, number), f"h{len(self.variables)}")

    def row_of(self, slot: Slot, subject: str) -> Code:
        """Return Python for a table applied to a value."""
        rows: Any = slot.detail[0]
        lines = row([row([constant(cell and exact(cell)) for cell in cells]) for cells in rows])
        follow = all(
            after[0] is not None and cells[1] is not None and cells[1] <= after[0]
            for cells, after in itertools.pairwise(rows)
        )
        function, name = ("in_row", "Rows") if slot.op is Op.ROW else ("by_parts", "Parts")
        table = Call(name, (lines,)) if follow else lines
        return Call(function, (subject, self.constant(table, name.upper())))

    def function_name(self, kind: str, number: int) -> str:
        """Return the name of the function that finds one slot of a thing."""
        self.wanted_place(kind, number)
        return f"_slot_{number}_of_{self.names.variables[kind]}"

    def choices_of(self, plan: KindPlan) -> Iterator[tuple[int, Choice]]:
        """Yield the slots of the facts of a kind that are choices, with their types."""
        for number, slot in enumerate(plan.slots):
            if slot.op is Op.FACT:
                type_ = self.names.type_of(ir.Fact(plan.key, str(slot.detail[0])))
                if isinstance(type_, Choice):
                    yield number, type_

    def value(self, value: Any) -> str:
        """Return Python for a value: as it is if it is short, else the name of a constant."""
        code = constant(value)
        if isinstance(code, str) and (value is None or isinstance(value, (bool, int, str))):
            return code if len(code) <= _SHORT else self.constant(code, "VALUE")
        return self.constant(code, "VALUE")

    def versions(self, plan: KindPlan, slot: Slot) -> str | None:
        """Return Python for an amount whose versions are values of the law, else None."""
        now, values = slot.of[::2], [plan.slots[number] for number in slot.of[1::2]]
        if any(plan.slots[number].op is not Op.IN_FORCE for number in now):
            return None
        if any(value.op is not Op.CONSTANT for value in values):
            return None
        versions = [
            row([*map(self.value, plan.slots[number].detail), self.value(value.detail[1])])
            for number, value in zip(now, values, strict=True)
        ]
        table = self.constant(Call("Versions", ("NOTHING", *versions)), "VERSIONS")
        day = plan.slots[plan.slots[now[0]].of[0]]
        return f"{table}[{self.names.parameters[str(day.detail[0])]}]"

    def place_of(self, plan: KindPlan, slot: Slot) -> int:
        """Return the place of a list of provisions among those that a fact may lie in."""
        ranges, subject = slot.detail[0], plan.slots[slot.of[0]]
        assert isinstance(ranges, tuple)
        lists = self.lists.setdefault((plan.key, str(subject.detail[0])), [])
        if ranges not in lists:
            lists.append(ranges)
        return lists.index(ranges)

    def table_of(self, plan: KindPlan, slot: Slot) -> str:
        """Return the name of the table of the lists that a fact may lie in."""
        self.place_of(plan, slot)
        subject = plan.slots[slot.of[0]]
        return f"LISTS_{[*self.lists].index((plan.key, str(subject.detail[0]))) + 1}"

    def expression(self, slot: Slot, of: list[str]) -> str:
        """Return Python for a value that is computed from others that are there."""
        match slot.op:
            case Op.ROUNDED:
                direction, unit = str(slot.detail[0]), slot.detail[1]
                if unit == 1 and direction in _WHOLE and not of[0].lstrip("-").isdigit():
                    return _WHOLE[direction].format(operand(of[0]))
                return f"round_{direction}({of[0]}, {self.value(unit)})"
            case Op.SHIFTED:
                period, before = slot.detail
                assert isinstance(period, Period)
                up = f"month_end_up={bool(self.names.law.month_end_up)}"
                parts = (constant(period), up, *(["before=True"] if before else []))
                return f"{self.constant(Call('Shifts', parts), 'SHIFTS')}[{of[0]}]"
            case Op.START:
                return f"start_of({of[0]}, {literal(str(slot.detail[0]))})"
            case Op.MONTHS:
                up = f"month_end_up={bool(self.names.law.month_end_up)}"
                return f"months_between({', '.join(of)}, {up})"
            case _:
                return COMPUTED[slot.op](of)

    def share(self, slot: Slot, factors: list[str]) -> str:
        """Return Python for a product that is rounded."""
        direction, unit, times = str(slot.detail[0]), slot.detail[1], COMPUTED[Op.PRODUCT]
        product = times(factors[:-1]) if len(factors) > 2 else factors[0]  # noqa: PLR2004
        if direction == "up":
            if unit == 1:
                return f"share_up({product}, {factors[-1]})"
            return self.expression(slot, [times(factors)])
        if direction not in _SHARES:
            return self.expression(slot, [times(factors)])
        return f"share_{direction}({product}, {factors[-1]}, {self.value(unit)})"

    def blocks(self, functions: list[tuple[str, str, str]]) -> list[str]:
        """Return the definitions of the module; `functions` fill slots: kind, name, text."""
        lines = [
            f"{name} = {laid_out(code, 0, len(name) + 3, 0)}"
            for code, name in self.constants.items()
        ]
        for place, lists in enumerate(self.lists.values(), start=1):
            call = Call(
                "ProvisionLists", tuple(row([*map(span, o)]) for o in lists), spread=True
            )
            lines.append(f"LISTS_{place} = {laid_out(call, 0, 10, 0)}")
        phases = [row([literal(kind), name]) for kind, name, _ in functions]
        return [
            f"KINDS = {laid_out(row(self.kinds()), 0, 8, 0)}",
            *(["\n".join(lines)] if lines else []),
            *(text for _, _, text in functions),
            f"PHASES = {laid_out(row(phases), 0, 9, 0)}",
        ]

    def kinds(self) -> list[Code]:
        """Return the kinds, each with that above it and where a thing has a list of them."""
        rows: list[Code] = []
        for kind in self.names.law.kinds:
            parent, key = kind.parent or "", kind.field or ""
            attribute = self.names.fields[parent, key] if key else ""
            rows.append(row([*map(literal, (kind.key, parent, attribute))]))
        return rows
