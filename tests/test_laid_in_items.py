"""Sentences laid out in items, and below them: read as one, each item stated by its element."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from tests.differential.test_python_backend import check_package
from tests.emitted import package
from tests.numbered import ARTICLES, SECTIONS
from tests.written_law import VOCABULARY

from lawc.diagnostics.model import Severity
from lawc.ir import nodes as ir
from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.holdings import ask
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.pipeline import Compiled, compile_source
from lawc.runtime.holdings import AskedUnder
from lawc.source import Source
from lawc.syntax.layout import laid_out

MORE = """\
class person.resident means resident
  en a "a resident" the "the resident"
decision person.charge: money EUR
  en noun "charge" noun "the charge"
"""
FEES = """\
Section 1. Fees

(a) Charge

Except as otherwise provided in this section, the term "charge" means the sum of—

    (1) the fee, and

    (2) the greater of—

        (A) 5 euro, or

        (B) the income.

(b) Fee

For purposes of this section, the fee is—

    (1) 200 euro in the case of—

        (A) a resident (as defined in section 7), or

        (B) a person who is old,

    (2) 44 euro if the person is ill, or

    (3) 30 euro in any other case.

(c) Certain persons

In the case of—

    (1) a person who is ill and who is old, or

    (2) a resident,

the charge shall be 0 euro.

The amount due is the charge plus 1 euro.
"""


def compiled(text: str, numbering: str = SECTIONS) -> Compiled:
    source = Source("test/act/en.law", f"AN ACT\n\n{text}\n", numbering=numbering)
    return compile_source(source, "test/act", (Source("a.vocabulary", VOCABULARY + MORE),))


def law(text: str, numbering: str = SECTIONS) -> ir.Law:
    act = compiled(text, numbering)
    assert act.law is not None, [(each.message, each.help) for each in act.errors]
    return act.law


def decided(of: ir.Law, case: dict[str, Any]) -> dict[str, object]:
    """Decide a case by the interpreter, after checking that the package says the same."""
    with tempfile.TemporaryDirectory() as folder:
        check_package(of, package(of, Path(folder)), case, {})
    thing, world = read_case(of, case), World(of, {})
    assert isinstance(thing, Thing)
    return {
        decision.key: answer(world, decision, thing).value
        for decision in of.decisions
        if decision.kind == "person"
    }


def test_amounts_and_cases_in_items() -> None:
    fees = law(FEES)
    plain = {"resident": False, "old": False, "ill": False, "income": 3}

    assert decided(fees, plain) == {"fee": 30, "charge": 35, "due": 36}
    assert decided(fees, {**plain, "old": True, "income": 9})["charge"] == 209
    assert decided(fees, {**plain, "ill": True})["charge"] == 49
    assert decided(fees, {**plain, "resident": True}) == {"fee": 200, "charge": 0, "due": 1}


def test_each_item_is_asked_by_its_citation() -> None:
    fees = law(FEES)
    case = read_case(fees, {"resident": False, "old": True, "ill": False, "income": 3})
    assert isinstance(case, Thing)
    values = {
        cite: ask(World(fees, {}), case, cite, "", AskedUnder("", {})).value
        for cite in ("1(b)(1)", "1(b)(1)(A)", "1(b)(1)(B)", "1(b)(3)", "1(c)(1)", "1(a)(2)(B)")
    }

    assert values == {
        "1(b)(1)": True,
        "1(b)(1)(A)": False,
        "1(b)(1)(B)": True,
        "1(b)(3)": False,
        "1(c)(1)": False,
        "1(a)(2)(B)": 3,
    }


def test_what_is_defined_elsewhere_is_supplied_by_its_citation() -> None:
    fees = law(FEES)
    case = {"old": False, "ill": False, "income": 3}
    supplied = {**case, "provisions": [{"provision": "7", "holds": True}]}

    assert decided(fees, {**case, "resident": True}) == decided(fees, supplied)


def test_closing_words_belong_to_the_lead_in() -> None:
    text = "Article 1. Cards\n\n1. A person who:\n   1) is old; or\n   2) is ill,\n   "
    cards = law(text + "is entitled to a card.\n", ARTICLES)

    assert [element.text for element in cards.elements][1:] == [
        "A person who: is entitled to a card.",
        "is old; or",
        "is ill,",
    ]
    assert decided(cards, {"old": False, "ill": True}) == {"card": True}
    assert decided(cards, {"old": False, "ill": False}) == {"card": False}
    assert [rule.eid[-7:] for rule in cards.rules] == ["point_1", "point_2"]


def test_conditions_in_items_are_joined_by_what_stands_between() -> None:
    text = (
        "Section 1. Fee\n\nThe fee is 3 euro, if—\n(a) the person is old, {} (b) the person is "
    )
    both, one = (law(text.replace("{} ", f"{word}\n") + "ill.") for word in ("and", "or"))

    assert decided(both, {"old": True, "ill": False})["fee"] is not decided(
        one, {"old": True, "ill": False}
    )
    assert decided(one, {"old": True, "ill": False}) == {"fee": 3}


def test_sentences_below_a_list_are_those_of_its_element() -> None:
    fees = law(FEES)

    assert [rule.eid for rule in fees.rules if rule.gives[0].decision == "due"] == [
        "sec_1__subsec_c"
    ]


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("the fee, and\n", "the fee,\n", "does not go on in items"),
        ("(B) a person who is old,", "(B) a person who is odd,", "odd"),
        ("30 euro in any other case", "30 euro in other case", "other"),
        ("the greater of—", "the greater—", "greater"),
    ],
)
def test_a_slip_in_an_item_is_an_error_at_its_place(before: str, after: str, word: str) -> None:
    text = FEES.replace(before, after)
    errors = [one for one in compiled(text).problems if one.severity is Severity.ERROR]

    assert errors
    assert word in "".join(one.message for one in errors)


def test_the_layout_keeps_what_is_said() -> None:
    source = Source("a/en.law", f"AN ACT\n\n{FEES}", numbering=SECTIONS)
    laid = laid_out(source, "en")

    assert law(laid.partition("\n\n")[2]) == law(FEES)
    assert laid_out(Source("a/en.law", laid, numbering=SECTIONS), "en") == laid


CHANGED = """\
Section 1. Fees

(a) The fee is—

    (1) 200 percent of the dollar amount in effect under paragraph (2) in the case of a
    resident, or

    (2) 30 euro in any other case.

(b) In the case of a person who is old, subsection (a) shall be applied by substituting
"40 euro" for "30 euro" in paragraph (2).

(c) In the case of a person who is ill, the fee shall not exceed the greater of—

    (1) 10 euro, or

    (2) the income.
"""


def test_figures_are_substituted_and_amounts_limited_in_a_case() -> None:
    fees = law(CHANGED)
    plain = {"resident": False, "old": False, "ill": False, "income": 3}

    assert decided(fees, plain) == {"fee": 30}
    assert decided(fees, {**plain, "resident": True}) == {"fee": 60}
    assert decided(fees, {**plain, "resident": True, "old": True}) == {"fee": 80}
    assert decided(fees, {**plain, "ill": True}) == {"fee": 10}
    assert decided(fees, {**plain, "ill": True, "income": 35, "old": True}) == {"fee": 35}


def test_a_figure_that_does_not_stand_there_is_an_error() -> None:
    wrong = CHANGED.replace('for "30 euro"', 'for "31 euro"')
    messages = [problem.message for problem in compiled(wrong).errors]

    assert messages == ["`31 euro` does not stand in what is cited"]
