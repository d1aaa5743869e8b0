"""Other forms of words that an amendment changes stay, and that is told."""

from __future__ import annotations

import pytest

from lawc.amend.applying import Amended, amended
from lawc.source import Source

ACT = """\
LAW ON CARDS

Article 1. Mayor

1. The Mayor’s deputy signs, and the Mayor pays. MAYOR of Mayors.
2. A party to the sale, or the parties, pay. A bus. The head of the office and heads of the
   offices.
3. The fee is 18 euro. A mayoral act.
4. The ex-Clerk and the vice-clerk-elect pay the clerk 5-fold.
"""


def amend(*sentences: str) -> Amended:
    listed = "\n".join(f"{number}) {said};" for number, said in enumerate(sentences, 1))
    text = f'LAW\n\nArticle 1.\n\nThis Law amends the Law "On Cards" as follows:\n{listed}\n'
    text = text.replace('"On Cards"', '"Law on Cards"')
    return amended(Source("x/y/en.law", ACT), Source("one.en.law", text), "en")


def words_left(*sentences: str) -> list[str]:
    made = amend(*sentences)
    assert made.problems == ()
    assert all(one.code.value == "L515" for one in made.remarks)
    return [one.message.split("`")[1] for one in made.remarks]


@pytest.mark.parametrize(
    ("words", "everywhere", "said"),
    [
        ("Mayor", True, ["Mayor’s", "MAYOR", "Mayors"]),
        ("Mayors", False, ["Mayor’s", "Mayor", "MAYOR"]),
        ("party", False, ["parties"]),
        ("parties", False, ["party"]),
        ("head of the office", False, ["heads of the offices"]),
        ("bus", False, []),
        ("A", True, []),
        ("18", False, []),
        ("fee", False, []),
        ("clerk", True, ["ex-Clerk", "vice-clerk-elect"]),
        ("vice-clerk-elect", True, []),
    ],
)
def test_other_forms_that_stay_are_told(words: str, everywhere: bool, said: list[str]) -> None:
    more = " wherever they occur" if everywhere else ""

    assert (
        words_left(f'in Article 1, the words "{words}" are replaced by the words "x"{more}')
        == said
    )
    assert words_left(f'in Article 1, the words "{words}" are deleted{more}') == said


def test_the_place_is_a_line_of_the_new_text() -> None:
    made = amend(
        'paragraph 2 of Article 1 is restated as follows: "2. Note. The Mayors."',
        'in paragraph 2 of Article 1, the word "Mayor" is replaced by the word "x"',
    )
    assert [one.code.value for one in made.problems] == ["L501"]

    made = amend(
        'in Article 1, the word "Mayor" is replaced by the word "x" wherever they occur'
    )
    remark = made.remarks[-1]
    assert remark.primary.source.name == "x/y/en.law as amended"
    assert remark.primary.source is made.text
    assert made.text.text[slice(*remark.primary.span)] == "Mayors"


def test_what_another_amendment_changes_is_not_told() -> None:
    whole = 'in Article 1, the word "{}" is replaced by the word "{}" wherever they occur'

    assert (
        words_left(
            whole.format("Mayor's", "Governor's"),
            whole.format("Mayors", "Governors"),
            whole.format("MAYOR", "GOVERNOR"),
            whole.format("Mayor", "Governor"),
        )
        == []
    )


def test_the_new_words_are_not_told() -> None:
    capitals = (
        'in Article 1, the word "Mayor" is replaced by the word "MAYOR" wherever they occur'
    )
    assert words_left(capitals) == ["Mayor’s", "Mayors"]
    assert (
        words_left('in Article 1, the word "fee" is replaced by the words "fees of all"') == []
    )


@pytest.mark.parametrize("quoted", ["Mayor’s deputy", "Mayor's deputy"])
def test_apostrophes_are_alike(quoted: str) -> None:
    made = amend(f"in Article 1, the words “{quoted}” are replaced by the word “clerk”")

    assert made.problems == ()
    assert "1. The clerk signs" in made.text.text
