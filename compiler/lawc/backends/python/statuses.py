"""The decisions about things of one kind, as one function that stops as early as it can.

The function computes, in an order in which nothing is used before it is known, which rules
apply (`s1`, `s2` ...: True, False or None) and from them what is decided. What is the same for
all members of a list is computed once, by a function of its own, before they are looked at.

    s2: Truth = False
    if s1 is not True and offence.category in {"minor", None}:     # not displaced, possible
        if s1 is False and offence.category == "minor":            # sure
            s2 = True
        else:
            s2 = None
            uncertain = True
    ...
    elif s2:
        outcome, by_1 = OUTCOME_RELEASED, ("2(1)",)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lawc.backends.python.amounts import absorbed, value_lines
from lawc.backends.python.bounds import (
    FIRST,
    LOOSE,
    POSSIBLE,
    SECOND,
    SURE,
    Body,
    Workshop,
    in_force,
    test,
)
from lawc.backends.python.exclusion import exclusive, may_rest_on_contradiction
from lawc.backends.python.expressions import constant, group
from lawc.backends.python.layout import Call, Code, both, either, flat, laid_out, row
from lawc.backends.python.plan import Plan, Scope, scope_of, unstated
from lawc.backends.python.text import WIDTH, comment, literal
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.ir.walk import children


@dataclass
class KindWriter:
    """The function for one kind while it is written."""

    shop: Workshop
    kind: str
    lines: list[str] = field(default_factory=list)
    begun: set[tuple[str, object]] = field(default_factory=set)
    body: Body = field(init=False)
    blocked: dict[tuple[int, ...], str] = field(default_factory=dict)
    early: dict[int, str] = field(default_factory=dict)  # conditions computed for all members
    block: tuple[int, ...] = ()  # rules that cannot apply where no such condition may hold
    number: int = 0  # of the tests of displacement
    deep: int = 4  # where the lines of statuses begin

    def __post_init__(self) -> None:
        self.body = Body(self.shop, scope_of(self.plan, self.kind), eager=False)

    @property
    def plan(self) -> Plan:
        """Return the plan of the law."""
        return self.shop.plan

    def say(self, indent: int, *lines: str) -> None:
        """Add lines that stand `indent` spaces in."""
        self.lines += [f"{' ' * indent}{line}" for line in lines]


def result_names(number: int) -> tuple[str, str, str]:
    """Return the variables of a decision: its value, its citations, the open givings."""
    return f"v{number}", f"by_{number}", f"open_{number}"


def rules_of(plan: Plan, kind: str) -> tuple[int, ...]:
    """Return the rules that the decisions about things of `kind` rest on, in their order."""
    keys = {one.key for one in plan.decided(kind)}
    waiting = [
        place
        for place, rule in enumerate(plan.law.rules)
        if any(gives.decision in keys for gives in rule.gives)
    ]
    found: set[int] = set()
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += plan.displacers(place)
    return tuple(sorted(found))


def hoisted(plan: Plan, kind: str) -> tuple[int, ...]:
    """Return those of the rules whose condition is the same for all members of one list."""
    if plan.kinds[kind].parent is None:
        return ()
    line = set(plan.line(kind)) - {kind}
    found = []
    for place in rules_of(plan, kind):
        rule = plan.law.rules[place]
        free = plan.free(rule.condition)
        if (
            rule.kind in plan.line(kind)
            and free <= line
            and unstated(rule.condition) != ir.All(())
        ):
            found.append(place)
    return tuple(found)


def kind_functions(shop: Workshop, kind: str) -> list[str]:
    """Return the functions that decide of things of `kind`."""
    plan, made = shop.plan, []
    early = hoisted(plan, kind)
    if early:
        made.append(_shared_function(shop, kind, early))
    writer = KindWriter(shop, kind)
    writer.early = {place: f"c{place + 1}" for place in early}
    writer.block = _together(plan, kind, early)
    for place in rules_of(plan, kind):
        _status(writer, place)
    for decision in plan.decided(kind):
        _decision(writer, decision)
    name = plan.variables[kind]
    parts = [part for n in range(len(plan.decided(kind))) for part in result_names(n + 1)]
    truths = row([f"s{place + 1}" for place in rules_of(plan, kind)])
    extra = ("shared: Any",) if early else ()
    lines = [_heading(plan, f"_{name}", writer.body.scope, extra, "Any")]
    if early:
        names = ", ".join(f"c{place + 1}" for place in early)
        unpacked = f"    {_unpacked(names, len(early))} = shared"
        if len(unpacked) > WIDTH:
            unpacked = (
                f"    {laid_out(row([f'c{place + 1}' for place in early]), 4, WIDTH)} = shared"
            )
        lines.append(unpacked)
    lines += ["    uncertain = False"]
    lines += [*writer.body.prelude(4), *writer.lines]
    returned = laid_out(row([*parts, "truths"]), 4, 7, 0)
    lines += [f"    truths = {laid_out(truths, 4, 9, 0)}", f"    return {returned}"]
    return [*made, "\n".join(lines)]


def _unpacked(names: str, number: int) -> str:
    return f"({names},)" if number == 1 else names


def _none(plan: Plan, kind: str) -> str:
    return f"NONE_{plan.variables[kind]}".upper()


def _heading(plan: Plan, name: str, scope: Scope, extra: tuple[str, ...], returns: str) -> str:
    things = [f"{variable}: {plan.classes[kind]}" for kind, variable in scope.things]
    made = Call(name, (*things, "days: Days", *extra))
    return f"def {laid_out(made, 0, 4, 5 + len(returns))} -> {returns}:"


# --- what is the same for all members ------------------------------------------------------


def _together(plan: Plan, kind: str, early: tuple[int, ...]) -> tuple[int, ...]:
    """Return the rules that are passed over together where no shared condition may hold."""

    def displaced_by_early(place: int) -> bool:
        return any(by in early or displaced_by_early(by) for by in plan.displacers(place))

    def simple(place: int) -> bool:
        others = [by for by in plan.displacers(place) if by not in early]
        return not any(map(displaced_by_early, others)) and not any(
            isinstance(part, ir.Applies | ir.Decided)
            for by in others
            for part in _parts(plan.law.rules[by].condition)
        )

    return tuple(place for place in early if simple(place))


def _parts(expr: ir.Expr) -> Iterator[ir.Expr]:
    yield expr
    for part in children(expr):
        yield from _parts(part)


def _shared_function(shop: Workshop, kind: str, early: tuple[int, ...]) -> str:
    plan = shop.plan
    parent = plan.kinds[kind].parent
    assert parent is not None
    writer = KindWriter(shop, parent)
    for place in early:
        condition = plan.law.rules[place].condition
        _dependencies(writer, condition)
        sides = [test(writer.body, condition, asked) for asked in (FIRST, SECOND)]
        _three_valued(writer, f"c{place + 1}", sides[0], sides[1])
    name, none = plan.variables[kind], _none(plan, kind)
    truths = row([f"c{place + 1}" for place in early])
    falses = laid_out(row(["False"] * len(early)), 0, len(none) + 3, 0)
    lines = [f"{none} = {falses}", "", ""]
    things = ", ".join(variable for _, variable in writer.body.scope.things)
    lines += [
        *_may(shop, kind, early),
        "",
        "",
        _heading(plan, f"_{name}_shared", writer.body.scope, (), "Any"),
        f"    if not _{name}_may({things}, days):",
        f"        return {none}",
        "    uncertain = False",
        *writer.body.prelude(4),
        *writer.lines,
        f"    return {laid_out(truths, 4, 7, 0)}",
    ]
    return "\n".join(lines)


def _may(shop: Workshop, kind: str, early: tuple[int, ...]) -> list[str]:
    """Return a function that quickly tells whether any of the rules could apply."""
    plan = shop.plan
    scope = scope_of(plan, plan.kinds[kind].parent or "")
    body = Body(shop, scope)
    alone: list[Code] = []
    members: dict[str, list[ir.Expr]] = {}
    for place in early:
        condition = unstated(plan.law.rules[place].condition)
        if isinstance(condition, ir.Some) and condition.number > 0:
            members.setdefault(condition.kind, []).append(condition.condition)
        else:
            alone.append(test(body, condition, LOOSE))
    lines = []
    if alone:
        code = either(alone)
        lines += [f"    if {laid_out(code, 4, 3)}:", "        return True"]
    for member, conditions in members.items():
        lines += _may_of_members(shop, scope, member, conditions)
    return [
        _heading(plan, f"_{plan.variables[kind]}_may", scope, (), "bool"),
        *body.prelude(4),
        *lines,
        "    return False",
    ]


def _may_of_members(
    shop: Workshop, scope: Scope, member: str, conditions: list[ir.Expr]
) -> list[str]:
    group_ = group(shop.plan, member, scope)
    if group_ == "None":
        return ["    return True"]
    inner = Body(shop, scope.within(shop.plan, member))
    code = either([test(inner, one, LOOSE) for one in conditions])
    return [
        f"    if {group_} is None:",
        "        return True",
        f"    for {inner.scope.of(member)} in {group_}:",
        *inner.prelude(8),
        f"        if {laid_out(code, 8, 3)}:",
        "            return True",
    ]


# --- one rule ------------------------------------------------------------------------------


def _status(writer: KindWriter, place: int) -> None:
    if ("rule", place) in writer.begun:
        return
    if place in writer.block:
        _block(writer)
        return
    writer.begun.add(("rule", place))
    plan, rule = writer.plan, writer.plan.law.rules[place]
    for one in plan.displacers(place):
        _status(writer, one)
    if place not in writer.early:
        _dependencies(writer, rule.condition)
    _say_status(writer, place)


def _block(writer: KindWriter) -> None:
    """Write the rules whose conditions are shared, passed over where none may hold."""
    plan = writer.plan
    writer.begun |= {("rule", place) for place in writer.block}
    for place in writer.block:
        for by in plan.displacers(place):
            _status(writer, by)
    for place in writer.block:
        writer.say(writer.deep, f"s{place + 1}: Truth = False")
        writer.body.local["rule", place] = f"s{place + 1}"
    writer.say(4, f"if shared is not {_none(plan, writer.kind)}:")
    writer.deep = 8
    done: set[int] = set()

    def write(place: int) -> None:
        if place not in done:
            done.add(place)
            for by in plan.displacers(place):
                if by in writer.block:
                    write(by)
            _say_status(writer, place, declared=True)

    for place in writer.block:
        write(place)
    writer.deep = 4
    writer.blocked.clear()


def _say_status(writer: KindWriter, place: int, *, declared: bool = False) -> None:
    plan, rule = writer.plan, writer.plan.law.rules[place]
    name, sides = f"s{place + 1}", []
    free, unfree = _not_displaced(writer, plan.displacers(place))
    for asked, displaced in ((FIRST, free), (SECOND, unfree)):
        condition: Code
        if place in writer.early:
            condition = writer.early[place] + ("" if asked.sure else " is not False")
        else:
            condition = test(writer.body, rule.condition, asked)
        sides.append(both([*displaced, in_force(writer.body, rule.force, asked), condition]))
    citation = plan.citation(place)
    if citation:
        writer.say(writer.deep, comment(citation))
    _three_valued(writer, name, sides[0], sides[1], declared=declared)
    writer.body.local["rule", place] = name


def _three_valued(
    writer: KindWriter, name: str, possible: Code, sure: Code, *, declared: bool = False
) -> None:
    deep = writer.deep
    if not declared:
        writer.say(deep, f"{name}: Truth = False")
    if possible == "False":
        return
    if possible != "True":
        writer.say(deep, f"if {laid_out(possible, deep, 3)}:")
    indent = deep if possible == "True" else deep + 4
    open_ = (f"{name} = None", "uncertain = True")
    if sure == "True":
        writer.say(indent, f"{name} = True")
    elif sure == "False":
        writer.say(indent, *open_)
    else:
        writer.say(indent, f"if {laid_out(sure, indent, 3)}:", f"    {name} = True", "else:")
        writer.say(indent + 4, *open_)


def _not_displaced(writer: KindWriter, by: tuple[int, ...]) -> tuple[list[Code], list[Code]]:
    """Return tests that no rule of `by` surely applies, and that surely none does."""
    if not by:
        return [], []
    names = [writer.body.local.get(("rule", one), "None") for one in by]
    deep = writer.deep
    if len(by) == 1:
        name = names[0]
    elif by in writer.blocked:
        name = writer.blocked[by]
    else:
        writer.number += 1
        name = writer.blocked[by] = f"d{writer.number}"
        lead = f"{name} = "
        whole = laid_out(either(names), deep, len(lead), 0)
        writer.say(deep, lead + whole, "if uncertain:")
        made = laid_out(Call("any_of", tuple(names)), deep + 4, len(lead), 0)
        writer.say(deep + 4, lead + made)
    return [f"{name} is not True"], [f"{name} is False"]


def _dependencies(writer: KindWriter, expr: ir.Expr) -> None:
    """Compute first what `expr` asks of the same thing."""
    plan = writer.plan
    match expr:
        case ir.Applies(eids):
            for place in plan.under(eids):
                if plan.law.rules[place].kind in plan.line(writer.kind):
                    _status(writer, place)
        case ir.Decided(key) if plan.decision(key).kind == writer.kind:
            _decision(writer, plan.decision(key))
        case _:
            for part in children(expr):
                _dependencies(writer, part)


# --- one decision --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Giving:
    """A rule that gives a decision a value: the variables that hold whether and what."""

    place: int
    gives: ir.Gives
    truth: str
    value: str  # Python for the value
    constant: bool


def _decision(writer: KindWriter, decision: ir.Decision) -> None:
    if ("decision", decision.key) in writer.begun:
        return
    writer.begun.add(("decision", decision.key))
    plan = writer.plan
    number = plan.decided(writer.kind).index(decision) + 1
    givings = [
        _giving(writer, decision, number, place, which)
        for place, which in givings_of(plan, decision)
    ]
    thing = writer.body.scope.of(writer.kind)
    writer.say(
        4,
        f"v{number}: Any = {thing}.{plan.fields[writer.kind, decision.key]}",
        f"by_{number}: tuple[str, ...] = ()",
        f"open_{number}: tuple[int, ...] = ()",
    )
    lines = _chosen(writer, decision, number, givings)
    writer.say(4, f"if v{number} is None:")
    writer.say(8, *lines)
    if isinstance(decision.type, Choice) and not all(one.constant for one in givings):
        enum = plan.enum(decision.type)
        writer.say(4, f"if v{number}.__class__ is str:", f"    v{number} = {enum}(v{number})")
    writer.body.local["decision", decision.key] = f"v{number}"


def givings_of(plan: Plan, decision: ir.Decision) -> list[tuple[int, int]]:
    """Return what the rules give for a decision: the place of the rule, and of the giving."""
    return [
        (place, which)
        for place, rule in enumerate(plan.law.rules)
        for which, gives in enumerate(rule.gives)
        if gives.decision == decision.key
    ]


def _giving(
    writer: KindWriter, decision: ir.Decision, number: int, place: int, which: int
) -> Giving:
    gives = writer.plan.law.rules[place].gives[which]
    _status(writer, place)
    truth = f"s{place + 1}"
    if gives.when is not None:
        _dependencies(writer, gives.when)
        sides = (
            both([f"{truth} is not False", test(writer.body, gives.when, POSSIBLE)]),
            both([f"{truth} is True", test(writer.body, gives.when, SURE)]),
        )
        truth = f"g{number}_{place + 1}_{which + 1}"
        _three_valued(writer, truth, *sides)
    if isinstance(gives.value, ir.Literal):
        value = stored(writer.shop, gives.value.value, decision)
        return Giving(place, gives, truth, value, constant=True)
    _dependencies(writer, gives.value)
    name = f"a{number}_{place + 1}_{which + 1}"
    writer.say(4, f"{name}: Any = NOTHING")
    absorbing = [
        f"{writer.body.local['decision', key]} is not NOTHING"
        for key in absorbed(gives.value)
        if ("decision", key) in writer.body.local
    ]
    given = both([f"{truth} is not False", *absorbing])
    writer.say(4, f"if {laid_out(given, 4, 3)}:")
    writer.say(8, *value_lines(writer.body, name, gives.value))
    return Giving(place, gives, truth, name, constant=False)


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


def _chosen(
    writer: KindWriter, decision: ir.Decision, number: int, givings: list[Giving]
) -> list[str]:
    """Return the lines that set the value and the citations of an underived decision."""
    plan, value, by = writer.plan, f"v{number}", f"by_{number}"
    otherwise = "NOTHING"
    if decision.otherwise is not None:
        otherwise = stored(writer.shop, decision.otherwise, decision)
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
