"""Explanations: which nodes a reasoning tree has, and what their truth rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from tests.library_law import AGED, LOANS, READER, SENIOR, STUDENT, law, reader, rule

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain
from lawc.meaning.skeleton import bones
from lawc.meaning.world import World
from lawc.runtime.reasons import FactUsed, Gift, Ground, Head, Node, Rests


def ground(law_: ir.Law, thing: Thing, place: int = 0) -> Ground:
    return explain(World(law_, {}), thing)[0].grounds[place]


def node(condition: ir.Expr, thing: Thing, *definitions: ir.Definition) -> Node:
    return ground(law(rule(condition), definitions=definitions), thing).condition


# --- nodes ------------------------------------------------------------------------------


def test_a_stated_leaf_has_the_words_and_the_facts_it_reads() -> None:
    found = node(ir.Stated("a student", STUDENT), reader({"status": "student"}))

    facts = (FactUsed("status", "student"),)
    assert found == Node(Head("a student", Rests.FACTS), True, facts)


def test_connectives_without_words_inside_are_one_leaf() -> None:
    either = ir.Stated("a student or a resident", ir.Any((STUDENT, READER)))

    found = node(either, reader({"status": "working"}))

    assert found.rests is Rests.FACTS
    assert found.facts == (FactUsed("status", "working"), FactUsed("resident", None))


def test_a_fact_read_twice_is_named_once() -> None:
    found = node(ir.Any((STUDENT, ir.Not(STUDENT))), reader({}))

    assert len(found.facts) == 1


def test_connectives_over_words_set_how_the_node_rests() -> None:
    both = ir.Stated("both", ir.All((ir.Stated("a student", STUDENT), READER)), "s_1__a")

    found = node(both, reader({"status": "student", "resident": False}))

    assert (found.rests, found.truth, found.citation) == (Rests.ALL, False, "1(a)")
    assert [part.text for part in found.parts] == ["a student", ""]


def test_connectives_outside_words_have_no_words() -> None:
    found = node(ir.Not(ir.Stated("a student", STUDENT)), reader({"status": "student"}))

    assert (found.text, found.rests, found.truth) == ("", Rests.NOT, False)


def test_inner_words_of_the_same_element_give_way() -> None:
    twice = ir.Stated("outer", ir.Stated("inner", STUDENT), "s_1__a")

    assert node(twice, reader({})).text == "outer"


def test_inner_words_of_another_element_are_a_part() -> None:
    twice = ir.Stated("outer", ir.Stated("inner", STUDENT, "s_1__b"), "s_1__a")

    found = node(twice, reader({}))

    assert (found.rests, [part.citation for part in found.parts]) == (Rests.ALL, ["1(b)"])


def test_an_element_without_a_mark_has_that_of_the_one_above() -> None:
    found = node(ir.Stated("a", STUDENT, "s_1__a"), reader({}))

    assert (found.source, found.remark) == ("reported", "library council")


def test_an_element_keeps_its_own_mark() -> None:
    assert node(ir.Stated("b", STUDENT, "s_1__b"), reader({})).source == "assumed"


def test_a_quantifier_has_one_part_a_member() -> None:
    found = node(ir.Some(1, "loan", LOANS), reader({}, False, True))

    assert [(part.text, part.truth) for part in found.parts] == [
        ("loans[0]", False),
        ("loans[1]", True),
    ]
    assert (found.truth, found.number) == (True, 1)


def test_the_words_about_a_member_stand_below_it() -> None:
    found = node(ir.Every("loan", ir.Stated("is overdue", LOANS)), reader({}, True))

    assert [part.text for part in found.parts[0].parts] == ["is overdue"]


def test_an_unknown_list_is_a_missing_fact() -> None:
    found = node(ir.Every("loan", LOANS), Thing("reader", "", {}, None))

    assert (found.truth, found.facts) == (None, (FactUsed("loans", None),))


def test_an_empty_list_is_told() -> None:
    assert node(ir.Every("loan", LOANS), reader({})).facts == (FactUsed("loans", 0),)


def test_a_counted_list_shows_its_number_and_what_is_read_of_each() -> None:
    number = ir.CountOf("loan", LOANS)
    many = ir.Compare(ir.Comparison.GE, number, ir.Literal(2, Basic.COUNT))

    assert node(many, reader({}, True)).facts == (
        FactUsed("loans", 1),
        FactUsed("loans[0].overdue", True),
    )


def test_an_assumed_fact_says_so() -> None:
    found = node(READER, reader({"status": "student"}))

    assert found.facts == (FactUsed("resident", True, assumed=True),)


def test_a_day_is_shown_by_its_name() -> None:
    late = ir.Compare(
        ir.Comparison.GE, ir.Parameter("day"), ir.Literal(date(2025, 1, 1), Basic.DATE)
    )
    world = World(law(rule(late)), {"day": date(2025, 7, 5)})

    found = explain(world, reader({}))[0].grounds[0].condition

    assert found.facts == (FactUsed("day", "2025-07-05"),)


# --- concepts and provisions --------------------------------------------------------------


def test_a_concept_rests_on_its_definition() -> None:
    found = node(
        ir.Stated("a senior", ir.Concept("senior")), reader({"age": Fraction(70)}), SENIOR
    )

    meaning = found.parts[0]
    assert (found.rests, found.truth) == (Rests.DEFINITION, True)
    assert (meaning.citation, meaning.text, meaning.rests) == ("2", "text of 2", Rests.ANY)


def test_a_supplied_concept_is_established() -> None:
    found = node(ir.Concept("senior"), reader({"senior": False}), SENIOR)

    assert (found.rests, found.truth, found.parts) == (Rests.ESTABLISHED, False, ())
    assert found.facts == (FactUsed("senior", False),)


def test_a_version_not_in_force_is_no_part() -> None:
    old = replace(SENIOR, force=ir.Force(None, date(2020, 12, 31)))
    new = replace(SENIOR, eid="s_3", force=ir.Force(date(2021, 1, 1), None))
    made = law(rule(ir.Concept("senior")), definitions=(old, new))

    found = explain(World(made, {"day": date(2025, 1, 1)}), reader({}))[0].grounds[0]

    assert [part.citation for part in found.condition.parts] == ["3"]


def test_without_the_day_a_version_is_unknown() -> None:
    new = replace(SENIOR, force=ir.Force(date(2021, 1, 1), None))

    found = node(ir.Concept("senior"), reader({"age": Fraction(70)}), new)

    assert (found.truth, found.parts[0].facts) == (None, (FactUsed("day", None),))


def test_provisions_are_cited_with_whether_they_apply() -> None:
    asks = rule(ir.Not(ir.Applies(("s_2",))), "s_1")
    made = law(asks, rule(STUDENT, "s_2"))

    found = ground(made, reader({"status": "student"})).condition

    (part,) = found.parts[0].parts
    assert (part.rests, part.citation, part.truth) == (Rests.APPLIES, "2", True)


# --- grounds and answers --------------------------------------------------------------------


def test_a_displaced_rule_names_what_displaces_it() -> None:
    made = law(rule(READER, "s_1"), rule(STUDENT, "s_2", displaces=("s_1",)))

    found = ground(made, reader({"status": "student", "resident": True}))

    assert (found.applies, found.condition.truth, found.displaced_by) == (False, True, ("2",))


def test_an_unknown_displacement_is_told_apart() -> None:
    made = law(rule(READER, "s_1"), rule(STUDENT, "s_2", displaces=("s_1",)))

    found = ground(made, reader({"resident": True}))

    assert (found.applies, found.may_be_displaced_by) == (None, ("2",))


def test_a_rule_that_only_displaces_is_a_ground() -> None:
    only = ir.Rule("s_2", "reader", STUDENT, (), ("s_1",), "")
    made = law(rule(READER, "s_1"), only)

    assert ground(made, reader({}), 1).gives == ()


def test_a_rule_not_in_force_is_no_ground() -> None:
    old = replace(rule(READER), force=ir.Force(None, date(2020, 1, 1)))

    found = explain(World(law(old), {"day": date(2025, 1, 1)}), reader({}))

    assert found[0].grounds == ()


def test_a_gift_whose_further_condition_fails_is_left_out() -> None:
    tenth = ir.Literal(Fraction(1, 10), Basic.FRACTION)
    gives = (ir.Gives("discount", tenth, STUDENT), ir.Gives("discount", tenth, READER))

    found = ground(law(rule(AGED, "s_1", *gives)), reader({"status": "working"}))

    assert found.gives == (Gift("discount", "1/10", None),)


def test_answers_are_those_of_every_decision_of_the_thing() -> None:
    found = explain(World(law(rule(READER)), {}), reader({"resident": True}))[0].answers

    assert [(one.decision, one.value, one.settled) for one in found] == [
        ("admitted", True, True),
        ("discount", None, True),
    ]


def test_a_contradiction_is_not_settled_and_names_both() -> None:
    no = ir.Gives("admitted", ir.Literal(False, Basic.TRUTH), None)
    made = law(rule(READER, "s_1"), rule(READER, "s_2", no))

    found = explain(World(made, {}), reader({"resident": True}))[0].answers[0]

    assert (found.settled, found.contradiction, found.provisions) == (False, True, ("1", "2"))


def test_a_supplied_decision_is_established() -> None:
    found = explain(World(law(rule(READER)), {}), reader({"admitted": False}))[0].answers[0]

    assert (found.value, found.established) == (False, True)


def test_things_that_the_law_does_not_decide_of_are_not_explained() -> None:
    found = explain(World(law(rule(READER)), {}), reader({}, True, False))

    assert [one.thing for one in found] == [""]


def test_a_skeleton_serves_every_case() -> None:
    made = law(rule(READER))
    world, thing = World(made, {}), reader({"resident": True})

    assert explain(world, thing, bones(made)) == explain(world, thing)
