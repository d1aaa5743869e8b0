"""`.pre-commit-hooks.yaml`: hooks that pre-commit takes, and that work in a repository."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from tests.commands.repository import (
    CONDITION,
    TEXT,
    WIDER,
    edit,
    git,
    repository,
)
from tests.commands.running import run

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS = yaml.safe_load(MANIFEST.read_text("utf-8"))


def test_the_hook_that_needs_the_solver_asks_for_what_the_extra_does() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needs = {one["id"]: one.get("additional_dependencies", []) for one in HOOKS}

    assert needs.pop("lawc-diff") == project["optional-dependencies"]["smt"]
    assert not any(needs.values())


def test_every_hook_calls_a_command_that_takes_its_arguments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository(tmp_path))
    assert run("build").exit_code == 0

    for hook in HOOKS:
        _, *command = hook["entry"].split()
        result = run(*command, *hook.get("args", ()))
        assert result.exit_code == 0, (hook["id"], result.output)


@pytest.mark.slow
def test_the_hooks_run_before_a_commit(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    place = repository(tmp_path / "project")
    local = [{**one, "language": "system"} for one in HOOKS]
    for one in local:  # what is installed here, so that nothing is fetched
        one.pop("additional_dependencies", None)
    config = {"repos": [{"repo": "local", "hooks": local}]}
    (place / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    lawc = tmp_path / "bin/lawc"
    lawc.parent.mkdir()
    lawc.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lawc "$@"\n')
    lawc.chmod(0o755)
    environment = {
        "PATH": f"{lawc.parent}:{os.environ['PATH']}",
        "PYTHONPATH": ":".join(sys.path),
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
    }

    def called(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(  # noqa: S603 - our own arguments
            [sys.executable, "-m", "pre_commit", *arguments],
            cwd=place,
            env={**os.environ, **environment},
            capture_output=True,
            check=False,
            text=True,
        )
        return done.returncode, done.stdout + done.stderr

    assert called("validate-manifest", str(MANIFEST)) == (0, "")
    called("install")
    subprocess.run([lawc, "build"], cwd=place, env={**os.environ, **environment}, check=True)  # noqa: S603
    git("add", "-A", at=place)
    git("commit", "-q", "-m", "hooks", at=place, **environment)

    edit(place / TEXT, CONDITION, WIDER)
    git("add", "-A", at=place)
    code, said = called("run")
    assert code == 1  # the package is stale
    assert "town/library: wider" in said
    failed = [line for line in said.splitlines() if line.endswith("Failed")]
    assert [line.partition("...")[0] for line in failed] == ["lawc build --check"]
