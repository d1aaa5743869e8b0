"""`lawc fmt`: one layout for statutes, whatever the editor."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lawc.commands.problems import STATUTES, acts_under
from lawc.commands.usage import UsageError
from lawc.files import write_file


@click.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 if a layout would change."
)
def command(paths: tuple[Path, ...], check: bool) -> None:
    """Lay out the statutes at PATHS (default: statutes) in one form."""
    changed = 0
    for path in acts_under(paths or (STATUTES,)):
        name, text = _lay_out(path)
        if path.read_bytes() == text.encode():
            continue
        changed += 1
        click.echo(f"{'would lay out' if check else 'laid out'} {name}")
        if not check:
            write_file(path, text)
    sys.exit(1 if check and changed else 0)


def _lay_out(path: Path) -> tuple[str, str]:
    from lawc.check.merge import check_merge
    from lawc.folders import UnreadableError, find_act, no_grammar, read_source
    from lawc.syntax.layout import laid_out
    from lawc.syntax.tables import grammar_folder

    try:
        folder = find_act(path)
        source = read_source(folder.text)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    if not (grammar_folder() / f"words.{folder.language}.lark").is_file():
        raise UsageError(no_grammar(folder))
    if any(check_merge(source)):
        raise UsageError(
            f"`{path}` holds a merge that is not finished: `lawc check {path}` shows where"
        )
    return source.name, laid_out(source, folder.language)
