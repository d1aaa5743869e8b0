"""Words of a law as names of Python: readable, legal, and never two words under one name."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable

RESERVED = frozenset(
    {
        *keyword.kwlist,
        *keyword.softkwlist,
        *dir(builtins),
        "annotations",
        "from_dict",
        "to_dict",
        "days",
        "mro",
    }
)


def identifiers(words: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Return a name for each word, no two alike, none reserved or in `taken`.

    A word that is a free name already keeps it; the others give way, in their order.
    """
    order = tuple(dict.fromkeys(words))
    used = {*RESERVED, *taken}
    names = {word: word for word in order if identifier(word) == word and word not in used}
    used.update(names)
    for word in order:
        if word not in names:
            names[word] = _free(identifier(word), used)
            used.add(names[word])
    return {word: names[word] for word in order}


def further(word: str, used: set[str]) -> str:
    """Return a name for one more word, not in `used`, and add it there.

    `used` has the names that are reserved as well: see `reserved`.
    """
    name = _free(identifier(word), used)
    used.add(name)
    return name


def reserved(taken: Iterable[str]) -> set[str]:
    """Return the names that no word may have: those of Python, and those in `taken`."""
    return {*RESERVED, *taken}


def classes(words: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Return a class name for each word: `criminal_record` is `CriminalRecord`."""
    used = {*RESERVED, *taken}
    names = {}
    for word in dict.fromkeys(words):
        parts = identifier(word).split("_")
        names[word] = _free("".join(p[:1].upper() + p[1:] for p in parts) or "Thing", used)
        used.add(names[word])
    return names


def constant(word: str) -> str:
    """Return `word` as the name of a constant."""
    return identifier(word).upper()


def provision_name(eid: str) -> str:
    """Return the name of the element `eid`: `art_2__para_1__point_3` is `art_2_1_3`."""
    first, *others = eid.split("__")
    numbers = [part.partition("_")[2] or part for part in others]
    return identifier("_".join([first, *numbers]).replace("-", "_ins_").lower())


def identifier(word: str) -> str:
    """Return `word` with what no name may hold replaced; different words may meet."""
    if word.isascii() and word.isidentifier() and word[0] != "_":
        return word
    plain = unicodedata.normalize("NFKC", word)
    name = re.sub(r"\W", "_", plain)
    if not name.isidentifier() or name.startswith("_"):
        name = f"n{name}" if name.startswith("_") else f"n_{name}"
    return unicodedata.normalize("NFKC", name) if name.isidentifier() else "n_"


def _free(name: str, used: set[str]) -> str:
    if name not in used:
        return name
    if f"{name}_" not in used:
        return f"{name}_"
    number = 2
    while f"{name}_{number}" in used:
        number += 1
    return f"{name}_{number}"
