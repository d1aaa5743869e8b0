"""Outcomes: whether all completions of a case settle a decision, else which facts matter.

An answer is settled if it is the same in every completion. A fact matters if some completion
of the others makes two of its values give different answers. The bound: at most `MOST` nodes
of diagrams are made for conditions that share facts, over at most `FACTS` facts. Beyond it the
answer is open, every missing fact may matter, and the outcome says that it was not all tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from lawc.runtime.completions.diagram import Diagrams
from lawc.runtime.completions.forms import Amount, DecisionForm, Form, Parts
from lawc.runtime.completions.graph import FALSE, FullError, Graph, node_of
from lawc.runtime.completions.graph import MOST as MOST_FACTS
from lawc.runtime.completions.search import Search, of_all
from lawc.runtime.completions.spans import is_amount
from lawc.runtime.completions.tables import NO, Tables
from lawc.runtime.logic import CONTRADICTION
from lawc.runtime.values import Provision

MOST = 2_000


class Outcome(NamedTuple):
    """The outcome of all completions; `settled` tells whether `value` is the answer in each.

    `citations` are those that decide in some completion. `matters` are the paths of the facts
    that matter, None if that is not known. `ends` are the least and the largest amount, each
    decided in some completion, None if they are not known. `untried` tells that no two
    completions were shown to be decided differently, or that not all were gone through.
    """

    settled: bool
    value: Any = None
    citations: tuple[str, ...] = ()
    matters: frozenset[str] | None = None
    untried: bool = False
    ends: tuple[Any, Any] | None = None


_UNTRIED = Outcome(settled=False, untried=True)


def outcome(form: DecisionForm, most: int = MOST) -> Outcome:
    """Return the outcome of all completions of a decision that known facts leave open."""
    graph = _graph(form.parts, most)
    with graph.lock:
        graph.begin()
        try:
            decided = _Decided(graph, form)
            # The graph counts only facts that are new to it: count those it had here.
            if decided.number() > MOST_FACTS:
                return _UNTRIED
            return decided.outcome()
        except FullError:
            return _UNTRIED


def _graph(parts: Mapping[int, Form], most: int) -> Graph:
    if not isinstance(parts, Parts) or most != MOST:
        return Graph(most)
    if parts.graph is None or parts.graph.full():
        parts.graph = Graph(most)
    graph: Graph = parts.graph
    return graph


class _Decided:
    """The conditions of one decision."""

    def __init__(self, graph: Graph, form: DecisionForm) -> None:
        self.graph = graph
        self.form = form
        self.gifts = self.conditions([gift.form for gift in form.gifts])
        self.assumed = graph.parts_of(graph.all_of(self.conditions(form.assumed)))

    def conditions(self, forms: Iterable[Form]) -> list[int]:
        """Return the conditions that forms state."""
        graph, parts = self.graph, self.form.parts
        return [graph.condition(form, parts) for form in forms]

    def number(self) -> int:
        """Return the number of facts that the conditions are about."""
        among = 0
        for condition in (*self.gifts, *self.assumed):
            among |= self.graph.facts[node_of(condition)]
        return among.bit_count()

    def outcome(self) -> Outcome:
        """Return the outcome of all completions."""
        graph = self.graph
        if self.assumed and of_all(graph, self.assumed, ())[0] is False:
            return Outcome(settled=False)
        values = self.values()
        several = self.of_several if len(values) > 1 else self.of_one
        results, facts = several(values)
        value = results[0]
        if len(results) == 1 and not isinstance(value, _Open):
            return self.settled(value)
        matters = graph.paths(facts)
        for result in results:
            if isinstance(result, _Open):
                matters = matters.union(*[amount.reads for amount in result.amounts])
        untried = self.doubtful(facts) or not _differ(results)
        return Outcome(False, matters=matters, untried=untried, ends=_ends(results))

    def possible(self, condition: int) -> bool:
        """Return whether a condition can hold where the assumptions do."""
        return of_all(self.graph, (condition,), self.assumed)[0] is not False

    def doubtful(self, facts: int) -> bool:
        """Return whether facts that matter may not be able to be either way."""
        if not facts & self.graph.either:
            return False
        only = self.conditions([form for form, _ in self.form.only])
        among = 0
        for condition in (*self.gifts, *only, *self.assumed):
            among |= self.graph.facts[node_of(condition)]
        return self.graph.doubtful(facts, among)

    def values(self) -> dict[Any, int]:
        """Return the condition in which each value is given, for a total by each list."""
        total = self.form.how == "total"
        several: dict[Any, list[int]] = {}
        for place, (gift, condition) in enumerate(
            zip(self.form.gifts, self.gifts, strict=True)
        ):
            if condition != FALSE:
                apart = (gift.listed or place) if total else 0
                several.setdefault((gift.value, apart), []).append(~condition)
        return {value: ~self.graph.all_of(each) for value, each in several.items()}

    def of_one(self, values: dict[Any, int]) -> tuple[list[Any], int]:
        """Return the results if there is at most one value, and the facts that tell them."""
        how, otherwise = self.form.how, self.form.otherwise
        nothing = _result(how, otherwise, ())
        for (value, _), condition in values.items():
            holds, facts = of_all(self.graph, (condition,), self.assumed)
            result = _result(how, otherwise, _together(how, value, ()))
            if holds is None and result != nothing:
                return [result, nothing], facts
            return [nothing if holds is False else result], 0
        return [nothing], 0

    def of_several(self, values: dict[Any, int]) -> tuple[list[Any], int]:
        """Return the results, and the facts that tell them apart."""
        form = self.form
        search = Search(self.graph, values.values(), self.assumed)
        tables = search.tables
        ends: dict[Any, int] = {(): search.possible}
        for (value, _), condition in values.items():
            holds, before, ends = search.of(condition), ends, {}
            for end, where in before.items():
                more = _together(form.how, value, end)
                _add(tables, ends, end, tables.without(where, holds))
                _add(tables, ends, more, tables.both(where, holds))
        results: dict[Any, int] = {}
        for end, where in ends.items():
            _add(tables, results, _result(form.how, form.otherwise, end), where)
        return list(results), search.telling(list(results.values()))

    # --- what is settled ---

    def settled(self, value: Any) -> Outcome:
        """Return the outcome that a decision has this value in all completions."""
        return Outcome(True, value, self.citations(value))

    def citations(self, value: Any) -> tuple[str, ...]:
        """Return the citations that decide in some completion.

        Of rules that give the same value, and of the items of a list for a total, these are the
        citations of the first.
        """
        form = self.form
        total = form.how == "total"
        every = total or value is CONTRADICTION
        cites: dict[str | None, None] = {}
        only = self.conditions([form for form, _ in form.only])
        if set(self.gifts) <= {FALSE}:
            for (_, cite), condition in zip(form.only, only, strict=True):
                if self.possible(condition):
                    cites[cite] = None
            return tuple(cite for cite in cites if cite is not None)
        search = Search(self.graph, (*self.gifts, *only), self.assumed)
        tables, nothing = search.tables, search.possible
        left: dict[Any, int] = {}  # by value, or list: where no earlier rule gives it
        for place, (gift, condition) in enumerate(zip(form.gifts, self.gifts, strict=True)):
            holds = search.of(condition)
            nothing = tables.without(nothing, holds)
            same = (gift.listed or place) if total else gift.value
            where = left.get(same, search.possible)
            left[same] = tables.without(where, holds)
            if (every or gift.value == value) and tables.both(where, holds) != NO:
                cites[gift.citation] = None
        for (_, cite), condition in zip(form.only, only, strict=True):
            if tables.both(nothing, search.of(condition)) != NO:
                cites[cite] = None
        return tuple(cite for cite in cites if cite is not None)


def _add(tables: Tables | Diagrams, ends: dict[Any, int], end: Any, where: int) -> None:
    """Add where an end is reached."""
    if where != NO:
        ends[end] = tables.any_of((ends[end], where)) if end in ends else where


class _Open(NamedTuple):
    """A result that is computed from missing facts, with its ends as those of an `Amount`."""

    amounts: frozenset[Amount]
    values: frozenset[Any]
    ends: tuple[Any, Any] | None


def _differ(results: list[Any]) -> bool:
    """Return whether two completions are shown to be decided differently."""
    known = [result for result in results if not isinstance(result, _Open)]
    opens = [result for result in results if isinstance(result, _Open)]
    if len(known) > 1 or any(result.ends is not None for result in opens):
        return True  # ends are different: an amount that can only be one is known
    return bool(known and opens) and not _is_value(known[0])  # nothing, or a value


def _is_value(result: Any) -> bool:
    """Return whether a result is a value: neither nothing nor a contradiction."""
    return isinstance(result, (bool, str, Provision)) or is_amount(result)


def _ends(results: list[Any]) -> tuple[Any, Any] | None:
    """Return the least and the largest of results; of those that are nothing, none."""
    ends: list[Any] = []
    for result in results:
        if isinstance(result, _Open) and result.ends is not None:
            ends += result.ends
        elif is_amount(result):
            ends.append(result)
        elif isinstance(result, _Open) or result is CONTRADICTION:
            return None
    return (min(ends), max(ends)) if ends else None


def _ends_of(
    how: str, amounts: frozenset[Amount], values: frozenset[Any]
) -> tuple[Any, Any] | None:
    """Return the ends of what amounts and known values come to, None if not known.

    Each amount can be at an end whatever the others are, if they read other facts.
    """
    read = [path for amount in amounts for path in set(amount.reads)]
    ends = [amount.ends for amount in amounts if amount.ends is not None]
    if len(ends) < len(amounts) or (len(read) > len(set(read)) and len(amounts) > 1):
        return None
    if len(ends) + len(values) == 1:
        return ends[0]
    lows, highs = zip(*ends, *[(value, value) for value in values], strict=True)
    match how:
        case "largest":
            return max(lows), max(highs)
        case "smallest":
            return min(lows), min(highs)
        case "total":
            return sum(lows), sum(highs)
        case _:
            return None


def _together(how: str, value: Any, end: Any) -> Any:
    """Return the values that rules give with a further one; two known ones are combined."""
    if isinstance(value, Amount):
        return (*end, value)
    if not end or isinstance(end[0], Amount):
        return (value, *end)
    known = end[0]  # a known value stands first, and is the only one
    match how:
        case "one":
            both = value if known == value else CONTRADICTION
        case "largest":
            both = max(known, value)
        case "smallest":
            both = min(known, value)
        case _:
            both = known + value
    return (both, *end[1:])


def _result(how: str, otherwise: Any, end: Any) -> Any:
    """Return the result where rules give these values."""
    amounts = frozenset([value for value in end if isinstance(value, Amount)])
    if amounts and not (how == "one" and end[0] is CONTRADICTION):
        values = frozenset(end) - amounts
        ends = _ends_of(how, amounts, values)
        if ends is not None and ends[0] == ends[1]:
            return ends[0]
        return _Open(amounts, values, ends)
    return end[0] if end else otherwise
