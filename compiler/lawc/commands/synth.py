"""`lawc synth`: a synthetic register from published figures."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawc.commands.problems import deciding, show
from lawc.commands.progress import progress
from lawc.commands.usage import UsageError
from lawc.runtime.calendar import day_of

if TYPE_CHECKING:
    from lawc.ir import nodes as ir
    from lawc.synth.register import Synthesis
    from lawc.synth.specification import Specification


@click.command("synth")
@click.argument("specification", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the register into this folder: a table a kind, and register.toml.",
)
@click.option(
    "--scale", metavar="N", help="Make the register so many times as large: 10, 0.5, 1/3."
)
@click.option(
    "--persons", type=click.IntRange(1), metavar="N", help="Make a register of N persons."
)
@click.option("--seed", type=click.IntRange(0), metavar="N", help="Draw other persons.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["parquet", "csv"]),
    default="parquet",
    help="The form of the tables (default: parquet).",
)
@click.option("--markdown", is_flag=True, help="Print the figures as a table of Markdown.")
def command(
    specification: Path,
    out: Path | None,
    scale: str | None,
    persons: int | None,
    seed: int | None,
    format_: str,
    *,
    markdown: bool,
) -> None:
    """Make a synthetic register after SPECIFICATION, and print the figures beside it.

    SPECIFICATION is a file of TOML: published figures as sums over cells, and how persons are
    drawn in a cell. Each person is decided by the compiled law. Nobody in the register is real.
    """
    _need_libraries()
    if scale is not None and persons is not None:
        raise UsageError("`--scale` and `--persons` both say the size: leave one out")
    law, read = _read(specification, seed)
    from lawc.synth.counting import UnsolvedError
    from lawc.synth.register import Synthesis

    synthesis = Synthesis(law, read)
    try:
        size = _size(scale, persons, sum(synthesis.counts.cells.values()))
        _print(synthesis, size, markdown=markdown)
        if out is not None:
            _write(synthesis, size, out, specification, format_)
    except UnsolvedError as error:
        raise UsageError(f"the figures were not counted out: {error}") from error


def _need_libraries() -> None:
    if not all(find_spec(library) for library in ("polars", "scipy")):
        raise UsageError("registers need some libraries: pip install 'lawc[data]'")


def _read(path: Path, seed: int | None) -> tuple[ir.Law, Specification]:
    """Return the law and the specification; one with problems ends the command with 2."""
    from dataclasses import replace

    from lawc.folders import UnreadableError, read_source
    from lawc.synth.reading import law_named_in, read_specification

    try:
        source = read_source(path, str(path))
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    named, problems = law_named_in(source)
    if not problems:
        law = deciding(path.parent / named)
        specification, problems = read_specification(source, law)
        if specification is not None:
            return law, specification if seed is None else replace(specification, seed=seed)
    show(problems)
    sys.exit(2)


def _size(scale: str | None, persons: int | None, counted: int) -> Fraction:
    """Return how many times as large as the figures say the register is to be."""
    if persons is not None:
        return Fraction(persons, max(counted, 1))
    try:
        size = Fraction(scale or 1)
    except (ValueError, ZeroDivisionError):
        size = Fraction(0)
    if size <= 0:
        raise UsageError(f"`{scale}` is no size: write a number above 0, such as 10 or 0.5")
    return size


def _print(synthesis: Synthesis, size: Fraction, *, markdown: bool) -> None:
    """Print the figures beside the register, and what contradicts what."""
    from lawc.synth.contradicting import contradictions
    from lawc.synth.persons import scaled
    from lawc.synth.telling import as_markdown, as_text, lines_of

    cells = scaled(synthesis.counts.cells, size)
    lines = lines_of(synthesis.specification, cells)
    title = synthesis.specification.title or "Synthetic register"
    number = sum(cells.values())
    click.echo((as_markdown if markdown else as_text)(title, number, size, lines), nl=False)
    show(contradictions(synthesis))


def _write(
    synthesis: Synthesis, size: Fraction, out: Path, specification: Path, format_: str
) -> None:
    """Draw the persons and write them; cells that stay empty end the command with 1."""
    from lawc.synth.contradicting import unreached
    from lawc.synth.persons import persons_of, scaled
    from lawc.synth.writing import tables, write_register

    cells = scaled(synthesis.counts.cells, size)
    with progress(to_file=True) as advance:
        persons = persons_of(synthesis, cells, advance)
    problems = tuple(unreached(synthesis, persons.missing))
    show(problems)
    if not persons.frames:
        raise UsageError("nothing was written: nobody was drawn")
    register = tables(synthesis.law, persons.frames)
    write_register(out, register, _note(synthesis, specification, size), format_)
    counts = ", ".join(
        f"{len(table):,} in {kind}.{format_}" for kind, table in register.items()
    )
    click.echo(f"wrote {out.as_posix()}: synthetic, nobody in it is real; {counts}")
    if problems:
        sys.exit(1)


def _note(synthesis: Synthesis, specification: Path, size: Fraction) -> Mapping[str, Any]:
    days = synthesis.specification.days
    return {
        "title": synthesis.specification.title,
        "law": synthesis.law.act,
        "specification": specification.name,
        "seed": synthesis.specification.seed,
        "size": str(size),
        "days": ", ".join(f"{key} {day_of(day)}" for key, day in days.items()) or "of the law",
    }
