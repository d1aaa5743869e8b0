"""A package that runs: decisions as results, explanations, traces.

A generated package makes one `Engine` of its data, its classes of facts and its classes of
results. The data are read when they are first needed: where a quick function decides, they
never are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from importlib.machinery import ModuleSpec
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any, NamedTuple

from lawc.runtime.decided import LATER, Decided, OfLaw, Teller
from lawc.runtime.engine.cases import Answered, answered, settled_of, varies
from lawc.runtime.engine.conditions import Case, Line, Paths
from lawc.runtime.engine.growing import Growing
from lawc.runtime.engine.kinds import Kind
from lawc.runtime.engine.lapsed import not_in_force
from lawc.runtime.engine.lists import PLACES
from lawc.runtime.engine.reading import Law
from lawc.runtime.engine.rules import Decision
from lawc.runtime.explained import Context, Explanations
from lawc.runtime.logic import CONTRADICTION, NOTHING, State, any_of
from lawc.runtime.reasons import Explanation
from lawc.runtime.results import FORM, Answer, DecidedUnder, Status, encode
from lawc.runtime.values import Truth

# Functions are made of the law after so many: who asks once does not wait for them.
QUESTIONS = 100
EXPLANATIONS = 20


class Report(NamedTuple):
    """How what is decided of things of a kind is told.

    `values` are the types of the decisions in the order of the law, `lists` the kinds of the
    members of its lists, by the key of the list.
    """

    made: type[Decided]
    values: Mapping[str, str]
    lists: Mapping[str, str]


class Engine:
    """A law as a package runs it; its data stand beside the module of `spec`.

    `days` are the attributes of the days, by key; those of `idle` are told only if they are
    said: nothing rests on them.
    """

    def __init__(
        self,
        spec: ModuleSpec | None,
        facts: ModuleType,
        act: str,
        days: Mapping[str, str],
        reports: Mapping[str, Report],
        idle: tuple[str, ...] = (),
    ) -> None:
        self._spec = spec
        self._facts = facts
        self._act = act
        self.days = days
        self._idle = idle
        self._reports = reports
        self._last: tuple[Any, Any, Case | None] = (None, None, None)
        self._under: tuple[Any, tuple[DecidedUnder, str]] | None = None
        self._told: tuple[Any, Context] | None = None
        self._questions = self._explanations = 0  # how many there were
        self._making = Lock()  # one thread at a time makes objects of the law, or functions
        for kind, report in reports.items():
            report.made._teller = Teller(  # noqa: SLF001 - a class has it from its engine
                report.values,
                {key: reports[below].made for key, below in report.lists.items()},
                OfLaw(act, tuple(days), self.under),
                partial(self._ask, kind),
                partial(self._choice, kind),
            )

    @cached_property
    def text(self) -> bytes:
        """The data of the law, as they stand in the package."""
        assert self._spec is not None
        assert self._spec.origin is not None
        loader: Any = self._spec.loader
        data: bytes = loader.get_data(str(Path(self._spec.origin).with_name("law.json")))
        return data

    def under(self, days: Any) -> tuple[DecidedUnder, str]:
        """Return the law with these days, and the text with which an envelope begins."""
        kept = self._under
        if kept is None or kept[0] is not days:
            if isinstance(days, DecidedUnder):
                law = days
            else:
                read = {key: getattr(days, name) for key, name in self.days.items()}
                said = {k: day for k, day in read.items() if day or k not in self._idle}
                law = DecidedUnder(self._act, self.digest, said)
            text = f'{{"form": {FORM}, "law": {encode(law.to_dict())}, '
            kept = self._under = (days, (law, text))
        return kept[1]

    @cached_property
    def digest(self) -> str:
        """The digest of `law.json`, which has the text of the law and what it means."""
        from hashlib import sha256  # noqa: PLC0415 - only envelopes have it

        return f"sha256:{sha256(self.text).hexdigest()}"

    @cached_property
    def law(self) -> Law:
        """The law, read once."""
        return Law(self.text.decode("utf-8"), self._facts)

    @cached_property
    def grounds(self) -> Growing:
        """The grounds of the law."""
        law = self.law
        with self._making:
            return Growing(law)

    def compile(self) -> None:
        """Make functions of the law and its trees: for many cases."""
        grounds = self.grounds
        with self._making:
            self.law.compile()
            grounds.compile()

    # --- decisions ---

    def decide(self, thing: Any, days: Any) -> Any:
        """Return all that the law decides of a case."""
        return self.whole(thing, days, self.result(self.root, (thing, Case(days)), ("",)))

    def case(self, thing: Any, days: Any) -> Case:
        """Return the case that `thing` is, the one just seen if it is the very same."""
        seen, on, case = self._last
        if case is None or seen is not thing or on is not days:
            case = Case(days)
            self._last = (thing, days, case)
        return case

    def varies(
        self,
        kind: str,
        line: Line,
        places: tuple[int, ...],
        run: Callable[..., tuple[Any, ...] | None],
        steady: Callable[..., bool] | None,
        *,
        days: bool,
    ) -> bool:
        """Tell whether trying cases shows that the first decision about `line[0]` is open.

        `run` decides of the things of a line quickly; the values stand at `places` of its
        results. Where it is in doubt, it returns the doubts and the rivals, of which `steady`
        tells whether they leave the decision open. Missing `days` are tried as well, unless
        what the members of a list share may rest on them. If it is not shown, nothing is said.
        """
        decision, of = self.law.decisions[kind][0], self.law.kinds[kind]
        return varies(of, decision, line, places, run, steady, days=days)

    def whole(self, thing: Any, days: Any, result: tuple[Any, ...]) -> Any:
        """Return a result about a whole case with its days, and open where it is to be."""
        *parts, open_, _ = result
        if open_ is LATER:
            open_ = ((thing, self.case(thing, days)), ("",))
        return tuple.__new__(self._reports[self.root].made, (*parts, open_, days))

    @cached_property
    def root(self) -> str:
        """The kind that a case is about."""
        return next(iter(self._reports))

    def result(self, kind: str, line: Line, paths: Paths) -> Any:
        """Return what is decided of the thing that `line` begins with, and of those below."""
        report = self._reports[kind]
        decisions = self.law.decisions.get(kind, ())
        self._count()
        found = [self._found(one, line, paths) for one in decisions]
        parts = [_typed(one, made) for one, (made, _) in zip(decisions, found, strict=True)]
        lists = [self._members(below, line, paths) for below in report.lists.values()]
        cited: tuple[Paths, ...] | None = tuple([cites for _, cites in found])
        if any(one.read(line[0]) is not None for one in decisions):
            cited = None
        plain = (
            cited is not None
            and all(made is not None and made is not CONTRADICTION for made, _ in found)
            and not any(
                one.dated and made is NOTHING
                for one, (made, _) in zip(decisions, found, strict=True)
            )
            and None not in lists
        )
        open_ = None if plain else (line, paths)
        days = (None,) if kind == self.root else ()  # `whole` puts them there
        return tuple.__new__(report.made, (*parts, *lists, cited, open_, *days))

    def _count(self) -> None:
        """Count a question, and make functions of the law once there were many."""
        self._questions += 1
        if self._questions == QUESTIONS:
            law = self.law
            with self._making:
                law.compile()

    def _members(self, kind: str, line: Line, paths: Paths) -> tuple[Any, ...] | None:
        of = self.law.kinds[kind]
        if getattr(line[0], of.group) is None:
            return None
        return tuple(self.result(kind, *one) for one in members(of, line, paths))

    def _found(
        self, decision: Decision, line: Line, paths: Paths
    ) -> tuple[Any, tuple[str, ...]]:
        """Return what is decided, None where it is open, and the provisions."""
        decision.judge(line, decision.see(line, paths)[0])
        made = decision.made(line)
        if made.value is not None:
            return made.value, made.provisions
        if decision.contrary and not decision.needed(line, paths):
            return CONTRADICTION, made.provisions
        settled = settled_of(decision, line, paths)
        return (None, ()) if settled is None else (settled.value, settled.provisions)

    def _choice(self, kind: str, place: int) -> Callable[[str], Any]:
        """Return the class of the values of a decision about things of `kind`."""
        class_ = self.law.decisions[kind][place].choice
        assert class_ is not None, "it is asked of choices"
        return class_

    def _ask(self, kind: str, place: int, asked: tuple[Line, Paths], open_: bool) -> Answer:
        """Return the answer of a decision about the thing that a line begins with.

        What surely is `open_` needs no trying.
        """
        line = asked[0]
        decision = self.law.decisions[kind][place]
        memory, key = line[-1].memory, (Answer, decision, id(line[0]))
        if key not in memory:
            self._count()
            decision.judge(line, decision.see(*asked)[0])
            memory[key] = _answer(decision, answered(decision, *asked), line)
        found: Answer = memory[key]
        return found

    # --- explanations ---

    def explain(self, thing: Any, days: Any) -> Explanations:
        """Return every ground of all that the law decides of a case."""
        self._explanations += 1
        if self._explanations == EXPLANATIONS:
            self.compile()
        found: list[Explanation] = []
        self._explain(self.law.root.key, (thing, Case(days)), ("",), found)
        made = Explanations(found)
        made.context = self._context(days)
        return made

    def _context(self, days: Any) -> Context:
        """Return what the explanations for these days are told with."""
        kept = self._told
        if kept is None or kept[0] is not days:
            data = self.law.data
            read = [(key, getattr(days, name)) for key, name in self.days.items()]
            used = tuple([(key, day) for key, day in read if day])
            context = Context(data["title"], data["language"], used, data["questions"])
            kept = self._told = (days, context)
        return kept[1]

    def _explain(self, kind: str, line: Line, paths: Paths, into: list[Explanation]) -> None:
        law = self.law
        if kind in law.decisions:
            into.append(self.grounds.of[kind].made(line, paths))
        for below in law.below[kind]:
            for inner, over in members(below, line, paths):
                self._explain(below.key, inner, over, into)

    def truths(self, thing: Any, days: Any) -> dict[str, dict[str, Truth]]:
        """For each thing decided of, by its path, which provisions apply, by citation."""
        line: Line = (thing, Case(days))
        return dict(self._truths(self.law.root, line, ("",)))

    def _truths(
        self, kind: Kind, line: Line, paths: Paths
    ) -> Iterator[tuple[str, dict[str, Truth]]]:
        if kind.key in self.law.decisions:
            found: dict[str, Truth] = {}
            for one in self.grounds.of[kind.key].trees:
                cite = one.cited.citation
                found[cite] = any_of(one.rule.applies(line), found.get(cite, False))
            yield paths[0], found
        for below in self.law.below[kind.key]:
            for inner, over in members(below, line, paths):
                yield from self._truths(below, inner, over)


class Trace:
    """A decision, with every ground to be had from it when asked for."""

    __slots__ = ("_days", "_engine", "_thing", "decision")

    def __init__(self, engine: Engine, thing: Any, days: Any, decision: Any) -> None:
        self.decision = decision
        self._engine = engine
        self._thing = thing
        self._days = days

    @property
    def truths(self) -> dict[str, dict[str, Truth]]:
        """For each thing decided of, by its path, which provisions apply, by citation."""
        return self._engine.truths(self._thing, self._days)

    @property
    def explanations(self) -> Explanations:
        """All grounds of every decision, as trees."""
        return self._engine.explain(self._thing, self._days)


def members(kind: Kind, line: Line, paths: Paths) -> Iterator[tuple[Line, Paths]]:
    """Yield the line and the paths of each thing of `kind` that the first thing has."""
    things = getattr(line[0], kind.group) or ()
    places = PLACES[paths[0], kind.key_of_group, len(things)]
    for one, place in zip(things, places, strict=True):
        yield (one, *line), (place, *paths)


def _typed(decision: Decision, value: Any) -> Any:
    """Return a value as a result holds it, None where there is none."""
    if value is None or isinstance(value, State):
        return None
    return value if decision.choice is None else decision.choice(value)


def _answer(decision: Decision, answered: Answered, line: Line) -> Answer:
    value, provisions, needed, _, untried = answered
    status = Status.DECIDED
    if value is None:
        status = Status.OPEN
    elif isinstance(value, State):
        status = Status(value.value)
    supplied = decision.read(line[0]) is not None
    if value is NOTHING and not provisions and (out := not_in_force(decision, line)):
        status, provisions = Status.NOT_IN_FORCE, tuple([one.citation for one in out])
    typed = _typed(decision, value)
    return Answer(typed, status, provisions, needed, supplied, untried)
