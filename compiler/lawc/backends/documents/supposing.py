"""What would change a result, in lines to be shown, and what is still possible."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lawc.backends.documents.report import Report
from lawc.backends.documents.words import Words
from lawc.ir.formula import cents
from lawc.ir.types import Money, Type
from lawc.records import dataclass
from lawc.runtime.amounts import Plain
from lawc.runtime.reasons import Answer
from lawc.whatif.told import ChangeTold, Matter, OpenTold, Supposed, WhatIf


@dataclass(frozen=True, slots=True)
class ResultLine:
    """What a decision would be; `was` says instead of what, `basis` under which provisions."""

    decision: str
    value: str
    was: str
    basis: str


@dataclass(frozen=True, slots=True)
class SupposedLine:
    """A supposition, the provisions that tell there, and what would follow."""

    head: str
    cited: str
    results: tuple[ResultLine, ...]


@dataclass(frozen=True, slots=True)
class WhatIfOutline:
    """What would change the results of one thing; `remarks` are about facts, by path."""

    supposed: tuple[SupposedLine, ...]
    notes: tuple[str, ...]
    possible: tuple[str, ...]
    remarks: tuple[tuple[str, str], ...]


def what_if_outline(
    report: Report,
    words: Words,
    one: WhatIf,
    tidy: Callable[[str], str],
    basis: Callable[[Answer], str],
) -> WhatIfOutline:
    """Return what is said of one thing; `tidy` makes a text safe to show, `basis` says why."""
    making = _Supposing(report, words, tidy, basis)
    return WhatIfOutline(
        tuple(map(making.change, one.changes)),
        tuple(making.notes(one)),
        tuple(map(making.possible, one.opened)),
        tuple(making.remarks(one.opened)),
    )


@dataclass(frozen=True, slots=True)
class _Supposing:
    """How the parts are said."""

    report: Report
    words: Words
    tidy: Callable[[str], str]
    basis: Callable[[Answer], str]

    def change(self, one: ChangeTold) -> SupposedLine:
        facts = self.words("what_if_and").join(map(self.fact, one.facts))
        head = self.words("what_if_head", facts=facts)
        results = (self.result(old, new) for old, new in one.answers)
        return SupposedLine(head, ", ".join(map(self.tidy, one.turned)), tuple(results))

    def fact(self, one: Supposed) -> str:
        value = self.value(one.after, self.report.type(one.path))
        said = self.tidy(one.words).replace("[value]", self.bare(one.after, one.path))
        if not said:
            question = self.tidy(self.report.question(one.path) or one.path)
            said = self.words("what_if_answered", question=question, value=value)
        return said if one.near else f"{said} ({self.tidy(one.path)})"

    def bare(self, value: Plain, path: str) -> str:
        """Return a value as the words of the vocabulary have it, which say the currency."""
        type_ = self.report.type(path)
        return cents(str(value)) if isinstance(type_, Money) else self.value(value, type_)

    def result(self, old: Answer, new: Answer) -> ResultLine:
        was = self.words("what_if_was", value=self.answer(old))
        basis = self.basis(new) if new.settled else ""
        return ResultLine(self.label(new.decision), self.answer(new), was, basis)

    def notes(self, one: WhatIf) -> Iterator[str]:
        for sure in (True, False):
            named = [self.label(key) for key, certain in one.same if certain is sure]
            if named:
                key = "what_if_same" if sure else "what_if_same_tried"
                yield self.words(key, decisions=", ".join(named))
        if one.changeable and (one.changes or one.same):
            facts = self.questions(one.changeable)
            whole = one.size == len(one.changeable)
            key = "what_if_one" if one.size <= 1 else "what_if_all" if whole else "what_if_size"
            yield self.words(key, number=one.size, facts=facts)

        if one.partly:
            yield self.words("what_if_partly", facts=self.questions(one.partly))

    def questions(self, paths: tuple[str, ...]) -> str:
        asked = dict.fromkeys(self.report.question(path) or path for path in paths)
        return " ".join(map(self.tidy, asked))

    # --- what is still open ---------------------------------------------------------------

    def possible(self, one: OpenTold) -> str:
        decision = self.label(one.decision)
        values = [self.made(one.decision, value) for value in one.outcomes]
        if one.complete and len(values) == 1:
            return self.words("open_whatever", decision=decision, value=values[0])
        if not values:
            return self.words("open_unsettled", decision=decision)
        key = "open_possible" if one.complete else "open_among"
        return self.words(key, decision=decision, values=", ".join(values))

    def remarks(self, opened: Iterable[OpenTold]) -> Iterator[tuple[str, str]]:
        found: dict[str, list[tuple[OpenTold, Matter]]] = {}
        for one in opened:
            for fact in one.missing:
                found.setdefault(fact.path, []).append((one, fact))
        for path, facts in found.items():
            matters = {fact.matters for _, fact in facts}
            if matters == {False}:
                yield path, self.words("open_does_not_matter")
                continue
            first, fact = facts[0]
            type_ = self.report.type(path)
            alone = [
                self.words(
                    "open_alone",
                    value=self.value(value, type_),
                    answer=self.made(first.decision, made),
                )
                for value, made in fact.alone
            ]
            if alone:
                yield (
                    path,
                    "; ".join([self.label(first.decision) + ":", *alone]).replace(":;", ":"),
                )
            elif True in matters:
                yield path, self.words("open_matters")

    # --- words ----------------------------------------------------------------------------

    def label(self, key: str) -> str:
        return self.tidy(self.report.label(key))

    def made(self, decision: str, value: Plain | None) -> str:
        if value is None:
            return self.words("answer_nothing")
        return self.value(value, self.report.decided.get(decision))

    def answer(self, one: Answer) -> str:
        if one.contradiction:
            return self.words("answer_contradiction")
        if not one.settled:
            return self.words("answer_unknown")
        return self.made(one.decision, one.value)

    def value(self, value: Plain | None, type_: Type | None) -> str:
        return self.tidy(self.report.value(value, type_))
