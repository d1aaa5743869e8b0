"""Citations: of elements here, and of the provisions of the act that defines offences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from lawc.diagnostics.codes import Code
from lawc.lower.context import Context
from lawc.lower.pinpoints import PINNED, Near, Pinpoint, inside, pinpoint
from lawc.lower.values import whole
from lawc.records import dataclass
from lawc.runtime.values import Number, Provision, ProvisionRange
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree, Written
from lawc.syntax.spoken import first_word, spoken_range
from lawc.syntax.words import words

_LEVELS = {"articles": "article", "parts": "part", "paragraphs": "paragraph", "points": "point"}


BRACKETED = (*PINNED, "inner", "this_article")

EXPLAINED = 50  # problems; listing what else could be cited takes time


@dataclass(frozen=True, slots=True)
class Target:
    """Elements of one level, from `first` to `last`, inside the elements named in `within`.

    `within` are pairs of level and number from the article down; it is empty for articles.
    """

    level: str
    first: str
    last: str
    within: tuple[tuple[str, str], ...]
    node: Tree


def targets(ctx: Context, citation: Tree, here: Passage) -> Iterator[Target]:
    """Yield the elements that a citation names, by unit; `more` continues the unit before."""
    before: Target | None = None
    several: Tree | None = None  # the articles that `more` continues, after a word for several
    near = Near("", _outer(ctx, citation, here))
    for unit in citation.children:
        if unit is None or unit.name in ("of_other_act", "of_this_act"):
            continue
        if unit.name in PINNED:
            near = Near(unit.children[0].name, near.outer) if unit.name == "near" else near
            named = list(_pinned(pinpoint(ctx, unit, here, near)))
            yield from named
            before = named[-1] if named else before
            continue
        if unit.name == "more":
            if before is None or before.within:
                _unclear(ctx, unit)
                continue
            span = unit.children[0]
            if several is not None and _may_be_range(ctx, several, span):
                continue
            units = [_span(before.level, span, before.within, unit)]
        else:
            several = unit if unit.name == "articles" and _several(unit) else None
            units = list(_units(ctx, unit, here))
        yield from units
        if units:
            before = units[-1]
        elif unit.name == "articles":  # `more` may continue a refused unit
            before = Target("article", "", "", (), unit)


def _unclear(ctx: Context, unit: Tree) -> None:
    ctx.problem(
        Code.UNKNOWN_REFERENCE,
        f"`{ctx.act.text(unit.span)}` does not say of what it is the number",
        unit.span,
        help_="write what the number counts before it",
    )


def _units(ctx: Context, unit: Tree, here: Passage) -> Iterator[Target]:
    if unit.name in BRACKETED:
        yield from _bracketed(ctx, unit, here)
        return
    parts = [p for p in unit.children if isinstance(p, Tree) and p.name != "several"]
    if unit.name == "articles":
        for span in parts:
            if not (_several(unit) and _may_be_range(ctx, unit, span)):
                yield _span("article", span, (), unit)
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
                yield Target("subpoint", letter.text, letter.text, within, unit)
            elif not (_several(unit) and _may_be_range(ctx, unit, span)):
                yield _span(_LEVELS[unit.name], span, within, unit)


def _bracketed(ctx: Context, unit: Tree, here: Passage) -> Iterator[Target]:
    """Yield the elements of a unit by labels in brackets, or of the one around it."""
    if unit.name == "this_article":
        if here.path:
            level, number = here.path[0]
            yield Target(level, number, number, (), unit)
    elif unit.name in PINNED:
        yield from _pinned(pinpoint(ctx, unit, here, Near("")))
    else:
        for outer in _units(ctx, unit.children[-1], here):
            yield from _pinned(inside(ctx, unit, _path(outer)))


def _outer(ctx: Context, citation: Tree, here: Passage) -> tuple[tuple[str, str], ...]:
    """Return what several elements named by one word stand inside, empty if it is not said."""
    last = citation.find("more_inside")
    targets_ = () if last is None else tuple(_units(ctx, last.children[-1], here))
    return _path(targets_[0]) if targets_ else ()


def _path(target: Target) -> tuple[tuple[str, str], ...]:
    return (*target.within, (target.level, target.first))


def _pinned(pinned: Pinpoint | None) -> Iterator[Target]:
    """Yield the elements of a citation by labels in brackets."""
    if pinned is not None:
        *within, (level, number) = pinned.path
        yield Target(level, number, pinned.last, tuple(within), pinned.node)


def _several(unit: Tree) -> Tree | None:
    """Return the word for several elements before the numbers, None without any."""
    plural = (p for p in unit.children if isinstance(p, Tree) and p.name == "several")
    return next(plural, None)


def _may_be_range(ctx: Context, unit: Tree, span: Tree) -> bool:
    """Report a number after a word for several elements that could be a range of them.

    `Articles 108-1 and 188` has one reading: no range runs from 108 to 1.
    """
    for number in span.children:
        if not isinstance(number, Written):
            continue
        first, _, last = _number(number).partition("-")
        if not last.isdigit() or not _runs_on(first, last):
            continue
        language = ctx.act.language
        range_ = spoken_range(language, span.name, first, last)
        word = first_word(language, unit.name)
        several = _several(unit)
        plural = "" if several is None else ctx.act.text(several.span)
        ctx.problem(
            Code.INSERTED_OR_RANGE,
            f"`{number.text}` after `{plural}` may be `{range_}`, or one number that was "
            "inserted",
            span.span,
            help_=f"write `{range_}` for all of them, or `{word} {number.text}` for that one",
        )
        return True
    return False


def _runs_on(first: str, last: str) -> bool:
    """Return whether a range from `first` to `last` runs forwards: 120-124, and 364-70 too."""
    shortened = first[: -len(last)] + last if 1 < len(last) < len(first) else last
    return int(last) > int(first) or int(shortened) > int(first)


def _span(level: str, span: Tree, within: tuple[tuple[str, str], ...], node: Tree) -> Target:
    first = _number(span.children[0])
    last = span.children[1] if span.children[1:] else None
    return Target(level, first, first if last is None else _number(last), within, node)


def _number(node: object) -> str:
    if isinstance(node, Written):
        return node.text.replace("\u2011", "-")
    return str(whole(node))


@lru_cache(maxsize=4096)
def key_of(number: str) -> Number:
    """Return a number in the form in which it is compared: `188-1` is (188, 1)."""
    return tuple(map(int, number.split("-")))


def ranges(ctx: Context, citation: Tree, here: Passage, act: str) -> tuple[ProvisionRange, ...]:
    """Return the provisions of `act` that a citation names."""
    named = citation.find("of_other_act")
    own = citation.find("of_this_act") is not None
    cited_act = ctx.own if own else named.children[0].key if named else None
    if cited_act is not None and cited_act.rpartition("/")[2] != act.rpartition("/")[2]:
        message = f"`{ctx.act.text(citation.span)}` does not cite the act that is meant here"
        ctx.problem(Code.UNKNOWN_REFERENCE, message, citation.span, here.where)
    if cited_act is None:
        ctx.problem(
            Code.UNKNOWN_REFERENCE,
            f"`{ctx.act.text(citation.span)}` does not say of which act",
            citation.span,
            here.where,
            help_="name the act after the number",
        )
    named_ranges = (_range(ctx, target) for target in targets(ctx, citation, here))
    return tuple(filter(None, named_ranges))


def _range(ctx: Context, target: Target) -> ProvisionRange | None:
    levels: dict[str, Number | None] = dict.fromkeys(("article", "part", "point"))
    known = {target.level, *(level for level, _ in target.within)} <= levels.keys()
    levels |= {level: key_of(number) for level, number in target.within}
    ends = []
    for number in (target.first, target.last):
        at = {**levels, target.level: key_of(number) if known else None}
        article, part, point = (at.get(level) for level in ("article", "part", "point"))
        if article is None or (point is not None and part is None) or not known:
            ctx.problem(
                Code.UNKNOWN_REFERENCE,
                f"`{ctx.act.text(target.node.span)}` names no article, part or point",
                target.node.span,
                help_="name an article, a part of one, or a point of a part",
            )
            return None
        ends.append(Provision(article, part, point))
    if ends[1] < ends[0]:
        message = f"`{ctx.act.text(target.node.span)}` runs backwards"
        ctx.problem(Code.UNKNOWN_REFERENCE, message, target.node.span)
    return ProvisionRange(*ends)


def elements(ctx: Context, citation: Tree, here: Passage) -> tuple[Passage, ...]:
    """Return the elements of this act that a citation names; report what leads nowhere."""
    other = citation.find("of_other_act")
    if other is not None:
        phrase = other.children[0]
        assert isinstance(phrase, Phrase)
        message = f"`{ctx.act.text(citation.span)}` cites another act, whose rules are not here"
        ctx.problem(Code.UNKNOWN_REFERENCE, message, citation.span, here.where)
        return ()
    passages: list[Passage] = []
    for target in targets(ctx, citation, here):
        named = _passages(ctx, target)
        passages += named
        numbers = {p.path[-1][1] for p in named}
        if not {target.first, target.last} <= numbers:
            _leads_nowhere(ctx, target, here)
    return tuple(passages)


def _passages(ctx: Context, target: Target) -> tuple[Passage, ...]:
    if target.first == target.last:
        return ctx.act.at((*target.within, (target.level, target.first)))
    above = ctx.act.at(target.within)
    siblings = (
        tuple(item for p in above for item in p.items) if target.within else ctx.act.passages
    )
    level = ctx.act.numbering.by_key.get(target.level)
    if level is None:
        return ()
    low, high = level.order(target.first), level.order(target.last)
    return tuple(
        passage
        for passage in siblings
        if passage.path
        and passage.path[-1][0] == target.level
        and low <= level.order(passage.path[-1][1]) <= high
    )


def _leads_nowhere(ctx: Context, target: Target, here: Passage) -> None:
    if len(ctx.problems) >= EXPLAINED:
        message = f"`{ctx.act.text(target.node.span)}` leads nowhere"
        ctx.problem(Code.UNKNOWN_REFERENCE, message, target.node.span, here.where)
        return
    inside: tuple[Passage, ...] = ctx.act.passages
    within = ""
    for level, number in target.within:
        outer = next((p for p in inside if p.path[-1:] == ((level, number),)), None)
        if outer is None:
            break
        inside, within = outer.items, outer.where
    numbers = [p.path[-1][1] for p in inside if p.path and p.path[-1][0] == target.level]
    if target.level == ctx.act.numbering.top and numbers:
        help_ = f"the {target.level}s of this act are {_in_short(numbers)}{_nearest(ctx, here)}"
    elif numbers:
        labels = ", ".join(f"`{p.labels[-1]}`" for p in inside if p.path[-1][0] == target.level)
        help_ = f"`{within}` has {labels}" if within else f"this act has {labels}"
    elif within:
        help_ = f"`{within}` has no elements of this kind: cite it as a whole"
    else:
        help_ = "cite an element that is there"
    ctx.problem(
        Code.UNKNOWN_REFERENCE,
        f"`{ctx.act.text(target.node.span)}` leads nowhere",
        target.node.span,
        here.where,
        help_=help_,
    )


def _in_short(numbers: list[str]) -> str:
    """Return numbers, consecutive runs shortened: `1 to 4, 4-1, 5`."""
    runs: list[list[str]] = []
    for number in numbers:
        last = runs[-1][-1] if runs else ""
        if last.isdigit() and number.isdigit() and int(number) == int(last) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]} to {run[-1]}" if run[2:] else ", ".join(run) for run in runs)


def _nearest(ctx: Context, here: Passage) -> str:
    """Return the article whose heading shares most rare words with the citing passage."""
    articles = [p for p in ctx.act.passages if p.heading and p.path[:1] != here.path[:1]]
    citing = {word.folded for word in words(here.text)}
    headings = [{word.folded for word in words(p.heading)} for p in articles]
    counts = Counter(word for heading in headings for word in heading)
    weights = [sum(1 / counts[word] for word in sorted(h & citing)) for h in headings]
    best = max(weights, default=0)
    if best < 1:
        return ""
    nearest = articles[weights.index(best)]
    return f"; the nearest by its heading is `{nearest.labels[-1]}` ({nearest.heading})"
