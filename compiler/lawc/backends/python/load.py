"""Loading the Python package of a law that was just compiled.

The package is written into the cache by the digest of its files and imported from there, so
that its bytecode is kept, and so that other processes can load it. It is imported under a name
of its own: two versions of a law, and the package in `generated/`, can be loaded side by side.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from lawc.backends.python.emit import Header, emit
from lawc.backends.python.plan import Plan
from lawc.cache import cache_folder
from lawc.files import write_folder
from lawc.ir import nodes as ir
from lawc.runtime.facts import FactError


@dataclass(frozen=True, slots=True)
class Module:
    """Where a package lies, the name it is imported under, and the class of a case."""

    folder: Path
    name: str
    root: str


@dataclass(frozen=True, slots=True)
class Package:
    """What is used of an imported package."""

    root: Any
    decide: Callable[..., Any]
    error: type[Exception]


def load(law: ir.Law) -> Module:
    """Write the package of `law` into the cache and return where it is."""
    files = emit(law, Header("", law.act, ""))
    digest = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()[:24]
    folder = cache_folder() / "packages" / digest / law.package
    write_folder(folder, files)
    return Module(folder, f"{law.package}_{digest}", Plan(law).classes[law.kinds[0].key])


@cache
def loaded(module: Module) -> Package:
    """Import a package that `load` wrote."""
    package: Any = sys.modules.get(module.name)
    if package is None:
        init = module.folder / "__init__.py"
        spec = spec_from_file_location(
            module.name, init, submodule_search_locations=[str(module.folder)]
        )
        assert spec is not None
        assert spec.loader is not None
        package = sys.modules[module.name] = module_from_spec(spec)
        spec.loader.exec_module(package)
    return Package(getattr(package, module.root), package.decide, FactError)
