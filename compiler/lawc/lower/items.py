"""Amounts and conditions that are laid out in items: each is stated by its element."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.lower.context import Place
from lawc.lower.eids import eid_of
from lawc.syntax.nodes import Phrase, Tree

Lowering = Callable[[Place, Tree], ir.Expr]


def stated_by_item(place: Place, node: Tree, lowered: Lowering) -> ir.Stated:
    """Return what an item of a sentence states, with its number; the item is `ITEM part`."""
    label, part, *_ = node.children
    passage = place.ctx.item(label.span)
    return ir.Stated(passage.text, lowered(place, part), eid_of(passage), passage.span)


def amount_of_items(
    place: Place, node: Tree, term: Lowering, type_of: Callable[[ir.Expr], Type | None]
) -> ir.Expr:
    """Return an amount whose parts are items: each is a term of its own."""
    items = [child for child in node.children if _is_item(child)]
    parts = tuple([stated_by_item(place, part, term) for part in items])
    if node.name in ("excess_of_items", "shortfall_of_items"):
        ordered = parts if node.name == "excess_of_items" else parts[::-1]
        type_ = type_of(ordered[0])
        zero = ir.Literal(0, type_ if isinstance(type_, Money) else Basic.COUNT)
        return ir.Largest((ir.Difference(*ordered), zero))
    return OF_ITEMS[node.name](parts)


def _is_item(node: object) -> bool:
    return isinstance(node, Tree) and node.name == "item_term"


OF_ITEMS: Mapping[str, Callable[[tuple[ir.Expr, ...]], ir.Expr]] = {
    "sum_of_items": ir.Total,
    "product_of_items": ir.Product,
    "larger_of_items": ir.Largest,
    "smaller_of_items": ir.Smallest,
    "excess_of_items": ir.Total,  # see `amount_of_items`
    "shortfall_of_items": ir.Total,
    "items_sum": ir.Total,
    "percentage_of_items": ir.Quotient,
}


OF_CASES = frozenset(
    {
        "case",
        "cases_or",
        "cases_in_items",
        "case_with_whom",
        "case_of_time",
        "case_whose",
        "case_that",
    }
)

# --- cases -------------------------------------------------------------------------------


def case_of(
    place: Place, node: Tree, class_condition: Lowering, condition: Lowering
) -> ir.Expr:
    """Return the condition of the case of which a sentence or an item speaks."""

    def lowered(at: Place, of: Tree) -> ir.Expr:
        return case_of(at, of, class_condition, condition)

    match node:
        case Tree("cases_in_items", items):
            return ir.Any(tuple([stated_by_item(place, part, lowered) for part in items]))
        case Tree("case_whose", (named, *compared)):
            owner = class_condition(place, Tree("class", (named,), named.span))
            part = condition(place, Tree("compares", tuple(compared), node.span))
            return ir.All((owner, part))
        case Tree("case_with_whom" | "case_of_time" | "case_that", (named, *said)):
            parts_of = [class_condition(place, Tree("class", (named,), named.span))]
            for child in said:
                test = (
                    Tree("test", (child,), child.span) if isinstance(child, Phrase) else child
                )
                parts_of.append(condition(place, test))
            text = place.ctx.act.text(node.span)
            return ir.Stated(text, ir.All(tuple(parts_of)), None, node.span)
        case Tree("cases_or", children):
            named = [child for child in children if isinstance(child, Phrase)]
            parts = [class_condition(place, Tree("class", (of,), of.span)) for of in named]
            _note_defined(place, node)
            return ir.Stated(
                place.ctx.act.text(node.span), ir.Any(tuple(parts)), None, node.span
            )
        case _:
            class_ = [child for child in node.children if not _is_defined(child)]
            _note_defined(place, node)
            return class_condition(place, Tree("class", tuple(class_), node.span))


def _is_defined(node: object) -> bool:
    return isinstance(node, Tree) and node.name == "defined_in"


def _note_defined(place: Place, node: Tree) -> None:
    """Note where classes are defined, so that a case may supply them by the citation."""
    named: Phrase | None = None
    for child in node.children:
        if isinstance(child, Phrase):
            named = child
        elif _is_defined(child) and named is not None:
            place.ctx.defined_elsewhere(named, child.children[0])
