"""What a comparison is stopped for: levels, what breaks programs, a version that lags."""

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
    """What is stopped: changes of some levels, or above; with `major` what breaks programs.

    `taken` is the step that the version took, from one to another, where a larger one is to be
    stopped; None where it is not.
    """

    levels: tuple[Level, ...] = ()
    major: bool = False
    taken: Step | None = None

    def level(self, one: Level) -> bool:
        """Tell whether a change of a level is stopped."""
        return any(one.reaches(other) for other in self.levels)

    def act(self, found: Compared | Alone, approved: Mapping[str, str]) -> bool:
        """Tell whether an act is stopped, for what is not approved of it."""
        return any(reaching(found, one, approved) for one in self.levels) or (
            self.major and _breaks(found, approved)
        )

    def behind(self, found: Comparisons) -> bool:
        """Tell whether the version took a smaller step than the changes force."""
        order = list(Step)
        return self.taken is not None and order.index(found.step) > order.index(self.taken)

    def all(self, found: Comparisons) -> bool:
        """Tell whether a comparison is stopped."""
        return self.behind(found) or any(
            self.act(one.found, found.approved) for one in found.acts
        )


def _breaks(found: Compared | Alone, approved: Mapping[str, str]) -> bool:
    """Tell whether something breaks programs that is not approved.

    What follows from the text is approved where all of its changes are.
    """
    if isinstance(found, Alone):
        return found.step is Step.MAJOR and found.fingerprint not in approved
    texts = all(row.fingerprint in approved for row in found.rows)
    return any(
        not texts if one.of_text else one.fingerprint not in approved
        for one in found.interface
        if one.step is Step.MAJOR
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
    return tuple(int(one or 0) for one in match.groups())
