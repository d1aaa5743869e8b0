"""`lawc amend`: the text of an act with an amending act applied to it."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import click

from lawc.commands.amending import Wanted, amended_text, amending_act_between
from lawc.commands.problems import show
from lawc.commands.usage import UsageError
from lawc.files import write_all

COMPARED = (".md", ".html", ".json", ".txt")  # how a comparison may be written
TABLES = (".md", ".html", ".docx")  # how a comparative table may be written


@click.command("amend")
@click.argument("act", type=click.Path(path_type=Path))
@click.argument("amendment", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the text to this file.",
)
@click.option(
    "--check/--no-check",
    default=None,
    help="Refuse warnings of the new text too, or do not check it (default: refuse errors).",
)
@click.option(
    "--from",
    "leading",
    is_flag=True,
    help="Write the amending act between two texts: ACT is the old one, AMENDMENT the new one.",
)
@click.option(
    "--table",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a comparative table: FILE.md, .html or .docx.",
)
@click.option(
    "--diff",
    "compared",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write whom the amendment affects: FILE.md, .html, .json or .txt (extra `smt`).",
)
@click.option(
    "--redline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the new text with tracked changes: FILE.docx.",
)
def command(  # noqa: PLR0913 - an option each
    act: Path,
    amendment: Path,
    *,
    out: Path | None,
    check: bool | None,
    leading: bool,
    table: Path | None,
    compared: Path | None,
    redline: Path | None,
) -> None:
    """Print the text of ACT with AMENDMENT applied, or write it to a file.

    The new text is checked as by `lawc check`. If the amendment or the new text has an error,
    nothing is printed or written.

    With --from, ACT and AMENDMENT are the old and the new text of one act, and the amending act
    between them is printed or written. It has been tried: applied to the old text it gives the
    content of the new text, and the same bytes if both texts are laid out by `lawc fmt`.
    """
    wanted = Wanted(table, redline, compared)
    _check_usage(out, wanted, check=check, leading=leading)
    read = (act, amendment) if leading else (amendment,)  # an act may be amended in its place
    if out is not None and out.resolve() in {path.resolve() for path in read}:
        raise UsageError(f"`{out}` is an input: write to another file")
    amended = (
        amending_act_between(act, amendment)
        if leading
        else amended_text(act, amendment, wanted, check=check)
    )
    show(amended.problems)
    if amended.text is None:
        click.echo("lawc: nothing was written", err=True)
        sys.exit(1)
    files = {**({} if out is None else {out: amended.text}), **amended.documents}
    if not files:
        click.echo(amended.text.encode(), nl=False)  # bytes: line ends stay as they are
        return
    try:
        write_all(files)
    except OSError as error:
        name = error.filename or next(iter(files))
        raise UsageError(f"`{name}` cannot be written: {error.strerror}") from error
    for path in files:
        click.echo(f"wrote {path}")


def _check_usage(
    out: Path | None, wanted: Wanted, *, check: bool | None, leading: bool
) -> None:
    table, redline, compared = wanted
    if leading and (check is not None or any(wanted)):
        raise UsageError(
            "`--from` writes only an amending act: leave `--check` and documents out"
        )
    if table is not None and table.suffix not in TABLES:
        ends = ", ".join(TABLES)
        raise UsageError(
            f"a table cannot be written to `{table}`: let its name end in one of {ends}"
        )
    if redline is not None and redline.suffix != ".docx":
        raise UsageError(
            f"tracked changes cannot be written to `{redline}`: let its name end in .docx"
        )
    if compared is not None and compared.suffix not in COMPARED:
        ends = ", ".join(COMPARED)
        raise UsageError(
            f"a comparison cannot be written to `{compared}`: let its name end in one of {ends}"
        )
    if compared is not None and find_spec("z3") is None:
        raise UsageError("comparing needs the solver: pip install 'lawc[smt]'")
    paths = [path.resolve() for path in (out, *wanted) if path is not None]
    if len(set(paths)) < len(paths):
        raise UsageError("two outputs have the same file: name a file for each of them")
    if (redline or (table and table.suffix == ".docx")) and find_spec("docx") is None:
        raise UsageError("a .docx file needs python-docx: pip install 'lawc[docx]'")
