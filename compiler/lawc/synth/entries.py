"""Tables of TOML whose entries are taken one by one; what is wrong has a place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, NoReturn

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import Source, Span
from lawc.synth.places import Path, Places

_REASON = re.compile(
    r"(.*?)(?: \(at (?:line (\d+), column (\d+)|end of document)\))?", re.DOTALL
)
_NAMES = 12  # names that a help lists
_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?%")


class StopReadingError(Exception):
    """An entry is given up; its problem is among those of the reading."""


class Reading:
    """A text of TOML that is read, and the problems so far."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.places = Places(source)
        self.problems: list[Diagnostic] = []

    def whole(self) -> Entry:
        """Return the text as a table; it is given up if it is no TOML."""
        try:
            table = tomllib.loads(self.source.text, parse_float=Fraction)
        except (ValueError, RecursionError) as error:
            match = _REASON.fullmatch(str(error))
            assert match is not None
            text, offset = self.source.text, len(self.source.text)
            if match[2]:
                lines = text.splitlines(keepends=True)
                offset = sum(map(len, lines[: int(match[2]) - 1])) + int(match[3]) - 1
            reason = f"{match[1][:1].lower()}{match[1][1:]}"
            span = Span(min(offset, max(len(text) - 1, 0)), max(offset + 1, 1))
            self.report(span, f"this is no TOML: {reason}", "https://toml.io shows its forms")
            raise StopReadingError from error
        return Entry(self, table, ())

    def report(self, span: Span, message: str, help_: str | None = None) -> None:
        """Add a problem."""
        label = Label(self.source, span)
        self.problems.append(
            Diagnostic(Code.SPECIFICATION_NOT_UNDERSTOOD, message, label, help=help_)
        )

    def stop(
        self, path: Path, message: str, help_: str | None = None, word: str = ""
    ) -> NoReturn:
        """Add a problem, and give the entry up."""
        self.report(self.places.of(path, word), message, help_)
        raise StopReadingError


class Entry:
    """A table of TOML of which the entries are taken; those left in the end are problems."""

    def __init__(self, reading: Reading, table: dict[str, Any], path: Path) -> None:
        self.reading = reading
        self.table = table
        self.path = path
        self.keys_read: set[str] = set()

    def stop(
        self, key: str, message: str, help_: str | None = None, word: str = ""
    ) -> NoReturn:
        """Add a problem of what stands under a key, and give the entry up."""
        self.reading.stop((*self.path, key) if key else self.path, message, help_, word)

    def has(self, key: str) -> bool:
        """Return whether there is something under a key."""
        self.keys_read.add(key)
        return key in self.table

    def text(self, key: str, default: str | None = None) -> str:
        """Return the text under a key."""
        value = self._value(key, default)
        if not isinstance(value, str):
            self.stop(key, f"`{key}` is no text", f'write it in quotes: `{key} = "..."`')
        return value

    def whole(self, key: str, default: int | None = None) -> int:
        """Return the whole number under a key."""
        value = self._value(key, default)
        if not is_whole(value) or value < 0:
            self.stop(key, f"`{key}` is no whole number", f"write it so: `{key} = 100`")
        return int(value)

    def truth(self, key: str) -> bool:
        """Return what is under a key, false if nothing is."""
        value = self._value(key, default=False)
        if not isinstance(value, bool):
            self.stop(key, f"`{key}` is neither true nor false", f"write `{key} = true`")
        return value

    def part(self, key: str) -> Fraction:
        """Return the part of a whole under a key, zero if there is none: "2 %"."""
        text = self.text(key, "0 %")
        match = _PERCENT.fullmatch(text)
        if match is None or Fraction(match[1]) > 100:  # noqa: PLR2004 - of a hundred
            self.stop(key, f"`{text}` is no part of a whole", f'write it so: `{key} = "2 %"`')
        return Fraction(match[1]) / 100

    def day(self, key: str) -> str:
        """Return the day under a key, empty if there is none; a month or a year is one too."""
        value = self._value(key, "")
        return value.isoformat() if isinstance(value, date) else self.text(key, "")

    def entry(self, key: str) -> Entry:
        """Return the table under a key, empty if there is none."""
        value = self._value(key, {})
        if not isinstance(value, dict):
            self.stop(key, f"`{key}` is no table", f"write it so: `{key} = {{ ... }}`")
        return Entry(self.reading, value, (*self.path, key))

    def entries(self, key: str) -> list[Entry]:
        """Return the tables under a key, each of which begins with `[[key]]`."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.stop(key, f"`{key}` is no list of tables", f"begin each with `[[{key}]]`")
        return [Entry(self.reading, each, (*self.path, key, n)) for n, each in enumerate(value)]

    def weights(self, key: str) -> dict[str, int]:
        """Return the weights under a key, by what is weighed."""
        entry = self.entry(key)
        weights = {name: entry.whole(name) for name in entry.table}
        if not sum(weights.values()):
            self.stop(key, f"the weights of `{key}` add up to nothing", "one weighs at least 1")
        return weights

    def only(self, keys: Iterable[str]) -> None:
        """Give up if there are others than these entries, from which more mistakes follow."""
        self.keys_read.update(keys)
        before = len(self.reading.problems)
        self.end()
        if len(self.reading.problems) > before:
            raise StopReadingError

    def end(self) -> None:
        """Report the entries that nobody took."""
        for key in self.table:
            if key not in self.keys_read:
                span = self.reading.places.of((*self.path, key), key)
                self.reading.report(
                    span, f"`{key}` means nothing here", near(key, self.keys_read)
                )

    def _value(self, key: str, default: Any = None) -> Any:
        self.keys_read.add(key)
        value = self.table.get(key, default)
        if value is None:
            self.stop("", f"`{key}` is missing here")
        return value


def is_whole(value: object) -> bool:
    """Return whether a value is a whole number."""
    return isinstance(value, int) and not isinstance(value, bool)


def near(word: str, known: Iterable[str]) -> str | None:
    """Return the help for a name that is not known: the nearest, or those there are."""
    names = sorted(known)
    close = get_close_matches(word, names, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    listed = ", ".join(f"`{name}`" for name in names[:_NAMES])
    return f"write one of {listed}" if names else None
