"""Decision diagrams: whether a condition holds, by the values of many facts.

A diagram is a number. An end is `NO` or `YES`; a node asks one fact and goes on, for each
value of it, with a diagram that asks later ones. Equal diagrams are the same number, so a
diagram asks a fact exactly if the condition depends on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawc.runtime.completions.graph import FullError

NO, YES = 0, 1
_NEVER = 2  # the end of choices that are not possible
_END = 1 << 30  # the level of ends: below all facts


class Diagrams:
    """Diagrams over facts, asked in this order; `sizes` are the numbers of their values."""

    def __init__(self, sizes: Sequence[int], most: int) -> None:
        self.sizes = sizes
        self.most = most
        self.yes = YES
        self.levels = [_END] * 3
        self.parts: list[tuple[int, ...]] = [()] * 3
        self._nodes: dict[tuple[int, tuple[int, ...]], int] = {}
        self._chosen: dict[tuple[int, int, int], int] = {}

    def node(self, level: int, parts: tuple[int, ...]) -> int:
        """Return the diagram that goes on with a part by the value of a fact."""
        if parts.count(parts[0]) == len(parts):
            return parts[0]
        key = (level, parts)
        if key not in self._nodes:
            if len(self._nodes) >= self.most:
                raise FullError
            self._nodes[key] = len(self.levels)
            self.levels.append(level)
            self.parts.append(parts)
        return self._nodes[key]

    # --- a diagram of others ---

    def choose(self, condition: int, yes: int, no: int) -> int:
        """Return the diagram that is `yes` where `condition` holds, and `no` elsewhere."""
        if condition == YES or yes == no:
            return yes
        if condition == NO:
            return no
        if yes == YES and no == NO:
            return condition
        key = (condition, yes, no)
        chosen = self._chosen.get(key)
        if chosen is None:
            levels, parts = self.levels, self.parts
            level = min(levels[condition], levels[yes], levels[no])
            several = [
                parts[at] if levels[at] == level else (at,) * self.sizes[level] for at in key
            ]
            chosen = self.node(level, tuple(map(self.choose, *several)))
            self._chosen[key] = chosen
        return chosen

    def literal(self, place: int, truths: tuple[bool, ...]) -> int:
        """Return the diagram of a condition about one fact, by its values."""
        return self.node(place, tuple([YES if truth else NO for truth in truths]))

    def negation(self, diagram: int) -> int:
        """Return the diagram that holds where another does not."""
        return self.choose(diagram, NO, YES)

    def both(self, diagram: int, other: int) -> int:
        """Return the diagram that holds where both do."""
        return self.choose(diagram, other, NO)

    def without(self, diagram: int, other: int) -> int:
        """Return the diagram that holds where the first does and the other does not."""
        return self.choose(other, NO, diagram)

    def all_of(self, several: Sequence[int]) -> int:
        """Return the diagram that holds where all do."""
        whole = YES
        for diagram in reversed(several):  # diagrams of later facts first: few nodes are new
            whole = self.choose(diagram, whole, NO)
        return whole

    def any_of(self, several: Sequence[int]) -> int:
        """Return the diagram that holds where at least one does."""
        whole = NO
        for diagram in reversed(several):
            whole = self.choose(diagram, YES, whole)
        return whole

    def at_least(self, number: int, several: Sequence[int]) -> int:
        """Return the diagram that holds where at least `number` do."""
        enough = [YES] + [NO] * number  # by how many more are wanted
        for diagram in reversed(several):
            enough = [
                YES,
                *(
                    self.choose(diagram, enough[wanted - 1], enough[wanted])
                    for wanted in range(1, number + 1)
                ),
            ]
        return enough[number]

    # --- facts of a diagram ---

    def telling(self, results: Sequence[int], possible: int) -> list[int]:
        """Return the levels of facts of which two values lead to different results.

        Each possible choice has exactly one result.
        """
        telling: set[int] = set()
        for result in results[1:]:
            if possible == YES:
                telling |= self._levels(result)
                continue
            partial = self.choose(possible, result, _NEVER)
            apart: dict[tuple[int, int], bool] = {}
            levels = self._levels(partial) - telling
            telling |= {level for level in levels if self._tells(partial, level, apart)}
        return sorted(telling)

    def _below(self, diagram: int) -> Iterator[int]:
        """Yield the nodes of a diagram, each once."""
        waiting, seen = [diagram], {diagram}
        while waiting:
            at = waiting.pop()
            if self.parts[at]:
                yield at
            for part in self.parts[at]:
                if part not in seen:
                    seen.add(part)
                    waiting.append(part)

    def _levels(self, diagram: int) -> set[int]:
        """Return the levels of the facts that a diagram asks."""
        return {self.levels[at] for at in self._below(diagram)}

    def _tells(self, diagram: int, level: int, apart: dict[tuple[int, int], bool]) -> bool:
        """Return whether two values of a fact can lead to `YES` and `NO`."""
        return any(
            self._differ(left, right, apart)
            for at in self._below(diagram)
            if self.levels[at] == level
            for place, left in enumerate(self.parts[at])
            for right in self.parts[at][place + 1 :]
        )

    def _differ(self, left: int, right: int, apart: dict[tuple[int, int], bool]) -> bool:
        """Return whether two diagrams can come to `YES` and `NO`."""
        if left == right or _NEVER in (left, right):
            return False
        key = (left, right)
        if key not in apart:
            level, other = self.levels[left], self.levels[right]
            if level == other == _END:
                return True
            many = self.sizes[min(level, other)]
            lefts = self.parts[left] if level <= other else (left,) * many
            rights = self.parts[right] if other <= level else (right,) * many
            apart[key] = any(
                self._differ(first, second, apart)
                for first, second in zip(lefts, rights, strict=True)
            )
        return apart[key]
