"""Questions that are asked twice are written once and answered once, in long chains too."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from string import ascii_lowercase

import pytest
from tests.backends.python.test_quick_functions import DAY, FAMILY
from tests.emitted import HEADER, package
from tests.written_law import law

from lawc.backends.python.emit import emit
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.meaning.results import envelope
from lawc.meaning.world import World

LETTERS = ["".join(pair) for pair in product("bcdfg", ascii_lowercase)]
AMOUNTS = "".join(
    f'quantity person.q{name}: money EUR\n  en noun "the {name} amount"\n' for name in LETTERS
)
CONCEPTS = "".join(
    f'concept person.c{name}\n  en a "a {name} person" the "the person"\n' for name in LETTERS
)
SUMS = "".join(
    f'quantity child.s{name}: money EUR\n  en noun "the {name} sum"\n' for name in LETTERS
)
CHILD = 'concept child.cba\n  en a "a ba child" the "the child"\n'
TABLE = """\
1. The ba amount is given by the row in which the income falls:
   | Income  | Amount |
   |---------|--------|
   | up to 4 | 1 euro |
   | over 4  | 2 euro |
"""


def numbered(sentences: list[str]) -> str:
    """Return provisions one after another."""
    return "".join(
        one if one.startswith("1.") else f"{place}. {one}\n"
        for place, one in enumerate(sentences, start=1)
    )


def amounts(length: int, base: str, step: str, end: str) -> str:
    """Return a chain of amounts, each made of earlier ones."""
    chain = [base, "The bb amount is the ba amount plus the ba amount."]
    for before, last, name in zip(LETTERS, LETTERS[1:], LETTERS[2:length], strict=False):
        chain.append(f"The {name} amount is {step.format(last=last, before=before)}.")
    return numbered([*chain, end.format(LETTERS[length - 1])])


def concepts(length: int) -> str:
    """Return a chain of concepts, each of two ways that rest on earlier ones."""
    chain = [
        "In this Act, a ba person means a person who is old.",
        "A bb person means a person who is ill.",
    ]
    for before, last, name in zip(LETTERS, LETTERS[1:], LETTERS[2:length], strict=False):
        chain.append(
            f"A {name} person means any of the following:\n"
            f"   1) a {last} person, if the person is old and the income is more than 1 "
            "euro and the person is ill and the number of points is at least 1; or\n"
            f"   2) a {before} person, if the person is ill and the income is more than 2 "
            "euro and the person is old and the number of points is at least 2."
        )
    return numbered([*chain, f"A {LETTERS[length - 1]} person is entitled to a card."])


def displaced(length: int) -> str:
    """Return a chain of rules about a person, each displaced by later ones."""
    chain = ["A person who is resident is entitled to a card."]
    for place in range(2, length + 1):
        cited = "Paragraph 1" if place == 2 else f"Paragraphs 1 to {place - 1}"
        verb = "does" if place == 2 else "do"
        chain.append(
            f"{cited} of this Article {verb} not apply to a person if the number of points is "
            f"more than {place}."
        )
    good = "A grant of 7 euro is paid for a child who is good if the person is a ba person."
    means = (
        "A ba person means any of the following:\n"
        "   1) a person, if paragraph 1 of this Article applies to the person; or\n"
        "   2) a person who is old, if the person is ill."
    )
    return numbered([*chain, good, means])


def of_children(length: int) -> str:
    """Return a chain of amounts about a child, of which a condition of the person asks."""
    chain = ["The ba sum is the child's value plus 1 euro.", "The bb sum is the ba sum."]
    for before, last, name in zip(LETTERS, LETTERS[1:], LETTERS[2:length], strict=False):
        chain.append(f"The {name} sum is the {last} sum plus the {before} sum.")
    end = "A person is entitled to a card, if at least one of the children is a ba child."
    return numbered([*chain, meaning("child", f"the {LETTERS[length - 1]} sum"), end])


def meaning(kind: str, amount: str) -> str:
    """Return what a concept means that asks an amount."""
    quality = "good" if kind == "child" else "old"
    return (
        f"A ba {kind} means any of the following:\n"
        f"   1) a {kind}, if {amount} is more than 8 euro; or\n"
        f"   2) a {kind} who is {quality}, if {amount} is at least 7 euro."
    )


def asked_by_children(length: int) -> str:
    """Return a chain of amounts about a person, of which a condition of a child asks."""
    concept = meaning("person", f"the {LETTERS[length - 1]} amount")
    good = "A grant of 7 euro is paid for a child who is good if the person is a ba person."
    step = "the {last} amount plus the {before} amount"
    return amounts(length, BASE, step, concept) + f"{length + 2}. {good}\n"


GRANT = "The amount due is the {} amount."
BASE = "The ba amount is the income plus 1 euro."
CHAINS = {
    "twice": lambda n: amounts(n, BASE, "the {last} amount plus the {last} amount", GRANT),
    "crossing": lambda n: amounts(n, BASE, "the {last} amount plus the {before} amount", GRANT),
    "rounded": lambda n: amounts(
        n,
        BASE,
        "the {last} amount plus the {before} amount, rounded to the nearest cent",
        GRANT,
    ),
    "table": lambda n: amounts(n, TABLE, "the {last} amount plus the {before} amount", GRANT),
    "above": lambda n: amounts(
        n,
        BASE,
        "the {last} amount plus the {before} amount",
        "A grant of 7 euro is paid for a child who is good if the {} amount is more than 8 "
        "euro.",
    ),
    "members": of_children,
    "asked-by-members": asked_by_children,
    "concepts": concepts,
    "rules": displaced,
}


@pytest.mark.parametrize("kind", CHAINS)
def test_a_chain_is_written_once(kind: str, tmp_path: Path) -> None:
    text = CHAINS[kind]
    more = AMOUNTS + CONCEPTS + SUMS + CHILD
    short, long = (
        len(emit(law(text(length), more), HEADER)["decisions.py"]) for length in (8, 24)
    )

    assert long < 4 * short
    made = law(text(24), more)
    module = package(made, tmp_path)
    for case in FAMILY:
        world = World(made, {"law_day": DAY})
        thing = read_case(made, dict(case))
        assert isinstance(thing, Thing)
        found = module.decide(module.Person.from_dict(dict(case)), law_day=DAY)
        assert found.to_dict() == envelope(world, thing, found.law.digest)
