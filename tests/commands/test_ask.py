"""`lawc ask`: what an element of a statute comes to, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.running import ACT, DAYS, household, lines, run


def test_an_element_is_told_of_a_case(place: Path) -> None:
    (place / "cases.jsonl").write_text(
        lines(household(), household(lives_in_the_country=False))
    )
    result = run("ask", ACT, "1(1)", "cases.jsonl", "--line", 2, *DAYS)

    assert result.exit_code == 0
    assert "1(1)" in result.stdout


def test_json_has_the_value_and_the_tree(place: Path) -> None:
    del place
    result = run(
        "ask", ACT, "1(1)", "-", "--format", "json", *DAYS, given=json.dumps(household())
    )

    data = json.loads(result.stdout)
    assert data["element"] == "1(1)"
    assert data["grounds"]


def test_an_unknown_element_ends_with_2(place: Path) -> None:
    del place
    result = run("ask", ACT, "99(1)", "-", *DAYS, given=json.dumps(household()))

    assert (result.exit_code, result.stdout) == (2, "")
    assert "the nearest that does is" in result.stderr
