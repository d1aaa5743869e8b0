"""Properties of every amount in a reasoning tree, tried on random laws and cases.

| test | in words |
| --- | --- |
| follows | the value of each amount is what its operands make |
| once | what a quantity of a thing is made of is laid out once; nothing else goes |
| row | of a table by rows the row is the one in which the value falls |
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random

import pytest
from tests.differential import law_cases, laws
from tests.differential.law_crossings import crossed
from tests.differential.reckoning import amounts, follows, within
from tests.sampling import some

from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain
from lawc.meaning.read_case import read_case
from lawc.meaning.skeleton import bones
from lawc.meaning.world import World
from lawc.runtime.amounts import Amount, Makes, amounts_once
from lawc.runtime.reasons import Explanation

SEEDS = range(some(800))


def explained(seeds: range) -> Iterator[tuple[ir.Law, Explanation]]:
    """Yield explanations of random cases with their laws."""
    for seed in seeds:
        rng = Random(seed)  # noqa: S311 - to be replayed
        law = laws.law(rng, excluding=seed % 5 == 0)
        law = crossed(law, rng) if seed % 3 == 0 else law
        skeleton = bones(law)
        for _ in range(4):
            thing = read_case(law, law_cases.case(law, rng))
            assert isinstance(thing, Thing)
            world = World(law, law_cases.days(law, rng))
            for explanation in explain(world, thing, skeleton):
                yield law, explanation


@pytest.fixture(scope="module")
def explanations() -> list[tuple[ir.Law, Explanation]]:
    return list(explained(SEEDS))


def test_every_amount_follows_from_its_operands(
    explanations: list[tuple[ir.Law, Explanation]],
) -> None:
    made = set()
    for law, explanation in explanations:
        for amount in amounts(explanation):
            assert follows(amount, month_end_up=bool(law.month_end_up)), amount
            made.add(amount.makes)

    assert made == set(Makes) - {Makes.ELSEWHERE}


def test_a_value_falls_in_the_row_that_is_told(
    explanations: list[tuple[ir.Law, Explanation]],
) -> None:
    rows = [a for _, e in explanations for a in amounts(e) if a.makes is Makes.ROW and a.rows]

    assert rows
    for amount in rows:
        (used,) = amount.rows
        value = Fraction(amount.parts[0].value or 0)
        assert used.row.over is None or value > Fraction(used.row.over)
        assert used.row.up_to is None or value <= Fraction(used.row.up_to)


def test_a_quantity_is_laid_out_once_and_nothing_else_goes(
    explanations: list[tuple[ir.Law, Explanation]],
) -> None:
    several = [
        [gift.amount for gift in ground.gives]
        for _, explanation in explanations
        for ground in explanation.grounds
    ]

    for given in several:
        once = amounts_once(given)
        inside = [one for amount in once if amount for one in within(amount)]
        # A quantity without parts, as no version is in force, has nothing to lay out.
        made = [one for one in inside if one.makes is Makes.QUANTITY and one.parts]
        laid_out = {(one.head.key, one.path): one for one in made}
        assert len(laid_out) == len(made)
        back = [amount and _put_back(amount, laid_out) for amount in once]
        assert back == given


def _put_back(amount: Amount, laid_out: dict[tuple[str, str], Amount]) -> Amount:
    if amount.makes is Makes.ELSEWHERE:
        amount = laid_out[amount.head.key, amount.path]
    parts = tuple(_put_back(part, laid_out) for part in amount.parts)
    return amount._replace(parts=parts)
