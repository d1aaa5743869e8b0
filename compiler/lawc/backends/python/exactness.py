"""Which conditions can both hold and fail wherever they are unknown.

Three-valued reading may leave a condition unknown that can turn out one way only, since it
asks for a fact twice. Every choice of what is missing of it is gone through here, if they are
few.
"""

from __future__ import annotations

from math import prod
from typing import Any

from lawc.backends.python.plan import Plan
from lawc.backends.python.reach import all_named
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import unstated
from lawc.meaning.world import domain
from lawc.runtime.completions.forms import Form, all_of, any_of, at_least, negation
from lawc.runtime.completions.turns import MIRRORED, of_fact
from lawc.runtime.completions.variables import by_name, truths_of
from lawc.runtime.logic import all_of as every
from lawc.runtime.logic import any_of as some
from lawc.runtime.logic import at_least as enough
from lawc.runtime.values import Period

_FEW = 3_000  # choices that are gone through


def exact(plan: Plan, condition: ir.Expr, facts: list[ir.Fact]) -> bool:
    """Return whether a condition is exact though it asks for `facts` in contrary ways.

    These must be facts of the things that the condition is asked of; where it is asked of the
    members of a list, of the members.
    """
    if not facts:
        return False
    kinds = {fact.kind for fact in facts}
    asked_of = {one.kind for one in _parts(condition) if isinstance(one, (ir.Some, ir.Every))}
    if asked_of and (len(asked_of) > 1 or kinds != asked_of):
        return False
    reading = _Reading(plan)
    form = reading.form(condition)
    if any(len(names) > 1 for names in reading.names.values()):
        return False
    variables = by_name(form)
    truths: dict[Form, tuple[bool, ...]] = {}
    sizes = []
    for atoms in variables.values():
        found = truths_of(atoms)
        truths |= dict(zip(atoms, found, strict=True))
        sizes.append(len(found[0]))
    if prod(size + 1 for size in sizes) > _FEW:
        return False
    names = {name: place for place, name in enumerate(variables)}
    return _Choices(form, names, truths, tuple(sizes)).exact()


def _parts(condition: ir.Expr) -> list[ir.Expr]:
    found, waiting = list[ir.Expr](), [condition]
    while waiting:
        one = unstated(waiting.pop())
        found.append(one)
        match one:
            case ir.All(parts) | ir.Any(parts) | ir.AtLeast(_, parts):
                waiting += parts
            case ir.Not(part) | ir.Some(_, _, part) | ir.Every(_, part):
                waiting.append(part)
    return found


class _Reading:
    """A condition as a form in which facts stand for their paths.

    `names` are, for each fact, what stands for it in the form: more than one hang together.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.names: dict[ir.Fact, set[str]] = {}

    def form(self, expr: ir.Expr) -> Form:
        """Return a condition as a form."""
        match unstated(expr):
            case ir.Not(part):
                return negation(self.form(part))
            case ir.All(parts):
                return all_of(list(map(self.form, parts)))
            case ir.Any(parts):
                return any_of(list(map(self.form, parts)))
            case ir.AtLeast(number, parts):
                return at_least(number, list(map(self.form, parts)))
            case ir.Some(_, _, part) | ir.Every(_, part):
                return self.form(part)
            case ir.Concept(key):
                return any_of([self.form(one.condition) for one in self.plan.concept(key)])
            case ir.Literal(bool() as said, _):
                return said
            case ir.Fact(kind, key) as fact:
                return ("values", self.name(fact), (True, False))
            case ir.OneOf(ir.Fact(kind, key) as fact, values):
                every_ = domain(self.plan.law, kind, key)
                return ("values", self.name(fact), tuple(one in values for one in every_))
            case ir.Compare() as compared:
                return self.compared(compared)
            case other:
                return self.either(other)

    def name(self, fact: ir.Fact, to: str = "") -> str:
        """Return what stands for a fact, by what it is compared `to`."""
        name = f"{fact.kind}.{fact.key} {to}"
        self.names.setdefault(fact, set()).add(name)
        return name

    def compared(self, one: ir.Compare) -> Form:
        """Return a comparison with a number, or with a day, which stands for number 0."""
        op = one.op.value
        for side, other, way in (one.left, one.right, op), (one.right, one.left, MIRRORED[op]):
            fact, bound = unstated(side), unstated(other)
            period = Period()
            if isinstance(fact, ir.Shifted) and not fact.before:
                period, fact = fact.period, unstated(fact.day)
            if not isinstance(fact, ir.Fact):
                continue
            type_ = self.plan.type_of(fact)
            if isinstance(bound, ir.Literal) and type_ in (Basic.COUNT, Basic.NUMBER):
                assert isinstance(type_, Basic)
                return ("turns", self.name(fact), of_fact(type_.value, way, bound.value))
            if isinstance(bound, ir.Parameter) and type_ is Basic.DATE:
                # By months: days that lie less apart may turn in another order.
                months = period.years * 12 + period.months
                if way in {"=", "!="} or period.days:
                    break
                name = self.name(fact, bound.key)
                return ("turns", name, of_fact("number", way, -months))
        return self.either(one)

    def either(self, expr: ir.Expr) -> Form:
        """Return what may be either way."""
        name = str(expr)
        for one in all_named(self.plan, [expr]):
            if isinstance(one, ir.Fact):
                self.names.setdefault(one, set()).add(name)
        return ("either", name, (name,), True)


class _Choices:
    """The choices of values of variables, of which some are missing."""

    def __init__(self, form: Form, names: Any, truths: Any, sizes: tuple[int, ...]) -> None:
        self.form = form
        self.names = names
        self.truths = truths
        self.sizes = sizes
        self.ways: dict[tuple[int, ...], frozenset[bool]] = {}
        self.fails = False

    def exact(self) -> bool:
        """Return whether the form can be either way wherever it is unknown."""
        waiting: list[tuple[int, ...]] = [()]
        for size in self.sizes:
            waiting = [(*one, value) for one in waiting for value in range(-1, size)]
        for one in sorted(waiting, key=lambda one: one.count(-1)):
            truth = self.value(self.form, one)
            if truth is not None:
                self.ways[one] = frozenset({truth})
                continue
            place = one.index(-1)
            self.ways[one] = frozenset[bool]().union(
                *(
                    self.ways[(*one[:place], value, *one[place + 1 :])]
                    for value in range(self.sizes[place])
                )
            )
            if len(self.ways[one]) < 2:  # noqa: PLR2004 - it holds in all cases, or in none
                return False
        return True

    def value(self, form: Form, chosen: tuple[int, ...]) -> bool | None:
        """Return the truth of a form for a choice of values, -1 for one that is missing."""
        if form is True or form is False:
            return form
        match form[0]:
            case "not":
                inner = self.value(form[1], chosen)
                return None if inner is None else not inner
            case "all":
                return every(*[self.value(one, chosen) for one in form[1]])
            case "any":
                return some(*[self.value(one, chosen) for one in form[1]])
            case "at_least":
                return enough(form[1], *[self.value(one, chosen) for one in form[2]])
        value = chosen[self.names[form[1]]]
        truth: bool | None = None if value < 0 else self.truths[form][value]
        return truth
