"""Packages that `pip` installs: with the runtime inside, where no lawc is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.commands.running import ROOT, run

CONSUMER = """\
from datetime import date

from example_family_allowance import FactError, Household, decide

household = Household.from_dict({"income": "0", "children": [{}]})
decision = decide(household, payment_day=date(2025, 7, 1))
print(decision.answers["allowance"].status)
try:
    Household.from_dict({"incom": 1})
except FactError as error:
    print(error.path)
"""
BOTH = """\
import sys
import example_family_allowance as one
import kz_amnesty_2025 as other

one.decide(one.Household())
other.decide(other.Person())
assert one.FactError is not other.FactError
assert not [name for name in sys.modules if name.partition(".")[0] == "lawc"]
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory of a test: it holds a copy of the example act."""
    shutil.copytree(ROOT / "statutes/example", tmp_path / "statutes/example")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def projects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The projects of two acts."""
    monkeypatch.chdir(tmp_path)
    for act in ("example/family-allowance", "kz/amnesty-2025"):
        done = run("build", "--package", "out", "--release", "1.4.2", ROOT / "statutes" / act)
        assert done.exit_code == 0, done.output
    return tmp_path / "out"


def test_a_project_names_its_package_and_version(projects: Path) -> None:
    project = tomllib.loads((projects / "kz-amnesty-2025/pyproject.toml").read_text())

    assert project["project"]["name"] == "kz-amnesty-2025"
    assert project["project"]["version"] == "1.4.2"
    assert project["project"]["dependencies"] == []


def test_no_module_of_a_project_imports_the_compiler_but_for_frames(projects: Path) -> None:
    importing = {
        path.name
        for path in projects.rglob("*.py")
        if any(mark in path.read_text("utf-8") for mark in ("from lawc", "import lawc"))
    }

    assert importing == {"frames.py"}


def test_the_page_of_a_project_has_the_questions_and_the_digest(projects: Path) -> None:
    page = (projects / "example-family-allowance/README.md").read_text("utf-8")

    assert "sha256:" in page
    assert "| `income` | " in page


def test_a_package_without_a_version_is_refused(place: Path) -> None:
    done = run("build", "--package", "out")

    assert done.exit_code == 2
    assert "--release 1.4.2" in done.output
    assert not (place / "out").exists()


def test_the_version_is_that_of_the_project_of_the_statutes(place: Path) -> None:
    (place / "pyproject.toml").write_text('[project]\nname = "laws"\nversion = "0.3.1"\n')

    done = run("build", "--package", "out")

    assert done.exit_code == 0
    text = (place / "out/example-family-allowance/pyproject.toml").read_text()
    assert 'version = "0.3.1"' in text


def test_what_lawc_did_not_write_is_not_overwritten(place: Path) -> None:
    other = place / "out/example-family-allowance/pyproject.toml"
    other.parent.mkdir(parents=True)
    other.write_text("mine")

    done = run("build", "--package", "out", "--release", "1.0")

    assert done.exit_code == 2
    assert "move it away first" in done.output
    assert other.read_text() == "mine"


def test_wheels_that_were_built_stay(projects: Path) -> None:
    wheel = projects / "kz-amnesty-2025/dist/some.whl"
    wheel.parent.mkdir()
    wheel.touch()

    done = run(
        "build", "--package", "out", "--release", "1.5.0", ROOT / "statutes/kz/amnesty-2025"
    )

    assert done.exit_code == 0
    assert wheel.exists()


def test_a_package_of_another_form_is_refused_when_imported(
    projects: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = projects / "example-family-allowance/src"
    form = source / "example_family_allowance/_runtime/packages.py"
    form.write_text(form.read_text().replace("FORM = ", "FORM = 90"))
    monkeypatch.setenv("PYTHONPATH", str(source))

    done = subprocess.run(
        [sys.executable, "-c", "import example_family_allowance"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "ImportError: `example_family_allowance` was written by lawc" in done.stderr


def _wheel(project: Path, out: Path) -> Path:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(out)]
    dated = {**os.environ, "SOURCE_DATE_EPOCH": "1751673600"}
    subprocess.run([*command, str(project)], check=True, capture_output=True, env=dated)  # noqa: S603
    (made,) = out.glob("*.whl")
    return made


@pytest.mark.slow
def test_a_wheel_built_twice_has_the_same_bytes(projects: Path, tmp_path: Path) -> None:
    first = _wheel(projects / "example-family-allowance", tmp_path / "first")
    copied = shutil.copytree(projects / "example-family-allowance", tmp_path / "copy")
    for path in copied.rglob("*"):
        os.utime(path, (0, 10**9))

    second = _wheel(copied, tmp_path / "second")

    assert first.read_bytes() == second.read_bytes()
    names = set(ZipFile(first).namelist())
    schemas = {
        f"example_family_allowance/{name}.schema.json"
        for name in ("facts", "decision", "explanation")
    }
    assert schemas | {"example_family_allowance/py.typed"} <= names
    assert not [name for name in names if name.endswith((".md", ".html"))]


@pytest.mark.slow
def test_consumers_run_and_type_check_where_no_lawc_is(projects: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env/bin/python"
    alone = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}

    def called(*command: str | Path) -> str:
        done = subprocess.run(  # noqa: S603 - our own programs
            command, cwd=tmp_path, env=alone, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    wheels = [_wheel(project, tmp_path / project.name) for project in projects.iterdir()]
    install = (python, "-m", "pip", "install", "-q", "--no-index", "--no-deps")
    called(*install, "--disable-pip-version-check", *wheels)
    (tmp_path / "consumer.py").write_text(CONSUMER)
    (tmp_path / "both.py").write_text(BOTH)

    assert called(python, "consumer.py") == "open\nincom\n"
    called(python, "both.py")
    checked = (sys.executable, "-m", "mypy", "--strict", "--python-executable", python)
    assert "no issues" in called(*checked, "--config-file", os.devnull, "consumer.py")
