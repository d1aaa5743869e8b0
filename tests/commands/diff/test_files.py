"""Files that `lawc diff` writes its reports to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands.repository import VOCABULARY
from tests.commands.running import run


def test_a_file_takes_the_form_that_its_ending_says(wider: Path) -> None:
    names = ("a.json", "a.md", "a.html", "a.sarif", "a.sarif.json", "a.xml", "a.txt")
    outs = [part for name in names for part in ("-o", f"out/{name}")]
    result = run("diff", "--against", "HEAD", "statutes", *outs)
    texts = {name: (wider / "out" / name).read_text("utf-8") for name in names}

    assert result.exit_code == 1
    assert result.stdout == "".join(f"wrote out/{name}\n" for name in names)
    assert json.loads(texts["a.json"])["level"] == "wider"
    assert texts["a.md"].startswith("# ")
    assert texts["a.html"].startswith("<!DOCTYPE html>")
    assert json.loads(texts["a.sarif"])["version"] == "2.1.0"
    assert texts["a.sarif"] == texts["a.sarif.json"]
    assert texts["a.xml"].startswith("<?xml")
    assert texts["a.txt"].startswith("town/library: wider")


def test_a_format_that_is_asked_for_comes_before_the_ending(wider: Path) -> None:
    run("diff", "--against", "HEAD", "statutes", "-o", "a.json", "--format", "sarif")

    assert "$schema" in json.loads((wider / "a.json").read_text())


@pytest.mark.parametrize("out", ["statutes", f"{VOCABULARY}/x.txt"])
def test_what_cannot_be_written_leaves_all_as_it_was(wider: Path, out: str) -> None:
    before = sorted(wider.rglob("*"))
    result = run("diff", "--against", "HEAD", "statutes", "-o", out)

    assert result.exit_code == 2
    assert sorted(wider.rglob("*")) == before
