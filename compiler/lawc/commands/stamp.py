"""The digest of the last build, kept in the cache; it saves a build, never decides."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from lawc.cache import cache_folder
from lawc.files import write_file
from lawc.version import __version__

_CODE = (".py", ".j2", ".json", ".css", ".lark", ".numbering")


class Stamp:
    """The digest of what a build of `texts` into `out` reads, and of what it wrote."""

    def __init__(self, texts: tuple[Path, ...], out: Path) -> None:
        self.inputs = inputs(texts)
        self.out = out.resolve()
        key = json.dumps([str(self.out), *(str(path.resolve()) for path in texts)])
        name = hashlib.sha256(key.encode()).hexdigest()[:24]
        self.path = cache_folder() / "built" / f"{name}.json"

    def holds(self) -> bool:
        """Return whether nothing read or written has changed since the stamp was set."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            stamp = json.loads(self.path.read_text(encoding="utf-8"))
            outputs = self._outputs(stamp["packages"])
            return bool(stamp["inputs"] == self.inputs and stamp["outputs"] == outputs)
        return False

    def set(self, packages: Iterable[str]) -> None:
        """Remember this build."""
        names = sorted(packages)
        data = {"packages": names, "inputs": self.inputs, "outputs": self._outputs(names)}
        with suppress(OSError):
            write_file(self.path, json.dumps(data))

    def _outputs(self, names: Iterable[str]) -> str:
        return _digest_of(
            path
            for name in names
            for path in (self.out / name).rglob("*")
            if "__pycache__" not in path.parts
        )


def inputs(texts: tuple[Path, ...]) -> str:
    """Return the digest of all that the packages of `texts` follow from."""
    return _digest_of(_statutes(texts), __version__, _program())


def _statutes(texts: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the statutes with those beside them."""
    yield from texts
    for root in {path.resolve().parent.parent for path in texts}:
        yield from root.glob("*.vocabulary")
        yield from root.glob("*.numbering")
        yield from root.glob("*/*.law")


@cache  # a program that runs stays as it was read
def _program() -> str:
    """Return the digest of this program and the grammar."""
    code = Path(__file__).parents[1]
    folders = (code, code.parents[1] / "grammar")
    files = (path for folder in folders for path in folder.rglob("*"))
    return _digest_of(path for path in files if path.suffix in _CODE)


def _digest_of(paths: Iterable[Path], *others: str) -> str:
    total = hashlib.sha256(repr(others).encode())
    for path in sorted({path.resolve() for path in paths if path.is_file()}):
        total.update(f"{path}\0".encode(errors="surrogateescape"))
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
