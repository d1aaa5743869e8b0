"""Numbers rise by one; an inserted number follows the one it is inserted after.

After 5 come 6 and 5-1; after 5-1 come 5-2 and 6. Where an excerpt leaves elements out, any
higher number may follow.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import Span
from lawc.syntax.act import Act, Passage


def check_numbering(act: Act) -> Iterator[Diagnostic]:
    """Yield a problem for each number that skips, repeats or is out of place."""
    yield from _level(act, act.passages)


def _level(act: Act, passages: tuple[Passage, ...]) -> Iterator[Diagnostic]:
    before: Passage | None = None
    for passage in passages:
        if passage.path:
            expected = _expected(before, passage)
            if expected is not None:
                yield _problem(act, passage, before, expected)
            before = passage
        yield from _level(act, passage.items)


def _expected(before: Passage | None, passage: Passage) -> str | None:
    """Return what was expected in place of this passage's number, None if it is right."""
    level, number = passage.path[-1]
    if before is not None and before.path[-1][0] != level:
        before = None
    if before is None:
        if passage.gap_before:
            return None
        first = "a" if number.isalpha() else "1"
        return None if number == first or (level == "article" and number == "1") else first
    old, new = _key(before.path[-1][1]), _key(number)
    if old is None or new is None or len(old) > 4 or len(new) > 4:  # noqa: PLR2004
        return None if old is None or new is None else _said(before)
    if passage.gap_before and new > old:
        return None
    after = {(*old[:depth], old[depth] + 1) for depth in range(len(old))} | {(*old, 1)}
    if new in after or _same_version(before, passage):
        return None
    return _said(before)


def _same_version(before: Passage, passage: Passage) -> bool:
    """Tell whether both are versions of one element, each with its period in force."""
    return before.path == passage.path and all(
        one.sentences and one.sentences[0].find("in_force") is not None
        for one in (before, passage)
    )


def _key(number: str) -> tuple[int, ...] | None:
    if number.isalpha():
        return (ord(number),)
    return tuple(map(int, number.split("-")))


def _said(before: Passage) -> str:
    number = before.path[-1][1]
    if number.isalpha():
        return chr(ord(number) + 1)
    head, _, last = number.rpartition("-")
    following = str(int(last) + 1)
    return f"{head}-{following}" if head else following


def _problem(act: Act, passage: Passage, before: Passage | None, expected: str) -> Diagnostic:
    number = passage.path[-1][1]
    after = f" after `{before.labels[-1]}`" if before else " at the beginning"
    span = Span(passage.span.start, passage.span.start + len(passage.labels[-1]))
    return Diagnostic(
        Code.NUMBERING,
        f"`{number}` stands where `{expected}` was expected{after}",
        Label(act.source, span),
        help="number the elements one by one: what is nested is read from the numbers, "
        "not from the indentation",
        where=passage.where,
    )
