"""A package that runs: decisions as results, explanations, traces.

A generated package makes one `Engine` of its slots, its classes of facts and its classes of
results. `law.json` is read when it is first needed: never, if the functions of the package
decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

from lawc.runtime.decided import OfLaw, Teller
from lawc.runtime.engine.asking import Elements
from lawc.runtime.engine.deciding import Deciding, Report, Shape, typed
from lawc.runtime.engine.explaining import explanations
from lawc.runtime.engine.lapsed import not_in_force
from lawc.runtime.engine.law import Law
from lawc.runtime.engine.settling import settle
from lawc.runtime.engine.shown import (
    Later,
    Once,
    Trial,
    Turn,
    Turns,
    each_turn,
    parts_apart,
)
from lawc.runtime.engine.tables import Table, table_of
from lawc.runtime.engine.trees import Trees
from lawc.runtime.explained import Context, Explanations
from lawc.runtime.holdings import AskedUnder, Holding
from lawc.runtime.logic import NOTHING, State, any_of
from lawc.runtime.packages import unreadable
from lawc.runtime.results import FORM, Answer, DecidedUnder, Status, encode
from lawc.runtime.values import Truth


class Engine:
    """A law as a package runs it; its data stand beside the module of `spec`.

    `days` are the attributes of the days, by key. Nothing rests on those of `idle`: a result
    names them only if they are supplied.
    """

    def __init__(
        self,
        spec: ModuleSpec | None,
        facts: ModuleType,
        slots: ModuleType,
        act: str,
        days: Mapping[str, str],
        reports: Mapping[str, Report],
        idle: tuple[str, ...] = (),
    ) -> None:
        self._spec = spec
        self._facts = facts
        self._slots = slots
        self._act = act
        self.days = days
        self._idle = idle
        self._reports = reports
        self._last_under: tuple[Any, tuple[DecidedUnder, str]] | None = None
        self._last_context: tuple[Any, Context] | None = None
        self._quick: Callable[[Any, Any], Any] | None = None
        self._complete: Callable[[Any, Turn], Any] = lambda thing, _: thing
        self.turns: Mapping[str, Turns] = {}
        for kind, report in reports.items():
            report.class_._teller = Teller(  # noqa: SLF001 - a class has it from its engine
                report.values,
                {key: reports[inner].class_ for key, inner in report.lists.items()},
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
        try:
            data: bytes = loader.get_data(str(Path(self._spec.origin).with_name("law.json")))
        except OSError as error:
            raise unreadable(self._spec.parent) from error
        return data

    def under(self, days: Any) -> tuple[DecidedUnder, str]:
        """Return the law with these days, and the text with which an envelope begins."""
        last = self._last_under
        if last is None or last[0] is not days:
            if isinstance(days, DecidedUnder):
                law = days
            else:
                named = {key: getattr(days, name) for key, name in self.days.items()}
                named = {k: day for k, day in named.items() if day or k not in self._idle}
                law = DecidedUnder(self._act, self.digest, named)
            text = f'{{"form": {FORM}, "law": {encode(law.to_dict())}, '
            last = self._last_under = (days, (law, text))
        return last[1]

    @cached_property
    def digest(self) -> str:
        """The digest of `law.json`, which has the text of the law and what it means."""
        from hashlib import sha256  # noqa: PLC0415 - only envelopes have it

        return f"sha256:{sha256(self.text).hexdigest()}"

    @cached_property
    def law(self) -> Law:
        """The law, read once."""
        assert self._spec is not None
        try:
            return Law(self.text.decode("utf-8"), self._facts)
        except (ValueError, LookupError, TypeError) as error:  # the file is not what was built
            raise unreadable(self._spec.parent) from error

    @cached_property
    def trees(self) -> Trees:
        """The reasoning trees of the law, read once."""
        return Trees(self.law)

    @cached_property
    def _reported(self) -> Mapping[str, tuple[str, ...]]:
        """The kinds of the members that a result has, in its order, by kind."""
        kinds = dict.fromkeys(self.law.kinds, ())
        return {**kinds, **{k: tuple(r.lists.values()) for k, r in self._reports.items()}}

    @cached_property
    def root(self) -> str:
        """The kind that a case is about."""
        return next(iter(self._reports))

    def table(self, thing: Any, days: Any) -> Table:
        """Return the table of a case."""
        return table_of(self._slots, thing, days)

    # --- decisions ---

    def completes(
        self,
        quick: Callable[[Any, Any], Any],
        complete: Callable[[Any, Turn], Any],
        turns: Mapping[str, Turns],
    ) -> None:
        """Decide completions of a case first, by the functions of the package."""
        self._quick = quick
        self._complete = complete
        self.turns = turns

    @cached_property
    def _turns(self) -> tuple[Turn, ...]:
        return tuple(each_turn(self.turns))

    @cached_property
    def _shapes(self) -> dict[str, Shape]:
        """The shapes of the results about things of each kind that has any."""
        apart = parts_apart(self.turns)
        attributes = {kind: attribute for kind, _, attribute in self._slots.KINDS}
        return {
            kind: Shape(
                kind,
                report.class_,
                len(report.values),
                apart.get(kind, ()),
                tuple(
                    [(field, below, attributes[below]) for field, below in report.lists.items()]
                ),
            )
            for kind, report in self._reports.items()
        }

    def decide(self, thing: Any, days: Any, found: Mapping[str, Any] | None = None) -> Any:
        """Return the result of a case: all decisions about it.

        `found` are the results about members that the quick function has decided, by kind.
        """
        trial = None
        if self._quick is not None:
            trial = Trial(self._quick, self._complete, self._turns, thing, days)
        deciding = Deciding(self._shapes, trial, lambda: self.law, days)
        whole = Later(Once(self.table, thing, days))
        return deciding.result(self._shapes[self.root], (thing,), whole, found)

    def _choice(self, kind: str, place: int) -> Callable[[str], Any]:
        """Return the class of the values of a decision about things of `kind`."""
        class_ = self.law.of_kind[kind][place].choice
        assert class_ is not None, "the decision is a choice"
        return class_

    def _ask(self, kind: str, place: int, later: Later) -> Answer:
        """Return the answer of a decision about a thing of a result."""
        return self.answer(kind, place, later.table())

    def answer(self, kind: str, place: int, table: Table) -> Answer:
        """Return the answer of the decision at a place about the thing of a table."""
        decision = self.law.of_kind[kind][place]
        settlement = settle(self.law, decision, table)
        value, provisions = settlement.value, settlement.provisions
        status = Status.DECIDED
        if value is None:
            status = Status.OPEN
        elif isinstance(value, State):
            status = Status(value.value)
        if value is NOTHING and not provisions:
            lapsed = not_in_force(self.law, decision, table)
            if lapsed:
                status, provisions = Status.NOT_IN_FORCE, tuple([o.citation for o in lapsed])
        supplied = decision.read(table.thing) is not None
        return Answer(
            typed(decision, value),
            status,
            provisions,
            settlement.needed,
            supplied,
            settlement.untried,
        )

    # --- explanations ---

    def explain(self, thing: Any, days: Any) -> Explanations:
        """Return the explanations of all decisions about a case."""
        table = self.table(thing, days)
        table.memo.days = {key: getattr(days, name) for key, name in self.days.items()}
        result = None if self._quick is None else self._quick(thing, days)
        explanations_ = Explanations(explanations(self.trees, table, result, self._reported))
        explanations_.context = self._context(days)
        return explanations_

    @cached_property
    def _elements(self) -> Elements:
        return Elements(self.trees)

    def ask(self, thing: Any, element: str, of: str, days: Any) -> Holding:
        """Return what an element, asked by its citation, comes to in a case."""
        table = self.table(thing, days)
        read = {key: getattr(days, name) for key, name in self.days.items()}
        table.memo.days = read
        return self._elements.ask(table, element, of, AskedUnder(self._act, read))

    def _below(self, table: Table) -> Iterator[Table]:
        """Yield a table and those of the things below it, in order."""
        yield table
        for kind in self.law.kinds[table.kind].below:
            for member in table.members(self.law.kinds[kind]) or ():
                yield from self._below(member)

    def _context(self, days: Any) -> Context:
        """Return the context of the explanations for these days."""
        last = self._last_context
        if last is None or last[0] is not days:
            data = self.law.data
            read = [(key, getattr(days, name)) for key, name in self.days.items()]
            used = tuple([(key, day) for key, day in read if day])
            context = Context(data["title"], data["language"], used, data["questions"])
            last = self._last_context = (days, context)
        return last[1]

    def truths(self, thing: Any, days: Any) -> dict[str, dict[str, Truth]]:
        """Return which provisions apply, by citation, for each thing decided of by its path."""
        truths: dict[str, dict[str, Truth]] = {}
        for table in self._below(self.table(thing, days)):
            if self.law.of_kind[table.kind]:
                truths[table.path] = self._truths(table)
        return truths

    @cached_property
    def _applying(self) -> Mapping[str, tuple[tuple[str, int, int], ...]]:
        """For each kind the citations of the rules, and the slot whether each applies."""
        line = {key: kind.line for key, kind in self.law.kinds.items()}
        slots = {}
        for kind, places in self.law.data["grounds"].items():
            rules = [self.law.rules[place] for place in places]
            slots[kind] = tuple(
                [
                    (rule.citation or "", line[kind].index(rule.kind) + depth, number)
                    for rule in rules
                    for depth, number in [rule.applies]
                ]
            )
        return slots

    def _truths(self, table: Table) -> dict[str, Truth]:
        truths: dict[str, Truth] = {}
        own, line = table.own, table.line
        for cite, depth, number in self._applying[table.kind]:
            truth = line[depth - 1][number] if depth else own[number]
            truths[cite] = any_of(truth, truths[cite]) if cite in truths else truth
        return truths


class Trace:
    """A decision, with its grounds, which are worked out when they are read."""

    __slots__ = ("_days", "_engine", "_thing", "decision")

    def __init__(self, engine: Engine, thing: Any, days: Any, decision: Any) -> None:
        self.decision = decision
        self._engine = engine
        self._thing = thing
        self._days = days

    @property
    def truths(self) -> dict[str, dict[str, Truth]]:
        """Whether provisions apply, by the path of each thing decided, then by citation."""
        return self._engine.truths(self._thing, self._days)

    @property
    def explanations(self) -> Explanations:
        """All grounds of every decision, as trees."""
        return self._engine.explain(self._thing, self._days)
