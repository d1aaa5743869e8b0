"""What to write where a text was not understood.

A word is misspelt, stands twice, is missing, or has changed places with its neighbour: if
mending that leads on, the help says so. Otherwise it lists whole phrases that may stand there,
those that go on with the words already read first, signs last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import Source, Span
from lawc.syntax.follow import Option, Reach, reach
from lawc.syntax.phrases import Slot
from lawc.syntax.reader import Row
from lawc.syntax.sentences import Sentences
from lawc.syntax.words import Word, words

_SHOWN = 5  # phrases that a help text lists
_AHEAD = 12  # words after the place that phrases are compared with
_CLOSE = 0.74  # how like a known word a misspelt one must be
_TRIED = 12  # missing words that are tried

_VALUES = {
    "count": "a whole number",
    "number": "a number",
    "fraction": "a fraction",
    "money": "an amount of money",
    "day": "a day",
    "period": "a period",
    "choice": "one of its values",
    "citation": "the number of a provision",
    "INTEGER": "a whole number",
    "DECIMAL": "a number",
    "NUMBERING": "a number",
    "LETTER": "a letter",
}
_HELP = {
    "count": "write a whole number, in figures or in words",
    "number": "write a number in figures",
    "fraction": "write a fraction in words, or a number and per cent",
    "period": "write a number of years, months or days",
    "citation": "name the provisions by their numbers",
}


@dataclass(frozen=True)
class Failed:
    """A text that was not read, and how far it was understood."""

    words: tuple[Word, ...]
    reach: Reach
    sentences: Sentences
    piece: str
    source: Source
    where: str

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
        """Return the words `start` to `end` as written, on one line."""
        row = self.words[start:end]
        return " ".join(self.source.text[row[0].start : row[-1].end].split()) if row else ""

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

    def indefinite(self, kind: str) -> str | None:
        """Return how a thing of `kind` is introduced: `a person`."""
        names = (
            one.written
            for one in self.sentences.entries
            if (one.terminal, one.key) == ("CLASS", f"kind:{kind}")
        )
        return next(names, None)

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
    ) -> Diagnostic:
        """Return a problem at the place, or at `span`."""
        at = self.span(self.place, self.place + 1) if span is None else span
        return Diagnostic(code, message, Label(self.source, at), related, help_, self.where)


def failed(
    row: tuple[Word, ...], sentences: Sentences, piece: str, source: Source, where: str
) -> Failed:
    """Return how far `row` is understood as `piece`."""
    found = reach(sentences.reader, row, piece)
    return Failed(row, found, sentences, piece, source, where)


def suggestion(one: Failed) -> str | None:
    """Return what to write at the place where `one` was not understood."""
    return (
        _spelt(one)
        or _doubled(one)
        or _missing(one)
        or _missing_pair(one)
        or _swapped(one)
        or listed(one)
    )


def _spelt(one: Failed) -> str | None:
    word = one.words[one.place]
    if any(char.isdigit() for char in word.folded):
        return None
    for close in get_close_matches(word.folded, one.following, n=3, cutoff=_CLOSE):
        changed = word._replace(folded=close)
        row = (*one.words[: one.place], changed, *one.words[one.place + 1 :])
        if one.reach_of(row).place > one.place:
            shown = (
                close.capitalize() if one.said(one.place, one.place + 1).istitle() else close
            )
            return f"write `{shown}`, if that is the word meant"
    return None


def _doubled(one: Failed) -> str | None:
    if one.place == 0 or one.words[one.place].folded != one.words[one.place - 1].folded:
        return None
    row = (*one.words[: one.place], *one.words[one.place + 1 :])
    if one.reach_of(row).place > one.place:
        return f"leave out the second `{one.words[one.place].folded}`"
    return None


def _missing(one: Failed) -> str | None:
    word = one.words[one.place]
    tried = dict.fromkeys(
        option.following
        for option in one.reach.options
        if isinstance(option.following, str)
        and (word.folded in option.entry.items or not option.following.isalpha())
    )
    fitting = []
    for text in list(tried)[:_TRIED]:
        put = Word(text, word.start, word.start)
        row = (*one.words[: one.place], put, *one.words[one.place :])
        if one.reach_of(row).place > one.place + 2:
            fitting.append(text)
    if len(fitting) != 1:
        return None
    return f"write `{fitting[0]}` before `{one.said(one.place, one.place + 1)}`"


def _missing_pair(one: Failed) -> str | None:
    """Return two words to put in: one of the language, and the next word of a phrase."""
    word = one.words[one.place]
    if not word.folded.isalpha():
        return None
    for option in _ranked(one):
        first = str(option.following)
        if not option.is_word or not first.isalpha() or option.entry.items != (first,):
            continue
        put = Word(first, word.start, word.start)
        row = (*one.words[: one.place], put, *one.words[one.place :])
        for after in one.reach_of(row).options:
            if after.begun == one.place + 1 and after.entry.items[:2] == (
                after.following,
                word.folded,
            ):
                said = one.said(one.place, one.place + 1)
                return f"write `{first} {after.following}` before `{said}`"
    return None


def _swapped(one: Failed) -> str | None:
    for first in (one.place, one.place - 1):
        if first < 0 or first + 1 >= len(one.words):
            continue
        left, right = one.words[first : first + 2]
        row = (*one.words[:first], right, left, *one.words[first + 2 :])
        if one.reach_of(row).place > one.place + 1:
            return f"write `{right.folded} {left.folded}`, in this order"
    return None


# --- phrases that may follow -----------------------------------------------------------------


def listed(one: Failed) -> str | None:
    """Return the phrases that may stand at the place, the most fitting first."""
    options = _ranked(one)
    said = list(dict.fromkeys(f"`{option.entry.written}`" for option in options))
    said = [text for text in said if not text.startswith("`, ") or f"`{text[3:]}" not in said]
    said += [value for name in one.reach.values if (value := _VALUES.get(name, ""))]
    if not said:
        return None
    if len(said) == 1 and options and options[0].begun < one.place:
        return f"write {said[0]}, or declare in the vocabulary what else is to be said"
    more = f" and {len(said) - _SHOWN} more" if len(said) > _SHOWN else ""
    return f"here may stand {', '.join(said[:_SHOWN])}{more}"


def _ranked(one: Failed) -> list[Option]:
    ahead = {word.folded for word in one.words[one.place : one.place + _AHEAD]}
    asked = " ".join(word.folded for word in one.words[one.place : one.place + _AHEAD])
    counts = Counter(
        word for option in one.reach.options for word in set(_words(option.entry.items))
    )

    def key(option: Option) -> tuple[int, float, float]:
        own = set(_words(option.entry.items))
        shared = sum(1 / counts[word] for word in own & ahead)
        alike = SequenceMatcher(None, asked, option.entry.written.casefold()).ratio()
        return _group(option, one.place, shared), -shared, -alike

    return sorted(one.reach.options, key=key)


def _group(option: Option, place: int, shared: float) -> int:
    """Return where an option belongs: what goes on with words already read comes first."""
    if not any(map(str.isalnum, option.entry.written)):
        return 4
    if option.begun < place:
        return 0
    if option.is_word:
        return 2
    return 1 if shared else 3


def _words(items: Iterable[str | Slot]) -> Iterable[str]:
    return (item for item in items if isinstance(item, str))


# --- values ------------------------------------------------------------------------------------


def value_name(slot: Slot) -> str:
    """Return what kind of value belongs in a place of a phrase: `a day`."""
    return _VALUES.get(slot.rule, "a value")


def value_help(one: Failed, slot: Slot) -> str:
    """Return what to write where a value of another kind stands."""
    match slot.rule:
        case "day":
            days = _written(one, "DAY_NAME", "")
            return f"write a calendar day, or {days}" if days else "write a calendar day"
        case "choice":
            return f"write {_written(one, 'CHOICE', slot.choice + '=')}"
        case "money":
            return f"write a number and {_written(one, 'CURRENCY', '')}"
        case rule:
            return _HELP.get(rule, f"write {value_name(slot)}")


def _written(one: Failed, terminal: str, prefix: str) -> str:
    found = [
        f"`{entry.written}`"
        for entry in one.sentences.entries
        if entry.terminal == terminal and entry.key.startswith(prefix)
    ]
    shown = list(dict.fromkeys(found))
    return shown[0] if len(shown) == 1 else f"one of {', '.join(shown)}" if shown else ""
