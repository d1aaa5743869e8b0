"""Rules for every file: imports point one way, sizes, exactness, and nothing of one act."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAWC = ROOT / "compiler/lawc"
MODULES = sorted(LAWC.rglob("*.py"))

# Each part of the compiler, and the parts that it may import besides itself.
READ = ("source", "diagnostics")
KNOWN = (*READ, "runtime", "ir", "syntax", "vocabulary")
MEANING = (*KNOWN, "meaning", "whatif", "lower", "check")
MAY_IMPORT = {
    "records": (),  # which all of them may import, as they may the standard library
    "files": (),
    "source": (),
    "runtime": (),
    "cache": (),
    "memory": (),
    "beside": (),
    "diagnostics": READ,
    "ir": (*READ, "runtime"),
    "syntax": (*READ, "files", "cache"),
    "amend": (*READ, "syntax"),
    "vocabulary": (*READ, "syntax", "runtime", "ir"),
    "meaning": (*READ, "runtime", "ir"),
    "whatif": (*READ, "runtime", "ir", "meaning"),
    "lower": KNOWN,
    "check": (*KNOWN, "amend", "lower"),
    "echo": (*KNOWN, "amend", "lower"),
    "testing": (*READ, "runtime", "ir", "meaning", "whatif"),
    "plan": (*READ, "runtime", "ir", "meaning"),
    "backends": (*MEANING, "plan", "amend", "files", "cache"),
    "register": (*MEANING, "backends"),
    "prove": (*MEANING, "backends"),
    "compare": (*MEANING, "amend", "testing", "backends", "prove", "version"),
    "synth": (*READ, "runtime", "ir", "backends", "prove", "files"),
    "impact": (*MEANING, "plan", "backends", "compare", "prove", "register"),
    "folders": ("source", "syntax", "files"),
    "pipeline": (*MEANING, "folders", "memory"),
    "desk": (*MEANING, "amend", "testing", "folders", "pipeline"),
    "service": (*MEANING, "backends", "desk"),
    "commands": (
        "service",
        *MEANING,
        "desk",
        "echo",
        "plan",
        "amend",
        "testing",
        "backends",
        "folders",
        "pipeline",
        "register",
        "prove",
        "compare",
        "synth",
        "impact",
        "files",
        "cache",
        "memory",
        "beside",
        "version",
    ),
    "version": (),
    "cli": ("commands", "version"),
    "__main__": ("cli",),
    "__init__": (),
}

WHERE = {
    "lark": ("syntax/tables.py",),
    "jinja2": ("backends/",),
    "markupsafe": ("backends/",),  # what Jinja escapes with
    "click": ("cli.py", "commands/"),
    "z3": ("backends/smt/", "prove/", "compare/effects.py", "compare/formulas.py"),
    "docx": ("backends/documents/", "desk/word.py"),
    "polars": ("backends/relational/", "register/", "synth/", "impact/"),
    "numpy": ("synth/", "impact/"),
    "scipy": ("synth/counting.py", "impact/hiding.py"),
    "duckdb": ("backends/relational/duckdb_engine.py", "register/copying.py"),
    "sqlglot": ("backends/relational/",),
    "psycopg": ("register/postgres.py",),
    "pyspark": ("register/spark.py",),
    "pyarrow": ("register/spark.py",),
    "vl_convert": ("impact/rendering/",),
    "xlsxwriter": ("impact/rendering/",),
    "starlette": ("service/",),
    "uvicorn": ("commands/serve.py",),
    "rich": ("commands/", "backends/documents/", "impact/rendering/"),
}
LONGEST_FILE, LONGEST_FUNCTION = 400, 60


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Return all nodes of the tree of a module."""
    return tuple(ast.walk(tree_of(path)))


def name_of(path: Path) -> str:
    """Return how a file is called in messages."""
    return path.relative_to(LAWC).as_posix()


def part_of(module: str) -> str:
    """Return the part of the compiler that `lawc.x.y` belongs to."""
    return module.split(".")[1] if "." in module else "__init__"


def imported(path: Path) -> Iterator[str]:
    """Yield the modules that a module imports, also inside functions."""
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield str(node.module)


def test_imports_point_one_way() -> None:
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in MODULES
        for part in [part_of("lawc." + name_of(path).removesuffix(".py").replace("/", "."))]
        for module in imported(path)
        if module.split(".")[0] == "lawc"
        and part_of(module) not in (part, "records", *MAY_IMPORT[part])
    ]

    assert wrong == []


def test_what_others_wrote_is_imported_where_it_is_used() -> None:
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in MODULES
        for module in imported(path)
        for top in [module.split(".")[0]]
        if top != "lawc" and top not in sys.stdlib_module_names
        if not name_of(path).startswith(WHERE.get(top, ()))
    ]

    assert wrong == []


def test_the_runtime_needs_the_standard_library_only() -> None:
    outside = {
        module
        for path in (LAWC / "runtime").glob("*.py")
        for module in imported(path)
        if not module.startswith("lawc.runtime")
    }

    assert {one.split(".")[0] for one in outside} <= sys.stdlib_module_names


def test_no_file_is_too_long() -> None:
    lengths = {name_of(one): len(one.read_text("utf-8").splitlines()) for one in MODULES}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    lengths = {
        f"{name_of(path)} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in MODULES
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef)
    }

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_nothing_is_computed_with_floating_point() -> None:
    found = [
        f"{name_of(path)}: {ast.unparse(node)}"
        for path in MODULES
        for node in nodes_of(path)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
        or (isinstance(node, ast.Call) and ast.unparse(node.func) == "float")
    ]

    assert found == []


def test_packages_hold_a_description_and_no_code() -> None:
    for path in LAWC.rglob("__init__.py"):
        (only,) = tree_of(path).body
        assert isinstance(only, ast.Expr), name_of(path)
        assert ast.get_docstring(tree_of(path))


def ours() -> Iterator[Path]:
    """Yield the text files of the compiler and of the grammar."""
    for folder in ("compiler", "grammar"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def test_the_compiler_knows_no_act() -> None:
    code = [path for path in ours() if "decisions" not in path.parts]
    said = [str(path) for path in code if "amnesty" in path.read_text("utf-8").casefold()]

    assert said == []


def test_no_file_names_a_place_on_a_machine() -> None:
    places = re.compile(r"(?<![\w.])/(home|root|Users|work|tmp|mnt)/")
    folders = [ROOT / one for one in ("statutes", "tests", "benchmarks", "generated")]
    others = [one for folder in folders for one in folder.rglob("*") if one.is_file()]
    texts = [one for one in (*ours(), *others) if "__pycache__" not in one.parts]

    assert [str(one) for one in texts if places.search(one.read_text("utf-8"))] == []
