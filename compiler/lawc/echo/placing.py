"""Sentences put into their elements, the items of their lists into theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lawc.echo.conditions import Conditions
from lawc.echo.saying import Saying
from lawc.echo.sentences import Sentences
from lawc.echo.writing import UnsaidError, tree
from lawc.ir import nodes as ir
from lawc.ir.formula import formula
from lawc.ir.types import Basic
from lawc.source import NOWHERE
from lawc.syntax.nodes import Tree
from lawc.syntax.numbering import SHORT

_DATE = Basic.DATE


class Placing:
    """Keeps what is said in each element; what cannot be said is kept with the reason."""

    def __init__(self, saying: Saying) -> None:
        self.saying = saying
        self.law = saying.law
        self.said: dict[str, list[str]] = {}
        self.opening: dict[str, str] = {}  # the sentence of an element that opens a list
        self.tables: dict[str, tuple[str, ...]] = {}
        self.unsaid: dict[str, list[str]] = {}
        self.made: dict[str, list[str]] = {}  # items of lists that the law does not have

    def _try(self, eid: str, expr: ir.Expr, way: Callable[[], None]) -> None:
        try:
            way()
        except UnsaidError as reason:
            path = self.saying.paths.get(eid, ())
            if path and path[-1][0] not in self.saying.numbering.by_key:  # the row of a table
                eid = eid.rpartition("__")[0]
            self.unsaid.setdefault(eid, []).append(f"{formula(expr)} ({reason})")

    def _put(
        self,
        eid: str,
        body: Tree,
        conditions: Conditions,
        *,
        force: ir.Force = ir.ALWAYS,
        despite: Iterable[str] = (),
    ) -> None:
        """Put a sentence into an element, and the items of its lists into theirs."""
        displaced = tuple(despite)
        yields = tree("notwithstanding", self.saying.cited(displaced)) if displaced else None
        sentence = tree("sentence", self._force(force), yields, body)
        text = self.saying.writer.sentence(sentence, "sentence")
        items = self._items(conditions, "ends_list")
        text = f"{text[0].upper()}{text[1:]}"
        if text.endswith(":"):
            if eid in self.opening:
                raise UnsaidError("two sentences of one element open a list")
            self.opening[eid] = text
        else:
            self.said.setdefault(eid, []).append(text)
        for own, line in items.items():
            self.said.setdefault(own, []).append(line)

    def _force(self, force: ir.Force) -> Tree | None:
        if force == ir.ALWAYS:
            return None
        ends = (
            None if end is None else self.saying.literal(ir.Literal(end, _DATE))
            for end in (force.start, force.end)
        )
        return Tree("in_force", tuple(ends), NOWHERE)  # the first is that from which

    def _items(self, conditions: Conditions, last: str) -> dict[str, str]:
        """Return the items of the lists that a sentence opens, by element."""
        lines: dict[str, str] = {}
        kept = list(conditions.items.items())
        for place, (eid, (how, own, condition)) in enumerate(kept):
            left = len(kept) - place - 1
            end = last if left == 0 else how if left == 1 else "ends"
            inner = self._in(eid, own.kind)
            item = Sentences(inner).condition_item(condition, end)
            lines[eid] = self.saying.writer.sentence(item, "condition_item")
            lines |= self._items(inner, end)
        return lines

    def _in(self, eid: str, kind: str) -> Conditions:
        """Return what says conditions in an element, with room for a list if it has none."""
        taken = eid in self.opening or any(e.parent == eid for e in self.law.elements)
        level = self.saying.below(eid)
        if taken or level is None:
            return Conditions(self.saying, kind)

        def room(number: int) -> list[str]:
            numbers = [level.first]
            while len(numbers) < number:
                numbers.append(level.after_number(numbers[-1]))
            self.made[eid] = [f"{eid}__{SHORT[level.key]}_{each}" for each in numbers]
            return self.made[eid]

        return Conditions(self.saying, kind, room)
