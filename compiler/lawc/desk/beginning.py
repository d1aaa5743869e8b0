"""The texts of an act to begin with: a small law that is read, decided and tested as it stands.

Before: `kz/dog-licence`, `DOG LICENCE ACT`, `person`. After: an act of four sentences, the
vocabulary that they need beside that of the jurisdiction, and three examples.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from string import Template
from typing import TypeAlias

from lawc.records import dataclass
from lawc.source import Source
from lawc.syntax.layout import laid_out
from lawc.vocabulary.model import Vocabulary

Texts: TypeAlias = dict[str, str]
"""The texts of files, by their paths below the folder of all statutes."""

_VOWELS = "aeiou"
_PLAIN = "permit"  # what the law gives if the name of the act has no word for it
_CURRENCY = ("EUR", "euro")


@dataclass(frozen=True, slots=True)
class Wish:
    """An act to begin: its jurisdiction, its folder, its title, the kind it is about."""

    place: str
    act: str
    title: str
    thing: str


def title_of(act: str) -> str:
    """Return a title for an act by the name of its folder: `DOG LICENCE ACT`."""
    return f"{' '.join(act.split('-'))} act".upper()


def thing_of(kind: str) -> str:
    """Return a noun without its article, in small letters and single spaces."""
    words = kind.lower().replace("-", " ").replace("_", " ").split()
    return " ".join(words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words)


def beginnings(wish: Wish, vocabulary: Vocabulary) -> Iterator[Texts]:
    """Yield the files of an act to begin with, for one thing that it gives after another.

    The first is named as the act; what its words may mean in the jurisdiction is to be tried.
    """
    words = [word for word in wish.act.split("-") if not re.search(r"\d", word)]
    for benefit in dict.fromkeys((" ".join(words), _PLAIN)):
        if benefit:
            yield _texts(wish, benefit, vocabulary)


def _texts(wish: Wish, benefit: str, vocabulary: Vocabulary) -> Texts:
    key = _key(benefit)
    code, currency = _money(vocabulary)
    thing = wish.thing
    names = {
        "place": wish.place,
        "act": wish.act,
        "title": wish.title,
        "kind": _key(thing),
        "thing": thing,
        "a_thing": with_article(thing),
        "A_thing": with_article(thing).capitalize(),
        "benefit": benefit,
        "code": code,
        "currency": currency,
        "applied": f"applied_for_{key}",
        "paid": f"paid_for_{key}",
        "excluded": f"excluded_from_{key}",
        "fee": f"{key}_fee",
        "entitled": f"entitled_to_{key}",
        "entitle": f"entitle_to_{key}",
    }
    parts = [] if vocabulary.kind(names["kind"]) else ["kind"]
    parts += [] if vocabulary.currencies else ["money"]
    declared = "".join(_filled(part, names) for part in parts)
    act = Source("en.law", _filled("act", names))
    return {
        f"{wish.place}/{wish.act}.vocabulary": _filled(
            "vocabulary", {**names, "kind_declared": declared}
        ),
        f"{wish.place}/{wish.act}/en.law": laid_out(act, "en"),
        f"{wish.place}/{wish.act}/examples.jsonl": _examples(names),
    }


def with_article(noun: str) -> str:
    """Return a noun with the article that goes by its first letter: `an offence`."""
    return f"{'an' if noun[:1] in _VOWELS else 'a'} {noun}"


def _key(noun: str) -> str:
    return re.sub(r"\W+", "_", noun)


def _money(vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the code and the noun of the money of a jurisdiction."""
    nouns = {
        entry.key: entry.written
        for entry in reversed(vocabulary.entries.get("en", ()))
        if entry.terminal == "CURRENCY"
    }
    return next(
        ((code, nouns[code]) for code in vocabulary.currencies if code in nouns), _CURRENCY
    )


def _examples(names: dict[str, str]) -> str:
    """Return three cases: one meets the conditions, one the exception, one lacks a fact."""
    applied, paid, excluded = names["applied"], names["paid"], names["excluded"]
    known = {applied: True, paid: "20", excluded: False}
    entitled = names["entitled"]
    told = (
        (
            "1(1): who has applied and paid the fee is entitled",
            known,
            {"value": True, "provisions": ["1(1)"]},
        ),
        ("1(2): who is excluded by a court is not", {**known, excluded: True}, False),
        (
            "nothing is said of what was paid: this has to be asked first",
            {applied: True, excluded: False},
            {"status": "open", "needed": [paid]},
        ),
    )
    lines = (
        {"name": name, "case": case, "expected": {entitled: value}}
        for name, case, value in told
    )
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)


def _filled(part: str, names: dict[str, str]) -> str:
    text = (files("lawc.desk") / "beginnings" / f"{part}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(names)
