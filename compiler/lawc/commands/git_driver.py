"""What `git diff` shows of a statute: what the change changes, or else the lines.

    *.law diff=lawc                                      in .gitattributes
    git config diff.lawc.command "lawc diff --git"

git gives a path and then, for each side, a file with its object and mode; `/dev/null` is a side
that is not. Of a renamed file it also gives the new path and what it says of it.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.comparing import Pair, compared, stands
from lawc.commands.usage import UsageError
from lawc.commands.versions import ActText

if TYPE_CHECKING:
    from lawc.pipeline import ActFolder

_UNMERGED = 1  # git gives the path alone
_GIVEN = 7
_NEW_PATH = 7  # where the new path of a renamed file stands
_NOWHERE = "/dev/null"


def show_change(arguments: tuple[str, ...]) -> None:
    """Print how a file changed. Whatever is wrong is told: git would stop at an error.

    Both sides are read with the vocabulary of the working tree.

    Raises:
        UsageError: it is not git that calls.
    """
    if len(arguments) == _UNMERGED:
        click.echo(f"{arguments[0]}: not merged yet")
        return
    if len(arguments) < _GIVEN:
        raise UsageError("`--git` is for git to call: see `git diff` in the README")
    path, old, _, _, new = arguments[:5]
    now = arguments[_NEW_PATH] if len(arguments) > _NEW_PATH else path
    labels = (f"a/{path}", f"b/{now}")
    here = _act_at(Path(now))
    said = ""
    if stands(here):
        try:
            with redirect_stderr(StringIO()):  # a pager shows the output only
                said = _compared(here, old, new, labels)
        except click.ClickException as error:
            click.echo(f"{now}: {error.format_message()}\n")
        except (AssertionError, RecursionError, OSError) as error:
            click.echo(f"{now}: {error!r}\n")
    click.echo(said or "".join(_lines(old, new, labels)), nl=False)


def _act_at(path: Path) -> ActFolder:
    """Return the act at a path, also if its file is gone."""
    from lawc.pipeline import ActFolder, language_of

    text = path.resolve()
    above = text.parent.parent
    key = f"{above.name}/{text.parent.name}"
    return ActFolder(
        key, text, language_of(text.name), tuple(sorted(above.glob("*.vocabulary")))
    )


def _compared(here: ActFolder, old: str, new: str, labels: tuple[str, str]) -> str:
    from lawc.compare.rendering.as_text import text

    sides = (
        None if one == _NOWHERE else ActText(Path(one), here, labels[1]) for one in (old, new)
    )
    found = compared(labels, (Pair(here.key, *sides),), {})
    return text(found, colour=sys.stdout.isatty())


def _lines(old: str, new: str, labels: tuple[str, str]) -> Iterator[str]:
    """Yield what changed line by line."""
    before, after = (
        Path(one).read_text("utf-8", errors="replace").splitlines(keepends=True)
        for one in (old, new)
    )
    was, now = (
        label if one != _NOWHERE else one for label, one in zip(labels, (old, new), strict=True)
    )
    for line in difflib.unified_diff(before, after, was, now):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
