"""Wordings in the forms that a vocabulary does not declare: number, denial, mood.

A vocabulary declares `a person` and `the person | is released`. A sentence may also say
`persons who`, `any person who`, `no person`, `shall be released`, `are released`. Which forms
there are stands in `grammar/<language>.forms`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, TypeAlias

from lawc.records import dataclass
from lawc.syntax.phrases import Entry, Slot
from lawc.syntax.tables import grammar_folder
from lawc.syntax.words import folded

_BAR, _REST = "|", "-"
Row: TypeAlias = tuple[str, ...]
Items: TypeAlias = "tuple[str | Slot, ...]"


class Verb(NamedTuple):
    """A verb of one thing, of several, after a mood, and denied of one and of several."""

    one: Row
    several: Row
    base: Row
    denied: Row
    denied_several: Row


class Mood(NamedTuple):
    """A mood of one thing, of several, and denied of one and of several."""

    one: Row
    several: Row
    denied: Row
    denied_several: Row


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a language, by sort; `rows` are those that consist of words alone."""

    rows: Mapping[str, tuple[Row, ...]]
    owners: tuple[Row, ...]
    moods: tuple[Mood, ...]
    verbs: tuple[Verb, ...]


@cache
def forms(language: str) -> Forms:
    """Return the forms of a language; a language without a file has none."""
    path = grammar_folder() / f"{language}.forms"
    if not path.is_file():
        return Forms({}, (), (), ())
    rows: dict[str, tuple[Row, ...]] = {}
    owners: list[Row] = []
    moods: list[Mood] = []
    verbs: list[Verb] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        sort, _, rest = line.partition("#")[0].strip().partition(" ")
        columns = [tuple(column.split()) for column in rest.split(_BAR)]
        match sort:
            case "":
                continue
            case "owner":
                owners.append(*columns)
            case "mood":
                moods.append(Mood(*columns))
            case "verb":
                verbs.append(Verb(*columns))
            case _:
                rows[sort] = (*rows.get(sort, ()), folded(rest))
    return Forms(rows, tuple(owners), tuple(moods), tuple(verbs))


def with_forms(entries: Iterable[Entry], language: str) -> tuple[Entry, ...]:
    """Return wordings with the further forms in which each may stand, none of them twice."""
    entries = tuple(entries)
    of = forms(language)
    known = {(entry.terminal, entry.key, entry.items, entry.about) for entry in entries}
    more: list[Entry] = []
    for entry in entries:
        for other in _others(of, entry):
            told = (other.terminal, other.key, other.items, other.about)
            if told not in known:
                known.add(told)
                more.append(other)
    return (*entries, *more)


def _others(of: Forms, entry: Entry) -> Iterator[Entry]:
    match entry.terminal:
        case "CLASS":
            yield from _universal(of, entry)
        case "FOLLOWING":
            for words in of.rows.get("several", ()):
                if _begins(entry.items, words):
                    yield _form(
                        entry, "CLASSES", entry.items[len(words) :], f"kind:{entry.key}"
                    )
        case "MANY":
            yield from _owned(of, entry)
        case "PREDICATE":
            yield _form(entry, "PREDICATES", _of_several(of, entry.items))
            yield _form(entry, "OF_THEM", entry.items)
            yield _form(entry, "OF_THEM", _of_several(of, entry.items))
        case "HAPPENED":
            yield _form(entry, "ALL_HAPPENED", _of_several(of, entry.items))
        case "EFFECT":
            yield from _of_effect(of, entry)
        case "EFFECTS":
            yield from _moods(of, entry, "EFFECTS")
        case "EFFECT_CLAUSE":
            yield from _moods_inside(of, entry)
        case _:
            return


def _universal(of: Forms, entry: Entry) -> Iterator[Entry]:
    """Yield `any person` and `no person` of `a person`."""
    if not entry.items[1:] or entry.items[:1] not in of.rows.get("article", ()):
        return
    for words in of.rows.get("universal", ()):
        yield _form(entry, "CLASS", (*words, *entry.items[1:]))
    for words in of.rows.get("denial", ()):
        yield _form(entry, "NO_CLASS", (*words, *entry.items[1:]))


def _owned(of: Forms, entry: Entry) -> Iterator[Entry]:
    """Yield `children` of `the person's children`: who has two children."""
    for words in of.owners:
        before, after = entry.items[: len(words)], entry.items[len(words) :]
        if after and all(map(_is_form, before, words)):
            yield _form(entry, "OWNED", after)
            return


def _is_form(item: str | Slot, word: str) -> bool:
    ending = word.removeprefix(_REST)
    return isinstance(item, str) and (
        item == word or (ending != word and item.endswith(ending) and item != ending)
    )


def _of_several(of: Forms, items: Items) -> Items:
    """Return what is said of several things, from what is said of one."""
    verb, rest = _verb(of, items)
    return (*verb.several, *rest) if verb and verb.several else items


def _of_effect(of: Forms, entry: Entry) -> Iterator[Entry]:
    verb, rest = _verb(of, entry.items)
    yield _form(entry, "EFFECTS", _of_several(of, entry.items))
    yield from _moods(of, entry, "EFFECT")
    yield from _moods(of, entry, "EFFECTS")
    if verb is None:
        for mood in of.moods:  # `may borrow` is denied, and stands in no other mood
            if _begins(entry.items, mood.one):
                after = entry.items[len(mood.one) :]
                yield _form(entry, "NOT_EFFECT", (*mood.denied, *after))
                yield _form(entry, "NOT_EFFECTS", (*mood.denied_several, *after))
        return
    yield _form(entry, "NOT_EFFECT", (*verb.denied, *rest))
    yield _form(entry, "NOT_EFFECTS", (*verb.denied_several, *rest))
    for mood in of.moods if verb.base else ():
        yield _form(entry, "NOT_EFFECT", (*mood.denied, *verb.base, *rest))
        yield _form(entry, "NOT_EFFECTS", (*mood.denied_several, *verb.base, *rest))


def _moods(of: Forms, entry: Entry, terminal: str) -> Iterator[Entry]:
    """Yield `shall be released` of `is released`, or of `are released`."""
    several = entry.terminal == "EFFECTS"
    verb, rest = _verb(of, entry.items, several=several)
    if verb is None or not verb.base:
        return
    for mood in of.moods:
        words = mood.several if terminal == "EFFECTS" else mood.one
        yield _form(entry, terminal, (*words, *verb.base, *rest))


def _moods_inside(of: Forms, entry: Entry) -> Iterator[Entry]:
    """Yield `the term shall be reduced by [by]` of `the term is reduced by [by]`."""
    for place, item in enumerate(entry.items):
        for verb in of.verbs:
            several = (item,) == verb.several
            if verb.base and ((item,) == verb.one or several):
                for mood in of.moods:
                    words = mood.several if several else mood.one
                    before, after = entry.items[:place], entry.items[place + 1 :]
                    yield _form(entry, entry.terminal, (*before, *words, *verb.base, *after))
                return


def _verb(of: Forms, items: Items, *, several: bool = False) -> tuple[Verb | None, Items]:
    """Return the verb with which a wording begins, and what follows it."""
    first, rest = items[0], items[1:]
    if not isinstance(first, str):
        return None, items
    for verb in of.verbs:
        (said,) = verb.several or verb.one if several else verb.one
        if said == first:
            return verb, rest
        ending = said.removeprefix(_REST)
        if not several and said != ending and first.endswith(ending) and first != ending:
            return _completed(verb, first.removesuffix(ending)), rest
    return None, items


def _completed(verb: Verb, stem: str) -> Verb:
    rows = (
        tuple(stem + word.removeprefix(_REST) if word[:1] == _REST else word for word in row)
        for row in verb
    )
    return Verb(*rows)


def _begins(items: Items, words: Row) -> bool:
    return len(items) > len(words) and items[: len(words)] == words


def _form(entry: Entry, terminal: str, items: Items, key: str = "") -> Entry:
    written = " ".join([f"[{i.name}]" if isinstance(i, Slot) else i for i in items])
    return Entry(
        terminal,
        key or entry.key,
        entry.form,
        items,
        written,
        entry.about,
        entry.label,
        derived=True,
    )
