"""The package of an act to decide with: compiled, or as it was compiled the last time.

The inputs of the package and the package itself are compared each time with what is recorded of
them: a package that is out of date, or that somebody touched, is compiled again.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from lawc.backends.python.package import Module, digest
from lawc.cache import cache_folder, is_own
from lawc.commands.problems import days_known, deciding
from lawc.commands.stamp import inputs
from lawc.files import write_file


class Ready(NamedTuple):
    """A package, and the days that a decision can set, with their dates in the law, if any."""

    module: Module
    days: dict[str, date | None]


def ready(statute: Path) -> Ready:
    """Return the package of the act at `statute`; errors in it end the command with 2.

    Raises:
        UsageError: there is no act at `statute`, or it decides nothing.
    """
    text = statute / "en.law" if statute.is_dir() else statute
    follows = inputs((text,)) if text.is_file() else ""
    name = hashlib.sha256(str(text.resolve()).encode(errors="surrogateescape")).hexdigest()[:24]
    path = cache_folder() / "ready" / f"{name}.json"
    return _load_kept(path, follows) or _compile(statute, path, follows)


def _load_kept(path: Path, follows: str) -> Ready | None:
    """Return the package recorded at `path`, None if it has other inputs or is not whole."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        record = json.loads(path.read_text(encoding="utf-8"))
        folder = Path(record["folder"])
        module = Module(folder, record["name"], record["root"])
        if record["follows"] != follows or not is_own(folder):
            return None
        files = {file.name: file.read_text("utf-8") for file in folder.glob("*.*")}
        if module.name.endswith(f"_{digest(files)}"):
            days = record["days"].items()
            return Ready(module, {key: day and date.fromisoformat(day) for key, day in days})
    return None


def _compile(statute: Path, path: Path, follows: str) -> Ready:
    from lawc.backends.python.load import load

    law = deciding(statute)
    package = Ready(load(law), days_known(law))
    if package.module.folder is None:
        click.echo("lawc: the cache cannot be written: each run compiles the act", err=True)
        return package
    folder, name, root = str(package.module.folder), package.module.name, package.module.root
    days = {key: day and day.isoformat() for key, day in package.days.items()}
    record = {"follows": follows, "folder": folder, "name": name, "root": root, "days": days}
    with suppress(OSError):
        write_file(path, json.dumps(record))
    return package
