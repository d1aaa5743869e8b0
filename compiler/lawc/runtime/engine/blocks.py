"""Statements that rest on few values, done once for each choice of these.

Of what a function does to make the trees of a case, most rests on truths, choices and
provisions. Such statements are gathered in blocks. A block is a function of its own, and what
it returns is remembered by the values that it rests on. What rests on days or numbers is left
where it is; but a truth that rests on a day is one of three values, so that what rests on no
more than the truth can stand in a block again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import prod
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

LIMIT = 5_000  # choices of values by which a block is remembered, as far as that can be told
_WITHIN = 30  # the same, where it is remembered with a record that is remembered itself
_ROOM = 10_000  # what a block remembers
_RECENT = 8  # blocks that a statement may still join
_DEEP = 6  # statements that are followed to see what settles a name,
_WIDE = 12  # if they use no more names than these
_WORTH = 2  # records that a block makes at least, or else it is quicker to make them again

Keys = Mapping[str, int]  # expressions, with the number of values of each
_Known: TypeAlias = Callable[[Any], tuple[Any, ...] | None]
_Anew: TypeAlias = Callable[..., tuple[Any, ...]]


class Statement(NamedTuple):
    """`name = text`. It reads the names that it `uses`, and `reads` besides.

    `reads` is None if that has more than few values. `values` is the number of values of the
    name, None for a record, which is no key. What is `dear` is remembered whatever it rests
    on. `own` tells that it is of the very thing, and not of those above it alone.
    """

    name: str
    text: str
    uses: tuple[str, ...] = ()
    reads: Keys | None = None
    values: int | None = None
    dear: bool = False
    own: bool = True

    @property
    def line(self) -> str:
        """The statement as Python."""
        return f"{self.name} = {self.text}"


class Given(NamedTuple):
    """A name that there is beforehand: the number of its values, and what settles it."""

    values: int | None
    rests: Keys | None


class Block:
    """Statements that are done together, by the values of `keys`, at some level.

    What stands at a level uses what was done at lower ones.
    """

    __slots__ = ("keys", "level", "names", "statements")

    def __init__(self, level: int) -> None:
        self.level = level
        self.keys: dict[str, int] = {}
        self.statements: list[Statement] = []
        self.names: set[str] = set()

    @property
    def worth(self) -> bool:
        """Whether it is quicker to remember it than to do it again."""
        records = [one for one in self.statements if one.values is None]
        return len(records) >= _WORTH or any(one.dear for one in records)

    def add(self, one: Statement, keys: Keys) -> None:
        """Do a statement in this block, which then rests on these keys as well."""
        self.keys |= keys
        self.statements.append(one)
        self.names.add(one.name)

    def needed(self, wanted: set[str]) -> list[Statement]:
        """Return the statements that what is `wanted` of the block takes."""
        found, names = list[Statement](), set(wanted)
        for one in reversed(self.statements):
            if one.name in names:
                found.append(one)
                names.update(one.uses)
        return found[::-1]


class Arranged:
    """Statements in blocks, and those that are `left`, each at its level.

    `given` are the names there are beforehand; statements named in `alone` are left. What rests
    on records that are given can be remembered with these: a shelf is a dict that comes along
    with them, and `shelves` are the names of such. A block rests on one shelf at most.
    """

    def __init__(
        self,
        statements: Iterable[Statement],
        given: Mapping[str, Given],
        shelves: frozenset[str],
        alone: frozenset[str] = frozenset(),
    ) -> None:
        self.blocks: list[Block] = []
        self.left: list[tuple[int, Statement]] = []
        self.shelves = shelves
        self.level = dict.fromkeys(given, 0)  # from which on a name can be used
        self.used: set[str] = set()
        self._values = {name: one.values for name, one in given.items()}
        self._rests = {name: one.rests for name, one in given.items()}
        self._statements: dict[str, Statement] = {}
        for one in statements:
            self._place(one, alone)

    def told(self, name: str) -> Given:
        """Return a name as it is given to statements that see no other of these names."""
        rests = self._rests[name]
        seen = rests is not None and self.level.keys().isdisjoint(rests)
        return Given(self._values[name], rests if seen else None)

    def place(self, name: str) -> int | None:
        """Return the place of the block that makes a record, None if it is made outside."""
        places = [n for n, block in enumerate(self.blocks) if name in block.names]
        return places[0] if places else None

    def _place(self, one: Statement, alone: frozenset[str]) -> None:
        rests = self._rests_on(one)
        self._values[one.name], self._rests[one.name] = one.values, rests
        self._statements[one.name] = one
        self.used.update(one.uses)
        block = None if rests is None or one.name in alone else self._block(one, rests)
        if block is None:
            level = self._level(one.uses)
            self.left.append((level, one))
            self.level[one.name] = level
        else:
            self.level[one.name] = block.level + 1

    def _rests_on(self, one: Statement, block: Block | None = None) -> Keys | None:
        """Return the few values that a statement rests on, None if they are not few.

        A name of few values may count as one of them, or what it rests on in its place. What
        is made in the `block` rests on its keys.
        """
        if one.reads is None:
            return None
        keys, names = ({}, set[str]()) if block is None else (block.keys, block.names)
        found: dict[str, int] = {**keys, **one.reads}
        either: list[tuple[str, int, Keys]] = []
        for name in one.uses:
            number, rests = self._values[name], self._rests[name]
            if name in names:
                continue
            if number is None and rests is None:
                return None
            if number is None or rests is None:
                found |= rests if rests is not None else {name: number or 0}
            else:
                either.append((name, number, rests))
        # those of most values first: what they bring may settle others
        for name, number, rests in sorted(either, key=itemgetter(1), reverse=True):
            if not self._few(found, keys, one):
                return None
            if not self._settled(name, found, names):
                further = {key: n for key, n in rests.items() if key not in found}
                fewer = prod(further.values()) <= number and not self.shelves & further.keys()
                found |= further if fewer else {name: number}
        return found if self._few(found, keys, one) else None

    def _few(self, found: Keys, keys: Keys, one: Statement) -> bool:
        """Tell whether a statement can be remembered by what is found, as it can by `keys`."""
        shelves, number = len(self.shelves & found.keys()), prod(found.values())
        if shelves:
            return shelves == 1 and number <= max(_WITHIN, prod(keys.values()))
        return one.dear or number <= max(LIMIT, prod(keys.values()))

    def _settled(self, name: str, by: Keys, made: set[str], deep: int = _DEEP) -> bool:
        """Tell whether a name has but one value where those that settle it are the same."""
        if name in by or name in made:
            return True
        one = self._statements.get(name)
        if one is None:  # given beforehand
            rests = self._rests[name]
            return rests is not None and rests.keys() <= by.keys()
        if one.reads is None or not deep or len(one.uses) > _WIDE:
            return False
        return all(key in by for key in one.reads) and all(
            self._settled(use, by, made, deep - 1) for use in one.uses
        )

    def _level(self, names: Iterable[str]) -> int:
        level = self.level
        return max([level.get(name, 0) for name in names], default=0)

    def _block(self, one: Statement, rests: Keys) -> Block | None:
        """Do a statement in the block that grows least; a truth where that does not grow."""
        best, least, cheap = None, 0, one.values is not None
        for block in reversed(self.blocks[-_RECENT:]):
            outer = [name for name in one.uses if name not in block.names]
            apart = len(outer) == len(one.uses)
            if cheap and apart and not rests.keys() <= block.keys.keys():
                continue  # it would grow
            if self._level(outer) > block.level:
                continue
            keys = self._rests_on(one, block)
            if keys is None or self._level(keys) > block.level:
                continue
            size = prod(keys.values())
            growth = size // prod(block.keys.values())
            if growth > 1 and (cheap or size > LIMIT):
                continue
            if best is None or growth < least:
                best, least, rests = block, growth, keys
        if best is None and not cheap:
            best = Block(self._level([*rests, *one.uses]))
            self.blocks.append(best)
        if best is not None:
            best.add(one, rests)
        return best


def arranged(
    statements: list[Statement],
    given: Mapping[str, Given],
    shelves: frozenset[str] = frozenset(),
) -> Arranged:
    """Arrange statements so that no block is slower than doing its statements again."""
    alone = frozenset[str]()
    while True:
        found = Arranged(statements, given, shelves, alone)
        poor = frozenset(
            one.name for block in found.blocks if not block.worth for one in block.statements
        )
        if not poor:
            return found
        alone |= poor


class Laid(NamedTuple):
    """A block as it is called.

    It gives `names` and, unless that is empty, a `shelf` for what rests on these. It is
    remembered by `keys`, or by them on the shelf `within`; `given` is what it is given.
    """

    names: list[str]
    shelf: str
    keys: list[str]
    within: str
    given: list[str]
    lines: list[str]


def shelf_of(place: int) -> str:
    """Return the name of the shelf of the block at a place."""
    return f"h{place}"


def laid_out(found: Arranged, wanted: Iterable[str]) -> list[Statement | Laid]:
    """Return what is to be done for the names that are `wanted`, in order."""
    order: list[tuple[int, Statement | tuple[str, Block]]] = []
    order += [(2 * level, one) for level, one in found.left]
    for place, block in enumerate(found.blocks):
        order.append((2 * block.level + 1, (shelf_of(place), block)))
    order.sort(key=itemgetter(0))  # those of one level keep their order
    names, made = set(wanted), list[Statement | Laid]()
    for _, one in reversed(order):
        if isinstance(one, Statement):
            if one.name in names:
                made.append(one)
                names.update(one.uses)
            continue
        shelf, block = one
        gives = [part.name for part in block.statements if part.name in names]
        if gives:
            laid = _laid(block, gives, shelf if shelf in names else "", found.shelves)
            made.append(laid)
            names.update(laid.given, laid.keys)
    return made[::-1]


def _laid(block: Block, gives: list[str], shelf: str, shelves: frozenset[str]) -> Laid:
    needed = block.needed(set(gives))
    given = dict.fromkeys(name for one in needed for name in one.uses)
    outer = [name for name in given if name not in block.names]
    keys = sorted(block.keys.keys() - shelves)
    within = "".join(shelves & block.keys.keys())
    return Laid(gives, shelf, keys, within, outer, [one.line for one in needed])


def remembering(make: Callable[..., tuple[Any, ...]]) -> tuple[_Known, _Anew]:
    """Return what a block made for a choice of values, and what makes it for a new one."""
    found: dict[Any, tuple[Any, ...]] = {}

    def anew(key: Any, *given: Any) -> tuple[Any, ...]:
        if len(found) >= _ROOM:
            found.clear()
        made = found[key] = make(*given)
        return made

    return found.get, anew


def shelving(make: Callable[..., tuple[Any, ...]]) -> _Anew:
    """Return what makes what a block makes and keeps it on the shelf of a record."""

    def anew(shelf: dict[Any, Any], key: Any, *given: Any) -> tuple[Any, ...]:
        made = shelf[key] = make(*given)
        return made

    return anew
