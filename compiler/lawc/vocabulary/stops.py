"""Messages about a declaration that is not understood: where it stops, and what to do."""

from __future__ import annotations

from difflib import get_close_matches

from lawc.source import Span
from lawc.syntax.words import Word
from lawc.vocabulary.shapes import grammar, stop_of


def reading_problem(text: str, row: tuple[Word, ...]) -> tuple[str, Span, str | None]:
    """Return message, place and help for a declaration that is not read."""
    stop, expected = stop_of(row)
    if ends := _incomplete(text, row, stop.place):
        row = row[:ends]
        stop, expected = stop_of(row)
    at = row[min(stop.place, len(row) - 1)]
    help_ = _expected_help(expected)
    if stop.place >= len(row):
        message = f"this declaration stops after `{at.folded}`"
        if at.folded == "money":
            help_ = "write the currency after it, such as `money EUR`"
    elif stop.place == 0:
        message = f"no declaration begins with `{at.folded}`"
        help_ = _beginning_help(at.folded, expected)
    else:
        message = f"`{at.folded}` cannot follow `{row[stop.place - 1].folded}` here"
    return message, Span(at.start, at.end), help_


def _beginning_help(word: str, expected: tuple[str, ...]) -> str:
    known = [grammar().table.texts[name] for name in expected]
    close = get_close_matches(word, known, n=1, cutoff=3 / 4)
    if close:
        return f"write `{close[0]}`, if that is the word meant"
    listed = ", ".join(f"`{text}`" for text in known)
    return f"indent it if it belongs to the declaration above; others begin with {listed}"


def _expected_help(expected: tuple[str, ...]) -> str:
    texts = grammar().table.texts
    kinds = {
        "NAME": "a key such as date_of_birth",
        "LANGUAGE": "a language such as en",
        "STRING": 'words in quotes: "the person"',
        "NUMBER": "a number",
    }
    allowed = [
        f"`{texts[name]}`" if name in texts else kinds.get(name, "") for name in expected
    ]
    shown = list(dict.fromkeys(text for text in allowed if text))[:8]
    return "here may stand " + ", ".join(shown) if shown else "end the declaration here"


def _incomplete(text: str, row: tuple[Word, ...], stop: int) -> int:
    """Return the number of words before the wording at which reading stops, else 0.

    Then the line before lacks something: `money` without its currency takes the language of the
    wording for one.
    """
    first = next(
        (place for place in range(min(stop, len(row) - 1), 0, -1) if _begins(text, row, place)),
        0,
    )
    following = [word.folded for word in row[first + 1 : first + 3]]
    wording = len(following) > 1 and following[0].isalpha() and following[1].startswith('"')
    return first if wording and stop - first < len(following) + 1 else 0


def _begins(text: str, row: tuple[Word, ...], place: int) -> bool:
    """Return whether a word is the first on its line."""
    return "\n" in text[row[place - 1].end : row[place].start]
