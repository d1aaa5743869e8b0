"""Conditions joined and negated, with what is constant or asked twice folded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lawc.backends.python.layout import Before, Bits, Chain, Code

_IS = re.compile(r"([\w.()]+) is (not )?([\w.]+)")  # a test of one thing


def both(parts: Sequence[Code]) -> Code:
    """Return the conjunction of the parts, folded where parts are constant."""
    return _folded("and", parts, "True", "False")


def either(parts: Sequence[Code]) -> Code:
    """Return the disjunction of the parts, folded where parts are constant."""
    return _folded("or", parts, "False", "True")


def negated(part: Code) -> Code:
    """Return the contrary of a condition."""
    match part:
        case "True":
            return "False"
        case "False":
            return "True"
        case Before("not ", inner):
            return inner
        case str() if match := _IS.fullmatch(part):
            return f"{match[1]} is {'' if match[2] else 'not '}{match[3]}"
        case Chain(word, parts):
            turned = [negated(term) for term in parts]
            if any(isinstance(term, Before) for term in turned):
                return Before("not ", part)
            return both(turned) if word == "or" else either(turned)
        case _:
            return Before("not ", part)


def _folded(word: str, parts: Sequence[Code], neutral: str, absorbing: str) -> Code:
    kept: list[Code] = []
    words = True
    for part in parts:
        if isinstance(part, str):
            if part == absorbing:
                return absorbing
            if part != neutral and part not in kept:
                kept.append(part)
        else:
            words = False
            inner = part.parts if isinstance(part, Chain) and part.word == word else (part,)
            kept += [term for term in inner if term not in kept]
    if not words and len(kept) > 1:
        kept = _without_repetition(word, kept)
    if not kept:
        return neutral
    return kept[0] if len(kept) == 1 else Chain(word, tuple(kept))


def _without_repetition(word: str, parts: list[Code]) -> list[Code]:
    """Return conditions without what others of them settle, and with what they share once."""
    # What holds anyway, or is not enough anyway, is not asked with others again.
    kept = [p for p in parts if not (isinstance(p, Chain) and any(q in parts for q in p.parts))]
    if word == "or" and any(isinstance(term, Bits) for term in kept):
        return _merged(kept)
    return _factored(kept) if word == "and" else kept


def _factored(parts: list[Code]) -> list[Code]:
    """Return conditions with an alternative that several of them have asked once."""
    alternatives = [part for part in parts if isinstance(part, Chain)]
    if len(alternatives) < 2:  # noqa: PLR2004 - nothing is shared
        return parts
    for shared in [alternative for chain in alternatives[:-1] for alternative in chain.parts]:
        having = [chain for chain in alternatives if shared in chain.parts]
        if isinstance(shared, str) and len(having) > 1:
            rests = [
                either([part for part in chain.parts if part != shared]) for chain in having
            ]
            whole = either([shared, both(rests)])
            return _factored(
                [whole if p == having[0] else p for p in parts if p not in having[1:]]
            )
    return parts


def _merged(parts: list[Code]) -> list[Code]:
    """Return alternatives with those that look at bits of one word made one."""
    numbers: dict[Code, int] = {}
    for part in parts:
        if isinstance(part, Bits):
            numbers[part.word] = numbers.get(part.word, 0) | part.number
    kept: list[Code] = []
    for part in parts:
        if not isinstance(part, Bits):
            kept.append(part)
        elif part.word in numbers:
            kept.append(Bits(part.word, numbers.pop(part.word)))
    return kept
