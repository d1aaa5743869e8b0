"""Reasons to stop a comparison: levels, what breaks programs, a version that lags."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lawc.compare.acts import Alone, Comparisons, reaching
from lawc.compare.interface import Step
from lawc.compare.levels import Level
from lawc.compare.report import Compared
from lawc.records import dataclass

_VERSION = re.compile(r"(\d+)\.(\d+)(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Stops:
    """Changes to be stopped: those of some levels, or above; with `major` what breaks programs.

    `taken` is the step of the version number, if a larger step is to be stopped; else None.
    """

    levels: tuple[Level, ...] = ()
    major: bool = False
    taken: Step | None = None

    def level(self, level: Level) -> bool:
        """Return whether a change of a level is stopped."""
        return any(level.reaches(other) for other in self.levels)

    def act(self, result: Compared | Alone, approved: Mapping[str, str]) -> bool:
        """Return whether an act is stopped, for changes of it that are not approved."""
        return any(reaching(result, level, approved) for level in self.levels) or (
            self.major and _breaks(result, approved)
        )

    def behind(self, comparisons: Comparisons) -> bool:
        """Return whether the version took a smaller step than the changes force."""
        order = list(Step)
        return self.taken is not None and order.index(comparisons.step) > order.index(
            self.taken
        )

    def all(self, comparisons: Comparisons) -> bool:
        """Return whether a comparison is stopped."""
        return self.behind(comparisons) or any(
            self.act(act.result, comparisons.approved) for act in comparisons.acts
        )


def _breaks(result: Compared | Alone, approved: Mapping[str, str]) -> bool:
    """Return whether a difference that is not approved breaks programs.

    A difference that follows from the text is approved if all changes of the text are.
    """
    if isinstance(result, Alone):
        return result.step is Step.MAJOR and result.fingerprint not in approved
    texts = all(row.fingerprint in approved for row in result.rows)
    return any(
        not texts if difference.of_text else difference.fingerprint not in approved
        for difference in result.interface
        if difference.step is Step.MAJOR
    )


def step_taken(old: str, new: str) -> Step:
    """Return the step from one version to another, which begin as `1.4.2` or `1.4`.

    Before 1.0 the second number counts as the first, and the third as the second.
    """
    was, now = _numbers(old), _numbers(new)
    steps = [Step.MAJOR, Step.MINOR, Step.PATCH]
    if now[0] == 0:
        steps = [Step.MAJOR, Step.MAJOR, Step.MINOR]
    for before, after, step in zip(was, now, steps, strict=True):
        if after != before:
            return step if after > before else Step.NONE
    return Step.NONE


def _numbers(version: str) -> tuple[int, ...]:
    match = _VERSION.match(version)
    if match is None:
        raise ValueError(version)
    return tuple(int(number or 0) for number in match.groups())
