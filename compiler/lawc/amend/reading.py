"""An amending act as read: which act it amends, and its operations in the order of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

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
    Repeal,
    Replace,
    ReplaceHeading,
    Restate,
    Step,
)
from lawc.amend.quotes import Blanked, blanked
from lawc.amend.unread import unread
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import Source, Span
from lawc.syntax.nodes import Tree, Written
from lawc.syntax.reader import Reader, Row, reader
from lawc.syntax.structure import Unit, structure
from lawc.syntax.tables import Table, table
from lawc.syntax.words import Word

START = "amendment"
_ENDS = {".", ";"}  # of a sentence; what a quotation holds is not looked at


def grammar(language: str) -> Table:
    """Return the table of the sentences of amending acts."""
    return table((f"amendments.{language}", f"values.{language}"), (START, "hole"))


@cache
def amendment_reader(language: str) -> Reader:
    """Return the reader of the sentences of amending acts."""
    return reader(grammar(language), (), {})


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
        self.steps: list[Step] = []
        self.where = ""
        self.within: Place | None = None  # the element that a list is about
        self.opened: Place | None = None  # the same, for the list that follows
        self.problems: list[Diagnostic] = []

    def amendment(self) -> tuple[Amendment, tuple[Diagnostic, ...]]:
        if self.blank.unclosed is not None:
            at = Span(self.blank.unclosed, self.blank.unclosed + 1)
            message = "this quotation is not closed"
            help_ = "write a quotation mark where the quoted text ends"
            self._problem(Code.NO_AMENDMENT, message, at, "", help_)
            return Amendment(None, ()), tuple(self.problems)
        unit = structure(Source(self.source.name, self.blank.text), self.language)
        for one in unit.units:
            self._unit(one, (), None)
        if not self.problems and not self.steps:
            message = "this act amends nothing: no sentence of it is an amendment"
            self._problem(Code.NO_AMENDMENT, message, Span(0, 0), "", None)
        named = self.named[0] if self.named else None
        return Amendment(named, tuple(self.steps)), tuple(self.problems)

    def _unit(self, unit: Unit, above: tuple[str, ...], within: Place | None) -> None:
        printed = " ".join(self._text(unit.span).split())
        labels = (*above, printed.rstrip(".") if unit.level == "article" else printed)
        where = ", ".join(labels)
        using = amendment_reader(self.language)
        for words in _sentences(self._words(unit)):
            found, stop = Row(using, words).readings(START)
            self.within = within
            if len(found) == 1 and not stop.exceeded:
                self._sentence(found[0].children[0], where)
            else:
                self.problems.append(unread(using, words, START, self.source, where))
        below = self.opened or within
        self.opened = None
        for one in unit.units:
            self._unit(one, labels, below)

    def _words(self, unit: Unit) -> Iterator[Word]:
        """Yield the words of a unit that are no note, no mark and no heading."""
        for line in unit.text:
            if line.terminal == "NOTE":
                return
            if line.terminal in ("TEXT", "ROW"):
                yield from self.blank.words(line.text)

    def _sentence(self, tree: Tree, where: str) -> None:
        self.where = where
        match tree.name:
            case "amends":
                self._amends(tree, where)
            case "enters_into_force":
                pass  # the consolidated text is the one from that day on
            case "within":
                self.opened = self._place(tree.children[0], tree)
            case _:
                self.steps.append(Step(self._operation(tree), where))

    def _amends(self, tree: Tree, where: str) -> None:
        title, day = tree.children
        span = None if day is None else day.span
        said = None if span is None else Quote(self._text(span), span)
        self.named.append(Amends(self._quote(title), said, where))
        if len(self.named) > 1:
            message = "a second act is named here: an amending act amends one"
            help_ = "write an amending act for each act that is amended"
            self._problem(Code.ANOTHER_ACT, message, tree.span, where, help_)

    def _operation(self, tree: Tree) -> Operation:
        first, *rest = tree.children
        at = self._place(first.children[0] if _is(first, "inside") else first, tree)
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
            case "repeals":
                return Repeal(at)
            case "replaces_heading":
                return ReplaceHeading(at, self._quote(rest[0]))
            case name:
                raise AssertionError(name)

    def _place(self, named: Tree | None, sentence: Tree) -> Place:
        """Return an element that is named in full, or from the list it stands in."""
        path = () if named is None or _is(named, "it") else _path(named)
        span = sentence.span if named is None else named.span
        if path and path[0][0] == "article":
            return Place(path, span)
        if self.within is None:
            message = "this does not say in which article"
            help_ = "name the article, or begin a list with it: `In Article 3:`"
            self._problem(Code.NO_AMENDMENT, message, span, self.where, help_)
            return Place(path, span)
        return Place((*self.within.path, *path), span if path else self.within.span)

    def _quote(self, written: Written) -> Quote:
        span = Span(written.span.start + 1, written.span.end - 1)
        if not self._text(span).strip():
            message = "nothing is quoted here"
            help_ = "write the text between the quotation marks"
            self._problem(Code.NO_AMENDMENT, message, written.span, self.where, help_)
        return Quote(self._text(span), span)

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


def _path(tree: Tree) -> Path:
    number, inside = tree.children if len(tree.children) > 1 else (tree.children[0], None)
    return (*(_path(inside) if inside else ()), (tree.name, number.text))
