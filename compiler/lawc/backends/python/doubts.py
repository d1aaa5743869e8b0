"""What may hold and is not sure to, in the quick chain: when it leaves a decision open."""

from __future__ import annotations

from lawc.backends.python.amounts import absorbed
from lawc.backends.python.atoms import plain
from lawc.backends.python.exclusion import displaces, settled_by
from lawc.backends.python.layout import Before, Call, Code, both, flat, laid_out, row
from lawc.backends.python.outcomes import result_class
from lawc.backends.python.plan import Plan, scope_of
from lawc.backends.python.reach import all_named, givings_of, rules_of, touched
from lawc.backends.python.search import told
from lawc.backends.python.steadiness import steady_name
from lawc.backends.python.text import literal
from lawc.backends.python.writing import (
    Doubt,
    Key,
    State,
    Writing,
    amount_of,
    careful_name,
    cite,
    head_of,
    numbers,
    quick_name,
    stored,
    typed_things,
    unsure_name,
)
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice


def harmless(chain: Writing, state: State, doubt: Doubt) -> bool:
    """Tell whether a doubt changes nothing where the chain ends with `state`.

    So it is where it is about a rule that would give the very same value as one that surely
    applies, and nothing more, displaces it not, and no other that may apply asks about it or
    is ruled out by one that it displaces; and the values that were ruled out with it are those
    of facts that are known.
    """
    plan, first = chain.plan, state.made[chain.first.key]
    rule, given = doubt.rule, first.first
    if rule is None or given is None or doubt.values != {first.value}:
        return False
    if chain.first.combine is not ir.Combine.ONE or rule in plan.displacers(given):
        return False
    unsure = [rule, *_displaced(chain, state, rule)]
    if not all(
        settled_by(plan, given, by) for one in unsure for by in chain.asking.get(one, ())
    ):
        return False
    if not all(displaces(plan, given, by) for one in unsure[1:] for by in _under(chain, one)):
        return False
    if not {plain(chain.body, one) for one in doubt.learned} <= state.there:
        return False
    for one in chain.chained[1:]:
        others = {place for place, _ in givings_of(plan, one)}
        if rule in others or not all(displaces(plan, given, place) for place in others):
            return False
        if isinstance(one.type, Choice) or state.made[one.key].value != "None":
            return False
    return len(plan.law.rules[rule].gives) == 1


def _displaced(chain: Writing, state: State, rule: int) -> list[int]:
    """Return the rules that are taken to apply, which they do not if `rule` does."""
    return [
        place for place in _under(chain, rule) if told(chain, state, ("rule", place)) is True
    ]


def _under(chain: Writing, rule: int) -> list[int]:
    """Return the rules that a rule displaces."""
    plan = chain.plan
    return [place for place in rules_of(plan, chain.kind) if rule in plan.displacers(place)]


def rival(chain: Writing, key: Key) -> bool:
    """Tell whether a doubt about `key` leaves open all that would be otherwise without it.

    So it is where the rule it is about, if it applies, displaces every other that gives a
    further decision; or what is given rests on one of these, and is then as open. A doubt about
    a further condition leaves open only what is given under that condition.
    """
    plan, first, (word, what) = chain.plan, chain.first, key
    about = owner(plan, key)
    if about is None or first.combine is not ir.Combine.ONE:
        return False
    further: set[str] = set()
    for one in chain.chained[1:]:
        if isinstance(one.type, Choice) or one.otherwise is not None:
            return False
        others = set()
        for place, which in givings_of(plan, one):
            gives = plan.law.rules[place].gives[which]
            open_ = place == about and (word == "rule" or gives.when == what)
            if not open_ and further.isdisjoint(absorbed(gives.value)):
                others.add(place)
        further.add(one.key)
        if not all(displaces(plan, about, other) for other in others):
            return False
    return True


def owner(plan: Plan, key: Key) -> int | None:
    """Return the rule that a condition is about."""
    word, what = key
    if word == "rule":
        assert isinstance(what, int)
        return what
    found = {
        place
        for place, rule in enumerate(plan.law.rules)
        if any(gives.when == what for gives in rule.gives)
    }
    return found.pop() if len(found) == 1 else None


# --- what is said in doubt ------------------------------------------------------------------


def in_doubt(chain: Writing, state: State, value: str | None) -> tuple[str, Code]:
    """Return a test of whether something in doubt matters to `value`, and what is said then."""
    rivals = mattering = 0
    alone = _alone(chain, state)
    for bit in state.doubts:
        doubt = chain.doubts[bit]
        if harmless(chain, state, doubt):
            continue
        mattering |= bit
        other = value is not None and not doubt.values & {None, value}
        if other and (doubt.rival or alone):
            rivals |= bit
    every = sum(state.doubts | set(chain.early.values()))
    test = masked(chain, mattering, every) if mattering else ""
    doubts = masked(chain, every, every)
    return test, unsure_of(chain, doubts, masked(chain, rivals, every), held_values(chain))


def _alone(chain: Writing, state: State) -> bool:
    """Tell whether nothing but the first decision is given a value where the chain ends."""
    others = chain.chained[1:]
    return chain.first.combine is ir.Combine.ONE and not any(
        isinstance(one.type, Choice)
        or one.otherwise is not None
        or state.made[one.key].value != "None"
        for one in others
    )


def held_values(chain: Writing) -> list[str]:
    """Return the names of what is decided before the chain."""
    return [f"v{number}" for number in numbers(chain, alone=True)]


def masked(chain: Writing, bits: int, every: int) -> str:
    """Return Python for those of the doubts that `bits` has, of `every` that there may be."""
    shared = sum(chain.early.values())
    if bits & ~shared or not bits:
        return _masked("doubt", bits, every)
    return _masked("maybe", bits, shared)


def _masked(word: str, bits: int, every: int) -> str:
    return word if bits == every else f"{word} & {bits}" if bits else "0"


def unsure_of(chain: Writing, doubts: str, rivals: str, values: list[str]) -> Code:
    """Return what stands for an answer where something is in doubt.

    `rivals` are the doubts that would give another answer; `values` are those of the decisions
    made before the chain.
    """
    if chain.listed:
        return row([doubts, rivals, *values])
    things = [variable for _, variable in scope_of(chain.plan, chain.kind).things]
    return Call(unsure_name(chain.plan, chain.kind), (*things, "days", doubts, rivals, *values))


def unsure_function(chain: Writing) -> str:
    """Return the function that decides where something is in doubt.

    A doubt that would give another answer (one of the `rivals`) leaves the decision open if it
    is steady; else two cases that are decided differently may show it, or the engine decides.
    """
    plan, kind = chain.plan, chain.kind
    scope = scope_of(plan, kind)
    made, things = result_class(plan, kind), [variable for _, variable in scope.things]
    typed = [
        *typed_things(plan, scope),
        *(["place: int"] if chain.listed else []),
        "doubts: int",
        "rivals: int",
    ]
    typed += [f"v{number}: Any" for number in numbers(chain, alone=True)]
    again = chain.listed and can_vary(chain)
    typed += ["*", "shared: tuple[int, int] = (0, 0)"] if chain.early and again else []
    careful = Call(
        careful_name(plan, kind), (*things, "days", *(["place"] if chain.listed else []))
    )
    lines = [
        head_of(unsure_name(plan, kind), typed, made),
        *_line_and_paths(chain),
    ]
    shows = any(one.steady for one in chain.doubts.values())
    steady = Call(steady_name(chain), ("doubts", "rivals", *things))
    if shows:
        lines.append(f"    open_ = {laid_out(both(['rivals != 0', steady]), 4, 8, 0)}")
    if again:
        above = things[1:]
        shared = ["*shared"] if chain.early else []
        call = Call(quick_name(plan, kind), (*above, "days", "(one,)", *shared))
        places = [str(number - 1) for number in numbers(chain, alone=False)]
        run = Before(f"lambda one, {', '.join(above)}: ", call)
        parts = (
            literal(kind),
            "line",
            row(places),
            run,
            steady_name(chain) if shows else "None",
            f"days={_days_apart(chain)}",
        )
        ask = laid_out(Call("ENGINE.varies", parts), 8 if shows else 4, 8, 0)
        lines += ["    if rivals and not open_:"] if shows else []
        lines.append(f"    {'    ' if shows else ''}open_ = {ask}")
    if shows or again:
        lines += ["    if not open_:", f"        return {laid_out(careful, 8, 7, 0)}"]
        lines.append(f"    return {laid_out(_open(chain), 4, 7, 0)}")
    else:
        lines.append(f"    return {laid_out(careful, 4, 7, 0)}")
    return "\n".join(lines)


def _days_apart(chain: Writing) -> str:
    """Return Python for whether no condition in doubt that members share rests on a day."""
    plan = chain.plan
    bits = sum(
        bit
        for place, bit in chain.early.items()
        if any(
            isinstance(one, ir.Fact) and plan.type_of(one) is Basic.DATE
            for one in all_named(plan, [plan.law.rules[place].condition])
        )
    )
    return f"not shared[1] & {bits}" if bits else "True"


def careful_function(chain: Writing) -> str:
    """Return the function that leaves a thing to the engine."""
    plan, kind = chain.plan, chain.kind
    typed = typed_things(plan, scope_of(plan, kind)) + (["place: int"] if chain.listed else [])
    made = result_class(plan, kind)
    engine = Call("ENGINE.result", (literal(kind), "line", "paths"))
    return "\n".join(
        [
            head_of(careful_name(plan, kind), typed, made),
            *_line_and_paths(chain),
            f"    return {laid_out(Call('cast', (made, engine)), 4, 7, 0)}",
        ]
    )


def _line_and_paths(chain: Writing) -> list[str]:
    """Return the lines that say how the engine sees a thing."""
    plan, kind = chain.plan, chain.kind
    things = [variable for _, variable in scope_of(plan, kind).things]
    paths = ['""'] * len(things)
    if chain.listed:
        paths[0] = f'{literal((plan.kinds[kind].field or "") + "[")} + str(place) + "]"'
    case = f"ENGINE.case({things[-1]}, days)"
    return [
        f"    line = {laid_out(row([*things, case]), 4, 7, 0)}",
        f"    paths = {laid_out(row(paths), 4, 8, 0)}",
    ]


def can_vary(chain: Writing) -> bool:
    """Tell whether trying cases by the chain shows that a decision is open."""
    plan, kind = chain.plan, chain.kind
    tried = set(chain.first.cases)
    others = [one for one in plan.decided(kind) if one.key != chain.first.key]
    return (
        bool(tried)
        and all(set(one.cases) <= tried for one in others)
        and not any(isinstance(one.type, Choice) for one in others)
        and not touched(plan, kind) & tried
    )


def _open(chain: Writing) -> Code:
    """Return the result in which the first decision is open, and all others of the chain."""
    plan, values, cited = chain.plan, list[Code](), list[Code]()
    for number, one in enumerate(plan.decided(chain.kind), 1):
        values.append(f"v{number}" if one.key in chain.alone else "None")
        cited.append("None" if number == 1 else "()")  # None: it surely is open
        if one.key in chain.alone:
            place, which = chain.alone[one.key]
            value = stored(chain.shop, amount_of(plan.law.rules[place].gives[which]), one)
            cited[-1] = f"{flat(row([cite(plan, place)]))} if v{number} is {value} else ()"
    days = ["None"] if chain.kind == plan.root else []
    parts = row([*values, row(cited), "(line, paths)", *days])
    return Call("new", (result_class(plan, chain.kind), parts))
