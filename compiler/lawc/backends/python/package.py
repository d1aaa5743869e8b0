"""Importing the Python package of a law from the cache, or from memory.

A package stands there under the digest of its files, so that its bytecode is kept, and so that
other processes can load it. It is imported under a name of its own: two versions of a law, and
the package in `generated/`, can be loaded side by side.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import cache_from_source, module_from_spec, spec_from_file_location
from pathlib import Path, PurePath
from types import ModuleType
from typing import Any

from lawc.records import dataclass
from lawc.runtime.facts import FactError


@dataclass(frozen=True, slots=True)
class Module:
    """Where a package lies, the name it is imported under, and the class of a case.

    A package that lies nowhere (no `folder`) has its `files` here.
    """

    folder: Path | None
    name: str
    root: str
    files: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """What is used of an imported package; `names` are those of the days as arguments."""

    root: Any
    decide: Callable[..., Any]
    error: type[Exception]
    names: Mapping[str, str]


def digest(files: Mapping[str, str]) -> str:
    """Return the digest of the files of a package."""
    return hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()[:24]


@cache
def loaded(module: Module) -> Package:
    """Import a package that `load` wrote."""
    package: Any = sys.modules.get(module.name)
    if package is None:
        try:
            package = _imported(module)
        except (EOFError, ValueError):  # bytecode that a full disk has cut off
            _forget_bytecode(module)
            package = _imported(module)
    names = package.decisions.ENGINE.days
    return Package(getattr(package, module.root), package.decide, FactError, names)


def _imported(module: Module) -> ModuleType:
    spec = _spec(module)
    assert spec is not None
    assert spec.loader is not None
    package = sys.modules[module.name] = module_from_spec(spec)
    try:
        spec.loader.exec_module(package)
    except BaseException:
        for name in [name for name in sys.modules if f"{name}.".startswith(f"{module.name}.")]:
            del sys.modules[name]
        raise
    return package


def _forget_bytecode(module: Module) -> None:
    import shutil  # noqa: PLC0415 - seldom needed

    if module.folder is not None:
        kept = Path(cache_from_source(str(module.folder / "__init__.py"))).parent
        shutil.rmtree(kept, ignore_errors=True)


def _spec(module: Module) -> ModuleSpec | None:
    if module.folder is None:
        memory = _Memory(module)
        sys.meta_path.insert(0, memory)
        return memory.find_spec(module.name, None)
    init = module.folder / "__init__.py"
    folders = [str(module.folder)]
    return spec_from_file_location(module.name, init, submodule_search_locations=folders)


class _Memory(MetaPathFinder, InspectLoader):
    """The modules and data of one package, from texts; Python calls these methods."""

    def __init__(self, module: Module) -> None:
        self._package = module.name
        self._files = dict(module.files)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        file = self._file(fullname)
        if file not in self._files:
            return None
        spec = ModuleSpec(fullname, self, origin=f"{self._package}/{file}")
        if self.is_package(fullname):
            spec.submodule_search_locations = []
        return spec

    def _file(self, fullname: str) -> str:
        if self.is_package(fullname):
            return "__init__.py"
        package, _, name = fullname.rpartition(".")
        return f"{name}.py" if package == self._package else ""

    def is_package(self, fullname: str) -> bool:
        return fullname == self._package

    def get_source(self, fullname: str) -> str:
        return self._files[self._file(fullname)]

    def get_data(self, path: str) -> bytes:
        """Return a file beside a module, as loaders of files do."""
        return self._files[PurePath(path).name].encode()
