"""Comparisons of several acts, with what was approved of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import Enum
from hashlib import sha256

from lawc.compare.interface import FINGERPRINT, Step
from lawc.compare.levels import Level, together
from lawc.compare.report import Compared
from lawc.ir import nodes as ir
from lawc.records import dataclass
from lawc.source import Source


class Side(Enum):
    """Which version an act that stands in one only is in."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Alone:
    """An act that one version has and the other has not: it is gone, or new.

    The fingerprint names it with its text where it is approved.
    """

    side: Side
    title: str
    fingerprint: str = ""

    @property
    def level(self) -> Level:
        """Of what an act that is gone decided nothing is decided; a new one takes nothing."""
        return Level.MIXED if self.side is Side.OLD else Level.NEW

    @property
    def step(self) -> Step:
        """A package that is gone breaks what uses it."""
        return Step.MAJOR if self.side is Side.OLD else Step.MINOR


def alone(side: Side, law: ir.Law, text: Source) -> Alone:
    """Return what there is to say of an act that one version lacks."""
    said = json.dumps([law.act, side.value, " ".join(text.text.split())])
    return Alone(side, law.title, sha256(said.encode()).hexdigest()[:FINGERPRINT])


@dataclass(frozen=True, slots=True)
class ActCompared:
    """An act by its name, and what came of comparing it."""

    name: str
    found: Compared | Alone


@dataclass(frozen=True, slots=True)
class Comparisons:
    """Two versions of some acts. `labels` name the versions; `approved` has the reasons.

    `vocabularies` name those that the versions were read with, where that is to be said.
    """

    labels: tuple[str, str]
    acts: tuple[ActCompared, ...]
    approved: Mapping[str, str]
    vocabularies: tuple[str, str] | None = None

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
        return any(reaching(one.found, level, self.approved) for one in self.acts)

    @property
    def unused(self) -> tuple[str, ...]:
        """The fingerprints that are approved and name no change."""
        found = {one for act in self.acts for one in _fingerprints(act.found)}
        return tuple(one for one in self.approved if one not in found)


def level_left(found: Compared | Alone, approved: Mapping[str, str]) -> Level | None:
    """Return the level of an act without the changes that are approved.

    A wider change and a narrower one are mixed together, so the whole may be of another level
    than each change. Where it is, it is approved with the changes that decide; what is not
    proved of all changes together cannot be approved with any of them.
    """
    if isinstance(found, Alone):
        return None if found.fingerprint in approved else found.level
    levels = [level for level, _ in found.marks]
    if not found.settled and Level.UNPROVED not in levels:
        return Level.UNPROVED
    left = [level for level, mark in found.marks if mark not in approved]
    deciding = [mark for level, mark in found.marks if level.decides]
    seen = bool(deciding) and all(one in approved for one in deciding)
    if levels and (not left or seen or together(levels) is found.level):
        return together(left)
    return found.level


def reaching(found: Compared | Alone, level: Level, approved: Mapping[str, str]) -> bool:
    """Tell whether a change that is not approved reaches `level`, or all of them together."""
    left = level_left(found, approved)
    marks = found.marks if isinstance(found, Compared) else ()
    return (left is not None and left.reaches(level)) or any(
        one.reaches(level) and mark not in approved for one, mark in marks
    )


def _fingerprints(found: Compared | Alone) -> Iterator[str]:
    if isinstance(found, Alone):
        yield found.fingerprint
    else:
        yield from (mark for _, mark in found.marks)
