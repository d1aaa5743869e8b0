"""Random well-typed laws, and random cases for them.

Everything follows from one `random.Random`, so a seed replays a law and its cases. A law is
built in an order of evaluation: an expression speaks only of what was built before it, and a
rule displaces only what is built after it. The order of the text is another, drawn at random.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st
from tests.differential.law_cases import Case, agreeing, case, days
from tests.differential.law_expressions import Builder, condition, expression
from tests.differential.law_values import (
    COLOUR,
    DAYS,
    NUMERIC,
    TYPES,
    finite_values,
    limits_of,
    value_of,
)

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type


def law(rng: Random, *, hostile: bool = False, excluding: bool = False) -> ir.Law:
    """Return a random law; with `hostile` texts that try to break out of generated code.

    An `excluding` one has rules with a condition that all offences of a person share.
    """
    kinds = _kinds(rng)
    facts = tuple(_facts(rng, kinds))
    parameters = (
        ir.ParameterDeclaration("law_day", None, None, "Whose law?"),
        ir.ParameterDeclaration(
            "effective_day", rng.choice((None, date(2025, 7, 5))), None, "Since when?"
        ),
    )
    elements = list(_elements(rng))
    made = Builder(rng, kinds, facts, parameters, elements, hostile)
    made.timeless = made.maybe(0.1)
    made.eids = [one.eid for one in elements if "para" in one.eid and "point" not in one.eid]
    rng.shuffle(made.eids)
    decisions = _excluding(made) if excluding else _blocks(made)
    order = [one.eid for one in elements]
    return ir.Law(
        act="Random Act",
        package="random_act",
        title=f"An Act {made.text()}",
        language="en",
        kinds=kinds,
        facts=facts,
        clauses=tuple(_clauses(made)),
        parameters=parameters,
        elements=tuple(elements),
        definitions=tuple(made.definitions),
        quantities=tuple(made.quantities),
        decisions=tuple(decisions),
        rules=tuple(sorted(made.rules, key=lambda one: order.index(one.eid))),
        law_day=None if made.timeless else "law_day",
        month_end_up=rng.choice((True, False)),
    )


def _blocks(made: Builder) -> list[ir.Decision]:
    rng, decisions = made.rng, list[ir.Decision]()
    for block in range(rng.randint(1, 2)):
        for number in range(rng.randint(0, 2)):
            _define(made, f"{block}_{number}")
        opened = [_decision(made, f"{block}_{n}") for n in range(rng.randint(1, 2))]
        for _ in range(rng.randint(1, 4)):
            _rule(made, opened)
        decisions += opened
        made.closed += opened
    _displace(made)
    return decisions


def _excluding(made: Builder) -> list[ir.Decision]:
    """Make rules that exclude all offences for one of them, before rules about each alone."""
    rng = made.rng
    cases = [ir.Fact(one.kind, one.key) for one in made.facts if finite_values(one.type)]
    cases = [one for one in cases if one.kind in made.line("offence")]
    otherwise = value_of(rng, COLOUR) if made.maybe(0.5) else None
    tried = made.some(cases, 0, 2)
    outcome = ir.Decision("outcome", "offence", COLOUR, otherwise, ir.Combine.ONE, tried)
    amount = ir.Decision("amount", "offence", Basic.COUNT, None, ir.Combine.LARGEST, ())
    excluded = value_of(rng, COLOUR)
    own = rng.randint(1, 3)  # rules about one offence
    for left in range(rng.randint(3, 6) + own - 1, -1, -1):
        shared = left >= own and not made.maybe(0.1)
        member = "offence" if made.maybe(0.8) else rng.choice(made.members("person"))
        when = condition(made, member if shared else "offence", rng.randint(0, 2))
        value = excluded if left >= own and not made.maybe(0.1) else value_of(rng, COLOUR)
        gives = [ir.Gives(outcome.key, ir.Literal(value, COLOUR), None)]
        if left < own and made.maybe(0.5):
            gives.append(
                ir.Gives(amount.key, expression(made, Basic.COUNT, "offence", 2), None)
            )
        made.rules.append(
            ir.Rule(
                made.eids.pop(),
                "offence",
                ir.Some(1, member, when) if shared else when,
                tuple(gives),
                (),
                made.text(),
                rng.choice(_forces(made)) if made.maybe(0.1) else ir.ALWAYS,
            )
        )
    for place, rule in enumerate(made.rules[:-1]):
        later = [one.eid for one in made.rules[place + 1 :]]
        displaced = later if made.maybe(0.2) else later[-own:]
        made.rules[place] = replace(rule, displaces=tuple(displaced if made.maybe(0.9) else ()))
    return [outcome, amount]


def _kinds(rng: Random) -> tuple[ir.Kind, ...]:
    kinds = [ir.Kind("person", None, None), ir.Kind("offence", "person", "offences")]
    if rng.random() < 0.5:
        owner = rng.choice(("person", "offence"))
        kinds.append(ir.Kind("child", owner, "children"))
    return tuple(kinds)


def _facts(rng: Random, kinds: tuple[ir.Kind, ...]) -> Iterator[ir.FactDeclaration]:
    aside = Random(rng.getstate()[1][-2])  # noqa: S311 - so that a seed replays its law
    for kind in kinds:
        for type_ in TYPES:
            if type_ == Basic.TRUTH or rng.random() < 0.6:
                name = type_.key if isinstance(type_, Choice) else _name(type_)
                least, most = limits_of(aside, type_) if aside.random() < 0.4 else (None, None)
                yield ir.FactDeclaration(
                    kind.key, f"{kind.key}_{name}", type_, f"{name}?", None, least, most
                )
        yield ir.FactDeclaration(kind.key, f"{kind.key}_other", Basic.TRUTH, "Other?")


def _name(type_: Type) -> str:
    return "money" if isinstance(type_, Money) else str(getattr(type_, "value", "choice"))


def _elements(rng: Random) -> Iterator[ir.Element]:
    def element(eid: str, citation: str, label: str, parent: str | None) -> ir.Element:
        mark = rng.choice((None, *ir.Mark))
        source = None if mark is None else ir.SourceMark(mark, rng.choice(("", "a gazette")))
        return ir.Element(eid, citation, label, "", f"Text of {label}", parent, source, False)

    for a in range(1, rng.randint(4, 6)):
        article = f"art_{a}"
        yield element(article, f"{a}", f"Article {a}", None)
        for p in range(1, 5):
            paragraph = f"{article}__para_{p}"
            yield element(paragraph, f"{a}({p})", f"{p}.", article)
            for i in range(1, 3):
                yield element(f"{paragraph}__point_{i}", f"{a}({p})({i})", f"{i})", paragraph)


def _clauses(made: Builder) -> Iterator[ir.Clause]:
    for kind in made.kinds:
        finite = [one for one in made.facts if one.kind == kind.key and finite_values(one.type)]
        clauses: list[ir.Clause] = []
        for _ in range(made.rng.choice((0, 1, 1, 2))):
            literals = tuple(
                ir.FactLiteral(one.key, made.some(values, 1, len(values) - 1))
                for one in made.some(finite, 1 if made.maybe(0.1) else 2, 3)
                if (values := finite_values(one.type))
            )
            clauses.append(ir.Clause(kind.key, literals))
        free: dict[str, object] = {}
        if agreeing(made.rng, clauses, finite, free) is not None:
            yield from clauses


# --- definitions, decisions, rules ------------------------------------------------------


def _forces(made: Builder) -> tuple[ir.Force, ...]:
    if made.timeless or made.maybe(0.6):
        return (ir.ALWAYS,)
    turn = made.rng.choice(DAYS)
    before, after = ir.Force(None, turn), ir.Force(turn + timedelta(days=1), None)
    return made.rng.choice(((before, after), (before,), (after,)))


def _define(made: Builder, number: str) -> None:
    kind = made.rng.choice(made.kinds).key
    forces = _forces(made)
    if made.maybe(0.5):
        made.definitions += [
            ir.Definition(
                f"concept_{number}",
                kind,
                condition(made, kind, 2),
                made.rng.choice(made.elements).eid,
                force,
            )
            for force in forces
        ]
    else:
        type_ = made.rng.choice(TYPES)
        made.quantities += [
            ir.QuantityDefinition(
                f"quantity_{number}",
                kind,
                type_,
                expression(made, type_, kind, 2),
                made.rng.choice(made.elements).eid,
                made.text(),
                force,
            )
            for force in forces
        ]


def _decision(made: Builder, number: str) -> ir.Decision:
    kind = made.rng.choice(made.kinds).key
    type_ = made.rng.choice((*TYPES, Basic.FRACTION, COLOUR, COLOUR))
    combine = made.rng.choice(tuple(ir.Combine) if type_ in NUMERIC else (ir.Combine.ONE,))
    line = made.line(kind)
    cases = [
        ir.Fact(one.kind, one.key)
        for one in made.facts
        if one.kind in line and finite_values(one.type)
    ]
    otherwise = value_of(made.rng, type_) if made.maybe(0.5) else None
    return ir.Decision(
        f"decision_{number}", kind, type_, otherwise, combine, made.some(cases, 0, 2)
    )


def _rule(made: Builder, opened: list[ir.Decision]) -> None:
    giving = [] if made.maybe(0.2) else [made.rng.choice(opened)]
    if giving and made.maybe(0.3):
        giving.append(made.rng.choice(opened))
    lines = [made.line(one.kind) for one in giving] or [made.line(made.rng.choice(opened).kind)]
    kind = made.rng.choice([k for k in lines[0] if all(k in line for line in lines)])
    gives = tuple(
        ir.Gives(
            one.key,
            expression(made, one.type, kind, 1),
            condition(made, kind, 1) if made.maybe(0.3) else None,
        )
        for one in giving
    )
    listed = made.maybe(0.3)
    whens = [condition(made, kind, 2 if listed else 3) for _ in range(2 if listed else 1)]
    force = made.rng.choice(_forces(made))
    eid = made.eids.pop()
    for number, when in enumerate(whens, 1):
        rule = ir.Rule(eid, kind, when, gives, (), made.text(), force)
        if listed:
            rule = replace(rule, eid=f"{eid}__point_{number}", listed_in=eid)
        made.rules.append(rule)


def _displace(made: Builder) -> None:
    """Let rules displace elements whose rules are all of their kind or below and to come."""
    for place, rule in enumerate(made.rules):
        targets = [
            one.eid
            for one in made.elements
            if (under := [i for i in made.below(one.eid) if i != place])
            and all(i > place and rule.kind in made.line(made.rules[i].kind) for i in under)
        ]
        if targets and (made.maybe(0.5) or not rule.gives):
            made.rules[place] = replace(rule, displaces=made.some(targets, 1, 2))


seeds: st.SearchStrategy[int] = st.integers(0, 2**32 - 1)


@dataclass(frozen=True)
class Sample:
    """A law with a case and days, all from `seed`; `rng` goes on from there."""

    seed: int
    law: ir.Law
    case: Case
    days: dict[str, date]
    rng: Random = field(repr=False, compare=False)


def sample(seed: int, *, hostile: bool = False) -> Sample:
    """Return the sample that `seed` stands for."""
    rng = Random(seed)  # noqa: S311 - tests are to be replayed, not to be secret
    made = law(rng, hostile=hostile)
    return Sample(seed, made, case(made, rng), days(made, rng), rng)


samples: st.SearchStrategy[Sample] = seeds.map(sample)
