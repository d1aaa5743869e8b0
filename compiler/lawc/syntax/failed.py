"""A text that was not read, how far it was understood, and how another one would be."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Fix, Label
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.follow import Reach, reach
from lawc.syntax.phrases import Entry
from lawc.syntax.reader import Row
from lawc.syntax.sentences import Sentences
from lawc.syntax.words import Word, folded, words

_LONGEST = 240  # characters of a text that a message repeats


@dataclass(frozen=True)
class Failed:
    """A text that was not read, and how far it was understood."""

    words: tuple[Word, ...]
    reach: Reach
    sentences: Sentences
    piece: str
    source: Source
    where: str
    unfit: frozenset[Fix] = frozenset()  # with them other errors come, elsewhere in the act

    @property
    def place(self) -> int:
        """The first word that is not understood."""
        return self.reach.place

    @property
    def texts(self) -> dict[str, str]:
        """The words of the language, by the name they bear in its grammar."""
        return dict(self.sentences.reader.table.texts)

    def span(self, start: int, end: int) -> Span:
        """Return where the words `start` to `end` stand."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def said(self, start: int, end: int) -> str:
        """Return the words `start` to `end` as written, on one line that is not too long."""
        row = self.words[start:end]
        text = " ".join(self.source.text[row[0].start : row[-1].end].split()) if row else ""
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

    def label(self, start: int, end: int, text: str) -> Label:
        """Return the words `start` to `end` as a place with a text."""
        return Label(self.source, self.span(start, end), text)

    def reach_of(self, row: tuple[Word, ...]) -> Reach:
        """Return how far other words would be understood in place of these."""
        return reach(self.sentences.reader, row, self.piece)

    def reads(self, row: tuple[Word, ...]) -> bool:
        """Tell whether other words would have a reading."""
        return bool(Row(self.sentences.reader, row).readings(self.piece)[0])

    def readings_with(self, text: str) -> list[Any]:
        """Return the readings with `text` put in where these words were not understood."""
        at = self.words[self.place].start
        put = (Word(word.folded, at, at) for word in words(text))
        row = (*self.words[: self.place], *put, *self.words[self.place :])
        return Row(self.sentences.reader, row).readings(self.piece)[0]

    def indefinite(self, definite: Entry) -> str | None:
        """Return how a thing is introduced: `a person` for `the person`, else for its kind."""
        classes = [one for one in self.sentences.entries if one.terminal == "CLASS"]
        noun = (
            one.written
            for one in classes
            if len(one.items) == len(definite.items) and one.items[1:] == definite.items[1:]
        )
        of_kind = (one.written for one in classes if one.key == f"kind:{definite.key}")
        return next(noun, None) or next(of_kind, None)

    @cached_property
    def unfit_rows(self) -> frozenset[tuple[str, ...]]:
        """The words of the text with each fix that is unfit."""
        begins, ends = self.words[0].start, self.words[-1].end
        text = self.source.text
        return frozenset(
            folded(text[begins : fix.span.start] + fix.text + text[fix.span.end : ends])
            for fix in self.unfit
            if begins <= fix.span.start and fix.span.end <= ends
        )

    @cached_property
    def following(self) -> tuple[str, ...]:
        """The words that could stand at the place."""
        found = (one.following for one in self.reach.options)
        return tuple(dict.fromkeys(one for one in found if isinstance(one, str)))

    def problem(
        self,
        code: Code,
        message: str,
        help_: str | None,
        *,
        span: Span | None = None,
        related: tuple[Label, ...] = (),
        fixes: tuple[Fix, ...] = (),
    ) -> Diagnostic:
        """Return a problem at the place, or at `span`."""
        at = self.span(self.place, self.place + 1) if span is None else span
        label = Label(self.source, at)
        return Diagnostic(code, message, label, related, help_, self.where, fixes=fixes)


def failed(
    row: tuple[Word, ...], sentences: Sentences, piece: str, source: Source, where: str
) -> Failed:
    """Return how far `row` is understood as `piece`."""
    found = reach(sentences.reader, row, piece)
    return Failed(row, found, sentences, piece, source, where)
