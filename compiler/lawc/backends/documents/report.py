"""What a document about a case is made from: explanations, and what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from lawc.ir import nodes as ir
from lawc.ir.formula import cents
from lawc.ir.questions import currencies, questions
from lawc.ir.types import Money
from lawc.records import dataclass
from lawc.runtime.explained import Context, without_numbers
from lawc.runtime.reasons import Explanation
from lawc.whatif.told import WhatIf


@dataclass(frozen=True, slots=True)
class Report:
    """The explanations of one case.

    `days` are the parameters that the case was decided for. `questions` ask for a fact, by its
    path without the numbers in it: `offences.category`. `labels` name keys and values in the
    language of the reader; a key without label is shown with spaces for underscores. `what_if`
    says, for each explanation, what would change it; None if that was not asked. `currencies`
    are those of amounts, by path as well, `decided` those of decisions, by key.
    """

    title: str
    language: str
    case: str
    days: tuple[tuple[str, date], ...]
    explanations: tuple[Explanation, ...]
    questions: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    what_if: tuple[WhatIf, ...] | None = None
    currencies: Mapping[str, str] = field(default_factory=dict)
    decided: Mapping[str, str] = field(default_factory=dict)

    def question(self, path: str) -> str:
        """Return the question that asks for the fact at `path`, empty if there is none."""
        return Context(self.title, self.language, self.days, self.questions).question(path)

    def label(self, key: str) -> str:
        """Return what a reader is shown for a key, or for a value that is one."""
        return self.labels.get(key, key.replace("_", " "))

    def value(self, value: str | int, currency: str | None) -> str:
        """Return what a reader is shown for a value that is no truth."""
        if currency is None:
            return self.label(str(value))
        return f"{cents(str(value))} {currency}"

    def currency(self, path: str) -> str | None:
        """Return the currency of the amount at `path`, None if it is not of money."""
        return self.currencies.get(without_numbers(path))


def report(
    law: ir.Law,
    case: str,
    days: Mapping[str, date],
    explanations: tuple[Explanation, ...],
    labels: Mapping[str, str] | None = None,
    what_if: tuple[WhatIf, ...] | None = None,
) -> Report:
    """Return the report of `case` under `law`, with the questions that the law declares.

    A day that the law itself says is told as well, where `days` does not say another.
    """
    asked = [(one.key, days.get(one.key, one.value)) for one in law.parameters]
    asked += [(key, days.get(key)) for key in law.idle_days]
    used = tuple((key, day) for key, day in asked if day is not None)
    return Report(
        law.title,
        law.language,
        case,
        used,
        explanations,
        questions(law),
        labels or {},
        what_if,
        currencies(law),
        {one.key: one.type.currency for one in law.decisions if isinstance(one.type, Money)},
    )
