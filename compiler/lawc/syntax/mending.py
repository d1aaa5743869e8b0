"""Edits that mend a text that is not understood: each is read before it is proposed.

First come edits of one word, where reading stopped and in the phrases before it; then, if none
of them reads, whole phrases from where the last one began. What would put another number,
another "not" or "more" in the place of a wrong word is no proposal: it says which ways the
language has. See `lawc.syntax.senses`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from lawc.records import dataclass
from lawc.syntax.failed import Failed
from lawc.syntax.follow import Option
from lawc.syntax.keeping import lost_words, sets_amounts_apart
from lawc.syntax.near import Edit, near
from lawc.syntax.nodes import Tree, phrases_in
from lawc.syntax.phrases import Entry, Slot
from lawc.syntax.reader import Row
from lawc.syntax.senses import NUMBER, senses, sort_of, turning
from lawc.syntax.sentences import Sentences
from lawc.syntax.spelling import (
    allowed_distance,
    distance,
    is_known,
    is_short_denial,
    respellings,
    retype_word,
    spelling_hint,
)
from lawc.syntax.spoken import months, numbers
from lawc.syntax.words import Word, folded

MOST = 3  # proposals
_BEFORE = 10  # words before the place, in which a phrase may have gone wrong
_AHEAD = 8  # words that a phrase may stand in place of
_NAME = 4  # words that a name may stand in place of
_READ = 20_000  # words that are read for one message, over and over
_LONGEST = 40  # letters of a word that is compared with others
_FOLLOWING = 24  # words that are tried where a phrase or a value has begun
_PHRASES = 12  # phrases that are tried, the most fitting first
_NUMBER = "2"  # what stands for a number that is not there
_NAMED = {"day": "DAY_NAME", "choice": "CHOICE"}  # values that have names
_SPACES = frozenset(" \u00a0\u202f")  # between the thousands of a number
_MEASURES = ("CURRENCY", "UNIT")  # names of the vocabulary that say what a number counts


@dataclass(frozen=True)
class Mended:
    """Edits with which a text reads: `fixes` are proposed, the best first.

    `ways` read as well and would turn the sense, so that only the drafter can choose: where
    there are any, nothing is proposed but a word that is spelt almost so. Where more than that
    is wrong, such a word is the `hint`: with it reading goes on, and stops later.
    """

    fixes: tuple[Edit, ...] = ()
    ways: tuple[Edit, ...] = ()
    respelt: bool = False
    lacks_number: bool = False
    phrases: bool = False
    hint: Edit | None = None


def mend(failure: Failed, ranked: Iterable[Option]) -> Mended:
    """Return how the text may be mended; `ranked` are phrases for the place, the best first."""
    trial = Trial(failure)
    edits = {*_at_place(failure, trial.row), *_in_values(failure), *_in_phrases(failure)}
    moving = {edit for edit in edits if _moves_a_sign(trial.row, edit)}
    ordered = sorted(edits - moving, key=lambda edit: (_order(failure, trial.row, edit), edit))
    rows = {edit.of(trial.row): edit for edit in reversed(ordered)}
    read = [edit for edit in reversed(rows.values()) if trial.reads(edit)]
    respelt = respellings(failure, read)
    same = [edit for edit in read if trial.keeps_sense(edit)]
    ways = tuple(edit for edit in read if edit not in same)
    same = sorted(filter(trial.keeps_words, same), key=trial.kinds)
    joined = tuple(edit for edit in same if edit.words == ("-",))
    if joined:  # a number in words: `twenty one`
        return Mended(joined)
    if respelt:
        again = respelt[0].words == (retype_word(failure),)
        return Mended(respelt[: 1 if again else MOST], respelt=True)
    lacks = trial.lacks_number()
    if ways or lacks:
        return Mended((), (*ways, *same), lacks_number=lacks)
    if same:
        return Mended(tuple(same[:MOST]))
    whole = (*_names(failure), *_phrases(failure, ranked))
    phrases = tuple(islice(filter(trial.reads_as_meant, whole), MOST))
    return Mended(phrases, phrases=True, hint=None if phrases else spelling_hint(failure))


class Trial:
    """Other texts in place of one that was not understood, as many as `_READ` words allow."""

    def __init__(self, failure: Failed) -> None:
        self.failure = failure
        self.row = tuple(word.folded for word in failure.words)
        self.language = failure.sentences.language
        self._turning = turning(self.row, self.language)
        self._trees: dict[tuple[str, ...], Tree | None] = {self.row: None}
        self._left = _READ

    def tree(self, row: tuple[str, ...]) -> Tree | None:
        """Return the reading of a row of words, None if it has none or several."""
        if row not in self._trees:
            self._left -= len(row)
            if self._left < 0:
                return None
            words = tuple(Word(word, at, at + 1) for at, word in enumerate(row))
            reading = self.failure.sentences.read(self.failure.piece, words)
            self._trees[row] = reading if isinstance(reading, Tree) else None
        return self._trees[row]

    def reads(self, edit: Edit) -> bool:
        """Tell whether the text has one reading with this edit, and it is not unfit."""
        row = edit.of(self.row)
        return row not in self.failure.unfit_rows and self.tree(row) is not None

    def keeps_sense(self, edit: Edit) -> bool:
        """Tell whether an edit that reads leaves every word that turns the sense as it is."""
        old = self.row[edit.start : edit.end]
        if any(is_short_denial(word, self.language) for word in old if word not in edit.words):
            return False
        if Counter(old) == Counter(edit.words):  # only their order is another
            return True
        whole = "".join(old)
        if whole == "".join(edit.words) and whole.isalpha():  # `percent`
            return True
        if self._may_be_denied(edit):
            return False
        if turning(edit.of(self.row), self.language) != self._turning:
            return False
        around = self.row[max(0, edit.start - 1) : edit.end + 1]
        names = edit.words == ("-",) or any(map(str.isalnum, edit.words))
        if not names and any(sort_of(word, self.language) == NUMBER for word in around):
            return False  # it may be a part of the number
        if not old and any(set(word) & _SPACES for word in around):
            return False  # it may stand for the first figures of the number: `10 466`
        measures = _measures(self.failure.sentences)
        if not edit.words and self.row[edit.start - 1 : edit.start] and around[0] in measures:
            return False  # it may say of which part: `5 euro cents`
        tree = self.tree(edit.of(self.row))
        put = range(edit.start, edit.start + len(edit.words))
        if self.sets_amounts_apart(edit):
            return False
        measured = tree is not None and any(
            phrase.terminal in _MEASURES and {*range(*phrase.span)}.intersection(put)
            for phrase in phrases_in(tree)
        )
        gone = {*old} - {*edit.of(self.row)[max(0, edit.start - 1) : put.stop + 1]}
        return not measured and not gone & measures

    def sets_amounts_apart(self, edit: Edit) -> bool:
        """Tell whether a comma of an edit makes two amounts of one, or one of two.

        It may stand in place of an operation: `the sum of A plus B and C`.
        """
        tree = self.tree(edit.of(self.row))
        return tree is not None and sets_amounts_apart(self.row, edit, tree)

    def _may_be_denied(self, edit: Edit) -> bool:
        """Tell whether an edit says a verb again, which "not" may deny too: `no a or b`."""
        before = [sort_of(word, self.language) for word in self.row[: edit.start]]
        more = edit.end - edit.start < len(edit.words)
        return more and before[-1:] == ["connective"] and "negation" in before

    def keeps_words(self, edit: Edit) -> bool:
        """Tell whether an edit takes away no word that says something."""
        return not lost_words(self.row, edit, self.language, self.failure.sentences.known)

    def kinds(self, edit: Edit) -> int:
        """Return of how many kinds of things the text speaks with this edit."""
        tree = self.tree(edit.of(self.row))
        return (
            0
            if tree is None
            else len({phrase.about for phrase in phrases_in(tree) if phrase.about})
        )

    def reads_as_meant(self, edit: Edit) -> bool:
        """Tell whether the text reads with this edit and every such word stays as it is."""
        kept = turning(edit.of(self.row), self.language) == self._turning
        kept = kept and self.keeps_words(edit)
        return kept and self.reads(edit) and self.keeps_sense(edit)

    def lacks_number(self) -> bool:
        """Tell whether the text reads with a number where reading stopped."""
        place = self.failure.place
        return any(
            self.reads(Edit(start, end, (_NUMBER,)))
            for start in range(max(0, place - 1), min(place + 2, len(self.row)))
            for end in (start, start + 1)
        )


def _measures(sentences: Sentences) -> frozenset[str]:
    """Return the words that say what a number counts."""
    return frozenset(
        word
        for entry in sentences.entries
        if entry.terminal in _MEASURES
        for word in _plain(entry)
    )


def counted_words(sentences: Sentences) -> Iterator[str]:
    """Yield the words that may stand after a number for what it counts."""
    yield from _measures(sentences)
    yield from (word for word, sort in senses(sentences.language).items() if sort == "unit")


# --- edits of one word -----------------------------------------------------------------------


def _at_place(failure: Failed, row: tuple[str, ...]) -> Iterator[Edit]:
    """Yield edits at the word where reading stopped, inside phrases and values that began."""
    place = failure.place
    for start in (place, place - 1):
        if 0 <= start < len(row):
            yield Edit(start, start + 1, ())
        if 0 <= start < len(row) - 1:
            yield Edit(start, start + 2, (row[start + 1], row[start]))
            yield Edit(start, start + 2, (row[start] + row[start + 1],))
    begun = [each for each in failure.reach.options if each.begun < place]
    inside = [  # a value: the grammar takes nothing of the kind between phrases
        each
        for each in failure.reach.options
        if each.is_word and each.entry.terminal not in failure.reach.at.get(place, {})
    ]
    words = dict.fromkeys(
        each.following for each in (*begun, *inside) if isinstance(each.following, str)
    )
    for word in sorted(words, key=lambda word: _unlike(word, row[place]))[:_FOLLOWING]:
        yield Edit(place, place, (word,))
        yield Edit(place, place + 1, (word,))
    own = (each.following for each in failure.reach.options if each.is_word)
    two = row[place : place + 2]
    if len(two) > 1 and not any(sort_of(word, failure.sentences.language) for word in two):
        for word in dict.fromkeys((*words, *(word for word in own if isinstance(word, str)))):
            yield Edit(place, place + 2, (word,))  # `shall be`
    for slot in {each.following for each in begun if isinstance(each.following, Slot)}:
        yield from _firsts(failure, place, slot.rule)
    yield from _of_the_word(failure, row)
    yield from _said_again(failure, row)


def _said_again(failure: Failed, row: tuple[str, ...]) -> Iterator[Edit]:
    """Yield the subject of a condition again, after "and" or "or": `or is late`."""
    place = failure.place
    if failure.sort(place - 1) != "connective" or "TEST" not in failure.reach.at.get(place, {}):
        return
    begins = [at for at, taken in failure.reach.at.items() if at < place and "TEST" in taken]
    if not row[place][:1].isalnum():
        return
    for end in range(max(begins) + 1, place - 1) if begins else ():
        yield Edit(place, place, row[max(begins) : end])


def _of_the_word(failure: Failed, row: tuple[str, ...]) -> Iterator[Edit]:
    """Yield edits by what the word at the place is: two in one, a number, what one counts."""
    place = failure.place
    written = row[place]
    known = failure.sentences.known
    for at in range(1, len(written) if len(written) <= _LONGEST else 0):
        if written[:at] in known and written[at:] in known:
            yield Edit(place, place + 1, (written[:at], written[at:]))
    if place and sort_of(row[place - 1], failure.sentences.language) == NUMBER:
        for word in counted_words(failure.sentences):
            yield Edit(place, place, (word,))
            yield Edit(place, place + 1, (word,))
    if written == "," and "," in row[place + 1 :]:  # around a clause
        last = row.index(",", place + 1)
        yield Edit(place, last + 1, row[place + 1 : last])
    if failure.group(place) == "future":  # `shall not apply`
        own = (each.following for each in failure.reach.options if each.is_word)
        yield from (Edit(place, place + 1, (word,)) for word in own if isinstance(word, str))
    if not is_known(failure):
        for word in numbers(failure.sentences.language) | months(failure.sentences.language):
            begins = word.startswith(written) and word in months(failure.sentences.language)
            if begins or distance(written, word) <= allowed_distance(written):
                yield Edit(place, place + 1, (word,))
    if typed := retype_word(failure):
        yield Edit(place, place + 1, (typed,))


def _in_values(failure: Failed) -> Iterator[Edit]:
    """Yield edits of the word with which a value begins that is no part of a phrase."""
    using = failure.sentences.reader
    for start, terminals in failure.reach.at.items():
        if failure.place - _BEFORE <= start <= failure.place:
            for terminal in terminals.keys() & using.values.keys():
                yield from _firsts(failure, start, using.values[terminal])


def _firsts(failure: Failed, start: int, rule: str) -> Iterator[Edit]:
    """Yield the words but numbers with which a value begins, at `start`."""
    for word in failure.sentences.reader.firsts[rule].words:
        if sort_of(word, failure.sentences.language) != NUMBER:
            yield Edit(start, start, (word,))
            yield Edit(start, start + 1, (word,))


def _in_phrases(failure: Failed) -> Iterator[Edit]:
    """Yield edits in the phrases that begin before the place where reading stopped."""
    using = failure.sentences.reader
    row = Row(using, failure.words)
    for start, terminals in failure.reach.at.items():
        if failure.place - _BEFORE <= start <= failure.place:
            yield from near(using, row, start, frozenset(terminals), failure.place)


def _moves_a_sign(row: tuple[str, ...], edit: Edit) -> bool:
    """Tell whether a word and a sign would change places: what the sign divides is another."""
    old = row[edit.start : edit.end]
    return Counter(old) == Counter(edit.words) and not all(map(str.isalnum, "".join(old)))


def _order(failure: Failed, row: tuple[str, ...], edit: Edit) -> tuple[object, ...]:
    """Return where an edit belongs: what keeps the words that are written comes first."""
    old = row[edit.start : edit.end]
    away = abs(edit.start - failure.place)
    match len(old), len(edit.words):
        case 1, 0:
            around = (row[edit.start - 1 : edit.start], row[edit.end : edit.end + 1])
            return (0 if old in around else 4, away)
        case 0, _:
            return (2, away, edit.words)
        case 2, 1 if edit.words[0] != "".join(old):
            return (5, away, edit.words)
        case 1, 1:
            return (3, _unlike(edit.words[0], old[0]), away, edit.words)
        case _:
            return (1, away)


def _unlike(word: str, other: str) -> int:
    return 2 * distance(word, other) - min(len(word), len(other))


# --- whole phrases ---------------------------------------------------------------------------


def _phrases(failure: Failed, ranked: Iterable[Option]) -> Iterator[Edit]:
    """Yield whole phrases in place of the words from where the last one began.

    A phrase that has less than half of its words there says something else.
    """
    row = Row(failure.sentences.reader, failure.words)
    common = {word for text in failure.texts.values() for word in folded(text)}
    for option in islice(ranked, _PHRASES):
        words = _filled(row, option)
        if words:
            last = min(len(failure.words), failure.place + _AHEAD)
            own = {word for word in words if word not in common}
            for end in range(failure.place, last + 1):
                if 2 * len(own.intersection(row.folded[option.begun : end])) >= len(own) > 0:
                    yield Edit(option.begun, end, words)


def _names(failure: Failed) -> Iterator[Edit]:
    """Yield the names that a vocabulary has for a value, in place of what stands there."""
    slots = dict.fromkeys(each.following for each in failure.reach.options)
    for slot in slots:
        if not isinstance(slot, Slot) or slot.rule not in _NAMED:
            continue
        prefix = f"{slot.choice}=" if slot.choice else ""
        for entry in failure.sentences.entries:
            if entry.terminal == _NAMED[slot.rule] and entry.key.startswith(prefix):
                for end in range(
                    failure.place, min(len(failure.words), failure.place + _NAME) + 1
                ):
                    yield Edit(failure.place, end, _plain(entry))


def _plain(entry: Entry) -> tuple[str, ...]:
    return tuple(item for item in entry.items if isinstance(item, str))


def _filled(row: Row, option: Option) -> tuple[str, ...]:
    """Return the words of a phrase, with the values that are written; empty if one is not."""
    words: list[str] = []
    place = option.begun
    for item in option.entry.items:
        if isinstance(item, str):
            words.append(item)
            continue
        ends = (
            (at, max(end for end, _ in values))
            for at in range(place, min(len(row.words), option.begun + 2 * _AHEAD))
            if (values := row.value(item, at))
        )
        start, place = next(ends, (0, 0))
        if not place:
            return ()
        words += row.folded[start:place]
    return tuple(words)
