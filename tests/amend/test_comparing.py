"""An act before and after: which elements differ, in which words, with which reasons."""

from __future__ import annotations

from random import Random

import pytest
from tests.amend.amending import ACT, NAMED
from tests.amend.texts import act, changed
from tests.sampling import some

from lawc.amend.applying import consolidated
from lawc.amend.comparing import Change, Row, front_lines, lines, pieces, rows
from lawc.amend.elements import Text
from lawc.amend.reading import read_amendment
from lawc.source import Source


def compared(*sentences: str) -> tuple[Row, ...]:
    """Return what amendments of the act change, with why."""
    text = "\n".join(("LAW", "Note. In general.", "Article 1. X", "", NAMED, *sentences, ""))
    amending = Source("act/amendments/one.en.law", text)
    old = Source("town/cards/en.law", ACT)
    new, problems = consolidated(old, amending, "en")
    assert problems == ()
    steps = read_amendment(amending, "en")[0].steps
    return rows(Text(old, "en"), Text(new, "en"), steps)


def test_the_smallest_element_that_differs_is_a_row() -> None:
    (row,) = compared('In Article 2, the word "books" is replaced by the word "maps".')

    assert row == Row(
        (("article", "2"), ("point", "1")), ("1) books;",), ("1) maps;",), whole=False
    )
    assert [(one.change, one.text) for one in row.pieces] == [
        (Change.SAME, "1) "),
        (Change.DELETED, "books"),
        (Change.INSERTED, "maps"),
        (Change.SAME, ";"),
    ]


def test_an_element_that_is_new_or_gone_is_one_row_with_all_in_it() -> None:
    gone, new = compared(
        "Point 3) of paragraph 1 of Article 1 is deleted.",
        'Article 4 is inserted after Article 3 as follows: "Article 4. X\n1. a:\n1) b.".',
    )

    assert (gone.old[0], len(gone.old), gone.new) == (
        "3) all of the following apply:", 3, (),
    )  # fmt: skip
    assert (new.old, new.new) == ((), ("Article 4. X", "1. a:", "1) b."))


def test_what_is_repealed_is_shown_whole() -> None:
    (row,) = compared("Article 2 is repealed.")

    assert row.old == ("Article 2. Readers", "A reader may borrow:", "1) books;", "2) films.")
    assert row.new == ("Article 2.", "Note. Repealed.")


def test_a_title_that_differs_is_a_row() -> None:
    (row,) = compared('The title is restated as follows: "LAW".')

    assert (row.path, row.new) == ((), ("LAW", "Note. Made up."))


def test_the_reason_is_the_note_beside_the_amendment_or_around_it() -> None:
    found = compared(
        '1. The title is restated as follows: "LAW". Article 3 is repealed.',
        "Note. It is short",
        "and good.",
        "2. In Article 2:",
        "Note. Of all.",
        '1) the heading is replaced by "X";',
        "Note. Of the heading.",
        '2) the word "books" is deleted;',
        "3) point 2) is repealed.",
        "Note. Of films.",
        "3. Point 1) of paragraph 1 of Article 1 is repealed.",
    )

    assert [(row.path, row.reasons) for row in found] == [
        ((), ("It is short and good.",)),
        ((("article", "1"), ("paragraph", "1"), ("point", "1")), ()),
        ((("article", "2"),), ("Of the heading.", "Of all.")),
        ((("article", "2"), ("point", "1")), ("Of all.",)),
        ((("article", "2"), ("point", "2")), ("Of all.", "Of films.")),
        ((("article", "3"),), ("It is short and good.",)),
    ]


@pytest.mark.parametrize("seed", range(some(20)))
def test_rows_and_pieces_lose_no_word(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - to be played again
    old = act(random)
    new = changed(random, old)
    before, after = (Text(Source("x/y/en.law", one), "en") for one in (old, new))
    found = rows(before, after)

    assert (found == ()) == (all_lines(before) == all_lines(after))
    for row in found:
        kept = [one for one in row.pieces if one.change is not Change.INSERTED]
        made = [one for one in row.pieces if one.change is not Change.DELETED]
        assert "".join(one.text for one in kept) == "\n".join(row.old)
        assert "".join(one.text for one in made) == "\n".join(row.new)


def all_lines(text: Text) -> list[str]:
    """Return all that a text says, line by line."""
    tops = range(len(text.root.units))
    return [*front_lines(text), *(x for one in tops for x in lines(text, (one,), whole=True))]


def test_words_near_each_other_are_one_change() -> None:
    found = [(one.change.value, one.text) for one in pieces("a b c d e f", "a x y d e f g")]

    assert found == [
        ("same", "a "), ("deleted", "b c"), ("inserted", "x y"), ("same", " d e f"),
        ("inserted", " g"),
    ]  # fmt: skip
