"""A law in a few words, for tests that are about one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.meaning.answers import Answer
from lawc.meaning.answers import answer as answer_of
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import decide, holds, value
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import Result
from lawc.meaning.world import World
from lawc.runtime.values import ProvisionRange, provision

KZT = Money("KZT")
SEX = Choice("sex", ("female", "male"))
CATEGORY = Choice("category", ("minor", "medium", "serious"))
OUTCOME = Choice("outcome", ("released", "reduced", "excluded"))

KINDS = (
    ir.Kind("person", None, None),
    ir.Kind("offence", "person", "offences"),
    ir.Kind("child", "person", "children"),
)
_FACTS: tuple[tuple[str, str, Type], ...] = (
    ("person", "sex", SEX),
    ("person", "pregnant", Basic.TRUTH),
    ("person", "veteran", Basic.TRUTH),
    ("person", "date_of_birth", Basic.DATE),
    ("person", "visits", Basic.COUNT),
    ("person", "income", KZT),
    ("person", "share", Basic.FRACTION),
    ("offence", "category", CATEGORY),
    ("offence", "provision", Basic.PROVISION),
    ("offence", "torture", Basic.TRUTH),
    ("offence", "damage", KZT),
    ("offence", "committed_on", Basic.DATE),
    ("child", "date_of_birth", Basic.DATE),
)
FACTS = tuple(ir.FactDeclaration(kind, key, type_, "?") for kind, key, type_ in _FACTS)
DAYS = (
    ir.ParameterDeclaration("effective_day", None, None, "Since when?"),
    ir.ParameterDeclaration("law_day", None, None, "Whose law?"),
)

EFFECTIVE = {"effective_day": date(2025, 7, 5)}
VETERAN = ir.Fact("person", "veteran")
PREGNANT = ir.Fact("person", "pregnant")
FEMALE = ir.OneOf(ir.Fact("person", "sex"), ("female",))
TORTURE = ir.Fact("offence", "torture")
MINOR = ir.OneOf(ir.Fact("offence", "category"), ("minor",))
TRUE, FALSE = ir.All(()), ir.Any(())
A_MAN_IS_NOT_PREGNANT = ir.Clause(
    "person", (ir.FactLiteral("sex", ("female",)), ir.FactLiteral("pregnant", (False,)))
)


def law(rules: Iterable[ir.Rule] = (), **parts: Any) -> ir.Law:
    """Return a law with these parts, and every element that they name."""
    named = {
        "act": "Small Act",
        "package": "small_act",
        "title": "A Small Act",
        "language": "en",
        "kinds": KINDS,
        "facts": FACTS,
        "clauses": (),
        "parameters": DAYS,
        "definitions": (),
        "quantities": (),
        "decisions": (),
        "rules": tuple(rules),
        "law_day": "law_day",
        "month_end_up": False,
        **parts,
    }
    eids = [one.eid for part in ("definitions", "quantities", "rules") for one in named[part]]
    named.setdefault("elements", tuple(_elements(eids)))
    return ir.Law(**named)


def _elements(eids: list[str]) -> Iterable[ir.Element]:
    found: dict[str, str | None] = {}
    for eid in eids:
        parts = eid.split("__")
        for depth in range(1, len(parts) + 1):
            above = "__".join(parts[: depth - 1]) or None
            found["__".join(parts[:depth])] = above
    for eid in sorted(found):
        yield ir.Element(eid, eid, eid, "", "", found[eid], None, inert=False)


def rule(eid: str, condition: ir.Expr, gives: Any = None, **parts: Any) -> ir.Rule:
    """Return a rule about offences that gives an outcome, or nothing."""
    parts = {"kind": "offence", "displaces": (), "when": None, "decision": "outcome", **parts}
    decision, when = parts.pop("decision"), parts.pop("when")
    given = () if gives is None else (ir.Gives(decision, literal(gives), when),)
    return ir.Rule(eid=eid, condition=condition, gives=given, text="", **parts)


def literal(given: Any) -> ir.Expr:
    """Return a value as the law writes it; an expression as it is."""
    match given:
        case bool():
            return ir.Literal(given, Basic.TRUTH)
        case int():
            return ir.Literal(given, Basic.COUNT)
        case Fraction():
            return ir.Literal(given, Basic.FRACTION)
        case date():
            return ir.Literal(given, Basic.DATE)
        case str():
            return ir.Literal(given, OUTCOME)
        case _:
            expr: ir.Expr = given
            return expr


def decision(type_: Type = OUTCOME, **parts: Any) -> ir.Decision:
    """Return the decision `outcome` of an offence."""
    named = {
        "key": "outcome",
        "kind": "offence",
        "otherwise": None,
        "combine": ir.Combine.ONE,
        "cases": (),
        **parts,
    }
    return ir.Decision(type=type_, **named)


RELEASE = rule("art_2", MINOR, "released")


def deciding(*rules: ir.Rule, **parts: Any) -> ir.Law:
    """Return a law that decides the outcome by these rules."""
    return law(rules, **{"decisions": (decision(),), **parts})


def under(*texts: str) -> ir.Expr:
    """Return the condition that the provision is one of these, written `188` or `255:261`."""
    ends = [text.partition(":") for text in texts]
    ranges = [ProvisionRange(provision(a), provision(b or a)) for a, _, b in ends]
    return ir.Under(ir.Fact("offence", "provision"), tuple(ranges))


def thing(given: ir.Law, **facts: Any) -> Thing:
    """Return the person with these known facts, even if they break an assumption."""
    found = read_case(replace(given, clauses=()), facts)
    assert isinstance(found, Thing), found
    return found


def truth_of(condition: ir.Expr, days: dict[str, date] | None = None, **facts: Any) -> Result:
    """Return whether `condition` holds of the person with these known facts."""
    given = law()
    return holds(World(given, days or {}), condition, thing(given, **facts))


def value_of(expr: ir.Expr, *, month_end_up: bool = False, **facts: Any) -> Result:
    """Return the value of `expr` for the person with these known facts."""
    given = law(month_end_up=month_end_up)
    return value(World(given, {}), expr, thing(given, **facts))


def answer(given: ir.Law, days: dict[str, date] | None = None, **facts: Any) -> Answer:
    """Return the first decision of the law about the first offence, or about the person."""
    found = thing(given, **facts)
    first = given.decisions[0]
    one = found.members["offence"][0] if first.kind == "offence" else found
    return answer_of(World(given, days or {}), first, one)


def outcome(given: ir.Law, days: dict[str, date] | None = None, **offence: Any) -> Result:
    """Return the three-valued outcome of one offence with these facts."""
    found = thing(given, offences=[offence])
    return decide(World(given, days or {}), given.decisions[0], found.members["offence"][0])
