"""What is decided, from the variables that say which rules give what: lines of Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawc.backends.python.exclusion import exclusive, may_rest_on_contradiction
from lawc.backends.python.expressions import constant
from lawc.backends.python.layout import Call, Code, both, either, flat, laid_out, row
from lawc.backends.python.plan import Plan
from lawc.backends.python.text import literal
from lawc.backends.python.workshop import Workshop
from lawc.ir import nodes as ir
from lawc.ir.types import Choice


@dataclass(frozen=True, slots=True)
class Giving:
    """A rule that gives a decision a value: the variables that hold whether and what."""

    place: int
    gives: ir.Gives
    truth: str
    value: str  # Python for the value
    constant: bool


def stored(shop: Workshop, value: ir.Value, decision: ir.Decision) -> str:
    """Return the name of a constant that holds `value` of a decision."""
    if isinstance(decision.type, Choice):
        member = shop.plan.members(decision.type)[str(value)]
        enum = shop.plan.enum(decision.type)
        return shop.constant(f"{enum}.{member}", f"{enum}_{member}".upper())
    text = flat(constant(value))
    assert text is not None
    if isinstance(value, bool | int | str):
        return text
    return shop.constant(text, "")


def chosen(
    shop: Workshop, decision: ir.Decision, number: int, givings: list[Giving]
) -> list[str]:
    """Return the lines that set the value and the citations of an underived decision."""
    plan, value, by = shop.plan, f"v{number}", f"by_{number}"
    otherwise = "NOTHING"
    if decision.otherwise is not None:
        otherwise = stored(shop, decision.otherwise, decision)
    only = tuple(dict.fromkeys(_only(plan, givings)))
    onlies = [row([f"s{place + 1}", cite(plan, place)]) for place in only]
    parts = [row([one.truth, one.value, cite(plan, one.place)]) for one in givings]
    how = literal(decision.combine.value)
    lead = f"{value}, {by}, open_{number} = "
    contrary = ["contrary=True"] if may_rest_on_contradiction(plan, decision) else []
    called = Call("combine", (how, otherwise, row(parts), row(onlies), "ORDER", *contrary))
    every = laid_out(called, 12, len(lead), 0)
    none = [f"{value} = {otherwise}"]
    if onlies:
        call = Call("cited", ("ORDER", *onlies))
        any_ = either([f"s{place + 1}" for place in only])
        none += [
            f"if {laid_out(any_, 12, 3)}:",
            f"    {by} = {laid_out(call, 16, len(by) + 3, 0)}",
        ]
    simple = all(one.constant for one in givings) and decision.combine is not ir.Combine.TOTAL
    if not simple:
        idle = both([_idle(one) for one in givings])
        lines = [f"if {laid_out(idle, 8, 3)}:", *(f"    {line}" for line in none), "else:"]
        return [*lines, f"    {lead}{every}"] if givings else none
    open_ = both(["uncertain", either([f"{one.truth} is None" for one in givings])])
    clash = either([open_, *clashes(plan, decision, givings)])
    if not givings:
        return none
    lines = [f"if {laid_out(clash, 8, 3)}:", f"    {lead}{every}"]
    for one in _preferred(decision, givings):
        found = cite(plan, one.place)
        cites = "()" if found == "None" else f"({found},)"
        lines += [f"elif {one.truth}:", f"    {value} = {one.value}", f"    {by} = {cites}"]
    return [*lines, "else:", *(f"    {line}" for line in none)]


def _idle(one: Giving) -> Code:
    """Return a test that a rule surely gives nothing."""
    if one.constant:
        return f"{one.truth} is False"
    return either([f"{one.truth} is False", f"{one.value} is NOTHING"])


def _preferred(decision: ir.Decision, givings: list[Giving]) -> list[Giving]:
    """Return the givings in the order in which the first that holds decides."""

    def size(one: Giving) -> object:
        assert isinstance(one.gives.value, ir.Literal)
        return one.gives.value.value

    match decision.combine:
        case ir.Combine.LARGEST:
            return sorted(givings, key=size, reverse=True)  # type: ignore[arg-type]
        case ir.Combine.SMALLEST:
            return sorted(givings, key=size)  # type: ignore[arg-type]
        case _:
            return givings


def clashes(plan: Plan, decision: ir.Decision, givings: list[Giving]) -> Iterator[Code]:
    """Yield tests for the pairs that may both hold though their values differ."""
    if decision.combine is not ir.Combine.ONE:
        return
    for place, one in enumerate(givings):
        others = [
            other.truth
            for other in givings[place + 1 :]
            if one.gives.value != other.gives.value
            and not exclusive(plan, (one.place, one.gives), (other.place, other.gives))
        ]
        if others:
            yield both([one.truth, either(others)])


def _only(plan: Plan, givings: list[Giving]) -> Iterator[int]:
    """Yield the rules that give nothing and displace one of those that give."""
    for one in givings:
        for by in plan.displacers(one.place):
            if not plan.law.rules[by].gives:
                yield by


def cite(plan: Plan, place: int) -> str:
    """Return Python for the citation of a rule."""
    found = plan.citation(place)
    return "None" if found is None else literal(found)
