"""Writing the Python package of a law that was just compiled where it can be imported."""

from __future__ import annotations

from lawc.backends.python.emit import Header, emit
from lawc.backends.python.package import Module, digest
from lawc.backends.python.plan import Plan
from lawc.cache import kept_folder
from lawc.files import write_folder
from lawc.ir import nodes as ir


def load(law: ir.Law) -> Module:
    """Write the package of `law` into the cache and return where it is.

    A package that cannot be written, as on a disk that is full, stays in memory.
    """
    files = emit(law, Header("", law.act))
    name = digest(files)
    root = Plan(law).classes[law.kinds[0].key]
    try:
        folder = kept_folder("packages", name, law.package)
        write_folder(folder, files)
    except OSError:
        return Module(None, f"{law.package}_{name}", root, tuple(files.items()))
    return Module(folder, f"{law.package}_{name}", root)
