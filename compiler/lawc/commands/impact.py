"""`lawc impact`: whom a law reaches in a register, by which provision, and who moves."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.options import days_option
from lawc.commands.usage import UsageError
from lawc.files import write_file

if TYPE_CHECKING:
    from lawc.impact.report import Impact

MIN_CELL = 5
_NEEDS = {"polars": "data", "scipy": "data", "vl_convert": "charts", "xlsxwriter": "data"}


@click.command("impact")
@click.argument("statute", type=click.Path(path_type=Path))
@click.argument("register", type=click.Path(path_type=Path))
@days_option
@click.option(
    "--register",
    "names",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Which columns are which facts (default: `register.toml` of the folder).",
)
@click.option(
    "--by",
    "groupings",
    multiple=True,
    metavar="FACT",
    help="Cross the counts by a fact or concept, such as sex, offence.category or "
    "victim_age=14,18 (where bands begin); may be repeated (default: choices of few values).",
)
@click.option(
    "--where", default="", metavar="WORDS", help="Count only those of whom this is so."
)
@click.option("--against", metavar="OLD", help="Compare with another version of the law.")
@click.option(
    "--amendment",
    type=click.Path(path_type=Path),
    help="Compare the law as this amending act makes it with the law as it is.",
)
@click.option(
    "--min-cell",
    type=click.IntRange(0),
    default=None,
    help=f"Hide smaller numbers, and what tells them (default: {MIN_CELL}; 0: hide none; none "
    "are hidden of a synthetic register).",
)
@click.option(
    "--synthetic", is_flag=True, help="The register is synthetic: nobody in it is real."
)
@click.option("--no-examples", is_flag=True, help="With --against: show no examples.")
@click.option(
    "-o",
    "--out",
    "outs",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    help="Write the report to this file; the end of its name is the format. May be repeated.",
)
def command(  # noqa: PLR0913 - an option each
    statute: Path,
    register: Path,
    *,
    names: Path | None,
    days: tuple[str, ...],
    groupings: tuple[str, ...],
    where: str,
    against: str | None,
    amendment: Path | None,
    min_cell: int | None,
    synthetic: bool,
    no_examples: bool,
    outs: tuple[Path, ...],
) -> None:
    """Count whom STATUTE reaches in REGISTER, by outcome, by fact and by provision.

    REGISTER is a folder with a table for each kind of thing: person.parquet, offence.csv.
    """
    if against is not None and amendment is not None:
        raise UsageError("name `--against` or `--amendment`, not both")
    _need("polars")
    from lawc.commands.measuring import Question, measure
    from lawc.impact.rendering.files import ENDINGS, needs_of, written

    for out in outs:
        if out.suffix not in ENDINGS:
            ends = ", ".join(ENDINGS)
            raise UsageError(f"`{out}` shows no format: let its name end in one of {ends}")
        for module in needs_of(out.suffix):
            _need(module)
    question = Question(
        statute, register, names, days, groupings, where, against, amendment, min_cell,
        synthetic, not no_examples,
    )  # fmt: skip
    with ExitStack() as stack:
        impact = measure(question, stack)
    if not outs:
        _print(impact)
    for out in outs:
        try:
            for path, content in written(impact, out):
                if isinstance(content, str):
                    write_file(path, content)
                else:
                    path.write_bytes(content)
                click.echo(f"wrote {path}")
        except OSError as error:
            raise UsageError(f"`{out}` cannot be written: {error.strerror}") from error


def _print(impact: Impact) -> None:
    from shutil import get_terminal_size

    from lawc.impact.rendering.as_text import WIDTH, text

    terminal = sys.stdout.isatty()
    width = max(get_terminal_size().columns, 80) if terminal else WIDTH
    click.echo(text(impact, colour=terminal, width=width), nl=False)


def _need(module: str) -> None:
    if find_spec(module) is None:
        raise UsageError(f"this needs {module}: pip install 'lawc[{_NEEDS[module]}]'")
