"""`lawc decide` of tables: a register decided range by range, its misfits told first."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from lawc.commands.problems import days_known, days_of, deciding
from lawc.commands.progress import progress
from lawc.commands.usage import UsageError

if TYPE_CHECKING:
    from lawc.ir import nodes as ir
    from lawc.register.deciding import Part, Register

TABLES = (".parquet", ".csv", ".duckdb", ".db", ".xlsx", ".xls")
_ANSWERS = (".parquet", ".csv")
_DATABASES = ("postgresql://", "postgres://")


class Asked(NamedTuple):
    """What is asked of a register: where its names stand, and where answers are written."""

    names: Path | None
    out: Path | None
    rejected: Path | None
    days: tuple[str, ...]
    established: bool


def is_register(source: str, out: Path | None) -> bool:
    """Return whether a source is a folder, a file or a database of tables.

    Cases in JSON lines are, too, if their answers are to be a table.
    """
    if source.startswith(_DATABASES) or Path(source).is_dir():
        return True
    suffix = Path(source).suffix
    return suffix in TABLES or (
        suffix == ".jsonl" and out is not None and out.suffix in _ANSWERS
    )


def decide_register(statute: Path, source: str, asked: Asked) -> None:
    """Decide a register, write the answers, and say how many rows have none."""
    law = deciding(statute)
    days = days_of(days_known(law), asked.days)
    register = opened(law, source, asked.names, established=asked.established)
    for misfit in register.misfits:
        click.echo(f"lawc: {misfit}", err=True)
    from lawc.backends.relational.values import TooLargeError

    try:
        rows = _decided(register, days, asked.out)
    except TooLargeError as error:
        text = f"an amount may need more digits than a register keeps: {error}"
        raise UsageError(text) from error
    if asked.rejected is not None:
        _write_rejected(register, asked.rejected)
    left_out = 0
    for kind, read in register.rows.items():
        left_out += read - rows[kind]
        click.echo(
            f"lawc: {kind}: {read:,} rows read, {rows[kind]:,} decided, "
            f"{read - rows[kind]:,} left out",
            err=True,
        )
    if left_out and asked.rejected is None:
        click.echo("lawc: `--rejected FILE` writes down which rows, and why", err=True)
    if register.synthetic:
        click.echo("lawc: the register is synthetic: nobody in it is real", err=True)
    sys.exit(1 if left_out else 0)


def opened(law: ir.Law, source: str, names: Path | None, *, established: bool) -> Register:
    """Return a register of a law.

    Raises:
        UsageError: the extra is missing, or something in the tables lets nothing be decided.
    """
    try:
        from lawc.register.deciding import bound
        from lawc.register.mapping import read_names
        from lawc.register.misfits import RegisterError
    except ModuleNotFoundError as error:
        raise UsageError("tables need an extra: pip install 'lawc[data]'") from error
    database = source.startswith(_DATABASES)
    if not database and not Path(source).exists():
        raise UsageError(f"there is no folder or file `{source}`")
    try:
        said = None if names is None else read_names(law, names)
        return bound(law, source, said, established=established)
    except RegisterError as error:
        lines = "\n  ".join(str(misfit) for misfit in error.misfits)
        place = "the database" if database else f"`{source}`"  # an address has a password
        raise UsageError(f"{place} does not fit the law:\n  {lines}") from error


def _decided(register: Register, days: Mapping[str, date], out: Path | None) -> dict[str, int]:
    """Write the answers, and return how many rows of each table are decided."""
    from lawc.register.deciding import decided
    from lawc.register.writing import SUFFIXES, answered, plain_rows, targets, written

    rows = dict.fromkeys((kind.key for kind in register.law.kinds), 0)

    def counted() -> Iterator[Part]:
        for part in decided(register.law, register, days):
            for kind, frame in part.frames.items():
                rows[kind] += frame.height
            yield part

    if out is None:
        kinds = list(targets(register.law, Path()))
        if len(kinds) > 1:
            names = " and ".join(f"`{kind}`" for kind in kinds)
            raise UsageError(f"the law decides of {names}: write to files, with `-o FILE.csv`")
        header = True
        for part in counted():
            frame = plain_rows(answered(register, part, kinds[0]))
            click.echo(frame.write_csv(include_header=header), nl=False)
            header = False
        return rows
    if out.suffix not in SUFFIXES or not out.parent.is_dir():
        known = ", ".join(f"`{suffix}`" for suffix in SUFFIXES)
        why = (
            f"there is no folder `{out.parent}`"
            if out.suffix in SUFFIXES
            else (f"it ends with none of {known}")
        )
        raise UsageError(f"`{out}` cannot be written: {why}")
    files = targets(register.law, out)
    beside = {
        kind: file.with_name(f".{os.getpid()}.{file.name}") for kind, file in files.items()
    }
    try:
        with progress(to_file=True) as advance:
            for wholes in written(register, counted(), beside):
                advance(wholes)
        for kind, file in files.items():
            beside[kind].replace(file)
    finally:
        for file in beside.values():
            with suppress(OSError):
                file.unlink()
    return rows


def _write_rejected(register: Register, file: Path) -> None:
    if not file.parent.is_dir():
        raise UsageError(f"`{file}` cannot be written: there is no folder `{file.parent}`")
    from lawc.register.rejecting import rows_left_out

    whole = register.law.kinds[0].key
    columns = ("table", "row", "key", "column", "value", "reason", "#whole")
    rows = rows_left_out(register.law, register.tables, register.rejected)
    rows.select(columns).rename({"#whole": whole}).write_csv(file)
