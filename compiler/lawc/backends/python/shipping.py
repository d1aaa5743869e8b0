"""A package as `pip` takes it: the files of a project, with the runtime inside the package.

The runtime is copied to `_runtime` in the package, and every import of `lawc.runtime` becomes
an import of the copy: nothing has to be installed beside the package, and packages that
different versions of lawc wrote stand in one process (decision 017).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from lawc.records import dataclass
from lawc.runtime import packages

_RUNTIME = re.compile(r"\blawc\.runtime\b")
_VERSION = re.compile(r"(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){0,3}((a|b|rc)[0-9]+)?(\.dev[0-9]+)?")
_MARKS = re.compile(r"([\\`*_<>\[\]#|])")
_DOCUMENTS = ("law.md", "law.html")


@dataclass(frozen=True, slots=True)
class Shipped:
    """The project of a package: its name, the files of the package, and those around it."""

    name: str
    package: str
    inside: Mapping[str, str]
    around: Mapping[str, str]


def is_version(text: str) -> bool:
    """Return whether `text` is a version of a package, such as `1.4.2` or `2.0rc1`."""
    return _VERSION.fullmatch(text) is not None


def shipped(
    package: str, files: Mapping[str, str], version: str, root: str, writer: str
) -> Shipped:
    """Return the project of `package`; `root` is the class of a case, `writer` the compiler."""
    name = package.strip("_").replace("_", "-")
    law = json.loads(files["law.json"])
    inside = {
        name: _own_runtime(text, package) if name.endswith(".py") else text
        for name, text in files.items()
        if name not in _DOCUMENTS
    }
    inside |= {f"_runtime/{name}": _own_runtime(text, package) for name, text in _runtime()}
    explanation = Path(packages.__file__).parents[1] / "backends/documents"
    schema = (explanation / "explanation.schema.json").read_text(encoding="utf-8")
    inside["explanation.schema.json"] = schema
    documents = {f"docs/{name}": files[name] for name in _DOCUMENTS if name in files}
    around = {
        "pyproject.toml": _project(name, package, version, law, writer),
        "README.md": _readme(name, package, files, law, root, version),
        **documents,
    }
    return Shipped(name, package, inside, around)


def _runtime() -> Iterator[tuple[str, str]]:
    """Yield the modules of the runtime by their paths in it, in order."""
    folder = Path(packages.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


def _own_runtime(text: str, package: str) -> str:
    return _RUNTIME.sub(f"{package}._runtime", text)


def _project(name: str, package: str, version: str, law: Mapping[str, str], writer: str) -> str:
    """Return `pyproject.toml`; a text of JSON is a text of TOML but for one sign."""
    title = " ".join(law["title"].split())
    summary = title if len(title) <= 200 else f"{title[:200].rpartition(' ')[0]} ..."  # noqa: PLR2004
    quoted = json.dumps(summary, ensure_ascii=False).replace("\x7f", "\\u007f")
    return f"""\
# Written by lawc {writer} from {law["act"]}/{law["language"]}.law.
# Do not edit: change the statute and run `lawc build --package`.

[build-system]
requires = ["hatchling>=1.25"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "{version}"
description = {quoted}
readme = "README.md"
requires-python = ">=3.11"
dependencies = []
classifiers = ["Programming Language :: Python :: 3", "Typing :: Typed"]

[tool.hatch.build.targets.wheel]
packages = ["src/{package}"]

[tool.hatch.build.targets.sdist]
include = ["src", "docs", "README.md"]
"""


def _readme(
    name: str,
    package: str,
    files: Mapping[str, str],
    law: Mapping[str, object],
    root: str,
    version: str,
) -> str:
    """Return the page of the project: which law, which questions, how to decide."""
    digest = sha256(files["law.json"].encode()).hexdigest()
    questions = law["questions"]
    assert isinstance(questions, Mapping)
    asked = "\n".join(f"| `{key}` | {_plain(str(text))} |" for key, text in questions.items())
    variable = root.lower()
    return f"""\
# {name}

{_plain(str(law["title"]))}

The law `{law["act"]}` (language: `{law["language"]}`) as typed Python functions,
version {version}. Its text and what it means are in `law.json`, with the digest

    sha256:{digest}

which every decision names under `law`.

## Deciding

The package needs Python 3.11 or later and nothing else.

```python
from {package} import {root}, decide, explain

{variable} = {root}.from_dict({{}})  # the facts that are known, by the keys below
print(decide({variable}).to_json())
for explanation in explain({variable}):
    print(explanation.thing, explanation.answers)
```

`{root}.from_dict` reads JSON and values of Python, and raises `FactError` with the path of
what it cannot read. A fact that is left out is unknown. `facts.schema.json` in the package
describes what goes in, `decision.schema.json` and `explanation.schema.json` what comes out.
Only `frame`, which decides whole tables, needs `lawc[data]`, in the version that wrote the
package.

## Facts

| key | question |
|---|---|
{asked}
"""


def _plain(text: str) -> str:
    """Return a text as Markdown shows it, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
