"""`lawc build --package`: each statute as a project that `pip` installs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.usage import UsageError
from lawc.commands.versions import version_of
from lawc.files import differing, write_all, write_folder
from lawc.version import __version__

if TYPE_CHECKING:
    from lawc.ir import nodes as ir

_OURS = b"Written by lawc "


def release_of(path: Path, given: str | None) -> str:
    """Return the version of the packages of the acts at `path`: `given`, or of their project.

    Raises:
        UsageError: there is none, or it is no version.
    """
    from lawc.backends.python.shipping import is_version

    version = given
    if version is None:
        with version_of(str(path)) as stated:
            release = stated.release()
        if release.missing:
            raise UsageError(
                f"which version has the package? {release.missing}; say it by "
                "`--release 1.4.2` (`lawc diff --bump` says which step a change needs)"
            )
        version = release.version
    if not is_version(version):
        raise UsageError(f"`{version}` is no version such as `1.4.2`")
    return version


def write_projects(
    packages: Mapping[str, Mapping[str, str]],
    laws: Mapping[str, ir.Law],
    version: str,
    folder: Path,
) -> None:
    """Write a project for each package, given as its files and its law.

    Raises:
        UsageError: a folder holds what this program did not write, or cannot be written.
    """
    from lawc.backends.python.plan import Plan
    from lawc.backends.python.shipping import shipped

    projects = []
    for name, files in packages.items():
        root = Plan(laws[name]).classes[laws[name].kinds[0].key]
        projects.append(shipped(name, files, version, root, __version__))
    for project in projects:
        _refuse_what_is_not_ours(folder / project.name)
    for project in projects:
        place = folder / project.name
        around = {place / name: text for name, text in project.around.items()}
        fresh = all(
            path.is_file() and path.read_bytes() == text.encode()
            for path, text in around.items()
        )
        inside = place / "src" / project.package
        try:
            if fresh and not differing(inside, project.inside):
                click.echo(f"{place.as_posix()} is unchanged")
                continue
            write_all(around)
            write_folder(inside, project.inside)
        except OSError as error:
            raise UsageError(f"`{place}` cannot be written: {error.strerror}") from error
        click.echo(f"wrote {place.as_posix()}: pip install {os.path.relpath(place)}{os.sep}")


def _refuse_what_is_not_ours(place: Path) -> None:
    if not place.exists() or (place.is_dir() and not any(place.iterdir())):
        return
    project = place / "pyproject.toml"
    if not (project.is_file() and _OURS in project.read_bytes()):
        raise UsageError(f"`{place}` is no package that lawc wrote: move it away first")
