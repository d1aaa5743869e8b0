"""Provisions that a drafter cites in another form than the language.

Before: `Paragraph 1 does not apply to`, `Article 1.1`, `§ 1`.
After: `paragraph 1 of this article`.
"""

from __future__ import annotations

from lawc.syntax.failed import Failed
from lawc.syntax.fixing import as_written
from lawc.syntax.senses import NUMBER
from lawc.syntax.spoken import spoken
from lawc.syntax.words import Word, folded

_ONE = "1"  # stands for the number of a paragraph


def citation_help(language: str) -> str:
    """Return how provisions are cited."""
    return f"name the provisions by their numbers, as in `{paragraph(language)}`"


def cited_otherwise(failure: Failed) -> str | None:
    """Return how provisions are cited, where a number of another form stands: `Article 1.1`."""
    place = failure.place
    word = failure.words[place].folded
    before = [failure.sort(at) for at in range(max(0, place - 2), place)]
    after_number = before == ["level", NUMBER] and not word[0].isalnum()
    figure = failure.sort(place) == NUMBER and not word.isdigit()
    sign = not word[0].isalnum() and failure.sort(place + 1) == NUMBER
    begins = "CITATION" in failure.reach.at.get(place, {}) and place == 0
    if not (
        (before[-1:] == ["level"] and (figure or sign))
        or (after_number and word == "(")
        or (begins and sign)
    ):
        return None
    return citation_help(failure.sentences.language)


def article_missing(failure: Failed) -> str | None:
    """Return to name the article of a cited element, if reading then goes on.

    Before: `Paragraph 1 does not apply to`, which may be that of any article.
    """
    article = paragraph(failure.sentences.language).partition(_ONE)[2].strip()
    put = tuple(Word(word, 0, 0) for word in folded(article))
    comma = (
        failure.place > 1 and failure.words[failure.place - 1].folded == ","
    )  # of a list, it seemed
    at = failure.place - 1 if comma else failure.place
    row = (*failure.words[:at], *put, *failure.words[at:])
    further = (
        failure.reach_of(row).place - len(put) + (failure.group(failure.place) == "future")
    )
    if not put or further <= failure.place:
        return None
    here = as_written(failure, folded(article))
    return f"name the article too: `{here}`, or another one by its number"


def paragraph(language: str) -> str:
    """Return how a paragraph of the same article is named."""
    here = spoken(language, "this_article.this_article")
    return spoken(language, "paragraphs.paragraphs", {"_spans": _ONE, "this_article": here})
