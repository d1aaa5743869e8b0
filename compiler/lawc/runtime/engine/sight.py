"""The rules that the decisions about things of one kind rest on, seen in one look."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lawc.runtime.engine.conditions import Line, Paths
from lawc.runtime.engine.rules import Decision, Seen


class Sight:
    """Several decisions about the things of a kind: each of their rules is looked at once."""

    __slots__ = ("look", "rules")

    def __init__(self, decisions: Iterable[Decision]) -> None:
        decisions = tuple(decisions)
        rules = dict.fromkeys(rule for one in decisions for rule in one.every)
        self.rules = tuple(sorted(rules, key=lambda rule: rule.place))
        self.look: Callable[[Line, Paths], Seen] = self._look  # until it is compiled
        at = {rule: place for place, rule in enumerate(self.rules)}
        for one in decisions:
            one.see = self._seen_by(one, tuple(at[rule] for rule in one.every))

    def _look(self, line: Line, paths: Paths) -> Seen:
        # what is missing is found with the truth, in one look, and both are kept
        missing = [tuple(dict.fromkeys(rule.look(line, paths)[1])) for rule in self.rules]
        return tuple([rule.applies(line) for rule in self.rules]), missing

    def _seen_by(
        self, decision: Decision, places: tuple[int, ...]
    ) -> Callable[[Line, Paths], Seen]:
        """Return what shows a decision its rules, which stand at `places`.

        A condition of a rule may speak of a decision about the same thing; it is asked while
        the rules are looked at, and then looks at its own.
        """
        alone = len(places) == len(self.rules)

        def see(line: Line, paths: Paths) -> Seen:
            memory, key = line[-1].memory, (self, id(line[0]))
            if key in memory:
                seen = memory[key]
                if seen is None:
                    return decision.seen_alone(line, paths)
            else:
                memory[key] = None
                try:
                    memory[key] = seen = self.look(line, paths)
                except BaseException:
                    del memory[key]
                    raise
            if alone:
                found: Seen = seen
                return found
            truths, missing = seen
            return tuple([truths[at] for at in places]), [missing[at] for at in places]

        return see
