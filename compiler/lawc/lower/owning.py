"""Members that a thing has: `has a child who is ill`, `each of whose children is ill`."""

from __future__ import annotations

from dataclasses import replace

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.lower.comparisons import COMPARISONS
from lawc.lower.context import Place
from lawc.lower.members import Members, members
from lawc.lower.numbers_asked import number_asked
from lawc.lower.senses import check_subject
from lawc.syntax.nodes import Phrase, Tree


def has(place: Place, owner: Phrase, owned: Tree) -> ir.Expr:
    """Return the condition that a thing has such members: `has no children`."""
    from lawc.lower import conditions  # noqa: PLC0415 - classes may say that a thing has members

    _check_owner(place, owner, owned)
    match owned:
        case Tree("has_one", (Tree("class", (noun, *_)) as class_,)):
            group = members(place, replace(noun, key=noun.about))
            return group.some(1, conditions.class_condition(group.inner, class_))
        case Tree("has_none", (several,)):
            return ir.Not(_any_of(members(place, several)))
        case Tree("has_several", (how, count, several)):
            group = members(place, several)
            number = number_asked(place, Tree(how.name, (count,), how.span))
            if how.name == "at_least":
                return _any_of(group, number)
            wanted = ir.Literal(number, Basic.COUNT)
            return ir.Compare(COMPARISONS[how.name], group.number(), wanted)
        case _:
            raise AssertionError(owned)


def _check_owner(place: Place, owner: Phrase, owned: Tree) -> None:
    """Report members that a thing does not have, as they are those of another thing."""
    noun = owned.children[-1]
    noun = noun.children[0] if isinstance(noun, Tree) else noun
    kind = place.ctx.vocabulary.kind(noun.about)
    if kind is not None and kind.parent != owner.about:
        text = place.ctx.act.text
        place.ctx.problem(
            Code.WRONG_CLASS,
            f"`{text(owner.span)}` is no thing that has `{text(noun.span)}`",
            noun.span,
            place.passage.where,
            help_=f"things of the kind `{kind.parent}` have them"
            if kind.parent
            else "members are declared by their kind: `kind child of person in children`",
        )


def _any_of(group: Members, number: int = 1) -> ir.Expr:
    return group.some(number, ir.All(()))


def whose(place: Place, node: Tree) -> ir.Expr:
    """Return the condition that something is said of the members of a thing."""
    from lawc.lower import conditions  # noqa: PLC0415 - as above

    quantifier, noun, predicate = node.children
    group = members(place, noun)
    check_subject(group.inner, predicate.children[0], noun)
    part = conditions.condition(group.inner, predicate)
    return conditions.quantified(place, quantifier, group, part)
