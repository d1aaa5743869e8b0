"""Persons are counted out to cells: the figures first, then what is expected."""

from __future__ import annotations

from fractions import Fraction

from tests.synth.towns import CELLS, DRAWS, figure, synthesis

from lawc.diagnostics.codes import Code
from lawc.synth.contradicting import contradictions, unreached
from lawc.synth.counting import counted_in
from lawc.synth.persons import scaled

ALL = figure("all", "is = 100", "{}")
CARD = '{ card = "true" }'


def messages(text: str) -> list[str]:
    return [problem.message for problem in contradictions(synthesis(text))]


def counted(text: str) -> dict[str, Fraction]:
    synthetic = synthesis(text)
    return {
        each.name: counted_in(each, synthetic.counts.cells)
        for each in synthetic.specification.figures
    }


def test_figures_are_met_to_the_person() -> None:
    text = CELLS + ALL + figure("cards", "is = 61", CARD) + DRAWS

    assert counted(text) == {"all": 100, "cards": 61}
    assert messages(text) == []


def test_without_figures_persons_are_as_expected() -> None:
    synthetic = synthesis(
        CELLS + '\n[[share]]\nof = "town"\nis = { true = 3, false = 1 }\n' + DRAWS
    )

    town = sum(
        n for cell, n in synthetic.counts.cells.items() if dict(cell.groups)["town"] == "true"
    )
    assert town == 75


def test_a_percentage_is_right_when_it_is_rounded() -> None:
    cards = figure("cards", "percent = 92", CARD, "of = {}")
    text = CELLS + ALL + cards.replace("of = {}", 'of = { town = ["true", "false"] }') + DRAWS

    assert counted(text)["cards"] == 92


def test_more_than_is_more() -> None:
    assert counted(CELLS + ALL + figure("cards", "more_than = 98", CARD) + DRAWS)["cards"] == 99


def test_a_rounded_figure_is_not_missed_by_what_is_rounded() -> None:
    text = (
        CELLS + figure("all", "is = 100", "{}") + figure("about", "about = 110", "{}") + DRAWS
    )

    assert counted(text)["all"] == 100
    assert messages(text) == [
        "`about` is short by 10 persons, since these figures contradict each other"
    ]
    assert messages(text.replace("about = 110", "about = 100")) == []


def test_figures_that_contradict_each_other_are_told_apart_from_others() -> None:
    text = (
        CELLS + ALL + figure("cards", "is = 60", CARD)
        + figure("none", "is = 45", '{ card = "false" }', "weight = 1")
        + figure("school", "is = 20", '{ town = "false", card = "true" }') + DRAWS
    )  # fmt: skip
    (problem,) = contradictions(synthesis(text))

    assert problem.message.startswith("`none` is short by 5 persons")
    assert {label.text for label in problem.related} == {"`all`", "`cards`"}


def test_a_figure_against_the_law_is_told_with_what_the_law_says() -> None:
    text = CELLS + figure("refused", "is = 7", '{ town = "true", card = "false" }') + DRAWS
    (problem,) = contradictions(synthesis(text))

    assert problem.message == (
        "`refused` is short by 7 persons: the law puts nobody where it needs persons"
    )
    assert "7 of town true, card false (the law: card true)" in str(problem.help)


def test_a_figure_that_no_draw_reaches_is_told_with_a_case_that_would() -> None:
    draws = '\n[[draw]]\nfact = "person.attends_school"\nvalues = { false = 1 }\n'
    text = CELLS + figure("pupils", "is = 7", '{ town = "false", card = "true" }') + draws
    (problem,) = contradictions(synthesis(text))

    assert problem.code is Code.CELL_NOT_REACHED
    assert problem.message == (
        "`pupils` is short by 7 persons: nobody of 400 drawn is where it needs persons"
    )
    assert problem.example is not None
    assert problem.example["case"] == {"lives_in_town": False, "attends_school": True}


def test_facts_with_which_nobody_fell_into_a_cell_are_told() -> None:
    text = CELLS + '\n[[never]]\nwhere = { town = "false", card = "false" }\n'
    draws = '\n[[draw]]\nfact = "person.attends_school"\nvalues = { false = 1 }\n'

    (problem,) = unreached(synthesis(text + draws), {})
    assert (
        problem.message
        == "50 persons are missing: nobody drawn with town false fell into a cell"
    )


def test_a_figure_that_is_shown_moves_nobody() -> None:
    text = CELLS + ALL + DRAWS
    shown = figure("cards", "is = 3", CARD, "shown = true")

    assert synthesis(text).counts.cells == synthesis(text + shown).counts.cells
    assert messages(text + shown) == []


def test_another_size_keeps_the_sum() -> None:
    cells = synthesis(CELLS + ALL + DRAWS).counts.cells

    assert sum(scaled(cells, Fraction(1, 3)).values()) == 33
    assert {cell: n * 10 for cell, n in cells.items()} == scaled(cells, Fraction(10))
