"""Provisions that a case supplies as established, by their citations.

Standard library only. Before: `{"provisions": [{"provision": "2(a)", "of": "children[0]",
"holds": true}], "children": [{}]}`. After: `{"children": [{"dependent": true}]}`, where element
2(a) says who is dependent. `value` stands in the place of `holds` for an amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from lawc.runtime.facts import FactError, Reading, shown

KEY = "provisions"
_PARTS = ("provision", "of", "holds", "value")
_STEP = re.compile(r"(\w+)\[(\d{1,9})\]")


class Term(NamedTuple):
    """What an element says of a thing: the lists that lead to the thing, and the key."""

    lists: tuple[str, ...]
    key: str
    truth: bool


Terms = Mapping[str, tuple[Term, ...]]  # by citation


def with_provisions(data: object, terms: Terms, reading: Reading) -> object:
    """Return the data of a case with what it supplies by citation under the keys of things."""
    if not isinstance(data, Mapping) or not terms or KEY not in data:
        return data
    rest = {key: value for key, value in data.items() if key != KEY}
    for where, entry in reading.members(data, KEY, "") or ():
        parts = reading.thing(entry, where, _PARTS, word="part")
        try:
            rest = _supplied(rest, parts, terms)
        except ValueError as error:
            reading.problems.append(FactError(where, str(error)))
    return rest


def _supplied(
    data: dict[str, Any], parts: Mapping[str, object], terms: Terms
) -> dict[str, Any]:
    """Return the data with what one entry supplies.

    Raises:
        ValueError: it cannot be supplied; the message says why.
    """
    cited = parts.get("provision")
    if not isinstance(cited, str):
        raise ValueError(f'"provision" is to be a citation: {shown(cited)}')  # noqa: TRY004
    given = [name for name in ("holds", "value") if parts.get(name) is not None]
    if len(given) != 1:
        raise ValueError('say either whether it "holds", or its "value"')
    several = [term for term in _terms(cited, terms) if term.truth is (given[0] == "holds")]
    if not several:
        other = "a value" if given[0] == "holds" else 'what "holds"'
        raise ValueError(f"`{cited}` says {other}, which is supplied otherwise")
    if len(several) > 1:
        keys = " or ".join(f"`{term.key}`" for term in several)
        raise ValueError(f"`{cited}` says several things: supply {keys} itself")
    term = several[0]
    of = parts.get("of")
    path = tuple(_steps("" if of is None else of))
    if tuple(name for name, _ in path[: len(term.lists)]) != term.lists:
        named = term.lists[-1] if term.lists else "the case itself"
        raise ValueError(f"`{cited}` is about {named}, not about {shown(of)}")
    return _put(data, path[: len(term.lists)], term.key, parts[given[0]])


def _terms(cited: str, terms: Terms) -> tuple[Term, ...]:
    """Return what an element says.

    Raises:
        ValueError: it says nothing that can be supplied.
    """
    plain = re.sub(r"\s+", "", re.sub(r"^[^\d(]*(?=\d)", "", cited.strip()))
    known = terms.get(cited) or terms.get(plain)
    if known is None:
        near = get_close_matches(plain[:99], list(terms), n=1, cutoff=0)
        nearest = f"; the nearest is `{near[0]}`" if near else ""
        raise ValueError(f"`{cited}` is no provision that can be supplied{nearest}")
    return known


def _steps(of: object) -> Iterator[tuple[str, int]]:
    """Yield the lists and places of a path such as `offences[1]`."""
    if not isinstance(of, str):
        raise ValueError(f'"of" is to be a path, such as "children[0]": {shown(of)}')  # noqa: TRY004
    for step in of.split(".") if of else ():
        match = _STEP.fullmatch(step)
        if match is None:
            raise ValueError(f'"of" is to be a path, such as "children[0]": {shown(of)}')
        yield match[1], int(match[2])


def _put(
    data: Mapping[str, Any], path: tuple[tuple[str, int], ...], key: str, value: object
) -> dict[str, Any]:
    """Return the data of a thing with a value under a key of the thing at a path."""
    if not path:
        if data.get(key) is not None:
            raise ValueError(f"`{key}` is supplied twice")
        return {**data, key: value}
    (name, place), *rest = path
    group = data.get(name)
    if not isinstance(group, list | tuple) or place >= len(group):
        raise ValueError(f"the case has no `{name}[{place}]`")
    member = group[place]
    if not isinstance(member, Mapping):
        raise ValueError(f"`{name}[{place}]` is no object")  # noqa: TRY004
    below = _put(member, tuple(rest), key, value)
    return {**data, name: [*group[:place], below, *group[place + 1 :]]}
