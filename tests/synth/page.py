"""The page of the amnesty register: `python -m tests.synth.page` writes its tables again."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from click.testing import CliRunner
from tests.synth.test_amnesty_register import FOLDER, SPECIFICATION, synthesis

from lawc.cli import main
from lawc.synth.specification import When

PAGE = FOLDER / "register/README.md"
_BLOCK = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end -->\n)", re.DOTALL)


def page() -> str:
    """Return the page with its tables computed."""
    tables = {"figures": figures(), "expected": expected()}
    return _BLOCK.sub(
        lambda block: f"{block[1]}\n{tables[block[2]]}\n{block[3]}", PAGE.read_text("utf-8")
    )


def figures() -> str:
    """Return the figures beside the register, as the command prints them."""
    runner = CliRunner()
    result = runner.invoke(main, ["synth", str(SPECIFICATION), "--markdown"])
    assert result.exit_code == 0, result.output
    return result.stdout


def expected() -> str:
    """Return persons by custody and outcome: as drawn, and as the figures leave them."""
    reached = ("released", "reduced", "excluded", "not_covered")
    lines = ["| persons | drawn | register |", "|---|--:|--:|"]
    lines += (
        line((("held", (held,)), ("outcome", (outcome,))))
        for held in ("in_custody", "on_probation", "under_investigation")
        for outcome in reached
    )
    for sex in ("female", "male"):
        where: When = (("held", ("in_custody",)), ("sex", (sex,)), ("vulnerable", ("yes",)))
        lines.append(
            line((*where, ("outcome", ("released", "reduced"))), "vulnerable and covered")
        )
    return "".join(f"{each}\n" for each in lines)


def line(where: When, words: str = "") -> str:
    """Return a row of the table: the groups, the number drawn and that of the register."""
    made = synthesis()
    drawn = sum((each.expected for each in made.cells if each.lies_in(where)), Fraction(0))
    register = sum(n for cell, n in made.counts.cells.items() if cell.lies_in(where))
    groups = [
        str(values[0]).replace("_", " ") for name, values in where if name != "vulnerable"
    ]
    name = ", ".join([*groups[:-1], words] if words else groups)
    return f"| {name} | {round(drawn):,} | {register:,} |"


if __name__ == "__main__":
    Path(PAGE).write_text(page(), "utf-8")
