"""Emitted packages as text: the same bytes anywhere, typed, formatted, and safe."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.differential import law_cases, laws
from tests.emitted import HEADER, package, write

from lawc.backends.python.emit import emit
from lawc.backends.python.plan import Plan
from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.meaning.results import envelope
from lawc.meaning.world import World

ROOT = Path(__file__).parents[3]
_DIGEST = """
import hashlib, pickle, sys
from lawc.backends.python.emit import Header, emit
files = emit(pickle.load(sys.stdin.buffer), Header("0.0.0", "a/law/en.law"))
print(hashlib.sha256(repr(list(files.items())).encode()).hexdigest())
"""


def random_law(seed: int, *, hostile: bool = False) -> ir.Law:
    return laws.law(Random(seed), hostile=hostile)  # noqa: S311 - to be replayed


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_the_bytes_do_not_depend_on_the_order_of_hashes(hash_seed: str) -> None:
    law = random_law(7)
    here = hashlib.sha256(repr(list(emit(law, HEADER).items())).encode()).hexdigest()
    environment = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "PYTHONPATH": str(ROOT / "compiler"),
    }

    made = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _DIGEST],
        input=pickle.dumps(law),
        capture_output=True,
        check=True,
        env=environment,
    )

    assert made.stdout.decode().strip() == here


@pytest.mark.parametrize("seed", range(5))
def test_hostile_text_stays_text(seed: int, tmp_path: Path) -> None:
    law = random_law(seed, hostile=True)

    module = package(law, tmp_path)

    assert module.decide(module.Person()).to_dict() is not None
    for text in emit(law, HEADER).values():
        assert all(char == "\n" or char.isprintable() for char in text)


@pytest.mark.slow
def test_packages_are_formatted(tmp_path: Path) -> None:
    for seed in range(12):
        write(random_law(seed, hostile=seed % 3 == 0), tmp_path / f"law_{seed}")
    formatter = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length", "96"]

    formatted = subprocess.run(  # noqa: S603 - our own tools
        [*formatter, "--diff", str(tmp_path)], capture_output=True, text=True, check=False
    )

    assert formatted.returncode == 0, formatted.stdout


def test_a_day_that_is_no_day_is_refused(tmp_path: Path) -> None:
    module = package(random_law(1), tmp_path)

    with pytest.raises(TypeError, match="effective_day: not a date"):
        module.decide(module.Person(), effective_day="2025-07-05")


# names that generated functions use themselves
NAMES = {
    "person": "made",
    "offence": "place",
    "child": "engine",
    "effective_day": "doubt",
    "law_day": "bits",
    "offence_truth": "case",
    "concept_0": "members",
}


def renamed(part: Any) -> Any:
    if isinstance(part, str):
        return NAMES.get(part, part)
    if type(part) is tuple:
        return tuple(map(renamed, part))
    if not is_dataclass(part):
        return part
    parts = {one.name: renamed(getattr(part, one.name)) for one in fields(part)}
    return replace(part, **parts)  # type: ignore[type-var]


@pytest.mark.parametrize("seed", range(8))
def test_no_name_of_a_law_meets_one_of_the_package(seed: int, tmp_path: Path) -> None:
    law: ir.Law = renamed(random_law(seed))
    module = package(law, tmp_path)
    rng = Random(seed)  # noqa: S311 - to be replayed

    for _ in range(5):
        case, days = law_cases.case(law, rng), law_cases.days(law, rng)
        thing = read_case(law, case)
        assert isinstance(thing, Thing)
        named = {Plan(law).parameters[key]: day for key, day in days.items()}
        made = module.decide(module.Made.from_dict(case, established=True), **named)
        assert made.to_dict() == envelope(World(law, days), thing, made.law.digest)
