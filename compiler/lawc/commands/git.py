"""Commits of git: the commit that is meant, and the statutes in it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lawc.commands.usage import UsageError
from lawc.records import dataclass

_WANTED = (".law", ".numbering", ".vocabulary")
INDEX = "the index"
_LINK = "120000"  # the mode of a symbolic link in a tree
_OF_ANOTHER = (  # a hook of another repository, or of a worktree, says where that one is
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
)


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the repository at `top`: `ref` is how the user called it.

    The index, where the next commit is made, has no tree: what is in it is called `:path`.
    """

    top: Path
    ref: str
    tree: str

    def holds(self, path: str) -> bool:
        """Return whether there is a file or folder at `path`, counted from the top."""
        return (
            not path or _output(self.top, "cat-file", "-e", f"{self.tree}:{path}") is not None
        )

    def is_folder(self, path: str) -> bool:
        """Return whether what is at `path` is a folder."""
        kind = _output(self.top, "cat-file", "-t", f"{self.tree}:{path}")
        return kind is not None and kind.strip() == b"tree"

    def text(self, path: str) -> str | None:
        """Return the text of the file at `path`, None if there is none."""
        content = _output(self.top, "cat-file", "blob", f"{self.tree}:{path}")
        return None if content is None else content.decode("utf-8", "replace")

    def write(self, around: str, folder: Path) -> None:
        """Put the statutes and vocabularies at or below `around` into `folder`.

        Links are followed inside the commit.
        """
        listed = _list_files(self.top, self.tree, around)
        names = [f"{self.tree}:{path}" if link else blob for path, blob, link in listed]
        texts = _contents(self.top, names)
        for (path, _, _), text in zip(listed, texts, strict=True):
            if text is not None:
                file = folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text)


def commit(ref: str, place: Path) -> Commit:
    """Return the commit that `ref` names in the repository that `place` is in.

    Raises:
        UsageError: `place` is in no repository, or it has no such commit.
    """
    top = repository(place)
    if top is None:
        raise UsageError(f"`{place}` is in no repository of git, so it has no `{ref}`")
    tree = None
    if ref and not ref.startswith("-"):
        tree = _output(top, "rev-parse", "--verify", "--quiet", f"{ref}^{{tree}}")
    if tree is None and ref == "HEAD" and _output(top, "symbolic-ref", "--quiet", "HEAD"):
        tree = _output(top, "hash-object", "-t", "tree", "--stdin")  # before the first commit
    if tree is None:
        raise UsageError(
            f"`{ref}` is no commit of the repository `{top.name}`; if it is one elsewhere, "
            "`git fetch` it first"
        )
    return Commit(top, ref, tree.decode().strip())


def left_at(ref: str, place: Path) -> Commit:
    """Return the last commit that `ref` and what is checked out have in common.

    Raises:
        UsageError: there is no such commit, or the two have no commit in common.
    """
    here = commit(ref, place)
    ancestor = _output(here.top, "merge-base", f"{ref}^{{commit}}", "HEAD")
    if ancestor is None:
        raise UsageError(
            f"`{ref}` and what is checked out have no commit in common here; if the history "
            "is cut off, fetch it: `git fetch --unshallow`"
        )
    return replace(commit(ancestor.decode().strip(), place), ref=f"{ref}...")


def holding(blob: str, path: str, place: Path) -> Commit | None:
    """Return the index, or a commit, that has the file `blob` at `path`, None if none is found.

    The index is tried first, then what is checked out, then the last commit that has changed
    the file, then the commit before it.
    """
    top = repository(place)
    if top is None:
        return None
    if _blob(top, "", path) == blob:
        return Commit(top, INDEX, "")
    changed = _output(
        top, "log", "--all", "--max-count=1", "--format=%H", f"--find-object={blob}", "--"
    )
    last = "" if changed is None else changed.decode().strip()
    for ref in ("HEAD", *((last, f"{last}^") if last else ())):
        tree = _output(top, "rev-parse", "--verify", "--quiet", f"{ref}^{{tree}}")
        if tree is not None and _blob(top, tree.decode().strip(), path) == blob:
            return Commit(top, ref, tree.decode().strip())
    return None


def _blob(top: Path, tree: str, path: str) -> str | None:
    name = _output(top, "rev-parse", "--verify", "--quiet", f"{tree}:{path}")
    return None if name is None else name.decode().strip()


def repository(place: Path) -> Path | None:
    """Return the top of the repository that `place` is in, None if it is in none.

    Raises:
        UsageError: git is not there, or refuses.
    """
    here = place.resolve()
    while not here.is_dir():
        here = here.parent
    done = _run(here, "rev-parse", "--show-toplevel")
    if done.returncode == 0:
        return Path(os.fsdecode(done.stdout.rstrip(b"\r\n"))).resolve()
    message = done.stderr.decode("utf-8", "replace")
    if "not a git repository" in message:
        return None
    raise UsageError(f"git: {_reason(message)}")


def _list_files(top: Path, tree: str, around: str) -> list[tuple[str, str, bool]]:
    """Return the statutes and vocabularies: path, object, whether it is a link.

    Paths with `..` are left out: a tree made by hand may name files outside of it.
    """
    where = ["--", around] if around else []
    command = ["ls-tree", "-r", "-z", "--full-tree", tree] if tree else ["ls-files", "-s", "-z"]
    listed = _output(top, *command, *where) or b""
    files = []
    for line in os.fsdecode(listed).split("\0"):
        about, _, path = line.partition("\t")
        if not path.endswith(_WANTED) or "\n" in path:
            continue
        if ".." not in path.split("/"):
            mode, *rest = about.split()
            kind, blob = rest if tree else ("blob", rest[0])  # an index holds nothing else
            if kind == "blob":
                files.append((path, blob, mode == _LINK))
    return files


def _contents(top: Path, names: list[str]) -> Iterator[bytes | None]:
    """Yield the content of each object, None if there is no such object."""
    request = "".join(f"{name}\n" for name in names)
    reply = _run(top, "cat-file", "--batch", "--follow-symlinks", stdin=os.fsencode(request))
    rest = reply.stdout
    for _ in names:
        head, _, rest = rest.partition(b"\n")
        kind, size = head.split(b" ")[-2:] if b" " in head else (b"", b"")
        if kind in (b"missing", b"") or size == b"missing":
            yield None
            continue
        count = int(size)
        yield rest[:count] if kind == b"blob" else None
        rest = rest[count + 1 :]


def _output(top: Path, *arguments: str) -> bytes | None:
    """Return what git prints, None if it fails."""
    done = _run(top, *arguments)
    return None if done.returncode else done.stdout


def _run(
    place: Path, *arguments: str, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    own = {key: value for key, value in os.environ.items() if key not in _OF_ANOTHER}
    try:
        return subprocess.run(  # noqa: S603 - no shell; a commit never begins with a dash
            ["git", *arguments],  # noqa: S607 - the git that the user calls
            cwd=place,
            env={**own, "LC_ALL": "C"},
            input=stdin,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise UsageError("a version of a commit needs the program `git`: install it") from error


def _reason(message: str) -> str:
    lines = [line.removeprefix("fatal: ") for line in message.splitlines() if line.strip()]
    return lines[0] if lines else "no reason given"
