"""Answers: a decision with the provisions that make it, or with the facts still needed.

Part of the specification: backends give the same answers, citations and needed facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.completions import form_of
from lawc.meaning.interpret import applies, decide, gifts, holds, open_gifts, value
from lawc.meaning.missing import needed
from lawc.meaning.refusing import Giving, granting_rules, refusing_rules
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
    """Return the answer, by the completions where three-valued reading leaves it open.

    A decision that is open with no fact missing rests on another that is a contradiction: it is
    a contradiction as well.
    """
    decided = decide(world, decision, thing)
    if decided is not UNKNOWN:
        return Answer(decision, decided, deciding(world, decision, thing, decided), (), ())
    missing = needed(world, decision, thing)
    owner = thing.of(decision.kind)
    if not missing or owner is None:
        provisions = deciding(world, decision, thing, CONTRADICTION)
        return Answer(decision, CONTRADICTION, provisions, (), ())
    completed = outcome(form_of(world, decision, owner))
    if not completed.settled:
        mattering = tuple(path for path in missing if path in (completed.matters or missing))
        return Answer(decision, UNKNOWN, (), mattering or missing, (), completed.untried)
    result = CONTRADICTION if completed.value is logic.CONTRADICTION else completed.value
    cited = completed.citations
    provisions = _in_order(e.citation for e in world.law.elements if e.citation in cited)
    several = [
        of.where(case.key)
        for case in decision.cases
        if (of := owner.of(case.kind)) and fact(world, of, case.key) is UNKNOWN
    ]
    return Answer(decision, result, provisions, (), tuple(several) or missing)


def deciding(
    world: World, decision: ir.Decision, thing: Thing, result: Result
) -> tuple[str, ...]:
    """Return the citations that decide: for each value given, the first rule that gives it.

    - Where no rule gives a value: the rules that only displace, and refuse one.
    - For an established decision: none.
    - For a contradiction in another decision: the rules that it leaves open.
    """
    owner = thing.of(decision.kind)
    if owner is None or stated(world, owner, decision.key) is not UNKNOWN:
        return ()
    candidates = gifts(world, decision, owner)
    sure = [gift for gift in candidates if gift.sure]
    if decision.combine is not ir.Combine.TOTAL and result is not CONTRADICTION:
        sure = [gift for gift in sure if gift.value == result][:1]
    firsts = {gift.value: gift.rule.eid for gift in reversed(sure)}
    if result is CONTRADICTION:
        eids = set(firsts.values()) or {
            gift.rule.eid for gift in open_gifts(decision, candidates)
        }
    else:
        eids = {gift.rule.eid for gift in sure} or set(_refusing(world, decision, owner))
    return _in_order(e.citation for e in world.law.elements if e.eid in eids)


def _in_order(citations: Iterable[str]) -> tuple[str, ...]:
    """Return the citations, each once: the versions of an element share theirs."""
    return tuple(dict.fromkeys(citations))


def _refusing(world: World, decision: ir.Decision, thing: Thing) -> Iterator[str]:
    """Yield the elements whose rules only displace, apply, and refuse another value.

    A rule refuses in one of two ways:
    - it displaces every rule that grants another value than the one decided;
    - it displaces some of them, one of which may hold of the thing.

    A rule that lifts an exclusion refuses nothing.
    """
    granting = granting_rules(world, decision)
    for by, stopped in refusing_rules(world, granting):
        if applies(world, by, thing) is True:
            all_stopped = len(stopped) == len(granting)
            if all_stopped or any(
                _may_give(world, decision, giving, thing) for giving in stopped
            ):
                yield by.eid


def _may_give(world: World, decision: ir.Decision, granting: Giving, thing: Thing) -> bool:
    """Return whether a displaced rule might otherwise have given another value."""
    rule, gives = granting
    when = True if gives.when is None else holds(world, gives.when, thing)
    met = every([in_force(world, rule.force), holds(world, rule.condition, thing), when])
    amount = value(world, gives.value, thing)
    return met is not False and amount is not NOTHING and amount != decision.otherwise
