"""Words that are spelt almost as those of the language, or in letters that look like them."""

from __future__ import annotations

from collections.abc import Iterable

from lawc.syntax.failed import Failed
from lawc.syntax.letters import alphabet, retype
from lawc.syntax.near import Edit
from lawc.syntax.senses import senses, sort_of
from lawc.syntax.spoken import months

_MONTH = 3  # letters of a month that is abbreviated
_SHORT = 4  # letters of a word that has some of its own
_LONGEST = 40  # letters of a word that is compared with others


def respellings(failure: Failed, read: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits that spell a word again which the language does not know.

    A word that turns the sense is spelt so only if no other word is near.
    """
    word = failure.words[failure.place].folded
    if is_known(failure):
        return ()
    typed = retype_word(failure)
    alike = {
        edit: 0 if _abbreviates_month(failure, edit) else _away(word, edit.words[0], typed)
        for edit in read
        if (edit.start, edit.end, len(edit.words)) == (failure.place, failure.place + 1, 1)
    }
    near_by = [edit for edit in alike if alike[edit] <= allowed_distance(word)]
    turns = any(sort_of(edit.words[0], failure.sentences.language) for edit in near_by)
    if turns and sum(away <= max(1, allowed_distance(word)) for away in alike.values()) > 1:
        return ()
    return tuple(sorted(near_by, key=lambda edit: alike[edit]))


def _abbreviates_month(failure: Failed, edit: Edit) -> bool:
    """Tell whether the word at the place is the beginning of a month: `Jan`."""
    word, month = failure.words[failure.place].folded, edit.words[0]
    begins = len(word) >= _MONTH and month.startswith(word)
    return begins and month in months(failure.sentences.language)


def _away(word: str, other: str, typed: str) -> int:
    """Return how far a word is from another; `typed` is the same in other letters."""
    if other == typed:
        return 0
    away = distance(word, other)
    if sorted(other) == sorted(word) and (len(word) >= _SHORT or away == 1):
        return 0
    return len(other) + len(word) if _prefixed(word, other) or _owns(word, other) else away


def spelling_hint(failure: Failed) -> Edit | None:
    """Return the one word that is spelt almost as what is not known, if reading goes on so."""
    word = failure.words[failure.place]
    if is_known(failure):
        return None
    nearest = [
        other
        for other in failure.following
        if _away(word.folded, other, "") <= allowed_distance(word.folded)
    ]
    if len(nearest) != 1:
        return None
    changed = word._replace(folded=nearest[0])
    row = (*failure.words[: failure.place], changed, *failure.words[failure.place + 1 :])
    again = tuple(word.folded for word in row) in failure.unfit_rows
    after = min(failure.place + 2, len(failure.words))  # one more word is understood
    if again or failure.reach_of(row).place < after:
        return None
    return Edit(failure.place, failure.place + 1, (nearest[0],))


def is_known(failure: Failed) -> bool:
    """Tell whether the word at the place is one of the language, or no word."""
    word = failure.words[failure.place].folded
    own = (
        failure.group(failure.place)
        or failure.way(failure.place)
        or failure.sort(failure.place)
    )
    return word in failure.sentences.known or own is not None or not word[0].isalpha()


def retype_word(failure: Failed) -> str:
    """Return the word at the place in the letters of the language, empty if it is so."""
    word = failure.words[failure.place]
    written = failure.source.text[word.start : word.end]
    if written.isascii():
        return ""
    usual = alphabet(min(filter(str.isalpha, failure.sentences.known), default="a")[0])
    typed = retype(written, usual).casefold() if usual else ""
    return "" if typed == word.folded else typed


def is_near(word: str, other: str, *, known: bool) -> bool:
    """Tell whether a word may be another one that is spelt wrong or has another ending.

    A word that is known is spelt as it is meant; a short one may lack or change a letter.
    """
    if _owns(word, other):
        return False
    short, long = sorted((word, other), key=len)
    ended = len(short) >= _SHORT and long.startswith(short) and len(long) <= len(short) + 2
    if known:
        return ended
    near = allowed_distance(word) if len(word) >= _SHORT else 1
    return ended or _away(word, other, "") <= near


def allowed_distance(word: str) -> int:
    """Return how far a word may be from one that is meant; short words are near to many."""
    return max(1, len(word) // 4) if len(word) >= _SHORT else 0


def nearest_name(name: str, names: Iterable[str]) -> str:
    """Return the name that another one is almost: as a rule, it is that name spelt wrong.

    Small letters, spaces and the sign of the plural do not count. Of none, it is empty.
    """
    plain = _plain(name)
    ways = sorted((distance(plain, _plain(other)), other) for other in names)
    away, nearest = ways[0] if ways else (0, "")
    return nearest if away <= max(allowed_distance(nearest), 1) else ""


def _plain(name: str) -> str:
    """Return a name of a column or a file without what names differ in by habit."""
    return name.casefold().strip().replace(" ", "_").replace("-", "_").rstrip("s")


def _prefixed(word: str, other: str) -> bool:
    """Tell whether a word is another one with letters before it that may turn its sense."""
    short, long = sorted((word, other), key=len)
    return len(long) > len(short) + 1 and long.endswith(short)


def _owns(word: str, other: str) -> bool:
    """Tell whether a word says whose something is, and another one does not: `tenant's`."""
    return "'" in word and "'" not in other


def is_short_denial(word: str, language: str) -> bool:
    """Return whether a word is a short form that denies, spelt right or almost: `was'nt`."""
    return any(
        distance(word.replace("'", ""), denial.replace("'", "")) <= ("'" in word)
        for denial, sort in senses(language).items()
        if sort == "negation" and "'" in denial
    )


def distance(word: str, other: str) -> int:
    """Return how many letters are to be changed, left out, put in or swapped.

    Words that are very long are all letters apart.
    """
    if max(len(word), len(other)) > _LONGEST:
        return max(len(word), len(other))
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        two_before, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            least = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and (word[at - 2], letter) == (wanted, other[to - 2]):
                least = min(least, two_before[to - 2] + 1)
            row.append(least)
    return row[-1]
