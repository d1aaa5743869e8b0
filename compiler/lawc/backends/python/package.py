"""Importing the Python package of a law from the cache.

A package stands there under the digest of its files, so that its bytecode is kept, and so that
other processes can load it. It is imported under a name of its own: two versions of a law, and
the package in `generated/`, can be loaded side by side.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from lawc.records import dataclass
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


def digest(files: Mapping[str, str]) -> str:
    """Return the digest of the files of a package."""
    return hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()[:24]


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
