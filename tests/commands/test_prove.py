"""`lawc check --prove`: what is said, and what is said where there is no solver."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.commands.repository import ACT, TEXT, edit, statutes
from tests.commands.running import run

STATUTES = Path(__file__).parents[2] / "statutes"
FAULT = ("lives in the town is", "lives in the town and who does not live in the town is")
_WITHOUT = """
import sys
sys.modules["z3"] = None
sys.argv = ["lawc", "check", "--prove", sys.argv[1]]
from lawc.__main__ import run
run()
"""


def test_without_a_solver_it_is_said_what_to_install() -> None:
    command = [sys.executable, "-c", _WITHOUT, str(STATUTES / "example" / "family-allowance")]
    made = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours

    assert made.returncode == 2
    assert "pip install 'lawc[smt]'" in made.stderr


def test_nothing_found_ends_with_zero() -> None:
    pytest.importorskip("z3")

    made = run("check", "--prove", STATUTES / "example" / "family-allowance")

    assert (made.exit_code, made.stderr) == (0, "")


def test_an_example_is_data_that_decide_takes(tmp_path: Path) -> None:
    pytest.importorskip("z3")
    folder = tmp_path / "example" / "family-allowance"
    folder.mkdir(parents=True)
    text = (STATUTES / "example" / "family-allowance" / "en.law").read_text("utf-8")
    before, exception, after = text.partition("household receives a family\n")
    after = after.partition("\n\n")[2]
    assert exception
    (folder / "en.law").write_text(
        f"{before}household lives in the country.\n\n{after}", "utf-8"
    )
    words = (STATUTES / "example" / "family.vocabulary").read_text("utf-8")
    (folder.parent / "family.vocabulary").write_text(words, "utf-8")

    made = run("check", "--prove", "--format", "json", folder)

    one, _ = json.loads(made.stdout)["problems"]  # and the amount that it would entitle to
    assert one["code"] == "L602"
    assert one["example"] == {
        "case": {"lives_in_the_country": True, "children": [{"disabled": True}]},
        "days": {},
        "plausible": True,
    }
    (tmp_path / "case.json").write_text(json.dumps(one["example"]["case"]), "utf-8")
    days = ["--set", "payment_day=2025-01-01", "--set", "law_day=2025-01-01"]
    given = run("why", folder, tmp_path / "case.json", *days)
    assert given.exit_code == 0, given.stderr


def test_a_finding_ends_with_one(tmp_path: Path) -> None:
    pytest.importorskip("z3")
    edit(statutes(tmp_path) / TEXT, *FAULT)

    made = run("check", "--prove", tmp_path / ACT)

    assert made.exit_code == 1
    assert "L602" in made.output
