"""Every reading of a row of words by an LALR table.

An ordinary LALR parser is told which terminal comes next. Here the matcher finds all the
terminals that can stand at a place, some a word long and some ten, and each that the parser
accepts is followed. Stacks are linked and shared, so that following two costs no copy. A
sentence has one reading if one stack gets to its end, and the furthest place that any stack
reached, with what was expected there, is what a message says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from lawc.syntax.tables import END, Table

Build: TypeAlias = Callable[[str, list[Any], int, int], Any]


class Match(NamedTuple):
    """A terminal found at a place: up to which word, and what it says."""

    terminal: str
    end: int
    value: Any


Matcher: TypeAlias = Callable[[int, Iterable[str]], Iterable[Match]]


class Stack(NamedTuple):
    """A parser's stack: the state, the value that led to it, the words it covers, the rest."""

    state: int
    value: Any
    start: int
    end: int
    below: Stack | None


@dataclass(slots=True)
class Furthest:
    """The furthest word that was reached, and the terminals that could stand there.

    `everywhere`, if it is given, takes for each place the terminals that really lead on there;
    it is asked for only where a message is written, because it costs time.
    """

    place: int = -1
    expected: tuple[str, ...] = ()
    everywhere: dict[int, dict[str, None]] | None = None

    def reached(self, place: int, expected: Iterable[str]) -> None:
        """Note that at `place` one of `expected` could stand."""
        if place > self.place:
            self.place, self.expected = place, ()
        if place == self.place:
            self.expected = tuple(dict.fromkeys((*self.expected, *expected)))


def readings(
    table: Table,
    start: str,
    length: int,
    matcher: Matcher,
    build: Build,
    furthest: Furthest,
) -> list[Any]:
    """Return the nodes of all readings of the words 0 to `length`."""
    found: list[Any] = []
    agenda = [Stack(table.starts[start], None, 0, 0, None)]
    while agenda:
        stack = agenda.pop()
        place = stack.end
        row = table.actions[stack.state]
        furthest.reached(place, row)
        if furthest.everywhere is not None:
            furthest.everywhere.setdefault(place, {}).update(_leading_on(table, stack))
        if place == length:
            if END in row and (done := _advance(table, stack, END, None, place, build)):
                assert done.below is not None
                found.append(done.below.value)
            continue
        for match in matcher(place, row):
            moved = _advance(table, stack, match.terminal, match.value, match.end, build)
            if moved is not None:
                agenda.append(moved)
    return found


def prefixes(
    table: Table, start: str, place: int, length: int, matcher: Matcher, build: Build
) -> list[tuple[int, Any]]:
    """Return every (end, node) such that the words from `place` to the end are a `start`."""
    found: list[tuple[int, Any]] = []
    agenda = [Stack(table.starts[start], None, place, place, None)]
    while agenda:
        stack = agenda.pop()
        row = table.actions[stack.state]
        if END in row and (done := _advance(table, stack, END, None, stack.end, build)):
            assert done.below is not None
            found.append((stack.end, done.below.value))
        if stack.end < length:
            for match in matcher(stack.end, row):
                moved = _advance(table, stack, match.terminal, match.value, match.end, build)
                if moved is not None:
                    agenda.append(moved)
    return found


def _leading_on(table: Table, stack: Stack) -> dict[str, None]:
    """Return the terminals that the parser takes here, not only looks at."""
    return {
        terminal: None
        for terminal in table.actions[stack.state]
        if _advance(table, stack, terminal, None, stack.end, lambda *_: None) is not None
    }


def _advance(
    table: Table, stack: Stack, terminal: str, value: Any, end: int, build: Build
) -> Stack | None:
    """Return the stack after `terminal`, None if the grammar does not allow it here."""
    place = stack.end
    while (action := table.actions[stack.state].get(terminal)) is not None:
        if action >= 0:
            return Stack(action, value, place, end, stack)
        stack = _reduce(table, stack, ~action, build)
    return None


def _reduce(table: Table, stack: Stack, number: int, build: Build) -> Stack:
    production = table.productions[number]
    end = stack.end
    values: list[Any] = [None] * production.length
    start = stack.end
    for place in range(production.length - 1, -1, -1):
        values[place] = stack.value
        start = stack.start
        assert stack.below is not None
        stack = stack.below
    children: list[Any] = []
    for place, spread, empty in production.take:
        children.extend([None] * empty)
        if spread:
            children.extend(values[place])
        else:
            children.append(values[place])
    children.extend([None] * production.empty_after)
    node: Any
    if production.origin.startswith("_"):
        node = children
    elif production.lift and len(children) == 1:
        node = children[0]
    else:
        node = build(production.name, children, start, end)
    state = table.gotos[stack.state][production.origin]
    return Stack(state, node, start, end, stack)
