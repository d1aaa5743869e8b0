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


# --- what another act forbids ---------------------------------------------------------------

FORBIDS = """\
THE CARDS CODE

Article 1. What acts on cards may not grant

An act on cards does not apply to a person who attends a school of the town.
"""
GRANTS = """\
CARDS

Article 1. Cards

1. A person who lives in the town is entitled to a card.
2. A person who attends a school of the town is entitled to a card.
"""


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two acts of one jurisdiction: one forbids what the other one gives, without terms."""
    pytest.importorskip("z3")
    statutes(tmp_path)
    for name, text in (("code", FORBIDS), ("cards", GRANTS)):
        (tmp_path / f"statutes/town/{name}").mkdir()
        (tmp_path / f"statutes/town/{name}/en.law").write_text(text, "utf-8")
    return tmp_path / "statutes/town"


def test_an_act_is_bound_by_the_acts_beside_it(two: Path) -> None:
    made = run("check", "--prove", two / "cards")

    assert made.exit_code == 1
    assert (
        "this and one more provision decide `card` as `THE CARDS CODE, 1` forbids"
        in made.stdout + made.stderr
    )


def test_an_act_is_not_bound_by_what_it_does_not_give(two: Path) -> None:
    edit(two / "cards/en.law", "is entitled to a card", "is admitted to the reading room")

    assert run("check", "--prove", two / "cards").exit_code == 0


def test_what_an_act_with_errors_forbids_is_not_settled(two: Path) -> None:
    edit(two / "code/en.law", "attends a school", "attends a shcool")

    made = run("check", "--prove", two / "cards")

    assert made.exit_code == 1
    assert "not settled: whether this gives what `code` forbids" in made.stdout + made.stderr


def test_the_limit_of_the_solver_is_a_number_of_steps(two: Path) -> None:
    assert run("check", "--prove", "--limit", "0", two / "cards").exit_code == 2
    assert run("check", "--prove", "--limit", "1", two / "cards").exit_code == 1
