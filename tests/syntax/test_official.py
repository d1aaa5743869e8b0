"""The official words of an act, and which of its sentences stand as worded there."""

from __future__ import annotations

from lawc.source import Source
from lawc.syntax.official import Worded, worded

OFFICIAL = """\
CARDS ACT
Source: the gazette of the town.

Article 1. Cards
1. Every resident may hold a card. The fee is $1,200.
2. A card is issued to the following persons:
   1) a resident; and
   2) a guest.
3. Note. A power to make rules: The Mayor may make rules on cards.
"""


def beside(act: str, official: str = OFFICIAL) -> Worded:
    """Return an act beside an official text."""
    return worded(Source("en.official", official), Source("en.law", act), "en")


def differing(sides: Worded) -> list[str]:
    """Return the citations of the sentences that do not stand as worded."""
    return [sentence.citation for sentence in sides.sentences if not sentence.as_worded]


def test_each_sentence_and_item_is_compared() -> None:
    assert [sentence.citation for sentence in beside(OFFICIAL).sentences] == [
        "1(1)",
        "1(1)",
        "1(2)",
        "1(2)(1)",
        "1(2)(2)",
    ]


def test_the_official_text_stands_as_worded() -> None:
    assert beside(OFFICIAL).same == 5


def test_capitals_and_punctuation_are_not_compared() -> None:
    act = OFFICIAL.replace("Every resident", "every  resident,").replace(
        "resident; and", "resident and:"
    )
    assert differing(beside(act)) == []


def test_one_word_more_is_not_as_worded() -> None:
    assert differing(beside(OFFICIAL.replace("a guest", "a registered guest"))) == ["1(2)(2)"]


def test_the_sign_of_money_is_compared() -> None:
    assert differing(beside(OFFICIAL.replace("$1,200", "€1,200"))) == ["1(1)"]


def test_a_note_of_the_act_is_not_its_wording() -> None:
    act = OFFICIAL.replace("   2) a guest.", "   2) Note. a guest.")
    assert differing(beside(act)) == ["1(2)(2)"]


def test_a_note_of_the_official_text_is_not_counted() -> None:
    sides = beside(OFFICIAL)
    assert (sides.notes, len(sides.sentences)) == (1, 5)


def test_what_the_act_adds_is_told() -> None:
    act = OFFICIAL + "4. A card is blue.\n"
    assert [(element.citation, element.sentences) for element in beside(act).added] == [
        ("1(4)", ("A card is blue.",))
    ]


def test_an_element_that_the_act_lacks_has_no_words_there() -> None:
    act = OFFICIAL.replace("1. Every resident may hold a card. The fee is $1,200.\n", "")
    assert [sentence.act for sentence in beside(act).sentences][:2] == [None, None]
