"""What to ask next, in a branch of the quick chain: see `lawc.backends.python.quick`.

A branch knows which rules apply and which conditions hold, and what follows: a rule that is
displaced does not apply, a fact that has one value has no other. What may hold and is not
sure to is taken not to, and noted as a doubt. A decision is made where nothing that is not
yet asked could change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lawc.backends.python.amounts import absorbed
from lawc.backends.python.atoms import known_by
from lawc.backends.python.exclusion import demand, displaces
from lawc.backends.python.layout import flat, row
from lawc.backends.python.plan import Plan
from lawc.backends.python.reach import givings_of, rules_of
from lawc.backends.python.writing import (
    ElsewhereError,
    Key,
    Made,
    State,
    Writing,
    amount_of,
    cite,
    stored,
)
from lawc.ir import nodes as ir
from lawc.ir.walk import unstated
from lawc.meaning.completions import granted
from lawc.meaning.world import domain


def deeper(chain: Writing, state: State, key: Key) -> Key:
    """Return `key`, or a rule that must be known before it can be asked."""
    word, place = key
    if word == "when":
        before = rules_in(chain.plan, place)  # type: ignore[arg-type]
    else:
        assert isinstance(place, int)
        before = (*chain.plan.displacers(place),)
        if place not in chain.early:
            before += rules_in(chain.plan, chain.plan.law.rules[place].condition)
    for one in before:
        if told(chain, state, ("rule", one)) is None and fixed(chain, state, key) is None:
            return deeper(chain, state, ("rule", one))
    return key


def rules_in(plan: Plan, expr: ir.Expr) -> tuple[int, ...]:
    """Return the rules that a condition asks of the same thing."""
    match unstated(expr):
        case ir.Applies(eids):
            return plan.under(eids)
        case ir.All(parts) | ir.Any(parts):
            return tuple(place for part in parts for place in rules_in(plan, part))
        case ir.Not(part):
            return rules_in(plan, part)
        case _:
            return ()


def of_decision(chain: Writing, state: State, decision: ir.Decision) -> Made | Key:
    """Return the value and the citations decided, or what to ask for them."""
    plan = chain.plan
    alive, sure = [], []
    for place, which in givings_of(plan, decision):
        gives = plan.law.rules[place].gives[which]
        keys = _keys(place, gives)
        truths = [told(chain, state, key) for key in keys]
        if False not in truths:
            alive.append((place, gives, keys))
            if None not in truths:
                sure.append((place, gives))
    constant = all(isinstance(gives.value, ir.Literal) for _, gives, _ in alive)
    if not alive or (constant and decision.combine is not ir.Combine.TOTAL):
        return _of_constants(chain, state, decision, alive, sure)
    if len(alive) > 1:
        raise ElsewhereError
    return _of_amount(chain, state, decision, alive[0])


def told(chain: Writing, state: State, key: Key) -> bool | None:
    """Return whether `key` holds, by what was asked or by what follows from it."""
    if key in state.known:
        return state.known[key]
    if key not in state.follows:
        state.follows[key] = fixed(chain, state, key)
    return state.follows[key]


def _keys(place: int, gives: ir.Gives) -> list[Key]:
    return [("rule", place), *([] if gives.when is None else [("when", gives.when)])]


def _of_constants(
    chain: Writing,
    state: State,
    decision: ir.Decision,
    alive: list[tuple[int, ir.Gives, list[Key]]],
    sure: list[tuple[int, ir.Gives]],
) -> Made | Key:
    plan = chain.plan
    if not sure:
        for _, _, keys in _by_displacement(plan, alive):
            return next(key for key in keys if told(chain, state, key) is None)
        return _otherwise(chain, state, decision)
    order = {ir.Combine.LARGEST: max, ir.Combine.SMALLEST: min}.get(decision.combine)
    values = [gives.value.value for _, gives in sure if isinstance(gives.value, ir.Literal)]
    best = values[0] if order is None else order(values)
    if order is None and any(one != best for one in values):
        raise ElsewhereError  # a contradiction
    first = next(place for place, gives in sure if amount_of(gives) == best)
    for place, gives, keys in alive:
        unknown = next((key for key in keys if told(chain, state, key) is None), None)
        if unknown is None:
            continue
        amount = amount_of(gives)
        earlier = amount == best and place < first
        rival = amount != best if order is None else order(amount, best) != best
        if earlier or rival:
            return unknown
    return Made(stored(chain.shop, best, decision), _cites([cite(plan, first)]), first=first)


def _by_displacement(
    plan: Plan, alive: list[tuple[int, ir.Gives, list[Key]]]
) -> list[tuple[int, ir.Gives, list[Key]]]:
    """Return the givings with those first whose rules displace most."""
    depth: dict[int, int] = {}

    def depth_of(place: int) -> int:
        if place not in depth:
            depth[place] = 1 + max((depth_of(by) for by in plan.displacers(place)), default=0)
        return depth[place]

    return sorted(alive, key=lambda one: (depth_of(one[0]), one[0]))


def _otherwise(chain: Writing, state: State, decision: ir.Decision) -> Made | Key:
    """Return what is decided where no rule gives a value, or the rule to ask for it."""
    plan = chain.plan
    if decision.otherwise is None and decision.key in plan.lapsing:
        raise ElsewhereError  # what is out of force is told from what is not given
    cites = []
    for by, refuses in refusing(plan, decision).items():
        applies = told(chain, state, ("rule", by))
        if applies is None:
            return ("rule", by)
        if applies and not refuses:
            raise ElsewhereError  # whether it refuses rests on what it displaces
        if applies:
            cites.append(by)
    value = "None"
    if decision.otherwise is not None:
        value = stored(chain.shop, decision.otherwise, decision)
    ordered = sorted(set(cites), key=lambda by: plan.order.get(plan.law.rules[by].eid, 0))
    return Made(value, _cites(cite(plan, by) for by in ordered))


def refusing(plan: Plan, decision: ir.Decision) -> dict[int, bool]:
    """Return the rules that may refuse a decision, with whether they do where they apply.

    See `lawc.meaning.answers`: one that displaces only some of what grants another value
    refuses where one of these may hold.
    """
    granting = [plan.places[id(rule)] for rule, _ in granted(plan.world, decision)]
    found: dict[int, bool] = {}
    for place in granting:
        for by in plan.displacers(place):
            if not plan.law.rules[by].gives:
                found[by] = all(by in plan.displacers(other) for other in granting)
    return found


def _cites(cites: Iterable[str]) -> str:
    found = [one for one in dict.fromkeys(cites) if one != "None"]
    return flat(row(found)) or "()"


def _of_amount(
    chain: Writing,
    state: State,
    decision: ir.Decision,
    giving: tuple[int, ir.Gives, list[Key]],
) -> Made | Key:
    """Return what an amount to be computed comes to, or what to ask for it."""
    place, gives, keys = giving
    made = [state.made.get(key) for key in absorbed(gives.value)]
    if any(one is not None and one.value == "None" for one in made):
        return _otherwise(chain, state, decision)
    for key in keys:
        if told(chain, state, key) is None:
            return key
    return Made("", _cites([cite(chain.plan, place)]), gives.value)


def fixed(chain: Writing, state: State, key: Key) -> bool | None:
    """Return whether `key` holds, if what is known already tells."""
    word, what = key
    if word == "rule":
        assert isinstance(what, int)
        truths = [told(chain, state, ("rule", by)) for by in chain.plan.displacers(what)]
        if True in truths:
            return False
        if None in truths:
            return None
        condition: ir.Expr = chain.plan.law.rules[what].condition
        if chain.plan.law.rules[what].force != ir.ALWAYS or what in chain.early:
            return False if _static(chain, state, condition) is False else None
        return _static(chain, state, condition)
    return _static(chain, state, what)  # type: ignore[arg-type]


def _static(chain: Writing, state: State, expr: ir.Expr) -> bool | None:
    """Return whether a condition holds by what is known already, None if in doubt."""
    match unstated(expr):
        case ir.Applies(eids):
            truths = [told(chain, state, ("rule", one)) for one in chain.plan.under(eids)]
            return True if True in truths else None if None in truths else False
        case ir.All(parts):
            truths = [_static(chain, state, part) for part in parts]
            return False if False in truths else None if None in truths else True
        case ir.Any(parts):
            truths = [_static(chain, state, part) for part in parts]
            return True if True in truths else None if None in truths else False
        case single:
            if isinstance(single, ir.Not):
                inner = _static(chain, state, single.part)
                if inner is not None:
                    return not inner
            for fact, values in demand(chain.plan, single):
                if fact in state.facts:
                    left = state.facts[fact]
                    return True if left <= values else None if left & values else False
            return None


def with_known(chain: Writing, state: State, key: Key, *, holds: bool, doubt: int = 0) -> State:
    """Return `state` with `key` known, and what follows from it.

    `doubt` is the bit of a condition that is taken not to hold and is not sure not to.
    """
    if doubt:
        state = replace(state, doubts=state.doubts | {doubt})
    known, facts = {**state.known, key: holds}, dict(state.facts)
    plan, (word, what) = chain.plan, key
    if word == "rule":
        assert isinstance(what, int)
        condition: ir.Expr = plan.law.rules[what].condition
        if what in chain.early or plan.law.rules[what].force != ir.ALWAYS:
            return replace(state, known=known)
    else:
        condition = what  # type: ignore[assignment]
    if word == "rule" and holds:
        for other in rules_of(plan, chain.kind):
            if ("rule", other) not in known and displaces(plan, what, other):  # type: ignore[arg-type]
                known["rule", other] = False
    less = reduced(chain, state, condition)
    there = state.there
    if holds or word == "when" or not _displaced_anyhow(chain, state, what):
        there |= frozenset() if doubt else known_by(chain.body, less, holds=holds)
        for fact, values in _learned(plan, less, holds=holds):
            facts[fact] = facts.get(fact, values) & values
    return replace(state, known=known, facts=facts, there=there)


def _displaced_anyhow(chain: Writing, state: State, place: object) -> bool:
    """Tell whether a rule fails because another displaces it, whatever its condition."""
    assert isinstance(place, int)
    plan = chain.plan
    return any(told(chain, state, ("rule", by)) is not False for by in plan.displacers(place))


def _learned(
    plan: Plan, condition: ir.Expr, *, holds: bool
) -> Iterator[tuple[ir.Fact, frozenset[object]]]:
    """Yield the values that are left to facts where a condition holds, or where it fails."""
    one = unstated(condition)
    if isinstance(one, ir.All) and (holds or len(one.parts) == 1):
        for part in one.parts:
            yield from _learned(plan, part, holds=holds)
        return
    for fact, values in demand(plan, one):
        if holds:
            yield fact, values
        elif (fact.kind, fact.key) not in plan.assumable:
            yield fact, frozenset(domain(plan.law, fact.kind, fact.key)) - values


def reduced(chain: Writing, state: State, condition: ir.Expr) -> ir.Expr:
    """Return a condition without the parts that are known to hold."""
    match condition:
        case ir.Stated(_, part):
            return reduced(chain, state, part)
        case ir.All(parts):
            kept = [part for part in parts if _static(chain, state, part) is not True]
            return ir.All(tuple(reduced(chain, state, part) for part in kept))
        case _:
            return condition
