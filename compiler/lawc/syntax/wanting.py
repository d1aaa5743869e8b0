"""Wordings that a declaration lacks: of several, with a bar, or of the unit of a rounding.

Before: `the members who are vulnerable members`, where only `a vulnerable member` is declared.
After: that `many "vulnerable members"` is missing, and in which declaration.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.syntax.failed import Failed
from lawc.syntax.phrases import Entry
from lawc.syntax.senses import groups

_LETTERS = 3  # at least, that the forms of one word have in common
_MEASURES = ("UNIT", "CURRENCY")
# The terminals of further forms: how a vocabulary begins them, and that of the first form.
_FORMS = {
    "CLASSES": ('many "', "CLASS"),
    "MANY": ('many "', "CLASS"),
    "FOLLOWING": ('following "', "CLASS"),
    "SINGLE": ('one "', "CLASS"),
    "EACH": ('each "', "CLASS"),
    "RESULTS": ('many "', "NOUN"),
    "EFFECTS": ('many "', "EFFECT"),
}


def wanting(one: Failed) -> str | None:
    """Return which wording is to be declared for what stands where reading stopped."""
    return _unit(one) or next(_forms(one), None)


def _unit(one: Failed) -> str | None:
    taken = one.reach.at.get(one.place, {})
    said = one.said(one.place, one.place + 1)
    if "UNIT" not in taken or not said.isidentifier() or not said.isascii():
        return None
    measures = [each.items for each in one.sentences.entries if each.terminal in _MEASURES]
    if any(
        word.folded in items for word in one.words[one.place + 1 :][:1] for items in measures
    ):
        return f"leave out `{said}`"
    noun = f'{one.sentences.language} noun "{said}"'
    currencies = (each for each in one.sentences.entries if each.terminal == "CURRENCY")
    if any(each.written == said for each in currencies):
        return f"declare it as a unit in the vocabulary: `unit {said} = 1 {noun}`"
    declared = f"`unit {said.casefold()} = 0.01 {noun}`"
    return f"declare in the vocabulary how large it is: {declared}, if it is a hundredth"


def without_bar(one: Failed) -> Entry | None:
    """Return the phrase that is said after `who`, and is declared as a whole sentence only."""
    row = tuple(word.folded for word in one.words)
    nouns = [each.items for each in one.sentences.entries if each.terminal == "THE"]
    places = [at for at, taken in one.reach.at.items() if "PREDICATE" in taken]
    place = max((at for at in places if at <= one.place), default=None)
    if place is None:
        return None
    for entry in one.sentences.entries:
        if entry.terminal != "TEST" or _has(one, "PREDICATE", entry):
            continue
        for noun in nouns:
            rest = entry.items[len(noun) :]
            after = row[place : place + len(rest)]
            end = place + len(rest)
            if entry.items[: len(noun)] == noun and after == rest and one.place < end:
                return entry
    return None


def _forms(one: Failed) -> Iterator[str]:
    """Yield the forms that are not declared of what is declared in another one."""
    places = (at for at in one.reach.at if at <= one.place)
    for place in sorted(places, reverse=True):
        for terminal in one.reach.at[place]:
            form, first = _FORMS.get(terminal, ("", ""))
            if terminal == "FOLLOWING" and one.words[-1].folded != ":":
                continue
            for entry in one.sentences.entries:
                if form and entry.terminal == first and not _has(one, terminal, entry):
                    end = _ending(one, place + 2 * (terminal == "FOLLOWING"), entry)
                    if end > one.place:
                        said = one.said(place, end)
                        said = said[0].lower() + said[1:]
                        kind, _, key = entry.key.rpartition(":")
                        declared = f"`{kind or first.casefold()} {key}`"
                        yield f'add `{form}{said}"` to {declared} in the vocabulary'


def _has(one: Failed, terminal: str, entry: Entry) -> bool:
    """Tell whether what is declared with `entry` has a wording of another form."""
    key = entry.key.removeprefix("kind:")
    return any(
        each.terminal == terminal and each.key.removeprefix("kind:") == key
        for each in one.sentences.entries
    )


def _ending(one: Failed, place: int, entry: Entry) -> int:
    """Return where words from `place` end that are those of a wording in another form, or 0."""
    of = groups(one.sentences.language)
    row = tuple(word.folded for word in one.words)
    wanted = [word for word in entry.items if isinstance(word, str)]
    if len(wanted) < len(entry.items):
        return 0
    while place < len(row) and of.get(row[place]) == "article":
        place += 1
    if wanted and of.get(wanted[0]) == "article":
        del wanted[0]
    said = row[place : place + len(wanted)]
    alike = len(said) == len(wanted) and all(
        word == other or same_word(word, other) or (word in of and of[word] == of.get(other))
        for word, other in zip(said, wanted, strict=True)
    )
    return place + len(wanted) if alike and wanted else 0


def same_word(one: str, other: str) -> bool:
    """Tell whether two words may be forms of one: `penalties` and `penalty`."""
    common = max(_LETTERS, min(len(one), len(other)) - 1)
    return one[:common] == other[:common] and abs(len(one) - len(other)) <= _LETTERS
