"""An amending act in words: from the operations that lead from one text to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from lawc.amend.applying import consolidated
from lawc.amend.elements import Text
from lawc.amend.leading import leading, whole
from lawc.amend.operations import (
    Add,
    Delete,
    InsertWords,
    Operation,
    Place,
    Quote,
    Remove,
    Repeal,
    Replace,
    ReplaceHeading,
    Restate,
    RestateText,
)
from lawc.amend.quotes import marked
from lawc.amend.reading import day_in
from lawc.amend.wording import Wording, wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.layout import laid_out, wrapped
from lawc.syntax.words import words

_SHOWN = 60  # characters of a text that cannot be quoted
_INDENT = 3  # of the lines of a point after its first


class _UnquotableError(Exception):
    """A text that can stand between no quotation marks."""


@dataclass(frozen=True, slots=True)
class Written:
    """An amending act; `exact` if applied to the old text it gives the bytes of the new one.

    If not, its result says the same, element by element, in another layout.
    """

    text: str
    exact: bool


def amending_act(old: Source, new: Source, language: str) -> Written | Diagnostic:
    """Return the amending act that leads from the text `old` to the text `new`.

    Applied to `old`, it gives a text that laid out is `new` laid out; if both texts are laid
    out, it gives `new`.
    """
    before, after = Text(old, language), Text(new, language)
    if not before.title:
        message = "the old text has no title, by which an amending act could name it"
        return _not_amendable(old, message, "write its title above the first article")
    if not new.text.strip():
        help_ = "give the text that the act is to have"
        return _not_amendable(new, "the new text is empty", help_)
    operations = leading(before, after)
    if not operations:
        message = "both texts say the same: there is nothing to amend"
        return _not_amendable(new, message, "give the old text first, then the new one")
    try:
        for tried in dict.fromkeys((operations, whole(after))):
            text = "\n".join(_Writing(before).act(tried)) + "\n"
            result, problems = consolidated(old, replace(new, text=text), language)
            if not problems and _leads(old, new, result, language):
                return Written(text, result.text == new.text)
    except _UnquotableError as error:
        cut = " ".join(str(error).split())[:_SHOWN]
        message = f"`{cut}` holds quotation marks of each kind and cannot be quoted"
        return _not_amendable(new, message, "let marks of one kind stand in pairs only")
    message = "no amending act was found that leads to this text"
    help_ = "`lawc check` says what is wrong with the text: mend it first"
    return _not_amendable(new, message, help_)


def _leads(old: Source, new: Source, result: Source, language: str) -> bool:
    """Return whether a result is the new text, in bytes too if both texts are laid out."""
    before, wanted, reached = (
        laid_out(source, language).strip() + "\n" for source in (old, new, result)
    )
    exact = (before, wanted) == (old.text, new.text)
    return reached == wanted and (result.text == new.text or not exact)


def _not_amendable(source: Source, message: str, help_: str) -> Diagnostic:
    return Diagnostic(Code.NOT_AMENDABLE, message, Label(source, Span(0, 0)), (), help_)


class _Writing:
    """Writes an amending act to one act."""

    def __init__(self, act: Text) -> None:
        self.act_amended = act
        self.say: Wording = wording(act.language)

    def act(self, operations: tuple[Operation, ...]) -> Iterator[str]:
        """Yield the lines of the amending act."""
        title = self.act_amended.title
        dated = [
            (place, day_in(line, self.act_amended.language)) for place, line in enumerate(title)
        ]
        place, day = next((pair for pair in dated if pair[0] and pair[1]), (len(title), None))
        name = _marks(" ".join(title[self.named_from(title[:place]) : place]))
        yield self.say("act")
        yield from wrapped(self.say("act_title", name=name), 0, 0)
        yield from ("", self.say("act_heading"), "")
        opening = (
            self.say("amends_of", name=name, day=day) if day else self.say("amends", name=name)
        )
        yield from wrapped(opening, 0, 0)
        points = [tuple(same) for _, same in groupby(operations, _together)]
        for number, several in enumerate(points, 1):
            end = ";" if number < len(points) else "."
            yield from self._point(f"{number})", several, end)

    def named_from(self, title: tuple[str, ...]) -> int:
        """Return how many lines of a title stand before the name: they say whose law it is."""
        begin = self.say("name_begins")
        return next((n for n, line in enumerate(title) if line.startswith(f"{begin} ")), 0)

    def _point(self, label: str, several: tuple[Operation, ...], end: str) -> Iterator[str]:
        operation, *others = several
        sentence, new = self._sentence(operation)
        if others:
            key = "removes_several" if isinstance(operation, Remove) else "repeals_several"
            paths = tuple(
                other.place.path for other in several if isinstance(other, Remove | Repeal)
            )
            sentence = self.say(key, place=self.say.places(paths))
        if new is None:
            yield from wrapped(f"{label} {sentence}{end}", 0, _INDENT)
            return
        yield from wrapped(f"{label} {sentence}", 0, _INDENT)
        if isinstance(operation, RestateText):  # a text with mistakes keeps its layout
            yield f"{_marks(new.text)}{end}"
            return
        for line in f"{_marks(_shift(new.text))}{end}".split("\n"):
            yield f"{' ' * _INDENT}{line}".rstrip()

    def _sentence(self, operation: Operation) -> tuple[str, Quote | None]:
        """Return the sentence that orders an operation, and the quote below it."""
        say = self.say
        match operation:
            case Replace(place, old, new):
                quoted = self._words(old), self._words(new)
                return self._changed(
                    "replaces", place, old=quoted[0], new=quoted[1], of=old
                ), None
            case InsertWords(place, old, new):
                quoted = self._words(old), self._words(new)
                return self._changed(
                    "inserts_words", place, old=quoted[0], new=quoted[1], of=new
                ), None
            case Delete(place, old):
                return self._changed("deletes", place, old=self._words(old), of=old), None
            case Restate(place, new):
                return say("restates", place=say.place(place.path)), new
            case Add(place, None, after, new) if after is not None:
                named = say.place(place.path), say.place(after.path)
                return say("inserts_article", place=named[0], after=named[1]), new
            case Add(place, holder, _, new):
                assert holder is not None
                named = say.place(holder.path), say.place(place.path[-1:])
                return say("supplements", holder=named[0], new=named[1]), new
            case Repeal(place):
                return say("repeals", place=say.place(place.path)), None
            case Remove(place):
                return say("removes", place=say.place(place.path)), None
            case ReplaceHeading(place, new):
                heading = say("heading", place=say.place(place.path))
                return say("replaces_heading", heading=heading, quoted=_marks(new.text)), None
            case RestateText(part, new):
                return say(f"restates_{part}"), new

    def _changed(self, key: str, place: Place, *, of: Quote, **slots: str) -> str:
        """Return a sentence about words; the verb has the number of the words `of`."""
        are = self.say("one" if self._noun(of) in ("word", "figure") else "many")
        return self.say(key, place=self.say.place(place.path), are=are, **slots)

    def _words(self, quote: Quote) -> str:
        return self.say(self._noun(quote), quoted=_marks(quote.text))

    def _noun(self, quote: Quote) -> str:
        row = [word.folded for word in words(quote.text) if word.folded[0].isalnum()]
        if all(word[0].isdigit() for word in row):
            return "figure" if len("".join(row)) == 1 else "figures"
        return "word" if len(row) == 1 else "words"


def _together(operation: Operation) -> object:
    """Return the key that operations of one sentence share."""
    if isinstance(operation, Remove | Repeal):
        *above, (level, _) = operation.place.path
        return type(operation), tuple(above), level
    return id(operation)


def _marks(text: str) -> str:
    """Return a text between quotation marks.

    Raises:
        _UnquotableError: it can stand between none.
    """
    quoted = marked(text)
    if quoted is None:
        raise _UnquotableError(text)
    return quoted


def _shift(lines: str) -> str:
    """Return the lines of an element, the first without its indentation, all moved so."""
    first, *rest = lines.split("\n")
    spaces = [len(line) - len(line.lstrip()) for line in rest if line.strip()]
    margin = max(0, min(spaces, default=0) - _INDENT)
    return "\n".join((first, *(line[margin:] for line in rest)))
