"""`lawc test`: what is expected is compared, and what no example reaches is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has no stubs
from tests.commands.running import ACT, ROOT, household, lines, run

from lawc.testing.report import report_schema

DAYS = {"payment_day": "2025-07-01", "law_day": "2025-07-01"}


def example(name: str = "one child", **changes: Any) -> dict[str, Any]:
    """Return an example that is as expected, with changes."""
    expected = {"entitled": True, "allowance": "47.44"}
    made = {"name": name, "case": household(), "expected": expected, "parameters": DAYS}
    return {**made, **changes}


def examples(place: Path, *said: object) -> None:
    """Write the examples beside the act."""
    (place / ACT / "examples.jsonl").write_text(lines(*said))


# Acts of which every provision that decides is reached by an example; of all but the first
# every limit too, from both sides. Sections of the US Code are asked by the cases of others.
REACHED = ("ca/old-age-security", "example/family-allowance", "kz/amnesty-2025")


@pytest.mark.slow
def test_the_examples_of_the_repository_are_as_expected_and_reach_everything() -> None:
    result = run("test", ROOT / "statutes", "--format", "json")
    data = json.loads(result.stdout)

    assert result.exit_code == 0
    assert [one["statute"] for one in data["statutes"]] == [
        *REACHED,
        "us/fringe-benefits",
        "us/income-tax",
    ]
    assert all(one["failed"] == [] for one in data["statutes"])
    assert all(one["unreached"] == [] for one in data["statutes"] if one["statute"] in REACHED)
    assert all(one["examples"] > 5 for one in data["statutes"])


def test_a_wrong_expectation_is_noticed_and_the_example_named(place: Path) -> None:
    examples(place, example(), example("a wrong amount", expected={"allowance": "47.43"}))
    result = run("test")

    assert result.exit_code == 1
    assert (
        "1 of 2 examples as expected\n"
        '  examples.jsonl:2 a wrong amount: allowance is "47.44", expected "47.43"\n'
    ) in result.stdout


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ({"allowance": None}, 'allowance is "47.44", expected null'),
        ({"entitled": 1}, "entitled is true, expected 1"),
        ({"entitled": {"provisions": []}}, 'entitled: provisions is ["2(1)"], expected []'),
        ({"entitled": {"status": "open"}}, 'entitled is true, expected "open"'),
        ({"entitled": {"ground": None}}, 'entitled has no "ground"; an answer has value'),
        ({"alowance": None}, "alowance is no part of the decision, which has entitled"),
    ],
)
def test_what_is_not_the_same_is_a_difference(
    place: Path, expected: dict[str, Any], said: str
) -> None:
    examples(place, example(expected=expected))
    result = run("test")

    assert result.exit_code == 1
    assert said in result.stdout


def test_a_case_that_cannot_be_read_is_a_failed_example(place: Path) -> None:
    examples(place, example(case={"children": [{"born": 1}]}), example())
    result = run("test")

    assert result.exit_code == 1
    assert "examples.jsonl:1 one child: children[0].born: no such fact" in result.stdout
    assert "1 of 2" in result.stdout


def test_a_day_that_is_none_is_a_failed_example(place: Path) -> None:
    examples(place, example(parameters={"today": "2025-01-01"}), example())
    result = run("test")

    assert result.exit_code == 1
    assert "examples.jsonl:1 one child: `today=2025-01-01` sets no day" in result.stdout


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON"),
        ("[]", "an example is an object with `name`, `case` and `expected`"),
        (json.dumps({"name": "x", "case": {}}), "an example is an object with"),
        (json.dumps(example(params={})), "an example has no `params`"),
        (json.dumps(example(expected={})), "`expected` names nothing"),
        (json.dumps(example(expected=[])), "are objects"),
        (json.dumps(example(parameters=[])), "are objects"),
        ('{"name": 1, "name": 2}', '"name" is said twice'),
    ],
)
def test_a_line_that_is_no_example_is_refused_with_its_number(
    place: Path, line: str, said: str
) -> None:
    examples(place, example(), "", line)
    result = run("test")

    assert result.exit_code == 2
    assert "examples.jsonl`, line 3: " in result.stderr
    assert said in result.stderr


def test_points_that_no_example_reaches_are_told(place: Path) -> None:
    examples(place, example())
    result = run("test")
    data = json.loads(run("test", "--format", "json").stdout)

    assert result.exit_code == 0
    assert data["statutes"][0]["unreached"] == ["1(1)(2)", "1(1)(3)", "2(2)"]
    assert "4 of 7 provisions are reached; no example reaches:" in result.stdout
    assert "\n    1(1)(2)\n    1(1)(3)\n    2(2)\n" in result.stdout


def test_lettered_points_that_no_example_reaches_are_told(place: Path) -> None:
    text = place / ACT / "en.law"
    point = "3) a child with a disability."
    lettered = (
        "3) a child to whom any of the following applies:\n"
        "      a) the child has a disability; or\n"
        "      b) the child has not reached the age of three years on the day of payment."
    )
    assert point in text.read_text()
    text.write_text(text.read_text().replace(point, lettered))
    known = {"date_of_birth": "2000-03-10", "in_education": False, "disabled": True}
    examples(place, example(case=household(children=[known])))
    data = json.loads(run("test", "--format", "json").stdout)["statutes"][0]

    assert data["failed"] == []
    assert "1(1)(3)(b)" in data["unreached"]
    assert "1(1)(3)(a)" not in data["unreached"]


def test_a_statute_without_examples_is_told(place: Path) -> None:
    (place / ACT / "examples.jsonl").unlink()
    result = run("test")

    assert result.exit_code == 0
    assert "example/family-allowance: no examples: write some into" in result.stderr
    assert run("test", "--coverage", "--at-least", "1").exit_code == 1
    assert run("test", "--coverage", "--at-least", "0").exit_code == 0


def test_examples_that_are_not_utf_8(place: Path) -> None:
    (place / ACT / "examples.jsonl").write_bytes(b"\xff")

    assert run("test").exit_code == 2


def coverage(*arguments: str) -> dict[str, Any]:
    """Return what `lawc test --coverage` says of the example act."""
    data = json.loads(run("test", "--coverage", "--format", "json", *arguments).stdout)
    Draft202012Validator(report_schema()).validate(data)
    found: dict[str, Any] = data["statutes"][0]["coverage"]
    return found


def test_coverage_names_what_no_example_shows(place: Path) -> None:
    examples(place, example())
    result = run("test", "--coverage")
    found = {one["citation"]: one["missing"] for one in coverage()["provisions"]}

    assert result.exit_code == 0
    assert found["1(1)"] == ["false"]
    assert found["2(2)"] == ["true", "decides"]
    assert "never true, never decides" in result.stdout
    assert "in all 11 of 21 (52 %)" in result.stdout


@pytest.mark.usefixtures("place")
def test_coverage_is_plain_text_of_a_hundred_columns() -> None:
    result = run("test", "--coverage")

    assert result.stdout.isascii()
    assert max(map(len, result.stdout.splitlines())) <= 100


@pytest.mark.parametrize(("least", "code"), [("0", 0), ("52", 0), ("53", 1), ("100", 1)])
def test_less_coverage_than_is_asked_for_is_reported(
    place: Path, least: str, code: int
) -> None:
    examples(place, example())
    result = run("test", "--coverage", "--at-least", least)

    assert result.exit_code == code
    assert (f"less than the {least} % asked for" in result.stdout) == bool(code)


@pytest.mark.usefixtures("place")
def test_a_percentage_without_coverage_is_refused() -> None:
    result = run("test", "--at-least", "50")

    assert result.exit_code == 2
    assert "`--at-least` needs `--coverage`" in result.stderr


@pytest.mark.usefixtures("place")
def test_a_report_without_coverage_is_of_the_same_form() -> None:
    data = json.loads(run("test", "--format", "json").stdout)

    assert Draft202012Validator(report_schema()).is_valid(data)
    assert "coverage" not in data["statutes"][0]


@pytest.mark.slow
def test_changes_that_no_example_notices_are_told_with_lines_to_paste(place: Path) -> None:
    examples(place, example())
    before = json.loads(run("test", "--mutants", "--format", "json").stdout)
    result = run("test", "--mutants", "--workers", "1", "--write", "lines.jsonl")
    proposed = (place / "lines.jsonl").read_text().splitlines()
    examples(place, example(), *proposed)
    after = json.loads(run("test", "--mutants", "--format", "json").stdout)
    found, left = (one["statutes"][0]["mutants"] for one in (before, after))
    without = [one for one in found["survivors"] if one["example"] is None]

    Draft202012Validator(report_schema()).validate(before)
    assert result.exit_code == 0
    assert "this example would notice it:" in result.stdout
    assert "`--write FILE` writes these examples" in result.stdout
    assert not any(line.startswith("{") for line in result.stdout.splitlines())
    assert after["statutes"][0]["failed"] == []
    assert len(left["survivors"]) <= len(without) < len(found["survivors"])


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--write", "x.jsonl"), "`--write` needs `--mutants` or `--boundary`"),
        (("--mutants", "--write", f"{ACT}/examples.jsonl"), "holds examples already"),
    ],
)
def test_lines_are_not_written_where_they_do_not_belong(
    arguments: tuple[str, ...], said: str
) -> None:
    result = run("test", *arguments)

    assert result.exit_code == 2
    assert said in result.stderr


# --- cases at the limits -------------------------------------------------------------------


def test_limits_are_reported_with_the_sides_that_have_cases(place: Path) -> None:
    examples(place, example())
    result = run("test", "--boundary")

    assert result.exit_code == 0
    assert "13 of 14 limits have cases on both sides" in result.stdout
    assert "no case was found on both sides of:" in result.stdout


def test_cases_at_the_limits_are_examples_as_they_stand(place: Path) -> None:
    examples(place, example())
    result = run("test", "--boundary", "--write", place / "limits.jsonl")
    written = (place / "limits.jsonl").read_text("utf-8")

    assert result.exit_code == 0
    names = [json.loads(line)["name"] for line in written.splitlines()]
    age = "1(1)(1): a child who has not reached the age of eighteen years on the day of payment"
    assert [one for one in names if one.startswith(age)] == [
        f"{age}: children[0].date_of_birth 2007-06-30, the day before",
        f"{age}: children[0].date_of_birth 2007-07-01, on the day",
        f"{age}: children[0].date_of_birth 2007-07-02, the day after",
    ]
    assert len(names) == len(set(names))
    (place / ACT / "examples.jsonl").write_text(written, encoding="utf-8")
    assert run("test").exit_code == 0


def test_the_report_of_limits_is_as_its_schema_says(place: Path) -> None:
    examples(place, example())
    data = json.loads(run("test", "--boundary", "--format", "json").stdout)

    Draft202012Validator(report_schema()).validate(data)
    assert data["statutes"][0]["boundary"]["limits"][0]["reached"] is True


@pytest.mark.slow
def test_every_limit_of_the_statutes_is_reached_from_both_sides() -> None:
    data = json.loads(run("test", ROOT / "statutes", "--boundary", "--format", "json").stdout)
    statutes = [each for each in data["statutes"] if each["statute"] in REACHED[1:]]
    limits = [one for each in statutes for one in each["boundary"]["limits"]]

    assert [one["citation"] for one in limits if not one["reached"]] == []
