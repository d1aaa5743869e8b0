"""Comparisons of several acts, with what was approved of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from lawc.compare.interface import Step
from lawc.compare.levels import Level, together
from lawc.compare.report import Compared, Row
from lawc.records import dataclass


class Side(Enum):
    """Which version an act that stands in one only is in."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Alone:
    """An act that one version has and the other has not: it is gone, or new."""

    side: Side
    title: str

    @property
    def level(self) -> Level:
        """Whoever it decides of is decided otherwise."""
        return Level.MIXED

    @property
    def step(self) -> Step:
        """A package that is gone breaks what uses it."""
        return Step.MAJOR if self.side is Side.OLD else Step.MINOR


@dataclass(frozen=True, slots=True)
class ActCompared:
    """An act by its name, and what came of comparing it."""

    name: str
    found: Compared | Alone


@dataclass(frozen=True, slots=True)
class Comparisons:
    """Two versions of some acts. `labels` name the versions; `approved` has the reasons."""

    labels: tuple[str, str]
    acts: tuple[ActCompared, ...]
    approved: Mapping[str, str]

    @property
    def level(self) -> Level | None:
        """The level of all acts together, None if nothing changed."""
        return together(one.found.level for one in self.acts if one.found.level is not None)

    @property
    def step(self) -> Step:
        """The largest step that an act forces."""
        steps = (one.found.step for one in self.acts)
        return max(steps, key=list(Step).index, default=Step.NONE)

    def reaching(self, level: Level) -> bool:
        """Tell whether a change that is not approved reaches `level`."""
        return any(_reaches(one.found, level, self.approved) for one in self.acts)

    @property
    def unused(self) -> tuple[str, ...]:
        """The fingerprints that are approved and name no change."""
        found = {row.fingerprint for one in self.acts for row in rows_of(one.found)}
        return tuple(one for one in self.approved if one not in found)


def rows_of(found: Compared | Alone) -> Iterable[Row]:
    """Return the changes of an act that both versions have."""
    return found.rows if isinstance(found, Compared) else ()


def _reaches(found: Compared | Alone, level: Level, approved: Mapping[str, str]) -> bool:
    if isinstance(found, Alone):
        return found.level.reaches(level)
    if any(row.level.reaches(level) and row.fingerprint not in approved for row in found.rows):
        return True
    if found.level is Level.UNPROVED and found.level not in {row.level for row in found.rows}:
        return True  # what the changes do together is not settled, so nobody has looked at it
    whole = found.level is not None and found.level.reaches(level)
    return whole and not any(row.level.reaches(level) for row in found.rows)
