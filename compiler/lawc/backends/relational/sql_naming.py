"""Layers for a reader: columns of provisions are called by their citations.

Before: `s59`, and `person/s13` taken from the person.
After: `2(1)(1)` and `person/1(1)(3)`, with the words of the provision beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lawc.backends.relational.evaluating import renamed
from lawc.backends.relational.layers import AddUp, Compute, Layer, Take
from lawc.backends.relational.relations import Relations
from lawc.backends.relational.terms import Column, Term
from lawc.ir import nodes as ir

Names = dict[tuple[str, str], str]  # the new name of a column of a kind
_SUPPLIED = ("fact.", "known.", "day.")


def cited(law: ir.Law, relations: Relations) -> tuple[tuple[Layer, ...], Names]:
    """Return the layers of a law with citations as names of columns, and words of columns."""
    names, words = _citations(law, relations)
    return tuple(_renamed(layer, names) for layer in relations.layers), words


def words_of(element: ir.Element) -> str:
    """Return the words of an element for a comment of SQL."""
    words = " ".join(f"{element.heading} {element.text}".split())
    return words.replace("*/", "* /").replace("/*", "/ *")


def _citations(law: ir.Law, relations: Relations) -> tuple[Names, Names]:
    """Return the new names of columns, and the words of the columns that have them."""
    elements = {element.eid: element for element in law.elements}
    columns = {
        (layer.kind, name): term
        for layer in relations.layers
        if isinstance(layer, Compute)
        for name, term in layer.columns
    }
    taken = {
        (layer.kind, here): (layer.owner, there)
        for layer in relations.layers
        if isinstance(layer, Take)
        for here, there in layer.columns
    }
    names: Names = {}
    words: Names = {}
    for provided in relations.provisions:
        applies = provided.applies != provided.holds
        citation = provided.citation
        for column, called in (
            (provided.holds, f"{citation} holds" if applies else citation),
            (provided.applies, citation),
        ):
            place = _place(columns.get((provided.kind, column)), provided.kind, taken)
            if place is None or place in names:
                continue
            name = called if place[0] == provided.kind else f"{called} of the {place[0]}"
            names[place] = name
            words[place[0], name] = words_of(elements[provided.eid])
    for here, there in taken.items():
        if there in names:
            names[here] = f"{there[0]}/{names[there]}"
    return names, words


def _place(
    term: Term | None, kind: str, taken: Mapping[tuple[str, str], tuple[str, str]]
) -> tuple[str, str] | None:
    """Return the column that a provision stands in, None if it is none of its own."""
    if not isinstance(term, Column):
        return None
    place = (kind, term.name)
    while place in taken:
        place = taken[place]
    return None if place[1].startswith(_SUPPLIED) else place


def _renamed(layer: Layer, names: Names) -> Layer:
    def new(kind: str, name: str) -> str:
        return names.get((kind, name), name)

    def terms(kind: str, columns: Iterable[tuple[str, Term]]) -> list[Term]:
        of = {old: name for (of_kind, old), name in names.items() if of_kind == kind}
        return [renamed(term, of) for _, term in columns]

    match layer:
        case Compute(kind, columns):
            mine = [new(kind, name) for name, _ in columns]
            return Compute(kind, tuple(zip(mine, terms(kind, columns), strict=True)))
        case Take(kind, owner, columns):
            pairs = tuple((new(kind, here), new(owner, there)) for here, there in columns)
            return Take(kind, owner, pairs)
        case AddUp(owner, kind, columns, flags, _):
            sums = zip((new(owner, n) for n, _ in columns), terms(kind, columns), strict=True)
            truths = zip((new(owner, n) for n, _ in flags), terms(kind, flags), strict=True)
            return replace(layer, columns=tuple(sums), flags=tuple(truths))
