"""The day from which each amendment has effect, if the amending act gives it its own."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

from lawc.amend.operations import Path, Step
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.nodes import Tree, day_month_year

FIRST_YEAR = 1000  # `5 July 25` is a slip


@dataclass(frozen=True, slots=True)
class Start:
    """`Point 2) enters into force on 1 January 2027`: which element of the amending act.

    `path` is the element named, `within` the one that names it, maybe in the same article.
    """

    path: Path
    within: Path
    day: date | None
    span: Span
    where: str


def day_of(tree: Tree) -> date | None:
    """Return the day that `23 June 2025` names, if the calendar has it."""
    day, month, year = day_month_year(tree)
    with suppress(ValueError, OverflowError):
        named_day = date(int("".join(year.text.split())), month, int(day.text))
        return named_day if named_day.year >= FIRST_YEAR else None
    return None


def with_days(
    source: Source, steps: tuple[Step, ...], starts: tuple[Start, ...]
) -> tuple[tuple[Step, ...], tuple[Diagnostic, ...]]:
    """Return the steps with the day of the smallest element around each that has one."""
    days: dict[Path, date | None] = {}
    problems = []
    for start in starts:
        path = _in_full(start, steps)
        label = Label(source, start.span)
        name = " ".join(source.text[start.span.start : start.span.end].split())
        if path is None:
            message = f"no amendment stands in `{name}` of this act"
            help_ = "name the element of this act that orders the change"
            problems.append(
                Diagnostic(Code.ELEMENT_NOT_FOUND, message, label, (), help_, start.where)
            )
        elif path in days:
            message = f"`{name}` is given a second day here"
            help_ = "give each amendment one day on which it enters into force"
            problems.append(
                Diagnostic(Code.MORE_THAN_ONE, message, label, (), help_, start.where)
            )
        else:
            days[path] = start.day
    return tuple(_with_day(step, days) for step in steps), tuple(problems)


def _in_full(start: Start, steps: tuple[Step, ...]) -> Path | None:
    """Return the path of the element named: from the act, or from one around the words."""
    depths = range(len(start.within)) if start.path[0][0] != "article" else (0,)
    for depth in reversed(depths):
        path = (*start.within[:depth], *start.path)
        if any(step.path[: len(path)] == path for step in steps):
            return path
    return None


def _with_day(step: Step, days: dict[Path, date | None]) -> Step:
    for depth in range(len(step.path), 0, -1):
        if step.path[:depth] in days:
            return replace(step, day=days[step.path[:depth]])
    return step
