"""Names of what a report shows: in the words of the vocabulary, and as the law cites."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from lawc.backends.documents.report import Report, report
from lawc.backends.documents.words import Words, words
from lawc.impact.groupings import UNKNOWN
from lawc.impact.layers import ALL, BEFORE, NOW, TOTAL, WITH_OTHERS, WITHOUT, Head
from lawc.impact.rows import ALONE, CAUSE, DECIDES, DISPLACED, NEEDED, REACHES
from lawc.impact.tables import Table
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money
from lawc.records import dataclass
from lawc.runtime.calendar import day_of

_COLUMNS = {
    TOTAL: "impact_total", WITHOUT: "impact_without", WITH_OTHERS: "impact_with_others",
    NOW: "impact_now", BEFORE: "impact_before_column", REACHES: "impact_reaches",
    DECIDES: "impact_decides", ALONE: "impact_alone", DISPLACED: "impact_displaced_column",
}  # fmt: skip
_STATUSES = {
    "=": "impact_amount", "nothing": "impact_nothing", "open": "impact_open",
    "contradiction": "impact_contradiction", "not_in_force": "impact_not_in_force",
}  # fmt: skip


@dataclass(frozen=True)
class Names:
    """The names of a law. `written` are the words of the vocabulary for values, by fact."""

    law: ir.Law
    written: Mapping[str, str]

    @cached_property
    def frame(self) -> Words:
        """The words around those of the law."""
        return words(self.law.language)

    @cached_property
    def report(self) -> Report:
        """The words of the law for keys and values."""
        return report(self.law, "", {}, ())

    @cached_property
    def citations(self) -> Mapping[str, str]:
        """The citation of each element."""
        return self.law.citations

    def named(self, kind: str, key: str) -> str:
        """Return the words of the law for a fact or decision, else its key."""
        own = (n.text for n in self.law.names if (n.kind, n.key) == (kind, key))
        return next(own, self.written.get(f"concept:{kind}.{key}", key.replace("_", " ")))

    def decision(self, decision: ir.Decision) -> str:
        """Return the name of a decision."""
        return self.named(decision.kind, decision.key)

    def unit(self, kind: str) -> str:
        """Return the name of a kind of things."""
        return kind.replace("_", " ")

    def grouping(self, name: str) -> str:
        """Return the name of a fact or concept."""
        kind, _, key = name.partition(".")
        return self.named(kind, key)

    def group(self, name: str, group: str) -> str:
        """Return the name of a group of a grouping."""
        if group == UNKNOWN:
            return self.frame("impact_unknown")
        if group in ("true", "false"):
            return self.frame("fact_yes" if group == "true" else "fact_no")
        return self.written.get(f"{name}={group}", group.replace("_", " "))

    def outcome(self, decision: ir.Decision, outcome: str) -> str:
        """Return the name of what is decided."""
        if outcome in _STATUSES:
            return self.frame(_STATUSES[outcome])
        value, type_ = outcome.removeprefix("="), decision.type
        if isinstance(type_, Choice):
            return self.written.get(f"{decision.kind}.{decision.key}={value}") or (
                self.report.label(value)
            )
        if type_ is Basic.TRUTH:
            return self.frame("fact_yes" if value == "true" else "fact_no")
        if type_ is Basic.PROVISION:
            return value
        return self.number(decision, Fraction(value))

    def number(self, decision: ir.Decision, number: Fraction) -> str:
        """Return a number of a decision as it is read."""
        match decision.type:
            case Basic.DATE:
                return self.frame.day(day_of(int(number)))
            case Money() as money if number.denominator in (1, 2, 4, 5, 10, 20, 25, 50, 100):
                cents = int(number * 100)
                sign, cents = ("-" if cents < 0 else ""), abs(cents)
                decimals = f".{cents % 100:02}" if cents % 100 else ""
                name = self.report.names.get(money.currency, money.currency)
                return f"{sign}{cents // 100:,}{decimals} {name}"
            case Basic.FRACTION:
                return self.report.worded(str(number), "fraction")
            case _ if number.denominator == 1:
                return f"{int(number):,}"
            case _:
                return str(number)

    def section(self, head: Head) -> str:
        """Return the name of the section that a row is in, empty if it is in none."""
        section, _ = head
        if section in (TOTAL, DECIDES, BEFORE, NEEDED):
            return ""
        return self.frame("impact_cause") if section == CAUSE else self.grouping(section)

    def row(self, table: Table, head: Head) -> str:
        """Return the name of a row."""
        section, key = head
        if head == ALL:
            return self.frame("impact_all")
        match section:
            case _ if section == DECIDES:
                return self.citations.get(key, key)
            case _ if section == BEFORE:
                return self.outcome(table.decision, key)
            case _ if section == NEEDED:
                kind, _, fact = key.partition(".")
                own = self.named(kind, fact)
                return own if kind == table.decision.kind else f"{self.unit(kind)}: {own}"
            case _ if section == CAUSE:
                return key
            case _:
                return self.group(section, key)

    def column(self, table: Table, column: str) -> str:
        """Return the name of a column."""
        if table.what == "moves" and column != TOTAL:
            sides = [self.outcome(table.decision, side) for side in column.split("\t")]
            return " → ".join(sides)
        if table.what == "moves":
            return self.frame("impact_moved")
        if column in _COLUMNS:
            return self.frame(_COLUMNS[column])
        return column if table.what == "displaced" else self.outcome(table.decision, column)
