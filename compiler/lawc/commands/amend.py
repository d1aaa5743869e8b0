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
@click.option(
    "--from",
    "leading",
    is_flag=True,
    help="Write the amending act that leads from the text ACT to the text AMENDMENT.",
)
def command(act: Path, amendment: Path, out: Path | None, check: bool, leading: bool) -> None:
    """Print the text of ACT with AMENDMENT applied, or write it to a file.

    With --from, ACT and AMENDMENT are two texts of one act, the old and the new one; what is
    written is the amending act between them, in the language of amendments. It was applied to
    the old text: the result says what the new text says, and is the same in every byte if both
    are laid out as by `lawc fmt`.

    Nothing is printed or written if there is any problem.
    """
    if leading:
        if check:
            raise UsageError(
                "`--check` is about the text of an act: leave it out with `--from`"
            )
        text, problems = _leading(act, amendment)
    else:
        source, problems = _amended(act, amendment, check=check)
        text = source.text
    if problems:
        show(problems)
        click.echo("lawc: nothing was written", err=True)
        sys.exit(1)
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        write_file(out, text)
    except OSError as error:
        raise UsageError(f"`{out}` cannot be written: {error.strerror}") from error
    click.echo(f"wrote {out}")


def _amended(
    act: Path, amendment: Path, *, check: bool
) -> tuple[Source, tuple[Diagnostic, ...]]:
    from lawc.amend.applying import consolidated
    from lawc.pipeline import UnreadableError, compile_text, find_act, read_source

    try:
        found = find_act(act)
        source, amending = read_source(found.text), read_source(amendment)
        text, problems = consolidated(source, amending, _language(found.language))
        if check and not problems:
            problems = worth_showing(compile_text(found, text).problems, notes=False)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    return text, problems


def _leading(old: Path, new: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the amending act between two texts."""
    from lawc.amend.writing import Written, amending_act
    from lawc.pipeline import UnreadableError, find_act, read_source

    try:
        act = find_act(old)
        before, after = read_source(act.text), read_source(find_act(new).text)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    found = amending_act(before, after, _language(act.language))
    if not isinstance(found, Written):
        return "", (found,)
    if not found.exact:
        click.echo("lawc: the new text is reached but for its layout: see `lawc fmt`", err=True)
    return found.text, ()


def _language(language: str) -> str:
    from lawc.syntax.tables import grammar_folder

    if not (grammar_folder() / f"amendments.{language}.lark").is_file():
        raise UsageError(f"there is no grammar for amendments in `{language}`")
    return language
