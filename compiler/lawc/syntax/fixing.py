"""An edit that reads, as a text to put in a place of the source, and as a help says it."""

from __future__ import annotations

from lawc.diagnostics.model import Fix
from lawc.source import Span
from lawc.syntax.failed import Failed
from lawc.syntax.inflections import forms
from lawc.syntax.near import Edit
from lawc.syntax.senses import groups, negations
from lawc.syntax.words import Word, folded

_CLOSE = frozenset(",.;:)")  # signs that stand without a space after a word
_HYPHEN = "-"


def _may_deny(failure: Failed, edit: Edit) -> bool:
    """Return whether a word that denies may be missing where an edit reads without one.

    It may where an article is put (`no person`), and where a word is left out that says nothing
    (`the person may therefore borrow`): either may stand in the place of the word that denies.
    """
    language = failure.sentences.language
    rows = forms(language).rows
    if edit.words:
        denials = rows.get("denial", ()) if edit.words in rows.get("article", ()) else ()
    else:
        left_out = failure.words[edit.start : edit.end]
        empty = all(groups(language).get(word.folded) == "empty" for word in left_out)
        denials = tuple((word,) for word in negations(language)) if empty else ()
    before, after = failure.words[: edit.start], failure.words[edit.end :]
    return any(
        failure.reads((*before, *[Word(word, 0, 0) for word in denial], *after))
        for denial in denials
    )


def fix(failure: Failed, edit: Edit) -> Fix | None:
    """Return `edit` as a fix, None if the text cannot be edited so."""
    words = failure.words
    start, end = edit.start, edit.end
    if (start == end or not edit.words) and _may_deny(failure, edit):
        return None
    if start == 0:
        return _first(failure, edit)
    if not edit.words:
        span, text = Span(words[start - 1].end, words[end - 1].end), ""
    elif start == end:
        text = as_written(failure, edit.words)
        begins = words[start - 1].end
        if text == _HYPHEN:  # it joins the words
            span = Span(begins, words[start].start)
        else:
            text = text if text in _CLOSE else f" {text}"
            span = Span(begins, begins)
    else:
        span, text = failure.span(start, end), _text_of(failure, edit)
        if span.start == words[start - 1].end and text not in _CLOSE:  # after a comma left out
            text = f" {text}"
    return Fix(span, text) if _says(failure, edit, span, text) else None


def _first(failure: Failed, edit: Edit) -> Fix | None:
    """Return an edit of the first words as a fix that keeps the capital letter they have."""
    end = edit.end
    text = as_written(failure, edit.words)
    if edit.start == end or not text:  # the word after it is written with another letter
        end += 1
        if end > len(failure.words):
            return None
        following = failure.source.text[
            failure.words[end - 1].start : failure.words[end - 1].end
        ]
        text = f"{text} {following[0].lower()}{following[1:]}" if text else following
    if failure.written(0, 1)[0].isupper():
        text = text[0].upper() + text[1:]
    span = failure.span(0, end)
    return Fix(span, text) if _says(failure, edit, span, text) else None


def _says(failure: Failed, edit: Edit, span: Span, text: str) -> bool:
    """Tell whether the text with a fix has the words that were read, and no others."""
    source, words = failure.source.text, failure.words
    put = source[words[0].start : span.start] + text + source[span.end : words[-1].end]
    return folded(put) == edit.of(tuple(word.folded for word in words))


def as_written(failure: Failed, words: tuple[str, ...]) -> str:
    """Return words as they are written, with a space where one belongs."""
    spelling = failure.sentences.spelling
    text = ""
    for word in words:
        close = not text or word in _CLOSE or word == _HYPHEN or text.endswith(_HYPHEN)
        text += ("" if close else " ") + spelling.get(word, word)
    return text


def instruction(failure: Failed, edits: tuple[Edit, ...], *, respelt: bool) -> str:
    """Return what to do: one of the edits, the best first."""
    first = edits[0]
    same = [each for each in edits if (each.start, each.end) == (first.start, first.end)]
    if len(same) > 1 and all(each.words for each in same):
        *most, last = (f"`{_text_of(failure, each)}`" for each in same)
        where = _where(failure, first)
        return f"write {', '.join(most)} or {last}{where}"
    typed = failure.written(first.start, first.end)
    if respelt and not typed.isascii() and _text_of(failure, first).isascii():
        text = _text_of(failure, first)
        return f"type `{text}` again: `{typed}` has letters of another alphabet"
    if respelt:
        return f"write `{_text_of(failure, first)}`, if that is the word meant"
    return _instruction(failure, first)


def _instruction(failure: Failed, edit: Edit) -> str:
    old = tuple(word.folded for word in failure.words[edit.start : edit.end])
    if not edit.words:
        around = (
            failure.words[edit.start - 1 : edit.start],
            failure.words[edit.end : edit.end + 1],
        )
        twice = any(each and each[0].folded == old[0] for each in around)
        text = failure.written(edit.start, edit.end)
        return f"leave out {'the second' if twice else 'the'} `{text}`"
    if sorted(old) == sorted(edit.words):
        return f"write `{_text_of(failure, edit)}`, in this order"
    return f"write `{_text_of(failure, edit)}`{_where(failure, edit)}"


def _where(failure: Failed, edit: Edit) -> str:
    if edit.start < edit.end:
        return f" instead of `{failure.written(edit.start, edit.end)}`"
    if edit.start < len(failure.words):
        return f" before `{failure.written(edit.start, edit.start + 1)}`"
    return " at the end"


def _text_of(failure: Failed, edit: Edit) -> str:
    """Return the words of an edit, the first with the capital of the word it replaces."""
    text = as_written(failure, edit.words)
    old = failure.written(edit.start, edit.start + 1) if edit.start < edit.end else ""
    same = edit.start == 0 or (old.istitle() and old[0].casefold() == text[0])
    return text[0].upper() + text[1:] if same and old[:1].isupper() else text
