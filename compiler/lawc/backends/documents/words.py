"""The words of the frame around a law's own text: one table a language, `words/<code>.json`.

Every table has the keys of the English one. A language without a table is framed in English.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

from lawc.records import dataclass
from lawc.runtime.values import Truth

_FRAME = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """A table of words; `language` is the one they are in."""

    language: str
    table: dict[str, str]

    def __call__(self, key: str, **slots: object) -> str:
        """Return the words under `key` with their slots filled."""
        return self.table[key].format(**slots) if slots else self.table[key]

    def day(self, day: date | str) -> str:
        """Return a day, also one as JSON has it, as laws write it: `5 July 2025`."""
        written = day if isinstance(day, str) else day.isoformat()
        year, month, of_month = map(int, written.rsplit("-", 2))  # before year 1: -1-03-05
        return self(
            "day", day=of_month, month=self.table["months"].split()[month - 1], year=year
        )

    def truth(self, truth: Truth) -> str:
        """Return the word for `truth`."""
        return self("truth_unknown" if truth is None else f"truth_{str(truth).lower()}")


@cache
def words(language: str) -> Words:
    """Return the table of `language`, or the English one if there is none."""
    folder = Path(__file__).with_name("words")
    known = sorted(path.name.removesuffix(".json") for path in folder.iterdir())
    chosen = language if language in known else _FRAME
    text = (folder / f"{chosen}.json").read_text(encoding="utf-8")
    return Words(chosen, json.loads(text))
