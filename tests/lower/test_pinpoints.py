"""Citations by labels in brackets, as their jurisdictions write them."""

from __future__ import annotations

import pytest
from tests.numbered import ACTS, REGULATIONS, SECTIONS, numbered_law, numbered_problems

ACT = """\
Section 1. Cards
(a) A person is entitled to a card if any of the following applies:
    (1) the person is old;
    (2) all of the following apply:
        (A) the person is resident; and
        (B) any of the following applies:
            (i) the person is ill; or
            (ii) the number of points is more than 1; or
    (3) the number of points is more than 7.
(b) {citation} not apply to a person if the number of points is more than 9.

Section 2. More cards
(a) A person who is resident is entitled to a card.

Section 3. Still more cards
(a) A person who is ill is entitled to a card.
"""


def displaced(citation: str, act: str = ACT, numbering: str = SECTIONS) -> list[str]:
    """Return the eIds that a rule displaces which cites so."""
    law = numbered_law(act.format(citation=citation), numbering)
    return [eid for rule in law.rules for eid in rule.displaces]


@pytest.mark.parametrize(
    ("citation", "eids"),
    [
        ("Section 2 does", ["sec_2"]),
        ("Section 2(a) does", ["sec_2__subsec_a"]),
        ("Section 1(a)(2) does", ["sec_1__subsec_a__para_2"]),
        ("Sections 2 and 3 do", ["sec_2", "sec_3"]),
        ("Sections 2 to 3 do", ["sec_2", "sec_3"]),
        ("Subsection (a) does", ["sec_1__subsec_a"]),
        ("Subsection (a) of this section does", ["sec_1__subsec_a"]),
        ("Subsection (a) of section 2 does", ["sec_2__subsec_a"]),
        ("Paragraph (1) of subsection (a) does", ["sec_1__subsec_a__para_1"]),
        (
            "Paragraphs (1) and (3) of subsection (a) of section 1 do",
            ["sec_1__subsec_a__para_1", "sec_1__subsec_a__para_3"],
        ),
        ("Section 2(a) and subsection (a) do", ["sec_2__subsec_a", "sec_1__subsec_a"]),
        ("Subsection (a) and section 3 do", ["sec_1__subsec_a", "sec_3"]),
        (
            "Subsection (a) and paragraph (1) of section 2(a) do",
            None,  # section 2(a) has no paragraphs
        ),
    ],
)
def test_what_a_citation_names(citation: str, eids: list[str] | None) -> None:
    if eids is None:
        (problem,) = numbered_problems(ACT.format(citation=citation), SECTIONS)
        assert problem == "L201 `paragraph (1) of section 2(a)` leads nowhere"
    else:
        assert displaced(citation) == eids


def test_capitals_and_small_letters_are_different_elements() -> None:
    (problem,) = numbered_problems(ACT.format(citation="Section 1(a)(2)(b) does"), SECTIONS)

    assert problem == "L201 `Section 1(a)(2)(b)` leads nowhere"


def test_a_section_with_its_short_word() -> None:
    act = """\
s 1
(1) A person is entitled to a card if any of the following applies:
    (a) the person is old; or
    (b) the person is ill.
(2) {citation} not apply to a person if the number of points is more than 9.
"""

    assert displaced("s 1(1)(a) does", act, ACTS) == ["sec_1__subsec_1__para_a"]
    assert displaced("Subsection (1) does", act, ACTS) == ["sec_1__subsec_1"]


def test_an_article_with_labels_in_brackets() -> None:
    act = """\
Article 1. Cards
1. A person is entitled to a card if any of the following applies:
   (a) the person is old; or
   (b) the person is ill.
2. {citation} not apply to a person if the number of points is more than 9.
"""
    point = ["art_1__para_1__point_a"]

    assert displaced("Article 1(1)(a) does", act, REGULATIONS) == point
    assert displaced("Point (a) of paragraph 1 of this Article does", act, REGULATIONS) == point
    assert displaced("Paragraph 1 of this Article does", act, REGULATIONS) == ["art_1__para_1"]


def test_inserted_elements_are_cited_as_they_are_written() -> None:
    act = """\
...

Section 8. Cards
(a) A person who is old is entitled to a card.
(a-1) A person who is ill is entitled to a card.

Section 8A. Others
(1) A person who is resident is entitled to a card.
(1A) {citation} not apply to a person if the number of points is more than 9.
"""

    assert displaced("Section 8(a-1) does", act) == ["sec_8__subsec_a-1"]
    assert displaced("Section 8A(1) does", act) == ["sec_8A__para_1"]
    assert displaced("Paragraph (1) does", act) == ["sec_8A__para_1"]


def test_a_citation_in_the_words_of_another_numbering_says_how_this_act_is_numbered() -> None:
    (problem,) = numbered_problems(
        "Article 1. Cards\n1. A person who is old is entitled to a card.\n"
        "2. Section 1(a) does not apply to a person if the number of points is more than 9.",
        "",
    )

    assert problem.startswith("L201 `Section 1(a)` names an element of a kind")


def test_the_citation_of_an_element_is_as_it_is_cited() -> None:
    law = numbered_law(ACT.format(citation="Section 2 does"), SECTIONS)

    assert "1(a)(2)(B)(ii)" in {element.citation for element in law.elements}
