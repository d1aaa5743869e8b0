"""Functions that decide the plain cases: of whom all is known that matters.

Rules come in an order in which each comes after those that it rests on. A rule is one block: if
it may apply, all that it rests on must be known (else the function gives up, and the slots
decide), and what it gives is kept. Where nothing that comes after can change what is decided,
the thing is done. So a function is as long as the law, whatever combines.

`Knowledge` says what follows from the rules that were passed by: which of the later ones cannot
apply, and what they would merely repeat.
"""

from __future__ import annotations

from dataclasses import field, replace
from typing import Any

from lawc.backends.python.amounting import Amount, amount_of
from lawc.backends.python.keeping import Given, joined
from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import Bits, Code, either, laid_out, negated
from lawc.backends.python.probing import Probing
from lawc.backends.python.ranking import Gives, NotQuickError, Unit, stopped
from lawc.backends.python.resulting import finish
from lawc.backends.python.slotting import Slotting
from lawc.backends.python.text import literal
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.plan.slots import Op
from lawc.records import dataclass

_ORDERED = (ir.Combine.LARGEST, ir.Combine.SMALLEST)


State = dict[str, Given]


@dataclass(frozen=True)
class Quick:
    """The blocks that decide a thing, while they are written.

    `given` is what blocks before may have given, by decision; `spot` the line before which the
    variables of a decision are set; `takes` what takes a result and
    goes on; `results` are the constants of results.
    """

    module: Slotting
    decisions: tuple[ir.Decision, ...]
    probing: Probing
    made: str
    takes: str
    lists: tuple[str, ...]
    ends: tuple[str, ...]
    results: dict[Code, str]
    lines: list[str] = field(default_factory=list)
    given: dict[str, list[Given]] = field(default_factory=dict)
    only: dict[str, tuple[tuple[int, int, tuple[int, ...]], ...]] = field(default_factory=dict)
    spot: dict[int, int] = field(default_factory=dict)  # of a decision, by its number
    start: list[int] = field(default_factory=list)  # the line where the block begins
    needed: set[int] = field(default_factory=set)

    def prepare(self, units: tuple[Unit, ...]) -> None:
        """Find what later rules ask about earlier ones."""
        for decision in self.decisions:
            self.only[decision.key] = tuple(stopped(self.module.names, units, decision))
        slots = {unit.slot for unit in units}
        asked = set[int]()
        for unit in units:
            waiting = [*self.probing.plan.slots[unit.slot].of]
            for gives in unit.gives:
                waiting += [gives.value] + ([] if gives.when is None else [gives.when])
            seen = set(waiting)
            while waiting:
                number = waiting.pop()
                if number in slots and number != unit.slot:
                    asked.add(number)
                    continue
                further = [p for p in self.probing.plan.slots[number].of if p not in seen]
                seen.update(further)
                waiting += further
        self.needed.update(asked)

    @property
    def knowledge(self) -> Knowledge:
        """What is known where the function stands."""
        return self.probing.knowledge

    def write(self, units: tuple[Unit, ...], pad: str) -> None:
        """Write the blocks of rules, and what is decided at their end."""
        shared = 0  # rules that stand together under one test of what all members share
        for place, unit in enumerate(units):
            test = self.probing.may(unit.slot)
            if test == "False":
                continue
            if not shared:
                shared = self.sharing(units[place:], pad)
            inner = pad + "    " if shared else pad
            shared = max(shared - 1, 0)
            done = self.block(unit, units[place + 1 :], test, inner)
            if done and test == "True":
                return
            if done:
                self.knowledge.assume(unit.slot, False)
            elif test == "True":
                self.knowledge.assume(unit.slot, True)
        finish(self, {}, pad)

    def sharing(self, units: tuple[Unit, ...], pad: str) -> int:
        """Write one test for the rules that come next, if they rest on what members share.

        Return how many they are. What each of them gives must be the last word, so that after
        them it is known that none applies.
        """
        tests: list[Code] = []
        mark = self.knowledge.mark()
        for place, unit in enumerate(units):
            test = self.probing.may(unit.slot)
            if test == "False":
                break
            if not (isinstance(test, Bits) and self.last_word(unit, units[place + 1 :])):
                break
            tests.append(test)
            self.knowledge.assume(unit.slot, False)
        self.knowledge.forget(mark)
        if len(tests) < 2:  # noqa: PLR2004 - one test is its own
            return 0
        self.lines.append(f"{pad}if {laid_out(either(tests), len(pad), 3)}:")
        return len(tests)

    def last_word(self, unit: Unit, later: tuple[Unit, ...]) -> bool:
        """Return whether nothing that comes after changes what a rule gives."""
        mark, state = self.knowledge.mark(), State()
        self.knowledge.assume(unit.slot, True)
        for gives in unit.gives:
            amount = self.amount(gives.value, state)
            when = gives.when is None or self.knowledge.truth(gives.when)
            if amount is None or not amount.constant or not when:
                break
            state[gives.decision] = self.gift(amount.value, amount.code, unit)
        done = len(state) == len(unit.gives) and self.finished((), later, state)
        self.knowledge.forget(mark)
        return done

    def block(self, unit: Unit, later: tuple[Unit, ...], test: Code, pad: str) -> bool:
        """Write the block of a rule; return whether who is concerned is done there."""
        inner, mark = pad, self.knowledge.mark()
        self.start[:] = [len(self.lines), len(pad)]
        flag = f"r{unit.place}" if unit.slot in self.needed and test != "True" else ""
        if test != "True":
            self.lines.append(f"{pad}if {laid_out(test, len(pad), 3)}:")
            inner = pad + "    "
        begun = len(self.lines)
        self.unless_known(self.probing.known(unit.slot), inner)
        known = len(self.lines)
        self.knowledge.assume(unit.slot, True)
        state: State = {}
        for place, gives in enumerate(unit.gives):
            self.take(gives, unit, unit.gives[place + 1 :], later, state, inner)
        done = self.finished((), later, state)
        if done:
            finish(self, state, inner)
        else:
            self.keep(state, inner)
        if len(self.lines) == begun:
            self.lines.append(f"{inner}pass")
        self.knowledge.forget(mark)
        if flag and not done:
            self.lines.insert(known, f"{inner}{flag} = True")
            self.lines.insert(self.start[0], f"{pad}{flag} = False")
            self.probing.flags[unit.slot] = flag
        return done

    def unless_known(self, known: Code, pad: str) -> None:
        """Write that the function gives up unless something is known."""
        if known != "True":
            test = negated(known)
            self.lines.extend(
                [f"{pad}if {laid_out(test, len(pad), 3)}:", f"{pad}    return None"]
            )

    # --- what rules give ---

    def take(
        self,
        gives: Gives,
        unit: Unit,
        rest: tuple[Gives, ...],
        later: tuple[Unit, ...],
        state: State,
        pad: str,
    ) -> None:
        """Write what a rule that applies gives; a further condition is a block."""
        when = None if gives.when is None else self.knowledge.truth(gives.when)
        if gives.when is None or when:
            self.record(gives, unit, state, pad)
            return
        if when is False:
            return
        test, mark = self.probing.may(gives.when), self.knowledge.mark()
        self.lines.append(f"{pad}if {laid_out(test, len(pad), 3)}:")
        inner = pad + "    "
        self.unless_known(self.probing.known(gives.when), inner)
        self.knowledge.assume(gives.when, True)
        here: State = dict(state)
        self.record(gives, unit, here, inner)
        done = self.finished(rest, later, here)
        if done:
            finish(self, here, inner)
        else:
            own = here.get(gives.decision)
            self.keep({} if own is None else {gives.decision: own}, inner)
            if own is None or own.kept:
                self.lines.append(f"{inner}pass")
        self.knowledge.forget(mark)
        if done:
            self.knowledge.assume(gives.when, False)

    def record(self, gives: Gives, unit: Unit, state: State, pad: str) -> None:
        """Add what a rule surely gives to what is decided here."""
        decision = self.decision(gives.decision)
        amount = self.amount(gives.value, state)
        if amount is None:
            return  # nothing is given
        if gives.listed and decision.combine is ir.Combine.TOTAL:
            raise NotQuickError("items of a list are added up")
        if amount.missing:
            test = " or ".join(f"{name} is None" for name in amount.missing)
            self.lines.extend([*(pad + line for line in amount.lines)])
            self.lines.extend([f"{pad}if {test}:", f"{pad}    return None"])
        code = self.literal(decision, amount.value) if amount.constant else amount.code
        made = self.gift(amount.value if amount.constant else None, code, unit)
        if amount.nothing or gives.decision in state:
            if gives.decision in state:
                self.keep({gives.decision: state[gives.decision]}, pad)
            self.keep({gives.decision: made}, pad, amount.nothing)
            state[gives.decision] = replace(made, kept=True)
        else:
            state[gives.decision] = made

    def keep(self, state: State, pad: str, nothing: tuple[str, ...] = ()) -> None:
        """Write what is given into the variables of the decisions."""
        for key, one in state.items():
            if one.kept:
                continue
            self.spot.setdefault(self.decisions.index(self.decision(key)), self.start[0])
            self.keep_one(self.decision(key), one, pad, nothing)
            self.given.setdefault(key, []).append(one)

    def keep_one(
        self, decision: ir.Decision, one: Given, pad: str, nothing: tuple[str, ...]
    ) -> None:
        """Write what is given to a decision into its variables."""
        number = self.decisions.index(decision)
        value, cites = f"v{number}", f"c{number}"
        before = self.possible(decision.key)
        if nothing:
            test = " and ".join(
                f"{name} is not {state}" for name, state in map(_split, nothing)
            )
            self.lines.append(f"{pad}if {test}:")
            pad += "    "
        lines = joined(decision.combine, one, before, value, cites)
        self.lines.extend([pad + line for line in lines])

    def possible(self, key: str) -> list[Given]:
        """Return what blocks before may have given a decision, as far as is known here."""
        return [
            one
            for one in self.given.get(key, ())
            if self.knowledge.truth(one.slot) is not False
        ]

    # --- what comes after ---

    def finished(self, rest: tuple[Gives, ...], later: tuple[Unit, ...], state: State) -> bool:
        """Return whether nothing that comes after changes what is decided here."""
        if any(self.changes(gives, None, state) for gives in rest):
            return False
        for unit in later:
            if self.knowledge.truth(unit.slot) is False:
                continue
            if any(self.changes(gives, unit, state) for gives in unit.gives):
                return False
        return all(
            self.refusing(decision.key) is not None
            for decision in self.decisions
            if decision.key not in state
        )

    def changes(self, gives: Gives, unit: Unit | None, state: State) -> bool:
        """Return whether a rule that may apply changes what is decided here.

        It does not where it gives nothing, or merely what is given, and is not cited first.
        """
        if gives.when is not None and self.knowledge.truth(gives.when) is False:
            return False
        mine = state.get(gives.decision)
        slot = self.probing.plan.slots[gives.value]
        if slot.op is not Op.CONSTANT:
            amount = self.amount(gives.value, state)
            return amount is not None
        if mine is None or mine.kept or mine.value is None or self.possible(gives.decision):
            return True
        if unit is not None and unit.place < mine.place:
            return True
        value, decision = slot.detail[1], self.decision(gives.decision)
        match decision.combine:
            case ir.Combine.ONE:
                return bool(value != mine.value)
            case ir.Combine.LARGEST:
                return bool(value > mine.value)
            case ir.Combine.SMALLEST:
                return bool(value < mine.value)
            case _:
                return True

    def refusing(self, key: str) -> tuple[int, ...] | None:
        """Return the rules that refuse a decision here; None if that is not known."""
        found = []
        for place, slot, several in self.only.get(key, ()):
            truth = self.knowledge.truth(slot)
            if truth is False:
                continue
            if truth is None or several:
                return None
            found.append(place)
        return tuple(found)

    # --- words ---

    def gift(self, value: Any, code: str, unit: Unit) -> Given:
        """Return what a rule gives: the constant, if the law says one, and Python for it."""
        return Given(value, code, self.cite(unit.place), unit.place, unit.slot)

    def amount(self, number: int, state: State) -> Amount | None:
        """Return the value that a slot has here, None for nothing."""
        return amount_of(self, number, state)

    def decision(self, key: str) -> ir.Decision:
        """Return a decision by key."""
        return next(one for one in self.decisions if one.key == key)

    def citation(self, place: int) -> str:
        """Return the citation of a rule."""
        return self.module.names.citation(place) or ""

    def cite(self, place: int) -> str:
        """Return Python for the citation of a rule, as provisions are told."""
        return f"({literal(self.citation(place))},)"

    def literal(self, decision: ir.Decision, value: Any) -> str:
        """Return Python for a value of a decision."""
        names = self.module.names
        if isinstance(decision.type, Choice):
            named = names.members(decision.type)[value]
            return self.module.constant(f"{names.enum(decision.type)}.{named}", named)
        return self.module.value(value)


def _split(test: str) -> tuple[str, str]:
    name, _, state = test.partition(" is ")
    return name, state
