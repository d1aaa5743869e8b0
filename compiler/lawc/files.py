"""Files written beside and renamed: on disk is always the old text or the new, never half.

Reading has a bound, since some files have no end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TextIO

LARGEST = 64_000_000  # bytes of a file; more is refused


class TooLargeError(Exception):
    """A file holds more than `LARGEST` bytes."""

    def __str__(self) -> str:
        """Return the message, to stand behind the name of the file."""
        return f"is larger than {LARGEST:,} bytes"


def read_whole(file: IO[bytes]) -> bytes:
    """Return all that `file` holds.

    Raises:
        TooLargeError: the file has more than `LARGEST` bytes, or no end.
    """
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise TooLargeError
    return data


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """Open a text to be written to `path`, all of it or, if the block fails, nothing.

    A link is followed. A pipe, a terminal or other irregular file is written to directly.
    """
    real = path.resolve()
    if real.exists() and not real.is_file():
        with real.open("w", encoding="utf-8") as file:
            yield file
        return
    beside = real.with_name(f".{real.name[:100]}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        if real.exists():
            beside.chmod(real.stat().st_mode & 0o777)
        beside.replace(real)
    except BaseException as error:
        if isinstance(error, OSError) and error.filename == str(beside):
            error.filename = str(path)  # the name that the caller knows
        with suppress(OSError):
            beside.unlink()
        raise


def write_all(files: Mapping[Path, str | bytes]) -> None:
    """Write all of `files`, or none of them if any cannot be written."""
    with ExitStack() as stack:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content.encode() if isinstance(content, str) else content
            file = stack.enter_context(writing(path))
            file.buffer.write(data)
            file.flush()  # a full disk is noticed before anything is renamed


def write_file(path: Path, text: str) -> None:
    """Write `text` to `path`, all of it or nothing; create missing folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with writing(path) as file:
        file.write(text)


def write_folder(folder: Path, files: Mapping[str, str]) -> bool:
    """Make `files` all the files of `folder`; return whether that changed anything.

    Nothing in `folder` changes before all new files are on the disk. Several processes may
    write the same files at once: none sees, or removes, unfinished files of another.
    """
    import shutil  # noqa: PLC0415 - a command that writes no folder starts without it
    import tempfile  # noqa: PLC0415

    stale = differing(folder, files)
    if not stale:
        return False
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name[:100]}."))
    try:
        new = [name for name in files if name in stale]
        for name in new:
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_text(files[name], encoding="utf-8", newline="\n")
        for name in new:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).replace(folder / name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    for name in sorted(stale - files.keys()):
        (folder / name).unlink(missing_ok=True)
    return True


def differing(folder: Path, files: Mapping[str, str]) -> set[str]:
    """Return the names of the files that are not the same in `folder` and in `files`."""
    names = {
        path.relative_to(folder).as_posix()
        for path in (folder.rglob("*") if folder.is_dir() else ())
        if not path.is_dir() and "__pycache__" not in path.parts
    }
    wrong = names - files.keys()
    for name, text in files.items():
        if name not in names or (folder / name).read_bytes() != text.encode():
            wrong.add(name)
    return wrong
