"""Conditions that are always true in their scope: words that require nothing.

The scope of a condition is the cases in which all conditions before it are true: in "a woman
who is pregnant", being pregnant is tested of women, and being a woman of everyone. So a noun at
the beginning of a sentence is not reported if a later word implies it; a later word is, if the
earlier ones imply it.

- Words that require nothing of anyone, such as "a person", are not looked at.
- Of nested conditions the outermost is reported.
- A condition after "unless" is reported if it can never be true.
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
    """Yield the conditions that are true wherever they are tested."""
    law = questions.law
    search = _Search(questions, act)
    own = {element.eid for element in law.elements if " " not in element.citation}
    for definition in law.definitions:
        if definition.eid in own:
            thing = questions.first(definition.kind)
            diagnostics = list(search.at(definition.condition, thing, definition.eid))
            yield from diagnostics
            fails = conj([thing.there, questions.meaning.holds(definition.condition, thing).no])
            if diagnostics and questions.can_be(fails) is False:
                search.known.add(definition.key)
    for rule in law.rules:
        thing = questions.first(kind_of(law, rule))
        yield from search.at(rule.condition, thing, rule.eid)
    for quantity in law.quantities:
        yield from search.at(quantity.value, questions.first(quantity.kind), quantity.eid)


class _Search:
    """A search through the conditions of a law, each once; `seen` are their places so far.

    `known` are the terms that are reported already as true of everything.
    """

    def __init__(self, questions: Questions, act: Act) -> None:
        self.questions = questions
        self.act = act
        self.seen: set[Span] = set()
        self.known: set[str] = set()

    def at(self, expr: ir.Expr, thing: Thing, eid: str) -> Iterator[Diagnostic]:
        """Yield what is always true in a whole condition, tested of each such thing."""
        yield from self._inside(expr, thing, thing.there, eid)

    def _inside(
        self, expr: ir.Expr, thing: Thing, scope: z3.BoolRef, eid: str
    ) -> Iterator[Diagnostic]:
        match expr:
            case ir.Stated(_, part):
                diagnostics = list(self._stated(expr, thing, scope, expr.eid or eid))
                yield from diagnostics
                for inner in () if diagnostics else _parts_left(part):
                    yield from self._inside(inner, thing, scope, expr.eid or eid)
            case ir.Any(parts) if len(parts) > 1 and _all_stated(parts):
                diagnostics = list(self._either(expr, thing, scope, eid))
                yield from diagnostics
                for part in () if diagnostics else parts:
                    yield from self._inside(part, thing, scope, eid)
            case ir.All(parts):
                for part in parts:
                    yield from self._inside(part, thing, scope, eid)
                    scope = conj([scope, self.questions.meaning.holds(part, thing).yes])
            case ir.Not(ir.Stated(_, _, None) as part):
                diagnostics = list(self._exception(part, thing, scope, eid))
                yield from diagnostics or self._inside(part, thing, scope, eid)
            case ir.Some(_, kind, part) | ir.Every(kind, part) | ir.CountOf(kind, part):
                member = self._member(thing, kind)
                if part is not None and member is not None:
                    there = conj([scope, member.there])
                    yield from self._inside(part, member, there, eid)
            case _:
                for part in children(expr):
                    yield from self._inside(part, thing, scope, eid)

    def _member(self, thing: Thing, kind: str) -> Thing | None:
        parents = {kind.key: kind.parent for kind in self.questions.law.kinds}
        owner = thing.of(parents[kind] or "")
        return None if owner is None else owner.lists[kind].members[0]

    def _new(self, part: ir.Stated) -> bool:
        """Return whether a condition requires something, and was not looked at before."""
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
        self, part: ir.Stated, thing: Thing, scope: z3.BoolRef, eid: str
    ) -> Iterator[Diagnostic]:
        if self._new(part):
            yield from self._never_fails(part, part.span, thing, scope, eid)

    def _either(
        self, expr: ir.Any, thing: Thing, scope: z3.BoolRef, eid: str
    ) -> Iterator[Diagnostic]:
        """Yield that at least one of several conditions always is true."""
        spans = [part.span for part in expr.parts if isinstance(part, ir.Stated)]
        span = Span(spans[0].start, spans[-1].end)
        if span not in self.seen:
            self.seen.add(span)
            yield from self._never_fails(expr, span, thing, scope, eid)

    def _never_fails(
        self, part: ir.Expr, span: Span, thing: Thing, scope: z3.BoolRef, eid: str
    ) -> Iterator[Diagnostic]:
        truth = self.questions.meaning.holds(part, thing)
        fails = self.questions.can_be(conj([scope, truth.no]))
        if fails is None:
            yield not_settled(self.act, Code.ALWAYS_TRUE, eid, span, "is always true")
        if fails is not False or self.questions.can_be(conj([scope, truth.yes])) is not True:
            return  # an empty scope is reported elsewhere: something before it never holds
        alone = self.questions.can_be(conj([thing.there, truth.no])) is False
        why = "no case makes it false" if alone else "what stands before it makes it so"
        message = claimed(
            self.questions,
            "this is always true where it is asked",
            "this is true in every case where it is asked,",
        )
        goal = conj([scope, truth.yes])
        yield self._warning(Code.ALWAYS_TRUE, message, span, goal, eid, why)

    def _exception(
        self, part: ir.Stated, thing: Thing, scope: z3.BoolRef, eid: str
    ) -> Iterator[Diagnostic]:
        """Yield that an exception, or a condition after "only if", is never true there."""
        truth = self.questions.meaning.holds(part, thing)
        meets = self.questions.can_be(conj([scope, truth.yes]))
        if meets is False and self._new(part) and self.questions.can_be(scope) is True:
            why = "what stands before it rules it out"
            if self.questions.can_be(conj([thing.there, truth.yes])) is False:
                why = "no case makes it true"
            message = claimed(
                self.questions,
                "this can never be true where it is asked",
                "this is true in no case where it is asked,",
            )
            yield self._warning(Code.NEVER_HOLDS, message, part.span, scope, eid, why)

    def _warning(
        self, code: Code, message: str, span: Span, goal: z3.BoolRef, eid: str, why: str
    ) -> Diagnostic:
        example = self.questions.example(goal)
        whom = so_of(example, "; it is asked of")
        return Diagnostic(
            code,
            message,
            Label(self.act.source, span),
            help=f"{why}{bound(self.questions)}: change it, or take it out{whom}",
            where=cited(self.act, eid),
            severity=Severity.WARNING,
            example=as_data(example),
        )


def _all_stated(parts: tuple[ir.Expr, ...]) -> bool:
    return all(isinstance(part, ir.Stated) and part.span.end for part in parts)


def _parts_left(part: ir.Expr) -> tuple[ir.Expr, ...]:
    """Return the parts still to be looked at if `part`, as stated, is not always true."""
    return part.parts if isinstance(part, ir.Any) else (part,)
