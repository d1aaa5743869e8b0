"""Provisions supplied as established: seen before their rules, and shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.emitted import package
from tests.written_law import law

from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.runtime.reasons import Rests

TEXT = """\
1. A weak person means a person who is old.
2. A weak person is entitled to a card.
3. The tax is 7 euro.
4. The fee is the tax plus 2 euro.
5. The child's need is 3 euro.
6. A grant of 5 euro is paid for a child who is good.
"""
CASE: dict[str, Any] = {"old": False, "children": [{"good": False}, {"good": True}]}


def decided(case: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Decide a case by the interpreter and by the package, which say the same."""
    given = law(TEXT)
    thing = read_case(given, case)
    assert isinstance(thing, Thing), thing
    world = World(given, {})
    module = package(given, folder)
    result: dict[str, Any] = module.decide(
        module.Person.from_dict(case, established=True)
    ).to_dict()
    for decision in given.decisions:
        if decision.kind == "person":
            value = answer(world, decision, thing).value
            told = result["decisions"][decision.key]["value"]
            assert str(value) in (str(told), "State.NOTHING")
    return result


def supplied(*entries: dict[str, Any]) -> dict[str, Any]:
    return {**CASE, "provisions": list(entries)}


def test_a_definition_is_supplied_by_its_citation(tmp_path: Path) -> None:
    case = supplied({"provision": "1(1)", "holds": True})

    assert decided(case, tmp_path)["decisions"]["card"]["value"] is True
    assert decided(CASE, tmp_path)["decisions"]["card"]["value"] is False


def test_an_amount_is_supplied_by_its_citation(tmp_path: Path) -> None:
    case = supplied({"provision": "Article 1(3)", "value": 10})

    assert decided(case, tmp_path)["decisions"]["fee"]["value"] == "12"


def test_a_decision_is_supplied_by_what_alone_gives_it(tmp_path: Path) -> None:
    case = supplied({"provision": "1(2)", "holds": True})

    card = decided(case, tmp_path)["decisions"]["card"]
    assert (card["value"], card["established"]) == (True, True)


def test_it_is_supplied_of_a_member(tmp_path: Path) -> None:
    case = supplied({"provision": "1(6)", "of": "children[0]", "value": 4})

    members = decided(case, tmp_path)["members"]["children"]
    assert [each["decisions"]["grant"]["value"] for each in members] == ["4", "5"]


def test_the_tree_shows_that_it_was_supplied() -> None:
    given = law(TEXT)
    thing = read_case(given, supplied({"provision": "1(1)", "holds": True}))
    assert isinstance(thing, Thing)
    grounds = explain(World(given, {}), thing)[0].grounds

    nodes = [ground.condition for ground in grounds if ground.citation == "1(2)"]
    assert nodes[0].rests is Rests.ESTABLISHED or nodes[0].parts[0].rests is Rests.ESTABLISHED


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"provision": "1(9)", "holds": True}, "the nearest is `1("),
        ({"provision": "1(1)", "value": 3}, "supplied otherwise"),
        ({"provision": "1(1)"}, 'say either whether it "holds", or its "value"'),
        ({"provision": "1(1)", "of": "children[0]", "holds": True}, None),
        ({"provision": "1(6)", "value": 3}, "`1(6)` is about children"),
        ({"provision": "1(6)", "of": "children[7]", "value": 3}, "has no `children[7]`"),
        ({"provision": 1, "holds": True}, "is to be a citation"),
        ({"provision": "1(1)", "holds": 3}, "not true or false"),
        ({"provision": "1(1)", "hold": True}, "did you mean holds?"),
    ],
)
def test_what_cannot_be_supplied_is_refused(entry: dict[str, Any], problem: str | None) -> None:
    read = read_case(law(TEXT), supplied(entry))

    if problem is None:
        assert isinstance(read, Thing)
    else:
        assert isinstance(read, tuple)
        assert problem in "\n".join(map(str, read))


def test_a_package_refuses_it_unless_it_is_allowed(tmp_path: Path) -> None:
    module = package(law(TEXT), tmp_path)

    with pytest.raises(module.FactError, match="`established` lets a case say it"):
        module.Person.from_dict(supplied({"provision": "1(1)", "holds": True}))
