"""The functions that decide a whole case quickly, kind by kind: see `quick`.

Each kind has a function for each stage in which something is decided of it, see `staging`. One
of members returns a tuple for each: the result of the last stage, before that what is decided
so far, and what the next stage goes on with.

If facts are missing, members are decided in part: a list has None for a member that is left to
the slots, and `[result]` for one of which decisions are open that stand apart.
"""

from __future__ import annotations

from dataclasses import field, replace
from functools import cached_property

from lawc.backends.python.apart import rules_apart
from lawc.backends.python.days import days_read
from lawc.backends.python.folding import Fold, folds_over, write_folds
from lawc.backends.python.hoisting import Hoisting
from lawc.backends.python.in_part import going_on, unless_decided
from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import Call, Code, laid_out
from lawc.backends.python.outcomes import result_class
from lawc.backends.python.plan import Plan as Names
from lawc.backends.python.probing import Probing
from lawc.backends.python.quick import Quick
from lawc.backends.python.ranking import Unit
from lawc.backends.python.repeated import Repeated, repeated_slots
from lawc.backends.python.running import (
    Running,
    lines_of,
    read_in,
    set_in,
    unless_established,
    without_unread,
)
from lawc.backends.python.sharing import bits_of, share
from lawc.backends.python.slotting import Slotting
from lawc.backends.python.splitting import LONG, in_pieces, size
from lawc.backends.python.staging import Stages, stages_of
from lawc.records import dataclass

MOST_IN_A_LOOP = 120  # rules of members that are decided where they are gone through


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

    @cached_property
    def units(self) -> dict[str, tuple[Unit, ...]]:
        """The rules of each kind, in the order in which they are asked."""
        of = self.stages.units
        return {kind: tuple(unit for units in of[kind] for unit in units) for kind in of}

    @cached_property
    def repeated(self) -> Repeated:
        """The slots of each kind that are found once."""
        kinds = {kind: self.tests(kind) for kind in self.names.kinds}
        loops = {kind for kind in [*kinds][1:] if self.names.reports(kind)}
        loops = {kind for kind in loops if self.runs(kind)[0] == 0 and not self.apart(kind)}
        return repeated_slots(kinds, self.units, frozenset(loops))

    def apart(self, kind: str) -> bool:
        """Return whether a member of a kind is decided in a function of its own."""
        return len(self.units[kind]) > MOST_IN_A_LOOP

    def in_part(self, kind: str) -> bool:
        """Return whether members of a kind are decided in part: nothing rests on them."""
        folds = self.folds(kind, self.runs(kind)[-1])
        return not folds and kind not in self.module.resting.shared

    def folds(self, kind: str, stage: int) -> list[Fold]:
        """Return what is asked of all members of a kind while they are decided in a stage."""
        if stage != self.runs(kind)[0]:
            return []
        return folds_over(self.repeated, self.tests(self.names.line(kind)[1]), kind)

    def functions(self) -> list[str]:
        """Return the functions, those of members before those of their owners.

        Raises:
            NotQuickError: things of a kind are decided from their slots alone.
        """
        root = self.names.root
        body = self.whole(root)
        members = [kind for kind in [*self.names.kinds][:0:-1] if kind in self.kinds]
        functions = [
            self.member_function(kind, place)
            for kind in members
            for place in range(len(self.runs(kind)))
        ]
        return [*functions, self.whole_function(root, body)]

    def runs(self, kind: str) -> tuple[int, ...]:
        """Return the stages in which something is decided of things of a kind."""
        mine = {*self.stages.runs[kind]}
        for child in self.names.below(kind):
            if self.names.reports(child.key):
                mine |= {*self.runs(child.key)}
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
        quick = self.quick(kind, "return {}", ("days",))
        quick.prepare(self.units[kind])
        runs = self.runs(kind)
        for stage, units in enumerate(self.stages.units[kind]):
            if stage <= runs[-1]:
                self.lists(quick, stage, "    ")
                quick.write(units, "    ", last=stage == runs[-1])
        return [*unless_established(self.names, kind, thing, "    "), *lines_of(quick)]

    def whole_function(self, kind: str, body: list[str]) -> str:
        """Return the function that decides a whole case."""
        names = self.names
        body = without_unread(body, body)
        result = result_class(names, kind)
        arguments = (f"{names.variables[kind]}: {names.classes[kind]}", "days: Days")
        parts = any(names.reports(k.key) and self.in_part(k.key) for k in names.below(kind))
        returns, name = result + " | dict[str, Any]" * parts + " | None", self.name(kind)
        pieces: list[str] = []
        if size(body) > LONG:
            pieces, body = in_pieces(name, arguments, returns, body, self.function)
        return "\n\n\n".join(
            [*pieces, self.function(name, arguments, returns, body, whole=True)]
        )

    def function(
        self,
        name: str,
        arguments: tuple[str, ...],
        returns: str,
        body: list[str],
        *,
        whole: bool = False,
    ) -> str:
        """Return a function with these lines."""
        head = Call(name, arguments)
        return "\n".join(
            [
                f"def {laid_out(head, 0, 4, 5 + len(returns))} -> {returns}:",
                '    """Decide if all is known that matters, else return None."""',
                *days_read(self.names, body, whole=whole),
                *body,
            ]
        )

    # --- members of a list ---

    def run(self, kind: str, stage: int) -> Call:
        """Write a stage of the members of a list, and return the call of its function."""
        names, runs = self.names, self.runs(kind)
        things = tuple(names.variables[level] for level in names.line(kind))
        running = self.kinds.get(kind)
        if running is None:
            apart = self.apart(kind)
            takes = "return {}" if apart else "made.append({})"
            running = Running(self.quick(kind, takes, ()), apart)
            self.kinds[kind] = running
            running.quick.prepare(self.units[kind])
        quick, last = running.quick, stage == runs[-1]
        quick.endings.clear()
        share(quick, kind)
        first = 0 if stage == runs[0] else runs[runs.index(stage) - 1] + 1
        write_folds(quick, self.folds(kind, stage), running.pad)
        self.lists(quick, stage, running.pad)
        stages = self.stages.units[kind][first : stage + 1]
        units = tuple(unit for units in stages for unit in units)
        quick.write(units, running.pad, last=last)
        if not last:
            complete = self.complete(kind, stage)
            for name in complete - quick.set_out:
                quick.spoken(name, running.pad)
        lines = lines_of(quick)
        if lines and lines[-1] == "        continue":
            lines.pop()
        running.ahead.append(bits_of(quick, kind, lines))
        running.bodies.append(lines)
        passed = [self.of_kind(kind)] if stage != runs[0] else []
        free = [name for name in running.free(len(running.bodies) - 1) if name not in passed]
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
        return {
            of(decision.key)
            for decision in self.names.decided(kind)
            if decision.key not in later
        }

    def member_function(self, kind: str, place: int) -> str:
        """Return the function that decides the members of a list, in a stage."""
        names, runs, running = self.names, self.runs(kind), self.kinds[kind]
        line, stage = names.line(kind), runs[place]
        things, last = [names.variables[level] for level in line], stage == runs[-1]
        group = f"{things[1]}.{names.fields[line[1], names.kinds[kind].field or '']}"
        state = self.of_kind(kind) if place else ""
        each = (
            f"{things[0]}, state in zip(group, {state})" if place else f"{things[0]} in group"
        )
        ahead, folds = running.ahead[place], self.folds(kind, stage)
        bare = place or any("._established" in text for text in ahead)
        own = [] if bare else unless_established(names, kind, things[0], running.pad)
        everything = [text for lines in running.bodies for text in lines]
        deciding = without_unread(
            running.bodies[place], everything, () if last else self.complete(kind, stage)
        )
        body_of_each = [
            *own,
            *(self.reading(kind, place) if place else []),
            *deciding,
            *([] if last else self.state(kind, place)),
        ]
        name = self.name(kind, stage)
        typed = zip(things, line, strict=True)
        scope = tuple(f"{name}: {names.classes[level]}" for name, level in typed)
        free = [variable for variable in running.free(place) if variable != state]
        further = [f"{name}: Any" for name in ([state] if state else []) + free]
        apart: list[str] = []
        if running.apart:
            passed = [*(["bits", "perhaps"] if ahead else []), *(["state"] if state else [])]
            passed += running.free(place)
            arguments = (*scope, "days: Days", *(f"{name}: Any" for name in passed))
            apart, body_of_each = self.one_thing(
                f"{name}_each", kind, arguments, body_of_each, last=last
            )
        plain = last and not folds
        returns = f"tuple[{result_class(names, kind)}, ...]" if plain else "tuple[Any, ...]"
        ends = ", ".join(["tuple(made)", *(fold.name for fold in folds)])
        first, end = [fold.first for fold in folds], [f"    return {ends}"]
        if last and self.in_part(kind):
            first, body_of_each, end = going_on(body_of_each)
            returns = f"{returns} | list[Any]"
        body = [
            f"    group = {group}",
            "    if group is None:",
            "        return None",
            *ahead,
            "    made: list[Any] = []",
            *first,
            f"    for {each}:",
            *body_of_each,
            *end,
        ]
        function = self.function(
            name, (*scope[1:], "days: Days", *further), f"{returns} | None", body
        )
        return "\n\n\n".join([*apart, function])

    def one_thing(
        self, name: str, kind: str, arguments: tuple[str, ...], body: list[str], *, last: bool
    ) -> tuple[list[str], list[str]]:
        """Return the functions that decide one member, and the lines that call them."""
        returns = f"{result_class(self.names, kind)} | None" if last else "Any"
        functions: list[str] = []
        if size(body) > LONG:
            functions, body = in_pieces(name, arguments, returns, body, self.function)
        functions.append(self.function(name, arguments, returns, body))
        call = Call(name, tuple(argument.partition(":")[0] for argument in arguments))
        return functions, [
            f"        one = {laid_out(call, 8, 6, 0)}",
            "        if one is None:",
            "            return None",
            "        made.append(one)",
        ]

    def state(self, kind: str, place: int) -> list[str]:
        """Return the lines that keep what is decided so far, and what the next stage needs."""
        of_kind = self.module.resting.of_kind(kind)
        complete = self.complete(kind, self.runs(kind)[place])
        kept = {
            name for lines in self.kinds[kind].bodies[: place + 1] for name in set_in(lines)
        }
        parts = [
            name if name in complete or (name[0] == "d" and name in kept) else "None"
            for name in of_kind
        ]
        parts += self.kinds[kind].live(place)
        inner = Call("", tuple(parts))
        if self.kinds[kind].apart:
            return [f"    return {laid_out(inner, 4, 7, 0)}"]
        return [f"        {laid_out(Call('made.append', (inner,)), 8, 0, 0)}"]

    def reading(self, kind: str, place: int) -> list[str]:
        """Return the lines that read what the stage before has kept."""
        running, own = self.kinds[kind], self.module.resting.of_kind(kind)
        live = running.live(place - 1)
        wanted = {*read_in(running.bodies[place]), *running.live(place)}
        if place + 1 < len(running.bodies):
            wanted |= self.complete(kind, self.runs(kind)[place])
            wanted |= {name for name in own if name[0] == "d"}
        set_here = {*set_in(running.bodies[place])}
        lines = [
            f"{running.pad}{name} = state[{len(own) + at}]"
            for at, name in enumerate(live)
            if name in wanted
        ]
        before = {name for some in running.bodies[:place] for name in set_in(some)}
        lines += [
            f"{running.pad}{name} = state[{at}]"
            for name, at in own.items()
            if name in wanted and name in before and name not in set_here and name not in live
        ]
        return lines

    # --- what both share ---

    def quick(self, kind: str, takes: str, ends: tuple[str, ...]) -> Quick:
        """Return the writer of the blocks of a kind."""
        names, line = self.names, self.names.line(kind)
        decisions, hoisting = names.decided(kind), Hoisting(self.repeated.slots[kind])
        outer = tuple(Hoisting(self.repeated.slots[level], passed=True) for level in line[1:])
        rules = frozenset(unit.slot for unit in self.units[kind])
        probing = replace(self.tests(kind), hoisting=hoisting, outer=outer, rules=rules)
        below = [child.key for child in names.below(kind) if names.reports(child.key)]
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
            frozenset() if kind == names.root else self.left_open(kind),
        )

    def left_open(self, kind: str) -> frozenset[int]:
        """Return the places of rules whose decisions are found apart where they are open."""
        if self.apart(kind) or len(self.runs(kind)) > 1 or not self.in_part(kind):
            return frozenset()
        return rules_apart(self.module, kind, self.units[kind])

    def tests(self, kind: str) -> Probing:
        """Return the tests of things of a kind."""
        line, plan = self.names.line(kind), self.module.plan.kinds[kind]
        domains = {
            number: frozenset(choice.values) for number, choice in self.module.choices_of(plan)
        }
        things = tuple(self.names.variables[level] for level in line)
        return Probing(self.module, plan, things, line, Knowledge(plan, domains))

    def lists(self, quick: Quick, stage: int, pad: str) -> None:
        """Write the calls that decide the members of the lists of a thing in a stage."""
        names = self.names
        for child in names.below(quick.kind):
            if names.reports(child.key) and stage in self.runs(child.key):
                name, call = self.of_kind(child.key), self.run(child.key, stage)
                quick.pass_on(call.args, pad)
                line = laid_out(call, len(pad), len(name) + 3, 0)
                last = stage == self.runs(child.key)[-1]
                part = child.key if last and self.in_part(child.key) else ""
                quick.lines.append(f"{pad}{name} = {line}")
                quick.lines.extend(unless_decided(name, part, pad, quick.kind == names.root))
                folds = self.folds(child.key, stage)
                quick.probing.hoisting.there.update(fold.name for fold in folds)
                quick.probing.hoisting.unsure.update(
                    {fold.name: (not fold.known, False) for fold in folds}
                )
                quick.lines.extend(
                    f"{pad}{fold.name}: Any = {name}[{place}]"
                    for place, fold in enumerate(folds, start=1)
                )
                quick.lines.extend([f"{pad}{name} = {name}[0]"] if folds else [])
