"""What to declare in a vocabulary for a sentence that none of its phrases says.

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


def declaration(one: Failed) -> str | None:
    """Return declarations for what stands where reading stopped, None if it is not plain."""
    return _noun(one) or _statement(one)


def _noun(one: Failed) -> str | None:
    """Return that an amount may be declared by a name that is not known: `the full price`.

    It is a quantity where the act says what it is, at the beginning of a sentence.
    """
    language = one.sentences.language
    of = groups(language)
    places = [at for at, taken in one.reach.at.items() if "NOUN" in taken and at <= one.place]
    begun = max(places, default=None)
    if begun is None or of.get(one.words[begun].folded) != "article":
        return None
    row = Row(one.sentences.reader, one.words)
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
    if not one.place < end or not 1 < end - begun <= _LONGEST:
        return None
    name = one.said(begun, end)
    said = f'`{language} noun "{name[0].lower()}{name[1:]}"`'
    begins = of.get(row.folded[end]) == "being"
    if begun == 0:
        known = begins and not _is_effect(row, end)
        return f"a quantity in the vocabulary, with {said}" if known else None
    after = sort_of(row.folded[end + 1], language) if begins else None
    if "TEST" in one.reach.at[begun] and after not in ("comparison", "negation"):
        return None
    return f"a fact or a quantity in the vocabulary, with {said}"


def _statement(one: Failed) -> str | None:
    row = Row(one.sentences.reader, one.words)
    places = [at for at, taken in one.reach.at.items() if taken.keys() & _PHRASES]
    begun = max((at for at in places if at <= one.place), default=None)
    if begun is None:
        return None
    taken = one.reach.at[begun]
    if any(one.texts.get(name) == row.folded[begun] for name in taken):
        return None  # the language has it, and something after it is wrong
    start, kind = _subject(row, begun) if "TEST" in taken else (begun, None)
    told = kind is not None or "PREDICATE" in taken or _after_subject(one, row, begun)
    kind = kind or one.kind_before(begun)
    words = () if one.group(start) == "article" else tuple(_phrase(one, row, start))
    key = "_".join(words)
    if not kind or not words or not key.isidentifier() or not key.isascii():
        return None
    if len(key) > _LETTERS or (not told and not _may_give(one, row, start, begun)):
        return None
    subject = next(_definite(one, kind), None)
    if subject is None or not start <= one.place < start + len(words):
        return None
    said = f'{one.sentences.language} yes "{subject} | {one.said(start, start + len(words))}"'
    if told:
        return (
            f"`fact {kind}.{key}: truth` in the vocabulary, and `phrase {kind}.{key} means "
            f"{key} {said}`"
        )
    return (
        f"`decision {kind}.{key}: truth` in the vocabulary, and `effect {kind}.{key} gives "
        f"{key} = true {said}`"
    )


def _may_give(one: Failed, row: Row, start: int, begun: int) -> bool:
    """Tell whether words from `start` may be what a provision gives, and nothing else."""
    end = start + len(tuple(_phrase(one, row, start)))
    return "TEST" not in one.reach.at[begun] and not _is_effect(row, end)


def _is_effect(row: Row, place: int) -> bool:
    """Tell whether an effect is said from `place`."""
    found = phrases.find(row.reader.root, row.folded, place, row.value)
    return any(each.entry.terminal in _EFFECTS for each in found)


def _subject(row: Row, begun: int) -> tuple[int, str | None]:
    """Return where the words after a subject begin, and the kind of thing it names."""
    found = [
        each
        for each in phrases.find(row.reader.root, row.folded, begun, row.value)
        if each.entry.terminal == "THE"
    ]
    last = max(found, key=lambda each: each.end, default=None)
    return (begun, None) if last is None else (last.end, last.entry.about or last.entry.key)


def _after_subject(one: Failed, row: Row, begun: int) -> bool:
    """Tell whether a condition began with a subject that ends where `begun` is."""
    return any(
        "TEST" in taken and at < begun == _subject(row, at)[0]
        for at, taken in one.reach.at.items()
    )


def _phrase(one: Failed, row: Row, start: int) -> Iterator[str]:
    """Yield the words of the phrase from `start`, none if one turns the sense."""
    language = one.sentences.language
    words: list[str] = []
    for place in range(start, len(one.words)):
        word = row.folded[place]
        sort = sort_of(word, language)
        if sort in _ENDING or not any(map(str.isalnum, word)) or _is_effect(row, place):
            break
        if sort is not None or len(words) == _LONGEST:
            return
        words.append(word)
    yield from words


def _definite(one: Failed, kind: str) -> Iterator[str]:
    for entry in one.sentences.entries:
        if entry.terminal == "THE" and (entry.about or entry.key) == kind:
            yield entry.written
