"""Citations: of provisions of an act that offences are charged under, and of elements here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawc.diagnostics.codes import Code
from lawc.lower.context import Context
from lawc.lower.values import whole
from lawc.runtime.values import Number, Provision, ProvisionRange
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree, Written

_LEVELS = {"articles": "article", "parts": "part", "paragraphs": "paragraph", "points": "point"}


@dataclass(frozen=True, slots=True)
class Cited:
    """Elements of one level, from `first` to `last`, inside the elements named in `within`.

    `within` are pairs of level and number from the article down; it is empty for articles.
    """

    level: str
    first: str
    last: str
    within: tuple[tuple[str, str], ...]
    node: Tree


def cited(ctx: Context, citation: Tree, here: Passage) -> Iterator[Cited]:
    """Yield what a citation names, unit by unit; `more` continues the unit before it."""
    before: Cited | None = None
    for unit in citation.children:
        if unit is None or unit.name in ("of_other_act", "of_this_act"):
            continue
        if unit.name == "more":
            if before is None:
                _unclear(ctx, unit)
                continue
            units = [_span(before.level, unit.children[0], before.within, unit)]
        else:
            units = list(_units(ctx, unit, here))
        yield from units
        before = units[-1] if units else before


def _unclear(ctx: Context, unit: Tree) -> None:
    ctx.problem(
        Code.UNKNOWN_REFERENCE,
        f"`{ctx.act.text(unit.span)}` does not say of what it is the number",
        unit.span,
        help_="write what the number counts before it",
    )


def _units(ctx: Context, unit: Tree, here: Passage) -> Iterator[Cited]:
    if unit.name == "this_article":
        if here.path:
            number = here.path[0][1]
            yield Cited("article", number, number, (), unit)
        return
    parts = [one for one in unit.children if isinstance(one, Tree)]
    if unit.name == "articles":
        yield _span("article", parts[0], (), unit)
        return
    *spans, inner = parts
    for outer in _units(ctx, inner, here):
        if outer.first != outer.last:
            ctx.problem(
                Code.UNKNOWN_REFERENCE,
                f"`{ctx.act.text(unit.span)}` names parts of several elements at once",
                unit.span,
                help_="name the parts of each element apart",
            )
            return
        within = (*outer.within, (outer.level, outer.first))
        for span in spans:
            if unit.name == "subpoints":
                letter = span.children[0]
                assert isinstance(letter, Written)
                yield Cited("subpoint", letter.text, letter.text, within, unit)
            else:
                yield _span(_LEVELS[unit.name], span, within, unit)


def _span(level: str, span: Tree, within: tuple[tuple[str, str], ...], node: Tree) -> Cited:
    first = _number(span.children[0])
    last = span.children[1]
    return Cited(level, first, first if last is None else _number(last), within, node)


def _number(node: object) -> str:
    if isinstance(node, Written):
        return node.text.replace("\u2011", "-")
    return str(whole(node))


def key_of(number: str) -> Number:
    """Return a number as it is compared: `188-1` is (188, 1)."""
    return tuple(map(int, number.split("-")))


def ranges(ctx: Context, citation: Tree, here: Passage, act: str) -> tuple[ProvisionRange, ...]:
    """Return the provisions of `act` that a citation names."""
    named = citation.find("of_other_act")
    own = citation.find("of_this_act") is not None
    said = ctx.own if own else named.children[0].key if named else None
    if said is not None and said.rpartition("/")[2] != act.rpartition("/")[2]:
        message = f"`{ctx.act.text(citation.span)}` does not cite the act that is meant here"
        ctx.problem(Code.UNKNOWN_REFERENCE, message, citation.span, here.where)
    if said is None:
        ctx.problem(
            Code.UNKNOWN_REFERENCE,
            f"`{ctx.act.text(citation.span)}` does not say of which act",
            citation.span,
            here.where,
            help_="name the act after the number",
        )
    return tuple(found for one in cited(ctx, citation, here) if (found := _range(ctx, one)))


def _range(ctx: Context, one: Cited) -> ProvisionRange | None:
    levels = {"article": None, "part": None, "point": None}
    for level, number in one.within:
        levels[level] = key_of(number)  # type: ignore[assignment]  # a number, not None
    ends = []
    for number in (one.first, one.last):
        at = {**levels, one.level: key_of(number)}
        article, part, point = (at.get(level) for level in ("article", "part", "point"))
        if article is None or (point is not None and part is None) or one.level == "subpoint":
            ctx.problem(
                Code.UNKNOWN_REFERENCE,
                f"`{ctx.act.text(one.node.span)}` names no article, part or point",
                one.node.span,
                help_="name an article, a part of one, or a point of a part",
            )
            return None
        ends.append(Provision(article, part, point))
    if ends[1] < ends[0]:
        message = f"`{ctx.act.text(one.node.span)}` runs backwards"
        ctx.problem(Code.UNKNOWN_REFERENCE, message, one.node.span)
    return ProvisionRange(*ends)


def elements(ctx: Context, citation: Tree, here: Passage) -> tuple[Passage, ...]:
    """Return the elements of this act that a citation names; one that leads nowhere is reported."""
    other = citation.find("of_other_act")
    if other is not None:
        phrase = other.children[0]
        assert isinstance(phrase, Phrase)
        message = f"`{ctx.act.text(citation.span)}` cites another act, whose rules are not here"
        ctx.problem(Code.UNKNOWN_REFERENCE, message, citation.span, here.where)
        return ()
    found: list[Passage] = []
    for one in cited(ctx, citation, here):
        named = list(_named(ctx.act.passages, one))
        found += named
        numbers = {p.path[-1][1] for p in named}
        if not {one.first, one.last} <= numbers:
            _leads_nowhere(ctx, one, here)
    return tuple(found)


def _named(passages: tuple[Passage, ...], one: Cited) -> Iterator[Passage]:
    inside: tuple[Passage, ...] = passages
    for level, number in one.within:
        inside = tuple(
            item for p in inside if p.path[-1:] == ((level, number),) for item in p.items
        )
    if one.level == "subpoint":
        yield from (p for p in inside if p.path and p.path[-1] == ("subpoint", one.first))
        return
    low, high = key_of(one.first), key_of(one.last)
    for passage in inside:
        level, number = passage.path[-1] if passage.path else ("", "")
        if level == one.level and low <= key_of(number) <= high:
            yield passage


def _leads_nowhere(ctx: Context, one: Cited, here: Passage) -> None:
    articles = [p.path[0][1] for p in ctx.act.passages if p.path]
    if one.level == "article" and articles:
        help_ = f"the articles of this act are {', '.join(articles)}"
    else:
        help_ = "cite an element that is there"
    ctx.problem(
        Code.UNKNOWN_REFERENCE,
        f"`{ctx.act.text(one.node.span)}` leads nowhere",
        one.node.span,
        here.where,
        help_=help_,
    )
