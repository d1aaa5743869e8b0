"""The functions that decide a whole case quickly, kind by kind: see `quick`.

Each kind has a function for each stage in which something is decided of it, see `staging`. One
of members returns a tuple for each: the result of the last stage, before that what is decided
so far, and what the next stage goes on with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from functools import cached_property

from lawc.backends.python.asked import member_probing
from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import Call, Code, either, laid_out, negated
from lawc.backends.python.outcomes import result_class
from lawc.backends.python.plan import Plan as Names
from lawc.backends.python.probing import Probing
from lawc.backends.python.quick import Quick
from lawc.backends.python.ranking import Unit
from lawc.backends.python.running import (
    Running,
    established,
    lines_of,
    read_in,
    sets,
    without_unread,
)
from lawc.backends.python.slotting import Slotting
from lawc.backends.python.staging import Stages, stages_of
from lawc.plan.phases import above, members
from lawc.plan.slots import KindPlan, Op
from lawc.records import dataclass


@dataclass(frozen=True)
class Quickly:
    """The quick functions of a law while they are written; `results` are their constants."""

    module: Slotting
    results: dict[Code, str]
    kinds: dict[str, Running] = field(default_factory=dict)

    @property
    def names(self) -> Names:
        """The names of the law in Python."""
        return self.module.names

    @cached_property
    def stages(self) -> Stages:
        """The rules of each kind, stage by stage."""
        return stages_of(self.module.resting)

    @property
    def units(self) -> dict[str, tuple[Unit, ...]]:
        """The rules of each kind, in the order in which they are asked."""
        of = self.stages.units
        return {kind: tuple(unit for units in of[kind] for unit in units) for kind in of}

    def functions(self) -> list[str]:
        """Return the functions, those of members before those of their owners.

        Raises:
            NotQuickError: things of a kind are decided from their slots alone.
        """
        root = self.names.root
        body = self.whole(root)
        members = [kind for kind in [*self.names.kinds][:0:-1] if kind in self.kinds]
        made = [
            self.member_function(kind, place)
            for kind in members
            for place in range(len(self.runs(kind)))
        ]
        return [*made, self.whole_function(root, body)]

    def runs(self, kind: str) -> tuple[int, ...]:
        """Return the stages in which something is decided of things of a kind."""
        mine = {*self.stages.runs[kind]}
        for one in self.names.below(kind):
            if self.names.reports(one.key):
                mine |= {*self.runs(one.key)}
        return tuple(sorted(mine or {0}))

    def name(self, kind: str, stage: int | None = None) -> str:
        """Return the name of the function that decides things of a kind, in a stage."""
        runs = self.runs(kind)
        part = "" if stage is None or len(runs) == 1 else f"_{runs.index(stage) + 1}"
        return f"_quick_{self.names.variables[kind]}{part}"

    # --- the whole case ---

    def whole(self, kind: str) -> list[str]:
        """Return the lines that decide a whole case."""
        thing = self.names.variables[kind]
        quick = self.quick(kind, (thing,), "return {}", ("days",))
        quick.prepare(self.units[kind])
        runs = self.runs(kind)
        for stage, units in enumerate(self.stages.units[kind]):
            if stage <= runs[-1]:
                self.lists(quick, stage, "    ")
                quick.write(units, "    ", last=stage == runs[-1])
        return [*established(self.names, kind, thing, "    "), *lines_of(quick)]

    def whole_function(self, kind: str, body: list[str]) -> str:
        """Return the function that decides a whole case."""
        names = self.names
        body = without_unread(body, body)
        result = result_class(names, kind)
        arguments = (f"{names.variables[kind]}: {names.classes[kind]}", "days: Days")
        returns = f"{result} | None"
        return self.function(self.name(kind), arguments, returns, body, whole=True)

    def function(
        self,
        name: str,
        arguments: tuple[str, ...],
        returns: str,
        body: list[str],
        *,
        whole: bool,
    ) -> str:
        """Return a function with these lines."""
        head = Call(name, arguments)
        return "\n".join(
            [
                f"def {laid_out(head, 0, 4, 5 + len(returns))} -> {returns}:",
                '    """Decide if all is known that matters, else return None."""',
                *self.days(body, whole=whole),
                *body,
            ]
        )

    def days(self, body: list[str], *, whole: bool) -> list[str]:
        """Return the lines that read the days; for the whole case all of them must be known."""
        words = set(re.findall(r"\w+", "\n".join(body)))
        lines = []
        for name in self.names.days_read:
            if whole:
                lines += [f"    if days.{name} is None:", "        return None"]
            if name in words:
                type_ = "" if whole else ": Any"  # None was refused for the whole case
                lines.append(f"    {name}{type_} = days.{name}")
        return lines

    # --- members of a list ---

    def run(self, kind: str, stage: int) -> Call:
        """Write a stage of the members of a list, and return the call of its function."""
        names, runs = self.names, self.runs(kind)
        things = tuple(names.variables[one] for one in names.line(kind))
        running = self.kinds.get(kind)
        if running is None:
            running = Running(self.quick(kind, things, "made.append({})", ()))
            self.kinds[kind] = running
            running.quick.prepare(self.units[kind])
        quick, last = running.quick, stage == runs[-1]
        ahead = self.bits(quick, kind)
        first = 0 if stage == runs[0] else runs[runs.index(stage) - 1] + 1
        self.lists(quick, stage, "        ")
        stages = self.stages.units[kind][first : stage + 1]
        units = tuple(unit for units in stages for unit in units)
        quick.write(units, "        ", last=last)
        if not last:
            complete = self.complete(kind, stage)
            for name in complete - quick.set_out:
                quick.spoken(name, "        ")
        lines = lines_of(quick)
        if lines and lines[-1] == "        continue":
            lines.pop()
        used = any("bits" in line for line in lines)
        running.ahead.append(ahead if used else [])
        running.found.append(lines)
        passed = [self.of_kind(kind)] if stage != runs[0] else []
        free = [one for one in running.free(len(running.found) - 1) if one not in passed]
        return Call(self.name(kind, stage), (*things[1:], "days", *passed, *free))

    def of_kind(self, kind: str) -> str:
        """Return the variable of what is decided of the members of a kind."""
        return self.module.resting.of_members(kind)

    def complete(self, kind: str, stage: int) -> set[str]:
        """Return the variables of the decisions that are found up to a stage."""
        later = {
            gives.decision
            for units in self.stages.units[kind][stage + 1 :]
            for unit in units
            for gives in unit.gives
        }
        of = self.module.resting.of_decision
        return {of(one.key) for one in self.names.decided(kind) if one.key not in later}

    def member_function(self, kind: str, place: int) -> str:
        """Return the function that decides the members of a list, in a stage."""
        names, runs, running = self.names, self.runs(kind), self.kinds[kind]
        line, stage = names.line(kind), runs[place]
        things, last = [names.variables[one] for one in line], stage == runs[-1]
        group = f"{things[1]}.{names.fields[line[1], names.kinds[kind].field or '']}"
        state = self.of_kind(kind) if place else ""
        each = (
            f"{things[0]}, state in zip(group, {state})" if place else f"{things[0]} in group"
        )
        ahead = running.ahead[place]
        bare = place or any("._established" in one for one in ahead)
        own = [] if bare else established(names, kind, things[0], "        ")
        everything = [one for lines in running.found for one in lines]
        found = without_unread(
            running.found[place], everything, () if last else self.complete(kind, stage)
        )
        body = [
            f"    group = {group}",
            "    if group is None:",
            "        return None",
            *ahead,
            "    made: list[Any] = []",
            f"    for {each}:",
            *own,
            *(self.reading(kind, place) if place else []),
            *found,
            *([] if last else self.state(kind, place)),
            "    return tuple(made)",
        ]
        made = f"tuple[{result_class(names, kind)}, ...]" if last else "tuple[Any, ...]"
        typed = zip(things[1:], line[1:], strict=True)
        arguments = (
            *(f"{name}: {names.classes[one]}" for name, one in typed),
            "days: Days",
            *([f"{state}: Any"] if state else []),
            *(f"{name}: Any" for name in running.free(place) if name != state),
        )
        name = self.name(kind, stage)
        return self.function(name, arguments, f"{made} | None", body, whole=False)

    def state(self, kind: str, place: int) -> list[str]:
        """Return the lines that keep what is decided so far, and what the next stage needs."""
        of_kind = self.module.resting.of_kind(kind)
        complete = self.complete(kind, self.runs(kind)[place])
        kept = {one[1] for lines in self.kinds[kind].found[: place + 1] for one in sets(lines)}
        parts = [
            name if name in complete or (name[0] == "d" and name in kept) else "None"
            for name in of_kind
        ]
        parts += self.kinds[kind].live(place)
        inner = Call("", tuple(parts))
        return [f"        {laid_out(Call('made.append', (inner,)), 8, 0, 0)}"]

    def reading(self, kind: str, place: int) -> list[str]:
        """Return the lines that read what the stage before has kept."""
        running, own = self.kinds[kind], self.module.resting.of_kind(kind)
        live = running.live(place - 1)
        wanted = {*read_in(running.found[place]), *running.live(place)}
        if place + 1 < len(running.found):
            wanted |= self.complete(kind, self.runs(kind)[place])
            wanted |= {name for name in own if name[0] == "d"}
        set_here = {match[1] for match in sets(running.found[place])}
        lines = [
            f"        {name} = state[{len(own) + at}]"
            for at, name in enumerate(live)
            if name in wanted
        ]
        before = {one[1] for some in running.found[:place] for one in sets(some)}
        lines += [
            f"        {name} = state[{at}]"
            for name, at in own.items()
            if name in wanted and name in before and name not in set_here and name not in live
        ]
        return lines

    # --- what both share ---

    def quick(
        self, kind: str, things: tuple[str, ...], takes: str, ends: tuple[str, ...]
    ) -> Quick:
        """Return the writer of the blocks of a kind."""
        names, plan = self.names, self.module.plan.kinds[kind]
        decisions = names.decided(kind)
        domains = {
            number: frozenset(one.values) for number, one in self.module.choices_of(plan)
        }
        probing = Probing(self.module, plan, things, names.line(kind), Knowledge(plan, domains))
        below = [one.key for one in names.below(kind) if names.reports(one.key)]
        return Quick(
            self.module,
            kind,
            decisions,
            probing,
            result_class(names, kind),
            takes,
            tuple(map(self.of_kind, below)),
            ends,
            self.results,
        )

    def lists(self, quick: Quick, stage: int, pad: str) -> None:
        """Write the calls that decide the members of the lists of a thing in a stage."""
        names = self.names
        for one in names.below(quick.kind):
            if names.reports(one.key) and stage in self.runs(one.key):
                name, call = self.of_kind(one.key), self.run(one.key, stage)
                for need in call.args:
                    if need in quick.own and need not in quick.set_out:
                        quick.spoken(str(need), pad)
                made = laid_out(call, len(pad), len(name) + 3, 0)
                quick.lines.extend([f"{pad}{name} = {made}", f"{pad}if {name} is None:"])
                quick.lines.append(f"{pad}    return None")

    # --- what all members of a list share ---

    def bits(self, quick: Quick, kind: str) -> list[str]:
        """Return the lines that find which conditions about a list one member satisfies."""
        names, owner = self.names, self.names.line(kind)[1]
        plan, above_ = self.module.plan.kinds[kind], self.module.plan.kinds[owner]
        for slot in plan.slots:
            if slot.op is Op.ABOVE and above(slot)[0] == 1:
                fold = above_.slots[above(slot)[1]]
                some = fold.op is Op.SOME and fold.detail[0] == 1
                if not some or members(fold)[0] != kind:
                    continue
                if not self.module.resting.rests(owner, above(slot)[1]):
                    quick.probing.bits.setdefault(above(slot)[1], len(quick.probing.bits))
        if not quick.probing.bits:
            return []
        things = quick.probing.things
        outer = Probing(self.module, above_, things[1:], names.line(owner), Knowledge(above_))
        inner = member_probing(outer, kind)
        lists = {self.look(inner, number): f"l{number}" for number in self.provisions(plan)}
        inner.looked.update(lists)
        tests: list[Code] = []
        lines: list[str] = []
        for place, bit in quick.probing.bits.items():
            _, number = members(above_.slots[place])
            assert number is not None
            test, known = inner.may(number), inner.known(number)
            tests.append(test)
            lines.append(f"            if {laid_out(test, 12, 3)}:")
            if known != "True":
                lacking = negated(known)
                lines.append(f"                if {laid_out(lacking, 16, 3)}:")
                lines.append("                    return None")
            lines.append(f"                bits |= {1 << bit}")
        used = "\n".join(lines)
        looks = [f"        {name} = {look}" for look, name in lists.items() if name in used]
        return [
            "    bits = 0",
            f"    for {things[0]} in group:",
            *established(names, kind, things[0], "        "),
            *looks,
            f"        if {laid_out(either(tests), 8, 3)}:",
            *lines,
        ]

    def provisions(self, plan: KindPlan) -> Iterator[int]:
        """Yield the slots of facts that are asked to lie in lists of provisions."""
        seen = set()
        for slot in plan.slots:
            if slot.op is Op.UNDER and slot.of[0] not in seen:
                seen.add(slot.of[0])
                yield slot.of[0]

    def look(self, probing: Probing, number: int) -> str:
        """Return Python for the look-up of the lists that a fact lies in."""
        slot = next(
            one for one in probing.plan.slots if one.op is Op.UNDER and one.of[0] == number
        )
        return probing.listed(slot)
