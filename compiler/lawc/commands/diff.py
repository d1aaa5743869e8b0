"""`lawc diff`: what a change of statutes changes, for whom, and that it is no one else."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.comparing import Pair, all_paired, compared, texts
from lawc.commands.usage import UsageError
from lawc.commands.versions import Version, version_of, versions_against
from lawc.files import write_file

if TYPE_CHECKING:
    from lawc.compare.acts import Comparisons
    from lawc.compare.interface import Step
    from lawc.compare.stops import Stops

_LEVELS = (
    "wording",
    "structure",
    "explain",
    "facts",
    "interface",
    "new",
    "wider",
    "narrower",
    "mixed",
    "unproved",
)
_STEPS = ("major", "unbumped")
_NEVER = "never"
_ENDINGS = {
    ".json": "json",
    ".md": "md",
    ".html": "html",
    ".sarif": "sarif",
    ".xml": "junit",
}
_PLAIN = ("", ".txt")


@click.command("diff")
@click.argument("versions", nargs=-1, metavar="OLD NEW")
@click.option("--against", metavar="REF", help="Compare PATHS with what they are at a commit.")
@click.option(
    "--merge-base",
    is_flag=True,
    help="Compare with where the branch left REF, not with what REF got since.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md", "html", "sarif", "junit"]),
    help="Default: what the ending of the file says that it is written to, or else text.",
)
@click.option(
    "--fail-on",
    "stopping",
    type=click.Choice([*_LEVELS, *_STEPS, _NEVER]),
    multiple=True,
    help="Exit with 1 for a change of this level or above (default: any change), for one that "
    "breaks programs (major), or for a step that the version did not take (unbumped); may be "
    "given several times.",
)
@click.option(
    "--approvals",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Changes that were looked at, by fingerprint with a reason (TOML).",
)
@click.option(
    "--bump",
    is_flag=True,
    help="Print only the step that the version must take, and end with 0; with 1 only for what "
    "--fail-on names.",
)
@click.option(
    "-o",
    "--out",
    "outs",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    help="Where to write it; may be given for several formats.",
)
@click.option("--git", "of_git", is_flag=True, help="Be the program that `git diff` calls.")
def command(  # noqa: PLR0913, PLR0917 - an option each
    versions: tuple[str, ...],
    against: str | None,
    merge_base: bool,
    form: str | None,
    stopping: tuple[str, ...],
    approvals: Path | None,
    bump: bool,
    outs: tuple[Path, ...],
    of_git: bool,
) -> None:
    """Say what changed from OLD to NEW, how far it goes, and whom it touches.

    OLD and NEW are statutes or folders of them: paths, or paths at a commit (main:statutes,
    counted from the top of the repository; main:./statutes from here).
    Levels: wording, structure, explain, facts, interface, new, wider, narrower, mixed,
    unproved; see `lawc explain wider`. Needs the extra `smt`.
    """
    if of_git:
        from lawc.commands.git_driver import show_change

        show_change(versions)
        return
    approved = {} if approvals is None else _approved(approvals)
    forms = [_form(form, out) for out in outs or (None,)]
    with ExitStack() as stack:
        both = _versions(versions, against, stack, merge_base=merge_base)
        pairs = all_paired(both)
        old, new = (" ".join(one.label for one in side) for side in zip(*both, strict=True))
        found = compared((old, new), pairs, approved)
        stops = _stops(stopping or (() if bump else ("wording",)), both)
        made = [
            f"{found.step.value}\n"
            if bump
            else _rendered(found, one, stops, pairs, colour=not outs)
            for one in forms
        ]
    _put(made, outs)
    for one in found.unused:
        click.echo(f"lawc: `{one}` is approved and names no change", err=True)
    if stops.behind(found):
        forced, taken = found.step.value, stops.taken.value if stops.taken else ""
        click.echo(
            f"lawc: the changes force the step `{forced}`, and the version takes `{taken}`",
            err=True,
        )
    sys.exit(1 if stops.all(found) else 0)


def _versions(
    said: tuple[str, ...], against: str | None, stack: ExitStack, *, merge_base: bool
) -> list[tuple[Version, Version]]:
    if against is not None and said:
        return [
            stack.enter_context(versions_against(against, path, merge_base=merge_base))
            for path in dict.fromkeys(said)
        ]
    if merge_base:
        raise UsageError("`--merge-base` goes with `--against REF` and paths")
    if len(said) != 2:  # noqa: PLR2004
        raise UsageError(
            "name two versions, or paths and what to compare them with: --against REF"
        )
    old, new = (stack.enter_context(version_of(one)) for one in said)
    return [(old, new)]


def _approved(path: Path) -> dict[str, str]:
    from lawc.compare.approvals import ApprovalError, read_approvals

    try:
        return read_approvals(path.read_text("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"`{path}` cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, ApprovalError) as error:
        said = error if isinstance(error, ApprovalError) else "it is not UTF-8 text"
        raise UsageError(f"`{path}`: {said}") from error


def _stops(stopping: tuple[str, ...], both: list[tuple[Version, Version]]) -> Stops:
    """Return what is stopped.

    Raises:
        UsageError: the version is asked for and nothing says it.
    """
    from lawc.compare.levels import Level
    from lawc.compare.stops import Stops

    levels = tuple(Level(one) for one in stopping if one in _LEVELS)
    taken = _taken(both) if "unbumped" in stopping else None
    return Stops(levels, "major" in stopping, taken)


def _taken(both: list[tuple[Version, Version]]) -> Step:
    """Return the smallest step that a version took."""
    from lawc.compare.interface import Step
    from lawc.compare.stops import step_taken

    found = []
    for pair in both:
        releases = [one.release() for one in pair]
        for one, release in zip(pair, releases, strict=True):
            if release.missing:
                raise UsageError(
                    f"the version of `{one.label}` is not known: {release.missing}; write "
                    'it there as `version = "1.4.2"`, or compare the step that `--bump` prints'
                )
        try:
            found.append(step_taken(*(one.version for one in releases)))
        except ValueError as error:
            raise UsageError(f"`{error}` is no version such as `1.4.2`") from error
    return min(found, key=list(Step).index)


def _form(said: str | None, out: Path | None) -> str:
    if said is not None:
        return said
    if out is not None and out.name.endswith(".sarif.json"):
        return "sarif"
    if out is None or out.suffix in _PLAIN:
        return "text"
    if out.suffix not in _ENDINGS:
        ends = ", ".join((*_ENDINGS, ".txt"))
        raise UsageError(
            f"`{out}` names no format: let it end in one of {ends}, or say --format"
        )
    return _ENDINGS[out.suffix]


def _rendered(
    found: Comparisons, form: str, stops: Stops, pairs: tuple[Pair, ...], *, colour: bool
) -> str:
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

            return sarif(found, texts(pairs))
        case "junit":
            from lawc.compare.rendering.as_junit import junit

            return junit(found, stops)
        case _:
            from lawc.compare.rendering.as_text import text

            return text(found, colour=colour and sys.stdout.isatty())


def _put(made: list[str], outs: tuple[Path, ...]) -> None:
    if not outs:
        click.echo(made[0], nl=False)
        return
    for out, text in zip(outs, made, strict=True):
        try:
            write_file(out, text)
        except OSError as error:
            raise UsageError(f"`{out}` cannot be written: {error.strerror}") from error
        click.echo(f"wrote {out}")
