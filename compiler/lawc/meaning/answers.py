"""Answers: a decision with the provisions that make it, or with the facts still needed.

Part of the specification: backends give the same answers, citations and needed facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.completions import Giving, formed, granted, refusing
from lawc.meaning.interpret import applies, decide, given, holds, open_ones, value
from lawc.meaning.missing import needed
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN, Result, every
from lawc.meaning.world import World, fact, in_force, stated
from lawc.records import dataclass
from lawc.runtime import logic
from lawc.runtime.completions.outcomes import outcome


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision about one thing; see `lawc.runtime.reasons.Answer` for the parts."""

    decision: ir.Decision
    value: Result
    provisions: tuple[str, ...]
    needed: tuple[str, ...]
    by_cases: tuple[str, ...]
    untried: bool = False


def answer(world: World, decision: ir.Decision, thing: Thing) -> Answer:
    """Decide, going through the completions where three-valued reading leaves it open.

    What is open with no fact missing rests on another decision that is a contradiction: it
    is a contradiction as well.
    """
    made = decide(world, decision, thing)
    if made is not UNKNOWN:
        return Answer(decision, made, deciding(world, decision, thing, made), (), ())
    asked = needed(world, decision, thing)
    owner = thing.of(decision.kind)
    if not asked or owner is None:
        provisions = deciding(world, decision, thing, CONTRADICTION)
        return Answer(decision, CONTRADICTION, provisions, (), ())
    found = outcome(formed(world, decision, owner))
    if not found.settled:
        mattering = tuple(path for path in asked if path in (found.matters or asked))
        return Answer(decision, UNKNOWN, (), mattering or asked, (), found.untried)
    result = CONTRADICTION if found.value is logic.CONTRADICTION else found.value
    cited = found.citations
    provisions = _in_order(e.citation for e in world.law.elements if e.citation in cited)
    several = [
        of.where(one.key)
        for one in decision.cases
        if (of := owner.of(one.kind)) and fact(world, of, one.key) is UNKNOWN
    ]
    return Answer(decision, result, provisions, (), tuple(several) or asked)


def deciding(
    world: World, decision: ir.Decision, thing: Thing, made: Result
) -> tuple[str, ...]:
    """Return the citations that decide: for each value given, the first rule that gives it.

    Where no rule gives a value: the rules that only displace, and refuse one. Of an
    established decision, none. Of one that rests on a contradiction, the rules that it leaves
    open.
    """
    owner = thing.of(decision.kind)
    if owner is None or stated(world, owner, decision.key) is not UNKNOWN:
        return ()
    found = given(world, decision, owner)
    sure = [one for one in found if one.sure]
    if decision.combine is not ir.Combine.TOTAL and made is not CONTRADICTION:
        sure = [one for one in sure if one.value == made][:1]
    firsts = {one.value: one.rule.eid for one in reversed(sure)}
    if made is CONTRADICTION:
        eids = set(firsts.values()) or {one.rule.eid for one in open_ones(decision, found)}
    else:
        eids = {one.rule.eid for one in sure} or set(_refusing(world, decision, owner))
    return _in_order(e.citation for e in world.law.elements if e.eid in eids)


def _in_order(citations: Iterable[str]) -> tuple[str, ...]:
    """Return the citations, each once: the versions of an element share theirs."""
    return tuple(dict.fromkeys(citations))


def _refusing(world: World, decision: ir.Decision, thing: Thing) -> Iterator[str]:
    """Yield the elements whose rules only displace, apply, and refuse another value.

    A rule refuses in one of two ways:
    - it displaces every rule that grants another value than the one decided;
    - it displaces some of them, of which one may hold of the thing.

    What lifts an exclusion refuses nothing.
    """
    granting = granted(world, decision)
    for by, stopped in refusing(world, granting):
        if applies(world, by, thing) is True:
            every_one = len(stopped) == len(granting)
            if every_one or any(_may_give(world, decision, one, thing) for one in stopped):
                yield by.eid


def _may_give(world: World, decision: ir.Decision, granting: Giving, thing: Thing) -> bool:
    """Tell whether a rule that is displaced may otherwise have given another value."""
    rule, gives = granting
    when = True if gives.when is None else holds(world, gives.when, thing)
    met = every([in_force(world, rule.force), holds(world, rule.condition, thing), when])
    amount = value(world, gives.value, thing)
    return met is not False and amount is not NOTHING and amount != decision.otherwise
