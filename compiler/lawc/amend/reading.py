"""An amending act as read: which act it amends, and its operations in the order of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from lawc.amend.operations import (
    Add,
    Amendment,
    Amends,
    Delete,
    InsertWords,
    Operation,
    Path,
    Place,
    Quote,
    Remove,
    Repeal,
    Replace,
    ReplaceHeading,
    Restate,
    RestateText,
    Step,
)
from lawc.amend.quotes import Blanked, blanked, unwritable
from lawc.amend.starting import Start, day_of, with_days
from lawc.amend.unread import unread
from lawc.amend.wording import wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import Source, Span
from lawc.syntax.nodes import Tree, Written
from lawc.syntax.numbering import numbering_of
from lawc.syntax.reader import Reader, Row, reader
from lawc.syntax.structure import Unit, structure
from lawc.syntax.tables import Table, table
from lawc.syntax.words import Word, words

START = "amendment"
DAY = "calendar_day"
_LONGEST_DAY = 5  # words of a day in any language
_ENDS = {".", ";"}  # of a sentence; what a quotation holds is not looked at


def grammar(language: str) -> Table:
    """Return the table of the sentences of amending acts."""
    return table((f"amendments.{language}", f"values.{language}"), (START, "hole", DAY))


@cache
def amendment_reader(language: str) -> Reader:
    """Return the reader of the sentences of amending acts."""
    return reader(grammar(language), (), {})


def day_in(line: str, language: str) -> str | None:
    """Return the day that is written in a line of a title, as it is written there."""
    row = words(line)
    for first in range(len(row)):
        for last in range(first + 1, min(first + _LONGEST_DAY, len(row)) + 1):
            part = row[first:last]
            readings, _ = Row(amendment_reader(language), part).readings(DAY)
            if readings and day_of(readings[0]) is not None:
                return line[part[0].start : part[-1].end]
    return None


def read_amendment(source: Source, language: str) -> tuple[Amendment, tuple[Diagnostic, ...]]:
    """Return the amending act in `source` with every problem of reading it."""
    return _Reading(source, language).amendment()


class _Reading:
    """Reads the sentences of one amending act."""

    def __init__(self, source: Source, language: str) -> None:
        self.source = source
        self.language = language
        self.blank: Blanked = blanked(source.text)
        self.named: list[Amends] = []
        self.starts: list[Start] = []
        self.day: date | None = None
        self.entered = False  # whether a day was stated, on the calendar or not
        self.path: Path = ()  # of the element that is read
        self.steps: list[Step] = []
        self.where = ""
        self.within: Place | None = None  # the element that a list is about
        self.opened: Place | None = None  # the same, for the list that follows
        self.problems: list[Diagnostic] = []
        self.top = numbering_of(source.numbering, language).top

    def amendment(self) -> tuple[Amendment, tuple[Diagnostic, ...]]:
        if self.blank.unclosed is not None:
            at = Span(self.blank.unclosed, self.blank.unclosed + 1)
            message = "this quotation is not closed"
            help_ = "write a quotation mark where the quoted text ends"
            self._problem(Code.NO_AMENDMENT, message, at, "", help_)
            return Amendment((), ()), tuple(self.problems)
        unit = structure(replace(self.source, text=self.blank.text), self.language)
        for below in unit.units:
            self._unit(below, (), None, "")
        steps, wrong = with_days(self.source, tuple(self.steps), tuple(self.starts))
        self.problems += wrong
        if not self.problems and not self.steps:
            message = "this act amends nothing: no sentence of it is an amendment"
            self._problem(Code.NO_AMENDMENT, message, Span(0, 0), "", None)
        return Amendment(tuple(self.named), steps, self.day), tuple(self.problems)

    def _unit(
        self, unit: Unit, above: tuple[str, ...], within: Place | None, note: str
    ) -> None:
        printed = " ".join(self._text(unit.span).split())
        labels = (*above, printed.rstrip(".") if unit.level == self.top else printed)
        where = ", ".join(labels)
        self.path = path = (*self.path, (unit.level, unit.number))
        note = self._note(unit) or note
        using = amendment_reader(self.language)
        for row in _sentences(self._words(unit)):
            readings, stop = Row(using, row).readings(START)
            self.within = within
            if len(readings) == 1 and not stop.exceeded:
                self._sentence(readings[0].children[0], where, note)
            else:
                say = wording(self.language)
                self.problems.append(unread(using, row, START, self.source, where, say))
        below = self.opened or within
        self.opened = None
        for inner in unit.units:
            self._unit(inner, labels, below, note)
        self.path = path[:-1]

    def _note(self, unit: Unit) -> str:
        """Return the note of a unit, the reason for what it orders."""
        lines = [line for line in unit.text if line.terminal in ("TEXT", "NOTE")]
        while lines and lines[0].terminal != "NOTE":
            del lines[0]
        return " ".join(" ".join(self._text(line.text) for line in lines).split())

    def _words(self, unit: Unit) -> Iterator[Word]:
        """Yield the words of a unit that are no note, no mark and no heading."""
        for line in unit.text:
            if line.terminal == "NOTE":
                return
            if line.terminal in ("TEXT", "ROW"):
                yield from self.blank.words(line.text)

    def _sentence(self, tree: Tree, where: str, note: str) -> None:
        self.where = where
        match tree.name:
            case "amends":
                self._amends(tree, where)
            case "enters_into_force":
                self._enters_into_force(tree)
            case "commences":
                named, day = tree.children
                span, on = named.span, self._day(day)
                for path in _paths(named):
                    self.starts.append(Start(path, self.path, on, span, where))
            case "within":
                self.opened = self._place(tree.children[0], tree)
            case _:
                for operation in self._operations(tree):
                    self.steps.append(Step(operation, where, self.path, note))

    def _enters_into_force(self, tree: Tree) -> None:
        if self.entered:
            message = "this act is given a second day on which it enters into force"
            help_ = "give a part its own by `Point 2) of Article 1 enters into force on ...`"
            self._problem(Code.MORE_THAN_ONE, message, tree.span, self.where, help_)
        self.entered = True
        self.day = self._day(tree.children[0])

    def _day(self, tree: Tree) -> date | None:
        day = day_of(tree)
        if day is None:
            message = f"there is no day `{self._text(tree.span)}`"
            help_ = "write a day that the calendar has, its year with four digits"
            self._problem(Code.WRONG_VALUE, message, tree.span, self.where, help_)
        return day

    def _amends(self, tree: Tree, where: str) -> None:
        title, day = tree.children
        span = None if day is None else day.span
        day_quote = None if span is None else Quote(self._text(span), span)
        self.named.append(Amends(self._quote(title), day_quote, where))

    def _operations(self, tree: Tree) -> Iterator[Operation]:
        first, *rest = tree.children
        match tree.name:
            case "repeals":
                yield from map(Repeal, self._places(first, tree))
            case "removes":
                yield from map(Remove, self._places(first, tree))
            case "restates_text":
                yield RestateText(first.name, self._quote(rest[0]))
            case _:
                inside = first.children[0] if _is(first, "inside") else first
                yield self._operation(tree, self._place(inside, tree), rest)

    def _operation(self, tree: Tree, at: Place, rest: list[Any]) -> Operation:
        match tree.name:
            case "replaces":
                old, new, everywhere = rest
                quotes = self._quote(old), self._quote(new)
                return Replace(at, *quotes, everywhere is not None)
            case "inserts_words":
                return InsertWords(at, self._quote(rest[0]), self._quote(rest[1]))
            case "deletes":
                return Delete(at, self._quote(rest[0]), rest[1] is not None)
            case "restates":
                return Restate(at, self._quote(rest[0]))
            case "supplements":
                added, new = rest
                level = added.name.removeprefix("new_")
                path = (*at.path, (level, added.children[0].text))
                return Add(Place(path, added.span), at, None, self._quote(new))
            case "inserts_article":
                return Add(at, None, self._place(rest[0], tree), self._quote(rest[1]))
            case "replaces_heading":
                return ReplaceHeading(at, self._quote(rest[0]))
            case name:
                raise AssertionError(name)

    def _place(self, named: Tree | None, sentence: Tree) -> Place:
        """Return the one element that is named in full, or from the list it stands in."""
        heading = _is(named, "heading")
        if named is not None and heading:
            (inside,) = named.children
            (place,) = self._places(inside, sentence)
            return Place(place.path, place.span, heading=True)
        (place,) = self._places(named, sentence)
        return place

    def _places(self, named: Tree | None, sentence: Tree) -> tuple[Place, ...]:
        """Return the elements that are named."""
        own = named is None or _is(named, "it")
        span = sentence.span if named is None else named.span
        paths: tuple[Path, ...] = ((),) if named is None or own else _paths(named)
        if paths[0] and paths[0][0][0] == self.top:
            return tuple(Place(path, span) for path in paths)
        if self.within is None:
            message = "this does not say in which article"
            help_ = "name the article, or begin a list with it: `In Article 3:`"
            self._problem(Code.NO_AMENDMENT, message, span, self.where, help_)
            return tuple(Place(path, span) for path in paths)
        above = self.within
        return tuple(Place((*above.path, *path), above.span if own else span) for path in paths)

    def _quote(self, written: Written) -> Quote:
        span = Span(written.span.start + 1, written.span.end - 1)
        if not self._text(span).strip():
            message = "nothing is quoted here"
            help_ = "write the text between the quotation marks"
            self._problem(Code.NO_AMENDMENT, message, written.span, self.where, help_)
        quote = Quote(self._text(span), span)
        at = unwritable(quote.text)
        if at is not None:
            sign = Span(span.start + at, span.start + at + 1)
            name = f"U+{ord(quote.text[at]):04X}"
            message = f"a sign that does not show, {name}, stands in this quotation"
            help_ = "delete it: what is quoted becomes text of the act"
            self._problem(Code.HIDDEN_SIGN, message, sign, self.where, help_)
        return quote

    def _text(self, span: Span) -> str:
        return self.source.text[span.start : span.end]

    def _problem(
        self, code: Code, message: str, span: Span, where: str, help_: str | None
    ) -> None:
        label = Label(self.source, span)
        self.problems.append(Diagnostic(code, message, label, (), help_, where))


def _sentences(row: Iterable[Word]) -> Iterator[tuple[Word, ...]]:
    """Yield the sentences of a row of words."""
    begun: list[Word] = []
    for word in row:
        begun.append(word)
        if word.folded in _ENDS:
            yield tuple(begun)
            begun = []
    if begun:
        yield tuple(begun)


def _is(node: object, name: str) -> bool:
    return isinstance(node, Tree) and node.name == name


def _paths(tree: Tree) -> tuple[Path, ...]:
    """Return the paths of the elements that `points 3) and 4) of Article 2` names."""
    numbers = [child for child in tree.children if isinstance(child, Written)]
    inside = next((child for child in tree.children if isinstance(child, Tree)), None)
    level = tree.name.removeprefix("several_").removesuffix("s")
    ((*above,),) = _paths(inside) if inside else ((),)
    return tuple((*above, (level, number.text)) for number in numbers)
