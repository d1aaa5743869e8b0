"""The wheel: it holds all that a statute is compiled with, and works where nothing else is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
DATA = (".lark", ".j2", ".json", ".css", ".md", ".vocabulary")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy, so that nothing is left beside the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in ("compiler", "grammar", "statutes/guide"):
        shutil.copytree(ROOT / name, source / name)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source / name)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True)  # noqa: S603
    (made,) = folder.glob("*.whl")
    return made


@pytest.mark.slow
def test_the_wheel_holds_what_statutes_are_compiled_with(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    code = {
        f"lawc/{path.relative_to(ROOT / 'compiler/lawc').as_posix()}"
        for path in (ROOT / "compiler/lawc").rglob("*")
        if path.suffix in (".py", *DATA)
    }
    grammar = {f"lawc/grammar/{path.name}" for path in (ROOT / "grammar").glob("*.*")}

    assert code | grammar <= names
    assert "lawc/backends/documents/words/en.json" in names
    assert "lawc/backends/documents/explanation.schema.json" in names
    assert "lawc/compare/rendering/comparison.schema.json" in names
    assert "lawc/diagnostics/pages/L101.md" in names
    assert "lawc/guide/index.md" in names
    assert "lawc/py.typed" in names
    assert not [one for one in names if "__pycache__" in one or "statutes" in one]


@pytest.mark.slow
def test_the_wheel_compiles_a_statute_where_nothing_else_is(
    wheel: Path, tmp_path: Path
) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    binaries = tmp_path / "env/bin"
    shutil.copytree(ROOT / "statutes", tmp_path / "statutes")
    alone = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}

    def called(*command: str | Path) -> str:
        done = subprocess.run(  # noqa: S603 - our own program
            command, cwd=tmp_path, env=alone, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    called(binaries / "pip", "install", "-q", "--disable-pip-version-check", wheel)
    act = "statutes/kz/amnesty-2025"
    built = called(binaries / "lawc", "build")

    assert "wrote generated/kz_amnesty_2025" in built
    assert "up to date" in called(binaries / "lawc", "build", "--check")
    assert "offences[0]" in called(binaries / "lawc", "why", act, f"{act}/example.json")
    assert "L201" in called(binaries / "lawc", "explain", "L201")
    assert "as expected" in called(binaries / "lawc", "test")
    imported = "from kz_amnesty_2025 import Person, decide; print(decide(Person()).to_dict())"
    alone["PYTHONPATH"] = str(tmp_path / "generated")
    assert "offences" in called(binaries / "python", "-c", imported)
