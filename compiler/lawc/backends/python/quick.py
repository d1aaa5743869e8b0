"""Functions that decide the plain cases: of whom all is known that matters.

Rules come in an order in which each comes after those that it rests on. A rule is one block: if
it may apply, all that it rests on must be known (else the function gives up, and the slots
decide), and what it gives is kept. Where nothing that comes after can change what is decided,
the thing is done. So a function is as long as the law, whatever combines.

`Knowledge` says what follows from the rules that were passed by: which of the later ones cannot
apply, and what they would merely repeat.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lawc.backends.python.amounting import Amount, amount_of
from lawc.backends.python.apart import rest_on_none
from lawc.backends.python.certainty import holds_of_missing, settled
from lawc.backends.python.conditions import both, either
from lawc.backends.python.keeping import Before, Gift, joined
from lawc.backends.python.layout import Bits, Code, laid_out
from lawc.backends.python.ranking import Gives, Unit
from lawc.backends.python.refusing import refusals
from lawc.backends.python.resulting import finish
from lawc.backends.python.standing import Ending, Standing
from lawc.ir import nodes as ir
from lawc.plan.slots import Op
from lawc.records import dataclass

State = dict[str, Gift]
Later = tuple[Unit, ...] | None
MOST_SHARING = 30  # rules under one test
MOST_LATER = 300  # rules that are looked at to see that none changes what is decided


@dataclass(frozen=True)
class Quick(Standing):
    """The blocks that decide a thing, while they are written."""

    def prepare(self, units: tuple[Unit, ...]) -> None:
        """Find what later rules ask about earlier ones."""
        names = self.module.names
        for decision in self.decisions:
            self.only[decision.key] = tuple(refusals(names, units, decision))
            self.needed.update(refusal.slot for refusal in self.only[decision.key])
        slots, plan = {unit.slot for unit in units}, self.probing.plan
        seen = set[int]()
        last: dict[str, int] = {}
        for unit in units:
            waiting = [*plan.slots[unit.slot].of]
            for gives in unit.gives:
                if last.setdefault(gives.decision, unit.place) > unit.place:
                    self.disordered.add(gives.decision)
                last[gives.decision] = unit.place
                waiting += [gives.value] + ([] if gives.when is None else [gives.when])
            if unit.part:
                self.needed.add(unit.slot)
            while waiting:
                number = waiting.pop()
                if number in slots:
                    self.needed.add(number)
                elif number not in seen:
                    seen.add(number)
                    if plan.slots[number].op is not Op.DECIDED:
                        waiting += plan.slots[number].of

    def write(self, units: tuple[Unit, ...], pad: str, *, last: bool) -> bool:
        """Write the blocks of rules, in the last stage with what is decided at their end.

        Return whether it is written that the thing is done.
        """
        self.start[:] = [len(self.lines), len(pad)]
        shared = 0  # rules that stand together under one test of what all members share
        alike = False  # these give the same: if one is open and none sure, all is open
        header = 0  # the line where that test is, or the block begins
        for place, unit in enumerate(units):
            if not unit.gives and unit.slot not in self.needed:
                continue
            later = units[place + 1 : place + MOST_LATER + 2] if last else None
            test = settled(self.probing.may(unit.slot), self.certain)
            if test == "False":
                continue
            if not shared:
                self.speak(unit, pad)
                header = len(self.lines)
                if last and isinstance(test, Bits):
                    near = units[place : place + MOST_SHARING + MOST_LATER + 2]
                    shared, alike = self.sharing(near, pad)
            inner = pad + "    " if shared else pad
            done = self.block(unit, later, test, inner, sure=bool(shared) and alike)
            if shared == 1 and alike:
                self.lines.append(f"{inner}return None")
            shared = max(shared - 1, 0)
            self.hoist(header, pad)
            if done and test == "True":
                return True
            if done:
                self.knowledge.assume(unit.slot, False)
            elif test == "True":
                self.knowledge.assume(unit.slot, True)
        if last:
            self.start[:] = [len(self.lines), len(pad)]
            finish(self, {}, pad)
            self.hoist(self.start[0], pad)
        return last

    def hoist(self, line: int, pad: str) -> None:
        """Write what is asked since a line, and found once, ahead of it."""
        if not self.probing.hoisting.waiting:
            return
        text = "\n".join(self.lines[line:])
        self.starts.extend(
            (line, setting) for setting in self.probing.hoisting.begin(text, pad)
        )

    def pass_on(self, needs: Iterable[Code], pad: str) -> None:
        """Write what is decided or found of the thing, and functions of its members need."""
        numbers = {name: of for of, name in self.module.variables.items()}
        for need in map(str, needs):
            kind, number = numbers.get(need, ("", 0))
            mine = [need] if need in self.own else []
            if kind == self.kind:
                mine += self.module.resting.variables(kind, number)
                self.probing.hoisted(number)
            for name in mine:
                if name in self.own and name not in self.set_out:
                    self.spoken(name, pad)
            if kind == self.kind:
                self.lines.extend(self.probing.hoisting.begin(need, pad))

    def speak(self, unit: Unit, pad: str) -> None:
        """Write what is decided where a rule speaks of it."""
        for name in self.unspoken(unit):
            self.spoken(name, pad)

    def sharing(self, units: tuple[Unit, ...], pad: str) -> tuple[int, bool]:
        """Write one test for the rules that come next, if they rest on what members share.

        Return how many they are, and whether they give the same. What each of them gives must
        be the last word, so that after them it is known that none applies.
        """
        tests: list[Bits] = []
        mark = self.knowledge.mark()
        for place, unit in enumerate(units[:MOST_SHARING]):
            test = self.probing.may(unit.slot)
            if test == "False" or not unit.gives or self.unspoken(unit):
                break
            if not (isinstance(test, Bits) and self.last_word(unit, units[place + 1 :])):
                break
            tests.append(test)
            self.knowledge.assume(unit.slot, False)
        self.knowledge.forget(mark)
        if (number := len(tests)) < 2:  # noqa: PLR2004 - one test is its own
            return 0, False
        alike = rest_on_none(self.probing.plan.slots, units[:number]) and all(
            self.constants(unit) == self.constants(units[0])
            and self.last_word(unit, units[place + 1 :])
            for place, unit in enumerate(units[:number])
        )
        self.endings.append(Ending(tests, alike))
        self.lines.append(f"{pad}if {laid_out(either(tests), len(pad), 3)}:")
        return number, alike

    def constants(self, unit: Unit) -> dict[str, Any]:
        """Return the constants that a rule gives, whose values are the last word."""
        slots = self.probing.plan.slots
        return {gives.decision: slots[gives.value].detail[1] for gives in unit.gives}

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

    def block(
        self, unit: Unit, later: Later, test: Code, pad: str, *, sure: bool = False
    ) -> bool:
        """Write the block of a rule; return whether who is concerned is done there.

        Before the last stage nobody is: `later` is None. If `sure`, the rule surely applies.
        """
        known = self.probing.known(unit.slot)
        if sure:
            bits = isinstance(known, Bits) and test == Bits("perhaps", known.number)
            test, known = (known if bits else both([test, known])), "True"
        inner, mark = pad, self.knowledge.mark()
        self.start[:] = [len(self.lines), len(pad)]
        flag = f"r{unit.place}" if unit.slot in self.needed and test != "True" else ""
        flag = "" if unit.slot in self.probing.flags else flag
        if test != "True":
            self.lines.append(f"{pad}if {laid_out(test, len(pad), 3)}:")
            inner = pad + "    "
        begun = len(self.lines)
        before = {*self.certain}
        if unit.place in self.apart and unit.slot not in self.needed:
            self.leave_open(known, inner)
        else:
            self.unless_known(known, inner)
        new = self.certain - before
        after = before | {name for name in new if holds_of_missing(test, name)}
        body = len(self.lines)
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
        self.stand(after)
        if flag and not done:
            self.lines.insert(body, f"{inner}{flag} = True")
            self.lines.insert(self.start[0], f"{pad}{flag} = False")
            self.probing.flags[unit.slot] = flag
        return done

    # --- what rules give ---

    def take(
        self,
        gives: Gives,
        unit: Unit,
        rest: tuple[Gives, ...],
        later: Later,
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
        before = state.get(gives.decision)
        if before is not None and not before.kept:
            self.keep({gives.decision: before}, pad)
            state[gives.decision] = replace(before, kept=True)
        test, mark = self.probing.may(gives.when), self.knowledge.mark()
        test, certain = settled(test, self.certain), {*self.certain}
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
        self.stand(certain)
        if done:
            self.knowledge.assume(gives.when, False)

    def record(self, gives: Gives, unit: Unit, state: State, pad: str) -> None:
        """Add what a rule surely gives to what is decided here."""
        decision = self.decision(gives.decision)
        amount = self.amount(gives.value, state)
        listed = gives.listed if decision.combine is ir.Combine.TOTAL else None
        if listed:
            pad = self.once(listed, unit, pad)
        if amount is None:
            return  # nothing is given
        self.lines.extend([pad + line for line in amount.lines])
        before = {*self.certain}
        self.unless_known(both([f"{name} is not None" for name in amount.missing]), pad)
        if listed:
            self.stand(before)
        code = self.code(decision, amount)
        gift = self.gift(amount.value if amount.constant else None, code, unit)
        if amount.nothing or listed or gives.decision in state:
            if gives.decision in state:
                self.keep({gives.decision: state[gives.decision]}, pad)
            self.keep({gives.decision: gift}, pad, amount.nothing)
            state[gives.decision] = replace(gift, kept=True)
        else:
            state[gives.decision] = gift

    def once(self, listed: str, unit: Unit, pad: str) -> str:
        """Write that of a list, which gives once, the first item that applies stands for all.

        Return where the lines of the item begin.
        """
        mine = self.lists.setdefault(listed, [])
        name = f"t{[*self.lists].index(listed)}"
        before = [item for item in mine if self.knowledge.truth(item.slot) is not False]
        mine.append(unit)
        self.set_up(name, "False")
        if any(item.place > unit.place for item in before):
            self.lines.extend([f"{pad}if {name}:", f"{pad}    return None"])
        elif before:
            self.lines.append(f"{pad}if not {name}:")
            pad += "    "
        self.lines.append(f"{pad}{name} = True")
        return pad

    def keep(self, state: State, pad: str, nothing: tuple[str, ...] = ()) -> None:
        """Write what is given into the variables of the decisions."""
        for key, gift in state.items():
            if gift.kept:
                continue
            self.keep_gift(self.decision(key), gift, pad, nothing)
            combine = self.decision(key).combine
            everything, several = self.gifts.setdefault(key, (Before(combine), []))
            everything.add(gift)
            several.append(gift)

    def keep_gift(
        self, decision: ir.Decision, gift: Gift, pad: str, nothing: tuple[str, ...]
    ) -> None:
        """Write what is given to a decision into its variables."""
        names = self.variables(decision)
        for name, start in zip(names, ("None", "()", "0"), strict=True):
            if name:
                self.set_up(name, start)
        before = self.possible(decision.key)
        if nothing:
            test = " and ".join(
                f"{name} is not {state}" for name, state in map(_split, nothing)
            )
            self.lines.append(f"{pad}if {test}:")
            pad += "    "
        lines = joined(decision.combine, gift, before, names, len(pad))
        self.lines.extend([pad + line for line in lines])

    # --- what comes after ---

    def finished(self, rest: tuple[Gives, ...], later: Later, state: State) -> bool:
        """Return whether nothing that comes after changes what is decided here."""
        if later is None:
            return False
        if any(self.changes(gives, None, state) for gives in rest):
            return False
        for number, unit in enumerate(later):
            if number == MOST_LATER:
                return False
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

    def amount(self, number: int, state: State) -> Amount | None:
        """Return the value that a slot has here, None for nothing."""
        return amount_of(self, number, state)


def _split(test: str) -> tuple[str, str]:
    name, _, state = test.partition(" is ")
    return name, state
