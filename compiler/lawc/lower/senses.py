"""The meaning of phrases and classes of the vocabulary, where a law uses them."""

from __future__ import annotations

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.lower.citations import ranges
from lawc.lower.context import Place
from lawc.lower.days import day
from lawc.lower.meanings import Filling, Scope, meaning
from lawc.lower.same_member import check_days
from lawc.lower.values import literal, which_one
from lawc.runtime.values import ProvisionRange
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.phrases import Slot
from lawc.vocabulary.model import Sense


def check_subject(place: Place, predicate: Phrase, subject: Phrase) -> None:
    """Report a predicate about a subject of a kind that it cannot be about."""
    text = place.ctx.act.text
    if predicate.about != subject.about:
        place.ctx.problem(
            Code.WRONG_CLASS,
            f"`{text(predicate.span)}` is not said of `{text(subject.span)}`",
            predicate.span,
            place.passage.where,
            help_=f"it is said of things of the kind `{predicate.about}`",
        )


def class_meaning(place: Place, named: Phrase) -> ir.Expr:
    """Return the meaning of a class of the vocabulary, as a condition."""
    declared, _, key = named.key.partition(":")
    vocabulary = place.ctx.vocabulary
    if declared == "kind":
        return ir.All(())
    if declared == "concept":
        kind, _, concept = key.partition(".")
        if kind not in vocabulary.chain(place.kind):
            which_one(place.ctx, named, kind)
        return ir.Concept(concept)
    return _sense(place, named, vocabulary.classes[key])


def phrase_meaning(place: Place, phrase: Phrase) -> ir.Expr:
    """Return the meaning of a phrase of the vocabulary, its negative form negated."""
    expr = _sense(place, phrase, place.ctx.vocabulary.phrases[phrase.key])
    return ir.Not(expr) if phrase.form == "negative" else expr


def _sense(place: Place, phrase: Phrase, sense: Sense) -> ir.Expr:
    if sense.kind not in place.ctx.vocabulary.chain(place.kind):
        which_one(place.ctx, phrase, sense.kind)
        return ir.Any(())
    if sense.meaning is None:
        return ir.All(())
    if not sense.slots:
        return place.ctx.plain(sense)
    fillings = {
        slot.name: slot_value(place, slot, phrase.slots[slot.name])
        for slot in sense.slots
        if slot.name in phrase.slots
    }
    origin = sense.origin
    scope = Scope(place.ctx.vocabulary, sense.kind, fillings, origin, place.ctx.problems)
    expr = meaning(scope, sense.meaning)
    check_days(place, phrase, sense.kind, expr)
    return expr


def slot_value(place: Place, slot: Slot, node: Tree) -> Filling:
    """Return the filling of a slot: a literal, a day, values of a list, provisions."""
    match slot.rule:
        case "choice":
            return tuple(
                word.key.partition("=")[2] for word in node.children if isinstance(word, Phrase)
            )
        case "citation":
            return _provisions(place, node)
        case "day":
            return day(place.ctx, node, place.kind)
        case _:
            return literal(node)


def _provisions(place: Place, node: Tree) -> tuple[ProvisionRange, ...]:
    acts = place.ctx.vocabulary.provision_acts
    if not acts:  # no fact is a provision: the words name one, and nothing rests on it
        return ()
    return ranges(place.ctx, node, place.passage, acts[0])
