"""Names in a vocabulary that are spelt almost as one that is declared.

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
from lawc.syntax.spelling import allowed, distance
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

_Said: TypeAlias = tuple[Code, str]
Problems: TypeAlias = Callable[[tuple[Source, ...]], tuple[Diagnostic, ...]]
"""Returns what is wrong with a vocabulary."""


def with_fixes(
    sources: tuple[Source, ...],
    vocabulary: Vocabulary,
    problems: tuple[Diagnostic, ...],
    read_again: Problems,
) -> tuple[Diagnostic, ...]:
    """Return the problems of a vocabulary, with fixes where a name is near one declared.

    Problems that the best fix of another one takes away follow from that, and are left out.
    """
    known = _known(vocabulary) if problems else frozenset()
    found: list[Diagnostic] = []
    following: Counter[_Said] = Counter()
    tried = 0
    for problem in problems:
        if following[_said(problem)]:
            following[_said(problem)] -= 1
            continue
        spellings = [] if problem.code not in _CODES else _spellings(problem, known)
        if not spellings or tried >= MENDED:
            found.append(problem)
            continue
        tried += 1
        gone = {
            fix: _gone(sources, problems, problem, fix, read_again) for fix in spellings[:TRIED]
        }
        fixes = tuple(fix for fix in gone if gone[fix])[:PROPOSED]
        if fixes:
            following += gone[fixes[0]] - Counter([_said(problem)])
        found.append(_told(problem, fixes) if fixes else problem)
    return tuple(found)


def _told(problem: Diagnostic, fixes: tuple[Fix, ...]) -> Diagnostic:
    *most, last = dict.fromkeys(f"`{fix.text}`" for fix in fixes)
    names = f"{', '.join(most)} or {last}" if most else last
    return replace(problem, help=f"write {names}, if that is the name meant", fixes=fixes)


def _gone(
    sources: tuple[Source, ...],
    problems: tuple[Diagnostic, ...],
    problem: Diagnostic,
    fix: Fix,
    read_again: Problems,
) -> Counter[_Said]:
    """Return the problems that a fix takes away; none if others come, or this one stays."""
    source = problem.primary.source
    text = source.text[: fix.span.start] + fix.text + source.text[fix.span.end :]
    changed = tuple(replace(one, text=text) if one is source else one for one in sources)
    before, after = (Counter(map(_said, those)) for those in (problems, read_again(changed)))
    gone = before - after
    return gone if after <= before and gone[_said(problem)] else Counter()


def _said(problem: Diagnostic) -> _Said:
    return problem.code, problem.message


def _spellings(problem: Diagnostic, known: frozenset[str]) -> list[Fix]:
    """Return names that are near to what is not known in a declaration, the nearest first."""
    near = [
        (away, fix.span.start, fix.text, fix)
        for span, name in _names(problem.primary.source.text, problem.primary.span)
        if name not in known
        for other in known
        if (away := _away(name, other)) <= allowed(name)
        for fix in (Fix(span, other),)
    ]
    return [fix for *_, fix in sorted(near, key=lambda one: one[:3])]


def _away(name: str, other: str) -> int:
    """Return how far a name is from another; letters in another order are no way."""
    return 0 if sorted(name) == sorted(other) else distance(name, other)


def _names(text: str, place: Span) -> Iterator[tuple[Span, str]]:
    """Yield the names in the declaration around a place, and those of slots in its wordings."""
    starts = [one.start() for one in _FIRST.finditer(text)]
    start = max((one for one in starts if one <= place.start), default=0)
    end = min((one for one in starts if one > place.start), default=len(text))
    for word in words_of(text, Span(start, end)):
        names = _SLOT if word.folded.startswith('"') else _NAME
        for name in names.finditer(text, word.start, word.end):
            yield Span(*name.span()), name[0]


def _known(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the names of a vocabulary, and the words with which they are declared."""
    texts = grammar().table.texts.values()
    own = (word for text in texts for word in text.split() if word.isalpha())
    return frozenset((*_declared(vocabulary), *own, *SLOT_RULES))


def _declared(vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the names that a vocabulary declares, and those of values and slots."""
    for kind in vocabulary.kinds:
        yield from filter(None, (kind.key, kind.field))
    for fact in vocabulary.facts.values():
        yield fact.key
        yield from _values(fact.type)
    for one in vocabulary.decisions.values():
        yield one.decision.name
        yield from _values(one.decision.type)
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
