"""`lawc why`: which case it is about."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from example_family_allowance import Household, explain
from tests.commands.running import ACT, DAYS, household, lines, run

EXAMPLE = {
    "name": "none lives abroad",
    "case": household(),
    "expected": {"entitled": True},
    "parameters": {"payment_day": "2025-07-01", "law_day": "2025-07-01"},
}


@pytest.fixture
def cases(place: Path) -> Path:
    """A file of cases: line 2 is empty, line 4 is another case than line 1."""
    path = place / "cases.jsonl"
    path.write_text(lines(household(), "", "{", household(lives_in_the_country=False)))
    return path


def why(*arguments: object, given: str | None = None) -> str:
    result = run("why", ACT, *arguments, "--format", "json", given=given)
    assert result.exit_code == 0
    return result.stdout


def refused(*arguments: object, given: str | None = None) -> str:
    result = run("why", ACT, *arguments, given=given)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


def test_a_file_of_several_cases_is_told_from_one_that_is_wrong(cases: Path) -> None:
    text = cases.read_text()

    assert refused("cases.jsonl") == (
        "lawc: `cases.jsonl` holds several cases, one a line: `--line 1` takes the first of "
        "them, `lawc decide` decides them all\n"
    )
    assert refused("-", given=text).startswith("lawc: the standard input holds several cases")
    assert "not JSON: there is more after its end at line 1, column 14" in refused(
        "-", given='{"income": 3}}\n\n'
    )
    assert "not JSON" in refused("-", given='{\n"income": 3\n}}\n')


def test_the_case_in_a_line_is_explained(cases: Path) -> None:
    one = why(cases, *DAYS, "--line", 1)
    four = why(cases, *DAYS, "--line", 4)

    assert '"cases:1"' in one
    assert json.loads(one) != json.loads(four)
    assert four.replace('"cases:4"', '"case"') == why(
        "-", *DAYS, given=lines(household(lives_in_the_country=False))
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (2, "lawc: `cases.jsonl` has no case in line 2\n"),
        (3, "lawc: `cases.jsonl`, line 3: not JSON: "),
        (9, "lawc: `cases.jsonl` has no case in line 9\n"),
    ],
)
@pytest.mark.usefixtures("cases")
def test_a_line_that_holds_no_case_is_named(line: int, said: str) -> None:
    assert refused("cases.jsonl", "--line", line).startswith(said)


def test_an_example_is_a_case_with_its_days(place: Path) -> None:
    (place / "case.jsonl").write_text(lines(household(), EXAMPLE))
    (place / "case.json").write_text(lines(EXAMPLE))
    (place / "wrong.json").write_text(lines({**EXAMPLE, "case": {"incomes": 3}}))
    plain = why(place / "case.jsonl", "--line", 1, *DAYS)

    assert why(place / "case.jsonl", "--line", 2).replace("case:2", "case:1") == plain
    assert why(place / "case.json").replace(': "case"', ': "case:1"') == plain
    assert "wrong.json: incomes: no such fact" in refused("wrong.json")


def test_a_package_writes_the_same_explanation(place: Path) -> None:
    day = date(2025, 7, 1)
    (place / "case.json").write_text(lines(household()))
    trees = explain(Household.from_dict(household()), payment_day=day, law_day=day)

    assert trees.to_json("case") == why("case.json", *DAYS)


def test_amounts_are_shown_with_their_currency() -> None:
    told = run("why", ACT, *DAYS, "-", given=json.dumps(household())).stdout

    (line,) = (line for line in told.splitlines() if line.startswith("  allowance: "))
    assert " euro  under " in line


@pytest.mark.parametrize(
    ("name", "told"), [("case", "case ·"), ("Case 7", "Case 7 ·"), ("anna", "case anna ·")]
)
def test_a_case_is_called_a_case_once(place: Path, name: str, told: str) -> None:
    path = place / f"{name}.json"
    path.write_text(json.dumps(household()), "utf-8")
    result = run("why", ACT, path, "--set", "payment_day=2025-07-01")

    assert any(line.startswith(told) for line in result.stdout.splitlines())
