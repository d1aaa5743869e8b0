"""Conditions: clauses, classes and lists, as expressions about the thing in scope."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.lower.amounts import term
from lawc.lower.citations import elements, ranges
from lawc.lower.context import Place
from lawc.lower.eids import eid_of
from lawc.lower.meanings import Given, Meaning, meaning
from lawc.lower.same_member import check_comparison, check_days
from lawc.lower.values import day, literal, which_one, whole
from lawc.runtime.values import ProvisionRange
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.phrases import Slot
from lawc.vocabulary.model import Sense

_COMPARISONS = {
    "less": ir.Comparison.LT,
    "at_most": ir.Comparison.LE,
    "equal": ir.Comparison.EQ,
    "at_least": ir.Comparison.GE,
    "more": ir.Comparison.GT,
}


def stated(place: Place, node: Tree | Phrase, part: ir.Expr) -> ir.Stated:
    """Return `part` with the words of the law that say it."""
    return ir.Stated(place.ctx.act.text(node.span), part, None, node.span)


def joined(parts: Iterable[ir.Expr]) -> ir.Expr:
    """Return the parts all required; a single one is itself, "a person" requires nothing."""
    given = tuple(parts)
    found = tuple(part for part in given if not _requires_nothing(part)) or given[:1]
    return found[0] if len(found) == 1 else ir.All(found)


def _requires_nothing(part: ir.Expr) -> bool:
    part = part.part if isinstance(part, ir.Stated) else part
    return isinstance(part, ir.All) and not part.parts


def tail(place: Place, children: Iterable[Any]) -> tuple[ir.Expr, ...]:
    """Return what the `if` and `unless` of a sentence require."""
    found: list[ir.Expr] = []
    for child in children:
        if isinstance(child, Tree) and child.name == "if_part":
            found.append(condition(place, child.children[0]))
        if isinstance(child, Tree) and child.name == "unless_part":
            found.append(ir.Not(condition(place, child.children[0])))
    return tuple(found)


def condition(place: Place, node: Tree) -> ir.Expr:
    """Return the condition that a clause, a chain of clauses or a list states."""
    match node:
        case Tree("both", parts):
            return ir.All(tuple(condition(place, part) for part in parts))
        case Tree("either", parts):
            return ir.Any(tuple(condition(place, part) for part in parts))
        case Tree("list_of", (how,)):
            return combined(how, [item(place.at(one)) for one in place.passage.listed])
        case Tree("members_list", (quantifier, Phrase() as many, how)):
            inner = _member(place, many)
            items = [item(inner.at(one)) for one in place.passage.listed]
            return quantified(quantifier, many, combined(how, items))
        case Tree("not_the_case", (part,)):
            return ir.Not(condition(place, part))
        case _:
            return stated(place, node, _clause(place, node))


def item(place: Place) -> ir.Stated:
    """Return the condition that an item of a list states, with its number."""
    passage = place.passage
    parts: list[ir.Expr] = []
    for sentence in passage.sentences:
        first, *rest = sentence.children
        parts.append(condition(place, first))
        parts += tail(place, rest)
    return ir.Stated(passage.text, _plain(joined(parts)), eid_of(passage), passage.span)


def _plain(part: ir.Expr) -> ir.Expr:
    """Return a condition without the words that an item repeats: they are the item's own."""
    return part.part if isinstance(part, ir.Stated) and part.eid is None else part


def combined(how: Tree, parts: list[ir.Stated]) -> ir.Expr:
    """Return the parts as a lead-in combines them."""
    match how.name:
        case "all":
            return ir.All(tuple(parts))
        case "any":
            return ir.Any(tuple(parts))
        case "none":
            return ir.Not(ir.Any(tuple(parts)))
        case _:
            return ir.AtLeast(whole(how.children[0]), tuple(parts))


def quantified(quantifier: Tree, many: Phrase, part: ir.Expr) -> ir.Expr:
    """Return that `part` is true of as many members as the quantifier says."""
    match quantifier.name:
        case "each":
            return ir.Every(many.key, part)
        case "none":
            return ir.Not(ir.Some(1, many.key, part))
        case _:
            return ir.Some(whole(quantifier.children[0]), many.key, part)


def _member(place: Place, many: Phrase) -> Place:
    kind = place.ctx.vocabulary.kind(many.key)
    if kind is None or kind.parent not in place.ctx.vocabulary.chain(place.kind):
        which_one(place.ctx, many, kind.parent or "" if kind else "")
    return place.of(many.key)


def _clause(place: Place, node: Tree) -> ir.Expr:
    match node:
        case Tree("test" | "predicate", (Phrase() as phrase,)):
            return phrase_meaning(place, phrase)
        case Tree("is_class", (Phrase() as the, Phrase() as named)):
            said_of(place, named, the)
            return class_meaning(place, named)
        case Tree("is_not_class", (Phrase() as the, Phrase() as named)):
            said_of(place, named, the)
            return ir.Not(class_meaning(place, named))
        case Tree("members", (quantifier, Phrase() as many, predicate)):
            said_of(place, predicate.children[0], many)
            part = condition(_member(place, many), predicate)
            return quantified(quantifier, many, part)
        case Tree("members_are", (quantifier, Phrase() as many, Phrase() as named)):
            said_of(place, named, many)
            part = stated(place, named, class_meaning(_member(place, many), named))
            return quantified(quantifier, many, part)
        case Tree("applies", (citation, Phrase() as the)):
            eids = _applied(place, citation, the)
            if len(eids) > 1:
                place.ctx.problem(
                    Code.TWO_READINGS,
                    f"`{place.ctx.act.text(node.span)}` can mean all of them or one of them",
                    node.span,
                    place.passage.where,
                    help_="write a condition for each provision, joined as it is meant",
                )
            return ir.Applies(eids)
        case Tree("does_not_apply", (citation, Phrase() as the)):
            return ir.Not(ir.Applies(_applied(place, citation, the)))
        case Tree("is_decided", (Phrase() as the, Phrase() as effect)):
            said_of(place, effect, the)
            return _decided(place, effect)
        case Tree("compares", (Phrase() as noun, comparison, right)):
            left = term(place, Tree("noun", (noun,), noun.span))
            other = term(place, right)
            check_comparison(place, node, left, other)
            return ir.Compare(_COMPARISONS[comparison.name], left, other)
        case _:
            raise AssertionError(node)


def _decided(place: Place, effect: Phrase) -> ir.Expr:
    """Return that the law decides what an effect gives."""
    declared = place.ctx.vocabulary.effects[effect.key]
    if declared.kind not in place.ctx.vocabulary.chain(place.kind):
        which_one(place.ctx, effect, declared.kind)
    parts: list[ir.Expr] = []
    for one in declared.gives:
        decision = place.ctx.vocabulary.decisions[one.decision].decision
        if isinstance(one.value, Tree):
            made: ir.Expr = ir.Decided(decision.key)
            parts.append(made if one.value.name == "yes" else ir.Not(made))
        elif isinstance(decision.type, Choice):
            parts.append(ir.OneOf(ir.Decided(decision.key), (one.value.text,)))
    if not parts:
        place.ctx.problem(
            Code.WRONG_TYPE,
            f"`{place.ctx.act.text(effect.span)}` gives no value that can be asked for by name",
            effect.span,
            place.passage.where,
            help_="compare the decision with a value",
        )
    return parts[0] if len(parts) == 1 else ir.Any(tuple(parts))


def _applied(place: Place, citation: Tree, the: Phrase) -> tuple[str, ...]:
    """Return the provisions that (do not) apply; they are asked of the thing in scope only."""
    if the.about != place.kind:
        place.ctx.problem(
            Code.WRONG_CLASS,
            f"it is not `{place.ctx.act.text(the.span)}` of which it is decided here whether a "
            "provision applies",
            the.span,
            place.passage.where,
            help_=f"say it of the thing that is decided of: of the kind `{place.kind}`",
        )
    return _eids(place, citation)


def _eids(place: Place, citation: Tree) -> tuple[str, ...]:
    found = elements(place.ctx, citation, place.passage)
    return tuple(eid_of(passage) for passage in found)


# --- classes ----------------------------------------------------------------------------


def described(place: Place, node: Tree) -> ir.Expr:
    """Return what a class, or one of several classes, requires."""
    if node.name == "one_of_classes":
        return ir.Any(tuple(_class(place, one) for one in node.children))
    return _class(place, node)


def _class(place: Place, node: Tree) -> ir.Stated:
    named, *relative = node.children
    assert isinstance(named, Phrase)
    parts: list[ir.Expr] = []
    if named.about not in place.ctx.vocabulary.chain(place.kind):
        place.ctx.problem(
            Code.WRONG_CLASS,
            f"`{place.ctx.act.text(named.span)}` is not what is decided of here",
            named.span,
            place.passage.where,
            help_=f"what is decided here is decided of things of the kind `{place.kind}`",
        )
    if not named.key.startswith("kind:"):
        parts.append(stated(place, named, class_meaning(place, named)))
    parts += [_relative(place, named, one) for one in relative if one is not None]
    if not parts:
        parts.append(ir.All(()))
    return stated(place, node, _plain(joined(parts)))


def _relative(place: Place, named: Phrase, node: Tree) -> ir.Expr:
    match node:
        case Tree("both_predicates", parts):
            return ir.All(tuple(_relative(place, named, part) for part in parts))
        case Tree("either_predicates", parts):
            return ir.Any(tuple(_relative(place, named, part) for part in parts))
        case _:
            (phrase,) = node.children
            said_of(place, phrase, named)
            return condition(place, node)


def said_of(place: Place, said: Phrase, of: Phrase) -> None:
    """Report what is said of a thing of another kind than it can be said of."""
    if said.about != of.about:
        place.ctx.problem(
            Code.WRONG_CLASS,
            f"`{place.ctx.act.text(said.span)}` is not said of `{place.ctx.act.text(of.span)}`",
            said.span,
            place.passage.where,
            help_=f"it is said of things of the kind `{said.about}`",
        )


def class_meaning(place: Place, named: Phrase) -> ir.Expr:
    """Return what it means to belong to a class of the vocabulary."""
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
    """Return what a phrase of the vocabulary means, its negative form negated."""
    found = _sense(place, phrase, place.ctx.vocabulary.phrases[phrase.key])
    return ir.Not(found) if phrase.form == "negative" else found


def _sense(place: Place, phrase: Phrase, sense: Sense) -> ir.Expr:
    if sense.kind not in place.ctx.vocabulary.chain(place.kind):
        which_one(place.ctx, phrase, sense.kind)
        return ir.Any(())
    if sense.meaning is None:
        return ir.All(())
    if not sense.slots:
        return place.ctx.plain(sense)
    given = {
        slot.name: slot_value(place, slot, phrase.slots[slot.name])
        for slot in sense.slots
        if slot.name in phrase.slots
    }
    origin = sense.origin
    of = Meaning(place.ctx.vocabulary, sense.kind, given, origin, place.ctx.problems)
    found = meaning(of, sense.meaning)
    check_days(place, phrase, sense.kind, found)
    return found


def slot_value(place: Place, slot: Slot, node: Tree) -> Given:
    """Return what stands in a slot: a literal, a day, values of a list, provisions."""
    match slot.rule:
        case "choice":
            return tuple(
                one.key.partition("=")[2] for one in node.children if isinstance(one, Phrase)
            )
        case "citation":
            return _provisions(place, node)
        case "day":
            return day(place.ctx, node, place.kind)
        case _:
            return literal(node)


def _provisions(place: Place, node: Tree) -> tuple[ProvisionRange, ...]:
    acts = place.ctx.vocabulary.provision_acts
    return ranges(place.ctx, node, place.passage, acts[0] if acts else "")
