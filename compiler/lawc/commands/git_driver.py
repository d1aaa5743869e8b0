"""Changes of a statute in `git diff`: what the change changes, or else the lines.

    *.law diff=lawc                                      in .gitattributes
    git config diff.lawc.command "lawc diff --git"

git gives a path and then, for each side, a file with its object and mode; a missing side is
`/dev/null`. For a renamed file git adds the new path and a line about the renaming.
"""

from __future__ import annotations

import difflib
import posixpath
import sys
from collections.abc import Iterator
from contextlib import ExitStack, redirect_stderr
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from lawc.commands.comparing import Pair, compare_pairs, stands_in_folder
from lawc.commands.git import holding
from lawc.commands.usage import UsageError
from lawc.commands.versions import ActText
from lawc.records import dataclass

if TYPE_CHECKING:
    from lawc.folders import ActFolder

_UNMERGED = 1  # git gives the path alone
_GIVEN = 7
_NEW_PATH = 7  # where the new path of a renamed file stands
_NOWHERE = "/dev/null"
_WORKING_TREE = "the working tree"


def show_change(arguments: tuple[str, ...]) -> None:
    """Print how a file changed; print errors too, for git would stop at an exit code.

    Raises:
        UsageError: the arguments are not those that git gives.
    """
    if len(arguments) == _UNMERGED:
        click.echo(f"{arguments[0]}: not merged yet")
        return
    if len(arguments) < _GIVEN:
        raise UsageError("`--git` is for git to call: see `git diff` in the README")
    path, old, was, _, new, now_is = arguments[:6]
    now = arguments[_NEW_PATH] if len(arguments) > _NEW_PATH else path
    labels = (f"a/{path}", f"b/{now}")
    comparison = ""
    if stands_in_folder(_act_at(Path(now))) or stands_in_folder(_act_at(Path(path))):
        try:
            with redirect_stderr(StringIO()), ExitStack() as stack:  # a pager shows the output
                sides = (
                    _side(old, was, path, stack, labels[1]),
                    _side(new, now_is, now, stack, labels[1]),
                )
                comparison = _comparison(sides, labels)
        except click.ClickException as error:
            click.echo(f"{now}: {error.format_message()}\n")
        except (AssertionError, RecursionError, OSError) as error:
            click.echo(f"{now}: {error!r}\n")
    click.echo(comparison or "".join(_lines(old, new, labels)), nl=False)


@dataclass(frozen=True, slots=True)
class _Side:
    """A text that git gives, in the folder of its act, and where the vocabulary comes from.

    The vocabulary is `known` if it is the one that the text stood beside.
    """

    text: ActText
    vocabulary: str
    known: bool

    @property
    def words(self) -> tuple[bytes, ...]:
        """The texts of the vocabularies."""
        return tuple(file.read_bytes() for file in self.text.act.vocabularies)


def _side(file: str, blob: str, path: str, stack: ExitStack, shown: str) -> _Side | None:
    """Return one side of a change, None if there is none.

    A text is read with the vocabulary and acts of the index or commit that it is in; if that is
    not known, with those of the working tree.
    """
    if file == _NOWHERE:
        return None
    own = not blob.strip("0") or Path(file).resolve() == Path(path).resolve()
    here = _Side(ActText(Path(file), _act_at(Path(path)), shown), _WORKING_TREE, own)
    if own:
        return here
    at = holding(blob, path, Path.cwd())
    if at is None:
        return here
    temporary = Path(stack.enter_context(TemporaryDirectory(prefix="lawc-")))
    folder = temporary / at.top.parent.name / at.top.name  # acts are called by their folders
    at.write(posixpath.dirname(posixpath.dirname(path)), folder)
    act = _act_at(folder / path)
    if not stands_in_folder(act):
        return here
    return _Side(ActText(Path(file), act, shown), at.ref, known=True)


def _act_at(path: Path) -> ActFolder:
    """Return the act at a path, also if its file is gone."""
    from lawc.folders import ActFolder, language_of

    text = path.resolve()
    above = text.parent.parent
    key = f"{above.name}/{text.parent.name}"
    return ActFolder(
        key, text, language_of(text.name), tuple(sorted(above.glob("*.vocabulary")))
    )


def _comparison(sides: tuple[_Side | None, _Side | None], labels: tuple[str, str]) -> str:
    from lawc.compare.rendering.as_text import text

    old, new = sides
    first = new or old
    assert first is not None
    pair = Pair(first.text.act.key, *(None if side is None else side.text for side in sides))
    comparison = compare_pairs(labels, (pair,), {})
    before, after = old or first, new or first
    if not (before.known and after.known) or before.words != after.words:
        comparison = replace(comparison, vocabularies=(before.vocabulary, after.vocabulary))
    return text(comparison, colour=sys.stdout.isatty())


def _lines(old: str, new: str, labels: tuple[str, str]) -> Iterator[str]:
    """Yield what changed line by line."""
    before, after = (
        Path(file).read_text("utf-8", errors="replace").splitlines(keepends=True)
        for file in (old, new)
    )
    was, now = (
        file if file == _NOWHERE else label
        for label, file in zip(labels, (old, new), strict=True)
    )
    for line in difflib.unified_diff(before, after, was, now):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
