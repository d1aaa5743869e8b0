"""Every plan is right: each slot rests on slots that are filled before it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from tests import small_law as small
from tests.differential import laws
from tests.differential.law_crossings import crossed
from tests.sampling import some

from lawc.ir import nodes as ir
from lawc.plan.build import plan_of
from lawc.plan.slots import KindPlan, Op, Slot
from lawc.plan.verify import verify


@given(laws.seeds)
@settings(max_examples=some(40), deadline=None)
def test_the_plan_of_a_law_is_right(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - to be replayed
    law = crossed(laws.law(rng), rng)

    assert verify(law, plan_of(law)) == []


def test_a_slot_that_rests_on_a_later_one_is_told() -> None:
    law = small.deciding(small.rule("art_1", ir.Not(small.TORTURE), "released"))
    plan = plan_of(law)
    of = plan.kinds["offence"]
    wrong = KindPlan(of.key, (Slot(Op.NOT, (1,)), *of.slots[1:]), of.phases, of.nothing)

    problems = verify(law, replace(plan, kinds={**plan.kinds, "offence": wrong}))
    assert problems == ["offence: slot 0: it rests on 1, which comes later"]
