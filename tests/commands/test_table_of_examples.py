"""`examples.csv`: a column a fact, a row a case; `lawc test` runs it as it runs the lines."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import Result
from tests.commands.running import ROOT, run

ACT = Path("statutes/example/family-allowance")
HEAD = (
    "name,income,lives_in_the_country,receives_foreign_allowance,children.1.date_of_birth,"
    "children.1.in_education,children.1.disabled,day payment_day,day law_day,"
    "expect entitled,expect allowance"
)
ROW = "one child,0,yes,no,2015-03-10,no,no,2025-07-01,2025-07-01,yes,47.44"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "statutes/example", "statutes/example")
    (ACT / "examples.jsonl").unlink()


def outcome(*lines: str) -> Result:
    (ACT / "examples.csv").write_text("\n".join((*lines, "")), "utf-8")
    return run("test", ACT)


def test_each_row_is_an_example() -> None:
    result = outcome(HEAD, ROW, ROW.replace("no,no,2025", "no,yes,2025"), "")

    assert result.exit_code == 0
    assert "2 of 2 examples as expected" in result.stdout


def test_semicolons_are_read_too() -> None:
    assert outcome(HEAD.replace(",", ";"), ROW.replace(",", ";")).exit_code == 0


def test_a_row_that_is_decided_otherwise_is_told_with_its_line() -> None:
    result = outcome(HEAD, ROW, ROW.replace("47.44", "50"))

    assert result.exit_code == 1
    assert "examples.csv:3 one child: allowance" in result.stdout


def test_an_empty_cell_is_unknown_and_open_can_be_expected() -> None:
    row = "income unknown,,yes,no,2015-03-10,no,no,2025-07-01,2025-07-01,yes,open"

    assert outcome(HEAD, row).exit_code == 0


@pytest.mark.parametrize(
    ("head", "row", "why"),
    [
        (HEAD.replace("income", "incone"), ROW, "did you mean `income`?"),
        (HEAD.replace("expect allowance", "expect alowance"), ROW, "did you mean `allowance`?"),
        (HEAD.replace("day law_day", "day lawday"), ROW, "did you mean `law_day`?"),
        (HEAD.replace("children.1.disabled", "children.disabled"), ROW, "`children.1."),
        (HEAD.replace("children.1.d", "children.2.d"), ROW, "nothing of the one before"),
        (HEAD.replace("expect ", ""), ROW, "no fact `entitled`"),
        (HEAD, ROW.replace("yes", "maybe", 1), "line 2: `lives_in_the_country` is yes or no"),
        (HEAD, ROW.replace("yes,47.44", ","), "line 2: nothing is expected"),
        (HEAD, f"{ROW},more", "line 2: it has more cells"),
        (HEAD, f'"{ROW}', "line 2: unexpected end of data"),
        ("", "", "line 1: no column says what is expected"),
        (HEAD.replace("children.1.disabled", "income"), ROW, "twice"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_its_line(
    head: str, row: str, why: str
) -> None:
    result = outcome(head, row)

    assert result.exit_code == 2
    assert why in result.stderr
