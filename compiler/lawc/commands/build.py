"""`lawc build`: the Python package, the schema and the reasoning tree of each statute."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import click

from lawc.cache import cache_folder
from lawc.commands.problems import UsageError, acts_under, compiled, show, worth_showing
from lawc.files import differing, write_file, write_folder
from lawc.ir import nodes as ir
from lawc.pipeline import Compiled
from lawc.syntax.tables import grammar_folder


@click.command("build")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a package is stale.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("generated"),
    help="The folder of the packages.",
)
def command(paths: tuple[Path, ...], check: bool, out: Path) -> None:
    """Write the packages of the statutes at PATHS (default: statutes) into generated/."""
    texts = acts_under(paths or (Path("statutes"),))
    stamp = _Stamp(texts, out)
    if not check and stamp.holds():
        click.echo("nothing has changed since the last build")
        return
    results = [compiled(path) for path in texts]
    problems = tuple(p for one in results for p in worth_showing(one.problems, notes=False))
    show(dict.fromkeys(problems))
    if any(one.errors for one in results):
        click.echo("lawc: nothing was written", err=True)
        sys.exit(1)
    packages = {one.law.package: _package(one) for one in results if one.law and one.law.rules}
    if check:
        _check(packages, out)
        return
    for name, files in packages.items():
        try:
            write_folder(out / name, files)
        except OSError as error:
            raise UsageError(f"`{out / name}` cannot be written: {error.strerror}") from error
        click.echo(f"wrote {out.as_posix()}/{name}")
    stamp.set(packages)


def _package(one: Compiled) -> dict[str, str]:
    from lawc.backends.documents.law_html import law_html  # noqa: PLC0415 - not for a stamp
    from lawc.backends.documents.law_markdown import law_markdown  # noqa: PLC0415
    from lawc.backends.python.emit import Header, emit  # noqa: PLC0415

    law: ir.Law | None = one.law
    assert law is not None
    header = Header(version("lawc"), f"{law.act}/{law.language}.law", digest(one))
    return {**emit(law, header), "law.md": law_markdown(law), "law.html": law_html(law)}


def digest(one: Compiled) -> str:
    """Return the digest of the texts a law was compiled from, in hexadecimal."""
    parts = sorted((source.name, source.text) for source in one.sources)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _check(packages: Mapping[str, Mapping[str, str]], out: Path) -> None:
    stale = 0
    for name, files in packages.items():
        for file in sorted(differing(out / name, files)):
            click.echo(f"{out.as_posix()}/{name}/{file} is stale: run `lawc build`")
            stale += 1
    if not stale:
        click.echo(f"{len(packages)} packages are up to date")
    sys.exit(1 if stale else 0)


class _Stamp:
    """What the last build read and wrote, kept in the cache; it saves a build, never decides."""

    def __init__(self, texts: tuple[Path, ...], out: Path) -> None:
        self.inputs = _digest_of(_inputs(texts))
        self.out = out.resolve()
        key = json.dumps([str(self.out), *(str(path.resolve()) for path in texts)])
        name = hashlib.sha256(key.encode()).hexdigest()[:24]
        self.path = cache_folder() / "built" / f"{name}.json"

    def holds(self) -> bool:
        """Tell whether nothing read or written has changed since the stamp was set."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            said = json.loads(self.path.read_text(encoding="utf-8"))
            folders = [self.out / name for name in said["packages"]]
            return bool(said["inputs"] == self.inputs and said["outputs"] == _outputs(folders))
        return False

    def set(self, packages: Mapping[str, object]) -> None:
        """Remember this build."""
        names = sorted(packages)
        outputs = _outputs([self.out / name for name in names])
        data = {"packages": names, "inputs": self.inputs, "outputs": outputs}
        with suppress(OSError):
            write_file(self.path, json.dumps(data))


def _inputs(texts: tuple[Path, ...]) -> list[Path]:
    roots = {path.resolve().parent.parent for path in texts}
    code = Path(__file__).parents[1]
    grammar = Path(str(grammar_folder()))
    found = [*texts, *grammar.glob("*.lark")]
    for root in sorted(roots):
        found += [*root.glob("*.vocabulary"), *root.glob("*/*.law")]
    found += [
        path for path in code.rglob("*") if path.suffix in (".py", ".j2", ".json", ".css")
    ]
    return found


def _outputs(folders: list[Path]) -> str:
    return _digest_of(
        [
            path
            for folder in folders
            for path in folder.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        ]
    )


def _digest_of(paths: list[Path]) -> str:
    total = hashlib.sha256()
    for path in sorted(set(path.resolve() for path in paths)):
        total.update(str(path).encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
