"""Bans: decisions that no act of some sort may make, and the acts that they bind.

Before: "An act of pardon does not apply to a person who ...", in the act from which others take
their terms. After: a `Ban`, in that act and in each of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.walk import inside, rebuilt
from lawc.lower.conditions import class_condition
from lawc.lower.context import Context, Place
from lawc.lower.eids import citation_of, eid_of
from lawc.lower.lowered import Lowered
from lawc.lower.provisions import by_grounds
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree


def lower_bans(ctx: Context, into: Lowered, sentences: Iterable[tuple[Passage, Tree]]) -> None:
    """Lower the sentences that forbid decisions to acts of some sort."""
    for passage, sentence in sentences:
        match sentence.children[-1]:
            case Tree("forbids", (Phrase() as instrument, Tree() as cls, *rest)) as body:
                into.bans += _bans(ctx, passage, body, instrument, cls, rest)


def _bans(
    ctx: Context,
    passage: Passage,
    body: Tree,
    instrument: Phrase,
    cls: Tree,
    rest: list[Tree | None],
) -> Iterator[ir.Ban]:
    declared = ctx.vocabulary.instruments[instrument.key]
    place = Place(ctx, declared.kind, passage)
    rule = ir.Rule("", declared.kind, ir.All(()), (), (), "", span=passage.place)
    citations = {eid_of(element): citation_of(element) for element in passage.within()}
    required = [class_condition(place, cls)]
    for ground in by_grounds(place, rule, required, rest, ctx.act.text(body.span)):
        if any(isinstance(part, _OWN) for part in inside(ground.condition)):
            ctx.problem(
                Code.UNKNOWN_REFERENCE,
                "this says what other acts may decide, and rests on what only this act knows",
                ground.span,
                passage.where,
                help_="say it with facts and terms that other acts share",
            )
            continue
        yield ir.Ban(
            ground.eid,
            citations[ground.eid],
            declared.kind,
            ground.condition,
            declared.granted,
            ground.text,
            ground.span,
        )


_OWN = ir.Applies | ir.Quantity | ir.Decided  # of an act, and not shared with others


def shared_bans(law: ir.Law, name: str) -> Iterator[ir.Ban]:
    """Yield the bans of `law`, as they stand in an act that takes terms from it.

    Args:
        law: the act that states them, or is bound by them itself.
        name: its name in the other act.
    """
    for ban in law.bans:
        if "#" in ban.eid:
            yield ban
            continue
        yield replace(
            ban,
            eid=f"{law.act}#{ban.eid}",
            citation=f"{name}, {ban.citation}",
            condition=_with_meanings(ban.condition, law),
        )


def _with_meanings(expr: ir.Expr, law: ir.Law) -> ir.Expr:
    """Return a condition with each term replaced by its meaning, and no element named.

    Terms that have periods in force are no terms to share (`lawc.ir.verify` refuses them in an
    act without versions), so each meaning is in force.
    """
    match expr:
        case ir.Stated(text, part):
            return ir.Stated(text, _with_meanings(part, law))
        case ir.Concept(key):
            meanings = [term.condition for term in law.definitions if term.key == key]
            written = tuple(_with_meanings(condition, law) for condition in meanings)
            return written[0] if len(written) == 1 else ir.Any(written)
        case _:
            return rebuilt(expr, lambda part: _with_meanings(part, law))
