"""Elements of a law asked by their citation, in a package.

`lawc.meaning.holdings` says the same of the checked form. `law.json` tells what each element
says: the slots of its parts, and where the nodes of their trees stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from lawc.runtime.completions.forms import DecisionForm, Form, Gift, all_of, any_of
from lawc.runtime.completions.outcomes import outcome
from lawc.runtime.completions.turns import of_days
from lawc.runtime.engine.forms import forms_of
from lawc.runtime.engine.law import Data, Ref
from lawc.runtime.engine.missing import missing_at
from lawc.runtime.engine.tables import Table
from lawc.runtime.engine.trees import OfMeaning, OfMembers, Tree, Trees
from lawc.runtime.holdings import (
    AskedUnder,
    Holding,
    Says,
    no_such_thing,
    plain_citation,
    refusal,
    together,
)
from lawc.runtime.logic import CONTRADICTION, NOTHING, State
from lawc.runtime.logic import all_of as all_true
from lawc.runtime.logic import any_of as any_true
from lawc.runtime.logic import in_force as in_force_on
from lawc.runtime.reasons import Cited, Ground, Head, Node, Reasons, Rests
from lawc.runtime.reasons import Gift as Given
from lawc.runtime.results import Status
from lawc.runtime.values import Truth


class Part(NamedTuple):
    """A part of what an element says; `rule` is the place of its rule, -1 if it is of none."""

    ref: Ref
    start: date | None
    end: date | None
    rule: int
    at: tuple[Any, ...]
    node: Data | None
    amount: Data | None


class Saying(NamedTuple):
    """What an element says of a thing of a kind."""

    citation: str
    kind: str
    says: Says
    type: str
    key: str
    cited: Cited
    parts: tuple[Part, ...]


class Elements:
    """What the elements of a law say, by citation."""

    def __init__(self, trees: Trees) -> None:
        self.trees = trees
        self.law = trees.law
        self.sayings: Mapping[str, tuple[Saying, ...]] = {
            citation: tuple([_saying(citation, data) for data in several])
            for citation, several in self.law.data["elements"].items()
        }

    def ask(self, table: Table, element: str, of: str, under: AskedUnder) -> Holding:
        """Return what an element comes to in the case of a table.

        Raises:
            AskError: no such element says what can hold, or there is no such thing.
        """
        several = self.sayings
        citation = element if element in several else plain_citation(element)
        if citation not in several:
            raise refusal(citation, several)
        at = self._thing(table, several[citation], of)
        parts = tuple([self._holding(saying, at, under) for saying in several[citation]])
        return together(citation, at.path, parts)

    def _thing(self, case: Table, several: tuple[Saying, ...], of: str) -> Table:
        lines = [self.law.kinds[saying.kind].line for saying in several]
        kind = max(lines, key=len)[0]
        tables = [at for at in self._below(case) if kind in self.law.kinds[at.kind].line]
        own = [at for at in tables if at.kind == kind]
        found = [at for at in tables if at.path == of] if of else own
        if len(found) == 1:
            return found[0]
        raise no_such_thing(of, several[0].citation, kind, [at.path for at in own])

    def _below(self, table: Table) -> Iterator[Table]:
        yield table
        for kind in self.law.kinds[table.kind].below:
            for member in table.members(self.law.kinds[kind]) or ():
                yield from self._below(member)

    def _holding(self, saying: Saying, thing: Table, under: AskedUnder) -> Holding:
        table = thing.up(self.law.kinds[thing.kind].line.index(saying.kind))
        result, needed, lapsed = self._result(saying, table)
        status = Status.DECIDED
        if lapsed:
            status = Status.NOT_IN_FORCE
        elif result is None:
            status = Status.OPEN
        elif isinstance(result, State):
            status = Status(result.value)
        kind = self.law.kinds[saying.kind]
        established = bool(saying.key) and (
            getattr(table.thing, kind.attributes[saying.key]) is not None
        )
        return Holding(
            saying.citation,
            thing.path,
            saying.says,
            saying.type,
            None if isinstance(result, State) else result,
            status,
            needed,
            tuple(self._grounds(saying, table)),
            under,
            established,
        )

    def _now(self, part: Part, table: Table) -> Truth:
        if part.start is None and part.end is None:
            return True
        return in_force_on(table.memo.days[self.law.law_day], part.start, part.end)

    def _result(self, saying: Saying, table: Table) -> tuple[Any, tuple[str, ...], bool]:
        """Return the value (None: open), the missing facts, whether no part is in force."""
        parts = [part for part in saying.parts if self._now(part, table) is not False]
        if not parts:
            return NOTHING, (), True
        if saying.type != "truth":
            amount = table.value(parts[0].ref)
            rests = missing_at(self.law, table, parts[0].ref)
            if amount is None and not rests:
                return CONTRADICTION, (), False
            lapsed = amount is NOTHING and bool(saying.key) and self._lapsed(saying.key, table)
            return amount, rests, lapsed
        truths = [
            all_true(self._now(part, table), _truth(table.value(part.ref))) for part in parts
        ]
        truth = any_true(*truths)
        if truth is not None:
            return truth, (), False
        rests = self._rests(parts, table)
        if not rests:
            return CONTRADICTION, (), False
        completed = outcome(self._form(parts, table))
        if completed.settled:
            return completed.value, (), False
        matters = completed.matters or frozenset(rests)
        return None, tuple([path for path in rests if path in matters]) or rests, False

    def _rests(self, parts: list[Part], table: Table) -> tuple[str, ...]:
        paths: list[str] = []
        for part in parts:
            if self._now(part, table) is None:
                paths.append(self.law.law_day)
            paths += missing_at(self.law, table, part.ref)
        return tuple(dict.fromkeys(paths))

    def _form(self, parts: list[Part], table: Table) -> DecisionForm:
        forms = forms_of(self.law, table)
        several: list[Form] = []
        for part in parts:
            now: Form = self._now(part, table)
            if now is None:
                now = ("turns", f"day {self.law.law_day}", of_days(part.start, part.end))
            several.append(all_of((now, forms.truth_at(table, part.ref))))
        form = any_of(several)
        gift = Gift(form, True, None, None)
        assumed = forms.assumptions([form])
        return DecisionForm(forms.kept.parts, (gift,), (), assumed, "one", False)

    def _lapsed(self, key: str, table: Table) -> bool:
        """Return whether no version of a quantity is in force."""
        day = table.memo.days.get(self.law.law_day)
        return all(
            (start is not None or end is not None) and in_force_on(day, start, end) is False
            for start, end in self._periods(key)
        )

    def _periods(self, key: str) -> Iterator[tuple[date | None, date | None]]:
        for version in self.law.data["defined"][key]["versions"]:
            yield _day(version.get("start")), _day(version.get("end"))

    # --- reasons ---

    def _grounds(self, saying: Saying, table: Table) -> Iterator[Ground]:
        for part in saying.parts:
            if part.rule >= 0:
                ground = self.trees.of_rule(part.rule).ground(table)
                if ground is not None:
                    yield ground
            elif self._now(part, table) is False:
                continue
            elif part.amount is None:
                node = self._tree(saying, part).node(table)
                yield Ground(saying.cited, node.truth, Reasons(node, ()))
            else:
                amount = self.trees.amounts.tree(part.amount, saying.kind).amount(table)
                given = Given(saying.key or saying.citation, amount.value, True, amount)
                condition = Node(Head("", Rests.ALL), True)
                yield Ground(saying.cited, True, Reasons(condition, (given,)))

    def _tree(self, saying: Saying, part: Part) -> Tree:
        if part.node is not None:
            return self.trees.tree(part.node, saying.kind)
        if not part.at:
            head = Head("", Rests.DEFINITION, term=saying.key)
            return OfMeaning(head, 0, self.trees.meanings[saying.key])
        word, place, *path = part.at
        tree: Tree
        if word == "rule":
            tree = self.trees.conditions[place]
        else:
            tree = self.trees.meanings[place].versions[path.pop(0)]
        for step in path:
            tree = tree.part if isinstance(tree, OfMembers) else tree.parts[step]  # type: ignore[union-attr]  # only these have parts
        return tree


def _truth(value: Any) -> Truth:
    return False if value is NOTHING else value


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _saying(citation: str, data: Data) -> Saying:
    parts = []
    for part in data["parts"]:
        slot = part["slot"]
        parts.append(
            Part(
                Ref(0, slot) if isinstance(slot, int) else Ref(*slot),
                _day(part.get("start")),
                _day(part.get("end")),
                part.get("rule", -1),
                tuple(part.get("at", ())),
                part.get("node"),
                part.get("amount"),
            )
        )
    cited = Cited(
        citation, data.get("text", ""), data.get("source", ""), data.get("remark", "")
    )
    return Saying(
        citation,
        data["kind"],
        Says(data["says"]),
        data["type"],
        data.get("key", ""),
        cited,
        tuple(parts),
    )
