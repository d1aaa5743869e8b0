"""Elements asked by their citation: alone, by their own words, each with what displaces it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.written_law import law

from lawc.meaning.cases import Thing
from lawc.meaning.holdings import ask
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.runtime.holdings import AskedUnder, AskError, Holding, Says
from lawc.runtime.results import Status

TEXT = """\
1. A weak person means any of the following:
   1) a person who is old; or
   2) a person who is ill.
2. A weak person is entitled to a card, if all of the following apply:
   1) the person is resident; and
   2) the number of points is at least 3.
3. Paragraph 2 of this Article does not apply to a person if any of the following applies:
   1) the number of points is more than 9; or
   2) at least one of the children is good.
4. The tax is the income multiplied by the share, rounded to the nearest cent.
5. The fee is the tax plus 2 euro, if the person is old.
6. A grant of 5 euro is paid for a child who is good, if all of the following apply:
   1) the child's value is more than 3 euro; and
   2) the child's value is less than 9 euro.
"""
CASE: dict[str, Any] = {
    "old": True,
    "ill": False,
    "resident": True,
    "points": 4,
    "income": 100,
    "share": "1/3",
    "children": [{"good": True, "value": 4}, {"good": False, "value": 10}],
}


def asked(element: str, of: str = "", text: str = TEXT, **facts: object) -> Holding:
    world = World(law(text), {})
    case = read_case(world.law, {**CASE, **facts})
    assert isinstance(case, Thing)
    return ask(world, case, element, of, AskedUnder("test/act", {}))


def test_an_item_is_asked_alone_by_its_own_words() -> None:
    assert asked("1(1)(1)").value is True
    assert asked("1(1)(2)").value is False
    assert asked("1(2)(1)", old=False).value is True
    assert asked("1(2)(2)", points=2).value is False
    assert asked("1(1)(2)").says is Says.CONDITION


def test_a_rule_gives_its_condition_and_what_displaces_it() -> None:
    holding = asked("1(2)")

    assert (holding.says, holding.value) == (Says.RULE, True)
    assert (holding.applies, holding.displaced_by) == (False, ("1(3)(2)",))
    assert [(gift.decision, gift.value) for gift in holding.gives] == [("card", True)]
    assert asked("1(2)", children=[]).applies is True


def test_an_exception_is_true_where_its_own_words_hold() -> None:
    assert asked("1(3)(2)").value is True
    assert asked("1(3)(1)").value is False
    assert asked("1(3)", children=[]).value is False


def test_a_definition_and_an_amount_have_their_truth_and_their_value() -> None:
    weak, tax = asked("1(1)"), asked("1(4)")

    assert (weak.says, weak.value) == (Says.DEFINITION, True)
    assert (tax.says, str(tax.value)) == (Says.AMOUNT, "3333/100")
    assert [gift.value for gift in asked("1(5)").gives] == ["35.33"]


def test_what_is_said_of_a_member_is_asked_of_one() -> None:
    assert asked("1(6)(1)", "children[1]").value is True
    assert asked("1(6)(2)", "children[1]").value is False
    assert asked("1(6)", "children[0]").applies is True
    assert asked("1(6)(1)", children=[{"value": 2}]).value is False
    with pytest.raises(AskError, match=re.escape("one of 2 things of the kind `child`")):
        asked("1(6)(1)")
    with pytest.raises(AskError, match="the case has none"):
        asked("1(6)(1)", children=[])
    with pytest.raises(AskError, match=re.escape("`children[7]` is nothing that")):
        asked("1(6)(1)", "children[7]")


def test_what_is_open_says_what_is_needed() -> None:
    holding = asked("1(2)", old=None, ill=None)

    assert (holding.status, holding.value) == (Status.OPEN, None)
    assert holding.needed == ("old", "ill")


def test_what_all_completions_agree_on_is_decided() -> None:
    either = (
        "1. A weak person means a person who is old or who is not old.\n"
        + TEXT[TEXT.index("4.") :]
    )
    text = either.replace("4. ", "2. ", 1).replace("5. ", "3. ", 1).replace("6. ", "4. ", 1)
    assert asked("1(1)", text=text, old=None).value is True


def test_an_article_is_asked_for_the_provisions_in_it() -> None:
    text = (
        "Article 1. Cards\n\nA person who is old is entitled to a card.\n\nArticle 2. Fee\n\n"
    )
    text += "1. The fee is 2 euro.\n2. The amount due is 3 euro, if the person is ill.\n"

    assert asked("1", text=text).says is Says.RULE
    article = asked("2", text=text)
    assert (article.says, article.value) == (Says.PROVISIONS, True)


def test_a_citation_may_be_written_as_the_act_writes_it() -> None:
    assert asked("Article 1(2)(1)").element == "1(2)(1)"
    assert asked("1 (2) (1)").element == "1(2)(1)"


def test_an_unknown_element_is_refused_with_the_nearest() -> None:
    with pytest.raises(AskError, match=re.escape("the nearest that does is `1(2)`")):
        asked("1(22)")


def test_the_json_says_all_of_it() -> None:
    data = asked("1(2)").to_dict()

    assert data["value"] is True
    assert (data["applies"], data["displaced"], data["displaced_by"]) == (
        False,
        True,
        ["1(3)(2)"],
    )
    assert data["grounds"][0]["citation"] == "1(2)"
    assert "1(1)" in data["provisions"]
