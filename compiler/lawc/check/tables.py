"""The rows of a table rise, leave no gap, do not overlap, and are open at both ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.lower.tables import is_rising
from lawc.lower.values import literal
from lawc.records import dataclass
from lawc.source import Span
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Tree


@dataclass(frozen=True, slots=True)
class _Bound:
    """A bound of a row: the number, and the number as written."""

    value: Fraction
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: the numbers over one bound and up to the other; None is open."""

    over: _Bound | None
    up_to: _Bound | None
    span: Span

    @property
    def rises(self) -> bool:
        """Whether a number can lie in the row."""
        return self.over is None or self.up_to is None or self.over.value < self.up_to.value


def check_tables(act: Act) -> Iterator[Diagnostic]:
    """Yield a problem for each row of a table that is empty, each gap and each overlap."""
    for passage in act.elements:
        if passage.rows and is_rising(passage):
            yield from _rows(act, passage)


def _rows(act: Act, passage: Passage) -> Iterator[Diagnostic]:
    rows = [_row(act, row) for row in passage.rows]
    first, last = rows[0].over, rows[-1].up_to
    if first is not None:
        message = f"the table gives no value up to `{first.text}`"
        help_ = "let the first row have no lower bound"
        yield _gap(act, passage, first, (message, help_))
    for row in rows:
        if not row.rises:
            yield _backwards(act, passage, row)
    for before, after in pairwise(rows):
        if before.rises and after.rises:
            yield from _between(act, passage, before, after)
    if last is not None:
        message = f"the table gives no value over `{last.text}`"
        help_ = "let the last row have no upper bound"
        yield _gap(act, passage, last, (message, help_))


def _backwards(act: Act, passage: Passage, row: _Row) -> Diagnostic:
    """Return the problem that a row ends where it begins, or before."""
    over, up_to = row.over, row.up_to
    assert over is not None
    assert up_to is not None
    meets = over.value == up_to.value
    message = (
        f"this row is over `{over.text}` and up to `{up_to.text}`, and nothing lies there"
        if meets
        else f"this row runs backwards, from `{over.text}` to `{up_to.text}`"
    )
    help_ = "let the row end with a larger number than it begins with, or take it out"
    label = Label(act.source, Span(over.span.start, up_to.span.end))
    return Diagnostic(Code.ROW_BACKWARDS, message, label, help=help_, where=passage.where)


def _between(act: Act, passage: Passage, before: _Row, after: _Row) -> Iterator[Diagnostic]:
    end, start = before.up_to, after.over
    if end is None or start is None:
        message = (
            "the row before this one has no upper bound, so this one is never reached"
            if end is None
            else "this row has no lower bound, so it overlaps the row before it"
        )
        help_ = "bound every row on both sides, except the first below and the last above"
        label = Label(act.source, after.span)
        yield Diagnostic(Code.TABLE_OVERLAP, message, label, (), help_, passage.where)
    elif start.value != end.value:
        gap = start.value > end.value
        message = (
            f"the table gives no value over `{end.text}` up to `{start.text}`"
            if gap
            else f"the table gives two values over `{start.text}` up to `{end.text}`"
        )
        help_ = (
            f"two digits are exchanged: end the row before and begin this one with the same "
            f"number, `{end.text}` or `{start.text}`"
            if _exchanged(end.text, start.text)
            else f"begin the row with `{end.text}`, where the row before it ends"
        )
        problem = _gap(act, passage, start, (message, help_))
        related = (Label(act.source, end.span, "the row before ends here"),)
        code = Code.TABLE_GAP if gap else Code.TABLE_OVERLAP
        yield replace(problem, code=code, related=related)


def _exchanged(first: str, second: str) -> bool:
    """Return whether two numbers differ only in the order of two digits."""
    if len(first) != len(second):
        return False
    places = [i for i, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    return len(places) == 2 and all(  # noqa: PLR2004 - a pair of places
        first[i] == second[j] for i, j in (places, places[::-1])
    )


def _row(act: Act, row: Tree) -> _Row:
    bounds = row.children[0]
    ends = [_bound(act, bound) for bound in bounds.children]
    if bounds.name == "up_to":
        return _Row(None, ends[0], row.span)
    return _Row(ends[0], ends[1] if len(ends) > 1 else None, row.span)


def _bound(act: Act, node: Tree) -> _Bound:
    value = literal(node).value
    assert isinstance(value, int | Fraction)
    return _Bound(Fraction(value), act.text(node.span), node.span)


def _gap(
    act: Act, passage: Passage, bound: _Bound, message_and_help: tuple[str, str]
) -> Diagnostic:
    message, help_ = message_and_help
    label = Label(act.source, bound.span)
    return Diagnostic(Code.TABLE_GAP, message, label, (), help_, passage.where)
