"""Emitted packages, imported: for tests that run what the Python backend writes."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from itertools import count
from pathlib import Path
from typing import Any

from lawc.backends.python.emit import Header, emit
from lawc.ir import nodes as ir

HEADER = Header("0.0.0", "a/law/en.law")
_NUMBERS = count(1)


def write(law: ir.Law, folder: Path) -> Path:
    """Write the package of `law` below `folder` and return where it is."""
    place = folder / law.package
    place.mkdir(parents=True, exist_ok=True)
    for name, text in emit(law, HEADER).items():
        (place / name).write_bytes(text.encode("utf-8"))
    return place


def package(law: ir.Law, folder: Path) -> Any:
    """Return the package of `law`, imported under a name that was never used."""
    number = next(_NUMBERS)
    place = write(law, folder / str(number))
    name = f"emitted_{number}"
    spec = spec_from_file_location(
        name, place / "__init__.py", submodule_search_locations=[str(place)]
    )
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
