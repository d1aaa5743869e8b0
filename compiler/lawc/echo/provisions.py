"""Provisions in words: the sentences of each element, from what the checked form has there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from lawc.echo.conditions import Conditions
from lawc.echo.ruling import Ruling
from lawc.echo.sentences import first_said
from lawc.echo.writing import UnsaidError, phrase, tree
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import inside

_DATE = Basic.DATE


class Provisions(Ruling):
    """Says what stands in each element."""

    def say(self) -> None:
        """Say every provision."""
        self._terms()
        for definition in self.law.definitions:
            if "#" not in definition.eid and not self._is_listed(definition.eid):
                way = partial(self._definition, definition)
                self._try(definition.eid, definition.condition, way)
        for quantity in self.law.quantities:
            self._try(quantity.eid, quantity.value, partial(self._quantity, quantity))
        cases = self._cases()
        others = [rule for rule in self.law.rules if id(rule) not in cases]
        for listed, group in groupby(others, key=lambda rule: rule.listed_in or ""):
            for rules in _alike(group) if listed else ((rule,) for rule in group):
                eid = listed or rules[0].eid
                self._try(eid, rules[0].condition, partial(self._rule, rules))
        bans = [ban for ban in self.law.bans if "#" not in ban.eid]
        for eid, same in groupby(bans, key=_stands):
            self._try(eid, ir.All(()), partial(self._ban, tuple(same), eid))
        self._asides()
        self._shared()

    def _cases(self) -> set[int]:
        """Say the amounts by case that stand in items; return the rules that are said so."""
        listed = [
            rule
            for rule in self.law.rules
            if rule.listed_in is None and len(rule.gives) == 1 and self._is_listed(rule.eid)
        ]

        def stands(rule: ir.Rule) -> tuple[object, ...]:
            return rule.eid.rpartition("__")[0], rule.gives[0].decision, rule.displaces

        for (above, *_), group in groupby(listed, key=stands):
            rules = tuple(group)
            self._try(str(above), rules[0].condition, partial(self.cases, str(above), rules))
        return set(map(id, listed))

    def _shared(self) -> None:
        """Say from which elements of other acts terms are taken, where nothing else is said."""
        tops = [e for e in self.law.elements if "#" in e.eid and e.parent is None]
        silent = [
            e
            for e in self.law.elements
            if "#" not in e.eid
            and not e.inert
            and e.eid not in self.said
            and e.eid not in self.opening
            and e.eid not in self.unsaid
            and not any(other.parent == e.eid for other in self.law.elements)
        ]
        acts = dict.fromkeys(e.eid.partition("#")[0] for e in tops)
        for act, element in zip(acts, silent, strict=False):
            eids = [e.eid.partition("#")[2] for e in tops if e.eid.startswith(f"{act}#")]
            self._try(element.eid, ir.All(()), partial(self._shares, element.eid, act, eids))

    def _shares(self, eid: str, act: str, eids: list[str]) -> None:
        cited = self.saying.of_other_act(act, eids)
        self._put(eid, tree("shares_terms", cited), Conditions(self.saying, ""))

    def _ban(self, bans: tuple[ir.Ban, ...], eid: str) -> None:
        first = bans[0]
        conditions = self._in(eid, first.kind)
        condition = first.condition
        if first.eid != eid:
            condition = self._together(first.kind, [(b.eid, b.condition) for b in bans])
        for key, instrument in self.saying.vocabulary.instruments.items():
            if instrument.granted != first.granted:
                continue
            for entry in self.saying.named("INSTRUMENT", key):
                parts = conditions.conjuncts(condition)
                abouts = self._abouts(first.kind)
                subject = first_said(self._subjects(parts, abouts, conditions))
                self._put(eid, tree("forbids", phrase(entry), *subject), conditions)
                return
        raise UnsaidError("no sort of acts gives what is forbidden")

    def _asides(self) -> None:
        """Say named days, how values combine, and when the act enters into force."""
        for parameter in self.law.parameters:
            if parameter.eid is not None and parameter.value is not None:
                of = ir.Parameter(parameter.key)
                self._try(parameter.eid, of, partial(self._named_day, parameter))
        for decision in self.law.decisions:
            if decision.combine is not ir.Combine.ONE and decision.combined_in:
                of_decision = ir.Decided(decision.key)
                self._try(decision.combined_in, of_decision, partial(self._combined, decision))
        if self.law.entry is not None:
            day = ir.Literal(self.law.entry.day, _DATE)
            self._try(self.law.entry.eid, day, partial(self._entry, self.law.entry.eid, day))

    def _named_day(self, parameter: ir.ParameterDeclaration) -> None:
        assert parameter.eid is not None
        assert parameter.value is not None
        day = self.saying.literal(ir.Literal(parameter.value, _DATE))
        name = self.saying.noun("DAY_NAME", f"parameter:{parameter.key}")
        self._put(parameter.eid, tree("means_day", name, day), Conditions(self.saying, ""))

    def _combined(self, decision: ir.Decision) -> None:
        results = self.saying.noun("RESULTS", f"{decision.kind}.{decision.key}")
        one = self.saying.noun("SINGLE", decision.kind)
        body = tree("combines", results, one, tree(decision.combine.value))
        self._put(decision.combined_in, body, Conditions(self.saying, ""))

    def _entry(self, eid: str, day: ir.Literal) -> None:
        body = tree("enters_into_force", self.saying.literal(day))
        self._put(eid, body, Conditions(self.saying, ""))


def _alike(rules: Iterable[ir.Rule]) -> Iterator[tuple[ir.Rule, ...]]:
    """Yield the rules of a list that decide the same."""
    for _, same in groupby(rules, key=lambda rule: (rule.kind, rule.gives, rule.displaces)):
        yield tuple(same)


def _stands(ban: ir.Ban) -> str:
    """Return the element of the sentence of a ban: that of the list of which it is an item."""
    listed = any(
        isinstance(part, ir.Stated) and part.eid == ban.eid for part in inside(ban.condition)
    )
    return ban.eid.rpartition("__")[0] if listed else ban.eid
