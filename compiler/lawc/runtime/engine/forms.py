"""The form of a decision in a case: a formula over the facts that are missing.

It is the form that `lawc.meaning.completions` writes; `lawc.runtime.completions` finds its
outcome. Known slots have no part in it: an unknown connective rests on its unknown parts.
"""

from __future__ import annotations

from functools import partial
from threading import Lock
from typing import Any, NamedTuple

from lawc.runtime import logic
from lawc.runtime.completions import turns
from lawc.runtime.completions.forms import (
    Amount,
    DecisionForm,
    Form,
    Gift,
    Parts,
    all_of,
    amount_of,
    any_of,
    at_least,
    compared,
    counted,
    decided_truth,
    first_case,
    negation,
    paths_in,
)
from lawc.runtime.completions.outcomes import Outcome, outcome
from lawc.runtime.engine.comparing import (
    COMPUTED,
    Side,
    at_most_shifted,
    compute,
    identity,
    in_turn,
    reads,
    slot_at,
    turns_of,
    value_of,
)
from lawc.runtime.engine.law import Decision, Giving, Kind, Law, Ref, Refusing, Slot
from lawc.runtime.engine.makings import may_give
from lawc.runtime.engine.missing import missing, missing_at
from lawc.runtime.engine.spans import ends_of
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import NOTHING
from lawc.runtime.reasons import where

_ROOM = 20_000  # forms that are kept


def outcome_of(law: Law, decision: Decision, table: Table) -> Outcome:
    """Return the outcome of all completions, of a decision that is open in three values.

    `settling.settle` decides any decision, and puts citations and facts in order.
    """
    key = (table.path, decision.key)
    of_decision = table.memo.outcomes.get(key)
    if of_decision is None:
        of_decision = table.memo.outcomes[key] = _outcome(law, decision, table)
    return of_decision


def _outcome(law: Law, decision: Decision, table: Table) -> Outcome:
    kept, form = forms_of(law, table).kept, form_of(law, decision, table)
    key = (decision.key, form[1:])  # its parts are numbers of the same forms
    of_form = kept.outcomes.get(key)
    if of_form is None:
        of_form = kept.outcomes[key] = outcome(form)
    return of_form


def form_of(law: Law, decision: Decision, table: Table) -> DecisionForm:
    """Return a decision about the thing of a table as a form."""
    forms = forms_of(law, table)
    gifts = [forms.gift(giving, table) for giving in decision.givings]
    known = tuple([gift for gift in gifts if gift is not None])
    only = tuple([forms.refuses(decision, refusing, table) for refusing in decision.only])
    assumptions = forms.assumptions([form for form, *_ in (*known, *only)])
    return DecisionForm(
        forms.kept.parts, known, only, assumptions, decision.how, decision.otherwise
    )


def forms_of(law: Law, table: Table) -> Forms:
    """Return the forms of the case of a table."""
    forms = table.memo.forms
    if forms is None:
        if not law.kept or len(law.kept[0].numbers) > _ROOM:
            law.kept[:] = [Kept()]  # another thread may go on with the one before
        forms = table.memo.forms = Forms(law, law.kept[0])
    return forms


class Kept:
    """Forms that are kept for many cases, each under a number, and outcomes of decisions."""

    def __init__(self) -> None:
        self.numbers: dict[Form, int] = {}
        self.parts = Parts()
        self.outcomes: dict[Any, Outcome] = {}
        self._lock = Lock()

    def number(self, form: Form) -> int:
        """Return the number of a form, the same for equal ones."""
        number = self.numbers.get(form)
        if number is None:
            with self._lock:
                number = self.numbers.setdefault(form, len(self.numbers))
                self.parts[number] = form
        return number


class Tied(NamedTuple):
    """A fact of a thing that assumptions tie to others."""

    kind: Kind
    thing: Any
    path: str
    key: str

    @property
    def supplied(self) -> Any:
        """The value supplied for the fact, None if there is none."""
        return getattr(self.thing, self.kind.attributes[self.key])

    def literal(self, key: str, values: tuple[Any, ...]) -> Form:
        """Return whether a fact of the thing is one of `values`: a part of an assumption."""
        other = self._replace(key=key)
        if other.supplied is not None:
            return other.supplied in values
        domain = self.kind.domains[key]
        return ("values", where(self.path, key), tuple([value in values for value in domain]))


class Forms:
    """The forms of one case, each made once for a thing."""

    def __init__(self, law: Law, kept: Kept) -> None:
        self.law = law
        self.kept = kept
        self.tied: dict[str, Tied] = {}  # facts of which more is assumed

    # --- rules ---

    def gift(self, giving: Giving, table: Table) -> Gift | None:
        """Return the gift of a rule, None if it gives nothing."""
        form = self.truth_at(table, giving.truth)
        amount = NOTHING if form is False else table.value(giving.value)
        if amount is NOTHING:
            return None
        if amount is None:
            side = Side(table.up(giving.value.depth), giving.value.number)
            amount = self.settled_value(side)
            if amount is None:
                form = all_of((form, self.has_value(side)))
                if form is False:
                    return None
                ends = ends_of(self.law, side, partial(outcome_of, self.law))
                rests = missing_at(self.law, table, giving.value)
                name = (giving.listed or (giving.rule.place, giving.number), table.path)
                amount = amount_of(name, rests, ends)
        return Gift(form, amount, giving.rule.citation, giving.listed)

    def has_value(self, side: Side) -> Form:
        """Return whether no decision inside an amount is nothing."""
        at, slot = slot_at(self.law, side)
        if slot.op == "spoken":
            known = value_of(side)
            decided_at, decided = slot_at(self.law, Side(at.table, slot.of[0]))
            decision = self.law.decisions[decided.detail]
            if known is not None or decision.otherwise is not NOTHING:
                return known is not NOTHING
            gifts = [self.gift(giving, decided_at.table) for giving in decision.givings]
            return any_of([gift.form for gift in gifts if gift is not None])
        if slot.op == "quotient" and len(slot.of) == _WITHOUT and self.is_open(at, slot.of[1]):
            parts = [self.has_value(Side(at.table, part)) for part in slot.of]
            return all_of([*parts, self.unread(at.table, slot.of[1])])  # it may be zero
        if slot.op == "by_case":
            return first_case(in_turn(at.table, slot.of, self.has_value, self.truth))
        if (slot.op in COMPUTED and slot.op != "if_any") or slot.op in _ABSORBING:
            return all_of([self.has_value(Side(at.table, part)) for part in slot.of])
        return True

    def is_open(self, at: Side, number: int) -> bool:
        """Return whether a slot of the thing of a side has no value yet."""
        return self.settled_value(Side(at.table, number)) is None

    def settled_value(self, side: Side) -> Any:
        """Return a value with the decisions inside it settled, None if it is still unknown."""
        known = value_of(side)
        if known is not None:
            return known
        at, slot = slot_at(self.law, side)
        if slot.op == "spoken":
            decided_at, decided = slot_at(self.law, Side(at.table, slot.of[0]))
            decision = self.law.decisions[decided.detail]
            of_decision = outcome_of(self.law, decision, decided_at.table)
            sure = of_decision.settled and not isinstance(of_decision.value, logic.State)
            return of_decision.value if sure else None
        if slot.op == "sum":
            kind, number = slot.detail
            group, settled = at.table.members(self.law.kinds[kind]), self.settled_value
            each = [settled(Side(member, number)) for member in group or ()]
            return None if group is None else logic.total(*each)
        if slot.op == "by_case":
            return compute(slot, in_turn(at.table, slot.of, self.settled_value))
        if slot.op in COMPUTED or slot.op in _ABSORBING:
            return compute(slot, [self.settled_value(Side(at.table, part)) for part in slot.of])
        return None

    def refuses(
        self, decision: Decision, refusing: Refusing, table: Table
    ) -> tuple[Form, str | None]:
        """Return whether a rule that only displaces refuses another value, and its citation."""
        line = self.law.kinds[decision.kind].line
        form = self.truth_at(table.up(line.index(refusing.rule.kind)), refusing.rule.applies)
        if refusing.stopped:
            stopped = [self.may_give(decision, place, table) for place in refusing.stopped]
            form = all_of((form, any_of(stopped)))
        return form, refusing.rule.citation

    def may_give(self, decision: Decision, place: int, table: Table) -> Form:
        """Return whether a rule, if not displaced, gives another value than the default."""
        if not may_give(self.law, decision, table, place):
            return False
        giving = decision.givings[place]
        at = table.up(self.law.kinds[decision.kind].line.index(giving.rule.kind))
        parts = [self.truth_at(at, giving.rule.condition)]
        if giving.rule.force is not None:
            parts.append(self.truth_at(at, giving.rule.force))
        if giving.when is not None:
            parts.append(self.truth_at(table, giving.when))
        return all_of(parts)

    # --- truths ---

    def truth_at(self, table: Table, ref: Ref) -> Form:
        """Return whether a slot is true, as it is seen from a thing."""
        depth, number = ref
        return self.truth(table.up(depth) if depth else table, number)

    def truth(self, table: Table, number: int) -> Form:
        """Return whether a slot is true."""
        sure = table.own[number]
        if sure is True or sure is False:
            return sure
        if sure is not None:
            return False  # nothing
        form = table.forms.get(number)
        if form is None:
            slot = self.law.kinds[table.kind].slots[number]
            form = self.form(table, number, slot)
            if slot.op in _SHARED and form is not True and form is not False:
                form = ("part", self.kept.number(form))
            table.forms[number] = form
        return form

    def form(self, table: Table, number: int, slot: Slot) -> Form:  # noqa: C901
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
                    return at_least(least, [self.truth(member, part) for member in members])
            case "every":
                kind, part = slot.detail
                members = table.members(self.law.kinds[kind])
                if members is not None:
                    return all_of([self.truth(member, part) for member in members])
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
                return self.decides(table, number, self.law.decisions[decided.detail], at.table)
        return self.unread(table, number)

    def unread(self, table: Table, number: int) -> Form:
        """Return the form of a condition of which only the facts it reads are known."""
        rests = missing(self.law, table, number)
        # Forms are kept for other cases: the missing facts tell apart what is known in each.
        return ("either", (table.kind, number, table.path, rests), rests, False)

    def chosen(self, table: Table, key: str, values: tuple[Any, ...]) -> Form:
        """Return whether a truth or a choice is one of `values`."""
        kind, path = self.law.kinds[table.kind], where(table.path, key)
        if kind.clauses:
            self.tied[path] = Tied(kind, table.thing, table.path, key)
        return ("values", path, tuple([value in values for value in kind.domains[key]]))

    def decides(self, table: Table, number: int, decision: Decision, at: Table) -> Form:
        """Return whether a decision is true; where rules give both, it may be either."""
        if decision.type != "truth":
            return self.unread(table, number)
        for_, against = list[Form](), list[Form]()
        for giving in decision.givings:
            gift = self.gift(giving, at)
            if gift is not None and isinstance(gift.value, Amount):
                return self.unread(table, number)
            if gift is not None:
                (for_ if gift.value else against).append(gift.form)
        either = self.unread(table, number) if for_ and against else False
        return decided_truth(for_, against, decision.otherwise, either)

    # --- comparisons ---

    def comparison(self, table: Table, number: int, slot: Slot) -> Form:
        """Return whether a comparison holds of whose values some are missing."""
        op, law = slot.detail, self.law
        left, right = (Side(table, part) for part in slot.of)
        for side, other, way in (left, right, op), (right, left, turns.MIRRORED[op]):
            at, counts = slot_at(law, side)
            bound = value_of(other)
            if counts.op == "count" and bound is not None:
                kind, part = counts.detail
                members = at.table.members(law.kinds[kind])
                if members is not None and part is not None:
                    return counted(way, [self.truth(member, part) for member in members], bound)
        lefts, rights = reads(law, left), reads(law, right)
        if lefts is None or rights is None:
            return self.unread(table, number)
        if len(lefts) + len(rights) == 1:
            side, other = (left, right) if lefts else (right, left)
            way, (read,) = op if lefts else turns.MIRRORED[op], lefts or rights
            bound = value_of(other)
            if read.type in turns.NUMBERS:
                turning = turns_of(law, side, way, bound, read)
                if turning is not None:
                    return ("turns", read.path, turning)
        alone = at_most_shifted(law, left) and at_most_shifted(law, right)
        sure = alone and len(lefts) == len(rights) == 1 and lefts != rights
        if sure and all(slot_at(law, side)[1].op == "fact" for side in (left, right)):
            always = turns.between(op, lefts[0][1:], rights[0][1:])
            if always is not None:
                return always
        paths = dict.fromkeys(read.path.removeprefix("day ") for read in (*lefts, *rights))
        sides = (identity(law, left), identity(law, right))
        where_ = (table.path, *sorted(paths))  # as in `unread`; the same for sides exchanged
        return compared(op, sides, where_, tuple(paths), sure=sure)

    # --- assumptions ---

    def assumptions(self, forms: list[Form]) -> tuple[Form, ...]:
        """Return the assumptions that tie facts of forms to other facts."""
        if not self.tied:
            return ()
        spoken = paths_in(forms, self.kept.parts)
        waiting = [self.tied[path] for path in spoken if path in self.tied]
        assumptions: dict[tuple[str, int], Form] = {}
        while waiting:
            fact = waiting.pop()
            for place, clause in enumerate(fact.kind.clauses):
                if (fact.path, place) in assumptions or all(of != fact.key for of, _ in clause):
                    continue
                assumptions[fact.path, place] = any_of([fact.literal(*part) for part in clause])
                others = [fact._replace(key=of) for of, _ in clause]
                waiting += [other for other in others if other.supplied is None]
        return tuple([assumptions[place] for place in sorted(assumptions)])


# Nothing, where what they are made of is.
_ABSORBING = {"shifted", "span", "start", "months", "rounded", "row", "parts"}
_WITHOUT = 2  # parts of a quotient that says nothing of a division by zero
_SHARED = {"rule", "concept", "any", "some", "every"}  # of these others may speak
