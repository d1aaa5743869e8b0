"""The act at a path, its problems on the terminal, and days: shared by several commands."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.usage import UsageError
from lawc.memory import uncollected

if TYPE_CHECKING:
    from lawc.diagnostics.model import Diagnostic
    from lawc.ir import nodes as ir
    from lawc.pipeline import Compiled, Lowered

STATUTES = Path("statutes")  # searched for acts if no path is named
AMENDMENTS = "amendments"  # the folder beside the text of an act
_BEGINNING = (
    "to begin, run `lawc new PLACE/ACT`: it writes a small act as `statutes/PLACE/ACT/en.law`, "
    "and what its words mean as `statutes/PLACE/ACT.vocabulary`"
)


def compile_act(path: Path) -> Compiled:
    """Compile the act at `path`.

    Raises:
        UsageError: there is no act at `path`.
    """
    from lawc.pipeline import checked

    lowered = lower_act(path)
    with _never_collected():
        return checked(lowered)


def lower_act(path: Path) -> Lowered:
    """Read and lower the act at `path`; it is still to be checked.

    Raises:
        UsageError: there is no act at `path`.
    """
    from lawc.folders import UnreadableError
    from lawc.pipeline import lower_path

    with _never_collected():
        try:
            return lower_path(path)
        except UnreadableError as error:
            raise UsageError(str(error)) from error


@contextmanager
def _never_collected() -> Iterator[None]:
    """Keep what the block makes out of garbage collection: it stays until the command ends."""
    with uncollected():
        yield
        gc.freeze()


def law_of(path: Path) -> ir.Law:
    """Return the law at `path`; one with errors is reported and ends the command with 2.

    Raises:
        UsageError: there is no act at `path`.
    """
    result = compile_act(path)
    if result.law is None:
        show(result.errors)
        click.echo("lawc: mend the statute first", err=True)
        sys.exit(2)
    return result.law


def deciding(path: Path) -> ir.Law:
    """Return the law at `path` as `law_of` does, of an act that decides something.

    Raises:
        UsageError: there is no act at `path`, or it decides nothing.
    """
    law = law_of(path)
    if not law.rules:
        raise UsageError(f"`{law.act}` decides nothing by itself: other acts share its terms")
    return law


def show(problems: Iterable[Diagnostic]) -> None:
    """Print problems to the error stream, in colour where it is a terminal."""
    shown = tuple(problems)
    if not shown:
        return
    from lawc.diagnostics.text import render, summary

    for problem in shown:
        click.echo(render(problem, colour=sys.stderr.isatty()) + "\n", err=True)
    click.echo(summary(shown), err=True)


def worth_showing(problems: Iterable[Diagnostic], *, notes: bool) -> tuple[Diagnostic, ...]:
    """Return the problems a command prints; notes only where they are asked for."""
    from lawc.diagnostics.model import Severity

    return tuple(
        problem for problem in problems if notes or problem.severity is not Severity.NOTE
    )


def days_known(law: ir.Law) -> dict[str, date | None]:
    """Return the days that a decision can set, each with its date in the law, if any."""
    return {day.key: day.value for day in law.parameters} | dict.fromkeys(law.idle_days)


def days_of(known: Mapping[str, date | None], settings: Iterable[str]) -> dict[str, date]:
    """Return the days of a decision: those of the law, overridden by `settings`.

    Args:
        known: the days of the law.
        settings: `name=2025-07-05`, as written on the command line.

    Raises:
        UsageError: a name is no parameter of the law, or a date is none.
    """
    from lawc.runtime.facts import read_date

    days = {name: day for name, day in known.items() if day is not None}
    seen = set[str]()
    for setting in settings:
        name, sign, text = setting.partition("=")
        if name in known and not sign:
            raise UsageError(f"`{setting}` says no date: write `{name}=2025-07-05`")
        if name not in known:
            names = ", ".join(known) or "none"
            raise UsageError(f"`{setting}` sets no day of this law: its days are {names}")
        if name in seen:
            raise UsageError(f"`{name}` is set twice: set it once")
        seen.add(name)
        try:
            days[name] = read_date(text)
        except ValueError as error:
            raise UsageError(f"`{text}` is no day: write it as 2025-07-05") from error
    return days


def acts_under(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the statute files at or below the paths, in order.

    Raises:
        UsageError: a path does not exist, or holds no statute.
    """
    texts: dict[Path, None] = {}
    for path in paths:
        if path.is_file():
            texts[path] = None
            continue
        if not path.is_dir():
            hint = f": {_BEGINNING}" if path == STATUTES else ""
            raise UsageError(f"there is no file or folder `{path}`{hint}")
        below = sorted(file for file in path.rglob("*.law") if file.is_file() and _is_act(file))
        if not below:
            why = f"no file ends in `.law`; {_BEGINNING}"
            if any(file.is_file() for file in path.rglob("*.law")):
                why = "it holds amending acts: `lawc amend` applies them"
            raise UsageError(f"`{path}` holds no statute: {why}")
        texts.update(dict.fromkeys(below))
    return tuple(texts)


def _is_act(path: Path) -> bool:
    """Return whether a file is the text of an act, and not in the folder of its amendments."""
    folder = path.parent
    return folder.name != AMENDMENTS or not any(folder.parent.glob("*.law"))
