"""Names that are known not to be None, and tests without what that settles.

Before: `if person.income is None: return None`, and later `if person.income is None or
person.income > 900`. After: `if person.income > 900`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from lawc.backends.python.conditions import both, either, negated
from lawc.backends.python.layout import Before, Chain, Code

_MISSING = re.compile(r"(\S+) is (not )?None")
_OTHER = re.compile(r"(\S+) is not (?!None\b)\w+")  # a test that holds of None
_SURE = re.compile(r"(\S+) is (?!not\b|None\b)\w+")  # one that does not


def certain_names(known: Code) -> set[str]:
    """Return the names that are not None where a test holds."""
    match known:
        case str() if (match := _MISSING.fullmatch(known)) and match[2]:
            return {match[1]}
        case str() if match := _SURE.fullmatch(known):
            return {match[1]}
        case Chain("and", parts):
            return {name for part in parts for name in certain_names(part)}
    return set()


def holds_of_missing(test: Code, name: str) -> bool:
    """Return whether a test surely holds where a name is None."""
    match test:
        case Before("not ", part):
            return part == name
        case str():
            other = _OTHER.fullmatch(test)
            if other is not None:
                return other[1] == name
            return test in ("True", f"not {name}", f"{name} is None")
        case Chain(word, parts):
            return (any if word == "or" else all)(
                holds_of_missing(part, name) for part in parts
            )
    return False


def settled(test: Code, certain: Collection[str]) -> Code:
    """Return a test without what is settled where some names are not None."""
    if not certain:
        return test
    match test:
        case str() if (match := _MISSING.fullmatch(test)) and match[1] in certain:
            return str(match[2] is not None)
        case Chain(word, parts):
            return (both if word == "and" else either)(
                [settled(part, certain) for part in parts]
            )
        case Before("not ", part) if (inner := settled(part, certain)) != part:
            return negated(inner)
    return test
