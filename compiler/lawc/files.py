"""Files are written beside and renamed: what is on disk is the old text or the new one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_file(path: Path, text: str) -> None:
    """Write `text` to `path`, all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        Path(beside).chmod(mode)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write `files` into `folder` and take away what else this program wrote there before."""
    for name, text in files.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            write_file(path, text)
    for stale in sorted(differing(folder, files)):
        (folder / stale).unlink()


def differing(folder: Path, files: Mapping[str, str]) -> set[str]:
    """Return the names in `folder` or in `files` whose texts are not the same in both."""
    found = {
        str(path.relative_to(folder).as_posix())
        for path in (folder.rglob("*") if folder.is_dir() else ())
        if path.is_file() and "__pycache__" not in path.parts
    }
    wrong = {name for name in found if name not in files}
    for name, text in files.items():
        path = folder / name
        if name not in found or path.read_bytes() != text.encode():
            wrong.add(name)
    return wrong
