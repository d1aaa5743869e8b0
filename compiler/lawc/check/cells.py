"""The bounds and values of a table have the kind and the unit that they must have.

bounds            of the kind of the amount that falls into the rows; bare, in its unit
values, by row    of the kind of the amount that they give
values, by part   rates: fractions, so many per cent, or decimals
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.check.shares import bare_share, is_bare
from lawc.check.types import type_wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.lower.tables import is_rising
from lawc.lower.values import literal
from lawc.records import dataclass
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Phrase, Tree
from lawc.vocabulary.model import Vocabulary

_TABLES = ("amounts_by_row", "amounts_by_part")
_PLAIN = (Basic.COUNT, Basic.NUMBER)


def check_cells(act: Act, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield a problem for each bound and each value of a table that is of another kind."""
    for passage in act.elements:
        for sentence in passage.sentences if passage.rows and is_rising(passage) else ():
            table = sentence.children[-1]
            if isinstance(table, Tree) and table.name in _TABLES:
                yield from _Cells(act, vocabulary, passage).problems(table)


@dataclass(frozen=True, slots=True)
class _Cells:
    """The table below a passage."""

    act: Act
    vocabulary: Vocabulary
    passage: Passage

    def problems(self, table: Tree) -> Iterator[Diagnostic]:
        """Yield the problems of the bounds and the values of each row."""
        target, subject, *_ = table.children
        by_part = table.name == "amounts_by_part"
        for row in self.passage.rows:
            bounds, value = row.children
            for bound in bounds.children:
                yield from self._bound(bound, subject)
            yield from self._rate(value) if by_part else self._value(value, target)

    def _bound(self, cell: Tree, subject: Phrase) -> Iterator[Diagnostic]:
        cell_type, type_ = literal(cell).type, self.vocabulary.type_of(subject.key)
        if type_ is Basic.FRACTION and is_bare(cell):
            yield bare_share(self.act, cell, self.passage.where)
        elif cell_type not in (type_, *_PLAIN) and type_ is not Basic.NUMBER:
            yield self._wrong(cell, subject, type_)

    def _rate(self, cell: Tree) -> Iterator[Diagnostic]:
        if is_bare(cell):
            yield bare_share(self.act, cell, self.passage.where)
        elif isinstance(literal(cell).type, Money):
            text = self.act.text(cell.span)
            message = f"`{text}` is a sum of money, and the rate of a row is a part"
            yield self._problem(message, cell, "write it as a fraction or as so many per cent")

    def _value(self, cell: Tree, target: Phrase) -> Iterator[Diagnostic]:
        type_ = self.vocabulary.type_of(target.key)
        if type_ is Basic.FRACTION and is_bare(cell):
            yield bare_share(self.act, cell, self.passage.where)
        elif not _gives(literal(cell), type_):
            yield self._wrong(cell, target, type_)

    def _wrong(self, cell: Tree, noun: Phrase, type_: Type) -> Diagnostic:
        wanted = type_wording(type_, self.act, self.vocabulary)
        text, named = self.act.text(cell.span), self.act.text(noun.span)
        message = f"`{text}` stands where `{named}` does, which is {wanted}"
        return self._problem(message, cell, f"write {wanted}")

    def _problem(self, message: str, cell: Tree, help_: str) -> Diagnostic:
        label = Label(self.act.source, cell.span)
        return Diagnostic(Code.WRONG_TYPE, message, label, help=help_, where=self.passage.where)


def _gives(value: ir.Literal, type_: Type) -> bool:
    """Return whether a value may stand in the rows of an amount; zero needs no unit."""
    match type_:
        case Money():
            return value.type == type_ or (value.value == 0 and value.type in _PLAIN)
        case Basic.COUNT:
            return value.type is Basic.COUNT
        case _:
            return not isinstance(value.type, Money)
