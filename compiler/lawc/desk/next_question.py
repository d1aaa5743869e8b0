"""The question to ask next in an interview: the fact that matters most for what is open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lawc.records import dataclass

_PLACE = re.compile(r"\[[0-9]+\]")


@dataclass(frozen=True, slots=True)
class Question:
    """A fact to ask for: its path, its words, and the decisions that need it.

    `decisions` are paths of the decisions for which no other fact matters more.
    """

    path: str
    text: str | None
    decisions: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the question as JSON has it."""
        return {"path": self.path, "question": self.text, "decisions": list(self.decisions)}


def next_question(decision: Mapping[str, Any], questions: Mapping[str, str]) -> Question | None:
    """Return the next question of a decision in its form as JSON, None if nothing is missing.

    The first open decision, in the order of the result, is asked about first: its facts are in
    the order of their use. `questions` has the words of each fact, by its path without places.
    """
    missing = list(_missing(decision, ""))
    if not missing:
        return None
    path = missing[0][1]
    key = _PLACE.sub("", path)
    open_for = tuple(dict.fromkeys(of for of, first in missing if of and first == path))
    return Question(path, questions.get(key), open_for)


def _missing(result: Mapping[str, Any], at: str) -> Iterator[tuple[str, str]]:
    """Yield each open decision and each unknown list, with the fact that it needs most."""
    for key, answer in result.get("decisions", {}).items():
        if answer["status"] == "open" and answer["needed"]:
            yield (f"{at}.{key}" if at else key), answer["needed"][0]
    members = result.get("members") or {}
    for key, group in members.items():
        where = f"{at}.{key}" if at else key
        if group is None and where in result.get("needed", ()):
            yield "", where
        for place, member in enumerate(group or ()):
            yield from _missing(member, f"{where}[{place}]")
