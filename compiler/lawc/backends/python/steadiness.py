"""Which doubts leave a decision open for certain, whatever else is missing.

Where the chain ends, rules that may apply were taken not to. Two completions show that the
decision is open: in one no rule in doubt applies; in the other a rival does, which gives
another answer. Both exist if:

- the conditions in doubt can fail together: no missing fact is asked for in contrary ways;
- the rival's condition can hold: what it asks of a fact goes together;
- no rule in doubt bears on whether the rival is displaced;
- the rival gives a value, or displaces every rule that gives one.

A fact that is asked for in contrary ways matters only where it is missing, so the generated
code looks whether it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations

from lawc.backends.python.exactness import exact
from lawc.backends.python.exclusion import demand, displaces
from lawc.backends.python.layout import Call, row
from lawc.backends.python.plan import Plan, scope_of
from lawc.backends.python.reach import givings_of
from lawc.backends.python.writing import Doubtful, Key, Writing, head_of
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.ir.walk import children, inside, unstated
from lawc.meaning.world import domain

_Way = frozenset[object]  # the values asked for, or one of these two
_LOW, _HIGH = frozenset({"low"}), frozenset({"high"})
_Asked = dict[ir.Fact, list[_Way]]


def gives_surely(chain: Writing, key: Key) -> bool:
    """Return whether the first decision has a value of the rule that `key` is about.

    So it is if the rule gives one whatever else is so, or displaces all that give one.
    """
    plan, (word, what) = chain.plan, key
    about = _rules_of(plan, key)
    if len(about) != 1:
        return False
    (place,) = about
    first = chain.first.key
    mine = [one for one in plan.law.rules[place].gives if one.decision == first]
    if word == "when":
        return any(one.when == what for one in mine)
    if any(one.when is None for one in mine):
        return True
    if mine:
        return _one_of_them(plan, [one.when for one in mine if one.when is not None])
    givers = {other for other, _ in givings_of(plan, chain.first)}
    return all(displaces(plan, place, other) for other in givers)


def _one_of_them(plan: Plan, whens: list[ir.Expr]) -> bool:
    """Return whether one of some conditions holds in any case, since they share out a fact."""
    demands = [demand(plan, unstated(one)) for one in whens]
    facts = {fact for each in demands for fact, _ in each}
    if len(facts) != 1 or not all(demands):
        return False
    (fact,) = facts
    values = frozenset[object]().union(*(values for each in demands for _, values in each))
    return values >= set(domain(plan.law, fact.kind, fact.key))


def _rules_of(plan: Plan, key: Key) -> set[int]:
    word, what = key
    if word == "rule":
        assert isinstance(what, int)
        return {what}
    return {
        place
        for place, rule in enumerate(plan.law.rules)
        if any(gives.when == what for gives in rule.gives)
    }


# --- what is asked of facts ---------------------------------------------------------------


def doubtful(chain: Writing, key: Key) -> Doubtful:
    """Return what a condition asks of facts."""
    plan, (word, what) = chain.plan, key
    condition = plan.law.rules[what].condition if isinstance(what, int) else what
    ways: _Asked = {}
    members: set[ir.Fact] = set()
    lines = set(plan.line(chain.kind))
    listed = word == "rule" and what in chain.early
    for fact, way in _asked(plan, condition, holds=True):  # type: ignore[arg-type]
        ways.setdefault(fact, []).append(way)
        if fact.kind not in lines or (listed and fact.kind == chain.kind):
            members.add(fact)
    readable = all(way for several in ways.values() for way in several)
    contrary = [fact for fact in ways if readable and _contrary(plan, fact, ways[fact])]
    if contrary and exact(plan, condition, contrary):  # type: ignore[arg-type]
        contrary = []
    return Doubtful(ways if readable else None, frozenset(members), tuple(contrary))


def _asked(plan: Plan, expr: ir.Expr, *, holds: bool) -> Iterator[tuple[ir.Fact, _Way]]:
    """Yield what a condition asks of facts in order to hold, or to fail.

    What is not known to be asked is yielded as nothing asked of some fact.
    """
    within = partial(_asked, plan, holds=holds)
    match expr:
        case ir.Stated(_, part):
            yield from within(part)
        case ir.Not(part):
            yield from _asked(plan, part, holds=not holds)
        case ir.All() | ir.Any() | ir.AtLeast():
            for part in children(expr):
                yield from within(part)
        case ir.Some() | ir.Every():
            yield from _of_members(plan, expr, holds=holds)
        case ir.Concept(key):
            for one in plan.concept(key):
                yield from within(one.condition)
                if one.force != ir.ALWAYS:
                    yield ir.Fact("", ""), frozenset()
        case ir.Fact() | ir.OneOf(ir.Fact(), _):
            yield from demand(plan, expr if holds else ir.Not(expr))
        case ir.Under(subject, _) if isinstance(unstated(subject), ir.Fact):
            recorded = unstated(subject)
            assert isinstance(recorded, ir.Fact)
            yield recorded, _HIGH if holds else _LOW
        case ir.Compare(op, left, right):
            yield from _compared(plan, op, left, right, holds=holds)
        case ir.Literal():
            pass
        case _:
            yield ir.Fact("", ""), frozenset()


def _of_members(
    plan: Plan, expr: ir.Some | ir.Every, *, holds: bool
) -> Iterator[tuple[ir.Fact, _Way]]:
    """Yield what is asked of facts of members: where in contrary ways, a way of its own.

    So it is if the condition can hold and fail all the same wherever it is unknown.
    """
    ways: _Asked = {}
    for fact, way in _asked(plan, expr.condition, holds=holds):
        ways.setdefault(fact, []).append(way)
    readable = all(way for several in ways.values() for way in several)
    contrary = [fact for fact in ways if readable and _contrary(plan, fact, ways[fact])]
    own = frozenset({("exact", str(expr))}) if exact(plan, expr, contrary) else None
    for fact, several in ways.items():
        if own and fact in contrary:
            yield fact, own
        else:
            yield from ((fact, way) for way in several)


_UP = {
    ir.Comparison.GE: True,
    ir.Comparison.GT: True,
    ir.Comparison.LE: False,
    ir.Comparison.LT: False,
}


def _compared(
    plan: Plan, op: ir.Comparison, left: ir.Expr, right: ir.Expr, *, holds: bool
) -> Iterator[tuple[ir.Fact, _Way]]:
    """Yield which way a comparison asks facts to go, if its sides go one way in them."""
    if op not in _UP:
        yield ir.Fact("", ""), frozenset()
        return
    for side, other, up in (left, right, _UP[op]), (right, left, not _UP[op]):
        for one in inside(side):
            match one:
                case ir.Fact() if _turns(plan, one, other):
                    yield one, _HIGH if up is holds else _LOW
                case ir.Stated() | ir.Shifted() | ir.Parameter() | ir.Literal():
                    pass
                case _:
                    yield ir.Fact("", ""), frozenset()


def _turns(plan: Plan, fact: ir.Fact, other: ir.Expr) -> bool:
    """Return whether values of a fact are on both sides of what it is compared with."""
    type_ = plan.type_of(fact)
    if type_ is Basic.COUNT:  # none is less than 0
        bound = unstated(other)
        value = bound.value if isinstance(bound, ir.Literal) else 0
        return isinstance(value, int) and 0 < value < 10**9
    return not isinstance(type_, Choice) and type_ is not Basic.TRUTH


# --- what stands against each other ---------------------------------------------------------


def contraries(chain: Writing) -> list[tuple[int, ir.Fact | None]]:
    """Return which bits of doubts stand against each other, and which fact must be missing.

    None for a fact: they do whatever is missing.
    """
    asked = {bit: one.asked for bit, one in chain.doubts.items()}
    found: dict[tuple[int, ir.Fact | None], None] = {}
    for bit, one in asked.items():
        if one.ways is None:
            found[bit, None] = None
            continue
        for fact in (*_tied(chain.plan, one.ways), *one.contrary):
            found[bit, _missing(chain, fact, one)] = None
    facts = dict.fromkeys(fact for one in asked.values() for fact in one.ways or ())
    for fact in facts:
        having = [bit for bit, one in asked.items() if fact in (one.ways or ())]
        left = {
            bit: _falsified(chain.plan, fact, (asked[bit].ways or {})[fact]) for bit in having
        }
        if frozenset.intersection(*left.values()):
            continue
        for bit, other in combinations(having, 2):
            if left[bit] != left[other] or not left[bit]:
                both = _missing(chain, fact, asked[bit]) or _missing(chain, fact, asked[other])
                found[bit | other, both] = None
    return list(found)


def _tied(plan: Plan, facts: Iterable[ir.Fact]) -> Iterator[ir.Fact]:
    """Yield facts of which one is missing where an assumption ties two that are missing."""
    for clause in plan.law.clauses:
        keys = list(dict.fromkeys(part.key for part in clause.literals))
        if any(fact.kind == clause.kind and fact.key in keys for fact in facts):
            yield from (ir.Fact(clause.kind, key) for key in keys[: max(1, len(keys) - 1)])


def _missing(chain: Writing, fact: ir.Fact, asked: Doubtful) -> ir.Fact | None:
    """Return a fact of which it is seen whether it is missing, None where it is not seen."""
    coarse = chain.plan.type_of(fact) is Basic.PROVISION  # it may be missing in part
    elsewhere = fact in asked.members or fact.kind not in chain.plan.line(chain.kind)
    return None if coarse or elsewhere else fact


def _contrary(plan: Plan, fact: ir.Fact, ways: list[_Way]) -> bool:
    """Return whether what is asked of a fact cannot all hold, or cannot all fail."""
    return not _falsified(plan, fact, ways) or not frozenset.intersection(*ways)


def _falsified(plan: Plan, fact: ir.Fact, ways: list[_Way]) -> frozenset[object]:
    """Return the values of a fact of which nothing holds that is asked of it."""
    own = [way for way in ways if any(isinstance(value, tuple) for value in way)]
    if own:  # it is asked of members in a way of its own
        return frozenset.intersection(*ways)
    every = frozenset[object](domain(plan.law, fact.kind, fact.key)) or _LOW | _HIGH
    return every.difference(*ways)


def bearing(chain: Writing, bit: int) -> int:
    """Return the bits of doubts that may keep a rival from applying, if its condition holds.

    They are about rules that bear on whether it is displaced, and cannot fail where it holds.
    """
    plan, key = chain.plan, chain.doubts[bit].key
    waiting = [by for place in _rules_of(plan, key) for by in plan.displacers(place)]
    if key[0] == "when":
        waiting += _rules_of(plan, key)
    seen: set[int] = set()
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        waiting += plan.displacers(place)
        for one in inside(plan.law.rules[place].condition):
            if isinstance(one, ir.Applies):
                waiting += plan.under(one.eids)
    return sum(
        other
        for other, doubt in chain.doubts.items()
        if doubt.rule in seen and not _goes_with(plan, chain.doubts[bit].asked, doubt.asked)
    )


def _goes_with(plan: Plan, one: Doubtful, other: Doubtful) -> bool:
    """Return whether a condition can hold where another fails, whatever is missing."""
    if one.ways is None or other.ways is None:
        return False
    if _tied_together(plan, one.ways, other.ways):
        return False
    return all(
        fact not in (*one.contrary, *other.contrary)
        and frozenset.intersection(*one.ways[fact]) & _falsified(plan, fact, other.ways[fact])
        for fact in one.ways
        if fact in other.ways
    )


def _tied_together(plan: Plan, one: _Asked, other: _Asked) -> bool:
    """Return whether an assumption ties a fact of one condition to a fact of another."""
    return any(
        any(ir.Fact(clause.kind, part.key) in one for part in clause.literals)
        and any(ir.Fact(clause.kind, part.key) in other for part in clause.literals)
        for clause in plan.law.clauses
    )


def steady_lines(chain: Writing) -> list[str]:
    """Return the function that tells whether some doubts leave the decision open for sure."""
    plan, kind = chain.plan, chain.kind
    rivals = {bit: one for bit, one in chain.doubts.items() if one.steady}
    if not rivals:
        return []
    scope = scope_of(plan, kind)
    against = contraries(chain)
    facts = list(dict.fromkeys(fact for _, fact in against if fact is not None))
    pairs = row(
        [
            row([f"{bits}", f"{0 if fact is None else 1 << facts.index(fact)}"])
            for bits, fact in against
        ]
    )
    bears = tuple(f"{bit}: {bearing(chain, bit)}" for bit in rivals)
    name = f"STEADY_{plan.variables[kind]}".upper()
    chain.shop.results[Call("Steady", (pairs, Call("", bears, brackets="{}")))] = name
    things = [f"{variable}: {plan.classes[one]}" for one, variable in scope.things]
    missing = [
        f"({scope.of(fact.kind)}.{plan.fields[fact.kind, fact.key]} is None) << {place}"
        for place, fact in enumerate(facts)
    ]
    every = (1 << len(facts)) - 1
    lines = [f"    if {name}[doubts, rivals, {every}]:", "        return True"] if facts else []
    lines.append(f"    unknown = {missing[0]}" if missing else "    unknown = 0")
    lines += [f"    unknown |= {one}" for one in missing[1:]]
    head = head_of(steady_name(chain), ["doubts: int", "rivals: int", *things], "bool")
    return [head, *lines, f"    return {name}[doubts, rivals, unknown]"]


def steady_name(chain: Writing) -> str:
    """Return the name of that function."""
    return f"_steady_{chain.plan.variables[chain.kind]}"
