"""Provisions: what sentences decide, define and displace, and when they are in force."""

from __future__ import annotations

from datetime import date

import pytest
from tests.lower.texts import FREE, compiled, defined, errors, law, rules

from lawc.ir import nodes as ir
from lawc.ir.formula import formula
from lawc.ir.types import Basic

FIRST = "paragraph 1 of this Article"
SUBJECT = "1. Subject to paragraph 2 of this Article, a reader may borrow free of charge."


def rule_at(text: str, eid: str) -> ir.Rule:
    (found,) = (one for one in law(text).rules if one.eid == eid)
    return found


def gives(rule: ir.Rule) -> dict[str, str]:
    return {one.decision: formula(one.value) for one in rule.gives}


# --- effects -----------------------------------------------------------------------------


def test_an_effect_gives_its_decision() -> None:
    assert gives(rule_at(f"1. {FREE}.", "art_1__para_1")) == {"outcome": "free"}


def test_an_effect_without_a_subject() -> None:
    found = rule_at("1. The charge is reduced by one half.", "art_1__para_1")

    assert (gives(found), formula(found.condition)) == ({"discount": "1/2"}, "always")


def test_an_effect_gives_a_number_that_the_vocabulary_writes() -> None:
    found = law("1. A pupil may take more books.")

    assert found.rules[0].gives == (ir.Gives("books", ir.Literal(5, Basic.COUNT), None),)
    assert found.decisions[0].otherwise == 2


def test_a_rule_is_about_things_of_the_kind_that_its_effect_decides_of() -> None:
    found = law(f"1. {FREE}.\n2. A reader is entitled to a card.")

    assert [one.kind for one in found.rules] == ["loan", "reader"]


def test_a_rule_bears_the_number_of_its_element() -> None:
    found = law(f"1. {FREE}.\n1-1. A pupil may borrow free of charge.\n2. {FREE}.")

    assert [one.eid for one in found.rules] == [
        "art_1__para_1",
        "art_1__para_1-1",
        "art_1__para_2",
    ]


# --- force -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("from 1 January 2024", date(2024, 1, 1), None),
        ("to 31 December 2024", None, date(2024, 12, 31)),
        ("until 31 December 2024", None, date(2024, 12, 31)),
        ("from 1 January 2024 to 31 May 2024", date(2024, 1, 1), date(2024, 5, 31)),
        ("from 1 January 2024 until 31 May 2024", date(2024, 1, 1), date(2024, 5, 31)),
    ],
)
def test_in_force(period: str, start: date | None, end: date | None) -> None:
    found = law(f"1. In force {period}, a reader may borrow free of charge.")

    assert found.rules[0].force == ir.Force(start, end)


def test_versions_are_chosen_by_the_day_that_the_vocabulary_names() -> None:
    assert law("1. In force from 1 May 2024, the fee is 4 euro.").law_day == "law_day"


def test_an_act_without_versions_needs_no_day() -> None:
    assert law(f"1. {FREE}.").law_day is None


def test_versions_of_one_element_have_names_of_their_own() -> None:
    found = law(
        "1. In force to 31 December 2024, the fee is 3 euro.\n"
        "1. In force from 1 January 2025, the fee is 4 euro."
    )

    assert [one.eid for one in found.quantities] == ["art_1__para_1", "art_1__para_1-v2"]


def test_the_points_of_a_version_have_names_of_their_own() -> None:
    said = "the following readers may borrow free of charge:\n1) a pupil; or\n2) a reader.\n"
    found = law(
        f"1. In force to 31 December 2024, {said}1. In force from 1 January 2025, {said}"
    )

    eids = [one.eid for one in found.elements]
    assert "art_1__para_1__point_2" in eids
    assert "art_1__para_1-v2__point_2" in eids
    assert len(eids) == len(set(eids))


def test_definitions_have_versions() -> None:
    found = law("1. In force from 1 May 2024, in this Act, a young reader means a pupil.")

    assert found.definitions[0].force == ir.Force(date(2024, 5, 1), None)


def test_from_the_day_of_entry_into_force() -> None:
    found = law(
        "1. In force from the day on which this Act enters into force, a reader may borrow "
        "free of charge.\n2. This Act enters into force on 1 May 2024."
    )

    assert found.rules[0].force == ir.Force(date(2024, 5, 1), None)


# --- displacement ------------------------------------------------------------------------


def test_notwithstanding_displaces_what_it_cites() -> None:
    found = rule_at(
        f"1. {FREE}.\n2. Notwithstanding {FIRST}, the charge is reduced by one half.",
        "art_1__para_2",
    )

    assert found.displaces == ("art_1__para_1",)
    assert gives(found) == {"discount": "1/2"}


def test_subject_to_changes_nothing_of_what_it_stands_before() -> None:
    rest = "2. Paragraph 1 of this Article does not apply to a pupil."
    plain = law(f"1. {FREE}.\n{rest}")
    said = law(f"{SUBJECT}\n{rest}")

    assert [(one.condition, one.gives, one.displaces) for one in said.rules[1:]] == [
        (one.condition, one.gives, one.displaces) for one in plain.rules[1:]
    ]
    assert said.rules[0].displaces == ()


def test_subject_to_what_does_not_displace_is_reported() -> None:
    text = f"{SUBJECT}\n2. {FREE}."

    assert "NOT_DISPLACED" in [one.code.name for one in compiled(text).problems]


def test_an_exclusion_gives_the_value_that_the_vocabulary_names() -> None:
    found = rule_at(
        f"1. {FREE}.\n2. Paragraph 1 of this Article does not apply to a pupil.",
        "art_1__para_2",
    )

    assert found.displaces == ("art_1__para_1",)
    assert gives(found) == {"outcome": "barred"}
    assert formula(found.condition) == "reader.group in (pupil)"


def test_an_exclusion_of_what_has_no_such_value_gives_nothing() -> None:
    found = rule_at(
        "1. The charge is reduced by one half.\n"
        "2. Paragraph 1 of this Article does not apply to a pupil.",
        "art_1__para_2",
    )

    assert found.gives == ()


def test_an_exclusion_by_a_list_has_a_rule_for_each_item() -> None:
    found = rules(
        f"1. {FREE}.\n2. Paragraph 1 of this Article does not apply to a reader if any of the "
        "following applies:\n1) the loan is of a lost book; or\n2) the reader is among pupils."
    )

    assert list(found) == [
        "art_1__para_1",
        "art_1__para_2__point_1",
        "art_1__para_2__point_2",
    ]


def test_only_if_displaces_where_its_condition_fails() -> None:
    found = rule_at(
        f"1. {FREE}.\n2. Paragraph 1 of this Article applies to a loan only if the reader is a "
        "member.",
        "art_1__para_2",
    )

    assert formula(found.condition) == "not reader.member"
    assert (found.displaces, found.gives) == (("art_1__para_1",), ())


def test_only_if_says_nothing_of_what_is_not_of_its_class() -> None:
    found = rule_at(
        f"1. {FREE}.\n2. Paragraph 1 of this Article applies to a loan under Article 2 of the "
        "Library Code only if the reader is a member.",
        "art_1__para_2",
    )

    assert formula(found.condition) == "loan.rule under (2) and not reader.member"


def test_only_if_with_a_list() -> None:
    found = rule_at(
        f"1. {FREE}.\n2. Paragraph 1 of this Article applies to a loan only if any of the "
        "following applies:\n1) the reader is a member; or\n2) the loan is of a lost book.",
        "art_1__para_2",
    )

    assert formula(found.condition) == "not (reader.member or loan.lost)"


def test_what_displaces_an_exclusion_is_lowered_after_it() -> None:
    found = rule_at(
        f"1. {FREE}.\n2. Paragraph 3 of this Article does not apply to a student.\n"
        "3. Paragraph 1 of this Article does not apply to a pupil.",
        "art_1__para_2",
    )

    assert (found.kind, found.displaces) == ("loan", ("art_1__para_3",))


def test_an_exclusion_from_what_decides_nothing_is_refused() -> None:
    text = "1. Note. A word.\n2. Paragraph 1 of this Article does not apply to a pupil."

    assert errors(text) == ["DECIDES_NOTHING"]


# --- definitions -------------------------------------------------------------------------


def test_a_term_means_any_of_a_list() -> None:
    found = defined(
        "1. In this Act, a young reader means any of the following:\n1) a pupil; or\n2) a "
        "student who is a member."
    )

    assert found == "reader.group in (pupil) or (reader.group in (student) and reader.member)"


def test_a_term_is_defined_without_naming_the_act() -> None:
    assert defined("1. A young reader means a pupil.") == "reader.group in (pupil)"


def test_the_terms_of_a_list_are_defined_at_their_items() -> None:
    found = law(
        "1. In this Act, the following terms are used:\n1) a young reader means a pupil;\n"
        "2) a late loan means any of the following:\na) a loan of a lost book; or\nb) a loan "
        "that is more than two days late."
    )

    assert {one.key: (one.eid, formula(one.condition)) for one in found.definitions} == {
        "young": ("art_1__para_1__point_1", "reader.group in (pupil)"),
        "late": ("art_1__para_1__point_2", "loan.lost or loan.days_late > 2"),
    }


def test_a_class_of_the_vocabulary_is_not_defined_again() -> None:
    assert errors("1. In this Act, a pupil means a reader who is a member.") == [
        "DEFINED_TWICE"
    ]


def test_a_day_is_fixed_by_the_act() -> None:
    found = law(f"1. {FREE}.\n2. In this Act, the lending day means 2 May 2024.")

    (lending,) = found.parameters
    assert (lending.key, lending.value, lending.eid) == (
        "lending_day",
        date(2024, 5, 2),
        "art_1__para_2",
    )


def test_a_day_that_is_a_fact_is_not_fixed_by_an_act() -> None:
    text = f"1. {FREE}.\n2. In this Act, the day of return means 2 May 2024."

    assert errors(text) == ["DEFINED_TWICE"]


# --- terms of another act ----------------------------------------------------------------

OTHER = """\
THE READING ACT

...

Article 2. Terms

1. In this Act, the following terms are used:
   1) a young reader means a pupil;
   2) a late loan means a loan that is more than two days late.

Article 3. More

1. A reader may borrow free of charge.
"""


def sharing(cited: str, other: str = OTHER) -> ir.Law | None:
    text = (
        f"1. The terms defined in {cited} of the Reading Act have the same meaning in "
        "this Act.\n"
        "2. A young reader may borrow free of charge."
    )
    return compiled(text, others={"reading-act": other}).law


def test_terms_of_another_act_are_taken_over_with_their_elements() -> None:
    found = sharing("Article 2")

    assert found is not None
    assert {one.key: one.eid for one in found.definitions} == {
        "young": "test/reading-act#art_2__para_1__point_1",
        "late": "test/reading-act#art_2__para_1__point_2",
    }
    assert "the Reading Act, 2(1)(1)" in [one.citation for one in found.elements]


def test_only_the_part_cited_is_taken_over() -> None:
    found = sharing("point 1) of paragraph 1 of Article 2")

    assert found is not None
    assert [one.key for one in found.definitions] == ["young"]


def test_no_rule_of_another_act_is_taken_over() -> None:
    found = sharing("Articles 2 and 3")

    assert found is not None
    assert [one.eid for one in found.rules] == ["art_1__para_2"]


def test_the_words_of_a_term_of_another_act_bear_its_element() -> None:
    listed = OTHER.replace(
        "1) a young reader means a pupil;",
        ("1) a young reader means any of the following:\n a) a pupil; or\n b) a student;"),
    )
    found = sharing("Article 2", listed)

    assert found is not None
    (young,) = (one for one in found.definitions if one.key == "young")
    assert isinstance(young.condition, ir.Any)
    assert [part.eid for part in young.condition.parts if isinstance(part, ir.Stated)] == [
        "test/reading-act#art_2__para_1__point_1__subpoint_a",
        "test/reading-act#art_2__para_1__point_1__subpoint_b",
    ]


def test_a_term_that_the_other_act_does_not_define_is_missing() -> None:
    assert sharing("Article 9") is None


def test_the_other_act_has_to_be_there() -> None:
    text = (
        "1. The terms defined in Article 2 of the Reading Act have the same meaning in this "
        "Act."
        f"\n2. {FREE}."
    )

    assert errors(text) == ["UNKNOWN_REFERENCE"]


# --- several values ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pick", "combine"),
    [
        ("largest", ir.Combine.LARGEST),
        ("smallest", ir.Combine.SMALLEST),
        ("total", ir.Combine.TOTAL),
    ],
)
def test_several_values_are_combined(pick: str, combine: ir.Combine) -> None:
    found = law(
        "1. The charge is reduced by one half for a pupil.\n2. The charge is reduced by one "
        f"third.\n3. Where several discounts apply to one loan, the {pick} is applied."
    )

    assert [one.combine for one in found.decisions] == [combine]


def test_several_values_contradict_each_other_where_nothing_is_said() -> None:
    found = law("1. The charge is reduced by one half for a pupil.")

    assert [one.combine for one in found.decisions] == [ir.Combine.ONE]


def test_a_law_has_the_decisions_that_it_makes() -> None:
    assert [one.key for one in law("1. A reader is entitled to a card.").decisions] == ["card"]
