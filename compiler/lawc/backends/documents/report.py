"""The contents of a document about a case: its explanations, and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from fractions import Fraction

from lawc.backends.documents.words import Words, words
from lawc.ir import nodes as ir
from lawc.ir.formula import cents, decimal
from lawc.ir.questions import names, questions, types, units
from lawc.ir.types import Basic, Money, Type
from lawc.records import dataclass
from lawc.runtime.amounts import Plain
from lawc.runtime.explained import Context, without_numbers
from lawc.runtime.reasons import Explanation
from lawc.whatif.told import WhatIf


@dataclass(frozen=True, slots=True)
class Report:
    """The explanations of one case.

    `days` are the parameters that the case was decided for. `questions` ask for a fact, by its
    path without the numbers in it: `offences.category`. `labels` name keys and values in the
    language of the reader; a key without label is shown with spaces for underscores. `what_if`
    has the changes that would alter each explanation; None if they were not asked for. `types`
    are those of facts, days and quantities, by path as well, `decided` those of decisions, by
    key. `names` are the words of the law for them, by path, and for currencies. `percent` says
    that the law speaks of so many per cent, and `units` name parts of currencies by their size.
    """

    title: str
    language: str
    case: str
    days: tuple[tuple[str, date], ...]
    explanations: tuple[Explanation, ...]
    questions: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    what_if: tuple[WhatIf, ...] | None = None
    types: Mapping[str, Type] = field(default_factory=dict)
    decided: Mapping[str, Type] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    percent: bool = False
    units: Mapping[Fraction, str] = field(default_factory=dict)

    def question(self, path: str) -> str:
        """Return the question that asks for the fact at `path`, empty if there is none."""
        return Context(self.title, self.language, self.days, self.questions).question(path)

    def label(self, key: str) -> str:
        """Return the words shown for a key, or for a value that is a key."""
        return self.labels.get(key, key.replace("_", " "))

    def value(self, value: Plain | None, type_: Type | None) -> str:
        """Return the words shown for a value of a type, None if the type is not known."""
        match type_:
            case Money(currency):
                return self.worded(value, "money", currency)
            case Basic():
                return self.worded(value, type_.value)
            case _:
                return self.worded(value, "")

    def worded(self, value: Plain | None, type_: str, currency: str = "") -> str:
        """Return the words shown for a value of the type of an amount."""
        frame = words(self.language)
        match value:
            case None:
                return frame("fact_unknown")
            case bool():
                return frame("fact_yes" if value else "fact_no")
            case _ if type_ == "money":
                return f"{cents(str(value))} {self.names.get(currency, currency)}"
            case str() if type_ == "date":
                return frame.day(value)
            case _ if type_ == "fraction":
                return self._fraction(Fraction(value), frame)
            case _:
                return self.label(str(value))

    def _fraction(self, value: Fraction, frame: Words) -> str:
        shown = decimal(value * 100) if self.percent else ""
        return frame("per_cent", number=shown) if shown else str(value)

    def type(self, path: str) -> Type | None:
        """Return the type of the value at `path`, None if it is not known."""
        return self.types.get(without_numbers(path))

    def name(self, path: str) -> str:
        """Return the words of the law for the value at `path`, empty if there are none."""
        return self.names.get(without_numbers(path), "")


def report(
    law: ir.Law,
    case: str,
    days: Mapping[str, date],
    explanations: tuple[Explanation, ...],
    labels: Mapping[str, str] | None = None,
    what_if: tuple[WhatIf, ...] | None = None,
) -> Report:
    """Return the report of `case` under `law`, with the questions that the law declares.

    A day that the law itself sets is in it, unless `days` has another.
    """
    days_by_key = [
        (parameter.key, days.get(parameter.key, parameter.value))
        for parameter in law.parameters
    ]
    days_by_key += [(key, days.get(key)) for key in law.idle_days]
    used = tuple((key, day) for key, day in days_by_key if day is not None)
    return Report(
        law.title,
        law.language,
        case,
        used,
        explanations,
        questions(law),
        labels or {},
        what_if,
        types(law),
        {decision.key: decision.type for decision in law.decisions},
        names(law),
        _speaks_of_per_cent(law),
        units(law),
    )


def _speaks_of_per_cent(law: ir.Law) -> bool:
    """Return whether the text of a law has a number of per cent."""
    per_cent = words(law.language)("per_cent", number="").strip()
    return any(
        per_cent in text for element in law.elements for text in (element.text, *element.table)
    )
