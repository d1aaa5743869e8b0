"""Rules and decisions: which provisions apply to a thing, what they give, what is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from lawc.runtime.combining import combine
from lawc.runtime.engine.conditions import Asked, Condition, Fact, Line, Literal, Looked, Paths
from lawc.runtime.engine.defined import Version
from lawc.runtime.engine.few import ROOM
from lawc.runtime.logic import NOTHING, all_of, known, spoken_of
from lawc.runtime.values import Truth


class Rule:
    """A provision as it is asked of things of one kind; it stands at `place` in the law."""

    __slots__ = ("by", "citation", "gives", "listed_in", "place", "version")

    def __init__(
        self, place: int, citation: str | None, version: Version, listed_in: str | None
    ) -> None:
        self.place = place
        self.citation = citation
        self.listed_in = listed_in  # the element whose list it is an item of
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
    amount: Asked
    when: Asked | None
    otherwise: Any  # what is decided where no rule gives a value
    listed: tuple[str, int] | None  # the list it is given by, and the place in what it gives

    @property
    def said(self) -> bool:
        """Whether the law itself says the value."""
        return isinstance(self.amount.condition, Literal)

    def may(self, line: Line) -> bool:
        """Tell whether the rule may give another value, but for what displaces it."""
        when = True if self.when is None else self.when.value(line)
        if known(self.rule.version.holds(line)) is False or known(when) is False:
            return False
        value = self.amount.value(line)
        return value is not NOTHING and value != self.otherwise

    def missing(self, line: Line, paths: Paths) -> Paths:
        """Return what leaves the value and its further condition open."""
        of_amount = self.amount.look(line, paths)[1]
        return of_amount if self.when is None else self.when.look(line, paths)[1] + of_amount


class Refusing(NamedTuple):
    """A rule at a place of `every` that only displaces, and the givings that it stops.

    Those are none where it stops all that grant another value: there it refuses by itself.
    """

    at: int
    stopped: tuple[int, ...]


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


Seen: TypeAlias = tuple[tuple[Truth, ...], Sequence[Paths]]
"""Which of some rules apply, and what is missing of the condition of each, each fact once."""


class Made(NamedTuple):
    """What is decided before cases are tried; `open` are the givings that could change it.

    Where it is open, the value is None, and `provisions` are those to be told if it turns
    out to rest on a contradiction; `live` are the places of the rules that it is open by.
    """

    value: Any
    provisions: tuple[str, ...]
    open: tuple[int, ...] = ()
    live: tuple[int, ...] = ()


class Decision:
    """Something that the law decides of things of one kind."""

    __slots__ = (
        "_known", "attribute", "cases", "choice", "contrary", "dated", "days", "displaced_by",
        "displacing", "every", "fraction", "further", "given_at", "givings", "how", "kept",
        "key", "literal", "only", "order", "otherwise", "read", "says_itself", "see",
        "spoken_of", "varying",
    )  # fmt: skip

    def __init__(self, key: str, how: str, otherwise: Any, *, fraction: bool) -> None:
        self.key = key
        self.how = how
        self.otherwise = otherwise
        self.fraction = fraction
        self.choice: Callable[[str], Any] | None = None  # the class of its values
        self.says_itself = False  # whether a value tells that it is not known
        self.dated = False  # whether it may have no value for want of a version in force
        self.contrary = False  # whether it may rest on a contradiction of another
        self.spoken_of = False  # whether a condition or a value speaks of it
        self.attribute = ""  # where it stands if it is supplied as established
        self.read: Callable[[Any], Any] = lambda _: None
        self.order: Mapping[str, int] = {}
        self.givings: tuple[Giving, ...] = ()
        self.every: tuple[Rule, ...] = ()  # those that it rests on
        self.only: tuple[Refusing, ...] = ()  # those that only displace
        self.given_at: tuple[int, ...] = ()  # the places in `every` of those that give
        self.displacing: tuple[tuple[int, ...], ...] = ()  # those of rules that displace one
        self.displaced_by: tuple[int, ...] = ()  # which of these displace each of `every`
        self.cases: tuple[Fact, ...] = ()
        self.further: tuple[tuple[int, Asked], ...] = ()  # of givings, with their places
        self.literal = False  # whether the law itself says all values that are given
        self.varying = frozenset[int]()  # the places of givings that rest on more than a rule
        self._known: dict[Any, Made] = {}
        self.days: Any = None  # facts that are days, see `days`; found when first asked for
        self.kept: list[Any] = []  # forms, see `completions`; shared by the decisions of a law
        # whether `every` rule applies, and what is missing
        self.see: Callable[[Line, Paths], Seen] = self.seen_alone

    def supplied_from(self, attribute: str) -> None:
        """Say where it stands if it is supplied as established."""
        self.attribute = attribute
        self.read = attrgetter(attribute)

    def rests_on(self, rules: tuple[Rule, ...]) -> None:
        """Say on which rules it rests: those that give, and all that displace one of them."""
        at = {rule: place for place, rule in enumerate(rules)}
        self.only = tuple(self._only(at))
        self.literal = all(one.said for one in self.givings)
        self.varying = frozenset(
            place
            for place, one in enumerate(self.givings)
            if one.when is not None or not one.said
        )
        self.further = tuple(
            (place, one.when) for place, one in enumerate(self.givings) if one.when is not None
        )
        several: dict[Applies, int] = {}
        for rule in rules:
            several.setdefault(rule.by, len(several))
        self.every = rules
        self.given_at = tuple(at[one.rule] for one in self.givings)
        self.displacing = tuple(tuple(at[by] for by in one.rules) for one in several)
        self.displaced_by = tuple(several[rule.by] for rule in rules)

    def _only(self, at: Mapping[Rule, int]) -> Iterator[Refusing]:
        """Yield the rules that only displace, with what they stop that grants another value."""
        granting = [
            (place, one)
            for place, one in enumerate(self.givings)
            if not (one.said and one.amount.condition.said == self.otherwise)  # type: ignore[attr-defined]
        ]
        for by in dict.fromkeys(by for _, one in granting for by in one.rule.by.rules):
            if not by.gives:
                stopped = tuple(n for n, one in granting if by in one.rule.by.rules)
                yield Refusing(at[by], () if len(stopped) == len(granting) else stopped)

    def refusing(self, line: Line, truths: tuple[Truth, ...]) -> tuple[int, ...]:
        """Return the places of the rules that refuse, if no rule gives a value."""
        return tuple(
            one.at
            for one in self.only
            if truths[one.at] is True
            and (not one.stopped or any(self.givings[n].may(line) for n in one.stopped))
        )

    def gives(self, line: Line) -> bool:
        """Tell whether a rule gives a value, or may give one."""
        return any(
            one.rule.applies(line) is not False
            and (one.when is None or known(one.when.value(line)) is not False)
            and one.amount.value(line) is not NOTHING
            for one in self.givings
        )

    def partly_refused(self, truths: tuple[Truth, ...]) -> bool:
        """Tell whether it rests on more than `truths` which rules refuse."""
        return any(one.stopped and truths[one.at] is True for one in self.only)

    def made(self, line: Line) -> Made:
        """Return what is decided of the thing that `line` begins with, found once."""
        memory, place = line[-1].memory, (self, id(line[0]))
        if place not in memory:
            memory[place] = self._made(line)
        found: Made = memory[place]
        return found

    def judge(self, line: Line, truths: tuple[Truth, ...]) -> None:
        """Keep what comes of knowing of `every` rule whether it applies."""
        memory, place = line[-1].memory, (self, id(line[0]))
        if place not in memory and self.read(line[0]) is None:
            memory[place] = self.combined(line, truths)

    def _made(self, line: Line) -> Made:
        supplied = self.read(line[0])
        if supplied is not None:
            return Made(supplied, ())
        return self.combined(line, self._applied(line))

    def combined(self, line: Line, truths: tuple[Truth, ...]) -> Made:
        """Return what comes of knowing of `every` rule whether it applies.

        Where the law itself says all values that the rules give, nothing counts but truths,
        and what comes of the same ones is remembered.
        """
        given = [truths[at] for at in self.given_at]
        for place, when in self.further:
            if given[place] is not False:
                given[place] = all_of(given[place], when.value(line))
        if not self.said(truths):
            return self._combined(line, truths, given)
        key: tuple[Any, ...] = (truths, *given) if self.further else truths
        if self.partly_refused(truths):
            key = (self.refusing(line, truths), key)
        made = self._known.get(key)  # in one step: another thread may clear it
        if made is None:
            if len(self._known) >= ROOM:
                self._known.clear()
            made = self._known[key] = self._combined(line, truths, given)
        return made

    def said(self, truths: tuple[Truth, ...]) -> bool:
        """Tell whether the law itself says all values that rules give, if these apply."""
        return self.literal or all(truths[at] is False for at in self.given_at)

    def _combined(self, line: Line, truths: tuple[Truth, ...], given: list[Truth]) -> Made:
        givings = [
            (
                truth,
                None if truth is False else one.amount.value(line),
                one.rule.citation,
                one.listed,
            )
            for one, truth in zip(self.givings, given, strict=True)
        ]
        only = [self.every[at].citation for at in self.refusing(line, truths)]
        value, provisions, open_ = combine(
            self.how, self.otherwise, givings, only, self.order, contrary=True
        )
        return Made(value, provisions, open_, self._live(open_, truths) if open_ else ())

    def _live(self, open_: tuple[int, ...], truths: tuple[Truth, ...]) -> tuple[int, ...]:
        """Return the rules of open givings, and those that may displace one of these."""
        found, seen = {self.given_at[place] for place in open_}, set[int]()
        waiting = list(found)
        while waiting:
            several = self.displaced_by[waiting.pop()]
            if several not in seen:
                seen.add(several)
                further = [at for at in self.displacing[several] if truths[at] is None]
                waiting += [at for at in further if at not in found]
                found.update(further)
        return tuple(sorted(found))

    def needed(self, line: Line, paths: Paths) -> tuple[str, ...]:
        """Return the facts that it rests on where it is open, most useful first.

        The fact on which the most open rules rest comes first; ties keep the law's order.
        """
        if self.read(line[0]) is not None:
            return ()
        truths, missing = self.see(line, paths)
        line[-1].memory[Decision, self, id(line[0])] = truths
        self.judge(line, truths)
        made = self.made(line)
        if self.varying:
            missing = list(missing)
            for place in filter(self.varying.__contains__, made.open):
                at = self.given_at[place]
                further = self.givings[place].missing(line, paths)
                if further:
                    missing[at] = tuple(dict.fromkeys((*missing[at], *further)))
        counts: dict[str, int] = {}
        for path in chain.from_iterable([missing[at] for at in made.live]):
            counts[path] = counts.get(path, 0) + 1
        return tuple(sorted(counts, key=counts.__getitem__, reverse=True))

    def remember(self, line: Line) -> None:
        """Remember of `every` rule whether it applies, if all were seen."""
        memory, of = line[-1].memory, id(line[0])
        truths = memory.get((Decision, self, of))
        if truths is not None:
            memory.update(zip([(rule, of) for rule in self.every], truths, strict=True))

    def _applied(self, line: Line) -> tuple[Truth, ...]:
        return tuple([rule.applies(line) for rule in self.every])

    def seen_alone(self, line: Line, paths: Paths) -> Seen:
        """Return whether `every` rule applies, and what is missing, for this decision alone."""
        # what is missing is found with the truth, in one look, and both are kept
        missing = [tuple(dict.fromkeys(rule.look(line, paths)[1])) for rule in self.every]
        return self._applied(line), missing


class Decided(Condition):
    """What is decided of the thing that stands `depth` above; two contrary values: unknown."""

    __slots__ = ("decision", "depth")

    def __init__(self, depth: int, decision: Decision) -> None:
        super().__init__()
        self.few = None
        self.depth = depth
        self.decision = decision
        decision.spoken_of = True

    def value(self, line: Line) -> Any:
        return spoken_of(self.decision.made(line[self.depth :]).value)

    def look(self, line: Line, paths: Paths) -> Looked:
        found = self.value(line)
        if found is not None:
            return found, ()
        return None, self.decision.needed(line[self.depth :], paths[self.depth :])
