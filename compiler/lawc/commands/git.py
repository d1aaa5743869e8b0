"""What is asked of git: which commit is meant, and what statutes stand there."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lawc.commands.usage import UsageError
from lawc.records import dataclass

_WANTED = (".law", ".vocabulary")
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
    """A commit of the repository at `top`: `said` is how the user called it.

    The index, where the next commit is made, has no tree: what is in it is called `:path`.
    """

    top: Path
    said: str
    tree: str

    def holds(self, path: str) -> bool:
        """Tell whether there is a file or folder at `path`, counted from the top."""
        return not path or _asked(self.top, "cat-file", "-e", f"{self.tree}:{path}") is not None

    def is_folder(self, path: str) -> bool:
        """Tell whether what is at `path` is a folder."""
        kind = _asked(self.top, "cat-file", "-t", f"{self.tree}:{path}")
        return kind is not None and kind.strip() == b"tree"

    def text(self, path: str) -> str | None:
        """Return the text of the file at `path`, None if there is none."""
        found = _asked(self.top, "cat-file", "blob", f"{self.tree}:{path}")
        return None if found is None else found.decode("utf-8", "replace")

    def write(self, around: str, folder: Path) -> None:
        """Put the statutes and vocabularies at or below `around` into `folder`.

        Links are followed inside the commit.
        """
        listed = _listed(self.top, self.tree, around)
        names = [f"{self.tree}:{path}" if link else blob for path, blob, link in listed]
        texts = _contents(self.top, names)
        for (path, _, _), text in zip(listed, texts, strict=True):
            if text is not None:
                file = folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text)


def commit(said: str, place: Path) -> Commit:
    """Return the commit that `said` names in the repository that `place` is in.

    Raises:
        UsageError: `place` is in no repository, or it has no such commit.
    """
    top = repository(place)
    if top is None:
        raise UsageError(f"`{place}` is in no repository of git, so it has no `{said}`")
    tree = None
    if said and not said.startswith("-"):
        tree = _asked(top, "rev-parse", "--verify", "--quiet", f"{said}^{{tree}}")
    if tree is None and said == "HEAD" and _asked(top, "symbolic-ref", "--quiet", "HEAD"):
        tree = _asked(top, "hash-object", "-t", "tree", "--stdin")  # before the first commit
    if tree is None:
        raise UsageError(
            f"`{said}` is no commit of the repository `{top.name}`; if it is one elsewhere, "
            "`git fetch` it first"
        )
    return Commit(top, said, tree.decode().strip())


def left_at(said: str, place: Path) -> Commit:
    """Return the commit at which what is checked out left the one that `said` names.

    Raises:
        UsageError: there is no such commit, or the two have no commit in common.
    """
    here = commit(said, place)
    found = _asked(here.top, "merge-base", f"{said}^{{commit}}", "HEAD")
    if found is None:
        raise UsageError(
            f"`{said}` and what is checked out have no commit in common here; if the history "
            "is cut off, fetch it: `git fetch --unshallow`"
        )
    return replace(commit(found.decode().strip(), place), said=f"{said}...")


def holding(blob: str, path: str, place: Path) -> Commit | None:
    """Return the index, or a commit, that has the file `blob` at `path`, None if none is found.

    The index comes first, then what is checked out, then the last commit that changed it so.
    """
    top = repository(place)
    if top is None:
        return None
    if _blob(top, "", path) == blob:
        return Commit(top, INDEX, "")
    changed = _asked(
        top, "log", "--all", "--max-count=1", "--format=%H", f"--find-object={blob}", "--"
    )
    last = "" if changed is None else changed.decode().strip()
    for said in ("HEAD", *((last, f"{last}^") if last else ())):
        tree = _asked(top, "rev-parse", "--verify", "--quiet", f"{said}^{{tree}}")
        if tree is not None and _blob(top, tree.decode().strip(), path) == blob:
            return Commit(top, said, tree.decode().strip())
    return None


def _blob(top: Path, tree: str, path: str) -> str | None:
    found = _asked(top, "rev-parse", "--verify", "--quiet", f"{tree}:{path}")
    return None if found is None else found.decode().strip()


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
    said = done.stderr.decode("utf-8", "replace")
    if "not a git repository" in said:
        return None
    raise UsageError(f"git: {_reason(said)}")


def _listed(top: Path, tree: str, around: str) -> list[tuple[str, str, bool]]:
    """Return the files wanted: path, object, whether it is a link.

    A tree that somebody made by hand may name what is outside of it.
    """
    where = ["--", around] if around else []
    asked = ["ls-tree", "-r", "-z", "--full-tree", tree] if tree else ["ls-files", "-s", "-z"]
    listed = _asked(top, *asked, *where) or b""
    found = []
    for line in os.fsdecode(listed).split("\0"):
        about, _, path = line.partition("\t")
        if not path.endswith(_WANTED) or "\n" in path:
            continue
        if ".." not in path.split("/"):
            mode, *rest = about.split()
            kind, blob = rest if tree else ("blob", rest[0])  # an index holds nothing else
            if kind == "blob":
                found.append((path, blob, mode == _LINK))
    return found


def _contents(top: Path, names: list[str]) -> Iterator[bytes | None]:
    """Yield what each object holds, None for one that is nowhere."""
    asked = "".join(f"{one}\n" for one in names)
    said = _run(top, "cat-file", "--batch", "--follow-symlinks", given=os.fsencode(asked))
    rest = said.stdout
    for _ in names:
        head, _, rest = rest.partition(b"\n")
        kind, size = head.split(b" ")[-2:] if b" " in head else (b"", b"")
        if kind in (b"missing", b"") or size == b"missing":
            yield None
            continue
        count = int(size)
        yield rest[:count] if kind == b"blob" else None
        rest = rest[count + 1 :]


def _asked(top: Path, *arguments: str) -> bytes | None:
    """Return what git says, None if it says no."""
    done = _run(top, *arguments)
    return None if done.returncode else done.stdout


def _run(
    place: Path, *arguments: str, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    own = {key: value for key, value in os.environ.items() if key not in _OF_ANOTHER}
    try:
        return subprocess.run(  # noqa: S603 - no shell; a commit never begins with a dash
            ["git", *arguments],  # noqa: S607 - the git that the user calls
            cwd=place,
            env={**own, "LC_ALL": "C"},
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise UsageError("a version of a commit needs the program `git`: install it") from error


def _reason(said: str) -> str:
    lines = [one.removeprefix("fatal: ") for one in said.splitlines() if one.strip()]
    return lines[0] if lines else "no reason given"
