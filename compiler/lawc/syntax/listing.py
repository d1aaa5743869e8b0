"""Phrases that may stand where a text was not understood, and kinds of values.

Those that go on with the words already read come first, then those most like the text, signs
last. They are named; which of them is meant, only the drafter knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from heapq import heapify, heappop, heappush

from lawc.syntax.failed import Failed
from lawc.syntax.follow import Option
from lawc.syntax.parts import numbered_part
from lawc.syntax.phrases import Entry, Slot
from lawc.syntax.senses import turning
from lawc.syntax.spoken import numerals, spoken, words_of
from lawc.syntax.subjects import SAID

_SHOWN = 5  # phrases that a help text lists
_AS_IN = ", for example"
_AHEAD = 12  # words after the place that phrases are compared with

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
VALUE_HELPS = {
    "count": "write a whole number, in figures or in words",
    "number": "write a number in figures",
    "fraction": "write a fraction in words, or a number in figures and per cent",
    "period": "write a number of years, months or days",
    "citation": "name the provisions by their numbers",
}


def list_options(failure: Failed) -> str | None:
    """Return the phrases that may stand at the place, the most fitting first."""
    options = of_the_kind(failure)
    if {each.entry.terminal for each in options} == {"CHOICE"}:
        return (
            f"write {names_of(failure, 'CHOICE', options[0].entry.key.partition('=')[0] + '=')}"
        )
    if failure.reach.values:  # figures are named as such: no list of numerals then
        left_out = numerals(failure.sentences.language)
        options = tuple(each for each in options if each.entry.terminal not in left_out)
    texts = {option.entry.written for option in options}
    texts -= {text for text in texts if text.startswith(", ") and text[2:] in texts}
    fitting = (each for each in rank(failure, options) if each.entry.written in texts)
    first: dict[str, Option] = {}
    while len(first) < min(_SHOWN, len(texts)):
        option = next(fitting)
        first.setdefault(f"`{example(failure, option.entry)}`", option)
    values = [value for name in failure.reach.values if (value := _VALUES.get(name, ""))]
    citation = "citation" in failure.reach.values  # one of many beginnings of a sentence
    shown = list(dict.fromkeys((*first, *values) if citation else (*values, *first)))
    if not shown:
        return None
    if not values and {*texts} <= words_of(failure.sentences.language, "fraction"):
        return VALUE_HELPS["fraction"]
    if len(shown) == 1 and not values and first[shown[0]].begun < failure.place:
        only = first[shown[0]]
        row = (word.folded for word in failure.words[only.begun : failure.place])
        language = failure.sentences.language
        begun, whole = (
            turning(row, language),
            turning(words_of_phrase(only.entry.items), language),
        )
        if only.is_word and begun != whole:
            return None  # it would propose a word that turns the sense
        return f"what begins so is {shown[0]}{_AS_IN if _slots(only.entry) else ''}"
    left = len(texts) + len(set(values)) - _SHOWN
    more = f" and {left} more" if left > 0 else ""
    return f"here may stand {', '.join(shown[:_SHOWN])}{more}"


def of_the_kind(failure: Failed) -> tuple[Option, ...]:
    """Return what may stand at the place, without what is said of things of other kinds."""
    options = failure.reach.options
    places = {each.begun for each in options if each.entry.terminal in SAID}
    kinds = {begun: failure.kind_before(begun) for begun in places}
    return tuple(
        each
        for each in options
        if each.entry.terminal not in SAID
        or not (each.entry.about and kinds[each.begun])
        or each.entry.about == kinds[each.begun]
    )


def example(failure: Failed, entry: Entry) -> str:
    """Return the words of a phrase with a value in each of its slots."""
    text = entry.written
    for slot in _slots(entry):
        text = text.replace(f"[{slot.name}]", _example(failure, slot) or f"[{slot.name}]")
    return text


def _slots(entry: Entry) -> list[Slot]:
    return [item for item in entry.items if isinstance(item, Slot)]


def _example(failure: Failed, slot: Slot) -> str:
    language = failure.sentences.language
    match slot.rule:
        case "count" | "number":
            return "5"
        case "fraction":
            return spoken(language, "fraction.per_cent", {"DECIMAL": "5"})
        case "money":
            return f"5 {_first(failure, 'CURRENCY', '')}"
        case "day":
            names = (_first(failure, "DAY_NAME", prefix) for prefix in ("parameter:", ""))
            return next(filter(None, names), _calendar_day(failure))
        case "choice":
            return _first(failure, "CHOICE", f"{slot.choice}=")
        case _:
            return ""


def _calendar_day(failure: Failed) -> str:
    return f"1 {spoken(failure.sentences.language, 'month.m1').capitalize()} 2026"


def _first(failure: Failed, terminal: str, prefix: str) -> str:
    """Return the first name of a terminal."""
    entries = (each for each in failure.sentences.entries if each.terminal == terminal)
    return next((each.written for each in entries if each.key.startswith(prefix)), "")


def rank(failure: Failed, options: Iterable[Option]) -> Iterator[Option]:
    """Yield options, the most fitting first.

    Most readers want the first few: how like the text an option is, is found when it matters.
    """
    ahead = [word.folded for word in failure.words[failure.place : failure.place + _AHEAD]]
    text = " ".join(ahead)
    counts = Counter(
        word
        for option in failure.reach.options
        for word in set(words_of_phrase(option.entry.items))
    )
    alike: dict[tuple[int, float], list[Option]] = {}
    for option in options:
        common = {*words_of_phrase(option.entry.items)}.intersection(ahead)
        shared = sum(1 / counts[word] for word in sorted(common))
        alike.setdefault((_group(option, failure.place, shared), -shared), []).append(option)
    for key in sorted(alike):
        yield from _most_like(text, alike[key])


def _most_like(wanted: str, options: list[Option]) -> Iterator[Option]:
    """Yield options, those whose words are most like `asked` first.

    Comparing is slow, and letters in common are counted fast and bound what it can find: an
    option is compared when no other is bound to be more like.
    """
    if len(options) == 1:
        yield options[0]
        return
    letters = Counter(wanted)
    texts = [option.entry.written.casefold() for option in options]
    heap = []
    for place, text in enumerate(texts):
        common = sum(min(count, text.count(letter)) for letter, count in letters.items())
        heap.append((-2 * common / (len(wanted) + len(text)), False, place))
    heapify(heap)
    while heap:
        _, compared, place = heappop(heap)
        if compared:
            yield options[place]
        else:
            ratio = SequenceMatcher(None, wanted, texts[place]).ratio()
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


def words_of_phrase(items: Iterable[str | Slot]) -> Iterable[str]:
    """Return the words of a phrase, without its slots."""
    return (item for item in items if isinstance(item, str))


# --- values ----------------------------------------------------------------------------------


def value_name(slot: Slot) -> str:
    """Return what kind of value belongs in a place of a phrase: `a day`."""
    return _VALUES.get(slot.rule, "a value")


def value_help(failure: Failed, slot: Slot) -> str:
    """Return what to write where a value of another kind stands."""
    match slot.rule:
        case "day":
            days = names_of(failure, "DAY_NAME", "")
            calendar = f"write a calendar day, as `{_calendar_day(failure)}`"
            return f"{calendar}, or {days}" if days else calendar
        case "choice":
            return f"write {names_of(failure, 'CHOICE', slot.choice + '=')}"
        case "money":
            return f"write a number and {names_of(failure, 'CURRENCY', '')}"
        case "fraction" if part := numbered_part(failure):
            return f"write `{part}`"
        case rule:
            return VALUE_HELPS.get(rule, f"write {value_name(slot)}")


def names_of(failure: Failed, terminal: str, prefix: str) -> str:
    """Return the names of a terminal as a help lists them: `one of ...`."""
    names = [
        f"`{entry.written}`"
        for entry in failure.sentences.entries
        if entry.terminal == terminal and entry.key.startswith(prefix)
    ]
    shown = list(dict.fromkeys(names))
    return shown[0] if len(shown) == 1 else f"one of {', '.join(shown)}" if shown else ""
