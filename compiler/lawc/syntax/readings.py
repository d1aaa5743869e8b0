"""Every reading of a row of words by an LALR table.

An ordinary LALR parser is told which terminal comes next. Here the matcher finds all the
terminals that can stand at a place, some a word long and some ten, and each that the parser
accepts is followed. Stacks are linked and shared, so that following two costs no copy. A
sentence has one reading if one stack gets to its end, and the furthest place that any stack
reached, with what was expected there, is what a message says.

Words that fit several phrases each multiply the stacks: after so many steps, or so many
readings, the search ends, and the row counts as one that can be read in several ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from lawc.syntax.tables import END, Production, Table

MOST_READINGS = 16
MOST_STEPS = 30  # for each word of the row

Build: TypeAlias = Callable[[Production, list[Any], int, int], Any]
Match: TypeAlias = tuple[str, int, Any]  # a terminal, up to which word, and what it says
Matcher: TypeAlias = Callable[[int, Mapping[str, int]], Iterable[Match]]
Stack: TypeAlias = "tuple[int, Any, int, int, Stack | None]"
"""A parser's stack: state, value that led to it, its first word, the word after, the rest."""


_new = tuple.__new__  # what `Chain.__new__` does, in a third of the time


class Chain(NamedTuple):
    """The children of a hidden rule: those of another one, then its own.

    A list of thousands is built item by item, so that each step must not copy the list.
    """

    before: Chain | None
    items: list[Any]


@dataclass(slots=True)
class Furthest:
    """The furthest word that was reached, and the states of the parser there.

    `exceeded` says that the search ended early. `everywhere`, if it is given, takes for each
    place the terminals that really lead on there; it is asked for only where a message is
    written, because it costs time.
    """

    place: int = -1
    rows: list[Iterable[str]] = field(default_factory=list)
    exceeded: bool = False
    everywhere: dict[int, dict[str, None]] | None = None

    @property
    def expected(self) -> tuple[str, ...]:
        """The terminals that could stand there."""
        return tuple(dict.fromkeys(name for row in self.rows for name in row))


def readings(
    table: Table,
    start: str,
    length: int,
    matcher: Matcher,
    build: Build,
    furthest: Furthest,
) -> list[Any]:
    """Return the nodes of all readings of the words 0 to `length`."""
    results: list[Any] = []
    agenda: list[Stack] = [(table.starts[start], None, 0, 0, None)]
    steps = MOST_STEPS * (length + 1)
    while agenda:
        stack = agenda.pop()
        place = stack[3]
        row = table.actions[stack[0]]
        if place > furthest.place:
            furthest.place, furthest.rows = place, [row]
        elif place == furthest.place and row not in furthest.rows:
            furthest.rows.append(row)
        if furthest.everywhere is not None:
            furthest.everywhere.setdefault(place, {}).update(_leading_on(table, stack))
        if place == length:
            if END in row and (done := _advance(table, stack, (END, place, None), build)):
                results.append(_result(done))
        else:
            for match in matcher(place, row):
                moved = _advance(table, stack, match, build)
                if moved is not None:
                    agenda.append(moved)
        steps -= 1
        if steps == 0 or len(results) == MOST_READINGS:
            furthest.exceeded = bool(agenda)
            break
    return results


def prefixes(
    table: Table, start: str, place: int, length: int, matcher: Matcher, build: Build
) -> list[tuple[int, Any]]:
    """Return every (end, node) such that the words from `place` to the end are a `start`."""
    results: list[tuple[int, Any]] = []
    agenda: list[Stack] = [(table.starts[start], None, place, place, None)]
    while agenda and len(results) <= MOST_STEPS * (length + 1):
        stack = agenda.pop()
        end = stack[3]
        row = table.actions[stack[0]]
        if END in row and (done := _advance(table, stack, (END, end, None), build)):
            results.append((end, _result(done)))
        if end < length:
            for match in matcher(end, row):
                moved = _advance(table, stack, match, build)
                if moved is not None:
                    agenda.append(moved)
    return results


def _leading_on(table: Table, stack: Stack) -> dict[str, None]:
    """Return the terminals that the parser takes here, not only looks at."""
    return {
        terminal: None
        for terminal in table.actions[stack[0]]
        if _advance(table, stack, (terminal, stack[3], None), lambda *_: None) is not None
    }


def _result(done: Stack) -> Any:
    below = done[4]
    assert below is not None
    return below[1]


def _advance(table: Table, stack: Stack, match: Match, build: Build) -> Stack | None:
    """Return the stack after a terminal, None if the grammar does not allow it here."""
    terminal, end, value = match
    place = stack[3]
    actions = table.actions
    action = actions[stack[0]].get(terminal)
    while action is not None:
        if action >= 0:
            return (action, value, place, end, stack)
        stack = _reduce(table, stack, table.productions[~action], build)
        action = actions[stack[0]].get(terminal)
    return None


def _reduce(table: Table, stack: Stack, production: Production, build: Build) -> Stack:
    _, node, start, end, below = stack
    if production.lone:
        assert below is not None
        return (table.gotos[below[0]][production.origin], node, start, end, below)
    chain = None
    if production.single:
        assert below is not None
        children, stack = [node], below
    else:
        length = production.length
        values: list[Any] = [None] * (length + 1)  # the last: a child that is not there
        start = end
        while length:
            length -= 1
            _, values[length], start, _, below = stack
            assert below is not None
            stack = below
        if production.kept is not None:
            children = [values[place] for place in production.kept]
        else:
            chain, children = _children(production, values)
    if production.hidden:
        node = _new(Chain, (chain, children))
    else:
        if chain is not None:
            children = [*_flat(chain), *children]
        if production.lift and len(children) == 1:
            node = children[0]
        else:
            node = build(production, children, start, end)
    return (table.gotos[stack[0]][production.origin], node, start, end, stack)


def _children(production: Production, values: list[Any]) -> tuple[Chain | None, list[Any]]:
    chain: Chain | None = None
    children: list[Any] = []
    for place, spread, empty in production.take:
        children.extend([None] * empty)
        if not spread:
            children.append(values[place])
        elif children or chain is not None:
            children.extend(_flat(values[place]))
        else:
            chain = values[place]
    children.extend([None] * production.empty_after)
    return chain, children


def _flat(chain: Chain) -> Iterable[Any]:
    if chain.before is None:
        return chain.items
    parts: list[list[Any]] = []
    at: Chain | None = chain
    while at is not None:
        parts.append(at.items)
        at = at.before
    return [item for part in reversed(parts) for item in part]
