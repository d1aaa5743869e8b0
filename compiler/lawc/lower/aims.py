"""Aims: the provisions that a displacing sentence is about, with its own element left out.

`This Article does not apply to ...` may stand in that very article. It is about all other
provisions there, and not about itself. Other sentences of its own element have the same number,
by which they cannot be displaced: they hold unless its condition does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.lower.conditions import joined
from lawc.lower.context import Place
from lawc.lower.eids import at_or_below, eid_of
from lawc.lower.lowered import Lowered
from lawc.syntax.act import Passage


def without(targets: Iterable[Passage], places: frozenset[str]) -> Iterator[str]:
    """Yield the elements named; those that contain a place, by what else is in them."""
    for target in targets:
        eid = eid_of(target)
        if eid in places:
            continue
        if any(at_or_below(place, eid) for place in places):
            yield from without(target.items, places)
        else:
            yield eid


def around(rules: Iterable[ir.Rule], here: Passage, targets: Iterable[str]) -> tuple[int, ...]:
    """Return the places of the rules of `here`, and of the elements around it, in a target."""
    targets = tuple(targets)
    own = eid_of(here)
    return tuple(
        place
        for place, rule in enumerate(rules)
        if at_or_below(own, rule.eid) and any(at_or_below(rule.eid, aim) for aim in targets)
    )


def hold_unless(
    place: Place, into: Lowered, places: Iterable[int], exceptions: Iterable[ir.Rule]
) -> bool:
    """Let rules hold unless an exception does; tell whether there are such rules."""
    exceptions = tuple(exceptions)
    denied = tuple(ir.Not(exception.condition) for exception in exceptions)
    timed = any(exception.force != ir.ALWAYS for exception in exceptions)
    places = tuple(places)
    for number in places:
        rule = into.rules[number]
        if timed or place.kind not in place.ctx.vocabulary.chain(rule.kind):
            place.ctx.problem(
                Code.NOT_SEPARATE,
                "this is an exception to a sentence of the same element, and cannot be told "
                "from it there",
                place.passage.span,
                place.passage.where,
                help_="put the exception into an element of its own",
            )
            return True
        into.rules[number] = replace(rule, condition=joined([rule.condition, *denied]))
    return bool(places)


def deciding_alike(rules: Iterable[ir.Rule], gives: tuple[ir.Gives, ...]) -> list[ir.Rule]:
    """Return the rules that give what an effect gives."""
    return [
        rule
        for rule in rules
        if any(
            (g.decision, g.value) == (x.decision, x.value) for g in rule.gives for x in gives
        )
    ]
