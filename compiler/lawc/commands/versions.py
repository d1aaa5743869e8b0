"""Versions of statutes: a path, or a path as it is at a commit of git (`main:statutes/x`)."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lawc.commands.problems import acts_under
from lawc.commands.usage import UsageError
from lawc.records import dataclass

if TYPE_CHECKING:
    from lawc.pipeline import ActFolder


@dataclass(frozen=True, slots=True)
class ActText:
    """A text of an act: the file, and where the act stands with what is around it."""

    file: Path
    act: ActFolder


@dataclass(frozen=True)
class Version:
    """A version of some acts; `label` is how the user called it."""

    label: str
    acts: Mapping[str, ActText] = field(default_factory=dict)


@contextmanager
def version_at(said: str) -> Iterator[Version]:
    """Give the version that `said` names, in a folder of its own if it is one of git.

    Raises:
        UsageError: there is no such path, commit or statute.
    """
    path = Path(said)
    ref, colon, inside = said.partition(":")
    if path.exists() or not colon or not ref:
        yield _version(said, path)
        return
    with TemporaryDirectory(prefix="lawc-") as folder:
        yield _version(said, _checked_out(ref, inside, Path(folder)))


def _version(label: str, path: Path) -> Version:
    from lawc.pipeline import find_act

    texts = (path,) if path.is_file() else acts_under((path,))
    root = path if path.is_dir() else path.parent
    acts = {one.relative_to(root).as_posix(): ActText(one, find_act(one)) for one in texts}
    return Version(label, acts)


def _checked_out(ref: str, inside: str, folder: Path) -> Path:
    """Put what a path of a commit needs into `folder`; return the path there.

    The vocabulary of an act, and the acts that it takes terms from, stand around it.
    """
    prefix = _git("rev-parse", "--show-prefix").strip()
    clean = Path(f"{prefix}{inside}").as_posix().strip("/")
    kind = _git(
        "cat-file", "-t", f"{ref}:{clean}" if clean != "." else f"{ref}^{{tree}}"
    ).strip()
    part = Path(clean)
    around = part.parent.parent if kind == "blob" else part.parent
    wanted = around.as_posix() if around.as_posix() != "." else ""
    archive = _archive(ref, wanted)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
    return folder / clean


def _archive(ref: str, wanted: str) -> bytes:
    top = _git("rev-parse", "--show-toplevel").strip()
    command = ["git", "-C", top, "archive", "--format=tar", ref, *([wanted] if wanted else [])]
    return _run(command)


def _git(*arguments: str) -> str:
    return _run(["git", *arguments]).decode("utf-8", "replace")


def _run(command: list[str]) -> bytes:
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise UsageError("a version of a commit needs the program `git`") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"git: {said[-1] if said else 'no reason given'}")
    return done.stdout
