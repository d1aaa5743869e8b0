"""Each operation of an amending act: what it changes, and that it changes nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.amend.amending import ACT, NAMED, applied

from lawc.amend.applying import consolidated
from lawc.amend.quotes import blanked
from lawc.amend.reading import START, amendment_reader, grammar
from lawc.source import Source, Span
from lawc.syntax.layout import laid_out
from lawc.syntax.nodes import Tree
from lawc.syntax.reader import Row
from lawc.syntax.sentences import grammar as sentences

FIRST = "1) the person lives in the town or in a village that belongs to it, and has "

# A sentence, what stands in the act, and what stands there after it.
CHANGES = {
    "words": (
        'In point 2) of Article 2, the word "films" is replaced by the words "all films".',
        "2) films.",
        "2) all films.",
    ),
    "words over a line break": (
        'In point 1) of paragraph 1 of Article 1, the words "lived there for two\n years" are '
        'replaced by the words "been there".',
        f"   {FIRST}lived there for\n      two years;",
        f"   {FIRST}been there;",
    ),
    "figures, not those inside others": (
        'In paragraph 2 of Article 1, the figures "18" are replaced by the figures "18-1".',
        "costs 18 euro",
        "costs 18-1 euro",
    ),
    "words in a subpoint": (
        "In subpoint b) of point 3) of paragraph 1 of Article 1, the words “over the age” are "
        "replaced by the words “of the age”;",
        "over the age",
        "of the age",
    ),
    "words after words": (
        'In point 1) of Article 2, after the word "books", the words "and maps" are inserted.',
        "1) books;",
        "1) books and maps;",
    ),
    "a comma after words": (
        'In point 1) of Article 2, after the word "books", the words ", maps" are inserted.',
        "1) books;",
        "1) books, maps;",
    ),
    "words deleted": (
        'In subpoint a) of point 3) of paragraph 1 of Article 1, the words "in the town" are '
        "deleted.",
        "a) the person works in the town; and",
        "a) the person works; and",
    ),
    "the first words deleted": (
        'In paragraph 2 of Article 1, the words "A card" are deleted.',
        "2. A card costs",
        "2. costs",
    ),
    "an element with elements in it restated": (
        "Point 3) of paragraph 1 of Article 1 is restated as follows:\n "
        '"3) none of:\n a) one;\nb) two.".',
        "   3) all of the following apply:\n      a) the person works in the town; and\n"
        "      b) the person is over the age of 18 years.",
        "   3) none of:\n      a) one;\n      b) two.",
    ),
    "an article restated": (
        "Article 3 is restated as follows: "
        '"Article 3. Colour\n\n1. Note. Red.\n2. Note. Blue.".',
        "Article 3.\n\nNote. Cards are green.",
        "Article 3. Colour\n\n1. Note. Red.\n2. Note. Blue.",
    ),
    "a point between points": (
        'Article 2 is supplemented by point 1-1) as follows: "1-1) maps;".',
        "1) books;\n",
        "1) books;\n1-1) maps;\n",
    ),
    "a point after the last": (
        'Article 2 is supplemented by point 3) as follows: "3) maps.".',
        "2) films.\n",
        "2) films.\n3) maps.\n",
    ),
    "a subpoint": (
        "Point 3) of paragraph 1 of Article 1 is supplemented by subpoint c) as follows: "
        '"c) the person reads.".',
        "of 18 years.\n",
        "of 18 years.\n      c) the person reads.\n",
    ),
    "the first subpoint": (
        "Point 1) of Article 2 is supplemented by subpoint a) as follows: «a) new ones;».",
        "1) books;\n",
        "1) books;\n   a) new ones;\n",
    ),
    "a paragraph": (
        'Article 1 is supplemented by paragraph 1-1 as follows: "1-1. Cards are\ngreen.".',
        "of 18 years.\n",
        "of 18 years.\n1-1. Cards are green.\n",
    ),
    "an article": (
        'Article 2-1 is inserted after Article 2 as follows: "Article 2-1. Maps\nNote. None.".',
        "2) films.\n\n",
        "2) films.\n\nArticle 2-1. Maps\n\nNote. None.\n\n",
    ),
    "a point repealed": (
        "Point 1) of Article 2 is repealed.",
        "1) books;",
        "1) Note. Repealed.",
    ),
    "an article repealed": (
        "Article 2 is repealed.",
        "Article 2. Readers\n\nA reader may borrow:\n1) books;\n2) films.",
        "Article 2.\n\nNote. Repealed.",
    ),
    "a heading": (
        'The heading of Article 1 is replaced by "Cards\nand readers".',
        "Article 1. Cards [official]",
        "Article 1. Cards and readers [official]",
    ),
    "words in a heading": (
        'In the heading of Article 1, the word "Cards" is replaced by the words "All cards".',
        "Article 1. Cards [official]",
        "Article 1. All cards [official]",
    ),
    "several points repealed": (
        "Points 1) and 2) of Article 2 are repealed.",
        "1) books;\n2) films.",
        "1) Note. Repealed.\n2) Note. Repealed.",
    ),
    "a point deleted": (
        "Point 2) of Article 2 is deleted.",
        "1) books;\n2) films.",
        "1) books;",
    ),
    "the first point deleted": (
        "Point 1) of Article 2 is deleted.",
        "1) books;\n2) films.",
        "2) films.",
    ),
    "all points deleted": (
        "Points 1) and 2) of Article 2 are deleted.",
        "A reader may borrow:\n1) books;\n2) films.",
        "A reader may borrow:",
    ),
    "several articles deleted": (
        "Articles 2 and 3 are deleted.",
        "\n\nArticle 2. Readers\n\nA reader may borrow:\n1) books;\n2) films.\n\nArticle 3.\n"
        "\nNote. Cards are green.",
        "",
    ),
    "the first article deleted": (
        "Article 1 is deleted.",
        ACT[ACT.index("Article 1.") : ACT.index("Article 2.")],
        "",
    ),
    "subpoints deleted": (
        "Subpoints a) and b) of point 3) of paragraph 1 of Article 1 are deleted.",
        "\n      a) the person works in the town; and\n"
        "      b) the person is over the age of 18 years.",
        "",
    ),
    "paragraphs deleted": (
        "Paragraphs 1, and 2 of Article 1 are deleted.",
        ACT[ACT.index("[official]") + 10 : ACT.index("\n\nArticle 2.")],
        "",
    ),
    "the title": (
        'The title is restated as follows: "LAW ON READERS\n of the Town".',
        "LAW ON CARDS\nof the Town\n1 May 2024, No. 12\n",
        "LAW ON READERS\nof the Town\n",
    ),
    "the title and the preamble": (
        'The title and the preamble are restated as follows: "LAW\nNote.  Short.".',
        "LAW ON CARDS\nof the Town\n1 May 2024, No. 12\n\nNote. Made up.\n",
        "LAW\n\nNote. Short.\n",
    ),
    "the whole law": (
        'The Law is restated as follows: "LAW\nArticle 5. New\nNothing.".',
        ACT,
        "LAW\n\nArticle 5. New\n\nNothing.\n",
    ),
    "a heading where there was none": (
        'The heading of Article 3 is replaced by "Colour".',
        "Article 3.\n",
        "Article 3. Colour\n",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_an_operation_changes_what_it_names_and_nothing_else(name: str) -> None:
    sentence, old, new = CHANGES[name]
    assert ACT.count(old) == 1

    assert applied(sentence) == ACT.replace(old, new)


def test_words_are_changed_wherever_they_occur_where_that_is_said() -> None:
    sentence = (
        'In Article 1, the words "the person" are replaced by the words "she or he" wherever '
        "they occur."
    )

    text = applied(sentence)

    assert text.split() == ACT.replace("the person", "she or he").split()
    assert text == laid_out(Source("town/cards/en.law", text), "en")


def test_a_table_is_amended_and_its_columns_stay_below_each_other() -> None:
    act = ACT.replace(
        "2) films.\n",
        "2) films.\n\nArticle 2-1. Fees\n\n1. A fee:\n{}".format(
            "   | up to 10 | 5 euro  |\n   | over 10  | 18 euro |\n"
        ),
    )
    sentence = (
        'In paragraph 1 of Article 2-1, the figures "10" are replaced by the figures "1 000" '
        "wherever they occur."
    )

    assert applied(sentence, act=act) == act.replace("up to 10 ", "up to 1 000 ").replace(
        "over 10  ", "over 1 000  "
    )


def test_operations_apply_to_the_text_as_it_then_stands() -> None:
    text = applied(
        'In point 1) of Article 2, the word "books" is replaced by the word "maps";',
        'In point 1) of Article 2, the word "maps" is replaced by the word "plans";',
        'Article 2 is supplemented by point 3) as follows: "3) plans.";',
        "Point 3) of Article 2 is repealed.",
    )

    assert text == ACT.replace("1) books;", "1) plans;").replace(
        "2) films.\n", "2) films.\n3) Note. Repealed.\n"
    )


def test_what_is_not_amended_keeps_its_layout() -> None:
    act = ACT.replace("1) books;", "      1)   books;").replace(
        "A reader may", "A   reader\nmay"
    )
    sentence = 'In point 2) of Article 2, the word "films" is replaced by the word "maps".'

    assert applied(sentence, act=act) == act.replace("films", "maps")


def test_a_list_of_amendments_may_follow_the_name_of_the_act() -> None:
    text = "LAW\n\nArticle 1.\n\n1. {}\n1) {}\n2) {}\n".format(
        NAMED.replace("2024.", "2024 as follows:"),
        "point 1) of Article 2 is repealed;",
        'the heading of Article 2 is replaced by "2) Books".',
    )
    amending = Source("cards/amendments/one.en.law", text)
    result, problems = consolidated(Source("town/cards/en.law", ACT), amending, "en")

    assert problems == ()
    assert result.text == ACT.replace("1) books;", "1) Note. Repealed.").replace(
        "Article 2. Readers", "Article 2. 2) Books"
    )


def test_a_list_may_be_about_one_element_and_name_others_from_there() -> None:
    text = applied(
        "1. In Article 2:",
        '1) it is supplemented by point 3) as follows: "3) maps.";',
        "2) point 1) is repealed;",
        '3) in point 2), the word "films." is replaced by the word "films;";',
        '4) the words "may borrow" are replaced by the words "borrows";',
        '5) the heading is replaced by "Loans".',
        "2. In Article 1:",
        "1) in paragraph 1:",
        'a) subpoint a) of point 3) is restated as follows: "a) one; and";',
        "b) point 2) is repealed;",
        '2) point 1) of Article 2 is restated as follows: "1) books;".',
    )

    assert text == (
        ACT.replace("2) films.", "2) films;\n3) maps.")
        .replace("may borrow", "borrows")
        .replace("Readers", "Loans")
        .replace("a) the person works in the town; and", "a) one; and")
        .replace("2) the person attends a school; or [assumed: why]", "2) Note. Repealed.")
    )


# --- the grammar -----------------------------------------------------------------------------


def nodes(of: object) -> Iterator[str]:
    """Yield the names of the nodes of a tree."""
    if isinstance(of, Tree):
        yield of.name
        for child in of.children:
            yield from nodes(child)


def test_no_rule_of_the_grammar_is_without_a_text() -> None:
    table = grammar("en")
    texts = [sentence for sentence, _, _ in CHANGES.values()]
    texts += [NAMED, 'In Article 1, the word "a" is deleted wherever they occur.']
    texts += ["This Law enters into force on 1 January 2026.", "In Article 2:"]
    texts.append("Point 1) of Article 1 enters into force on 1 January 2027.")
    texts.append('It is supplemented by point 3) as follows: "3) x.".')
    said: set[str] = set()
    for text in texts:
        words = blanked(text).words(Span(0, len(text)))
        found, _ = Row(amendment_reader("en"), words).readings(START)
        assert len(found) == 1, text
        said |= set(nodes(found[0]))
    others = {one.name for one in sentences("en").productions}
    own = {one.name for one in table.productions if not (one.hidden or one.lift)}

    assert sorted(own - others - said - {"hole", "amendment"}) == []
