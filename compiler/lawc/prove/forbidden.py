"""Decisions of an act that the act from which it takes its terms forbids.

An act may forbid decisions to other acts (`lawc.ir.nodes.Ban`). The solver looks for a case
that a ban surely is about, and in which this act surely gives what it forbids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import z3

from lawc.backends.smt.cases import Thing
from lawc.backends.smt.encode import Gift
from lawc.backends.smt.terms import TRUE, conj, disj, equal
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.prove.questions import Questions
from lawc.prove.telling import as_data, cited, not_settled, so_of
from lawc.syntax.act import Act

_END = re.compile(r"[;.][^;.]*$")  # of an item: the words that lead on to the next


def forbidden(questions: Questions, act: Act) -> Iterator[Diagnostic]:
    """Yield each ban that the act violates, with the provisions that do so."""
    decisions = {decision.key: decision for decision in questions.law.decisions}
    for ban in questions.law.bans:
        for granted in ban.granted:
            if granted.decision in decisions:
                decision = decisions[granted.decision]
                yield from _against(questions, act, ban, granted, decision)


def _against(
    questions: Questions, act: Act, ban: ir.Ban, granted: ir.Granted, decision: ir.Decision
) -> Iterator[Diagnostic]:
    meaning, thing = questions.meaning, questions.first(decision.kind)
    about = conj([thing.there, meaning.holds(ban.condition, thing).yes])
    giving = [
        (gift.rule, conj([about, gift.sure, _is_granted(questions, granted, gift)]))
        for gift in meaning.gifts(decision, thing)
    ]
    rest = conj([about, _left(questions, granted, decision, thing)])
    whole = questions.can_be(disj([*(goal for _, goal in giving), rest]))
    first = next(rule for rule, _ in giving)
    if whole is None:
        what = f"gives what `{_named(act, ban)}` forbids"
        yield not_settled(act, Code.FORBIDDEN_BY_FRAMEWORK, first.eid, first.span, what)
    if not whole:
        return
    against = [(rule, goal) for rule, goal in giving if questions.can_be(goal)]
    rule, goal = next(iter(against), (first, rest))
    spans = dict.fromkeys(other.span for other, _ in against if other.span != rule.span)
    others = tuple(Label(act.source, span, "this one too") for span in spans)
    forbids = () if "#" in ban.eid else (Label(act.source, ban.span, "forbids it"),)
    example = questions.example(goal)
    text = _END.sub("", ban.text)
    more = f" and {len(others)} more provisions decide" if others[1:] else " decides"
    more = " and one more provision decide" if len(others) == 1 else more
    yield Diagnostic(
        Code.FORBIDDEN_BY_FRAMEWORK,
        f"this{more} `{decision.key}` as `{_named(act, ban)}` forbids",
        Label(act.source, rule.span),
        related=(*others, *forbids),
        help=f"say that it does not apply there: `{text}`{so_of(example)}",
        where=cited(act, rule.eid),
        example=as_data(example),
    )


def _named(act: Act, ban: ir.Ban) -> str:
    """Return the provision that forbids, as the drafter of this act would cite it."""
    return ban.citation if "#" in ban.eid else cited(act, ban.eid)


def _is_granted(questions: Questions, granted: ir.Granted, gift: Gift) -> z3.BoolRef:
    """Return whether the value that a provision gives is forbidden."""
    values = [questions.meaning.constant(value) for value in granted.values]
    return disj([equal(gift.amount.term, value) for value in values]) if values else TRUE


def _left(
    questions: Questions, granted: ir.Granted, decision: ir.Decision, thing: Thing
) -> z3.BoolRef:
    """Return whether the value without any provision that gives one is forbidden."""
    usual = questions.meaning.decide(decision, thing).value
    values = [questions.meaning.constant(value) for value in granted.values]
    return conj([usual.known, disj([equal(usual.term, value) for value in values])])
