"""Explanations as Markdown: nested lists, the deciding grounds opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lawc.backends.documents import brief
from lawc.backends.documents import outline as view
from lawc.backends.documents.reckoned import AmountLine
from lawc.backends.documents.report import Report
from lawc.backends.documents.showing import code, escaped
from lawc.backends.documents.supposing import WhatIfOutline
from lawc.backends.documents.words import Words, words
from lawc.records import dataclass
from lawc.runtime.values import Truth

MARKS: dict[Truth, str] = {True: "✓", False: "✗", None: "?"}
_NEEDED_SHOWN = 5


def markdown(report: Report, *, full: bool = False) -> str:
    """Return `report` as Markdown; `full` opens every ground."""
    document, frame = view.outline(report), words(report.language)
    return "\n".join(_document(document, _Thing(frame, full))) + "\n"


def thing_lines(thing: view.ThingOutline, language: str) -> Iterator[str]:
    """Yield the lines of one thing, without its path, to stand inside another document.

    Headings are only bold there.
    """
    for line in _Thing(words(language), full=False).thing(replace(thing, path="")):
        heading = line.removeprefix("### ")
        yield line if heading == line else f"**{heading}**"


def _document(document: view.Outline, making: _Thing) -> Iterator[str]:
    yield f"# {escaped(document.title)}"
    if document.subtitle:
        yield ""
        yield " · ".join(map(escaped, document.subtitle))
    for thing in document.things:
        yield ""
        yield from making.thing(thing)
    yield ""
    yield f"*{making.frame('legend')}*"


@dataclass(frozen=True, slots=True)
class _Thing:
    """The words, and how much is opened."""

    frame: Words
    full: bool

    def thing(self, thing: view.ThingOutline) -> Iterator[str]:
        if thing.path:
            yield f"## {escaped(thing.path)}"
            yield ""
        for answer in thing.answers:
            basis = f" — {escaped(answer.basis)}" if answer.basis else ""
            yield f"- {escaped(answer.decision)}: **{escaped(answer.value)}**{basis}"
        for group, grounds in thing.groups:
            yield from ("", f"### {self.frame(group.value)}", "")
            for ground in grounds:
                yield from self.ground(ground)
        if thing.needed:
            yield from ("", f"### {self.frame('needed')}", "")
            yield from self.needed(thing.needed)
        if thing.what_if:
            yield from self.what_if(thing.what_if)

    def what_if(self, outline: WhatIfOutline) -> Iterator[str]:
        if outline.possible:
            yield from ("", f"### {self.frame('possible')}", "")
            yield from (f"- {escaped(line)}" for line in outline.possible)
        if outline.supposed or outline.notes:
            yield from ("", f"### {self.frame('what_if')}", "")
        for supposed in outline.supposed:
            cited = f" ({escaped(supposed.cited)})" if supposed.cited else ""
            yield f"- **{escaped(supposed.head)}**{cited}:"
            for result in supposed.results:
                basis = f" — {escaped(result.basis)}" if result.basis else ""
                answer = f"{escaped(result.decision)}: **{escaped(result.value)}**"
                yield f"  - {answer}, {escaped(result.was)}{basis}"
        for note in outline.notes:
            yield f"- {escaped(note)}"

    def needed(self, needed: tuple[view.Need, ...]) -> Iterator[str]:
        shown = needed if self.full else needed[:_NEEDED_SHOWN]
        for place, need in enumerate(shown, start=1):
            question = f"{escaped(need.question)} " if need.question else ""
            remark = f" — {escaped(need.remark)}" if need.remark else ""
            yield f"{place}. {question}{code(need.path)}{remark}"
        if len(shown) < len(needed):
            yield from ("", self.frame("and_more", number=len(needed) - len(shown)))

    def ground(self, ground: view.GroundLine) -> Iterator[str]:
        head = f"- {MARKS[ground.applies]} **{escaped(ground.citation)}** "
        if not (self.full or ground.group in view.OPENED):
            yield head + escaped(brief.summary(ground, self.frame))
            return
        head += ground.state
        if ground.gives and ground.applies is not False:
            head += f"; {escaped(ground.gives)}"
        condition = ground.condition
        bare = bool(condition.parts) and not condition.text
        more = [f"*{escaped(ground.text)}*"] if ground.text else []
        more += [f"⚠ {escaped(remark)}" for remark in (*ground.effects, *ground.sources)]
        more += [escaped(condition.phrase)] if bare and condition.phrase else []
        yield "  \n  ".join((head, *more))
        for amount in ground.amounts if ground.applies is not False else ():
            yield from _amount(amount, 1)
        if bare:
            yield from self.parts(condition, ground.group, 1)
        elif not brief.empty(condition):
            yield from self.line(condition, ground.group, 1)

    def line(self, line: view.Line, group: view.Group, depth: int) -> Iterator[str]:
        parts = [MARKS[line.truth]]
        parts += [f"**{escaped(line.citation)}**"] if line.citation else []
        parts += [escaped(line.text)] if line.text else []
        parts += [f"— *{escaped(line.phrase)}*"] if line.phrase else []
        parts += [f"(⚠ {escaped(line.remark)})"] if line.remark else []
        known = ", ".join(map(_fact, line.facts))
        if known:
            parts.append(f"— {known}" if line.text or line.phrase else known)
        yield f"{'  ' * depth}- {' '.join(parts)}"
        yield from self.parts(line, group, depth + 1)

    def parts(self, line: view.Line, group: view.Group, depth: int) -> Iterator[str]:
        for part in brief.shown_parts(line, group, full=self.full):
            yield from self.line(part, group, depth)
        left = "" if self.full else brief.rest(line, self.frame)
        if left:
            yield f"{'  ' * depth}- {escaped(left)}"


def _amount(line: AmountLine, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {escaped(line.text)}"
    for part in line.parts:
        yield from _amount(part, depth + 1)


def _fact(fact: view.FactLine) -> str:
    remark = f" ({escaped(fact.remark)})" if fact.remark else ""
    name = f"{escaped(fact.name)} " if fact.name else ""
    return f"{name}{code(fact.path)} = {escaped(fact.value)}{remark}"
