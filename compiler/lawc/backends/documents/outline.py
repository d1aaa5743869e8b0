"""Explanations in the order a reader asks: what, why, what else, what is missing.

The renderings share this outline and differ only in how they set it out. Every string here
is ready to be shown, `tidy` applied, and not yet escaped for any format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum

from lawc.backends.documents.reckoned import AmountLine, Reckoned
from lawc.backends.documents.report import Report
from lawc.backends.documents.showing import tidy
from lawc.backends.documents.simplify import simplified, worded
from lawc.backends.documents.supposing import WhatIfOutline, what_if_outline
from lawc.backends.documents.words import Words, words
from lawc.ir.types import Type
from lawc.records import dataclass
from lawc.runtime.amounts import Plain
from lawc.runtime.logic import not_
from lawc.runtime.reasons import (
    Answer,
    Explanation,
    FactUsed,
    Gift,
    Ground,
    Node,
    OutOfForce,
    Rests,
)
from lawc.runtime.repeated import lay_out_once
from lawc.runtime.values import Truth
from lawc.whatif.told import WhatIf

_WEAK = ("reported", "assumed")


class Group(Enum):
    """The place of a ground in the document; the values are keys of words."""

    WHY = "why"
    WHY_NONE = "why_none"
    OPEN = "open"
    DISPLACED = "displaced"
    OTHERS = "others"


OPENED = (Group.WHY, Group.WHY_NONE, Group.OPEN)  # even where the rest is one line each


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact with its value; `remark` says if it was assumed.

    `name` are the words of the law for it, empty if there are none.
    """

    path: str
    value: str
    remark: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A condition; `phrase` says how the parts join. `carries`: the truth above rests on it.

    `weak` is the source mark, with its remark, of a provision less well known than the one
    around it; `remark` says so.
    """

    rests: Rests
    truth: Truth
    citation: str
    text: str
    phrase: str
    facts: tuple[FactLine, ...]
    remark: str
    weak: tuple[str, str] | None
    parts: tuple[Line, ...]
    carries: bool = True


@dataclass(frozen=True, slots=True)
class GroundLine:
    """A ground; `effects` are displacement and force, `sources` the weak marks it rests on.

    `amounts` are the computations of the values that it gives.
    """

    group: Group
    applies: Truth
    citation: str
    text: str
    state: str
    gives: str
    effects: tuple[str, ...]
    sources: tuple[str, ...]
    condition: Line
    amounts: tuple[AmountLine, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A decision, its value and the basis of that."""

    decision: str
    value: str
    settled: bool
    basis: str


@dataclass(frozen=True, slots=True)
class Need:
    """A fact still needed: its question if there is one, its path, its effect."""

    question: str
    path: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ThingOutline:
    """The explanation of one thing; `path` is empty for the whole case."""

    path: str
    answers: tuple[AnswerLine, ...]
    groups: tuple[tuple[Group, tuple[GroundLine, ...]], ...]
    needed: tuple[Need, ...]
    what_if: WhatIfOutline | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document about a case."""

    title: str
    subtitle: tuple[str, ...]
    things: tuple[ThingOutline, ...]


def outline(report: Report) -> Outline:
    """Return `report` in the order of the document."""
    making = _Making(report, words(report.language))
    days = (
        making.words("on_day", day=report.label(key), date=making.words.day(day))
        for key, day in report.days
    )
    case = [_named(making.words, report.case)] if report.case else []
    subtitle = tuple(tidy(line) for line in (*case, *days))
    supposed = report.what_if or [None] * len(report.explanations)
    things = map(making.thing, report.explanations, supposed)
    return Outline(tidy(report.title), subtitle, tuple(things))


def _named(words: Words, case: str) -> str:
    """Return the name of a case with the word for it, once: `case.json` is "case"."""
    word = words("of_case", case="").strip().casefold()
    return case if case.casefold().startswith(word) else words("of_case", case=case)


@dataclass(frozen=True, slots=True)
class _Making:
    """`cases` are the facts whose every value was tried for the thing."""

    report: Report
    words: Words
    cases: frozenset[str] = frozenset()

    def thing(self, explanation: Explanation, supposed: WhatIf | None) -> ThingOutline:
        cases = frozenset(path for answer in explanation.answers for path in answer.by_cases)
        making = replace(self, cases=cases)
        grounds = [making.ground(ground, explanation) for ground in explanation.grounds]
        groups = ((key, tuple(g for g in grounds if g.group is key)) for key in Group)
        needed = dict.fromkeys(path for answer in explanation.answers for path in answer.needed)
        what_if = (
            what_if_outline(self.report, self.words, supposed, tidy, self.basis)
            if supposed
            else None
        )
        remarks = dict(what_if.remarks) if what_if else {}
        return ThingOutline(
            tidy(explanation.thing),
            tuple(map(self.answer, explanation.answers)),
            tuple((key, lines) for key, lines in groups if lines),
            tuple(
                Need(tidy(self.report.question(path)), tidy(path), remarks.get(path, ""))
                for path in needed
            ),
            what_if,
        )

    def answer(self, answer: Answer) -> AnswerLine:
        cited = _citations(answer.provisions)
        if answer.contradiction:
            value = self.words("answer_contradiction")
            basis = self.words("answer_contradiction_between", provisions=cited)
        elif not answer.settled:
            value, basis = self.words("answer_unknown"), ""
        else:
            none = "answer_not_in_force" if answer.not_in_force else "answer_nothing"
            type_ = self.report.decided.get(answer.decision)
            value = (
                self.words(none) if answer.value is None else self.value(answer.value, type_)
            )
            basis = self.basis(answer)
        return AnswerLine(self.label(answer.decision), value, answer.settled, basis)

    def basis(self, answer: Answer) -> str:
        if answer.established:
            return self.words("answer_supplied")
        parts = []
        if answer.provisions:
            parts.append(self.words("answer_under", provisions=_citations(answer.provisions)))
        elif answer.value is not None:
            parts.append(self.words("answer_none_applies"))
        if answer.combined is not None:
            reckoned = Reckoned(self.report, self.words)
            parts.append(reckoned.combined(answer.combined, answer.decision))
        parts += [self.out_of_force(out) for out in answer.not_in_force]
        if answer.by_cases:
            facts = ", ".join(tidy(self.report.question(p) or p) for p in answer.by_cases)
            parts.append(self.words("answer_whatever", facts=facts))
        return "; ".join(parts)

    def out_of_force(self, out: OutOfForce) -> str:
        """Return a provision with the periods in which it would decide."""
        periods = []
        for start, end in out.periods:
            ends = [self.words("in_force_from", start=self.words.day(start))] if start else []
            ends += [self.words("in_force_to", end=self.words.day(end))] if end else []
            periods.append(" ".join(ends))
        period = self.words("in_force", period=", ".join(periods))
        return f"{tidy(out.citation)} {period}"

    def value(self, value: Plain | None, type_: Type | None) -> str:
        return tidy(self.report.value(value, type_))

    # --- grounds --------------------------------------------------------------------------

    def ground(self, ground: Ground, within: Explanation) -> GroundLine:
        bare = self.line(simplified(lay_out_once(ground.condition)), ground.source)
        if bare.citation == tidy(ground.citation) or bare.text == unpunctuated(
            tidy(ground.text)
        ):
            bare = replace(bare, text="", citation="")
        if ground.text and bare.rests in (Rests.ALL, Rests.ANY) and not bare.text:
            bare = replace(bare, phrase="")
        state = {True: "state_applies", False: "state_fails", None: "state_open"}[
            ground.applies
        ]
        return GroundLine(
            _group(ground, within),
            ground.applies,
            tidy(ground.citation),
            tidy(ground.text),
            self.words(state),
            self.gives(ground.gives),
            tuple(self.effects(ground)),
            tuple(self.sources(ground, bare)),
            bare,
            Reckoned(self.report, self.words).gifts(ground.gives),
        )

    def gives(self, gifts: tuple[Gift, ...]) -> str:
        values: dict[str, list[str]] = {}
        for gift in gifts:
            type_ = self.report.decided.get(gift.decision)
            values.setdefault(gift.decision, []).append(self.value(gift.value, type_))
        phrases = (f"{self.label(key)} = {' / '.join(shown)}" for key, shown in values.items())
        return self.words("gives", values=", ".join(phrases)) if gifts else ""

    def label(self, key: str) -> str:
        return tidy(self.report.label(key))

    def effects(self, ground: Ground) -> Iterator[str]:
        if ground.displaced_by:
            yield self.words("displaced_by", provisions=_citations(ground.displaced_by))
        if ground.may_be_displaced_by:
            cited = _citations(ground.may_be_displaced_by)
            yield self.words("may_be_displaced_by", provisions=cited)
        if ground.in_force is None:
            yield self.words("in_force_unknown")

    def sources(self, ground: Ground, condition: Line) -> Iterator[str]:
        sources: dict[tuple[str, str], list[str]] = {}
        if ground.source in _WEAK:
            sources[ground.source, ground.remark] = [ground.citation]
        for weak, citation in dict.fromkeys(_weak(condition)):
            sources.setdefault(weak, []).append(citation)
        for (mark, remark), cited in sources.items():
            name = self.words(f"source_{mark}")
            note = f" ({tidy(remark)})" if remark else ""
            yield self.words("source_rests_on", mark=name, provisions=_citations(cited)) + note

    # --- conditions -----------------------------------------------------------------------

    def line(self, node: Node, mark: str, carries: bool = True) -> Line:
        """Return the line of `node`, which stands in a provision of source mark `mark`."""
        rests, parts = _parts(node)
        expected = not_(node.truth) if rests in (Rests.NOT, None) else node.truth
        carrying = [part for part in parts if part.truth is expected]
        if node.truth is None:
            tried = [part for part in carrying if frozenset() < _open_facts(part) <= self.cases]
            carrying = tried or carrying
        places = set(map(id, carrying))  # of a long list, members are not compared by value
        own = node.source or mark
        weak = own in _WEAK and own != mark
        return Line(
            rests or Rests.NOT,
            node.truth,
            tidy(node.citation),
            unpunctuated(tidy(node.text)),
            self.phrase(rests, node, len(parts)),
            tuple(map(self.fact, node.facts)),
            self.words(f"source_{own}") if weak else "",
            (own, node.remark) if weak else None,
            tuple(self.line(part, own, id(part) in places) for part in parts),
            carries,
        )

    def phrase(self, rests: Rests | None, node: Node, parts: int) -> str:
        """Return how the parts join, if the text of the law does not say it."""
        if rests is None:
            return self.words("none")
        if rests in (Rests.NOT, Rests.ESTABLISHED, Rests.ELSEWHERE):
            return self.words(rests.value)
        if node.text or rests in (Rests.FACTS, Rests.APPLIES):
            return ""
        if parts == 1 and rests in (Rests.ALL, Rests.ANY, Rests.PROVISIONS):
            return ""
        return self.words(rests.value, number=node.number)

    def fact(self, fact: FactUsed) -> FactLine:
        remark = self.words("fact_assumed") if fact.assumed else ""
        value = self.value(fact.value, self.report.type(fact.path))
        if fact.nothing:
            value = self.words("answer_nothing")
        return FactLine(tidy(fact.path), value, remark, tidy(self.report.name(fact.path)))


def _group(ground: Ground, within: Explanation) -> Group:
    cited = {citation for answer in within.answers for citation in answer.provisions}
    if ground.citation in cited and ground.applies is not False:
        return Group.WHY
    if ground.displaced_by and ground.condition.truth is not False:
        return Group.DISPLACED
    open_ = {answer.decision for answer in within.answers if not answer.settled}
    if open_ and ground.applies is None:
        return Group.OPEN
    if ground.applies and not open_.isdisjoint(gift.decision for gift in ground.gives):
        return Group.OPEN
    first = within.answers[0]
    if first.settled and not first.provisions and not first.established:
        return Group.WHY_NONE
    return Group.OTHERS


def _parts(node: Node) -> tuple[Rests | None, tuple[Node, ...]]:
    """Return how `node` rests on which parts; None: on none of them being true."""
    if node.rests is Rests.NOT:
        (inner,) = node.parts
        if inner.rests in (Rests.ANY, Rests.PROVISIONS) and inner.parts and not worded(inner):
            return None, inner.parts
    return node.rests, node.parts


def _weak(line: Line) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield each weak mark that the truth of `line` rests on, with the citation."""
    if line.weak is not None:
        yield line.weak, line.citation
    for part in line.parts:
        if part.carries:
            yield from _weak(part)


def _open_facts(node: Node) -> frozenset[str]:
    """Return the paths of the unknown facts that leave `node` unknown."""
    if node.truth is not None:
        return frozenset()
    unknown = (fact for fact in node.facts if fact.value is None and not fact.nothing)
    here = frozenset(fact.path for fact in unknown)
    return here.union(*map(_open_facts, node.parts))


def _citations(citations: Iterable[str]) -> str:
    return ", ".join(map(tidy, citations))


def unpunctuated(text: str) -> str:
    """Return `text` without the signs that end it in the law."""
    return text.rstrip(" ;:,.")
