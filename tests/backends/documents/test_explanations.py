"""Explanations as text, Markdown, HTML and JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has no types
from tests.differential.laws import Sample, samples
from tests.sampling import some

from lawc.backends.documents.as_html import html
from lawc.backends.documents.as_json import (
    explanation_dict,
    explanation_json,
    explanation_schema,
)
from lawc.backends.documents.as_markdown import markdown
from lawc.backends.documents.as_terminal import terminal
from lawc.backends.documents.outline import Group, Outline, outline
from lawc.backends.documents.report import Report, report
from lawc.backends.documents.showing import code, escaped
from lawc.backends.documents.simplify import simplified
from lawc.backends.documents.words import words
from lawc.ir.nodes import Value
from lawc.ir.types import Basic, Money, Type
from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.runtime.reasons import (
    Answer,
    Cited,
    Explanation,
    FactUsed,
    Ground,
    Head,
    Node,
    Reasons,
    Rests,
)

Golden = Callable[[str, str], None]
Attributes = list[tuple[str, str | None]]
HOSTILE = "<script>alert('\"')</script> \u202eevil\u2066 \x1b[31m `**[x](y)` {{ 7 * 7 }}"


class Checked(HTMLParser):
    """Reads a page; every element must be closed where it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Open an element."""
        del attrs
        self.tags.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element opened last."""
        assert self.open.pop() == tag


def tags(page: str) -> set[str]:
    """Return the elements of a well-formed page."""
    reading = Checked()
    reading.feed(page)
    reading.close()

    assert not reading.open
    return reading.tags


def reported(world: World, thing: Thing) -> Report:
    days = dict(world.parameters)
    return report(world.law, "2025/17", days, explain(world, thing))


@pytest.fixture
def release(world: World, released: Thing) -> Report:
    return reported(world, released)


@pytest.fixture
def exclusion(world: World, mixed: Thing) -> Report:
    return reported(world, mixed)


@pytest.fixture
def unsettled(world: World, open_case: Thing) -> Report:
    return reported(world, open_case)


@pytest.fixture
def hostile() -> Report:
    facts = (FactUsed("given.x", HOSTILE),)
    leaf = Node(Head(HOSTILE, Rests.FACTS, HOSTILE, source="reported"), True, facts)
    ground = Ground(
        Cited(HOSTILE, HOSTILE, "assumed", HOSTILE), True, Reasons(leaf, (), (HOSTILE,))
    )
    answer = Answer(HOSTILE, HOSTILE, True, (HOSTILE,), (HOSTILE,), ())
    explanation = Explanation(HOSTILE, (answer,), (ground,))
    return Report(HOSTILE, "en", HOSTILE, (), (explanation,), {HOSTILE: HOSTILE})


# --- what a reader is told ----------------------------------------------------------------


def grounds(document: Outline, group: Group) -> list[str]:
    return [
        one.citation
        for key, found in document.things[0].groups
        if key is group
        for one in found
    ]


def test_the_deciding_ground_stands_apart(release: Report) -> None:
    assert grounds(outline(release), Group.WHY) == ["2(1)"]


def test_a_displaced_ground_stands_apart(exclusion: Report) -> None:
    assert grounds(outline(exclusion), Group.DISPLACED) == ["3(1)"]


def test_where_nothing_applies_every_ground_says_why_not(world: World, released: Thing) -> None:
    offence = released.members["offence"][0]
    known = {**offence.facts, "category": "especially_serious"}
    released.members["offence"] = (replace(offence, facts=known),)

    document = outline(reported(world, released))

    assert grounds(document, Group.WHY_NONE) == ["2(1)", "3(1)", "3(3)", "5(1)"]


def test_what_is_needed_is_a_question_with_its_path(unsettled: Report) -> None:
    needed = outline(unsettled).things[1].needed[0]

    assert (needed.question, needed.path) == (
        "How grave is the offence?",
        "offences[1].category",
    )


def test_facts_tried_by_cases_are_named(unsettled: Report) -> None:
    basis = outline(unsettled).things[0].answers[0].basis

    assert basis.endswith("the same whatever the answer to: Is the person a woman or a man?")


def test_a_settlement_by_cases_opens_what_the_cases_settle(unsettled: Report) -> None:
    text = terminal(unsettled)

    assert "unknown: 1(1)(1), 1(1)(2), 1(1)(4), 1(1)(5), 1(1)(7)" in text


def test_a_ground_that_rests_on_weak_wording_says_so(exclusion: Report) -> None:
    text = terminal(exclusion)

    assert "! rests on reported wording, not official: 5(1) (press service" in text


def test_weak_wording_that_does_not_carry_is_not_blamed(release: Report) -> None:
    assert "rests on reported" not in terminal(release)


def test_weak_wording_of_another_provision_is_blamed(world: World, released: Thing) -> None:
    younger: dict[str, Value] = {
        "sex": "female",
        "date_of_birth": date(1990, 1, 1),
        "disability_group": "first",
    }
    thing = replace(released, facts=younger)

    assert "! rests on reported wording, not official: 1(1)(7)" in terminal(
        reported(world, _rooted(thing))
    )


def _rooted(thing: Thing) -> Thing:
    for kind, group in thing.members.items():
        thing.members[kind] = tuple(replace(one, parent=thing) for one in group)
    return thing


def test_the_rest_is_one_line_each(release: Report) -> None:
    assert "  ✗ 3(3) not true: 3(4) Article 2 does not apply\n" in terminal(release)


def test_full_opens_every_ground(release: Report) -> None:
    assert terminal(release, full=True).count("1(1)(5)") > terminal(release).count("1(1)(5)")


def test_a_contradiction_names_the_provisions() -> None:
    answer = Answer("outcome", None, False, ("1", "2"), (), (), contradiction=True)
    made = Report("Law", "en", "", (), (Explanation("", (answer,), ()),))

    line = outline(made).things[0].answers[0]

    assert (line.value, line.basis.rpartition(": ")[2]) == ("contradiction", "1, 2")


def test_a_supplied_decision_says_so() -> None:
    answer = Answer("outcome", True, True, (), (), (), established=True)
    made = Report("Law", "en", "", (), (Explanation("", (answer,), ()),))

    assert outline(made).things[0].answers[0].basis == "supplied, not derived"


def test_an_assumed_fact_says_so() -> None:
    leaf = Node(Head("", Rests.FACTS), True, (FactUsed("pregnant", False, assumed=True),))
    ground = Ground(Cited("1", ""), True, Reasons(leaf, ()))
    answer = Answer("outcome", True, True, ("1",), (), ())
    made = Report("Law", "en", "", (), (Explanation("", (answer,), (ground,)),))

    assert "pregnant = no (assumed)" in terminal(made)


def test_labels_stand_for_keys(release: Report) -> None:
    named = replace(release, labels={"outcome": "Исход", "medium": "средней тяжести"})

    text = terminal(named)

    assert "Исход: released from main punishment" in text
    assert "offences[0].category = средней тяжести" in text


def test_without_colour_there_are_no_escapes(release: Report) -> None:
    assert "\x1b" not in terminal(release)


def test_with_colour_the_words_are_the_same(release: Report) -> None:
    coloured = terminal(release, colour=True)

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).split() == terminal(release).split()


def test_no_line_is_wider_than_asked(unsettled: Report) -> None:
    assert max(map(len, terminal(unsettled, width=60, full=True).split("\n"))) <= 60


def test_words_that_read_nothing_are_left_out() -> None:
    subject = Node(Head("a person", Rests.FACTS), True)
    known = Node(Head("is old", Rests.FACTS), True, (FactUsed("age", 70),))
    inner = Node(Head("", Rests.ALL), True, parts=(known, known))

    made = simplified(Node(Head("rule", Rests.ALL), True, parts=(subject, inner)))

    assert made == Node(Head("rule", Rests.ALL), True, parts=(known, known))


def test_a_denial_is_never_taken_out() -> None:
    known = Node(Head("is old", Rests.FACTS), True, (FactUsed("age", 70),))
    denial = Node(Head("", Rests.NOT), False, parts=(known,))

    assert simplified(Node(Head("", Rests.ALL), False, parts=(denial,))) == denial


def test_a_rule_without_condition_has_no_empty_line() -> None:
    ground = Ground(Cited("1", "Rule."), True, Reasons(Node(Head("", Rests.FACTS), True), ()))
    answer = Answer("outcome", True, True, ("1",), (), ())
    made = Report("Law", "en", "", (), (Explanation("", (answer,), (ground,)),))

    assert "  Rule.\n\n" in terminal(made)


# --- formats --------------------------------------------------------------------------------


def test_json_is_as_the_schema_says(release: Report, exclusion: Report) -> None:
    schema = explanation_schema()
    Draft202012Validator.check_schema(schema)

    for one in (release, exclusion):
        Draft202012Validator(schema).validate(explanation_dict(one))


def test_the_schema_refuses_unknown_keys(release: Report) -> None:
    made = explanation_dict(release) | {"more": 1}

    assert not Draft202012Validator(explanation_schema()).is_valid(made)


def test_json_text_reads_back(release: Report) -> None:
    assert json.loads(explanation_json(release)) == explanation_dict(release)


def test_the_page_is_well_formed_and_has_no_script(unsettled: Report) -> None:
    assert "script" not in tags(html(unsettled))


def test_the_page_takes_nothing_from_elsewhere(release: Report) -> None:
    assert not re.search(r"https?:|src=|@import|url\(", html(release))


def test_the_page_says_truth_in_words(release: Report) -> None:
    pills = re.findall(
        r'<span class="pill \w+"><span aria-hidden="true">.</span> ([^<]+)<', html(release)
    )

    assert set(pills) == {"true", "not true", "unknown", "applies", "does not apply"}


def test_hostile_text_makes_no_elements(hostile: Report) -> None:
    page = html(hostile)

    assert "script" not in tags(page)
    assert "<script" not in page


def test_signs_that_act_unseen_are_made_visible(hostile: Report) -> None:
    for text in (terminal(hostile), markdown(hostile), html(hostile)):
        assert not re.search("[\x1b\u202e\u2066]", text)
        assert "‹U+202E›" in text


def test_hostile_text_makes_no_markup_in_markdown(hostile: Report) -> None:
    assert "\\<script\\>" in markdown(hostile)
    assert "\\*\\*\\[x\\](y)" in markdown(hostile)


def test_markdown_at_the_start_of_a_line_is_escaped() -> None:
    assert [escaped(text) for text in ("- a", "1. a", "1) a", "2(1) a")] == [
        "\\- a",
        "1\\. a",
        "1\\) a",
        "2(1) a",
    ]


def test_a_code_span_may_hold_backticks() -> None:
    assert code("`a``") == "``` `a`` ```"


# --- words ------------------------------------------------------------------------------------


def test_a_language_without_a_table_is_framed_in_english() -> None:
    assert words("tlh").language == "en"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_table_has_the_same_keys_and_slots(language: str) -> None:
    def slots(text: str) -> list[str]:
        return sorted(re.findall(r"{(\w+)}", text))

    english, other = words("en").table, words(language).table

    assert {key: slots(text) for key, text in other.items()} == {
        key: slots(text) for key, text in english.items()
    }


# --- whole documents ------------------------------------------------------------------------


def test_terminal_document(release: Report, golden: Golden) -> None:
    golden("documents/released.txt", terminal(release))


def test_markdown_document(release: Report, golden: Golden) -> None:
    golden("documents/released.md", markdown(release))


def test_html_document(release: Report, golden: Golden) -> None:
    golden("documents/released.html", html(release))


def test_json_document(release: Report, golden: Golden) -> None:
    golden("documents/released.json", explanation_json(release))


@settings(max_examples=some(25))
@given(samples)
def test_every_law_and_case_can_be_rendered(sample: Sample) -> None:
    thing = read_case(sample.law, sample.case)
    assert isinstance(thing, Thing)
    made = report(sample.law, "", sample.days, explain(World(sample.law, sample.days), thing))

    Draft202012Validator(explanation_schema()).validate(explanation_dict(made))
    assert "script" not in tags(html(made))
    for full in (False, True):
        assert terminal(made, full=full)
        assert markdown(made, full=full)


def test_an_amount_of_a_member_is_shown_with_its_currency() -> None:
    types: dict[str, Type] = {"loans.amount": Money("EUR"), "loans.rate": Basic.NUMBER}
    report = Report("An Act", "en", "", (), (), types=types, names={"EUR": "euro"})

    assert report.value("151.8", report.type("loans[2].amount")) == "151.80 euro"
    assert report.value("151.8", report.type("loans[2].rate")) == "151.8"
