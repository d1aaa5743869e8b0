"""Circles: no definition, no amount and no displacing provision may rest on itself."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.check.wording import decision_wording, wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.cycles import DECISION, RULE, cycles, named_things, uses
from lawc.ir.declared import Declared
from lawc.records import dataclass
from lawc.source import Span
from lawc.syntax.act import Act
from lawc.vocabulary.model import Vocabulary


@dataclass(frozen=True, slots=True)
class _Member:
    """A member of a circle: its name for a reader, its place, whether it is a rule."""

    name: str
    span: Span
    rule: bool


def check_circles(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield the circles of displacement (L401), and those of definitions and amounts (L402)."""
    for rule in declared.law.rules:
        if any(rule is below for target in rule.displaces for below in declared.below(target)):
            yield _circle(act, [_Member("", rule.span, rule=True)])
    for circle in cycles(uses(declared)):
        pairs = zip(circle, (*circle[1:], circle[0]), strict=True)
        yield _circle(act, [_member(act, declared, vocabulary, *pair) for pair in pairs])


def _member(
    act: Act, declared: Declared, vocabulary: Vocabulary, thing: str, rests_on: str
) -> _Member:
    """Return a member of a circle as a reader sees it, at the provision that names the next."""
    law = declared.law
    what, _, key = thing.partition(" ")
    citations = law.citations
    if what == RULE:
        rule = law.rules[int(key)]
        return _Member(citations[rule.eid], rule.span, rule=True)
    if what == DECISION:
        name = f"`{decision_wording(act, vocabulary, key)}`"
        if rests_on.startswith(f"{RULE} "):
            return _Member(name, law.rules[int(rests_on.partition(" ")[2])].span, rule=False)
        rule = next(
            rule
            for rule in law.rules
            for gives in rule.gives
            if gives.decision == key and rests_on in _named(declared, gives.value, gives.when)
        )
        return _Member(f"{name} in {citations[rule.eid]}", rule.span, rule=False)
    versions: tuple[ir.Definition | ir.QuantityDefinition, ...]
    versions = (*law.definitions, *law.quantities)
    version = next(
        defining
        for defining in versions
        if defining.key == key and rests_on in _named(declared, _meaning(defining))
    )
    name = f"`{wording(act, vocabulary, key)}` in {citations[version.eid]}"
    return _Member(name, version.span, rule=False)


def _meaning(version: ir.Definition | ir.QuantityDefinition) -> ir.Expr:
    return version.condition if isinstance(version, ir.Definition) else version.value


def _named(declared: Declared, *parts: ir.Expr | None) -> frozenset[str]:
    """Return the things that expressions name."""
    exprs = (part for part in parts if part is not None)
    return frozenset(thing for part in exprs for thing in named_things(declared, part))


def _circle(act: Act, circle: list[_Member]) -> Diagnostic:
    first, *others = circle
    loop = " -> ".join(member.name for member in (*circle, first))
    displacing = all(member.rule for member in circle)
    match displacing, len(circle):
        case True, 1 if not first.name:
            what = "this provision displaces itself"
        case True, 1:
            what = "whether this provision applies rests on whether it applies"
        case True, _:
            what = f"whether these provisions apply rests on each other, in a circle: {loop}"
        case _, 1:
            what = f"{first.name} rests on itself"
        case _:
            what = f"these rest on each other in a circle: {loop}"
    spans = [member.span for member in others if member.span != first.span]
    return Diagnostic(
        Code.DISPLACEMENT_CYCLE if displacing else Code.DEFINITION_CYCLE,
        what,
        Label(act.source, first.span),
        tuple(Label(act.source, span, "part of the circle") for span in dict.fromkeys(spans)),
        "take one of them out of the circle" if others else "say it without itself",
    )
