"""An edit that reads, as a text to put in a place of the source, and as a help says it."""

from __future__ import annotations

from lawc.diagnostics.model import Fix
from lawc.source import Span
from lawc.syntax.failed import Failed
from lawc.syntax.near import Edit
from lawc.syntax.words import folded

_CLOSE = frozenset(",.;:)")  # signs that stand without a space after a word
_HYPHEN = "-"


def fix(one: Failed, edit: Edit) -> Fix | None:
    """Return `edit` as a fix, None if the text cannot be edited so."""
    words = one.words
    start, end = edit.start, edit.end
    if start == 0:
        return _first(one, edit)
    if not edit.words:
        span, text = Span(words[start - 1].end, words[end - 1].end), ""
    elif start == end:
        text = joined(one, edit.words)
        begins = words[start - 1].end
        if text == _HYPHEN:  # it joins the words
            span = Span(begins, words[start].start)
        else:
            text = text if text in _CLOSE else f" {text}"
            span = Span(begins, begins)
    else:
        span, text = one.span(start, end), _shown(one, edit)
        if span.start == words[start - 1].end and text not in _CLOSE:  # after a comma left out
            text = f" {text}"
    return Fix(span, text) if _says(one, edit, span, text) else None


def _first(one: Failed, edit: Edit) -> Fix | None:
    """Return an edit of the first words as a fix that keeps the capital letter they have."""
    end = edit.end
    text = joined(one, edit.words)
    if edit.start == end or not text:  # the word after it is written with another letter
        end += 1
        if end > len(one.words):
            return None
        following = one.source.text[one.words[end - 1].start : one.words[end - 1].end]
        text = f"{text} {following[0].lower()}{following[1:]}" if text else following
    if one.said(0, 1)[0].isupper():
        text = text[0].upper() + text[1:]
    span = one.span(0, end)
    return Fix(span, text) if _says(one, edit, span, text) else None


def _says(one: Failed, edit: Edit, span: Span, text: str) -> bool:
    """Tell whether the text with a fix has the words that were read, and no others."""
    source, words = one.source.text, one.words
    put = source[words[0].start : span.start] + text + source[span.end : words[-1].end]
    return folded(put) == edit.of(tuple(word.folded for word in words))


def joined(one: Failed, words: tuple[str, ...]) -> str:
    """Return words as they are written, with a space where one belongs."""
    spelling = one.sentences.spelling
    text = ""
    for word in words:
        close = not text or word in _CLOSE or word == _HYPHEN or text.endswith(_HYPHEN)
        text += ("" if close else " ") + spelling.get(word, word)
    return text


def told(one: Failed, edits: tuple[Edit, ...], *, respelt: bool) -> str:
    """Return what to do: one of the edits, the best first."""
    first = edits[0]
    same = [each for each in edits if (each.start, each.end) == (first.start, first.end)]
    if len(same) > 1 and all(each.words for each in same):
        *most, last = (f"`{_shown(one, each)}`" for each in same)
        where = _where(one, first)
        return f"write {', '.join(most)} or {last}{where}"
    typed = one.said(first.start, first.end)
    if respelt and not typed.isascii() and _shown(one, first).isascii():
        return f"type `{_shown(one, first)}` again: `{typed}` has letters of another alphabet"
    if respelt:
        return f"write `{_shown(one, first)}`, if that is the word meant"
    return _told(one, first)


def _told(one: Failed, edit: Edit) -> str:
    old = tuple(word.folded for word in one.words[edit.start : edit.end])
    if not edit.words:
        around = (one.words[edit.start - 1 : edit.start], one.words[edit.end : edit.end + 1])
        twice = any(each and each[0].folded == old[0] for each in around)
        return (
            f"leave out {'the second' if twice else 'the'} `{one.said(edit.start, edit.end)}`"
        )
    if sorted(old) == sorted(edit.words):
        return f"write `{_shown(one, edit)}`, in this order"
    return f"write `{_shown(one, edit)}`{_where(one, edit)}"


def _where(one: Failed, edit: Edit) -> str:
    if edit.start < edit.end:
        return f" instead of `{one.said(edit.start, edit.end)}`"
    if edit.start < len(one.words):
        return f" before `{one.said(edit.start, edit.start + 1)}`"
    return " at the end"


def _shown(one: Failed, edit: Edit) -> str:
    """Return the words of an edit, the first with the capital of the word it replaces."""
    text = joined(one, edit.words)
    old = one.said(edit.start, edit.start + 1) if edit.start < edit.end else ""
    same = edit.start == 0 or (old.istitle() and old[0].casefold() == text[0])
    return text[0].upper() + text[1:] if same and old[:1].isupper() else text
