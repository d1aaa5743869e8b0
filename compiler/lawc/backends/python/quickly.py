"""The functions that decide a whole case quickly, kind by kind: see `quick`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from lawc.backends.python.asked import member_probing
from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import Call, Code, either, laid_out, negated
from lawc.backends.python.outcomes import result_class
from lawc.backends.python.plan import Plan as Names
from lawc.backends.python.probing import Probing
from lawc.backends.python.quick import Quick
from lawc.backends.python.ranking import Unit, units_of
from lawc.backends.python.slotting import Slotting
from lawc.plan.phases import above, members
from lawc.plan.slots import KindPlan, Op
from lawc.records import dataclass


@dataclass(frozen=True)
class Quickly:
    """The quick functions of a law while they are written; `results` are their constants."""

    module: Slotting
    results: dict[Code, str]
    units: dict[str, tuple[Unit, ...]] = field(default_factory=dict)

    @property
    def names(self) -> Names:
        """The names of the law in Python."""
        return self.module.names

    def functions(self) -> list[str]:
        """Return the functions, those of members before those of their owners.

        Raises:
            NotQuickError: things of a kind are decided from their slots alone.
        """
        kinds = [kind for kind in [*self.names.kinds][::-1] if self.names.reports(kind)]
        return [self.function(kind) for kind in kinds]

    def decided(self, kind: str) -> str:
        """Return the variable of what is decided of the things of a kind."""
        return f"d{[*self.names.kinds].index(kind)}"

    def name(self, kind: str) -> str:
        """Return the name of the function that decides things of a kind."""
        return f"_quick_{self.names.variables[kind]}"

    def function(self, kind: str) -> str:
        """Return the function that decides the members of a list, or the whole case."""
        names, root = self.names, kind == self.names.root
        line = names.line(kind)
        scope = line if root else line[1:]
        things = [f"{names.variables[one]}: {names.classes[one]}" for one in scope]
        result = result_class(names, kind)
        returns = f"{result} | None" if root else f"tuple[{result}, ...] | None"
        head = Call(self.name(kind), (*things, "days: Days"))
        body = self.whole(kind) if root else self.members(kind)
        return "\n".join(
            [
                f"def {laid_out(head, 0, 4, 5 + len(returns))} -> {returns}:",
                '    """Decide if all is known that matters, else return None."""',
                *self.days(body, whole=root),
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

    def whole(self, kind: str) -> list[str]:
        """Return the lines that decide a whole case."""
        thing = self.names.variables[kind]
        lines = established(self.names, kind, thing, "    ")
        quick = self.quick(kind, (thing,), "return {}", ("days",))
        return [*lines, *self.lists(kind, "    "), *self.blocks(quick, kind, "    ")]

    def members(self, kind: str) -> list[str]:
        """Return the lines that decide the members of a list."""
        names = self.names
        line = names.line(kind)
        things = tuple(names.variables[one] for one in line)
        group = f"{things[1]}.{names.fields[line[1], names.kinds[kind].field or '']}"
        lines = [f"    group = {group}", "    if group is None:", "        return None"]
        quick = self.quick(kind, things, "made.append({})", ())
        bits = self.bits(quick, kind)
        blocks = self.blocks(quick, kind, "        ")
        if blocks[-1] == "        continue":
            blocks.pop()
        own = established(names, kind, things[0], "        ")
        return [
            *lines,
            *bits,
            "    made: list[Any] = []",
            f"    for {things[0]} in group:",
            *([] if bits else own),
            *self.lists(kind, "        "),
            *blocks,
            "    return tuple(made)",
        ]

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
            decisions,
            probing,
            result_class(names, kind),
            takes,
            tuple(map(self.decided, below)),
            ends,
            self.results,
        )

    def lists(self, kind: str, pad: str) -> list[str]:
        """Return the lines that decide the members of the lists of a thing."""
        names, lines = self.names, []
        for one in names.below(kind):
            if names.reports(one.key):
                name = self.decided(one.key)
                things = ", ".join([*(names.variables[k] for k in names.line(kind)), "days"])
                lines.append(f"{pad}{name} = {self.name(one.key)}({things})")
                lines += [f"{pad}if {name} is None:", f"{pad}    return None"]
        return lines

    def blocks(self, quick: Quick, kind: str, pad: str) -> list[str]:
        """Return the lines that decide one thing."""
        units = units_of(self.names, self.module.plan, kind) if quick.decisions else ()
        self.units[kind] = units
        quick.prepare(units)
        quick.write(units, pad)
        for number, line in sorted(quick.spot.items(), key=lambda one: -one[1]):
            inner = re.match(" *", quick.lines[line])
            indent = "" if inner is None else inner[0]
            names = [f"{indent}v{number}: Any = None", f"{indent}c{number}: Any = ()"]
            quick.lines[line:line] = names
        return quick.lines

    # --- what all members of a list share ---

    def bits(self, quick: Quick, kind: str) -> list[str]:
        """Return the lines that find which conditions about a list one member satisfies."""
        names, owner = self.names, self.names.line(kind)[1]
        plan, above_ = self.module.plan.kinds[kind], self.module.plan.kinds[owner]
        for slot in plan.slots:
            if slot.op is Op.ABOVE and above(slot)[0] == 1:
                fold = above_.slots[above(slot)[1]]
                if fold.op is Op.SOME and fold.detail[0] == 1 and members(fold)[0] == kind:
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


def established(names: Names, kind: str, variable: str, pad: str) -> list[str]:
    """Return the lines that give up where something is established of a thing."""
    if not names.established(kind):
        return []
    return [f"{pad}if {variable}._established:", f"{pad}    return None"]
