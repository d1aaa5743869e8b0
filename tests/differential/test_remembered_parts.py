"""What a package remembers of one case is right for others, however it is arranged.

Parts of reasoning trees are remembered by the values that they rest on (`engine.blocks`). Many
cases of one law meet the same values; with other limits other parts stand together.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from random import Random

import pytest
from kz_amnesty_2025 import Person, decisions, facts
from kz_amnesty_2025.facts import USUAL_DAYS
from tests import small_law as small
from tests.differential import laws
from tests.differential.law_cases import Case
from tests.differential.law_crossings import crossed
from tests.differential.test_python_backend import check, same
from tests.emitted import package
from tests.exam.persons import random_persons
from tests.sampling import some

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.runtime.engine import blocks, run, statements
from lawc.runtime.engine import nodes as made_nodes

LIMITS = [1, 30, 5_000, 10**12]


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("seed", range(some(40)))
def test_many_cases_of_one_law(
    seed: int, limit: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "LIMIT", limit)
    monkeypatch.setattr(blocks, "_WORTH", 1 + seed % 2)
    monkeypatch.setattr(blocks, "_WITHIN", 30 if seed % 2 else limit)
    monkeypatch.setattr(statements, "_MANY", seed % 4)
    monkeypatch.setattr(made_nodes, "_INLINE", 0 if seed % 5 == 0 else 150)
    monkeypatch.setattr(blocks, "_ROOM", 3 if seed % 3 == 0 else 10_000)
    many_cases(seed, 40, tmp_path)


# Of the parts of a list, the truth of one stood in a block, and its node did not.
@pytest.mark.parametrize("seed", [101748, 101917, 102680, 103960])
def test_cases_of_laws_that_once_ended_in_an_error(seed: int, tmp_path: Path) -> None:
    many_cases(seed, 10, tmp_path)


def many_cases(seed: int, number: int, tmp_path: Path) -> None:
    """Check many cases of a law: with what the members of a list share, or with tangles."""
    rng = Random(seed)  # noqa: S311 - to be replayed
    law = laws.law(rng, excluding=seed % 4 < 2)
    if seed % 2 == 0:
        law = crossed(law, rng)
    module = package(law, tmp_path)
    module.decisions.ENGINE.compile()
    for _ in range(number):
        check(law, module, rng)


# The truth of the second is found in another block than the node that tells of it.
@pytest.mark.parametrize("children", range(4))
def test_members_of_a_list_are_asked_about_the_list(children: int, tmp_path: Path) -> None:
    one = ir.Some(1, "child", small.VETERAN)
    within = ir.Some(1, "child", ir.All((one, small.VETERAN)))
    first, second = small.rule("art_1", one, "released"), small.rule("art_2", within, "reduced")
    law = small.deciding(first, second)
    module = package(law, tmp_path)
    module.decisions.ENGINE.compile()

    for veteran in (True, False, None):
        case: Case = {"veteran": veteran, "children": [{}] * children, "offences": [{}]}
        same(law, module, case, {})


def test_a_value_that_the_law_says_may_be_supplied_in_a_formula(tmp_path: Path) -> None:
    base = ir.QuantityDefinition("base", "person", Basic.COUNT, small.literal(100), "art_2", "")
    more = ir.Total((ir.Quantity("base"), ir.Fact("person", "visits")))
    law = small.law(
        [small.rule("art_1", small.TORTURE, more)],
        decisions=(small.decision(Basic.COUNT),),
        quantities=(base,),
    )
    module = package(law, tmp_path)
    module.decisions.ENGINE.compile()

    for supplied, visits in product((None, 7), (None, 2)):
        case: Case = {"base": supplied, "visits": visits, "offences": [{"torture": True}]}
        same(law, module, case, {})


@pytest.mark.slow
def test_trees_are_the_same_whether_functions_are_made_of_a_law_or_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(run, "EXPLANATIONS", 10**9)
    fresh, made = (run.Engine(decisions.__spec__, facts, "", {}, {}) for _ in range(2))
    made.compile()
    for case in random_persons(7, 3_000):
        person = Person.from_dict(case)
        assert made.explain(person, USUAL_DAYS) == fresh.explain(person, USUAL_DAYS)
