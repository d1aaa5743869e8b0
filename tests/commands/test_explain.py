"""`lawc explain`: a page for every code, by number and by name."""

from __future__ import annotations

import pytest
from tests.commands.running import run

from lawc.compare.levels import Level
from lawc.diagnostics.codes import Code


@pytest.mark.parametrize("code", Code, ids=lambda code: code.value)
def test_each_code_has_a_page(code: Code) -> None:
    by_number, by_name = run("explain", code.value.lower()), run("explain", code.slug)

    assert by_number.exit_code == by_name.exit_code == 0
    assert by_number.stdout == by_name.stdout
    assert code.value in by_number.stdout


@pytest.mark.parametrize("code", ["L000", "", "L1011", "../L101", "L101.md", "\0", "né"])
def test_a_code_that_is_none_ends_with_2_and_the_codes_are_told(code: str) -> None:
    result = run("explain", code)

    assert (result.exit_code, result.stdout) == (2, "")
    assert all(one.value in result.stderr for one in Code)


def test_without_a_code_the_codes_are_listed_by_kind() -> None:
    lines = run("explain").stdout.splitlines()

    assert lines[:2] == ["text", "  L101  not-understood"]
    assert all(any(one.value in line and one.short in line for line in lines) for one in Code)
    assert lines.index("names") < lines.index("  L201  unknown-reference")


@pytest.mark.parametrize("step", ["none", "patch", "minor", "major", "unbumped", "steps"])
def test_each_step_is_explained(step: str) -> None:
    result = run("explain", step)

    assert result.exit_code == 0
    assert f"`{step}`" in result.stdout or step == "steps"
    assert "before 1.0" in result.stdout


def test_the_levels_are_explained_together() -> None:
    result = run("explain", "levels")

    assert result.exit_code == 0
    assert all(f"`{level.value}`" in result.stdout for level in Level)
