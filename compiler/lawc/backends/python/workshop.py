"""What functions of a generated module share while they are written, and how they ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from lawc.backends.python.layout import Call, Code, laid_out
from lawc.backends.python.plan import Plan, Scope
from lawc.ir import nodes as ir
from lawc.records import dataclass
from lawc.runtime.values import Period, ProvisionRange


@dataclass
class Workshop:
    """What the functions of one module share; it grows while they are written."""

    plan: Plan
    lists: dict[tuple[str, str], list[tuple[ProvisionRange, ...]]] = field(default_factory=dict)
    tables: dict[tuple[Period, bool, bool], str] = field(default_factory=dict)
    functions: dict[tuple[object, ...], tuple[str, str]] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    results: dict[Code, str] = field(default_factory=dict)  # constants, by what makes them
    quick: list[str] = field(default_factory=list)  # the kinds with a quick function
    known: frozenset[str] = frozenset()  # the days, which are there, for now
    bare: frozenset[str] = frozenset()  # kinds of which nothing is established, for now

    def constant(self, text: str, name: str) -> str:
        """Return the name of the constant that is `text`."""
        taken = self.constants.values()
        if text not in self.constants:
            free = name if name and name not in taken else f"VALUE_{len(self.constants) + 1}"
            self.constants[text] = free
        return self.constants[text]

    def result(self, code: Code) -> str:
        """Return the name of a result, or of results by truth, that `code` makes."""
        return self.results.setdefault(code, f"RESULT_{len(self.results) + 1}")

    def results_of(self, code: Code) -> str:
        """Return the name of the table of results that `code` makes."""
        return self.results.setdefault(code, f"RESULTS_{len(self.results) + 1}")

    def bit(self, subject: ir.Fact, ranges: tuple[ProvisionRange, ...]) -> int:
        """Return the bit that tells whether `subject` may lie in `ranges`."""
        lists = self.lists.setdefault((subject.kind, subject.key), [])
        if ranges not in lists:
            lists.append(ranges)
        return 1 << 2 * lists.index(ranges)

    def table_name(self, subject: ir.Fact) -> str:
        """Return the name of the lists of provisions that a fact may lie in."""
        return f"LISTS_{[*self.lists].index((subject.kind, subject.key)) + 1}"

    def latest(self, period: Period, *, before: bool, strict: bool) -> str:
        """Return the name of the table of latest days for a period."""
        key = (period, before, strict)
        return self.tables.setdefault(key, f"LATEST_{len(self.tables) + 1}")

    def function(self, key: tuple[object, ...], word: str, write: Callable[[str], str]) -> str:
        """Return the name of the function under `key`, written by `write` the first time."""
        key = (*key, self.bare)
        if key not in self.functions:
            name, taken = f"_{word}", {name for name, _ in self.functions.values()}
            name = name if name not in taken else f"_{word}_{len(taken) + 1}"
            self.functions[key] = (name, "")
            self.functions[key] = (name, write(name))
        return self.functions[key][0]


@dataclass
class Body:
    """A function being written: the scope, and what it remembers while it runs.

    `local` has the variables of what the function has computed for the thing in scope.
    """

    shop: Workshop
    scope: Scope
    local: dict[tuple[str, object], str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    kept: dict[Code, str] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)  # what is read and surely not missing
    seen: set[ir.Fact] = field(default_factory=set)  # what a test before has read
    hoisted: bool = False  # the days are variables of the function
    eager: bool = True  # lists of provisions are looked up at the start
    mark: str = ""  # tells the names of this body from those of the bodies around it

    @property
    def plan(self) -> Plan:
        """Return the plan of the law."""
        return self.shop.plan

    def day(self, key: str) -> str:
        """Return Python for a day that is asked for."""
        name = self.plan.parameters[key]
        return name if self.hoisted else f"days.{name}"

    def listed(self, look: str) -> Code:
        """Return Python for the lists that a provision lies in."""
        if not self.eager:
            return look
        return self.lists.setdefault(look, f"in_lists_{self.mark}{len(self.lists) + 1}")

    def prelude(self, indent: int) -> list[str]:
        """Return the lines that look up lists of provisions."""
        return [f"{' ' * indent}{name} = {look}" for look, name in self.lists.items()]


@dataclass(frozen=True, slots=True)
class Asked:
    """How a condition is asked: whether it surely holds, or whether it may.

    `loose`: a condition that cannot hold may pass as possible; nothing possible is left out.
    `whole`: the test is a conjunct of a test that is asked first for what is possible, then for
    what is sure; what the first computes is kept for the second.
    """

    sure: bool
    loose: bool = False
    whole: bool = False


SURE, POSSIBLE, LOOSE = Asked(sure=True), Asked(sure=False), Asked(sure=False, loose=True)
FIRST, SECOND = Asked(sure=False, whole=True), Asked(sure=True, whole=True)


def heading(plan: Plan, name: str, scope: Scope, returns: str = "Truth") -> list[str]:
    """Return the first line of a function about the things of `scope`, laid out."""
    things = [f"{variable}: {plan.classes[kind]}" for kind, variable in scope.things]
    made = Call(name, (*things, "days: Days"))
    return [f"def {laid_out(made, 0, 4, 5 + len(returns))} -> {returns}:"]
