"""Pairs of provisions that give a thing different values, and do not displace each other."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from lawc.backends.smt.encode import Gift
from lawc.backends.smt.terms import conj, equal
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.prove.questions import Questions
from lawc.prove.telling import NOT_SETTLED, as_data, cited, so_of
from lawc.syntax.act import Act


def contradictions(questions: Questions, act: Act) -> Iterator[Diagnostic]:
    """Yield each pair of provisions that contradict each other in some case."""
    law = questions.law
    for decision in law.decisions:
        if decision.combine is not ir.Combine.ONE:
            continue
        thing = questions.first(decision.kind)
        gifts = questions.meaning.gifts(decision, thing)
        whole = questions.meaning.decide(decision, thing).contradiction
        goal = conj([thing.there, whole])
        if questions.can_be(goal) is False:
            continue
        if questions.work.exhausted:
            rule = gifts[0].rule
            yield _report(questions, act, decision, (rule, rule), goal, sure=False)
            continue
        for number, first in enumerate(gifts):
            for second in gifts[number + 1 :]:
                goal = conj([thing.there, _clash(first, second)])
                can_be = questions.can_be(goal)
                if can_be is not False:
                    rules = (first.rule, second.rule)
                    yield _report(questions, act, decision, rules, goal, sure=bool(can_be))


def _clash(first: Gift, second: Gift) -> z3.BoolRef:
    return conj([first.sure, second.sure, z3.Not(equal(first.amount.term, second.amount.term))])


def _report(
    questions: Questions,
    act: Act,
    decision: ir.Decision,
    rules: tuple[ir.Rule, ir.Rule],
    goal: z3.BoolRef,
    *,
    sure: bool,
) -> Diagnostic:
    first, second = rules
    example = questions.example(goal) if sure else None
    kind = decision.kind.replace("_", " ")
    message = f"two provisions decide `{decision.key}` of one {kind} differently"
    if not sure:
        message = f"{NOT_SETTLED}whether two provisions decide `{decision.key}` differently"
    return Diagnostic(
        Code.CONTRADICTION,
        message,
        Label(act.source, second.span, "" if first is second else "and this one"),
        related=() if first is second else (Label(act.source, first.span, "this one"),),
        help="say which of them gives way to the other" + so_of(example),
        where=cited(act, second.eid),
        severity=Severity.ERROR if sure else Severity.WARNING,
        example=as_data(example),
    )
