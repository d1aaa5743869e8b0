"""Accidents that happen to a text: words lost, doubled, exchanged, signs and numbers wrong."""

from __future__ import annotations

import re
from random import Random

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SIGN = re.compile(r"[.,;:()|]")
_NUMBER = re.compile(r"\d+")
_GIBBERISH = ("Tuesday", "and", "or", "xyz", "the", "Article", "12", "not", "\u0430nd", "(")


def accident(text: str, random: Random) -> str:
    """Return `text` after one accident."""
    kinds = (_delete, _double, _swap, _replace, _misspell, _drop_sign, _renumber, _cut)
    return random.choice(kinds)(text, random)


def _any_match(pattern: re.Pattern[str], text: str, random: Random) -> re.Match[str]:
    return random.choice(list(pattern.finditer(text)))


def _put(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _delete(text: str, random: Random) -> str:
    return _put(text, _any_match(_WORD, text, random), "")


def _double(text: str, random: Random) -> str:
    match = _any_match(_WORD, text, random)
    return _put(text, match, f"{match.group()} {match.group()}")


def _swap(text: str, random: Random) -> str:
    found = list(_WORD.finditer(text))
    first = random.randrange(len(found) - 1)
    one, other = found[first], found[first + 1]
    between = text[one.end() : other.start()]
    return text[: one.start()] + other.group() + between + one.group() + text[other.end() :]


def _replace(text: str, random: Random) -> str:
    new = random.choice([*_GIBBERISH, _any_match(_WORD, text, random).group()])
    return _put(text, _any_match(_WORD, text, random), new)


def _misspell(text: str, random: Random) -> str:
    match = _any_match(_WORD, text, random)
    word = match.group()
    at = random.randrange(len(word))
    return _put(text, match, word[:at] + random.choice("aeiourst") + word[at + 1 :])


def _drop_sign(text: str, random: Random) -> str:
    return _put(text, _any_match(_SIGN, text, random), "")


def _renumber(text: str, random: Random) -> str:
    return _put(text, _any_match(_NUMBER, text, random), str(random.randrange(1, 400)))


def _cut(text: str, random: Random) -> str:
    start = random.randrange(len(text))
    return text[:start] + text[start + random.randrange(1, 200) :]
