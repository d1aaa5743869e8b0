"""Loading the Python package of a law that was just compiled.

The package is written into the cache by the digest of its files and imported from there, so
that its bytecode is kept, and so that other processes can load it by name.
"""

from __future__ import annotations

import hashlib
import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lawc.backends.python.emit import Header, emit
from lawc.cache import cache_folder
from lawc.files import write_folder
from lawc.ir import nodes as ir
from lawc.runtime.facts import FactError


@dataclass(frozen=True, slots=True)
class Module:
    """Where a package lies: the folder that holds it, its name, and the class of a case."""

    folder: Path
    name: str
    root: str


@dataclass(frozen=True, slots=True)
class Package:
    """What is used of an imported package."""

    root: Any
    decide: Callable[..., Any]
    explain: Callable[..., Any]
    error: type[Exception]


def load(law: ir.Law) -> Module:
    """Write the package of `law` into the cache and return where it is."""
    files = emit(law, Header("", law.act, ""))
    digest = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()[:24]
    folder = cache_folder() / "packages" / digest
    package = folder / law.package
    if not (folder / "complete").is_file():
        write_folder(package, files)
        (folder / "complete").touch()
    return Module(folder, law.package, _class_name(law.kinds[0].key))


@cache
def loaded(module: Module) -> Package:
    """Import a package that `load` wrote."""
    sys.path.insert(0, str(module.folder))
    try:
        sys.modules.pop(module.name, None)
        package = importlib.import_module(module.name)
    finally:
        sys.path.remove(str(module.folder))
    return Package(
        getattr(package, module.root), package.decide, package.explain, FactError
    )


def _class_name(key: str) -> str:
    return "".join(part.capitalize() for part in key.split("_"))
