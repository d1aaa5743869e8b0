"""The page of the amnesty register: `python -m tests.synth.page` writes its tables again."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from click.testing import CliRunner
from tests.synth.amending import moved, register_in
from tests.synth.test_amnesty_register import FOLDER, SPECIFICATION, synthesis

from lawc.cli import main
from lawc.synth.specification import When

PAGE = FOLDER / "register/README.md"
_BLOCK = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end -->\n)", re.DOTALL)


def page(register: Path | None = None) -> str:
    """Return the page with its tables computed; of amendments only from a register."""
    tables = {"figures": figures(), "expected": expected()}
    if register is not None:
        tables["amendments"] = amendments(register)

    def block(match: re.Match[str]) -> str:
        table = tables.get(match[2])
        return match[0] if table is None else f"{match[1]}\n{table}\n{match[3]}"

    return _BLOCK.sub(block, PAGE.read_text("utf-8"))


def settled(text: str) -> str:
    """Return the page with a mark for each number that the figures leave to the solver.

    Where several registers meet the figures equally well, which of them is made is up to it,
    and another version may choose another one.
    """
    return _BLOCK.sub(lambda match: _settled(match[2], match[0]), text)


def _settled(table: str, block: str) -> str:
    lines = []
    for line in block.splitlines():
        cells = line.split(" | ")
        if line.startswith("| ") and not line.endswith(("register |", "persons |", "note |")):
            match table:
                case "figures" if cells[1].split()[-1] not in cells[2]:
                    cells[2] = "#"
                case "expected":
                    cells[-1] = "# |"
                case "amendments":
                    cells[-2:] = ["#", "# |"]
        lines.append(" | ".join(cells))
    return "\n".join(lines) + "\n"


def totals(text: str) -> dict[str, int]:
    """Return how many persons each group of the table of outcomes has on a page."""
    sums: dict[str, int] = {}
    for match in _BLOCK.finditer(text):
        for line in match[0].splitlines() if match[2] == "expected" else ():
            group, _, outcome = line.removeprefix("| ").partition(", ")
            if outcome and "vulnerable" not in outcome:
                number = int(line.split(" | ")[-1].strip(" |").replace(",", ""))
                sums[group] = sums.get(group, 0) + number
    return sums


def amendments(register: Path) -> str:
    """Return whom each amendment moves, from which outcome to which."""
    lines = [
        "| amendment | held | from | to | offences | persons |",
        "|---|---|---|---|--:|--:|",
    ]
    alike = ["fact.held", "outcome", "new"]
    for file in sorted((FOLDER / "amendments").glob("*.law")):
        name = file.name.removesuffix(".en.law")
        persons = pl.col("person").n_unique()
        counts = moved(name, register).group_by(alike).agg(pl.len(), persons).sort(alike)
        for *groups, offences, number in counts.iter_rows():
            words = " | ".join(str(group).replace("_", " ") for group in groups)
            lines.append(f"| {name} | {words} | {offences:,} | {number:,} |")
    return "".join(f"{each}\n" for each in lines)


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
    synthetic = synthesis()
    drawn = sum((each.expected for each in synthetic.cells if each.lies_in(where)), Fraction(0))
    register = sum(n for cell, n in synthetic.counts.cells.items() if cell.lies_in(where))
    groups = [
        str(values[0]).replace("_", " ") for name, values in where if name != "vulnerable"
    ]
    name = ", ".join([*groups[:-1], words] if words else groups)
    return f"| {name} | {round(drawn):,} | {register:,} |"


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        PAGE.write_text(page(register_in(Path(folder))), "utf-8")
