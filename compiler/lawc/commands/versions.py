"""Versions of statutes: a path, or a path as it is at a commit of git (`main:statutes/x`)."""

from __future__ import annotations

import os
import posixpath
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lawc.commands import git
from lawc.commands.problems import acts_under
from lawc.commands.usage import UsageError
from lawc.records import dataclass

if TYPE_CHECKING:
    from lawc.folders import ActFolder

_PROJECT = "pyproject.toml"  # says which version the packages of the acts below have
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")  # where a path of Windows begins: no commit is meant


@dataclass(frozen=True, slots=True)
class ActText:
    """A text of an act: its file, and the folder of the act with what is around it.

    `shown` is the path as others know it: from the top of the repository if it is in one.
    """

    file: Path
    act: ActFolder
    shown: str


@dataclass(frozen=True, slots=True)
class Release:
    """The version that the packages of some acts have; if it is empty, `missing` says why."""

    version: str
    missing: str = ""


_NO_PROJECT = Release("", f"there is no `{_PROJECT}` in its folder or above")
_NO_VERSION = Release("", f"`[project]` in the nearest `{_PROJECT}` has no `version`")
_NOT_TOML = Release("", f"the nearest `{_PROJECT}` cannot be read")
_COMPUTED = Release("", f'the nearest `{_PROJECT}` leaves it open by `dynamic = ["version"]`')


def _no_release() -> Release:
    return _NO_PROJECT


@dataclass(frozen=True)
class Version:
    """A version of some acts; `label` is how the user called it.

    `release` returns which version the packages of these acts have.
    """

    label: str
    acts: Mapping[str, ActText] = field(default_factory=dict)
    is_file: bool = False
    release: Callable[[], Release] = field(default=_no_release, compare=False)


@contextmanager
def version_of(name: str) -> Iterator[Version]:
    """Give the version that `name` means, in a temporary folder if it is at a commit.

    A path of a commit is counted from the top of the repository, as git does; `main:./x` from
    the working directory.

    Raises:
        UsageError: there is no such path, commit or statute.
    """
    path = Path(name)
    ref, colon, inside = name.partition(":")
    if path.exists() or not colon or not ref or _DRIVE.match(name):
        yield _on_disk(name, path)
        return
    at = git.commit(ref, Path.cwd())
    with TemporaryDirectory(prefix="lawc-") as folder:
        yield _at_commit(name, at, _from_top(name, inside, at), Path(folder))


@contextmanager
def versions_against(
    ref: str, name: str, *, merge_base: bool = False
) -> Iterator[tuple[Version, Version]]:
    """Give the versions of a path at a commit and now: one without acts where it is missing.

    With `merge_base` it is the last commit that `ref` and what is checked out have in common.

    Raises:
        UsageError: there is no such commit, or the path is nowhere.
    """
    path = Path(name)
    at = git.left_at(ref, path) if merge_base else git.commit(ref, path)
    real = path.resolve()
    if not real.is_relative_to(at.top):
        raise UsageError(f"`{name}` is not in the repository `{at.top.name}`")
    inside = real.relative_to(at.top).as_posix()
    inside = "" if inside == "." else inside
    if not path.exists() and not at.holds(inside):
        raise UsageError(f"there is no file or folder `{name}`, neither now nor at `{ref}`")
    label = f"{at.ref}:{name}"
    with TemporaryDirectory(prefix="lawc-") as folder:
        old = new = None
        if at.holds(inside):
            old = _at_commit(label, at, inside, Path(folder), may_lack=path.exists())
        if path.exists():
            new = _on_disk(name, path, may_lack=old is not None and bool(old.acts))
        yield old or Version(readable(label)), new or Version(readable(name))


def _on_disk(label: str, path: Path, *, may_lack: bool = False) -> Version:
    try:
        top = git.repository(path)
    except UsageError:  # no git, or it refuses: nothing of it is needed here
        top = None
    version = _version(label, path, top, may_lack=may_lack)
    return replace(version, release=lambda: _release_above(path))


def _release_above(path: Path) -> Release:
    """Return the version in the nearest project file above a path."""
    for folder in (path.resolve(), *path.resolve().parents):
        file = folder / _PROJECT
        if file.is_file():
            return _release(file.read_text("utf-8", errors="replace"))
    return _NO_PROJECT


def _release_at(at: git.Commit, inside: str) -> Release:
    """Return the version in the nearest project file above a path of a commit."""
    parts = inside.split("/") if inside else []
    for number in range(len(parts), -1, -1):
        text = at.text(posixpath.join(*parts[:number], _PROJECT))
        if text is not None:
            return _release(text)
    return _NO_PROJECT


def _release(text: str) -> Release:
    try:
        project = tomllib.loads(text).get("project")
    except tomllib.TOMLDecodeError:
        return _NOT_TOML
    if not isinstance(project, dict):
        return _NO_VERSION
    match project:
        case {"version": str(version)} if version:
            return Release(version)
        case {"dynamic": [*keys]} if "version" in keys:
            return _COMPUTED
        case _:
            return _NO_VERSION


def _version(label: str, path: Path, top: Path | None, *, may_lack: bool) -> Version:
    """Return the acts at `path`; none is an error unless the version may lack them."""
    from lawc.folders import UnreadableError, find_act

    texts: tuple[Path, ...]
    try:
        texts = acts_under((path,))
    except UsageError:
        if not (may_lack and path.is_dir()):
            raise
        texts = ()
    root = path if path.is_dir() else path.parent
    try:
        acts = {
            text.relative_to(root).as_posix(): ActText(
                text, find_act(text), _display_path(text, top)
            )
            for text in texts
        }
    except UnreadableError as error:
        raise UsageError(f"{error}".replace(f"`{path}`", f"`{label}`")) from error
    return Version(readable(label), acts, path.is_file())


def readable(name: str) -> str:
    """Return a name as text: what is no UTF-8 in it is spelled out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _display_path(file: Path, top: Path | None) -> str:
    real = file.resolve()
    for above in (top, Path.cwd()):
        if above is not None and real.is_relative_to(above.resolve()):
            return real.relative_to(above.resolve()).as_posix()
    return real.as_posix()


def _from_top(name: str, inside: str, at: git.Commit) -> str:
    """Return a path of a commit, as the user gave it, from the top of the repository."""
    here = Path.cwd().resolve()
    prefix = here.relative_to(at.top).as_posix() if here.is_relative_to(at.top) else ""
    relative = inside in (".", "..") or inside.startswith(("./", "../"))
    path = posixpath.normpath(posixpath.join(prefix if relative else "", inside or "."))
    if path.startswith(("..", "/")):
        raise UsageError(f"`{name}` is outside the repository `{at.top.name}`")
    path = "" if path == "." else path
    if not at.holds(path):
        here_too = posixpath.normpath(posixpath.join(prefix, inside))
        hint = ""
        if not relative and prefix and at.holds(here_too):
            hint = f"; from this folder it is `{at.ref}:./{inside}`"
        raise UsageError(f"there is no `{inside}` at `{at.ref}`{hint}")
    return path


def _at_commit(
    label: str, at: git.Commit, inside: str, folder: Path, *, may_lack: bool = False
) -> Version:
    """Return the acts at a path of a commit, written into `folder`.

    The vocabulary of an act, and the acts that it takes terms from, stand around it. Acts are
    called by the folders that they are in, so these keep their names.
    """
    top = folder / at.top.parent.name / at.top.name
    around = posixpath.dirname(inside)
    if inside and not at.is_folder(inside):
        around = posixpath.dirname(around)
    at.write(around, top)
    path = top / inside
    if at.is_folder(inside):
        path.mkdir(parents=True, exist_ok=True)
    elif not path.is_file():  # no statute by its name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    try:
        version = _version(label, path, top.resolve(), may_lack=may_lack)
    except UsageError as error:
        message = error.format_message().replace(os.fspath(path), label)
        raise UsageError(message) from error
    return replace(version, release=lambda: _release_at(at, inside))
