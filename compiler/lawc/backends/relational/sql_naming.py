"""Layers for a reader: columns are called by the citations of provisions, or in words.

Before: `s59`, `s83`, and `person/s13` taken from the person.
After: `2(1)(1)`, `not negative_behaviour` and `person/1(1)(3)`; beside provisions their words.

No name is longer than PostgreSQL lets names be, which cuts off the rest of longer ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lawc.backends.relational.evaluating import columns_of, renamed
from lawc.backends.relational.layers import AddUp, Before, Compute, Layer, Take
from lawc.backends.relational.providing import stated_conditions
from lawc.backends.relational.relations import Relations
from lawc.backends.relational.sql_words import Words
from lawc.backends.relational.terms import Column, Term
from lawc.ir import nodes as ir
from lawc.meaning.world import World
from lawc.plan.build import plan_of

Names = dict[tuple[str, str], str]  # the new name of a column of a kind
LONGEST = 63  # bytes of a name
_SUPPLIED = ("fact.", "known.", "day.")
_SLOT = re.compile(r"([sn])(\d+)(\.\w+)?")  # whether a slot is nothing: n3; of members: s3.open


def cited(law: ir.Law, relations: Relations) -> tuple[Relations, Names, Names]:
    """Return the relations of a law with columns called for a reader.

    Beside them stand the new names of columns, and the words of those that are provisions.
    """
    names, words = _citations(law, relations)
    kinds = {kind.key: dict[str, str]() for kind in law.kinds}
    for kind, name in _columns(relations.layers):
        kinds[kind][name] = names.get((kind, name), name)
    for kind, mine in _in_words(law, names, kinds).items():
        kinds[kind] |= mine
    new = {
        (kind, old): name
        for kind, mine in kinds.items()
        for old, name in zip(mine, fitted(mine.values()), strict=True)
    }
    comments = {
        (kind, new[kind, old]): words[kind, name]
        for (kind, old), name in names.items()
        if (kind, name) in words and (kind, old) in new
    }
    return _called(law, relations, new), new, comments


def fitted(names: Iterable[str]) -> list[str]:
    """Return names of which each is another one, and short enough.

    Engines do not tell small letters from capitals: `(i)` and `(I)` are one name for them.
    """
    names = list(names)
    taken = {name.casefold() for name in names if not _is_long(name)}
    seen: set[str] = set()
    results = []
    for name in names:
        short, number = name, 1
        while (
            _is_long(short)
            or short.casefold() in seen
            or (number > 1 and short.casefold() in taken)
        ):
            number += 1
            end = f" ~{number}"
            cut = name.encode()[: LONGEST - len(end)].decode(errors="ignore")
            short = f"{cut.rstrip()}{end}"
        seen.add(short.casefold())
        results.append(short)
    return results


def _is_long(name: str) -> bool:
    return len(name.encode()) > LONGEST


def _columns(layers: Iterable[Layer]) -> Iterator[tuple[str, str]]:
    """Yield the columns that layers put down, by kind; and those that they read."""
    for layer in layers:
        match layer:
            case Compute(kind, columns):
                for name, term in columns:
                    yield from ((kind, read) for read in sorted(columns_of(term)))
                    yield kind, name
            case Take(kind, owner, columns):
                for here, there in columns:
                    yield owner, there
                    yield kind, here
            case AddUp(owner, kind, columns, flags, _):
                for name, term in (*columns, *flags):
                    yield from ((kind, read) for read in sorted(columns_of(term)))
                    yield owner, name


def _in_words(
    law: ir.Law, names: Names, kinds: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    """Return the words of the slots that no provision names, also where they are taken."""
    world = World(law, {})
    stated = [(each.condition, each.kind) for each in stated_conditions(law)]
    plan = plan_of(law, world, stated)
    cited = {
        (kind, int(match[2])): name
        for (kind, old), name in names.items()
        if (match := _SLOT.fullmatch(old)) and match[1] == "s"
    }
    words = Words(law, plan, cited)
    called: dict[str, dict[str, str]] = {}
    for kind, columns in kinds.items():
        mine = called[kind] = {}
        for old, name in columns.items():
            owner, _, there = old.rpartition("/")
            match = _SLOT.fullmatch(there)
            if match is None or name != old:
                continue
            nothing = " is nothing" if match[1] == "n" else ""
            text = f"{words.of(owner or kind, int(match[2]))}{nothing}{match[3] or ''}"
            mine[old] = f"{owner}/{text}" if owner else text
    return called


def _called(law: ir.Law, relations: Relations, names: Names) -> Relations:
    """Return relations whose columns have other names."""
    kinds = {decision.key: decision.kind for decision in law.decisions}

    def new(kind: str, name: str) -> str:
        return names.get((kind, name), name)

    answers = {
        key: answered._replace(
            value=new(kinds[key], answered.value),
            status=new(kinds[key], answered.status),
            cites=tuple((cite, new(kinds[key], column)) for cite, column in answered.cites),
        )
        for key, answered in relations.answers.items()
    }
    provisions = tuple(
        each._replace(holds=new(each.kind, each.holds), applies=new(each.kind, each.applies))
        for each in relations.provisions
    )
    layers = tuple(_renamed(layer, names) for layer in relations.layers)
    return relations._replace(layers=layers, answers=answers, provisions=provisions)


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
        case Before(kind, name, first, last):
            ends = terms(kind, (("", first), ("", last)))
            return replace(layer, name=new(kind, name), first=ends[0], last=ends[1])
        case AddUp(owner, kind, columns, flags, _):
            sums = zip((new(owner, n) for n, _ in columns), terms(kind, columns), strict=True)
            truths = zip((new(owner, n) for n, _ in flags), terms(kind, flags), strict=True)
            return replace(layer, columns=tuple(sums), flags=tuple(truths))
