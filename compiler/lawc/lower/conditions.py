"""Conditions: clauses, classes and lists, as expressions about the thing in scope."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.lower.amounts import term
from lawc.lower.citations import elements
from lawc.lower.comparisons import COMPARISONS
from lawc.lower.context import Place
from lawc.lower.durations import check_units, compared
from lawc.lower.eids import eid_of
from lawc.lower.exceptions import not_introduced, two_joinings
from lawc.lower.items import OF_CASES, case_of, stated_by_item
from lawc.lower.members import Members, check_one_sense, members
from lawc.lower.numbers_asked import number_asked, too_many
from lawc.lower.owning import has, whose
from lawc.lower.same_member import check_comparison
from lawc.lower.senses import check_subject, class_meaning, phrase_meaning
from lawc.lower.spans import timed
from lawc.lower.values import which_one
from lawc.syntax.nodes import Phrase, Tree


def stated(place: Place, node: Tree | Phrase, part: ir.Expr) -> ir.Stated:
    """Return `part` with the words of the law that state it."""
    return ir.Stated(place.ctx.act.text(node.span), part, None, node.span)


def joined(parts: Iterable[ir.Expr]) -> ir.Expr:
    """Return all parts required; a single part alone, as "a person" requires nothing."""
    required = tuple(parts)
    kept = tuple(part for part in required if not _requires_nothing(part)) or required[:1]
    return kept[0] if len(kept) == 1 else ir.All(kept)


def _requires_nothing(part: ir.Expr) -> bool:
    part = part.part if isinstance(part, ir.Stated) else part
    return isinstance(part, ir.All) and not part.parts


def tail(place: Place, children: Iterable[Any]) -> tuple[ir.Expr, ...]:
    """Return the conditions that follow `if` and `unless` in a sentence."""
    required: list[ir.Expr] = []
    for child in children:
        if isinstance(child, Tree) and child.name == "if_part":
            required.append(condition(place, child.children[0]))
        if isinstance(child, Tree) and child.name == "unless_part":
            required.append(ir.Not(condition(place, child.children[0])))
        if isinstance(child, Tree) and child.name == "except_that":
            cls, _, *only = child.children
            excepted = [class_condition(place, cls), *tail(place, only)]
            required.append(ir.Not(joined(excepted)))
    return tuple(required)


def condition(place: Place, node: Tree) -> ir.Expr:
    """Return the condition that a clause, a chain of clauses or a list states."""
    match node:
        case Tree("both", parts):
            return ir.All(_chained(place, parts))
        case Tree("either" | "neither" | "and_or", parts):
            if node.name == "and_or":
                two_joinings(place, node)
            one = ir.Any(_chained(place, parts))
            return ir.Not(one) if node.name == "neither" else one
        case Tree("list_of", (how,)):
            return combined(
                place, how, [item(place.at(element)) for element in place.passage.list_items]
            )
        case Tree("members_list", (quantifier, several, how)):
            group = members(place, several)
            items = [item(group.inner.at(element)) for element in place.passage.list_items]
            return quantified(place, quantifier, group, combined(place, how, items))
        case Tree("class" | "one_of_classes"):
            return class_condition(place, node)
        case Tree(name) if name in OF_CASES:
            return case_of(place, node, class_condition, condition)
        case Tree("test_under", (tested, _)):
            return stated(place, node, phrase_meaning(place, tested))
        case Tree("all_in_items" | "any_in_items", items):
            parts_of = tuple([stated_by_item(place, part, condition) for part in items])
            return ir.All(parts_of) if node.name == "all_in_items" else ir.Any(parts_of)
        case Tree("has", (Phrase() as owner, owned)):
            return stated(place, node, has(place, owner, owned))
        case Tree("not_the_case", (part,)):
            return ir.Not(condition(place, part))
        case Tree("in_case", (case, part)):
            return ir.Any((ir.Not(condition(place, case)), condition(place, part)))
        case _:
            return stated(place, node, _clause(place, node))


def _chained(place: Place, clauses: Iterable[Tree]) -> tuple[ir.Expr, ...]:
    """Return the conditions of clauses; one that goes on is about the amount before it."""
    parts: list[ir.Expr] = []
    amount: Tree | None = None
    for clause in clauses:
        if clause.name != "goes_on":
            amount = clause.children[0] if clause.name.startswith("compares") else None
            parts.append(condition(place, clause))
        elif amount is not None:
            how, right = clause.children
            parts.append(stated(place, clause, _compared(place, clause, amount, how, right)))
        else:
            place.ctx.problem(
                Code.WHICH_ONE,
                f"`{place.ctx.act.text(clause.span)}` does not say of which amount it is so",
                clause.span,
                place.passage.where,
                help_="name the amount before it: no amount is compared in the clause before",
            )
    return tuple(parts)


def items_of_class(place: Place, named: Phrase, node: Tree) -> list[ir.Stated]:
    """Return what each item says of the things of a class: `A person who- (1) is old`."""
    return [
        stated_by_item(place, part, lambda at, of: _relative(at, named, of))
        for part in node.children
    ]


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
    """Return a condition without its words where they only repeat those of its item."""
    return part.part if isinstance(part, ir.Stated) and part.eid is None else part


def combined(place: Place, how: Tree, parts: list[ir.Stated]) -> ir.Expr:
    """Return the parts combined as a lead-in says."""
    match how.name:
        case "all":
            return ir.All(tuple(parts))
        case "any":
            return ir.Any(tuple(parts))
        case "none":
            return ir.Not(ir.Any(tuple(parts)))
        case _:
            number = number_asked(place, how)
            if number > len(parts):
                too_many(place, how, len(parts))
            return ir.AtLeast(number, tuple(parts))


def quantified(place: Place, quantifier: Tree, group: Members, part: ir.Expr) -> ir.Expr:
    """Return the condition that `part` is true of as many members as the quantifier says."""
    match quantifier.name:
        case "each":
            return group.every(part)
        case "none":
            return ir.Not(group.some(1, part))
        case "one_or_more":
            return group.some(1, part)
        case _:
            return group.some(number_asked(place, quantifier), part)


def _clause(place: Place, node: Tree) -> ir.Expr:
    match node:
        case Tree("test" | "predicate", (Phrase() as phrase,)):
            return phrase_meaning(place, phrase)
        case Tree("is_class" | "introduced_class", (Phrase() as the, Phrase() as named)):
            check_subject(place, named, the)
            return class_meaning(place, named)
        case Tree("is_not_class", (Phrase() as the, Phrase() as named)):
            check_subject(place, named, the)
            return ir.Not(class_meaning(place, named))
        case Tree("members", (quantifier, several, predicate)):
            group = members(place, several)
            check_subject(place, predicate.children[0], group.noun)
            part = condition(group.inner, predicate)
            return quantified(place, quantifier, group, part)
        case Tree("members_are", (quantifier, several, Phrase() as named)):
            group = members(place, several)
            check_subject(place, named, group.noun)
            part = stated(place, named, class_meaning(group.inner, named))
            return quantified(place, quantifier, group, part)
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
        case Tree("is_decided" | "is_not_decided", (Phrase() as the, Phrase() as effect)):
            check_subject(place, effect, the)
            decided = _decided(place, effect)
            return decided if node.name == "is_decided" else ir.Not(decided)
        case Tree("spanned" | "lasted" | "happens" | "happened" | "day_is"):
            return timed(place, node)
        case _:
            return _comparison(place, node)


def _comparison(place: Place, node: Tree) -> ir.Expr:
    match node:
        case Tree("is_between", (left, low, high)):
            least = _compared(place, node, left, _how("at_least", node), low)
            most = _compared(place, node, left, _how("at_most", node), high)
            return ir.All((least, most))
        case Tree("or_more" | "or_less", (left, right)):
            how = "at_least" if node.name == "or_more" else "at_most"
            return _compared(place, node, left, _how(how, node), right)
        case Tree("compares" | "compares_period", (left, comparison, right)):
            return _compared(place, node, left, comparison, right)
        case Tree("compares_twice", (left, *comparisons)):
            pairs = zip(comparisons[::2], comparisons[1::2], strict=True)
            return ir.All(
                tuple([_compared(place, node, left, how, right) for how, right in pairs])
            )
        case _:
            raise AssertionError(node)


def _compared(place: Place, node: Tree, left: Tree, how: Tree, right: Tree) -> ir.Expr:
    if node.name == "compares_period":
        sides = compared(place, node, term(place, left))
        return ir.Compare(COMPARISONS[how.name], *sides)
    amounts = term(place, left), term(place, right)
    check_units(place, node, left, right)
    check_comparison(place, node, *amounts)
    return ir.Compare(COMPARISONS[how.name], *amounts)


def _how(name: str, node: Tree) -> Tree:
    return Tree(name, (), node.span)


def _decided(place: Place, effect: Phrase) -> ir.Expr:
    """Return the condition that the law decides what an effect gives."""
    declared = place.ctx.vocabulary.effects[effect.key]
    if declared.kind not in place.ctx.vocabulary.chain(place.kind):
        which_one(place.ctx, effect, declared.kind)
    parts: list[ir.Expr] = []
    for giving in declared.gives:
        decision = place.ctx.vocabulary.decisions[giving.decision].decision
        if isinstance(giving.value, Tree):
            decided = ir.Decided(decision.key)
            parts.append(decided if giving.value.name == "yes" else ir.Not(decided))
        elif isinstance(decision.type, Choice):
            parts.append(ir.OneOf(ir.Decided(decision.key), (giving.value.text,)))
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
    """Return the provisions that (do not) apply, which is a test of the thing in scope only."""
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
    passages = elements(place.ctx, citation, place.passage)
    return tuple(eid_of(passage) for passage in passages)


# --- classes ----------------------------------------------------------------------------


def class_condition(place: Place, node: Tree) -> ir.Expr:
    """Return the condition of belonging to a class, or to one of several classes."""
    if node.name == "not_introduced":
        not_introduced(place, node)
        return ir.Any(())
    if node.name == "one_of_classes":
        return ir.Any(tuple(_class(place, class_) for class_ in node.children))
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
    parts += [_relative(place, named, clause) for clause in relative if clause is not None]
    if not parts:
        parts.append(ir.All(()))
    return stated(place, node, _plain(joined(parts)))


def _relative(place: Place, named: Phrase, node: Tree) -> ir.Expr:
    match node:
        case Tree("both_predicates", parts):
            return ir.All(tuple(_relative(place, named, part) for part in parts))
        case Tree("either_predicates", parts):
            return ir.Any(tuple(_relative(place, named, part) for part in parts))
        case Tree("whose"):
            return stated(place, node, whose(place, node))
        case Tree("owns", (owned,)):
            return stated(place, node, has(place, named, owned))
        case _:
            phrase = node.children[0]
            check_subject(place, phrase, named)
            check_one_sense(place, (phrase,), (named,))
            return condition(place, node)
