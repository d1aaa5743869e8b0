"""Letters of another alphabet: they look right, but a search does not find the word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.source import Source, Span
from lawc.syntax.letters import alphabet, retype

_WORD = re.compile(r"[^\W\d_]+")


def check_letters(source: Source) -> Iterator[Diagnostic]:
    """Yield a warning for each word with letters that are not those of its neighbours.

    Such a word has letters of two alphabets; or all of its letters look like those of the
    alphabet that most of the text is written in, and are of another one.
    """
    if source.text.isascii():
        return
    written = Counter(map(alphabet, source.text))
    del written[""]
    usual = max(sorted(written), key=lambda name: written[name], default="")
    for match in _WORD.finditer(source.text):
        word = match.group()
        if word.isascii() and usual == "LATIN":
            continue
        by_alphabet: dict[str, str] = {}
        for letter in word:
            name = alphabet(letter)
            if name:
                by_alphabet[name] = by_alphabet.get(name, "") + letter
        problem = _problem(word, by_alphabet, usual)
        if problem:
            yield Diagnostic(
                Code.MIXED_ALPHABETS,
                problem,
                Label(source, Span(*match.span())),
                help="type the word again with one keyboard layout",
                severity=Severity.WARNING,
            )


def _problem(word: str, by_alphabet: dict[str, str], usual: str) -> str:
    """Return the problem of a word by the alphabets of its letters, empty if it has none."""
    if len(by_alphabet) > 1:
        few = min(by_alphabet, key=lambda name: (len(by_alphabet[name]), name))
        odd = ", ".join(f"`{letter}`" for letter in dict.fromkeys(by_alphabet[few]))
        return f"`{word}` mixes letters of two alphabets: {odd} is {few.capitalize()}"
    if by_alphabet and usual not in by_alphabet and (looks := retype(word, usual)):
        (own,) = by_alphabet
        return f"`{word}` looks like `{looks}`, and its letters are {own.capitalize()}"
    return ""
