"""The cache: results kept between runs that can be computed again.

Code is kept there too, and runs. So a cache is used only if it is this user's alone.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

_OTHERS = 0o022  # the rights of others to write


@cache
def cache_folder() -> Path:
    """Return a folder to which only this user can write: kept, or for this run alone."""
    try:
        base = os.environ.get("XDG_CACHE_HOME")
        folder = (Path(base) if base else Path.home() / ".cache") / "lawc"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(folder):
            sys.stderr.write(
                f"lawc: the cache `{folder}` is not used, because others can write to it: "
                f"delete it, or set its rights with `chmod 700`\n"
            )
        elif os.access(folder, os.W_OK):
            return folder.resolve()
    except (OSError, RuntimeError):  # there may be no home folder at all
        pass
    return _for_this_run()


def kept_folder(*names: str) -> Path:
    """Return the folder `names` of the cache, created if it is not there.

    It is for this run alone if something in it, or on the way to it, belongs to another user.
    """
    top = cache_folder()
    folder = top.joinpath(*names)
    folder.mkdir(parents=True, exist_ok=True)
    way = (top.joinpath(*names[:end]) for end in range(1, len(names)))
    if all(map(_is_owned, way)) and is_own(folder):
        return folder
    folder = _for_this_run().joinpath(*names)
    folder.mkdir(parents=True)
    return folder


def is_own(folder: Path) -> bool:
    """Return whether `folder` and all that is in it belongs to this user."""
    return _is_owned(folder) and all(map(_is_owned, folder.rglob("*")))


def _is_owned(path: Path) -> bool:
    status = _status(path)
    return status is None or status.st_uid == os.geteuid()


def _is_private(path: Path) -> bool:
    """Return whether `path` belongs to this user and nobody else can write to it."""
    status = _status(path)
    return _is_owned(path) and (status is None or not status.st_mode & _OTHERS)


def _status(path: Path) -> os.stat_result | None:
    """Return the status of a path, None if files have no owners here or it is gone."""
    if not hasattr(os, "geteuid"):
        return None
    try:
        return path.stat()
    except FileNotFoundError:  # another process has just replaced it
        return None


def _for_this_run() -> Path:
    import atexit  # noqa: PLC0415 - what is seldom needed costs no start any time
    import tempfile  # noqa: PLC0415

    folder = Path(tempfile.mkdtemp(prefix="lawc-"))
    atexit.register(_remove, folder, os.getpid())
    return folder


def _remove(folder: Path, owner: int) -> None:
    import shutil  # noqa: PLC0415

    if os.getpid() == owner:  # not a process that was forked from it
        shutil.rmtree(folder, ignore_errors=True)
