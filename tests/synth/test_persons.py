"""Persons are drawn so that the law puts them into their cells."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
import pytest
from tests.synth.towns import CARDS, CELLS, DRAWS, figure, law, synthesis

from lawc.ir import nodes as ir
from lawc.synth.persons import persons_of, scaled
from lawc.synth.register import Synthesis
from lawc.synth.writing import tables

LOANS = """
[cell.fine]
decision = "loan.overdue"
[[members]]
kind = "loan"
number = { 1 = 2, 3 = 1 }
[[draw]]
fact = "loan.late"
values = { true = 1, false = 1 }
unknown = "5 %"
[[draw]]
fact = "person.date_of_birth"
between = [1950-01-01, 2010-12-31]
[[draw]]
fact = "loan.begun_on"
after = "person.date_of_birth"
between = [100, 200]
[[draw]]
fact = "loan.days_late"
when = { "loan.late" = true }
values = { 1 = 1, 30 = 1 }
"""
OVERDUE = """
decision loan.overdue: truth
  otherwise false
effect loan.warn
  gives overdue = true
  en yes "the loan | is overdue"
     many "are overdue"
"""


def loans() -> ir.Law:
    fine = "2. The fine is 5 euro, if the loan is late."
    return law(CARDS.replace(fine, "2. A loan is overdue if the loan is late."), OVERDUE)


def register(synthetic: Synthesis, size: int = 1) -> dict[str, pl.DataFrame]:
    persons = persons_of(synthetic, scaled(synthetic.counts.cells, Fraction(size)))
    assert not persons.missing
    return tables(synthetic.law, persons.frames)


def test_the_register_has_the_figures() -> None:
    synthetic = synthesis(
        CELLS
        + figure("all", "is = 100", "{}")
        + figure("cards", "is = 61", '{ card = "true" }')
        + DRAWS
    )
    person = register(synthetic, 3)["person"]

    with_card = person.filter(pl.col("lives_in_town") | pl.col("attends_school"))
    assert (len(person), len(with_card)) == (300, 183)
    assert person["person_id"].to_list() == list(range(1, 301))


def test_the_same_seed_gives_the_same_register_and_another_does_not() -> None:
    text = CELLS + DRAWS
    first, same = (register(synthesis(f"seed = 5\n{text}")) for _ in range(2))
    other = register(synthesis(f"seed = 6\n{text}"))

    assert first["person"].equals(same["person"])
    assert not first["person"].equals(other["person"])


def test_all_members_fall_into_the_cell_of_their_person() -> None:
    synthetic = synthesis(CELLS + LOANS + DRAWS, loans())
    frames = register(synthetic)
    loan = frames["loan"]

    assert loan["late"].null_count() == 0, "an unknown fact leaves the decision open"
    each = loan.group_by("person_id").agg(pl.col("late").n_unique())
    assert each["late"].to_list() == [1] * 100
    assert set(loan["person_id"]) == set(frames["person"]["person_id"])


def test_days_and_numbers_are_drawn_as_the_specification_says() -> None:
    frames = register(synthesis(CELLS + LOANS + DRAWS, loans()))
    both = frames["loan"].join(frames["person"], on="person_id")
    days = (both["begun_on"] - both["date_of_birth"]).dt.total_days()

    assert days.is_between(100, 200).all()
    assert both["date_of_birth"].dt.year().is_between(1950, 2010).all()
    assert set(both.filter("late")["days_late"]) == {1, 30}
    assert both.filter(~pl.col("late"))["days_late"].null_count() == len(
        both.filter(~pl.col("late"))
    )


def test_the_law_is_applied_on_the_days_of_the_specification() -> None:
    of = law(
        "Article 1. Cards\n\nA person is entitled to a card if the person has reached the age"
        " of ten years on the day of the request.\n"
    )
    text = (
        CELLS
        + """
[days]
day_of_request = 2020-01-01
[[draw]]
fact = "person.date_of_birth"
between = [2005-01-01, 2015-12-31]
"""
    )
    total = figure("cards", "is = 40", '{ card = "true" }') + figure("all", "is = 100", "{}")
    person = register(synthesis(text + total, of))["person"]

    assert len(person.filter(pl.col("date_of_birth") <= pl.date(2010, 1, 1))) == 40


def test_a_whole_without_members_lies_in_no_cell_that_is_about_them() -> None:
    text = CELLS + LOANS.replace("1 = 2, 3 = 1", "0 = 5, 1 = 5") + DRAWS
    frames = register(synthesis(text, loans()))

    assert set(frames["loan"]["person_id"]) == set(frames["person"]["person_id"])


@pytest.mark.parametrize("part", ["0 %", "30 %"])
def test_a_part_of_the_values_is_unknown(part: str) -> None:
    text = (
        CELLS.replace("100", "2000")
        + f'\n[[draw]]\nfact = "person.books"\nbetween = [0, 9]\nunknown = "{part}"\n'
    )
    person = register(synthesis(text + DRAWS))["person"]

    unknown = person["books"].null_count()
    assert unknown == 0 if part == "0 %" else 500 < unknown < 700


def test_unknown_lists_have_no_members_and_are_told() -> None:
    text = (
        CELLS + '\n[[members]]\nkind = "loan"\nnumber = { 2 = 1 }\nunknown = "50 %"\n' + DRAWS
    )
    frames = register(synthesis(text))
    unknown = frames["person"].filter(~pl.col("loans_known"))["person_id"]

    assert 0 < len(unknown) < 100
    assert not set(unknown) & set(frames["loan"]["person_id"])


def test_what_is_not_plausible_is_not_drawn() -> None:
    of = law(more="plausible person: books < 5\n")
    text = CELLS + '\n[[draw]]\nfact = "person.books"\nbetween = [0, 9]\n' + DRAWS

    assert register(synthesis(text, of), 2)["person"]["books"].max() == 4
