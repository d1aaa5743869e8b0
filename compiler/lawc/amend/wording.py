"""The words of amending acts: one table a language, `wordings/<code>.json`.

The words are those that `grammar/amendments.<language>.lark` reads; a test reads each of them.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import takewhile

from lawc.amend.operations import Path
from lawc.records import dataclass

_PERIODS = {  # by which of its two days is given
    (True, True): "in_force_from_to",
    (True, False): "in_force_from",
    (False, True): "in_force_to",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A table of words."""

    table: dict[str, str]

    def __call__(self, key: str, **slots: object) -> str:
        """Return the words under `key` with their slots filled."""
        return self.table[key].format(**slots)

    def place(self, path: Path) -> str:
        """Return the name of an element: `point 9) of Article 5`."""
        *above, (level, number) = path
        own = self(level, number=number)
        return self("of", place=own, inside=self.place(tuple(above))) if above else own

    def places(self, paths: tuple[Path, ...]) -> str:
        """Return the name of elements of one level: `points 3) and 4) of Article 2`."""
        *above, (level, _) = paths[0]
        *firsts, last = (self(f"{level}_of_several", number=path[-1][1]) for path in paths)
        listed = firsts[0]
        for number in firsts[1:]:
            listed = self("several_more", first=listed, last=number)
        own = self(f"{level}s", numbers=self("several", first=listed, last=last))
        return self("of", place=own, inside=self.place(tuple(above))) if above else own

    def day(self, day: date) -> str:
        """Return a day as it is written: `1 January 2026`."""
        return self("on_day", day=day.day, month=self(f"month_{day.month}"), year=day.year)

    def period(self, start: date | None, end: date | None) -> str:
        """Return a period as the beginning of a sentence: `In force from 1 January 2026,`."""
        key = _PERIODS[start is not None, end is not None]
        beginning = self(key, start=start and self.day(start), end=end and self.day(end))
        return f"{beginning[0].upper()}{beginning[1:]},"

    @property
    def periods_begin(self) -> str:
        """The words that every period begins with."""
        beginnings = [self.table[key].split("{")[0] for key in _PERIODS.values()]
        whole = zip(*(text.split() for text in beginnings), strict=False)
        return " ".join(
            words[0] for words in takewhile(lambda words: len({*words}) == 1, whole)
        )


@cache
def wording(language: str) -> Wording:
    """Return the table of `language`."""
    text = (files("lawc.amend") / "wordings" / f"{language}.json").read_text(encoding="utf-8")
    return Wording(json.loads(text))
