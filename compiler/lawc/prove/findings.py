"""What is wrong with a law as a whole, each finding with a person of whom it is so.

Found are provisions that give one thing two different values and of which neither displaces the
other, provisions that can never apply, and lettered points that can never hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import z3

from lawc.backends.smt.encode import Given
from lawc.backends.smt.terms import conj, equal
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.lower.eids import eid_of
from lawc.prove.questions import Example, Questions
from lawc.source import Span
from lawc.syntax.act import Act


def findings(law: ir.Law, act: Act) -> Iterator[Diagnostic]:
    """Yield what a solver finds in `law`; places are those in the text of `act`."""
    questions = Questions(law)
    yield from _contradictions(questions, act)
    yield from _never_apply(questions, act)
    yield from _never_hold(questions, act)


# --- contradictions ---------------------------------------------------------------------


def _contradictions(questions: Questions, act: Act) -> Iterator[Diagnostic]:
    law = questions.law
    for decision in law.decisions:
        if decision.combine is not ir.Combine.ONE:
            continue
        thing = questions.first(decision.kind)
        found = questions.meaning.given(decision, thing)
        if (
            questions.can_be(
                conj([thing.there, questions.meaning.decide(decision, thing).contradiction])
            )
            is False
        ):
            continue
        for number, one in enumerate(found):
            for other in found[number + 1 :]:
                goal = conj([thing.there, _clash(one, other)])
                can_be = questions.can_be(goal)
                if can_be is not False:
                    yield _contradiction(
                        questions,
                        act,
                        decision,
                        (one.rule, other.rule),
                        goal,
                        sure=bool(can_be),
                    )


def _clash(one: Given, other: Given) -> z3.BoolRef:
    return conj([one.sure, other.sure, z3.Not(equal(one.amount.term, other.amount.term))])


def _contradiction(
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
        message = f"not settled: whether two provisions decide `{decision.key}` differently"
    return Diagnostic(
        Code.CONTRADICTION,
        message,
        Label(act.source, second.span, "" if first is second else "and this one"),
        related=() if first is second else (Label(act.source, first.span, "this one"),),
        help="say which of them gives way to the other" + _of(example),
        where=_cited(act, second.eid),
        severity=Severity.ERROR if sure else Severity.WARNING,
    )


# --- what never matters -----------------------------------------------------------------


def _never_apply(questions: Questions, act: Act) -> Iterator[Diagnostic]:
    law = questions.law
    kinds = {one.key: one.kind for one in law.decisions}
    for rule in law.rules:
        kind = next((kinds[gives.decision] for gives in rule.gives), rule.kind)
        thing = questions.first(kind)
        goal = conj([thing.there, questions.meaning.applies(rule, thing).yes])
        can_be = questions.can_be(goal)
        if can_be is None:
            yield _unsettled(act, Code.NEVER_APPLIES, rule.eid, rule.span, "can apply")
        if can_be is not False:
            continue
        alone = conj([thing.there, questions.meaning.holds(rule.condition, thing).yes])
        displaced = questions.can_be(alone) is not False
        why = (
            "other provisions displace it in every case that it is about"
            if displaced
            else "what it asks for cannot be true together"
        )
        yield Diagnostic(
            Code.NEVER_APPLIES,
            "this provision can never apply",
            Label(act.source, rule.span),
            help=f"{why}{_bound(questions)}: change it, or take it out",
            where=_cited(act, rule.eid),
            severity=Severity.WARNING,
        )


def _never_hold(questions: Questions, act: Act) -> Iterator[Diagnostic]:
    law = questions.law
    rules = {rule.eid for rule in law.rules}
    own = {one.eid for one in law.elements if " " not in one.citation}
    seen: set[str] = set()
    conditions = [(one.kind, one.condition) for one in law.rules]
    conditions += [(one.kind, one.condition) for one in law.definitions]
    for kind, condition in conditions:
        for of, part in _stated(kind, condition):
            eid = part.eid
            if eid is None or eid in seen or eid in rules or eid not in own:
                continue
            seen.add(eid)
            thing = questions.first(of)
            goal = conj([thing.there, questions.meaning.holds(part, thing).yes])
            can_be = questions.can_be(goal)
            if can_be is None:
                yield _unsettled(act, Code.NEVER_HOLDS, eid, part.span, "can be true")
            if can_be is False:
                yield Diagnostic(
                    Code.NEVER_HOLDS,
                    "this point can never be true",
                    Label(act.source, part.span),
                    help=f"no case satisfies it{_bound(questions)}: change it, or take it out",
                    where=_cited(act, eid),
                    severity=Severity.WARNING,
                )


def _unsettled(act: Act, code: Code, eid: str, span: Span, what: str) -> Diagnostic:
    """Return that the solver gave up on a question: what is not settled is not denied."""
    return Diagnostic(
        code,
        f"not settled: whether this {what}",
        Label(act.source, span),
        help="the solver gave up; a simpler condition may help it",
        where=_cited(act, eid),
        severity=Severity.WARNING,
    )


def _stated(kind: str, expr: ir.Expr) -> Iterator[tuple[str, ir.Stated]]:
    """Yield the stated parts of a condition, with the kind of thing that each is about."""
    if isinstance(expr, ir.Stated):
        yield kind, expr
    listed = ir.Some | ir.Every | ir.CountOf | ir.TotalOf
    inner = expr.kind if isinstance(expr, listed) else kind
    for part in children(expr):
        yield from _stated(inner, part)


# --- words --------------------------------------------------------------------------------


def _of(example: Example | None) -> str:
    if example is None:
        return ""
    days = {key: day.isoformat() for key, day in example.days.items()}
    said = json.dumps({**example.case, **days}, ensure_ascii=False)
    return f"; it is so of {said}"


def _bound(questions: Questions) -> str:
    if questions.whole:
        return ""
    return f" (searched with lists of up to {questions.members})"


def _cited(act: Act, eid: str) -> str:
    """Return the provision as its labels name it, empty for what is not in the text."""
    wanted = eid.partition("#")[0]
    passages = (one for article in act.passages for one in article.within())
    return next((one.where for one in passages if eid_of(one) == wanted), "")
