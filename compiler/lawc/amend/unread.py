"""A sentence that is no amendment: the part understood, and the words that may follow it."""

from __future__ import annotations

from lawc.amend.wording import Wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import Source, Span
from lawc.syntax.follow import reach
from lawc.syntax.reader import Reader
from lawc.syntax.suggest import begins_next_line
from lawc.syntax.words import Word

_CONTEXT = 5  # words before the one that is not understood
_BEGINNING = 4  # words by which a sentence that is not understood at all is named
_SHOWN = 8  # of what may stand there
_TITLE = 2  # words, at most, before the title of an act: "in the act"
_MARKS = '"\u201c'
_VALUES = {
    "QUOTED": 'text in quotation marks: "..."',
    "NUMBERING": "a number such as 3 or 7-1",
    "INTEGER": "a number",
    "LETTER": "a letter",
}


def unread(
    using: Reader,
    words: tuple[Word, ...],
    start: str,
    source: Source,
    where: str,
    wording: Wording,
) -> Diagnostic:
    """Return how far `words`, which are no sentence of the grammar, were understood."""
    reached = reach(using, words, start)
    place = reached.place
    if place == 0:
        message = f"no amendment begins with `{_text(source, words[:_BEGINNING])}`"
    elif place < len(words):
        first = max(0, place - _CONTEXT)
        while first and not words[first].folded[0].isalnum():
            first -= 1
        before = _text(source, words[first:place])
        word = _text(source, words[place : place + 1])
        message = f"`{word}` is not understood after `{before}`"
    else:
        message = f"this stops after `{_text(source, words[-_CONTEXT:])}`"
    if place < len(words):
        span = Span(words[place].start, words[place].end)
    else:
        span = Span(words[-1].end, words[-1].end)
    options = [
        f"`{_rest(option.entry.written, place - option.begun)}`" for option in reached.options
    ]
    values = [_VALUES[value] for value in reached.values if value in _VALUES]
    shown = list(dict.fromkeys((*options, *values)))
    more = ", or others" if len(shown) > _SHOWN else ""
    taken = begins_next_line(source, words[-1].end) if place == len(words) else None
    way = _whole_place(words, place, source, wording) or _naming(words, place, source, wording)
    if taken or way:
        help_ = taken or way
    elif shown:
        help_ = f"here may stand {', '.join(shown[:_SHOWN])}{more}"
    else:
        help_ = "the amendment ends before it: write each as a sentence or a point of its own"
    return Diagnostic(Code.NO_AMENDMENT, message, Label(source, span), (), help_, where)


def _whole_place(
    words: tuple[Word, ...], place: int, source: Source, wording: Wording
) -> str | None:
    """Return the whole name of an element, if its parts stand one after another.

    Before: `in Article 5, in point 3), the words`. After: `point 3) of Article 5`.
    """
    if not 1 < place < len(words) or words[place - 1].folded != ",":
        return None
    ends = [n for n in range(place + 1, len(words)) if words[n].folded in (",", ":")]
    if words[place].folded != words[0].folded or not ends or ends[0] == place + 1:
        return None
    inner, outer = words[place + 1 : ends[0]], words[1 : place - 1]
    whole = wording("of", place=_text(source, inner), inside=_text(source, outer))
    return f"name the element whole: `{whole}`"


def _naming(
    words: tuple[Word, ...], place: int, source: Source, wording: Wording
) -> str | None:
    """Return how the act is named, if a title in quotation marks is among the first words."""
    around = words[place : place + 2]
    if not 0 < place <= _TITLE or not any(source.text[word.start] in _MARKS for word in around):
        return None
    title = next(word for word in around if source.text[word.start] in _MARKS)
    sentence = wording("amends", name=_text(source, (title,)))
    return f"name the act that is amended so: `{sentence}`"


def _rest(written: str, read: int) -> str:
    """Return the rest of a phrase after so many words."""
    return " ".join(written.split()[read:]) or written


def _text(source: Source, words: tuple[Word, ...]) -> str:
    return " ".join(source.text[words[0].start : words[-1].end].split())
