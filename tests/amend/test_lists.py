"""Lists that are amended: their closing words stay, and none is left open in silence."""

from __future__ import annotations

import pytest

from lawc.amend.applying import Amended, amended
from lawc.source import Source

FINE = "shall pay a fine."
ACT = """\
LAW ON CARDS

Article 1. Fines

1. A person who:
   1) sells a card;
   2) lends one:
      a) to a child; or
      b) to a guest; or
   3) burns one,
{closing}
2. In force from 1 May 2020, all of these are due:
   1) the fee;
   2) the tax; and
   3) the fine.
3. The owner:
   1) pays;
   2) writes.

Article 2. Uses

A reader who:
1) reads;
2) writes;
shall sign.
"""
BELOW = ACT.format(closing=f"   {FINE}")
LEFT = ACT.format(closing=FINE)


def amend(act: str, *sentences: str, entry: str = "") -> Amended:
    listed = "\n".join(f"{number}) {said}" for number, said in enumerate(sentences, 1))
    text = (
        f'LAW\n\nArticle 1.\n\nThis Law amends the Law "LAW ON CARDS":\n{listed}\n\n{entry}\n'
    )
    text = text.replace('CARDS":', 'CARDS" as follows:')
    return amended(Source("x/y/en.law", act), Source("one.en.law", text), "en")


KEPT = {
    "repealed": (
        "point 3) of paragraph 1 of Article 1 is repealed;",
        "   3) burns one,\n",
        "   3) Note. Repealed.\n",
    ),
    "deleted": ("point 3) of paragraph 1 of Article 1 is deleted;", "   3) burns one,\n", ""),
    "restated": (
        'point 3) of paragraph 1 of Article 1 is restated as follows: "3) burns two,";',
        "   3) burns one,\n",
        "   3) burns two,\n",
    ),
    "restated with the closing words": (
        "point 3) of paragraph 1 of Article 1 is restated as follows: "
        f'"3) burns two,\n{FINE}";',
        "   3) burns one,\n",
        "   3) burns two,\n",
    ),
    "one more": (
        'paragraph 1 of Article 1 is supplemented by point 4) as follows: "4) eats one,";',
        "   3) burns one,\n",
        "   3) burns one,\n   4) eats one,\n",
    ),
    "other words": (
        'in paragraph 1 of Article 1, the word "burns" is replaced by the word "eats";',
        "burns",
        "eats",
    ),
}


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("act", [BELOW, LEFT])
def test_closing_words_stay_with_the_list(act: str, name: str) -> None:
    sentence, old, new = KEPT[name]
    made = amend(act, sentence)

    assert made.problems == ()
    assert made.text.text == act.replace(old, new)


def test_closing_words_are_words_of_the_element_that_holds_the_list() -> None:
    change = 'in {}, the word "fine" is replaced by the word "price";'
    whole = amend(LEFT, change.format("paragraph 1 of Article 1"))
    item = amend(LEFT, change.format("point 3) of paragraph 1 of Article 1"))

    assert whole.text.text == LEFT.replace(FINE, "   shall pay a price.")
    assert [problem.code.value for problem in item.problems] == ["L501"]
    article = amend(LEFT, 'in Article 2, the word "sign" is replaced by the word "pay";')
    assert article.text.text == LEFT.replace("shall sign", "shall pay")


def test_a_list_of_which_every_item_is_deleted_leaves_its_closing_words() -> None:
    made = amend(
        LEFT,
        "points 1), 2) and 3) of paragraph 1 of Article 1 are deleted;",
        'in paragraph 1 of Article 1, the word "who" is deleted;',
    )

    assert made.problems == ()
    assert f"1. A person: {FINE}\n2. In force" in made.text.text.replace("\n   shall", " shall")


def test_a_paragraph_with_closing_words_has_versions() -> None:
    made = amend(
        LEFT,
        'in point 1) of paragraph 1 of Article 1, the word "sells" is deleted;',
        entry="Article 2.\n\nThis Law enters into force on 1 May 2026.",
    )

    assert made.problems == ()
    assert made.text.text.count(FINE) == 2
    assert made.text.text.count("   3) burns one,\n   shall pay a fine.\n") == 2


UNSURE = {
    "a line may go on with the item": (
        LEFT.replace("burns one,", "burns one"),
        "point 3) of paragraph 1 of Article 1 is {};",
    ),
    "lines of other items do not go on to the right": (
        LEFT.replace("sells a card;", "sells a\ncard;"),
        "point 3) of paragraph 1 of Article 1 is {};",
    ),
}


@pytest.mark.parametrize("name", UNSURE)
@pytest.mark.parametrize("ordered", ["repealed", "deleted", 'restated as follows: "3) eats,"'])
def test_where_closing_words_are_not_sure_the_last_item_stays(name: str, ordered: str) -> None:
    act, sentence = UNSURE[name]
    made = amend(act, sentence.format(ordered))
    more = amend(
        act, 'paragraph 1 of Article 1 is supplemented by point 4) as follows: "4) eats.";'
    )

    assert [problem.code.value for problem in made.problems] == ["L513"]
    assert [problem.code.value for problem in more.problems] == ["L513"]
    assert made.text.text == act


SAME_LINE = ACT.replace("one,\n{closing}", f"one, {FINE}")


@pytest.mark.parametrize(
    ("sentence", "good"),
    [
        ("point 3) of paragraph 1 of Article 1 is repealed;", False),
        ("point 3) of paragraph 1 of Article 1 is deleted;", False),
        ('point 3) of paragraph 1 of Article 1 is restated as follows: "3) eats.";', False),
        (
            f'point 3) of paragraph 1 of Article 1 is restated as follows: "3) eats, {FINE}";',
            True,
        ),
        (
            'paragraph 1 of Article 1 is supplemented by point 4) as follows: "4) eats.";',
            False,
        ),
        ("point 1) of paragraph 1 of Article 1 is repealed;", True),
        ('in paragraph 1 of Article 1, the word "burns" is deleted;', True),
    ],
)
def test_what_may_be_closing_words_on_the_line_of_the_last_item_is_told(
    sentence: str, good: bool
) -> None:
    told = [fault for fault in amend(SAME_LINE, sentence).faults if fault.code.value == "L513"]

    assert (not told) == good
    for fault in told:
        assert f"`{FINE}`" in fault.message


def other_end(place: str, old: str, new: str) -> str:
    """Return the amendment that gives an item another end."""
    return f'in {place} of Article 1, the words "{old}" are replaced by the words "{new}"'


P1, P2, P3 = (f"paragraph {number} of Article 1" for number in (1, 2, 3))
OPEN = {
    "the last item is deleted": (
        f"point 3) of {P2} is deleted;",
        f"`point 2) of {P2}` is the last of its list now, and ends in `; and`",
        (
            other_end("point 1) of paragraph 2", "fee;", "fee; and"),
            other_end("point 2) of paragraph 2", "tax; and", "tax."),
        ),
    ),
    "the last two items are deleted": (
        f"points 2) and 3) of {P2} are deleted;",
        f"`point 1) of {P2}` is the last of its list now, and ends in `;`",
        (other_end("point 1) of paragraph 2", "fee;", "fee."),),
    ),
    "an item is added behind the last": (
        f'{P2} is supplemented by point 4) as follows: "4) the interest.";',
        f"`point 3) of {P2}` ends in a full stop, and the list goes on",
        (
            other_end("point 2) of paragraph 2", "tax; and", "tax;"),
            other_end("point 3) of paragraph 2", "fine.", "fine; and"),
        ),
    ),
    "an item is added before the last": (
        f'{P2} is supplemented by point 2-1) as follows: "2-1) the interest;";',
        f"`; and` stands after `point 2) of {P2}`, which is not last but one",
        (
            other_end("point 2) of paragraph 2", "tax; and", "tax;"),
            other_end("point 2-1) of paragraph 2", "interest;", "interest; and"),
        ),
    ),
    "a list without a word that joins": (
        f'{P3} is supplemented by point 3) as follows: "3) reads.";',
        f"`point 2) of {P3}` ends in a full stop, and the list goes on",
        (other_end("point 2) of paragraph 3", "writes.", "writes;"),),
    ),
    "a list with closing words": (
        f"point 3) of {P1} is deleted;",
        f"`subpoint b) of point 2) of {P1}` is the last of its list now, and ends in `; or`",
        (
            other_end("point 1) of paragraph 1", "card;", "card; or"),
            other_end("subpoint b) of point 2) of paragraph 1", "guest; or", "guest,"),
        ),
    ),
    "a first item": (f"point 1) of {P3} is repealed;", None, ()),
}


@pytest.mark.parametrize("name", OPEN)
def test_a_list_that_is_left_open_is_told_with_what_is_missing(name: str) -> None:
    sentence, message, proposed = OPEN[name]
    found = [fault for fault in amend(LEFT, sentence).faults if fault.code.value == "L511"]

    assert [fault.message for fault in found] == ([message] if message else [])
    for fault in found:
        assert fault.help == f"say this too: `{'; '.join(proposed)}`"
        whole = amend(LEFT, sentence, *(f"{said};" for said in proposed))
        assert whole.problems == ()
        assert [fault.code.value for fault in whole.faults if fault.code.value == "L511"] == []


def test_a_last_item_that_is_repealed_is_told_and_is_no_error() -> None:
    made = amend(LEFT, "point 3) of paragraph 2 of Article 1 is repealed;")

    assert made.faults == ()
    assert [(one.code.value, one.severity.value) for one in made.remarks] == [
        ("L511", "warning")
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("point 2) of paragraph 2 of Article 1 is deleted;", "`3)` stands after `1)`"),
        ("point 1) of paragraph 2 of Article 1 is deleted;", "`2)` stands first"),
        ("points 1) and 2) of paragraph 2 of Article 1 are deleted;", "`3)` stands first"),
        ("paragraph 2 of Article 1 is deleted;", "`3.` stands after `1.`"),
        ("Article 1 is deleted;", "`Article 2` stands first"),
        ("Article 2 is deleted;", None),
        ("point 2) of paragraph 3 of Article 1 is deleted;", None),
    ],
)
def test_a_number_that_is_left_out_is_told(sentence: str, told: str | None) -> None:
    found = [one.message for one in amend(LEFT, sentence).faults if one.code.value == "L512"]

    assert len(found) == (told is not None)
    assert told is None or told in found[0]


def test_a_number_that_is_filled_again_is_not_left_out() -> None:
    made = amend(
        LEFT,
        "point 2) of paragraph 2 of Article 1 is deleted;",
        'paragraph 2 of Article 1 is supplemented by point 2) as follows: "2) the tax; and";',
    )

    assert (made.problems, made.faults, made.text.text) == ((), (), LEFT)


def test_an_inserted_number_leaves_no_hole() -> None:
    act = LEFT.replace("   2) writes.", "   1-1) reads;\n   2) writes.")
    made = amend(act, "point 1-1) of paragraph 3 of Article 1 is deleted;")

    assert (made.problems, made.faults) == ((), ())


def test_closing_words_of_a_list_in_the_last_item_stay() -> None:
    act = LEFT.replace("   3) burns one,\n", NESTED)
    made = amend(act, "subpoint b) of point 3) of paragraph 1 of Article 1 is repealed;")

    assert made.text is not None
    assert made.text.text == act.replace("b) by night,", "b) Note. Repealed.")


NESTED = "   3) burns one:\n      a) by day; or\n      b) by night,\n      alone,\n"


def test_an_item_that_opens_a_list_ends_with_its_closing_words() -> None:
    act = LEFT.replace("b) to a guest; or", "b) to a guest,\n      twice; or")
    made = amend(act, "point 3) of paragraph 1 of Article 1 is deleted;")

    (fault,) = made.faults
    assert fault.message.endswith("is the last of its list now, and ends in `; or`")
    assert fault.help is not None
    assert 'the words "twice; or" are replaced by the words "twice,"' in fault.help
