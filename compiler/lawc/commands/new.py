"""`lawc new`: an act to begin with, which is read, decided and tested as it stands."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.problems import AMENDMENTS, STATUTES
from lawc.commands.usage import UsageError

if TYPE_CHECKING:
    from lawc.desk.beginning import Wish
    from lawc.folders import ActFolder
    from lawc.vocabulary.model import Vocabulary

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
_NOUN = re.compile(r"[a-z]+( [a-z]+)*\Z")
_TITLE = 200  # characters


@click.command("new")
@click.argument("name", required=False, metavar="[PLACE/ACT]")
@click.option("--title", help="The title of the act (default: by its name).")
@click.option("--kind", help="The kind of thing it decides about, such as person or household.")
@click.option(
    "--amendment",
    "amended",
    type=click.Path(path_type=Path),
    metavar="ACT",
    help="Begin an amending act of ACT instead; its name is the one given.",
)
@click.option(
    "--from",
    "bill",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="TEXT",
    help="Begin with a bill as it is: a file .txt, .md or .docx (extra `docx`).",
)
def command(
    name: str | None,
    title: str | None,
    kind: str | None,
    amended: Path | None,
    bill: Path | None,
) -> None:
    """Begin the act PLACE/ACT, such as kz/dog-licence: text, vocabulary, three examples.

    It stands in the folder `statutes`, or in the folder named before PLACE. What is not given
    is asked on a terminal. All of it passes `lawc check`, `lawc test` and `lawc build`; a file
    that is there is never written over.

    With --from a bill becomes an act in its own words. What is not understood yet is marked
    so, and the vocabulary has the declarations that are missing, to choose from.
    """
    if bill is not None:
        from lawc.commands.new_bill import begin_bill

        if name is None or title is not None or kind is not None or amended is not None:
            raise UsageError("a bill has its own title: `lawc new PLACE/ACT --from TEXT`")
        begin_bill(*place_of(name), bill)
        return
    if amended is not None:
        if title is not None or kind is not None:
            raise UsageError("an amending act takes its title from its act: leave options out")
        _begin_amendment(amended, name or "first")
        return
    if name is None:
        if not _asks():
            raise UsageError(
                "name the act to begin: `lawc new PLACE/ACT`, as in kz/dog-licence"
            )
        name = str(click.prompt("Where, and how is its folder called (as in kz/dog-licence)"))
    _begin_act(*place_of(name), title, kind)


def _asks() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def place_of(name: str) -> tuple[Path, str, str]:
    """Return the folder of all statutes, the jurisdiction and the act that a name means.

    Raises:
        UsageError: it is no name of an act.
    """
    path = Path(name)
    root, place, act = path.parent.parent, path.parent.name, path.name
    if not _NAME.match(act) or not _NAME.match(place):
        raise UsageError(
            f"`{name}` names no act: give its place and its folder, in small letters, digits "
            "and hyphens, as in kz/dog-licence"
        )
    return (STATUTES if root == Path() else root), place, act


def _begin_act(root: Path, place: str, act: str, title: str | None, kind: str | None) -> None:
    from lawc.desk.beginning import Wish, thing_of, title_of
    from lawc.folders import ActFolder, UnreadableError
    from lawc.pipeline import vocabulary_of

    text = root / place / act / "en.law"
    vocabularies = tuple(sorted((root / place).glob("*.vocabulary")))
    refuse_what_is_there(text, root / place / f"{act}.vocabulary")
    _refuse_other_numbers(root / place)
    try:
        known, _ = vocabulary_of(ActFolder(f"{place}/{act}", text, "en", vocabularies))
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    usual = _usual_thing(known)
    if _asks():
        if title is None:
            title = click.prompt("Title", default=title_of(act))
        if kind is None:
            kind = click.prompt("It decides about each (person, household ...)", default=usual)
    title = title_of(act) if title is None else title
    kind = usual if kind is None else kind
    wish = Wish(place, act, title, thing_of(kind))
    _refuse_odd(wish.title, wish.thing, known)
    _write_first_that_works(root, wish, known)
    where = root / place
    click.echo(f"wrote {where / act / 'en.law'}, the text")
    click.echo(f"wrote {where / f'{act}.vocabulary'}, what its words mean")
    click.echo(f"wrote {where / act / 'examples.jsonl'}, three cases and their decisions")
    click.echo(f"now change the text, and run: lawc check {where / act}")
    click.echo(f"                              lawc test {where / act}")


def _usual_thing(known: Vocabulary) -> str:
    """Return the kind that a jurisdiction decides about, as it is known there."""
    return next((kind.key for kind in known.kinds if kind.parent is None), "person")


def refuse_what_is_there(text: Path, vocabulary: Path) -> None:
    """Refuse to begin where something stands.

    Raises:
        UsageError: something is there.
    """
    for path in (text.parent, vocabulary):
        if path.exists() or path.is_symlink():
            raise UsageError(f"`{path}` is there already: choose another name for the act")


def _refuse_other_numbers(place: Path) -> None:
    """Refuse to begin articles where elements are numbered otherwise.

    Raises:
        UsageError: they are.
    """
    numbering = place / "en.numbering"
    if numbering.exists():
        raise UsageError(
            f"acts in `{place}` are numbered as `{numbering.name}` says, and the "
            "act to begin with has articles: begin in another folder"
        )


def _refuse_odd(title: str, thing: str, known: Vocabulary) -> None:
    """Refuse a title or a kind of which no act can be made.

    Raises:
        UsageError: one of them is odd.
    """
    if not _NOUN.match(thing):
        raise UsageError(
            f"`{thing}` is no kind of thing: say it in plain words, as in: dog owner"
        )
    if not any(map(str.isalpha, title)) or len(title) > _TITLE or not title.isprintable():
        raise UsageError(f"`{title[:40]}` is no title: give words, at most {_TITLE} characters")
    kind = known.kind("_".join(thing.split()))
    if kind is not None and kind.parent is not None:
        raise UsageError(
            f"each {thing} is here one of a {kind.parent}'s {kind.field}: let the act decide "
            f"about each {kind.parent}, or name a kind of its own"
        )


def _write_first_that_works(root: Path, wish: Wish, known: Vocabulary) -> None:
    """Write the files of the first beginning that the jurisdiction reads without a problem.

    Raises:
        UsageError: none of them is read.
    """
    from lawc.commands.moving import moved_into
    from lawc.desk.beginning import beginnings

    own = Path(wish.place)
    why = ""
    for texts in beginnings(wish, known):
        with moved_into(root, texts) as (folder, keep):
            why = _why_not(folder, root, own, wish.act)
            if not why:
                keep()
                return
    raise UsageError(f"an act to begin with does not fit in `{root / own}`: {why}")


def _why_not(folder: Path, root: Path, place: Path, act: str) -> str:
    """Return the first problem of an act in `folder`, or of its neighbours beside it."""
    from lawc.folders import UnreadableError, find_act

    begun = find_act(folder / place / act)
    neighbours = [find_act(text) for text in sorted((root / place).glob("*/en.law"))]
    there = tuple(sorted((root / place).glob("*.vocabulary")))
    vocabularies = (*there, *begun.vocabularies)
    try:
        for each in neighbours:
            before = _problems(each, each.vocabularies)
            new = _problems(each, vocabularies) - before
            if new:
                return min(new)
        return min(_problems(begun, vocabularies), default="")
    except UnreadableError as error:
        return str(error)


def _problems(act: ActFolder, vocabularies: tuple[Path, ...]) -> set[str]:
    """Return the messages of the problems of an act with other vocabularies."""
    from lawc.commands.problems import worth_showing
    from lawc.folders import ActFolder, read_source
    from lawc.pipeline import compile_text

    changed = ActFolder(act.key, act.text, act.language, vocabularies)
    problems = compile_text(changed, read_source(act.text)).problems
    return {problem.message for problem in worth_showing(problems, notes=False)}


def _begin_amendment(act: Path, name: str) -> None:
    from lawc.commands.amending import Wanted, amended_text
    from lawc.commands.moving import moved_into
    from lawc.commands.problems import show
    from lawc.desk.amending import amendment_to_begin
    from lawc.folders import UnreadableError, find_act, read_source

    if not _NAME.match(name):
        raise UsageError(f"`{name}` is no name: use small letters, digits and hyphens")
    try:
        folder = find_act(act)
        text = amendment_to_begin(read_source(folder.text), folder.language)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    if text is None:
        raise UsageError(f"`{act}` has no title, or no articles, so it cannot be amended yet")
    path = f"{AMENDMENTS}/{name}.{folder.language}.law"
    target = (act if act.is_dir() else act.parent) / path
    if target.exists() or target.is_symlink():
        raise UsageError(f"`{target}` is there already: give it another name")
    with moved_into(target.parent.parent, {path: text}) as (made, keep):
        result = amended_text(act, made / path, Wanted(None, None, None), check=None)
        if result.text is None:
            show(result.problems)
            click.echo("lawc: nothing was written", err=True)
            sys.exit(1)
        keep()
    click.echo(f"wrote {target}")
    click.echo(f"now change it, and run: lawc amend {act} {target}")
