"""Rules and decisions: which provisions apply to a thing, what they give, what is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

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

    def missing(self, line: Line, paths: Paths) -> Paths:
        """Return what leaves the value and its further condition open."""
        of_amount = self.amount.look(line, paths)[1]
        return of_amount if self.when is None else self.when.look(line, paths)[1] + of_amount


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


Seen: TypeAlias = tuple[Sequence[Truth], Sequence[Paths]]
"""Which of some rules apply, and what is missing of the conditions of each."""


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
        "cases", "choice", "contrary", "displaced_by", "displacing", "every", "fraction",
        "given_at", "givings", "how", "key", "only", "order", "otherwise", "read", "see",
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
        self.given_at: tuple[int, ...] = ()  # the places in `every` of those that give
        self.displacing: tuple[tuple[int, ...], ...] = ()  # those of rules that displace one
        self.displaced_by: tuple[int, ...] = ()  # which of these displace each of `every`
        self.only: tuple[Rule, ...] = ()  # rules that merely displace one that gives
        self.cases: tuple[Fact, ...] = ()
        self.see: Callable[[Line, Paths], Seen] = self._seen  # until it is compiled

    def supplied_from(self, attribute: str) -> None:
        """Say where it stands if it is supplied as established."""
        self.read = attrgetter(attribute)

    def rests_on(self, rules: tuple[Rule, ...]) -> None:
        """Say on which rules it rests: those that give, and all that displace one of them."""
        at = {rule: place for place, rule in enumerate(rules)}
        several = list(dict.fromkeys(rule.by for rule in rules))
        self.every = rules
        self.given_at = tuple(at[one.rule] for one in self.givings)
        self.displacing = tuple(tuple(at[by] for by in one.rules) for one in several)
        self.displaced_by = tuple(several.index(rule.by) for rule in rules)

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
        givings = self._given(line, [one.rule.applies(line) for one in self.givings])
        only = ((rule.applies(line), rule.citation) for rule in self.only)
        return Made(
            *combine(self.how, self.otherwise, givings, only, self.order, contrary=True)
        )

    def _given(
        self, line: Line, truths: Iterable[Truth]
    ) -> list[tuple[Truth, Any, str | None]]:
        """Return what the rules give of which it is known whether they apply."""
        found = []
        for one, applies in zip(self.givings, truths, strict=True):
            truth = applies
            if truth is not False and one.when is not None:
                truth = all_of(truth, one.when.value(line))
            value = None if truth is False else one.amount.value(line)
            found.append((truth, value, one.rule.citation))
        return found

    def needed(self, line: Line, paths: Paths) -> tuple[str, ...]:
        """Return the facts that it rests on where it is open, most useful first.

        The fact on which the most open rules rest comes first; ties keep the law's order.
        """
        if self.read(line[0]) is not None:
            return ()
        truths, missing = self.see(line, paths)
        givings = self._given(line, [truths[at] for at in self.given_at])
        open_ = combine(self.how, self.otherwise, givings, (), self.order)[2]
        far = list(missing)
        for place in open_:
            at = self.given_at[place]
            far[at] = (*far[at], *self.givings[place].missing(line, paths))
        live = self._live([self.given_at[place] for place in open_], truths)
        # each fact once a rule
        counts = Counter(chain.from_iterable([dict.fromkeys(far[at]) for at in sorted(live)]))
        return tuple(sorted(counts, key=counts.__getitem__, reverse=True))

    def _live(self, places: list[int], truths: Sequence[Truth]) -> set[int]:
        """Return the rules at `places`, and those that it is open whether they displace one."""
        found, seen = set(places), set[int]()
        waiting = list(found)
        while waiting:
            several = self.displaced_by[waiting.pop()]
            if several not in seen:
                seen.add(several)
                further = [at for at in self.displacing[several] if truths[at] is None]
                waiting += [at for at in further if at not in found]
                found.update(further)
        return found

    def _seen(self, line: Line, paths: Paths) -> Seen:
        # what is missing is found with the truth, in one look, and both are kept
        missing = [rule.look(line, paths)[1] for rule in self.every]
        return [rule.applies(line) for rule in self.every], missing


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
