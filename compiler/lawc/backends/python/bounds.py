"""Conditions as two plain tests: may it hold, does it surely hold.

Three-valued truth costs; two truths do not. `possible` is false exactly where a condition
is surely false, `sure` true exactly where it is surely true. Both are chains of `and` and `or`
that stop early, and neither ever takes a missing fact for a false one. A condition that is
not possible needs no second look, and most are not.

Before: `All((OneOf(Fact("offence", "category"), ("minor",)), Fact("offence", "damage")))`.
Possible: `c in {"minor", None} and damage is not False`. Sure: `c == "minor" and damage`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from lawc.backends.python.atoms import choice, compare, missing, of_truth, truth_fact
from lawc.backends.python.cost import by_cost, inlined
from lawc.backends.python.expressions import applying, bare, fact, force, group
from lawc.backends.python.layout import (
    Before,
    Bits,
    Call,
    Code,
    Kept,
    Remarked,
    both,
    either,
    flat,
    laid_out,
    negated,
)
from lawc.backends.python.plan import Scope, scope_of
from lawc.backends.python.text import comment
from lawc.backends.python.workshop import (
    FIRST,
    POSSIBLE,
    SECOND,
    SURE,
    Asked,
    Body,
    Workshop,
    heading,
)
from lawc.ir import nodes as ir

# A condition enough for a concept: citation, may it hold, is it sure to, may it and is not.
Alternative: TypeAlias = tuple[str, Code, Code, Code]

_LONG = 48  # a test of more characters is a function of its own


def test(body: Body, expr: ir.Expr, asked: Asked) -> Code:  # noqa: C901
    """Return a plain test of the condition `expr`."""
    match expr:
        case ir.Stated(_, part):
            return test(body, part, asked)
        case ir.Literal(bool() as value):
            return repr(value)
        case ir.Not(part):
            return negated(test(body, part, POSSIBLE if asked.sure else SURE))
        case ir.Any(_) if asked.whole:
            return test(body, expr, replace(asked, whole=False))
        case ir.All(parts):
            return both([test(body, part, asked) for part in by_cost(body, parts)])
        case ir.Any(parts):
            return either([test(body, part, asked) for part in by_cost(body, parts)])
        case ir.Fact():
            return truth_fact(body, expr, asked)
        case ir.OneOf(ir.Fact() as subject, values):
            return choice(body, subject, values, asked)
        case ir.Under(ir.Fact() as subject, ranges) if body.scope.of(subject.kind):
            bit = body.shop.bit(subject, ranges)
            table = body.shop.table_name(subject)
            bits = f"{table}[{flat(fact(body.plan, subject.kind, subject.key, body.scope))}]"
            return Bits(body.listed(bits), bit << 1 if asked.sure else bit)
        case ir.Compare():
            found = compare(body, expr, asked)
            return _generic(body, expr, asked) if found is None else found
        case ir.Concept(key):
            return _concept(body, key, asked)
        case ir.Some(number, kind, condition):
            return _some(body, number, kind, condition, asked)
        case ir.Every(kind, condition):
            contrary = ir.Some(1, kind, ir.Not(condition))
            return negated(test(body, contrary, POSSIBLE if asked.sure else SURE))
        case ir.Applies(eids):
            places = body.plan.under(eids)
            if len(places) > 1:  # of several, those after the first that may apply are not seen
                asked = replace(asked, whole=False)
            return either([applied(body, place, asked) for place in places])
        case ir.Decided(key) if ("decision", key) in body.local:
            name = body.local["decision", key]
            if asked.sure:
                return f"{name} is True"
            return both([f"{name} is not False", f"{name} is not NOTHING"])
        case _:
            return _generic(body, expr, asked)


def unsure(body: Body, expr: ir.Expr, asked: Asked = SECOND, *, holds: bool = True) -> Code:
    """Return a test of whether a condition that may hold is not sure to.

    Of a plain fact that is whether it is missing. If not `holds`, the condition is that
    `expr` does not hold. `asked` is how a part is asked that is not about facts alone.
    """
    match expr:
        case ir.Stated(_, part):
            return unsure(body, part, asked, holds=holds)
        case ir.Not(part):
            return unsure(body, part, SURE, holds=not holds)
        case ir.All(parts) | ir.Any(parts) if (
            holds == isinstance(expr, ir.All) or len(parts) == 1
        ):
            asked = asked if isinstance(expr, ir.All) else SURE
            parts = tuple(by_cost(body, parts))
            return either([unsure(body, one, asked, holds=holds) for one in parts])
    found = missing(body, expr)
    if found is None:
        condition = expr if holds else ir.Not(expr)
        possible = test(body, condition, replace(asked, sure=False))
        sure = test(body, condition, asked)
        found = "False" if possible == sure else negated(sure)
    return found


def unsure_in_force(body: Body, version: ir.Force, condition: ir.Expr) -> Code:
    """Return a test of whether what may be in force and hold is not sure to."""
    possible, sure = [in_force(body, version, asked) for asked in (FIRST, SECOND)]
    force_ = "False" if possible == sure else negated(sure)
    return either([force_, unsure(body, condition)])


def applied(body: Body, place: int, asked: Asked) -> Code:
    """Return a test of whether the rule at `place` applies."""
    name = body.local.get(("rule", place))
    if name in {"True", "False"}:
        return str(name)
    if name is not None:
        return of_truth(name, asked)
    made = applying(body.plan, place, body.scope)
    return _of_call(body, _from_rules(body, made), asked)


def in_force(body: Body, version: ir.Force, asked: Asked) -> Code:
    """Return a test of whether a version is in force."""
    if version == ir.ALWAYS:
        return "True"
    made = force(body.plan, version)

    def write(name: str) -> str:
        head = heading(body.plan, name, Scope(()))
        return "\n".join([*head, f"    return {laid_out(made, 4, 7, 0)}"])

    name = body.shop.function(("force", version), "in_force", write)
    return _of_call(body, Call(name, ("days",)), asked)


# --- the conditions one by one -------------------------------------------------------------


def _of_call(body: Body, made: Code, asked: Asked) -> Code:
    """Return a test of what a function computes, kept from the first test to the second."""
    if made == "None" or not asked.whole:
        return of_truth(made, asked)
    if asked.sure and made in body.kept:
        return body.kept[made]
    name = body.kept.setdefault(made, f"m{len(body.kept) + 1}")
    return of_truth(Kept(name, made), asked)


def _generic(body: Body, expr: ir.Expr, asked: Asked) -> Code:
    """Return a test of the value that the slow and readable way computes."""
    plain = bare(body.plan, expr, body.scope)
    if plain == "None":
        return repr(not asked.sure)
    made = Call("known", (qualified(body, plain),))
    if len(flat(made) or " " * _LONG) >= _LONG:
        alone = Call("known", (qualified(replace(body, local={}), plain),))
        made = _aside(body, alone, expr)
    return _of_call(body, made, asked)


def _aside(body: Body, made: Code, expr: ir.Expr) -> Call:
    """Return the call of a function of its own that computes `made`."""
    free = body.plan.free(expr)
    things = tuple(one for one in body.scope.things if one[0] in free)

    def write(name: str) -> str:
        head = heading(body.plan, name, Scope(things))
        return "\n".join([*head, f"    return {laid_out(made, 4, 7, 0)}"])

    name = body.shop.function(("aside", made, things), "test", write)
    return Call(name, (*(variable for _, variable in things), "days"))


def qualified(body: Body, code: Code) -> Code:
    """Return `code` with the functions of the law named by their module.

    What the function has computed for the thing in scope is not computed again, and concepts
    are asked the quick way.
    """
    plan = body.plan
    heads = plan.heads

    def within(part: Code) -> Code:
        match part:
            case Call(head, args, spread):
                name, key = head, heads.get(head)
                if key is not None and key in body.local and args == _things(body, key):
                    return body.local[key]
                if key is not None:
                    name = f"rules.{head}"
                    if key[0] == "concept":
                        name = concept_function(body.shop, str(key[1]))
                return Call(name, tuple(map(within, args)), spread, part.brackets)
            case Before(word, inner):
                return Before(word, within(inner))
            case Remarked(_, inner):
                return within(inner)
            case _:
                return part

    return within(code)


def _things(body: Body, key: tuple[str, object]) -> tuple[Code, ...]:
    word, what = key
    if word == "rule":
        assert isinstance(what, int)
        kind = body.plan.law.rules[what].kind
    else:
        kind = body.plan.decision(str(what)).kind
    return (*(str(body.scope.of(one)) for one in body.plan.line(kind)), "days")


def _from_rules(body: Body, made: Code) -> Code:
    return qualified(body, made) if made != "None" else made


def _concept(body: Body, key: str, asked: Asked) -> Code:
    versions = body.plan.concept(key)
    kind = versions[0].kind
    thing = body.scope.of(kind)
    if thing is None or None in map(body.scope.of, body.plan.line(kind)):
        return repr(not asked.sure)
    if not inlined(body.plan, key):
        name = concept_function(body.shop, key)
        things = [str(body.scope.of(one)) for one in body.plan.line(kind)]
        return _of_call(body, Call(name, (*things, "days")), asked)
    supplied = f"{thing}.{body.plan.fields[kind, key]}"
    inner = replace(body, scope=Scope(_line_of(body, kind)), local={})
    asked = replace(asked, whole=False)
    derived = _versions(inner, versions, asked)
    if kind in body.shop.bare:
        return derived
    if asked.loose:
        return either([derived, supplied])
    if asked.sure:
        return either([supplied, both([f"{supplied} is None", derived])])
    return both([either([derived, supplied]), f"{supplied} is not False"])


def _line_of(body: Body, kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((one, str(body.scope.of(one))) for one in body.plan.line(kind))


def _versions(body: Body, versions: tuple[ir.Definition, ...], asked: Asked) -> Code:
    return either(
        [
            both([in_force(body, one.force, asked), test(body, one.condition, asked)])
            for one in versions
        ]
    )


def concept_function(shop: Workshop, key: str) -> str:
    """Return the name of the function that tells whether a concept holds."""
    plan, versions = shop.plan, shop.plan.concept(key)
    kind = versions[0].kind

    def write(name: str) -> str:
        body = Body(shop, scope_of(plan, kind), known=set(shop.known))
        supplied = f"{body.scope.of(kind)}.{plan.fields[kind, key]}"
        alternatives = _alternatives(body, versions)
        lines = [f"    if {supplied} is not None:", f"        return {supplied}"]
        if kind in shop.bare:
            lines = []
        lines += body.prelude(4)
        return "\n".join([*heading(plan, name, body.scope), *lines, *of_sides(alternatives)])

    return shop.function(("concept", key), plan.functions["concept", key], write)


def _alternatives(body: Body, versions: tuple[ir.Definition, ...]) -> list[Alternative]:
    """Return the conditions that are each enough for a concept."""
    found: list[Alternative] = []
    for one in versions:
        for cite, part in _enough(body, "", one.condition):
            possible, sure = [
                both([in_force(body, one.force, asked), test(body, part, asked)])
                for asked in (FIRST, SECOND)
            ]
            found.append((cite, possible, sure, unsure_in_force(body, one.force, part)))
    return found


def _enough(body: Body, cite: str, condition: ir.Expr) -> Iterator[tuple[str, ir.Expr]]:
    """Yield the parts of a disjunction, each with the citation of the point that states it."""
    match condition:
        case ir.Stated(_, part, eid):
            yield from _enough(body, body.plan.citations.get(eid or "", cite), part)
        case ir.Any(parts):
            for part in by_cost(body, parts):
                yield from _enough(body, cite, part)
        case _:
            yield cite, condition


def of_sides(alternatives: list[Alternative]) -> list[str]:
    """Return the lines that return the truth of a disjunction with these bounds."""
    lines: list[str] = []
    doubtful = False
    for cite, possible, sure, unsure_ in alternatives:
        if possible == "False":
            continue
        if cite:
            lines.append(f"    {comment(cite)}")
        lines.append(f"    if {laid_out(possible, 4, 3)}:")
        if sure in {possible, "True"}:
            lines.append("        return True")
            continue
        doubtful = True
        if sure != "False":
            test_ = negated(unsure_)
            lines += [f"        if {laid_out(test_, 8, 3)}:", "            return True"]
        lines.append("        doubtful = True")
    if not doubtful:
        return [*lines, "    return False"]
    return ["    doubtful = False", *lines, "    return None if doubtful else False"]


def _some(body: Body, number: int, kind: str, condition: ir.Expr, asked: Asked) -> Code:
    members = group(body.plan, kind, body.scope)
    if members == "None":
        return repr(not asked.sure)
    free = body.plan.free(ir.Some(number, kind, condition))
    things = tuple(one for one in body.scope.things if one[0] in free)
    if len(things) < len(free):
        return _generic(body, ir.Some(number, kind, condition), asked)
    key = ("some", number, kind, condition, things)
    name = body.shop.function(
        key,
        f"some_{body.plan.variables[kind]}",
        lambda name: _some_function(body.shop, name, number, kind, condition, things),
    )
    made = Call(name, (*(variable for _, variable in things), "days"))
    return _of_call(body, made, asked)


def _some_function(
    shop: Workshop,
    name: str,
    number: int,
    kind: str,
    condition: ir.Expr,
    things: tuple[tuple[str, str], ...],
) -> str:
    outer = Scope(things)
    body = Body(shop, outer.within(shop.plan, kind), known=set(shop.known))
    possible, sure = test(body, condition, POSSIBLE), negated(unsure(body, condition, SURE))
    members = group(shop.plan, kind, outer)
    lines = [
        *heading(shop.plan, name, outer),
        f"    if {members} is None:",
        "        return None",
    ]
    if number <= 0:
        return "\n".join([*lines, "    return True"])
    lines += [
        "    sure = possible = 0",
        f"    for {body.scope.of(kind)} in {members}:",
        *body.prelude(8),
        f"        if {laid_out(possible, 8, 3)}:",
        "            possible += 1",
        f"            if {laid_out(sure, 12, 3)}:",
        "                sure += 1",
        f"                if sure == {number}:",
        "                    return True",
        f"    return None if possible >= {number} else False",
    ]
    return "\n".join(lines)
