"""Several things, one of them, and their number, as the language speaks of them.

Before: `no loan is late`, `Every reader who ...`, `the reader has more than 5 loans`.
After: `none of the reader's loans`, `a reader`, and a quantity that is their number.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.syntax import phrases
from lawc.syntax.failed import Failed
from lawc.syntax.phrases import Entry
from lawc.syntax.reader import Row
from lawc.syntax.senses import NUMBER, groups
from lawc.syntax.spoken import spoken
from lawc.syntax.wanting import same_word

_BEFORE = 6  # words that say how many, before the noun: `there are at least two of the loans`
_HOW_MANY = ("quantifier", "comparison", "negation", NUMBER)
_SAYING_NOTHING = ("article", "being")
_BETWEEN = ("part", "existence")  # `of`, `there`


def way_to_speak_of_several(failure: Failed) -> str | None:
    """Return how to speak of several things, None if the text does not try to."""
    return _in_condition(failure) or _subject(failure) or _number(failure)


def _in_condition(failure: Failed) -> str | None:
    """Return the quantifiers for a condition about things of a kind: `a child is sick`."""
    place = _last(failure, "TEST")
    if place is None:
        return None
    for start in range(place, min(place + _BEFORE, len(failure.words))):
        for entry, end in _nouns(failure, start):
            many = _many(failure, _kind(entry))
            read = "PREDICATE" in failure.reach.at.get(end, {})  # after a quantifier
            if (
                many
                and failure.place <= end
                and not read
                and _is_several(failure, place, start, entry)
            ):
                number = {"count": spoken(failure.sentences.language, "unit.n1")}
                quantifiers = (
                    spoken(failure.sentences.language, f"quantifier.{name}", number)
                    for name in ("at_least", "each", "none")
                )
                shown = ", ".join(f"`{text} {many}`" for text in quantifiers)
                return f"say of how many it is to be so: {shown}"
        if not _says_how_many(failure, start):
            return None
    return None


def _is_several(failure: Failed, place: int, start: int, noun: Entry) -> bool:
    """Tell whether words from `place` to a noun are no name of one thing: `the child`."""
    if any(failure.group(at) != "article" for at in range(place, start)):
        return True
    if noun.terminal == "MANY":
        return True
    last = failure.words[start + len(noun.items) - 2]
    is_plural = last.folded not in noun.items
    return is_plural or (start > place and failure.words[place].folded == noun.items[0])


def _subject(failure: Failed) -> str | None:
    """Return how to speak of one, where a provision begins with several: `Every reader`."""
    place = _last(failure, "CLASS")
    if failure.piece != "sentence" or place is None or "TEST" in failure.reach.at[place]:
        return None
    matches = _nouns(failure, place + (failure.sort(place) == "quantifier"))
    nouns = [entry for entry, _ in matches if entry.terminal == "CLASS"]
    noun = max(nouns, key=lambda entry: len(entry.items), default=None)
    return f"write `{noun.written}`: a provision speaks of one" if noun else None


def _number(failure: Failed) -> str | None:
    """Return how a number of things is compared: `the reader has more than 5 loans`."""
    place = _last(failure, "TEST")
    if place is None:
        return None
    row = Row(failure.sentences.reader, failure.words)
    language = failure.sentences.language
    counted = spoken(language, "number_of.number_of", {"many": " "}).split()
    start = place + len(counted)
    if list(row.folded[place:start]) != counted:
        matches = phrases.find(row.reader.root, row.folded, place, row.value)
        start = max(
            (each.end for each in matches if each.entry.terminal == "THE"), default=place
        )
        if start == place or failure.group(start) != "having":
            return None
        start += 1
    while start < len(failure.words) and _says_how_many(failure, start):
        start += 1
    kinds = [
        _kind(entry)
        for at in (start, start - 1)  # an article may have been passed over
        for entry, end in _nouns(failure, at)
        if failure.place <= end
    ]
    many = next(filter(None, (_many(failure, kind) for kind in kinds)), None)
    if many is None:
        return None
    number = spoken(language, "number_of.number_of", {"many": many})
    return (
        "compare a quantity: declare it in the vocabulary, and say in a provision that it is "
        f"`{number}`"
    )


def _last(failure: Failed, terminal: str) -> int | None:
    """Return the last place, up to the one where reading stopped, that takes a terminal."""
    places = [at for at, taken in failure.reach.at.items() if terminal in taken]
    return max((at for at in places if at <= failure.place), default=None)


def _says_how_many(failure: Failed, place: int) -> bool:
    return (
        failure.sort(place) in _HOW_MANY
        or "comparison" in (failure.sort(place - 1), failure.sort(place + 1))  # `at`, `than`
        or failure.group(place) in _SAYING_NOTHING
        or failure.way(place) in _BETWEEN
    )


def _kind(noun: Entry) -> str:
    return noun.about or noun.key


def _nouns(failure: Failed, start: int) -> Iterator[tuple[Entry, int]]:
    """Yield the nouns at a place, those for one thing without article, also in the plural."""
    of = groups(failure.sentences.language)
    for entry in failure.sentences.entries:
        wanted = list(entry.items)
        if entry.terminal == "CLASS" and of.get(str(wanted[0])) == "article":
            del wanted[0]
        elif entry.terminal != "MANY":
            continue
        end = start + len(wanted)
        row = [word.folded for word in failure.words[start:end]]
        if len(row) == len(wanted) > 0 and all(
            word == item or (isinstance(item, str) and same_word(word, item))
            for word, item in zip(row, wanted, strict=True)
        ):
            yield entry, end


def _many(failure: Failed, kind: str) -> str | None:
    """Return the words for several things of a kind."""
    entries = failure.sentences.entries
    wordings = (entry for entry in entries if entry.terminal == "MANY" and entry.key == kind)
    return next((entry.written for entry in wordings), None)
