"""Letters of two alphabets in one word: they look right, and no one finds the word again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.source import Source, Span

_WORD = re.compile(r"[^\W\d_]+")
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")  # those with letters of the same shape


def check_letters(source: Source) -> Iterator[Diagnostic]:
    """Yield a warning for each word whose letters come from two alphabets."""
    if source.text.isascii():
        return
    for match in _WORD.finditer(source.text):
        word = match.group()
        if word.isascii():
            continue
        by_alphabet: dict[str, str] = {}
        for letter in word:
            alphabet = unicodedata.name(letter, "").partition(" ")[0]
            if alphabet in _ALPHABETS:
                by_alphabet[alphabet] = by_alphabet.get(alphabet, "") + letter
        if len(by_alphabet) > 1:
            few = min(by_alphabet, key=lambda name: (len(by_alphabet[name]), name))
            odd = ", ".join(f"`{letter}`" for letter in dict.fromkeys(by_alphabet[few]))
            yield Diagnostic(
                Code.MIXED_ALPHABETS,
                f"`{word}` mixes letters of two alphabets: {odd} is {few.capitalize()}",
                Label(source, Span(*match.span())),
                help="type the word again with one keyboard layout",
                severity=Severity.WARNING,
            )
