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
from lawc.syntax.numbering import Level


def check_numbering(act: Act) -> Iterator[Diagnostic]:
    """Yield a problem for each number that skips, repeats or is out of place."""
    yield from _level(act, act.passages)


def _level(act: Act, passages: tuple[Passage, ...]) -> Iterator[Diagnostic]:
    before: Passage | None = None
    instead = ""  # the number that the one before should have had
    for passage in passages:
        if passage.path:
            level = act.numbering.by_key[passage.path[-1][0]]
            expected = _expected(level, before, passage)
            as_expected = instead and level.follows(instead, passage.path[-1][1])
            instead = ""
            if not passage.sure:
                yield _unsure(act, passage)
            elif expected is not None and not as_expected:
                yield _problem(act, passage, before, expected)
                instead = expected
            before = passage
        yield from _level(act, passage.items)


def _expected(level: Level, before: Passage | None, passage: Passage) -> str | None:
    """Return the number that was expected in place of this passage's, None if it is right."""
    key, number = passage.path[-1]
    if before is None or before.path[-1][0] != key:
        return None if passage.gap_before or number == level.first else level.first
    old = before.path[-1][1]
    if passage.gap_before and level.order(number) > level.order(old):
        return None
    if level.follows(old, number) or _same_version(before, passage):
        return None
    return level.after_number(old)


def _same_version(before: Passage, passage: Passage) -> bool:
    """Return whether both are versions of one element, each with its period in force."""
    return before.path == passage.path and all(
        version.sentences and version.sentences[0].find("in_force") is not None
        for version in (before, passage)
    )


def _unsure(act: Act, passage: Passage) -> Diagnostic:
    label = passage.labels[-1]
    span = Span(passage.span.start, passage.span.start + len(label))
    return Diagnostic(
        Code.NUMBERING,
        f"`{label}` may go on with the elements before it, or begin a list in the last one",
        Label(act.source, span),
        help="end the text before it with a colon if a list begins there, with a semicolon "
        "or a full stop if none does",
        where=passage.where,
    )


def _problem(act: Act, passage: Passage, before: Passage | None, expected: str) -> Diagnostic:
    level, number = passage.path[-1]
    label = passage.labels[-1]
    wanted = expected.join(label.rsplit(number, 1))
    if before is None or before.path[-1][0] != level:
        message = f"the numbering begins with `{label}`, not with `{wanted}`"
        help_ = f"begin with `{wanted}`, or write `...` on a line before it in an excerpt"
    elif before.path[-1][1] == number:
        message = f"`{label}` stands a second time, where `{wanted}` was expected"
        help_ = f"number it `{wanted}`, or letter it if it belongs to the one before"
    else:
        message = f"`{label}` stands where `{wanted}` was expected, after `{before.labels[-1]}`"
        help_ = "number one by one: nesting is read from the numbers, not from the indentation"
    span = Span(passage.span.start, passage.span.start + len(label))
    related = (
        () if before is None else (Label(act.source, _number_of(before), "the one before"),)
    )
    return Diagnostic(
        Code.NUMBERING, message, Label(act.source, span), related, help_, passage.where
    )


def _number_of(passage: Passage) -> Span:
    return Span(passage.span.start, passage.span.start + len(passage.labels[-1]))
