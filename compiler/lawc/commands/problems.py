"""What several commands need: the act at a path, its problems on the terminal, days."""

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

STATUTES = Path("statutes")  # where acts are looked for if no path is named
AMENDMENTS = "amendments"  # the folder beside the text of an act
_BEGINNING = (
    "to begin, write the text of an act as `statutes/PLACE/ACT/en.law` and what it may say in "
    "`statutes/PLACE/PLACE.vocabulary`; `lawc explain L101` shows a small act"
)


def compiled(path: Path) -> Compiled:
    """Compile the act at `path`.

    Raises:
        UsageError: there is no act at `path`.
    """
    from lawc.pipeline import checked

    one = lowered(path)
    with _kept():
        return checked(one)


def lowered(path: Path) -> Lowered:
    """Read and lower the act at `path`; it is still to be checked.

    Raises:
        UsageError: there is no act at `path`.
    """
    from lawc.pipeline import UnreadableError, lower_path

    with _kept():
        try:
            return lower_path(path)
        except UnreadableError as error:
            raise UsageError(str(error)) from error


@contextmanager
def _kept() -> Iterator[None]:
    """Let what is made stay until the command ends: no use in searching it for garbage."""
    with uncollected():
        yield
        gc.freeze()


def law_of(path: Path) -> ir.Law:
    """Return the law at `path`; one with errors is reported and ends the command with 2.

    Raises:
        UsageError: there is no act at `path`.
    """
    result = compiled(path)
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
    found = tuple(problems)
    if not found:
        return
    from lawc.diagnostics.text import render, summary

    for problem in found:
        click.echo(render(problem, colour=sys.stderr.isatty()) + "\n", err=True)
    click.echo(summary(found), err=True)


def worth_showing(problems: Iterable[Diagnostic], *, notes: bool) -> tuple[Diagnostic, ...]:
    """Return the problems a command prints; notes only where they are asked for."""
    from lawc.diagnostics.model import Severity

    return tuple(one for one in problems if notes or one.severity is not Severity.NOTE)


def days_known(law: ir.Law) -> dict[str, date | None]:
    """Return the days that a decision may be told, each with what the law says it is."""
    return {one.key: one.value for one in law.parameters} | dict.fromkeys(law.idle_days)


def days_of(known: Mapping[str, date | None], given: Iterable[str]) -> dict[str, date]:
    """Return the days a decision is asked for: those of the law, then those `given`.

    Args:
        known: the days of the law.
        given: `name=2025-07-05`, as written on the command line.

    Raises:
        UsageError: a name that is no parameter of the law, or a day that is none.
    """
    from lawc.runtime.facts import read_date

    days = {name: day for name, day in known.items() if day is not None}
    said = set[str]()
    for one in given:
        name, sign, text = one.partition("=")
        if name in known and not sign:
            raise UsageError(f"`{one}` says no date: write `{name}=2025-07-05`")
        if name not in known:
            names = ", ".join(known) or "none"
            raise UsageError(f"`{one}` sets no day of this law: its days are {names}")
        if name in said:
            raise UsageError(f"`{name}` is set twice: set it once")
        said.add(name)
        try:
            days[name] = read_date(text)
        except ValueError as error:
            raise UsageError(f"`{text}` is no day: write it as 2025-07-05") from error
    return days


def acts_under(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the statute files at or below the paths, in order.

    Raises:
        UsageError: a path that does not exist, or holds no statute.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_file():
            found[path] = None
            continue
        if not path.is_dir():
            hint = f": {_BEGINNING}" if path == STATUTES else ""
            raise UsageError(f"there is no file or folder `{path}`{hint}")
        below = sorted(one for one in path.rglob("*.law") if one.is_file() and _is_act(one))
        if not below:
            why = f"no file ends in `.law`; {_BEGINNING}"
            if any(one.is_file() for one in path.rglob("*.law")):
                why = "what is in it is applied to an act by `lawc amend`"
            raise UsageError(f"`{path}` holds no statute: {why}")
        found.update(dict.fromkeys(below))
    return tuple(found)


def _is_act(path: Path) -> bool:
    """Tell whether a file is the text of an act, and not in the folder of its amendments."""
    folder = path.parent
    return folder.name != AMENDMENTS or not any(folder.parent.glob("*.law"))
