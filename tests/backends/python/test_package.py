"""Emitted packages as text: the same bytes anywhere, typed, formatted, and safe."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from tests.differential import laws
from tests.emitted import HEADER, package, write

from lawc.backends.python.emit import emit
from lawc.ir import nodes as ir

ROOT = Path(__file__).parents[3]
_DIGEST = """
import hashlib, pickle, sys
from lawc.backends.python.emit import Header, emit
files = emit(pickle.load(sys.stdin.buffer), Header("0.0.0", "a/law/en.law", "0" * 64))
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
def test_packages_are_formatted_and_typed(tmp_path: Path) -> None:
    for seed in range(12):
        made = write(random_law(seed, hostile=seed % 3 == 0), tmp_path / f"law_{seed}")
        made.rename(tmp_path / f"law_{seed}" / f"package_{seed}")
    formatter = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length", "96"]
    checker = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull]
    places = [str(tmp_path / f"law_{seed}" / f"package_{seed}") for seed in range(12)]
    environment = {**os.environ, "MYPYPATH": str(ROOT / "compiler")}

    formatted = subprocess.run(  # noqa: S603 - our own tools
        [*formatter, "--diff", str(tmp_path)], capture_output=True, text=True, check=False
    )
    typed = subprocess.run(  # noqa: S603 - our own tools
        [*checker, *places], capture_output=True, text=True, check=False, env=environment
    )

    assert formatted.returncode == 0, formatted.stdout
    assert typed.returncode == 0, typed.stdout
