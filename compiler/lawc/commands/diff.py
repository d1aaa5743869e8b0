"""`lawc diff`: what a change of statutes changes, for whom, and that it is no one else."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from lawc.commands.problems import show
from lawc.commands.usage import UsageError
from lawc.commands.versions import ActText, Version, version_at
from lawc.files import write_file

if TYPE_CHECKING:
    from lawc.compare.acts import Alone, Comparisons
    from lawc.compare.levels import Level
    from lawc.compare.report import Compared
    from lawc.pipeline import Compiled
    from lawc.source import Source

_LEVELS = (
    "wording",
    "structure",
    "explain",
    "facts",
    "wider",
    "narrower",
    "mixed",
    "unproved",
    "never",
)
_Pair: TypeAlias = "tuple[str, ActText | None, ActText | None]"  # the name, old, new
_OF_GIT = 7  # what git gives a program that compares: a path, then file, object, mode, twice


@click.command("diff")
@click.argument("versions", nargs=-1, required=True, metavar="OLD NEW")
@click.option("--against", metavar="REF", help="Compare PATHS with what they are at a commit.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md", "html", "sarif", "junit"]),
    default="text",
)
@click.option(
    "--fail-on",
    "stopping",
    type=click.Choice(_LEVELS),
    default="wording",
    help="Exit with 1 for a change of this level or above (default: any change).",
)
@click.option(
    "--approvals",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Changes that were looked at, by fingerprint with a reason (TOML).",
)
@click.option("--bump", is_flag=True, help="Print only the step that the version must take.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write it."
)
@click.option("--git", "of_git", is_flag=True, help="Be the program that `git diff` calls.")
def command(  # noqa: PLR0913, PLR0917 - an option each
    versions: tuple[str, ...],
    against: str | None,
    form: str,
    stopping: str,
    approvals: Path | None,
    bump: bool,
    out: Path | None,
    of_git: bool,
) -> None:
    """Say what changed from OLD to NEW, how far it goes, and whom it touches.

    OLD and NEW are statutes or folders of them: paths, or paths at a commit (main:statutes).
    Levels: wording, structure, explain, facts, wider, narrower, mixed, unproved; see `lawc
    explain wider`. Needs the extra `smt`.
    """
    if of_git:
        _for_git(versions)
        return
    pairs = _pairs(versions, against)
    approved = {} if approvals is None else _approved(approvals)
    with ExitStack() as stack:
        both = [
            (stack.enter_context(version_at(a)), stack.enter_context(version_at(b)))
            for a, b in pairs
        ]
        acts = [one for old, new in both for one in _same_acts(old, new)]
        found = _compared(acts, both, approved)
        text = found.step.value + "\n" if bump else _rendered(found, form, stopping, acts)
    if out is None:
        click.echo(text, nl=False)
    else:
        try:
            write_file(out, text)
        except OSError as error:
            raise UsageError(f"`{out}` cannot be written: {error.strerror}") from error
        click.echo(f"wrote {out}")
    for one in found.unused:
        click.echo(f"lawc: `{one}` is approved and names no change", err=True)
    level = _level(stopping)
    sys.exit(1 if level is not None and found.reaching(level) else 0)


def _pairs(versions: tuple[str, ...], against: str | None) -> list[tuple[str, str]]:
    if against is not None:
        return [(f"{against}:{path}", path) for path in versions]
    if len(versions) != 2:  # noqa: PLR2004
        raise UsageError(
            "name two versions, or paths and what to compare them with: --against REF"
        )
    return [(versions[0], versions[1])]


def _approved(path: Path) -> dict[str, str]:
    from lawc.compare.approvals import ApprovalError, read_approvals

    try:
        return read_approvals(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"`{path}` cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, ApprovalError) as error:
        said = error if isinstance(error, ApprovalError) else "it is not UTF-8 text"
        raise UsageError(f"`{path}`: {said}") from error


def _level(stopping: str) -> Level | None:
    from lawc.compare.levels import Level

    return None if stopping == "never" else Level(stopping)


# --- comparing ------------------------------------------------------------------------------


def _compared(
    acts: list[_Pair], both: list[tuple[Version, Version]], approved: dict[str, str]
) -> Comparisons:
    from lawc.compare.acts import ActCompared, Comparisons

    made = tuple(ActCompared(name, _act(old, new)) for name, old, new in acts)
    labels = (" ".join(old.label for old, _ in both), " ".join(new.label for _, new in both))
    return Comparisons(labels, made, approved)


def _same_acts(old: Version, new: Version) -> list[_Pair]:
    """Return the acts of both versions by their names.

    An act that stands alone on both sides is the same one, whatever its file is called.
    """
    if len(old.acts) == len(new.acts) == 1:
        (before,), (after,) = old.acts.values(), new.acts.values()
        if not before.act.vocabularies:
            before = ActText(before.file, after.act)
        if not after.act.vocabularies:
            after = ActText(after.file, before.act)
        return [(after.act.key, before, after)]
    names = dict.fromkeys([*new.acts, *old.acts])
    return [
        ((new.acts.get(name) or old.acts[name]).act.key, old.acts.get(name), new.acts.get(name))
        for name in names
    ]


def _act(old: ActText | None, new: ActText | None) -> Compared | Alone:
    from lawc.compare.acts import Alone, Side

    before, after = (None if one is None else _law(one) for one in (old, new))
    if before is None or after is None:
        made = after or before
        assert made is not None
        assert made.law is not None
        return Alone(Side.OLD if after is None else Side.NEW, made.law.title)
    assert before.law is not None
    assert after.law is not None
    try:
        from lawc.compare.report import compare
    except ModuleNotFoundError as error:
        if error.name != "z3":
            raise
        raise UsageError("comparing needs the solver: pip install 'lawc[smt]'") from error
    return compare(before.law, after.law)


def _law(one: ActText) -> Compiled:
    """Return a version of an act that compiles; one that does not ends the command with 2."""
    from lawc.pipeline import UnreadableError, compile_text, read_source
    from lawc.source import Source

    try:
        name = f"{one.act.key}/{one.act.language}.law"
        made = compile_text(one.act, Source(name, read_source(one.file).text))
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    if made.law is None:
        show(made.errors)
        raise UsageError(f"`{one.file}` has errors, so it cannot be compared")
    return made


# --- showing --------------------------------------------------------------------------------


def _rendered(found: Comparisons, form: str, stopping: str, acts: list[_Pair]) -> str:
    match form:
        case "json":
            from lawc.compare.rendering.as_json import comparison_json

            return comparison_json(found)
        case "md":
            from lawc.compare.rendering.as_markdown import markdown

            return markdown(found)
        case "html":
            from lawc.compare.rendering.as_html import html

            return html(found)
        case "sarif":
            from lawc.compare.rendering.as_sarif import sarif

            return sarif(found, _sources(acts))
        case "junit":
            from lawc.compare.rendering.as_junit import junit

            return junit(found, _level(stopping))
        case _:
            from lawc.compare.rendering.as_text import text

            return text(found, colour=sys.stdout.isatty())


def _sources(acts: list[_Pair]) -> dict[str, tuple[str, Source]]:
    """Return the new texts by the names of the acts, with paths as the user knows them."""
    from lawc.pipeline import read_source

    found = {}
    for name, _, new in acts:
        if new is not None:
            shown = new.file.resolve()
            if shown.is_relative_to(Path.cwd()):
                shown = shown.relative_to(Path.cwd())
            found[name] = (shown.as_posix(), read_source(new.file))
    return found


def _for_git(arguments: tuple[str, ...]) -> None:
    """Print how a file changed for `git diff`, which gives temporary files and a path.

    The vocabulary is that of the working tree. Whatever is wrong is told and not an error: git
    would stop at the first file.
    """
    from lawc.compare.acts import ActCompared, Comparisons
    from lawc.compare.rendering.as_text import text
    from lawc.pipeline import find_act

    if len(arguments) < _OF_GIT:
        raise UsageError("git calls this itself: see `git diff drivers` in the README")
    path, old, _, _, new = arguments[:5]
    try:
        here = find_act(Path(path))
        sides = [None if one == "/dev/null" else ActText(Path(one), here) for one in (old, new)]
        found = _act(*sides)
    except click.ClickException as error:
        click.echo(f"{path}: {error.format_message()}")
        return
    made = Comparisons((f"a/{path}", f"b/{path}"), (ActCompared(here.key, found),), {})
    click.echo(text(made, colour=sys.stdout.isatty()), nl=False)
