"""The decision about a thing of which nothing is open: a chain that ends at the first answer.

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
from dataclasses import replace

from lawc.backends.python.amounts import value_lines
from lawc.backends.python.bounds import in_force, test
from lawc.backends.python.choosing import stored
from lawc.backends.python.expressions import group
from lawc.backends.python.layout import (
    Call,
    Chain,
    Code,
    both,
    either,
    laid_out,
    negated,
    row,
)
from lawc.backends.python.outcomes import result_class
from lawc.backends.python.plan import Plan, Scope, scope_of, unstated
from lawc.backends.python.reach import givings_of, hoisted, rules_of
from lawc.backends.python.search import (
    ElsewhereError,
    Key,
    Made,
    State,
    TooMuchError,
    Writing,
    amount_of,
    deeper,
    fixed,
    of_decision,
    reduced,
    rules_in,
    told,
    with_known,
)
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


def quick_functions(shop: Workshop, kind: str) -> list[str]:
    """Return the functions for things of `kind`, none where a chain is not worth it."""
    plan = shop.plan
    if any(plan.reports(one.key) for one in plan.below(kind)) or not plan.decided(kind):
        return []
    early = {place: 1 << n for n, place in enumerate(hoisted(plan, kind))}
    scope = scope_of(plan, kind)
    chain = Writing(shop, kind, Body(shop, scope, eager=False), early, len(scope.things) > 1)
    indent = 8 if chain.listed else 4
    try:
        supplied = [
            f"{scope.of(kind)}.{plan.fields[kind, one.key]}" for one in plan.decided(kind)
        ]
        for one in supplied:
            chain.say(indent, f"if {one} is not None:", "    return None")
        _ask(chain, _alone(chain, indent), indent)
    except TooMuchError:
        return []
    shop.quick.append(kind)
    lines = _with_locals(plan, kind, str(scope.of(kind)), chain.lines, indent)
    if not chain.listed:
        head = _heading(
            plan, quick_name(plan, kind), scope, f"{result_class(plan, kind)} | None"
        )
        return ["\n".join([head, *lines])]
    return [_of_list(chain, lines)]


def _of_list(chain: Writing, lines: list[str]) -> str:
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


def _ask(chain: Writing, state: State, indent: int) -> None:
    """Write what is still to be asked in this branch; every way ends in `return`."""
    decided, deep = chain.plan.decided(chain.kind), 0
    while left := [one for one in decided if one.key not in state.made]:
        try:
            found = of_decision(chain, state, left[0])
        except ElsewhereError:
            chain.say(indent, "return None")
            return
        if isinstance(found, Made):
            state = replace(state, made={**state.made, left[0].key: found})
            continue
        key = deeper(chain, state, found)
        holds = fixed(chain, state, key)
        if key[1] in chain.early and key[0] == "rule" and holds is None:
            deep = _guarded(chain, deep, indent)
        else:
            deep = 0
        if holds is None:
            holds = _asked(chain, state, key, indent + deep)
        state = with_known(chain, state, key, holds=holds)
    _return(chain, state, indent)


def _guarded(chain: Writing, deep: int, indent: int) -> int:
    """Return how deep a test of a shared condition stands: below one of whether any holds."""
    if not deep:
        chain.say(indent, "if bits:")
    return 4


def _alone(chain: Writing, indent: int) -> State:
    """Write what can be decided for itself, before the chain of all that hangs together."""
    plan, state = chain.plan, State()
    for number, decision in enumerate(plan.decided(chain.kind), 1):
        givings = givings_of(plan, decision)
        if number == 1 or len(givings) != 1:
            continue
        ((place, which),) = givings
        gives = plan.law.rules[place].gives[which]
        constant = isinstance(gives.value, ir.Literal) and gives.when is None
        if not constant or plan.displacers(place) or place in chain.early:
            continue
        if rules_in(plan, plan.law.rules[place].condition):
            continue
        possible, sure = _tests(chain, state, ("rule", place))
        other = "None"
        if decision.otherwise is not None:
            other = stored(chain.shop, decision.otherwise, decision)
        name = f"v{number}"
        value = stored(chain.shop, amount_of(gives), decision)
        inner = indent + 4
        chain.say(indent, f"{name} = {other}", f"if {laid_out(possible, indent, 3)}:")
        chain.say(inner, f"if {laid_out(negated(sure), inner, 3)}:", "    return None")
        chain.say(inner, f"{name} = {value}")
        made = Made(name, "()", either=(value, other))
        state = replace(state, made={**state.made, decision.key: made})
    return state


# --- branches ------------------------------------------------------------------------------


def _asked(chain: Writing, state: State, key: Key, indent: int) -> bool:
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
    _ask(chain, with_known(chain, state, key, holds=True), inner)
    return False


def _tests(chain: Writing, state: State, key: Key) -> tuple[Code, Code]:
    word, what = key
    plan, body = chain.plan, chain.body
    body.local = {
        ("rule", one): str(holds)
        for one in rules_of(plan, chain.kind)
        if (holds := told(chain, state, ("rule", one))) is not None
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
    condition = reduced(chain, state, condition)  # type: ignore[arg-type]
    sides = [
        both([in_force(body, force, asked), test(body, condition, asked)])
        for asked in (FIRST, SECOND)
    ]
    if sides[0] == sides[1]:
        return sides[0], sides[1]
    return sides[0], _without(sides[1], sides[0])


def _without(sure: Code, possible: Code) -> Code:
    """Return a test of what is possible for its being sure, without what both ask."""
    if not isinstance(sure, Chain) or not isinstance(possible, Chain):
        return sure
    if (sure.word, possible.word) != ("and", "and"):
        return sure
    return both([part for part in sure.parts if part not in possible.parts])


def _return(chain: Writing, state: State, indent: int) -> None:
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


def _constant(chain: Writing, state: State, values: list[str], by: str) -> Code | None:
    """Return Python for a result that is one of one or two constants."""
    plan = chain.plan
    made = [state.made[one.key] for one in plan.decided(chain.kind)]
    open_ = [n for n, one in enumerate(made) if one.either is not None]
    if any(one.rule is not None for one in made) or len(open_) > 1:
        return None

    def result(which: int) -> str:
        each = [
            one if made[n].either is None else (made[n].either or ())[which]
            for n, one in enumerate(values)
        ]
        code = Call(result_class(plan, chain.kind), (*each, by, "None"))
        return chain.shop.results.setdefault(code, f"RESULT_{len(chain.shop.results) + 1}")

    if not open_:
        return result(0)
    yes, name = made[open_[0]].either, values[open_[0]]
    if yes not in {("True", "False"), ("True", "None")}:
        return None
    return f"{result(0)} if {name} else {result(1)}"


def _computed(
    chain: Writing, state: State, decision: ir.Decision, number: int, place: int, indent: int
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


def _bits(chain: Writing, scope: Scope) -> list[str]:
    """Return the lines that find which shared conditions hold; where one is open, they end."""
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
