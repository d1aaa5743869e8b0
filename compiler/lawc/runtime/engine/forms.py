"""The form of a decision in a case: a formula over the facts that are missing.

As `lawc.meaning.completions` writes it; `lawc.runtime.completions` says what comes of it. Of
known slots nothing is written: a connective that is unknown rests on its unknown parts.
"""

from __future__ import annotations

from threading import Lock
from typing import Any, NamedTuple

from lawc.runtime import logic
from lawc.runtime.completions import turns
from lawc.runtime.completions.forms import (
    Amount,
    Form,
    Formed,
    Given,
    Parts,
    all_of,
    any_of,
    at_least,
    compared,
    counted,
    decided_truth,
    negation,
    spoken_of,
)
from lawc.runtime.completions.outcomes import Outcome, outcome
from lawc.runtime.engine.comparing import (
    COMPUTED,
    Side,
    computed,
    identity,
    moved,
    reads,
    slot_at,
    turns_of,
    value_of,
)
from lawc.runtime.engine.law import Decision, Giving, Kind, Law, Ref, Refusing, Slot
from lawc.runtime.engine.makings import may_give
from lawc.runtime.engine.missing import missing, missing_at
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import NOTHING
from lawc.runtime.reasons import where

_ROOM = 20_000  # forms that are kept


def outcome_of(law: Law, decision: Decision, table: Table) -> Outcome:
    """Return what comes of all completions of an open decision, found once."""
    key = ("outcome", table.path, decision.key)
    found = table.memo.get(key)
    if found is None:
        found = table.memo[key] = _outcome(law, decision, table)
    result: Outcome = found
    return result


def _outcome(law: Law, decision: Decision, table: Table) -> Outcome:
    form = formed(law, decision, table)
    kept: Kept = table.memo[Forms].kept
    key = (decision.key, form[1:])  # its parts are numbers of the same forms
    found = kept.outcomes.get(key)
    if found is None:
        found = kept.outcomes[key] = outcome(form)
    return found


def formed(law: Law, decision: Decision, table: Table) -> Formed:
    """Return a decision about the thing of a table as a form."""
    forms: Forms | None = table.memo.get(Forms)
    if forms is None:
        if not law.kept or len(law.kept[0].numbers) > _ROOM:
            law.kept[:] = [Kept()]  # another thread may go on with the one before
        forms = table.memo[Forms] = Forms(law, law.kept[0])
    given = [
        one for one in (forms.given(g, table) for g in decision.givings) if one is not None
    ]
    only = tuple([forms.refuses(decision, one, table) for one in decision.only])
    speaking = [one.form for one in given] + [form for form, _ in only]
    assumed = forms.assumed(speaking)
    return Formed(
        forms.kept.parts, tuple(given), only, assumed, decision.how, decision.otherwise
    )


class Kept:
    """Forms that are kept for many cases: each under a number, and what came of decisions."""

    def __init__(self) -> None:
        self.numbers: dict[Form, int] = {}
        self.parts = Parts()
        self.outcomes: dict[Any, Outcome] = {}
        self._lock = Lock()

    def number(self, form: Form) -> int:
        """Return the number of a form, the same for equal ones."""
        found = self.numbers.get(form)
        if found is None:
            with self._lock:
                found = self.numbers.setdefault(form, len(self.numbers))
                self.parts[found] = form
        return found


class Tied(NamedTuple):
    """A fact of a thing that assumptions tie to others."""

    kind: Kind
    thing: Any
    path: str
    key: str

    @property
    def supplied(self) -> Any:
        """What is supplied for the fact, None if nothing."""
        return getattr(self.thing, self.kind.attributes[self.key])

    def literal(self, key: str, values: tuple[Any, ...]) -> Form:
        """Return whether a fact of the thing is one of `values`, a part of an assumption."""
        other = self._replace(key=key)
        if other.supplied is not None:
            return other.supplied in values
        domain = self.kind.domains[key]
        return ("values", where(self.path, key), tuple([one in values for one in domain]))


class Forms:
    """The forms of one case, each made once for a thing."""

    def __init__(self, law: Law, kept: Kept) -> None:
        self.law = law
        self.kept = kept
        self.made: dict[tuple[str, int], Form] = {}  # by the path of the thing
        self.tied: dict[str, Tied] = {}  # facts of which more is assumed

    # --- rules ---

    def given(self, giving: Giving, table: Table) -> Given | None:
        """Return what a rule gives, None if nothing."""
        form = self.at(table, giving.truth)
        amount = NOTHING if form is False else table.value(giving.value)
        if amount is NOTHING:
            return None
        if amount is None:
            side = Side(table.up(giving.value.depth), giving.value.number)
            amount = self.settled(side)
            if amount is None:
                rests = missing_at(self.law, table, giving.value)
                name = (giving.listed or (giving.rule.place, giving.number), table.path)
                amount = Amount(name, rests)
                form = all_of((form, self.has_value(side)))
                if form is False:
                    return None
        return Given(form, amount, giving.rule.citation, giving.listed)

    def has_value(self, side: Side) -> Form:
        """Return whether what other decisions give to an amount is not nothing."""
        at, slot = slot_at(self.law, side)
        if slot.op == "spoken":
            known = value_of(side)
            decided_at, decided = slot_at(self.law, Side(at.table, slot.of[0]))
            decision = self.law.decisions[decided.detail]
            if known is not None or decision.otherwise is not NOTHING:
                return known is not NOTHING
            several = [self.given(one, decided_at.table) for one in decision.givings]
            return any_of([one.form for one in several if one is not None])
        if (slot.op in COMPUTED and slot.op != "if_any") or slot.op in _ABSORBING:
            return all_of([self.has_value(Side(at.table, part)) for part in slot.of])
        return True

    def settled(self, side: Side) -> Any:
        """Return a value in which decisions are settled, None where it is still unknown."""
        known = value_of(side)
        if known is not None:
            return known
        at, slot = slot_at(self.law, side)
        if slot.op == "spoken":
            decided_at, decided = slot_at(self.law, Side(at.table, slot.of[0]))
            decision = self.law.decisions[decided.detail]
            made = outcome_of(self.law, decision, decided_at.table)
            known_ = made.settled and not isinstance(made.value, logic.State)
            return made.value if known_ else None
        if slot.op == "sum":
            kind, number = slot.detail
            members = at.table.members(self.law.kinds[kind])
            if members is None:
                return None
            return logic.total(*[self.settled(Side(one, number)) for one in members])
        if slot.op in COMPUTED or slot.op in _ABSORBING:
            return computed(slot, [self.settled(Side(at.table, part)) for part in slot.of])
        return None

    def refuses(
        self, decision: Decision, one: Refusing, table: Table
    ) -> tuple[Form, str | None]:
        """Return whether a rule that only displaces refuses another value, and its citation."""
        line = self.law.kinds[decision.kind].line
        form = self.at(table.up(line.index(one.rule.kind)), one.rule.applies)
        if one.stopped:
            stopped = [self.may(decision, place, table) for place in one.stopped]
            form = all_of((form, any_of(stopped)))
        return form, one.rule.citation

    def may(self, decision: Decision, place: int, table: Table) -> Form:
        """Return whether a rule gives another value than where none does, but for others."""
        if not may_give(self.law, decision, table, place):
            return False
        giving = decision.givings[place]
        at = table.up(self.law.kinds[decision.kind].line.index(giving.rule.kind))
        parts = [self.at(at, giving.rule.condition)]
        if giving.rule.force is not None:
            parts.append(self.at(at, giving.rule.force))
        if giving.when is not None:
            parts.append(self.at(table, giving.when))
        return all_of(parts)

    # --- truths ---

    def at(self, table: Table, ref: Ref) -> Form:
        """Return whether a slot is true that is seen from a thing."""
        return self.truth(table.up(ref.depth), ref.number)

    def truth(self, table: Table, number: int) -> Form:
        """Return whether a slot is true."""
        sure = table.own[number]
        if sure is True or sure is False:
            return sure
        if sure is not None:
            return False  # nothing
        key = (table.path, number)
        form = self.made.get(key)
        if form is None:
            slot = self.law.kinds[table.kind].slots[number]
            form = self.written(table, number, slot)
            if slot.op in _SHARED and form is not True and form is not False:
                form = ("part", self.kept.number(form))
            self.made[key] = form
        return form

    def written(self, table: Table, number: int, slot: Slot) -> Form:  # noqa: C901
        """Return the form of a slot that is unknown."""
        match slot.op:
            case "above":
                depth, above = slot.detail
                return self.truth(table.up(depth), above)
            case "all":
                return all_of([self.truth(table, part) for part in slot.of])
            case "any":
                return any_of([self.truth(table, part) for part in slot.of])
            case "not":
                return negation(self.truth(table, slot.of[0]))
            case "rule":
                now, condition, by = [self.truth(table, part) for part in slot.of]
                return all_of((now, condition, negation(by)))
            case "truth" | "concept":
                return self.truth(table, slot.of[0])
            case "at_least":
                return at_least(slot.detail, [self.truth(table, part) for part in slot.of])
            case "some":
                least, kind, part = slot.detail
                members = table.members(self.law.kinds[kind])
                if members is not None:
                    return at_least(least, [self.truth(one, part) for one in members])
            case "every":
                kind, part = slot.detail
                members = table.members(self.law.kinds[kind])
                if members is not None:
                    return all_of([self.truth(one, part) for one in members])
            case "in_force":
                day = self.law.kinds[table.kind].slots[slot.of[0]].detail
                return ("turns", f"day {day}", turns.of_days(*slot.detail))
            case "fact":
                return self.chosen(table, slot.detail, (True,))
            case "one_of":
                at, fact = slot_at(self.law, Side(table, slot.of[0]))
                if fact.op == "fact":
                    return self.chosen(at.table, fact.detail, slot.detail)
            case "under":
                fact = self.law.kinds[table.kind].slots[slot.of[0]]
                path = where(table.path, fact.detail)
                return ("under", path, table.own[slot.of[0]], slot.detail)
            case "compare":
                return self.comparison(table, number, slot)
            case "spoken":
                at, decided = slot_at(self.law, Side(table, slot.of[0]))
                return self.decided(table, number, self.law.decisions[decided.detail], at.table)
        return self.unread(table, number)

    def unread(self, table: Table, number: int) -> Form:
        """Return a condition of which nothing is known but what it reads."""
        rests = missing(self.law, table, number)
        # What is known of it is told by what is missing: forms are kept for other cases.
        return ("either", (table.kind, number, table.path, rests), rests, False)

    def chosen(self, table: Table, key: str, values: tuple[Any, ...]) -> Form:
        """Return whether a truth or a choice is one of `values`."""
        kind, path = self.law.kinds[table.kind], where(table.path, key)
        if kind.clauses:
            self.tied[path] = Tied(kind, table.thing, table.path, key)
        return ("values", path, tuple([each in values for each in kind.domains[key]]))

    def decided(self, table: Table, number: int, decision: Decision, at: Table) -> Form:
        """Return whether a decision is true; where rules give both, it may be either."""
        if decision.type != "truth":
            return self.unread(table, number)
        for_, against = list[Form](), list[Form]()
        for giving in decision.givings:
            made = self.given(giving, at)
            if made is not None and isinstance(made.value, Amount):
                return self.unread(table, number)
            if made is not None:
                (for_ if made.value else against).append(made.form)
        either = self.unread(table, number) if for_ and against else False
        return decided_truth(for_, against, decision.otherwise, either)

    # --- comparisons ---

    def comparison(self, table: Table, number: int, slot: Slot) -> Form:
        """Return how values stand to each other of which some are missing."""
        op, law = slot.detail, self.law
        left, right = (Side(table, part) for part in slot.of)
        for side, other, way in (left, right, op), (right, left, turns.MIRRORED[op]):
            at, counts = slot_at(law, side)
            bound = value_of(other)
            if counts.op == "count" and bound is not None:
                kind, part = counts.detail
                members = at.table.members(law.kinds[kind])
                if members is not None and part is not None:
                    return counted(way, [self.truth(one, part) for one in members], bound)
        lefts, rights = reads(law, left), reads(law, right)
        if lefts is None or rights is None:
            return self.unread(table, number)
        if len(lefts) + len(rights) == 1:
            side, other = (left, right) if lefts else (right, left)
            way, (read,) = op if lefts else turns.MIRRORED[op], lefts or rights
            bound = value_of(other)
            if read.type in turns.NUMBERS:
                found = turns_of(law, side, way, bound, read)
                if found is not None:
                    return ("turns", read.path, found)
            at, fact = slot_at(law, side)
            if fact.op == "fact" and read.type in ("truth", "choice"):
                form = self.chosen(at.table, fact.detail, (bound,))
                return form if op == "=" else negation(form)
        alone = moved(law, left) and moved(law, right)
        sure = alone and len(lefts) == len(rights) == 1 and lefts != rights
        paths = dict.fromkeys(one.path.removeprefix("day ") for one in (*lefts, *rights))
        sides = (identity(law, left), identity(law, right))
        where_ = (table.path, *sorted(paths))  # as in `unread`; the same for sides exchanged
        return compared(op, sides, where_, tuple(paths), sure=sure)

    # --- assumptions ---

    def assumed(self, forms: list[Form]) -> tuple[Form, ...]:
        """Return the assumptions that tie what forms speak of to other facts."""
        if not self.tied:
            return ()
        spoken = spoken_of(forms, self.kept.parts)
        waiting = [self.tied[path] for path in spoken if path in self.tied]
        found: dict[tuple[str, int], Form] = {}
        while waiting:
            fact = waiting.pop()
            for place, clause in enumerate(fact.kind.clauses):
                if (fact.path, place) in found or all(of != fact.key for of, _ in clause):
                    continue
                found[fact.path, place] = any_of([fact.literal(*part) for part in clause])
                others = [fact._replace(key=of) for of, _ in clause]
                waiting += [one for one in others if one.supplied is None]
        return tuple([form for _, form in sorted(found.items(), key=lambda one: one[0])])


_ABSORBING = {"shifted", "rounded", "row", "parts"}  # nothing, where what they are made of is
_SHARED = {"rule", "concept", "any", "some", "every"}  # of these others may speak
