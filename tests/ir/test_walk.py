"""Walking expressions: what is inside, and the same with each part changed."""

from __future__ import annotations

from random import Random

import pytest
from tests.differential import laws

from lawc.backends.smt.provisions import every_part
from lawc.ir.walk import children, rebuilt


@pytest.mark.parametrize("seed", range(10))
def test_nothing_changed_is_the_same(seed: int) -> None:
    for part in every_part(laws.law(Random(seed))):  # noqa: S311 - to be replayed
        assert rebuilt(part, lambda one: one) == part


@pytest.mark.parametrize("seed", range(10))
def test_each_part_is_changed_once(seed: int) -> None:
    for part in every_part(laws.law(Random(seed))):  # noqa: S311
        seen: list[object] = []
        rebuilt(part, lambda one, seen=seen: (seen.append(one), one)[1])  # type: ignore[misc]
        assert tuple(seen) == children(part)
