"""A small act, and amending acts made of one sentence or a few."""

from __future__ import annotations

from lawc.amend.applying import consolidated
from lawc.diagnostics.model import Diagnostic
from lawc.source import Source

ACT = """\
LAW ON CARDS
of the Town
1 May 2024, No. 12

Note. Made up.

Article 1. Cards [official]

1. A person is entitled to a card if any of the following applies:
   1) the person lives in the town or in a village that belongs to it, and has lived there for
      two years;
   2) the person attends a school; or [assumed: why]
   3) all of the following apply:
      a) the person works in the town; and
      b) the person is over the age of 18 years.
2. A card costs 18 euro.

Article 2. Readers

A reader may borrow:
1) books;
2) films.

Article 3.

Note. Cards are green.
"""
NAMED = 'This Law amends the Law "LAW ON CARDS of the Town" of 1 May 2024.'


def amended(*sentences: str, act: str = ACT) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return an act with an amending act of these sentences applied, and the problems."""
    text = "\n".join(("LAW", "", "Article 1. Amendments", "", NAMED, *sentences, ""))
    amending = Source("act/amendments/one.en.law", text)
    result, problems = consolidated(Source("town/cards/en.law", act), amending, "en")
    return result.text, problems


def applied(*sentences: str, act: str = ACT) -> str:
    """Return an act with an amending act applied that has no problem."""
    text, problems = amended(*sentences, act=act)
    assert [one.message for one in problems] == []
    return text


def refused(*sentences: str, act: str = ACT) -> list[str]:
    """Return the problems of an amending act as `L501 message`."""
    text, problems = amended(*sentences, act=act)
    assert problems, text
    return [f"{one.code.value} {one.message}" for one in problems]
