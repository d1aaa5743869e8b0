"""Definitions and amounts in words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from lawc.echo import forms
from lawc.echo.conditions import Conditions, is_item
from lawc.echo.phrases import bare
from lawc.echo.placing import Placing
from lawc.echo.saying import figures
from lawc.echo.sentences import Parts, Sentences
from lawc.echo.writing import UnsaidError, phrase, tree, words
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.syntax.nodes import Tree


class Defining(Placing):
    """Says what acts define: concepts, and quantities."""

    def _is_listed(self, eid: str) -> bool:
        """Tell whether an element is always an item of a list."""
        return self.saying.paths[eid][-1][0] in self.saying.numbering.items

    def _terms(self) -> None:
        """Say the definitions that are items of a list."""
        listed = [
            definition
            for definition in self.law.definitions
            if "#" not in definition.eid and self._is_listed(definition.eid)
        ]
        for above, group in groupby(listed, key=lambda each: each.eid.rpartition("__")[0]):
            own = tuple(group)
            body = tree("terms_following")
            self._put(above, body, Conditions(self.saying, ""), force=own[0].force)
            for place, definition in enumerate(own):
                end = "ends_list" if place == len(own) - 1 else "ends"
                self._try(
                    definition.eid,
                    definition.condition,
                    lambda d=definition, e=end: self._term(d, e),  # type: ignore[misc]
                )

    def _term(self, of: ir.Definition, end: str) -> None:
        for entry in self.saying.named("CLASS", f"concept:{of.kind}.{of.key}"):
            match of.condition:
                case ir.Any(parts) if parts and all(map(is_item, parts)):
                    item = tree("means_following", phrase(entry))
                    lines = self._class_items(of.kind, entry.about, parts, end)
                case _:
                    conditions = self._in(of.eid, of.kind)
                    try:
                        classes = Sentences(conditions).classes(of.condition, entry.about)
                        item = tree("means", phrase(entry), classes, tree(end))
                        lines = {}
                    except UnsaidError:
                        parts = self._made_classes(of, conditions)
                        lines = self._class_items(of.kind, entry.about, parts, end)
                        item = tree("means_following", phrase(entry))
            text = self.saying.writer.sentence(item, "term_item")
            self.said.setdefault(of.eid, []).append(text)
            for eid, line in lines.items():
                self.said.setdefault(eid, []).append(line)
            return
        raise UnsaidError(f"the concept `{of.key}` has no noun")

    def _definition(self, of: ir.Definition) -> None:
        conditions = self._in(of.eid, of.kind)
        for entry in self.saying.named("CLASS", f"concept:{of.kind}.{of.key}"):
            match of.condition:
                case ir.Any(parts) if parts and all(map(is_item, parts)):
                    body = tree("means_following", phrase(entry))
                    lines = self._class_items(of.kind, entry.about, parts)
                    self._put(of.eid, body, conditions, force=of.force)
                    for eid, line in lines.items():
                        self.said.setdefault(eid, []).append(line)
                case _:
                    try:
                        classes = Sentences(conditions).classes(of.condition, entry.about)
                    except UnsaidError:
                        parts = self._made_classes(of, conditions)
                        lines = self._class_items(of.kind, entry.about, parts)
                        body = tree("means_following", phrase(entry))
                        self._put(of.eid, body, conditions, force=of.force)
                        for eid, line in lines.items():
                            self.said.setdefault(eid, []).append(line)
                        return
                    body = tree("means", phrase(entry), classes)
                    self._put(of.eid, body, conditions, force=of.force)
            return
        raise UnsaidError(f"the concept `{of.key}` has no noun")

    def _made_classes(self, of: ir.Definition, conditions: Conditions) -> Parts:
        """Return the meaning of a concept as items of a list that the law does not have."""
        ways = forms.disjunctive(of.condition, conditions.is_leaf)
        if conditions.room is None or len(ways) < 2:  # noqa: PLR2004 - a list has several items
            raise UnsaidError("no class of things is those of the condition")
        return tuple(
            ir.Stated("", forms.joined(way, ir.All), eid)
            for way, eid in zip(ways, conditions.room(len(ways)), strict=True)
        )

    def _class_items(
        self, kind: str, about: str, parts: Parts, last: str = "ends_list"
    ) -> dict[str, str]:
        lines: dict[str, str] = {}
        for place, part in enumerate(parts):
            assert isinstance(part, ir.Stated)
            assert part.eid is not None
            left = len(parts) - place - 1
            end = last if left == 0 else "ends_or" if left == 1 else "ends"
            inner = self._in(part.eid, kind)
            item = Sentences(inner).class_item(part.part, about, end)
            lines[part.eid] = self.saying.writer.sentence(item, "class_item")
            lines |= self._items(inner, end)
        return lines

    def _quantity(self, of: ir.QuantityDefinition) -> None:
        conditions = self._in(of.eid, of.kind)
        body = self._amount(f"quantity:{of.kind}.{of.key}", of.value, conditions, (), of.eid)
        self._put(of.eid, body, conditions, force=of.force)

    def _amount(
        self,
        key: str,
        value: ir.Expr,
        conditions: Conditions,
        tail: tuple[Tree | None, ...],
        eid: str,
    ) -> Tree:
        """Return that a quantity or a decision is an amount, or a day."""
        if conditions.is_day(value):
            return tree(
                "sets_day", self.saying.noun("DAY_NAME", key), self.saying.day(value), *tail
            )
        noun = self.saying.noun("NOUN", key)
        amounts = conditions.amounts
        base, limits = amounts.limited(value)
        if isinstance(base, ir.ByCase) and not tail:
            self.tables[eid] = tuple(self._cases_of(base, conditions))
            return tree("amounts_by_table", noun, *limits)
        if isinstance(base, ir.Bracketed):
            subject = amounts.noun(bare(base.subject))
            self.tables[eid] = tuple(self._rows(base, self.saying.vocabulary.type_of(key)))
            rule = "amounts_by_part" if base.by_part else "amounts_by_row"
            return tree(rule, noun, subject, *limits)
        return tree(
            "amounts", noun, amounts.term(base), *limits, *((None, *tail) if tail else ())
        )

    def _cases_of(self, of: ir.ByCase, conditions: Conditions) -> Iterator[str]:
        """Yield the rows of a table of an amount by case."""
        rows = [(tree("holds", conditions.closed(case)), value) for case, value in of.cases]
        if of.otherwise is not None:
            rows.append((tree("any_other"), of.otherwise))
        for key, value in rows:
            row = tree("row", key, conditions.amounts.term(value))
            yield f"| {self.saying.writer.sentence(row, 'row')} |"

    def _rows(self, table: ir.Bracketed, type_: Type) -> Iterator[str]:
        for row in table.rows:
            ends = [words(_cell(end)) for end in (row.over, row.up_to) if end is not None]
            if row.over is None:
                bounds = tree("up_to", *ends)
            else:
                bounds = tree("over_to" if row.up_to is not None else "over", *ends)
            value = ir.Literal(row.value, Basic.FRACTION if table.by_part else type_)
            cell = (
                self.saying.literal(value)
                if row.value or isinstance(type_, Money)
                else words(_cell(row.value))
            )
            line = self.saying.writer.sentence(tree("row", bounds, cell), "row")
            yield f"| {line} |"


def _cell(value: Fraction) -> str:
    return figures(value)
