"""Tables: an amount given by the row of a table, or by the parts that fall in its rows.

A table whose rows are numbers over one bound and up to the next is `ir.Bracketed`. Any other is
an amount by case, of which each row is one: `pupils | 1 000 or more | 5 euro plus 2 per cent of
the excess over 1 000 euro`. Each row is an element, cited as `3(1) row 2`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.lower.amounts import term, with_limits
from lawc.lower.context import Place
from lawc.lower.eids import eid_of
from lawc.lower.rows import Among, AnyOther, Ends, Holds, Key, RowKeys, check_rows
from lawc.lower.values import noun_value
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree

PLAIN = (Basic.COUNT, Basic.NUMBER)
_LITERALS = ("money", "number", "fraction", "part_of_whole", "per_cent")
_RISING = ("up_to", "over", "over_to")
_LT, _LE, _GE, _GT = (
    ir.Comparison.LT,
    ir.Comparison.LE,
    ir.Comparison.GE,
    ir.Comparison.GT,
)
# How a row stands to its bounds: each comparison is of the bound at that place.
_BOUNDS = {
    "up_to": (_LE,),
    "over": (_GT,),
    "over_to": (_GT, _LE),
    "from_on": (_GE,),
    "from_under": (_GE, _LT),
    "from_to": (_GE, _LE),
    "over_under": (_GT, _LT),
    "under": (_LT,),
    "exactly": (_GE, _LE),
    "between": (_GE, _LE),
}


def is_rising(passage: Passage) -> bool:
    """Return whether each row is over one number and up to another, and gives a number."""
    return all(
        len(row.children) == 2  # noqa: PLR2004 - a key and a value
        and isinstance(row.children[0], Tree)
        and row.children[0].name in _RISING
        and all(part.name in _LITERALS for part in (*row.children[0].children, row.children[1]))
        for row in passage.rows
    )


def table(place: Place, node: Tree) -> ir.Expr:
    """Return the table below a sentence, applied to the amounts that the sentence names."""
    target, *rest = node.children
    limits = [part for part in rest if isinstance(part, Tree)]
    nouns = [part for part in rest if isinstance(part, Phrase)]
    rows = place.passage.rows
    if node.name == "amounts_by_table":
        heads = next((row for row in rows if row.name == "heads"), None)
        rows = tuple(row for row in rows if row.name != "heads")
        nouns = _of_heads(place, node, heads, target)
    if not rows or not nouns:
        return ir.Literal(0, Basic.COUNT)
    subjects = [noun_value(place.ctx, noun, place.kind) for noun in nouns]
    if node.name == "amounts_by_part" or (len(nouns) == 1 and is_rising(place.passage)):
        bracketed = tuple(_bracket(place, row) for row in rows)
        by_part = node.name == "amounts_by_part"
        if by_part and not is_rising(place.passage):
            _not_by_part(place, node)
        return with_limits(place, ir.Bracketed(subjects[0], bracketed, by_part), limits)
    return with_limits(place, _by_case(place, target, nouns, subjects, rows), limits)


def row_eid(passage: Passage, number: int) -> str:
    """Return the eId of a row of the table of an element: `art_3__para_1__row_2`."""
    return f"{eid_of(passage)}__row_{number}"


def cited_rows(passage: Passage) -> tuple[Tree, ...]:
    """Return the rows of a table that are elements of their own, in their order."""
    opened = passage.sentences[-1].children[-1] if passage.rows and passage.sentences else None
    if not isinstance(opened, Tree) or opened.name not in (
        "amounts_by_row",
        "amounts_by_table",
    ):
        return ()
    several = sum(isinstance(part, Phrase) for part in opened.children) > 2  # noqa: PLR2004
    if opened.name == "amounts_by_row" and not several and is_rising(passage):
        return ()
    return tuple(row for row in passage.rows if row.name == "row")


def _of_heads(place: Place, node: Tree, heads: Tree | None, target: Phrase) -> list[Phrase]:
    """Return the nouns of the columns by which a row is chosen."""
    if heads is None:
        place.ctx.problem(
            Code.NOT_UNDERSTOOD,
            "the heads of the table do not say by what its row is chosen",
            node.span,
            place.passage.where,
            help_="write a head above each column, and a line of dashes below the heads",
        )
        return []
    *nouns, given = heads.children
    if given.key != target.key:
        place.ctx.problem(
            Code.WRONG_CLASS,
            f"the last column is headed `{place.ctx.act.text(given.span)}`, and the table "
            f"gives `{place.ctx.act.text(target.span)}`",
            given.span,
            place.passage.where,
            help_="head the last column as the sentence names what the table gives",
        )
    return nouns


def _not_by_part(place: Place, node: Tree) -> None:
    place.ctx.problem(
        Code.NOT_UNDERSTOOD,
        "parts of an amount fall in rows that are over one number and up to the next",
        node.span,
        place.passage.where,
        help_="write each row as `over ... to ...`, with a rate",
    )


# --- amounts by case -------------------------------------------------------------------


def _by_case(
    place: Place,
    target: Phrase,
    nouns: list[Phrase],
    subjects: list[ir.Expr],
    rows: tuple[Tree, ...],
) -> ir.Expr:
    of = place.ctx.vocabulary.type_of
    wanted = of(target.key)
    types = [of(noun.key) for noun in nouns]
    inner = replace(place, subject=subjects[0])
    cases: list[tuple[int, ir.Expr, ir.Expr]] = []
    read: list[RowKeys] = []
    for number, row in enumerate(rows, start=1):
        *cells, last = row.children
        keys = _keys(place, row, cells, subjects, types)
        condition = ir.All(tuple(part for key in keys for part in key.conditions()))
        text = place.ctx.act.text(row.span)
        stated = ir.Stated(text, condition, row_eid(place.passage, number), row.span)
        others = sum(isinstance(key, AnyOther) for key in keys)
        cases.append((others, stated, _in_unit(term(inner, last), wanted)))
        read.append(RowKeys(tuple(keys), row.span, text))
    check_rows(place, subjects, types, read)
    cases.sort(key=lambda case: case[0])  # `any other` comes after all that are named
    return ir.ByCase(tuple(part for _, *pair in cases for part in pair))


def _keys(
    place: Place,
    row: Tree,
    cells: list[Tree],
    subjects: list[ir.Expr],
    types: Sequence[Type | None],
) -> list[Key]:
    """Return what the cells of a row ask of the amounts by which it is chosen."""
    keyed = [cell for cell in cells if cell.name != "holds"]
    if len(keyed) != len(subjects):
        place.ctx.problem(
            Code.NOT_UNDERSTOOD,
            f"this row has {len(keyed)} cells before its value, and the sentence names "
            f"{len(subjects)}",
            row.span,
            place.passage.where,
            help_="write a cell for each amount that the sentence names, in the same order",
        )
        return []
    several = iter(zip(subjects, types, strict=True))
    return [
        _condition(place, cell) if cell.name == "holds" else _key(place, cell, *next(several))
        for cell in cells
    ]


def _condition(place: Place, cell: Tree) -> Key:
    from lawc.lower import conditions  # noqa: PLC0415 - conditions compare amounts

    return Holds(conditions.condition(place, cell.children[0]))


def _key(place: Place, cell: Tree, subject: ir.Expr, type_: Type | None) -> Key:
    """Return what a cell asks of an amount."""
    match cell:
        case Tree("any_other"):
            return AnyOther()
        case Tree("among", (choice,)):
            words = [word for word in choice.children if isinstance(word, Phrase)]
            fact = f"{subject.kind}.{subject.key}" if isinstance(subject, ir.Fact) else ""
            for word in words:
                if word.key.partition("=")[0] != fact:
                    _another_choice(place, word)
            return Among(subject, tuple(word.key.partition("=")[2] for word in words))
        case Tree(name, bounds):
            if name == "between" and type_ is not Basic.COUNT:
                _to_which(place, cell)
            ends = [_in_unit(term(place, bound), type_) for bound in bounds]
            if name == "exactly":
                ends *= 2
            pairs = dict(zip(_BOUNDS[name], ends, strict=True))
            return Ends(
                subject,
                pairs.get(_GE, pairs.get(_GT)),
                pairs.get(_LE, pairs.get(_LT)),
                low_in=_GE in pairs,
                high_in=_LE in pairs,
            )


def _another_choice(place: Place, word: Phrase) -> None:
    text = place.ctx.act.text(word.span)
    place.ctx.problem(
        Code.WRONG_VALUE,
        f"`{text}` is no value of what the sentence names here",
        word.span,
        place.passage.where,
        help_="write a value of it, or put the cell in the column it belongs to",
    )


def _to_which(place: Place, cell: Tree) -> None:
    text = place.ctx.act.text(cell.span)
    place.ctx.problem(
        Code.TWO_READINGS,
        f"`{text}` does not say in which row its bounds fall",
        cell.span,
        place.passage.where,
        help_="write `over ... to ...`, or `at least ... but less than ...`",
    )


def _in_unit(value: ir.Expr, type_: Type | None) -> ir.Expr:
    """Return a bare number of a cell in the unit of its column."""
    if isinstance(value, ir.Literal) and value.type in PLAIN and isinstance(type_, Money):
        return ir.Literal(value.value, type_)
    return value


def _bracket(place: Place, row: Tree) -> ir.Row:
    bounds, cell = row.children
    ends = [_number(place, bound) for bound in bounds.children]
    value = _number(place, cell)
    match bounds.name:
        case "up_to":
            return ir.Row(None, ends[0], value)
        case "over":
            return ir.Row(ends[0], None, value)
        case _:
            return ir.Row(ends[0], ends[-1] if len(ends) > 1 else None, value)


def _number(place: Place, node: Tree) -> Fraction:
    value = term(place, node)
    number = value.value if isinstance(value, ir.Literal) else 0
    return Fraction(number) if isinstance(number, (int, Fraction)) else Fraction(0)
