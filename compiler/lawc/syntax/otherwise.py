"""Words of drafters for what the language says otherwise; its way is named, never proposed.

Before: `the rent does not exceed 500 euro`, `if he is sick`, `A tenant shall apply.`
After: `is not more than`, `the tenant`, and that a note decides nothing.
"""

from __future__ import annotations

from lawc.syntax import phrases
from lawc.syntax.computing import way_to_compute
from lawc.syntax.dating import way_to_say_when
from lawc.syntax.failed import Failed
from lawc.syntax.parts import way_to_say_part
from lawc.syntax.reader import Row
from lawc.syntax.senses import groups
from lawc.syntax.several import way_to_speak_of_several
from lawc.syntax.spoken import words_of
from lawc.syntax.tables import table
from lawc.syntax.words import folded

_UNKNOWN = 2  # words of somebody of whom the vocabulary does not speak: `The Minister shall`


def way_to_say(failure: Failed) -> str | None:
    """Return how the language says what stands where reading stopped, None if not known."""
    first = _pronoun(failure) or way_to_say_part(failure) or way_to_speak_of_several(failure)
    first = first or _defined(failure) or _compared(failure) or _together(failure)
    first = first or _attribute(failure) or _begun_duty(failure)
    if first:
        return first
    match failure.way(failure.place):
        case "definition":
            return _meaning(failure)
        case "exception":
            return _exception(failure)
        case "duty":
            return way_to_say_when(failure) or _duty(failure) or way_to_compute(failure)
    return way_to_say_when(failure) or way_to_compute(failure) or _somebody(failure)


def duty_after(failure: Failed, place: int) -> bool:
    """Tell whether a word that lays a duty on somebody stands at a place."""
    return failure.way(place) == "duty"


def note_help(language: str) -> str:
    """Return how a sentence that decides nothing is marked."""
    note = table((f"words.{language}",), ("words",)).texts["NOTE"]
    return f"if it decides nothing, begin it with `{note}`, as the last line"


# --- things ----------------------------------------------------------------------------------


def _pronoun(failure: Failed) -> str | None:
    """Return the name of the thing that a pronoun stands for: `if he is sick`."""
    place = max((at for at in failure.reach.at if at <= failure.place), default=0)
    taken = failure.reach.at.get(place, {})
    way = failure.way(place)
    end = place + 1
    if way == "owner" and "NOUN" in taken:
        names = _owned(failure, end)
        end += len(names) and len(folded(names[0])) - 1
    elif way == "pronoun" and taken.keys() & {"TEST", "THE"}:
        names = _definite_before(failure, place)
    else:
        return None
    if len(names) != 1:
        return None
    return f"write `{names[0]}` instead of `{failure.written(place, end)}`"


def _owned(failure: Failed, start: int) -> list[str]:
    """Return the amounts whose names go on after the article as the words from `start`."""
    row = tuple(word.folded for word in failure.words[start:])
    return [
        entry.written
        for entry in failure.sentences.entries
        if entry.terminal == "NOUN" and len(entry.items) > 1
        if row[: len(entry.items) - 1] == entry.items[1:]
    ]


def _definite_before(failure: Failed, place: int) -> list[str]:
    """Return the names of the things that were spoken of before a place: `the reader`."""
    row = Row(failure.sentences.reader, failure.words)
    kinds = {
        each.entry.about
        for at in range(place)
        for each in phrases.find(row.reader.root, row.folded, at, row.value)
        if each.entry.terminal in ("CLASS", "THE") and each.end <= place
    }
    names = {
        entry.about or entry.key: entry.written
        for entry in reversed(failure.sentences.entries)
        if entry.terminal == "THE" and (entry.about or entry.key) in kinds
    }
    return list(names.values())


def _defined(failure: Failed) -> str | None:
    """Return how a term is defined: `a young reader is a reader who ...`."""
    place = failure.place - 1
    if "EFFECT" not in failure.reach.at.get(place, {}) or failure.group(place) != "being":
        return None
    row = Row(failure.sentences.reader, failure.words)
    means = next(filter(str.isalpha, words_of(failure.sentences.language, "means")), "")
    classes = [
        each.entry
        for each in phrases.find(row.reader.root, row.folded, failure.place, row.value)
        if each.entry.terminal == "CLASS"
    ]
    if not classes or not means:
        return None
    terms = [entry.written for entry in classes if not entry.key.startswith("kind:")]
    if terms:
        return f"begin a definition with what it defines: `{terms[0]} {means}`"
    return f"write `{means}` instead of `{failure.written(place, place + 1)}`"


def _meaning(failure: Failed) -> str | None:
    """Return the word with which terms are defined: `a young reader is defined as`."""
    place = failure.place - (failure.group(failure.place - 1) == "being")
    means = next(filter(str.isalpha, words_of(failure.sentences.language, "means")), "")
    if not means or not failure.goes_on(place, (means,)):
        return None
    return f"write `{means}` between a term and what it is"


def _attribute(failure: Failed) -> str | None:
    """Return how a provision says of which things it is: `An angler convicted of poaching`."""
    of = groups(failure.sentences.language)
    options = (option.entry.written for option in failure.reach.options if option.is_word)
    relative = sorted((text for text in options if of.get(text) == "relative"), reverse=True)
    if not relative:
        return None
    if failure.way(failure.place) == "duty":
        return None
    if failure.group(failure.place) == "own" or failure.sort(failure.place) == "comparison":
        return f"say of whom it is so after {' or '.join(f'`{text}`' for text in relative)}"
    kind = failure.kind_before(failure.place)
    word = failure.words[failure.place].folded
    predicates = (
        entry.written
        for entry in failure.sentences.entries
        if (entry.terminal, entry.about, entry.form) == ("PREDICATE", kind, "positive")
        if word in entry.items and entry.items == folded(entry.written)
    )
    if failure.group(failure.place) or failure.sort(failure.place):
        return None
    predicate = next(predicates, None)
    return f"write `{relative[0]} {predicate}`" if predicate else None


def _together(failure: Failed) -> str | None:
    """Return how it is said what is so of two things: `A reader and a child are entitled`."""
    place = failure.place
    if failure.piece != "sentence" or failure.sort(place) != "connective":
        return None
    taken = failure.reach.at.get(place, {})
    if "EFFECT" not in taken or failure.group(place + 1) != "article":
        return None
    return "say it of each of them in a sentence of its own"


def _compared(failure: Failed) -> str | None:
    """Return that amounts are compared, not things: `the reader is at least 14`."""
    language = failure.sentences.language
    begun = max((at for at in failure.reach.at if at <= failure.place), default=0)
    place = begun + (failure.group(begun) == "being")
    place += failure.sort(place) == "negation"
    compares = tuple(word.folded for word in failure.words[place : place + 2])
    if not any(
        " ".join(compares).startswith(text) for text in words_of(language, "comparison")
    ):
        return None
    taken = failure.reach.at[begun].keys()
    if not taken & {"PREDICATE", "CLASS", "EFFECT"} or "NOUN" in taken:
        return None
    return "name the amount that is compared: a thing itself is not more or less than another"


def _exception(failure: Failed) -> str | None:
    """Return how it is said of whom something is not so: `10 euro, except for a pupil`."""
    before = failure.place - (failure.words[failure.place - 1].folded == ",")
    for rule, where in (("unless_closed", "it is not so"), ("if_closed", "it is so")):
        for text in sorted(filter(str.isalpha, words_of(failure.sentences.language, rule))):
            if failure.goes_on(before, (text,)):
                return f"say in a condition where {where}, after `{text}`"
    return None


# --- duties ----------------------------------------------------------------------------------


def _duty(failure: Failed) -> str | None:
    begins_list = failure.words[-1].folded == ":"
    if (
        failure.piece != "sentence"
        or begins_list
        or "EFFECT" not in failure.reach.at.get(failure.place, {})
    ):
        return None
    return _present(failure) or _noted_or_declared(failure)


def _begun_duty(failure: Failed) -> str | None:
    """Return what to do with a duty that is no effect: `A tenant must pay the rent`."""
    place = failure.place - 1
    if failure.way(place) != "duty" or "EFFECT" not in failure.reach.at.get(place, {}):
        return None
    if failure.piece != "sentence" or failure.words[-1].folded == ":":
        return None
    return _noted_or_declared(failure)


def _noted_or_declared(failure: Failed) -> str:
    note = note_help(failure.sentences.language)
    return f"{note}; if it decides, declare in the vocabulary what it says"


def _present(failure: Failed) -> str | None:
    """Return the present tense of what shall be so: `A reader shall be entitled`."""
    place = failure.place
    if failure.way(place + 1) == "definition":
        return _meaning(failure)
    if failure.group(place) != "future" or failure.group(place + 1) != "being":
        return None
    of = groups(failure.sentences.language)
    after = failure.words[place + 1 :]
    for option in failure.reach.options:
        word = option.following
        if not isinstance(word, str) or of.get(word) != "being":
            continue
        row = (*failure.words[:place], after[0]._replace(folded=word), *after[1:])
        if failure.reach_of(row).place > place + 1:
            return f"write `{word}` instead of `{failure.written(place, place + 2)}`"
    return None


def _somebody(failure: Failed) -> str | None:
    """Return how a duty is marked of somebody unknown: `The Minister shall determine`."""
    if failure.piece != "sentence" or failure.place > 1 or failure.words[-1].folded == ":":
        return None
    for place in range(failure.place, failure.place + _UNKNOWN + 1):
        if duty_after(failure, place):
            return _noted_or_declared(failure)
        word = failure.words[place : place + 1]
        if not word or not word[0].folded.isalpha() or failure.sort(place):
            return None
    return None
