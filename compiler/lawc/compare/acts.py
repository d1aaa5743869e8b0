"""Comparisons of several acts, with the approved changes."""

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
    """The version that has an act which the other lacks."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Alone:
    """An act that one version has and the other has not: it is gone, or new.

    The fingerprint stands for it, with its text, in approvals.
    """

    side: Side
    title: str
    fingerprint: str = ""

    @property
    def level(self) -> Level:
        """The level: an act that is gone decides no more; a new one takes nothing."""
        return Level.MIXED if self.side is Side.OLD else Level.NEW

    @property
    def step(self) -> Step:
        """The step: a package that is gone breaks what uses it."""
        return Step.MAJOR if self.side is Side.OLD else Step.MINOR


def alone(side: Side, law: ir.Law, text: Source) -> Alone:
    """Return the comparison of an act that one version lacks."""
    content = json.dumps([law.act, side.value, " ".join(text.text.split())])
    return Alone(side, law.title, sha256(content.encode()).hexdigest()[:FINGERPRINT])


@dataclass(frozen=True, slots=True)
class ActCompared:
    """An act by its name, with the result of comparing it."""

    name: str
    result: Compared | Alone


@dataclass(frozen=True, slots=True)
class Comparisons:
    """Two versions of some acts. `labels` name the versions; `approved` has the reasons.

    `vocabularies` name those that the versions were read with, if that is to be shown.
    """

    labels: tuple[str, str]
    acts: tuple[ActCompared, ...]
    approved: Mapping[str, str]
    vocabularies: tuple[str, str] | None = None

    @property
    def level(self) -> Level | None:
        """The level of all acts together, None if nothing changed."""
        return together(act.result.level for act in self.acts if act.result.level is not None)

    @property
    def step(self) -> Step:
        """The largest step that an act forces."""
        steps = (act.result.step for act in self.acts)
        return max(steps, key=list(Step).index, default=Step.NONE)

    def reaching(self, level: Level) -> bool:
        """Return whether a change that is not approved reaches `level`."""
        return any(reaching(act.result, level, self.approved) for act in self.acts)

    @property
    def unused(self) -> tuple[str, ...]:
        """The fingerprints that are approved and name no change."""
        marks = {mark for act in self.acts for mark in _fingerprints(act.result)}
        return tuple(mark for mark in self.approved if mark not in marks)


def level_left(result: Compared | Alone, approved: Mapping[str, str]) -> Level | None:
    """Return the level of an act without the changes that are approved.

    A wider change and a narrower one are mixed together, so the whole may be of another level
    than each change. It is then approved with the changes that decide; a doubt about all
    changes together cannot be approved with any of them.
    """
    if isinstance(result, Alone):
        return None if result.fingerprint in approved else result.level
    levels = [level for level, _ in result.marks]
    if not result.settled and Level.UNPROVED not in levels:
        return Level.UNPROVED
    left = [level for level, mark in result.marks if mark not in approved]
    deciding = [mark for level, mark in result.marks if level.decides]
    seen = bool(deciding) and all(mark in approved for mark in deciding)
    if levels and (not left or seen or together(levels) is result.level):
        return together(left)
    return result.level


def reaching(result: Compared | Alone, level: Level, approved: Mapping[str, str]) -> bool:
    """Return whether a change that is not approved reaches `level`, or all of them together."""
    left = level_left(result, approved)
    marks = result.marks if isinstance(result, Compared) else ()
    return (left is not None and left.reaches(level)) or any(
        other.reaches(level) and mark not in approved for other, mark in marks
    )


def _fingerprints(result: Compared | Alone) -> Iterator[str]:
    if isinstance(result, Alone):
        yield result.fingerprint
    else:
        yield from (mark for _, mark in result.marks)
