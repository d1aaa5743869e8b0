"""What is still missing: functions that name the unknown facts an open decision rests on.

For each rule, concept, quantity and decision one function, `_missing_...`, adds the paths of
the facts that leave it unknown to `found`, in the order in which the law comes to them::

    if offence.category is None:
        found[f"{at_offence}.category"] = None
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawc.backends.python.bounds import qualified, test
from lawc.backends.python.expressions import bare, force, group
from lawc.backends.python.layout import (
    After,
    Before,
    Call,
    Code,
    both,
    flat,
    laid_out,
    negated,
    row,
)
from lawc.backends.python.plan import Plan, Scope, scope_of, unstated
from lawc.backends.python.reach import givings_of, rules_of
from lawc.backends.python.text import literal
from lawc.backends.python.workshop import POSSIBLE, SURE, Body, Workshop
from lawc.ir import nodes as ir
from lawc.ir.walk import children


@dataclass
class Tracing:
    """A function being written that follows an expression to its missing facts."""

    shop: Workshop
    body: Body
    at: dict[
        str, str
    ]  # for the variable of a thing, the variable of its path; "" for the whole
    decided: str = ""  # the kind whose rules are in `truths`, empty where there are none

    @property
    def plan(self) -> Plan:
        """Return the plan of the law."""
        return self.shop.plan

    def path(self, kind: str, key: str) -> str:
        """Return Python for the path of `key` of the thing of `kind` in scope."""
        thing = self.body.scope.of(kind)
        at = self.at[thing] if thing else ""
        return f"{at} + {literal(f'.{key}')}" if at else literal(key)


def missing_functions(shop: Workshop, kinds: list[str]) -> None:
    """Write the functions that the needed facts of the decisions of `kinds` are found by."""
    for kind in kinds:
        for decision in shop.plan.decided(kind)[:1]:
            needed_function(shop, decision)


def needed_function(shop: Workshop, decision: ir.Decision) -> str:
    """Return the name of the function that returns what a decision needs."""

    def write(name: str) -> str:
        return _needed(shop, decision, name)

    return shop.function(("needed", decision.key), "needed", write)


def _paths(plan: Plan, scope: Scope) -> tuple[str, ...]:
    """Return the variables of the paths of the things of `scope`, the whole left out."""
    return tuple(f"at_{variable}" for kind, variable in scope.things if kind != plan.root)


def _signature(
    plan: Plan, name: str, scope: Scope, extra: tuple[str, ...], returns: str
) -> str:
    things = [f"{variable}: {plan.classes[kind]}" for kind, variable in scope.things]
    paths = [f"{path}: str" for path in _paths(plan, scope)]
    made = Call(name, (*things, "days: Days", *paths, *extra))
    return f"def {laid_out(made, 0, 4, 5 + len(returns))} -> {returns}:"


def _tracing(shop: Workshop, kind: str, decided: str) -> Tracing:
    """Return a function about a thing of `kind`; `decided` is as in `Tracing`."""
    plan, scope = shop.plan, scope_of(shop.plan, kind)
    at = {
        variable: "" if one == shop.plan.root else f"at_{variable}"
        for one, variable in scope.things
    }
    places = rules_of(plan, decided) if decided else ()
    local: dict[tuple[str, object], str] = {
        ("rule", place): f"truths[{number}]" for number, place in enumerate(places)
    }
    return Tracing(shop, Body(shop, scope, local), at, decided)


def _arguments(tracing: Tracing, kind: str) -> tuple[str, ...] | None:
    """Return the things, the days and the paths that a function about `kind` is called with."""
    things = [tracing.body.scope.of(one) for one in tracing.plan.line(kind)]
    if None in things:
        return None
    paths = [tracing.at[str(thing)] for thing in things]
    return (*map(str, things), "days", *(path for path in paths if path))


# --- decisions -----------------------------------------------------------------------------


def _needed(shop: Workshop, decision: ir.Decision, name: str) -> str:
    """Return the function that lists what a decision needs; see `open_rules`."""
    plan, kind = shop.plan, decision.kind
    rules = rules_of(plan, kind)
    scope = scope_of(plan, kind)
    extra = ("truths: Any", "open_: tuple[int, ...]")
    head = _signature(plan, name, scope, extra, "tuple[str, ...]")
    givings = givings_of(plan, decision)
    if not givings:
        return f"{head}\n    return ()"
    giving = laid_out(row([str(rules.index(place)) for place, _ in givings]), 4, 9, 0)
    by = {
        rules.index(place): tuple(rules.index(one) for one in plan.displacers(place))
        for place in rules
        if plan.displacers(place)
    }
    arguments = (*(_arguments(_tracing(shop, kind, kind), kind) or ()), "truths", "found")
    steps = shop.table(row([_rule_function(shop, kind, one) for one in rules]), "MISSING")
    parts = [_giving_function(shop, decision, place, which) for place, which in givings]
    pairs = [f"{place}: {_places([*above])}" for place, above in by.items()]
    displacers = shop.table(Call("", tuple(pairs), brackets="{}"), "DISPLACERS") if by else "{}"
    call = Call(f"{steps}[rule]", arguments)
    lines = [
        head,
        f"    giving = {giving}",
        "    every: list[dict[str, None]] = []",
        f"    for rule in open_rules(truths, giving, open_, {displacers}):",
        "        found: dict[str, None] = {}",
        f"        {laid_out(call, 8, 0, 0)}",
    ]
    if any(part != "_nothing" for part in parts):
        table = shop.table(row(parts), "GIVING")
        lines += [
            "        for place in open_:",
            "            if giving[place] == rule:",
            f"                {laid_out(Call(f'{table}[place]', arguments), 16, 0, 0)}",
        ]
    lines += ["        every.append(found)", "    return by_use(every)"]
    return "\n".join(lines)


def _tuple(names: list[str]) -> str:
    return f"({', '.join(names)}{',' if len(names) == 1 else ''})"


def _places(places: list[int]) -> str:
    return _tuple([str(place) for place in places])


def _rule_function(shop: Workshop, kind: str, place: int) -> str:
    """Return the function for the condition of a rule asked of a thing of `kind`."""
    rule = shop.plan.law.rules[place]

    def write(name: str) -> str:
        tracing = _tracing(shop, kind, kind)
        return _function(tracing, name, _version(tracing, rule.force, rule.condition, 4))

    return shop.function(("missing rule", place, kind), "missing", write)


def _giving_function(shop: Workshop, decision: ir.Decision, place: int, which: int) -> str:
    """Return the function for what a rule gives: its further condition and its value."""
    gives = shop.plan.law.rules[place].gives[which]
    if gives.when is None and isinstance(gives.value, ir.Literal):
        return "_nothing"

    def write(name: str) -> str:
        tracing = _tracing(shop, decision.kind, decision.kind)
        lines = [] if gives.when is None else _missing(tracing, gives.when, 4)
        return _function(tracing, name, [*lines, *_missing(tracing, gives.value, 4)])

    return shop.function(("missing giving", place, which), "missing", write)


def _function(tracing: Tracing, name: str, lines: list[str]) -> str:
    scope, kind = tracing.body.scope, "dict[str, None]"
    extra = ("truths: Any",) if tracing.decided else ()
    head = _signature(tracing.plan, name, scope, (*extra, f"found: {kind}"), "None")
    return "\n".join([head, *tracing.body.prelude(4), *(lines or ["    return"])])


def _in_force(tracing: Tracing, version: ir.Force, indent: int) -> Iterator[str]:
    law_day = tracing.plan.law.law_day
    if version != ir.ALWAYS and law_day is not None:
        pad = " " * indent
        yield f"{pad}if days.{tracing.plan.parameters[law_day]} is None:"
        yield f"{pad}    found[{literal(law_day)}] = None"


# --- expressions ---------------------------------------------------------------------------


def _missing(tracing: Tracing, expr: ir.Expr, indent: int) -> list[str]:
    """Return the lines that add what leaves `expr` unknown."""
    if isinstance(expr, ir.Stated | ir.Not):
        return _missing(tracing, expr.part, indent)
    if _only_facts(tracing.plan, expr):
        return [line for part in children(expr) for line in _missing(tracing, part, indent)]
    inner = _inside(tracing, expr, indent + 4)
    guard = _guard(tracing, expr)
    if not inner or guard == "False":
        return []
    if guard == "True":
        return _inside(tracing, expr, indent)
    return [f"{' ' * indent}if {laid_out(guard, indent, 3)}:", *inner]


def _only_facts(plan: Plan, expr: ir.Expr) -> bool:
    """Tell whether `expr` is unknown just where one of the facts it reads is."""
    parts = tuple(map(unstated, children(expr)))
    plain = ir.Fact | ir.Parameter | ir.Literal
    match expr:
        case ir.Compare() | ir.OneOf() | ir.DaysBetween() | ir.Difference() | ir.Shifted():
            return all(isinstance(one, plain) or _only_facts(plan, one) for one in parts)
        case _:
            return False


def _guard(tracing: Tracing, expr: ir.Expr) -> Code:
    """Return a test of whether the value of `expr` is unknown."""
    body = tracing.body
    match expr:
        case ir.Stated(_, part) | ir.Not(part):
            return _guard(tracing, part)
        case ir.All() | ir.Any() | ir.AtLeast() | ir.Some() | ir.Every() | ir.Under():
            possible, sure = test(body, expr, POSSIBLE), test(body, expr, SURE)
            return _unknown(possible, sure)
        case ir.Concept() | ir.Applies():
            possible, sure = test(body, expr, POSSIBLE), test(body, expr, SURE)
            return _unknown(possible, sure)
        case _:
            code = qualified(body, bare(tracing.plan, expr, body.scope))
            line = flat(code)
            if code == "None":
                return "True"
            if line is not None and len(line) < 60:  # noqa: PLR2004 - what leaves room
                return f"{line} is None"
            return Call("unknown", (code,))


def _unknown(possible: Code, sure: Code) -> Code:
    """Return a test that a condition is possible and not sure."""
    inner = sure.part if isinstance(sure, Before) else sure
    if possible in {After(sure, " is not False"), Before("not ", After(inner, " is True"))}:
        return After(sure, " is None")
    return both([possible, negated(sure)])


def _inside(tracing: Tracing, expr: ir.Expr, indent: int) -> list[str]:
    """Return the lines for an `expr` that is known to be unknown."""
    pad, plan = " " * indent, tracing.plan
    match expr:
        case ir.Literal():
            return []
        case ir.Under(part) if isinstance(unstated(part), ir.Fact):
            return _inside(tracing, unstated(part), indent)
        case ir.Fact(kind, key):
            return [f"{pad}found[{tracing.path(kind, key)}] = None"]
        case ir.Parameter(key):
            return [f"{pad}found[{literal(key)}] = None"]
        case ir.Some(_, kind, part) | ir.Every(kind, part) | ir.TotalOf(kind, part):
            return _in_members(tracing, kind, part, indent)
        case ir.CountOf(kind, condition):
            return _in_members(tracing, kind, condition, indent)
        case ir.Concept(key):
            kind = plan.concept(key)[0].kind
            return _called(tracing, ("missing concept", key), kind, indent)
        case ir.Quantity(key):
            kind = plan.quantity(key)[0].kind
            return _called(tracing, ("missing quantity", key), kind, indent)
        case ir.Applies(eids):
            lines = []
            for place in plan.under(eids):
                kind = plan.law.rules[place].kind
                lines += _called(tracing, ("missing application", place), kind, indent)
            return lines
        case ir.Decided(key):
            return _of_decision(tracing, plan.decision(key), indent)
        case _:
            return [line for part in children(expr) for line in _missing(tracing, part, indent)]


def _called(tracing: Tracing, key: tuple[str, object], kind: str, indent: int) -> list[str]:
    """Return the call of the function that follows a concept, a quantity or a rule."""
    arguments = _arguments(tracing, kind)
    if arguments is None:
        return []
    decided = tracing.decided if kind == tracing.decided and tracing.body.local else ""
    name = tracing.shop.function(
        (*key, decided),
        "missing",
        lambda name: _asked_function(_tracing(tracing.shop, kind, decided), name, key),
    )
    extra = ("truths",) if decided else ()
    call = Call(name, (*arguments, *extra, "found"))
    return [" " * indent + laid_out(call, indent, 0, 0)]


def _asked_function(tracing: Tracing, name: str, key: tuple[str, object]) -> str:
    plan, (word, what) = tracing.plan, key
    if word == "missing application":
        assert isinstance(what, int)
        return _application(tracing, name, what)
    lines: list[str] = []
    if word == "missing quantity":
        for one in plan.quantity(str(what)):
            lines += _version(tracing, one.force, one.value, 4)
    else:
        for each in plan.concept(str(what)):
            lines += _concept_version(tracing, each)
    return _function(tracing, name, lines)


def _concept_version(tracing: Tracing, version: ir.Definition) -> list[str]:
    if version.force == ir.ALWAYS:
        return _missing(tracing, version.condition, 4)
    guard = test(tracing.body, version.condition, POSSIBLE)
    inner = _version(tracing, version.force, version.condition, 8)
    return [f"    if {laid_out(guard, 4, 3)}:", *inner] if guard != "False" else []


def _version(tracing: Tracing, version: ir.Force, part: ir.Expr, indent: int) -> list[str]:
    lines = list(_in_force(tracing, version, indent))
    inner = _missing(tracing, part, indent + 4)
    if version == ir.ALWAYS:
        return _missing(tracing, part, indent)
    if inner:
        test_ = flat(force(tracing.plan, version))
        lines += [f"{' ' * indent}if {test_} is not False:", *inner]
    return lines


def _application(tracing: Tracing, name: str, place: int) -> str:
    plan, rule = tracing.plan, tracing.plan.law.rules[place]
    lines = _version(tracing, rule.force, rule.condition, 8)
    for by in plan.displacers(place):
        kind = plan.law.rules[by].kind
        lines += _called(tracing, ("missing application", by), kind, 8)
    if lines:
        things = [variable for _, variable in tracing.body.scope.things]
        asked = f"rules.{plan.functions['rule', place]}({', '.join([*things, 'days'])})"
        known = tracing.body.local.get(("rule", place), asked)
        lines = [f"    if {known} is None:", *lines]
    return _function(tracing, name, lines)


def _of_decision(tracing: Tracing, decision: ir.Decision, indent: int) -> list[str]:
    arguments = _arguments(tracing, decision.kind)
    if arguments is None:
        return []
    plan, shop = tracing.plan, tracing.shop
    name, kind = needed_function(shop, decision), plan.variables[decision.kind]
    number = len(plan.line(decision.kind))
    which = 3 * [one.key for one in plan.decided(decision.kind)].index(decision.key) + 2
    made = Call(f"_{kind}_made", arguments[: number + 1])
    call = laid_out(Call(name, (*arguments, "made[-1]", f"made[{which}]")), indent, 12, 1)
    pad = " " * indent
    return [
        f"{pad}made = {laid_out(made, indent, 7, 0)}",
        f"{pad}for path in {call}:",
        f"{pad}    found[path] = None",
    ]


def _in_members(tracing: Tracing, kind: str, part: ir.Expr | None, indent: int) -> list[str]:
    plan, pad = tracing.plan, " " * indent
    declared = plan.kinds[kind]
    members = group(plan, kind, tracing.body.scope)
    path = tracing.path(declared.parent or "", declared.field or "")
    if members == "None":
        return [f"{pad}found[{literal(declared.field or '')}] = None"]
    scope = tracing.body.scope.within(plan, kind, tracing.at)
    variable = str(scope.of(kind))
    at = f"at_{variable}"
    body = Body(tracing.shop, scope, mark=f"{variable}_")
    inner = Tracing(tracing.shop, body, {**tracing.at, variable: at})
    lines = [] if part is None else _missing(inner, part, indent + 4)
    made = [f"{pad}if {members} is None:", f"{pad}    found[{path}] = None"]
    if lines:
        made += [
            f"{pad}for place, {variable} in enumerate({members} or ()):",
            *inner.body.prelude(indent + 4),
            f'{pad}    {at} = {path} + f"[{{place}}]"',
            *lines,
        ]
    return made
