"""`lawc fmt`: one layout for statutes, whatever the editor."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lawc.commands.problems import UsageError, acts_under
from lawc.files import write_file
from lawc.pipeline import UnreadableError, find_act, read_source
from lawc.syntax.layout import laid_out


@click.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a layout would change.")
def command(paths: tuple[Path, ...], check: bool) -> None:
    """Lay out the statutes at PATHS (default: statutes)."""
    changed = 0
    for path in acts_under(paths or (Path("statutes"),)):
        try:
            found = find_act(path)
            source = read_source(found.text)
        except UnreadableError as error:
            raise UsageError(str(error)) from error
        text = laid_out(source, found.language)
        if text != source.text:
            changed += 1
            click.echo(f"{'would lay out' if check else 'laid out'} {source.name}")
            if not check:
                write_file(path, text)
    sys.exit(1 if check and changed else 0)
