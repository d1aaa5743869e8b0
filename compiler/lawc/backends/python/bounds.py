"""Conditions as two plain tests: may it hold, does it surely hold.

Three-valued truth costs; two truths do not. `possible` is false exactly where a condition
is surely false, `sure` true exactly where it is surely true. Both are chains of `and` and `or`
that stop early, and neither ever takes a missing fact for a false one. A condition that is
not possible needs no second look, and most are not.

Before: `All((OneOf(Fact("offence", "category"), ("minor",)), Fact("offence", "damage")))`.
Possible: `(c == "minor" or c is None) and damage is not False`; sure: `c == "minor" and damage`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lawc.backends.python.expressions import (
    applying,
    bare,
    constant,
    fact,
    force,
    group,
)
from lawc.backends.python.layout import (
    After,
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
from lawc.backends.python.plan import Plan, Scope, scope_of, unstated
from lawc.backends.python.text import literal
from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.runtime.values import Period, ProvisionRange

_SIMPLE = 24  # a concept of no more parts than this is written out where it is used
_LONG = 48  # a test of more characters is a function of its own
_FLIPPED = {
    ir.Comparison.LT: ir.Comparison.GT,
    ir.Comparison.LE: ir.Comparison.GE,
    ir.Comparison.GE: ir.Comparison.LE,
    ir.Comparison.GT: ir.Comparison.LT,
}
_SIGN = {
    ir.Comparison.LT: "<",
    ir.Comparison.LE: "<=",
    ir.Comparison.EQ: "==",
    ir.Comparison.NE: "!=",
    ir.Comparison.GE: ">=",
    ir.Comparison.GT: ">",
}


@dataclass
class Workshop:
    """What the functions of one module share; it grows while they are written."""

    plan: Plan
    lists: dict[tuple[str, str], list[tuple[ProvisionRange, ...]]] = field(default_factory=dict)
    tables: dict[tuple[Period, bool, bool], str] = field(default_factory=dict)
    functions: dict[tuple[object, ...], tuple[str, str]] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    later: dict[Code, str] = field(default_factory=dict)

    def constant(self, text: str, name: str) -> str:
        """Return the name of the constant that is `text`."""
        taken = self.constants.values()
        if text not in self.constants:
            free = name if name and name not in taken else f"VALUE_{len(self.constants) + 1}"
            self.constants[text] = free
        return self.constants[text]

    def table(self, text: Code, word: str) -> str:
        """Return the name of a constant to stand below the functions it speaks of."""
        return self.later.setdefault(text, f"{word}_{len(self.later) + 1}")

    def bit(self, subject: ir.Fact, ranges: tuple[ProvisionRange, ...]) -> int:
        """Return the bit that tells whether `subject` may lie in `ranges`."""
        lists = self.lists.setdefault((subject.kind, subject.key), [])
        if ranges not in lists:
            lists.append(ranges)
        return 1 << 2 * lists.index(ranges)

    def table_name(self, subject: ir.Fact) -> str:
        """Return the name of the lists of provisions that a fact may lie in."""
        return f"LISTS_{[*self.lists].index((subject.kind, subject.key)) + 1}"

    def latest(self, period: Period, *, before: bool, strict: bool) -> str:
        """Return the name of the table of latest days for a period."""
        key = (period, before, strict)
        return self.tables.setdefault(key, f"LATEST_{len(self.tables) + 1}")

    def function(self, key: tuple[object, ...], word: str, write: Callable[[str], str]) -> str:
        """Return the name of the function under `key`, written by `write` the first time."""
        if key not in self.functions:
            name = f"_{word}_{len(self.functions) + 1}"
            self.functions[key] = (name, "")
            self.functions[key] = (name, write(name))
        return self.functions[key][0]


@dataclass
class Body:
    """A function being written: the scope, and what it remembers while it runs.

    `local` has the variables of what the function has computed for the thing in scope.
    """

    shop: Workshop
    scope: Scope
    local: dict[tuple[str, object], str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    kept: dict[Code, str] = field(default_factory=dict)
    eager: bool = True  # lists of provisions are looked up at the start

    @property
    def plan(self) -> Plan:
        """Return the plan of the law."""
        return self.shop.plan

    def listed(self, look: str) -> Code:
        """Return Python for the lists that a provision lies in."""
        if not self.eager:
            return look
        return self.lists.setdefault(look, f"in_lists_{len(self.lists) + 1}")

    def prelude(self, indent: int) -> list[str]:
        """Return the lines that look up lists of provisions."""
        return [f"{' ' * indent}{name} = {look}" for look, name in self.lists.items()]


@dataclass(frozen=True, slots=True)
class Asked:
    """How a condition is asked: whether it surely holds, or whether it may.

    `loose`: a condition that cannot hold may pass as possible; nothing possible is left out.
    `whole`: the test is a conjunct of a test that is asked first for what is possible, then for
    what is sure; what the first computes is kept for the second.
    """

    sure: bool
    loose: bool = False
    whole: bool = False


SURE, POSSIBLE, LOOSE = Asked(sure=True), Asked(sure=False), Asked(sure=False, loose=True)
FIRST, SECOND = Asked(sure=False, whole=True), Asked(sure=True, whole=True)


def test(body: Body, expr: ir.Expr, asked: Asked) -> Code:
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
            return both([test(body, part, asked) for part in by_cost(body.plan, parts)])
        case ir.Any(parts):
            return either([test(body, part, asked) for part in by_cost(body.plan, parts)])
        case ir.Fact():
            return _truth_fact(body, expr, asked)
        case ir.OneOf(ir.Fact() as subject, values):
            return _choice(body, subject, values, asked)
        case ir.Under(ir.Fact() as subject, ranges) if body.scope.of(subject.kind):
            bit = body.shop.bit(subject, ranges)
            table = body.shop.table_name(subject)
            bits = f"{table}[{flat(fact(body.plan, *_key(subject), body.scope))}]"
            return Bits(body.listed(bits), bit << 1 if asked.sure else bit)
        case ir.Compare():
            return _compare(body, expr, asked)
        case ir.Concept(key):
            return _concept(body, key, asked)
        case ir.Some(number, kind, condition):
            return _some(body, number, kind, condition, asked)
        case ir.Every(kind, condition):
            contrary = ir.Some(1, kind, ir.Not(condition))
            return negated(test(body, contrary, POSSIBLE if asked.sure else SURE))
        case ir.Applies(eids):
            rules = [applied(body, place, asked) for place in body.plan.under(eids)]
            return either(rules)
        case ir.Decided(key) if ("decision", key) in body.local:
            name = body.local["decision", key]
            if asked.sure:
                return f"{name} is True"
            return both([f"{name} is not False", f"{name} is not NOTHING"])
        case _:
            return _generic(body, expr, asked)


def applied(body: Body, place: int, asked: Asked) -> Code:
    """Return a test of whether the rule at `place` applies."""
    name = body.local.get(("rule", place))
    if name is not None:
        return _of_truth(name, asked)
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


def by_cost(plan: Plan, parts: tuple[ir.Expr, ...]) -> list[ir.Expr]:
    """Return the parts with those that are quick to test before the others."""
    return sorted(parts, key=lambda part: _cost(plan, part))


def _cost(plan: Plan, expr: ir.Expr) -> int:
    match expr:
        case ir.Fact() | ir.Literal() | ir.Parameter():
            return 1
        case ir.OneOf() | ir.Under() | ir.Compare(_, ir.Fact(), ir.Parameter() | ir.Literal()):
            return 2
        case ir.Concept(key):
            return 10 if inlined(plan, key) else 30
        case ir.Some() | ir.Every() | ir.CountOf() | ir.TotalOf() | ir.Decided():
            return 40 + sum(_cost(plan, part) for part in children(expr))
        case ir.Quantity() | ir.Applies():
            return 60
        case _:
            return 2 + sum(_cost(plan, part) for part in children(expr))


def inlined(plan: Plan, key: str) -> bool:
    """Tell whether a concept is written out where it is used."""
    return sum(_size(one.condition) for one in plan.concept(key)) <= _SIMPLE


def _size(expr: ir.Expr) -> int:
    if isinstance(expr, ir.Some | ir.Every | ir.Concept | ir.Quantity | ir.Applies):
        return _SIMPLE
    if isinstance(expr, ir.CountOf | ir.TotalOf | ir.Decided):
        return _SIMPLE
    return 1 + sum(map(_size, children(expr)))


# --- the conditions one by one -------------------------------------------------------------


def _of_truth(name: Code, asked: Asked) -> Code:
    """Return a test of an expression whose value is a truth."""
    if name == "None":
        return repr(not asked.sure)
    return name if asked.sure else After(name, " is not False")


def _of_call(body: Body, made: Code, asked: Asked) -> Code:
    """Return a test of what a function computes, kept from the first test to the second."""
    if made == "None" or not asked.whole:
        return _of_truth(made, asked)
    if asked.sure and made in body.kept:
        return body.kept[made]
    name = body.kept.setdefault(made, f"m{len(body.kept) + 1}")
    return _of_truth(Kept(name, made), asked)


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
    heads: dict[str, tuple[str, object]] = {n: key for key, n in plan.functions.items()}
    own = {Call(plan.functions[key], _things(body, key)): n for key, n in body.local.items()}

    def within(part: Code) -> Code:
        match part:
            case Call(head, args, spread):
                if part in own:
                    return own[part]
                name, key = head, heads.get(head)
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


def _key(subject: ir.Fact) -> tuple[str, str]:
    return subject.kind, subject.key


def _truth_fact(body: Body, expr: ir.Fact, asked: Asked) -> Code:
    thing = body.scope.of(expr.kind)
    if thing is None:
        return repr(not asked.sure)
    supplied = f"{thing}.{body.plan.fields[_key(expr)]}"
    if _key(expr) not in body.plan.assumable:
        return supplied if asked.sure else f"{supplied} is not False"
    assumed = flat(fact(body.plan, expr.kind, expr.key, body.scope))
    late = f"{assumed}" if asked.sure else f"{assumed} is not False"
    return either([supplied, both([f"{supplied} is None", late])])


def _choice(body: Body, subject: ir.Fact, values: tuple[str, ...], asked: Asked) -> Code:
    thing = body.scope.of(subject.kind)
    if thing is None:
        return repr(not asked.sure)
    supplied = f"{thing}.{body.plan.fields[_key(subject)]}"
    words = [literal(value) for value in values]
    if not words:
        return "False" if asked.sure else f"{supplied} is None"
    if _key(subject) in body.plan.assumable:
        found = flat(fact(body.plan, subject.kind, subject.key, body.scope))
        late = f"{found} in {{{', '.join([*words, *([] if asked.sure else ['None'])])}}}"
        return either([_equal(supplied, words), both([f"{supplied} is None", late])])
    return _equal(supplied, words if asked.sure else [*words, "None"])


def _equal(supplied: str, words: list[str]) -> Code:
    if len(words) == 1:
        return f"{supplied} == {words[0]}"
    return f"{supplied} in {{{', '.join(words)}}}"


def _compare(body: Body, expr: ir.Compare, asked: Asked) -> Code:
    op, left, right = expr.op, unstated(expr.left), unstated(expr.right)
    if isinstance(right, ir.Shifted) and not isinstance(left, ir.Shifted):
        op, left, right = _FLIPPED.get(op, op), right, left
    first, second = left, right
    if isinstance(left, ir.Shifted) and op in _FLIPPED:
        first = unstated(left.day)
    texts = [_plain(body, side) for side in (first, second)]
    if None in texts:
        return _generic(body, expr, asked)
    start, end = map(str, texts)
    if isinstance(left, ir.Shifted) and op in _FLIPPED:
        strict = op in {ir.Comparison.LT, ir.Comparison.GE}
        latest = body.shop.latest(left.period, before=left.before, strict=strict)
        sign = "<=" if op in {ir.Comparison.LT, ir.Comparison.LE} else ">"
        holds = f"{start} {sign} {latest}[{end}]"
    else:
        holds = f"{start} {_SIGN[op]} {end}"
    missing = [
        text
        for text, side in ((start, first), (end, second))
        if not isinstance(side, ir.Literal)
    ]
    if asked.sure:
        return both([*(f"{text} is not None" for text in dict.fromkeys(missing)), holds])
    return either([*(f"{text} is None" for text in dict.fromkeys(missing)), holds])


def _plain(body: Body, side: ir.Expr) -> str | None:
    """Return Python for a value that is written in the law or supplied, else None."""
    match side:
        case ir.Literal(value) if not isinstance(value, bool):
            return flat(constant(value))
        case ir.Parameter(key):
            return f"days.{body.plan.parameters[key]}"
        case ir.Fact(kind, key) if (kind, key) not in body.plan.assumable:
            thing = body.scope.of(kind)
            return None if thing is None else f"{thing}.{body.plan.fields[kind, key]}"
        case _:
            return None


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
        body = Body(shop, scope_of(plan, kind))
        supplied = f"{body.scope.of(kind)}.{plan.fields[kind, key]}"
        sides = [_versions(body, versions, asked) for asked in (POSSIBLE, SURE)]
        lines = [f"    if {supplied} is not None:", f"        return {supplied}"]
        lines += body.prelude(4)
        return "\n".join([*heading(plan, name, body.scope), *lines, *of_sides(*sides)])

    return shop.function(("concept", key), "concept", write)


def heading(plan: Plan, name: str, scope: Scope, returns: str = "Truth") -> list[str]:
    """Return the first line of a function about the things of `scope`, laid out."""
    things = [f"{variable}: {plan.classes[kind]}" for kind, variable in scope.things]
    made = Call(name, (*things, "days: Days"))
    return [
        f"def {laid_out(made, 0, 4, 5 + len(returns))} -> {returns}:"
    ]


def of_sides(possible: Code, sure: Code) -> list[str]:
    """Return the lines that return the truth with these two bounds."""
    if possible == "False":
        return ["    return False"]
    lines = []
    if possible != "True":
        lines += [f"    if {laid_out(negated(possible), 4, 3)}:", "        return False"]
    if sure in {"True", "False"}:
        return [*lines, f"    return {'True' if sure == 'True' else None}"]
    lines += [f"    if {laid_out(sure, 4, 3)}:", "        return True"]
    return [*lines, "    return None"]


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
        "some",
        lambda name: _some_function(body.shop, name, number, kind, condition, things),
    )
    made = Call(name, (*(variable for _, variable in things), "days"))
    return _of_call(body, made, asked)


def _some_function(  # noqa: PLR0913, PLR0917 - the parts of a quantifier
    shop: Workshop,
    name: str,
    number: int,
    kind: str,
    condition: ir.Expr,
    things: tuple[tuple[str, str], ...],
) -> str:
    outer = Scope(things)
    body = Body(shop, outer.within(shop.plan, kind))
    possible, sure = test(body, condition, POSSIBLE), test(body, condition, SURE)
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
