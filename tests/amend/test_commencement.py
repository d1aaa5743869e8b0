"""Amendments with a day of their own: the consolidated text has both versions in time."""

from __future__ import annotations

import pytest

from lawc.amend.applying import amended as amended_act
from lawc.amend.applying import consolidated
from lawc.amend.reading import read_amendment
from lawc.source import Source

ACT = """\
LAW ON CARDS

Note. Made up.

Article 1. Cards

1. A card costs 18 euro. Article 2 applies to the card.
2. In force from 1 January 2024, the fee is 2 euro.
3. In force from 1 January 2024 to 31 December 2030, the fee is 2 euro:
   1) small;
   2) large.
4. Note. Cards are green.
5. In force from 1 May 2026, the fee is 2 cent.

Article 2. Readers [official]

A reader may borrow:
1) books;
2) films.
"""
NAMED = 'This Law amends the Law "LAW ON CARDS" as follows:'
ENTRY = "Article 2.\n\nThis Law enters into force on 1 July 2025."
LATER = f"{ENTRY} Article 1 enters into force on 1 January 2026."


def amended(*points: str, entry: str = LATER, act: str = ACT) -> tuple[str, list[str]]:
    listed = [f"{number}) {said}" for number, said in enumerate(points, 1)]
    text = "\n".join(("LAW", "", "Article 1.", "", NAMED, *listed, "", entry, ""))
    amending = Source("act/amendments/one.en.law", text)
    result, problems = consolidated(Source("town/cards/en.law", act), amending, "en")
    return result.text, [f"{one.code.value} {one.message}" for one in problems]


def applied(*points: str, entry: str = LATER, act: str = ACT) -> str:
    text, problems = amended(*points, entry=entry, act=act)
    assert problems == []
    return text


CHANGES = {
    "each sentence of a paragraph": (
        'in paragraph 1 of Article 1, the figures "18" are replaced by the figures "20";',
        "1. A card costs 18 euro. Article 2 applies to the card.\n",
        "1. In force to 31 December 2025, a card costs 18 euro. In force to 31 December 2025, "
        "Article 2\n   applies to the card.\n"
        "1. In force from 1 January 2026, a card costs 20 euro. In force from 1 January 2026, "
        "Article 2\n   applies to the card.\n",
    ),
    "a paragraph that has a day already": (
        'in paragraph 2 of Article 1, the figure "2" is replaced by the figure "3";',
        "2. In force from 1 January 2024, the fee is 2 euro.\n",
        "2. In force from 1 January 2024 to 31 December 2025, the fee is 2 euro.\n"
        "2. In force from 1 January 2026, the fee is 3 euro.\n",
    ),
    "a point, with the paragraph around it": (
        "point 2) of paragraph 3 of Article 1 is deleted;",
        "3. In force from 1 January 2024 to 31 December 2030, the fee is 2 euro:\n"
        "   1) small;\n   2) large.\n",
        "3. In force from 1 January 2024 to 31 December 2025, the fee is 2 euro:\n"
        "   1) small;\n   2) large.\n"
        "3. In force from 1 January 2026 to 31 December 2030, the fee is 2 euro:\n"
        "   1) small;\n",
    ),
    "a paragraph that is not in force yet": (
        'in paragraph 5 of Article 1, the figure "2" is replaced by the figure "3";',
        "5. In force from 1 May 2026, the fee is 2 cent.\n",
        "5. In force from 1 May 2026, the fee is 3 cent.\n",
    ),
    "a paragraph that is not in force yet, restated without its day": (
        'paragraph 5 of Article 1 is restated as follows: "5. The fee is 3 cent.";',
        "5. In force from 1 May 2026, the fee is 2 cent.\n",
        "5. In force from 1 January 2026, the fee is 3 cent.\n",
    ),
    "a paragraph that is never to be in force": (
        "paragraph 5 of Article 1 is deleted;",
        "5. In force from 1 May 2026, the fee is 2 cent.\n",
        "",
    ),
    "a paragraph repealed": (
        "paragraph 2 of Article 1 is repealed;",
        "2. In force from 1 January 2024, the fee is 2 euro.\n",
        "2. In force from 1 January 2024 to 31 December 2025, the fee is 2 euro.\n",
    ),
    "a paragraph deleted": (
        "paragraph 2 of Article 1 is deleted;",
        "2. In force from 1 January 2024, the fee is 2 euro.\n",
        "2. In force from 1 January 2024 to 31 December 2025, the fee is 2 euro.\n",
    ),
    "a paragraph more": (
        'Article 1 is supplemented by paragraph 2-1 as follows: "2-1. The fee is paid.";',
        "the fee is 2 euro.\n",
        "the fee is 2 euro.\n2-1. In force from 1 January 2026, the fee is paid.\n",
    ),
    "an article without paragraphs": (
        "point 2) of Article 2 is deleted;",
        "Article 2. Readers [official]\n\nA reader may borrow:\n1) books;\n2) films.\n",
        "Article 2. Readers [official]\n\nIn force to 31 December 2025, a reader may borrow:\n"
        "1) books;\n2) films.\n\n"
        "Article 2. Readers [official]\n\nIn force from 1 January 2026, a reader may borrow:\n"
        "1) books;\n",
    ),
    "an article more": (
        'Article 1-1 is inserted after Article 1 as follows: "Article 1-1. X\n\n1. A fee.\n'
        '2. Note. Nothing.";',
        "2 cent.\n\n",
        "2 cent.\n\nArticle 1-1. X\n\n1. In force from 1 January 2026, a fee.\n"
        "2. Note. Nothing.\n\n",
    ),
    "a note that becomes a sentence": (
        'paragraph 4 of Article 1 is restated as follows: "4. Cards are red.";',
        "4. Note. Cards are green.\n",
        "4. In force from 1 January 2026, Cards are red.\n",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_later_has_two_versions(name: str) -> None:
    sentence, old, new = CHANGES[name]
    assert ACT.count(old) == 1

    assert applied(sentence) == ACT.replace(old, new)


PERIODS = {
    "a sentence that is not in force yet keeps its day, and is in no version before it": (
        "In force from 1 May 2026, the fee is 2 cent. The fee is paid.",
        "In force to 31 December 2025, the fee is paid.",
        "In force from 1 May 2026, the fee is 2 cent. In force from 1 January 2026, "
        "the fee is due.",
    ),
    "a sentence that is no longer in force is in no version after it": (
        "In force to 1 May 2025, the fee is 2 cent. The fee is paid.",
        "In force to 1 May 2025, the fee is 2 cent. In force to 31 December 2025, "
        "the fee is paid.",
        "In force from 1 January 2026, the fee is due.",
    ),
    "a sentence goes with its list": (
        "The fee is paid. In force to 1 May 2025, the fee is 2 cent:\n   1) small;\n"
        "   2) large.",
        "In force to 31 December 2025, the fee is paid. In force to 1 May 2025, "
        "the fee is 2 cent: 1) small; 2) large.",
        "In force from 1 January 2026, the fee is due.",
    ),
}


@pytest.mark.parametrize("name", PERIODS)
def test_each_sentence_keeps_its_own_period(name: str) -> None:
    paragraph, old, new = PERIODS[name]
    act = ACT.replace("In force from 1 May 2026, the fee is 2 cent.", paragraph)

    word = 'in paragraph 5 of Article 1, the word "paid" is replaced by the word "due";'
    found = applied(word, act=act).partition("\n5. ")[2].partition("\n\n")[0]
    assert [" ".join(one.split()) for one in found.split("\n5. ")] == [old, new]


def test_what_is_no_longer_in_force_has_no_version_later() -> None:
    act = ACT.replace("In force from 1 May 2026,", "In force to 1 May 2025,")

    word = 'in paragraph 5 of Article 1, the word "cent" is replaced by the word "euro";'
    assert applied(word, act=act) == act


def test_points_have_effect_on_their_days_in_the_order_of_the_days() -> None:
    points = [
        f'in paragraph 2 of Article 1, the words "{old} euro" are replaced by "{new} euro";'
        for old, new in ((3, 4), (2, 3), (4, 5))
    ]
    points = [one.replace("by ", "by the words ") for one in points]
    entry = (
        f"{ENTRY} Point 1) of Article 1 enters into force on 1 January 2026. "
        "Point 3) of Article 1 enters into force on 1 March 2026."
    )

    found = applied(*points, entry=entry).split("\n")
    assert [one for one in found if one.startswith("2. In")] == [
        "2. In force from 1 January 2024 to 30 June 2025, the fee is 2 euro.",
        "2. In force from 1 July 2025 to 31 December 2025, the fee is 3 euro.",
        "2. In force from 1 January 2026 to 28 February 2026, the fee is 4 euro.",
        "2. In force from 1 March 2026, the fee is 5 euro.",
    ]


PLAIN = ACT.replace("In force from 1 January 2024, t", "T").replace(
    "In force from 1 January 2024 to 31 December 2030, t", "T"
)
PLAIN = PLAIN.replace("In force from 1 May 2026, t", "T")


def test_the_day_of_the_amending_act_counts_where_versions_are_used() -> None:
    sentence = "paragraph 2 of Article 1 is deleted;"
    cut = ACT.replace(
        "2. In force from 1 January 2024, t",
        "2. In force from 1 January 2024 to 30 June 2025, t",
    )

    assert applied(sentence, entry=ENTRY) == cut
    assert applied(sentence, entry=LATER.replace("1 January 2026", "1 July 2025")) == cut
    plain = PLAIN.replace("2. The fee is 2 euro.\n", "")
    assert applied(sentence, entry=ENTRY, act=PLAIN) == plain
    assert applied(sentence, entry="", act=PLAIN) == plain


def test_the_day_of_the_amending_act_counts_where_the_vocabulary_chooses_versions() -> None:
    text = f"LAW\n\nArticle 1.\n\n{NAMED}\n1) paragraph 2 of Article 1 is deleted.\n\n{ENTRY}\n"
    made = amended_act(
        Source("town/cards/en.law", PLAIN), Source("one.en.law", text), "en", versions=True
    )

    assert made.problems == ()
    assert "2. In force to 30 June 2025, the fee is 2 euro.\n" in made.text.text


def test_what_has_no_sentence_changes_at_once_with_the_amending_act() -> None:
    sentence = 'the heading of Article 1 is replaced by "Passes";'
    note = 'in paragraph 4 of Article 1, the word "green" is replaced by the word "red";'

    new = ACT.replace("1. Cards", "1. Passes").replace("green", "red")
    assert applied(sentence, note, entry=ENTRY) == new


def test_an_amendment_before_the_day_of_its_act_has_effect_from_its_own() -> None:
    sentence = 'in paragraph 1 of Article 1, the figures "18" are replaced by the figures "20";'
    found = applied(sentence, entry=LATER.replace("1 January 2026", "1 January 2020"))

    assert "1. In force to 31 December 2019, a card costs 18 euro." in found
    assert "1. In force from 1 January 2020, a card costs 20 euro." in found


def test_a_day_of_the_smallest_element_around_an_amendment_is_its_day() -> None:
    text = "LAW\n\nArticle 1.\n\n1. {}\n1) Article 1 is repealed; Article 2 is repealed.\n{}"
    days = (
        "2. Article 1 enters into force on 1 May 2026. "
        "Point 1) of paragraph 1 enters into force on 1 June 2026.\n"
    )
    read, problems = read_amendment(Source("x", text.format(NAMED, days)), "en")

    assert problems == ()
    assert [str(step.day) for step in read.steps] == ["2026-06-01"] * 2


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ('the heading of Article 1 is replaced by "X";', "`Article 1`"),
        ('the title is restated as follows: "LAW";', "`Title and preamble`"),
        (
            'in paragraph 4 of Article 1, the word "green" is replaced by the word "red";',
            "`paragraph 4 of Article 1`",
        ),
    ],
)
def test_what_has_no_sentence_cannot_change_on_a_day_of_its_own(
    sentence: str, said: str
) -> None:
    _, problems = amended(sentence)

    assert problems == [
        f"L509 {said} cannot change on 2026-01-01 alone: no sentence there begins to hold then"
    ]


VERSIONS = ACT.replace(
    "2. In force from 1 January 2024, the fee is 2 euro.\n",
    "2. In force to 31 December 2025, the fee is 2 euro.\n"
    "2. In force from 1 January 2026 to 31 December 2027, the fee is 3 euro.\n"
    "2. In force from 1 January 2028, the fee is 4 euro for readers.\n",
)
AGAIN = {
    "words are changed in the version of the day, which is cut": (
        'in paragraph 2 of Article 1, the figure "3" is replaced by the figure "5";',
        "1 May 2026",
        (
            "to 31 December 2025, the fee is 2 euro.",
            "from 1 January 2026 to 30 April 2026, the fee is 3 euro.",
            "from 1 May 2026 to 31 December 2027, the fee is 5 euro.",
            "from 1 January 2028, the fee is 4 euro for readers.",
        ),
    ),
    "words are changed in later versions too": (
        'in paragraph 2 of Article 1, the word "fee" is replaced by the word "price";',
        "1 January 2026",
        (
            "to 31 December 2025, the fee is 2 euro.",
            "from 1 January 2026 to 31 December 2027, the price is 3 euro.",
            "from 1 January 2028, the price is 4 euro for readers.",
        ),
    ),
    "a restatement ends where the next version begins": (
        'paragraph 2 of Article 1 is restated as follows: "2. No fee is due.";',
        "1 May 2026",
        (
            "to 31 December 2025, the fee is 2 euro.",
            "from 1 January 2026 to 30 April 2026, the fee is 3 euro.",
            "from 1 May 2026 to 31 December 2027, no fee is due.",
            "from 1 January 2028, the fee is 4 euro for readers.",
        ),
    ),
    "a repeal ends the version of the day": (
        "paragraph 2 of Article 1 is repealed;",
        "1 May 2026",
        (
            "to 31 December 2025, the fee is 2 euro.",
            "from 1 January 2026 to 30 April 2026, the fee is 3 euro.",
            "from 1 January 2028, the fee is 4 euro for readers.",
        ),
    ),
    "the last version": (
        'in paragraph 2 of Article 1, the figure "4" is replaced by the figure "5";',
        "1 January 2030",
        (
            "to 31 December 2025, the fee is 2 euro.",
            "from 1 January 2026 to 31 December 2027, the fee is 3 euro.",
            "from 1 January 2028 to 31 December 2029, the fee is 4 euro for readers.",
            "from 1 January 2030, the fee is 5 euro for readers.",
        ),
    ),
    "wherever words occur in an article": (
        'in Article 1, the word "fee" is replaced by the word "price" wherever they occur;',
        "1 May 2027",
        (
            "to 31 December 2025, the fee is 2 euro.",
            "from 1 January 2026 to 30 April 2027, the fee is 3 euro.",
            "from 1 May 2027 to 31 December 2027, the price is 3 euro.",
            "from 1 January 2028, the price is 4 euro for readers.",
        ),
    ),
}


@pytest.mark.parametrize("name", AGAIN)
def test_a_paragraph_with_versions_is_amended_again(name: str) -> None:
    sentence, day, versions = AGAIN[name]
    found = applied(sentence, entry=LATER.replace("1 January 2026", day), act=VERSIONS).split(
        "\n"
    )

    assert (
        tuple(
            line.removeprefix("2. In force ")
            for line in found
            if line.startswith("2. In force")
        )
        == versions
    )


@pytest.mark.parametrize(
    "ordered", ["repealed", "deleted", 'restated as follows: "Article 1.\nA."']
)
def test_an_article_that_goes_keeps_the_versions_of_earlier_days(ordered: str) -> None:
    found = applied(
        f"Article 1 is {ordered};",
        entry=LATER.replace("1 January 2026", "1 January 2030"),
        act=VERSIONS,
    )

    versions = [line for line in found.split("\n") if line.startswith("2. In force")]
    assert versions == [
        "2. In force to 31 December 2025, the fee is 2 euro.",
        "2. In force from 1 January 2026 to 31 December 2027, the fee is 3 euro.",
        "2. In force from 1 January 2028 to 31 December 2029, the fee is 4 euro for readers.",
    ]


def test_an_article_with_versions_of_later_days_is_not_amended_as_a_whole() -> None:
    text, problems = amended("Article 1 is repealed;", act=VERSIONS)

    assert problems == ["L509 `Article 1` holds versions that come into force after 2026-01-01"]
    assert text == VERSIONS


def test_without_a_day_none_of_several_versions_is_meant() -> None:
    text = f"LAW\n\nArticle 1.\n\n{NAMED}\n1) paragraph 2 of Article 1 is repealed.\n"
    amending = Source("act/amendments/one.en.law", text)
    _, (problem,) = consolidated(Source("town/cards/en.law", VERSIONS), amending, "en")

    assert (problem.code.value, problem.help) == (
        "L502",
        "say when this act enters into force: the version in force then is meant",
    )


def test_a_list_of_sentences_has_versions_of_its_points() -> None:
    act = ACT.replace(
        "4. Note. Cards are green.", "4.\n   1) A fee is due.\n   2) It is 5 euro."
    )
    found = applied(
        'in point 2) of paragraph 4 of Article 1, the word "It" is deleted;', act=act
    )

    assert (
        "4.\n   1) A fee is due.\n   2) In force to 31 December 2025, it is 5 euro.\n"
        "   2) In force from 1 January 2026, is 5 euro.\n5."
    ) in found


STOPS = {
    "Almaty issues cards under Law No. 12 of 2020, e.g. at 5 p.m., for 18 euro.": 1,
    "Mr. Smith issues cards (see Art. 5) for 18 euro.": 1,
    "A card (it is green.) costs 18 euro.": 1,
    "A card costs 18 euro. Article 2 applies. Almaty pays.": 3,
    "The U.S. dollar is worth 18 euro.": 1,
    "A card costs 18 euro; version 2.1 costs 0.5 euro. (Cards are green.)": 2,
    'A card that says "Pay. Now." costs 18 euro. It is green.': 2,
    "A card (green. Or blue) that says “Pay. Now” costs 18 euro.": 1,
    'A card costs 18 euro. It says: "Pay. Now."': 2,
    "Cards are sold from 5 p.m. The price is 18 euro.": None,
    "The card of A. Smith costs 18 euro.": None,
    "The card of J.R. Smith costs 18 euro.": None,
    "A card costs 18 euro. 12 euro are for children.": None,
    "A card costs 18 euro. it is green.": None,
    "The fee is small (18 euro.) The card is green.": None,
}


@pytest.mark.parametrize("sentence", STOPS)
def test_a_period_stands_before_a_sentence_that_is_one_or_there_is_none(sentence: str) -> None:
    act = ACT.replace("4. Note. Cards are green.", f"4. {sentence}")
    change = 'in paragraph 4 of Article 1, the figures "18" are replaced by the figures "20";'
    text, problems = amended(change, act=act)

    if STOPS[sentence] is None:
        assert [problem[:4] for problem in problems] == ["L514"]
        assert text == act
        return
    assert problems == []
    periods = ("In force to 31 December 2025, ", "In force from 1 January 2026, ")
    plain = " ".join(text.split())
    for period, number in zip(periods, ("18", "20"), strict=True):
        assert plain.count(period) == STOPS[sentence]
        plain = plain.replace(period, "")
        assert sentence.replace("18", number).casefold() in plain.casefold()
    names = ("Almaty", "Mr. Smith", "Article 2", "Law No. 12", "U.S.")
    for name in names:
        assert plain.count(name) >= 2 * sentence.count(name)


@pytest.mark.parametrize(
    ("item", "closing", "good"),
    [
        ("burns,", "pays a fine.", True),
        ("burns,", "pays a fine. It is due.", False),
        ("burns.", "The fine is due.", False),
    ],
)
def test_a_sentence_below_a_list_has_no_period_in_silence(
    item: str, closing: str, good: bool
) -> None:
    act = ACT.replace(
        "4. Note. Cards are green.", f"4. Who:\n   1) sells;\n   2) {item}\n   {closing}"
    )
    change = 'in point 1) of paragraph 4 of Article 1, the word "sells" is replaced by "buys";'
    text, problems = amended(change.replace('by "', 'by the word "'), act=act)

    assert [problem[:4] for problem in problems] == ([] if good else ["L514"])
    assert text.count(closing) == (2 if good else 1)


def test_a_period_that_goes_no_further_than_the_next_version_is_refused() -> None:
    act = ACT.replace(
        "2. In force from 1 January 2024, the fee is 2 euro.",
        "2. In force to 31 December 2028, the fee is 2 euro.\n"
        "2. In force from 1 January 2029, the fee is 3 euro.",
    )
    day = "in paragraph 2 of Article 1, the words “{}” are replaced by the words “{}”;"
    text, problems = amended(day.format("31 December 2028", "31 March 2029"), act=act)

    assert text == act
    assert problems == [
        "L509 `paragraph 2 of Article 1` would read as before: it is in force up to its next "
        "version"
    ]
    assert "to 31 March 2028" in applied(
        day.format("31 December 2028", "31 March 2028"), act=act
    )
