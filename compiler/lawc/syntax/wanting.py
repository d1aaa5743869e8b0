"""Wordings that a declaration lacks: of several, with a bar, or of the unit of a rounding.

Before: `the members who are vulnerable members`, where only `a vulnerable member` is declared.
After: that `many "vulnerable members"` is missing, and in which declaration.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawc.diagnostics.model import Declaration
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


class Wanted(NamedTuple):
    """A wording that is to be declared: what to do, and the texts to paste."""

    help: str
    declarations: tuple[Declaration, ...] = ()


def missing_wording(failure: Failed) -> Wanted | None:
    """Return which wording is to be declared for what stands where reading stopped."""
    return _unit(failure) or next(_forms(failure), None)


def _unit(failure: Failed) -> Wanted | None:
    taken = failure.reach.at.get(failure.place, {})
    unit = failure.written(failure.place, failure.place + 1)
    if "UNIT" not in taken or not unit.isidentifier() or not unit.isascii():
        return None
    measures = [each.items for each in failure.sentences.entries if each.terminal in _MEASURES]
    if any(
        word.folded in items
        for word in failure.words[failure.place + 1 :][:1]
        for items in measures
    ):
        return Wanted(f"leave out `{unit}`")
    noun = f'{failure.sentences.language} noun "{unit}"'

    def wanted(help_: str, declared: str) -> Wanted:
        declaration = Declaration((f"{declared}\n  {noun}\n",), failure.whole)
        return Wanted(f"{help_}: `{declared} {noun}`", (declaration,))

    currencies = (each for each in failure.sentences.entries if each.terminal == "CURRENCY")
    if any(each.written == unit for each in currencies):
        return wanted("declare it as a unit in the vocabulary", f"unit {unit} = 1")
    help_ = "declare in the vocabulary how large it is"
    hundredth = wanted(help_, f"unit {unit.casefold()} = 0.01")
    return hundredth._replace(help=f"{hundredth.help}, if it is a hundredth")


def without_bar(failure: Failed) -> Entry | None:
    """Return the phrase that is said after `who`, and is declared as a whole sentence only."""
    row = tuple(word.folded for word in failure.words)
    nouns = [each.items for each in failure.sentences.entries if each.terminal == "THE"]
    places = [at for at, taken in failure.reach.at.items() if "PREDICATE" in taken]
    place = max((at for at in places if at <= failure.place), default=None)
    if place is None:
        return None
    for entry in failure.sentences.entries:
        if entry.terminal != "TEST" or _has(failure, "PREDICATE", entry):
            continue
        for noun in nouns:
            rest = entry.items[len(noun) :]
            after = row[place : place + len(rest)]
            end = place + len(rest)
            if entry.items[: len(noun)] == noun and after == rest and failure.place < end:
                return entry
    return None


def _forms(failure: Failed) -> Iterator[Wanted]:
    """Yield the forms that are not declared of what is declared in another one."""
    places = (at for at in failure.reach.at if at <= failure.place)
    for place in sorted(places, reverse=True):
        for terminal in failure.reach.at[place]:
            form, first = _FORMS.get(terminal, ("", ""))
            if terminal == "FOLLOWING" and failure.words[-1].folded != ":":
                continue
            for entry in failure.sentences.entries:
                if form and entry.terminal == first and not _has(failure, terminal, entry):
                    end = _ending(failure, place + 2 * (terminal == "FOLLOWING"), entry)
                    if end > failure.place:
                        wording = failure.written(place, end)
                        wording = wording[0].lower() + wording[1:]
                        kind, _, key = entry.key.rpartition(":")
                        declared = f"`{kind or first.casefold()} {key}`"
                        text = f'{form}{wording}"'
                        added: tuple[Declaration, ...] = ()
                        if entry.label is not None:
                            at = entry.label.span.end
                            added = (
                                Declaration(
                                    (f" {text}",), failure.whole, entry.label.source, at
                                ),
                            )
                        yield Wanted(f"add `{text}` to {declared} in the vocabulary", added)


def _has(failure: Failed, terminal: str, entry: Entry) -> bool:
    """Tell whether what is declared with `entry` has a wording of another form."""
    key = entry.key.removeprefix("kind:")
    return any(
        each.terminal == terminal and each.key.removeprefix("kind:") == key
        for each in failure.sentences.entries
    )


def _ending(failure: Failed, place: int, entry: Entry) -> int:
    """Return where words from `place` end that are those of a wording in another form, or 0."""
    of = groups(failure.sentences.language)
    row = tuple(word.folded for word in failure.words)
    wanted = [word for word in entry.items if isinstance(word, str)]
    if len(wanted) < len(entry.items):
        return 0
    while place < len(row) and of.get(row[place]) == "article":
        place += 1
    if wanted and of.get(wanted[0]) == "article":
        del wanted[0]
    written = row[place : place + len(wanted)]
    alike = len(written) == len(wanted) and all(
        word == other or same_word(word, other) or (word in of and of[word] == of.get(other))
        for word, other in zip(written, wanted, strict=True)
    )
    return place + len(wanted) if alike and wanted else 0


def same_word(word: str, other: str) -> bool:
    """Tell whether two words may be forms of one: `penalties` and `penalty`."""
    common = max(_LETTERS, min(len(word), len(other)) - 1)
    return word[:common] == other[:common] and abs(len(word) - len(other)) <= _LETTERS
