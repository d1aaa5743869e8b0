"""Declarations that a vocabulary lacks for a sentence that none of its phrases says.

Before: `the person keeps a dog`. After: `fact person.keeps_a_dog: truth`, and a phrase that
means it; of `The full price is`, a quantity with that name. Only what has no number and no
"not" in it: what else it says, the drafter decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.syntax import phrases
from lawc.syntax.failed import Failed
from lawc.syntax.reader import WORD, Row
from lawc.syntax.senses import groups, sort_of

_LONGEST = 8  # words of a phrase that is made up
_LETTERS = 80  # of a name that is made up
_PHRASES = frozenset({"TEST", "PREDICATE", "EFFECT"})
_EFFECTS = frozenset({"EFFECT", "EFFECTS"})
_NAMED = frozenset({"CLASS", "THE", "FOLLOWING"})
_VERBS = ("being", "having", "doing", "relative")  # groups of words before which a noun ends
_WITHIN = ("comparison", "negation", "quantifier")
_ENDING = ("connective", "condition")  # sorts of words that end a phrase


def declaration(failure: Failed) -> str | None:
    """Return declarations for what stands where reading stopped, None if it is not plain."""
    return _noun(failure) or _statement(failure)


def _noun(failure: Failed) -> str | None:
    """Return that an amount may be declared by a name that is not known: `the full price`.

    It is a quantity where the act says what it is, at the beginning of a sentence.
    """
    language = failure.sentences.language
    of = groups(language)
    places = [
        at for at, taken in failure.reach.at.items() if "NOUN" in taken and at <= failure.place
    ]
    begun = max(places, default=None)
    if begun is None or of.get(failure.words[begun].folded) != "article":
        return None
    row = Row(failure.sentences.reader, failure.words)
    end = begun
    while row.folded[end][:1].isalpha() and of.get(row.folded[end]) not in _VERBS:
        sort = sort_of(row.folded[end], language)
        if sort in _WITHIN:
            return None  # something is compared or denied
        if sort not in (None, "unit"):
            break
        end += 1
    inside = phrases.find(row.reader.root, row.folded, begun, row.value)
    if any(each.entry.form == WORD or each.entry.terminal in _NAMED for each in inside):
        return None  # of it something else is said
    if not failure.place < end or not 1 < end - begun <= _LONGEST:
        return None
    name = failure.written(begun, end)
    noun = f'`{language} noun "{name[0].lower()}{name[1:]}"`'
    begins = of.get(row.folded[end]) == "being"
    if begun == 0:
        known = begins and not _is_effect(row, end)
        return f"a quantity in the vocabulary, with {noun}" if known else None
    after = sort_of(row.folded[end + 1], language) if begins else None
    if "TEST" in failure.reach.at[begun] and after not in ("comparison", "negation"):
        return None
    return f"a fact or a quantity in the vocabulary, with {noun}"


def _statement(failure: Failed) -> str | None:
    row = Row(failure.sentences.reader, failure.words)
    places = [at for at, taken in failure.reach.at.items() if taken.keys() & _PHRASES]
    begun = max((at for at in places if at <= failure.place), default=None)
    if begun is None:
        return None
    taken = failure.reach.at[begun]
    if any(failure.texts.get(name) == row.folded[begun] for name in taken):
        return None  # the language has it, and something after it is wrong
    start, kind = _subject(row, begun) if "TEST" in taken else (begun, None)
    is_fact = kind is not None or "PREDICATE" in taken or _after_subject(failure, row, begun)
    kind = kind or failure.kind_before(begun)
    words = () if failure.group(start) == "article" else tuple(_phrase(failure, row, start))
    key = "_".join(words)
    if not kind or not words or not key.isidentifier() or not key.isascii():
        return None
    if len(key) > _LETTERS or (not is_fact and not _may_give(failure, row, start, begun)):
        return None
    subject = next(_definite(failure, kind), None)
    if subject is None or not start <= failure.place < start + len(words):
        return None
    predicate = failure.written(start, start + len(words))
    wording = f'{failure.sentences.language} yes "{subject} | {predicate}"'
    if is_fact:
        return (
            f"`fact {kind}.{key}: truth` in the vocabulary, and `phrase {kind}.{key} means "
            f"{key} {wording}`"
        )
    return (
        f"`decision {kind}.{key}: truth` in the vocabulary, and `effect {kind}.{key} gives "
        f"{key} = true {wording}`"
    )


def _may_give(failure: Failed, row: Row, start: int, begun: int) -> bool:
    """Tell whether words from `start` may be what a provision gives, and nothing else."""
    end = start + len(tuple(_phrase(failure, row, start)))
    return "TEST" not in failure.reach.at[begun] and not _is_effect(row, end)


def _is_effect(row: Row, place: int) -> bool:
    """Tell whether an effect is said from `place`."""
    matches = phrases.find(row.reader.root, row.folded, place, row.value)
    return any(each.entry.terminal in _EFFECTS for each in matches)


def _subject(row: Row, begun: int) -> tuple[int, str | None]:
    """Return where the words after a subject begin, and the kind of thing it names."""
    nouns = [
        each
        for each in phrases.find(row.reader.root, row.folded, begun, row.value)
        if each.entry.terminal == "THE"
    ]
    last = max(nouns, key=lambda each: each.end, default=None)
    return (begun, None) if last is None else (last.end, last.entry.about or last.entry.key)


def _after_subject(failure: Failed, row: Row, begun: int) -> bool:
    """Tell whether a condition began with a subject that ends where `begun` is."""
    return any(
        "TEST" in taken and at < begun == _subject(row, at)[0]
        for at, taken in failure.reach.at.items()
    )


def _phrase(failure: Failed, row: Row, start: int) -> Iterator[str]:
    """Yield the words of the phrase from `start`, none if one turns the sense."""
    language = failure.sentences.language
    words: list[str] = []
    for place in range(start, len(failure.words)):
        word = row.folded[place]
        sort = sort_of(word, language)
        if sort in _ENDING or not any(map(str.isalnum, word)) or _is_effect(row, place):
            break
        if sort is not None or len(words) == _LONGEST:
            return
        words.append(word)
    yield from words


def _definite(failure: Failed, kind: str) -> Iterator[str]:
    for entry in failure.sentences.entries:
        if entry.terminal == "THE" and (entry.about or entry.key) == kind:
            yield entry.written
