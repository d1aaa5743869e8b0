"""Citations: which provisions a text names, of another act and of its own."""

from __future__ import annotations

import pytest
from tests.lower.texts import FREE, compiled, condition, errors, law

from lawc.diagnostics.codes import Code

CODE = "of the Library Code"


@pytest.mark.parametrize(
    ("cited", "meant"),
    [
        (f"Article 188 {CODE}", "188"),
        (f"Article 188-1 {CODE}", "188-1"),
        (f"Article seven {CODE}", "7"),
        (f"Articles 120 to 124 {CODE}", "120 to 124"),
        (f"Articles 120 to 124-1 {CODE}", "120 to 124-1"),
        (f"Articles 2 and 3 {CODE}", "2, 3"),
        (f"Article 107, 108-1 or 109-1 {CODE}", "107, 108-1, 109-1"),
        (f"Articles 2, 5 to 7, and 9 {CODE}", "2, 5 to 7, 9"),
        (f"part four of Article 190 {CODE}", "190(4)"),
        (f"part 4 of Article 190 {CODE}", "190(4)"),
        (f"parts two and three of Article 404 {CODE}", "404(2), 404(3)"),
        (f"parts two to four of Article 404 {CODE}", "404(2) to 404(4)"),
        (f"point 2) of part three of Article 189 {CODE}", "189(3)(2)"),
        (f"points 2) and 5) of part three of Article 189 {CODE}", "189(3)(2), 189(3)(5)"),
        (f"points 2) to 5) of part three of Article 189 {CODE}", "189(3)(2) to 189(3)(5)"),
        (f"point 2-1) of part three of Article 189-1 {CODE}", "189-1(3)(2-1)"),
        (f"Article 5, part two of Article 6 or Article 8 {CODE}", "5, 6(2), 8"),
    ],
)
def test_provisions_of_another_act(cited: str, meant: str) -> None:
    assert condition(f"the loan falls under {cited}") == f"loan.rule under ({meant})"


def test_a_class_names_provisions_too() -> None:
    cited = condition(f"the loan is a loan under Articles 2 and 3 {CODE}")

    assert cited == "loan.rule under (2, 3)"


def test_provisions_of_this_act_where_it_is_the_one_meant() -> None:
    cited = condition("the loan falls under Article 2 of this Code", key="test/library-code")

    assert cited == "loan.rule under (2)"


@pytest.mark.parametrize(
    "cited",
    [
        "Article 2",  # of which act?
        "Article 2 of this Act",  # a provision of another act is meant here
        "Article 2 of the Reading Act",
        f"Articles 7 to 5 {CODE}",
        f"point 2) of Article 189 {CODE}",  # a point of no part
        f"subpoint a) of point 2) of part three of Article 189 {CODE}",
        f"paragraph 2 of Article 189 {CODE}",  # its articles have parts
        f"part one of Articles 3 to 5 {CODE}",
    ],
)
def test_a_citation_that_names_no_provision_is_refused(cited: str) -> None:
    assert errors(f"1. {FREE} if the loan falls under {cited}.") == ["UNKNOWN_REFERENCE"]


# --- elements of the same act ------------------------------------------------------------

ARTICLES = f"""\
Article 1. Lending

1. {FREE} if any of the following applies:
   1) the loan is of a lost book;
   2) all of the following apply:
      a) the reader is a member; and
      b) the reader is among pupils; or
   3) the reader is among students.
2. A pupil may borrow free of charge.
2-1. A student may borrow free of charge.
3. A fine of 2 euro is due for a loan.

Article 1-1. Further lending

A pupil may borrow free of charge.

Article 2. Exceptions

"""


def displaced(cited: str, at: str = "") -> tuple[str, ...]:
    found = law(f"{ARTICLES}{at}{cited} does not apply to a student.", whole=True)
    (rule,) = (one for one in found.rules if one.displaces)
    return rule.displaces


@pytest.mark.parametrize(
    ("cited", "meant"),
    [
        ("Article 1", ["art_1"]),
        ("Article 1-1", ["art_1-1"]),
        ("Article 1 of this Act", ["art_1"]),
        ("Article 1 of this Law", ["art_1"]),
        ("Articles 1 and 1-1", ["art_1", "art_1-1"]),
        ("Articles 1 to 1-1", ["art_1", "art_1-1"]),
        ("Paragraph 2 of Article 1", ["art_1__para_2"]),
        ("Paragraph two of Article one", ["art_1__para_2"]),
        ("Paragraph 2-1 of Article 1", ["art_1__para_2-1"]),
        ("Paragraphs 2 and 3 of Article 1", ["art_1__para_2", "art_1__para_3"]),
        (
            "Paragraphs 2 to 3 of Article 1",
            ["art_1__para_2", "art_1__para_2-1", "art_1__para_3"],
        ),
        ("Point 1) of paragraph 1 of Article 1", ["art_1__para_1__point_1"]),
        (
            "Points 1) and 3) of paragraph 1 of Article 1",
            ["art_1__para_1__point_1", "art_1__para_1__point_3"],
        ),
        (
            "Points 2) to 3) of paragraph 1 of Article 1",
            ["art_1__para_1__point_2", "art_1__para_1__point_3"],
        ),
        (
            "Paragraph 3 of Article 1 or Article 1-1",
            ["art_1__para_3", "art_1-1"],
        ),
    ],
)
def test_elements_of_this_act(cited: str, meant: list[str]) -> None:
    assert displaced(cited) == tuple(meant)


def test_of_this_article_is_of_the_article_that_says_so() -> None:
    found = law(
        f"1. {FREE}.\n2. Paragraph 1 of this Article does not apply to a pupil.\n\n"
        "Article 2. Cards\n\n1. A reader is entitled to a card.\n"
        "2. Paragraph 1 of this Article does not apply to a pupil."
    )

    assert [one.displaces for one in found.rules if one.displaces] == [
        ("art_1__para_1",),
        ("art_2__para_1",),
    ]


def test_this_article_alone() -> None:
    text = f"1. {FREE}.\n2. This Article is applied to each loan separately."

    assert errors(text) == []
    assert errors(text.replace("each loan", "each reader")) == ["NOT_SEPARATE"]


def test_a_subpoint_is_an_element() -> None:
    cited = "subpoint a) of point 2) of paragraph 1 of Article 1"
    found = law(
        "1. In this Act, the following terms are used:\n1) a late loan means a loan that is "
        "more than two days late;\n2) a young reader means any of the following:\n"
        "a) a pupil; or\nb) a student.\n\n"
        "Article 2. Lending\n\nA young reader may borrow free of charge."
    )

    assert "art_1__para_1__point_2__subpoint_a" in [one.eid for one in found.elements]
    assert errors(f"{ARTICLES}{cited} does not apply to a student.", whole=True) == [
        "DECIDES_NOTHING"  # it is there, and it is a condition: no rule of its own
    ]


@pytest.mark.parametrize(
    "cited",
    [
        "Article 9",
        "Articles 1 to 9",
        "Paragraph 9 of Article 1",
        "Point 9) of paragraph 1 of Article 1",
        "Subpoint c) of point 2) of paragraph 1 of Article 1",
        "Article 1 of the Library Code",
    ],
)
def test_an_element_that_is_not_there_is_reported(cited: str) -> None:
    assert "UNKNOWN_REFERENCE" in errors(
        f"{ARTICLES}{cited} does not apply to a student.", whole=True
    )


# --- an inserted number or a range ---------------------------------------------------------


@pytest.mark.parametrize(
    ("cited", "written"),
    [
        (f"Articles 120-124 {CODE}", ("`120 to 124`", "`article 120-124`")),
        (f"Articles 7, 120-124 and 134 {CODE}", ("`120 to 124`", "`article 120-124`")),
        (f"Articles 364-70 {CODE}", ("`364 to 70`", "`article 364-70`")),
        (f"parts 2-4 of Article 404 {CODE}", ("`2 to 4`", "`part 2-4`")),
        (f"points 2-5) of part 3 of Article 189 {CODE}", ("`2) to 5)`", "`point 2-5`")),
    ],
)
def test_a_number_after_a_word_for_several_that_may_be_a_range_is_refused(
    cited: str, written: tuple[str, str]
) -> None:
    (found,) = compiled(f"1. {FREE} if the loan falls under {cited}.").errors

    assert found.code is Code.INSERTED_OR_RANGE
    assert found.help is not None
    assert all(one in found.help for one in written)


@pytest.mark.parametrize(
    ("cited", "meant"),
    [
        (f"Article 120-124 {CODE}", "120-124"),
        (f"Article 7, 120-124 or 134 {CODE}", "7, 120-124, 134"),
        (f"Articles 108-1 and 188 {CODE}", "108-1, 188"),
        (f"Articles 107 to 108-1 {CODE}", "107 to 108-1"),
        (f"part 2-4 of Article 404 {CODE}", "404(2-4)"),
        (f"point 2-5) of part 3 of Article 189 {CODE}", "189(3)(2-5)"),
    ],
)
def test_a_hyphen_with_one_reading_makes_the_number_of_an_inserted_one(
    cited: str, meant: str
) -> None:
    assert condition(f"the loan falls under {cited}") == f"loan.rule under ({meant})"


def test_what_follows_a_refused_number_is_no_second_error() -> None:
    cited = f"Articles 120-124, 134 and 144 {CODE}"

    assert errors(f"1. {FREE} if the loan falls under {cited}.") == ["INSERTED_OR_RANGE"]


def test_elements_of_the_same_act_are_told_once() -> None:
    text = (
        f"1. {FREE}.\n2. {FREE} if the loan is of a lost book.\n"
        "3. Paragraphs 1-2 of this Article do not apply to a reader."
    )

    assert errors(text) == ["INSERTED_OR_RANGE"]
