"""Decisions of a case with facts missing, as results.

Whether a decision has a value is settled by the first of these that can:

1. two completions of the case: if the quick function of the package decides them differently,
   there is no value;
2. the slots, filled when they are first needed;
3. further completions;
4. all completions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from lawc.runtime.decided import Decided
from lawc.runtime.engine.law import Decision, Law
from lawc.runtime.engine.makings import making_of
from lawc.runtime.engine.settling import settle
from lawc.runtime.engine.shown import OPEN, At, Later, Part, PartApart, Trial, differ
from lawc.runtime.logic import CONTRADICTION, NOTHING, State


class Report(NamedTuple):
    """The shape of a report on the things of a kind.

    `values` are the types of the decisions in the order of the law, `lists` the kinds of the
    members of its lists, by the key of the list.
    """

    class_: type[Decided]
    values: Mapping[str, str]
    lists: Mapping[str, str]


class Deciding:
    """A case while it is decided.

    `attributes` are those of the lists of members, by their kind; `law` reads the law, which is
    not needed where completions show all.
    """

    def __init__(
        self,
        reports: Mapping[str, Report],
        attributes: Mapping[str, str],
        apart: Mapping[str, tuple[PartApart, ...]],
        trial: Trial | None,
        law: Callable[[], Law],
        days: Any,
    ) -> None:
        self.reports = reports
        self.attributes = attributes
        self.apart = apart
        self.trial = trial
        self.law = law
        self.days = days

    def result(self, kind: str, things: tuple[Any, ...], later: Later, at: At = ()) -> Any:
        """Return what is decided of a thing and of those below it.

        `things` are it and those above, nearest first; `at` is where it stands in results.
        """
        report = self.reports[kind]
        results = self.trial.results if self.trial is not None else []
        for place in at:
            results = [result[place] for result in results]
        apart: dict[int, Part] = {}
        if results:
            for of in self.apart[kind]:
                truth = of.truth(*things, self.days)
                told = of.unknown if truth is None else of.yes if truth else of.no
                if told is not None:
                    apart[of.place] = told
        fields: list[Any] = []
        provisions = []
        plain, established = True, False
        for place in range(len(report.values)):
            part = apart.get(place)
            if part is None:
                shown = differ(results, place)
                part = OPEN if shown else self.part(kind, place, later, (*at, place))
            fields.append(part.value)
            provisions.append(part.provisions)
            plain = plain and part.plain
            established = established or part.established
        for place, (field, below) in enumerate(report.lists.items(), start=len(fields)):
            members = self.members(field, below, things, later, (*at, place))
            fields.append(members)
            plain = plain and members is not None
        cited = None if established else tuple(provisions)
        end = () if at else (self.days,)
        return tuple.__new__(report.class_, (*fields, cited, None if plain else later, *end))

    def members(
        self, field: str, kind: str, things: tuple[Any, ...], later: Later, at: At
    ) -> tuple[Any, ...] | None:
        """Return what is decided of the members of a list, None if it is not known."""
        members = getattr(things[0], self.attributes[kind])
        if members is None:
            return None
        several = [
            self.result(kind, (member, *things), later.member(kind, field, place), (*at, place))
            for place, member in enumerate(members)
        ]
        return tuple(several)

    def part(self, kind: str, place: int, later: Later, at: At) -> Part:
        """Return what is decided of a thing under one decision, in results at `at`."""
        trial = self.trial
        law, table = self.law(), later.table()
        decision = law.of_kind[kind][place]
        open_ = making_of(law, decision, table).value is None
        if open_ and trial is not None and trial.show(at):
            return OPEN
        value, provisions, *_ = settle(law, decision, table)
        established = decision.read(table.thing) is not None
        lapsing = decision.dated and value is NOTHING
        known = value is not None and value is not CONTRADICTION
        plain = known and not lapsing and not established
        return Part(typed(decision, value), provisions, plain, established)


def typed(decision: Decision, value: Any) -> Any:
    """Return a value as a result holds it, None where there is none."""
    if value is None or isinstance(value, State):
        return None
    return value if decision.choice is None else decision.choice(value)
