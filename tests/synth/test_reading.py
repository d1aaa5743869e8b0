"""A specification is understood wholly, or each mistake in it has its place and a help."""

from __future__ import annotations

import pytest
from tests.synth.towns import CELLS, DRAWS, figure, read

from lawc.source import Source
from lawc.synth.reading import law_named_in

WRONG = {
    "no TOML": ("x = = 1", "this is no TOML: invalid value"),
    "a fact that the law does not have": (
        '[cell.age]\nfact = "person.agee"',
        "`person.agee` is no fact of this law",
    ),
    "a value that a fact cannot have": (
        '[[draw]]\nfact = "person.attends_school"\nvalues = { yes = 1 }',
        "`yes` is none of its values",
    ),
    "an entry that means nothing": (
        '[[draw]]\nfact = "person.attends_school"\nvalues = { true = 1 }\nunknwon = "1 %"',
        "`unknwon` means nothing here",
    ),
    "a part that is none": (
        '[[draw]]\nfact = "person.attends_school"\nvalues = { true = 1 }\nunknown = "110 %"',
        "`110 %` is no part of a whole",
    ),
    "a day for a number": (
        '[[draw]]\nfact = "person.books"\nbetween = [2001-01-01, 2002-01-01]',
        "the least and the most are missing here",
    ),
    "a range backwards": (
        '[[draw]]\nfact = "person.books"\nbetween = [9, 1]',
        "the least and the most are missing here",
    ),
    "weights of nothing": (
        '[[draw]]\nfact = "person.attends_school"\nvalues = { true = 0 }',
        "the weights of `values` add up to nothing",
    ),
    "a figure without a number": (
        '[[figure]]\nname = "a"\nsource = "x"',
        "what number is `a`?",
    ),
    "a figure without a source": ('[[figure]]\nname = "a"\nis = 1', "`source` is missing here"),
    "a percentage of nobody": (
        '[[figure]]\nname = "a"\npercent = 5\nsource = "x"',
        "a percentage, and nothing else, is of some persons: `of = { ... }`",
    ),
    "a share of what the law decides": (
        '[[share]]\nof = "card"\nis = { true = 1 }',
        "`card` is no fact by which cells differ",
    ),
    "members of no kind": (
        '[[members]]\nkind = "person"\nnumber = { 1 = 1 }',
        "`person` is no kind of members",
    ),
    "a draw that leaves its cell": (
        '[[draw]]\nfact = "person.lives_in_town"\nwhen = { town = "true" }\n'
        "values = { false = 1 }",
        "`false` is not in the group `true`",
    ),
    "a table that means nothing": ('[[figures]]\nname = "a"', "`figures` means nothing here"),
    "a fact of members": (
        '[[draw]]\nfact = "person.books"\nwhen = { "loan.late" = true }\nbetween = [0, 9]',
        "a person is drawn before `loan.late` is known",
    ),
    "a fact that is not drawn yet": (
        '[[draw]]\nfact = "person.books"\nwhen = { "person.attends_school" = true }\n'
        "between = [0, 9]",
        "`person.attends_school` is not drawn before",
    ),
    "a condition about a number": (
        '[[draw]]\nfact = "person.attends_school"\nwhen = { "person.books" = 4 }\n'
        "values = { true = 1 }",
        "`person.books` has no values that a condition can name",
    ),
    "a name twice": (
        '[[figure]]\nname = "a"\nis = 1\nassumed = true\n'
        '[[figure]]\nname = "a"\nis = 2\nassumed = true',
        "another figure is `a` too",
    ),
    "a condition about what the law decides": (
        '[[draw]]\nfact = "person.attends_school"\nwhen = { card = "true" }\n'
        "values = { true = 1 }",
        "the law decides `card` when all is drawn",
    ),
    "a number that the fact cannot have": (
        '[[draw]]\nfact = "person.books"\nbetween = [-3, 9]',
        "`person.books` is never less than 0",
    ),
    "a day that the law does not have": (
        "[days]\nlaw_dya = 2025-01-01",
        "`law_dya` is no day of this law",
    ),
    "half a person": (
        '[[figure]]\nname = "a"\nis = 1.5\nsource = "x"',
        "persons are counted by whole numbers",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_understood_is_told_with_its_place(name: str) -> None:
    entry, message = WRONG[name]
    specification, problems = read(f"{CELLS}\n{entry}\n")

    assert specification is None
    assert [problem.message for problem in problems] == [message]
    (label,) = (problem.primary for problem in problems)
    assert label.source.text[label.span.start : label.span.end].strip() in f"{entry}\n"
    assert label.span.start >= len(CELLS)


def test_each_entry_that_is_wrong_is_told() -> None:
    _, problems = read(CELLS + '[[draw]]\nfact = "a"\n[[figure]]\nname = "b"\n')

    assert len(problems) == 2


def test_a_specification_without_mistakes_has_no_problems() -> None:
    specification, problems = read(
        CELLS + figure("with a card", "is = 60", '{ card = "true" }') + DRAWS
    )

    assert problems == []
    assert specification is not None
    assert [each.name for each in specification.dimensions] == ["town", "card"]


def test_the_law_of_a_specification_is_asked_for() -> None:
    path, problems = law_named_in(Source("act/register.toml", "persons = 1"))

    assert path == ""
    assert [problem.message for problem in problems] == ["`law` is missing here"]
