"""The package of an act to decide with: compiled, or as it was compiled the last time.

What it follows from is looked at each time, and the package itself, so that one that is out of
date or was touched is made again.
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
    """A package, and the days that it asks for with what the law says they are."""

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
    return _kept(path, follows) or _made(statute, path, follows)


def _kept(path: Path, follows: str) -> Ready | None:
    """Return what is kept at `path`, None if it follows from something else or is not whole."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads(path.read_text(encoding="utf-8"))
        folder = Path(said["folder"])
        module = Module(folder, said["name"], said["root"])
        if said["follows"] != follows or not is_own(folder):
            return None
        files = {file.name: file.read_text("utf-8") for file in folder.glob("*.*")}
        if module.name.endswith(f"_{digest(files)}"):
            days = said["days"].items()
            return Ready(module, {key: day and date.fromisoformat(day) for key, day in days})
    return None


def _made(statute: Path, path: Path, follows: str) -> Ready:
    from lawc.backends.python.load import load

    law = deciding(statute)
    made = Ready(load(law), days_known(law))
    if made.module.folder is None:
        click.echo("lawc: the cache cannot be written: each run compiles the act", err=True)
        return made
    folder, name, root = str(made.module.folder), made.module.name, made.module.root
    days = {key: day and day.isoformat() for key, day in made.days.items()}
    said = {"follows": follows, "folder": folder, "name": name, "root": root, "days": days}
    with suppress(OSError):
        write_file(path, json.dumps(said))
    return made
