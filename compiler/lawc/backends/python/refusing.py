"""Rules that decide by displacing alone: what is cited where nothing is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from lawc.backends.python.conditions import both, either, negated
from lawc.backends.python.layout import Code, laid_out
from lawc.backends.python.plan import Plan as Names
from lawc.backends.python.probing import Probing
from lawc.backends.python.ranking import NotQuickError, Unit
from lawc.backends.python.text import literal
from lawc.ir import nodes as ir
from lawc.meaning.refusing import is_always
from lawc.plan.phases import above
from lawc.plan.slots import Op
from lawc.records import dataclass

if TYPE_CHECKING:
    from lawc.backends.python.quick import Quick, State

_FOUND = re.compile(r"\b[hm][0-9]+\b")  # a variable of what a function finds
MOST_NESTED = 8  # rules that are asked under one test of whether nothing is given


@dataclass(frozen=True, slots=True)
class Refusal:
    """A rule that only displaces what gives a decision another value than otherwise.

    `stopped` are the rules that it stops; none where it stops all of them.
    """

    place: int
    slot: int
    stopped: tuple[Unit, ...]


def refusals(names: Names, units: tuple[Unit, ...], decision: ir.Decision) -> Iterator[Refusal]:
    """Yield the rules that only displace what gives a decision another value."""
    granting = [
        place
        for place, rule in enumerate(names.law.rules)
        for gives in rule.gives
        if gives.decision == decision.key and not is_always(gives.value, decision.otherwise)
    ]
    by_place = {unit.place: unit for unit in units}
    giving = {
        unit.place: unit
        for unit in units
        if any(gives.decision == decision.key for gives in unit.gives)
    }
    stopping: dict[int, list[int]] = {}
    for grant in dict.fromkeys(granting):
        for place in names.displacers(grant):
            if not names.law.rules[place].gives:
                stopping.setdefault(place, []).append(grant)
    for place in sorted(stopping):
        if place not in by_place:
            raise NotQuickError("a rule about a thing above refuses a decision")
        mine = stopping[place]
        whole = len(mine) == len({*granting})
        stopped = () if whole else tuple(giving[grant] for grant in mine)
        yield Refusal(place, by_place[place].slot, stopped)


def citing_refusals(
    quick: Quick,
    decision: ir.Decision,
    name: str,
    value: str,
    pad: str,
    state: State,
) -> list[str] | None:
    """Return the lines that put into a variable which rules refuse a decision.

    `value` is the variable of what is given, empty where nothing is. None if it is not known
    of a rule whether it refuses.
    """
    probing = _speaking(quick, decision, state)
    if probing is None:
        return None
    several = quick.only[decision.key]
    nested = bool(value) and 1 < len(several) <= MOST_NESTED
    among = f"{value} is None" if value and not nested else "True"
    inner = f"{pad}    " if nested else pad
    lines: list[str] = []
    seen = set[str]()
    for refusal in several:
        truth = quick.knowledge.truth(refusal.slot)
        flag = "True" if truth else quick.probing.flags.get(refusal.slot)
        if truth is False:
            continue
        if flag is None:
            return None
        may, constant = _tests(probing, decision, refusal)
        test = both([among, flag, *([either(may)] if refusal.stopped else [])])
        if test == "False":
            continue
        cite = literal(quick.citation(refusal.place))
        citing = [f"{name} = (*{name}, {cite})"]
        if cite in seen:
            citing = [f"if {cite} not in {name}:", f"    {citing[0]}"]
        seen.add(cite)
        if not constant:  # whether what it stops is nothing is not known
            citing = ["return None"]
        elif _FOUND.search(str(test)):  # a function finds less than the slots
            surely, _ = _tests(probing, decision, refusal, surely=True)
            known = laid_out(negated(either(surely)), len(inner) + 4, 3)
            citing = [f"if {known}:", "    return None", *citing]
        begin = inner
        if test != "True":
            lines.append(f"{inner}if {laid_out(test, len(inner), 3)}:")
            begin = inner + "    "
        lines += [begin + line for line in citing]
    return [f"{pad}if {value} is None:", *lines] if nested and lines else lines


def _speaking(quick: Quick, decision: ir.Decision, state: State) -> Probing | None:
    """Return tests of what is refused, which may rest on decisions that nothing spoke of yet.

    Where rules refuse, all is decided. None if what is decided stands in no one place.
    """
    local = dict(quick.probing.local)
    for refusal in quick.only[decision.key]:
        for name in (name for unit in refusal.stopped for name in quick.unspoken(unit)):
            of = quick.own[name]
            gift = state.get(of.key)
            if gift is not None and not gift.kept:
                if quick.possible(of.key):
                    return None
                local[name] = gift.code
                continue
            value = quick.variables(of).value
            quick.set_up(value, "None")
            local[name] = value
            if of.otherwise is not None:
                otherwise = quick.literal(of, of.otherwise)
                local[name] = f"({otherwise} if {value} is None else {value})"
    return replace(quick.probing, local=local)


def _tests(
    probing: Probing, decision: ir.Decision, refusal: Refusal, *, surely: bool = False
) -> tuple[list[Code], bool]:
    """Return tests of whether rules that are stopped may give, and if all give constants.

    But for what displaces them, they may give, or surely do.
    """
    tests: list[Code] = []
    constant = True
    for unit in refusal.stopped:
        for gives in unit.gives:
            value = probing.plan.slots[gives.value]
            same = value.op is Op.CONSTANT and value.detail[1] == decision.otherwise
            if gives.decision == decision.key and not same:
                constant = constant and value.op is Op.CONSTANT
                tests.append(_gives(probing, unit.slot, gives.when, surely=surely))
    return tests, constant


def _gives(probing: Probing, number: int, when: int | None, *, surely: bool) -> Code:
    """Return a test of whether a rule may give a value, or surely does."""
    holds = partial(probing.sure, holds=True) if surely else probing.may
    further = "True" if when is None else holds(when)
    slot = probing.plan.slots[number]
    if slot.op is Op.ABOVE:
        depth, up = above(slot)
        return both([_gives(probing.of_thing(depth), up, None, surely=surely), further])
    now, condition, _ = slot.of
    return both([holds(now), holds(condition), further])
