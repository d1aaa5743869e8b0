"""Numbering: which lines begin an element, and of which level."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.numbered import ACTS, ALL, ARTICLES, REGULATIONS, SECTIONS

from lawc.source import Source
from lawc.syntax.numbering import NumberingError, in_roman, numbering_of, roman
from lawc.syntax.structure import Unit, structure


def tree(text: str, numbering: str) -> list[str]:
    """Return the elements of a text: `section 1`, indented by depth."""
    root = structure(Source("x/en.law", text, numbering=numbering), "en")
    return [line for unit in root.units for line in _tree(unit, 0)]


def _tree(unit: Unit, depth: int) -> list[str]:
    doubt = "" if unit.sure else " ?"
    own = f"{'  ' * depth}{unit.level} {unit.number}{doubt}".rstrip()
    return [own, *(line for below in unit.units for line in _tree(below, depth + 1))]


def flat(text: str, numbering: str) -> str:
    return "; ".join(line.strip() for line in tree(text, numbering))


@pytest.mark.parametrize(
    ("numbering", "text", "levels"),
    [
        (ARTICLES, "Article 5. H\n1. x\n1) x\na) x", "article paragraph point subpoint"),
        (
            SECTIONS,
            "Section 63. H\n(a) x\n(1) x\n(A) x\n(i) x\n(I) x",
            "section subsection paragraph subparagraph clause subclause",
        ),
        (ACTS, "s 8\n(1) x\n(a) x\n(i) x", "section subsection paragraph subparagraph"),
        (REGULATIONS, "Article 3. H\n1. x\n(a) x\n(i) x", "article paragraph point subpoint"),
    ],
)
def test_labels_of_each_level_nest(numbering: str, text: str, levels: str) -> None:
    lines = tree(text, numbering)

    assert [line.split()[0] for line in lines] == levels.split()
    assert [len(line) - len(line.lstrip()) for line in lines] == [
        2 * depth for depth in range(len(lines))
    ]


def test_a_level_may_be_left_out() -> None:
    assert tree("Section 1. Tax\n(a) x:\n(i) y\n(ii) z\n(b) x", SECTIONS) == [
        "section 1",
        "  subsection a",
        "    clause i",
        "    clause ii",
        "  subsection b",
    ]


# --- the letter i and the number one ----------------------------------------------------


LETTERS = "".join(f"({letter}) x;\n" for letter in "abcdefg")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("(h) x;\n(i) y;\n(j) z.", "subsection i; subsection j"),  # the next label
        ("(h) x\n(i) y\n(ii) z", "clause i; clause ii"),
        ("(h) x:\n(i) y.", "clause i"),  # the sign before it
        ("(h) x;\n(i) y.", "subsection i"),
        ("(h) x; and\n(i) y.", "subsection i"),
        ("(h) x:\n(i) y;\n(ii) z;\n(i) w.", "clause i; clause ii; subsection i"),
        ("(h) x;\n(i) y:\n(i) z;\n(ii) w.", "subsection i; clause i; clause ii"),
    ],
)
def test_the_labels_around_it_tell_i_from_one(text: str, levels: str) -> None:
    elements = flat(f"Section 1. H\n{LETTERS}{text}", SECTIONS)

    assert elements.endswith(f"subsection h; {levels}")


@pytest.mark.parametrize(
    "text",
    [
        "(h) x\n(i) y.",  # nothing tells
        "(h) x:\n(i) y;\n(j) z.",  # the sign and the next label say different things
        "(h) x;\n(i) y;\n(ii) z.",
    ],
)
def test_where_they_do_not_tell_it_is_not_sure(text: str) -> None:
    assert "i ?" in flat(f"Section 1. H\n{LETTERS}{text}", SECTIONS)


def test_after_another_letter_i_is_the_number_one() -> None:
    assert flat("Section 1. H\n(a) x\n(i) y", SECTIONS).endswith("subsection a; clause i")


def test_v_goes_on_with_roman_numbers_or_with_letters() -> None:
    letters = "".join(f"({chr(code)}) x;\n" for code in range(ord("a"), ord("u") + 1))
    romans = "(i) y;\n(ii) y;\n(iii) y;\n(iv) y;\n"

    assert "clause v; clause vi" in flat(
        f"Section 1. H\n{letters}{romans}(v) y;\n(vi) y.", SECTIONS
    )
    assert "subsection v; subsection w" in flat(
        f"Section 1. H\n{letters}{romans}(v) y;\n(w) y.", SECTIONS
    )


# --- inserted numbers ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbering", "level", "numbers"),
    [
        (ARTICLES, "article", "7 7-1 7-2 8 8A 8B 9"),
        (ARTICLES, "point", "7 7-1 7-1-1 7-2 8"),
        (ARTICLES, "subpoint", "a a-1 a-2 b"),
        (SECTIONS, "section", "7 7.1 7.2 8 8A 8AA 8B 9"),
        (SECTIONS, "subsection", "a a-1 b"),
        (SECTIONS, "subsection", "y z aa bb cc"),
        (SECTIONS, "paragraph", "1 1A 1B 2"),
        (SECTIONS, "subparagraph", "A A-1 B"),
        (SECTIONS, "clause", "i ii ii-1 iii iv v vi vii viii ix x xi"),
        (SECTIONS, "subclause", "I II III IV"),
        (REGULATIONS, "subpoint", "i ii iii"),
    ],
)
def test_an_inserted_number_follows_the_one_before(
    numbering: str, level: str, numbers: str
) -> None:
    of = numbering_of(numbering, "en").by_key[level]

    for before, after in pairwise(numbers.split()):
        assert of.follows(before, after), (before, after)
        assert not of.follows(after, before), (after, before)


@pytest.mark.parametrize(
    ("label", "number"),
    [("Section 8A.", "8A"), ("Section 7.1.", "7.1"), ("(a-1)", "a-1"), ("(1A)", "1A")],
)
def test_a_label_with_an_inserted_number_begins_an_element(label: str, number: str) -> None:
    assert flat(f"{label} x", SECTIONS).split()[1] == number


@pytest.mark.parametrize("number", range(1, 200))
def test_roman_numbers_are_read_as_they_are_written(number: int) -> None:
    assert roman(in_roman(number)) == number


@pytest.mark.parametrize("letters", ["iiii", "vx", "ic", "ivx", ""])
def test_letters_that_are_no_roman_number(letters: str) -> None:
    assert roman(letters) == 0


@pytest.mark.parametrize("numbering", ALL.values(), ids=ALL)
def test_each_level_begins_with_its_first_label(numbering: str) -> None:
    for level in numbering_of(numbering, "en").levels:
        match = level.pattern.match(level.label(level.first))
        assert match is not None
        assert match["number"] == level.first


# --- headings below the highest level ---------------------------------------------------------


def heading(text: str) -> str | None:
    root = structure(Source("x/en.law", text, numbering=SECTIONS), "en")
    unit = root.units[0].units[0]
    return text[unit.heading.start : unit.heading.end] if unit.heading else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(a) In general\n\nThe fee is paid.", "In general"),
        ("(a) The fee\nis paid.", None),  # a sentence goes on
        ("(a) The fee is paid.\n\n(b) x", None),
    ],
)
def test_a_heading_stands_alone_and_ends_in_no_sign(text: str, expected: str | None) -> None:
    assert heading(f"Section 1. H\n{text}") == expected


# --- files that are not understood ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('section "Section 7."', 'line 1: `section "Section 7."` is no level'),
        ("section Section 1.", "line 1: `section Section 1.` is no level"),
        ('chapter "Chapter 1"', "line 1: `chapter` is no name of a level"),
        ('section "1"', "would make an element of every line that begins with a number"),
        ('section "1."\nsection "2."', "line 2"),
        ('section "s 1"\nsection "(1)"', "line 2: `section` stands a second time"),
        ('section "(1)"\nparagraph "(1)"', "line 2: the label `(1)` stands a second time"),
        ("# nothing", "it declares no level"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(text: str, message: str) -> None:
    with pytest.raises(NumberingError) as error:
        numbering_of(text, "en")

    assert message in str(error.value)
