"""`lawc build`: the Python package, the schema and the reasoning tree of each statute."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.beside import beside
from lawc.commands.problems import STATUTES, acts_under, lower_act, show, worth_showing
from lawc.commands.shipping import release_of, write_projects
from lawc.commands.stamp import Stamp
from lawc.commands.usage import UsageError
from lawc.files import differing, write_folder
from lawc.memory import uncollected
from lawc.version import __version__

if TYPE_CHECKING:
    from lawc.ir import nodes as ir
    from lawc.pipeline import Compiled

Files = Mapping[str, str]  # the texts of files by their names
Packages = Mapping[str, Files]

_OURS = b"Written by lawc "
_LARGE = 500  # elements of an act whose package takes longer to write than a process to begin


@click.command("build")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a package is stale.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("generated"),
    help="The folder of the packages (default: generated).",
)
@click.option(
    "--sql",
    is_flag=True,
    help="Also write the law as SQL, `rules.<engine>.sql`, from then on too (extra `data`).",
)
@click.option(
    "--package",
    "shipping",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write to DIR/NAME instead what `pip` installs: with pyproject.toml and the runtime.",
)
@click.option(
    "--release",
    metavar="VERSION",
    help="With --package: its version (default: of the pyproject.toml above the statutes).",
)
def command(
    paths: tuple[Path, ...],
    check: bool,
    out: Path,
    sql: bool,
    shipping: Path | None,
    release: str | None,
) -> None:
    """Write a package for each of the statutes at PATHS (default: statutes)."""
    if shipping is None and release is not None:
        raise UsageError("`--release` is the version of a package: add `--package DIR`")
    if shipping is not None and check:
        raise UsageError("`--check` compares what `lawc build` writes: leave out `--package`")
    texts = acts_under(paths or (STATUTES,))
    version = release_of((paths or (STATUTES,))[0], release) if shipping is not None else ""
    stamp = Stamp(texts, out)
    if not (check or sql or shipping) and stamp.holds():
        click.echo("nothing has changed since the last build")
        return
    with uncollected():
        built = [_build(path) for path in texts]
    results = [result for result, _ in built]
    problems = tuple(
        p for result in results for p in worth_showing(result.problems, notes=False)
    )
    show(dict.fromkeys(problems))
    if any(result.errors for result in results):
        click.echo("lawc: nothing was written", err=True)
        sys.exit(1)
    packages = _packages(built)
    laws = {result.law.package: result.law for result in results if result.law is not None}
    if shipping is None or sql:
        packages = {
            name: {**files, **_sql(laws[name], files, out / name, wanted=sql, anew=check)}
            for name, files in packages.items()
        }
    if not packages:
        click.echo("these acts decide nothing by themselves: there is no package to write")
    if shipping is not None:
        write_projects(packages, laws, version, shipping)
        return
    if check:
        _check(packages, out, every=not paths)
        return
    for name in packages:
        _refuse_what_is_not_ours(out / name)
    _write(packages, out)
    stamp.set(packages)


def _write(packages: Packages, out: Path) -> None:
    """Write the packages; name those that were not the same before, and count the others."""
    same = 0
    for name, files in packages.items():
        try:
            written = write_folder(out / name, files)
        except OSError as error:
            raise UsageError(f"`{out / name}` cannot be written: {error.strerror}") from error
        if written:
            click.echo(f"wrote {out.as_posix()}/{name}")
        else:
            same += 1
    if same:
        click.echo(f"{_count(same)} unchanged")


def _count(packages: int) -> str:
    return "1 package is" if packages == 1 else f"{packages} packages are"


def _build(path: Path) -> tuple[Compiled, Files]:
    """Compile the act at `path`, and write its package: no files if it has errors.

    The modules of a large law that decide are written beside its checks, its documents and the
    other modules, which take together as long. If a check then finds an error, nobody asks for
    them.
    """
    from lawc.backends.python.emit import Header, read_files, run_files
    from lawc.backends.python.plan import Plan
    from lawc.pipeline import checked

    lowered = lower_act(path)
    law = lowered.law
    if law is None or not law.rules:
        return checked(lowered), {}
    names = Plan(law)
    header = Header(__version__, f"{law.act}/{law.language}.law")
    large = not lowered.fails and len(lowered.act.elements) >= _LARGE
    with beside(lambda: run_files(names, header), worth=large) as running:
        result = checked(lowered)
        if result.law is None:
            return result, {}
        others = {**read_files(names, header), **_documents(law)}
        return result, {**running(), **others}


def _packages(built: list[tuple[Compiled, Files]]) -> Packages:
    packages: dict[str, Files] = {}
    acts: dict[str, str] = {}
    for result, files in built:
        law = result.law
        assert law is not None
        if not law.rules:
            continue  # an act of definitions: other acts take its terms
        name = law.package
        if not name.isidentifier():
            raise UsageError(f"`{law.act}` gives no valid name of a package: `{name}`")
        if name in packages:
            raise UsageError(
                f"`{acts[name]}` and `{law.act}` would be the same package `{name}`"
            )
        packages[name], acts[name] = files, law.act
    return packages


def _documents(law: ir.Law) -> dict[str, str]:
    """Return the law as documents, by the name of the file."""
    from lawc.backends.documents.law_html import html_of
    from lawc.backends.documents.law_markdown import markdown_of
    from lawc.backends.documents.law_outline import law_view
    from lawc.backends.documents.words import words

    view, frame = law_view(law), words(law.language)
    return {
        "law.md": markdown_of(view, frame),
        "law.html": html_of(view, frame, law.language),
    }


def _sql(law: ir.Law, files: Files, folder: Path, *, wanted: bool, anew: bool) -> Files:
    """Return the law as SQL, if it is wanted or stands in the package already.

    SQL of the same checked form is left as it is, unless it is to be written `anew`: it takes
    longer than the package. No file names a digest of the whole law: any two branches
    would conflict there.

    Raises:
        UsageError: it is wanted, and the extra that writes it is missing.
    """
    there = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("rules.*.sql")}
    if not (wanted or there):
        return {}
    if not (wanted or anew) and _is_same_form(files["checked.json"], folder, there):
        return there
    try:
        from lawc.backends.relational.sql_files import sql_files
    except ModuleNotFoundError as error:
        if wanted:
            raise UsageError("SQL needs an extra: pip install 'lawc[data]'") from error
        click.echo(
            f"lawc: the SQL in `{folder.as_posix()}` is left as it is, for want of an extra: "
            "pip install 'lawc[data]'",
            err=True,
        )
        return there
    texts = sql_files(law, __version__)
    if not texts:
        click.echo(f"lawc: `{law.act}` needs larger numbers than SQL has: no SQL", err=True)
    return texts


def _is_same_form(checked_form: str, folder: Path, there: Files) -> bool:
    """Return whether the SQL that is there was written by this lawc with `checked_form`."""
    beside = folder / "checked.json"
    if not beside.is_file() or beside.read_bytes() != checked_form.encode():
        return False
    return all(f"-- Written by lawc {__version__} from " in text for text in there.values())


def _refuse_what_is_not_ours(folder: Path) -> None:
    """Raise where `folder` holds files that this program did not write."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    if not _is_package(folder):
        raise UsageError(f"`{folder}` is no package that lawc wrote: move it away first")


def _is_package(folder: Path) -> bool:
    """Return whether `folder` is a package that this program wrote, or what is left of one."""
    return any(_OURS in file.read_bytes() for file in folder.glob("*.py") if file.is_file())


def _check(packages: Packages, out: Path, *, every: bool) -> None:
    stale = [*_stale(packages, out), *(_leftovers(packages, out) if every else ())]
    for line in stale:
        click.echo(line)
    if not stale:
        click.echo(f"{_count(len(packages))} up to date")
    sys.exit(1 if stale else 0)


def _stale(packages: Packages, out: Path) -> Iterator[str]:
    for name, files in packages.items():
        stale = differing(out / name, files)
        sql = " --sql" if "checked.json" not in stale else ""  # SQL of the same form is left
        for file in sorted(stale):
            again = f"lawc build{sql if file.endswith('.sql') else ''}"
            yield f"{out.as_posix()}/{name}/{file} is stale: run `{again}`"


def _leftovers(packages: Packages, out: Path) -> Iterator[str]:
    for folder in sorted(out.iterdir() if out.is_dir() else ()):
        if folder.is_dir() and folder.name not in packages and _is_package(folder):
            yield f"{out.as_posix()}/{folder.name} has no statute any more: delete it"
