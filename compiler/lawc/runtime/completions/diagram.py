"""Decision diagrams: functions of a few variables, each with a few values.

A diagram is a number. An end has a value; a node asks one variable and goes on, for each value
of it, with a diagram that asks later ones. Equal diagrams are the same number, so a diagram
asks a variable exactly if the function depends on it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

NO, YES = 0, 1  # the ends False and True
_END = 1 << 30  # the level of ends: below all variables


class FullError(Exception):
    """A diagram has more nodes than it may have."""


class Diagrams:
    """Diagrams over variables that have the given numbers of values, asked in this order."""

    def __init__(self, sizes: Sequence[int], most: int) -> None:
        self.sizes = sizes
        self.most = most
        self.levels = [_END, _END]
        self.parts: list[tuple[int, ...]] = [(), ()]
        self._values: list[Hashable] = [False, True]
        self._ends: dict[tuple[type, Hashable], int] = {(bool, False): NO, (bool, True): YES}
        self._nodes: dict[tuple[int, tuple[int, ...]], int] = {}
        self._chosen: dict[tuple[int, int, int], int] = {}

    def end(self, value: Hashable) -> int:
        """Return the diagram that is `value` whatever the variables are."""
        key = (value.__class__, value)  # 1 is not True
        if key not in self._ends:
            self._ends[key] = self._new(_END, (), value)
        return self._ends[key]

    def node(self, level: int, parts: tuple[int, ...]) -> int:
        """Return the diagram that goes on with one of `parts`, by the value of a variable."""
        if parts.count(parts[0]) == len(parts):
            return parts[0]
        key = (level, parts)
        if key not in self._nodes:
            if len(self._nodes) >= self.most:
                raise FullError
            self._nodes[key] = self._new(level, parts, None)
        return self._nodes[key]

    def _new(self, level: int, parts: tuple[int, ...], value: Hashable) -> int:
        self.levels.append(level)
        self.parts.append(parts)
        self._values.append(value)
        return len(self.levels) - 1

    def value(self, end: int) -> Hashable:
        """Return the value of an end."""
        return self._values[end]

    # --- making one of others ---

    def choose(self, condition: int, yes: int, no: int) -> int:
        """Return the diagram that is `yes` where `condition` holds, and `no` elsewhere."""
        if condition == YES or yes == no:
            return yes
        if condition == NO:
            return no
        if yes == YES and no == NO:
            return condition
        key = (condition, yes, no)
        found = self._chosen.get(key)
        if found is None:
            levels, parts = self.levels, self.parts
            level = min(levels[condition], levels[yes], levels[no])
            several = [
                parts[one] if levels[one] == level else (one,) * self.sizes[level]
                for one in key
            ]
            found = self.node(level, tuple(map(self.choose, *several)))
            self._chosen[key] = found
        return found

    def negation(self, one: int) -> int:
        """Return the diagram that holds where `one` does not."""
        return self.choose(one, NO, YES)

    def all_of(self, several: Sequence[int]) -> int:
        """Return the diagram that holds where every one does."""
        found = YES
        for one in reversed(several):  # what asks later variables first: little is made anew
            found = self.choose(one, found, NO)
        return found

    def any_of(self, several: Sequence[int]) -> int:
        """Return the diagram that holds where at least one does."""
        found = NO
        for one in reversed(several):
            found = self.choose(one, YES, found)
        return found

    def at_least(self, number: int, several: Sequence[int]) -> int:
        """Return the diagram that holds where at least `number` do."""
        enough = [YES] + [NO] * number  # by how many more are wanted
        for one in reversed(several):
            enough = [
                YES,
                *(
                    self.choose(one, enough[wanted - 1], enough[wanted])
                    for wanted in range(1, number + 1)
                ),
            ]
        return enough[number]

    def changed(self, one: int, change: Callable[[Hashable], Hashable]) -> int:
        """Return the diagram with each of its values changed."""
        made: dict[int, int] = {}

        def go(at: int) -> int:
            if at not in made:
                parts = self.parts[at]
                made[at] = (
                    self.node(self.levels[at], tuple(map(go, parts)))
                    if parts
                    else self.end(change(self._values[at]))
                )
            return made[at]

        return go(one)

    # --- looking at one ---

    def below(self, one: int) -> Iterator[int]:
        """Yield the diagram and those that it goes on with, each once."""
        waiting, seen = [one], {one}
        while waiting:
            at = waiting.pop()
            yield at
            for part in self.parts[at]:
                if part not in seen:
                    seen.add(part)
                    waiting.append(part)

    def values(self, one: int) -> list[Hashable]:
        """Return the values that a diagram can have."""
        return [self._values[at] for at in sorted(self.below(one)) if not self.parts[at]]

    def asked(self, one: int) -> set[int]:
        """Return the variables that a diagram asks."""
        return {self.levels[at] for at in self.below(one) if self.parts[at]}

    def tells_apart(self, one: int, level: int, apart: Callable[[int, int], bool]) -> bool:
        """Return whether two values of a variable can lead to ends that are `apart`."""
        seen: dict[tuple[int, int], bool] = {}

        def differ(left: int, right: int) -> bool:
            if left == right:
                return False
            key = (left, right)
            if key not in seen:
                first, second = self.levels[left], self.levels[right]
                if first == second == _END:
                    seen[key] = apart(left, right)
                else:
                    many = self.sizes[min(first, second)]
                    lefts = self.parts[left] if first <= second else (left,) * many
                    rights = self.parts[right] if second <= first else (right,) * many
                    seen[key] = any(map(differ, lefts, rights))
            return seen[key]

        return any(
            differ(left, right)
            for at in self.below(one)
            if self.levels[at] == level
            for place, left in enumerate(self.parts[at])
            for right in self.parts[at][place + 1 :]
        )
