"""Levels of a change of the text, from words to persons."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Level(Enum):
    """The most that a change changes; each has a page (`lawc explain wider`)."""

    WORDING = "wording"  # words; the logic is the same
    STRUCTURE = "structure"  # numbers and places; the logic is the same
    EXPLAIN = "explain"  # the reasoning trees; every answer is the same
    FACTS = "facts"  # which facts are asked for; whoever is known is decided the same
    INTERFACE = "interface"  # the names and types of the package; answers as above
    NEW = "new"  # an act that was not there; nobody was decided otherwise
    WIDER = "wider"  # some are decided better, none worse
    NARROWER = "narrower"  # some are decided worse, none better
    MIXED = "mixed"  # some are decided otherwise, and it is not all better or all worse
    UNPROVED = "unproved"  # the solver gave up: anything may be changed

    @property
    def decides(self) -> bool:
        """Whether some people are decided otherwise, or may be."""
        return self in _DECIDES

    def reaches(self, other: Level) -> bool:
        """Return whether a change of this level is stopped where `other` is.

        Mixed is wider and narrower; what is not proved may be anything.
        """
        if other in (Level.WIDER, Level.NARROWER):
            return self in (other, Level.MIXED, Level.UNPROVED)
        return _ORDER.index(self) >= _ORDER.index(other)


_DECIDES = (Level.WIDER, Level.NARROWER, Level.MIXED, Level.UNPROVED)
_ORDER = tuple(Level)


def together(levels: Iterable[Level]) -> Level | None:
    """Return the level of several changes, None of none: wider and narrower are mixed."""
    distinct = set(levels)
    if Level.UNPROVED in distinct:
        return Level.UNPROVED
    if len(distinct & {Level.WIDER, Level.NARROWER, Level.MIXED}) > 1:
        return Level.MIXED
    return max(distinct, key=_ORDER.index, default=None)


class Direction(Enum):
    """Whether an outcome is better than another for the thing decided on."""

    BETTER = "better"
    WORSE = "worse"
    EVEN = "even"  # another outcome, which is as good
    OTHER = "other"  # not to be compared


def level_of(directions: Iterable[Direction]) -> Level:
    """Return the level of a change that turns decisions in these directions."""
    distinct = set(directions)
    if distinct - {Direction.EVEN} == {Direction.BETTER}:
        return Level.WIDER
    if distinct - {Direction.EVEN} == {Direction.WORSE}:
        return Level.NARROWER
    return Level.MIXED
