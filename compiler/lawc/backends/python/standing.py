"""Where a quick function stands while it is written: its lines, what is known, what is set."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import Any, NamedTuple

from lawc.backends.python.amounting import Amount
from lawc.backends.python.certainty import certain_names, settled
from lawc.backends.python.conditions import negated
from lawc.backends.python.keeping import Before, Gift, Variables
from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import Bits, Code, laid_out
from lawc.backends.python.probing import Probing
from lawc.backends.python.ranking import Unit
from lawc.backends.python.refusing import Refusal
from lawc.backends.python.slotting import Slotting
from lawc.backends.python.text import literal
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.records import dataclass

MOST_GIVEN = 16  # of so much it is asked what of it is known not to be given


class Ending(NamedTuple):
    """Rules that share a test, each the last word; `alike` if they give the same."""

    tests: list[Bits]
    alike: bool


@dataclass(frozen=True)
class Standing:
    """A function that decides a thing, while it is written.

    `gifts` are what blocks before may have given, by decision; `set_out` the variables that are
    set, and `starts` those that this is still to be written of, with the line before which;
    `takes` is what takes a result and goes on; `results` are the constants of results; `apart`
    are the places of rules that each give one decision, which is found apart where it is open.
    """

    module: Slotting
    kind: str
    decisions: tuple[ir.Decision, ...]
    probing: Probing
    result: str
    takes: str
    members: tuple[str, ...]
    ends: tuple[str, ...]
    results: dict[Code, str]
    apart: frozenset[int] = frozenset()
    lines: list[str] = field(default_factory=list)
    gifts: dict[str, tuple[Before, list[Gift]]] = field(default_factory=dict)
    only: dict[str, tuple[Refusal, ...]] = field(default_factory=dict)
    set_out: set[str] = field(default_factory=set)
    starts: list[tuple[int, str]] = field(default_factory=list)
    start: list[int] = field(default_factory=list)  # the line where the block begins
    needed: set[int] = field(default_factory=set)
    disordered: set[str] = field(default_factory=set)
    lists: dict[str, list[Unit]] = field(default_factory=dict)  # that give once, by name
    certain: set[str] = field(default_factory=set)  # names that are not None
    endings: list[Ending] = field(default_factory=list)

    @property
    def knowledge(self) -> Knowledge:
        """What is known where the function stands."""
        return self.probing.knowledge

    def unspoken(self, unit: Unit) -> list[str]:
        """Return the variables of decisions that a rule needs and that are not set yet."""
        numbers = [unit.slot]
        for gives in unit.gives:
            numbers += [gives.value] + ([] if gives.when is None else [gives.when])
        resting, own = self.module.resting, self.own
        several = [name for number in numbers for name in resting.variables(self.kind, number)]
        return [name for name in dict.fromkeys(several) if name in own.keys() - self.set_out]

    @cached_property
    def own(self) -> dict[str, ir.Decision]:
        """The decisions about the thing by the variables in which others see them."""
        of = self.module.resting.of_decision
        return {of(decision.key): decision for decision in self.decisions}

    def spoken(self, name: str, pad: str) -> None:
        """Write what is decided as others see it."""
        self.set_out.add(name)
        decision = self.own[name]
        number, otherwise = self.places[decision.key], "None"
        if decision.otherwise is not None:
            otherwise = self.literal(decision, decision.otherwise)
        if not self.possible(decision.key):
            self.lines.append(f"{pad}{name}: Any = {otherwise}")
        elif otherwise == "None":
            self.lines.append(f"{pad}{name}: Any = v{number}")
        else:
            self.lines.append(
                f"{pad}{name}: Any = {otherwise} if v{number} is None else v{number}"
            )

    def leave_open(self, known: Code, pad: str) -> None:
        """Write that a decision is found apart unless it is known what it rests on."""
        known = settled(known, self.certain)
        if known != "True":
            self.lines.extend(
                [
                    f"{pad}if {laid_out(negated(known), len(pad), 3)}:",
                    f"{pad}    whole = False",
                    f"{pad}    apart = (*apart, len(made))",
                ]
            )

    def unless_known(self, known: Code, pad: str) -> None:
        """Write that the function gives up unless something is known."""
        known = settled(known, self.certain)
        self.certain.update(certain_names(known))
        if known != "True":
            test = negated(known)
            self.lines.extend(
                [f"{pad}if {laid_out(test, len(pad), 3)}:", f"{pad}    return None"]
            )

    def stand(self, certain: set[str]) -> None:
        """Take it that these names are not None, and no others."""
        self.certain.clear()
        self.certain.update(certain)

    def set_up(self, name: str, value: str) -> None:
        """See that a variable has a value before the block."""
        if name not in self.set_out:
            self.set_out.add(name)
            line, column = self.start
            self.starts.append((line, f"{' ' * column}{name}: Any = {value}"))

    def variables(self, decision: ir.Decision) -> Variables:
        """Return the variables of a decision."""
        number, place = self.places[decision.key], ""
        if decision.key in self.disordered and decision.combine is not ir.Combine.TOTAL:
            place = f"o{number}"
        return Variables(f"v{number}", f"c{number}", place)

    def possible(self, key: str) -> Before:
        """Return what blocks before may have given a decision, as far as is known here."""
        gifts, combine = self.gifts.get(key), self.decision(key).combine
        if gifts is None:
            return Before(combine)
        everything, several = gifts
        if len(several) > MOST_GIVEN:
            return everything
        truth = self.knowledge.truth
        return Before(combine, (gift for gift in several if truth(gift.slot) is not False))

    def refusing(self, key: str) -> tuple[int, ...] | None:
        """Return the rules that refuse a decision here; None if that is not known."""
        places = []
        for refusal in self.only.get(key, ()):
            truth = self.knowledge.truth(refusal.slot)
            if truth is False:
                continue
            if truth is None or refusal.stopped:
                return None
            places.append(refusal.place)
        return tuple(places)

    # --- words ---

    def gift(self, value: Any, code: str, unit: Unit) -> Gift:
        """Return what a rule gives: the constant, if the law says one, and Python for it."""
        return Gift(value, code, self.cite(unit.place), unit.place, unit.slot)

    def decision(self, key: str) -> ir.Decision:
        """Return a decision by key."""
        return self.decisions[self.places[key]]

    @cached_property
    def places(self) -> dict[str, int]:
        """The places of the decisions among those about the thing, by key."""
        return {decision.key: place for place, decision in enumerate(self.decisions)}

    def citation(self, place: int) -> str:
        """Return the citation of a rule."""
        return self.module.names.citation(place) or ""

    def cite(self, place: int) -> str:
        """Return Python for the citation of a rule, as provisions are told."""
        return f"({literal(self.citation(place))},)"

    def code(self, decision: ir.Decision, amount: Amount) -> str:
        """Return Python for what a rule gives; a choice, as tests ask for it, is no text."""
        if amount.constant:
            return self.literal(decision, amount.value)
        if isinstance(decision.type, Choice):
            return f"chosen({self.module.names.enum(decision.type)}, {amount.code})"
        return amount.code

    def literal(self, decision: ir.Decision, value: Any) -> str:
        """Return Python for a value of a decision."""
        names = self.module.names
        if isinstance(decision.type, Choice):
            named = names.members(decision.type)[value]
            return self.module.constant(f"{names.enum(decision.type)}.{named}", named)
        return self.module.value(value)
