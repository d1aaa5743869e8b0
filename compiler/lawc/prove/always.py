"""Conditions that are always true where they are asked: words that ask for nothing.

A condition is asked where what stands before it is true: of "a woman who is pregnant", that she
is pregnant is asked of women, and that she is a woman is asked of everyone. So the noun that a
sentence begins with is no alarm where a later word implies it; the later word is, where the
earlier ones imply it. Words that require nothing of anyone, such as "a person", are not looked
at, and of nested conditions the outermost is told. What stands after "unless" is told of where
it can never be true.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from lawc.backends.smt.cases import Thing
from lawc.backends.smt.terms import conj
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.prove.never import kind_of
from lawc.prove.questions import Questions
from lawc.prove.telling import as_data, bound, cited, claimed, not_settled, so_of
from lawc.source import Span
from lawc.syntax.act import Act


def always_true(questions: Questions, act: Act) -> Iterator[Diagnostic]:
    """Yield the conditions that are true wherever they are asked."""
    law = questions.law
    looked = _Looking(questions, act)
    own = {one.eid for one in law.elements if " " not in one.citation}
    for one in law.definitions:
        if one.eid in own:
            thing = questions.first(one.kind)
            told = list(looked.at(one.condition, thing, one.eid))
            yield from told
            fails = conj([thing.there, questions.meaning.holds(one.condition, thing).no])
            if told and questions.can_be(fails) is False:
                looked.known.add(one.key)
    for rule in law.rules:
        thing = questions.first(kind_of(law, rule))
        yield from looked.at(rule.condition, thing, rule.eid)
    for each in law.quantities:
        yield from looked.at(each.value, questions.first(each.kind), each.eid)


class _Looking:
    """Looks at each condition of a law once; `seen` are the places of those looked at.

    `known` are the terms of which it is told already that they are true of everything.
    """

    def __init__(self, questions: Questions, act: Act) -> None:
        self.questions = questions
        self.act = act
        self.seen: set[Span] = set()
        self.known: set[str] = set()

    def at(self, expr: ir.Expr, thing: Thing, eid: str) -> Iterator[Diagnostic]:
        """Yield what is always true of a whole condition, asked of each such thing."""
        yield from self._inside(expr, thing, thing.there, eid)

    def _inside(
        self, expr: ir.Expr, thing: Thing, asked: z3.BoolRef, eid: str
    ) -> Iterator[Diagnostic]:
        match expr:
            case ir.Stated(_, part):
                told = list(self._stated(expr, thing, asked, expr.eid or eid))
                yield from told
                for inner in () if told else _asked_as_it(part):
                    yield from self._inside(inner, thing, asked, expr.eid or eid)
            case ir.Any(parts) if len(parts) > 1 and _all_stated(parts):
                told = list(self._either(expr, thing, asked, eid))
                yield from told
                for part in () if told else parts:
                    yield from self._inside(part, thing, asked, eid)
            case ir.All(parts):
                for part in parts:
                    yield from self._inside(part, thing, asked, eid)
                    asked = conj([asked, self.questions.meaning.holds(part, thing).yes])
            case ir.Not(ir.Stated(_, _, None) as part):
                told = list(self._exception(part, thing, asked, eid))
                yield from told or self._inside(part, thing, asked, eid)
            case ir.Some(_, kind, part) | ir.Every(kind, part) | ir.CountOf(kind, part):
                member = self._member(thing, kind)
                if part is not None and member is not None:
                    there = conj([asked, member.there])
                    yield from self._inside(part, member, there, eid)
            case _:
                for part in children(expr):
                    yield from self._inside(part, thing, asked, eid)

    def _member(self, thing: Thing, kind: str) -> Thing | None:
        parents = {one.key: one.parent for one in self.questions.law.kinds}
        owner = thing.of(parents[kind] or "")
        return None if owner is None else owner.lists[kind].members[0]

    def _new(self, part: ir.Stated) -> bool:
        """Tell whether a condition asks for something, and was not looked at before."""
        inner: ir.Expr = part
        while isinstance(inner, ir.Stated):
            inner = inner.part
        if inner in (ir.All(()), ir.Any(())) or part.span in self.seen:
            return False
        if isinstance(inner, ir.Concept) and inner.key in self.known:
            return False
        self.seen.add(part.span)
        return True

    def _stated(
        self, part: ir.Stated, thing: Thing, asked: z3.BoolRef, eid: str
    ) -> Iterator[Diagnostic]:
        if self._new(part):
            yield from self._never_fails(part, part.span, thing, asked, eid)

    def _either(
        self, expr: ir.Any, thing: Thing, asked: z3.BoolRef, eid: str
    ) -> Iterator[Diagnostic]:
        """Yield that one of several conditions is always true, whichever of them it is."""
        spans = [one.span for one in expr.parts if isinstance(one, ir.Stated)]
        span = Span(spans[0].start, spans[-1].end)
        if span not in self.seen:
            self.seen.add(span)
            yield from self._never_fails(expr, span, thing, asked, eid)

    def _never_fails(
        self, part: ir.Expr, span: Span, thing: Thing, asked: z3.BoolRef, eid: str
    ) -> Iterator[Diagnostic]:
        truth = self.questions.meaning.holds(part, thing)
        fails = self.questions.can_be(conj([asked, truth.no]))
        if fails is None:
            yield not_settled(self.act, Code.ALWAYS_TRUE, eid, span, "is always true")
        if fails is not False or self.questions.can_be(conj([asked, truth.yes])) is not True:
            return  # what is never asked is told of elsewhere: it stands in what never holds
        alone = self.questions.can_be(conj([thing.there, truth.no])) is False
        why = "no case makes it false" if alone else "what stands before it makes it so"
        message = claimed(
            self.questions,
            "this is always true where it is asked",
            "this is true in every case where it is asked,",
        )
        goal = conj([asked, truth.yes])
        yield self._told(Code.ALWAYS_TRUE, message, span, goal, eid, why)

    def _exception(
        self, part: ir.Stated, thing: Thing, asked: z3.BoolRef, eid: str
    ) -> Iterator[Diagnostic]:
        """Yield that what is excepted, or asked by "only if", never comes about there."""
        truth = self.questions.meaning.holds(part, thing)
        meets = self.questions.can_be(conj([asked, truth.yes]))
        if meets is False and self._new(part) and self.questions.can_be(asked) is True:
            why = "what stands before it rules it out"
            if self.questions.can_be(conj([thing.there, truth.yes])) is False:
                why = "no case makes it true"
            message = claimed(
                self.questions,
                "this can never be true where it is asked",
                "this is true in no case where it is asked,",
            )
            yield self._told(Code.NEVER_HOLDS, message, part.span, asked, eid, why)

    def _told(
        self, code: Code, message: str, span: Span, goal: z3.BoolRef, eid: str, why: str
    ) -> Diagnostic:
        example = self.questions.example(goal)
        asked = so_of(example, "; it is asked of")
        return Diagnostic(
            code,
            message,
            Label(self.act.source, span),
            help=f"{why}{bound(self.questions)}: change it, or take it out{asked}",
            where=cited(self.act, eid),
            severity=Severity.WARNING,
            example=as_data(example),
        )


def _all_stated(parts: tuple[ir.Expr, ...]) -> bool:
    return all(isinstance(one, ir.Stated) and one.span.end for one in parts)


def _asked_as_it(part: ir.Expr) -> tuple[ir.Expr, ...]:
    """Return what is left to look at where words state `part` and that is not always true."""
    return part.parts if isinstance(part, ir.Any) else (part,)
