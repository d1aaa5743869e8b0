"""The amending act between two texts: what it says, and that it leads from one to the other."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from tests.amend.amending import ACT
from tests.amend.texts import act, changed, fmt
from tests.commands.running import ROOT
from tests.sampling import some

from lawc.amend.applying import consolidated
from lawc.amend.operations import Place, Repeal
from lawc.amend.quotes import blanked
from lawc.amend.reading import DAY, START, amendment_reader, read_amendment
from lawc.amend.starting import day_of
from lawc.amend.wording import wording
from lawc.amend.writing import Written, amending_act
from lawc.source import Source, Span
from lawc.syntax.reader import Row

STATUTES = [
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "statutes").glob("*/*/en.law"))
]


RULES = {
    "amends": "amends",
    "amends_of": "amends",
    "deletes": "deletes",
    "inserts_article": "inserts_article",
    "inserts_words": "inserts_words",
    "removes": "removes",
    "removes_several": "removes",
    "repeals": "repeals",
    "repeals_several": "repeals",
    "replaces": "replaces",
    "replaces_heading": "replaces_heading",
    "restates": "restates",
    "restates_title": "restates_text",
    "restates_title_and_preamble": "restates_text",
    "restates_whole": "restates_text",
    "supplements": "supplements",
}
SLOTS = {
    "after": "Article 3",
    "are": "are",
    "day": "1 May 2024",
    "heading": "the heading of Article 1",
    "holder": "Article 1",
    "name": '"x"',
    "new": "point 3)",
    "old": 'the words "x"',
    "place": "Article 3-1",
    "quoted": '"x"',
}


def source(text: str) -> Source:
    return Source("x/y/en.law", text)


def is_laid_out(text: str) -> bool:
    return fmt(text) == text and text == text.strip() + "\n"


def lead(old: str, new: str) -> Written | None:
    """Return the amending act from one text to another, None if they say the same.

    It was applied: the result is the new text in the one layout, and in bytes if both have it.
    """
    found = amending_act(source(old), source(new), "en")
    if not isinstance(found, Written):
        assert not new.strip() or fmt(old).strip() == fmt(new).strip(), found.message
        return None
    amending = Source("y/amendments/z.en.law", found.text)
    result, problems = consolidated(source(old), amending, "en")
    assert problems == ()
    assert found.exact == (result.text == new)
    assert found.exact or not (is_laid_out(old) and is_laid_out(new))
    assert fmt(result.text).strip() == fmt(new).strip()
    return found


def sentences(old: str, new: str) -> str:
    """Return the amendments that lead from one text to another, on one line."""
    found = lead(old, new)
    assert found is not None
    assert found.exact
    return " ".join(found.text.partition("as follows:\n")[2].split())


# What changes in the act, and how that is said.
SAID = {
    "words": ("2) films.", "2) all films.", (
        '1) in point 2) of Article 2, the word "films" is replaced by the words "all films".'
    )),
    "words inserted": ("1) books;", "1) books, maps;", (
        '1) in point 1) of Article 2, after the word "books", the word ", maps" is inserted.'
    )),
    "words deleted": ("works in the town", "works", (
        '1) in subpoint a) of point 3) of paragraph 1 of Article 1, the words "in the town" '
        "are deleted."
    )),
    "figures": ("18 euro", "20 euro", (
        '1) in paragraph 2 of Article 1, the figures "18" are replaced by the figures "20".'
    )),
    "words that need others around them": ("or in a village", "or near a village", (
        '1) in point 1) of paragraph 1 of Article 1, the words "in a" are replaced by the '
        'words "near a".'
    )),
    "quite other words": ("2. A card costs 18 euro.", "2. Readers pay nothing.", (
        '1) paragraph 2 of Article 1 is restated as follows: "2. Readers pay nothing.".'
    )),
    "words before a list": ("A reader may", "A reader of any age may", (
        '1) in Article 2, after the word "reader", the words "of any age" are inserted.'
    )),
    "a heading": ("Article 2. Readers", "Article 2. Loans", (
        '1) the heading of Article 2 is replaced by "Loans".'
    )),
    "an element gone": ("\n2) films.", "", "1) point 2) of Article 2 is deleted."),
    "elements gone": ("\n1) books;\n2) films.", "", (
        "1) points 1) and 2) of Article 2 are deleted."
    )),
    "elements repealed": ("1) books;\n2) films.", "1) Note. Repealed.\n2) Note. Repealed.", (
        "1) points 1) and 2) of Article 2 are repealed."
    )),
    "an element repealed": ("2) films.", "2) Note. Repealed.", (
        "1) point 2) of Article 2 is repealed."
    )),
    "an element more": ("1) books;", "1) books;\n1-1) “maps”;", (
        '1) Article 2 is supplemented by point 1-1) as follows: "1-1) “maps”;".'
    )),
    "a quotation in straight marks": ("1) books;", '1) books;\n1-1) "maps";', (
        '1) Article 2 is supplemented by point 1-1) as follows: “1-1) "maps";”.'
    )),
    "an article more": ("Article 3.\n", "Article 2-1. Maps\n\nNone.\n\nArticle 3.\n", (
        '1) Article 2-1 is inserted after Article 2 as follows: "Article 2-1. Maps None.".'
    )),
    "an article before the first": ("Article 1.", "Article 0. Nought\n\nx\n\nArticle 1.", (
        '1) the Law is restated as follows: "LAW ON CARDS'
    )),
    "a mark": ("of 18 years.", "of 18 years. [assumed]", (
        "1) subpoint b) of point 3) of paragraph 1 of Article 1 is restated as follows: "
        '"b) the person is over the age of 18 years. [assumed]".'
    )),
    "the title": ("LAW ON CARDS", "LAW ON ALL CARDS", (
        '1) the title is restated as follows: "LAW ON ALL CARDS of the Town 1 May 2024, '
        'No. 12".'
    )),
    "the preamble": ("Note. Made up.", "Note. Made.", (
        '1) the title and the preamble are restated as follows: "LAW ON CARDS of the Town '
        '1 May 2024, No. 12 Note. Made.".'
    )),
    "a number": ("2) films.", "3) films.", (
        "1) point 2) of Article 2 is deleted; "
        '2) Article 2 is supplemented by point 3) as follows: "3) films.".'
    )),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_the_operation_is_the_one_a_drafter_would_choose(name: str) -> None:
    old, new, said = SAID[name]
    assert ACT.count(old) == 1

    found = sentences(ACT, fmt(ACT.replace(old, new)))

    assert found.startswith(said)
    assert said.count('"LAW ON CARDS') or found == said


def test_versions_of_an_element_that_stay_need_not_be_named() -> None:
    act = next(one for one in STATUTES if "In force from 1 January 2025" in one)

    assert sentences(act, act.replace("rounded to the nearest cent.", "rounded up.")) == (
        '1) in paragraph 3 of Article 3, the words "to the nearest cent" are replaced by the '
        'word "up".'
    )
    assert sentences(act, act.replace("474.37", "480")).startswith("1) Article 3 is restated")


def test_the_act_is_named_by_its_title_and_day() -> None:
    found = lead(ACT, ACT.replace("films", "maps"))

    assert found is not None
    assert found.text.startswith(
        'LAW\nOn Amendments to the Law "LAW ON CARDS of the Town"\n\n'
        "Article 1. Amendments\n\n"
        'This Law amends the Law "LAW ON CARDS of the Town" of 1 May 2024 as follows:\n1) '
    )


def test_the_name_of_an_act_begins_below_whose_law_it_is() -> None:
    act = ACT.replace("LAW ON CARDS\nof the Town", "LAW OF THE TOWN\nOn Cards\nof the Town")
    found = lead(act, act.replace("films", "maps"))

    assert found is not None
    assert 'amends the Law "On Cards of the Town" of 1 May 2024 as follows' in found.text


def test_a_text_in_another_layout_is_led_to_by_what_it_says() -> None:
    new = ACT.replace("1) books;", "   1)  maps;").replace("A reader may", "A  reader\nmay")
    found = lead(ACT, new)

    assert found is not None
    assert not found.exact
    assert '"books" is replaced' in found.text
    assert "reader" not in found.text


def test_each_wording_is_a_sentence_of_the_grammar() -> None:
    """Whatever an operation is, the sentence written for it is read as that operation."""
    say = wording("en")
    for key in set(say.table) & {"amends", "amends_of", *RULES}:
        new = {"new": SLOTS["old"]} if key in ("replaces", "inserts_words") else {}
        if key.endswith("several"):
            new = {"place": "points 1) and 2) of Article 3"}
        words = say.table[key].format(**{**SLOTS, **new})
        ends = "" if key.startswith("amends") else ' "x";' if words.endswith(":") else ";"
        row = blanked(words + ends).words(Span(0, len(words + ends)))
        found, _ = Row(amendment_reader("en"), row).readings(START)
        assert [one.children[0].name for one in found] == [RULES[key]], words


@pytest.mark.parametrize("count", [2, 3, 4])
def test_several_elements_are_named_as_they_are_read(count: int) -> None:
    levels = ("article", "paragraph", "point", "subpoint")
    for depth, level in enumerate(levels):
        numbers = ("abcd" if level == "subpoint" else "1234")[:count]
        inside = tuple((one, "7") for one in levels[:depth])
        paths = tuple((*inside, (level, number)) for number in numbers)
        sentence = wording("en")("repeals_several", place=wording("en").places(paths)) + "."
        text = f"LAW\n\nArticle 1.\n\n{sentence[0].upper()}{sentence[1:]}\n"
        read, problems = read_amendment(Source("x", text), "en")
        assert problems == ()
        assert [one.operation for one in read.steps] == [
            Repeal(Place(path, Span(0, 0))) for path in paths
        ]


def test_each_month_is_written_as_it_is_read() -> None:
    for month in range(1, 13):
        day = date(2026, month, 28)
        row = blanked(wording("en").day(day)).words(Span(0, 99))
        (found,), _ = Row(amendment_reader("en"), row).readings(DAY)
        assert day_of(found) == day


NOT = {
    "both texts say the same: there is nothing to amend": (ACT, ACT.replace("1) b", " 1) b")),
    "the old text has no title, by which an amending act could name it": ("1. One.\n", ACT),
    '`a "b“ «c` holds quotation marks of each kind and cannot be quoted': (
        ACT,
        ACT.replace("1) books;", '1) a "b“ «c'),
    ),
}


@pytest.mark.parametrize("message", NOT)
def test_what_cannot_be_led_to_is_told(message: str) -> None:
    old, new = map(source, NOT[message])
    found = amending_act(old, new, "en")

    assert not isinstance(found, Written)
    assert f"{found.code.value} {found.message}" == f"L508 {message}"


@pytest.mark.parametrize("seed", range(some(30)))
def test_an_amending_act_leads_from_any_text_to_any_other(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - to be played again, not to keep secrets
    old = act(random) if seed % 6 else random.choice(STATUTES)
    lead(old, act(random) if seed % 10 == 0 else changed(random, old))


@pytest.mark.slow
def test_it_does_for_many_pairs() -> None:
    """100 pairs; 300 with `pytest --samples 3`."""
    for seed in range(100, 100 + some(100)):
        test_an_amending_act_leads_from_any_text_to_any_other(seed)
