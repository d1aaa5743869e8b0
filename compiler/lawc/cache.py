"""Where what can be computed again is kept between runs."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path


@cache
def cache_folder() -> Path:
    """Return a folder that can be written to: the user's cache, else one for this run."""
    try:
        base = os.environ.get("XDG_CACHE_HOME")
        folder = (Path(base) if base else Path.home() / ".cache") / "lawc"
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder.resolve()
    except (OSError, RuntimeError):  # there may be no home folder at all
        pass
    return _for_this_run()


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
