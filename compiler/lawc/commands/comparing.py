"""Comparison of two versions of acts: pair the acts, compile both sides, compare each pair."""

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
    from lawc.folders import ActFolder
    from lawc.pipeline import Compiled
    from lawc.source import Source


ALIKE = 50  # per cent of the words that two acts of different names and titles have in common


@dataclass(frozen=True, slots=True)
class Pair:
    """An act in the old and in the new version; None where a version lacks it."""

    name: str
    old: ActText | None
    new: ActText | None


def pair_acts(old: Version, new: Version) -> tuple[Pair, ...]:
    """Return the acts of two versions in pairs.

    If each version holds one act, these two are a pair, whatever their files are called.

    Raises:
        UsageError: a file is compared with several acts, or no vocabulary says what words mean.
    """
    if len(old.acts) == len(new.acts) == 1:
        (before,), (after,) = old.acts.values(), new.acts.values()
        if not stands_in_folder(before.act) and not stands_in_folder(after.act):
            raise UsageError(
                f"there is no vocabulary for `{old.label}` and `{new.label}`: one of them must "
                "stand in the folder of its act"
            )
        before = before if stands_in_folder(before.act) else _in_place_of(before, after)
        after = after if stands_in_folder(after.act) else _in_place_of(after, before)
        return (Pair(readable(after.act.key), before, after),)
    for version, other in ((old, new), (new, old)):
        if version.is_file and len(other.acts) > 1:
            raise UsageError(
                f"`{version.label}` is one act and `{other.label}` holds {len(other.acts)}: "
                "name the folder of the act"
            )
    was = old_names_of(old, new)
    names = dict.fromkeys([*new.acts, *(name for name in old.acts if name not in was.values())])
    return tuple(
        Pair(readable((here or before).act.key), before, here)  # type: ignore[union-attr]  # one is
        for name in names
        for before, here in [(old.acts.get(was.get(name, name)), new.acts.get(name))]
    )


def pair_all(both: Iterable[tuple[Version, Version]]) -> tuple[Pair, ...]:
    """Return the acts of several pairs of versions, each once and by a name of its own."""
    by_path: dict[str, Pair] = {}
    for old, new in both:
        for pair in pair_acts(old, new):
            act = pair.new or pair.old
            assert act is not None
            by_path.setdefault(act.shown, pair)
    count = Counter(pair.name for pair in by_path.values())
    return tuple(
        pair if count[pair.name] == 1 else replace(pair, name=readable(shown))
        for shown, pair in by_path.items()
    )


def old_names_of(old: Version, new: Version) -> dict[str, str]:
    """Return the old name of each act whose folder has another name now.

    Two acts that stand in one version only are the same act if they have the same text; else
    if no other has their title; else if they are the most alike of those left.
    """
    gone = {name: _paragraphs(act) for name, act in old.acts.items() if name not in new.acts}
    come = {name: _paragraphs(act) for name, act in new.acts.items() if name not in old.acts}
    old_names: dict[str, str] = {}
    for same in (_whole, _title):
        for name, words in come.items():
            alike = [before for before in gone if same(gone[before]) == same(words)]
            others = [now for now in come if same(come[now]) == same(words)]
            if len(alike) == len(others) == 1:
                old_names[name] = alike[0]
        gone = {name: words for name, words in gone.items() if name not in old_names.values()}
        come = {name: words for name, words in come.items() if name not in old_names}
    pairs = sorted(
        (-_alike(gone[before], come[now]), before, now) for before in gone for now in come
    )
    for share, before, now in pairs:
        if -share >= ALIKE and now not in old_names and before not in old_names.values():
            old_names[now] = before
    return old_names


def _paragraphs(act: ActText) -> tuple[str, ...]:
    """Return the paragraphs of a text without their line breaks and indents."""
    from lawc.folders import UnreadableError, read_source

    try:
        text = read_source(act.file).text
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _whole(paragraphs: tuple[str, ...]) -> object:
    return paragraphs


def _title(paragraphs: tuple[str, ...]) -> object:
    return paragraphs[:1]


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """Return the share of words that two texts have in common, in per cent."""
    before, after = (
        Counter(word for part in text for word in part.split()) for text in (first, second)
    )
    whole = before.total() + after.total()
    return 200 * (before & after).total() // whole if whole else 0


def stands_in_folder(act: ActFolder) -> bool:
    """Return whether a text stands in the folder of an act and is named after a language."""
    from lawc.syntax.tables import grammar_folder

    language = grammar_folder() / f"sentences.{act.language}.lark"
    return bool(act.vocabularies) and language.is_file()


def _in_place_of(act: ActText, other: ActText) -> ActText:
    return ActText(act.file, other.act, act.shown)


def compare_pairs(
    labels: tuple[str, str], pairs: Iterable[Pair], approved: Mapping[str, str]
) -> Comparisons:
    """Compare the acts of each pair; print the errors of a side that does not compile.

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
    acts = (ActCompared(pair.name, _act(*laws)) for pair, laws in zip(pairs, both, strict=True))
    return Comparisons(labels, tuple(acts), approved)


def texts(pairs: Iterable[Pair]) -> dict[str, tuple[str, Source]]:
    """Return the newest text of each act, with its path as others know it."""
    sources = {}
    for pair in pairs:
        act = pair.new or pair.old
        assert act is not None
        sources[pair.name] = (act.shown, _source(act))
    return sources


def _compiled(
    pairs: tuple[Pair, ...], labels: tuple[str, str]
) -> tuple[tuple[Compiled | None, Compiled | None], ...]:
    both = tuple(
        (
            None if p.old is None else compiled_act(p.old),
            None if p.new is None else compiled_act(p.new),
        )
        for p in pairs
    )
    wrong = []
    for which, label in enumerate(labels):
        results = [laws[which] for laws in both]
        errors = [
            error
            for result in results
            if result and result.law is None
            for error in result.errors
        ]
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
        present = old or new
        assert present is not None
        assert present.law is not None
        side = Side.NEW if old is None else Side.OLD
        return alone(side, present.law, present.act.source)
    assert old.law is not None
    assert new.law is not None
    return compare(old.law, new.law, _words(old, new))


def _words(old: Compiled, new: Compiled) -> Words:
    """Return the changes of the vocabulary, and which of its keys each element uses."""
    from lawc.compare.declarations import Words, redeclarations
    from lawc.lower.eids import eid_of
    from lawc.syntax.nodes import keys_used

    changed = redeclarations(*(_vocabularies(result) for result in (old, new)))
    if not changed:
        return Words()
    used = {
        eid_of(passage): frozenset(
            key for sentence in passage.sentences for key in keys_used(sentence)
        )
        for passage in new.act.elements
    }
    return Words(changed, used)


def _vocabularies(result: Compiled) -> tuple[Source, ...]:
    return tuple(source for source in result.sources if source.name.endswith(".vocabulary"))


def _place(act: ActText) -> str:
    """Return the path of a text for messages: from here if it lies below."""
    file, here = act.file.resolve(), Path.cwd().resolve()
    return file.relative_to(here).as_posix() if file.is_relative_to(here) else act.shown


def compiled_act(act: ActText) -> Compiled:
    """Compile a text of an act.

    Raises:
        UsageError: a file of it cannot be read.
    """
    from lawc.folders import UnreadableError
    from lawc.pipeline import compile_text

    name = f"{act.act.key}/{act.act.language}.law"
    try:
        return compile_text(act.act, replace(_source(act), name=name, path=_place(act)))
    except UnreadableError as error:
        raise UsageError(str(error)) from error


def _source(act: ActText) -> Source:
    """Return the text of an act, numbered as those beside it, wherever the file stands."""
    from lawc.folders import UnreadableError, read_source
    from lawc.syntax.numbering import NumberingError, numbering_beside

    try:
        numbering = numbering_beside(act.act.text, act.act.language)
        return replace(read_source(act.file), numbering=numbering)
    except (NumberingError, UnreadableError) as error:
        raise UsageError(str(error)) from error
