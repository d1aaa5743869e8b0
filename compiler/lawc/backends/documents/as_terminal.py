"""Explanations for the terminal, as trees; the only file that knows `rich`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from lawc.backends.documents import brief
from lawc.backends.documents import outline as view
from lawc.backends.documents.reckoned import AmountLine
from lawc.backends.documents.report import Report
from lawc.backends.documents.supposing import WhatIfOutline
from lawc.backends.documents.words import Words, words
from lawc.runtime.values import Truth

_MARKS: dict[Truth, tuple[str, str]] = {
    True: ("✓", "bold green"),
    False: ("✗", "bold red"),
    None: ("?", "bold yellow"),
}
_NEEDED_SHOWN = 5
_INDENT = 4  # columns a level
_WORDS = 30  # columns for the deepest level


def terminal(
    report: Report, *, full: bool = False, width: int = 96, colour: bool = False
) -> str:
    """Return `report` as text for a terminal `width` wide; `full` opens every ground."""
    out = StringIO()
    document, frame = view.outline(report), words(report.language)
    console = _console(out, max(width, _room(document)), colour=colour)
    console.print(Text(document.title, style="bold"))
    if document.subtitle:
        console.print(Text(" · ".join(document.subtitle), style="dim"))
    for thing in document.things:
        console.print()
        console.print(_Thing(frame, full).thing(thing))
    console.print()
    console.print(Text(frame("legend"), style="dim"))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def thing_lines(
    thing: view.ThingOutline, language: str, *, width: int, colour: bool
) -> tuple[str, ...]:
    """Return the lines of one thing, without its path, for a terminal."""
    out = StringIO()
    console = _console(out, width, colour=colour)
    console.print(_Thing(words(language), full=False).thing(replace(thing, path="")))
    return tuple(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))


def _room(document: view.Outline) -> int:
    """Return how wide a text must be for the deepest line to have words beside each other."""
    grounds = (g for thing in document.things for _, group in thing.groups for g in group)
    return _INDENT * max((_depth(ground.condition) for ground in grounds), default=0) + _WORDS


def _depth(line: view.Line) -> int:
    return 1 + max(map(_depth, line.parts), default=0)


def _console(out: StringIO, width: int, *, colour: bool) -> Console:
    return Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


class _Thing:
    """The words, and how much is opened."""

    def __init__(self, frame: Words, full: bool) -> None:
        self.frame = frame
        self.full = full

    def thing(self, thing: view.ThingOutline) -> RenderableType:
        rows: list[RenderableType] = []
        if thing.path:
            rows.append(Text(thing.path, style="bold underline"))
        rows += [_answer(answer) for answer in thing.answers]
        for group, grounds in thing.groups:
            rows += [Text(), Text(self.frame(group.value), style="bold")]
            rows += [self.ground(ground) for ground in grounds]
        if thing.needed:
            rows += [Text(), Text(self.frame("needed"), style="bold")]
            rows += [Padding(row, (0, 0, 0, 2)) for row in self.needed(thing.needed)]
        if thing.what_if:
            rows += self.what_if(thing.what_if)
        return Group(*rows)

    def what_if(self, outline: WhatIfOutline) -> Iterator[RenderableType]:
        if outline.possible:
            yield from (Text(), Text(self.frame("possible"), style="bold"))
            yield from (_indented(Text(line)) for line in outline.possible)
        if outline.supposed or outline.notes:
            yield from (Text(), Text(self.frame("what_if"), style="bold"))
        for supposed in outline.supposed:
            head = Text(supposed.head, style="italic")
            head.append(
                f" ({supposed.cited})" if supposed.cited else "", style="not italic dim"
            )
            tree = Tree(head, guide_style="dim")
            for result in supposed.results:
                line = Text.assemble(result.decision, ": ", (result.value, "bold cyan"))
                line.append(f", {result.was}")
                line.append(f"  {result.basis}" if result.basis else "", style="dim")
                tree.add(line)
            yield _indented(tree)
        yield from (_indented(Text(note, style="dim")) for note in outline.notes)

    def needed(self, needed: tuple[view.Need, ...]) -> list[Text]:
        shown = needed if self.full else needed[:_NEEDED_SHOWN]
        rows = [
            Text.assemble(
                f"{place}. ",
                need.question,
                " " if need.question else "",
                (need.path, "dim"),
                f"\n   {need.remark}" if need.remark else "",
            )
            for place, need in enumerate(shown, start=1)
        ]
        if len(shown) < len(needed):
            rows.append(Text(self.frame("and_more", number=len(needed) - len(shown))))
        return rows

    def ground(self, ground: view.GroundLine) -> RenderableType:
        label = Text.assemble(_MARKS[ground.applies], " ", (ground.citation, "bold"), " ")
        if not (self.full or ground.group in view.OPENED):
            label.append(brief.summary(ground, self.frame))
            label.no_wrap, label.overflow = True, "ellipsis"
            return Padding(label, (0, 0, 0, 2))
        label.append(ground.state)
        if ground.gives and ground.applies is not False:
            label.append(f"; {ground.gives}")
        rows: list[RenderableType] = [label]
        if ground.applies is not False:
            rows += [row for amount in ground.amounts for row in _amount(amount, 1)]
        rows += [Text(ground.text, style="italic")] if ground.text else []
        for remark in (*ground.effects, *ground.sources):
            rows.append(Text(f"! {remark}", style="yellow"))
        condition = ground.condition
        bare = bool(condition.parts) and not condition.text
        rows += [Text(condition.phrase, style="dim")] if bare and condition.phrase else []
        tree = Tree(Group(*rows), guide_style="dim")
        if bare:
            self.parts(tree, condition, ground.group)
        else:
            self.add(tree, condition, ground.group)
        return Padding(tree, (0, 0, 0, 2))

    def add(self, tree: Tree, line: view.Line, group: view.Group) -> None:
        if brief.empty(line):
            return
        label = Text.assemble(_MARKS[line.truth], " ")
        if line.citation:
            label.append(f"{line.citation} ", style="bold")
        facts = brief.facts(line)
        label.append(line.text or ("" if line.phrase else facts))
        if line.phrase:
            label.append(f" — {line.phrase}" if line.text else line.phrase, style="dim")
        if line.remark:
            label.append(f" [{line.remark}]", style="yellow")
        if facts and (line.text or line.phrase):
            label.append(f"\n{facts}", style="dim")
        self.parts(tree.add(label), line, group)

    def parts(self, tree: Tree, line: view.Line, group: view.Group) -> None:
        for part in brief.shown_parts(line, group, full=self.full):
            self.add(tree, part, group)
        left = "" if self.full else brief.rest(line, self.frame)
        if left:
            tree.add(Text(left, style="dim"))


def _amount(line: AmountLine, depth: int) -> Iterator[RenderableType]:
    """Yield the lines of an amount; those of its operands stand deeper."""
    yield Padding(Text(line.text), (0, 0, 0, 2 * depth))
    for part in line.parts:
        yield from _amount(part, depth + 1)


def _indented(row: RenderableType) -> Padding:
    return Padding(row, (0, 0, 0, 2))


def _answer(answer: view.AnswerLine) -> Text:
    style = "bold cyan" if answer.settled else "bold yellow"
    text = Text.assemble("  ", answer.decision, ": ", (answer.value, style))
    if answer.basis:
        text.append(f"  {answer.basis}", style="dim")
    return text
