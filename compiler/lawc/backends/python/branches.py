"""The branches of the quick chain: the tests, and the answers where they end."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from lawc.backends.python.amounts import value_lines
from lawc.backends.python.bounds import in_force, test, unsure_in_force
from lawc.backends.python.cost import facts_in
from lawc.backends.python.doubts import (
    held_values,
    in_doubt,
    masked,
    owner,
    rival,
    unsure_of,
)
from lawc.backends.python.layout import (
    Call,
    Code,
    both,
    flat,
    laid_out,
    row,
)
from lawc.backends.python.leaves import constant_result, ends, new_result
from lawc.backends.python.reach import givings_of, rules_of
from lawc.backends.python.search import (
    deeper,
    fixed,
    of_decision,
    reduced,
    rules_in,
    told,
    with_known,
)
from lawc.backends.python.steadiness import doubtful, gives_surely
from lawc.backends.python.text import WIDTH
from lawc.backends.python.workshop import FIRST, SECOND
from lawc.backends.python.writing import (
    ROW,
    Answer,
    Doubt,
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
from lawc.ir.types import Basic, Choice


def ask(chain: Writing, state: State, indent: int) -> None:
    """Write what is still to be asked in this branch; every way ends with an answer."""
    decided, start = chain.plan.decided(chain.kind), None
    row: list[tuple[int, Answer | None]] = []  # the bits asked just now, each with its answer
    while left := [one for one in decided if one.key not in state.made]:
        try:
            found = of_decision(chain, state, left[0])
        except ElsewhereError:
            _end_row(chain, row, indent)
            _leaf(chain, None)
            chain.say(indent, *give_up(chain, indent))
            break
        if isinstance(found, Made):
            state = replace(state, made={**state.made, left[0].key: found})
            continue
        key = deeper(chain, state, found)
        holds = fixed(chain, state, key)
        early = key[1] in chain.early and key[0] == "rule"
        if holds is not None:
            state = with_known(chain, state, key, holds=holds)
            continue
        if early:
            state = _asked_early(chain, state, key, row, indent)
            continue
        if row:
            _end_row(chain, row, indent)
            row = []
            if start is None:
                start = (len(chain.lines), state.doubts)
                chain.leaves.append(set())
        state = _asked(chain, state, key, indent)
    else:
        _end_row(chain, row, indent)
        _return(chain, state, indent)
    if start is not None:
        _end_early(chain, *start, chain.leaves.pop(), indent)


def _asked_early(
    chain: Writing,
    state: State,
    key: Key,
    row: list[tuple[int, Answer | None]],
    indent: int,
) -> State:
    """Write the test of a shared condition, as one more of a row of them."""
    bit = chain.early[key[1]]  # type: ignore[index]
    if not row:
        chain.say(indent, "if bits:")
        chain.blocks.append([])
    chain.blocks[-1].append(bit)
    begin = len(chain.lines) + 1
    state = _asked(chain, state, key, indent + 4)
    alone = chain.answer is not None and chain.answer.line == begin
    row.append((bit, chain.answer if alone else None))
    return state


def _end_row(chain: Writing, row: list[tuple[int, Answer | None]], indent: int) -> None:
    """Make a table of a row of shared conditions that each end with a constant result.

    Before: `if bits & 1: return RESULT_2`, `if bits & 2: return RESULT_3`, and so on.
    After: `return RESULTS_9[bits & -bits]`, the one of the first bit there is.
    """
    answers = [answer for _, answer in row if answer is not None]
    bits = [bit for bit, _ in row]
    if len(row) < ROW or bits != [*chain.early.values()] or len(answers) < len(row):
        return
    first = answers[0]
    if any(one[2:] != first[2:] for one in answers):
        return
    pairs = [f"{bit}: {one.name}" for bit, one in zip(bits, answers, strict=True)]
    name = chain.shop.results_of(Call("", tuple(pairs), brackets="{}"))
    del chain.lines[first.line - 1 :]
    chain.answer = None  # its line is another one now
    found = f"{name}[bits & -bits]{first.held}"
    _answer(chain, found, first.doubts, first.doubtful, indent + 4)


def _end_early(
    chain: Writing, line: int, doubts: frozenset[int], values: set[str | None], indent: int
) -> None:
    """Write, before `line`, the end of what is open whichever of `values` were the answer."""
    rivals = 0
    for bit in doubts:
        doubt = chain.doubts[bit]
        if doubt.rival and doubt.steady and not doubt.values & {None, *values}:
            rivals |= bit
    if rivals and None not in values:
        those = masked(chain, rivals, 0)
        every = sum(doubts | set(chain.early.values()))
        unsure = unsure_of(chain, masked(chain, every, every), those, held_values(chain))
        end = [
            f"if {those}:",
            *(f"    {one}" for one in _end(chain, unsure, indent + 4)),
        ]
        chain.lines[line:line] = [f"{' ' * indent}{one}" for one in end]


def by_themselves(chain: Writing) -> dict[str, tuple[int, int]]:
    """Return the decisions that hang together with no other, each with its only giving.

    They are truths, which say themselves that they are not known.
    """
    plan, found = chain.plan, dict[str, tuple[int, int]]()
    for decision in plan.decided(chain.kind)[1:]:
        givings = givings_of(plan, decision)
        if len(givings) != 1 or decision.cases or decision.type is not Basic.TRUTH:
            continue
        if decision.otherwise is None and decision.key in plan.lapsing:
            continue
        ((place, which),) = givings
        rule = plan.law.rules[place]
        gives = rule.gives[which]
        # a truth without `otherwise` is None where it is open and where the law says nothing
        constant = isinstance(gives.value, ir.Literal) and gives.when is None
        constant = constant and decision.otherwise is not None
        hangs = plan.displacers(place) or rules_in(plan, rule.condition)
        if constant and not hangs and place not in chain.early:
            found[decision.key] = (place, which)
    return found


def alone(chain: Writing, indent: int) -> State:
    """Write what is decided by itself, before the chain of all that hangs together."""
    plan, state = chain.plan, State()
    for number, decision in enumerate(plan.decided(chain.kind), 1):
        if decision.key not in chain.alone:
            continue
        place, which = chain.alone[decision.key]
        possible, sure, unsure = _tests(chain, state, ("rule", place))
        assert decision.otherwise is not None, "by_themselves has looked"
        other = stored(chain.shop, decision.otherwise, decision)
        name = f"v{number}"
        value = stored(chain.shop, amount_of(plan.law.rules[place].gives[which]), decision)
        chain.say(indent, f"{name} = {other}", f"if {laid_out(possible, indent, 3)}:")
        chain.say(indent + 4, f"{name} = {value}")
        if sure != possible:
            chain.say(
                indent + 4, f"if {laid_out(unsure, indent + 4, 3)}:", f"    {name} = None"
            )
            if chain.listed:
                chain.say(indent + 8, "unsure = True")
        by = flat(row([cite(plan, place)])) or ""
        made = Made(name, f"({by} if {name} is {value} else ())", either=(value, other))
        state = replace(state, made={**state.made, decision.key: made})
    return state


# --- branches ------------------------------------------------------------------------------


def _asked(chain: Writing, state: State, key: Key, indent: int) -> State:
    """Write the test of `key` with the branch where it holds; return what is known after it."""
    possible, sure, unsure = _tests(chain, state, key)
    holds = with_known(chain, state, key, holds=True)
    if possible == sure == "True":
        return holds
    early = chain.early.get(key[1], 0) if key[0] == "rule" else 0  # type: ignore[call-overload]
    doubt: int = early or (0 if sure == possible else chain.next_bit())
    if possible == "False":
        return with_known(chain, state, key, holds=False)
    inner = indent
    if possible != "True":
        chain.say(indent, f"if {laid_out(possible, indent, 3)}:")
        inner += 4
    values: set[str | None] = set()
    noted = (f"doubt |= {doubt}", *(["unsure = True"] if chain.listed else []))
    if sure == "False":
        values.add(None)
        chain.say(inner, *noted)
    elif early or sure == possible:
        values = _branch(chain, holds, inner)
    elif possible == "True":
        chain.say(inner, f"if {laid_out(sure, inner, 3)}:")
        values = _branch(chain, holds, inner + 4)
        chain.say(inner, *noted)
    else:
        chain.say(inner, f"if {laid_out(unsure, inner, 3)}:")
        chain.say(inner + 4, *noted)
        chain.say(inner, "else:")
        values = _branch(chain, holds, inner + 4)
    after = with_known(chain, state, key, holds=False, doubt=doubt)
    if doubt:
        chain.doubts[doubt] = Doubt(
            owner(chain.plan, key),
            frozenset(values),
            rival(chain, key),
            gives_surely(chain, key),
            frozenset(one for one, left in after.facts.items() if left != state.facts.get(one)),
            key,
            doubtful(chain, key),
        )
    return after


def _branch(chain: Writing, state: State, indent: int) -> set[str | None]:
    """Write the branch of a condition that holds; return what may be decided first in it."""
    chain.leaves.append(set())
    ask(chain, state, indent)
    return chain.leaves.pop()


def _tests(chain: Writing, state: State, key: Key) -> tuple[Code, Code, Code]:
    """Return tests of whether `key` may hold, surely holds, and may without being sure to."""
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
            return bit, bit, "False"
    condition = reduced(chain, state, condition)  # type: ignore[arg-type]
    sides = [
        both([in_force(body, force, asked), test(body, condition, asked)])
        for asked in (FIRST, SECOND)
    ]
    unsure = unsure_in_force(body, force, condition)
    body.seen |= facts_in(condition)
    return sides[0], sides[1], unsure


# --- answers -------------------------------------------------------------------------------


def _return(chain: Writing, state: State, indent: int) -> None:
    """Write the answer of a branch in which everything is decided."""
    plan = chain.plan
    decided = plan.decided(chain.kind)
    first = state.made[decided[0].key]
    value = first.value if first.amount is None and first.either is None else None
    _leaf(chain, value)
    doubts, doubtful = in_doubt(chain, state, value)
    computed = any(state.made[one.key].amount is not None for one in decided)
    if computed and doubts:
        chain.say(indent, f"if {doubts}:")
        chain.say(indent + 4, *_end(chain, doubtful, indent + 4))
    values = []
    for number, decision in enumerate(decided, 1):
        made = state.made[decision.key]
        if made.amount is None:
            values.append(made.value)
        else:
            values.append(_computed(chain, state, decision, number, made.amount, indent))
    chain.answers += 1
    doubts = "" if computed else doubts
    constant = constant_result(chain, state, values)
    if constant is not None:
        chain.answer = Answer(len(chain.lines), *constant, doubts, doubtful)
        _answer(chain, "".join(constant), doubts, doubtful, indent)
        return
    made_of_all = [state.made[one.key] for one in decided]
    found = new_result(chain, [*values, *ends(chain, made_of_all)])
    _answer(chain, found, doubts, doubtful, indent)


def _answer(chain: Writing, found: Code, doubts: str, doubtful: Code, indent: int) -> None:
    """Write the end with the answer `found`, or with `doubtful` where there are `doubts`."""
    if doubts:
        chosen = f"{flat(found)} if not {doubts} else {flat(doubtful)}"
        around = len("made.append()" if chain.listed else "return ")
        if flat(found) is not None and indent + around + len(chosen) <= WIDTH:
            found = chosen
        else:
            chain.say(indent, f"if {doubts}:")
            chain.say(indent + 4, *_end(chain, doubtful, indent + 4))
    chain.say(indent, *_end(chain, found, indent))


def _end(chain: Writing, found: Code, indent: int) -> list[str]:
    """Return the lines that end with the answer `found`, to stand `indent` in."""
    if chain.listed:
        return [laid_out(Call("made.append", (found,)), indent, 0, 0), "continue"]
    return [f"return {laid_out(found, indent, 7, 0)}"]


def give_up(chain: Writing, indent: int) -> list[str]:
    """Return the lines that end a branch in which the engine decides, to stand `indent` in."""
    end = _end(chain, unsure_of(chain, "0", "0", ["None"] * len(chain.alone)), indent)
    return ["unsure = True", *end] if chain.listed else end


def _leaf(chain: Writing, value: str | None) -> None:
    """Note for the branches around what is decided first at the end of this one."""
    for around in chain.leaves:
        around.add(value)


def _computed(
    chain: Writing,
    state: State,
    decision: ir.Decision,
    number: int,
    amount: ir.Expr,
    indent: int,
) -> str:
    """Write the lines that compute an amount; what is missing or absent is left to others."""
    name = f"a{number}"
    chain.body.local = {
        ("decision", key): one.value if one.value != "None" else "NOTHING"
        for key, one in state.made.items()
        if one.amount is None
    }
    chain.body.known = set(state.there)
    missing = partial(give_up, chain)
    chain.say(indent, *value_lines(chain.body, name, amount, indent, missing))
    if isinstance(decision.type, Choice):
        return f"{chain.plan.enum(decision.type)}({name})"
    return name
