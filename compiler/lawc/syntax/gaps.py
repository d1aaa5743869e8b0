"""Gaps: words of a text that would be read if a phrase of the vocabulary said them.

Before: `A person who keeps a dog is entitled to a card.`, where no phrase says `keeps a dog`.
After: one gap, of the terminal `PREDICATE`, with which the whole sentence has a reading. A text
may have several gaps; then they are found from left to right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from lawc.syntax import phrases
from lawc.syntax.failed import Failed
from lawc.syntax.nodes import Phrase
from lawc.syntax.phrases import Slot
from lawc.syntax.reader import WORD, Row
from lawc.syntax.readings import Match
from lawc.syntax.senses import NUMBER, SIGN, definite_article, groups, sort_of

GAP = "GAP"  # the form of a phrase that is not declared
_MOST = 6  # gaps of a text
_LONGEST = 40  # words of a gap
_WAYS = 3  # that are followed where one gap is not enough
_TRIALS = 80  # places and terminals that are tried for a gap
# The terminals of phrases that a drafter may have to declare, the most probable first.
_COSTS = {
    "TEST": 0, "PREDICATE": 0, "NOUN": 0, "DAY_NAME": 0, "CURRENCY": 0, "ACT": 0, "EFFECT": 1,
    "EFFECTS": 1, "EFFECT_CLAUSE": 2, "CLASS": 1, "CLASSES": 1, "MANY": 1, "RESULTS": 1,
}  # fmt: skip
_SAYING = frozenset({"TEST", "PREDICATE", "EFFECT", "EFFECTS", "EFFECT_CLAUSE"})
_AFTER_ARTICLE = ("NOUN", "CLASS", "DAY_NAME")  # begin with an article
_MAYBE_ARTICLE = ("MANY", "TEST", "EFFECT_CLAUSE")
_KNOWN = ("NOUN", "EFFECT", "EFFECTS", "TEST", "PREDICATE", "CLASS")  # say something else
_VERBS = ("being", "having", "doing", "relative")  # groups of words before which a noun ends
_BREAKING = ("connective", "condition", "quantifier", "operation", SIGN)
_RELATIVE_COST = 600  # of "who" inside a phrase
_GAP_COST = 200  # of a further gap
_IMPROBABLE = 500  # what a gap costs beside which others are looked for
_ONE_COST = 300  # of a word that turns the sense, and is no part of a value


class Gap(NamedTuple):
    """Words that a phrase of a terminal is to say."""

    terminal: str
    start: int
    end: int


class _Reached(NamedTuple):
    """A gap, its cost, and the place up to which the text is read with it."""

    cost: int
    place: int
    gap: Gap


class _GapRow(Row):
    """A row of words of which some are phrases that are not declared."""

    def __init__(self, failure: Failed, gaps: tuple[Gap, ...]) -> None:
        super().__init__(failure.sentences.reader, failure.words)
        self.gaps: dict[int, list[Gap]] = {}
        for gap in gaps:
            self.gaps.setdefault(gap.start, []).append(gap)

    def _matches(self, place: int, row: Mapping[str, int]) -> list[Match]:
        return [*super()._matches(place, row), *self._gaps_at(place, row)]

    def _value_matches(self, place: int, row: Mapping[str, int], choice: str) -> list[Match]:
        return [*super()._value_matches(place, row, choice), *self._gaps_at(place, row)]

    def _gaps_at(self, place: int, row: Mapping[str, int]) -> Iterator[Match]:
        for terminal, start, end in self.gaps.get(place, ()):
            if terminal in row:
                yield terminal, end, Phrase(terminal, "", GAP, {}, "", self.span(start, end))

    def _may_begin(self, slot: Slot, place: int) -> bool:
        return place in self.gaps or super()._may_begin(slot, place)


def find_gaps(failure: Failed) -> Iterator[tuple[Gap, ...]]:
    """Yield gaps with which the text has a reading, the most probable first."""
    for _, gaps in sorted(_ways(failure, (), _MOST)):
        yield tuple(sorted(gaps, key=lambda gap: gap.start))


def _ways(
    failure: Failed, known: tuple[Gap, ...], left: int
) -> Iterator[tuple[int, tuple[Gap, ...]]]:
    """Yield gaps with which the text has a reading, after those known, and what they cost."""
    trials = _Trials(failure, known)
    reached = sorted(trials.reached(), key=lambda each: (each.cost, each.gap))
    whole = [each for each in reached if each.place == len(failure.words)]
    for each in whole[:1]:
        yield each.cost, (*known, each.gap)
    improbable = not whole or whole[0].cost >= _IMPROBABLE
    further = [each for each in reached if each.place < len(failure.words)]
    for each in further[:_WAYS] if left > 1 and improbable else ():
        for cost, gaps in _ways(failure, (*known, each.gap), left - 1):
            yield each.cost + cost + _GAP_COST, gaps


class _Trials:
    """Trials of one more gap, beside those that are known."""

    def __init__(self, failure: Failed, known: tuple[Gap, ...]) -> None:
        self.failure = failure
        self.known = known
        self.row = Row(failure.sentences.reader, failure.words)
        self.at: dict[int, dict[str, None]] = {}
        _GapRow(failure, known).readings(failure.piece, self.at)
        self.place = max(self.at)

    def reached(self) -> Iterator[_Reached]:
        """Yield the gaps with which the text is read further, and how far."""
        for ends in islice(self._groups(), _TRIALS):
            row = self._row(*(gap for _, gap in ends))
            trees, stop = row.readings(self.failure.piece)
            used = {end for tree in trees for end in _ends(tree, self.row, ends)}
            for cost, gap in ends if trees or stop.place > self.place else ():
                if gap.end in used:
                    yield _Reached(cost, len(row.words), gap)
                    continue
                place = 0 if trees else self._place(gap)
                if place > gap.end or (place == gap.end and self._is_verb(place)):
                    yield _Reached(cost, place, gap)

    def _row(self, *gaps: Gap) -> _GapRow:
        return _GapRow(self.failure, (*self.known, *gaps))

    def _group(self, place: int) -> str | None:
        return groups(self.failure.sentences.language).get(self.row.folded[place])

    def _is_verb(self, place: int) -> bool:
        return self._group(place) in _VERBS or self.failure.way(place) == "duty"

    def _place(self, gap: Gap) -> int:
        return self._row(gap).readings(self.failure.piece)[1].place

    def _groups(self) -> Iterator[list[tuple[int, Gap]]]:
        """Yield gaps that begin at one place with one terminal, each with its cost."""
        groups_: list[list[tuple[int, Gap]]] = []
        length = len(self.failure.words)
        for start, taken in self.at.items():
            for terminal in taken.keys() & _COSTS.keys():
                gaps = (
                    Gap(terminal, start, end)
                    for end in range(self.place + 1, min(length, start + _LONGEST) + 1)
                )
                costs = [(cost, gap) for gap in gaps if (cost := self._cost(*gap)) is not None]
                if costs:
                    groups_.append(sorted(costs))
        yield from sorted(groups_)

    def _cost(self, terminal: str, start: int, end: int) -> int | None:
        """Return how improbable a gap is, None if it cannot be one."""
        if not self._may_begin(terminal, start, end):
            return None
        cost = 100 * _COSTS[terminal] + end - start
        compared = named = False
        place = start
        while place < end:
            value_end = self._value(terminal, place, end)
            if value_end:
                cost += 100
                place = value_end
                continue
            own = self._cost_of_word(terminal, place, first=place == start)
            if own is None:
                return None
            known = self._known_at(place, end)
            cost += own + 100 * (known is not None)
            compared = compared or self._sort(place) == "comparison"
            named = named or known == "NOUN"
            if terminal == "EFFECT_CLAUSE" and self.failure.way(place) == "duty":
                cost += _IMPROBABLE  # somebody has the duty, whom another gap names
            place += 1
        compared_clause = compared and terminal == "EFFECT_CLAUSE"
        return None if (compared and named) or compared_clause else cost

    def _may_begin(self, terminal: str, start: int, end: int) -> bool:
        """Tell whether a gap may begin so."""
        word, first = self.row.folded[start], self._group(start)
        if first == "relative" or not any(map(str.isalpha, word)):
            return False
        if any(gap.start < end and start < gap.end for gap in self.known):
            return False
        if terminal in _AFTER_ARTICLE:
            begins = first == "article" and start + 1 < end
            definite = word == definite_article(self.failure.sentences.language)
            return begins and not (terminal == "CLASS" and definite)
        return first != "article" or terminal in _MAYBE_ARTICLE

    def _cost_of_word(self, terminal: str, place: int, *, first: bool) -> int | None:
        """Return what a word adds to the cost of a gap, None if no gap has it."""
        sort, group = self._sort(place), self._group(place)
        if sort in _BREAKING or not any(map(str.isalnum, self.row.folded[place])):
            return None
        if terminal not in _SAYING:
            named = sort in (None, "unit", "range") and (first or group not in _VERBS)
            return 0 if named else None
        relative = group == "relative" and not first
        turning = sort in ("comparison", NUMBER)
        return _RELATIVE_COST * relative + _ONE_COST * turning + 100 * (sort == "negation")

    def _sort(self, place: int) -> str | None:
        return sort_of(self.row.folded[place], self.failure.sentences.language)

    def _value(self, terminal: str, place: int, end: int) -> int:
        """Return where a value that begins at `place` ends, 0 if there is none."""
        if terminal not in _SAYING and terminal != "CLASS":
            return 0
        return next((stop for _, stop in values_at(self.row, place, end)), 0)

    def _known_at(self, place: int, end: int) -> str | None:
        """Return the terminal of a phrase of several words that begins at `place`, if any."""
        matches = phrases.find(self.row.reader.root, self.row.folded, place, self.row.value)
        terminals = (
            each.entry.terminal
            for each in matches
            if each.entry.form != WORD and place + 1 < each.end <= end
        )
        return next((name for name in terminals if name in _KNOWN), None)


_VALUES = {  # rules of values, and what their slots are called
    "citation": "provisions", "money": "amount", "fraction": "share", "day": "day",
    "count": "number", "number": "number",
}  # fmt: skip


def values_at(row: Row, place: int, end: int) -> Iterator[tuple[Slot, int]]:
    """Yield the values that begin at `place`, as named slots, and their ends; longest first."""
    slots = [Slot(name, rule) for rule, name in _VALUES.items()]
    for match in phrases.find(row.reader.value_root, row.folded, place, lambda *_: []):
        if match.entry.terminal == "CHOICE":
            fact = match.entry.key.partition("=")[0]
            slots.insert(0, Slot(fact.rpartition(".")[2], "choice", fact))
    values = [
        (slot, stop)
        for slot in slots
        for stop, _ in row.value(slot, place)
        if stop <= end and (slot.rule != "citation" or stop > place + 1)
    ]
    longest = max((stop for _, stop in values), default=0)
    yield from ((slot, stop) for slot, stop in values if stop == longest)


def _ends(tree: Any, row: Row, ends: list[tuple[int, Gap]]) -> Iterator[int]:
    """Yield where the gaps end that a reading uses."""
    offsets = {row.words[gap.end - 1].end: gap.end for _, gap in ends}
    starts = {row.words[gap.start].start for _, gap in ends}
    agenda = [tree]
    while agenda:
        node = agenda.pop()
        if isinstance(node, Phrase):
            if node.form == GAP and node.span.start in starts and node.span.end in offsets:
                yield offsets[node.span.end]
            agenda += node.slots.values()
        elif hasattr(node, "children"):
            agenda += [child for child in node.children if child is not None]
