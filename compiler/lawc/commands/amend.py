"""`lawc amend`: the text of an act with an amending act applied to it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.problems import show, worth_showing
from lawc.commands.usage import UsageError
from lawc.files import write_file

if TYPE_CHECKING:
    from lawc.diagnostics.model import Diagnostic
    from lawc.source import Source


@click.command("amend")
@click.argument("act", type=click.Path(path_type=Path))
@click.argument("amendment", type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write it."
)
@click.option("--check", is_flag=True, help="Also report what is wrong with the new text.")
def command(act: Path, amendment: Path, out: Path | None, check: bool) -> None:
    """Print the text of ACT with AMENDMENT applied, or write it to a file.

    Nothing is printed or written if there is any problem.
    """
    text, problems = _amended(act, amendment, check=check)
    if problems:
        show(problems)
        click.echo("lawc: nothing was written", err=True)
        sys.exit(1)
    if out is None:
        click.echo(text.text, nl=False)
        return
    try:
        write_file(out, text.text)
    except OSError as error:
        raise UsageError(f"`{out}` cannot be written: {error.strerror}") from error
    click.echo(f"wrote {out}")


def _amended(
    act: Path, amendment: Path, *, check: bool
) -> tuple[Source, tuple[Diagnostic, ...]]:
    from lawc.amend.applying import consolidated
    from lawc.pipeline import UnreadableError, compile_text, find_act, read_source
    from lawc.syntax.tables import grammar_folder

    try:
        found = find_act(act)
        source, amending = read_source(found.text), read_source(amendment)
        if not (grammar_folder() / f"amendments.{found.language}.lark").is_file():
            raise UsageError(f"there is no grammar for amendments in `{found.language}`")
        text, problems = consolidated(source, amending, found.language)
        if check and not problems:
            problems = worth_showing(compile_text(found, text).problems, notes=False)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    return text, problems
