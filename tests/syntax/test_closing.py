"""Closing words of lists are told from lines that go on with the last item."""

from __future__ import annotations

import pytest

from lawc.source import Source
from lawc.syntax.closing import closings
from lawc.syntax.layout import laid_out
from lawc.syntax.numbering import numbering_of
from lawc.syntax.structure import structure

FINE = "shall pay a fine."
LISTS = {
    "below the number": ("1. Who:\n   1) sells; or\n   2) burns,\n   {}", "point True"),
    "to the left of the number": ("1. Who:\n   1) sells; or\n   2) burns,\n{}", "point True"),
    "in a text without indentation": ("1. Who:\n1) sells; or\n2) burns,\n{}", "point True"),
    "after a full stop": ("1. Who:\n   1) sells.\n   2) burns.\n   {}", "point True"),
    "after a word that joins": ("1. Who:\n   1) sells;\n   2) burns; or\n{}", "point True"),
    "after a mark": ("1. Who:\n   1) a;\n   2) burns, [official]\n   {}", "point True"),
    "in an article": ("Who:\n1) sells; or\n2) burns,\n{}", "point True"),
    "of a list in a list": (
        "1. Who:\n   1) sells:\n      a) x;\n      b) y,\n      {}\n   2) z.",
        "subpoint True",
    ),
    "of the list around a list": (
        "1. Who:\n   1) sells:\n      a) x;\n      b) y,\n   {}",
        "point True",
    ),
    "of the list around, without indentation": (
        "1. Who:\n1) sells:\na) x;\nb) y,\n{}",
        "point True",
    ),
    "it goes on to the right": ("1. Who:\n   1) sells;\n   2) burns,\n      {}", None),
    "it goes on: other items do so": (
        "1. Who:\n1) sells a\ncard; or\n2) burns,\n{}",
        "point False",
    ),
    "no sign tells": ("1. Who:\n   1) sells;\n   2) burns\n{}", "point False"),
    "not the last item": ("1. Who:\n   1) sells,\n{}\n   2) burns.", None),
    "a number alone": ("1. Who:\n   1) sells,\n   2)\n   {}", None),
    "on the same line": ("1. Who:\n   1) sells,\n   2) burns, {}", None),
}


@pytest.mark.parametrize("name", LISTS)
def test_closing_words_are_known_by_where_they_stand(name: str) -> None:
    form, expected = LISTS[name]
    text = f"LAW\n\nArticle 1. X\n\n{form.format(FINE)}\n2-1. Note. x\n"
    found = closings(
        text, structure(Source("x/en.law", text), "en"), numbering_of("", "en").listing
    )

    told = [f"{closing.level} {closing.sure}" for one in found.values() for closing in one]
    assert told == ([expected] if expected else [])


@pytest.mark.parametrize("name", LISTS)
def test_closing_words_keep_a_line_of_their_own(name: str) -> None:
    form, expected = LISTS[name]
    text = f"LAW\n\nArticle 1. X\n\n{form.format(FINE)}\n2-1. Note. x\n"
    laid = laid_out(Source("x/en.law", text), "en")

    assert laid_out(Source("x/en.law", laid), "en") == laid
    alone = any(line.strip() == FINE for line in laid.split("\n"))
    assert alone == (expected is not None and expected.endswith("True"))


def test_lists_that_end_with_one_item_have_closing_words_each() -> None:
    text = (
        "LAW\n\nArticle 1. X\n\n1. Who:\n   1) sells; or\n   2) burns:\n      a) by day; or\n"
        "      b) by night,\n      alone,\n   shall pay a fine.\n"
    )
    found = closings(
        text, structure(Source("x/en.law", text), "en"), numbering_of("", "en").listing
    )

    told = [f"{closing.level} {closing.sure}" for one in found.values() for closing in one]
    assert told == ["subpoint True", "point True"]
    assert laid_out(Source("x/en.law", text), "en") == text
