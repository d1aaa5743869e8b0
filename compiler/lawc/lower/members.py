"""Several things: the members of a list, those of whom something holds, those of several lists.

Before: `at least one of the children of the person's spouses who are ill is a minor`. After: at
least one spouse who has at least one child of whom both hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.lower import senses
from lawc.lower.context import Place
from lawc.lower.values import which_one
from lawc.records import dataclass
from lawc.syntax.nodes import Phrase, Tree

MOST_SHARED = 4  # members of several lists, of whom it is said how they may be shared


@dataclass(frozen=True, slots=True)
class Level:
    """The members of one list: their kind, and what holds of those meant (None: all)."""

    kind: str
    condition: ir.Expr | None = None

    def some(self, part: ir.Expr) -> ir.Expr:
        """Return what holds of those members who are meant and of whom `part` holds."""
        if part == ir.All(()):
            return self.condition or part
        return part if self.condition is None else ir.All((self.condition, part))

    def every(self, part: ir.Expr) -> ir.Expr:
        """Return what holds of each member if `part` holds of those who are meant."""
        return part if self.condition is None else ir.Any((ir.Not(self.condition), part))


@dataclass(frozen=True, slots=True)
class Members:
    """Several things, as a sentence names them.

    `levels` leads to them from the thing in scope, list by list; `inner` is the place where one
    of them is in scope, `noun` their noun.
    """

    levels: tuple[Level, ...]
    inner: Place
    noun: Phrase

    @property
    def kind(self) -> str:
        """The kind of the members."""
        return self.levels[-1].kind

    def some(self, number: int, part: ir.Expr) -> ir.Expr:
        """Return that `part` holds of at least `number` of them."""
        if number > MOST_SHARED and len(self.levels) > 1:
            wanted = ir.Literal(number, Basic.COUNT)
            return ir.Compare(ir.Comparison.GE, self.number(part), wanted)
        return some_of(self.levels, number, part)

    def every(self, part: ir.Expr) -> ir.Expr:
        """Return that `part` holds of each of them."""
        for level in reversed(self.levels):
            part = ir.Every(level.kind, level.every(part))
        return part

    def number(self, part: ir.Expr | None = None) -> ir.Expr:
        """Return how many they are, or of how many of them `part` holds."""
        *above, last = self.levels
        condition = last.condition if part is None else last.some(part)
        zero = ir.Literal(0, Basic.COUNT)
        return _added_up(above, ir.CountOf(last.kind, condition), zero)

    def total(self, value: ir.Expr, zero: ir.Literal) -> ir.Expr:
        """Return the sum of a value of each of them; `zero` is that of no value."""
        return _added_up(self.levels, value, zero)


def some_of(levels: tuple[Level, ...], number: int, part: ir.Expr) -> ir.Expr:
    """Return that `part` holds of at least `number` things in the lists of lists.

    Two children are of one spouse, or one each of two spouses.
    """
    level, *below = levels
    if not below:
        return ir.Some(number, level.kind, level.some(part))

    def have(owners: int, each: int) -> ir.Expr:
        return ir.Some(owners, level.kind, level.some(some_of(tuple(below), each, part)))

    ways = [
        [have(sum(of >= each for of in shares), each) for each in sorted({*shares})]
        for shares in _shared(number, number)
    ]
    one_way = [way[0] if len(way) == 1 else ir.All(tuple(way)) for way in ways]
    return one_way[0] if len(one_way) == 1 else ir.Any(tuple(one_way))


def _shared(number: int, most: int) -> Iterator[tuple[int, ...]]:
    """Yield the ways in which a number is the sum of others, each at most `most`."""
    if not number:
        yield ()
    for first in range(min(number, most), 0, -1):
        for rest in _shared(number - first, first):
            yield first, *rest


def _added_up(levels: Sequence[Level], value: ir.Expr, zero: ir.Literal) -> ir.Expr:
    for level in reversed(levels):
        meant = level.condition
        value = ir.TotalOf(
            level.kind, value if meant is None else ir.ByCase((meant, value, zero))
        )
    return value


def members(place: Place, node: Tree | Phrase) -> Members:
    """Return the several things that a sentence names."""
    if isinstance(node, Phrase):
        return Members((Level(_listed(place, node)),), place.of(node.key), node)
    noun, *more = node.children
    owners = more[0].children if more and more[0].name == "owners" else ()
    said = more[-1] if len(more) > bool(owners) else None
    nouns = (*reversed(owners), noun)
    if said is not None:
        check_one_sense(place, _phrases(said), nouns)
    levels: list[Level] = []
    for each in nouns:
        kind = _listed(place, each) if not levels else _below(place, levels[-1].kind, each)
        place = place.of(kind)
        levels.append(Level(kind, None))
        if said is not None and _about(said) == kind:
            levels[-1] = Level(kind, _said(place, each, said))
            said = None
    if said is not None:
        _said(place, noun, said)  # of none of them: that is reported
    return Members(tuple(levels), place, noun)


def _listed(place: Place, many: Phrase) -> str:
    """Return the kind of members of the thing in scope, or of one above it."""
    kind = place.ctx.vocabulary.kind(many.key)
    if kind is None or kind.parent not in place.ctx.vocabulary.chain(place.kind):
        which_one(place.ctx, many, (kind.parent if kind else None) or "")
    return many.key


def _below(place: Place, owner: str, many: Phrase) -> str:
    """Return the kind of the members of things of the kind `owner`."""
    kind = place.ctx.vocabulary.kind(many.key)
    if kind is None or kind.parent != owner:
        text = place.ctx.act.text
        place.ctx.problem(
            Code.WRONG_CLASS,
            f"`{text(many.span)}` are not declared as members of things of the kind `{owner}`",
            many.span,
            place.passage.where,
            help_=f"a list of them is declared for things of the kind `{kind.parent}`"
            if kind and kind.parent
            else None,
        )
    return many.key


def _about(said: Tree) -> str:
    """Return the kind of which something is said."""
    return str(_phrases(said)[0].about)


def _phrases(said: Tree) -> list[Phrase]:
    several = said.children if said.name in ("both_said", "either_said") else (said,)
    return [part.children[0] for part in several]


def check_one_sense(place: Place, phrases: Iterable[Phrase], nouns: tuple[Phrase, ...]) -> None:
    """Report words that may be said of things of several kinds, named by these nouns."""
    text = place.ctx.act.text
    for phrase in phrases:
        if phrase.others:
            kinds = {phrase.about, *(other.about for other in phrase.others)}
            meant = [f"`{text(noun.span)}`" for noun in nouns if noun.about in kinds]
            unnamed = sorted(kinds - {noun.about for noun in nouns})
            meant += [f"things of the kind `{kind}`" for kind in unnamed]
            place.ctx.problem(
                Code.TWO_READINGS,
                f"`{text(phrase.span)}` can be said of {' or of '.join(meant)}",
                phrase.span,
                place.passage.where,
                help_="define a class of those meant, or write a phrase of one of them alone",
            )


def _said(place: Place, noun: Phrase, said: Tree) -> ir.Expr:
    """Return what is said of one of several things: `who are dependent children`."""
    from lawc.lower import conditions  # noqa: PLC0415 - conditions speak of several things

    match said:
        case Tree("both_said", parts):
            return ir.All(tuple(_said(place, noun, part) for part in parts))
        case Tree("either_said", parts):
            return ir.Any(tuple(_said(place, noun, part) for part in parts))
        case Tree("predicate" | "happened" | "lasted", (Phrase() as phrase, *_)):
            senses.check_subject(place, phrase, noun)
            return conditions.condition(place, said)
        case Tree(name, (phrase,)):
            senses.check_subject(place, phrase, noun)
            meaning = senses.class_meaning(place, phrase)
            return conditions.stated(
                place, phrase, ir.Not(meaning) if name == "are_not" else meaning
            )
        case _:
            raise AssertionError(said)
