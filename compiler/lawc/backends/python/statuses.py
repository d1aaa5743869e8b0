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

from dataclasses import dataclass, field

from lawc.backends.python.amounts import absorbed, value_lines
from lawc.backends.python.bounds import in_force, test
from lawc.backends.python.choosing import Giving, chosen, stored
from lawc.backends.python.expressions import group
from lawc.backends.python.layout import Call, Code, both, either, laid_out, row
from lawc.backends.python.plan import Plan, Scope, scope_of, unstated
from lawc.backends.python.reach import givings_of, hoisted, rules_of, together
from lawc.backends.python.text import WIDTH, comment
from lawc.backends.python.workshop import (
    FIRST,
    LOOSE,
    POSSIBLE,
    SECOND,
    SURE,
    Body,
    Workshop,
    result_names,
)
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


def kind_functions(shop: Workshop, kind: str) -> list[str]:
    """Return the functions that decide of things of `kind`."""
    plan, made = shop.plan, []
    early = hoisted(plan, kind)
    if early:
        made.append(_shared_function(shop, kind, early))
    writer = KindWriter(shop, kind)
    writer.early = {place: f"c{place + 1}" for place in early}
    writer.block = together(plan, early)
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
    names = [writer.body.local["rule", one] for one in by]
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
    lines = chosen(writer.shop, decision, number, givings)
    writer.say(4, f"if v{number} is None:")
    writer.say(8, *lines)
    if isinstance(decision.type, Choice) and not all(one.constant for one in givings):
        enum = plan.enum(decision.type)
        writer.say(4, f"if v{number}.__class__ is str:", f"    v{number} = {enum}(v{number})")
    writer.body.local["decision", decision.key] = f"v{number}"


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
