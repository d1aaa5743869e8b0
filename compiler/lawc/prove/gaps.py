"""Things about which nothing is decided, as information: a law need not decide of everyone.

A decision with a value `otherwise` in the vocabulary leaves nobody out: that value is the
answer for all whom no provision is about, as its drafter declared. So it is not reported:
every law that grants something does not grant it to some. A decision without that value is
silent about the rest; the smallest thing that it leaves out is reported, once a decision.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from lawc.backends.smt.terms import conj, disj
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.prove.questions import Questions
from lawc.prove.telling import as_data, cited, not_settled, so_of
from lawc.syntax.act import Act


def gaps(questions: Questions, act: Act) -> Iterator[Diagnostic]:
    """Yield for each decision a thing of which surely nothing is decided."""
    for decision in questions.law.decisions:
        if decision.otherwise is not None:
            continue
        thing = questions.first(decision.kind)
        nothing = questions.meaning.decide(decision, thing).value.nothing
        goal = conj([thing.there, nothing])
        example = questions.example(conj([goal, *_in_force(questions)]))
        example = example or questions.example(goal)
        if example is None and not questions.work.exhausted:
            continue
        rule = next(
            rule
            for rule in questions.law.rules
            if any(gives.decision == decision.key for gives in rule.gives)
        )
        if example is None:
            yield not_settled(act, Code.GAP, rule.eid, rule.span, "decides of everyone")
            continue
        yield Diagnostic(
            Code.GAP,
            f"nothing is decided under `{decision.key}` of some things of the kind "
            f"`{decision.kind}`",
            Label(act.source, rule.span, "the first that decides it"),
            help="say what is decided there, if it is not meant to be left open"
            + so_of(example),
            where=cited(act, rule.eid),
            severity=Severity.NOTE,
            example=as_data(example),
        )


def _in_force(questions: Questions) -> Iterator[z3.BoolRef]:
    """Yield that each term with versions has one in force: L306 reports days without."""
    law = questions.law
    versions: dict[str, list[ir.Force]] = {}
    dated = [(definition.key, definition.force) for definition in law.definitions]
    dated += [(quantity.key, quantity.force) for quantity in law.quantities]
    for key, force in dated:
        versions.setdefault(key, []).append(force)
    for forces in versions.values():
        yield disj([questions.meaning.in_force(force).yes for force in forces])
