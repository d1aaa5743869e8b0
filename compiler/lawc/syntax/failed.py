"""A text that was not read, how far it was understood, and how another one would be."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Declaration, Diagnostic, Fix, Label
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax import phrases
from lawc.syntax.follow import Reach, reach
from lawc.syntax.phrases import Entry
from lawc.syntax.reader import Row
from lawc.syntax.senses import groups, sort_of, ways
from lawc.syntax.sentences import Sentences
from lawc.syntax.words import Word, folded, words

_NOUNS = ("CLASS", "THE", "MANY")  # of things
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

    def sort(self, place: int) -> str | None:
        """Return the sort of the word at a place, None if it turns no sense."""
        return next(
            (sort_of(word, self.sentences.language) for word in self._word(place)), None
        )

    def group(self, place: int) -> str | None:
        """Return the group of words that say the same as the one at a place."""
        of = groups(self.sentences.language)
        return next((of.get(word) for word in self._word(place)), None)

    def way(self, place: int) -> str | None:
        """Return the construct for which drafters use the word at a place."""
        of = ways(self.sentences.language)
        return next((of.get(word) for word in self._word(place)), None)

    def _word(self, place: int) -> tuple[str, ...]:
        return (
            tuple(word.folded for word in self.words[place : place + 1]) if place >= 0 else ()
        )

    def kind_before(self, place: int) -> str | None:
        """Return the kind of the thing, or things, that were named last before a place."""
        row = Row(self.sentences.reader, self.words)
        nouns = [
            (each.end, -start, each.entry.about or each.entry.key)
            for start in range(place)
            for each in phrases.find(row.reader.root, row.folded, start, row.value)
            if each.entry.terminal in _NOUNS and each.end <= place
        ]
        return max(nouns)[-1] if nouns else None

    @property
    def whole(self) -> Span:
        """Return where the text stands."""
        return self.span(0, len(self.words))

    def span(self, start: int, end: int) -> Span:
        """Return where the words `start` to `end` stand."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def written(self, start: int, end: int) -> str:
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

    def goes_on(self, start: int, texts: Iterable[str]) -> bool:
        """Tell whether the words before `start` go on with others."""
        at = self.words[start].start
        put = (Word(word, at, at) for text in texts for word in folded(text))
        row = (*self.words[:start], *put)
        return self.reach_of(row).place == len(row)

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
        classes = [entry for entry in self.sentences.entries if entry.terminal == "CLASS"]
        noun = (
            entry.written
            for entry in classes
            if len(entry.items) == len(definite.items) and entry.items[1:] == definite.items[1:]
        )
        of_kind = (entry.written for entry in classes if entry.key == f"kind:{definite.key}")
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
        words = (word.following for word in self.reach.options)
        return tuple(dict.fromkeys(word for word in words if isinstance(word, str)))

    def problem(
        self,
        code: Code,
        message: str,
        help_: str | None,
        *,
        span: Span | None = None,
        related: tuple[Label, ...] = (),
        fixes: tuple[Fix, ...] = (),
        declarations: tuple[Declaration, ...] = (),
    ) -> Diagnostic:
        """Return a problem at the place, or at `span`."""
        at = self.span(self.place, self.place + 1) if span is None else span
        label = Label(self.source, at)
        return Diagnostic(
            code,
            message,
            label,
            related,
            help_,
            self.where,
            fixes=fixes,
            declarations=declarations,
        )


def failed(
    row: tuple[Word, ...], sentences: Sentences, piece: str, source: Source, where: str
) -> Failed:
    """Return how far `row` is understood as `piece`."""
    understood = reach(sentences.reader, row, piece)
    return Failed(row, understood, sentences, piece, source, where)
