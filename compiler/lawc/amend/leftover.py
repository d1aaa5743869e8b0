"""Words that an amendment left as they are: other forms of the words that it changed.

"Mayor" is changed as a whole word. "Mayor's", "Mayors" and "Mayor-elect" are other words, and
"mayor" has another spelling: they stay, and a warning shows each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lawc.amend.edition import Edition, one_line
from lawc.amend.operations import Delete, Quote, Replace, Step
from lawc.amend.wording import wording
from lawc.amend.words import (
    compound,
    parted_words,
    pattern,
    place_in_text,
    stretches,
    whole_words,
)
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.source import Source, Span

_SHORTEST = 3  # letters of a word that is looked for with other endings
_APOSTROPHES = re.compile("['’]")


def words_left(
    edition: Edition, steps: tuple[Step, ...], amending: Source
) -> Iterator[Diagnostic]:
    """Yield the places of other forms of words that were to change wherever they occur."""
    reported: set[Span] = set()
    for step in steps:
        operation = step.operation
        if not isinstance(operation, Replace | Delete) or operation.place.heading:
            continue
        if not any(map(str.isalpha, operation.old.text)):
            continue
        new = operation.new if isinstance(operation, Replace) else None
        for way in edition.find(operation.place.path):
            for form, span in _other_forms(
                edition, way, operation.old, new, operation.everywhere
            ):
                if span in reported:
                    continue
                reported.add(span)
                words = one_line(operation.old.text)
                message = f"`{form}` stays as it is: it is not the words `{words}`"
                help_ = "amend it too, quoted as it stands, if it is meant"
                yield Diagnostic(
                    Code.WORDS_LEFT,
                    message,
                    Label(edition.source, span),
                    (Label(amending, operation.old.span, "these words are changed"),),
                    help_,
                    edition.where(way),
                    Severity.WARNING,
                )


def _other_forms(
    edition: Edition, way: tuple[int, ...], old: Quote, new: Quote | None, everywhere: bool
) -> Iterator[tuple[str, Span]]:
    """Yield other forms of the old words in an element, but those in the new words."""
    loose = other_forms(old.text, edition.language)
    exact = pattern(old.text)
    for stretch, text in stretches(edition, way, wanted=loose):
        put = [] if new is None else list(whole_words(text, stretch.span, pattern(new.text)))
        for part in parted_words(text, stretch.span, loose):
            span = compound(text, stretch.span, part)
            form = text[span.start : span.end]
            if exact.fullmatch(form) or any(
                kept.start <= span.start and span.end <= kept.end for kept in put
            ):
                continue
            if not everywhere and one_line(form).casefold() == one_line(old.text).casefold():
                continue  # written otherwise: not meant where one place is
            start = place_in_text(edition, stretch)
            yield one_line(form), Span(start + span.start, start + span.end)


@lru_cache(maxsize=1024)
def other_forms(quote: str, language: str) -> re.Pattern[str]:
    """Return the pattern of some words with the endings that words of the language have."""
    endings = [tuple(ending.split("+")) for ending in wording(language)("endings").split()]
    parts = []
    for word in quote.split():
        letters = re.match(r"(.*?)([^\w]*)\Z", word)
        bare, sign = (letters[1], letters[2]) if letters else (word, "")
        forms = {bare}
        if len(bare) >= _SHORTEST and bare[-1:].isalpha():
            forms |= {
                bare.removesuffix(long) + short
                for short, long in endings
                if len(bare) >= _SHORTEST + len(long) and bare.endswith(long)
            }
            forms |= {
                form.removesuffix(short) + long
                for form in tuple(forms)
                for short, long in endings
                if form.endswith(short)
            }
        each = sorted(forms, key=lambda form: (-len(form), form))
        either = "|".join(_APOSTROPHES.sub("['’]", re.escape(form)) for form in each)
        parts.append(f"(?:{either}){re.escape(sign)}")
    return re.compile(r"\s+".join(parts), re.IGNORECASE)
