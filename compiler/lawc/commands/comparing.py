"""Versions of acts made one comparison: which act is which, whether both compile, then how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.problems import show
from lawc.commands.usage import UsageError
from lawc.commands.versions import ActText, Version, readable
from lawc.records import dataclass

if TYPE_CHECKING:
    from lawc.compare.acts import Alone, Comparisons
    from lawc.compare.declarations import Words
    from lawc.compare.report import Compared
    from lawc.pipeline import ActFolder, Compiled
    from lawc.source import Source


ALIKE = 50  # per cent of the words that two acts of different names and titles have in common


@dataclass(frozen=True, slots=True)
class Pair:
    """An act as it was and as it is; None where it is not."""

    name: str
    old: ActText | None
    new: ActText | None


def paired(old: Version, new: Version) -> tuple[Pair, ...]:
    """Return the acts of two versions, each with its other self.

    An act that stands alone on both sides is the same one, whatever its file is called.

    Raises:
        UsageError: a file is compared with several acts, or no vocabulary says what words mean.
    """
    if len(old.acts) == len(new.acts) == 1:
        (before,), (after,) = old.acts.values(), new.acts.values()
        if not stands(before.act) and not stands(after.act):
            raise UsageError(
                f"nothing tells what the words of `{old.label}` and `{new.label}` mean: one of "
                "them must stand in the folder of its act"
            )
        before = before if stands(before.act) else _in_place_of(before, after)
        after = after if stands(after.act) else _in_place_of(after, before)
        return (Pair(readable(after.act.key), before, after),)
    for one, other in ((old, new), (new, old)):
        if one.is_file and len(other.acts) > 1:
            raise UsageError(
                f"`{one.label}` is one act and `{other.label}` holds {len(other.acts)}: "
                "name the folder of the act"
            )
    was = moved(old, new)
    names = dict.fromkeys([*new.acts, *(one for one in old.acts if one not in was.values())])
    return tuple(
        Pair(readable((here or before).act.key), before, here)  # type: ignore[union-attr]  # one is
        for name in names
        for before, here in [(old.acts.get(was.get(name, name)), new.acts.get(name))]
    )


def all_paired(both: Iterable[tuple[Version, Version]]) -> tuple[Pair, ...]:
    """Return the acts of several pairs of versions, each once and by a name of its own."""
    found: dict[str, Pair] = {}
    for old, new in both:
        for pair in paired(old, new):
            one = pair.new or pair.old
            assert one is not None
            found.setdefault(one.shown, pair)
    count = Counter(pair.name for pair in found.values())
    return tuple(
        pair if count[pair.name] == 1 else replace(pair, name=readable(shown))
        for shown, pair in found.items()
    )


def moved(old: Version, new: Version) -> dict[str, str]:
    """Return the old name of each act whose folder has another name now.

    Of the acts that one version has and the other has not, those are the same that have the
    same text, else those that alone have the same title, else the most alike.
    """
    gone = {name: _paragraphs(one) for name, one in old.acts.items() if name not in new.acts}
    come = {name: _paragraphs(one) for name, one in new.acts.items() if name not in old.acts}
    found: dict[str, str] = {}
    for same in (_whole, _title):
        for name, words in come.items():
            alike = [one for one in gone if same(gone[one]) == same(words)]
            others = [one for one in come if same(come[one]) == same(words)]
            if len(alike) == len(others) == 1:
                found[name] = alike[0]
        gone = {name: one for name, one in gone.items() if name not in found.values()}
        come = {name: one for name, one in come.items() if name not in found}
    pairs = sorted(
        (-_alike(gone[before], come[now]), before, now) for before in gone for now in come
    )
    for share, before, now in pairs:
        if -share >= ALIKE and now not in found and before not in found.values():
            found[now] = before
    return found


def _paragraphs(one: ActText) -> tuple[str, ...]:
    """Return the paragraphs of a text, however they are laid out."""
    from lawc.pipeline import UnreadableError, read_source

    try:
        text = read_source(one.file).text
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _whole(paragraphs: tuple[str, ...]) -> object:
    return paragraphs


def _title(paragraphs: tuple[str, ...]) -> object:
    return paragraphs[:1]


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return how much of the words of two texts is in both, in per cent."""
    before, after = (
        Counter(word for part in text for word in part.split()) for text in (one, other)
    )
    whole = before.total() + after.total()
    return 200 * (before & after).total() // whole if whole else 0


def stands(act: ActFolder) -> bool:
    """Tell whether a text stands in the folder of an act, and is called by a language."""
    from lawc.syntax.tables import grammar_folder

    language = grammar_folder() / f"sentences.{act.language}.lark"
    return bool(act.vocabularies) and language.is_file()


def _in_place_of(one: ActText, other: ActText) -> ActText:
    return ActText(one.file, other.act, one.shown)


def compared(
    labels: tuple[str, str], pairs: Iterable[Pair], approved: Mapping[str, str]
) -> Comparisons:
    """Compare the acts; where a side does not compile, all that is wrong is shown.

    Raises:
        UsageError: a side does not compile, or the solver is not installed.
    """
    try:
        from lawc.compare.acts import ActCompared, Comparisons
    except ModuleNotFoundError as error:
        if error.name != "z3":
            raise
        raise UsageError("comparing needs the solver: pip install 'lawc[smt]'") from error

    pairs = tuple(pairs)
    both = _compiled(pairs, labels)
    made = (ActCompared(pair.name, _act(*laws)) for pair, laws in zip(pairs, both, strict=True))
    return Comparisons(labels, tuple(made), approved)


def texts(pairs: Iterable[Pair]) -> dict[str, tuple[str, Source]]:
    """Return the text of each act as it is, or was if it is gone, with its path for others."""
    from lawc.pipeline import read_source

    found = {}
    for pair in pairs:
        one = pair.new or pair.old
        assert one is not None
        found[pair.name] = (one.shown, read_source(one.file))
    return found


def _compiled(
    pairs: tuple[Pair, ...], labels: tuple[str, str]
) -> tuple[tuple[Compiled | None, Compiled | None], ...]:
    both = tuple(
        (None if p.old is None else _law(p.old), None if p.new is None else _law(p.new))
        for p in pairs
    )
    wrong = []
    for which, label in enumerate(labels):
        made = [laws[which] for laws in both]
        errors = [error for one in made if one and one.law is None for error in one.errors]
        if errors:
            wrong.append(f"the {('old', 'new')[which]} version ({label})")
            click.echo(f"{wrong[-1]}:", err=True)
            show(dict.fromkeys(errors))  # those of a vocabulary once, not for each act
            click.echo(err=True)
    if wrong:
        raise UsageError(
            f"{' and '.join(wrong)} {'has' if len(wrong) == 1 else 'have'} errors, "
            "so there is nothing to compare"
        )
    return both


def _act(old: Compiled | None, new: Compiled | None) -> Compared | Alone:
    from lawc.compare.acts import Side, alone
    from lawc.compare.report import compare

    if old is None or new is None:
        made = old or new
        assert made is not None
        assert made.law is not None
        side = Side.NEW if old is None else Side.OLD
        return alone(side, made.law, made.act.source)
    assert old.law is not None
    assert new.law is not None
    return compare(old.law, new.law, _words(old, new))


def _words(old: Compiled, new: Compiled) -> Words:
    """Return what changed of the vocabulary, and what of it each element uses."""
    from lawc.compare.declarations import Words, redeclarations
    from lawc.lower.eids import eid_of
    from lawc.syntax.nodes import keys_used

    found = redeclarations(*(_vocabularies(one) for one in (old, new)))
    if not found:
        return Words()
    used = {
        eid_of(passage): frozenset(key for one in passage.sentences for key in keys_used(one))
        for passage in new.act.elements
    }
    return Words(found, used)


def _vocabularies(one: Compiled) -> tuple[Source, ...]:
    return tuple(source for source in one.sources if source.name.endswith(".vocabulary"))


def _place(one: ActText) -> str:
    """Return the path of a text in messages: from here where it can be opened."""
    file, here = one.file.resolve(), Path.cwd().resolve()
    return file.relative_to(here).as_posix() if file.is_relative_to(here) else one.shown


def _law(one: ActText) -> Compiled:
    from lawc.pipeline import UnreadableError, compile_text, read_source
    from lawc.source import Source

    try:
        name = f"{one.act.key}/{one.act.language}.law"
        text = read_source(one.file).text
        return compile_text(one.act, Source(name, text, _place(one)))
    except UnreadableError as error:
        raise UsageError(str(error)) from error
