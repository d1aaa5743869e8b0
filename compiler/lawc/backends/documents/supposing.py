"""Changes of facts that would change a result, and results still possible, as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lawc.backends.documents.report import Report
from lawc.backends.documents.words import Words
from lawc.ir.formula import cents
from lawc.ir.types import Money, Type
from lawc.records import dataclass
from lawc.runtime.amounts import Plain
from lawc.runtime.reasons import Answer
from lawc.whatif.told import Matter, PlainChange, PlainOpenAnswer, Supposed, WhatIf


@dataclass(frozen=True, slots=True)
class ResultLine:
    """The value a decision would have; `was` is the present one, `basis` the provisions."""

    decision: str
    value: str
    was: str
    basis: str


@dataclass(frozen=True, slots=True)
class SupposedLine:
    """A supposition, the provisions that would decide, and the results."""

    head: str
    cited: str
    results: tuple[ResultLine, ...]


@dataclass(frozen=True, slots=True)
class WhatIfOutline:
    """Changes of the results of one thing; `remarks` are about facts, by path."""

    supposed: tuple[SupposedLine, ...]
    notes: tuple[str, ...]
    possible: tuple[str, ...]
    remarks: tuple[tuple[str, str], ...]


def what_if_outline(
    report: Report,
    words: Words,
    what_if: WhatIf,
    tidy: Callable[[str], str],
    basis: Callable[[Answer], str],
) -> WhatIfOutline:
    """Return the outline of one thing; `tidy` makes a text safe to show, `basis` says why."""
    making = _Supposing(report, words, tidy, basis)
    return WhatIfOutline(
        tuple(map(making.change, what_if.changes)),
        tuple(making.notes(what_if)),
        tuple(map(making.possible, what_if.opened)),
        tuple(making.remarks(what_if.opened)),
    )


@dataclass(frozen=True, slots=True)
class _Supposing:
    """The report and the words, with the functions that word values and answers."""

    report: Report
    words: Words
    tidy: Callable[[str], str]
    basis: Callable[[Answer], str]

    def change(self, change: PlainChange) -> SupposedLine:
        facts = self.words("what_if_and").join(map(self.fact, change.facts))
        head = self.words("what_if_head", facts=facts)
        results = (self.result(old, new) for old, new in change.answers)
        return SupposedLine(head, ", ".join(map(self.tidy, change.turned)), tuple(results))

    def fact(self, supposed: Supposed) -> str:
        value = self.value(supposed.after, self.report.type(supposed.path))
        text = self.tidy(supposed.words).replace(
            "[value]", self.bare(supposed.after, supposed.path)
        )
        if not text:
            question = self.tidy(self.report.question(supposed.path) or supposed.path)
            text = self.words("what_if_answered", question=question, value=value)
        return text if supposed.near else f"{text} ({self.tidy(supposed.path)})"

    def bare(self, value: Plain, path: str) -> str:
        """Return a value as the words of the vocabulary have it, which say the currency."""
        type_ = self.report.type(path)
        return cents(str(value)) if isinstance(type_, Money) else self.value(value, type_)

    def result(self, old: Answer, new: Answer) -> ResultLine:
        was = self.words("what_if_was", value=self.answer(old))
        basis = self.basis(new) if new.settled else ""
        return ResultLine(self.label(new.decision), self.answer(new), was, basis)

    def notes(self, what_if: WhatIf) -> Iterator[str]:
        for sure in (True, False):
            named = [self.label(key) for key, certain in what_if.same if certain is sure]
            if named:
                key = "what_if_same" if sure else "what_if_same_tried"
                yield self.words(key, decisions=", ".join(named))
        if what_if.changeable and (what_if.changes or what_if.same):
            facts = self.questions(what_if.changeable)
            whole = what_if.size == len(what_if.changeable)
            key = (
                "what_if_one"
                if what_if.size <= 1
                else "what_if_all"
                if whole
                else "what_if_size"
            )
            yield self.words(key, number=what_if.size, facts=facts)

        if what_if.partly:
            yield self.words("what_if_partly", facts=self.questions(what_if.partly))

    def questions(self, paths: tuple[str, ...]) -> str:
        questions = dict.fromkeys(self.report.question(path) or path for path in paths)
        return " ".join(map(self.tidy, questions))

    # --- what is still open ---------------------------------------------------------------

    def possible(self, opened: PlainOpenAnswer) -> str:
        decision = self.label(opened.decision)
        values = [self.outcome(opened.decision, value) for value in opened.outcomes]
        if opened.complete and len(values) == 1:
            return self.words("open_whatever", decision=decision, value=values[0])
        if not values:
            return self.words("open_unsettled", decision=decision)
        key = "open_possible" if opened.complete else "open_among"
        return self.words(key, decision=decision, values=", ".join(values))

    def remarks(self, opened: Iterable[PlainOpenAnswer]) -> Iterator[tuple[str, str]]:
        missing: dict[str, list[tuple[PlainOpenAnswer, Matter]]] = {}
        for open_decision in opened:
            for fact in open_decision.missing:
                missing.setdefault(fact.path, []).append((open_decision, fact))
        for path, facts in missing.items():
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
                    answer=self.outcome(first.decision, outcome),
                )
                for value, outcome in fact.alone
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

    def outcome(self, decision: str, value: Plain | None) -> str:
        if value is None:
            return self.words("answer_nothing")
        return self.value(value, self.report.decided.get(decision))

    def answer(self, answer: Answer) -> str:
        if answer.contradiction:
            return self.words("answer_contradiction")
        if not answer.settled:
            return self.words("answer_unknown")
        return self.outcome(answer.decision, answer.value)

    def value(self, value: Plain | None, type_: Type | None) -> str:
        return self.tidy(self.report.value(value, type_))
