"""Citations by labels in brackets: `section 63(c)(6)(A)`, `paragraph (a) of this section`.

The word says the level of the first number; each further one is that of an element inside. A
level may be left out in the act: the elements that are there say of which level a number is.
"""

from __future__ import annotations

from lawc.diagnostics.codes import Code
from lawc.lower.context import Context
from lawc.records import dataclass
from lawc.syntax.act import Passage
from lawc.syntax.citing import citation_help
from lawc.syntax.nodes import Tree

PINNED = ("sections", "in_article", "near", "more_near", "more_inside", "this_element")
_TOP = {"sections": "section", "in_article": "article"}
_THIS = "this_"

Steps = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """The element that a citation names, by levels and numbers from the act down.

    `last` is the number of the last of several that stand beside each other.
    """

    path: Steps
    last: str
    node: Tree


@dataclass(frozen=True, slots=True)
class Near:
    """The level of a unit that names no other, and the elements that it stands inside.

    It stands inside `outer`, or else inside the elements around the citation.
    """

    level: str
    outer: Steps = ()

    def base(self, ctx: Context, here: Passage) -> Steps:
        """Return the path of the element that it stands inside."""
        return self.outer or _above(ctx, here, self.level)


def pinpoint(ctx: Context, unit: Tree, here: Passage, near: Near) -> Pinpoint | None:
    """Return the element that a unit of a citation names."""
    match unit.name:
        case "this_element":
            (this,) = unit.children
            path = _around(here, this.name.removeprefix(_THIS))
            return Pinpoint(path, path[-1][1], unit) if path else _no_level(ctx, unit)
        case "sections" | "in_article":
            return _from_top(ctx, unit)
        case "more_near":
            return _inside(ctx, unit, near.level, unit.children, near.base(ctx, here))
        case "more_inside":
            return _inside(ctx, unit, near.level, unit.children[:-1], near.base(ctx, here))
        case "near":
            word, *rest = unit.children
            pins = [part for part in rest if _is_pin(part)]
            outer = next(
                (part for part in rest if part is not None and not _is_pin(part)), None
            )
            around = pinpoint(ctx, outer, here, Near(outer.children[0].name)) if outer else None
            base = (
                Near(word.name, near.outer).base(ctx, here) if around is None else around.path
            )
            return _inside(ctx, unit, word.name, pins, base)
        case _:
            raise AssertionError(unit.name)


def inside(ctx: Context, unit: Tree, outer: Steps) -> Pinpoint | None:
    """Return the element that `paragraph (a) of ...` names inside another one."""
    word, *pins = unit.children[:-1]
    return _inside(ctx, unit, word.name, pins, outer)


def _is_pin(part: object) -> bool:
    return isinstance(part, Tree) and part.name == "pin"


def _from_top(ctx: Context, unit: Tree) -> Pinpoint | None:
    ends = [part for part in unit.children if _points(part)]
    level = _TOP[unit.name]
    numbering = ctx.act.numbering
    if level not in numbering.by_key or (ends[0].children[1:] and not numbering.bracketed):
        return _no_level(ctx, unit)
    number, *pins = _numbers(ctx, ends[0])
    path = _down(ctx, ((level, number),), pins)
    if len(ends) == 1:
        return Pinpoint(path, path[-1][1], unit)
    others = _numbers(ctx, ends[1])
    return Pinpoint(path, others[-1], unit)


def _points(part: object) -> bool:
    return isinstance(part, Tree) and part.name == "pinpoint"


def _numbers(ctx: Context, pinpoint: Tree) -> list[str]:
    """Return the numbers of a pinpoint as written: 63, c, 6 and A."""
    first, *pins = pinpoint.children
    return [ctx.act.text(first.span), *(_number(ctx, pin) for pin in pins)]


def _number(ctx: Context, pin: Tree) -> str:
    return "".join(ctx.act.text(pin.span).split())[1:-1]


def _inside(ctx: Context, unit: Tree, level: str, pins: object, base: Steps) -> Pinpoint | None:
    numbering = ctx.act.numbering
    if level not in numbering.by_key or not numbering.bracketed:
        return _no_level(ctx, unit)
    assert isinstance(pins, list | tuple)
    number, *rest = [_number(ctx, pin) for pin in pins]
    path = _down(ctx, (*base, (level, number)), rest)
    return Pinpoint(path, path[-1][1], unit)


def _down(ctx: Context, path: Steps, numbers: list[str]) -> Steps:
    """Return a path with further numbers, each of the level that an element there has."""
    levels = [level.key for level in ctx.act.numbering.levels]
    for number in numbers:
        there = (item for passage in ctx.act.at(path) for item in passage.items if item.path)
        level = next((item.level for item in there if item.path[-1][1] == number), None)
        if level is None:
            deeper = levels[levels.index(path[-1][0]) + 1 :]
            level = deeper[0] if deeper else path[-1][0]
        path = (*path, (level, number))
    return path


def _above(ctx: Context, here: Passage, level: str) -> Steps:
    """Return the elements around a passage that are above a level."""
    known = ctx.act.numbering.by_key
    if level not in known:
        return ()
    return tuple(step for step in here.path if known[step[0]].rank < known[level].rank)


def _around(here: Passage, level: str) -> Steps:
    """Return the path of the element of a level around a passage, empty if there is none."""
    for place, (key, _) in enumerate(here.path):
        if key == level:
            return here.path[: place + 1]
    return ()


def _no_level(ctx: Context, unit: Tree) -> Pinpoint | None:
    """Report that an act has no elements of the level that a citation names."""
    help_ = citation_help(ctx.act.language)
    if ctx.act.numbering.bracketed:
        labels = ", ".join(
            f"`{level.label(level.first)}`" for level in ctx.act.numbering.levels
        )
        help_ = f"cite the elements that this act has: they are numbered {labels}"
    ctx.problem(
        Code.UNKNOWN_REFERENCE,
        f"`{ctx.act.text(unit.span)}` names an element of a kind that does not stand here",
        unit.span,
        help_=help_,
    )
    return None
