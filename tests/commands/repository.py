"""A repository of git as a user has it, for tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from lawc.diagnostics.explain import example_vocabulary

ACT = "statutes/town/library"
TEXT = f"{ACT}/en.law"
VOCABULARY = "statutes/town/readers.vocabulary"
LAW = """\
LIBRARY RULES

Article 1. Cards

1. A person who lives in the town and who attends a school of the town is entitled to a card.
2. The base is 4 euro.

Article 2. Reading room

A person who lives in the town is admitted to the reading room.
"""
CONDITION = "lives in the town and who attends a school of the town is entitled"
WIDER = "lives in the town is entitled"
ROOM = "lives in the town is admitted"
NARROWER = "lives in the town and who attends a school of the town is admitted"
HEADING = "Article 1. Cards"
WORDING = "Article 1. Library cards"
_SETTINGS = (
    *("-c", "user.name=A", "-c", "user.email=a@example.org"),
    *("-c", "maintenance.auto=false"),  # which would start one more process
)


def git(*arguments: str, at: Path | None = None, **environment: str) -> str:
    """Run git, and return what it prints; it reads no settings of the machine."""
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(  # noqa: S603 - our own arguments
        ["git", *_SETTINGS, *arguments],  # noqa: S607
        cwd=at,
        env={**os.environ, **quiet, **environment},
        capture_output=True,
        check=False,
    )
    said = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 0, said
    return said


def repository(folder: Path) -> Path:
    """Make `folder` a repository with one commit on `main`: the rules of a library."""
    statutes(folder)
    git("init", "-q", "-b", "main", "--template=", at=folder)
    return committed(folder)


def statutes(folder: Path) -> Path:
    """Write the rules of a library, and their vocabulary."""
    (folder / ACT).mkdir(parents=True)
    (folder / TEXT).write_text(LAW, encoding="utf-8")
    (folder / VOCABULARY).write_text(example_vocabulary(), encoding="utf-8")
    return folder


def committed(folder: Path) -> Path:
    """Commit all that is in a repository."""
    git("add", "-A", at=folder)
    git("commit", "-q", "-m", "a commit", at=folder)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Replace some words of a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
