"""The checked form as JSON: the same law again."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from tests.differential import laws
from tests.differential.law_crossings import crossed
from tests.sampling import some

from lawc.ir.data import law_as_json, law_from_json
from lawc.pipeline import compile_path

STATUTES = Path(__file__).parents[2] / "statutes"


@given(laws.seeds)
@settings(max_examples=some(60))
def test_random_laws_are_read_as_they_were_written(seed: int) -> None:
    rng = Random(seed)  # noqa: S311
    law = crossed(laws.law(rng), rng)

    assert law_from_json(law_as_json(law)) == law


@pytest.mark.parametrize("act", ["kz/amnesty-2025", "kz/criminal-code"])
def test_acts_are_read_with_what_stands_beside_their_meaning(act: str) -> None:
    law = compile_path(STATUTES / act).law
    assert law is not None

    again = law_from_json(law_as_json(law))

    assert (again, again.names, again.entry, again.units) == (
        law, law.names, law.entry, law.units,
    )  # fmt: skip


def test_a_rule_has_a_line_of_its_own() -> None:
    law = compile_path(STATUTES / "kz/amnesty-2025").law
    assert law is not None

    assert law_as_json(law).count('\n  ["Rule", ') == len(law.rules)
