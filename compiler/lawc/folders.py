"""The folder of an act on disk: which file is what, and its texts as sources.

statutes/example/family-allowance/en.law     the act `example/family-allowance` in English
statutes/example/*.vocabulary       the meanings of its words, with the other acts beside it
"""

from __future__ import annotations

from pathlib import Path

from lawc.files import TooLargeError, read_whole
from lawc.records import dataclass
from lawc.source import Source
from lawc.syntax.numbering import NumberingError, numbering_beside

OFFICIAL = ".official"
"""The end of the name of an act's official text, behind its language."""


@dataclass(frozen=True, slots=True)
class ActFolder:
    """The files of an act on disk."""

    key: str
    text: Path
    language: str
    vocabularies: tuple[Path, ...]


class UnreadableError(Exception):
    """A file or folder that cannot be compiled at all; the message says why."""


def find_act(path: Path, language: str = "en") -> ActFolder:
    """Return the act at `path`: its folder, or the file of a language in it.

    Raises:
        UnreadableError: there is no act at `path`.
    """
    resolved = path.resolve()
    text = resolved / f"{language}.law" if resolved.is_dir() else resolved
    if not text.is_file():
        if resolved.is_dir():
            raise UnreadableError(f"`{path}` holds no file `{language}.law`{_one_below(path)}")
        raise UnreadableError(f"there is no file or folder `{path}`")
    if text.suffix != ".law":
        raise UnreadableError(f"`{path}` is no statute: its name does not end in `.law`")
    jurisdiction = text.parent.parent
    return ActFolder(
        f"{jurisdiction.name}/{text.parent.name}",
        text,
        language_of(text.name),
        tuple(sorted(jurisdiction.glob("*.vocabulary"))),
    )


def language_of(name: str) -> str:
    """Return the language of a text by the end of its name: `en.law`, `before.en.law`."""
    file = name.rpartition("/")[2].removesuffix(OFFICIAL).partition(".law")[0]
    return file.rpartition(".")[2] or "en"


def no_grammar(act: ActFolder) -> str:
    """Return the message for an act in a language without a grammar."""
    return (
        f"there is no grammar for the language `{act.language}`: the name of a text ends in "
        f"its language, such as `{act.text.stem}.en.law`"
    )


def _one_below(path: Path) -> str:
    """Return the help for a path that is a folder of acts: an act below it."""
    first = min((text.parent for text in path.rglob("*.law") if text.is_file()), default=None)
    return "" if first is None else f": name the folder of an act, such as `{first}`"


def official_text(folder: ActFolder) -> Source:
    """Return the official text of an act, which stands beside it: `en.official`.

    Raises:
        UnreadableError: there is none, or it cannot be read.
    """
    path = folder.text.with_name(f"{folder.language}{OFFICIAL}")
    if not path.is_file():
        raise UnreadableError(
            f"there is no official text of `{folder.key}`: it would stand in `{path.name}`"
        )
    return read_source(path)


def read_source(path: Path, shown: str = "") -> Source:
    """Return the text of a file, with uniform line ends; `shown` is its path in messages.

    Raises:
        UnreadableError: the file cannot be read as UTF-8 text.
    """
    if path.exists() and not path.is_file():  # a pipe may never end
        raise UnreadableError(f"`{path.name}` cannot be read: it is no file of text")
    try:
        with path.open("rb") as file:
            data = read_whole(file)
    except OSError as error:
        raise UnreadableError(f"`{path.name}` cannot be read: {error.strerror}") from error
    except TooLargeError as error:
        raise UnreadableError(f"`{path.name}` {error}") from error
    name = (
        "/".join(path.parts[-2:]) if path.suffix == ".vocabulary" else "/".join(path.parts[-3:])
    )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableError(f"`{name}` is not UTF-8 text: see line {line}") from error
    uniform = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        numbered = path.suffix in (".law", OFFICIAL)
        numbering = numbering_beside(path, language_of(name)) if numbered else ""
    except NumberingError as error:
        raise UnreadableError(str(error)) from error
    return Source(name, uniform, shown, numbering)
