"""The README shows what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

from lawc.compare.levels import Level
from lawc.diagnostics.explain import explain_page

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_the_comparison_shown_is_that_of_the_page() -> None:
    page = explain_page("wider")
    (shown,) = re.findall(r"```text\n(example/act: .*?)```", README, re.DOTALL)
    assert page is not None

    for part in shown.split("     ...\n"):
        assert part.strip("\n") in page


def test_every_level_is_explained() -> None:
    for level in Level:
        assert f"\n| `{level.value}` | " in README
