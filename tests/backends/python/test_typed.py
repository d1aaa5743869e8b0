"""Packages as checkers of types see them: sound in themselves, and typed for who uses them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest
from tests.differential import laws
from tests.differential.law_crossings import crossed
from tests.emitted import write
from tests.written_law import law

from lawc.ir import nodes as ir

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]
STATUTES = sorted(path.parent for path in (ROOT / "generated").glob("*/__init__.py"))
PLACES = (ROOT / "compiler", ROOT / "generated")
PYRIGHT = pytest.mark.skipif(find_spec("pyright") is None, reason="pyright is not installed")
Check = Callable[..., "subprocess.CompletedProcess[str]"]
CONSUMER = """\
from datetime import date

from kz_amnesty_2025 import PROVISIONS, Offence, Person, decide, explain, trace

person = Person(date_of_birth=date(1980, 1, 1), offences=(Offence(),))
decision = decide(person, effective_day=date(2025, 7, 5))
reveal_type(decision)
for offence in decision.offences or ():
    reveal_type(offence.outcome)
    reveal_type(offence.days_off)
    reveal_type(offence.answers["outcome"].provisions)
    reveal_type(offence.needed)
reveal_type(person.sex)
reveal_type(Person.from_dict({}).date_of_birth)
reveal_type(explain(person))
reveal_type(trace(person))
reveal_type(PROVISIONS["8"](Offence(), person))
"""
REVEALED = [
    "Decision",
    "Outcome | None",
    "int | None",
    "tuple[str, ...]",
    "tuple[str, ...]",
    "Sex | None",
    "date | None",
    "Explanations",
    "Trace",
    "bool | None",
]


def mypy(folder: Path, *places: Path) -> subprocess.CompletedProcess[str]:
    """Return what `mypy --strict` says of files or packages."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull]
    return checked([*command, *map(str, places)], folder)


def pyright(folder: Path, *places: Path) -> subprocess.CompletedProcess[str]:
    """Return what `pyright` says of files or packages."""
    paths = ", ".join(f'"{place}"' for place in PLACES)
    text = f'{{"extraPaths": [{paths}], "typeCheckingMode": "standard"}}'
    (folder / "pyrightconfig.json").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable]
    return checked([*command, *map(str, places)], folder)


CHECKERS = [pytest.param(mypy, id="mypy"), pytest.param(pyright, id="pyright", marks=PYRIGHT)]


def checked(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "MYPYPATH": os.pathsep.join(map(str, PLACES)),
        "MYPY_CACHE_DIR": str(folder.parent / "mypy"),  # of all tests of this process
    }
    return subprocess.run(  # noqa: S603 - our own tools
        command, cwd=folder, capture_output=True, text=True, check=False, env=environment
    )


def written(act: ir.Law, folder: Path, name: str) -> Path:
    """Write the package of a law under a name of its own."""
    return write(act, folder / f"of_{name}").rename(folder / name)


def random_packages(folder: Path) -> Iterator[Path]:
    for seed in range(24):
        rng = Random(seed)  # noqa: S311 - to be replayed
        act = laws.law(rng, hostile=seed % 3 == 0, excluding=seed % 4 == 0)
        yield written(crossed(act, rng) if seed % 2 else act, folder, f"package_{seed}")


@pytest.mark.parametrize("check", CHECKERS)
def test_the_packages_of_the_statutes_pass(check: Check, tmp_path: Path) -> None:
    result = check(tmp_path, *STATUTES)

    assert len(STATUTES) > 1
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("check", CHECKERS)
def test_packages_of_random_laws_pass(check: Check, tmp_path: Path) -> None:
    result = check(tmp_path, *random_packages(tmp_path))

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("check", CHECKERS)
def test_who_uses_a_package_sees_its_types(check: Check, tmp_path: Path) -> None:
    consumer = tmp_path / "consumer.py"
    consumer.write_text(CONSUMER, encoding="utf-8")

    result = check(tmp_path, consumer)

    assert result.returncode == 0, result.stdout
    assert revealed(result.stdout) == REVEALED


@pytest.mark.parametrize("check", CHECKERS)
def test_the_example_of_the_readme_passes(check: Check, tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(from kz_amnesty_2025.*?)```", readme, re.DOTALL)
    consumer = tmp_path / "consumer.py"
    consumer.write_text(example, encoding="utf-8")

    result = check(tmp_path, consumer)

    assert result.returncode == 0, result.stdout


def revealed(output: str) -> list[str]:
    """Return the types that a checker says, without the modules that they are from."""
    types = re.findall(r'(?:Revealed type is|Type of ".*" is) "([^"]*)"', output)
    return [re.sub(r"\b(?:\w+\.)+(?=\w)", "", type_) for type_ in types]


@pytest.mark.parametrize("check", CHECKERS)
def test_a_wrong_use_is_told(check: Check, tmp_path: Path) -> None:
    written(law("1. A person is entitled to a card if the person is old."), tmp_path, "act")
    consumer = tmp_path / "consumer.py"
    text = 'from act import Person, decide\n\ndecide(Person(old="yes")).card.upper()\n'
    consumer.write_text(text, encoding="utf-8")

    result = check(tmp_path, consumer)

    assert result.returncode == 1
    assert '"old"' in result.stdout
    assert '"upper"' in result.stdout
