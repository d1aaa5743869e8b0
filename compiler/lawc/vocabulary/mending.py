"""Fixes for names in a vocabulary that are spelt almost as a declared one.

Before: `phrase person.late means lat`, where `late` is declared. After: the fix that writes
`late`. Each fix is tried: with it the vocabulary is read again, and has no other problem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Fix
from lawc.ir.types import Choice
from lawc.source import Source, Span
from lawc.syntax.spelling import allowed_distance, distance
from lawc.vocabulary.model import Vocabulary
from lawc.vocabulary.read import SLOT_RULES
from lawc.vocabulary.shapes import grammar, words_of

MENDED = 5  # problems of one vocabulary for which names are tried
TRIED = 4  # names for one problem, the nearest first
PROPOSED = 3

_CODES = (Code.UNKNOWN_NAME, Code.DECLARATION_NOT_UNDERSTOOD, Code.WRONG_TYPE)
_NAME = re.compile(r"[^\W\d]\w*")
_SLOT = re.compile(r"(?<=\[)[^\W\d]\w*")
_FIRST = re.compile(r"^(?=[^\s#])", re.MULTILINE)  # of a declaration

_Wording: TypeAlias = tuple[Code, str]
Problems: TypeAlias = Callable[[tuple[Source, ...]], tuple[Diagnostic, ...]]
"""Returns the problems of a vocabulary."""


def with_fixes(
    sources: tuple[Source, ...],
    vocabulary: Vocabulary,
    problems: tuple[Diagnostic, ...],
    read_again: Problems,
) -> tuple[Diagnostic, ...]:
    """Return the problems of a vocabulary, with fixes if a name is near a declared one.

    A problem that the best fix of another problem solves is left out: it follows from that.
    """
    known = _known_names(vocabulary) if problems else frozenset()
    mended: list[Diagnostic] = []
    following: Counter[_Wording] = Counter()
    tried = 0
    for problem in problems:
        if following[_wording(problem)]:
            following[_wording(problem)] -= 1
            continue
        spellings = [] if problem.code not in _CODES else _spellings(problem, known)
        if not spellings or tried >= MENDED:
            mended.append(problem)
            continue
        tried += 1
        solved = {
            fix: _solved(sources, problems, problem, fix, read_again)
            for fix in spellings[:TRIED]
        }
        fixes = tuple(fix for fix in solved if solved[fix])[:PROPOSED]
        if fixes:
            following += solved[fixes[0]] - Counter([_wording(problem)])
        mended.append(_proposing(problem, fixes) if fixes else problem)
    return tuple(mended)


def _proposing(problem: Diagnostic, fixes: tuple[Fix, ...]) -> Diagnostic:
    *most, last = dict.fromkeys(f"`{fix.text}`" for fix in fixes)
    names = f"{', '.join(most)} or {last}" if most else last
    return replace(problem, help=f"write {names}, if that is the name meant", fixes=fixes)


def _solved(
    sources: tuple[Source, ...],
    problems: tuple[Diagnostic, ...],
    problem: Diagnostic,
    fix: Fix,
    read_again: Problems,
) -> Counter[_Wording]:
    """Return the problems that a fix solves; none if it brings others, or this one stays."""
    source = problem.primary.source
    text = source.text[: fix.span.start] + fix.text + source.text[fix.span.end :]
    changed = tuple(replace(each, text=text) if each is source else each for each in sources)
    before, after = (Counter(map(_wording, those)) for those in (problems, read_again(changed)))
    solved = before - after
    return solved if after <= before and solved[_wording(problem)] else Counter()


def _wording(problem: Diagnostic) -> _Wording:
    return problem.code, problem.message


def _spellings(problem: Diagnostic, known: frozenset[str]) -> list[Fix]:
    """Return fixes with names near to the unknown ones in a declaration, the nearest first."""
    near = [
        (far, fix.span.start, fix.text, fix)
        for span, name in _names(problem.primary.source.text, problem.primary.span)
        if name not in known
        for other in known
        if (far := _distance(name, other)) <= allowed_distance(name)
        for fix in (Fix(span, other),)
    ]
    return [fix for *_, fix in sorted(near, key=lambda spelling: spelling[:3])]


def _distance(name: str, other: str) -> int:
    """Return the distance of two names, zero if they have the same letters in any order."""
    return 0 if sorted(name) == sorted(other) else distance(name, other)


def _names(text: str, place: Span) -> Iterator[tuple[Span, str]]:
    """Yield the names in the declaration around a place, and the slots in its wordings."""
    starts = [match.start() for match in _FIRST.finditer(text)]
    start = max((start for start in starts if start <= place.start), default=0)
    end = min((start for start in starts if start > place.start), default=len(text))
    for word in words_of(text, Span(start, end)):
        names = _SLOT if word.folded.startswith('"') else _NAME
        for name in names.finditer(text, word.start, word.end):
            yield Span(*name.span()), name[0]


def _known_names(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the names of a vocabulary, and the words with which they are declared."""
    texts = grammar().table.texts.values()
    own = (word for text in texts for word in text.split() if word.isalpha())
    return frozenset((*_declared_names(vocabulary), *own, *SLOT_RULES))


def _declared_names(vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the names that a vocabulary declares, and those of values and slots."""
    for kind in vocabulary.kinds:
        yield from filter(None, (kind.key, kind.field))
    for fact in vocabulary.facts.values():
        yield fact.key
        yield from _values(fact.type)
    for declared in vocabulary.decisions.values():
        yield declared.decision.name
        yield from _values(declared.decision.type)
    for sense in vocabulary.phrases.values():
        yield from (slot.name for slot in sense.slots)
    for effect in vocabulary.effects.values():
        yield from (slot.name for slot in effect.slots)
    for names in (vocabulary.parameters, vocabulary.currencies, vocabulary.acts):
        yield from names
    for keys in (vocabulary.concepts, vocabulary.quantities):
        yield from (key.rpartition(".")[2] for key in keys)


def _values(type_: object) -> Iterable[str]:
    return type_.values if isinstance(type_, Choice) else ()
