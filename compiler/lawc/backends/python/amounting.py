"""Values that rules give, as functions that decide quickly compute them."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

from lawc.backends.python.layout import flat
from lawc.backends.python.operands import INLINE, in_place, sum_of_decided
from lawc.backends.python.probing import Probing
from lawc.plan.phases import above
from lawc.plan.slots import Op, Slot
from lawc.records import dataclass

if TYPE_CHECKING:
    from lawc.backends.python.quick import Quick, State


@dataclass(frozen=True)
class Amount:
    """A value at a place of a function: an expression, and what must be so for it to be right.

    `value` is a constant of the law if it is `constant`. The value is unknown where one of
    `missing` is None, and nothing where one of `nothing` is so: `v1 is None`.
    """

    code: str
    constant: bool = False
    value: Any = None
    lines: list[str] = field(default_factory=list)
    missing: dict[str, None] = field(default_factory=dict)
    nothing: tuple[str, ...] = ()


def amount_of(quick: Quick, number: int, state: State) -> Amount | None:
    """Return the value of a slot where a function stands, None for nothing."""
    slot = _origin(quick.probing, number)
    if slot.op is Op.CONSTANT:
        return Amount(quick.module.value(slot.detail[1]), constant=True, value=slot.detail[1])
    amounting = _Amounting(quick, state)
    code = amounting.code(quick.probing, number)
    if code is None:
        return None
    return Amount(
        code,
        False,
        None,
        amounting.lines,
        amounting.missing,
        tuple(dict.fromkeys(amounting.nothing)),
    )


def _origin(probing: Probing, number: int) -> Slot:
    """Return the slot whose value a slot has: that of a thing above, or of a quantity."""
    slot = probing.plan.slots[number]
    match slot.op:
        case Op.ABOVE:
            depth, up = above(slot)
            return _origin(probing.of_thing(depth), up)
        case Op.QUANTITY if probing.single(slot):
            return _origin(probing, slot.of[1])
        case _:
            return slot


class _Amounting:
    """An expression while it is written."""

    def __init__(self, quick: Quick, state: State) -> None:
        self.quick = quick
        self.state = state
        self.lines: list[str] = []
        self.missing: dict[str, None] = {}
        self.nothing: list[str] = []

    def code(self, probing: Probing, number: int) -> str | None:
        """Return Python for a slot, None if it is nothing."""
        slot = probing.plan.slots[number]
        match slot.op:
            case Op.ABOVE:
                depth, up = above(slot)
                return self.code(probing.of_thing(depth), up)
            case _ if number in probing.hoisting.numbers:
                return self.hoisted(probing, number)
            case Op.SPOKEN:
                return self.decided(probing, number, slot)
            case Op.IF_ANY if probing.speaks(slot.of[0]):
                return probing.inline(number)
            case Op.FACT if not probing.assumable(slot):
                fact = probing.fact(slot)
                self.missing[fact] = None
                return fact
            case Op.QUANTITY if probing.single(slot):
                return self.code(probing, slot.of[1])
            case Op.SUM if total := sum_of_decided(probing, slot):
                return total
            case Op.ROUNDED if factors := probing.factors(slot):
                of = [self.code(probing, part) for part in factors]
                codes = [code for code in of if code is not None]
                return probing.module.share(slot, codes) if len(codes) == len(of) else None
        if slot.op in INLINE and slot.op is not Op.FACT:
            of = [self.code(probing, part) for part in slot.of]
            if None in of:
                return None
            if not of:
                return probing.inline(number)
            return probing.module.expression(slot, [part or "" for part in of])
        return self.called(probing, number)

    def decided(self, probing: Probing, number: int, slot: Slot) -> str | None:
        """Return Python for a decision about the thing, of which all rules were asked."""
        key = str(probing.plan.slots[slot.of[0]].detail[0])
        if probing.plan.key != self.quick.kind:
            name = probing.inline(number)
            if number in probing.plan.nothing:
                self.nothing.append(f"{name} is None")
            return name
        decision = self.quick.decision(key)
        place = self.quick.places[key]
        gift, before = self.state.get(key), self.quick.possible(key)
        if gift is not None and not gift.kept and not before:
            return gift.code
        name = f"v{place}"
        otherwise = decision.otherwise
        if gift is None and not before:
            return None if otherwise is None else self.quick.literal(decision, otherwise)
        if otherwise is None:
            self.nothing.append(f"{name} is None")
            return name
        return f"({self.quick.literal(decision, otherwise)} if {name} is None else {name})"

    def hoisted(self, probing: Probing, number: int) -> str:
        """Return the variable of a slot that is found once."""
        nothing: dict[str, str] = {}
        probing.plain(number, self.missing, nothing)
        self.nothing += [f"{name} is {void}" for name, void in nothing.items()]
        return probing.inline(number)

    def called(self, probing: Probing, number: int) -> str:
        """Return Python for a value that a function finds, kept in a variable."""
        rise = len(self.quick.probing.line) - len(probing.line)  # a slot of a thing above
        name = f"a{rise}_{number}" if rise else f"a{number}"
        code, unknown = in_place(probing, number) or (probing.call_of(number), True)
        self.lines.append(f"{name} = {flat(code)}")
        if unknown:
            self.missing[name] = None
        if number in probing.plan.nothing:
            self.nothing.append(f"{name} is NOTHING")
        return name
