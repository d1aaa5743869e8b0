"""`lawc diff`: what a change of statutes changes, for whom, and that it is no one else."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.comparing import Pair, compare_pairs, pair_all, texts
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
@click.option(
    "--against", metavar="REF", help="Compare the paths at a commit with the paths now."
)
@click.option(
    "--merge-base",
    is_flag=True,
    help="With --against: compare with the last commit that REF and the branch share.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md", "html", "sarif", "junit"]),
    help="Format of the report (default: by the ending of --out, else text).",
)
@click.option(
    "--fail-on",
    "stopping",
    type=click.Choice([*_LEVELS, *_STEPS, _NEVER]),
    multiple=True,
    help="Exit with 1 for a change of this level or above (default: any change), for a change "
    "that breaks programs (major), or if the version takes too small a step (unbumped); may be "
    "repeated.",
)
@click.option(
    "--approvals",
    type=click.Path(path_type=Path, dir_okay=False),
    help="TOML file of approved changes: fingerprints, each with a reason.",
)
@click.option(
    "--bump",
    is_flag=True,
    help="Print only the step that the version must take; exit with 1 only for what --fail-on "
    "names.",
)
@click.option(
    "-o",
    "--out",
    "outs",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    help="Write the report to this file; may be repeated, for several formats.",
)
@click.option(
    "--git", "of_git", is_flag=True, help="For git: be the program that `git diff` calls."
)
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
    """Report what changes from OLD to NEW, how far it goes, and whom it touches.

    OLD and NEW are statutes or folders of them: paths, or paths at a commit (main:statutes,
    counted from the top of the repository; main:./statutes from here). With --against, name
    only paths.

    Levels: wording, structure, explain, facts, interface, new, wider, narrower, mixed,
    unproved; see `lawc explain wider`. Needs the extra `smt`.
    """
    if of_git:
        from lawc.commands.git_driver import show_change

        show_change(versions)
        return
    approved = {} if approvals is None else _read_approvals(approvals)
    forms = [_form(form, out) for out in outs or (None,)]
    with ExitStack() as stack:
        both = _find_versions(versions, against, stack, merge_base=merge_base)
        pairs = pair_all(both)
        old, new = (
            " ".join(version.label for version in side) for side in zip(*both, strict=True)
        )
        comparison = compare_pairs((old, new), pairs, approved)
        stops = _stops(stopping or (() if bump else ("wording",)), both)
        reports = [
            f"{comparison.step.value}\n"
            if bump
            else _render(comparison, form, stops, pairs, colour=not outs)
            for form in forms
        ]
    _write(reports, outs)
    for fingerprint in comparison.unused:
        click.echo(
            f"lawc: `{fingerprint}` is approved, but no change has this fingerprint", err=True
        )
    if stops.behind(comparison):
        forced, taken = comparison.step.value, stops.taken.value if stops.taken else ""
        click.echo(
            f"lawc: the changes force the step `{forced}`, and the version takes `{taken}`",
            err=True,
        )
    sys.exit(1 if stops.all(comparison) else 0)


def _find_versions(
    names: tuple[str, ...], against: str | None, stack: ExitStack, *, merge_base: bool
) -> list[tuple[Version, Version]]:
    if against is not None and names:
        return [
            stack.enter_context(versions_against(against, path, merge_base=merge_base))
            for path in dict.fromkeys(names)
        ]
    if merge_base:
        raise UsageError("`--merge-base` needs `--against REF` and paths")
    if len(names) != 2:  # noqa: PLR2004
        raise UsageError("name two versions, or `--against REF` and one or more paths")
    old, new = (stack.enter_context(version_of(name)) for name in names)
    return [(old, new)]


def _read_approvals(path: Path) -> dict[str, str]:
    from lawc.compare.approvals import ApprovalError, read_approvals
    from lawc.folders import UnreadableError, read_source

    try:
        return read_approvals(read_source(path).text)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    except ApprovalError as error:
        raise UsageError(f"`{path}`: {error}") from error


def _stops(stopping: tuple[str, ...], both: list[tuple[Version, Version]]) -> Stops:
    """Return the changes for which the command exits with 1.

    Raises:
        UsageError: the step of the version counts, and no file states the version.
    """
    from lawc.compare.levels import Level
    from lawc.compare.stops import Stops

    levels = tuple(Level(name) for name in stopping if name in _LEVELS)
    taken = _smallest_step(both) if "unbumped" in stopping else None
    return Stops(levels, "major" in stopping, taken)


def _smallest_step(both: list[tuple[Version, Version]]) -> Step:
    """Return the smallest step that a version took."""
    from lawc.compare.interface import Step
    from lawc.compare.stops import step_taken

    steps = []
    for pair in both:
        releases = [version.release() for version in pair]
        for version, release in zip(pair, releases, strict=True):
            if release.missing:
                raise UsageError(
                    f"the version of `{version.label}` is not known: {release.missing}; write "
                    'it there as `version = "1.4.2"`, or compare the step that `--bump` prints'
                )
        try:
            steps.append(step_taken(*(release.version for release in releases)))
        except ValueError as error:
            raise UsageError(f"`{error}` is no version such as `1.4.2`") from error
    return min(steps, key=list(Step).index)


def _form(form: str | None, out: Path | None) -> str:
    if form is not None:
        return form
    if out is not None and out.name.endswith(".sarif.json"):
        return "sarif"
    if out is None or out.suffix in _PLAIN:
        return "text"
    if out.suffix not in _ENDINGS:
        ends = ", ".join((*_ENDINGS, ".txt"))
        raise UsageError(
            f"`{out}` shows no format: let its name end in one of {ends}, or add `--format`"
        )
    return _ENDINGS[out.suffix]


def _render(
    comparison: Comparisons, form: str, stops: Stops, pairs: tuple[Pair, ...], *, colour: bool
) -> str:
    match form:
        case "json":
            from lawc.compare.rendering.as_json import comparison_json

            return comparison_json(comparison)
        case "md":
            from lawc.compare.rendering.as_markdown import markdown

            return markdown(comparison)
        case "html":
            from lawc.compare.rendering.as_html import html

            return html(comparison)
        case "sarif":
            from lawc.compare.rendering.as_sarif import sarif

            return sarif(comparison, texts(pairs))
        case "junit":
            from lawc.compare.rendering.as_junit import junit

            return junit(comparison, stops)
        case _:
            from lawc.compare.rendering.as_text import text

            return text(comparison, colour=colour and sys.stdout.isatty())


def _write(texts: list[str], outs: tuple[Path, ...]) -> None:
    if not outs:
        click.echo(texts[0], nl=False)
        return
    for out, text in zip(outs, texts, strict=True):
        try:
            write_file(out, text)
        except OSError as error:
            raise UsageError(f"`{out}` cannot be written: {error.strerror}") from error
        click.echo(f"wrote {out}")
