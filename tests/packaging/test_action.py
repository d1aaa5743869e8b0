"""`action.yml`: its steps, run in a repository as GitHub runs them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.commands.repository import (
    CONDITION,
    HEADING,
    TEXT,
    WIDER,
    WORDING,
    committed,
    edit,
    git,
    repository,
)

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = [one for one in ACTION["runs"]["steps"] if "run" in one]
OURS = [one for one in STEPS if "pip install" not in one["run"]]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The checkout of a branch by a service: its last commit, in which an act became wider."""
    origin = repository(tmp_path / "origin")
    git("config", "uploadpack.allowAnySHA1InWant", "true", at=origin)
    git("checkout", "-q", "-b", "change", at=origin)
    edit(origin / TEXT, CONDITION, WIDER)
    committed(origin)
    url = origin.as_uri()
    git("clone", "-q", "--depth=1", "--branch=change", url, "work", at=tmp_path)
    binaries = tmp_path / "bin"
    binaries.mkdir()
    for name, command in (("lawc", "-m lawc"), ("python", "")):
        (binaries / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {command} "$@"\n')
        (binaries / name).chmod(0o755)
    return tmp_path / "work"


def run(work: Path, event: dict[str, str] | None = None, **inputs: str) -> tuple[int, str, Any]:
    """Run the steps; return the exit code, the summary, and the outputs of all steps."""
    known = {f"inputs.{key}": one["default"] for key, one in ACTION["inputs"].items()}
    known |= {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
    known |= {"github.event.pull_request.base.sha": "", "github.event.before": ""}
    known |= {f"github.event.{key}": value for key, value in (event or {}).items()}
    summary, outputs = work.parent / "summary.md", work.parent / "outputs"
    found: dict[str, str] = {}
    code = 0
    for step in OURS:
        outputs.write_text("")
        given = {key: evaluated(value, known) for key, value in step["env"].items()}
        done = subprocess.run(  # noqa: S603 - our own script
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],  # noqa: S607
            cwd=work,
            env={
                **os.environ,
                **given,
                "PATH": f"{work.parent / 'bin'}:{os.environ['PATH']}",
                "PYTHONPATH": ":".join(sys.path),
                "GITHUB_STEP_SUMMARY": str(summary),
                "GITHUB_OUTPUT": str(outputs),
            },
            capture_output=True,
            check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        made = read_outputs(outputs.read_text("utf-8"))
        found |= made
        known |= {f"steps.{step['id']}.outputs.{key}": one for key, one in made.items()}
        code = done.returncode
        if code:
            break
    return code, summary.read_text("utf-8") if summary.exists() else "", found


def evaluated(text: str, known: dict[str, str]) -> str:
    """Return a value of the action with its expressions replaced by what they name."""
    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda found: known[found.group(1)], text)


def read_outputs(text: str) -> dict[str, str]:
    """Return what a step wrote for others: `key=value`, or lines between two marks."""
    lines = iter(text.splitlines())
    found = {}
    for line in lines:
        key, mark, end = line.partition("<<")
        if mark:
            found[key] = "\n".join(iter(lambda: next(lines), end))
        else:
            key, _, found[key] = line.partition("=")
    return found


def test_nothing_that_is_given_becomes_a_command() -> None:
    assert [one["name"] for one in STEPS if "${{" in one["run"]] == []
    assert [one for one in ACTION["runs"]["steps"] if one.get("shell", "bash") != "bash"] == []


def test_every_input_is_used_and_every_output_is_made() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")

    assert set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", text)) == set(ACTION["inputs"])
    for name in ACTION["outputs"]:
        assert f"steps.diff.outputs.{name}" in text


@pytest.mark.parametrize("against", ["main", "origin/main"])
def test_a_change_is_summed_up_and_its_level_told(checkout: Path, against: str) -> None:
    code, summary, outputs = run(checkout, against=against)

    assert (code, outputs["level"], outputs["step"]) == (0, "wider", "minor")
    assert "**wider** — some are decided better, no one worse." in summary


def test_a_pull_request_is_compared_with_what_it_is_merged_into(checkout: Path) -> None:
    base = git("rev-parse", "main", at=checkout.parent / "origin").strip()
    event = {"pull_request.base.sha": base}
    code, _, outputs = run(checkout, event, fail_on="wider", format="sarif")

    assert (code, outputs["level"], outputs["report"]) == (1, "wider", "lawc-diff.sarif")
    assert json.loads((checkout / "lawc-diff.sarif").read_text())["version"] == "2.1.0"


def test_a_push_is_compared_with_what_was_before(checkout: Path) -> None:
    before = git("rev-parse", "HEAD", at=checkout).strip()
    edit(checkout / TEXT, HEADING, WORDING)
    committed(checkout)
    path = "out/a report.xml"
    code, _, outputs = run(checkout, {"before": before}, format="junit", out=path)

    assert (code, outputs["level"], outputs["step"]) == (0, "wording", "patch")
    assert (checkout / path).read_text().startswith("<?xml")


def test_nothing_changed_is_told(checkout: Path) -> None:
    code, summary, outputs = run(checkout, against="HEAD", path="\nstatutes/town\n")

    assert (code, outputs["level"], outputs["step"]) == (0, "none", "none")
    assert "nothing changed" in summary


@pytest.mark.parametrize(
    ("event", "inputs"),
    [
        ({}, {}),
        ({"before": "0" * 40}, {}),
        ({}, {"against": "--upload-pack=x"}),
        ({}, {"against": "origin/--upload-pack=touch made;git-upload-pack"}),
        ({}, {"against": "main\n--upload-pack=x"}),
        ({}, {"against": "gone:main"}),
        ({}, {"against": "HEAD", "format": "pdf"}),
        ({}, {"against": "HEAD", "path": "gone"}),
        ({}, {"against": "HEAD", "path": "$(touch made)"}),
        ({}, {"against": "HEAD", "approvals": "; touch made"}),
        ({}, {"against": "HEAD", "fail_on": "`touch made`"}),
    ],
)
def test_what_cannot_be_compared_fails(
    checkout: Path, event: dict[str, str], inputs: dict[str, str]
) -> None:
    code, summary, outputs = run(checkout, event, **inputs)

    assert (code, summary, "level" in outputs) == (2, "", False)
    assert not (checkout / "made").exists()
