"""Provisions that can never apply, and points that can never be true."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from lawc.backends.smt.cases import Thing
from lawc.backends.smt.terms import conj
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.prove.questions import Questions
from lawc.prove.telling import as_data, bound, cited, claimed, not_settled, so_of
from lawc.syntax.act import Act


def never_apply(questions: Questions, act: Act) -> Iterator[Diagnostic]:
    """Yield the provisions that apply in no case."""
    for rule in questions.law.rules:
        thing = questions.first(kind_of(questions.law, rule))
        goal = conj([thing.there, questions.meaning.applies(rule, thing).yes])
        can_be = questions.can_be(goal)
        if can_be is None:
            yield not_settled(act, Code.NEVER_APPLIES, rule.eid, rule.span, "can apply")
        if can_be is False:
            yield _idle(questions, act, rule, thing)


def kind_of(law: ir.Law, rule: ir.Rule) -> str:
    """Return the kind of thing that a provision decides of."""
    kinds = {decision.key: decision.kind for decision in law.decisions}
    return next((kinds[gives.decision] for gives in rule.gives), rule.kind)


def _idle(questions: Questions, act: Act, rule: ir.Rule, thing: Thing) -> Diagnostic:
    """Return a warning why a provision never applies: by itself, or displaced by others."""
    meaning = questions.meaning
    holds = meaning.holds(rule.condition, thing)
    alone = conj([thing.there, meaning.in_force(rule.force).yes, holds.yes])
    why, example = "what it asks for cannot be true together", None
    related: tuple[Label, ...] = ()
    if questions.can_be(alone) is not False:
        displacing = _swallowing(questions, rule, thing, alone)
        names = _listed([cited(act, by.eid) for by in displacing])
        verb = "displaces" if len(displacing) == 1 else "displace"
        why = f"`{names}` {verb} it in every case that it is about"
        example = questions.example(alone)
        related = tuple(Label(act.source, by.span, "displaces it") for by in displacing[:1])
    whom = so_of(example, "; it would apply to")
    return Diagnostic(
        Code.NEVER_APPLIES,
        claimed(
            questions, "this provision can never apply", "this provision applies in no case"
        ),
        Label(act.source, rule.span),
        related=related,
        help=f"{why}{bound(questions)}: change it, or take it out{whom}",
        where=cited(act, rule.eid),
        severity=Severity.WARNING,
        example=as_data(example),
    )


def _swallowing(
    questions: Questions, rule: ir.Rule, thing: Thing, alone: z3.BoolRef
) -> list[ir.Rule]:
    """Return a provision that alone displaces a rule in every case, else all displacing it."""
    displacing = [by for by in questions.meaning.world.displacing(rule) if by is not rule]
    for by in displacing:
        left = conj([alone, questions.meaning.applies(by, thing).no])
        if questions.can_be(left) is False:
            return [by]
    return displacing


def _listed(names: list[str]) -> str:
    return "`, `".join(dict.fromkeys(name for name in names if name))


def never_hold(questions: Questions, act: Act) -> Iterator[Diagnostic]:
    """Yield the lettered points that are true in no case."""
    law = questions.law
    rules = {rule.eid for rule in law.rules}
    own = {element.eid for element in law.elements if " " not in element.citation}
    seen: set[str] = set()
    conditions = [(rule.kind, rule.condition) for rule in law.rules]
    conditions += [(definition.kind, definition.condition) for definition in law.definitions]
    for kind, condition in conditions:
        for of, part in _stated_parts(kind, condition):
            eid = part.eid
            if eid is None or eid in seen or eid in rules or eid not in own:
                continue
            seen.add(eid)
            thing = questions.first(of)
            goal = conj([thing.there, questions.meaning.holds(part, thing).yes])
            can_be = questions.can_be(goal)
            if can_be is None:
                yield not_settled(act, Code.NEVER_HOLDS, eid, part.span, "can be true")
            if can_be is False:
                yield Diagnostic(
                    Code.NEVER_HOLDS,
                    claimed(
                        questions,
                        "this point can never be true",
                        "this point is true in no case",
                    ),
                    Label(act.source, part.span),
                    help=f"no case satisfies it{bound(questions)}: change it, or take it out",
                    where=cited(act, eid),
                    severity=Severity.WARNING,
                )


def _stated_parts(kind: str, expr: ir.Expr) -> Iterator[tuple[str, ir.Stated]]:
    """Yield the stated parts of a condition, with the kind of thing that each is about."""
    if isinstance(expr, ir.Stated):
        yield kind, expr
    listed = ir.Some | ir.Every | ir.CountOf | ir.TotalOf
    inner = expr.kind if isinstance(expr, listed) else kind
    for part in children(expr):
        yield from _stated_parts(inner, part)
