"""What to write where a text was not understood.

A word is misspelt, stands twice, is missing, or has changed places with its neighbour: if
mending that leads on, the help says so. Otherwise it lists whole phrases that may stand there,
those that go on with the words already read first, signs last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from functools import cache
from heapq import heapify, heappop, heappush
from itertools import islice

from lawc.source import Source
from lawc.syntax import phrases
from lawc.syntax.failed import Failed
from lawc.syntax.follow import Option
from lawc.syntax.phrases import Slot
from lawc.syntax.reader import WORD, Row
from lawc.syntax.spoken import numerals
from lawc.syntax.structure import structure_words
from lawc.syntax.tables import table
from lawc.syntax.words import Word, folded

_SHOWN = 5  # phrases that a help text lists
_AHEAD = 12  # words after the place that phrases are compared with
_CLOSE = 3 / 4  # how like a known word a misspelt one must be
_TRIED = 12  # missing words that are tried
_JOINING = 4  # words of the language that are tried before a missing word of a phrase

_BULLET = re.compile(r"[ \t]*[^\w\s\[(|.;:,][ \t]*\w+[.)](?=\s)")  # of a word processor
_NUMBER = re.compile(r"(?:[0-9]+(?:-[0-9]+)*|\w)[ \t]?[.)](?=\s)")
_NEXT = re.compile(r"[ \t]*\n[ \t]*([0-9]+(?:-[0-9]+)*[.)])(?=\s|$)")  # on the next line

_VALUES = {
    "count": "a whole number",
    "number": "a number",
    "fraction": "a fraction",
    "money": "an amount of money",
    "day": "a day",
    "period": "a period",
    "choice": "one of its values",
    "citation": "the number of a provision",
    "INTEGER": "a whole number",
    "DECIMAL": "a number",
    "NUMBERING": "a number",
    "LETTER": "a letter",
}
_HELP = {
    "count": "write a whole number, in figures or in words",
    "number": "write a number in figures",
    "fraction": "write a fraction in words, or a number and per cent",
    "period": "write a number of years, months or days",
    "citation": "name the provisions by their numbers",
}


def suggestion(one: Failed) -> str | None:
    """Return what to write at the place where `one` was not understood."""
    return (
        _structural(one)
        or _in_figures(one)
        or _spelt(one)
        or _left_over(one)
        or _missing(one)
        or _swapped(one)
        or _missing_pair(one)
        or _noted(one)
        or listed(one)
    )


def _spelt(one: Failed) -> str | None:
    word = one.words[one.place]
    if any(char.isdigit() for char in word.folded):
        return None
    for close in get_close_matches(word.folded, one.following, n=3, cutoff=_CLOSE):
        changed = word._replace(folded=close)
        row = (*one.words[: one.place], changed, *one.words[one.place + 1 :])
        if one.reach_of(row).place > one.place:
            shown = (
                close.capitalize() if one.said(one.place, one.place + 1).istitle() else close
            )
            return f"write `{shown}`, if that is the word meant"
    return None


def _structural(one: Failed) -> str | None:
    """Return how to write a number or a mark of the structure that is not quite one."""
    language = one.sentences.language
    if one.words[one.place].folded == "[":
        marks = ", ".join(f"`[{word}]`" for word in structure_words(language).marks)
        return f"a mark stands at the end of a line and is one of {marks}"
    at = one.words[one.place].start
    begun = one.source.text.rfind("\n", 0, at) + 1
    if _BULLET.match(one.source.text, begun) and not one.source.text[begun:at].strip():
        return (
            f"leave out the `{one.words[one.place].folded}`: the number alone begins an element"
        )
    if one.place < 2 and _NUMBER.match(one.source.text, one.words[0].start):  # noqa: PLR2004
        return f"leave out the second number, `{one.said(0, 2)}`"
    number = _numbers(language).fullmatch(one.source.text, begun, at)
    if number and one.source.text[at].isupper():
        return f"write `{number.group().strip()}.`, if an element begins here"
    return None


def begins_next_line(source: Source, end: int) -> str | None:
    """Return what to do if a number of a sentence that stops at `end` begins the next line."""
    found = _NEXT.match(source.text, end)
    if found is None:
        return None
    said = found.group(1)
    return (
        f"if `{said}` belongs to it, write it on the line before: "
        "a line that begins so begins an element"
    )


@cache
def _numbers(language: str) -> re.Pattern[str]:
    """Return what a line begins with that begins an element, but for the sign after it."""
    article = re.escape(table((f"words.{language}",), ("words",)).texts["ARTICLE"])
    return re.compile(rf"[ \t]*(?:{article}[ \t]+)?[0-9]+(?:-[0-9]+)*[ \t]+")


def _in_figures(one: Failed) -> str | None:
    """Return how to write a fraction that stands in figures, as `1/3`."""
    around = one.words[max(0, one.place - 1) : one.place + 2]
    if [word.folded.isdecimal() for word in around] != [True, False, True]:
        return None
    return _HELP["fraction"] if around[1].folded == "/" else None


def _left_over(one: Failed) -> str | None:
    """Return that a word stands twice, or a sign where none belongs."""
    word = one.words[one.place].folded
    before = one.words[one.place - 1].folded if one.place else ""
    if word != before and word.isalnum():
        return None
    row = (*one.words[: one.place], *one.words[one.place + 1 :])
    if not row or one.reach_of(row).place <= one.place:
        return None
    return f"leave out the second `{word}`" if word == before else f"leave out the `{word}`"


def _missing(one: Failed) -> str | None:
    word = one.words[one.place]
    tried = dict.fromkeys(
        option.following
        for option in one.reach.options
        if isinstance(option.following, str)
        and (word.folded in option.entry.items or not option.following.isalpha())
    )
    fitting = []
    for text in list(tried)[:_TRIED]:
        put = Word(text, word.start, word.start)
        row = (*one.words[: one.place], put, *one.words[one.place :])
        if one.reach_of(row).place > one.place + 2:
            fitting.append(text)
    if len(fitting) != 1:
        return None
    return f"write `{fitting[0]}` before `{one.said(one.place, one.place + 1)}`"


def _missing_pair(one: Failed) -> str | None:
    """Return two words to put in: one of the language, and the next word of a phrase."""
    word = one.words[one.place]
    if not word.folded.isalpha():
        return None
    joining = [
        option
        for option in one.reach.options
        if option.is_word and len(option.entry.items) == 1
    ]
    for option in islice(_ranked(one, joining), _JOINING):
        first = str(option.following)
        if not first.isalpha():
            continue
        put = Word(first, word.start, word.start)
        row = (*one.words[: one.place], put, *one.words[one.place :])
        for after in one.reach_of(row).options:
            if after.begun == one.place + 1 and after.entry.items[:2] == (
                after.following,
                word.folded,
            ):
                said = one.said(one.place, one.place + 1)
                return f"write `{first} {after.following}` before `{said}`"
    return None


def _swapped(one: Failed) -> str | None:
    for first in (one.place, one.place - 1):
        if first < 0 or first + 1 >= len(one.words):
            continue
        left, right = one.words[first : first + 2]
        if not (left.folded.isalnum() and right.folded.isalnum()):
            continue
        row = (*one.words[:first], right, left, *one.words[first + 2 :])
        if one.reach_of(row).place > one.place + 1:
            return f"write `{right.folded} {left.folded}`, in this order"
    return None


# --- a sentence that may be meant to decide nothing ------------------------------------------


def _noted(one: Failed) -> str | None:
    """Return how to mark a sentence in which nothing is known as one that decides nothing."""
    begins_list = one.words[-1].folded == ":"
    if one.piece != "sentence" or begins_list or _knows_a_phrase(one):
        return None
    note = table((f"words.{one.sentences.language}",), ("words",)).texts["NOTE"]
    noted = f"if it decides nothing, begin it with `{note}`, as the last line"
    common = {word for text in one.texts.values() for word in folded(text)}
    said = {word.folded for word in one.words if word.folded.isalpha()} - common
    if any(said.intersection(_words(option.entry.items)) for option in one.reach.options):
        return f"{listed(one)}; {noted}"
    return f"{noted}; if it decides, declare in the vocabulary what it says"


def _knows_a_phrase(one: Failed) -> bool:
    """Tell whether a phrase of the vocabulary stands anywhere in the text."""
    row = Row(one.sentences.reader, one.words)
    return any(
        found.entry.form != WORD
        for place in range(len(one.words))
        for found in phrases.find(row.reader.root, row.folded, place, row.value)
    )


# --- phrases that may follow -----------------------------------------------------------------


def listed(one: Failed) -> str | None:
    """Return the phrases that may stand at the place, the most fitting first."""
    options = one.reach.options
    if one.reach.values:  # figures are named as such: no list of numerals then
        left_out = numerals(one.sentences.language)
        options = tuple(each for each in options if each.entry.terminal not in left_out)
    texts = {option.entry.written for option in options}
    texts -= {text for text in texts if text.startswith(", ") and text[2:] in texts}
    fitting = (each for each in _ranked(one, options) if each.entry.written in texts)
    first: dict[str, Option] = {}
    while len(first) < min(_SHOWN, len(texts)):
        option = next(fitting)
        first.setdefault(f"`{option.entry.written}`", option)
    values = [value for name in one.reach.values if (value := _VALUES.get(name, ""))]
    citation = "citation" in one.reach.values  # one of many beginnings of a sentence
    said = list(dict.fromkeys((*first, *values) if citation else (*values, *first)))
    if not said:
        return None
    if len(said) == 1 and not values and first[said[0]].begun < one.place:
        if first[said[0]].is_word:
            return f"write {said[0]}"
        return f"write {said[0]}, or declare in the vocabulary what else is to be said"
    left = len(texts) + len(set(values)) - _SHOWN
    more = f" and {left} more" if left > 0 else ""
    return f"here may stand {', '.join(said[:_SHOWN])}{more}"


def _ranked(one: Failed, options: Iterable[Option]) -> Iterator[Option]:
    """Yield options, the most fitting first.

    Most readers want the first few: how like the text an option is, is found when it matters.
    """
    ahead = [word.folded for word in one.words[one.place : one.place + _AHEAD]]
    asked = " ".join(ahead)
    counts = Counter(
        word for option in one.reach.options for word in set(_words(option.entry.items))
    )
    alike: dict[tuple[int, float], list[Option]] = {}
    for option in options:
        common = {*_words(option.entry.items)}.intersection(ahead)
        shared = sum(1 / counts[word] for word in sorted(common))
        alike.setdefault((_group(option, one.place, shared), -shared), []).append(option)
    for key in sorted(alike):
        yield from _most_like(asked, alike[key])


def _most_like(asked: str, options: list[Option]) -> Iterator[Option]:
    """Yield options, those whose words are most like `asked` first.

    Comparing is slow, and letters in common are counted fast and bound what it can find: an
    option is compared when no other is bound to be more like.
    """
    if len(options) == 1:
        yield options[0]
        return
    letters = Counter(asked)
    texts = [option.entry.written.casefold() for option in options]
    heap = []
    for place, text in enumerate(texts):
        common = sum(min(count, text.count(letter)) for letter, count in letters.items())
        heap.append((-2 * common / (len(asked) + len(text)), False, place))
    heapify(heap)
    while heap:
        _, compared, place = heappop(heap)
        if compared:
            yield options[place]
        else:
            ratio = SequenceMatcher(None, asked, texts[place]).ratio()
            heappush(heap, (-ratio, True, place))


def _group(option: Option, place: int, shared: float) -> int:
    """Return where an option belongs: what goes on with words already read comes first."""
    if not any(map(str.isalnum, option.entry.written)):
        return 4
    if option.begun < place:
        return 0
    if option.is_word:
        return 2
    return 1 if shared else 3


def _words(items: Iterable[str | Slot]) -> Iterable[str]:
    return (item for item in items if isinstance(item, str))


# --- values ----------------------------------------------------------------------------------


def value_name(slot: Slot) -> str:
    """Return what kind of value belongs in a place of a phrase: `a day`."""
    return _VALUES.get(slot.rule, "a value")


def value_help(one: Failed, slot: Slot) -> str:
    """Return what to write where a value of another kind stands."""
    match slot.rule:
        case "day":
            days = _written(one, "DAY_NAME", "")
            return f"write a calendar day, or {days}" if days else "write a calendar day"
        case "choice":
            return f"write {_written(one, 'CHOICE', slot.choice + '=')}"
        case "money":
            return f"write a number and {_written(one, 'CURRENCY', '')}"
        case rule:
            return _HELP.get(rule, f"write {value_name(slot)}")


def _written(one: Failed, terminal: str, prefix: str) -> str:
    found = [
        f"`{entry.written}`"
        for entry in one.sentences.entries
        if entry.terminal == terminal and entry.key.startswith(prefix)
    ]
    shown = list(dict.fromkeys(found))
    return shown[0] if len(shown) == 1 else f"one of {', '.join(shown)}" if shown else ""
