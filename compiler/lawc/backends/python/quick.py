"""The decision about one thing for whom nothing is open: one chain that ends at the first answer.

Where every fact that is looked at is known, a rule that applies ends the search for all that it
displaces or outranks. So the rules are asked in an order in which those that displace come
first; in the branch of a rule that applies only what is still in doubt is asked. Whatever is
open on the way ends in `return None`: the careful function decides then, with the same answer
where there is one.

    if category is MINOR or category is None:        # may apply
        if category is None:                         # is not sure to
            return None
        ...                                          # applies: what is left, and `return`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lawc.backends.python.amounts import absorbed, value_lines
from lawc.backends.python.atoms import known_by
from lawc.backends.python.bounds import in_force, test
from lawc.backends.python.choosing import cite, stored
from lawc.backends.python.exclusion import demand, displaces
from lawc.backends.python.expressions import group
from lawc.backends.python.layout import (
    Call,
    Chain,
    Code,
    both,
    either,
    flat,
    laid_out,
    negated,
    row,
)
from lawc.backends.python.outcomes import result_class
from lawc.backends.python.plan import Plan, Scope, scope_of, unstated
from lawc.backends.python.reach import givings_of, hoisted, rules_of
from lawc.backends.python.workshop import (
    FIRST,
    LOOSE,
    POSSIBLE,
    SECOND,
    SURE,
    Body,
    Workshop,
)
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.world import domain

_ROOM = 400  # a chain of more lines is not worth it
Key = tuple[str, object]  # ("rule", place) or ("when", the condition)


class _Made(NamedTuple):
    """What is decided: Python for the value, or the rule that gives it, and the citations."""

    value: str
    by: str
    rule: int | None = None
    either: tuple[str, str] | None = None  # what a variable holds: one of two constants


class _TooMuchError(Exception):
    """The chain would be too long, or asks what only the careful function can answer."""


@dataclass(frozen=True)
class _State:
    """What is known in a branch: which rules apply, which conditions hold, which values."""

    known: dict[Key, bool] = field(default_factory=dict)
    facts: dict[ir.Fact, frozenset[object]] = field(default_factory=dict)
    made: dict[str, _Made] = field(default_factory=dict)
    there: frozenset[str] = frozenset()  # what is read and surely not missing


@dataclass
class _Chain:
    """The function while it is written."""

    shop: Workshop
    kind: str
    body: Body
    early: dict[int, int]  # for a rule with a shared condition, its bit
    listed: bool  # the function decides of all members of a list
    lines: list[str] = field(default_factory=list)

    @property
    def plan(self) -> Plan:
        return self.shop.plan

    def say(self, indent: int, *lines: str) -> None:
        self.lines += [f"{' ' * indent}{line}" for line in lines]
        if len(self.lines) > _ROOM:
            raise _TooMuchError


def quick_functions(shop: Workshop, kind: str) -> list[str]:
    """Return the functions for things of `kind`, none where a chain is not worth it."""
    plan = shop.plan
    if any(plan.reports(one.key) for one in plan.below(kind)) or not plan.decided(kind):
        return []
    early = {place: 1 << n for n, place in enumerate(hoisted(plan, kind))}
    scope = scope_of(plan, kind)
    chain = _Chain(shop, kind, Body(shop, scope, eager=False), early, len(scope.things) > 1)
    indent = 8 if chain.listed else 4
    try:
        supplied = [
            f"{scope.of(kind)}.{plan.fields[kind, one.key]}" for one in plan.decided(kind)
        ]
        for one in supplied:
            chain.say(indent, f"if {one} is not None:", "    return None")
        _ask(chain, _alone(chain, indent), indent)
    except _TooMuchError:
        return []
    shop.quick.append(kind)
    lines = _with_locals(plan, kind, str(scope.of(kind)), chain.lines, indent)
    if not chain.listed:
        head = _heading(
            plan, quick_name(plan, kind), scope, f"{result_class(plan, kind)} | None"
        )
        return ["\n".join([head, *lines])]
    return [_of_list(chain, lines)]


def _of_list(chain: _Chain, lines: list[str]) -> str:
    """Return the function that decides of all members of a list."""
    plan, kind = chain.plan, chain.kind
    parent = plan.kinds[kind].parent or ""
    above, variable = scope_of(plan, parent), plan.variables[kind]
    made = result_class(plan, kind)
    members = group(plan, kind, above)
    return "\n".join(
        [
            _heading(plan, quick_name(plan, kind), above, f"tuple[{made}, ...] | None"),
            f"    if {members} is None:",
            "        return None",
            *_bits(chain, above),
            f"    made: list[{made}] = []",
            "    add = made.append",
            f"    for {variable} in {members}:",
            *lines,
            "    return tuple(made)",
        ]
    )


def _heading(plan: Plan, name: str, scope: Scope, returns: str) -> str:
    typed = [f"{variable}: {plan.classes[one]}" for one, variable in scope.things]
    head = laid_out(Call(name, (*typed, "days: Days")), 0, 4, 5 + len(returns))
    return f"def {head} -> {returns}:"


def quick_name(plan: Plan, kind: str) -> str:
    """Return the name of the quick function for things of `kind`."""
    return f"_quick_{plan.variables[kind]}"


def _with_locals(plan: Plan, kind: str, thing: str, lines: list[str], indent: int) -> list[str]:
    """Return the lines with the facts that are read often read once, where first used."""
    text = "\n".join(lines)
    found: dict[str, str] = {}
    for one in plan.law.facts:
        read = f"{thing}.{plan.fields[kind, one.key]}" if one.kind == kind else ""
        if read and len(re.findall(rf"\b{re.escape(read)}\b", text)) > 2:  # noqa: PLR2004
            found[read] = f"{thing}_{plan.fields[kind, one.key]}"
    made: list[str] = []
    for block in _statements(lines, indent):
        text = "\n".join(block)
        for read, name in tuple(found.items()):
            if re.search(rf"\b{re.escape(read)}\b", text):
                if f"{' ' * indent}{name} = {read}" not in made:
                    made.append(f"{' ' * indent}{name} = {read}")
                text = re.sub(rf"\b{re.escape(read)}\b", name, text)
        made += text.split("\n")
    return made


def _statements(lines: list[str], indent: int) -> list[list[str]]:
    """Return the lines in blocks that each begin with a statement at `indent`."""
    blocks: list[list[str]] = []
    for line in "\n".join(lines).split("\n"):
        begins = line[:indent].isspace() and line[indent : indent + 1].isalpha()
        if begins and not line[indent:].startswith(("or ", "and ")):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


# --- what to ask next ----------------------------------------------------------------------


def _ask(chain: _Chain, state: _State, indent: int) -> None:
    """Write what is still to be asked in this branch; every way ends in `return`."""
    decided, deep = chain.plan.decided(chain.kind), 0
    while left := [one for one in decided if one.key not in state.made]:
        found = _of_decision(chain, state, left[0])
        if isinstance(found, _Made):
            state = replace(state, made={**state.made, left[0].key: found})
            continue
        key = _deeper(chain, state, found)
        fixed = _fixed(chain, state, key)
        if key[1] in chain.early and key[0] == "rule" and fixed is None:
            deep = _guarded(chain, deep, indent)
        else:
            deep = 0
        if fixed is None:
            fixed = _asked(chain, state, key, indent + deep)
        state = _with(chain, state, key, holds=fixed)
    _return(chain, state, indent)


def _guarded(chain: _Chain, deep: int, indent: int) -> int:
    """Return how deep a test of a shared condition stands: below one of whether any holds."""
    if not deep:
        chain.say(indent, "if bits:")
    return 4


def _alone(chain: _Chain, indent: int) -> _State:
    """Write what can be decided for itself, before the chain of all that hangs together."""
    plan, state = chain.plan, _State()
    for number, decision in enumerate(plan.decided(chain.kind), 1):
        givings = givings_of(plan, decision)
        if number == 1 or len(givings) != 1:
            continue
        ((place, which),) = givings
        gives = plan.law.rules[place].gives[which]
        constant = isinstance(gives.value, ir.Literal) and gives.when is None
        if not constant or plan.displacers(place) or place in chain.early:
            continue
        if _rules_in(plan, plan.law.rules[place].condition):
            continue
        possible, sure = _tests(chain, state, ("rule", place))
        other = "None"
        if decision.otherwise is not None:
            other = stored(chain.shop, decision.otherwise, decision)
        name = f"v{number}"
        value = stored(chain.shop, _amount(gives), decision)
        inner = indent + 4
        chain.say(indent, f"{name} = {other}", f"if {laid_out(possible, indent, 3)}:")
        chain.say(inner, f"if {laid_out(negated(sure), inner, 3)}:", "    return None")
        chain.say(inner, f"{name} = {value}")
        made = _Made(name, "()", either=(value, other))
        state = replace(state, made={**state.made, decision.key: made})
    return state


def _deeper(chain: _Chain, state: _State, key: Key) -> Key:
    """Return `key`, or a rule that must be known before it can be asked."""
    word, place = key
    if word == "when":
        before = _rules_in(chain.plan, place)  # type: ignore[arg-type]
    else:
        assert isinstance(place, int)
        before = (*chain.plan.displacers(place),)
        if place not in chain.early:
            before += _rules_in(chain.plan, chain.plan.law.rules[place].condition)
    for one in before:
        if _told(chain, state, ("rule", one)) is None and _fixed(chain, state, key) is None:
            return _deeper(chain, state, ("rule", one))
    return key


def _rules_in(plan: Plan, expr: ir.Expr) -> tuple[int, ...]:
    """Return the rules that a condition asks of the same thing."""
    match unstated(expr):
        case ir.Applies(eids):
            return plan.under(eids)
        case ir.All(parts) | ir.Any(parts):
            return tuple(place for part in parts for place in _rules_in(plan, part))
        case ir.Not(part):
            return _rules_in(plan, part)
        case _:
            return ()


def _of_decision(chain: _Chain, state: _State, decision: ir.Decision) -> _Made | Key:
    """Return the value and the citations decided, or what to ask for them."""
    plan = chain.plan
    alive, sure = [], []
    for place, which in givings_of(plan, decision):
        gives = plan.law.rules[place].gives[which]
        keys = _keys(place, gives)
        truths = [_told(chain, state, key) for key in keys]
        if False not in truths:
            alive.append((place, gives, keys))
            if None not in truths:
                sure.append((place, gives))
    if all(isinstance(gives.value, ir.Literal) for _, gives, _ in alive):
        if decision.combine is not ir.Combine.TOTAL or not alive:
            return _of_constants(chain, state, decision, alive, sure)
    if len(alive) > 1:
        raise _TooMuchError
    return _of_amount(chain, state, decision, alive[0])


def _told(chain: _Chain, state: _State, key: Key) -> bool | None:
    """Return whether `key` holds, by what was asked or by what follows from it."""
    return state.known[key] if key in state.known else _fixed(chain, state, key)


def _keys(place: int, gives: ir.Gives) -> list[Key]:
    return [("rule", place), *([] if gives.when is None else [("when", gives.when)])]


def _of_constants(
    chain: _Chain,
    state: _State,
    decision: ir.Decision,
    alive: list[tuple[int, ir.Gives, list[Key]]],
    sure: list[tuple[int, ir.Gives]],
) -> _Made | Key:
    plan = chain.plan
    if not sure:
        for _, _, keys in _by_displacement(plan, alive):
            return next(key for key in keys if _told(chain, state, key) is None)
        return _otherwise(chain, state, decision)
    order = {ir.Combine.LARGEST: max, ir.Combine.SMALLEST: min}.get(decision.combine)
    values = [gives.value.value for _, gives in sure if isinstance(gives.value, ir.Literal)]
    best = values[0] if order is None else order(values)  # type: ignore[type-var]
    if order is None and any(one != best for one in values):
        raise _TooMuchError  # a contradiction: the careful function tells it
    first = next(place for place, gives in sure if _amount(gives) == best)
    for place, gives, keys in alive:
        unknown = next((key for key in keys if _told(chain, state, key) is None), None)
        if unknown is None:
            continue
        amount = _amount(gives)
        earlier = amount == best and place < first
        rival = amount != best if order is None else order(amount, best) != best  # type: ignore[type-var]
        if earlier or rival:
            return unknown
    return _Made(stored(chain.shop, best, decision), _cites([cite(plan, first)]))


def _amount(gives: ir.Gives) -> ir.Value:
    assert isinstance(gives.value, ir.Literal)
    return gives.value.value


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


def _otherwise(chain: _Chain, state: _State, decision: ir.Decision) -> _Made | Key:
    """Return what is decided where no rule gives a value, or the rule to ask for it."""
    plan = chain.plan
    cites = []
    principal = decision.key == plan.decided(chain.kind)[0].key
    for place, _ in givings_of(plan, decision) if principal else ():
        for by in plan.displacers(place):
            if not plan.law.rules[by].gives:
                told = _told(chain, state, ("rule", by))
                if told is None:
                    return ("rule", by)
                if told:
                    cites.append(by)
    value = "None"
    if decision.otherwise is not None:
        value = stored(chain.shop, decision.otherwise, decision)
    ordered = sorted(set(cites), key=lambda by: plan.order.get(plan.law.rules[by].eid, 0))
    return _Made(value, _cites(cite(plan, by) for by in ordered))


def _cites(cites: Iterable[str]) -> str:
    found = [one for one in dict.fromkeys(cites) if one != "None"]
    return flat(row(found)) or "()"


def _of_amount(
    chain: _Chain,
    state: _State,
    decision: ir.Decision,
    giving: tuple[int, ir.Gives, list[Key]],
) -> _Made | Key:
    """Return what an amount to be computed comes to, or what to ask for it."""
    place, gives, keys = giving
    made = [state.made.get(key) for key in absorbed(gives.value)]
    if any(one is not None and one.value == "None" for one in made):
        return _otherwise(chain, state, decision)
    for key in keys:
        if _told(chain, state, key) is None:
            return key
    return _Made("", _cites([cite(chain.plan, place)]), place)


# --- branches ------------------------------------------------------------------------------


def _fixed(chain: _Chain, state: _State, key: Key) -> bool | None:
    """Return whether `key` holds, if what is known already tells."""
    word, what = key
    if word == "rule":
        assert isinstance(what, int)
        truths = [_told(chain, state, ("rule", by)) for by in chain.plan.displacers(what)]
        if True in truths:
            return False
        if None in truths:
            return None
        condition: ir.Expr = chain.plan.law.rules[what].condition
        if chain.plan.law.rules[what].force != ir.ALWAYS or what in chain.early:
            return False if _static(chain, state, condition) is False else None
        return _static(chain, state, condition)
    return _static(chain, state, what)  # type: ignore[arg-type]


def _static(chain: _Chain, state: _State, expr: ir.Expr) -> bool | None:
    """Return whether a condition holds by what is known of facts and rules, None if in doubt."""
    match unstated(expr):
        case ir.Applies(eids):
            truths = [_told(chain, state, ("rule", one)) for one in chain.plan.under(eids)]
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


def _with(chain: _Chain, state: _State, key: Key, *, holds: bool) -> _State:
    """Return `state` with `key` known, and what follows from it."""
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
    reduced = _reduced(chain, state, condition)
    there = state.there
    if holds or word == "when" or not _displaced_anyhow(chain, state, what):
        there |= known_by(chain.body, reduced, holds=holds)
        for fact, values in _learned(plan, reduced, holds=holds):
            facts[fact] = facts.get(fact, values) & values
    return replace(state, known=known, facts=facts, there=there)


def _displaced_anyhow(chain: _Chain, state: _State, place: object) -> bool:
    """Tell whether a rule fails because another displaces it, whatever its condition."""
    assert isinstance(place, int)
    plan = chain.plan
    return any(_told(chain, state, ("rule", by)) is not False for by in plan.displacers(place))


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


def _reduced(chain: _Chain, state: _State, condition: ir.Expr) -> ir.Expr:
    """Return a condition without the parts that are known to hold."""
    match condition:
        case ir.Stated(_, part):
            return _reduced(chain, state, part)
        case ir.All(parts):
            kept = [part for part in parts if _static(chain, state, part) is not True]
            return ir.All(tuple(_reduced(chain, state, part) for part in kept))
        case _:
            return condition


def _asked(chain: _Chain, state: _State, key: Key, indent: int) -> bool:
    """Write the test of `key` with the branch where it holds; return whether it does after."""
    possible, sure = _tests(chain, state, key)
    if possible == "False":
        return False
    if possible == sure == "True":
        return True
    if possible == "True":
        chain.say(indent, f"if {laid_out(negated(sure), indent, 3)}:", "    return None")
        return True
    chain.say(indent, f"if {laid_out(possible, indent, 3)}:")
    inner = indent + 4
    if sure == "False":
        chain.say(inner, "return None")
        return False
    if sure not in {"True", possible}:
        chain.say(inner, f"if {laid_out(negated(sure), inner, 3)}:", "    return None")
    _ask(chain, _with(chain, state, key, holds=True), inner)
    return False


def _tests(chain: _Chain, state: _State, key: Key) -> tuple[Code, Code]:
    word, what = key
    plan, body = chain.plan, chain.body
    body.local = {
        ("rule", one): str(told)
        for one in rules_of(plan, chain.kind)
        if (told := _told(chain, state, ("rule", one))) is not None
    }
    body.known = set(state.there)
    if word == "when":
        condition, force = what, ir.ALWAYS
    else:
        assert isinstance(what, int)
        condition, force = plan.law.rules[what].condition, plan.law.rules[what].force
        if what in chain.early:
            bit = f"bits & {chain.early[what]}"
            now = [in_force(body, force, asked) for asked in (POSSIBLE, SURE)]
            return both([bit, now[0]]), both([bit, now[1]])
    condition = _reduced(chain, state, condition)  # type: ignore[arg-type]
    sides = [
        both([in_force(body, force, asked), test(body, condition, asked)])
        for asked in (FIRST, SECOND)
    ]
    if sides[0] == sides[1]:
        return sides[0], sides[1]
    return sides[0], _known(chain, condition) or _without(sides[1], sides[0])


def _without(sure: Code, possible: Code) -> Code:
    """Return a test of what is possible for its being sure, without what both ask."""
    if not isinstance(sure, Chain) or not isinstance(possible, Chain):
        return sure
    if sure.word != "and" or possible.word != "and":
        return sure
    return both([part for part in sure.parts if part not in possible.parts])


def _known(chain: _Chain, condition: ir.Expr) -> Code | None:
    """Return a test of a condition that is known to be possible: whether its fact is known."""
    match unstated(condition):
        case ir.OneOf(ir.Fact() as fact) if (fact.kind, fact.key) not in chain.plan.assumable:
            thing = chain.body.scope.of(fact.kind)
            return f"{thing}.{chain.plan.fields[fact.kind, fact.key]} is not None"
        case _:
            return None


def _return(chain: _Chain, state: _State, indent: int) -> None:
    """Write the result of a branch in which everything is decided."""
    plan = chain.plan
    decided = plan.decided(chain.kind)
    values = []
    for number, decision in enumerate(decided, 1):
        made = state.made[decision.key]
        if made.rule is None:
            values.append(made.value)
        else:
            values.append(_computed(chain, state, decision, number, made.rule, indent))
    by = state.made[decided[0].key].by
    found = _constant(chain, state, values, by)
    if found is None:
        found = Call("new", (result_class(plan, chain.kind), row([*values, by, "None"])))
    if chain.listed:
        chain.say(indent, laid_out(Call("add", (found,)), indent, 0, 0), "continue")
    else:
        chain.say(indent, f"return {laid_out(found, indent, 7, 0)}")


def _constant(chain: _Chain, state: _State, values: list[str], by: str) -> Code | None:
    """Return Python for a result that is one of one or two constants."""
    plan = chain.plan
    made = [state.made[one.key] for one in plan.decided(chain.kind)]
    open_ = [n for n, one in enumerate(made) if one.either is not None]
    if any(one.rule is not None for one in made) or len(open_) > 1:
        return None

    def result(which: int) -> str:
        each = [
            one if made[n].either is None else made[n].either[which]
            for n, one in enumerate(values)
        ]  # type: ignore[index]
        code = Call(result_class(plan, chain.kind), tuple([*each, by, "None"]))
        return chain.shop.results.setdefault(code, f"RESULT_{len(chain.shop.results) + 1}")

    if not open_:
        return result(0)
    yes, name = made[open_[0]].either, values[open_[0]]
    if yes not in {("True", "False"), ("True", "None")}:
        return None
    return f"{result(0)} if {name} else {result(1)}"


def _computed(
    chain: _Chain, state: _State, decision: ir.Decision, number: int, place: int, indent: int
) -> str:
    """Write the lines that compute an amount; what is missing or absent is left to others."""
    name = f"a{number}"
    chain.body.local = {
        ("decision", key): one.value if one.value != "None" else "NOTHING"
        for key, one in state.made.items()
        if one.rule is None
    }
    gives = next(g for g in chain.plan.law.rules[place].gives if g.decision == decision.key)
    lines = value_lines(chain.body, name, gives.value, indent)
    chain.say(indent, *lines)
    chain.say(indent, f"if {name} is None or {name} is NOTHING:", "    return None")
    if isinstance(decision.type, Choice):
        return f"{chain.plan.enum(decision.type)}({name})"
    return name


# --- what is the same for all members ------------------------------------------------------


def _bits(chain: _Chain, scope: Scope) -> list[str]:
    """Return the lines that find which shared conditions hold, and give up where one is open."""
    shop, plan = chain.shop, chain.plan
    if not chain.early:
        return []
    body = Body(shop, scope)
    lines: list[str] = []
    members: dict[str, list[tuple[int, ir.Expr]]] = {}
    for place, bit in chain.early.items():
        condition = unstated(plan.law.rules[place].condition)
        if isinstance(condition, ir.Some) and condition.number == 1:
            members.setdefault(condition.kind, []).append((bit, condition.condition))
        else:
            lines += _bit(body, bit, condition, 4)
    for member, conditions in members.items():
        lines += _bits_of_members(shop, scope, member, conditions)
    return ["    bits = 0", *body.prelude(4), *lines]


def _bit(body: Body, bit: int, condition: ir.Expr, indent: int) -> list[str]:
    """Return the lines that set `bit` where a condition holds, and give up where it is open."""
    possible, sure = test(body, condition, POSSIBLE), test(body, condition, SURE)
    pad = " " * indent
    if possible == "False":
        return []
    return [
        f"{pad}if {laid_out(possible, indent, 3)}:",
        f"{pad}    if {laid_out(negated(sure), indent + 4, 3)}:",
        f"{pad}        return None",
        f"{pad}    bits |= {bit}",
    ]


def _bits_of_members(
    shop: Workshop, scope: Scope, member: str, conditions: list[tuple[int, ir.Expr]]
) -> list[str]:
    group_ = group(shop.plan, member, scope)
    inner = Body(shop, scope.within(shop.plan, member), mark="of_all_")
    loose = either([test(inner, one, LOOSE) for _, one in conditions])
    lines = [line for bit, one in conditions for line in _bit(inner, bit, one, 12)]
    return [
        f"    if {group_} is None:",
        "        return None",
        f"    for {inner.scope.of(member)} in {group_}:",
        *inner.prelude(8),
        f"        if {laid_out(loose, 8, 3)}:",
        *(lines or ["            pass"]),
    ]
