"""Functions of statements about a thing: some of them done in blocks, some once for a case.

In a function `t0` is the thing, `t1` the one above it, `p0` and `p1` are their paths. What
rests on few values is done in blocks; what is of the things above alone, once for all that
stand below the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from typing import Any, NamedTuple, TypeAlias

from lawc.runtime.engine.blocks import (
    Arranged,
    Given,
    Keys,
    Laid,
    Statement,
    arranged,
    laid_out,
    remembering,
    shelf_of,
    shelving,
)
from lawc.runtime.engine.compiled import function
from lawc.runtime.engine.conditions import Condition, Line, Paths
from lawc.runtime.engine.few import Few
from lawc.runtime.engine.reads import WRITTEN
from lawc.runtime.engine.source import Source
from lawc.runtime.logic import at_least, spoken_of
from lawc.runtime.reasons import Explanation, FactUsed, Ground, Node

Maker: TypeAlias = Callable[[Line, Paths], Any]  # a function that makes something of a case
_NAMES = {
    "new": tuple.__new__, "Node": Node, "FactUsed": FactUsed, "Ground": Ground,
    "Explanation": Explanation, "at_least": at_least, "spoken_of": spoken_of,
    "day": WRITTEN,
}  # fmt: skip
_MANY = 6  # records of the things above that are rather made once for a case
_OWN = re.compile(r"\b(?:t0|p0|line|paths|memory)\b")  # what is of the very thing
_NUMBERS = count()  # of what is kept on shelves


class Before(NamedTuple):
    """What comes before statements: lines, the names in them, and which of these are shelves.

    Those of `above` are of the things above alone.
    """

    lines: list[str]
    given: dict[str, Given]
    shelves: frozenset[str]
    above: list[str]


class Statements:
    """Statements, one after the other."""

    def __init__(self) -> None:
        self.source = Source()
        self.remembers = False  # whether anything is left in the memory of the case
        self._statements: list[Statement] = []
        self._paths: set[int] = set()

    def before(self) -> Before:
        """Return what comes before the statements."""
        return Before([], {}, frozenset(), [])

    def function(self, last: str, wanted: list[str]) -> Maker:
        """Return the function that returns `last`, an expression of the names `wanted`."""
        begin, found = self._arranged(wanted)
        return self._laid_out(found, begin, last, wanted)

    def shelved(self, records: list[str], others: list[str]) -> tuple[Maker, list[int | None]]:
        """Return the function that returns what has these names, and then shelves of records.

        Beside it stands at which place among these each record has its shelf, None if it has
        none: what rests on a record that is remembered can be remembered with it.
        """
        names = [*records, *others]
        begin, found = self._arranged(names)
        homes = [found.place(name) for name in records]
        used = list(dict.fromkeys(home for home in homes if home is not None))
        whole = [*names, *map(shelf_of, used)]
        made = self._laid_out(found, begin, f"({', '.join(whole)}, )", whole)
        return made, [None if home is None else used.index(home) for home in homes]

    def _arranged(self, wanted: list[str]) -> tuple[list[str], Arranged]:
        """Return what comes first, and the other statements as they are arranged."""
        lists, given, shelves, of_above = self.before()
        above, others = self._above(given, of_above)
        used = {*wanted, *(name for one in others for name in one.uses)}
        names = [one for one in above.level if one in used and one not in given]
        many = sum(one.values is None for _, one in above.left) >= _MANY
        if not (many and names and self.source.above):
            return lists, arranged(self._statements, given, shelves)
        asked = [name for name in given if name in above.used]
        block = Laid(names, "", [self.path(1)], "memory", asked, self._lines(above, names))
        given |= {name: above.told(name) for name in names}
        self.remembers = True
        return [*lists, self._block(block)], arranged(others, given, shelves)

    def _above(
        self, given: Mapping[str, Given], seen: Iterable[str]
    ) -> tuple[Arranged, list[Statement]]:
        """Return the statements of the things above alone, and the others.

        Those can be done once for all things of a case that stand below the same.
        """
        names, above, others = set(seen), list[Statement](), list[Statement]()
        for one in self._statements:
            if one.own or not names.issuperset(one.uses):
                others.append(one)
            else:
                above.append(one)
                names.add(one.name)
        return arranged(above, {name: Given(given[name].values, None) for name in seen}), others

    def _laid_out(
        self, found: Arranged, begin: list[str], last: str, wanted: list[str]
    ) -> Maker:
        lines = self._lines(found, wanted)
        memory = ["memory, me = line[-1].memory, id(line[0])"] if self.remembers else []
        whole = [*self._begin(), *memory, *begin, *lines, f"return {last}"]
        return self.made("line, paths", whole)  # type: ignore[no-any-return]

    def _lines(self, found: Arranged, wanted: Iterable[str]) -> list[str]:
        done = laid_out(found, wanted)
        return [self._block(one) if isinstance(one, Laid) else one.line for one in done]

    def _begin(self) -> list[str]:
        """Return statements that give names to things, days and paths."""
        paths = [f"p{depth} = paths[{depth}]" for depth in sorted(self._paths)]
        return [*self.source.things(), *paths]

    def made(self, parameters: str, lines: list[str]) -> Any:
        """Return the function of some statements."""
        self.source.constants.update(_NAMES)
        return function(self.source, parameters, lines)

    def _block(self, one: Laid) -> str:
        """Return the statement that takes what a block makes, made now or before."""
        names = "".join(f"{name}, " for name in one.names)
        given = ", ".join(["line", "paths", *one.given])
        shelf = "{}, " if one.shelf else ""
        make = self.made(given, [*self._begin(), *one.lines, f"return ({names}{shelf})"])
        found = f"{names}{one.shelf + ', ' if one.shelf else ''}"
        key = "".join(f"{key}, " for key in one.keys)
        if one.within:
            anew = self.source.constant(shelving(make))
            key = f"{next(_NUMBERS)}, {key}"
            asked = f"{one.within}.get(q := ({key})) or {anew}({one.within}, q, {given})"
        else:
            known, anew = map(self.source.constant, remembering(make))
            asked = f"{known}(q := ({key})) or {anew}(q, {given})"
        return f"{found}= {asked}"

    def put(
        self,
        letter: str,
        text: str,
        uses: Iterable[str] = (),
        reads: Keys | None = None,
        values: int | None = None,
        *,
        dear: bool = False,
    ) -> str:
        """Put something into a name, and return that."""
        name = self.source.name(letter)
        # what is called for few values looks at no more than these, whatever it is given
        own = self.path(0) in reads if dear and reads else bool(_OWN.search(text))
        statement = Statement(name, text, tuple(uses), reads, values, dear, own)
        self._statements.append(statement)
        return name

    def constant(self, found: Any) -> str:
        """Return an expression of what does not change."""
        return repr(found) if found in ("", 0, ()) else self.source.constant(found)

    def path(self, depth: int) -> str:
        """Return the name of the path of the thing that stands `depth` above."""
        self._paths.add(depth)
        return f"p{depth}"

    def keys(self, few: Few | None) -> Keys | None:
        """Return the expressions of few values, the path of the nearest thing among them."""
        if few is None:
            return None
        nearest = min((one.depth for one in few.read), default=0)
        found = {self.source.read(one.depth, one.attribute): one.number for one in few.read}
        return found | {self.source.day(name): 1 for name in few.days} | {self.path(nearest): 1}

    def text(self, condition: Condition, *, truth: bool = True) -> tuple[str, list[str]]:
        """Return an expression of a condition or a value, and the names of decisions in it."""
        self.source.speaks_of.clear()
        piece = self.source.truth(condition) if truth else self.source.piece(condition)
        return piece.text, list(dict.fromkeys(self.source.speaks_of))
