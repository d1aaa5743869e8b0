"""Rules and decisions: which provisions apply to a thing, what they give, what is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from lawc.runtime.combining import combine
from lawc.runtime.engine.conditions import Condition, Fact, Line, Looked, Paths
from lawc.runtime.engine.defined import Version
from lawc.runtime.logic import all_of, known, spoken_of
from lawc.runtime.values import Truth


class Rule:
    """A provision as it is asked of things of one kind; it stands at `place` in the law."""

    __slots__ = ("by", "citation", "gives", "place", "version")

    def __init__(self, place: int, citation: str | None, version: Version) -> None:
        self.place = place
        self.citation = citation
        self.version = version
        self.by = Applies(())  # the rules that displace it
        self.gives: tuple[Giving, ...] = ()

    def applies(self, line: Line) -> Truth:
        """Tell whether it is in force, its condition holds and nothing displaces it."""
        memory, place = line[-1].memory, (self, id(line[0]))
        if place not in memory:
            memory[place] = self._applies(line)
        found: Truth = memory[place]
        return found

    def _applies(self, line: Line) -> Truth:
        seen = line[-1].memory.get((self.version, id(line[0])))
        truth = known(self.version.holds(line)) if seen is None else seen[0]
        if truth is False or not self.by.rules:
            return truth
        displaced = self.by.value(line)
        return False if displaced else None if displaced is None else truth

    def look(self, line: Line, paths: Paths) -> tuple[Truth, Paths]:
        """Return whether its condition holds, and what is missing of it, found once."""
        memory, place = line[-1].memory, (self.version, id(line[0]))
        if place not in memory:
            truth, missing = self.version.look(line, paths)
            memory[place] = known(truth), missing
        found: tuple[Truth, Paths] = memory[place]
        return found

    def missing(self, line: Line, paths: Paths) -> Paths:
        """Return the facts that leave it open whether it applies, by what displaces it too."""
        if self.applies(line) is not None:
            return ()
        memory, place = line[-1].memory, (self, paths[0])
        if place not in memory:
            found = dict.fromkeys(self.look(line, paths)[1])
            for by in self.by.rules:
                found |= dict.fromkeys(by.missing(line, paths))
            memory[place] = tuple(found)
        kept: Paths = memory[place]
        return kept


class Giving(NamedTuple):
    """What a rule gives a decision: a value, if the further condition `when` holds."""

    rule: Rule
    decision: str
    amount: Condition
    when: Condition | None

    def truth(self, line: Line) -> Truth:
        """Tell whether the rule gives it."""
        applies = self.rule.applies(line)
        if self.when is None or applies is False:
            return applies
        return all_of(applies, self.when.value(line))


class Applies(Condition):
    """At least one of some rules applies; found once for a thing."""

    __slots__ = ("rules",)

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        super().__init__()
        self.few = None
        self.rules = rules

    def value(self, line: Line) -> Truth:
        memory, place = line[-1].memory, (self, id(line[0]))
        if place not in memory:
            truths = {rule.applies(line) for rule in self.rules}
            memory[place] = True if True in truths else None if None in truths else False
        found: Truth = memory[place]
        return found

    def look(self, line: Line, paths: Paths) -> Looked:
        found = self.value(line)
        if found is not None:
            return found, ()
        missing = [path for rule in self.rules for path in rule.missing(line, paths)]
        return None, tuple(dict.fromkeys(missing))


class Made(NamedTuple):
    """What is decided before cases are tried; `open` are the givings that could change it.

    Where it is open, the value is None, and `provisions` are those to be told if it turns
    out to rest on a contradiction.
    """

    value: Any
    provisions: tuple[str, ...]
    open: tuple[int, ...]


class Decision:
    """Something that the law decides of things of one kind."""

    __slots__ = (
        "cases", "choice", "contrary", "every", "fraction", "givings", "how", "key", "only",
        "order", "otherwise", "read",
    )  # fmt: skip

    def __init__(self, key: str, how: str, otherwise: Any, *, fraction: bool) -> None:
        self.key = key
        self.how = how
        self.otherwise = otherwise
        self.fraction = fraction
        self.choice: Callable[[str], Any] | None = None  # the class of its values
        self.contrary = False  # whether it may rest on a contradiction of another
        self.read: Callable[[Any], Any] = lambda _: None
        self.order: Mapping[str, int] = {}
        self.givings: tuple[Giving, ...] = ()
        self.every: tuple[Rule, ...] = ()  # those that it rests on
        self.only: tuple[Rule, ...] = ()  # rules that merely displace one that gives
        self.cases: tuple[Fact, ...] = ()

    def supplied_from(self, attribute: str) -> None:
        """Say where it stands if it is supplied as established."""
        self.read = attrgetter(attribute)

    def made(self, line: Line) -> Made:
        """Return what is decided of the thing that `line` begins with, found once."""
        memory, place = line[-1].memory, (self, id(line[0]))
        if place not in memory:
            memory[place] = self._made(line)
        found: Made = memory[place]
        return found

    def _made(self, line: Line) -> Made:
        supplied = self.read(line[0])
        if supplied is not None:
            return Made(supplied, (), ())
        givings = []
        for one in self.givings:
            truth = one.truth(line)
            amount = None if truth is False else one.amount.value(line)
            givings.append((truth, amount, one.rule.citation))
        only = [(rule.applies(line), rule.citation) for rule in self.only]
        return Made(
            *combine(self.how, self.otherwise, givings, only, self.order, contrary=True)
        )

    def needed(self, line: Line, paths: Paths) -> tuple[str, ...]:
        """Return the facts that it rests on where it is open, most useful first.

        The fact on which the most open rules rest comes first; ties keep the law's order.
        """
        counts: dict[str, int] = {}
        if (self, id(line[0])) not in line[-1].memory:
            for rule in self.every:  # what is missing is found with the truth, in one look
                rule.look(line, paths)
        for rule, givings in self._open_rules(line):
            found = rule.look(line, paths)[1]
            for one in givings:
                if one.when is not None:
                    found += one.when.look(line, paths)[1]
                found += one.amount.look(line, paths)[1]
            for path in dict.fromkeys(found):
                counts[path] = counts.get(path, 0) + 1
        return tuple(sorted(counts, key=lambda path: -counts[path]))

    def _open_rules(self, line: Line) -> list[tuple[Rule, list[Giving]]]:
        """Return the rules that it rests on where it is open, with what they give it."""
        open_ = [self.givings[place] for place in self.made(line).open]
        live = {one.rule.place: one.rule for one in open_}
        waiting, seen = list(live.values()), set[Applies]()
        while waiting:
            displacing = waiting.pop().by
            if displacing not in seen:
                seen.add(displacing)
                unknown = [by for by in displacing.rules if by.applies(line) is None]
                waiting += [by for by in unknown if by.place not in live]
                live.update((by.place, by) for by in unknown)
        return [
            (rule, [one for one in open_ if one.rule is rule])
            for _, rule in sorted(live.items())
        ]


class Decided(Condition):
    """What is decided of the thing that stands `depth` above; two contrary values: unknown."""

    __slots__ = ("decision", "depth")

    def __init__(self, depth: int, decision: Decision) -> None:
        super().__init__()
        self.few = None
        self.depth = depth
        self.decision = decision

    def value(self, line: Line) -> Any:
        return spoken_of(self.decision.made(line[self.depth :]).value)

    def look(self, line: Line, paths: Paths) -> Looked:
        found = self.value(line)
        if found is not None:
            return found, ()
        return None, self.decision.needed(line[self.depth :], paths[self.depth :])
