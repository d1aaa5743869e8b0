"""New files, made in a folder of their own, tried there, and moved into place: all or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from lawc.commands.usage import UsageError


@contextmanager
def moved_into(
    root: Path, texts: Mapping[str, str]
) -> Iterator[tuple[Path, Callable[[], None]]]:
    """Yield a folder with `texts` by their paths, and a function that moves them into `root`.

    Folders and files that are there stay as they are; if the function is not called, or fails,
    nothing is left in `root`.
    """
    made = [path for path in (root, *root.parents) if not path.exists()]
    root.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=root, prefix=".new."))
    try:
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        yield folder, lambda: _move(folder, root, tuple(texts))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for path in made:
            with suppress(OSError):  # it has something in it
                path.rmdir()


def _move(folder: Path, root: Path, names: tuple[str, ...]) -> None:
    """Move files from `folder` to the same paths in `root`, or none of them.

    Raises:
        UsageError: a file is there already.
    """
    moved: list[Path] = []
    made: list[Path] = []
    try:
        for name in names:
            target = root / name
            above = [path for path in target.parents if not path.exists()]
            made += above
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:  # refuses what is there
                moved.append(target)
                file.write((folder / name).read_bytes())
    except BaseException as error:
        for path in moved:
            path.unlink(missing_ok=True)
        for path in made:
            with suppress(OSError):
                path.rmdir()
        if isinstance(error, FileExistsError):
            raise UsageError(f"`{error.filename}` is there already") from error
        raise
